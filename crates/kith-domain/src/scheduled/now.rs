//! Handing in at once what was a draft or waited for its time.

use kith_base::Result;
use kith_db::Tx;

use crate::kinds::ScheduledId;
use crate::polls::{self, NewPoll};
use crate::posts::{self, Along, NewPost, Post};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, PostId};

/// What goes when the post comes, and the poll that comes with it.
struct Instead {
    author: AccountId,
    submission: Option<String>,
    waiting: Option<ScheduledId>,
    poll: Option<NewPoll>,
}

impl Along for Instead {
    fn before(&self, tx: &mut Tx<'_>) -> Result<()> {
        super::clear(tx, self.author, self.submission.as_deref(), self.waiting)
    }

    fn after(&self, tx: &mut Tx<'_>, post: PostId) -> Result<()> {
        match &self.poll {
            Some(poll) => polls::put(tx, post, poll),
            None => Ok(()),
        }
    }
}

/// Writes a post, with a poll if there is one. The draft of its form goes in the same transaction, and so does the one
/// that waited for its time in its place.
///
/// # Errors
/// As [`polls::create_post`]; nothing is taken away then.
pub async fn publish(
    app: &App,
    viewer: &Viewer,
    new: NewPost,
    poll: Option<NewPoll>,
    instead_of: Option<ScheduledId>,
) -> Result<Visible<Post>> {
    let along = Instead {
        author: viewer.active()?.id,
        submission: new.submission.clone(),
        waiting: instead_of,
        poll: poll.map(polls::checked).transpose()?,
    };
    posts::create_along(app, viewer, new, along).await
}

/// Writes one of the viewer's posts that wait for their time now.
///
/// # Errors
/// NotFound when it is not there or somebody else's; as [`publish`].
pub async fn publish_waiting(app: &App, viewer: &Viewer, id: ScheduledId) -> Result<Visible<Post>> {
    let waiting = super::get(app, viewer, id).await?;
    let poll = waiting.draft.poll.clone();
    // Pressed twice it is published once.
    let submission = Some(format!("scheduled-{id}"));
    let new = NewPost { submission, ..waiting.draft.into_post() };
    publish(app, viewer, new, poll, Some(id)).await
}
