//! The statements of sessions and one-time keys.

use kith_base::{Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::cache::Known;
use super::{Origin, Purpose, Session, SignedIn, device_name};
use crate::AccountId;
use crate::kinds::{RowId, SessionId};

statement!(
    FIND,
    "sessions.find",
    "SELECT id, account_id, acts_as, seen_at, expires_at FROM sessions WHERE token_hash = $1"
);
statement!(
    INSERT,
    "sessions.insert",
    "INSERT INTO sessions (id, account_id, token_hash, name, user_agent, network, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8)"
);
statement!(TOUCH, "sessions.touch", "UPDATE sessions SET seen_at = $2, expires_at = $3 WHERE id = $1");
statement!(
    LIST,
    "sessions.list",
    "SELECT id, name, network, created_at, seen_at
       FROM sessions
      WHERE account_id = $1 AND expires_at > $2
      ORDER BY seen_at DESC, id DESC"
);
statement!(RENAME, "sessions.rename", "UPDATE sessions SET name = $3 WHERE id = $2 AND account_id = $1");
statement!(END, "sessions.end", "DELETE FROM sessions WHERE id = $2 AND account_id = $1");
statement!(END_ALL, "sessions.end_all", "DELETE FROM sessions WHERE account_id = $1 AND id <> $2");
statement!(
    END_OLDEST,
    "sessions.end_oldest",
    "DELETE FROM sessions
      WHERE account_id = $1
        AND id NOT IN (SELECT id FROM sessions WHERE account_id = $1 ORDER BY seen_at DESC, id DESC LIMIT $2)"
);
statement!(SWEEP_SESSIONS, "sessions.sweep", "DELETE FROM sessions WHERE expires_at <= $1");
// What woke a browser ends with its session, whichever way that ended.
statement!(
    END_PUSH,
    "sessions.end_push",
    "DELETE FROM push_subscriptions
      WHERE account_id = $1
        AND session_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = push_subscriptions.session_id)"
);
statement!(
    SWEEP_PUSH,
    "sessions.sweep_push",
    "DELETE FROM push_subscriptions
      WHERE session_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = push_subscriptions.session_id)"
);
statement!(
    INSERT_KEY,
    "sessions.insert_key",
    "INSERT INTO account_keys (id, account_id, purpose, key_hash, email, created_by_id, created_at, expires_at, tries)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)"
);
statement!(
    FIND_KEY,
    "sessions.find_key",
    "SELECT account_id, purpose, email
       FROM account_keys
      WHERE key_hash = $1 AND used_at IS NULL AND expires_at > $2"
);
statement!(
    SPEND_KEY,
    "sessions.spend_key",
    "UPDATE account_keys
        SET used_at = $3
      WHERE key_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3
     RETURNING account_id, purpose, email"
);
statement!(
    COUNT_TRY,
    "sessions.count_try",
    "UPDATE account_keys
        SET tries = tries + 1
      WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 AND tries < $4
     RETURNING key_hash"
);
statement!(
    UNCOUNT_TRY,
    "sessions.uncount_try",
    "UPDATE account_keys SET tries = tries - 1 WHERE key_hash = $1 AND tries > 0"
);
statement!(
    DROP_UNUSED_KEYS,
    "sessions.drop_unused_keys",
    "DELETE FROM account_keys WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL"
);
statement!(
    DROP_KEYS,
    "sessions.drop_keys",
    "DELETE FROM account_keys WHERE account_id = $1 AND used_at IS NULL"
);
statement!(SWEEP_KEYS, "sessions.sweep_keys", "DELETE FROM account_keys WHERE expires_at <= $1");

/// A one-time key that is still good, or has just been used.
pub(super) struct Key {
    pub account: AccountId,
    pub purpose: Purpose,
    pub email: Option<String>,
}

fn key(row: &Row<'_>) -> Result<Key> {
    let purpose = Purpose::parse(&row.text("purpose")?).ok_or_else(kith_base::Error::not_found)?;
    Ok(Key { account: row.id("account_id")?, purpose, email: row.opt_text("email")? })
}

pub(super) fn find(q: &mut Query<'_>, hash: &[u8; 32]) -> Result<Option<Known>> {
    q.find(&FIND, &params![hash.as_slice()], |row| {
        let signed_in = SignedIn {
            session: row.id("id")?,
            account: row.id("account_id")?,
            acts_as: row.opt_id("acts_as")?,
        };
        Ok(Known { signed_in, seen_at: row.int("seen_at")?, expires_at: row.int("expires_at")? })
    })
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: SessionId,
    account: AccountId,
    hash: &[u8; 32],
    origin: &Origin,
    now: Millis,
    expires_at: Millis,
) -> Result<()> {
    let user_agent: String = origin.user_agent.chars().take(200).collect();
    let name = device_name(&user_agent);
    tx.run(
        &INSERT,
        &params![id, account, hash.as_slice(), name, user_agent, &origin.network, now, expires_at],
    )
    .map(drop)
}

