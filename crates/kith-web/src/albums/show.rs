//! Albums as they are looked at: one's own and those one adds to, and one on a page of its own.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{PageRequest, Result, limits};
use kith_domain::AlbumId;
use kith_domain::albums::{self, Album, InAlbum, Invitation, May, Opened};
use kith_domain::kinds::AlbumKind;
use kith_domain::posts::Audience;
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::AlbumView;
use crate::frame::Frame;
use crate::page::page;
use crate::person::PersonRow;
use crate::posts::view::{AudienceView, blur};

/// Photos on one page of an album.
pub(super) const SHOWN: usize = 60;

/// A photo in an album.
pub(super) struct PhotoView {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) src: String,
    pub(super) full: String,
    pub(super) blur: Option<String>,
    pub(super) alt: String,
    pub(super) caption: String,
    /// Whether a post shows it.
    pub(super) is_posted: bool,
}

impl PhotoView {
    pub(super) fn of(found: &InAlbum) -> Self {
        let id = found.photo.id;
        Self {
            id: id.to_string(),
            href: format!("/photo/{id}"),
            src: format!("/media/{id}/square"),
            full: format!("/media/{id}/full"),
            blur: blur(&found.photo),
            alt: found.photo.alt.clone(),
            caption: found.caption.clone(),
            is_posted: found.post.is_some(),
        }
    }
}

struct InvitationRow {
    id: String,
    title: String,
    owner: PersonRow,
}

#[derive(Template)]
#[template(path = "albums/index.html")]
struct IndexPage {
    frame: Frame,
    asked: Vec<InvitationRow>,
    own: Vec<AlbumView>,
    shared: Vec<AlbumView>,
    next: Option<String>,
}

/// Where a page of albums begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    before: Option<AlbumId>,
}

pub(super) async fn mine(visit: Visit, Query(from): Query<From>) -> Answer {
    let me = visit.viewer.active()?.id;
    let (app, viewer) = (&visit.app, &visit.viewer);
    let request: PageRequest<AlbumKind> =
        PageRequest { before: from.before, after: None, nearest: false, limit: limits::PAGE };
    let own = albums::of_person(app, viewer, me, request).await?;
    let shared = albums::mine(app, viewer).await?;
    let asked = albums::invitations(app, viewer).await?;
    let frame = Frame::titled(&visit, "albums-title");
    let view = |card| AlbumView::of(&frame, card);
    page(&IndexPage {
        asked: asked.iter().map(invitation).collect(),
        own: own.items.iter().map(view).collect(),
        shared: shared.iter().map(view).collect(),
        next: own.next.map(|next| format!("/albums?before={next}")),
        frame,
    })
}

fn invitation(found: &Invitation) -> InvitationRow {
    InvitationRow {
        id: found.album.to_string(),
        title: found.title.clone(),
        owner: PersonRow::of(&found.owner),
    }
}

#[derive(Template)]
#[template(path = "albums/show.html")]
struct AlbumPage {
    frame: Frame,
    id: String,
    title: String,
    lines: Vec<String>,
    owner: PersonRow,
    contributors: Vec<PersonRow>,
    audience: AudienceView,
    count: String,
    photos: Vec<PhotoView>,
    may: May,
    may_report: bool,
    next: Option<String>,
}

/// Where a page of photos begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    pub(super) after: Option<i64>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<AlbumId>, Query(part): Query<Part>) -> Answer {
    page(&opened(&visit, id, part).await?)
}

async fn opened(visit: &Visit, id: AlbumId, part: Part) -> Result<AlbumPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let Opened { album, owner, contributors, photos: count, may, .. } = albums::get(app, viewer, id).await?;
    let (photos, next) = albums::photos_page(app, viewer, id, part.after, SHOWN).await?;
    let frame = Frame::new(visit, album.title.clone());
    Ok(AlbumPage {
        id: id.to_string(),
        title: album.title.clone(),
        lines: album.description.lines().map(str::to_owned).collect(),
        owner: PersonRow::of(&owner),
        contributors: PersonRow::all(&contributors),
        audience: audience_of(&frame, &album, may.edit),
        count: frame.l.t1("scheduled-photos", "count", count),
        photos: photos.iter().map(PhotoView::of).collect(),
        may,
        may_report: viewer.active().is_ok_and(|me| me.id != owner.id),
        next: next.map(|next| format!("/album/{id}?after={next}")),
        frame,
    })
}

/// For whom it is. Others are not told whom somebody left out, nor how somebody sorts their friends.
pub(super) fn audience_of(frame: &Frame, album: &Album, is_own: bool) -> AudienceView {
    let audience = match album.facts.choice.audience {
        Audience::FriendsExcept if !is_own => Audience::Friends,
        Audience::Circle if !is_own => Audience::People,
        audience => audience,
    };
    AudienceView::of(&frame.l, &frame.site_name, audience, None)
}
