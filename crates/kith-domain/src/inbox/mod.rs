//! Notices as their receiver reads them: each is held against the rules of this moment, whatever they were when it was
//! written. And markers, by which apps remember how far they have read.

mod cache;
mod groups;
mod markers;
pub mod policy;
mod reading;
mod sql;

use kith_base::{Error, Millis, PageRequest, Result};
use kith_db::Query;

pub use cache::connect;
pub use groups::{Group, group, groups, key_of, unread_groups};
pub use markers::{Marker, Timeline, markers, set_markers};
pub use reading::{bell, held, lines, open, read_all, release, remove, set_read};

use crate::changes::{self, Change};
use crate::kinds::{NoticeId, NoticeKind};
use crate::notices::{KEPT, Occasion, Place};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, CommentId, ConversationId, EventId, GroupId, MessageId, PostId};

/// Notices that one statement fetches.
const AT_ONCE: usize = 200;

/// A line of somebody's notices.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which one.
    pub id: NoticeId,
    /// For whom.
    pub account: AccountId,
    /// What happened.
    pub occasion: Occasion,
    /// Who did it.
    pub from: AccountId,
    /// The post that it is about, or under which the comment stands.
    pub post: Option<PostId>,
    /// The comment that it is about.
    pub comment: Option<CommentId>,
    /// The conversation that it is about.
    pub conversation: Option<ConversationId>,
    /// The message in it.
    pub message: Option<MessageId>,
    /// The event that it is about.
    pub event: Option<EventId>,
    /// The group that it is about.
    pub group: Option<GroupId>,
    /// Which reaction, as its word; of what happens in groups, what was decided.
    pub reaction: Option<String>,
    /// Notices with the same word can be told in one line.
    pub group_key: Option<String>,
    /// When it happened.
    pub created_at: Millis,
    /// When it was read, if it was.
    pub read_at: Option<Millis>,
    /// Where it stands.
    pub place: Place,
}

/// Which notices are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only these occasions; `None` for all.
    pub occasions: Option<Vec<Occasion>>,
    /// Only those that somebody caused.
    pub from: Option<AccountId>,
    /// Only those that were not read.
    pub is_unread: bool,
    /// Only those that stand here.
    pub place: Place,
}

impl Wanted {
    fn takes(&self, notice: &Notice) -> bool {
        self.occasions.as_ref().is_none_or(|wanted| wanted.contains(&notice.occasion))
            && self.from.is_none_or(|from| from == notice.from)
            && !(self.is_unread && notice.read_at.is_some())
    }
}

/// A page of the viewer's notices, new to old.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn page(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<NoticeKind>,
    wanted: Wanted,
) -> Result<Vec<Visible<Notice>>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut items = Vec::new();
            scan(q, &viewer, &request, Some(wanted.place), |notice| {
                if wanted.takes(&notice) {
                    items.push(notice);
                }
                items.len() < request.limit
            })?;
            if request.nearest {
                items.reverse();
            }
            Ok(items)
        })
        .await
}

/// One notice, wherever it stands.
///
/// # Errors
/// NotFound when it is not there, is somebody else's, or is about what the viewer may no longer see.
pub async fn get(app: &App, viewer: &Viewer, id: NoticeId) -> Result<Visible<Notice>> {
    let beyond = NoticeId::new(id.raw().saturating_add(1));
    let below = NoticeId::new(id.raw().saturating_sub(1));
    let request = PageRequest { before: Some(beyond), after: Some(below), nearest: false, limit: 1 };
    viewer.active()?;
    let viewer = viewer.clone();
    let found = app
        .db
        .read(move |q| {
            let mut found = None;
            scan(q, &viewer, &request, None, |notice| {
                found = Some(notice);
                false
            })?;
            Ok(found)
        })
        .await?;
    found.ok_or_else(Error::not_found)
}

/// How many notices came after the one that was read last, counted up to `limit`.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unread(app: &App, viewer: &Viewer, wanted: Wanted, limit: usize) -> Result<usize> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut count = 0;
            let request = after_marker(q, me)?;
            scan(q, &viewer, &request, Some(wanted.place), |notice| {
                count += usize::from(wanted.takes(&notice) && notice.read_at.is_none());
                count < limit
            })?;
            Ok(count)
        })
        .await
}

/// All that came after the marker.
fn after_marker(q: &mut Query<'_>, me: AccountId) -> Result<PageRequest<NoticeKind>> {
    let read = sql::marker(q, me, Timeline::Notifications)?.map(|marker| NoticeId::new(marker.last_read));
    Ok(PageRequest { before: None, after: read, nearest: false, limit: KEPT })
}

/// Drops one notice. One that is not there is as good as dropped.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn dismiss(app: &App, viewer: &Viewer, id: NoticeId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::dismiss(tx, me, id)?;
            changes::record(tx, Change::NoticesChanged { account: me });
            Ok(())
        })
        .await
}

/// Drops all notices with this key.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn dismiss_group(app: &App, viewer: &Viewer, key: String) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            changes::record(tx, Change::NoticesChanged { account: me });
            match groups::alone(&key) {
                Some(id) => sql::dismiss(tx, me, id),
                None => sql::dismiss_group(tx, me, &key),
            }
        })
        .await
}

/// Drops all notices.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn clear(app: &App, viewer: &Viewer) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::clear(tx, me)?;
            changes::record(tx, Change::NoticesChanged { account: me });
            Ok(())
        })
        .await
}

/// Hands the viewer's notices to `take`, in the order that `request` asks for, until it has enough. A statement for each
/// 200 of them, and no more of these than there are notices kept.
fn scan(
    q: &mut Query<'_>,
    viewer: &Viewer,
    request: &PageRequest<NoticeKind>,
    place: Option<Place>,
    mut take: impl FnMut(Visible<Notice>) -> bool,
) -> Result<()> {
    let now = q.now();
    let mut before = request.before.unwrap_or(NoticeId::new(i64::MAX));
    let mut after = request.after.unwrap_or(NoticeId::new(0));
    for _ in 0..KEPT.div_ceil(AT_ONCE) + 1 {
        let part = sql::page(q, viewer.id_or_zero(), (before, after), request.nearest, place)?;
        let is_last = part.len() < AT_ONCE;
        if let Some(last) = part.last() {
            if request.nearest {
                after = last.id;
            } else {
                before = last.id;
            }
        }
        for notice in part {
            if let Some(notice) = policy::show(viewer, notice, now)
                && !take(notice)
            {
                return Ok(());
            }
        }
        if is_last {
            break;
        }
    }
    Ok(())
}
