//! Walking along the rarest word of a question, new to old, and asking of each thing there whether it holds the others
//! and whether the viewer may see it. A walk is bounded: where very common words hardly ever meet, a page may be short
//! and leads on.

use std::collections::HashSet;

use kith_base::{Id, Page, PageRequest, Result};
use kith_db::Query;

use super::{Wanted, sql};
use crate::AccountId;
use crate::search_terms::SubjectKind;

/// How many things are looked at, one part after the other: few are enough for a word that many see.
const PARTS: [usize; 5] = [100, 400, 1_000, 1_000, 1_500];
/// Where counting a word ends: two that are so common are much alike.
const COMMON: usize = 2_000;

/// Ids of things of `kind` that answer the question and that `viewer` (of `posts::policy::sql_viewer`) may see.
pub(super) fn seek<K>(
    q: &mut Query<'_>,
    kind: SubjectKind,
    viewer: AccountId,
    wanted: &Wanted,
    request: &PageRequest<K>,
) -> Result<Page<Id<K>, K>> {
    let Some((rarest, others)) = by_rarity(q, wanted.keys(kind))? else { return Ok(Page::default()) };
    // An event is asked for by the days on which it happens, all else by those on which it was made.
    let (after, mut edge) = match kind {
        SubjectKind::Event => wanted.on_any_day().window(request),
        _ => wanted.window(request),
    };
    let mut page = Page::default();
    for part in PARTS {
        let walked = sql::walk(q, rarest, &others, (after, edge), part)?;
        let holding = walked.iter().filter(|(_, held)| *held == others.len()).map(|(id, _)| *id);
        let seen = seen(q, kind, viewer, wanted, holding.collect())?;
        for id in seen {
            if page.items.len() == request.limit {
                page.next = page.items.last().copied();
                return Ok(page);
            }
            page.items.push(Id::new(id));
        }
        let last = walked.last().map(|(id, _)| *id);
        match last.filter(|_| walked.len() == part) {
            Some(last) => edge = last,
            None => return Ok(page),
        }
    }
    page.next = Some(Id::new(edge));
    Ok(page)
}

/// The rarest of the keys and the others; none where nothing is asked, or where one of them stands nowhere.
fn by_rarity(q: &mut Query<'_>, keys: Vec<i64>) -> Result<Option<(i64, Vec<i64>)>> {
    let mut counted = Vec::with_capacity(keys.len());
    let is_alone = keys.len() == 1;
    for key in keys {
        let uses = if is_alone { 1 } else { sql::uses(q, key, COMMON)? };
        if uses == 0 {
            return Ok(None);
        }
        counted.push((uses, key));
    }
    counted.sort_unstable();
    let mut keys = counted.into_iter().map(|(_, key)| key);
    Ok(keys.next().map(|rarest| (rarest, keys.collect())))
}

/// Those of `ids` that the viewer may see, in the same order: the rule of each kind as SQL.
fn seen(
    q: &mut Query<'_>,
    kind: SubjectKind,
    viewer: AccountId,
    wanted: &Wanted,
    ids: Vec<i64>,
) -> Result<Vec<i64>> {
    if ids.is_empty() {
        return Ok(ids);
    }
    let seen: HashSet<i64> = match kind {
        SubjectKind::Post => sql::seen_posts(q, viewer, &ids)?,
        SubjectKind::Comment => sql::seen_comments(q, viewer, &ids)?,
        SubjectKind::Photo => sql::seen_photos(q, viewer, &ids)?,
        SubjectKind::Event => sql::seen_events(q, viewer, &ids, wanted.days())?,
        SubjectKind::Group => sql::seen_groups(q, viewer, &ids)?,
        // People are found by their names.
        SubjectKind::Person => Vec::new(),
    }
    .into_iter()
    .collect();
    Ok(ids.into_iter().filter(|id| seen.contains(id)).collect())
}
