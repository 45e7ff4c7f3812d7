//! The photos of a profile: all that somebody posted, for whoever may see the posts.

mod sql;

use kith_base::{Page, PageRequest, Result};

use crate::kinds::MediaKind;
use crate::media::{self, Photo};
use crate::posts::policy;
use crate::viewer::Viewer;
use crate::{AccountId, App, PostId};

/// Photos on one page.
pub const SHOWN: usize = 48;

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
            let ids: Vec<_> = found.iter().map(|(media, _)| *media).collect();
            let mut photos = media::photos(q, &ids)?;
            let items = found
                .into_iter()
                .filter_map(|(media, post)| photos.remove(&media).map(|photo| AlbumPhoto { photo, post }))
                .collect();
            Ok(Page { items, next })
        })
        .await
}
