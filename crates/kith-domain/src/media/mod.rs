//! Photos from upload to erasure: quota, processing, attachment, orphans. Who may see an attached photo is decided
//! by what shows it; until then it is seen by its owner alone and dies after a day.

mod erase;
mod files;
mod later;
mod model;
mod placeholder;
mod sql;
mod upload;

pub use erase::sweep_litter;
pub use files::{File, FileGroup, OpenedFile, SentFile, is_photo, own_files, take_file, withdraw_file};
pub(crate) use files::{
    GroupFileRow, attach_file_to_group, attach_files, discard_file_in_group, discard_files_of,
    discard_files_of_group, file_in_group, files_of_group, files_of_messages, files_waiting_in, open_bytes,
    release_file_in_group, stored_file,
};
pub use kith_media::Crop;
pub use later::{Progress, accept, progress, settled};
pub use model::{AttachTo, Photo, StoredSize};
pub(crate) use upload::keep;
pub use upload::{Sent, upload};

use std::collections::HashMap;

use kith_base::{Error, Message, Result, limits};
use kith_db::{Query, Tx};

use crate::changes::{self, Change};
use crate::kinds::{AccountId, MediaId};
use crate::{App, Viewer};

/// The photos `ids`, as pages show them.
///
/// # Errors
/// Internal when the database does not answer.
pub fn photos(q: &mut Query<'_>, ids: &[MediaId]) -> Result<HashMap<MediaId, Photo>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(sql::photos(q, ids)?.into_iter().map(|photo| (photo.id, photo)).collect())
}

/// Ties photos to what shows them. Each must be the owner's own and shown nowhere yet.
///
/// # Errors
/// Invalid (field `photos`) when one is gone, somebody else's, already in use, or not made into its sizes yet.
pub fn attach(tx: &mut Tx<'_>, owner: AccountId, ids: &[MediaId], to: AttachTo) -> Result<()> {
    for id in ids {
        if !sql::attach(tx, *id, owner, to)? {
            let waits = sql::waiting(tx, *id)?.is_some_and(|waiting| waiting.owner == owner);
            let why = if waits { "media-problem-processing" } else { "media-problem-gone" };
            return Err(Error::invalid("photos", why));
        }
    }
    Ok(())
}

/// Unties an owner's photos from what held them, so that something else can show them.
///
/// # Errors
/// Internal when the database does not answer.
pub(crate) fn release(tx: &mut Tx<'_>, owner: AccountId, from: AttachTo) -> Result<()> {
    sql::release(tx, owner, from)
}

/// Unties a photo from what showed it and lets it be erased soon.
///
/// # Errors
/// Internal when the database does not answer.
pub fn discard(tx: &mut Tx<'_>, ids: &[MediaId]) -> Result<()> {
    for id in ids {
        erase::erase(tx, *id)?;
    }
    Ok(())
}

/// Erases every photo of an account: rows now, bytes by a job of the same transaction.
///
/// # Errors
/// Internal when the database does not answer.
pub fn discard_all_of(tx: &mut Tx<'_>, owner: AccountId) -> Result<()> {
    let ids = sql::of_owner(tx, owner)?;
    discard(tx, &ids)
}

/// Changes the description of an own photo.
///
/// # Errors
/// Not found for photos of others, invalid when the text is too long.
pub async fn describe(app: &App, viewer: &Viewer, id: MediaId, alt: &str) -> Result<()> {
    let me = viewer.active()?.id;
    let alt = checked_alt(alt)?;
    app.db.write(move |tx| describe_in(tx, me, id, &alt)).await
}

/// As [`describe`], inside a transaction of a feature below; `alt` has been checked by [`checked_alt`].
pub(crate) fn describe_in(tx: &mut Tx<'_>, owner: AccountId, id: MediaId, alt: &str) -> Result<()> {
    if !sql::describe(tx, id, owner, alt)? {
        return Err(Error::not_found());
    }
    changes::record(tx, Change::MediaChanged { media: id, owner });
    Ok(())
}

/// A description as it will be stored.
///
/// # Errors
/// Invalid (field `alt`) when it is too long.
pub fn checked_alt(alt: &str) -> Result<String> {
    let alt = kith_text::normalise_text(alt);
    if alt.chars().count() > limits::ALT_TEXT {
        return Err(Error::invalid("alt", Message::new("error-too-long").with("max", limits::ALT_TEXT)));
    }
    Ok(alt)
}

/// One of the viewer's own photos.
///
/// # Errors
/// Not found for photos of others.
pub async fn own(app: &App, viewer: &Viewer, id: MediaId) -> Result<Photo> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            sql::holder(q, id)?.filter(|holder| holder.owner == me).ok_or_else(Error::not_found)?;
            photos(q, &[id])?.remove(&id).ok_or_else(Error::not_found)
        })
        .await
}

/// Takes back an own upload that nothing shows yet.
///
/// # Errors
/// Not found when it is not there, somebody else's, or already shown.
pub async fn withdraw(app: &App, viewer: &Viewer, id: MediaId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| match sql::holder(tx, id)? {
            Some(holder)
                if holder.owner == me && matches!(holder.shown_by, None | Some(AttachTo::Draft(_))) =>
            {
                erase::erase(tx, id)
            }
            _ => Err(Error::not_found()),
        })
        .await
}

/// Whose photo it is and what shows it; for the feature that decides who may see it.
pub(crate) fn holder(q: &mut Query<'_>, id: MediaId) -> Result<Option<model::Holder>> {
    sql::holder(q, id)
}

/// [`holder`] of several photos; those that are not there are left out.
pub(crate) fn holders(q: &mut Query<'_>, ids: &[MediaId]) -> Result<HashMap<MediaId, model::Holder>> {
    if ids.is_empty() { Ok(HashMap::new()) } else { sql::holders(q, ids) }
}

/// One stored size of a photo. The caller has asked the policy of what shows it.
pub(crate) fn stored_size(
    q: &mut Query<'_>,
    id: MediaId,
    size: kith_media::SizeName,
) -> Result<Option<StoredSize>> {
    sql::size(q, id, size.as_str())
}

/// Bytes that an account's photos take, all sizes together, and its files.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn used_bytes(app: &App, viewer: &Viewer) -> Result<u64> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::used_bytes(q, me)).await
}
