//! The statements of looking after members.

use kith_base::Result;
use kith_db::{Tx, params, statement};

use crate::AccountId;
use crate::kinds::RowId;

statement!(
    RECORD,
    "members.record",
    "INSERT INTO audit_log (id, actor_id, action, subject_kind, subject_id, note, created_at)
     VALUES ($1, $2, $3, 'account', $4, $5, $6)"
);

/// Writes into the staff's log what `actor` did to `account`, in the transaction in which it is done.
pub(super) fn record(
    tx: &mut Tx<'_>,
    actor: AccountId,
    action: &str,
    account: AccountId,
    note: &str,
) -> Result<()> {
    let (id, now): (RowId, _) = (tx.new_id(), tx.now());
    tx.run(&RECORD, &params![id, actor, action, account, note, now]).map(drop)
}
