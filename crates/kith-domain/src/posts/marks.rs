//! Small marks on a post: pinned, saved, muted, comments closed.

use kith_base::{Error, Result};
use kith_db::Tx;

use super::model::Post;
use super::{policy, sql};
use crate::changes::{self, Change};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, PostId, viewers};

/// Puts a post on top of one's own profile, or takes it down again.
///
/// # Errors
/// NotFound unless it is the viewer's own post on their own profile.
pub async fn set_pinned(app: &App, viewer: &Viewer, post: PostId, pinned: bool) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, found) = fresh(tx, by, post)?;
            if !policy::may_pin(&viewer, &found.facts) {
                return Err(Error::not_found());
            }
            if pinned {
                sql::pin(tx, by, post)?;
            } else {
                sql::unpin(tx, by, post)?;
            }
            changes::record(tx, Change::PostChanged { post, author: found.author });
            Ok(())
        })
        .await
}

/// Keeps a post in the viewer's saved list, or drops it from there. Nobody else learns of it.
///
/// # Errors
/// NotFound when the viewer may not see the post. Dropping always works.
pub async fn set_saved(app: &App, viewer: &Viewer, post: PostId, saved: bool) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            changes::record(tx, Change::MarksChanged { account: by });
            if !saved {
                return sql::unsave(tx, by, post);
            }
            fresh(tx, by, post)?;
            sql::save(tx, by, post)
        })
        .await
}

/// Mutes a post for the viewer, who hears nothing more of what happens to it or under it, or listens again. Nobody else
/// learns of it.
///
/// # Errors
/// NotFound when the viewer may not see the post. Listening again always works.
pub async fn set_muted(app: &App, viewer: &Viewer, post: PostId, muted: bool) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            changes::record(tx, Change::MarksChanged { account: by });
            if !muted {
                return sql::unmute(tx, by, post);
            }
            fresh(tx, by, post)?;
            sql::mute(tx, by, post)
        })
        .await
}

/// Closes the comments under a post, or opens them again. What was said stays.
///
/// # Errors
/// NotFound unless the viewer is its author or owns the wall it stands on.
pub async fn set_comments_closed(app: &App, viewer: &Viewer, post: PostId, closed: bool) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, found) = fresh(tx, by, post)?;
            if !policy::may_close_comments(&viewer, &found.facts) {
                return Err(Error::not_found());
            }
            let at = closed.then(|| tx.now());
            sql::close_comments(tx, post, at)?;
            changes::record(tx, Change::PostChanged { post, author: found.author });
            Ok(())
        })
        .await
}

fn fresh(tx: &mut Tx<'_>, by: AccountId, post: PostId) -> Result<(Viewer, Visible<Post>)> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
    let found = super::load(tx, &viewer, post)?;
    Ok((viewer, found))
}
