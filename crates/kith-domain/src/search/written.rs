//! What members wrote: posts, comments and descriptions of photos.

use std::collections::HashMap;

use kith_base::{Page, PageRequest, Result};
use kith_text::matches::{Piece, excerpt};

use super::seek::seek;
use super::{EXCERPT, Wanted, sql};
use crate::accounts::{PersonCard, cards};
use crate::cards::{Card, CommentCard, Screened, comments_of, hydrate, screen};
use crate::filters::{self, Context};
use crate::kinds::{CommentKind, MediaKind, PostKind};
use crate::media::{self, Photo};
use crate::posts::policy::sql_viewer;
use crate::search_terms::SubjectKind;
use crate::viewer::Viewer;
use crate::{App, CommentId, PostId};

/// A post that was found.
#[derive(Clone, Debug)]
pub struct PostHit {
    /// The post.
    pub card: Card,
    /// The part of its words in which the question stands, in the language in which it was found; of a covered post,
    /// of what covers it.
    pub excerpt: Vec<Piece>,
    /// The language of that part, as a tag.
    pub language: String,
}

/// A comment that was found.
#[derive(Clone, Debug)]
pub struct CommentHit {
    /// The comment.
    pub card: CommentCard,
    /// Who wrote the post under which it stands.
    pub under: PersonCard,
    /// The part of its words in which the question stands.
    pub excerpt: Vec<Piece>,
}

/// A photo that was found.
#[derive(Clone, Debug)]
pub struct PhotoHit {
    /// The photo.
    pub photo: Photo,
    /// Whose it is.
    pub owner: PersonCard,
    /// The part of its description in which the question stands.
    pub excerpt: Vec<Piece>,
}

/// Posts that answer the question, new to old. A page may be short and lead on.
///
/// # Errors
/// Internal when the database fails.
pub async fn post_ids(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    let (viewer, wanted) = (sql_viewer(viewer), wanted.clone());
    app.db.read(move |q| seek(q, SubjectKind::Post, viewer, &wanted, &request)).await
}

/// Comments that answer the question, new to old. A page may be short and lead on.
///
/// # Errors
/// Internal when the database fails.
pub async fn comment_ids(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<CommentKind>,
) -> Result<Page<CommentId, CommentKind>> {
    let (viewer, wanted) = (sql_viewer(viewer), wanted.clone());
    app.db.read(move |q| seek(q, SubjectKind::Comment, viewer, &wanted, &request)).await
}

/// [`post_ids`] with what a page shows of them. What holds words that the viewer does not want to read is left out.
///
/// # Errors
/// Internal when the database fails.
pub async fn posts(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<PostKind>,
) -> Result<Page<PostHit, PostKind>> {
    let (viewer, unwanted) = (viewer.clone(), filters::of(app, viewer).await?);
    let wanted = wanted.clone();
    app.db
        .read(move |q| {
            let page = seek(q, SubjectKind::Post, sql_viewer(&viewer), &wanted, &request)?;
            let mut cards = hydrate(q, &viewer, &page.items)?;
            screen(&mut cards, &viewer, &unwanted, (Context::Public, Screened::LeftOut), q.now());
            let items = cards.into_iter().map(|card| PostHit::of(card, &wanted));
            Ok(Page { items: items.collect(), next: page.next })
        })
        .await
}

impl PostHit {
    /// What is behind a cover, or behind a word that the viewer does not want to read, stays there.
    fn of(card: Card, wanted: &Wanted) -> Self {
        let parts = card.post.texts().map(|text| {
            let words =
                if text.cover.is_empty() { kith_text::plain(text.html) } else { text.cover.to_owned() };
            (excerpt(&words, &wanted.words, EXCERPT), text.language.to_owned())
        });
        let mut parts: Vec<(Vec<Piece>, String)> = parts.collect();
        let matching = parts.iter().position(|(pieces, _)| pieces.iter().any(|piece| piece.is_match));
        let (pieces, language) = parts.swap_remove(matching.unwrap_or(0));
        let excerpt = if card.filtered.is_some() { Vec::new() } else { pieces };
        Self { excerpt, language, card }
    }
}

/// [`comment_ids`] with what a page shows of them.
///
/// # Errors
/// Internal when the database fails.
pub async fn comments(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<CommentKind>,
) -> Result<Page<CommentHit, CommentKind>> {
    let page = comment_ids(app, viewer, wanted, request).await?;
    let (found, posts) = comments_of(app, viewer, page.items).await?;
    let authors: HashMap<PostId, PersonCard> =
        posts.into_iter().map(|card| (card.post.id, card.author)).collect();
    let mut items: Vec<CommentHit> = found
        .into_iter()
        .filter_map(|card| {
            let under = authors.get(&card.comment.post)?.clone();
            let words = kith_text::plain(&card.comment.html);
            Some(CommentHit { excerpt: excerpt(&words, &wanted.words, EXCERPT), card, under })
        })
        .collect();
    items.sort_by_key(|hit| std::cmp::Reverse(hit.card.comment.id));
    Ok(Page { items, next: page.next })
}

/// Photos on posts and comments whose description answers the question, new to old. A page may be short and lead on.
///
/// # Errors
/// Internal when the database fails.
pub async fn photos(
    app: &App,
    viewer: &Viewer,
    wanted: &Wanted,
    request: PageRequest<MediaKind>,
) -> Result<Page<PhotoHit, MediaKind>> {
    let (viewer, wanted) = (sql_viewer(viewer), wanted.clone());
    app.db
        .read(move |q| {
            let page = seek(q, SubjectKind::Photo, viewer, &wanted, &request)?;
            let owners = sql::photo_owners(q, &page.items)?;
            let people = cards(q, &owners.values().copied().collect::<Vec<_>>())?;
            let mut photos = media::photos(q, &page.items)?;
            let items = page.items.iter().filter_map(|id| {
                let photo = photos.remove(id)?;
                let owner = people.get(owners.get(id)?)?.clone();
                Some(PhotoHit { excerpt: excerpt(&photo.alt, &wanted.words, EXCERPT), photo, owner })
            });
            Ok(Page { items: items.collect(), next: page.next })
        })
        .await
}
