//! Albums as they are looked at.

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Page, PageRequest, Result, limits};
use kith_db::Query;

use super::model::{Album, AlbumCard, AlbumFacts, InAlbum, Invitation, Opened};
use super::{policy, sql};
use crate::accounts::{self, PersonCard};
use crate::kinds::AlbumKind;
use crate::media;
use crate::posts::policy::sql_viewer;
use crate::viewer::{AccountState, Viewer, Visible};
use crate::{AccountId, AlbumId, App, MediaId};

/// An album, for whoever may see it, inside a transaction.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub(crate) fn load(q: &mut Query<'_>, viewer: &Viewer, id: AlbumId) -> Result<Visible<Album>> {
    load_many(q, viewer, &[id])?.pop().ok_or_else(Error::not_found)
}

/// Those of `ids` that the viewer may see, in the same order; three statements whatever the number.
pub(crate) fn load_many(q: &mut Query<'_>, viewer: &Viewer, ids: &[AlbumId]) -> Result<Vec<Visible<Album>>> {
    let mut found = sql::load(q, ids)?;
    Ok(ids.iter().filter_map(|id| policy::show(viewer, found.remove(id)?)).collect())
}

/// The facts by which a photo that was uploaded into an album is seen: those of the album, and whether whoever added it
/// is there.
pub(crate) fn shows(
    q: &mut Query<'_>,
    album: AlbumId,
    added_by: AccountId,
) -> Result<Option<(AlbumFacts, AccountState)>> {
    let Some(found) = sql::load(q, &[album])?.remove(&album) else { return Ok(None) };
    Ok(Some((found.facts, accounts::card(q, added_by)?.state)))
}

/// Photos of an album that the viewer may see, in order. Ask only for albums that the viewer may see.
pub(crate) fn shown_in(q: &mut Query<'_>, viewer: &Viewer, album: AlbumId) -> Result<Vec<MediaId>> {
    let rows = sql::photos(q, sql_viewer(viewer), album, i64::MIN, limits::ALBUM_PHOTOS)?;
    Ok(rows.into_iter().map(|row| row.photo).collect())
}

/// An album on a page of its own.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: AlbumId) -> Result<Opened> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let album = load(q, &viewer, id)?;
            let facts = &album.facts;
            let ids: Vec<AccountId> = [&facts.contributors[..], &album.asked, &[facts.owner]].concat();
            let people = accounts::cards(q, &ids)?;
            let known = |ids: &[AccountId]| near(&viewer, &people, ids);
            Ok(Opened {
                owner: people.get(&facts.owner).cloned().ok_or_else(Error::not_found)?,
                contributors: known(&facts.contributors),
                asked: known(&album.asked),
                photos: sql::counts(q, sql_viewer(&viewer), &[id])?.get(&id).copied().unwrap_or_default(),
                may: policy::may(&viewer, facts),
                album,
            })
        })
        .await
}

/// Those of `ids` who are there, and not apart from the viewer.
fn near(viewer: &Viewer, people: &HashMap<AccountId, PersonCard>, ids: &[AccountId]) -> Vec<PersonCard> {
    let is_near = |card: &&PersonCard| {
        card.state.is_present() && viewer.member().is_none_or(|member| !member.is_apart_from(card.id))
    };
    ids.iter().filter_map(|id| people.get(id)).filter(is_near).cloned().collect()
}

/// Photos of an album from after this place on, in order, and where the next page begins.
///
/// # Errors
/// As [`get`].
pub async fn photos_page(
    app: &App,
    viewer: &Viewer,
    id: AlbumId,
    after: Option<i64>,
    limit: usize,
) -> Result<(Vec<InAlbum>, Option<i64>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            load(q, &viewer, id)?;
            let after = after.unwrap_or(i64::MIN);
            let mut rows = sql::photos(q, sql_viewer(&viewer), id, after, limit + 1)?;
            let has_more = rows.len() > limit;
            rows.truncate(limit);
            let next = rows.last().map(|row| row.place).filter(|_| has_more);
            Ok((with_photos(q, rows)?, next))
        })
        .await
}

