//! Statements of filters.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::model::{Filter, FilterAction, NewFilter};
use crate::AccountId;
use crate::kinds::FilterId;

statement!(
    LIST,
    "filters.list",
    "SELECT id, phrase, whole_word, action, expires_at
       FROM filters
      WHERE account_id = $1 AND (expires_at IS NULL OR expires_at > $2)
      ORDER BY id"
);

pub(super) fn list(q: &mut Query<'_>, account: AccountId, now: Millis) -> Result<Vec<Filter>> {
    q.all(&LIST, &params![account, now], |row| {
        let action = row.text("action")?;
        Ok(Filter {
            id: row.id("id")?,
            phrase: row.text("phrase")?,
            is_whole_word: row.bool("whole_word")?,
            action: FilterAction::parse(&action)
                .ok_or_else(|| Error::internal(format!("no filter action {action}")))?,
            expires_at: row.opt_int("expires_at")?,
        })
    })
}

statement!(
    INSERT,
    "filters.insert",
    "INSERT INTO filters (id, account_id, phrase, whole_word, action, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: FilterId,
    account: AccountId,
    phrase: &str,
    new: &NewFilter,
    until: Option<Millis>,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![id, account, phrase, new.is_whole_word, new.action, until, now]).map(drop)
}

statement!(DELETE, "filters.delete", "DELETE FROM filters WHERE id = $1 AND account_id = $2");

pub(super) fn delete(tx: &mut Tx<'_>, id: FilterId, account: AccountId) -> Result<u64> {
    tx.run(&DELETE, &params![id, account])
}
