//! The statements that read notices, and those of markers.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::policy::may_see_sql;
use super::{AT_ONCE, Marker, Notice, Timeline};
use crate::AccountId;
use crate::kinds::NoticeId;
use crate::notices::{Occasion, Place};

/// So many unread notices are counted; nobody reads a larger number.
const MOST: usize = 100;

macro_rules! page {
    ($name:ident, $label:literal, $order:literal) => {
        statement!(
            $name,
            $label,
            concat!(
                "SELECT n.id, n.account_id, n.occasion, n.from_id, n.post_id, n.comment_id, n.reaction, n.group_key,
                        n.created_at, n.conversation_id, n.message_id, n.read_at, n.place,
                        n.event_id, n.group_id
                   FROM notices n
                   LEFT JOIN posts p ON p.id = n.post_id
                   LEFT JOIN comments c ON c.id = n.comment_id
                  WHERE n.id < $3 AND n.id > $4 AND ($6 = '' OR n.place = $6) AND ",
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

/// Notices between two ids that the receiver may read, in the order asked for; those in `place`, if one is named.
pub(super) fn page(
    q: &mut Query<'_>,
    account: AccountId,
    (before, after): (NoticeId, NoticeId),
    nearest: bool,
    place: Option<Place>,
) -> Result<Vec<Notice>> {
    let statement = if nearest { &NEAREST } else { &NEWEST };
    let now = q.now();
    let place = place.map_or("", Place::as_str);
    q.all(statement, &params![account, now, before, after, AT_ONCE, place], notice)
}

fn notice(row: &Row<'_>) -> Result<Notice> {
    let (word, place) = (row.text("occasion")?, row.text("place")?);
    Ok(Notice {
        id: row.id("id")?,
        account: row.id("account_id")?,
        occasion: Occasion::parse(&word).ok_or_else(|| Error::internal(format!("no occasion {word}")))?,
        from: row.id("from_id")?,
        post: row.opt_id("post_id")?,
        comment: row.opt_id("comment_id")?,
        conversation: row.opt_id("conversation_id")?,
        message: row.opt_id("message_id")?,
        event: row.opt_id("event_id")?,
        group: row.opt_id("group_id")?,
        reaction: row.opt_text("reaction")?,
        group_key: row.opt_text("group_key")?,
        created_at: row.int("created_at")?,
        read_at: row.opt_int("read_at")?,
        place: Place::parse(&place).ok_or_else(|| Error::internal(format!("no place {place}")))?,
    })
}

statement!(
    COUNT_LINES,
    "inbox.count_lines",
    concat!(
        "SELECT COUNT(DISTINCT newest.line) AS total
           FROM (SELECT COALESCE(n.group_key, CAST(n.id AS TEXT)) AS line
                   FROM notices n
                   LEFT JOIN posts p ON p.id = n.post_id
                   LEFT JOIN comments c ON c.id = n.comment_id
                  WHERE n.read_at IS NULL AND n.place = $3 AND ",
        may_see_sql!(),
        "         ORDER BY n.id DESC
                  LIMIT $4) newest"
    )
);
statement!(IS_THEIRS, "inbox.is_theirs", "SELECT 1 AS found FROM notices WHERE id = $2 AND account_id = $1");
statement!(
    SET_READ,
    "inbox.set_read",
    "UPDATE notices SET read_at = $3
      WHERE account_id = $1
        AND (id = $2 OR (id < $2 AND place = (SELECT n.place FROM notices n WHERE n.id = $2)
                         AND group_key = (SELECT n.group_key FROM notices n WHERE n.id = $2)))"
);
statement!(
    REMOVE_LINE,
    "inbox.remove_line",
    "DELETE FROM notices
      WHERE account_id = $1
        AND (id = $2 OR (id < $2 AND place = (SELECT n.place FROM notices n WHERE n.id = $2)
                         AND group_key = (SELECT n.group_key FROM notices n WHERE n.id = $2)))"
);
statement!(
    RELEASE,
    "inbox.release",
    "UPDATE notices SET place = 'list'
      WHERE account_id = $1 AND place = 'held'
        AND (id = $2 OR (id < $2 AND group_key = (SELECT n.group_key FROM notices n WHERE n.id = $2)))"
);
statement!(
    READ_THROUGH,
    "inbox.read_through",
    "UPDATE notices SET read_at = $3
      WHERE account_id = $1 AND id <= $2 AND read_at IS NULL AND place = 'list'"
);
statement!(
    LATEST,
    "inbox.latest",
    "SELECT id FROM notices WHERE account_id = $1 AND place = 'list' ORDER BY id DESC LIMIT 1"
);

/// Unread lines among the newest 100 unread notices that the receiver may read.
pub(super) fn count_lines(q: &mut Query<'_>, account: AccountId, place: Place) -> Result<i64> {
    let now = q.now();
    q.one(&COUNT_LINES, &params![account, now, place, MOST], |row| row.int("total"))
}

pub(super) fn is_theirs(q: &mut Query<'_>, account: AccountId, id: NoticeId) -> Result<bool> {
    q.exists(&IS_THEIRS, &params![account, id])
}

/// Marks a notice, and the older ones of its group.
pub(super) fn set_read(
    tx: &mut Tx<'_>,
    account: AccountId,
    id: NoticeId,
    read_at: Option<Millis>,
) -> Result<()> {
    tx.run(&SET_READ, &params![account, id, read_at]).map(drop)
}

/// Drops a notice, and the older ones of its group.
pub(super) fn remove_line(tx: &mut Tx<'_>, account: AccountId, id: NoticeId) -> Result<()> {
    tx.run(&REMOVE_LINE, &params![account, id]).map(drop)
}

/// Puts a notice that was held back among the others, and the older ones of its group.
pub(super) fn release(tx: &mut Tx<'_>, account: AccountId, id: NoticeId) -> Result<()> {
    tx.run(&RELEASE, &params![account, id]).map(drop)
}

/// Marks all up to `id`.
pub(super) fn read_through(tx: &mut Tx<'_>, account: AccountId, id: NoticeId) -> Result<()> {
    let now = tx.now();
    tx.run(&READ_THROUGH, &params![account, id, now]).map(drop)
}

pub(super) fn newest(q: &mut Query<'_>, account: AccountId) -> Result<Option<NoticeId>> {
    q.find(&LATEST, &params![account], |row| row.id("id"))
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
