//! The member directory and suggestions.

mod cache;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, Millis, Result};
use kith_db::Query;

pub use cache::{SuggestionCache, connect};

use crate::accounts::{PersonCard, cards};
use crate::changes::{Change, record};
use crate::relationships::{self, Standing};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// People on one page of the directory.
pub const SHOWN: usize = 30;
/// Candidates looked at for each suggestion that is wanted: some of them do not want to be suggested.
const LOOKED_AT: usize = 4;
/// Candidates kept for a member, of whom some are asked, blocked or gone by and by.
const CANDIDATES: usize = 60;

/// Friends whose friends are counted: of many friends some are enough to find those whom several know.
const COUNTED: usize = 32;

/// So long after they joined, people are suggested to whoever invited them.
const NEW: Millis = 30 * DAY;

/// Somebody in a list, with how the viewer stands to them.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Who it is.
    pub person: PersonCard,
    /// How the viewer stands to them.
    pub standing: Standing,
}

/// One page of the directory.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// The people, by name.
    pub people: Vec<Entry>,
    /// Ask for those after this one to go on.
    pub next: Option<AccountId>,
}

/// Members by name, from after `after` on: those who stand in the directory, the viewer's friends, and the viewer; only
/// those with a word that begins with `word` in name or handle.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn directory(app: &App, viewer: &Viewer, word: &str, after: Option<AccountId>) -> Result<Listing> {
    let me = viewer.active()?.id;
    let (viewer, word) = (viewer.clone(), word.to_owned());
    app.db
        .read(move |q| {
            let mut ids = sql::directory(q, me, &word, after, SHOWN + 1)?;
            let has_more = ids.len() > SHOWN;
            ids.truncate(SHOWN);
            let next = ids.last().copied().filter(|_| has_more);
            let friends = relationships::open_friends(q, &viewer)?;
            Ok(Listing { people: entries(q, &viewer, &friends, &ids)?, next })
        })
        .await
}

/// In which order the directory is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedBy {
    /// Who wrote for everyone last stands first.
    Activity,
    /// Who joined last stands first.
    Joining,
}

/// Members who stand in the directory, a part of the list.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn listed(
    app: &App,
    viewer: &Viewer,
    by: ListedBy,
    limit: usize,
    offset: usize,
) -> Result<Vec<AccountId>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::listed(q, me, by, limit, offset)).await
}

/// People whom the viewer may know: who invited them, whom they invited lately, and friends of friends, most friends in
/// common first; ties made by others count within a quarter of an hour. Whoever is a friend already, was asked, is
/// blocked on either side, was waved off by the viewer, or does not want it, is left out.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn suggestions(app: &App, viewer: &Viewer, limit: usize) -> Result<Vec<Entry>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    let now = app.now();
    let known = app.suggestions.get(me, now);
    let mark = app.suggestions.mark();
    let (found, counted) = app
        .db
        .read(move |q| {
            let friends = relationships::open_friends(q, &viewer)?;
            let (candidates, counted) = match known {
                Some(known) => (known, None),
                None => {
                    let counted: Arc<[AccountId]> =
                        sql::candidates(q, me, &some_of(&friends, COUNTED), CANDIDATES)?.into();
                    (Arc::clone(&counted), Some(counted))
                }
            };
            // Whoever invited me, and whom I invited lately, know me already.
            let (invited, others) = sql::known(q, me, now - NEW, &candidates, CANDIDATES)?;
            let mut ids: Vec<AccountId> = invited.iter().copied().chain(others).collect();
            ids.truncate(limit.saturating_mul(LOOKED_AT));
            let mut found = entries(q, &viewer, &friends, &ids)?;
            found.retain(|Entry { person, standing }| {
                let is_known = standing.in_common > 0 || invited.contains(&person.id);
                is_known && standing.in_suggestions && standing.may_ask && !standing.is_asked
            });
            found.truncate(limit);
            Ok((found, counted))
        })
        .await?;
    if let Some(counted) = counted {
        app.suggestions.keep(mark, me, &counted, now);
    }
    Ok(found)
}

/// At most `most` of them, evenly from the whole list.
fn some_of(friends: &[AccountId], most: usize) -> Vec<AccountId> {
    friends.iter().step_by(friends.len().div_ceil(most).max(1)).copied().collect()
}

/// Suggests `other` to the viewer no more.
///
/// # Errors
/// NotFound when they are not there for the viewer.
pub async fn hide_suggestion(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            relationships::relation(tx, &viewer, other)?;
            sql::hide_suggestion(tx, me, other)?;
            record(tx, Change::SuggestionHidden { account: me });
            Ok(())
        })
        .await
}

/// People with how the viewer stands to them, in the order of `ids`; the caller knows that the viewer may find them.
/// `friends` are the viewer's, as far as they let that be counted.
pub(crate) fn entries(
    q: &mut Query<'_>,
    viewer: &Viewer,
    friends: &[AccountId],
    ids: &[AccountId],
) -> Result<Vec<Entry>> {
    let mut people = cards(q, ids)?;
    let standings = relationships::standings(q, viewer, friends, ids)?;
    Ok(ids
        .iter()
        .filter_map(|id| {
            let standing = standings.get(id).copied().unwrap_or_default();
            people.remove(id).map(|person| Entry { person, standing })
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::{AccountId, some_of};

    #[test]
    fn some_friends_stand_for_many() {
        let ids = |count| (1..=count).map(AccountId::new).collect::<Vec<_>>();
        assert_eq!(some_of(&[], 4), []);
        assert_eq!(some_of(&ids(4), 4), ids(4));
        assert_eq!(some_of(&ids(9), 4), [1, 4, 7].map(AccountId::new));
        assert!(some_of(&ids(5_000), 32).len() <= 32);
    }
}
