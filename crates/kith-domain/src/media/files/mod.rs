//! Files in messages and groups that are no photos: looked at from outside, kept as they were sent, handed out to be saved. Nothing
//! opens or decodes them here.

mod in_groups;
mod kinds;
mod sql;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::future::BoxFuture;
use kith_base::{DAY, Error, HOUR, Kind, Message, Result, limits};
use kith_db::{Query, Tx};
use kith_media::StoreKey;

pub(crate) use in_groups::{
    GroupFileRow, attach_file_to_group, discard_file_in_group, discard_files_of_group, file_in_group,
    files_of_group, files_waiting_in, release_file_in_group,
};
pub use kinds::FileGroup;

use super::erase::erase_files;
use super::sql::used_bytes;
use super::upload::{forget, mib, refusal};
use crate::kinds::{AccountId, FileId, MessageId};
use crate::site;
use crate::work::Upkeep;
use crate::{App, Viewer};

/// Orphans taken in one round.
const ROUND: i64 = 200;
/// The longest name that is kept.
const NAME: usize = limits::FILE_NAME;

/// A file as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Which one.
    pub id: FileId,
    /// The name under which it is saved: cleaned, without a path.
    pub name: String,
    /// Its media type, one from a table of ours.
    pub content_type: String,
    /// Its size.
    pub bytes: u64,
}

impl File {
    /// What kind of thing it is.
    pub fn group(&self) -> FileGroup {
        kinds::group_of(&self.name)
    }
}

/// A file as a face received it.
#[derive(Debug)]
pub struct SentFile {
    /// Where it lies; the caller removes it afterwards.
    pub path: PathBuf,
    /// The name that the sender gave it; used for nothing but to be shown and to tell of what kind it is.
    pub name: String,
}

/// A file, ready to be sent.
#[derive(Debug)]
pub struct OpenedFile {
    /// Its name, kind and size.
    pub file: File,
    /// Its bytes, open.
    pub bytes: tokio::fs::File,
    /// Their length.
    pub length: u64,
}

/// Opens the bytes of a file, for a feature that has found that they may be handed out.
///
/// # Errors
/// NotFound when they are not there.
pub(crate) async fn open_bytes(app: &App, file: File, key: &str) -> Result<OpenedFile> {
    let key = StoreKey::parse(key).ok_or_else(|| Error::internal("a store key of another form"))?;
    // The row says it is there and the store does not: it is being erased, or the folder was tampered with.
    let opened = app.store.open_file(&key).await.map_err(Error::internal)?;
    let (bytes, length) = opened.ok_or_else(Error::not_found)?;
    Ok(OpenedFile { file, bytes, length })
}

/// A file with what decides about it and where it lies.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    pub file: File,
    pub owner: AccountId,
    /// The message that carries it.
    pub message: Option<MessageId>,
    pub key: String,
}

/// Whether a file that was sent is a picture of a kind that photos are made from.
///
/// # Errors
/// Internal when the disk does not answer.
pub async fn is_photo(path: PathBuf) -> Result<bool> {
    use tokio::io::AsyncReadExt;
    let mut head = Vec::new();
    tokio::fs::File::open(path).await?.take(64).read_to_end(&mut head).await?;
    Ok(matches!(kith_media::sniff(&head), kith_media::Kind::Picture(_)))
}

/// Takes one file of a member. It belongs to no message yet and is its owner's alone; after a day it is erased.
///
/// # Errors
/// Invalid (field `files`) when it is empty, too large, or of a kind that may not be sent; too large when quota or disk
/// are full.
pub async fn take_file(app: &App, viewer: &Viewer, sent: SentFile) -> Result<File> {
    let me = viewer.active()?.id;
    let rules = site::settings(app).await?.files.clone();
    let name = kinds::clean_name(&sent.name);
    let length = tokio::fs::metadata(&sent.path).await?.len();
    if length == 0 {
        return Err(refused("messages-file-empty", &name));
    }
    if length > rules.max_bytes() {
        let sentence = Message::new("messages-file-too-large").with("name", name).with("size", rules.max_mb);
        return Err(Error::invalid("files", sentence));
    }
    let room = app.config.member_media_bytes;
    let used = app.db.read(move |q| used_bytes(q, me)).await?;
    if used.saturating_add(length) > room {
        return Err(no_room(room));
    }
    let bytes = tokio::fs::read(&sent.path).await?;
    let known = kinds::recognise(&name, &bytes).filter(|known| known.group.is_allowed(&rules));
    let known = known.ok_or_else(|| refused("messages-file-kind", &name))?;
    let (length, key) = (bytes.len() as u64, StoreKey::random());
    app.store.put(&key, bytes).await.map_err(refusal)?;
    let (stored, content_type) = (key.to_string(), known.content_type);
    let written = app
        .db
        .write(move |tx| {
            // Asked again in the transaction: uploads at once must not each see an empty shelf.
            if used_bytes(tx, me)?.saturating_add(length) > room {
                return Err(no_room(room));
            }
            let (id, name) = (tx.new_id(), name.clone());
            let file = File { id, name, content_type: content_type.to_owned(), bytes: length };
            sql::insert(tx, me, &file, &stored)?;
            Ok(file)
        })
        .await;
    if written.is_err() {
        forget(app, &[key]).await;
    }
    written
}

