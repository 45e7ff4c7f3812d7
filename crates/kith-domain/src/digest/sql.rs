//! The statements of the digest.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::Due;
use crate::AccountId;
use crate::mail::{Choices, Pace};
use crate::viewer::AccountState;

statement!(
    NEWCOMERS,
    "digest.newcomers",
    "SELECT a.id, a.time_zone, a.language
       FROM accounts a
      WHERE a.domain IS NULL AND a.state = 'active' AND a.email_confirmed_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM digests d WHERE d.account_id = a.id)
      ORDER BY a.id
      LIMIT $1"
);
statement!(
    DUE,
    "digest.due",
    "SELECT d.account_id, d.due_at, a.time_zone, a.language, a.state, a.seen_at,
            a.email_confirmed_at IS NOT NULL AS is_confirmed, c.digest, COALESCE(c.only_account, FALSE) AS only_account
       FROM digests d
       JOIN accounts a ON a.id = d.account_id
       LEFT JOIN mail_choices c ON c.account_id = d.account_id
      WHERE d.due_at <= $1
      ORDER BY d.due_at, d.account_id
      LIMIT $2"
);
statement!(
    PUT_DUE,
    "digest.put_due",
    "INSERT INTO digests (account_id, due_at) VALUES ($1, $2)
         ON CONFLICT (account_id) DO UPDATE SET due_at = excluded.due_at"
);
statement!(LAST_SENT, "digest.last_sent", "SELECT last_sent_at FROM digests WHERE account_id = $1");
statement!(SENT, "digest.sent", "UPDATE digests SET last_sent_at = $2 WHERE account_id = $1");

/// Somebody without a date.
pub(super) struct Newcomer {
    pub account: AccountId,
    pub zone: String,
    pub language: String,
}

pub(super) fn newcomers(q: &mut Query<'_>, limit: usize) -> Result<Vec<Newcomer>> {
    q.all(&NEWCOMERS, &params![limit], |row| {
        Ok(Newcomer { account: row.id("id")?, zone: row.text("time_zone")?, language: row.text("language")? })
    })
}

pub(super) fn due(q: &mut Query<'_>, now: Millis, limit: usize) -> Result<Vec<Due>> {
    q.all(&DUE, &params![now, limit], |row| {
        let digest = match row.opt_text("digest")? {
            // A word this program does not know must never send what was declined.
            Some(word) => Pace::parse(&word).unwrap_or(Pace::Off),
            None => Pace::default(),
        };
        Ok(Due {
            account: row.id("account_id")?,
            due_at: row.int("due_at")?,
            zone: row.text("time_zone")?,
            language: row.text("language")?,
            state: AccountState::parse(&row.text("state")?).unwrap_or(AccountState::Suspended),
            is_confirmed: row.bool("is_confirmed")?,
            seen_at: row.opt_int("seen_at")?,
            choices: Choices { digest, only_account: row.bool("only_account")? },
        })
    })
}

pub(super) fn put_due(tx: &mut Tx<'_>, account: AccountId, due_at: Millis) -> Result<()> {
    tx.run(&PUT_DUE, &params![account, due_at]).map(drop)
}

pub(super) fn last_sent(q: &mut Query<'_>, account: AccountId) -> Result<Option<Millis>> {
    Ok(q.find(&LAST_SENT, &params![account], |row| row.opt_int("last_sent_at"))?.flatten())
}

pub(super) fn sent(tx: &mut Tx<'_>, account: AccountId, at: Millis) -> Result<()> {
    tx.run(&SENT, &params![account, at]).map(drop)
}
