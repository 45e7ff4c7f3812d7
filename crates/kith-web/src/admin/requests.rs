//! Requests to join: who waits, and the answer, for one or several at once.

use askama::Template;
use axum::extract::Query;
use kith_base::PageRequest;
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
    let request: PageRequest<AccountKind> = PageRequest { before: after, after: None, limit: SHOWN };
    let found = joining::waiting(&visit.app, &visit.viewer, request).await?;
    let waiting = joining::waiting_count(&visit.app, &visit.viewer).await?;
    let rows = found
        .items
        .into_iter()
        .map(|application| Row {
            initials: application.person.initials(),
            hue: application.person.hue(),
            is_chosen: chosen.contains(&application.account),
            application,
        })
        .collect();
    let next = found.next.map(|id| format!("/admin/requests?after={id}"));
    let frame = Frame::titled(visit, "approval-title");
    page(&RequestsPage { frame, rows, waiting, next, reason: reason.to_owned(), problems })
}

pub(super) async fn decide(visit: Visit, form: Form) -> Answer {
    form.only(&["id", "do", "reason"])?;
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
            let mut response = show(&visit, None, &people, form.get("reason"), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}
