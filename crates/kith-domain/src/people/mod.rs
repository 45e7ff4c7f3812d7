//! The member directory and suggestions.

mod sql;

use kith_base::{DAY, Millis, Result};
use kith_db::Query;

use crate::accounts::{PersonCard, cards};
use crate::relationships::{self, Standing};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// People on one page of the directory.
pub const SHOWN: usize = 30;
/// Candidates looked at for each suggestion that is wanted: some of them do not want to be suggested.
const CANDIDATES: usize = 4;

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

/// People whom the viewer may know: who invited them, whom they invited lately, and friends of friends, most friends in
/// common first. Whoever is a friend already, was
/// asked, is blocked on either side, was waved off by the viewer, or does not want it, is left out.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn suggestions(app: &App, viewer: &Viewer, limit: usize) -> Result<Vec<Entry>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let friends = relationships::open_friends(q, &viewer)?;
            let since = q.now() - NEW;
            let ids = sql::suggestions(q, me, &friends, limit.saturating_mul(CANDIDATES), since)?;
            let mut found = entries(q, &viewer, &friends, &ids)?;
            found.retain(|entry| entry.standing.in_suggestions && entry.standing.may_ask);
            found.truncate(limit);
            Ok(found)
        })
        .await
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
            sql::hide_suggestion(tx, me, other)
        })
        .await
}

fn entries(
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
