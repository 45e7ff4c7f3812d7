//! What members are sent: their choices, the page behind "stop" in a letter, and how mail leaves, for admins.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, header};
use kith_base::Error;
use kith_domain::mail::{
    self, AddressState, Choices, Pace, RecordKind, Sort, Standing, Status, Stop, Trouble, Way,
};
use kith_domain::{AccountId, accounts, digest};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::login::discreet;
use crate::page::{Problems, again, page};

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/settings/mail", Access::Member, show)
        .post("/settings/mail", Access::Member, update)
        .post("/settings/mail/again", Access::Member, try_again)
        .get("/mail/unsubscribe/{token}", Access::Anyone, stop_page)
        .post("/mail/unsubscribe/{token}", Access::Anyone, stop)
        .get("/admin/mail", Access::Admin, delivery)
        .post("/admin/mail/again", Access::Admin, try_again_for)
        .post("/admin/mail/test", Access::Admin, send_test)
}

#[derive(Template)]
#[template(path = "mail/settings.html")]
struct SettingsPage {
    frame: Frame,
    choices: Choices,
    trouble: Option<Trouble>,
    has_mail: bool,
    has_address: bool,
}

impl SettingsPage {
    fn is_stopped(&self) -> bool {
        self.trouble.as_ref().is_some_and(|trouble| trouble.state == AddressState::Stopped)
    }
}

async fn show(visit: Visit) -> Answer {
    let account = accounts::own(&visit.app, &visit.viewer).await?;
    page(&SettingsPage {
        frame: Frame::titled(&visit, "delivery-settings"),
        choices: mail::choices(&visit.app, &visit.viewer).await?,
        trouble: mail::own_trouble(&visit.app, &visit.viewer).await?,
        has_mail: visit.app.mailer.is_delivering(),
        has_address: account.email.is_some() && account.email_confirmed_at.is_some(),
    })
}

async fn update(visit: Visit, form: Form) -> Answer {
    form.only(&["digest", "only_account"])?;
    let digest =
        Pace::parse(form.get("digest")).ok_or_else(|| Error::invalid("digest", "error-not-understood"))?;
    let choices = Choices { digest, only_account: form.has("only_account") };
    digest::choose(&visit.app, &visit.viewer, choices).await?;
    Ok(with_flash(see_other("/settings/mail"), "flash-saved", None))
}

async fn try_again(visit: Visit, form: Form) -> Answer {
    form.only(&[])?;
    mail::try_again(&visit.app, &visit.viewer).await?;
    Ok(with_flash(see_other("/settings/mail"), "flash-delivery-again", None))
}

#[derive(Template)]
#[template(path = "mail/stop.html")]
struct StopPage {
    frame: Frame,
    token: String,
    standing: Standing,
    /// How often the digest came before it was stopped.
    pace: Pace,
}

impl StopPage {
    fn of_digest(&self) -> bool {
        self.standing.sort == Sort::Digest
    }

    fn is_digest_on(&self) -> bool {
        self.standing.choices.want(Sort::Digest)
    }

    fn is_rest_on(&self) -> bool {
        !self.standing.choices.only_account
    }

    /// Whether letters like the one that led here still come.
    fn is_on(&self) -> bool {
        if self.of_digest() { self.is_digest_on() } else { self.is_rest_on() }
    }
}

#[derive(Deserialize)]
struct Was {
    #[serde(default)]
    was: String,
}

async fn stopped(visit: &Visit, token: String, was: &str) -> Answer {
    let standing = mail::standing(&visit.app, &token).await?;
    let pace = Pace::parse(was).filter(|pace| *pace != Pace::Off).unwrap_or_default();
    let frame = Frame::titled(visit, "delivery-stop-title");
    Ok(discreet(page(&StopPage { frame, token, standing, pace })?))
}

async fn stop_page(visit: Visit, Path(token): Path<String>, Query(Was { was }): Query<Was>) -> Answer {
    stopped(&visit, token, &was).await
}

/// What came with the POST. There is no token of ours in it, and none is needed: mail programs send it by themselves and
/// without cookies, and the signature in the address says who may.
struct Asked {
    is_by_program: bool,
    does: String,
    what: Option<Stop>,
    pace: Pace,
}

