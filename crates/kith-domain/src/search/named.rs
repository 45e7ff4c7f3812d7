//! What is found by how the words of its name begin.

use kith_base::Result;
use kith_db::Query;
use kith_text::terms::query_terms;

use super::sql::{self, Beginning};
use crate::search_terms::{SubjectKind, shortened};

/// Things with one word in their names among which a second one is looked for.
const AMONG: usize = 20_000;

/// The word by which to look, and the things that hold all others, where there are others.
pub(super) struct Named {
    pub(super) word: Beginning,
    pub(super) among: Option<Vec<i64>>,
}

/// What `words` ask of names; nothing when they are none.
pub(super) fn named(q: &mut Query<'_>, kind: SubjectKind, words: &str) -> Result<Option<Named>> {
    let mut words: Vec<String> = query_terms(words).iter().map(|word| shortened(word)).collect();
    // The longest word fits the fewest things.
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let Some((longest, others)) = words.split_first() else { return Ok(None) };
    let mut among: Option<Vec<i64>> = None;
    for word in others {
        let word = Beginning::of(word);
        among = Some(match among {
            None => sql::named(q, kind, &word, AMONG)?,
            Some(among) => sql::named_among(q, kind, &word, &among)?,
        });
    }
    Ok(Some(Named { word: Beginning::of(longest), among }))
}
