//! Comments: two levels shown, deeper answers flattened with the name of whom they answer.

mod change;
pub mod model;
pub mod policy;
pub(crate) mod sql;

use std::collections::HashMap;

use kith_base::{Error, Result};
use kith_db::Query;

pub use change::{create, delete, edit, restore};
pub use model::{Comment, CommentEdit, NewComment, Order, Thread};

use crate::posts::{self, Post, PostFacts};
use crate::viewer::{Viewer, Visible};
use crate::{App, CommentId, PostId};

/// Answers shown under a first-level comment before "view more".
pub const REPLIES_SHOWN: usize = 3;
/// Answers on the page of one thread.
pub const REPLIES_PAGE: usize = 100;

/// A comment with its post, for whoever may see both.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: CommentId) -> Result<(Visible<Comment>, Visible<Post>)> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: CommentId) -> Result<(Visible<Comment>, Visible<Post>)> {
    let comment = sql::by_id(q, id)?.ok_or_else(Error::not_found)?;
    let post = posts::load(q, viewer, comment.post)?;
    let comment = policy::show(viewer, &post.facts, comment).ok_or_else(Error::not_found)?;
    Ok((comment, post))
}

/// Whether the viewer could see a comment before it was deleted; for those who have it on their screen.
///
/// # Errors
/// Internal when the database fails.
pub fn was_seen(q: &mut Query<'_>, viewer: &Viewer, id: CommentId) -> Result<bool> {
    let Some(mut comment) = sql::by_id(q, id)? else { return Ok(false) };
    comment.deleted_at = None;
    let posts = posts::load_many(q, viewer, &[comment.post])?;
    Ok(posts.iter().any(|post| policy::may_see(viewer, &post.facts, &comment)))
}

/// A comment in any state, with the facts of its post, for the feature that decides who may see what it shows.
pub(crate) fn facts(q: &mut Query<'_>, id: CommentId) -> Result<Option<(Comment, PostFacts)>> {
    let Some(comment) = sql::by_id(q, id)? else { return Ok(None) };
    let post = posts::sql::load(q, &[comment.post])?.remove(&comment.post);
    Ok(post.map(|post| (comment, post.facts)))
}

/// Those of `ids` that the viewer may see, each with its post. Three statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn load_many(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[CommentId],
) -> Result<Vec<(Visible<Comment>, PostId)>> {
    let found = sql::by_ids(q, ids)?;
    let posts: Vec<PostId> = found.iter().map(|comment| comment.post).collect();
    let posts: HashMap<PostId, Visible<Post>> =
        posts::load_many(q, viewer, &posts)?.into_iter().map(|post| (post.id, post)).collect();
    let shown = found.into_iter().filter_map(|comment| {
        let post = posts.get(&comment.post)?;
        policy::show(viewer, &post.facts, comment).map(|comment| (comment, post.id))
    });
    Ok(shown.collect())
}

/// Threads of a post beyond `cursor`, and the cursor of the next page if there is one. Two statements.
///
/// # Errors
/// Internal when the database fails.
pub fn threads(
    q: &mut Query<'_>,
    viewer: &Viewer,
    post: &Visible<Post>,
    order: Order,
    cursor: Option<CommentId>,
    limit: usize,
) -> Result<(Vec<Thread>, Option<CommentId>)> {
    let who = posts::policy::sql_viewer(viewer);
    let mut first = sql::first_level(q, who, post.id, order, cursor, limit + 1)?;
    let has_more = first.len() > limit;
    first.truncate(limit);
    let next = if has_more { first.last().map(|comment| comment.id) } else { None };
    Ok((with_replies(q, viewer, post, first, None, REPLIES_SHOWN)?, next))
}

/// One thread with its answers after `after`.
///
/// # Errors
/// NotFound when there is no such thread under the post.
pub fn thread(
    q: &mut Query<'_>,
    viewer: &Viewer,
    post: &Visible<Post>,
    id: CommentId,
    after: Option<CommentId>,
) -> Result<Thread> {
    let mut first = sql::by_id(q, id)?.ok_or_else(Error::not_found)?;
    if let Some(thread) = first.thread {
        first = sql::by_id(q, thread)?.ok_or_else(Error::not_found)?;
    }
    if first.post != post.id {
        return Err(Error::not_found());
    }
    let thread = with_replies(q, viewer, post, vec![first], after, REPLIES_PAGE)?.pop();
    thread.filter(|thread| thread.first.is_some() || !thread.replies.is_empty()).ok_or_else(Error::not_found)
}

fn with_replies(
    q: &mut Query<'_>,
    viewer: &Viewer,
    post: &Visible<Post>,
    first: Vec<Comment>,
    after: Option<CommentId>,
    limit: usize,
) -> Result<Vec<Thread>> {
    let ids: Vec<CommentId> = first.iter().map(|comment| comment.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut replies: HashMap<CommentId, (Vec<Visible<Comment>>, i64)> = HashMap::new();
    for (reply, total) in sql::replies(q, posts::policy::sql_viewer(viewer), &ids, after, limit)? {
        let Some(thread) = reply.thread else { continue };
        let entry = replies.entry(thread).or_insert_with(|| (Vec::new(), total));
        entry.1 -= 1;
        entry.0.extend(policy::show(viewer, &post.facts, reply));
    }
    let threads = first.into_iter().map(|comment| {
        let (replies, more) = replies.remove(&comment.id).unwrap_or_default();
        Thread { id: comment.id, first: policy::show(viewer, &post.facts, comment), replies, more }
    });
    Ok(threads.collect())
}

/// The most useful comments of each post, old to new. One statement whatever the number of posts.
///
/// # Errors
/// Internal when the database fails.
pub fn preview(
    q: &mut Query<'_>,
    viewer: &Viewer,
    posts: &[&Visible<Post>],
    each: usize,
) -> Result<HashMap<PostId, Vec<Visible<Comment>>>> {
    let by_id: HashMap<PostId, &Post> =
        posts.iter().filter(|post| post.comment_count > 0).map(|post| (post.id, &***post)).collect();
    let mut shown: HashMap<PostId, Vec<Visible<Comment>>> = HashMap::new();
    if by_id.is_empty() {
        return Ok(shown);
    }
    let ids: Vec<PostId> = by_id.keys().copied().collect();
    for comment in sql::preview(q, posts::policy::sql_viewer(viewer), &ids, each)? {
        let Some(post) = by_id.get(&comment.post) else { continue };
        if let Some(comment) = policy::show(viewer, &post.facts, comment) {
            shown.entry(post.id).or_default().push(comment);
        }
    }
    Ok(shown)
}

/// How many comments under each post the viewer may see: those of people who are away or behind a block are not counted,
/// or the count would tell of them. One statement whatever the number of posts.
///
/// # Errors
/// Internal when the database fails.
pub fn count_seen(
    q: &mut Query<'_>,
    viewer: &Viewer,
    posts: &[&Visible<Post>],
) -> Result<HashMap<PostId, i64>> {
    let ids: Vec<PostId> = posts.iter().filter(|post| post.comment_count > 0).map(|post| post.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(sql::count_seen(q, posts::policy::sql_viewer(viewer), &ids)?.into_iter().collect())
}
