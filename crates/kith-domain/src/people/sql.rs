//! Statements over the directory and suggestions.

use std::collections::HashSet;

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::ListedBy;
use crate::AccountId;
use crate::accounts;

statement!(
    DIRECTORY,
    "people.directory",
    "SELECT accounts.id
       FROM accounts
      WHERE accounts.state = 'active' AND accounts.domain IS NULL AND accounts.kind = 'person'
        AND (accounts.in_directory OR accounts.id = $1
             OR EXISTS (SELECT 1 FROM friendships WHERE account_id = $1 AND friend_id = accounts.id))
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = accounts.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND blocked_id = $1)
        AND (accounts.name_key LIKE $2 ESCAPE '!' OR accounts.name_key LIKE $3 ESCAPE '!'
             OR accounts.handle_key LIKE $2 ESCAPE '!')
        AND (accounts.name_key > $4 OR (accounts.name_key = $4 AND accounts.id > $5))
      ORDER BY accounts.name_key, accounts.id
      LIMIT $6"
);
// The order is the only difference.
statement!(
    LISTED_BY_ACTIVITY,
    "people.listed_by_activity",
    "SELECT accounts.id
       FROM accounts
      WHERE accounts.state = 'active' AND accounts.domain IS NULL AND accounts.kind = 'person'
        AND accounts.in_directory
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = accounts.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND blocked_id = $1)
      ORDER BY COALESCE((SELECT MAX(p.id) FROM posts p
                          WHERE p.author_id = accounts.id AND p.deleted_at IS NULL
                            AND p.audience IN ('world', 'community')), 0) DESC, accounts.id DESC
      LIMIT $2 OFFSET $3"
);
statement!(
    LISTED_BY_JOINING,
    "people.listed_by_joining",
    "SELECT accounts.id
       FROM accounts
      WHERE accounts.state = 'active' AND accounts.domain IS NULL AND accounts.kind = 'person'
        AND accounts.in_directory
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = accounts.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = accounts.id AND blocked_id = $1)
      ORDER BY accounts.id DESC
      LIMIT $2 OFFSET $3"
);
statement!(NAME_KEY, "people.name_key", "SELECT name_key FROM accounts WHERE id = $1");
// The friends' lists are counted first: that is one walk over an index; only then is each candidate asked about.
statement!(
    SUGGESTIONS,
    "people.suggestions",
    "WITH candidates AS (
       SELECT friend_id AS other_id, COUNT(*) AS in_common
         FROM friendships
        WHERE account_id IN ($2[]) AND friend_id <> $1
        GROUP BY friend_id)
     SELECT candidates.other_id
       FROM candidates
       JOIN accounts ON accounts.id = candidates.other_id AND accounts.state = 'active'
        AND accounts.kind = 'person'
      WHERE NOT EXISTS (SELECT 1 FROM friendships WHERE account_id = $1 AND friend_id = candidates.other_id)
        AND NOT EXISTS (SELECT 1 FROM friend_requests
                         WHERE from_id = $1 AND to_id = candidates.other_id AND withdrawn_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM friend_requests
                         WHERE from_id = candidates.other_id AND to_id = $1 AND withdrawn_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = candidates.other_id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = candidates.other_id AND blocked_id = $1)
        AND NOT EXISTS (SELECT 1 FROM hidden_suggestions
                         WHERE account_id = $1 AND suggested_id = candidates.other_id)
      ORDER BY candidates.in_common DESC, candidates.other_id
      LIMIT $3"
);
// Who is known by an invitation, and the candidates, asked about together: whoever is both counts as invited.
statement!(
    KNOWN,
    "people.known",
    "WITH known AS (
       SELECT invited_by_id AS id, CAST(1 AS BIGINT) AS by_invitation
         FROM accounts
        WHERE id = $1 AND invited_by_id IS NOT NULL
        UNION ALL
       SELECT lately.id, 1
         FROM (SELECT id
                 FROM accounts
                WHERE invited_by_id = $1 AND created_at >= $2
                ORDER BY id DESC
                LIMIT $4) AS lately
        UNION ALL
       SELECT id, 0 FROM accounts WHERE id IN ($3[]))
     SELECT known.id, MAX(known.by_invitation) AS by_invitation
       FROM known
       JOIN accounts ON accounts.id = known.id AND accounts.state = 'active' AND accounts.kind = 'person'
      WHERE NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $1 AND blocked_id = known.id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = known.id AND blocked_id = $1)
        AND NOT EXISTS (SELECT 1 FROM hidden_suggestions WHERE account_id = $1 AND suggested_id = known.id)
      GROUP BY known.id
      ORDER BY known.id DESC"
);
statement!(
    HIDE_SUGGESTION,
    "people.hide_suggestion",
    "INSERT INTO hidden_suggestions (account_id, suggested_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);

/// Members whom `me` finds in the directory, by name.
pub(super) fn directory(
    q: &mut Query<'_>,
    me: AccountId,
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
    q.all(&DIRECTORY, &params![me, first, later, name, after, limit], |row| row.id("id"))
}

/// A part of the directory, as `me` may see it.
pub(super) fn listed(
    q: &mut Query<'_>,
    me: AccountId,
    by: ListedBy,
    limit: usize,
    offset: usize,
) -> Result<Vec<AccountId>> {
    let statement = match by {
        ListedBy::Activity => &LISTED_BY_ACTIVITY,
        ListedBy::Joining => &LISTED_BY_JOINING,
    };
    q.all(statement, &params![me, limit, offset], |row| row.id("id"))
}

/// Friends of `friends`, most ties first.
pub(super) fn candidates(
    q: &mut Query<'_>,
    me: AccountId,
    friends: &[AccountId],
    limit: usize,
) -> Result<Vec<AccountId>> {
    q.all(&SUGGESTIONS, &params![me, friends, limit], |row| row.id("other_id"))
}

/// Whom `me` may still meet and has not waved off, of those who know each other by an invitation (who invited `me`, and
/// whom `me` invited since `since`, the newest `most` of them) and of `candidates`: the first newest first, the others in
/// the order given.
pub(super) fn known(
    q: &mut Query<'_>,
    me: AccountId,
    since: Millis,
    candidates: &[AccountId],
    most: usize,
) -> Result<(Vec<AccountId>, Vec<AccountId>)> {
    let found = q.all(&KNOWN, &params![me, since, candidates, most], |row| {
        let id: AccountId = row.id("id")?;
        Ok((id, row.int("by_invitation")? > 0))
    })?;
    let others: HashSet<AccountId> =
        found.iter().filter(|(_, is_invited)| !is_invited).map(|(id, _)| *id).collect();
    let invited = found.iter().filter(|(_, is_invited)| *is_invited).map(|(id, _)| *id).collect();
    Ok((invited, candidates.iter().copied().filter(|id| others.contains(id)).collect()))
}

/// Remembers that `me` waved the suggestion off.
pub(super) fn hide_suggestion(tx: &mut Tx<'_>, me: AccountId, other: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&HIDE_SUGGESTION, &params![me, other, now]).map(drop)
}
