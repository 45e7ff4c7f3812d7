//! People in photos: marking friends in one's own, the photos one is marked in oneself, and agreeing to it.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, PageRequest, Result, limits};
use kith_domain::kinds::PhotoTagKind;
use kith_domain::photo_tags::{self, Spot, TagCard, Tagged, WhoMayTag};
use kith_domain::{AccountId, MediaId, PhotoTagId, accounts, photos, posts};
use kith_http::{Access, Answer, Form, Routes, Visit, local_path, see_other, with_flash};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;

const PAGE: &str = "/photos-of-you";
/// Width of the photo in which a point is chosen, in pixels: it fits the smallest screens.
const WIDE: u32 = 320;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, Access::Member, index)
        .post("/photos-of-you/answer", Access::Member, answer)
        .post("/photos-of-you/choice", Access::Member, choose)
        .get("/photo/{id}/tag", Access::Member, mark)
        .post("/photo/{id}/tag", Access::Member, tag)
        .post("/photo/{id}/untag", Access::Member, untag)
}

/// Somebody in a photo, as the page of the photo tells it.
pub(crate) struct TagView {
    pub(crate) id: String,
    pub(crate) handle: String,
    pub(crate) name: String,
    pub(crate) is_waiting: bool,
    pub(crate) may_remove: bool,
    /// The point in pixels of the photo.
    pub(crate) spot: Option<(i64, i64)>,
}

/// Who is marked in a photo of this size, as far as the visitor may know. None where nothing can be marked.
pub(crate) async fn on_photo(
    visit: &Visit,
    photo: MediaId,
    (width, height): (u32, u32),
) -> Result<Option<Vec<TagView>>> {
    let tags = match photo_tags::on_photo(&visit.app, &visit.viewer, photo).await {
        Ok(tags) => tags,
        Err(error) if error.is_not_found() => return Ok(None),
        Err(error) => return Err(error),
    };
    let view = |card: TagCard| TagView {
        id: card.tag.id.to_string(),
        handle: card.person.handle,
        name: card.person.name,
        is_waiting: card.tag.state == photo_tags::TagState::Waiting,
        may_remove: card.may_remove,
        spot: card
            .tag
            .spot
            .map(|spot| (spot.across * i64::from(width) / 1000, spot.down * i64::from(height) / 1000)),
    };
    Ok(Some(tags.into_iter().map(view).collect()))
}

/// A photo one is marked in.
struct Row {
    tag: String,
    href: String,
    src: String,
    alt: String,
    by: PersonRow,
}

impl Row {
    fn of(found: &Tagged) -> Self {
        let id = found.photo.id;
        Self {
            tag: found.tag.id.to_string(),
            href: format!("/photo/{id}"),
            src: format!("/media/{id}/small"),
            alt: found.photo.alt.clone(),
            by: PersonRow::of(&found.by),
        }
    }
}

#[derive(Template)]
#[template(path = "photo_tags/index.html")]
struct IndexPage {
    frame: Frame,
    waiting: Vec<Row>,
    rows: Vec<Row>,
    /// The word, what it means, whether it is chosen.
    choices: Vec<(&'static str, String, bool)>,
    next: Option<String>,
}

/// Where the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct From {
    before: Option<PhotoTagId>,
}

async fn index(visit: Visit, Query(from): Query<From>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let request: PageRequest<PhotoTagKind> =
        PageRequest { before: from.before, after: None, nearest: false, limit: limits::PAGE };
    let found = photo_tags::of_me(app, viewer, request).await?;
    let waiting = match from.before {
        None => photo_tags::waiting(app, viewer).await?,
        Some(_) => Vec::new(),
    };
    let chosen = photo_tags::choice(app, viewer).await?;
    let frame = Frame::titled(&visit, "photo-tags-title");
    let choices = WhoMayTag::ALL.iter().map(|who| {
        let key = match who {
            WhoMayTag::Ask => "photo-tags-choice-ask",
            WhoMayTag::Friends => "photo-tags-choice-friends",
            WhoMayTag::Nobody => "photo-tags-choice-nobody",
        };
        (who.as_str(), frame.l.t(key), *who == chosen)
    });
    page(&IndexPage {
        waiting: waiting.iter().map(Row::of).collect(),
        rows: found.items.iter().map(Row::of).collect(),
        choices: choices.collect(),
        next: found.next.map(|next| format!("{PAGE}?before={next}")),
        frame,
    })
}

async fn answer(visit: Visit, form: Form) -> Answer {
    form.only(&["tag", "answer"])?;
    let id: PhotoTagId = form.parse("tag")?.ok_or_else(Error::not_found)?;
    let agrees = form.get("answer") == "yes";
    photo_tags::answer(&visit.app, &visit.viewer, id, agrees).await?;
    Ok(with_flash(see_other(PAGE), if agrees { "flash-tag-shown" } else { "flash-tag-removed" }, None))
}

