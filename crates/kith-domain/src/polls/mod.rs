//! Polls: a question on a post, with answers to choose from until it ends. Whoever sees the post sees the poll, and
//! everybody but the author may vote once. What was chosen is counted; who chose it is told to nobody. Those on messages
//! are beside.

mod close;
mod create;
mod in_chats;
mod model;
pub mod policy;
mod sql;

use std::collections::{BTreeSet, HashMap};

use kith_base::{Error, Result};
use kith_db::{Query, Tx};

pub use create::{LASTS, create_post};
pub(crate) use create::{checked, put};
pub(crate) use in_chats::{
    OnMessage, erase_of_message, message_of, of_messages, put_on_message, take_back_in_chat, vote_in_chat,
};
pub use model::{NewPoll, Poll, PollOption};

use crate::changes::{self, Change};
use crate::posts::{self, Post};
use crate::viewer::{Viewer, Visible};
use crate::{App, PollId, PostId, viewers};

/// The polls of posts that the viewer may see. One statement whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn of_posts(
    q: &mut Query<'_>,
    viewer: &Viewer,
    posts: &[&Visible<Post>],
) -> Result<HashMap<PostId, Poll>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<PostId> = posts.iter().map(|post| post.id).collect();
    let mut found = sql::of_posts(q, viewer.id_or_zero(), &ids)?;
    let now = q.now();
    let known = |post: &&Visible<Post>| {
        let stored = found.remove(&post.id)?;
        Some((post.id, policy::known(viewer, &post.facts, stored, now)))
    };
    Ok(posts.iter().filter_map(known).collect())
}

/// A poll, for whoever may see the post it stands on.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: PollId) -> Result<Visible<Poll>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

fn load(q: &mut Query<'_>, viewer: &Viewer, id: PollId) -> Result<Visible<Poll>> {
    let post = sql::post_of(q, id)?.ok_or_else(Error::not_found)?;
    let post = posts::load(q, viewer, post)?;
    of_post(q, viewer, &post)
}

fn of_post(q: &mut Query<'_>, viewer: &Viewer, post: &Visible<Post>) -> Result<Visible<Poll>> {
    let stored = sql::of_posts(q, viewer.id_or_zero(), &[post.id])?.remove(&post.id);
    let stored = stored.ok_or_else(Error::not_found)?;
    let now = q.now();
    policy::show(viewer, &post.facts, stored, now).ok_or_else(Error::not_found)
}

/// Votes, once and for all. `choices` are places of answers.
///
/// # Errors
/// NotFound when the viewer may not see the post; Invalid (field `choices`) for the author, after the end, for a second
/// vote, and for choices that are not there or too many.
pub async fn vote(app: &App, viewer: &Viewer, id: PollId, choices: Vec<usize>) -> Result<Visible<Poll>> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            let post = sql::post_of(tx, id)?.ok_or_else(Error::not_found)?;
            let post = posts::load(tx, &viewer, post)?;
            cast(tx, &viewer, &post, &choices)
        })
        .await
}

/// [`vote`] in the poll that stands on `post`.
///
/// # Errors
/// As [`vote`].
pub async fn vote_on(app: &App, viewer: &Viewer, post: PostId, choices: Vec<usize>) -> Result<Visible<Poll>> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            let post = posts::load(tx, &viewer, post)?;
            cast(tx, &viewer, &post, &choices)
        })
        .await
}

/// Takes the viewer's vote in the poll on `post` back, so that they can choose anew while it lasts. Who never voted has
/// nothing to take back, which is as good.
///
/// # Errors
/// NotFound when the viewer may not see the post; Invalid (field `choices`) after the end.
pub async fn take_back(app: &App, viewer: &Viewer, post: PostId) -> Result<Visible<Poll>> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            let post = posts::load(tx, &viewer, post)?;
            let poll = of_post(tx, &viewer, &post)?;
            if poll.has_ended {
                return Err(Error::invalid("choices", "polls-ended"));
            }
            if sql::unvote(tx, poll.id, me)? {
                changes::record(tx, Change::PollChanged { post: post.id });
            }
            of_post(tx, &viewer, &post)
        })
        .await
}

fn cast(tx: &mut Tx<'_>, viewer: &Viewer, post: &Visible<Post>, choices: &[usize]) -> Result<Visible<Poll>> {
    let poll = of_post(tx, viewer, post)?;
    if !sql::vote(tx, poll.id, viewer.id_or_zero(), &choices_of(&poll, choices)?)? {
        return Err(Error::invalid("choices", "polls-voted-already"));
    }
    changes::record(tx, Change::PollChanged { post: post.id });
    of_post(tx, viewer, post)
}

/// The choices as they are counted, if the viewer may choose them now.
fn choices_of(poll: &Poll, choices: &[usize]) -> Result<Vec<usize>> {
    let refused = |key| Err(Error::invalid("choices", key));
    if poll.has_ended {
        return refused("polls-ended");
    }
    if poll.is_own {
        return refused("polls-own");
    }
    let choices: BTreeSet<usize> = choices.iter().copied().collect();
    if choices.is_empty() {
        return refused("polls-choose");
    }
    if choices.iter().any(|choice| *choice >= poll.options.len()) {
        return refused("polls-no-such-choice");
    }
    if choices.len() > 1 && !poll.is_multiple {
        return refused("polls-choose-one");
    }
    Ok(choices.into_iter().collect())
}
