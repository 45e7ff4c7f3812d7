//! Photos of a post: taken in when it is written, let go when they are left out or the post is erased.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::Tx;

use super::sql;
use crate::media::{self, AttachTo};
use crate::{AccountId, MediaId, PostId};

/// Writes the photos of a post in order; new ones are tied to it, those left out are erased.
pub(super) fn put(
    tx: &mut Tx<'_>,
    owner: AccountId,
    post: PostId,
    had: &[MediaId],
    photos: &[MediaId],
) -> Result<()> {
    let new: Vec<MediaId> = photos.iter().filter(|photo| !had.contains(photo)).copied().collect();
    let gone: Vec<MediaId> = had.iter().filter(|photo| !photos.contains(photo)).copied().collect();
    sql::put_photos(tx, post, photos)?;
    media::attach(tx, owner, &new, AttachTo::Post(post))?;
    media::discard(tx, &gone)
}

/// Writes what photos show, in words. Ids that are not among `photos` are passed over.
pub(super) fn describe(
    tx: &mut Tx<'_>,
    owner: AccountId,
    photos: &[MediaId],
    alts: &HashMap<MediaId, String>,
) -> Result<()> {
    for photo in photos {
        if let Some(alt) = alts.get(photo) {
            media::describe_in(tx, owner, *photo, alt)?;
        }
    }
    Ok(())
}

/// Descriptions as they will be stored.
pub(super) fn checked(alts: &HashMap<MediaId, String>) -> Result<HashMap<MediaId, String>> {
    alts.iter().map(|(photo, alt)| Ok((*photo, media::checked_alt(alt)?))).collect()
}
