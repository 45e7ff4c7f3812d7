//! Statements of photos.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Row, Tx, params, statement};
use kith_media::Processed;

use super::model::{AttachTo, Holder, Photo, StoredSize};
use crate::kinds::{AccountId, MediaId};
use crate::search_terms::{self, SubjectKind, Terms};

/// The name, among the sizes of a photo, of what was sent; no face can ask for it.
const AS_SENT: &str = "sent";

statement!(
    PHOTOS,
    "media.photos",
    "SELECT id, alt, width, height, thumbhash, blurhash
       FROM media
      WHERE id IN ($1[]) AND state = 'ready'"
);

pub(super) fn photos(q: &mut Query<'_>, ids: &[MediaId]) -> Result<Vec<Photo>> {
    q.all(&PHOTOS, &params![ids], photo)
}

fn photo(row: &Row<'_>) -> Result<Photo> {
    Ok(Photo {
        id: row.id("id")?,
        alt: row.text("alt")?,
        width: u32::try_from(row.int("width")?).unwrap_or(0),
        height: u32::try_from(row.int("height")?).unwrap_or(0),
        thumbhash: row.opt_bytes("thumbhash")?.unwrap_or_default(),
        blurhash: row.opt_text("blurhash")?,
    })
}

statement!(
    INSERT,
    "media.insert",
    "INSERT INTO media (id, owner_id, state, sha256, pdq, pdq_quality, width, height, bytes, thumbhash, blurhash, alt,
                        created_at)
     VALUES ($1, $2, 'ready', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
);
statement!(
    INSERT_SIZE,
    "media.insert_size",
    "INSERT INTO media_sizes (media_id, size, width, height, bytes, content_type, store_key)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);

/// Writes a processed photo; `keys` are the store keys in the order of its sizes.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    owner: AccountId,
    alt: &str,
    made: &Processed,
    keys: &[String],
) -> Result<MediaId> {
    let (id, now) = (tx.new_id(), tx.now());
    let (bytes, quality) = (length(made.stored_bytes()), i64::from(made.pdq_quality));
    tx.run(
        &INSERT,
        &params![
            id,
            owner,
            made.sha256.as_slice(),
            made.pdq.as_slice(),
            quality,
            made.width,
            made.height,
            bytes,
            made.thumbhash.as_slice(),
            made.blurhash.as_str(),
            alt,
            now
        ],
    )?;
    insert_sizes(tx, id, made, keys)?;
    search_terms::add(tx, id, owner, &Terms::of_photo(alt))?;
    Ok(id)
}

fn insert_sizes(tx: &mut Tx<'_>, id: MediaId, made: &Processed, keys: &[String]) -> Result<()> {
    for (size, key) in made.sizes.iter().zip(keys) {
        let (name, bytes) = (size.name.as_str(), length(size.bytes.len() as u64));
        let values = params![id, name, size.width, size.height, bytes, size.content_type, key.as_str()];
        tx.run(&INSERT_SIZE, &values)?;
    }
    Ok(())
}

fn length(bytes: u64) -> i64 {
    i64::try_from(bytes).unwrap_or(i64::MAX)
}

statement!(
    INSERT_WAITING,
    "media.insert_waiting",
    "INSERT INTO media (id, owner_id, state, width, height, bytes, alt, created_at)
     VALUES ($1, $2, 'processing', 0, 0, $3, $4, $5)"
);
statement!(
    WAITING,
    "media.waiting",
    "SELECT m.owner_id, m.bytes, s.store_key
       FROM media m
       JOIN media_sizes s ON s.media_id = m.id
      WHERE m.id = $1 AND m.state = 'processing'"
);
statement!(
    FINISH,
    "media.finish",
    "UPDATE media
        SET state = 'ready', sha256 = $2, pdq = $3, pdq_quality = $4, width = $5, height = $6, bytes = $7, thumbhash = $8,
            blurhash = $9
      WHERE id = $1 AND state = 'processing'"
);
statement!(
    FAIL,
    "media.fail",
    "UPDATE media SET state = 'failed', failure = $2, bytes = 0 WHERE id = $1 AND state = 'processing'"
);
statement!(
    PROGRESS,
    "media.progress",
    "SELECT state, failure, alt FROM media WHERE id = $1 AND owner_id = $2"
);

