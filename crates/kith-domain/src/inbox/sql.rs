//! The statements that read notices, and those of markers.

use kith_base::{Error, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::policy::may_see_sql;
use super::{Marker, Notice, Timeline};
use crate::AccountId;
use crate::kinds::NoticeId;
use crate::notices::Occasion;

macro_rules! page {
    ($name:ident, $label:literal, $order:literal) => {
        statement!(
            $name,
            $label,
            concat!(
                "SELECT n.id, n.account_id, n.occasion, n.from_id, n.post_id, n.comment_id, n.reaction, n.group_key,
                        n.created_at, n.conversation_id, n.message_id
                   FROM notices n
                   LEFT JOIN posts p ON p.id = n.post_id
                   LEFT JOIN comments c ON c.id = n.comment_id
                  WHERE n.id < $3 AND n.id > $4 AND ",
                may_see_sql!(),
                " ORDER BY n.id ",
                $order,
                " LIMIT $5"
            )
        );
    };
}
page!(NEWEST, "inbox.newest", "DESC");
page!(NEAREST, "inbox.nearest", "ASC");

statement!(DISMISS, "inbox.dismiss", "DELETE FROM notices WHERE account_id = $1 AND id = $2");
statement!(
    DISMISS_GROUP,
    "inbox.dismiss_group",
    "DELETE FROM notices WHERE account_id = $1 AND group_key = $2"
);
statement!(CLEAR, "inbox.clear", "DELETE FROM notices WHERE account_id = $1");
statement!(
    MARKER,
    "inbox.marker",
    "SELECT last_read_id, version, updated_at FROM markers WHERE account_id = $1 AND timeline = $2"
);
statement!(
    PUT_MARKER,
    "inbox.put_marker",
    "INSERT INTO markers (account_id, timeline, last_read_id, version, updated_at) VALUES ($1, $2, $3, 1, $4)
         ON CONFLICT (account_id, timeline) DO UPDATE
        SET last_read_id = excluded.last_read_id, version = markers.version + 1, updated_at = excluded.updated_at"
);

/// Notices between two ids that the receiver may read, in the order asked for.
pub(super) fn page(
    q: &mut Query<'_>,
    account: AccountId,
    before: NoticeId,
    after: NoticeId,
    nearest: bool,
    limit: usize,
) -> Result<Vec<Notice>> {
    let statement = if nearest { &NEAREST } else { &NEWEST };
    let now = q.now();
    q.all(statement, &params![account, now, before, after, limit], notice)
}

fn notice(row: &Row<'_>) -> Result<Notice> {
    let word = row.text("occasion")?;
    Ok(Notice {
        id: row.id("id")?,
        account: row.id("account_id")?,
        occasion: Occasion::parse(&word).ok_or_else(|| Error::internal(format!("no occasion {word}")))?,
        from: row.id("from_id")?,
        post: row.opt_id("post_id")?,
        comment: row.opt_id("comment_id")?,
        conversation: row.opt_id("conversation_id")?,
        message: row.opt_id("message_id")?,
        reaction: row.opt_text("reaction")?,
        group_key: row.opt_text("group_key")?,
        created_at: row.int("created_at")?,
    })
}

pub(super) fn dismiss(tx: &mut Tx<'_>, account: AccountId, id: NoticeId) -> Result<()> {
    tx.run(&DISMISS, &params![account, id]).map(drop)
}

pub(super) fn dismiss_group(tx: &mut Tx<'_>, account: AccountId, key: &str) -> Result<()> {
    tx.run(&DISMISS_GROUP, &params![account, key]).map(drop)
}

pub(super) fn clear(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&CLEAR, &params![account]).map(drop)
}

pub(super) fn marker(q: &mut Query<'_>, account: AccountId, timeline: Timeline) -> Result<Option<Marker>> {
    q.find(&MARKER, &params![account, timeline], |row| {
        Ok(Marker {
            timeline,
            last_read: row.int("last_read_id")?,
            version: row.int("version")?,
            updated_at: row.int("updated_at")?,
        })
    })
}

pub(super) fn put_marker(
    tx: &mut Tx<'_>,
    account: AccountId,
    timeline: Timeline,
    last_read: i64,
) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_MARKER, &params![account, timeline, last_read, now]).map(drop)
}
