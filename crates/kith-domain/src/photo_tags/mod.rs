//! People in photos. Whoever uploaded a photo marks friends in it, at a point or in the photo as a whole; those decide
//! whether it is shown, each time or once for all, and can take it back for good. A mark never lets anybody see a photo:
//! that is for the post or the album that shows it.

mod model;
pub mod policy;
mod read;
mod sql;
mod write;

pub use model::{PhotoTag, Spot, TagCard, TagState, Tagged, WhoMayTag};
pub use read::{choice, of_me, on_photo, set_choice, waiting};
pub use write::{answer, remove, tag};
