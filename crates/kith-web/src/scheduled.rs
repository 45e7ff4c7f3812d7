//! Posts that are not there yet: those that wait for their time, those that could not be published at it, and drafts.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{MINUTE, PageRequest, Result, limits};
use kith_domain::scheduled::{self, Begun, Scheduled};
use kith_domain::{DraftId, ScheduledId};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;

/// The page.
const PAGE: &str = "/scheduled";
/// The page of drafts.
const DRAFTS: &str = "/drafts";

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, Access::Member, index)
        .post("/scheduled/{id}/retry", Access::Member, retry)
        .post("/scheduled/{id}/cancel", Access::Member, cancel)
        .get(DRAFTS, Access::Member, drafts)
        .post("/drafts/{id}/discard", Access::Member, discard)
}

/// Where a page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    before: Option<ScheduledId>,
}

struct Row {
    id: String,
    /// What was typed, line by line.
    lines: Vec<String>,
    cover: String,
    photos: Option<String>,
    due_at: kith_base::Millis,
    /// Why it was not published; empty while it waits for its time.
    refusal: Vec<String>,
}

#[derive(Template)]
#[template(path = "scheduled/index.html")]
struct ScheduledPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    next: Option<String>,
}

async fn index(visit: Visit, Query(from): Query<From>) -> Answer {
    let request = PageRequest { before: from.before, after: None, nearest: false, limit: limits::PAGE };
    let found = scheduled::list(&visit.app, &visit.viewer, request).await?;
    let frame = Frame::titled(&visit, "scheduled-title");
    page(&ScheduledPage {
        tabs: tabs(&frame, PAGE),
        rows: found.items.iter().map(|item| row(&frame, item)).collect(),
        next: found.next.map(|next| format!("{PAGE}?before={next}")),
        frame,
    })
}

fn row(frame: &Frame, item: &Scheduled) -> Row {
    let l = &frame.l;
    let photos = item.photos.len();
    Row {
        id: item.id.to_string(),
        lines: item.draft.text.lines().map(str::to_owned).collect(),
        cover: item.draft.cover.clone(),
        photos: (photos > 0).then(|| l.t1("scheduled-photos", "count", photos)),
        due_at: item.due_at,
        refusal: item.refusal.iter().map(|why| l.tx(&why.key, &why.args())).collect(),
    }
}

/// What a member is told on their home page when something of theirs could not be published.
pub(crate) async fn notice(visit: &Visit, frame: &Frame) -> Result<Option<String>> {
    let refused = scheduled::count_refused(&visit.app, &visit.viewer).await?;
    Ok((refused > 0).then(|| frame.l.t1("scheduled-notice", "count", refused)))
}

/// Once more, as soon as a post can be published that is handed in now.
async fn retry(visit: Visit, Path(id): Path<ScheduledId>, form: Form) -> Answer {
    form.only(&[])?;
    let due_at = visit.app.now() + scheduled::SOONEST + MINUTE;
    scheduled::reschedule(&visit.app, &visit.viewer, id, due_at).await?;
    Ok(with_flash(see_other(PAGE), "flash-scheduled-retried", None))
}

async fn cancel(visit: Visit, Path(id): Path<ScheduledId>, form: Form) -> Answer {
    form.only(&[])?;
    scheduled::cancel(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(PAGE), "flash-scheduled-cancelled", None))
}

fn tabs(frame: &Frame, shown: &str) -> Vec<(String, String, bool)> {
    let tab = |path: &str, key| (path.to_owned(), frame.l.t(key), path == shown);
    vec![tab(DRAFTS, "drafts-title"), tab(PAGE, "scheduled-title")]
}

struct DraftRow {
    id: String,
    /// What was typed, line by line.
    lines: Vec<String>,
    cover: String,
    photos: Option<String>,
    changed_at: kith_base::Millis,
}

#[derive(Template)]
#[template(path = "scheduled/drafts.html")]
struct DraftsPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    rows: Vec<DraftRow>,
}

async fn drafts(visit: Visit) -> Answer {
    let found = scheduled::drafts(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "drafts-title");
    page(&DraftsPage {
        tabs: tabs(&frame, DRAFTS),
        rows: found.iter().map(|begun| draft_row(&frame, begun)).collect(),
        frame,
    })
}

fn draft_row(frame: &Frame, begun: &Begun) -> DraftRow {
    let photos = begun.photos.len();
    DraftRow {
        id: begun.id.to_string(),
        lines: begun.draft.text.lines().take(LINES).map(str::to_owned).collect(),
        cover: begun.draft.cover.clone(),
        photos: (photos > 0).then(|| frame.l.t1("scheduled-photos", "count", photos)),
        changed_at: begun.changed_at,
    }
}

/// Lines of a draft that its row shows.
const LINES: usize = 6;

async fn discard(visit: Visit, Path(id): Path<DraftId>, form: Form) -> Answer {
    form.only(&[])?;
    scheduled::discard(&visit.app, &visit.viewer, id).await?;
    Ok(with_flash(see_other(DRAFTS), "flash-draft-discarded", None))
}
