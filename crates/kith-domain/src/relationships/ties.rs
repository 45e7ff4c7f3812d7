//! Who follows whom, as pages of a list, for those who may see it: the same people as the list of friends is for.

use kith_base::{PageRequest, Result};
use kith_db::{params, statement};

use super::policy;
use crate::accounts::preferences;
use crate::kinds::AccountKind;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Which of the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Those who follow somebody.
    Followers,
    /// Those whom somebody follows.
    Following,
}

statement!(
    FOLLOWERS,
    "relationships.followers_page",
    "SELECT a.id
       FROM follows f
       JOIN accounts a ON a.id = f.follower_id AND a.state = 'active'
      WHERE f.followed_id = $1 AND a.id < $3 AND a.id > $4
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = a.id AND blocked_id = $2)
      ORDER BY a.id DESC LIMIT $5"
);
statement!(
    FOLLOWING,
    "relationships.following_page",
    "SELECT a.id
       FROM follows f
       JOIN accounts a ON a.id = f.followed_id AND a.state = 'active'
      WHERE f.follower_id = $1 AND a.id < $3 AND a.id > $4
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = a.id AND blocked_id = $2)
      ORDER BY a.id DESC LIMIT $5"
);

/// One page of a list, the newest accounts first; empty when the list is not for the viewer.
///
/// # Errors
/// Internal when the database fails.
pub async fn tied(
    app: &App,
    viewer: &Viewer,
    account: AccountId,
    which: Tie,
    request: PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            if !policy::may_see_ties(&viewer, account, &preferences(q, account)?) {
                return Ok(Vec::new());
            }
            let before = request.before.unwrap_or(AccountId::new(i64::MAX));
            let after = request.after.unwrap_or(AccountId::new(0));
            let statement = if which == Tie::Followers { &FOLLOWERS } else { &FOLLOWING };
            let values = params![account, viewer.id_or_zero(), before, after, request.limit];
            q.all(statement, &values, |row| row.id("id"))
        })
        .await
}
