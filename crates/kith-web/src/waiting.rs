//! The page of those who asked to join: how it stands, and what they may still do about it.

use askama::Template;
use kith_base::{Error, Secret};
use kith_domain::accounts::{self, Account};
use kith_domain::joining::{self, Decision, Standing};
use kith_domain::viewer::AccountState;
use kith_domain::{leaving, sessions};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, Wait, page};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/waiting", Access::SignedIn, show)
        .post("/waiting", Access::SignedIn, answer_again)
        .post("/waiting/email", Access::SignedIn, correct_email)
        .post("/waiting/confirm", Access::SignedIn, confirm_again)
        .post("/waiting/withdraw", Access::SignedIn, withdraw)
}

#[derive(Template)]
#[template(path = "join/waiting.html")]
struct WaitingPage {
    frame: Frame,
    account: Account,
    standing: Option<Standing>,
    is_declined: bool,
    has_mail: bool,
    text: String,
    email: String,
    problems: Problems,
}

impl WaitingPage {
    fn is_unconfirmed(&self) -> bool {
        self.account.email.is_some() && self.account.email_confirmed_at.is_none()
    }
}

async fn waiting_page(visit: &Visit, form: &Form, problems: Problems) -> Answer {
    let account = accounts::own(&visit.app, &visit.viewer).await?;
    let standing = joining::own_application(&visit.app, &visit.viewer).await?;
    let is_declined = standing.as_ref().is_some_and(|standing| standing.decision == Some(Decision::Declined));
    let email =
        if form.has("email") { form.get("email") } else { account.email.as_deref().unwrap_or_default() };
    page(&WaitingPage {
        frame: Frame::titled(visit, "join-waiting-title"),
        email: email.to_owned(),
        text: form.get("text").to_owned(),
        has_mail: visit.app.mailer.is_delivering(),
        account,
        standing,
        is_declined,
        problems,
    })
}

async fn failed(visit: &Visit, form: &Form, error: Error) -> Answer {
    let wait = Wait::of(&error);
    let (status, problems) = Problems::from_error(&visit.locale, error)?;
    let mut response = waiting_page(visit, form, problems).await?;
    *response.status_mut() = status;
    wait.say(&mut response);
    Ok(response)
}

async fn show(visit: Visit) -> Answer {
    if visit.viewer.active().is_ok() {
        return Ok(see_other("/"));
    }
    waiting_page(&visit, &Form::default(), Problems::default()).await
}

async fn answer_again(visit: Visit, form: Form) -> Answer {
    form.only(&["text"])?;
    match joining::answer_again(&visit.app, &visit.viewer, form.get("text")).await {
        Ok(()) => Ok(see_other("/waiting")),
        Err(error) => failed(&visit, &form, error).await,
    }
}

async fn correct_email(visit: Visit, form: Form) -> Answer {
    form.only(&["email", "current_password"])?;
    let current = Secret::new(form.get("current_password"));
    match sessions::correct_email(&visit.app, &visit.viewer, form.get("email"), current).await {
        Ok(()) if visit.app.mailer.is_delivering() => {
            Ok(with_flash(see_other("/waiting"), "flash-email-on-its-way", None))
        }
        Ok(()) => Ok(with_flash(see_other("/waiting"), "flash-saved", None)),
        Err(error) => failed(&visit, &form, error).await,
    }
}

async fn confirm_again(visit: Visit, form: Form) -> Answer {
    form.only(&[])?;
    match sessions::confirm_email_again(&visit.app, &visit.viewer).await {
        Ok(()) => Ok(with_flash(see_other("/waiting"), "flash-email-on-its-way", None)),
        Err(error) => failed(&visit, &form, error).await,
    }
}

#[derive(Template)]
#[template(path = "join/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
}

async fn withdraw(visit: Visit, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    if form.get("confirmed") != "yes" {
        visit.viewer.applicant()?;
        return page(&WithdrawPage { frame: Frame::titled(&visit, "join-withdraw-title") });
    }
    match leaving::withdraw_application(&visit.app, &visit.viewer).await {
        Ok(()) => Ok(with_flash(see_other("/"), "flash-join-withdrawn", None)),
        Err(error) => failed(&visit, &form, error).await,
    }
}