fn refused(key: &'static str, name: &str) -> Error {
    Error::invalid("files", Message::new(key).with("name", name))
}

fn no_room(room: u64) -> Error {
    Error::new(Kind::TooLarge, Message::new("messages-file-quota").with("size", mib(room)))
}

/// Those of `ids` that are the viewer's own and in no message yet, in their order.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own_files(app: &App, viewer: &Viewer, ids: Vec<FileId>) -> Result<Vec<File>> {
    let me = viewer.active()?.id;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    app.db
        .read(move |q| {
            let mut found: HashMap<FileId, File> =
                sql::loose(q, me, &ids)?.into_iter().map(|file| (file.id, file)).collect();
            Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
        })
        .await
}

/// Takes back an own file that no message carries yet.
///
/// # Errors
/// Not found when it is not there, somebody else's, or already sent.
pub async fn withdraw_file(app: &App, viewer: &Viewer, id: FileId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| match sql::stored(tx, id)? {
            Some(found) if found.owner == me && found.message.is_none() => erase(tx, &[(id, found.key)]),
            _ => Err(Error::not_found()),
        })
        .await
}

/// Puts files into a message, in order. Each must be the owner's own and in no message yet.
///
/// # Errors
/// Invalid (field `files`) when one is gone, somebody else's or already sent.
pub(crate) fn attach_files(
    tx: &mut Tx<'_>,
    owner: AccountId,
    ids: &[FileId],
    message: MessageId,
) -> Result<()> {
    for (position, id) in ids.iter().enumerate() {
        if !sql::attach(tx, *id, owner, message, position)? {
            return Err(Error::invalid("files", "messages-file-gone"));
        }
    }
    Ok(())
}

/// Files of each message, in order.
pub(crate) fn files_of_messages(
    q: &mut Query<'_>,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, Vec<File>>> {
    let mut found: HashMap<MessageId, Vec<File>> = HashMap::new();
    if !ids.is_empty() {
        for (message, file) in sql::of_messages(q, ids)? {
            found.entry(message).or_default().push(file);
        }
    }
    Ok(found)
}

/// Erases the files of a message: rows now, bytes by a job of the same transaction.
pub(crate) fn discard_files_of(tx: &mut Tx<'_>, message: MessageId) -> Result<()> {
    let found = sql::keys_of(tx, message)?;
    erase(tx, &found)
}

/// A file of no group with what decides about it; for the feature that hands it out.
pub(crate) fn stored_file(q: &mut Query<'_>, id: FileId) -> Result<Option<StoredFile>> {
    sql::stored(q, id)
}

fn erase(tx: &mut Tx<'_>, found: &[(FileId, String)]) -> Result<()> {
    for (id, _) in found {
        sql::delete(tx, *id)?;
    }
    let keys: Vec<String> = found.iter().map(|(_, key)| key.clone()).collect();
    erase_files(tx, &keys)
}

inventory::submit!(Upkeep { name: "media.sweep_files", every: HOUR, run: sweep });

/// Files that no message or group came to carry within a day are erased.
fn sweep(app: Arc<App>) -> BoxFuture<'static, Result<()>> {
    Box::pin(async move {
        app.db
            .write(move |tx| {
                let before = tx.now() - DAY;
                let found = sql::orphans(tx, before, ROUND)?;
                erase(tx, &found)
            })
            .await
    })
}
