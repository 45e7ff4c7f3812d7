//! Marks as they are looked at.

use std::collections::HashSet;

use kith_base::{Error, Page, PageRequest, Result};
use kith_db::Query;

use super::model::{PhotoTag, TagCard, TagState, Tagged, WhoMayTag};
use super::{policy, sql};
use crate::kinds::PhotoTagKind;
use crate::photos::shown_at;
use crate::viewer::Viewer;
use crate::{AccountId, App, MediaId, accounts, media};

/// Marks that one step looks at.
const STEP: usize = 100;
/// How often that is done for one page.
const STEPS: usize = 10;
/// Marks that wait, on one page.
const WAITING: usize = 100;

/// Who is marked in a photo, as far as the viewer may know.
///
/// # Errors
/// NotFound when the viewer may not see the photo, or no post and no album shows it.
pub async fn on_photo(app: &App, viewer: &Viewer, photo: MediaId) -> Result<Vec<TagCard>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            if shown_at(q, &viewer, &[photo])?.is_empty() {
                return Err(Error::not_found());
            }
            let tags = sql::on_photo(q, photo)?;
            let ids: Vec<AccountId> = tags.iter().map(|tag| tag.person).collect();
            let mut people = accounts::cards(q, &ids)?;
            let card = |tag: PhotoTag| {
                let may_remove = policy::may_remove(&viewer, &tag);
                let tag = policy::show(&viewer, tag)?;
                Some(TagCard { person: people.remove(&tag.person)?, tag, may_remove })
            };
            Ok(tags.into_iter().filter_map(card).collect())
        })
        .await
}

/// Photos in which the viewer is marked and which they may see, the newest marks first. A page may be short.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn of_me(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<PhotoTagKind>,
) -> Result<Page<Tagged, PhotoTagKind>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (mut items, mut next) = (Vec::new(), request.before);
            for _ in 0..STEPS {
                let mut tags = sql::of_account(q, me, TagState::Shown, next, STEP + 1)?;
                let has_more = tags.len() > STEP;
                tags.truncate(STEP);
                next = tags.last().map(|tag| tag.id).filter(|_| has_more);
                items.extend(seen(q, &viewer, tags)?);
                if items.len() > request.limit {
                    items.truncate(request.limit);
                    next = items.last().map(|tagged: &Tagged| tagged.tag.id);
                    break;
                }
                if next.is_none() {
                    break;
                }
            }
            Ok(Page { items, next })
        })
        .await
}

/// Marks that wait for the viewer's word, in photos that they may see.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn waiting(app: &App, viewer: &Viewer) -> Result<Vec<Tagged>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let tags = sql::of_account(q, me, TagState::Waiting, None, WAITING)?;
            seen(q, &viewer, tags)
        })
        .await
}

/// Those of the marks that stand in photos which the viewer may see, and by people who are there for them.
fn seen(q: &mut Query<'_>, viewer: &Viewer, tags: Vec<PhotoTag>) -> Result<Vec<Tagged>> {
    let ids: Vec<MediaId> = tags.iter().map(|tag| tag.photo).collect();
    let places = shown_at(q, viewer, &ids)?;
    let mut photos = media::photos(q, &ids)?;
    let by: HashSet<AccountId> = tags.iter().map(|tag| tag.by).collect();
    let people = accounts::cards(q, &by.into_iter().collect::<Vec<_>>())?;
    let tagged = |tag: PhotoTag| {
        let place = places.get(&tag.photo)?;
        let photo = photos.remove(&tag.photo)?;
        let by = people.get(&tag.by)?.clone();
        let tag = policy::show(viewer, tag)?;
        Some(Tagged { tag, photo, by, post: place.post, album: place.album })
    };
    Ok(tags.into_iter().filter_map(tagged).collect())
}

/// Whose marks the viewer has to agree to.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn choice(app: &App, viewer: &Viewer) -> Result<WhoMayTag> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::choice(q, me)).await
}

/// Chooses that. What is marked already stays as it is.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn set_choice(app: &App, viewer: &Viewer, who: WhoMayTag) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| sql::put_choice(tx, me, who)).await
}
