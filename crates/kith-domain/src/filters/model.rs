//! What a filter is.

use kith_base::Millis;

use crate::kinds::FilterId;
use crate::viewer::stored_as_text;

/// What becomes of a post that holds the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilterAction {
    /// It is folded under a line that names the words.
    #[default]
    Cover,
    /// It is left out of lists.
    Hide,
}

stored_as_text!(FilterAction { Cover = "cover", Hide = "hide" });

/// Words that a member does not want to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which one.
    pub id: FilterId,
    /// The words, as typed.
    pub phrase: String,
    /// Whether parts of longer words do not count.
    pub is_whole_word: bool,
    /// What becomes of posts that hold them.
    pub action: FilterAction,
    /// When it runs out, if ever.
    pub expires_at: Option<Millis>,
}

/// A filter as asked for.
#[derive(Clone, Debug, Default)]
pub struct NewFilter {
    /// The words.
    pub phrase: String,
    /// Whether parts of longer words do not count.
    pub is_whole_word: bool,
    /// What becomes of posts that hold them.
    pub action: FilterAction,
    /// For how many days, one of [`super::DAYS`]; none for good.
    pub days: Option<Millis>,
}
