//! Where members meet: events and groups.

use kith_base::{Page, PageRequest, Result};
use kith_db::Query;
use kith_text::matches::{Piece, excerpt};

use super::named::named;
use super::seek::seek;
use super::{EXCERPT, Wanted, sql};
use crate::events::Line;
use crate::groups::Group;
use crate::kinds::{EventKind, GroupKind};
use crate::posts::policy::sql_viewer;
use crate::search_terms::SubjectKind;
use crate::viewer::{Viewer, Visible};
use crate::{App, EventId, GroupId, events as event, groups as group};

/// An event that was found.
#[derive(Clone, Debug)]
pub struct EventHit {
    /// The event at the time that goes on or comes next; where days were asked for, the first one from the first of them.
    pub line: Line,
    /// The part of its words in which the question stands.
    pub excerpt: Vec<Piece>,
}

/// A group that was found.
#[derive(Clone, Debug)]
pub struct GroupHit {
    /// The group.
    pub group: Visible<Group>,
    /// The part of what it says of itself in which the question stands; nothing of a private one.
    pub excerpt: Vec<Piece>,
}

/// Events that answer the question, the last made first. Days are those on which they happen. A page may be short and lead
/// on.
///
/// # Errors
/// Internal when the database fails.
pub async fn events(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<EventKind>,
) -> Result<Page<EventHit, EventKind>> {
    let (viewer, wanted) = (viewer.clone(), wanted.clone());
    app.db
        .read(move |q| {
            let page = seek(q, SubjectKind::Event, sql_viewer(&viewer), &wanted, &request)?;
            let at = wanted.since.unwrap_or_else(|| q.now());
            let lines = event::found(q, &viewer, &page.items, at)?;
            let items = lines.into_iter().map(|line| {
                let words = kith_text::plain(&line.event.html);
                EventHit { excerpt: excerpt(&words, &wanted.words, EXCERPT), line }
            });
            Ok(Page { items: items.collect(), next: page.next })
        })
        .await
}

/// Groups that answer the question, the last made first: never hidden ones, and private ones by their names alone. A page
/// may be short and lead on.
///
/// # Errors
/// Internal when the database fails.
pub async fn groups(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<GroupKind>,
) -> Result<Page<GroupHit, GroupKind>> {
    let (viewer, wanted) = (viewer.clone(), wanted.clone());
    app.db
        .read(move |q| {
            let page = seek(q, SubjectKind::Group, sql_viewer(&viewer), &wanted, &request)?;
            let found = in_order(q, &viewer, &page.items)?;
            let mut abouts = group::abouts(q, found.iter().map(|group| &**group))?;
            let items = found.into_iter().map(|group| {
                let words = abouts.remove(&group.id).unwrap_or_default();
                GroupHit { excerpt: best(&words, &wanted.words), group }
            });
            Ok(Page { items: items.collect(), next: page.next })
        })
        .await
}

/// Of words in several languages those in which the question stands, else the first.
fn best(texts: &[String], words: &str) -> Vec<Piece> {
    let mut all: Vec<Vec<Piece>> = texts.iter().map(|text| excerpt(text, words, EXCERPT)).collect();
    let fits = all.iter().position(|pieces| pieces.iter().any(|piece| piece.is_match)).unwrap_or(0);
    if all.is_empty() { Vec::new() } else { all.swap_remove(fits) }
}

/// Those of `ids` that the viewer may know of, in the same order.
fn in_order(q: &mut Query<'_>, viewer: &Viewer, ids: &[GroupId]) -> Result<Vec<Visible<Group>>> {
    let mut groups = group::load_many(q, viewer, ids)?;
    Ok(ids.iter().filter_map(|id| groups.remove(id)).collect())
}

/// Groups whose names hold words that begin like these, own ones first.
pub(super) fn named_groups(
    q: &mut Query<'_>,
    viewer: &Viewer,
    words: &str,
    limit: usize,
) -> Result<Vec<Visible<Group>>> {
    let Some(named) = named(q, SubjectKind::Group, words)? else { return Ok(Vec::new()) };
    let ids = sql::named_groups(q, sql_viewer(viewer), &named, limit)?;
    in_order(q, viewer, &ids)
}

/// Events that are not over, whose titles hold words that begin like these, the next one first.
pub(super) fn named_events(
    q: &mut Query<'_>,
    viewer: &Viewer,
    words: &str,
    limit: usize,
) -> Result<Vec<Line>> {
    let Some(named) = named(q, SubjectKind::Event, words)? else { return Ok(Vec::new()) };
    let ids: Vec<EventId> = sql::named_events(q, sql_viewer(viewer), &named, limit)?;
    let now = q.now();
    event::found(q, viewer, &ids, now)
}
