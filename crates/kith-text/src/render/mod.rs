//! Light Markdown to safe HTML, with mentions, tags and links found on the way.

mod addresses;
mod blocks;
mod found;
mod inline;
#[cfg(test)]
mod tests;

use crate::links::{Links, NoLinks};

pub use found::fold_tag;

/// A rendered text with everything that was found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe HTML, already through [`crate::clean`].
    pub html: String,
    /// Handles as written, without `@` (`ann`, `ann@example.org`), in order, unique without regard to case.
    pub mentions: Vec<String>,
    /// Tags in order, unique by key.
    pub tags: Vec<Tag>,
    /// Addresses linked to (`http`, `https`, `mailto`), in order, unique.
    pub links: Vec<String>,
    /// The words alone, for search, notices and mail; one newline between lines and blocks.
    pub plain: String,
}

/// A `#tag`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Folded (NFKC and case fold): equal for all spellings of one tag.
    pub key: String,
    /// As written, without `#`.
    pub shown: String,
}

/// What a first reading finds, before people are looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scan {
    /// As in [`Rendered::mentions`].
    pub mentions: Vec<String>,
    /// As in [`Rendered::tags`].
    pub tags: Vec<Tag>,
}

/// Finds mentions and tags, exactly those that [`render_post`] and [`render_comment`] find.
pub fn scan(source: &str) -> Scan {
    let read = blocks::compose(source, blocks::Profile::Post, &NoLinks);
    Scan { mentions: read.mentions, tags: read.tags }
}

/// Renders the body of a post: bold, italic, strike, code, quotes, lists, links; headings become bold lines; a
/// single newline is a line break; no images (an image becomes a link), no HTML (shown as typed), no tables.
pub fn render_post(source: &str, links: &dyn Links) -> Rendered {
    rendered(source, blocks::Profile::Post, links)
}

/// Renders a comment: as a post, with headings as plain lines and without rules.
pub fn render_comment(source: &str, links: &dyn Links) -> Rendered {
    rendered(source, blocks::Profile::Comment, links)
}

/// Renders a page of the site written by its keepers (terms, rules, about): Markdown with headings from `h2`, links
/// also to paths of the site; no mentions, no tags, no images, no HTML.
pub fn render_page(source: &str) -> String {
    rendered(source, blocks::Profile::Page, &NoLinks).html
}

fn rendered(source: &str, profile: blocks::Profile, links: &dyn Links) -> Rendered {
    let mut out = blocks::compose(source, profile, links);
    out.html = crate::clean(&out.html);
    out
}
