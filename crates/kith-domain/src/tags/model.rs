//! What is known of a tag.

use kith_base::Millis;

use crate::kinds::{FeaturedTagId, RowId};

/// A tag as the viewer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its folded name.
    pub key: String,
    /// How much it was used, today first.
    pub history: Vec<DayOfTag>,
    /// Whether the viewer follows it.
    pub is_followed: bool,
    /// Whether it stands on the viewer's profile.
    pub is_featured: bool,
}

/// How much a tag was used on one day, in posts for everyone that the viewer may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfTag {
    /// When the day began (UTC).
    pub at: Millis,
    /// In how many posts.
    pub uses: i64,
    /// By how many people.
    pub people: i64,
}

/// A tag in the list of those that the viewer follows.
#[derive(Clone, Debug)]
pub struct FollowedTag {
    /// Its place in the list.
    pub row: RowId,
    /// The tag.
    pub tag: Tag,
}

/// A tag on a profile.
#[derive(Clone, Debug)]
pub struct Featured {
    /// Its place there.
    pub id: FeaturedTagId,
    /// Its folded name.
    pub key: String,
    /// As the owner wrote it.
    pub shown: String,
    /// In how many posts of the owner that the viewer may see.
    pub posts: i64,
    /// When the newest of these was written.
    pub last_used_at: Option<Millis>,
}
