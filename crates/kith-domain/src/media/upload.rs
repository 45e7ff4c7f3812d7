//! Taking a photo: quota first, then the fenced worker, then the store, then the row. What is refused leaves nothing.

use std::path::PathBuf;

use kith_base::{Error, Kind, Message, Result};
use kith_media::{Crop, Problem, Processed, StoreKey};

use super::{AttachTo, Photo, checked_alt, photos, sql};
use crate::kinds::{AccountId, MediaId};
use crate::{App, Viewer};

/// A file as a face received it.
#[derive(Debug)]
pub struct Sent {
    /// Where it lies; the caller removes it afterwards.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// Description, may be empty.
    pub alt: String,
    /// The part of the upright picture that is wanted; all of it without.
    pub crop: Option<Crop>,
}

/// Takes one photo of a member. It belongs to nothing yet and is seen by its owner alone.
///
/// # Errors
/// Invalid (field `photos`) with the reason when the file is not a photo we take, too large when quota or disk are
/// full, overloaded when the decoders are busy.
pub async fn upload(app: &App, viewer: &Viewer, sent: Sent) -> Result<Photo> {
    let me = viewer.active()?.id;
    let alt = checked_alt(&sent.alt)?;
    let room = app.config.member_media_bytes;
    let used = app.db.read(move |q| sql::used_bytes(q, me)).await?;
    if used >= room {
        return Err(no_room(room));
    }
    let made = match sent.crop {
        Some(crop) => app.studio.crop_file(&sent.path, crop).await,
        None => app.studio.process_file(&sent.path).await,
    };
    let made = made.map_err(refusal)?;
    let keys = store(app, &made).await?;
    match record(app, me, alt, made, keys.clone(), room).await {
        Ok(photo) => Ok(photo),
        Err(error) => {
            forget(app, &keys).await;
            Err(error)
        }
    }
}

/// Keeps a picture that has been made into its sizes as a photo of `owner`, shown by `to` from the start. For
/// communities made by the program; nobody's quota is asked.
pub(crate) async fn keep(
    app: &App,
    owner: AccountId,
    alt: &str,
    made: &Processed,
    to: AttachTo,
) -> Result<MediaId> {
    let keys = store(app, made).await?;
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let (alt, made) = (alt.to_owned(), made.clone());
    let kept = app
        .db
        .write(move |tx| {
            let id = sql::insert(tx, owner, &alt, &made, &names)?;
            sql::attach(tx, id, owner, to)?;
            Ok(id)
        })
        .await;
    if kept.is_err() {
        forget(app, &keys).await;
    }
    kept
}

async fn record(
    app: &App,
    me: AccountId,
    alt: String,
    made: Processed,
    keys: Vec<StoreKey>,
    room: u64,
) -> Result<Photo> {
    let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
    app.db
        .write(move |tx| {
            // Asked again in the transaction: twenty uploads at once must not each see an empty shelf.
            if sql::used_bytes(tx, me)?.saturating_add(made.stored_bytes()) > room {
                return Err(no_room(room));
            }
            let id = sql::insert(tx, me, &alt, &made, &names)?;
            photos(tx, &[id])?.remove(&id).ok_or_else(Error::not_found)
        })
        .await
}

/// The member's photos have used up what they may take.
pub(super) fn no_room(room: u64) -> Error {
    Error::new(Kind::TooLarge, Message::new("media-problem-quota").with("size", mib(room)))
}

pub(super) async fn store(app: &App, made: &Processed) -> Result<Vec<StoreKey>> {
    let base = StoreKey::random();
    let mut keys = Vec::new();
    for size in &made.sizes {
        let key = base.sized(size.name);
        if let Err(problem) = app.store.put(&key, size.bytes.clone()).await {
            forget(app, &keys).await;
            return Err(refusal(problem));
        }
        keys.push(key);
    }
    Ok(keys)
}

pub(super) async fn forget(app: &App, keys: &[StoreKey]) {
    for key in keys {
        if let Err(problem) = app.store.delete(key).await {
            tracing::warn!(%key, %problem, "a file without a row stays in the store");
        }
    }
}

/// What the member is told. Whether it is the file's fault or ours decides the kind.
pub(super) fn refusal(problem: Problem) -> Error {
    let message = match &problem {
        Problem::TooLarge { max_bytes } => {
            Message::new("media-problem-too-large").with("size", mib(*max_bytes))
        }
        Problem::UnsupportedFormat(format) => {
            Message::new("media-problem-unsupported-format").with("format", *format)
        }
        other => Message::new(other.key()),
    };
    match problem {
        Problem::StorageFull => Error::new(Kind::TooLarge, message).because(problem),
        Problem::Internal(_) => Error::internal(problem),
        _ => Error::invalid("photos", message),
    }
}

pub(super) fn mib(bytes: u64) -> i64 {
    i64::try_from(bytes / 1024 / 1024).unwrap_or(i64::MAX)
}
