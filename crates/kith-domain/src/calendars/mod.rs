//! Calendars without people: when something repeats (RFC 5545), in which time zone, and calendar files. Nothing here
//! knows of events or of the database.

pub mod ics;
mod repeat;
mod rule;
mod zone;

pub use repeat::{Repeat, TOO_FAR};
pub use rule::{Frequency, Rule, RuleProblem, Until};
pub use zone::{instant, is_known, local, parse_local, print_local, zone};
