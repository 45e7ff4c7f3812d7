//! What a report is.

use kith_base::Millis;

use crate::AccountId;
use crate::kinds::ReportId;
use crate::viewer::stored_as_text;

/// What it is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Category {
    /// Unwanted advertising.
    Spam,
    /// Something against the law.
    Legal,
    /// A child is harmed, or in danger.
    ChildSafety,
    /// Violence, or a threat of it.
    Violence,
    /// Rules of the community.
    Violation,
    /// Anything else.
    #[default]
    Other,
}
stored_as_text!(Category {
    Spam = "spam",
    Legal = "legal",
    ChildSafety = "child_safety",
    Violence = "violence",
    Violation = "violation",
    Other = "other",
});

impl Category {
    /// Whether whoever answers for the community has to know at once, wherever it stands.
    pub const fn is_urgent(self) -> bool {
        matches!(self, Self::Legal | Self::ChildSafety | Self::Violence)
    }
}

/// What a report can be about beside posts, comments and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SubjectKind {
    /// An album.
    Album,
    /// A photo.
    Photo,
}
stored_as_text!(SubjectKind { Album = "album", Photo = "photo" });

/// A report as asked for.
#[derive(Clone, Debug, Default)]
pub struct NewReport {
    /// Who is reported.
    pub target: AccountId,
    /// What it is about.
    pub category: Category,
    /// In the reporter's words.
    pub comment: String,
    /// Numbers of rules that were broken, from one.
    pub rules: Vec<usize>,
    /// Ids of posts and comments.
    pub posts: Vec<i64>,
}

/// A report as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The id.
    pub id: ReportId,
    /// Who reported; none when they have left.
    pub reporter: Option<AccountId>,
    /// Who was reported.
    pub target: AccountId,
    /// What it is about.
    pub category: Category,
    /// In the reporter's words.
    pub comment: String,
    /// Numbers of rules that were broken.
    pub rules: Vec<usize>,
    /// Ids of posts and comments.
    pub posts: Vec<i64>,
    /// Albums and photos.
    pub subjects: Vec<(SubjectKind, i64)>,
    /// When.
    pub created_at: Millis,
}
