//! Whose wall is open.

use kith_base::Result;
use kith_db::Query;

use crate::AccountId;
use crate::accounts::{self, WallPolicy};

/// Whether friends may write on the wall of `owner`.
///
/// # Errors
/// Internal when the database fails.
pub fn is_open_to_friends(q: &mut Query<'_>, owner: AccountId) -> Result<bool> {
    let is_there = accounts::cards(q, &[owner])?.get(&owner).is_some_and(|card| card.state.is_present());
    Ok(is_there && accounts::preferences(q, owner)?.wall == WallPolicy::Friends)
}
