//! Notices told in one line: "Ana and 4 others".

use std::collections::HashSet;

use kith_base::{Error, PageRequest, Result};
use kith_db::Query;

use super::{Notice, Wanted, after_marker, scan};
use crate::kinds::{NoticeId, NoticeKind};
use crate::notices::{KEPT, Occasion, Place};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App};

/// What stands before the id of a notice that is told alone.
const ALONE: &str = "ungrouped-";

/// Notices that are told in one line.
#[derive(Clone, Debug)]
pub struct Group {
    /// The key under which it is asked for again.
    pub key: String,
    /// The newest of them; the one that the line is about.
    pub newest: Visible<Notice>,
    /// The oldest that was looked at.
    pub oldest: NoticeId,
    /// How many there are on this page.
    pub count: usize,
    /// Who caused them, newest first, each once.
    pub people: Vec<AccountId>,
    /// Whether one of them was not read.
    pub is_unread: bool,
}

impl Group {
    fn begun(key: String, notice: Visible<Notice>) -> Self {
        let is_unread = notice.read_at.is_none();
        Self { key, oldest: notice.id, count: 1, people: vec![notice.from], newest: notice, is_unread }
    }

    /// Takes one more in, whichever way the notices come.
    fn add(&mut self, notice: Visible<Notice>) {
        self.count += 1;
        self.is_unread |= notice.read_at.is_none();
        let is_newer = notice.id > self.newest.id;
        self.people.retain(|known| !is_newer || *known != notice.from);
        if is_newer {
            self.people.insert(0, notice.from);
            self.newest = notice;
        } else {
            self.oldest = self.oldest.min(notice.id);
            if !self.people.contains(&notice.from) {
                self.people.push(notice.from);
            }
        }
    }
}

/// The key of a notice, when `grouped` are the occasions that are told together.
pub fn key_of(notice: &Notice, grouped: &[Occasion]) -> String {
    match &notice.group_key {
        Some(key) if grouped.contains(&notice.occasion) => key.clone(),
        _ => format!("{ALONE}{}", notice.id),
    }
}

/// The notice that is meant, if the key is of one that is told alone.
pub(super) fn alone(key: &str) -> Option<NoticeId> {
    key.strip_prefix(ALONE)?.parse().ok()
}

/// A page of groups, new to old. A notice is on one page only, so a group goes on where older ones of it are.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn groups(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<NoticeKind>,
    wanted: Wanted,
    grouped: Vec<Occasion>,
) -> Result<Vec<Group>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (groups, _) = collect(q, &viewer, &request, &wanted, &grouped)?;
            Ok(groups)
        })
        .await
}

/// The groups of a page, new to old, and whether there are more.
pub(super) fn collect(
    q: &mut Query<'_>,
    viewer: &Viewer,
    request: &PageRequest<NoticeKind>,
    wanted: &Wanted,
    grouped: &[Occasion],
) -> Result<(Vec<Group>, bool)> {
    let (mut groups, mut goes_on): (Vec<Group>, bool) = (Vec::new(), false);
    scan(q, viewer, request, Some(wanted.place), |notice| {
        if !wanted.takes(&notice) {
            return true;
        }
        let key = key_of(&notice, grouped);
        let is_full = groups.len() >= request.limit;
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.add(notice),
            None if is_full => {
                goes_on = true;
                return false;
            }
            None => groups.push(Group::begun(key, notice)),
        }
        true
    })?;
    groups.sort_by_key(|group| std::cmp::Reverse(group.newest.id));
    Ok((groups, goes_on))
}

/// One group, whole.
///
/// # Errors
/// NotFound when there is nothing with this key that the viewer may see.
pub async fn group(app: &App, viewer: &Viewer, key: String) -> Result<Group> {
    if let Some(id) = alone(&key) {
        let notice = super::get(app, viewer, id).await?;
        return Ok(Group::begun(key, notice));
    }
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut found: Option<Group> = None;
            scan(q, &viewer, &PageRequest::first(KEPT), Some(Place::List), |notice| {
                if notice.group_key.as_deref() == Some(key.as_str()) {
                    match &mut found {
                        Some(group) => group.add(notice),
                        None => found = Some(Group::begun(key.clone(), notice)),
                    }
                }
                true
            })?;
            found.ok_or_else(Error::not_found)
        })
        .await
}

/// How many groups have something that came after what was read last, counted up to `limit`.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unread_groups(
    app: &App,
    viewer: &Viewer,
    wanted: Wanted,
    grouped: Vec<Occasion>,
    limit: usize,
) -> Result<usize> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut keys: HashSet<String> = HashSet::new();
            let request = after_marker(q, me)?;
            scan(q, &viewer, &request, Some(wanted.place), |notice| {
                if wanted.takes(&notice) && notice.read_at.is_none() {
                    keys.insert(key_of(&notice, &grouped));
                }
                keys.len() < limit
            })?;
            Ok(keys.len())
        })
        .await
}
