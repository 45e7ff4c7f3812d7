//! Statements over all that is between a member and others.

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Result};
use kith_db::{Query, Row, params, statement};

use super::model::Pair;
use super::policy;
use crate::AccountId;
use crate::viewer::AccountState;

statement!(
    PAIRS,
    "relationships.pairs",
    "SELECT them.id, me.state AS my_state, them.state, them.preferences,
            EXISTS (SELECT 1 FROM friendships WHERE account_id = $1 AND friend_id = them.id) AS is_friend,
            EXISTS (SELECT 1 FROM friend_requests
                     WHERE from_id = $1 AND to_id = them.id AND withdrawn_at IS NULL) AS has_asked,
            EXISTS (SELECT 1 FROM friend_requests
                     WHERE from_id = them.id AND to_id = $1 AND withdrawn_at IS NULL
                       AND hidden_at IS NULL) AS is_asked,
            mine.follower_id IS NOT NULL AS follows,
            EXISTS (SELECT 1 FROM follows WHERE follower_id = them.id AND followed_id = $1) AS is_followed,
            mine.see_first_at, mine.snoozed_until_at,
            mutes.account_id IS NOT NULL AS is_muted, mutes.until_at,
            EXISTS (SELECT 1 FROM restrictions
                     WHERE account_id = $1 AND restricted_id = them.id) AS is_restricted,
            EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = them.id
                     UNION ALL
                    SELECT 1 FROM blocks WHERE account_id = them.id AND blocked_id = $1) AS is_blocked
       FROM accounts them
       JOIN accounts me ON me.id = $1
       LEFT JOIN follows mine ON mine.follower_id = $1 AND mine.followed_id = them.id
       LEFT JOIN mutes ON mutes.account_id = $1 AND mutes.muted_id = them.id
      WHERE them.id IN ($2[])"
);
statement!(
    NEAR,
    "relationships.near",
    "SELECT theirs.account_id
       FROM friendships theirs
      WHERE theirs.account_id IN ($2[])
        AND EXISTS (SELECT 1 FROM friendships mine
                     WHERE mine.account_id = $1 AND mine.friend_id = theirs.friend_id)
      GROUP BY theirs.account_id"
);

/// Everything between `me` and each of `others` who exists.
pub(super) fn pairs(
    q: &mut Query<'_>,
    me: AccountId,
    others: &[AccountId],
) -> Result<HashMap<AccountId, Pair>> {
    if others.is_empty() {
        return Ok(HashMap::new());
    }
    let found = q.all(&PAIRS, &params![me, others], |row| {
        let other = row.id("id")?;
        Ok((other, pair_row(row, me == other)?))
    })?;
    Ok(found.into_iter().collect())
}

/// Everything between `me` and `other`; none when either does not exist.
pub(super) fn pair(q: &mut Query<'_>, me: AccountId, other: AccountId) -> Result<Option<Pair>> {
    Ok(pairs(q, me, &[other])?.remove(&other))
}

fn pair_row(row: &Row<'_>, is_self: bool) -> Result<Pair> {
    Ok(Pair {
        is_self,
        my_state: state(&row.text("my_state")?)?,
        state: state(&row.text("state")?)?,
        preferences: serde_json::from_str(&row.text("preferences")?)?,
        is_friend: row.bool("is_friend")?,
        has_asked: row.bool("has_asked")?,
        is_asked: row.bool("is_asked")?,
        follows: row.bool("follows")?,
        is_followed: row.bool("is_followed")?,
        sees_first: row.opt_int("see_first_at")?.is_some(),
        snoozed_until: row.opt_int("snoozed_until_at")?,
        is_muted: row.bool("is_muted")?,
        muted_until: row.opt_int("until_at")?,
        is_restricted: row.bool("is_restricted")?,
        is_blocked: row.bool("is_blocked")?,
    })
}

fn state(text: &str) -> Result<AccountState> {
    AccountState::parse(text).ok_or_else(|| Error::internal(format!("no account state {text}")))
}

/// Who of `others` has at least one friend in common with `me`.
pub(super) fn near(q: &mut Query<'_>, me: AccountId, others: &[AccountId]) -> Result<HashSet<AccountId>> {
    if others.is_empty() {
        return Ok(HashSet::new());
    }
    Ok(q.all(&NEAR, &params![me, others], |row| row.id("account_id"))?.into_iter().collect())
}

/// Whether the two have a friend in common, looked up only where something depends on it.
pub(super) fn is_near(q: &mut Query<'_>, me: AccountId, other: AccountId, pair: &Pair) -> Result<bool> {
    Ok(policy::depends_on_friends(pair) && near(q, me, &[other])?.contains(&other))
}
