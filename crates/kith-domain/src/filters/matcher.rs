//! All filters of a member held against a text in one pass.

use std::sync::Arc;

use aho_corasick::AhoCorasick;
use kith_base::Millis;

use super::model::{Context, Filter, FilterAction, Keyword};

/// A member's filters, compiled.
#[derive(Default)]
pub struct Matcher {
    /// None when there are no words.
    automaton: Option<AhoCorasick>,
    filters: Vec<Arc<Filter>>,
    /// For each pattern of the automaton, its filter and its place among the words there.
    patterns: Vec<(usize, usize)>,
}

/// A filter that a text falls under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The words, as their owner typed them, or the title of a filter that names the post.
    pub phrase: String,
    /// What becomes of the post.
    pub action: FilterAction,
}

/// A filter with all that makes a post fall under it.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The filter.
    pub filter: Arc<Filter>,
    /// Its words that stand there, as typed.
    pub words: Vec<String>,
    /// Those of its posts that it is.
    pub posts: Vec<i64>,
}

/// As both sides are compared: case, width and compatibility forms do not count, nor does the kind of space.
pub(super) fn fold(text: &str) -> String {
    let folded = kith_text::names::fold(text);
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Matcher {
    /// Compiles `filters`.
    pub fn new(filters: &[Filter]) -> Self {
        let mut patterns = Vec::new();
        let mut phrases = Vec::new();
        for (at, filter) in filters.iter().enumerate() {
            for (place, keyword) in filter.keywords.iter().enumerate() {
                patterns.push((at, place));
                phrases.push(fold(&keyword.phrase));
            }
        }
        // Some hundred phrases of a hundred characters never reach the limits at which building fails.
        let automaton = if phrases.is_empty() { None } else { AhoCorasick::new(&phrases).ok() };
        Self { automaton, filters: filters.iter().cloned().map(Arc::new).collect(), patterns }
    }

    /// Whether there is nothing to look for.
    pub const fn is_empty(&self) -> bool {
        self.filters.is_empty()
    }

    /// The strictest filter that holds in `context` at `now` for any of `texts`, or names one of `posts`.
    pub fn find<'t>(
        &self,
        texts: impl IntoIterator<Item = &'t str>,
        posts: &[i64],
        context: Context,
        now: Millis,
    ) -> Option<Match> {
        let hits = self.hits(texts, posts, now).into_iter();
        let strictest = hits
            .filter(|hit| hit.filter.contexts.hold(context))
            .reduce(|best, hit| if hit.filter.action > best.filter.action { hit } else { best })?;
        let phrase = strictest.words.first().unwrap_or(&strictest.filter.title).clone();
        Some(Match { phrase, action: strictest.filter.action })
    }

    /// All filters that hold at `now`, wherever, for any of `texts`, or name one of `posts`.
    pub fn hits<'t>(&self, texts: impl IntoIterator<Item = &'t str>, posts: &[i64], now: Millis) -> Vec<Hit> {
        let mut found: Vec<Hit> = Vec::new();
        for filter in self.filters.iter().filter(|filter| is_running(filter, now)) {
            let named = filter.posts.iter().map(|post| post.post).filter(|post| posts.contains(post));
            let named: Vec<i64> = named.collect();
            if !named.is_empty() {
                found.push(Hit { filter: Arc::clone(filter), words: Vec::new(), posts: named });
            }
        }
        let Some(automaton) = self.automaton.as_ref() else { return found };
        for text in texts {
            let folded = fold(text);
            for hit in automaton.find_overlapping_iter(&folded) {
                let Some((filter, keyword)) = self.keyword(hit.pattern().as_usize()) else { continue };
                if is_running(filter, now) && counts(keyword, &folded, hit.start(), hit.end()) {
                    note(&mut found, filter, keyword);
                }
            }
        }
        found
    }

    fn keyword(&self, pattern: usize) -> Option<(&Arc<Filter>, &Keyword)> {
        let (at, place) = *self.patterns.get(pattern)?;
        let filter = self.filters.get(at)?;
        Some((filter, filter.keywords.get(place)?))
    }
}

fn is_running(filter: &Filter, now: Millis) -> bool {
    filter.expires_at.is_none_or(|until| until > now)
}

/// Adds the words to what was found of their filter.
fn note(found: &mut Vec<Hit>, filter: &Arc<Filter>, keyword: &Keyword) {
    match found.iter_mut().find(|hit| hit.filter.id == filter.id) {
        Some(hit) if hit.words.contains(&keyword.phrase) => {}
        Some(hit) => hit.words.push(keyword.phrase.clone()),
        None => {
            let words = vec![keyword.phrase.clone()];
            found.push(Hit { filter: Arc::clone(filter), words, posts: Vec::new() });
        }
    }
}

/// Whether what stands at `start..end` is the phrase and not a part of a longer word.
fn counts(keyword: &Keyword, text: &str, start: usize, end: usize) -> bool {
    if !keyword.is_whole_word {
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
    use crate::filters::{Contexts, FilteredPost};
    use crate::kinds::{FilterId, FilterKeywordId, FilterPostId};

    fn filter(phrase: &str, is_whole_word: bool, action: FilterAction) -> Filter {
        let keyword = Keyword { id: FilterKeywordId::new(1), phrase: phrase.into(), is_whole_word };
        Filter {
            id: FilterId::new(1),
            title: phrase.into(),
            contexts: Contexts::default(),
            action,
            expires_at: None,
            keywords: vec![keyword],
            posts: Vec::new(),
        }
    }

    fn found(matcher: &Matcher, text: &str, now: Millis) -> Option<Match> {
        matcher.find([text], &[], Context::Home, now)
    }

    fn holds(phrase: &str, is_whole_word: bool, text: &str) -> bool {
        found(&Matcher::new(&[filter(phrase, is_whole_word, FilterAction::Cover)]), text, 0).is_some()
    }

    #[test]
    fn a_filter_holds_where_it_is_said_to_and_for_the_posts_it_names() {
        let mut one = filter("garden", true, FilterAction::Cover);
        one.contexts = Contexts::parse(["public"]).unwrap();
        one.posts = vec![FilteredPost { id: FilterPostId::new(1), post: 7 }];
        let matcher = Matcher::new(&[one]);
        assert_eq!(found(&matcher, "my garden", 0), None);
        assert!(matcher.find(["my garden"], &[], Context::Public, 0).is_some());
        assert_eq!(matcher.find(["hello"], &[7], Context::Public, 0).unwrap().phrase, "garden");
        let hits = matcher.hits(["garden, garden"], &[7, 8], 0);
        assert_eq!((hits.len(), &hits[0].words, &hits[0].posts), (1, &vec!["garden".to_owned()], &vec![7]));
        assert_eq!(Contexts::parse(["public", "elsewhere"]), None);
        assert_eq!(Contexts::parse([]), None);
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
        old.id = FilterId::new(2);
        let matcher = Matcher::new(&[filter("garden", true, FilterAction::Cover), old]);
        assert_eq!(found(&matcher, "my garden", 5).unwrap().action, FilterAction::Hide);
        assert_eq!(found(&matcher, "my garden", 10).unwrap().action, FilterAction::Cover);
        assert_eq!(found(&Matcher::new(&[]), "my garden", 5), None);
    }
}
