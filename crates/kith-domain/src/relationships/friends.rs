//! Who is friends with whom, and from whom a member keeps away.

use std::collections::HashMap;

use kith_base::{Millis, Result};
use kith_db::Query;

use super::sql::{self, Kept};
use super::{away, lists, policy};
use crate::accounts::{PersonCard, WhoMay, cards};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Somebody from whom a member keeps away.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who it is.
    pub person: PersonCard,
    /// Since when.
    pub since: Millis,
    /// When it ends by itself.
    pub until: Option<Millis>,
}

/// From whom a member keeps away; for their own eyes only.
#[derive(Clone, Debug, Default)]
pub struct Distances {
    /// Blocked people.
    pub blocked: Vec<Known>,
    /// Muted people.
    pub muted: Vec<Known>,
    /// Restricted friends.
    pub restricted: Vec<Known>,
}

/// Ends a friendship without a word; both stop following, and both leave the other's circles.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unfriend(app: &App, viewer: &Viewer, other: AccountId) -> Result<()> {
    away(
        app,
        viewer,
        move |tx, me| if super::sql::are_friends(tx, me, other)? { sql::part(tx, me, other) } else { Ok(()) },
    )
    .await
}

/// How many friends of `account` the viewer may meet.
///
/// # Errors
/// Internal when the database fails.
pub fn count_friends(q: &mut Query<'_>, viewer: &Viewer, account: AccountId) -> Result<i64> {
    sql::count_friends(q, account, viewer.id_or_zero())
}

/// Friends of both the viewer and `other`, longest friendship first. A friend who keeps the own list of friends to
/// themselves is not told as somebody's friend.
///
/// # Errors
/// Internal when the database fails.
pub fn friends_in_common(q: &mut Query<'_>, viewer: &Viewer, other: AccountId) -> Result<Vec<AccountId>> {
    match viewer.id() {
        Some(me) if me != other => lists::friends_in_common(q, me, other),
        _ => Ok(Vec::new()),
    }
}

/// Some present friends of `account` whom the viewer may meet, newest friendship first.
///
/// # Errors
/// Internal when the database fails.
pub fn some_friends(
    q: &mut Query<'_>,
    viewer: &Viewer,
    account: AccountId,
    limit: usize,
) -> Result<Vec<AccountId>> {
    lists::some_friends(q, account, viewer.id_or_zero(), limit)
}

/// Present friends of `account` whom the viewer may meet, by name from after `after` on; only those with a word that
/// begins with `word` in name or handle.
///
/// # Errors
/// Internal when the database fails.
pub fn friends_page(
    q: &mut Query<'_>,
    viewer: &Viewer,
    account: AccountId,
    word: &str,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<AccountId>> {
    lists::friends_page(q, account, viewer.id_or_zero(), word, after, limit)
}

/// Friends of the viewer, newest friendship first, whose own lists are open to friends; ties run through them and
/// through nobody else. Bounded, so that whoever has a thousand friends waits no longer than others.
///
/// # Errors
/// Internal when the database fails.
pub fn open_friends(q: &mut Query<'_>, viewer: &Viewer) -> Result<Vec<AccountId>> {
    viewer.id().map_or_else(|| Ok(Vec::new()), |me| lists::open_friends(q, me))
}

/// For each of `others`, how many of `friends` they are friends with.
///
/// # Errors
/// Internal when the database fails.
pub fn count_in_common(
    q: &mut Query<'_>,
    friends: &[AccountId],
    others: &[AccountId],
) -> Result<HashMap<AccountId, usize>> {
    lists::count_in_common(q, friends, others)
}

/// How the viewer stands to each of `others`, for lists with buttons. The caller has left out whom the viewer may not
/// meet. `friends` are the viewer's [`open_friends`].
///
/// # Errors
/// Internal when the database fails.
pub fn standings(
    q: &mut Query<'_>,
    viewer: &Viewer,
    friends: &[AccountId],
    others: &[AccountId],
) -> Result<HashMap<AccountId, Standing>> {
    let Some(me) = viewer.id() else { return Ok(HashMap::new()) };
    let counts = lists::count_in_common(q, friends, others)?;
    let mut found = lists::standings(q, me, others)?;
    for (id, standing) in &mut found {
        standing.in_common = counts.get(id).copied().filter(|_| *id != me).unwrap_or(0);
        let is_new = *id != me && !standing.is_friend && !standing.has_asked;
        standing.may_ask = is_new && policy::lets(standing.friend_requests, standing.in_common > 0);
    }
    Ok(found)
}

/// How the viewer stands to somebody in a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Friends.
    pub is_friend: bool,
    /// The viewer asked and has no answer.
    pub has_asked: bool,
    /// The other asked the viewer.
    pub is_asked: bool,
    /// The viewer may send a friend request.
    pub may_ask: bool,
    /// Friends in common.
    pub in_common: usize,
    /// Whether they let themselves be suggested.
    pub in_suggestions: bool,
    pub(super) friend_requests: WhoMay,
}

/// From whom the viewer keeps away.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn distances(app: &App, viewer: &Viewer) -> Result<Distances> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            Ok(Distances {
                blocked: known(q, me, Kept::Block)?,
                muted: known(q, me, Kept::Mute)?,
                restricted: known(q, me, Kept::Restriction)?,
            })
        })
        .await
}

fn known(q: &mut Query<'_>, me: AccountId, kept: Kept) -> Result<Vec<Known>> {
    let found = sql::kept(q, me, kept)?;
    let ids: Vec<AccountId> = found.iter().map(|(id, ..)| *id).collect();
    let mut people = cards(q, &ids)?;
    Ok(found
        .into_iter()
        .filter_map(|(id, since, until)| people.remove(&id).map(|person| Known { person, since, until }))
        .collect())
}
