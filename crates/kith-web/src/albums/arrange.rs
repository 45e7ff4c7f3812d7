//! Filling an album, and its photos one by one: their order, the words under them, the front, out again.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, PageRequest, Result};
use kith_domain::albums::{self, May, Step};
use kith_domain::kinds::MediaKind;
use kith_domain::media::{self, Sent};
use kith_domain::{AccountId, AlbumId, MediaId};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::show::{Part, PhotoView, SHOWN};
use crate::frame::Frame;
use crate::page::{Problems, again, page};

/// Photos of one's posts on one page to choose from.
const OFFERED: usize = 48;

/// A photo of one's own posts.
struct Offer {
    id: String,
    src: String,
    alt: String,
}

#[derive(Template)]
#[template(path = "albums/add.html")]
struct AddPage {
    frame: Frame,
    id: String,
    offers: Vec<Offer>,
    next: Option<String>,
    problems: Problems,
}

/// Where the photos of one's posts begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    older: Option<MediaId>,
}

pub(super) async fn choose(visit: Visit, Path(id): Path<AlbumId>, Query(from): Query<From>) -> Answer {
    page(&add_page(&visit, id, from.older).await?)
}

async fn add_page(visit: &Visit, id: AlbumId, older: Option<MediaId>) -> Result<AddPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let me = viewer.active()?.id;
    if !albums::get(app, viewer, id).await?.may.add {
        return Err(Error::not_found());
    }
    let request: PageRequest<MediaKind> =
        PageRequest { before: older, after: None, nearest: false, limit: OFFERED };
    let found = albums::page_by_author(app, viewer, me, request).await?;
    let offers = found.items.iter().map(|found| Offer {
        id: found.photo.id.to_string(),
        src: format!("/media/{}/square", found.photo.id),
        alt: found.photo.alt.clone(),
    });
    Ok(AddPage {
        frame: Frame::titled(visit, "albums-add"),
        id: id.to_string(),
        offers: offers.collect(),
        next: found.next.map(|next| format!("/album/{id}/add?older={next}")),
        problems: Problems::default(),
    })
}

pub(super) async fn add(visit: Visit, Path(id): Path<AlbumId>, mut form: Form) -> Answer {
    form.only(&["photos", "posted", "media", "alt"])?;
    match take(&visit, id, &mut form).await {
        Ok(()) => Ok(with_flash(see_other(&format!("/album/{id}")), "flash-album-filled", None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let shown = add_page(&visit, id, None).await?;
            again(&visit.locale, error, |problems| page(&AddPage { problems, ..shown }))
        }
    }
}

/// Takes in what was ticked and what was sent. What could be taken before a bad file stays in the album.
async fn take(visit: &Visit, id: AlbumId, form: &mut Form) -> Result<()> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    if !albums::get(app, viewer, id).await?.may.add {
        return Err(Error::not_found());
    }
    let posted: Vec<MediaId> = form.ids("posted")?;
    let sent: Vec<MediaId> = form.ids("media")?;
    let files = form.take_files("photos");
    if posted.is_empty() && sent.is_empty() && files.is_empty() {
        return Err(Error::invalid("photos", "albums-choose-photos"));
    }
    if !posted.is_empty() {
        albums::add_posted(app, viewer, id, posted).await?;
    }
    if !sent.is_empty() {
        albums::upload_into(app, viewer, id, sent).await?;
    }
    for file in files {
        let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
        let sent = Sent { path: file.path.to_path_buf(), bytes, alt: String::new(), crop: None };
        let photo = media::upload(app, viewer, sent).await?;
        albums::upload_into(app, viewer, id, vec![photo.id]).await?;
    }
    Ok(())
}

/// A photo with what may be done with it.
struct Row {
    photo: PhotoView,
    /// Whether the viewer may say what it shows.
    may_describe: bool,
    /// Whether the viewer may take it out and caption it.
    may_tend: bool,
    is_cover: bool,
    /// What was typed and is wrong.
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "albums/arrange.html")]
struct ArrangePage {
    frame: Frame,
    id: String,
    title: String,
    rows: Vec<Row>,
    may: May,
    after: String,
    next: Option<String>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<AlbumId>, Query(part): Query<Part>) -> Answer {
    page(&arrange_page(&visit, id, part).await?)
}

async fn arrange_page(visit: &Visit, id: AlbumId, part: Part) -> Result<ArrangePage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let me: AccountId = viewer.active()?.id;
    let opened = albums::get(app, viewer, id).await?;
    if !opened.may.add {
        return Err(Error::not_found());
    }
    let (photos, next) = albums::photos_page(app, viewer, id, part.after, SHOWN).await?;
    let rows = photos.iter().map(|found| Row {
        photo: PhotoView::of(found),
        may_describe: found.added_by == me,
        may_tend: opened.may.edit || found.added_by == me,
        is_cover: opened.album.cover == Some(found.photo.id),
        problem: None,
    });
    Ok(ArrangePage {
        frame: Frame::titled(visit, "albums-arrange"),
        id: id.to_string(),
        title: opened.album.title.clone(),
        rows: rows.collect(),
        may: opened.may,
        after: part.after.map(|after| after.to_string()).unwrap_or_default(),
        next: next.map(|next| format!("/album/{id}/arrange?after={next}")),
    })
}

pub(super) async fn change(visit: Visit, Path(id): Path<AlbumId>, form: Form) -> Answer {
    form.only(&["photo", "do", "caption", "alt", "after"])?;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let photo: MediaId = form.parse("photo")?.ok_or_else(Error::not_found)?;
    let after: Option<i64> = form.parse("after")?;
    let back = match after {
        Some(after) => format!("/album/{id}/arrange?after={after}#photo-{photo}"),
        None => format!("/album/{id}/arrange#photo-{photo}"),
    };
    let done = match form.get("do") {
        "remove" => {
            albums::put_away(app, viewer, id, photo).await?;
            "flash-album-photo-out"
        }
        "cover" => {
            albums::set_cover(app, viewer, id, photo).await?;
            "flash-album-cover"
        }
        "describe" => {
            let alt = form.has("alt").then(|| form.get("alt"));
            if let Err(error) = albums::describe(app, viewer, id, photo, form.get("caption"), alt).await {
                return described_again(&visit, id, photo, after, error, &form).await;
            }
            "flash-photo-described"
        }
        word => {
            let step = Step::parse(word).ok_or_else(|| Error::invalid("do", "error-not-understood"))?;
            albums::shift(app, viewer, id, photo, step).await?;
            "flash-album-moved"
        }
    };
    Ok(with_flash(see_other(&back), done, None))
}

async fn described_again(
    visit: &Visit,
    id: AlbumId,
    photo: MediaId,
    after: Option<i64>,
    error: Error,
    form: &Form,
) -> Answer {
    let mut shown = arrange_page(visit, id, Part { after }).await?;
    again(&visit.locale, error, |problems| {
        for row in shown.rows.iter_mut().filter(|row| row.photo.id == photo.to_string()) {
            form.get("caption").clone_into(&mut row.photo.caption);
            form.get("alt").clone_into(&mut row.photo.alt);
            let said = problems.of("caption").or(problems.of("alt")).or(problems.general());
            row.problem = said.map(str::to_owned);
        }
        page(&shown)
    })
}
