//! All filters of a member held against a text in one pass.

use aho_corasick::AhoCorasick;
use kith_base::Millis;

use super::model::{Filter, FilterAction};

/// A member's filters, compiled.
#[derive(Default)]
pub struct Matcher {
    /// None when there is no filter.
    automaton: Option<AhoCorasick>,
    filters: Vec<Filter>,
}

/// A filter that a text falls under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The words, as their owner typed them.
    pub phrase: String,
    /// What becomes of the post.
    pub action: FilterAction,
}

/// As both sides are compared: case, width and compatibility forms do not count, nor does the kind of space.
pub(super) fn fold(text: &str) -> String {
    let folded = kith_text::names::fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Matcher {
    /// Compiles `filters`.
    pub fn new(filters: &[Filter]) -> Self {
        let phrases: Vec<String> = filters.iter().map(|filter| fold(&filter.phrase)).collect();
        // A hundred phrases of a hundred characters never reach the limits at which building fails.
        let automaton = if filters.is_empty() { None } else { AhoCorasick::new(&phrases).ok() };
        Self { automaton, filters: filters.to_vec() }
    }

    /// Whether there is nothing to look for.
    pub const fn is_empty(&self) -> bool {
        self.automaton.is_none()
    }

    /// The strictest filter that holds for any of `texts` at `now`.
    pub fn find<'t>(&self, texts: impl IntoIterator<Item = &'t str>, now: Millis) -> Option<Match> {
        let automaton = self.automaton.as_ref()?;
        let mut found: Option<&Filter> = None;
        for text in texts {
            let folded = fold(text);
            for hit in automaton.find_overlapping_iter(&folded) {
                let Some(filter) = self.filters.get(hit.pattern().as_usize()) else { continue };
                let has_run_out = filter.expires_at.is_some_and(|until| until <= now);
                let is_stricter = found.is_none_or(|found| filter.action > found.action);
                if !has_run_out && is_stricter && counts(filter, &folded, hit.start(), hit.end()) {
                    found = Some(filter);
                }
            }
        }
        found.map(|filter| Match { phrase: filter.phrase.clone(), action: filter.action })
    }
}

/// Whether what stands at `start..end` is the phrase and not a part of a longer word.
fn counts(filter: &Filter, text: &str, start: usize, end: usize) -> bool {
    if !filter.is_whole_word {
        return true;
    }
    let before = text.get(..start).and_then(|head| head.chars().next_back());
    let after = text.get(end..).and_then(|tail| tail.chars().next());
    let hit = text.get(start..end).unwrap_or_default();
    let (first, last) = (hit.chars().next(), hit.chars().next_back());
    !runs_on(before, first) && !runs_on(last, after)
}

/// Whether two neighbours belong to one word.
fn runs_on(left: Option<char>, right: Option<char>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => {
            left.is_alphanumeric() && right.is_alphanumeric() && !is_unspaced(left) && !is_unspaced(right)
        }
        _ => false,
    }
}

/// Scripts that put no spaces between words: there a neighbour says nothing.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7AF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::FilterId;

    fn filter(phrase: &str, is_whole_word: bool, action: FilterAction) -> Filter {
        Filter { id: FilterId::new(1), phrase: phrase.into(), is_whole_word, action, expires_at: None }
    }

    fn holds(phrase: &str, is_whole_word: bool, text: &str) -> bool {
        Matcher::new(&[filter(phrase, is_whole_word, FilterAction::Cover)]).find([text], 0).is_some()
    }

    #[test]
    fn words_are_found_whatever_their_case_and_width() {
        assert!(holds("Fußball", true, "Heute FUSSBALL im Park"));
        assert!(holds("soccer", true, "ＳＯＣＣＥＲ!"));
        assert!(holds("two  words", true, "no two\nwords alike"));
        assert!(holds("كرة", false, "نلعب الكرة غدا"));
    }

    #[test]
    fn a_part_of_a_word_counts_only_when_asked_for() {
        assert!(!holds("art", true, "we start the party"));
        assert!(holds("art", false, "we start the party"));
        assert!(holds("art", true, "modern art, free entry"));
        assert!(holds("足球", true, "今天踢足球吗"));
    }

    #[test]
    fn the_strictest_filter_wins_and_those_run_out_are_silent() {
        let mut old = filter("garden", true, FilterAction::Hide);
        old.expires_at = Some(10);
        let matcher = Matcher::new(&[filter("garden", true, FilterAction::Cover), old]);
        assert_eq!(matcher.find(["my garden"], 5).unwrap().action, FilterAction::Hide);
        assert_eq!(matcher.find(["my garden"], 10).unwrap().action, FilterAction::Cover);
        assert_eq!(Matcher::new(&[]).find(["my garden"], 5), None);
    }
}
