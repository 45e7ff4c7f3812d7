//! Statements over notes about people.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::AccountId;

statement!(
    ABOUT,
    "account_notes.about",
    "SELECT about_id, text FROM account_notes WHERE account_id = $1 AND about_id IN ($2[])"
);
statement!(
    PUT,
    "account_notes.put",
    "INSERT INTO account_notes (account_id, about_id, text, written_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, about_id) DO UPDATE SET text = $3, written_at = $4"
);
statement!(
    DELETE,
    "account_notes.delete",
    "DELETE FROM account_notes WHERE account_id = $1 AND about_id = $2"
);

pub(super) fn about(
    q: &mut Query<'_>,
    account: AccountId,
    people: &[AccountId],
) -> Result<HashMap<AccountId, String>> {
    let found =
        q.all(&ABOUT, &params![account, people], |row| Ok((row.id("about_id")?, row.text("text")?)))?;
    Ok(found.into_iter().collect())
}

pub(super) fn put(tx: &mut Tx<'_>, account: AccountId, about: AccountId, text: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT, &params![account, about, text, now]).map(drop)
}

pub(super) fn delete(tx: &mut Tx<'_>, account: AccountId, about: AccountId) -> Result<()> {
    tx.run(&DELETE, &params![account, about]).map(drop)
}