/// All photos of an album that the viewer may fetch at once, in order.
///
/// # Errors
/// NotFound when the viewer may not see the album or not fetch all of it.
pub async fn all_photos(app: &App, viewer: &Viewer, id: AlbumId) -> Result<(Visible<Album>, Vec<InAlbum>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let album = load(q, &viewer, id)?;
            if !policy::may(&viewer, &album.facts).download {
                return Err(Error::not_found());
            }
            let rows = sql::photos(q, sql_viewer(&viewer), id, i64::MIN, limits::ALBUM_PHOTOS)?;
            Ok((album, with_photos(q, rows)?))
        })
        .await
}

fn with_photos(q: &mut Query<'_>, rows: Vec<sql::Row>) -> Result<Vec<InAlbum>> {
    let ids: Vec<MediaId> = rows.iter().map(|row| row.photo).collect();
    let mut photos = media::photos(q, &ids)?;
    let found = rows.into_iter().filter_map(|row| {
        let photo = photos.remove(&row.photo)?;
        let sql::Row { added_by, post, caption, place, .. } = row;
        Some(InAlbum { photo, added_by, post, caption, place })
    });
    Ok(found.collect())
}

/// Albums of somebody that the viewer may see, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn of_person(
    app: &App,
    viewer: &Viewer,
    owner: AccountId,
    request: PageRequest<AlbumKind>,
) -> Result<Page<AlbumCard, AlbumKind>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let mut ids = sql::of_owner(q, sql_viewer(&viewer), owner, &request)?;
            let has_more = ids.len() > request.limit;
            ids.truncate(request.limit);
            if request.nearest {
                ids.reverse();
            }
            let next = ids.last().copied().filter(|_| has_more);
            Ok(Page { items: cards(q, &viewer, &ids)?, next })
        })
        .await
}

/// Albums to which the viewer adds beside their owners, new to old.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn mine(app: &App, viewer: &Viewer) -> Result<Vec<AlbumCard>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let ids = sql::of_contributor(q, me, limits::ALBUMS)?;
            cards(q, &viewer, &ids)
        })
        .await
}

/// Albums for which the viewer is asked to add photos, by people who are there for them.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn invitations(app: &App, viewer: &Viewer) -> Result<Vec<Invitation>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let asked = sql::asked(q, me, limits::ALBUMS)?;
            let owners: Vec<AccountId> = asked.iter().map(|(_, _, owner)| *owner).collect();
            let people = accounts::cards(q, &owners)?;
            let there: HashSet<AccountId> =
                near(&viewer, &people, &owners).iter().map(|card| card.id).collect();
            let found = asked.into_iter().filter(|(_, _, owner)| there.contains(owner));
            let found = found.filter_map(|(album, title, owner)| {
                Some(Invitation { album, title, owner: people.get(&owner)?.clone() })
            });
            Ok(found.collect())
        })
        .await
}

fn cards(q: &mut Query<'_>, viewer: &Viewer, ids: &[AlbumId]) -> Result<Vec<AlbumCard>> {
    let found = load_many(q, viewer, ids)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AlbumId> = found.iter().map(|album| album.id).collect();
    let counts = sql::counts(q, sql_viewer(viewer), &ids)?;
    let covers = sql::covers(q, sql_viewer(viewer), &ids)?;
    let photos: Vec<MediaId> = covers.values().copied().collect();
    let photos = media::photos(q, &photos)?;
    let owners: Vec<AccountId> = found.iter().map(|album| album.facts.owner).collect();
    let people = accounts::cards(q, &owners)?;
    let card = |album: Visible<Album>| {
        let cover = covers.get(&album.id).and_then(|id| photos.get(id)).cloned();
        let photos = counts.get(&album.id).copied().unwrap_or_default();
        Some(AlbumCard { owner: people.get(&album.facts.owner)?.clone(), cover, photos, album })
    };
    Ok(found.into_iter().filter_map(card).collect())
}
