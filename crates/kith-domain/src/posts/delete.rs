//! Deleting a post, taking that back for a moment, and erasing it for good.

use kith_base::{Error, Result, SECOND};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::model::Post;
use super::{policy, sql};
use crate::changes::{self, Change};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, PostId, groups, pages, viewers};

/// The name of the job that erases what was deleted.
pub(super) const PURGE: &str = "posts.purge";

/// Which deleted post to erase.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Purge {
    pub post: PostId,
}

/// Deletes a post: nobody sees it from now on, and soon it is erased with its photos and comments.
///
/// # Errors
/// NotFound unless the viewer is its author or owns the wall it stands on.
pub async fn delete(app: &App, viewer: &Viewer, post: PostId) -> Result<()> {
    let (by, acting) = (viewer.active()?.id, viewer.acting());
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
            let found = super::load(tx, &viewer, post)?;
            if !policy::may_delete(&viewer, &found.facts) {
                return Err(Error::not_found());
            }
            pages::done(tx, acting, by, pages::Act::PostDeleted, (pages::SubjectKind::Post, post))?;
            remove(tx, &found, by, "")
        })
        .await
}

/// Marks a post as deleted by somebody who may do so. What is taken out of a group by those who look after it is written
/// down there.
pub(crate) fn remove(tx: &mut Tx<'_>, found: &Post, by: AccountId, reason: &str) -> Result<()> {
    let (post, now) = (found.id, tx.now());
    sql::mark_deleted(tx, post, Some(now), Some(by))?;
    if let Some(group) = &found.group
        && by != found.author
    {
        groups::note(tx, group.id, by, groups::Act::PostRemoved, Some(found.author), reason)?;
    }
    if let Some(original) = found.shared {
        sql::count_share(tx, original, -1)?;
        changes::record(tx, Change::SharesChanged { post: original });
    }
    tx.enqueue(PURGE, &Purge { post }, now + policy::UNDO + 5 * SECOND)?;
    changes::record(tx, Change::PostDeleted { post, author: found.author, wall: found.wall });
    Ok(())
}

/// Takes a deletion back.
///
/// # Errors
/// NotFound when the viewer did not delete it, or too long ago.
pub async fn restore(app: &App, viewer: &Viewer, post: PostId) -> Result<Visible<Post>> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
            let found = sql::load(tx, &[post])?.remove(&post).ok_or_else(Error::not_found)?;
            if !policy::may_restore(&viewer, &found.facts, tx.now()) {
                return Err(Error::not_found());
            }
            sql::mark_deleted(tx, post, None, None)?;
            if let Some(original) = found.shared {
                sql::count_share(tx, original, 1)?;
                changes::record(tx, Change::SharesChanged { post: original });
            }
            changes::record(tx, restored(&found));
            super::record_tags(tx, &found)?;
            super::load(tx, &viewer, post)
        })
        .await
}

fn restored(found: &Post) -> Change {
    Change::PostRestored {
        post: found.id,
        author: found.author,
        wall: found.wall,
        group: found.group.as_ref().map(|group| group.id),
    }
}
