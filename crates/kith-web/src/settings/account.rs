//! Name, handle, mail address and password.

use askama::Template;
use kith_base::{Error, Secret};
use kith_domain::accounts::{self, Account};
use kith_domain::sessions;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::login::{entered, origin};
use crate::page::{Problems, again, page};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/settings/account", Access::Member, show)
        .post("/settings/account/name", Access::Member, name)
        .post("/settings/account/handle", Access::Member, handle)
        .post("/settings/account/email", Access::Member, email)
        .post("/settings/account/email/remove", Access::Member, remove_email)
        .post("/settings/account/password", Access::Member, password)
}

#[derive(Template)]
#[template(path = "settings/account.html")]
struct AccountPage {
    frame: Frame,
    account: Account,
    problems: Problems,
    /// Which of the forms has the problems.
    failed: &'static str,
    typed: Form,
}

impl AccountPage {
    fn problem(&self, form: &str, field: &str) -> Option<&str> {
        self.problems.of(field).filter(|_| self.failed == form)
    }

    fn typed<'p>(&'p self, form: &str, field: &str, stored: &'p str) -> &'p str {
        if self.failed == form { self.typed.get(field) } else { stored }
    }
}

fn render(visit: &Visit, account: Account, failed: &'static str, typed: Form, problems: Problems) -> Answer {
    page(&AccountPage { frame: Frame::titled(visit, "settings-account"), account, problems, failed, typed })
}

async fn show(visit: Visit) -> Answer {
    let account = accounts::own(&visit.app, &visit.viewer).await?;
    render(&visit, account, "", Form::default(), Problems::default())
}

async fn failed(visit: &Visit, form: &'static str, typed: Form, error: Error) -> Answer {
    let account = accounts::own(&visit.app, &visit.viewer).await?;
    again(&visit.locale, error, |problems| render(visit, account, form, typed, problems))
}

fn saved(key: &'static str) -> Answer {
    Ok(with_flash(see_other("/settings/account"), key, None))
}

async fn name(visit: Visit, form: Form) -> Answer {
    let typed = form.get("display_name").to_owned();
    match accounts::change_display_name(&visit.app, &visit.viewer, typed).await {
        Ok(()) => saved("flash-saved"),
        Err(error) => failed(&visit, "name", form, error).await,
    }
}

async fn handle(visit: Visit, form: Form) -> Answer {
    let typed = form.get("handle").to_owned();
    match accounts::change_handle(&visit.app, &visit.viewer, typed).await {
        Ok(()) => saved("flash-saved"),
        Err(error) => failed(&visit, "handle", form, error).await,
    }
}

async fn email(visit: Visit, form: Form) -> Answer {
    let current = Secret::new(form.get("current_password"));
    match sessions::request_email(&visit.app, &visit.viewer, form.get("email"), current).await {
        Ok(()) if visit.app.mailer.is_delivering() => saved("flash-email-on-its-way"),
        Ok(()) => saved("flash-saved"),
        Err(error) => failed(&visit, "email", form, error).await,
    }
}

async fn remove_email(visit: Visit, form: Form) -> Answer {
    let current = Secret::new(form.get("current_password"));
    match sessions::remove_email(&visit.app, &visit.viewer, current).await {
        Ok(()) => saved("flash-email-removed"),
        Err(error) => failed(&visit, "remove_email", form, error).await,
    }
}

async fn password(visit: Visit, form: Form) -> Answer {
    let (current, new) = (Secret::new(form.get("current_password")), Secret::new(form.get("password")));
    let changed = sessions::change_password(&visit.app, &visit.viewer, current, new, origin(&visit));
    match changed.await {
        Ok(begun) => {
            let response = entered(&visit, &begun, "/settings/account");
            Ok(with_flash(response, "flash-password-changed", None))
        }
        Err(error) => failed(&visit, "password", form, error).await,
    }
}
