//! Who adds photos to an album beside its owner: asked by the owner, and only once they agreed.

use kith_base::{Error, Message, Result, limits};

use super::{edit, policy, sql};
use crate::media;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::Viewer;
use crate::{AccountId, AlbumId, App, viewers};

/// Asks a friend to add photos. Asked twice they are asked once.
///
/// # Errors
/// NotFound unless the viewer is the owner and the other one a friend; Invalid (field `people`) when there are enough.
pub async fn ask(app: &App, viewer: &Viewer, album: AlbumId, other: AccountId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, found) = edit::own(tx, me, album)?;
            if !policy::may_ask(&viewer, &found.facts, other) {
                return Err(Error::not_found());
            }
            if found.facts.contributors.contains(&other) || found.asked.contains(&other) {
                return Ok(());
            }
            if found.facts.contributors.len() + found.asked.len() >= limits::ALBUM_CONTRIBUTORS {
                let message = Message::new("albums-enough-people").with("limit", limits::ALBUM_CONTRIBUTORS);
                return Err(Error::invalid("people", message));
            }
            sql::ask(tx, album, other)?;
            notices::tell(tx, other, &Cause::between(Occasion::AlbumInvite, me))
        })
        .await
}

/// Answers: from then on the viewer adds photos, or was never asked.
///
/// # Errors
/// NotFound when nobody asks, or the one who did is not there for the viewer.
pub async fn answer(app: &App, viewer: &Viewer, album: AlbumId, agrees: bool) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let member = viewers::load_fresh(tx, me)?;
            let owner = sql::asked_by(tx, album, me)?.ok_or_else(Error::not_found)?;
            if agrees && member.is_apart_from(owner) {
                return Err(Error::not_found());
            }
            if agrees {
                sql::join(tx, album, me)?;
            } else {
                sql::drop_contributor(tx, album, me)?;
            }
            if sql::count_asked(tx, owner, me)? == 0 {
                notices::take_back(tx, me, &Cause::between(Occasion::AlbumInvite, owner))?;
            }
            Ok(())
        })
        .await
}

/// Adds no more. The viewer's photos stay or come along.
///
/// # Errors
/// NotFound when the viewer does not add to this album.
pub async fn leave(app: &App, viewer: &Viewer, album: AlbumId, with_photos: bool) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if !sql::drop_contributor(tx, album, me)? {
                return Err(Error::not_found());
            }
            if with_photos {
                let uploaded = sql::uploaded_by(tx, album, me)?;
                sql::drop_photos_of(tx, album, me)?;
                media::discard(tx, &uploaded)?;
            }
            Ok(())
        })
        .await
}

/// Lets somebody add no more, or takes the question back. What they added stays, and the owner can take it out.
///
/// # Errors
/// NotFound unless the viewer is the owner.
pub async fn dismiss(app: &App, viewer: &Viewer, album: AlbumId, other: AccountId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            edit::own(tx, me, album)?;
            sql::drop_contributor(tx, album, other)?;
            if sql::count_asked(tx, me, other)? == 0 {
                notices::take_back(tx, other, &Cause::between(Occasion::AlbumInvite, me))?;
            }
            Ok(())
        })
        .await
}
