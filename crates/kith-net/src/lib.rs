//! Outbound HTTP: the only way out to addresses that members or strangers name, and what is spoken there. Whom one may
//! be sent to is decided by [`gate`] for the very address that is connected to, so that no name can lead inside.

pub mod gate;
mod outbound;
mod target;
pub mod webpush;

pub use outbound::{Answer, Failure, Outbound};
