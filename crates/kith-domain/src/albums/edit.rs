//! Making, changing and deleting albums.

use kith_base::{Error, FieldError, Message, Result, limits};
use kith_db::Tx;

use super::model::{Album, NewAlbum};
use super::{policy, sql};
use crate::media;
use crate::posts::{self, AudienceChoice};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, AlbumId, App, viewers};

/// Makes an album.
///
/// # Errors
/// Invalid with every field that breaks a rule; Conflict when the member has as many as they may; as [`Viewer::active`].
pub async fn create(app: &App, viewer: &Viewer, new: NewAlbum) -> Result<Visible<Album>> {
    let me = viewer.active()?.id;
    let new = checked(new)?;
    app.db
        .write(move |tx| {
            let member = viewers::load_fresh(tx, me)?;
            let viewer = Viewer::Member(member.clone());
            viewer.active()?;
            if usize::try_from(sql::count(tx, me)?).unwrap_or(usize::MAX) >= limits::ALBUMS {
                return Err(Error::conflict(Message::new("albums-too-many").with("limit", limits::ALBUMS)));
            }
            let choice = posts::settle_own(tx, &member, &new.choice)?;
            let id = tx.new_id();
            sql::insert(tx, id, me, &new, &choice)?;
            sql::put_named(tx, id, &choice)?;
            super::load(tx, &viewer, id)
        })
        .await
}

fn checked(mut new: NewAlbum) -> Result<NewAlbum> {
    let mut errors = Vec::new();
    check_words(&mut errors, &mut new.title, &mut new.description);
    posts::check_choice(&mut errors, &new.choice);
    if errors.is_empty() { Ok(new) } else { Err(Error::invalid_fields(errors)) }
}

fn check_words(errors: &mut Vec<FieldError>, title: &mut String, description: &mut String) {
    *title = kith_text::normalise_line(title);
    *description = kith_text::normalise_text(description);
    let mut complain = |field, message: Message| errors.push(FieldError { field, message });
    let too_long = |most: usize| Message::new("error-too-long").with("max", most);
    if title.is_empty() {
        complain("title", "albums-title-missing".into());
    }
    if kith_text::count::characters(title) > limits::ALBUM_TITLE {
        complain("title", too_long(limits::ALBUM_TITLE));
    }
    if kith_text::count::characters(description) > limits::ALBUM_TEXT {
        complain("description", too_long(limits::ALBUM_TEXT));
    }
}

/// Changes what an album is called, what is said of it, and whether all of it can be fetched at once.
///
/// # Errors
/// NotFound unless the viewer is the owner; Invalid as for a new album.
pub async fn edit(
    app: &App,
    viewer: &Viewer,
    album: AlbumId,
    title: &str,
    description: &str,
    lets_download: bool,
) -> Result<Visible<Album>> {
    let me = viewer.active()?.id;
    let (mut title, mut description) = (title.to_owned(), description.to_owned());
    let mut errors = Vec::new();
    check_words(&mut errors, &mut title, &mut description);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    app.db
        .write(move |tx| {
            let (viewer, _) = own(tx, me, album)?;
            sql::update_words(tx, album, &title, &description, lets_download)?;
            super::load(tx, &viewer, album)
        })
        .await
}

/// Changes for whom an album is.
///
/// # Errors
/// As [`edit`].
pub async fn set_audience(
    app: &App,
    viewer: &Viewer,
    album: AlbumId,
    choice: AudienceChoice,
) -> Result<Visible<Album>> {
    let me = viewer.active()?.id;
    let mut errors = Vec::new();
    posts::check_choice(&mut errors, &choice);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    app.db
        .write(move |tx| {
            let (viewer, _) = own(tx, me, album)?;
            let choice = posts::settle_own(tx, viewer.active()?, &choice)?;
            sql::update_audience(tx, album, &choice)?;
            sql::put_named(tx, album, &choice)?;
            super::load(tx, &viewer, album)
        })
        .await
}

/// Deletes an album for good. What was uploaded into it goes with it; what posts show stays theirs.
///
/// # Errors
/// NotFound unless the viewer is the owner.
pub async fn delete(app: &App, viewer: &Viewer, album: AlbumId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            own(tx, me, album)?;
            let uploaded = sql::uploaded(tx, album)?;
            sql::delete(tx, album)?;
            media::discard(tx, &uploaded)
        })
        .await
}

/// The owner as a viewer of this moment, and their album.
pub(super) fn own(tx: &mut Tx<'_>, me: AccountId, album: AlbumId) -> Result<(Viewer, Visible<Album>)> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
    let found = super::load(tx, &viewer, album)?;
    if policy::may_edit(&viewer, &found.facts) { Ok((viewer, found)) } else { Err(Error::not_found()) }
}
