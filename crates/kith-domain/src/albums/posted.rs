//! The photos of a profile: all that somebody posted, for whoever may see the posts.

use std::collections::HashSet;

use kith_base::{Page, PageRequest, Result};
use kith_db::Query;

use super::posted_sql as sql;
use crate::kinds::MediaKind;
use crate::media::{self, Photo};
use crate::posts::{self, policy};
use crate::viewer::Viewer;
use crate::{AccountId, App, MediaId, PostId};

/// Photos on one page.
pub const SHOWN: usize = 48;
/// Photos looked through at a time for somebody else's eyes.
const STEP: usize = 100;
/// How often that is done for one page.
const STEPS: usize = 10;

/// A photo and the post that shows it.
#[derive(Clone, Debug)]
pub struct AlbumPhoto {
    /// The photo.
    pub photo: Photo,
    /// The post.
    pub post: PostId,
}

/// Photos that `author` posted and the viewer may see, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn page_by_author(
    app: &App,
    viewer: &Viewer,
    author: AccountId,
    request: PageRequest<MediaKind>,
) -> Result<Page<AlbumPhoto, MediaKind>> {
    let viewer = policy::sql_viewer(viewer);
    app.db
        .read(move |q| {
            let mut found = sql::by_author(q, viewer, author, request.before, request.limit + 1)?;
            let has_more = found.len() > request.limit;
            found.truncate(request.limit);
            let next = found.last().map(|(media, _)| *media).filter(|_| has_more);
            Ok(Page { items: with_photos(q, found)?, next })
        })
        .await
}

/// Photos that the viewer posted and `eyes`, a stand-in of `profiles::as_seen_by`, may see, new to old. A page may be
/// short: what the other one's ties to third people would open or close is theirs to know and left out.
///
/// # Errors
/// As [`Viewer::active`]; internal when the database fails.
pub async fn page_seen_by(
    app: &App,
    viewer: &Viewer,
    eyes: &Viewer,
    request: PageRequest<MediaKind>,
) -> Result<Page<AlbumPhoto, MediaKind>> {
    let me = viewer.active()?.id;
    let (viewer, eyes) = (viewer.clone(), eyes.clone());
    app.db
        .read(move |q| {
            let mut page = Page { items: Vec::new(), next: request.before };
            for _ in 0..STEPS {
                let mut found = sql::by_author(q, me, me, page.next, STEP + 1)?;
                let has_more = found.len() > STEP;
                found.truncate(STEP);
                page.next = found.last().map(|(media, _)| *media).filter(|_| has_more);
                let ids: Vec<PostId> = found.iter().map(|(_, post)| *post).collect();
                let posts = posts::load_many(q, &viewer, &ids)?;
                let seen: HashSet<PostId> = posts
                    .iter()
                    .filter(|post| policy::may_see(&eyes, &post.facts))
                    .map(|post| post.id)
                    .collect();
                found.retain(|(_, post)| seen.contains(post));
                page.items.extend(found);
                if page.items.len() > request.limit {
                    page.items.truncate(request.limit);
                    page.next = page.items.last().map(|(media, _)| *media);
                    break;
                }
                if page.next.is_none() {
                    break;
                }
            }
            Ok(Page { items: with_photos(q, page.items)?, next: page.next })
        })
        .await
}

fn with_photos(q: &mut Query<'_>, found: Vec<(MediaId, PostId)>) -> Result<Vec<AlbumPhoto>> {
    let ids: Vec<_> = found.iter().map(|(media, _)| *media).collect();
    let mut photos = media::photos(q, &ids)?;
    Ok(found
        .into_iter()
        .filter_map(|(media, post)| photos.remove(&media).map(|photo| AlbumPhoto { photo, post }))
        .collect())
}
