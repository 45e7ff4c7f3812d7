//! The statements of mail.

use kith_base::{HOUR, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{AddressState, Choices, Outcome, Pace, Trouble};
use super::status::Counts;
use crate::AccountId;

statement!(
    TROUBLE,
    "mail.trouble",
    "SELECT account_id, address, state, failures, failing_since, failed_at, last_error
       FROM mail_addresses
      WHERE address_key = $1"
);
statement!(
    TROUBLE_OF,
    "mail.trouble_of",
    "SELECT m.account_id, m.address, m.state, m.failures, m.failing_since, m.failed_at, m.last_error
       FROM mail_addresses m
       JOIN accounts a ON a.id = m.account_id AND a.email_key = m.address_key
      WHERE m.account_id = $1"
);
statement!(
    TROUBLES,
    "mail.troubles",
    "SELECT m.account_id, m.address, m.state, m.failures, m.failing_since, m.failed_at, m.last_error
       FROM mail_addresses m
       JOIN accounts a ON a.id = m.account_id AND a.email_key = m.address_key
      ORDER BY m.failed_at DESC, m.address_key
      LIMIT $1"
);
statement!(
    PUT_TROUBLE,
    "mail.put_trouble",
    "INSERT INTO mail_addresses (address_key, account_id, address, state, failures, failing_since, failed_at, last_error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (address_key) DO UPDATE
        SET account_id = excluded.account_id, address = excluded.address, state = excluded.state,
            failures = excluded.failures, failing_since = excluded.failing_since, failed_at = excluded.failed_at,
            last_error = excluded.last_error"
);
statement!(FORGET, "mail.forget", "DELETE FROM mail_addresses WHERE address_key = $1");
statement!(FORGET_OF, "mail.forget_of", "DELETE FROM mail_addresses WHERE account_id = $1");
statement!(SWEEP_ADDRESSES, "mail.sweep_addresses", "DELETE FROM mail_addresses WHERE failed_at < $1");
statement!(
    TALLY,
    "mail.tally",
    "INSERT INTO mail_tallies (hour_at, outcome, letters) VALUES ($1, $2, 1)
         ON CONFLICT (hour_at, outcome) DO UPDATE SET letters = mail_tallies.letters + 1"
);
statement!(
    COUNTS,
    "mail.counts",
    "SELECT outcome, CAST(SUM(letters) AS BIGINT) AS letters FROM mail_tallies WHERE hour_at > $1 GROUP BY outcome"
);
statement!(SWEEP_TALLIES, "mail.sweep_tallies", "DELETE FROM mail_tallies WHERE hour_at < $1");
statement!(CHOICES, "mail.choices", "SELECT digest, only_account FROM mail_choices WHERE account_id = $1");
statement!(
    PUT_CHOICES,
    "mail.put_choices",
    "INSERT INTO mail_choices (account_id, digest, only_account, changed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id) DO UPDATE
        SET digest = excluded.digest, only_account = excluded.only_account, changed_at = excluded.changed_at"
);
statement!(IS_THERE, "mail.is_there", "SELECT id FROM accounts WHERE id = $1 AND state <> 'deleted'");

fn read_trouble(row: &Row<'_>) -> Result<Trouble> {
    Ok(Trouble {
        account: row.id("account_id")?,
        address: row.text("address")?,
        // A word this program does not know does no harm as the milder one.
        state: AddressState::parse(&row.text("state")?).unwrap_or(AddressState::Failing),
        failures: row.int("failures")?,
        failing_since: row.int("failing_since")?,
        failed_at: row.int("failed_at")?,
        last_error: row.text("last_error")?,
    })
}

pub(super) fn trouble(q: &mut Query<'_>, key: &str) -> Result<Option<Trouble>> {
    q.find(&TROUBLE, &params![key], read_trouble)
}

/// What is wrong with the address that the account has now.
pub(super) fn trouble_of(q: &mut Query<'_>, account: AccountId) -> Result<Option<Trouble>> {
    q.find(&TROUBLE_OF, &params![account], read_trouble)
}

pub(super) fn troubles(q: &mut Query<'_>, limit: usize) -> Result<Vec<Trouble>> {
    q.all(&TROUBLES, &params![limit], read_trouble)
}

pub(super) fn put_trouble(tx: &mut Tx<'_>, key: &str, trouble: &Trouble) -> Result<()> {
    let values = params![
        key,
        trouble.account,
        &trouble.address,
        trouble.state,
        trouble.failures,
        trouble.failing_since,
        trouble.failed_at,
        &trouble.last_error,
    ];
    tx.run(&PUT_TROUBLE, &values).map(drop)
}

pub(super) fn forget(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    tx.run(&FORGET, &params![key]).map(drop)
}

pub(super) fn forget_of(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&FORGET_OF, &params![account]).map(drop)
}

pub(super) fn sweep_addresses(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP_ADDRESSES, &params![before]).map(drop)
}

/// Counts one letter.
pub(super) fn tally(tx: &mut Tx<'_>, outcome: Outcome) -> Result<()> {
    let hour = tx.now() - tx.now().rem_euclid(HOUR);
    tx.run(&TALLY, &params![hour, outcome]).map(drop)
}

/// What became of letters since then, to the hour.
pub(super) fn counts(q: &mut Query<'_>, since: Millis) -> Result<Counts> {
    let read = q.all(&COUNTS, &params![since], |row| {
        Ok((Outcome::parse(&row.text("outcome")?), row.int("letters")?))
    })?;
    let mut counts = Counts::default();
    for outcome in Outcome::ALL {
        let found = read.iter().find(|(known, _)| *known == Some(*outcome));
        let letters = found.map_or(0, |(_, letters)| *letters);
        match outcome {
            Outcome::Sent => counts.sent = letters,
            Outcome::Refused => counts.refused = letters,
            Outcome::Failed => counts.failed = letters,
            Outcome::Held => counts.held = letters,
        }
    }
    Ok(counts)
}

pub(super) fn sweep_tallies(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP_TALLIES, &params![before]).map(drop)
}

pub(super) fn choices(q: &mut Query<'_>, account: AccountId) -> Result<Option<Choices>> {
    q.find(&CHOICES, &params![account], |row| {
        // A word this program does not know must never send what was declined.
        let digest = Pace::parse(&row.text("digest")?).unwrap_or(Pace::Off);
        Ok(Choices { digest, only_account: row.bool("only_account")? })
    })
}

pub(super) fn put_choices(tx: &mut Tx<'_>, account: AccountId, choices: Choices) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_CHOICES, &params![account, choices.digest, choices.only_account, now]).map(drop)
}

pub(super) fn is_there(q: &mut Query<'_>, account: AccountId) -> Result<bool> {
    q.exists(&IS_THERE, &params![account])
}
