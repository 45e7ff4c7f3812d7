//! Albums: looked at, made and changed, filled by their owner and by whoever agreed to add, fetched all at once.

mod arrange;
mod download;
mod edit;
mod people;
mod show;
mod zip;

use kith_domain::albums::AlbumCard;
use kith_http::{Access, Routes};

use crate::frame::Frame;
use crate::person::PersonRow;
use crate::posts::view::AudienceView;

/// The routes of albums.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/albums", Access::Member, show::mine)
        .get("/albums/new", Access::Member, edit::new)
        .post("/albums", Access::Member, edit::create)
        .get("/album/{id}", Access::Anyone, show::show)
        .get("/album/{id}/edit", Access::Member, edit::edit)
        .post("/album/{id}/edit", Access::Member, edit::update)
        .post("/album/{id}/audience", Access::Member, edit::set_audience)
        .post("/album/{id}/delete", Access::Member, edit::delete)
        .get("/album/{id}/add", Access::Member, arrange::choose)
        .post("/album/{id}/add", Access::Member, arrange::add)
        .get("/album/{id}/arrange", Access::Member, arrange::show)
        .post("/album/{id}/photo", Access::Member, arrange::change)
        .post("/album/{id}/people", Access::Member, people::change)
        .post("/album/{id}/answer", Access::Member, people::answer)
        .post("/album/{id}/leave", Access::Member, people::leave)
        .get("/album/{id}/download", Access::Member, download::send)
}

/// An album in a list.
pub(crate) struct AlbumView {
    pub(crate) href: String,
    pub(crate) title: String,
    pub(crate) cover: Option<String>,
    pub(crate) photos: String,
    pub(crate) owner: PersonRow,
    pub(crate) audience: AudienceView,
}

impl AlbumView {
    pub(crate) fn of(frame: &Frame, card: &AlbumCard) -> Self {
        let is_own = frame.viewer.as_ref().is_some_and(|me| me.handle == card.owner.handle);
        Self {
            href: format!("/album/{}", card.album.id),
            title: card.album.title.clone(),
            cover: card.cover.as_ref().map(|photo| format!("/media/{}/small", photo.id)),
            photos: frame.l.t1("scheduled-photos", "count", card.photos),
            owner: PersonRow::of(&card.owner),
            audience: show::audience_of(frame, &card.album, is_own),
        }
    }
}
