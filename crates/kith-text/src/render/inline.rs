//! Running text to HTML: addresses, mentions and tags become links, everything else is escaped.

use std::collections::{HashMap, HashSet};

use super::addresses::{self, Piece};
use super::found::{self, Part};
use super::{Rendered, Tag};
use crate::clean::{LINK_REL, escape_into};
use crate::links::{Links, MentionLink};

/// Writes running text and remembers what it found.
pub(super) struct Writer<'l> {
    links: &'l dyn Links,
    addresses: Vec<String>,
    /// Mentions and tags are looked for (pages of the site have none).
    social: bool,
    known: HashMap<String, Option<MentionLink>>,
    seen_tags: HashSet<String>,
    seen_links: HashSet<String>,
    pub(super) out: Rendered,
}

impl<'l> Writer<'l> {
    pub(super) fn new(links: &'l dyn Links, addresses: Vec<String>, social: bool) -> Self {
        Self {
            links,
            addresses,
            social,
            known: HashMap::new(),
            seen_tags: HashSet::new(),
            seen_links: HashSet::new(),
            out: Rendered::default(),
        }
    }

    /// Markup of our own making.
    pub(super) fn markup(&mut self, html: &str) {
        self.out.html.push_str(html);
    }

    /// Running text outside code and links.
    pub(super) fn text(&mut self, text: &str) {
        let addresses = std::mem::take(&mut self.addresses);
        for piece in addresses::pieces(text, &addresses) {
            match piece {
                Piece::Text(text) if self.social => self.social_text(text),
                Piece::Text(text) => self.words(text),
                Piece::Address(address) => self.bare_address(address),
            }
        }
        self.addresses = addresses;
    }

    /// Text in which nothing is looked for: code, labels of links.
    pub(super) fn verbatim(&mut self, text: &str) {
        let whole = self.restored(text);
        self.words(&whole);
    }

    /// A text with the addresses back in their places.
    pub(super) fn restored(&self, text: &str) -> String {
        addresses::restore(text, &self.addresses)
    }

    /// Opens a link to an accepted address and remembers it.
    pub(super) fn open_link(&mut self, href: &str) {
        self.anchor(href, "");
        if self.seen_links.insert(href.to_owned()) {
            self.out.links.push(href.to_owned());
        }
    }

    /// Opens a link that is not worth remembering: a path of this site.
    pub(super) fn open_own_link(&mut self, href: &str) {
        self.anchor(href, "");
    }

    /// Escaped characters, in HTML and in plain text.
    pub(super) fn words(&mut self, text: &str) {
        escape_into(text, &mut self.out.html);
        self.out.plain.push_str(text);
    }

    fn social_text(&mut self, text: &str) {
        for part in found::parts(text) {
            match part {
                Part::Text(text) => self.words(text),
                Part::Mention(handle) => self.mention(handle),
                Part::Tag(shown) => self.tag(shown),
            }
        }
    }

    fn mention(&mut self, handle: &str) {
        let key = crate::names::fold(handle);
        if !self.known.contains_key(&key) {
            self.out.mentions.push(handle.to_owned());
            self.known.insert(key.clone(), self.links.mention(handle));
        }
        self.out.plain.push('@');
        self.out.plain.push_str(handle);
        let Some(Some(link)) = self.known.get(&key).cloned() else {
            escape_into("@", &mut self.out.html);
            escape_into(handle, &mut self.out.html);
            return;
        };
        self.anchor(&link.href, " class=\"mention\" dir=\"auto\"");
        escape_into("@", &mut self.out.html);
        escape_into(&crate::normalise_line(&link.shown_name), &mut self.out.html);
        self.markup("</a>");
    }

    fn tag(&mut self, shown: &str) {
        let key = found::fold_tag(shown);
        let href = self.links.tag(&key);
        if self.seen_tags.insert(key.clone()) {
            self.out.tags.push(Tag { key, shown: shown.to_owned() });
        }
        self.anchor(&href, " class=\"tag\" dir=\"auto\"");
        self.words("#");
        self.words(shown);
        self.markup("</a>");
    }

    fn bare_address(&mut self, address: &str) {
        let Some(href) = addresses::accepted(address) else {
            self.words(address);
            return;
        };
        self.anchor(&href, " dir=\"ltr\"");
        self.words(&addresses::shown(&href));
        self.markup("</a>");
        if self.seen_links.insert(href.clone()) {
            self.out.links.push(href);
        }
    }

    fn anchor(&mut self, href: &str, more: &str) {
        self.markup("<a href=\"");
        escape_into(href, &mut self.out.html);
        self.markup("\"");
        self.markup(more);
        self.markup(" rel=\"");
        self.markup(LINK_REL);
        self.markup("\">");
    }
}
