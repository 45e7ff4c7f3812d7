//! Light Markdown to safe HTML, with mentions, tags and links found on the way.

use crate::links::Links;

/// A rendered text with everything that was found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe HTML, already through [`crate::clean`].
    pub html: String,
    /// Handles as written, without `@`, in order, unique without regard to case.
    pub mentions: Vec<String>,
    /// Tags in order, unique by key.
    pub tags: Vec<Tag>,
    /// Addresses linked to (`http`, `https`, `mailto`), in order, unique.
    pub links: Vec<String>,
    /// The words alone, for search, notices and mail; one newline between blocks.
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

/// Finds mentions and tags, exactly those that [`render_post`] would find.
pub fn scan(source: &str) -> Scan {
    let _ = source;
    Scan::default()
}

/// Renders the body of a post.
pub fn render_post(source: &str, links: &dyn Links) -> Rendered {
    let _ = (source, links);
    Rendered::default()
}

/// Renders a comment: as a post, without headings and rules.
pub fn render_comment(source: &str, links: &dyn Links) -> Rendered {
    render_post(source, links)
}

/// Renders a page of the site written by its keepers (terms, rules, about): fuller Markdown with headings from `h2`.
pub fn render_page(source: &str) -> String {
    source.to_owned()
}

/// The key of a tag as written (without `#`).
pub fn fold_tag(shown: &str) -> String {
    shown.to_lowercase()
}
