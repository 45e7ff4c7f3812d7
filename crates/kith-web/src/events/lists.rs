//! Lists of events: those that come, one's own, invitations, those that are over.

use askama::Template;
use axum::extract::Query;
use kith_base::Millis;
use kith_domain::EventId;
use kith_domain::events::{self, Folder};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::view::LineView;
use crate::frame::Frame;
use crate::page::page;

/// Which list, and where a page of it begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    show: String,
    before: Option<Millis>,
    id: Option<EventId>,
}

#[derive(Template)]
#[template(path = "events/index.html")]
struct IndexPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    lines: Vec<LineView>,
    next: Option<String>,
    empty_title: String,
    empty_text: String,
}

/// The tabs over lists and calendars.
pub(super) async fn tabs(visit: &Visit, shown: &str) -> kith_base::Result<Vec<(String, String, bool)>> {
    let l = &visit.locale;
    let invited = events::count_invited(&visit.app, &visit.viewer).await?;
    let named = |folder: Folder, label: String| {
        let href = match folder {
            Folder::Upcoming => "/events".to_owned(),
            other => format!("/events?show={}", other.as_str()),
        };
        (href, label, shown == folder.as_str())
    };
    Ok(vec![
        named(Folder::Upcoming, l.t("events-upcoming")),
        ("/events/calendar".to_owned(), l.t("events-calendar"), shown == "calendar"),
        named(Folder::Mine, l.t("events-mine")),
        named(Folder::Invited, l.t1("events-invitations", "count", invited)),
        named(Folder::Past, l.t("events-past")),
    ])
}

pub(super) async fn index(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let folder = Folder::parse(&wanted.show).unwrap_or_default();
    let mut next = None;
    let found = match folder {
        Folder::Past => {
            let before = wanted.before.zip(wanted.id);
            let part = events::past(&visit.app, &visit.viewer, before).await?;
            next = part.next.map(|(at, id)| format!("/events?show=past&before={at}&id={id}"));
            part.lines
        }
        _ => events::list(&visit.app, &visit.viewer, folder).await?,
    };
    let frame = Frame::titled(&visit, "events-title");
    let (empty_title, empty_text) = match folder {
        Folder::Upcoming => ("events-empty-upcoming", "events-empty-upcoming-text"),
        Folder::Mine => ("events-empty-mine", "events-empty-mine-text"),
        Folder::Invited => ("events-empty-invited", "events-empty-invited-text"),
        Folder::Past => ("events-empty-past", "events-empty-past-text"),
    };
    page(&IndexPage {
        tabs: tabs(&visit, folder.as_str()).await?,
        lines: found.iter().map(|line| LineView::of(&frame, line)).collect(),
        next,
        empty_title: frame.l.t(empty_title),
        empty_text: frame.l.t(empty_text),
        frame,
    })
}
