//! Requests to join: who waits, and the answer, for one or several at once; and those who were declined.

use askama::Template;
use axum::extract::Query;
use kith_base::{DAY, PageRequest};
use kith_domain::joining::{self, Application};
use kith_domain::kinds::AccountKind;
use kith_domain::{AccountId, Visible};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, page};

/// Requests on one page: few enough to be read.
const SHOWN: usize = 25;

struct Row {
    application: Visible<Application>,
    initials: String,
    hue: u8,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "admin/requests.html")]
struct RequestsPage {
    frame: Frame,
    rows: Vec<Row>,
    waiting: i64,
    /// Where this page of the list begins.
    after: Option<AccountId>,
    next: Option<String>,
    reason: String,
    problems: Problems,
}

#[derive(Deserialize)]
pub(super) struct After {
    after: Option<AccountId>,
}

pub(super) async fn index(visit: Visit, Query(after): Query<After>) -> Answer {
    show(&visit, after.after, &[], "", Problems::default()).await
}

async fn show(
    visit: &Visit,
    after: Option<AccountId>,
    chosen: &[AccountId],
    reason: &str,
    problems: Problems,
) -> Answer {
    let request: PageRequest<AccountKind> =
        PageRequest { before: after, after: None, nearest: false, limit: SHOWN };
    let found = joining::waiting(&visit.app, &visit.viewer, request).await?;
    let waiting = joining::waiting_count(&visit.app, &visit.viewer).await?;
    let rows = rows(found.items, chosen);
    let next = found.next.map(|id| format!("/admin/requests?after={id}"));
    let frame = Frame::titled(visit, "approval-title");
    page(&RequestsPage { frame, rows, waiting, after, next, reason: reason.to_owned(), problems })
}

fn rows(found: Vec<Visible<Application>>, chosen: &[AccountId]) -> Vec<Row> {
    found
        .into_iter()
        .map(|application| Row {
            initials: application.person.initials(),
            hue: application.person.hue(),
            is_chosen: chosen.contains(&application.account),
            application,
        })
        .collect()
}

pub(super) async fn decide(visit: Visit, form: Form) -> Answer {
    form.only(&["id", "do", "reason", "after"])?;
    let people: Vec<AccountId> = form.ids("id")?;
    let done = match (people.is_empty(), form.get("do")) {
        (true, _) => Err(kith_base::Error::invalid("id", "approval-choose")),
        (false, "approve") => joining::approve(&visit.app, &visit.viewer, people.clone()).await,
        (false, "decline") => {
            joining::decline(&visit.app, &visit.viewer, people.clone(), form.get("reason")).await
        }
        (false, _) => Err(kith_base::Error::invalid("do", "error-bad-choice")),
    };
    match done {
        Ok(_) if form.get("do") == "approve" => {
            Ok(with_flash(see_other("/admin/requests"), "flash-approval-approved", None))
        }
        Ok(_) => Ok(with_flash(see_other("/admin/requests"), "flash-approval-declined", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let after = form.ids("after")?.first().copied();
            let mut response = show(&visit, after, &people, form.get("reason"), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

#[derive(Template)]
#[template(path = "admin/declined.html")]
struct DeclinedPage {
    frame: Frame,
    rows: Vec<Row>,
    after: Option<AccountId>,
    next: Option<String>,
    problems: Problems,
    days: i64,
}

pub(super) async fn declined(visit: Visit, Query(after): Query<After>) -> Answer {
    show_declined(&visit, after.after, Problems::default()).await
}

async fn show_declined(visit: &Visit, after: Option<AccountId>, problems: Problems) -> Answer {
    let request: PageRequest<AccountKind> =
        PageRequest { before: after, after: None, nearest: false, limit: SHOWN };
    let found = joining::declined(&visit.app, &visit.viewer, request).await?;
    page(&DeclinedPage {
        frame: Frame::titled(visit, "approval-declined-title"),
        rows: rows(found.items, &[]),
        after,
        next: found.next.map(|id| format!("/admin/requests/declined?after={id}")),
        problems,
        days: joining::KEPT_AFTER_REFUSAL / DAY,
    })
}

pub(super) async fn approve_after_all(visit: Visit, form: Form) -> Answer {
    form.only(&["id", "after"])?;
    let people: Vec<AccountId> = form.ids("id")?;
    if people.is_empty() {
        let error = kith_base::Error::invalid("id", "approval-choose");
        let (status, problems) = Problems::from_error(&visit.locale, error)?;
        let mut response = show_declined(&visit, form.ids("after")?.first().copied(), problems).await?;
        *response.status_mut() = status;
        return Ok(response);
    }
    joining::approve_after_all(&visit.app, &visit.viewer, people).await?;
    Ok(with_flash(see_other("/admin/requests/declined"), "flash-approval-approved", None))
}
