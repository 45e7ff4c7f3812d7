//! Friends, follows, restrictions, mutes and blocks between two people.
//!
//! Every command can be given twice: the second time changes nothing and is no error. Deleting a request,
//! unfriending, restricting, muting and blocking are silent; nothing here tells the other side.

mod ages;
mod distance;
mod follows;
mod friends;
mod lists;
mod model;
mod pairs;
pub(crate) mod policy;
mod requests;
mod sql;
mod ties;
mod waiting;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Result};
use kith_db::{Query, Tx};

pub use ages::out_of_reach;
pub use distance::{block, mute, restrict, unblock, unmute, unrestrict};
pub use follows::{SNOOZE, follow, remove_follower, see_first, see_normally, snooze, unfollow};
pub use friends::{
    Distances, Known, Standing, count_friends, count_in_common, distances, friends_in_common, friends_page,
    open_friends, some_friends, standings, unfriend,
};
pub use model::Relation;
pub use requests::{
    Request, confirm, count_requests, delete_request, request_friend, requests, requests_page, sent_requests,
    sent_requests_page, withdraw,
};

pub use ties::{Tie, tied};

use crate::viewer::Viewer;
use crate::{AccountId, App};

/// How `viewer` stands to `other`, for buttons and menus.
///
/// # Errors
/// NotFound when `other` is not there for the viewer: no such account, away, or blocked on either side. The viewer's
/// own block is told by [`distances`] and [`blocked_among`], nowhere else.
pub fn relation(q: &mut Query<'_>, viewer: &Viewer, other: AccountId) -> Result<Relation> {
    relations(q, viewer, &[other])?.remove(&other).ok_or_else(Error::not_found)
}

/// How `viewer` stands to each of `others`; those who are not there for the viewer are left out, as in [`relation`]. Two
/// statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn relations(
    q: &mut Query<'_>,
    viewer: &Viewer,
    others: &[AccountId],
) -> Result<HashMap<AccountId, Relation>> {
    let Some(me) = viewer.id() else {
        return Ok(others.iter().map(|other| (*other, Relation::default())).collect());
    };
    let mut pairs = pairs::pairs(q, me, others)?;
    pairs.retain(|_, pair| pair.is_self || policy::must_meet(pair).is_ok());
    let unsure = pairs.iter().filter(|(_, pair)| policy::depends_on_friends(pair)).map(|(id, _)| *id);
    let near = pairs::near(q, me, &unsure.collect::<Vec<_>>())?;
    let now = q.now();
    let stand = pairs.into_iter().map(|(other, pair)| {
        let mut relation = pair.relation(now);
        if !pair.is_self {
            let is_near = near.contains(&other);
            relation.may_ask = !pair.has_asked && policy::may_ask(&pair, is_near);
            relation.may_follow = !pair.follows && policy::may_follow(&pair, is_near);
        }
        (other, relation)
    });
    Ok(stand.collect())
}

/// Whom of `others` the viewer blocks; for their own eyes only.
///
/// # Errors
/// Internal when the database fails.
pub fn blocked_among(q: &mut Query<'_>, viewer: &Viewer, others: &[AccountId]) -> Result<HashSet<AccountId>> {
    match viewer.id() {
        Some(me) if !others.is_empty() => sql::blocked_by_me(q, me, others),
        _ => Ok(HashSet::new()),
    }
}

/// Whether the two are friends.
///
/// # Errors
/// Internal when the database fails.
pub fn are_friends(q: &mut Query<'_>, a: AccountId, b: AccountId) -> Result<bool> {
    sql::are_friends(q, a, b)
}

/// Opens a write for a step from `viewer` towards `other`, who must be there for them.
async fn towards(
    app: &App,
    viewer: &Viewer,
    other: AccountId,
    step: impl Fn(&mut Tx<'_>, AccountId, &model::Pair) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let pair = pairs::pair(tx, me, other)?.ok_or_else(Error::not_found)?;
            policy::must_be_active(&pair)?;
            policy::must_meet(&pair)?;
            step(tx, me, &pair)
        })
        .await
}

/// Opens a write for a step of `viewer` away from somebody, who need not be there any more.
async fn away(
    app: &App,
    viewer: &Viewer,
    step: impl Fn(&mut Tx<'_>, AccountId) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| step(tx, me)).await
}
