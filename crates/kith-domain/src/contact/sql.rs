//! Statements of contact messages.

use kith_base::{Error, Id, Millis, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::{ContactMessage, NewMessage};
use crate::AccountId;
use crate::kinds::{ContactMessageId, ContactMessageKind};

statement!(
    INSERT,
    "contact.insert",
    "INSERT INTO contact_messages (id, account_id, name, email, subject, body, language, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);

pub(super) fn insert(
    tx: &mut Tx<'_>,
    account: Option<AccountId>,
    new: &NewMessage,
) -> Result<ContactMessageId> {
    let (id, now) = (tx.new_id::<ContactMessageKind>(), tx.now());
    tx.run(&INSERT, &params![id, account, &new.name, &new.email, &new.subject, &new.body, &new.language, now])
        .map(|_| id)
}

fn read(row: &Row<'_>) -> Result<ContactMessage> {
    Ok(ContactMessage {
        id: row.id("id")?,
        account: row.opt_id("account_id")?,
        name: row.text("name")?,
        email: row.text("email")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        language: row.text("language")?,
        created_at: row.int("created_at")?,
        handled_at: row.opt_int("handled_at")?,
        handled_by: row.opt_id("handled_by_id")?,
    })
}

statement!(
    FIND,
    "contact.find",
    "SELECT id, account_id, name, email, subject, body, language, created_at, handled_at, handled_by_id
       FROM contact_messages WHERE id = $1"
);

pub(super) fn find(q: &mut Query<'_>, id: ContactMessageId) -> Result<Option<ContactMessage>> {
    q.find(&FIND, &params![id], read)
}

statement!(
    WAITING,
    "contact.waiting",
    "SELECT id, account_id, name, email, subject, body, language, created_at, handled_at, handled_by_id
       FROM contact_messages WHERE handled_at IS NULL AND id < $1 ORDER BY id DESC LIMIT $2"
);
statement!(
    HANDLED,
    "contact.handled",
    "SELECT id, account_id, name, email, subject, body, language, created_at, handled_at, handled_by_id
       FROM contact_messages WHERE handled_at IS NOT NULL AND id < $1 ORDER BY id DESC LIMIT $2"
);

pub(super) fn page(
    q: &mut Query<'_>,
    is_handled: bool,
    request: PageRequest<ContactMessageKind>,
) -> Result<Vec<ContactMessage>> {
    let statement = if is_handled { &HANDLED } else { &WAITING };
    let before = request.before.map_or(i64::MAX, Id::raw);
    q.all(statement, &params![before, request.limit + 1], read)
}

statement!(
    SET_HANDLED,
    "contact.set_handled",
    "UPDATE contact_messages SET handled_at = $2, handled_by_id = $3 WHERE id = $1"
);

pub(super) fn set_handled(tx: &mut Tx<'_>, id: ContactMessageId, by: Option<AccountId>) -> Result<()> {
    let at = by.map(|_| tx.now());
    if tx.run(&SET_HANDLED, &params![id, at, by])? == 0 { Err(Error::not_found()) } else { Ok(()) }
}

statement!(FORGET_HANDLED, "contact.forget_handled", "DELETE FROM contact_messages WHERE handled_at < $1");

pub(super) fn forget_handled(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&FORGET_HANDLED, &params![before]).map(drop)
}
