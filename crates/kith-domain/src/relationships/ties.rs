//! Who is friends with whom and who follows whom, as pages of a list, for those who may see it: the people for whom the
//! list of friends is.

use kith_base::{PageRequest, Result};
use kith_db::{Statement, params, statement};

use super::policy;
use crate::accounts::preferences;
use crate::kinds::AccountKind;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Which of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// Those who follow somebody.
    Followers,
    /// Those whom somebody follows.
    Following,
    /// Friends.
    Friends,
}

/// People in `$from` whose row says that `$one` is the owner of the list and `$other` the person on it.
macro_rules! page_sql {
    ($from:literal, $one:literal, $other:literal, $order:literal) => {
        concat!(
            "SELECT a.id
               FROM ",
            $from,
            " t
               JOIN accounts a ON a.id = t.",
            $other,
            " AND a.state = 'active'
              WHERE t.",
            $one,
            " = $1 AND a.id < $3 AND a.id > $4
                AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = a.id)
                AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = a.id AND blocked_id = $2)
              ORDER BY a.id ",
            $order,
            " LIMIT $5"
        )
    };
}
statement!(
    FOLLOWERS,
    "relationships.followers_page",
    page_sql!("follows", "followed_id", "follower_id", "DESC")
);
statement!(
    FOLLOWERS_NEAREST,
    "relationships.followers_nearest",
    page_sql!("follows", "followed_id", "follower_id", "ASC")
);
statement!(
    FOLLOWING,
    "relationships.following_page",
    page_sql!("follows", "follower_id", "followed_id", "DESC")
);
statement!(
    FOLLOWING_NEAREST,
    "relationships.following_nearest",
    page_sql!("follows", "follower_id", "followed_id", "ASC")
);
statement!(
    FRIENDS,
    "relationships.friends_by_id",
    page_sql!("friendships", "account_id", "friend_id", "DESC")
);
statement!(
    FRIENDS_NEAREST,
    "relationships.friends_nearest",
    page_sql!("friendships", "account_id", "friend_id", "ASC")
);

impl Tie {
    fn statement(self, nearest: bool) -> &'static Statement {
        match (self, nearest) {
            (Self::Followers, false) => &FOLLOWERS,
            (Self::Followers, true) => &FOLLOWERS_NEAREST,
            (Self::Following, false) => &FOLLOWING,
            (Self::Following, true) => &FOLLOWING_NEAREST,
            (Self::Friends, false) => &FRIENDS,
            (Self::Friends, true) => &FRIENDS_NEAREST,
        }
    }
}

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
            let values = params![account, viewer.id_or_zero(), before, after, request.limit];
            let mut ids: Vec<AccountId> =
                q.all(which.statement(request.nearest), &values, |row| row.id("id"))?;
            if request.nearest {
                ids.reverse();
            }
            Ok(ids)
        })
        .await
}
