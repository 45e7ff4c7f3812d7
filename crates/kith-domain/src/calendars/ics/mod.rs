//! Calendar files (RFC 5545): read generously, written strictly.

mod lines;
mod read;
#[cfg(test)]
mod tests;
mod windows;
mod write;
mod zones;

use jiff::civil::DateTime;
use kith_base::Millis;

use super::Rule;

pub use read::{MOST_BYTES, MOST_ENTRIES, read};
pub use write::{method_publish, write};

/// Something in a calendar file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is called everywhere.
    pub uid: String,
    /// How often it changed.
    pub sequence: i64,
    /// When this was written.
    pub stamp: Millis,
    /// Of something that repeats, the one time that is told of.
    pub occurrence: Option<DateTime>,
    /// When it begins, by what clocks show in `zone`.
    pub start: DateTime,
    /// When it ends; of whole days the first day after it.
    pub end: Option<DateTime>,
    /// IANA name of the time zone.
    pub zone: String,
    /// Whether it is about days and not about hours.
    pub is_all_day: bool,
    /// What it is called by people.
    pub title: String,
    /// What is said of it.
    pub description: String,
    /// Where it is.
    pub place: String,
    /// A page about it.
    pub url: String,
    /// When it happens again.
    pub rule: Option<Rule>,
    /// Further times.
    pub extra: Vec<DateTime>,
    /// Times at which it does not happen after all.
    pub except: Vec<DateTime>,
    /// What sort of thing it is.
    pub categories: Vec<String>,
    /// Whether it does not happen.
    pub is_cancelled: bool,
}

/// What a calendar file held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Events that were understood.
    pub entries: Vec<Entry>,
    /// Events that were not, each by its title and why.
    pub refused: Vec<(String, Problem)>,
}

/// Why a file, or something in it, cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no calendar file.
    NotACalendar,
    /// It is a calendar file without events.
    NoEvents,
    /// It is larger than any calendar.
    TooLarge,
    /// It does not say when.
    NoTime,
    /// It ends before it begins.
    EndsEarly,
    /// It repeats in a way that is not known here.
    Repeats,
}