/// An upload that is to be made into its sizes.
pub(super) struct Waiting {
    pub owner: AccountId,
    /// Its length, counted against the owner's quota until its sizes are.
    pub bytes: u64,
    /// Where it lies as it was sent.
    pub key: String,
}

/// Writes down an upload that lies in the store as it was sent.
pub(super) fn insert_waiting(
    tx: &mut Tx<'_>,
    owner: AccountId,
    alt: &str,
    bytes: u64,
    key: &str,
) -> Result<MediaId> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(&INSERT_WAITING, &params![id, owner, length(bytes), alt, now])?;
    let values = params![id, AS_SENT, 0_i64, 0_i64, length(bytes), "application/octet-stream", key];
    tx.run(&INSERT_SIZE, &values)?;
    search_terms::add(tx, id, owner, &Terms::of_photo(alt))?;
    Ok(id)
}

/// The upload, if it still waits.
pub(super) fn waiting(q: &mut Query<'_>, id: MediaId) -> Result<Option<Waiting>> {
    q.find(&WAITING, &params![id], |row| {
        let bytes = u64::try_from(row.int("bytes")?).unwrap_or(0);
        Ok(Waiting { owner: row.id("owner_id")?, bytes, key: row.text("store_key")? })
    })
}

/// Puts the sizes in the place of what was sent.
pub(super) fn finish(tx: &mut Tx<'_>, id: MediaId, made: &Processed, keys: &[String]) -> Result<()> {
    let (bytes, quality) = (length(made.stored_bytes()), i64::from(made.pdq_quality));
    let (sha256, pdq, thumbhash) = (made.sha256.as_slice(), made.pdq.as_slice(), made.thumbhash.as_slice());
    let blurhash = made.blurhash.as_str();
    let values = params![id, sha256, pdq, quality, made.width, made.height, bytes, thumbhash, blurhash];
    tx.run(&FINISH, &values)?;
    tx.run(&DELETE_SIZES, &params![id])?;
    insert_sizes(tx, id, made, keys)
}

/// Keeps nothing of an upload but why it was not taken.
pub(super) fn fail(tx: &mut Tx<'_>, id: MediaId, why: &str) -> Result<()> {
    tx.run(&FAIL, &params![id, why])?;
    tx.run(&DELETE_SIZES, &params![id]).map(drop)
}

/// State, why it failed, and description of an own upload.
pub(super) fn progress(
    q: &mut Query<'_>,
    id: MediaId,
    owner: AccountId,
) -> Result<Option<(String, Option<String>, String)>> {
    q.find(&PROGRESS, &params![id, owner], |row| {
        Ok((row.text("state")?, row.opt_text("failure")?, row.text("alt")?))
    })
}

statement!(
    USED_BYTES,
    "media.used_bytes",
    "SELECT COALESCE(SUM(kept.bytes), 0) AS bytes
       FROM (SELECT bytes FROM media WHERE owner_id = $1
              UNION ALL
             SELECT bytes FROM message_files WHERE owner_id = $1) kept"
);

pub(super) fn used_bytes(q: &mut Query<'_>, owner: AccountId) -> Result<u64> {
    q.count(&USED_BYTES, &params![owner]).map(|bytes| u64::try_from(bytes).unwrap_or(0))
}

statement!(
    ATTACH,
    "media.attach",
    "UPDATE media SET attached_kind = $3, attached_id = $4, attached_at = $5
      WHERE id = $1 AND owner_id = $2 AND state = 'ready' AND attached_kind IS NULL"
);

pub(super) fn attach(tx: &mut Tx<'_>, id: MediaId, owner: AccountId, to: AttachTo) -> Result<bool> {
    let now = tx.now();
    tx.run(&ATTACH, &params![id, owner, to.kind(), to.id(), now]).map(|rows| rows == 1)
}

