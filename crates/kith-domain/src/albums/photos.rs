//! Photos of an album: coming in, in their order, with words, and going out.

use std::sync::Arc;

use kith_base::{DAY, Error, Message, Result, limits};
use kith_db::Tx;

use super::model::{Album, Step};
use super::sql::Placed;
use super::{edit, policy, sql};
use crate::media::{self, AttachTo};
use crate::viewer::{Viewer, Visible};
use crate::work::Upkeep;
use crate::{AccountId, AlbumId, App, MediaId, viewers};

/// Adds photos that the viewer has uploaded and that nothing shows yet.
///
/// # Errors
/// NotFound unless the viewer may add; Invalid (field `photos`) when there are too many or one cannot be taken.
pub async fn upload_into(app: &App, viewer: &Viewer, album: AlbumId, ids: Vec<MediaId>) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (_, found) = open_to(tx, me, album)?;
            must_have_room(tx, &found, ids.len())?;
            media::attach(tx, me, &ids, AttachTo::Album(album))?;
            for id in &ids {
                sql::add(tx, album, *id, me, None)?;
            }
            sql::touch(tx, album)
        })
        .await
}

/// Adds photos that posts of the viewer show; they stay with the posts. What is in the album already stays as it is.
///
/// # Errors
/// NotFound unless the viewer may add; Invalid (field `photos`) when there are too many or one is in no post of theirs.
pub async fn add_posted(app: &App, viewer: &Viewer, album: AlbumId, ids: Vec<MediaId>) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (_, found) = open_to(tx, me, album)?;
            must_have_room(tx, &found, ids.len())?;
            for id in &ids {
                let holder = media::holder(tx, *id)?.filter(|holder| holder.owner == me);
                match holder.and_then(|holder| holder.shown_by) {
                    Some(AttachTo::Post(post)) => sql::add(tx, album, *id, me, Some(post))?,
                    _ => return Err(Error::invalid("photos", "media-problem-gone")),
                }
            }
            sql::touch(tx, album)
        })
        .await
}

/// A viewer of this moment who may add, and the album.
fn open_to(tx: &mut Tx<'_>, me: AccountId, album: AlbumId) -> Result<(Viewer, Visible<Album>)> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
    let found = super::load(tx, &viewer, album)?;
    if policy::may_add(&viewer, &found.facts) { Ok((viewer, found)) } else { Err(Error::not_found()) }
}

fn must_have_room(tx: &mut Tx<'_>, album: &Album, more: usize) -> Result<()> {
    let has = usize::try_from(sql::count_photos(tx, album.id)?).unwrap_or(usize::MAX);
    if has.saturating_add(more) <= limits::ALBUM_PHOTOS {
        return Ok(());
    }
    let message = Message::new("albums-full").with("limit", limits::ALBUM_PHOTOS);
    Err(Error::invalid("photos", message))
}

/// A photo that the viewer may take out or describe.
fn tended(tx: &mut Tx<'_>, me: AccountId, album: AlbumId, photo: MediaId) -> Result<Placed> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
    viewer.active()?;
    let found = super::load(tx, &viewer, album)?;
    let placed = sql::placed(tx, album, photo)?.ok_or_else(Error::not_found)?;
    if policy::may_tend(&viewer, &found.facts, placed.added_by) {
        Ok(placed)
    } else {
        Err(Error::not_found())
    }
}

/// Takes a photo out. What was uploaded into the album is erased; what a post shows stays there.
///
/// # Errors
/// NotFound unless the viewer owns the album or added the photo.
pub async fn put_away(app: &App, viewer: &Viewer, album: AlbumId, photo: MediaId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let placed = tended(tx, me, album, photo)?;
            sql::drop_photo(tx, album, photo)?;
            sql::touch(tx, album)?;
            if placed.post.is_none() { media::discard(tx, &[photo]) } else { Ok(()) }
        })
        .await
}

/// Says what stands under a photo, and what it shows for those who do not see it. The second is for whoever uploaded it
/// alone, since it goes wherever the photo is shown.
///
/// # Errors
/// NotFound unless the viewer owns the album or added the photo; Invalid (fields `caption`, `alt`) for words too long.
pub async fn describe(
    app: &App,
    viewer: &Viewer,
    album: AlbumId,
    photo: MediaId,
    caption: &str,
    alt: Option<&str>,
) -> Result<()> {
    let me = viewer.active()?.id;
    let caption = kith_text::normalise_line(caption);
    if kith_text::count::characters(&caption) > limits::CAPTION {
        let message = Message::new("error-too-long").with("max", limits::CAPTION);
        return Err(Error::invalid("caption", message));
    }
    let alt = alt.map(media::checked_alt).transpose()?;
    app.db
        .write(move |tx| {
            tended(tx, me, album, photo)?;
            sql::set_caption(tx, album, photo, &caption)?;
            match &alt {
                Some(alt) if media::holder(tx, photo)?.is_some_and(|holder| holder.owner == me) => {
                    media::describe_in(tx, me, photo, alt)
                }
                _ => Ok(()),
            }
        })
        .await
}

/// Moves a photo in the order. Where there is nothing on that side it stays.
///
/// # Errors
/// NotFound unless the viewer owns the album and the photo is in it.
pub async fn shift(app: &App, viewer: &Viewer, album: AlbumId, photo: MediaId, step: Step) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            edit::own(tx, me, album)?;
            let here = sql::placed(tx, album, photo)?.ok_or_else(Error::not_found)?;
            let other = match step {
                Step::Earlier => sql::before(tx, album, here.place)?,
                Step::Later => sql::after(tx, album, here.place)?,
                Step::First => {
                    let first = sql::first_place(tx, album)?;
                    return if first < here.place { sql::put(tx, album, photo, first - 1) } else { Ok(()) };
                }
            };
            let Some((neighbour, place)) = other else { return Ok(()) };
            sql::put(tx, album, photo, place)?;
            sql::put(tx, album, neighbour, here.place)
        })
        .await
}

/// Puts a photo on the front of the album.
///
/// # Errors
/// As [`shift`].
pub async fn set_cover(app: &App, viewer: &Viewer, album: AlbumId, photo: MediaId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            edit::own(tx, me, album)?;
            sql::placed(tx, album, photo)?.ok_or_else(Error::not_found)?;
            sql::set_cover(tx, album, photo)
        })
        .await
}

inventory::submit! {
    Upkeep { name: "albums.sweep", every: DAY, run: |app| Box::pin(sweep(app)) }
}

/// A photo that was erased where it was shown leaves its place in albums.
async fn sweep(app: Arc<App>) -> Result<()> {
    app.db.write(sql::sweep).await
}
