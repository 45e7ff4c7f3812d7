//! Statements of posts that wait for their time.

use kith_base::{Millis, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Begun, Draft, Reason, Scheduled};
use crate::kinds::{ScheduledId, ScheduledKind};
use crate::{AccountId, DraftId};

fn scheduled(row: &Row<'_>) -> Result<Scheduled> {
    let draft: Draft = serde_json::from_str(&row.text("draft")?)?;
    let refusal = match row.opt_text("refusal")? {
        Some(reasons) => serde_json::from_str(&reasons)?,
        None => Vec::new(),
    };
    Ok(Scheduled { id: row.id("id")?, due_at: row.int("due_at")?, draft, photos: Vec::new(), refusal })
}

statement!(
    PAGE,
    "scheduled.page",
    "SELECT id, due_at, draft, refusal FROM scheduled_posts
      WHERE account_id = $1 AND id < $2 AND id > $3
      ORDER BY id DESC LIMIT $4"
);
statement!(
    PAGE_NEAREST,
    "scheduled.page_nearest",
    "SELECT id, due_at, draft, refusal FROM scheduled_posts
      WHERE account_id = $1 AND id < $2 AND id > $3
      ORDER BY id LIMIT $4"
);

pub(super) fn page(
    q: &mut Query<'_>,
    account: AccountId,
    request: &PageRequest<ScheduledKind>,
) -> Result<Vec<Scheduled>> {
    let before = request.before.unwrap_or(ScheduledId::new(i64::MAX));
    let after = request.after.unwrap_or(ScheduledId::new(0));
    let statement = if request.nearest { &PAGE_NEAREST } else { &PAGE };
    q.all(statement, &params![account, before, after, request.limit + 1], scheduled)
}

statement!(
    OWN,
    "scheduled.own",
    "SELECT id, due_at, draft, refusal FROM scheduled_posts WHERE id = $1 AND account_id = $2"
);

pub(super) fn own(q: &mut Query<'_>, id: ScheduledId, account: AccountId) -> Result<Option<Scheduled>> {
    q.find(&OWN, &params![id, account], scheduled)
}

statement!(
    DUE,
    "scheduled.due",
    "SELECT id, account_id, due_at, draft, refusal FROM scheduled_posts WHERE id = $1 AND due_at <= $2"
);

/// What is to be published now, with its author.
pub(super) fn due(q: &mut Query<'_>, id: ScheduledId, now: Millis) -> Result<Option<(AccountId, Scheduled)>> {
    q.find(&DUE, &params![id, now], |row| Ok((row.id("account_id")?, scheduled(row)?)))
}

statement!(COUNT, "scheduled.count", "SELECT COUNT(*) AS waiting FROM scheduled_posts WHERE account_id = $1");

pub(super) fn count(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT, &params![account])
}

statement!(
    INSERT,
    "scheduled.insert",
    "INSERT INTO scheduled_posts (id, account_id, due_at, draft, created_at) VALUES ($1, $2, $3, $4, $5)"
);

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: ScheduledId,
    account: AccountId,
    due_at: Millis,
    draft: &Draft,
) -> Result<()> {
    let (now, draft) = (tx.now(), serde_json::to_string(draft)?);
    tx.run(&INSERT, &params![id, account, due_at, draft, now]).map(drop)
}

statement!(
    MOVE,
    "scheduled.move",
    "UPDATE scheduled_posts SET due_at = $3, queued_at = NULL, refusal = NULL WHERE id = $1 AND account_id = $2"
);

pub(super) fn reschedule(
    tx: &mut Tx<'_>,
    id: ScheduledId,
    account: AccountId,
    due_at: Millis,
) -> Result<bool> {
    tx.run(&MOVE, &params![id, account, due_at]).map(|rows| rows == 1)
}

statement!(DELETE, "scheduled.delete", "DELETE FROM scheduled_posts WHERE id = $1 AND account_id = $2");

pub(super) fn delete(tx: &mut Tx<'_>, id: ScheduledId, account: AccountId) -> Result<bool> {
    tx.run(&DELETE, &params![id, account]).map(|rows| rows == 1)
}

statement!(
    TAKE,
    "scheduled.take",
    "DELETE FROM scheduled_posts WHERE id = $1 AND account_id = $2 AND due_at <= $3"
);

/// Takes one out to be published; whether it was still there and still due.
pub(super) fn take(tx: &mut Tx<'_>, id: ScheduledId, account: AccountId) -> Result<bool> {
    let now = tx.now();
    tx.run(&TAKE, &params![id, account, now]).map(|rows| rows == 1)
}

statement!(
    COMING,
    "scheduled.coming",
    "SELECT id, due_at FROM scheduled_posts
      WHERE queued_at IS NULL AND due_at <= $1
      ORDER BY due_at LIMIT $2"
);

