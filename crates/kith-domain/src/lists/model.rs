//! What a list is.

use crate::kinds::ListId;
use crate::viewer::stored_as_text;

/// Which answers belong into a list, as apps let their owners choose. Answers are comments here and stand in no list of
/// posts, so the choice is kept and changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RepliesPolicy {
    /// To people in the list.
    #[default]
    List,
    /// To people whom the owner follows.
    Followed,
    /// None.
    Nobody,
}
stored_as_text!(RepliesPolicy { List = "list", Followed = "followed", Nobody = "none" });

/// A list as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// The id.
    pub id: ListId,
    /// The title.
    pub title: String,
    /// Which answers belong into it.
    pub replies: RepliesPolicy,
    /// Whether what its people write stays out of the owner's home page.
    pub is_exclusive: bool,
}

/// A list as asked for.
#[derive(Clone, Debug, Default)]
pub struct NewList {
    /// The title as typed.
    pub title: String,
    /// Which answers belong into it.
    pub replies: RepliesPolicy,
    /// Whether what its people write stays out of the owner's home page.
    pub is_exclusive: bool,
}
