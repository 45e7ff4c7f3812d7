//! What a comment is.

use kith_base::Millis;

use crate::viewer::{AccountState, Visible};
use crate::{AccountId, CommentId, MediaId, PostId};

/// A comment.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Which comment.
    pub id: CommentId,
    /// Under which post.
    pub post: PostId,
    /// Who wrote it.
    pub author: AccountId,
    /// Whether the author is there.
    pub author_state: AccountState,
    /// The first-level comment it stands under; none for a first-level one.
    pub thread: Option<CommentId>,
    /// Whom it answers, when that is not simply the one it stands under.
    pub answers: Option<AccountId>,
    /// Language of the text as a tag.
    pub language: String,
    /// The text as written.
    pub source: String,
    /// The text as shown.
    pub html: String,
    /// Its photo.
    pub photo: Option<MediaId>,
    /// When it was written.
    pub created_at: Millis,
    /// When it was last changed.
    pub edited_at: Option<Millis>,
    /// Since when it is deleted.
    pub deleted_at: Option<Millis>,
    /// Who deleted it.
    pub deleted_by: Option<AccountId>,
}

/// What somebody hands in.
#[derive(Clone, Debug, Default)]
pub struct NewComment {
    /// Under which post.
    pub post: PostId,
    /// Which comment it answers, if it answers one.
    pub reply_to: Option<CommentId>,
    /// The text in light Markdown; empty only beside a photo.
    pub text: String,
    /// An own photo that nothing shows yet.
    pub photo: Option<MediaId>,
    /// A word that the form made: handed in twice it makes one comment.
    pub submission: Option<String>,
}

/// What an author changes.
#[derive(Clone, Debug, Default)]
pub struct CommentEdit {
    /// The text in light Markdown; empty only beside a photo.
    pub text: String,
    /// The photo from now on: the one that is there, another one, or none.
    pub photo: Option<MediaId>,
}

/// In which order first-level comments stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest on top.
    #[default]
    Newest,
    /// The first one on top, as a conversation went.
    Oldest,
}

/// A first-level comment with the first of its answers.
#[derive(Clone, Debug)]
pub struct Thread {
    /// The first-level comment's id, whether or not it can be read.
    pub id: CommentId,
    /// The comment; none when it is gone for this reader while answers to it are still there.
    pub first: Option<Visible<Comment>>,
    /// Answers, old to new, flattened.
    pub replies: Vec<Visible<Comment>>,
    /// Answers that are not in `replies`.
    pub more: i64,
}
