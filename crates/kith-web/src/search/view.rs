//! What was found, as the template reads it.

use kith_domain::search::{CommentHit, PhotoHit, Piece, PostHit};

use crate::frame::Frame;
use crate::posts::view::{PersonView, TimeView};

/// A post, a comment or a photo in the list of what was found.
pub(super) struct HitView {
    pub(super) person: PersonView,
    pub(super) href: String,
    pub(super) time: TimeView,
    /// Where it stands, in words.
    pub(super) place: Option<String>,
    /// The viewer's own word for which it is covered.
    pub(super) covered: Option<String>,
    pub(super) pieces: Vec<Piece>,
    pub(super) language: String,
    /// A small picture beside the words.
    pub(super) picture: Option<String>,
}

impl HitView {
    pub(super) fn of_post(frame: &Frame, hit: PostHit) -> Self {
        let card = hit.card;
        let place = card.wall.as_ref().map(|wall| frame.l.t1("search-on-wall", "name", wall.name.as_str()));
        // What is covered shows no picture before somebody turns to it.
        let is_covered = card.post.texts().any(|text| !text.cover.is_empty());
        let is_open = card.filtered.is_none() && !is_covered;
        let picture =
            card.photos.first().filter(|_| is_open).map(|photo| format!("/media/{}/square", photo.id));
        Self {
            person: PersonView::of(&frame.l, &card.author),
            href: format!("/p/{}", card.post.id),
            time: TimeView::of(frame, card.post.created_at),
            place,
            covered: card.filtered,
            pieces: hit.excerpt,
            language: hit.language,
            picture,
        }
    }

    pub(super) fn of_comment(frame: &Frame, hit: CommentHit) -> Self {
        let card = hit.card;
        Self {
            person: PersonView::of(&frame.l, &card.author),
            href: format!("/comment/{}", card.comment.id),
            time: TimeView::of(frame, card.comment.created_at),
            place: Some(frame.l.t1("search-under-post", "name", hit.under.name.as_str())),
            covered: None,
            pieces: hit.excerpt,
            language: card.comment.language.clone(),
            picture: card.photo.as_ref().map(|photo| format!("/media/{}/square", photo.id)),
        }
    }

    pub(super) fn of_photo(frame: &Frame, hit: PhotoHit) -> Self {
        Self {
            person: PersonView::of(&frame.l, &hit.owner),
            href: format!("/photo/{}", hit.photo.id),
            time: TimeView::of(frame, hit.photo.id.made_at()),
            place: None,
            covered: None,
            pieces: hit.excerpt,
            language: String::new(),
            picture: Some(format!("/media/{}/square", hit.photo.id)),
        }
    }
}
