//! By which words things are found. They are written in the transaction that writes the thing itself, so that what is
//! found is neither more nor less than what is there. Low in the order, for every feature that has words; who finds
//! what is decided in [`crate::search`].

mod sql;

use std::collections::BTreeSet;

use kith_base::{Id, Result};
use kith_db::Tx;
use kith_text::terms::terms;
use sha2::{Digest, Sha256};

use crate::AccountId;
use crate::viewer::stored_as_text;

/// How words are cut. With another number everything is read in anew, a slice at a time.
pub(crate) const VERSION: i64 = 1;
/// Different words of one thing; what stands beyond them is not found.
const MOST: usize = 4_000;
/// Characters of a word in a name; how it goes on after them finds nobody else.
const NAME_CHARS: usize = 40;

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SubjectKind {
    /// A post, by its words and the line that covers it.
    Post,
    /// A comment, by its words.
    Comment,
    /// A photo, by its description.
    Photo,
    /// A person, by how the words of name and handle begin.
    Person,
    /// An event, by its title, its words and its place.
    Event,
    /// A group, by its name; one that is open to all members also by what it says of itself.
    Group,
}

stored_as_text!(SubjectKind {
    Post = "post",
    Comment = "comment",
    Photo = "photo",
    Person = "person",
    Event = "event",
    Group = "group",
});

/// The number under which things of a kind stand that hold this word.
pub(crate) fn word_key(kind: SubjectKind, term: &str) -> i64 {
    key(kind, "word", term)
}

/// The number under which things of a kind stand that this person made.
pub(crate) fn author_key(kind: SubjectKind, author: AccountId) -> i64 {
    key(kind, "by", &author.to_string())
}

/// The number under which things of a kind stand that are at a place with this word in its name.
pub(crate) fn place_key(kind: SubjectKind, term: &str) -> i64 {
    key(kind, "at", term)
}

/// 64 bits of a digest: among a million different words none meets another by chance worth speaking of.
fn key(kind: SubjectKind, what: &str, value: &str) -> i64 {
    let mut digest = Sha256::new();
    for part in [kind.as_str(), what, value] {
        digest.update(part.as_bytes());
        digest.update([0_u8]);
    }
    let bytes = digest.finalize();
    bytes.iter().take(8).fold(0, |key, byte| (key << 8) | i64::from(*byte))
}

/// By what one thing is found. Made before the transaction: cutting words takes longer than writing them.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    kind: SubjectKind,
    words: BTreeSet<i64>,
}

impl Terms {
    /// The words of these texts.
    pub(crate) fn of(kind: SubjectKind, texts: &[&str]) -> Self {
        let mut words = BTreeSet::new();
        for term in texts.iter().flat_map(|text| terms(text)) {
            if words.len() == MOST {
                break;
            }
            words.insert(word_key(kind, &term));
        }
        Self { kind, words }
    }

    /// Lets it be found by the words of the place where it is as well.
    pub(crate) fn at(mut self, place: &str) -> Self {
        self.words.extend(terms(place).iter().map(|term| place_key(self.kind, term)));
        self
    }

    /// Of what is not to be found here, as messages are.
    pub(crate) const fn none() -> Self {
        Self { kind: SubjectKind::Post, words: BTreeSet::new() }
    }

    /// The words of a post: those that cover it, and its own as they are shown.
    pub(crate) fn of_post(cover: &str, html: &str) -> Self {
        Self::of_texts(std::iter::once((cover, html)))
    }

    /// The same of a post in several languages, each with its cover.
    pub(crate) fn of_texts<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let words: Vec<String> =
            texts.flat_map(|(cover, html)| [cover.to_owned(), kith_text::plain(html)]).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Self::of(SubjectKind::Post, &words)
    }

    /// The words of a comment as they are shown.
    pub(crate) fn of_comment(html: &str) -> Self {
        Self::of(SubjectKind::Comment, &[&kith_text::plain(html)])
    }

    /// The words that describe a photo.
    pub(crate) fn of_photo(alt: &str) -> Self {
        Self::of(SubjectKind::Photo, &[alt])
    }
}

/// Lets a new thing be found.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn add<K>(tx: &mut Tx<'_>, id: Id<K>, author: AccountId, terms: &Terms) -> Result<()> {
    let mut keys: Vec<i64> = terms.words.iter().copied().collect();
    // What has no words is not looked for by its author either.
    if !keys.is_empty() {
        keys.push(author_key(terms.kind, author));
    }
    sql::insert(tx, terms.kind, id.raw(), &keys)
}

/// Lets a thing be found by these words, and by those it had before no more.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn replace<K>(tx: &mut Tx<'_>, id: Id<K>, author: AccountId, terms: &Terms) -> Result<()> {
    forget(tx, terms.kind, id)?;
    add(tx, id, author, terms)
}

/// Lets a thing be found no more.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn forget<K>(tx: &mut Tx<'_>, kind: SubjectKind, id: Id<K>) -> Result<()> {
    sql::delete(tx, kind, id.raw())
}

/// Lets somebody be found by the words of their name and handle, and by those they had before no more.
///
/// # Errors
/// Internal when the database fails.
pub fn put_person(tx: &mut Tx<'_>, id: AccountId, name: &str, handle: &str) -> Result<()> {
    put_names(tx, SubjectKind::Person, id, &[name, handle])
}

/// Lets a thing be found by how the words of its names begin, in place of those it had.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn put_names<K>(tx: &mut Tx<'_>, kind: SubjectKind, id: Id<K>, names: &[&str]) -> Result<()> {
    let words: BTreeSet<String> =
        names.iter().flat_map(|name| terms(name)).map(|term| shortened(&term)).collect();
    sql::put_names(tx, kind, id.raw(), &words)
}

/// As much of a word as names are found by.
pub(crate) fn shortened(term: &str) -> String {
    term.chars().take(NAME_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_another_term_in_every_kind() {
        let keys: BTreeSet<i64> = SubjectKind::ALL.iter().map(|kind| word_key(*kind, "7")).collect();
        let authors = SubjectKind::ALL.iter().map(|kind| author_key(*kind, AccountId::new(7)));
        let places = SubjectKind::ALL.iter().map(|kind| place_key(*kind, "7"));
        let all: BTreeSet<i64> = keys.into_iter().chain(authors).chain(places).collect();
        assert_eq!(all.len(), 3 * SubjectKind::ALL.len());
    }

    #[test]
    fn a_term_is_the_same_number_for_ever() {
        // What lies in databases was made with it: another number needs another `VERSION`.
        assert_eq!(word_key(SubjectKind::Post, "word"), word_key(SubjectKind::Post, "word"));
        let by_hand = Sha256::digest(b"post\0word\0spring\0");
        let expected = i64::from_be_bytes(by_hand[..8].try_into().unwrap());
        assert_eq!(word_key(SubjectKind::Post, "spring"), expected);
    }

    #[test]
    fn words_of_a_post_are_those_that_are_shown() {
        let of = |html: &str| Terms::of_post("", html).words;
        assert_eq!(of("<p>Hello <strong>there</strong></p>"), of("there hello"));
        let all = Terms::of_post("Spoiler", "<p>end</p>");
        assert!(all.words.contains(&word_key(SubjectKind::Post, "spoiler")));
    }
}