async fn choose(visit: Visit, form: Form) -> Answer {
    form.only(&["who"])?;
    let who =
        WhoMayTag::parse(form.get("who")).ok_or_else(|| Error::invalid("who", "error-not-understood"))?;
    photo_tags::set_choice(&visit.app, &visit.viewer, who).await?;
    Ok(with_flash(see_other(PAGE), "flash-tags-choice", None))
}

/// Marking somebody: chosen from a list or typed, at a point of the photo or in it as a whole.
#[derive(Template)]
#[template(path = "photo_tags/mark.html")]
struct MarkPage {
    frame: Frame,
    id: String,
    alt: String,
    width: u32,
    height: u32,
    friends: Vec<PersonRow>,
    handle: String,
    problems: Problems,
}

async fn mark(visit: Visit, Path(id): Path<MediaId>) -> Answer {
    page(&mark_page(&visit, id, "").await?)
}

async fn mark_page(visit: &Visit, id: MediaId, handle: &str) -> Result<MarkPage> {
    let found = photos::page(&visit.app, &visit.viewer, id).await?;
    let is_markable =
        found.is_mine && (found.post.is_some() && found.comment.is_none() || found.album.is_some());
    if !is_markable {
        return Err(Error::not_found());
    }
    let offered = posts::composer(&visit.app, &visit.viewer, Vec::new()).await?;
    let frame = Frame::titled(visit, "photo-tags-mark");
    let mut friends = PersonRow::all(&offered.friends);
    friends.sort_by(|left, right| frame.l.compare(&left.name, &right.name));
    let (wide, tall) = (found.photo.width.max(1), found.photo.height);
    Ok(MarkPage {
        id: id.to_string(),
        alt: found.photo.alt.clone(),
        width: WIDE,
        height: (tall.saturating_mul(WIDE) / wide).max(1),
        friends,
        handle: handle.to_owned(),
        problems: Problems::default(),
        frame,
    })
}

async fn tag(visit: Visit, Path(id): Path<MediaId>, form: Form) -> Answer {
    form.only(&["person", "handle", "whole", "spot", "spot.x", "spot.y"])?;
    let shown = mark_page(&visit, id, form.get("handle").trim()).await?;
    let spot = spot(&form, (shown.width, shown.height));
    let outcome = match named(&visit, &form).await {
        Ok(person) => photo_tags::tag(&visit.app, &visit.viewer, id, person, spot).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(_) => Ok(with_flash(see_other(&format!("/photo/{id}")), "flash-tagged", None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => again(&visit.locale, error, |problems| page(&MarkPage { problems, ..shown })),
    }
}

/// The point that was pressed. A press by the keyboard comes from the corner and means no point.
fn spot(form: &Form, (width, height): (u32, u32)) -> Option<Spot> {
    let of = |name: &str, most: u32| {
        let at: i64 = form.get(name).parse().ok()?;
        Some((at.clamp(0, i64::from(most)) * 1000) / i64::from(most.max(1)))
    };
    let spot = Spot { across: of("spot.x", width)?, down: of("spot.y", height)? };
    (spot != Spot { across: 0, down: 0 }).then_some(spot)
}

async fn named(visit: &Visit, form: &Form) -> Result<AccountId> {
    let nobody = || Error::invalid("person", "photo-tags-friends-only");
    let handle = form.get("handle").trim().trim_start_matches('@').to_owned();
    if handle.is_empty() {
        return form.parse("person")?.ok_or_else(nobody);
    }
    let found = visit.app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
    found.map(kith_domain::accounts::Found::id).ok_or_else(nobody)
}

async fn untag(visit: Visit, Path(id): Path<MediaId>, form: Form) -> Answer {
    form.only(&["tag", "back"])?;
    let tag: PhotoTagId = form.parse("tag")?.ok_or_else(Error::not_found)?;
    photo_tags::remove(&visit.app, &visit.viewer, tag).await?;
    let fallback = format!("/photo/{id}");
    Ok(with_flash(see_other(local_path(form.get("back"), &fallback)), "flash-tag-removed", None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(x: &str, y: &str) -> Option<Spot> {
        let fields = [("spot.x", x), ("spot.y", y)].map(|(name, value)| (name.to_owned(), value.to_owned()));
        spot(&Form::from_fields(fields), (320, 200))
    }

    #[test]
    fn a_point_is_told_in_thousandths() {
        assert_eq!(pressed("160", "50"), Some(Spot { across: 500, down: 250 }));
        assert_eq!(pressed("9999", "-4"), Some(Spot { across: 1000, down: 0 }));
        assert_eq!((pressed("0", "0"), pressed("x", "3"), pressed("", "")), (None, None, None));
    }
}
