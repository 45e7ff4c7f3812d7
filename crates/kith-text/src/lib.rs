//! Words of members: Markdown to safe HTML, mentions, tags and links, names that cannot deceive, language guess,
//! search terms. Pure: no files, no network, no clock. What people may do with words lives in the domain.

mod clean;
pub mod count;
mod excerpt;
pub mod language;
mod links;
pub mod matches;
pub mod names;
mod normalise;
mod plain;
mod render;
pub mod terms;

#[cfg(test)]
mod attack_tests;
#[cfg(test)]
mod conformance_tests;
#[cfg(test)]
mod property_tests;

pub use clean::clean;
pub use excerpt::excerpt;
pub use links::{Links, MentionLink, NoLinks};
pub use normalise::{normalise_line, normalise_text};
pub use plain::plain;
pub use render::{Rendered, Scan, Tag, fold_tag, render_comment, render_page, render_post, scan};
