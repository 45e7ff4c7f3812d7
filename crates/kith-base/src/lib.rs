//! What every crate may use and what uses nothing: ids, time, errors, paging, limits, configuration.
//!
//! No input or output happens here, except reading the clock and the operating system's random source.

mod clock;
pub mod config;
mod error;
mod id;
pub mod limits;
mod page;
mod secret;

pub use clock::{Clock, DAY, HOUR, MINUTE, Millis, SECOND, WEEK};
pub use error::{Arg, Error, FieldError, Kind, Message, Result};
pub use id::{Id, IdMaker};
pub use page::{Page, PageRequest};
pub use secret::{Secret, random_bytes, random_code, random_token};
