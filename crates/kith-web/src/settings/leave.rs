//! Resting and leaving. Both ask for the password, so there is no way into them by a slip.

use askama::Template;
use kith_base::{DAY, Secret};
use kith_domain::leaving;
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/settings/leave", Access::Member, show)
        .get("/settings/leave/rest", Access::Member, ask_rest)
        .post("/settings/leave/rest", Access::Member, rest)
        .get("/settings/leave/delete", Access::Member, ask_delete)
        .post("/settings/leave/delete", Access::Member, delete)
}

#[derive(Template)]
#[template(path = "settings/leave.html")]
struct LeavePage {
    frame: Frame,
    days: i64,
}

#[derive(Template)]
#[template(path = "settings/leave_confirm.html")]
struct ConfirmPage {
    frame: Frame,
    problems: Problems,
    is_delete: bool,
    days: i64,
}

async fn show(visit: Visit) -> Answer {
    page(&LeavePage { frame: Frame::titled(&visit, "settings-leave"), days: leaving::GRACE / DAY })
}

fn confirm(visit: &Visit, is_delete: bool, problems: Problems) -> Answer {
    let title = if is_delete { "settings-delete-title" } else { "settings-rest-title" };
    page(&ConfirmPage { frame: Frame::titled(visit, title), problems, is_delete, days: leaving::GRACE / DAY })
}

async fn ask_rest(visit: Visit) -> Answer {
    confirm(&visit, false, Problems::default())
}

async fn ask_delete(visit: Visit) -> Answer {
    confirm(&visit, true, Problems::default())
}

async fn rest(visit: Visit, form: Form) -> Answer {
    let password = Secret::new(form.get("current_password"));
    match leaving::deactivate(&visit.app, &visit.viewer, password).await {
        Ok(()) => Ok(with_flash(see_other("/login"), "flash-account-rests", None)),
        Err(error) => again(&visit.locale, error, |problems| confirm(&visit, false, problems)),
    }
}

async fn delete(visit: Visit, form: Form) -> Answer {
    let password = Secret::new(form.get("current_password"));
    match leaving::delete(&visit.app, &visit.viewer, password).await {
        Ok(()) => Ok(with_flash(see_other("/login"), "flash-account-leaves", None)),
        Err(error) => again(&visit.locale, error, |problems| confirm(&visit, true, problems)),
    }
}
