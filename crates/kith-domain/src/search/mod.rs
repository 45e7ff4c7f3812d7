//! One box over everything that members write: people, posts, comments, photos, events and groups, as far as the viewer
//! may see them. What is found holds all words of the question. People come with friends first, all else newest first.
//! The words stand in the tables of [`crate::search_terms`]; whether somebody may see what is found there is asked of the
//! rule of the thing itself.

mod fill;
mod named;
mod people;
mod places;
mod seek;
mod sql;
mod suggest;
mod written;

use kith_base::{Id, Millis, Result};
use kith_db::Query;
use kith_text::terms::query_terms;

pub use kith_text::matches::Piece;

pub use crate::search_terms::SubjectKind;
pub use fill::{Progress, progress};
pub use people::{PeoplePart, people};
pub use places::{EventHit, GroupHit, events, groups};
pub use suggest::{Suggestion, suggest};
pub use written::{CommentHit, PhotoHit, PostHit, comment_ids, comments, photos, post_ids, posts};

use crate::AccountId;
use crate::search_terms::{author_key, place_key, word_key};

/// Things on one page.
pub const SHOWN: usize = 20;
/// Things of one kind where all kinds stand on a page.
pub const SHOWN_OF_EACH: usize = 5;
/// The last moment that an id can tell of.
const LAST: Millis = i64::MAX >> 16;
/// Characters of a text that are shown of it.
const EXCERPT: usize = 220;

/// What is looked for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The words; what is found holds all of them.
    pub words: String,
    /// Only what this person made.
    pub by: Option<AccountId>,
    /// Only what is at a place with all these words in its name or address.
    pub place: String,
    /// Only what was made since; of events what goes on then or later.
    pub since: Option<Millis>,
    /// Only what was made before; of events what begins before.
    pub until: Option<Millis>,
}

impl Wanted {
    /// These words, wherever they stand.
    pub fn words(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// Under which numbers things of a kind have to stand; none when nothing is asked.
    fn keys(&self, kind: SubjectKind) -> Vec<i64> {
        let words = query_terms(&self.words);
        // Signs alone are a question as well, to which there is no answer.
        if words.is_empty() && !self.words.trim().is_empty() {
            return Vec::new();
        }
        let places = query_terms(&self.place);
        if places.is_empty() && !self.place.trim().is_empty() {
            return Vec::new();
        }
        let words = words.iter().map(|term| word_key(kind, term));
        let places = places.iter().map(|term| place_key(kind, term));
        words.chain(places).chain(self.by.map(|author| author_key(kind, author))).collect()
    }

    /// The days between which what is found goes on.
    fn days(&self) -> (Millis, Millis) {
        (self.since.unwrap_or(0), self.until.unwrap_or(Millis::MAX))
    }

    /// The question without its days.
    fn on_any_day(&self) -> Self {
        Self { since: None, until: None, ..self.clone() }
    }

    /// The window in which ids have to lie, narrowed by what a page asks for: above the first, below the second.
    fn window<K>(&self, request: &kith_base::PageRequest<K>) -> (i64, i64) {
        let at = |at: Millis| Id::<K>::earliest_at(at.clamp(0, LAST)).raw();
        let since = self.since.map_or(0, |since| at(since) - 1);
        let until = self.until.map_or(i64::MAX, at);
        let after = request.after.map_or(0, Id::raw);
        let before = request.before.map_or(i64::MAX, Id::raw);
        (since.max(after), until.min(before))
    }
}

/// Whether older things are still being read in, so that not all of them can be found yet.
///
/// # Errors
/// Internal when the database fails.
pub fn is_filling(q: &mut Query<'_>) -> Result<bool> {
    Ok(!progress(q)?.iter().all(|one| one.is_done))
}

#[cfg(test)]
mod tests {
    use kith_base::PageRequest;

    use super::*;
    use crate::kinds::PostKind;

    #[test]
    fn a_question_without_words_asks_nothing() {
        assert!(Wanted::default().keys(SubjectKind::Post).is_empty());
        assert!(Wanted::words("?!").keys(SubjectKind::Post).is_empty());
        let by = Wanted { by: Some(AccountId::new(7)), ..Wanted::default() };
        assert_eq!(by.keys(SubjectKind::Post).len(), 1);
        let both = Wanted { words: "a b".into(), ..by.clone() };
        assert_eq!(both.keys(SubjectKind::Post).len(), 3);
        let signs = Wanted { words: "…".into(), ..by };
        assert!(signs.keys(SubjectKind::Post).is_empty());
        let there = Wanted { place: "Old mill".into(), ..Wanted::words("fair") };
        assert_eq!(there.keys(SubjectKind::Event).len(), 3);
        let nowhere = Wanted { place: "…".into(), ..Wanted::words("fair") };
        assert!(nowhere.keys(SubjectKind::Event).is_empty());
    }

    #[test]
    fn a_window_is_the_narrower_of_days_and_page() {
        let days = Wanted { since: Some(10), until: Some(20), ..Wanted::default() };
        let whole = PageRequest::<PostKind>::first(5);
        assert_eq!(days.window(&whole), ((10 << 16) - 1, 20 << 16));
        let later = PageRequest { before: Some(Id::new(15 << 16)), ..whole };
        assert_eq!(days.window(&later), ((10 << 16) - 1, 15 << 16));
        assert_eq!(Wanted::default().window(&whole), (0, i64::MAX));
    }
}
