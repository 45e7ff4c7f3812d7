//! Files of groups: they lie with those of messages and count for whoever added them.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::sql::file;
use super::{File, erase};
use crate::kinds::{AccountId, FileId, GroupId};

/// A file of a group with what decides about it and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct GroupFileRow {
    pub file: File,
    pub owner: AccountId,
    /// Whether somebody has to look at it first.
    pub waits: bool,
    pub created_at: Millis,
    pub key: String,
}

/// The columns of [`row`], of files whose owner is here.
macro_rules! columns {
    () => {
        "SELECT f.id, f.owner_id, f.name, f.content_type, f.bytes, f.waits, f.created_at, f.store_key
           FROM message_files f
           JOIN accounts a ON a.id = f.owner_id AND a.state = 'active'
          WHERE f.group_id = $1 "
    };
}

statement!(
    ATTACH,
    "media.attach_file_to_group",
    "UPDATE message_files SET group_id = $3, waits = $4
      WHERE id = $1 AND owner_id = $2 AND message_id IS NULL AND group_id IS NULL"
);
statement!(
    LIST,
    "media.files_of_group",
    concat!(columns!(), "AND f.id < $2 AND (f.waits = FALSE OR f.owner_id = $3) ORDER BY f.id DESC LIMIT $4")
);
statement!(
    WAITING,
    "media.files_waiting_in_group",
    concat!(columns!(), "AND f.waits = TRUE ORDER BY f.id LIMIT 100")
);
statement!(FIND, "media.file_in_group", concat!(columns!(), "AND f.id = $2"));
statement!(RELEASE, "media.release_file_in_group", "UPDATE message_files SET waits = FALSE WHERE id = $1");
statement!(
    SOME,
    "media.some_files_of_group",
    "SELECT id, store_key FROM message_files WHERE group_id = $1 ORDER BY id LIMIT $2"
);

fn row(row: &Row<'_>) -> Result<GroupFileRow> {
    Ok(GroupFileRow {
        file: file(row)?,
        owner: row.id("owner_id")?,
        waits: row.bool("waits")?,
        created_at: row.int("created_at")?,
        key: row.text("store_key")?,
    })
}

/// Puts a file into a group. It must be the owner's own and nowhere yet.
///
/// # Errors
/// Invalid (field `files`) when it is gone, somebody else's or in use.
pub(crate) fn attach_file_to_group(
    tx: &mut Tx<'_>,
    owner: AccountId,
    id: FileId,
    group: GroupId,
    waits: bool,
) -> Result<()> {
    if tx.run(&ATTACH, &params![id, owner, group, waits])? == 1 {
        Ok(())
    } else {
        Err(Error::invalid("files", "messages-file-gone"))
    }
}

/// Files of a group before `before`, the newest first; of those that wait only the ones of `viewer`.
pub(crate) fn files_of_group(
    q: &mut Query<'_>,
    group: GroupId,
    before: FileId,
    viewer: AccountId,
    limit: usize,
) -> Result<Vec<GroupFileRow>> {
    q.all(&LIST, &params![group, before, viewer, limit], row)
}

/// Files of a group that somebody has to look at, the oldest first.
pub(crate) fn files_waiting_in(q: &mut Query<'_>, group: GroupId) -> Result<Vec<GroupFileRow>> {
    q.all(&WAITING, &params![group], row)
}

/// One file of a group.
pub(crate) fn file_in_group(q: &mut Query<'_>, group: GroupId, id: FileId) -> Result<Option<GroupFileRow>> {
    q.find(&FIND, &params![group, id], row)
}

/// Lets a file be seen.
pub(crate) fn release_file_in_group(tx: &mut Tx<'_>, id: FileId) -> Result<()> {
    tx.run(&RELEASE, &params![id]).map(drop)
}

/// Erases a file of a group: its row now, its bytes by a job of the same transaction.
pub(crate) fn discard_file_in_group(tx: &mut Tx<'_>, found: &GroupFileRow) -> Result<()> {
    erase(tx, &[(found.file.id, found.key.clone())])
}

/// Erases some files of a group; whether there were any.
pub(crate) fn discard_files_of_group(tx: &mut Tx<'_>, group: GroupId, limit: usize) -> Result<bool> {
    let found: Vec<(FileId, String)> =
        tx.all(&SOME, &params![group, limit], |row| Ok((row.id("id")?, row.text("store_key")?)))?;
    erase(tx, &found)?;
    Ok(!found.is_empty())
}
