//! The statements of throttles.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

statement!(
    COUNT,
    "throttles.count",
    "INSERT INTO throttles (bucket, subject, attempts, window_ends_at)
     VALUES ($1, $2, 1, $4)
     ON CONFLICT (bucket, subject) DO UPDATE SET
       attempts = CASE WHEN throttles.window_ends_at <= $3 THEN 1 ELSE throttles.attempts + 1 END,
       window_ends_at = CASE WHEN throttles.window_ends_at <= $3 THEN $4 ELSE throttles.window_ends_at END
     RETURNING attempts, window_ends_at"
);
statement!(
    FIND,
    "throttles.find",
    "SELECT attempts, window_ends_at FROM throttles WHERE bucket = $1 AND subject = $2"
);
statement!(FORGET, "throttles.forget", "DELETE FROM throttles WHERE bucket = $1 AND subject = $2");
statement!(
    GIVE_BACK,
    "throttles.give_back",
    "UPDATE throttles SET attempts = attempts - 1 WHERE bucket = $1 AND subject = $2 AND attempts > 0"
);
statement!(SWEEP, "throttles.sweep", "DELETE FROM throttles WHERE window_ends_at <= $1");

/// Counts one attempt; gives the attempts so far and the end of their window.
pub(super) fn count_attempt(
    tx: &mut Tx<'_>,
    bucket: &str,
    subject: &str,
    now: Millis,
    window_ends_at: Millis,
) -> Result<(i64, Millis)> {
    tx.one(&COUNT, &params![bucket, subject, now, window_ends_at], |row| {
        Ok((row.int("attempts")?, row.int("window_ends_at")?))
    })
}

pub(super) fn find(q: &mut Query<'_>, bucket: &str, subject: &str) -> Result<Option<(i64, Millis)>> {
    q.find(&FIND, &params![bucket, subject], |row| Ok((row.int("attempts")?, row.int("window_ends_at")?)))
}

pub(super) fn forget(tx: &mut Tx<'_>, bucket: &str, subject: &str) -> Result<()> {
    tx.run(&FORGET, &params![bucket, subject]).map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(&SWEEP, &params![now]).map(drop)
}

pub(super) fn give_back(tx: &mut Tx<'_>, bucket: &str, subject: &str) -> Result<()> {
    tx.run(&GIVE_BACK, &params![bucket, subject]).map(drop)
}