pub(super) fn touch(tx: &mut Tx<'_>, id: SessionId, now: Millis, expires_at: Millis) -> Result<()> {
    tx.run(&TOUCH, &params![id, now, expires_at]).map(drop)
}

pub(super) fn list(q: &mut Query<'_>, account: AccountId, now: Millis) -> Result<Vec<Session>> {
    q.all(&LIST, &params![account, now], |row| {
        Ok(Session {
            id: row.id("id")?,
            name: row.text("name")?,
            network: row.text("network")?,
            created_at: row.int("created_at")?,
            seen_at: row.int("seen_at")?,
        })
    })
}

pub(super) fn rename(tx: &mut Tx<'_>, account: AccountId, id: SessionId, name: &str) -> Result<u64> {
    tx.run(&RENAME, &params![account, id, name])
}

pub(super) fn end(tx: &mut Tx<'_>, account: AccountId, id: SessionId) -> Result<u64> {
    let ended = tx.run(&END, &params![account, id])?;
    tx.run(&END_PUSH, &params![account])?;
    Ok(ended)
}

pub(super) fn end_all(tx: &mut Tx<'_>, account: AccountId, keep: Option<SessionId>) -> Result<()> {
    tx.run(&END_ALL, &params![account, keep.unwrap_or_default()])?;
    tx.run(&END_PUSH, &params![account]).map(drop)
}

pub(super) fn end_oldest(tx: &mut Tx<'_>, account: AccountId, keep: i64) -> Result<u64> {
    let ended = tx.run(&END_OLDEST, &params![account, keep])?;
    if ended > 0 {
        tx.run(&END_PUSH, &params![account])?;
    }
    Ok(ended)
}

pub(super) fn sweep_sessions(tx: &mut Tx<'_>, now: Millis) -> Result<()> {
    tx.run(&SWEEP_SESSIONS, &params![now])?;
    tx.run(&SWEEP_PUSH, &params![]).map(drop)
}

#[allow(clippy::too_many_arguments, reason = "one column each")]
pub(super) fn insert_key(
    tx: &mut Tx<'_>,
    id: RowId,
    account: AccountId,
    purpose: Purpose,
    hash: &[u8; 32],
    email: Option<&str>,
    by: Option<AccountId>,
    now: Millis,
    expires_at: Millis,
) -> Result<()> {
    tx.run(&INSERT_KEY, &params![id, account, purpose, hash.as_slice(), email, by, now, expires_at]).map(drop)
}

pub(super) fn find_key(q: &mut Query<'_>, hash: &[u8; 32], now: Millis) -> Result<Option<Key>> {
    q.find(&FIND_KEY, &params![hash.as_slice(), now], key)
}

/// Uses the key up; none when that has happened before, or it has expired.
pub(super) fn spend_key(
    tx: &mut Tx<'_>,
    hash: &[u8; 32],
    purpose: Purpose,
    now: Millis,
) -> Result<Option<Key>> {
    tx.find(&SPEND_KEY, &params![hash.as_slice(), purpose, now], key)
}

/// Counts one try on the account's code and gives its hash; none when there is no code that may still be tried.
pub(super) fn count_try(
    tx: &mut Tx<'_>,
    account: AccountId,
    purpose: Purpose,
    tries: i64,
    now: Millis,
) -> Result<Option<Vec<u8>>> {
    tx.find(&COUNT_TRY, &params![account, purpose, now, tries], |row| row.bytes("key_hash"))
}

pub(super) fn uncount_try(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Result<()> {
    tx.run(&UNCOUNT_TRY, &params![hash.as_slice()]).map(drop)
}

pub(super) fn drop_unused_keys(tx: &mut Tx<'_>, account: AccountId, purpose: Purpose) -> Result<()> {
    tx.run(&DROP_UNUSED_KEYS, &params![account, purpose]).map(drop)
}

pub(super) fn drop_keys(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&DROP_KEYS, &params![account]).map(drop)
}

pub(super) fn sweep_keys(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP_KEYS, &params![before]).map(drop)
}

statement!(
    HAS_SESSION,
    "sessions.has_session",
    "SELECT 1 AS found FROM sessions WHERE account_id = $1 AND expires_at > $2 LIMIT 1"
);

/// Whether some browser is signed in to the account.
pub(super) fn has_session(q: &mut Query<'_>, account: AccountId) -> Result<bool> {
    let now = q.now();
    q.exists(&HAS_SESSION, &params![account, now])
}
