//! Statements over photos in posts.

use kith_base::Result;
use kith_db::{Query, params, statement};

use crate::posts::policy::may_see_sql;
use crate::{AccountId, MediaId, PostId};

statement!(
    BY_AUTHOR,
    "albums.by_author",
    concat!(
        "SELECT photos.media_id, photos.post_id
           FROM posts p
           JOIN post_photos photos ON photos.post_id = p.id
          WHERE p.author_id = $2 AND p.group_id IS NULL AND p.photo_count > 0 AND photos.media_id < $3 AND ",
        may_see_sql!(),
        " ORDER BY photos.media_id DESC LIMIT $4"
    )
);

/// Photos of `author` before `before` that the viewer may see, new to old.
pub(super) fn by_author(
    q: &mut Query<'_>,
    viewer: AccountId,
    author: AccountId,
    before: Option<MediaId>,
    limit: usize,
) -> Result<Vec<(MediaId, PostId)>> {
    let before = before.map_or(i64::MAX, MediaId::raw);
    q.all(&BY_AUTHOR, &params![viewer, author, before, limit], |row| {
        Ok((row.id("media_id")?, row.id("post_id")?))
    })
}
