//! Comments that members keep for later, alone and in one list with the posts they keep. Nobody else learns of it, and
//! what may be seen no longer is listed no longer.

mod sql;

use std::collections::HashSet;

use kith_base::{Page, PageRequest, Result};
use kith_db::Query;

use crate::changes::{self, Change};
use crate::kinds::{RowId, RowKind};
use crate::viewer::Viewer;
use crate::{App, CommentId, PostId, comments, posts, viewers};

/// Something that was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// A post.
    Post(PostId),
    /// A comment.
    Comment(CommentId),
}

/// One line of what somebody saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What was saved.
    pub what: Saved,
    /// Its place in the order of saving, by which the list goes on.
    pub place: RowId,
}

/// Which things a list of what was saved holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Posts and comments.
    Both,
    /// Comments alone.
    Comments,
}

/// Keeps a comment for the viewer, or drops it. Doing it twice changes nothing.
///
/// # Errors
/// NotFound when the viewer may not see the comment. Dropping always works.
pub async fn set(app: &App, viewer: &Viewer, comment: CommentId, saved: bool) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            changes::record(tx, Change::MarksChanged { account: by });
            if !saved {
                return sql::unsave(tx, by, comment);
            }
            let viewer = Viewer::Member(viewers::load_fresh(tx, by)?);
            viewer.active()?;
            let (comment, post) = comments::load(tx, &viewer, comment)?;
            sql::save(tx, by, comment.id, post.id)
        })
        .await
}

/// Which of `comments` the viewer saved. No statement where there is nothing to ask.
///
/// # Errors
/// Internal when the database fails.
pub fn among(q: &mut Query<'_>, viewer: &Viewer, comments: &[CommentId]) -> Result<HashSet<CommentId>> {
    match viewer.id() {
        Some(me) if !comments.is_empty() => Ok(sql::among(q, me, comments)?.into_iter().collect()),
        _ => Ok(HashSet::new()),
    }
}

/// What the viewer saved and may still see, the last saved first. A page begins and ends at places; the id of something
/// that the viewer saved is as good as its place, for those who know no other.
///
/// # Errors
/// Internal when the database fails.
pub fn page(
    q: &mut Query<'_>,
    viewer: &Viewer,
    holds: Holds,
    mut request: PageRequest<RowKind>,
) -> Result<Page<Line, RowKind>> {
    let me = viewer.id_or_zero();
    for edge in [&mut request.before, &mut request.after].into_iter().flatten() {
        if let Some(place) = sql::place_of(q, me, *edge)? {
            *edge = place;
        }
    }
    let (items, has_more) = sql::page(q, posts::policy::sql_viewer(viewer), me, holds, &request)?;
    let next = if has_more { items.last().map(|line| line.place) } else { None };
    Ok(Page { items, next })
}
