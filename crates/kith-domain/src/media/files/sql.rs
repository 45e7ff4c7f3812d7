//! Statements of files in messages.

use kith_base::{Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::{File, StoredFile};
use crate::kinds::{AccountId, FileId, MessageId};

statement!(
    INSERT,
    "media.insert_file",
    "INSERT INTO message_files (id, owner_id, position, name, content_type, bytes, store_key, created_at)
     VALUES ($1, $2, 0, $3, $4, $5, $6, $7)"
);

/// Writes down a file that lies in the store.
pub(super) fn insert(tx: &mut Tx<'_>, owner: AccountId, file: &File, key: &str) -> Result<()> {
    let (now, bytes) = (tx.now(), i64::try_from(file.bytes).unwrap_or(i64::MAX));
    let values = params![file.id, owner, file.name.as_str(), file.content_type.as_str(), bytes, key, now];
    tx.run(&INSERT, &values).map(drop)
}

statement!(
    LOOSE,
    "media.loose_files",
    "SELECT id, name, content_type, bytes
       FROM message_files
      WHERE owner_id = $1 AND id IN ($2[]) AND message_id IS NULL AND group_id IS NULL"
);

/// Those of `ids` that are the owner's and in no message.
pub(super) fn loose(q: &mut Query<'_>, owner: AccountId, ids: &[FileId]) -> Result<Vec<File>> {
    q.all(&LOOSE, &params![owner, ids], file)
}

pub(super) fn file(row: &Row<'_>) -> Result<File> {
    Ok(File {
        id: row.id("id")?,
        name: row.text("name")?,
        content_type: row.text("content_type")?,
        bytes: u64::try_from(row.int("bytes")?).unwrap_or(0),
    })
}

statement!(
    STORED,
    "media.stored_file",
    "SELECT id, owner_id, message_id, name, content_type, bytes, store_key
       FROM message_files
      WHERE id = $1 AND group_id IS NULL"
);

pub(super) fn stored(q: &mut Query<'_>, id: FileId) -> Result<Option<StoredFile>> {
    q.find(&STORED, &params![id], |row| {
        Ok(StoredFile {
            file: file(row)?,
            owner: row.id("owner_id")?,
            message: row.opt_id("message_id")?,
            key: row.text("store_key")?,
        })
    })
}

statement!(
    ATTACH,
    "media.attach_file",
    "UPDATE message_files SET message_id = $3, position = $4
      WHERE id = $1 AND owner_id = $2 AND message_id IS NULL AND group_id IS NULL"
);

/// Whether it could be put into the message.
pub(super) fn attach(
    tx: &mut Tx<'_>,
    id: FileId,
    owner: AccountId,
    message: MessageId,
    position: usize,
) -> Result<bool> {
    tx.run(&ATTACH, &params![id, owner, message, position]).map(|rows| rows == 1)
}

statement!(
    OF_MESSAGES,
    "media.files_of_messages",
    "SELECT message_id, id, name, content_type, bytes
       FROM message_files
      WHERE message_id IN ($1[])
      ORDER BY message_id, position, id"
);

pub(super) fn of_messages(q: &mut Query<'_>, ids: &[MessageId]) -> Result<Vec<(MessageId, File)>> {
    q.all(&OF_MESSAGES, &params![ids], |row| Ok((row.id("message_id")?, file(row)?)))
}

statement!(
    KEYS_OF,
    "media.file_keys_of_message",
    "SELECT id, store_key FROM message_files WHERE message_id = $1"
);
statement!(
    ORPHANS,
    "media.file_orphans",
    "SELECT id, store_key
       FROM message_files
      WHERE message_id IS NULL AND group_id IS NULL AND created_at < $1
      ORDER BY created_at
      LIMIT $2"
);
statement!(DELETE, "media.delete_file", "DELETE FROM message_files WHERE id = $1");

pub(super) fn keys_of(q: &mut Query<'_>, message: MessageId) -> Result<Vec<(FileId, String)>> {
    q.all(&KEYS_OF, &params![message], |row| Ok((row.id("id")?, row.text("store_key")?)))
}

pub(super) fn orphans(q: &mut Query<'_>, before: Millis, limit: i64) -> Result<Vec<(FileId, String)>> {
    q.all(&ORPHANS, &params![before, limit], |row| Ok((row.id("id")?, row.text("store_key")?)))
}

pub(super) fn delete(tx: &mut Tx<'_>, id: FileId) -> Result<()> {
    tx.run(&DELETE, &params![id]).map(drop)
}
