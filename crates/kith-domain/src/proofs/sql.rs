//! Statements of proofs of work.

use kith_base::{Millis, Result};
use kith_db::{Tx, params, statement};

statement!(
    SPEND,
    "proofs.spend",
    "INSERT INTO spent_proofs (digest, expires_at) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING"
);

/// Whether the proof was unspent until now.
pub(super) fn spend(tx: &mut Tx<'_>, digest: &str, expires_at: Millis) -> Result<bool> {
    Ok(tx.run(&SPEND, &params![digest, expires_at])? == 1)
}

statement!(SWEEP, "proofs.sweep", "DELETE FROM spent_proofs WHERE expires_at < $1");

pub(super) fn sweep(tx: &mut Tx<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(&SWEEP, &params![now]).map(drop)
}
