//! Statements over recommended people.

use std::collections::HashSet;

use kith_base::{PageRequest, Result};
use kith_db::{Query, Tx, params, statement};

use crate::AccountId;
use crate::kinds::AccountKind;

statement!(
    PAGE,
    "endorsements.page",
    "SELECT accounts.id
       FROM endorsements
       JOIN accounts ON accounts.id = endorsements.endorsed_id AND accounts.state = 'active'
      WHERE endorsements.account_id = $1 AND accounts.id < $2 AND accounts.id > $3
      ORDER BY accounts.id DESC
      LIMIT $4"
);
statement!(
    AMONG,
    "endorsements.among",
    "SELECT endorsed_id FROM endorsements WHERE account_id = $1 AND endorsed_id IN ($2[])"
);
statement!(
    ADD,
    "endorsements.add",
    "INSERT INTO endorsements (account_id, endorsed_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);
statement!(
    REMOVE,
    "endorsements.remove",
    "DELETE FROM endorsements WHERE account_id = $1 AND endorsed_id = $2"
);
statement!(COUNT, "endorsements.count", "SELECT COUNT(*) AS people FROM endorsements WHERE account_id = $1");

pub(super) fn page(
    q: &mut Query<'_>,
    account: AccountId,
    request: &PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let after = request.after.unwrap_or(AccountId::new(0));
    q.all(&PAGE, &params![account, before, after, request.limit], |row| row.id("id"))
}

pub(super) fn among(
    q: &mut Query<'_>,
    account: AccountId,
    people: &[AccountId],
) -> Result<HashSet<AccountId>> {
    Ok(q.all(&AMONG, &params![account, people], |row| row.id("endorsed_id"))?.into_iter().collect())
}

pub(super) fn add(tx: &mut Tx<'_>, account: AccountId, other: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&ADD, &params![account, other, now]).map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, account: AccountId, other: AccountId) -> Result<()> {
    tx.run(&REMOVE, &params![account, other]).map(drop)
}

pub(super) fn count(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT, &params![account])
}
