//! Lists of events and calendars: each line is one time of an event.

use std::collections::HashMap;

use kith_base::{DAY, Millis, Result, limits};
use kith_db::Query;

use super::model::{Event, Folder, Override};
use super::shown::Line;
use super::sql::{self, Which};
use super::{occurrences, policy};
use crate::kinds::EventId;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// How far ahead lists look.
pub const AHEAD: Millis = 366 * DAY;
/// Lines of one list.
const LINES: usize = 100;
/// Events that are looked at for one list.
const EVENTS: usize = 500;
/// Times of one event in a list.
const TIMES: usize = 3;
/// Lines of one calendar.
const DAYS: usize = 600;

/// Events that come, next one first; of what repeats the next times. For [`Folder::Past`] see [`past`].
///
/// # Errors
/// As [`Viewer::active`] for what is one's own; visitors see what is public.
pub async fn list(app: &App, viewer: &Viewer, folder: Folder) -> Result<Vec<Line>> {
    let which = match folder {
        Folder::Upcoming => Which::Shown,
        Folder::Mine => Which::Mine,
        Folder::Invited => Which::Invited,
        Folder::Past => return Ok(past(app, viewer, None).await?.lines),
    };
    if which != Which::Shown {
        viewer.active()?;
    }
    let times = if folder == Folder::Invited { 1 } else { TIMES };
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let now = q.now();
            lines(q, &viewer, which, (now, now + AHEAD), (times, LINES))
        })
        .await
}

/// All times between two moments, in order.
///
/// # Errors
/// Internal when the database fails.
pub async fn calendar(
    app: &App,
    viewer: &Viewer,
    (from, to): (Millis, Millis),
    is_mine: bool,
) -> Result<Vec<Line>> {
    let which = if is_mine { Which::Mine } else { Which::Shown };
    let viewer = viewer.clone();
    app.db.read(move |q| lines(q, &viewer, which, (from, to), (DAYS, DAYS))).await
}

fn lines(
    q: &mut Query<'_>,
    viewer: &Viewer,
    which: Which,
    span: (Millis, Millis),
    (times, limit): (usize, usize),
) -> Result<Vec<Line>> {
    let found = sql::between(q, policy::sql_viewer(viewer), which, span, EVENTS)?;
    let unlike = overrides(q, &found)?;
    let mut lines = Vec::new();
    for event in found.into_iter().filter_map(|event| policy::show(viewer, event)) {
        let unlike = unlike.get(&event.id).map(Vec::as_slice).unwrap_or_default();
        for occurrence in occurrences::between(&event, unlike, span, times) {
            lines.push(Line { event: event.clone(), occurrence });
        }
    }
    lines.sort_by_key(|line| (line.occurrence.starts_at, line.event.id));
    lines.truncate(limit);
    Ok(lines)
}

pub(super) fn overrides(q: &mut Query<'_>, events: &[Event]) -> Result<HashMap<EventId, Vec<Override>>> {
    let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
    sql::overrides(q, &ids)
}

/// A page of events that are over.
#[derive(Clone, Debug)]
pub struct PastPage {
    /// The last time of each, newest first.
    pub lines: Vec<Line>,
    /// Where the next page begins.
    pub next: Option<(Millis, EventId)>,
}

/// Events that are over, the last one first.
///
/// # Errors
/// Internal when the database fails.
pub async fn past(app: &App, viewer: &Viewer, before: Option<(Millis, EventId)>) -> Result<PastPage> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let now = q.now();
            let who: AccountId = policy::sql_viewer(&viewer);
            let mut found = sql::past(q, who, now, before, limits::PAGE + 1)?;
            let has_more = found.len() > limits::PAGE;
            found.truncate(limits::PAGE);
            let last = found.last().and_then(|event| Some((event.facts.ends_at?, event.id)));
            let unlike = overrides(q, &found)?;
            let shown = found.into_iter().filter_map(|event| policy::show(&viewer, event));
            let lines = shown.map(|event| {
                let unlike = unlike.get(&event.id).map(Vec::as_slice).unwrap_or_default();
                let occurrence = occurrences::at_or_after(&event, unlike, now);
                Line { event, occurrence }
            });
            Ok(PastPage { lines: lines.collect(), next: last.filter(|_| has_more) })
        })
        .await
}

/// How many invitations wait for an answer.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn count_invited(app: &App, viewer: &Viewer) -> Result<i64> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::count_invited(q, me)).await
}
