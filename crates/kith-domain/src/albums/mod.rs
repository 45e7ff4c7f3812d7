//! Albums: photos with a title and an audience of their own, to which several people may add; and the photos of a
//! profile, all that somebody posted.
//!
//! A photo that was uploaded into an album is seen by whoever sees the album. One that a post shows stays the post's: in
//! the album it is seen by whoever may see both, so that an album never makes a post wider.

mod contributors;
mod edit;
mod model;
mod photos;
pub mod policy;
mod posted;
mod posted_sql;
mod read;
mod sql;

pub use contributors::{answer, ask, dismiss, leave};
pub use edit::{create, delete, edit, set_audience};
pub use model::{Album, AlbumCard, AlbumFacts, InAlbum, Invitation, May, NewAlbum, Opened, Step};
pub use photos::{add_posted, describe, put_away, set_cover, shift, upload_into};
pub use posted::{AlbumPhoto, SHOWN, page_by_author, page_seen_by};
pub use read::{all_photos, get, invitations, mine, of_person, photos_page};
pub(crate) use read::{load, load_many, shown_in, shows};
