//! Statements over lists of friends: pages, ties in common, standings.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Row, params, statement};

use super::friends::Standing;
use crate::AccountId;
use crate::accounts::{self, Preferences};

/// Friends through whom ties in common are counted, at most.
const THROUGH: usize = 300;

statement!(
    FRIENDS_IN_COMMON,
    "relationships.friends_in_common",
    "SELECT mine.friend_id, accounts.preferences
       FROM friendships mine
       JOIN friendships theirs ON theirs.account_id = $2 AND theirs.friend_id = mine.friend_id
       JOIN accounts ON accounts.id = mine.friend_id AND accounts.state = 'active'
      WHERE mine.account_id = $1
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = mine.friend_id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = mine.friend_id AND blocked_id = $1)
      ORDER BY mine.created_at, mine.friend_id"
);
statement!(
    OPEN_FRIENDS,
    "relationships.open_friends",
    "SELECT friendships.friend_id, accounts.preferences
       FROM friendships
       JOIN accounts ON accounts.id = friendships.friend_id AND accounts.state = 'active'
      WHERE friendships.account_id = $1
      ORDER BY friendships.created_at DESC, friendships.friend_id
      LIMIT $2"
);
statement!(
    COUNT_IN_COMMON,
    "relationships.count_in_common",
    "SELECT account_id, COUNT(*) AS in_common
       FROM friendships
      WHERE account_id IN ($1[]) AND friend_id IN ($2[])
      GROUP BY account_id"
);
statement!(
    STANDINGS,
    "relationships.standings",
    "SELECT accounts.id, accounts.preferences,
            EXISTS (SELECT 1 FROM friendships
                     WHERE account_id = $1 AND friend_id = accounts.id) AS is_friend,
            EXISTS (SELECT 1 FROM friend_requests
                     WHERE from_id = $1 AND to_id = accounts.id AND withdrawn_at IS NULL) AS has_asked,
            EXISTS (SELECT 1 FROM friend_requests
                     WHERE from_id = accounts.id AND to_id = $1 AND withdrawn_at IS NULL
                       AND hidden_at IS NULL) AS is_asked
       FROM accounts
      WHERE accounts.id IN ($2[])"
);
statement!(
    SOME_FRIENDS,
    "relationships.some_friends",
    "SELECT friendships.friend_id
       FROM friendships
       JOIN accounts ON accounts.id = friendships.friend_id AND accounts.state = 'active'
      WHERE friendships.account_id = $1
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = friendships.friend_id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = friendships.friend_id AND blocked_id = $2)
      ORDER BY friendships.created_at DESC, friendships.friend_id
      LIMIT $3"
);
statement!(
    FRIENDS_PAGE,
    "relationships.friends_page",
    "SELECT accounts.id
       FROM friendships
       JOIN accounts ON accounts.id = friendships.friend_id AND accounts.state = 'active'
      WHERE friendships.account_id = $1
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = accounts.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND blocked_id = $2)
        AND (accounts.name_key LIKE $3 ESCAPE '!' OR accounts.name_key LIKE $4 ESCAPE '!'
             OR accounts.handle_key LIKE $3 ESCAPE '!')
        AND (accounts.name_key > $5 OR (accounts.name_key = $5 AND accounts.id > $6))
      ORDER BY accounts.name_key, accounts.id
      LIMIT $7"
);
statement!(NAME_KEY, "relationships.name_key", "SELECT name_key FROM accounts WHERE id = $1");

/// The friends of both whom `me` may meet, longest friendship first.
pub(super) fn friends_in_common(
    q: &mut Query<'_>,
    me: AccountId,
    other: AccountId,
) -> Result<Vec<AccountId>> {
    let found = q.all(&FRIENDS_IN_COMMON, &params![me, other], open_row)?;
    Ok(found.into_iter().flatten().collect())
}

/// Friends of `me` whose own lists are open to friends.
pub(super) fn open_friends(q: &mut Query<'_>, me: AccountId) -> Result<Vec<AccountId>> {
    let found = q.all(&OPEN_FRIENDS, &params![me, THROUGH], open_row)?;
    Ok(found.into_iter().flatten().collect())
}

/// The friend, unless they keep their list to themselves.
fn open_row(row: &Row<'_>) -> Result<Option<AccountId>> {
    let preferences: Preferences = serde_json::from_str(&row.text("preferences")?)?;
    let is_open = matches!(preferences.friends_list_audience.as_str(), "world" | "community" | "friends");
    Ok(is_open.then_some(row.id("friend_id")?))
}

/// For each of `others`, how many of `friends` they are friends with.
pub(super) fn count_in_common(
    q: &mut Query<'_>,
    friends: &[AccountId],
    others: &[AccountId],
) -> Result<HashMap<AccountId, usize>> {
    if friends.is_empty() || others.is_empty() {
        return Ok(HashMap::new());
    }
    let found = q.all(&COUNT_IN_COMMON, &params![others, friends], |row| {
        Ok((row.id("account_id")?, usize::try_from(row.int("in_common")?).unwrap_or(0)))
    })?;
    Ok(found.into_iter().collect())
}

/// How `me` stands to each of `others`; what depends on ties in common is left open.
pub(super) fn standings(
    q: &mut Query<'_>,
    me: AccountId,
    others: &[AccountId],
) -> Result<HashMap<AccountId, Standing>> {
    if others.is_empty() {
        return Ok(HashMap::new());
    }
    let found = q.all(&STANDINGS, &params![me, others], |row| {
        let preferences: Preferences = serde_json::from_str(&row.text("preferences")?)?;
        let standing = Standing {
            is_friend: row.bool("is_friend")?,
            has_asked: row.bool("has_asked")?,
            is_asked: row.bool("is_asked")?,
            may_ask: false,
            in_common: 0,
            in_suggestions: preferences.in_suggestions,
            friend_requests: preferences.friend_requests,
        };
        Ok((row.id("id")?, standing))
    })?;
    Ok(found.into_iter().collect())
}

/// Some friends of `account` whom `viewer` may meet, newest friendship first.
pub(super) fn some_friends(
    q: &mut Query<'_>,
    account: AccountId,
    viewer: AccountId,
    limit: usize,
) -> Result<Vec<AccountId>> {
    q.all(&SOME_FRIENDS, &params![account, viewer, limit], |row| row.id("friend_id"))
}

/// A page of friends of `account` whom `viewer` may meet, by name.
pub(super) fn friends_page(
    q: &mut Query<'_>,
    account: AccountId,
    viewer: AccountId,
    word: &str,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<AccountId>> {
    let name = match after {
        Some(after) => q.find(&NAME_KEY, &params![after], |row| row.text("name_key"))?.unwrap_or_default(),
        None => String::new(),
    };
    let after = after.unwrap_or_default();
    let (first, later) = accounts::word_patterns(word);
    q.all(&FRIENDS_PAGE, &params![account, viewer, first, later, name, after, limit], |row| row.id("id"))
}
