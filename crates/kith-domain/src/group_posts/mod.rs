//! What is written in groups: pages of it, what waits, pins and announcements, and who is told. Who sees a post is decided
//! by the rule of [`crate::posts`], as everywhere.

mod erase;
mod sql;
mod tell;

use kith_base::{Error, Message, Page, PageRequest, Result};
use kith_db::Tx;

use crate::albums::AlbumPhoto;
use crate::cards::{self, Card};
use crate::changes::{self, Change};
use crate::filters::Context;
use crate::groups::{self, Act, Right};
use crate::kinds::{MediaKind, PostKind};
use crate::notices::{self, Cause, Occasion};
use crate::posts::{self, Hold, Post, policy};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, GroupId, MediaId, PostId, TopicId, media, viewers};

/// Pinned posts of one group.
pub const PINS: usize = 3;

/// What stands in a group, new to old; of one topic if one is named.
///
/// # Errors
/// NotFound when the viewer may not read the group.
pub async fn page(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    topic: Option<TopicId>,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    check(app, viewer, id, Right::Read).await?;
    cards::page(app, viewer, Context::Home, move |q, viewer| {
        posts::ids_in_group(q, viewer, id, topic, request)
    })
    .await
}

/// What stands on top of a group.
///
/// # Errors
/// As [`page`].
pub async fn pinned(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<Card>> {
    check(app, viewer, id, Right::Read).await?;
    let ids = app.db.read(move |q| sql::pinned(q, id)).await?;
    cards::of(app, viewer, ids).await
}

/// What waits for approval, the newest first.
///
/// # Errors
/// NotFound unless the viewer decides about it.
pub async fn waiting(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    check(app, viewer, id, Right::Approve).await?;
    cards::page(app, viewer, Context::Thread, move |q, viewer| posts::ids_held_in(q, viewer, id, request))
        .await
}

/// How many posts wait.
///
/// # Errors
/// As [`waiting`].
pub async fn count_waiting(app: &App, viewer: &Viewer, id: GroupId) -> Result<i64> {
    check(app, viewer, id, Right::Approve).await?;
    app.db.read(move |q| sql::count_waiting(q, id)).await
}

/// Photos of the posts in a group, new to old.
///
/// # Errors
/// As [`page`].
pub async fn photos(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    request: PageRequest<MediaKind>,
) -> Result<Page<AlbumPhoto, MediaKind>> {
    check(app, viewer, id, Right::Read).await?;
    let looking = policy::sql_viewer(viewer);
    app.db
        .read(move |q| {
            let mut found = sql::photos(q, looking, id, request.before, request.limit + 1)?;
            let has_more = found.len() > request.limit;
            found.truncate(request.limit);
            let next = found.last().map(|(photo, _)| *photo).filter(|_| has_more);
            let ids: Vec<MediaId> = found.iter().map(|(photo, _)| *photo).collect();
            let mut photos = media::photos(q, &ids)?;
            let items = found
                .into_iter()
                .filter_map(|(photo, post)| Some(AlbumPhoto { photo: photos.remove(&photo)?, post }));
            Ok(Page { items: items.collect(), next })
        })
        .await
}

async fn check(app: &App, viewer: &Viewer, id: GroupId, right: Right) -> Result<()> {
    let viewer = viewer.clone();
    app.db.read(move |q| groups::with_right(q, &viewer, id, right).map(drop)).await
}

/// Lets a post be read that waits.
///
/// # Errors
/// NotFound unless the viewer decides about it and it waits.
pub async fn approve(app: &App, viewer: &Viewer, post: PostId) -> Result<()> {
    on_post(app, viewer, post, Right::Approve, |tx, by, post, group| {
        if post.facts.hold != Some(Hold::Waiting) {
            return Err(Error::not_found());
        }
        posts::set_hold(tx, post.id, None, None)?;
        settle(tx, by, post, group, (Act::PostApproved, "approved"), "")?;
        groups::told_of_post(tx, group, post.id)?;
        let tags = posts::tags(tx, &[post.id])?.remove(&post.id).unwrap_or_default();
        changes::record(
            tx,
            Change::PostCreated {
                post: post.id,
                author: post.author,
                wall: None,
                group: Some(group),
                tags: tags.into_iter().map(|(key, _)| key).collect(),
            },
        );
        Ok(())
    })
    .await
}

/// Sends a post back that waits; its author alone sees it from then on, with the reason, and may change it.
///
/// # Errors
/// As [`approve`]; Invalid (`reason`) when it is too long.
pub async fn send_back(app: &App, viewer: &Viewer, post: PostId, reason: &str) -> Result<()> {
    let reason = groups::checked_reason(reason)?;
    on_post(app, viewer, post, Right::Approve, move |tx, by, post, group| {
        if post.facts.hold != Some(Hold::Waiting) {
            return Err(Error::not_found());
        }
        posts::set_hold(tx, post.id, Some(Hold::Declined), Some(&reason))?;
        settle(tx, by, post, group, (Act::PostDeclined, "declined"), &reason)?;
        changes::record(tx, Change::PostChanged { post: post.id, author: post.author });
        Ok(())
    })
    .await
}

/// Takes a post of somebody else out of a group; its author is told.
///
/// # Errors
/// NotFound unless the viewer may; Invalid (`reason`) when it is too long.
pub async fn remove(app: &App, viewer: &Viewer, post: PostId, reason: &str) -> Result<()> {
    let reason = groups::checked_reason(reason)?;
    on_post(app, viewer, post, Right::Remove, move |tx, by, post, group| {
        posts::remove(tx, post, by, &reason)?;
        forget_waiting(tx, post, group)?;
        let cause = Cause::in_group(Occasion::GroupPostResult, by, group);
        if post.author != by {
            notices::retell(tx, post.author, &Cause { reaction: Some("removed"), ..cause })?;
        }
        Ok(())
    })
    .await
}

/// Writes down what was decided about a post that waited, and tells its author.
fn settle(
    tx: &mut Tx<'_>,
    by: AccountId,
    post: &Post,
    group: GroupId,
    (act, outcome): (Act, &'static str),
    reason: &str,
) -> Result<()> {
    groups::note(tx, group, by, act, Some(post.author), reason)?;
    forget_waiting(tx, post, group)?;
    if post.author == by {
        return Ok(());
    }
    let cause = Cause::at_post(Occasion::GroupPostResult, by, post.id);
    notices::retell(tx, post.author, &Cause { group: Some(group), reaction: Some(outcome), ..cause })
}

/// Nobody has to look at the post any more.
fn forget_waiting(tx: &mut Tx<'_>, post: &Post, group: GroupId) -> Result<()> {
    let cause = Cause::at_post(Occasion::GroupPostPending, post.author, post.id);
    let cause = Cause { group: Some(group), ..cause };
    for account in groups::staff_of(tx, group)? {
        notices::take_back(tx, account, &cause)?;
    }
    Ok(())
}

/// Puts a post on top of its group, or takes it down.
///
/// # Errors
/// NotFound unless the viewer may; Conflict when there are as many as there may be.
pub async fn set_pinned(app: &App, viewer: &Viewer, post: PostId, pinned: bool) -> Result<()> {
    on_post(app, viewer, post, Right::Arrange, move |tx, by, post, group| {
        if pinned {
            let there = sql::pinned(tx, group)?;
            if there.contains(&post.id) {
                return Ok(());
            }
            if there.len() >= PINS {
                return Err(Error::conflict(Message::new("groups-pins-full").with("limit", PINS)));
            }
            sql::pin(tx, group, post.id, by)?;
        } else {
            sql::unpin(tx, post.id)?;
        }
        changes::record(tx, Change::PostChanged { post: post.id, author: post.author });
        Ok(())
    })
    .await
}

/// Makes a post an announcement, of which members are told, or one like any other.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn set_announced(app: &App, viewer: &Viewer, post: PostId, announced: bool) -> Result<()> {
    on_post(app, viewer, post, Right::Arrange, move |tx, _, post, group| {
        let is_one = post.group.as_ref().is_some_and(|group| group.is_announcement);
        if is_one == announced {
            return Ok(());
        }
        let at = announced.then(|| tx.now());
        sql::set_announced(tx, post.id, at)?;
        if announced && post.facts.hold.is_none() {
            groups::told_of_post(tx, group, post.id)?;
        }
        changes::record(tx, Change::PostChanged { post: post.id, author: post.author });
        Ok(())
    })
    .await
}

/// Opens a write on a post in a group for somebody who has this right there.
async fn on_post(
    app: &App,
    viewer: &Viewer,
    post: PostId,
    right: Right,
    step: impl Fn(&mut Tx<'_>, AccountId, &Visible<Post>, GroupId) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
            viewer.active()?;
            let post = posts::load(tx, &viewer, post)?;
            let group = post.facts.group.ok_or_else(Error::not_found)?.id;
            groups::with_right(tx, &viewer, group, right)?;
            step(tx, by, &post, group)
        })
        .await
}
