//! What an album is, and what its owner hands in.

use kith_base::Millis;

use crate::accounts::PersonCard;
use crate::media::Photo;
use crate::posts::AudienceChoice;
use crate::viewer::{AccountState, Visible};
use crate::{AccountId, AlbumId, MediaId, PostId};

/// What the rules need to know of an album, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlbumFacts {
    /// Which album.
    pub id: AlbumId,
    /// Whose it is.
    pub owner: AccountId,
    /// Whether the owner is there.
    pub owner_state: AccountState,
    /// For whom it is.
    pub choice: AudienceChoice,
    /// Who adds photos beside the owner, and agreed to it.
    pub contributors: Vec<AccountId>,
    /// Whether everybody who sees it may fetch all of it at once.
    pub lets_download: bool,
}

/// An album.
#[derive(Clone, Debug)]
pub struct Album {
    /// Which one.
    pub id: AlbumId,
    /// What the rules go by.
    pub facts: AlbumFacts,
    /// What it is called.
    pub title: String,
    /// What there is to say of it.
    pub description: String,
    /// The photo on its front, if its owner chose one.
    pub cover: Option<MediaId>,
    /// Who is asked to add photos and has not answered; for the owner's eyes.
    pub asked: Vec<AccountId>,
    /// When it was made.
    pub created_at: Millis,
    /// When something in it changed last.
    pub changed_at: Millis,
}

/// What an owner hands in.
#[derive(Clone, Debug, Default)]
pub struct NewAlbum {
    /// What it is called.
    pub title: String,
    /// What there is to say of it.
    pub description: String,
    /// For whom.
    pub choice: AudienceChoice,
    /// Whether everybody who sees it may fetch all of it at once.
    pub lets_download: bool,
}

/// An album in a list.
#[derive(Clone, Debug)]
pub struct AlbumCard {
    /// The album.
    pub album: Visible<Album>,
    /// Whose it is.
    pub owner: PersonCard,
    /// The photo on its front, if the viewer may see it.
    pub cover: Option<Photo>,
    /// Photos in it that the viewer may see.
    pub photos: i64,
}

/// A photo in an album.
#[derive(Clone, Debug)]
pub struct InAlbum {
    /// The photo.
    pub photo: Photo,
    /// Who put it there.
    pub added_by: AccountId,
    /// The post that shows it, if it was not uploaded into the album.
    pub post: Option<PostId>,
    /// Words under it.
    pub caption: String,
    /// Where it stands; photos with greater numbers come after it.
    pub place: i64,
}

/// What the viewer may do with an album.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Change title, audience, order, cover and who adds; delete it.
    pub edit: bool,
    /// Add photos.
    pub add: bool,
    /// Fetch all of it at once.
    pub download: bool,
    /// Add no more.
    pub leave: bool,
}

/// An album on a page of its own.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The album.
    pub album: Visible<Album>,
    /// Whose it is.
    pub owner: PersonCard,
    /// Who adds photos beside the owner, as far as the viewer may know of them.
    pub contributors: Vec<PersonCard>,
    /// Who is asked; for the owner alone.
    pub asked: Vec<PersonCard>,
    /// Photos in it that the viewer may see.
    pub photos: i64,
    /// What the viewer may do.
    pub may: May,
}

/// Somebody asks for photos.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// For which album.
    pub album: AlbumId,
    /// What it is called.
    pub title: String,
    /// Who asks.
    pub owner: PersonCard,
}

/// Where a photo is moved in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before the one before it.
    Earlier,
    /// After the one after it.
    Later,
    /// Before all others.
    First,
}

impl Step {
    /// Reads the word of forms and of the API.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "earlier" => Some(Self::Earlier),
            "later" => Some(Self::Later),
            "first" => Some(Self::First),
            _ => None,
        }
    }
}