statement!(
    RELEASE,
    "media.release",
    "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL
      WHERE owner_id = $1 AND attached_kind = $2 AND attached_id = $3"
);

pub(super) fn release(tx: &mut Tx<'_>, owner: AccountId, from: AttachTo) -> Result<()> {
    tx.run(&RELEASE, &params![owner, from.kind(), from.id()]).map(drop)
}

statement!(DESCRIBE, "media.describe", "UPDATE media SET alt = $3 WHERE id = $1 AND owner_id = $2");

pub(super) fn describe(tx: &mut Tx<'_>, id: MediaId, owner: AccountId, alt: &str) -> Result<bool> {
    let is_theirs = tx.run(&DESCRIBE, &params![id, owner, alt])? == 1;
    if is_theirs {
        search_terms::replace(tx, id, owner, &Terms::of_photo(alt))?;
    }
    Ok(is_theirs)
}

statement!(HOLDER, "media.holder", "SELECT owner_id, attached_kind, attached_id FROM media WHERE id = $1");

pub(super) fn holder(q: &mut Query<'_>, id: MediaId) -> Result<Option<Holder>> {
    q.find(&HOLDER, &params![id], held)
}

fn held(row: &Row<'_>) -> Result<Holder> {
    let shown_by = match (row.opt_text("attached_kind")?, row.opt_int("attached_id")?) {
        (Some(kind), Some(id)) => AttachTo::parse(&kind, id),
        _ => None,
    };
    Ok(Holder { owner: row.id("owner_id")?, shown_by })
}

statement!(
    HOLDERS,
    "media.holders",
    "SELECT id, owner_id, attached_kind, attached_id FROM media WHERE id IN ($1[])"
);

pub(super) fn holders(q: &mut Query<'_>, ids: &[MediaId]) -> Result<HashMap<MediaId, Holder>> {
    let rows = q.all(&HOLDERS, &params![ids], |row| Ok((row.id("id")?, held(row)?)))?;
    Ok(rows.into_iter().collect())
}

statement!(
    SIZE,
    "media.size",
    "SELECT store_key, content_type FROM media_sizes WHERE media_id = $1 AND size = $2"
);

pub(super) fn size(q: &mut Query<'_>, id: MediaId, size: &str) -> Result<Option<StoredSize>> {
    q.find(&SIZE, &params![id, size], |row| {
        Ok(StoredSize { key: row.text("store_key")?, content_type: row.text("content_type")? })
    })
}

statement!(KEYS, "media.keys", "SELECT store_key FROM media_sizes WHERE media_id = $1");

pub(super) fn keys(q: &mut Query<'_>, id: MediaId) -> Result<Vec<String>> {
    q.all(&KEYS, &params![id], |row| row.text("store_key"))
}

statement!(DELETE_SIZES, "media.delete_sizes", "DELETE FROM media_sizes WHERE media_id = $1");
statement!(DELETE, "media.delete", "DELETE FROM media WHERE id = $1");

pub(super) fn delete(tx: &mut Tx<'_>, id: MediaId) -> Result<()> {
    tx.run(&DELETE_SIZES, &params![id])?;
    search_terms::forget(tx, SubjectKind::Photo, id)?;
    tx.run(&DELETE, &params![id]).map(drop)
}

statement!(OF_OWNER, "media.of_owner", "SELECT id FROM media WHERE owner_id = $1");

pub(super) fn of_owner(q: &mut Query<'_>, owner: AccountId) -> Result<Vec<MediaId>> {
    q.all(&OF_OWNER, &params![owner], |row| row.id("id"))
}

statement!(
    ORPHANS,
    "media.orphans",
    "SELECT id FROM media WHERE attached_kind IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2"
);

pub(super) fn orphans(q: &mut Query<'_>, before: kith_base::Millis, limit: i64) -> Result<Vec<MediaId>> {
    q.all(&ORPHANS, &params![before, limit], |row| row.id("id"))
}
