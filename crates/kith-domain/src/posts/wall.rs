//! Whose wall is open.

use kith_base::Result;
use kith_db::{Query, params, statement};

use crate::AccountId;

statement!(
    PREFERENCES,
    "posts.wall_preferences",
    "SELECT preferences FROM accounts WHERE id = $1 AND state = 'active'"
);

/// Whether friends may write on the wall of `owner`.
pub(super) fn is_open_to_friends(q: &mut Query<'_>, owner: AccountId) -> Result<bool> {
    let text = q.find(&PREFERENCES, &params![owner], |row| row.text("preferences"))?;
    let Some(text) = text else { return Ok(false) };
    let chosen: serde_json::Value = serde_json::from_str(&text)?;
    Ok(chosen.get("wall").and_then(serde_json::Value::as_str) != Some("nobody"))
}
