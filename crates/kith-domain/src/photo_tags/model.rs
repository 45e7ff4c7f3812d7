//! What a mark in a photo is.

use kith_base::Millis;

use crate::accounts::PersonCard;
use crate::media::Photo;
use crate::viewer::{AccountState, Visible, stored_as_text};
use crate::{AccountId, AlbumId, MediaId, PhotoTagId, PostId};

/// Whose marks somebody has to agree to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WhoMayTag {
    /// Each one waits for a word.
    #[default]
    Ask,
    /// Friends mark without asking.
    Friends,
    /// Nobody marks at all.
    Nobody,
}

stored_as_text!(WhoMayTag { Ask = "ask", Friends = "friends", Nobody = "nobody" });

/// How a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TagState {
    /// It waits for the word of whoever is marked.
    Waiting,
    /// It is shown to whoever sees the photo.
    Shown,
    /// Whoever was marked took it back; nobody marks them in this photo again.
    Removed,
}

stored_as_text!(TagState { Waiting = "waiting", Shown = "shown", Removed = "removed" });

/// A point in a photo, in thousandths of its width and height from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// From the left.
    pub across: i64,
    /// From above.
    pub down: i64,
}

impl Spot {
    /// Whether it lies in the photo.
    pub fn is_inside(self) -> bool {
        (0..=1000).contains(&self.across) && (0..=1000).contains(&self.down)
    }
}

/// A mark of somebody in a photo.
#[derive(Clone, Debug)]
pub struct PhotoTag {
    /// Which one.
    pub id: PhotoTagId,
    /// In which photo.
    pub photo: MediaId,
    /// Who is marked.
    pub person: AccountId,
    /// Whether they are there.
    pub person_state: AccountState,
    /// Who marked them.
    pub by: AccountId,
    /// How it stands.
    pub state: TagState,
    /// Where; none for the photo as a whole.
    pub spot: Option<Spot>,
    /// Since when.
    pub created_at: Millis,
}

/// A mark beside a photo.
#[derive(Clone, Debug)]
pub struct TagCard {
    /// The mark.
    pub tag: Visible<PhotoTag>,
    /// Who is marked.
    pub person: PersonCard,
    /// Whether the viewer may take it away.
    pub may_remove: bool,
}

/// A photo in which the viewer is marked.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// The mark.
    pub tag: Visible<PhotoTag>,
    /// The photo.
    pub photo: Photo,
    /// Who marked the viewer.
    pub by: PersonCard,
    /// The post that shows it.
    pub post: Option<PostId>,
    /// The album into which it was uploaded.
    pub album: Option<AlbumId>,
}
