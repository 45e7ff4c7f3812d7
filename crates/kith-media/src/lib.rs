//! Files of members: recognise, decode inside a fenced worker, turn upright, strip, resize, hash, store.
//!
//! Nothing a member sends is decoded in the serving process. [`Studio`] starts the same program again as a
//! worker, hands it the bytes, and takes back freshly encoded pictures; [`Store`] keeps them.

mod limits;
pub mod pdq;
mod picture;
mod problem;
mod sniff;
mod store;
mod studio;
mod wire;
pub mod worker;

pub use limits::Limits;
pub use picture::{Crop, Encoding, Format, Processed, Size, SizeName};
pub use problem::Problem;
pub use sniff::{Kind, sniff};
pub use store::{Store, StoreKey, sweep};
pub use studio::Studio;
