//! A post with its comments, as the post's own page shows them.

use std::collections::HashMap;

use kith_base::{Error, Result, limits};
use kith_db::Query;

use super::hydrate::{Beside, comment_card, comment_photos, hydrate, people_of, spoken};
use super::{Card, CommentCard};
use crate::accounts::PersonCard;
use crate::comments::{self, Comment, Order, Thread};
use crate::reactions::{self, Tally};
use crate::saved_comments;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, CommentId, PostId};

/// Which part of a discussion is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct DiscussionRequest {
    /// In which order.
    pub order: Order,
    /// Threads beyond this one.
    pub cursor: Option<CommentId>,
    /// Only this thread, given by its first comment or any answer in it.
    pub thread: Option<CommentId>,
    /// In one thread: answers after this one.
    pub after: Option<CommentId>,
}

/// A first-level comment with answers.
#[derive(Clone, Debug)]
pub struct ThreadCard {
    /// The first-level comment's id.
    pub id: CommentId,
    /// The comment; none when it is gone for this reader while answers are still there.
    pub first: Option<CommentCard>,
    /// Answers, old to new.
    pub replies: Vec<CommentCard>,
    /// Answers beyond these.
    pub more: i64,
}

/// A post with its comments.
#[derive(Clone, Debug)]
pub struct Discussion {
    /// The post; its own `comments` are left empty.
    pub card: Card,
    /// The threads.
    pub threads: Vec<ThreadCard>,
    /// Cursor of the next page.
    pub next: Option<CommentId>,
}

/// A post's page.
///
/// # Errors
/// NotFound when the viewer may not see the post, or there is no such thread under it.
pub async fn discussion(
    app: &App,
    viewer: &Viewer,
    post: PostId,
    request: DiscussionRequest,
) -> Result<Discussion> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut card = hydrate(q, &viewer, &[post])?.pop().ok_or_else(Error::not_found)?;
            card.comments.clear();
            let (threads, next) = match request.thread {
                Some(id) => (vec![comments::thread(q, &viewer, &card.post, id, request.after)?], None),
                None => {
                    comments::threads(q, &viewer, &card.post, request.order, request.cursor, limits::PAGE)?
                }
            };
            let threads = lay_out(q, &viewer, &card, threads)?;
            Ok(Discussion { card, threads, next })
        })
        .await
}

/// One comment with the card of its post.
///
/// # Errors
/// NotFound when the viewer may not see it.
pub async fn comment(app: &App, viewer: &Viewer, id: CommentId) -> Result<(CommentCard, Card)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (comment, post) = comments::load(q, &viewer, id)?;
            let card = hydrate(q, &viewer, &[post.id])?.pop().ok_or_else(Error::not_found)?;
            let thread = Thread { id, first: Some(comment), replies: Vec::new(), more: 0 };
            let laid = lay_out(q, &viewer, &card, vec![thread])?.pop().and_then(|thread| thread.first);
            Ok((laid.ok_or_else(Error::not_found)?, card))
        })
        .await
}

/// Those of `ids` that the viewer may see, and the cards of their posts. A fixed number of statements.
///
/// # Errors
/// Internal when the database fails.
pub async fn comments_of(
    app: &App,
    viewer: &Viewer,
    ids: Vec<CommentId>,
) -> Result<(Vec<CommentCard>, Vec<Card>)> {
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let viewer = viewer.clone();
    app.db.read(move |q| comments_in(q, &viewer, &ids)).await
}

/// [`comments_of`] inside a transaction.
pub(super) fn comments_in(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[CommentId],
) -> Result<(Vec<CommentCard>, Vec<Card>)> {
    if ids.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let found = comments::load_many(q, viewer, ids)?;
    let mut posts: Vec<PostId> = found.iter().map(|(_, post)| *post).collect();
    posts.sort_unstable();
    posts.dedup();
    let cards = hydrate(q, viewer, &posts)?;
    let by_id: HashMap<PostId, &Card> = cards.iter().map(|card| (card.post.id, card)).collect();
    let lines: Vec<&Visible<Comment>> = found.iter().map(|(comment, _)| comment).collect();
    let people = people_of(q, std::iter::empty(), &lines)?;
    let ids: Vec<CommentId> = lines.iter().map(|comment| comment.id).collect();
    let photos = comment_photos(q, &lines)?;
    let saved = saved_comments::among(q, viewer, &ids)?;
    let spoken = spoken(q, viewer, &ids)?;
    let mut tallies = reactions::of_comments(q, viewer, &ids)?;
    let laid = found.into_iter().filter_map(|(comment, post)| {
        let card = by_id.get(&post)?;
        let beside = Beside {
            people: &people,
            photos: &photos,
            saved: &saved,
            spoken: &spoken,
            tallies: &mut tallies,
        };
        comment_card(viewer, &card.post, comment, beside)
    });
    Ok((laid.collect(), cards))
}

fn lay_out(q: &mut Query<'_>, viewer: &Viewer, card: &Card, threads: Vec<Thread>) -> Result<Vec<ThreadCard>> {
    let lines: Vec<&Visible<Comment>> =
        threads.iter().flat_map(|thread| thread.first.iter().chain(&thread.replies)).collect();
    let ids: Vec<CommentId> = lines.iter().map(|comment| comment.id).collect();
    let people: HashMap<AccountId, PersonCard> = people_of(q, std::iter::empty(), &lines)?;
    let mut tallies: HashMap<CommentId, Tally> = reactions::of_comments(q, viewer, &ids)?;
    let photos = comment_photos(q, &lines)?;
    let saved = saved_comments::among(q, viewer, &ids)?;
    let spoken = spoken(q, viewer, &ids)?;
    let mut lay = |comment| {
        let beside = Beside {
            people: &people,
            photos: &photos,
            saved: &saved,
            spoken: &spoken,
            tallies: &mut tallies,
        };
        comment_card(viewer, &card.post, comment, beside)
    };
    Ok(threads
        .into_iter()
        .map(|thread| ThreadCard {
            id: thread.id,
            first: thread.first.and_then(&mut lay),
            replies: thread.replies.into_iter().filter_map(&mut lay).collect(),
            more: thread.more,
        })
        .collect())
}
