//! Photos as a card shows them.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, params, statement};

use crate::MediaId;

statement!(
    PHOTOS,
    "cards.photos",
    "SELECT id, alt, width, height, thumbhash, state FROM media WHERE id IN ($1[])"
);

/// A photo of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Which one; its sizes are under `/media/{id}/`.
    pub id: MediaId,
    /// What it shows, in words; empty when nobody wrote any.
    pub alt: String,
    /// Width of the largest size.
    pub width: i64,
    /// Height of the largest size.
    pub height: i64,
    /// A blur to show while it loads.
    pub thumbhash: Option<Vec<u8>>,
    /// Whether its sizes are made.
    pub ready: bool,
}

/// The photos among `ids` that exist.
pub(super) fn photos(q: &mut Query<'_>, ids: &[MediaId]) -> Result<HashMap<MediaId, Photo>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = q.all(&PHOTOS, &params![ids], |row| {
        Ok(Photo {
            id: row.id("id")?,
            alt: row.text("alt")?,
            width: row.int("width")?,
            height: row.int("height")?,
            thumbhash: row.opt_bytes("thumbhash")?,
            ready: row.text("state")? == "ready",
        })
    })?;
    Ok(found.into_iter().map(|photo| (photo.id, photo)).collect())
}
