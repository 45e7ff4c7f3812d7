//! Statements of applications.

use kith_base::{Id, Millis, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::Decision;
use crate::AccountId;
use crate::invites::Taken;
use crate::kinds::AccountKind;

statement!(
    INSERT,
    "joining.insert",
    "INSERT INTO applications (account_id, answers, created_at, reason, tries, has_proof)
     VALUES ($1, $2, $3, '', 1, $4)"
);

pub(super) fn insert(tx: &mut Tx<'_>, id: AccountId, answers: &str, has_proof: bool) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![id, answers, now, has_proof]).map(drop)
}

statement!(
    SET_INVITE,
    "joining.set_invite",
    "UPDATE accounts SET invite_id = $2, invited_by_id = $3 WHERE id = $1"
);

pub(super) fn set_invite(tx: &mut Tx<'_>, id: AccountId, taken: Taken) -> Result<()> {
    tx.run(&SET_INVITE, &params![id, taken.invite, taken.by]).map(drop)
}

/// An application, with what its account says.
pub(super) struct Asked {
    pub(super) account: AccountId,
    pub(super) answers: String,
    pub(super) created_at: Millis,
    pub(super) tries: i64,
    pub(super) has_proof: bool,
    pub(super) decided_at: Option<Millis>,
    pub(super) reason: String,
    pub(super) email: Option<String>,
    pub(super) language: String,
}

statement!(
    WAITING,
    "joining.waiting",
    "SELECT applications.account_id, applications.answers, applications.created_at, applications.tries,
            applications.has_proof, applications.decided_at, applications.reason, accounts.email, accounts.language
       FROM applications JOIN accounts ON accounts.id = applications.account_id
      WHERE applications.decided_at IS NULL AND accounts.state = 'pending_approval' AND applications.account_id > $1
      ORDER BY applications.account_id LIMIT $2"
);
statement!(
    DECLINED,
    "joining.declined",
    "SELECT applications.account_id, applications.answers, applications.created_at, applications.tries,
            applications.has_proof, applications.decided_at, applications.reason, accounts.email, accounts.language
       FROM applications JOIN accounts ON accounts.id = applications.account_id
      WHERE applications.decision = 'declined' AND accounts.state = 'pending_approval'
        AND applications.account_id > $1
      ORDER BY applications.account_id LIMIT $2"
);

/// Oldest first: `before` of the request means "after this one in the list".
pub(super) fn page(
    q: &mut Query<'_>,
    is_declined: bool,
    request: PageRequest<AccountKind>,
) -> Result<Vec<Asked>> {
    let after = request.before.map_or(0, Id::raw);
    let statement = if is_declined { &DECLINED } else { &WAITING };
    q.all(statement, &params![after, request.limit + 1], |row| {
        Ok(Asked {
            account: row.id("account_id")?,
            answers: row.text("answers")?,
            created_at: row.int("created_at")?,
            tries: row.int("tries")?,
            has_proof: row.bool("has_proof")?,
            decided_at: row.opt_int("decided_at")?,
            reason: row.text("reason")?,
            email: row.opt_text("email")?,
            language: row.text("language")?,
        })
    })
}

statement!(
    COUNT_WAITING,
    "joining.count_waiting",
    "SELECT COUNT(*) AS applications
       FROM applications JOIN accounts ON accounts.id = applications.account_id
      WHERE applications.decided_at IS NULL AND accounts.state = 'pending_approval'"
);

pub(super) fn count_waiting(q: &mut Query<'_>) -> Result<i64> {
    q.count(&COUNT_WAITING, &[])
}

statement!(
    DECIDE,
    "joining.decide",
    "UPDATE applications SET decided_at = $2, decided_by_id = $3, decision = $4, reason = $5
      WHERE account_id = $1 AND decided_at IS NULL
        AND EXISTS (SELECT 1 FROM accounts WHERE id = $1 AND state = 'pending_approval')"
);

statement!(
    TAKE_BACK_REFUSAL,
    "joining.take_back_refusal",
    "UPDATE applications SET decided_at = $2, decided_by_id = $3, decision = 'approved', reason = ''
      WHERE account_id = $1 AND decision = 'declined'
        AND EXISTS (SELECT 1 FROM accounts WHERE id = $1 AND state = 'pending_approval')"
);

/// Approves after all; whether there was a refusal to take back.
pub(super) fn take_back_refusal(tx: &mut Tx<'_>, id: AccountId, by: AccountId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TAKE_BACK_REFUSAL, &params![id, now, by])? == 1)
}

/// Whether it was still open.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    id: AccountId,
    by: AccountId,
    decision: Decision,
    reason: &str,
) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&DECIDE, &params![id, now, by, decision, reason])? == 1)
}

/// One's own application.
pub(super) struct Own {
    pub(super) answers: String,
    pub(super) created_at: Millis,
    pub(super) decision: Option<Decision>,
    pub(super) reason: String,
    pub(super) tries: i64,
}

statement!(
    FIND,
    "joining.find",
    "SELECT answers, created_at, decision, reason, tries FROM applications WHERE account_id = $1"
);

pub(super) fn find(q: &mut Query<'_>, id: AccountId) -> Result<Option<Own>> {
    q.find(&FIND, &params![id], |row: &Row<'_>| {
        Ok(Own {
            answers: row.text("answers")?,
            created_at: row.int("created_at")?,
            decision: row.opt_text("decision")?.as_deref().and_then(Decision::parse),
            reason: row.text("reason")?,
            tries: row.int("tries")?,
        })
    })
}

statement!(
    ASK_AGAIN,
    "joining.ask_again",
    "UPDATE applications SET answers = $2, created_at = $3, decided_at = NULL, decided_by_id = NULL,
            decision = NULL, reason = '', tries = tries + 1
      WHERE account_id = $1"
);

pub(super) fn ask_again(tx: &mut Tx<'_>, id: AccountId, answers: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&ASK_AGAIN, &params![id, answers, now]).map(drop)
}

statement!(
    DECLINED_BEFORE,
    "joining.declined_before",
    "SELECT account_id FROM applications WHERE decision = 'declined' AND decided_at < $1 LIMIT 100"
);

pub(super) fn declined_before(q: &mut Query<'_>, before: Millis) -> Result<Vec<AccountId>> {
    q.all(&DECLINED_BEFORE, &params![before], |row| row.id("account_id"))
}

statement!(FORGET, "joining.forget", "DELETE FROM applications WHERE account_id = $1");

pub(super) fn forget(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    tx.run(&FORGET, &params![id]).map(drop)
}

statement!(
    FORGET_ANSWERED,
    "joining.forget_answered",
    "DELETE FROM applications WHERE decision = 'approved' AND decided_at < $1"
);

pub(super) fn forget_answered(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&FORGET_ANSWERED, &params![before]).map(drop)
}
