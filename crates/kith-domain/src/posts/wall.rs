//! Whose wall is open, and how far what others write there may reach.

use kith_base::Result;
use kith_db::Query;

use super::model::Audience;
use super::policy;
use crate::AccountId;
use crate::accounts::{self, Preferences, WallPolicy};
use crate::viewer::Viewer;

/// The widest audience that `viewer` may choose for a post on the wall of `owner`; none when they may not write there.
///
/// # Errors
/// Internal when the database fails.
pub fn wall_open_to(q: &mut Query<'_>, viewer: &Viewer, owner: AccountId) -> Result<Option<Audience>> {
    let Ok(member) = viewer.active() else { return Ok(None) };
    let is_there = accounts::cards(q, &[owner])?.get(&owner).is_some_and(|card| card.state.is_present());
    if !is_there {
        return Ok(None);
    }
    let chosen = accounts::preferences(q, owner)?;
    let friends_may = chosen.wall == WallPolicy::Friends;
    Ok(policy::may_write_on_wall(member, owner, friends_may).then(|| widest(&chosen)))
}

/// The widest audience of what others write on the wall of `owner`, by the owner's choice.
///
/// # Errors
/// Internal when the database fails.
pub fn wall_audience(q: &mut Query<'_>, owner: AccountId) -> Result<Audience> {
    Ok(widest(&accounts::preferences(q, owner)?))
}

/// A word that cannot be read counts as the narrowest; the world never reads what somebody else wrote on a wall.
fn widest(chosen: &Preferences) -> Audience {
    match Audience::parse(&chosen.wall_audience) {
        Some(audience @ (Audience::Community | Audience::Friends)) => audience,
        _ => Audience::Self_,
    }
}