pub(super) fn coming(q: &mut Query<'_>, until: Millis, limit: i64) -> Result<Vec<(ScheduledId, Millis)>> {
    q.all(&COMING, &params![until, limit], |row| Ok((row.id("id")?, row.int("due_at")?)))
}

statement!(QUEUED, "scheduled.queued", "UPDATE scheduled_posts SET queued_at = $2 WHERE id = $1");

pub(super) fn mark_queued(tx: &mut Tx<'_>, id: ScheduledId) -> Result<()> {
    let now = tx.now();
    tx.run(&QUEUED, &params![id, now]).map(drop)
}

statement!(
    REFUSE,
    "scheduled.refuse",
    "UPDATE scheduled_posts SET refusal = $4 WHERE id = $1 AND account_id = $2 AND due_at <= $3"
);

/// Writes down why a post was not published; whether it was still there and still due.
pub(super) fn refuse(
    tx: &mut Tx<'_>,
    id: ScheduledId,
    account: AccountId,
    reasons: &[Reason],
) -> Result<bool> {
    let (now, reasons) = (tx.now(), serde_json::to_string(reasons)?);
    tx.run(&REFUSE, &params![id, account, now, reasons]).map(|rows| rows == 1)
}

statement!(
    COUNT_REFUSED,
    "scheduled.count_refused",
    "SELECT COUNT(*) AS refused FROM scheduled_posts WHERE account_id = $1 AND refusal IS NOT NULL"
);

pub(super) fn count_refused(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT_REFUSED, &params![account])
}

fn begun(row: &Row<'_>) -> Result<Begun> {
    Ok(Begun {
        id: row.id("id")?,
        submission: row.text("submission")?,
        draft: serde_json::from_str(&row.text("draft")?)?,
        photos: Vec::new(),
        changed_at: row.int("changed_at")?,
    })
}

statement!(
    DRAFTS,
    "scheduled.drafts",
    "SELECT id, submission, draft, changed_at FROM drafts
      WHERE account_id = $1
      ORDER BY changed_at DESC, id DESC LIMIT $2"
);
statement!(
    DRAFT,
    "scheduled.draft",
    "SELECT id, submission, draft, changed_at FROM drafts WHERE id = $1 AND account_id = $2"
);
statement!(
    DRAFT_BY_WORD,
    "scheduled.draft_by_word",
    "SELECT id FROM drafts WHERE account_id = $1 AND submission = $2"
);
statement!(
    COUNT_DRAFTS,
    "scheduled.count_drafts",
    "SELECT COUNT(*) AS kept FROM drafts WHERE account_id = $1"
);
statement!(
    INSERT_DRAFT,
    "scheduled.insert_draft",
    "INSERT INTO drafts (id, account_id, submission, draft, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $5)"
);
statement!(
    UPDATE_DRAFT,
    "scheduled.update_draft",
    "UPDATE drafts SET draft = $2, changed_at = $3 WHERE id = $1"
);
statement!(DELETE_DRAFT, "scheduled.delete_draft", "DELETE FROM drafts WHERE id = $1 AND account_id = $2");

pub(super) fn drafts(q: &mut Query<'_>, account: AccountId, limit: usize) -> Result<Vec<Begun>> {
    q.all(&DRAFTS, &params![account, limit], begun)
}

pub(super) fn draft(q: &mut Query<'_>, id: DraftId, account: AccountId) -> Result<Option<Begun>> {
    q.find(&DRAFT, &params![id, account], begun)
}

pub(super) fn draft_by_word(q: &mut Query<'_>, account: AccountId, word: &str) -> Result<Option<DraftId>> {
    q.find(&DRAFT_BY_WORD, &params![account, word], |row| row.id("id"))
}

pub(super) fn count_drafts(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT_DRAFTS, &params![account])
}

pub(super) fn insert_draft(
    tx: &mut Tx<'_>,
    id: DraftId,
    account: AccountId,
    word: &str,
    draft: &Draft,
) -> Result<()> {
    let (now, draft) = (tx.now(), serde_json::to_string(draft)?);
    tx.run(&INSERT_DRAFT, &params![id, account, word, draft, now]).map(drop)
}

pub(super) fn update_draft(tx: &mut Tx<'_>, id: DraftId, draft: &Draft) -> Result<()> {
    let (now, draft) = (tx.now(), serde_json::to_string(draft)?);
    tx.run(&UPDATE_DRAFT, &params![id, draft, now]).map(drop)
}

pub(super) fn delete_draft(tx: &mut Tx<'_>, id: DraftId, account: AccountId) -> Result<bool> {
    tx.run(&DELETE_DRAFT, &params![id, account]).map(|rows| rows == 1)
}