impl Asked {
    fn read(headers: &HeaderMap, body: &[u8]) -> Result<Self, Error> {
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let mut asked = Self { is_by_program: false, does: String::new(), what: None, pace: Pace::default() };
        if kind.starts_with("multipart/form-data") {
            // The standard allows it, and knows one field only.
            let one = b"One-Click";
            asked.is_by_program = body.windows(one.len()).any(|part| part == one);
        } else {
            for (name, value) in url::form_urlencoded::parse(body) {
                match (name.as_ref(), value.as_ref()) {
                    ("List-Unsubscribe", "One-Click") => asked.is_by_program = true,
                    ("do", does) => asked.does = does.to_owned(),
                    ("what", what) => asked.what = Stop::parse(what),
                    ("pace", pace) => asked.pace = Pace::parse(pace).unwrap_or_default(),
                    _ => {}
                }
            }
        }
        let is_known = asked.is_by_program || matches!(asked.does.as_str(), "stop" | "resume");
        if is_known { Ok(asked) } else { Err(Error::invalid("do", "error-not-understood")) }
    }
}

async fn stop(visit: Visit, Path(token): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    // An address that was not made here is answered before anything else.
    mail::standing(&visit.app, &token).await?;
    let asked = Asked::read(&headers, &body)?;
    if asked.does == "resume" && !asked.is_by_program {
        mail::resume(&visit.app, &token, asked.pace).await?;
        return Ok(discreet(see_other(&format!("/mail/unsubscribe/{token}"))));
    }
    let before = mail::stop(&visit.app, &token, asked.what).await?;
    let was = before.digest.as_str();
    if asked.is_by_program {
        // A program follows no redirect here, says the standard.
        return stopped(&visit, token, was).await;
    }
    Ok(discreet(see_other(&format!("/mail/unsubscribe/{token}?was={was}"))))
}

#[derive(Template)]
#[template(path = "mail/delivery.html")]
struct DeliveryPage {
    frame: Frame,
    status: Status,
    problems: Problems,
}

impl DeliveryPage {
    fn record(&self, kind: &RecordKind) -> (String, String) {
        let (name, text) = match kind {
            RecordKind::Spf => ("SPF", "delivery-spf"),
            RecordKind::Dkim => ("DKIM", "delivery-dkim"),
            RecordKind::Dmarc => ("DMARC", "delivery-dmarc"),
        };
        (name.to_owned(), self.frame.l.t(text))
    }

    fn is_stopped(&self, trouble: &Trouble) -> bool {
        trouble.state == AddressState::Stopped
    }

    fn counts(&self) -> [(&'static str, i64, i64); 4] {
        let (day, week) = (self.status.day, self.status.week);
        [
            ("delivery-sent", day.sent, week.sent),
            ("delivery-refused", day.refused, week.refused),
            ("delivery-failed", day.failed, week.failed),
            ("delivery-held", day.held, week.held),
        ]
    }
}

async fn render(visit: &Visit) -> Result<DeliveryPage, Error> {
    let status = mail::status(&visit.app, &visit.viewer).await?;
    Ok(DeliveryPage { frame: Frame::titled(visit, "delivery-title"), status, problems: Problems::default() })
}

async fn delivery(visit: Visit) -> Answer {
    page(&render(&visit).await?)
}

async fn try_again_for(visit: Visit, form: Form) -> Answer {
    form.only(&["account"])?;
    let account: Option<AccountId> = form.parse("account")?;
    let account = account.ok_or_else(|| Error::invalid("account", "error-not-understood"))?;
    mail::try_again_for(&visit.app, &visit.viewer, account).await?;
    Ok(with_flash(see_other("/admin/mail"), "flash-delivery-again", None))
}

async fn send_test(visit: Visit, form: Form) -> Answer {
    form.only(&[])?;
    match accounts::mail_oneself(&visit.app, &visit.viewer).await {
        Ok(()) => Ok(with_flash(see_other("/admin/mail"), "flash-delivery-test", None)),
        Err(error) => {
            let shown = render(&visit).await?;
            again(&visit.locale, error, |problems| page(&DeliveryPage { problems, ..shown }))
        }
    }
}
