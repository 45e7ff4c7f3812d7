//! The statements of reactions.

use kith_base::{Error, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::ReactionKind;
use crate::AccountId;
use crate::kinds::AccountKind;

statement!(
    MINE,
    "reactions.mine",
    "SELECT kind FROM reactions WHERE subject_kind = $1 AND subject_id = $2 AND account_id = $3"
);
statement!(
    INSERT,
    "reactions.insert",
    "INSERT INTO reactions (subject_kind, subject_id, account_id, kind, created_at) VALUES ($1, $2, $3, $4, $5)"
);
statement!(
    REMOVE,
    "reactions.remove",
    "DELETE FROM reactions WHERE subject_kind = $1 AND subject_id = $2 AND account_id = $3"
);
statement!(
    COUNT,
    "reactions.count",
    "INSERT INTO reaction_tallies (subject_kind, subject_id, kind, total) VALUES ($1, $2, $3, $4)
     ON CONFLICT (subject_kind, subject_id, kind) DO UPDATE SET total = reaction_tallies.total + $4"
);
statement!(
    TALLIES,
    "reactions.tallies",
    "SELECT subject_id, kind, total FROM reaction_tallies
      WHERE subject_kind = $1 AND subject_id IN ($2[]) AND total > 0"
);
statement!(
    BY_PEOPLE,
    "reactions.by_people",
    "SELECT r.subject_id, r.account_id, r.kind
       FROM reactions r
      WHERE r.subject_kind = $1 AND r.subject_id IN ($2[])
        AND (r.account_id IN ($3[])
             OR EXISTS (SELECT 1 FROM accounts a WHERE a.id = r.account_id AND a.state <> 'active'))"
);
macro_rules! who_sql {
    ($order:literal) => {
        concat!(
            "SELECT r.account_id, r.kind
               FROM reactions r
               JOIN accounts a ON a.id = r.account_id
              WHERE r.account_id < $5 AND r.account_id > $6 AND r.subject_kind = $2 AND r.subject_id = $3
                AND ($4 = '' OR r.kind = $4)
                AND a.state = 'active'
                AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = r.account_id)
                AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = r.account_id)
              ORDER BY r.account_id ",
            $order,
            " LIMIT $7"
        )
    };
}
statement!(WHO, "reactions.who", who_sql!("DESC"));
statement!(WHO_NEAREST, "reactions.who_nearest", who_sql!("ASC"));

fn kind(row: &Row<'_>) -> Result<ReactionKind> {
    let text = row.text("kind")?;
    ReactionKind::parse(&text).ok_or_else(|| Error::internal(format!("no reaction {text}")))
}

pub(super) fn mine(
    q: &mut Query<'_>,
    subject_kind: &str,
    subject: i64,
    account: AccountId,
) -> Result<Option<ReactionKind>> {
    q.find(&MINE, &params![subject_kind, subject, account], kind)
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    subject_kind: &str,
    subject: i64,
    account: AccountId,
    kind: ReactionKind,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![subject_kind, subject, account, kind, now])?;
    Ok(())
}

pub(super) fn remove(tx: &mut Tx<'_>, subject_kind: &str, subject: i64, account: AccountId) -> Result<()> {
    tx.run(&REMOVE, &params![subject_kind, subject, account])?;
    Ok(())
}

pub(super) fn count(
    tx: &mut Tx<'_>,
    subject_kind: &str,
    subject: i64,
    kind: ReactionKind,
    by: i64,
) -> Result<()> {
    tx.run(&COUNT, &params![subject_kind, subject, kind, by])?;
    Ok(())
}

pub(super) fn tallies(
    q: &mut Query<'_>,
    subject_kind: &str,
    subjects: &[i64],
) -> Result<Vec<(i64, ReactionKind, i64)>> {
    q.all(&TALLIES, &params![subject_kind, subjects], |row| {
        Ok((row.int("subject_id")?, kind(row)?, row.int("total")?))
    })
}

/// Reactions of `people`, and of everybody who is away.
pub(super) fn by_people(
    q: &mut Query<'_>,
    subject_kind: &str,
    subjects: &[i64],
    people: &[AccountId],
) -> Result<Vec<(i64, AccountId, ReactionKind)>> {
    q.all(&BY_PEOPLE, &params![subject_kind, subjects, people], |row| {
        Ok((row.int("subject_id")?, row.id("account_id")?, kind(row)?))
    })
}

pub(super) fn who(
    q: &mut Query<'_>,
    viewer: AccountId,
    subject_kind: &str,
    subject: i64,
    only: Option<ReactionKind>,
    request: &PageRequest<AccountKind>,
) -> Result<Vec<(AccountId, ReactionKind)>> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let after = request.after.unwrap_or(AccountId::new(0));
    let only = only.map_or("", ReactionKind::as_str);
    let statement = if request.nearest { &WHO_NEAREST } else { &WHO };
    q.all(statement, &params![viewer, subject_kind, subject, only, before, after, request.limit + 1], |row| {
        Ok((row.id("account_id")?, kind(row)?))
    })
}
