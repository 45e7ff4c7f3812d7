//! Joining: the form, with or without an invitation.

use askama::Template;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;
use kith_base::{Error, Kind, Secret};
use kith_domain::joining::{self, NewMember, Way};
use kith_domain::site::{self, JoinMode};
use kith_domain::viewer::AccountState;
use kith_domain::{invites, proofs};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::login::{entered, origin};
use crate::page::{Problems, again, page};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/join", Access::Anyone, show)
        .post("/join", Access::Anyone, join)
        .get("/join/{code}", Access::Anyone, show_invited)
        .get("/proof", Access::Anyone, proof)
}

/// What has been typed; the password is never sent back.
#[derive(Default)]
struct Typed {
    handle: String,
    display_name: String,
    email: String,
    agrees: bool,
    is_old_enough: bool,
}

struct QuestionField {
    id: String,
    text: String,
    is_required: bool,
    value: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "join/join.html")]
struct JoinPage {
    frame: Frame,
    problems: Problems,
    typed: Typed,
    questions: Vec<QuestionField>,
    code: String,
    inviter: Option<String>,
    asks: bool,
    needs_proof: bool,
    /// Whether a proof lets them in at once; elsewhere it only tells the staff more.
    is_open: bool,
    email_hint: String,
    least_age: u8,
}

impl JoinPage {
    fn new(visit: &Visit, form: &Form, inviter: Option<String>, problems: Problems) -> Self {
        let is_invited = inviter.is_some();
        let asks = joining::way(&visit.site, is_invited).is_ok_and(|way| way == Way::Ask);
        let asked = if is_invited || visit.site.join == JoinMode::Invite {
            &[]
        } else {
            visit.site.questions.as_slice()
        };
        let questions = asked
            .iter()
            .enumerate()
            .map(|(at, question)| {
                let id = format!("answer-{at}");
                QuestionField {
                    text: question.text.clone(),
                    is_required: question.is_required,
                    value: form.get(&id).to_owned(),
                    error: problems.of(&id).map(ToOwned::to_owned),
                    id,
                }
            })
            .collect();
        Self {
            frame: Frame::titled(visit, "join-title"),
            typed: Typed {
                handle: form.get("handle").to_owned(),
                display_name: form.get("display_name").to_owned(),
                email: form.get("email").to_owned(),
                agrees: form.has("agrees"),
                is_old_enough: form.has("old_enough"),
            },
            questions,
            code: form.get("code").to_owned(),
            inviter,
            asks,
            needs_proof: !is_invited,
            is_open: visit.site.join == JoinMode::Open,
            email_hint: visit.locale.t(email_hint(visit, asks)),
            least_age: visit.site.least_age,
            problems,
        }
    }
}

/// What a mail address is good for here: nothing that needs mail where none is sent.
fn email_hint(visit: &Visit, asks: bool) -> &'static str {
    match (visit.app.mailer.is_delivering(), asks) {
        (false, _) => "join-email-hint-no-mail",
        (true, false) => "join-email-hint",
        (true, true) => "join-email-hint-asks",
    }
}

/// No way in without an invitation, or none at all.
#[derive(Template)]
#[template(path = "join/shut.html")]
struct ShutPage {
    frame: Frame,
    text: String,
    offers_code: bool,
}

fn shut(visit: &Visit, error: &Error) -> Answer {
    let offers_code = visit.site.join != JoinMode::Closed;
    page(&ShutPage {
        frame: Frame::titled(visit, "join-title"),
        text: visit.locale.message(error.message()),
        offers_code,
    })
}

#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    code: String,
}

async fn show(visit: Visit, Query(given): Query<Given>) -> Answer {
    if visit.viewer.id().is_some() {
        return Ok(see_other("/"));
    }
    let code: String = given.code.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    if !code.is_empty() {
        return Ok(see_other(&format!("/join/{code}")));
    }
    match joining::way(&visit.site, false) {
        Ok(_) => page(&JoinPage::new(&visit, &Form::default(), None, Problems::default())),
        Err(error) => shut(&visit, &error),
    }
}

async fn show_invited(visit: Visit, Path(code): Path<String>) -> Answer {
    if visit.viewer.id().is_some() {
        return Ok(with_flash(see_other("/"), "flash-join-already", None));
    }
    if let Err(error) = joining::way(&visit.site, true) {
        return shut(&visit, &error);
    }
    match inviter(&visit, &code).await {
        Ok(inviter) => {
            let form = Form::from_fields([("code".to_owned(), code)]);
            page(&JoinPage::new(&visit, &form, inviter, Problems::default()))
        }
        Err(error) if error.kind() == Kind::Conflict => shut(&visit, &error),
        Err(error) => Err(error.into()),
    }
}

/// Who invites by `code`; nobody without one.
async fn inviter(visit: &Visit, code: &str) -> Result<Option<String>, Error> {
    if code.trim().is_empty() {
        return Ok(None);
    }
    match invites::peek(&visit.app, code).await {
        Ok((_, person)) => Ok(Some(person.name)),
        Err(error) if error.is_not_found() => Err(Error::conflict("invite-unknown")),
        Err(error) => Err(error),
    }
}

async fn join(visit: Visit, form: Form) -> Answer {
    form.only(&[
        "code",
        "handle",
        "display_name",
        "email",
        "password",
        "agrees",
        "old_enough",
        "altcha",
        "answer-*",
    ])?;
    if visit.viewer.id().is_some() {
        return Ok(see_other("/"));
    }
    let new = NewMember {
        handle: form.get("handle").to_owned(),
        display_name: form.get("display_name").to_owned(),
        email: form.get("email").to_owned(),
        password: Secret::new(form.get("password")),
        language: visit.locale.lang().to_owned(),
        code: form.get("code").to_owned(),
        answers: (0..site::QUESTIONS).map(|at| form.get(&format!("answer-{at}")).to_owned()).collect(),
        agrees: form.has("agrees"),
        is_old_enough: form.has("old_enough"),
        proof: form.get("altcha").to_owned(),
        origin: origin(&visit),
    };
    match joining::join(&visit.app, new).await {
        Ok(joined) => Ok(match joined.state {
            AccountState::Active => {
                with_flash(entered(&visit, &joined.begun, "/"), "flash-join-welcome", None)
            }
            _ => entered(&visit, &joined.begun, "/waiting"),
        }),
        Err(error) => {
            // The invitation may have ended while the form was open; then the form comes back without it.
            let inviter = inviter(&visit, form.get("code")).await.unwrap_or_default();
            again(&visit.locale, error, |problems| page(&JoinPage::new(&visit, &form, inviter, problems)))
        }
    }
}

async fn proof(visit: Visit) -> Answer {
    let challenge = proofs::challenge(&visit.app, visit.is_https)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], challenge).into_response())
}
