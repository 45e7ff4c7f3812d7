//! Marking somebody, agreeing to it, and taking it back.

use std::sync::Arc;

use kith_base::{DAY, Error, Message, Result, limits};
use kith_db::Tx;

use super::model::{PhotoTag, Spot, TagState, WhoMayTag};
use super::{policy, sql};
use crate::notices::{self, Cause, Occasion};
use crate::photos::{ShownAt, shown_at};
use crate::viewer::Viewer;
use crate::work::Upkeep;
use crate::{AccountId, App, MediaId, PhotoTagId, viewers};

/// Marks somebody in an own photo, at a point or in the photo as a whole. Marked again they are moved to the new point.
/// Whether it is shown at once or waits is for them.
///
/// # Errors
/// NotFound unless the photo is the viewer's own, in a post or an album; Invalid (field `person`) for whoever is no
/// friend, does not see the photo, does not want to be marked, or took a mark in it back; Invalid (field `spot`) for a
/// point beside the photo.
pub async fn tag(
    app: &App,
    viewer: &Viewer,
    photo: MediaId,
    person: AccountId,
    spot: Option<Spot>,
) -> Result<PhotoTagId> {
    let me = viewer.active()?.id;
    if spot.is_some_and(|spot| !spot.is_inside()) {
        return Err(Error::invalid("spot", "error-not-understood"));
    }
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            let at = shown_at(tx, &viewer, &[photo])?.remove(&photo).ok_or_else(Error::not_found)?;
            if at.owner != me {
                return Err(Error::not_found());
            }
            if !policy::may_tag(&viewer, at.owner, person) {
                return Err(refused("photo-tags-friends-only"));
            }
            put(tx, me, photo, person, spot, at)
        })
        .await
}

fn put(
    tx: &mut Tx<'_>,
    me: AccountId,
    photo: MediaId,
    person: AccountId,
    spot: Option<Spot>,
    at: ShownAt,
) -> Result<PhotoTagId> {
    if let Some(known) = sql::of_person(tx, photo, person)? {
        if known.state == TagState::Removed {
            return Err(refused("photo-tags-taken-back"));
        }
        sql::set_spot(tx, known.id, spot)?;
        return Ok(known.id);
    }
    if sql::count(tx, photo)? >= i64::try_from(limits::PHOTO_TAGS).unwrap_or(i64::MAX) {
        let message = Message::new("photo-tags-enough").with("limit", limits::PHOTO_TAGS);
        return Err(Error::invalid("person", message));
    }
    let state = if person == me {
        TagState::Shown
    } else {
        let theirs = Viewer::Member(viewers::load_fresh(tx, person)?);
        if theirs.active().is_err() || shown_at(tx, &theirs, &[photo])?.is_empty() {
            return Err(refused("photo-tags-cannot-see"));
        }
        match sql::choice(tx, person)? {
            WhoMayTag::Nobody => return Err(refused("photo-tags-not-wanted")),
            WhoMayTag::Friends => TagState::Shown,
            WhoMayTag::Ask => TagState::Waiting,
        }
    };
    let id = tx.new_id();
    sql::insert(tx, id, photo, (person, me), state, spot)?;
    match state {
        TagState::Shown => notices::tell(tx, person, &told(me, at))?,
        _ => notices::retell(tx, person, &Cause::between(Occasion::TagReview, me))?,
    }
    Ok(id)
}

fn refused(key: &'static str) -> Error {
    Error::invalid("person", key)
}

fn told(by: AccountId, at: ShownAt) -> Cause {
    Cause { post: at.post, ..Cause::between(Occasion::TagPhoto, by) }
}

/// Agrees to a mark, which is shown from then on, or takes it back for good.
///
/// # Errors
/// NotFound unless it waits for the viewer's word.
pub async fn answer(app: &App, viewer: &Viewer, id: PhotoTagId, agrees: bool) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let found = sql::get(tx, id)?.filter(|tag| tag.person == me && tag.state == TagState::Waiting);
            let found = found.ok_or_else(Error::not_found)?;
            sql::set_state(tx, id, if agrees { TagState::Shown } else { TagState::Removed })?;
            settle(tx, &found)
        })
        .await
}

/// Takes a mark away: for good when whoever is marked does so, else so that it can be made again.
///
/// # Errors
/// NotFound unless the viewer is marked or made the mark.
pub async fn remove(app: &App, viewer: &Viewer, id: PhotoTagId) -> Result<()> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let found = sql::get(tx, id)?.filter(|tag| policy::may_remove(&viewer, tag));
            let found = found.ok_or_else(Error::not_found)?;
            if found.person == me && found.by != me {
                sql::set_state(tx, id, TagState::Removed)?;
            } else {
                sql::delete(tx, id)?;
            }
            settle(tx, &found)
        })
        .await
}

/// Takes the question back when nothing waits any more of what this one asked.
fn settle(tx: &mut Tx<'_>, tag: &PhotoTag) -> Result<()> {
    if sql::count_waiting(tx, tag.by, tag.person)? > 0 {
        return Ok(());
    }
    notices::take_back(tx, tag.person, &Cause::between(Occasion::TagReview, tag.by))
}

inventory::submit! {
    Upkeep { name: "photo_tags.sweep", every: DAY, run: |app| Box::pin(sweep(app)) }
}

/// Marks in photos that were erased go.
async fn sweep(app: Arc<App>) -> Result<()> {
    app.db.write(sql::sweep).await
}
