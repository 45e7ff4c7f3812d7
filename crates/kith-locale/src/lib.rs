//! Languages: the catalogues of `locales/`, plurals, dates, numbers, lists, sorting and the direction of writing.
//!
//! Code holds keys, catalogues hold sentences. A language is a folder under `locales/` and one line in `language.rs`.

mod catalogue;
mod endonyms;
mod formats;
mod language;
mod locale;
mod plurals;
#[cfg(test)]
mod tests;

pub use endonyms::written_languages;
pub use kith_base::{Arg, Message};
pub use language::{Direction, Language, negotiate};
pub use locale::Locale;

use std::cmp::Ordering;

/// The order of names in `language`: accents and case count last, as readers of that language expect.
pub fn compare(language: Language) -> impl Fn(&str, &str) -> Ordering + Copy + Send + Sync + 'static {
    let formats = formats::of(language);
    move |left, right| formats.compare(left, right)
}

/// Reads all catalogues and formats now, at start, so that no reader waits for them. Answers how many sentences
/// English has.
pub fn prepare() -> usize {
    for language in Language::all() {
        formats::of(*language);
    }
    catalogue::count(Language::EN)
}
