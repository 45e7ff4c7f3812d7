//! Who is friends with whom, and from whom a member keeps away.

use std::collections::HashMap;

use kith_base::{Millis, Result};
use kith_db::{Query, params, statement};

use super::away;
use super::sql::{self, Kept};
use crate::accounts::{PersonCard, cards};
use crate::viewer::Viewer;
use crate::{AccountId, App};

statement!(
    COUNT_IN_COMMON,
    "relationships.count_in_common",
    "SELECT theirs.account_id AS other_id, COUNT(*) AS in_common
       FROM friendships mine
       JOIN friendships theirs ON theirs.friend_id = mine.friend_id
      WHERE mine.account_id = $1 AND theirs.account_id IN ($2[])
      GROUP BY theirs.account_id"
);

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

/// Present friends of `account`, by name. Who may see the list is for `profiles` to say.
///
/// # Errors
/// Internal when the database fails.
pub fn friend_ids(q: &mut Query<'_>, account: AccountId) -> Result<Vec<AccountId>> {
    sql::friends(q, account)
}

/// How many friends of `account` the viewer may meet.
///
/// # Errors
/// Internal when the database fails.
pub fn count_friends(q: &mut Query<'_>, viewer: &Viewer, account: AccountId) -> Result<i64> {
    sql::count_friends(q, account, viewer.id_or_zero())
}

/// Friends of both the viewer and `other`, longest friendship first. Whoever keeps their list from the viewer shows
/// through the viewer's own friends only.
///
/// # Errors
/// Internal when the database fails.
pub fn friends_in_common(q: &mut Query<'_>, viewer: &Viewer, other: AccountId) -> Result<Vec<AccountId>> {
    match viewer.id() {
        Some(me) if me != other => sql::friends_in_common(q, me, other),
        _ => Ok(Vec::new()),
    }
}

/// For each of `others`, how many friends they have in common with `me`.
pub(super) fn count_in_common(
    q: &mut Query<'_>,
    me: AccountId,
    others: &[AccountId],
) -> Result<HashMap<AccountId, usize>> {
    let found = q.all(&COUNT_IN_COMMON, &params![me, others], |row| {
        Ok((row.id("other_id")?, usize::try_from(row.int("in_common")?).unwrap_or(0)))
    })?;
    Ok(found.into_iter().collect())
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
