//! Whose wall is open.

use kith_base::Result;
use kith_db::Query;

use super::policy;
use crate::AccountId;
use crate::accounts::{self, WallPolicy};
use crate::viewer::Viewer;

/// Whether `viewer` may write on the wall of `owner`.
///
/// # Errors
/// Internal when the database fails.
pub fn may_write_on_wall(q: &mut Query<'_>, viewer: &Viewer, owner: AccountId) -> Result<bool> {
    let Ok(member) = viewer.active() else { return Ok(false) };
    Ok(policy::may_write_on_wall(member, owner, is_open_to_friends(q, owner)?))
}

/// Whether friends may write on the wall of `owner`.
fn is_open_to_friends(q: &mut Query<'_>, owner: AccountId) -> Result<bool> {
    let is_there = accounts::cards(q, &[owner])?.get(&owner).is_some_and(|card| card.state.is_present());
    Ok(is_there && accounts::preferences(q, owner)?.wall == WallPolicy::Friends)
}
