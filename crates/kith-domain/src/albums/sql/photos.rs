//! The places of photos in albums.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::posts::policy::may_see_sql;
use crate::{AccountId, AlbumId, MediaId, PostId};

/// Whether the viewer `$1` may see the photo `f` of an album that they may see: whoever added it is there for them, and
/// so is the post that shows it.
macro_rules! may_see_photo_sql {
    () => {
        concat!(
            "(EXISTS (SELECT 1 FROM accounts adder WHERE adder.id = f.added_by_id AND adder.state = 'active')
              AND NOT EXISTS (SELECT 1 FROM blocks h WHERE h.account_id = $1 AND h.blocked_id = f.added_by_id)
              AND NOT EXISTS (SELECT 1 FROM blocks h WHERE h.blocked_id = $1 AND h.account_id = f.added_by_id)
              AND EXISTS (SELECT 1 FROM media m WHERE m.id = f.media_id AND m.state = 'ready')
              AND (f.post_id IS NULL
                   OR EXISTS (SELECT 1 FROM posts p WHERE p.id = f.post_id AND ",
            may_see_sql!(),
            ")))"
        )
    };
}

statement!(
    PHOTOS,
    "albums.photos",
    concat!(
        "SELECT f.media_id, f.added_by_id, f.post_id, f.caption, f.place
           FROM album_photos f
          WHERE f.album_id = $2 AND f.place > $3 AND ",
        may_see_photo_sql!(),
        " ORDER BY f.place LIMIT $4"
    )
);
statement!(
    COUNTS,
    "albums.photo_counts",
    concat!(
        "SELECT f.album_id, COUNT(*) AS photos
           FROM album_photos f
          WHERE f.album_id IN ($2[]) AND ",
        may_see_photo_sql!(),
        " GROUP BY f.album_id"
    )
);
statement!(
    COVERS,
    "albums.covers",
    concat!(
        "SELECT f.album_id, f.media_id, CASE WHEN a.cover_id = f.media_id THEN 1 ELSE 0 END AS is_chosen
           FROM album_photos f
           JOIN albums a ON a.id = f.album_id
          WHERE f.album_id IN ($2[])
            AND (f.media_id = a.cover_id
                 OR f.place = (SELECT MIN(o.place) FROM album_photos o WHERE o.album_id = f.album_id))
            AND ",
        may_see_photo_sql!(),
        " ORDER BY f.album_id, is_chosen"
    )
);

/// A photo in an album as it stands in the database.
pub(in crate::albums) struct Row {
    pub photo: MediaId,
    pub added_by: AccountId,
    pub post: Option<PostId>,
    pub caption: String,
    pub place: i64,
}

/// Photos after this place that the viewer may see, in order; ask only for albums that they may see.
pub(in crate::albums) fn photos(
    q: &mut Query<'_>,
    viewer: AccountId,
    album: AlbumId,
    after: i64,
    limit: usize,
) -> Result<Vec<Row>> {
    q.all(&PHOTOS, &params![viewer, album, after, limit], |row| {
        Ok(Row {
            photo: row.id("media_id")?,
            added_by: row.id("added_by_id")?,
            post: row.opt_id("post_id")?,
            caption: row.text("caption")?,
            place: row.int("place")?,
        })
    })
}

/// How many photos of each album the viewer may see.
pub(in crate::albums) fn counts(
    q: &mut Query<'_>,
    viewer: AccountId,
    albums: &[AlbumId],
) -> Result<HashMap<AlbumId, i64>> {
    let rows =
        q.all(&COUNTS, &params![viewer, albums], |row| Ok((row.id("album_id")?, row.int("photos")?)))?;
    Ok(rows.into_iter().collect())
}

/// The chosen cover of each album, else its first photo, if the viewer may see it.
pub(in crate::albums) fn covers(
    q: &mut Query<'_>,
    viewer: AccountId,
    albums: &[AlbumId],
) -> Result<HashMap<AlbumId, MediaId>> {
    // The chosen one comes last and stays.
    let rows =
        q.all(&COVERS, &params![viewer, albums], |row| Ok((row.id("album_id")?, row.id("media_id")?)))?;
    Ok(rows.into_iter().collect())
}

statement!(COUNT, "albums.count_photos", "SELECT COUNT(*) AS photos FROM album_photos WHERE album_id = $1");
statement!(
    ADD,
    "albums.add_photo",
    "INSERT INTO album_photos (album_id, media_id, added_by_id, post_id, place, caption, added_at)
     SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS BIGINT),
            COALESCE(MAX(f.place), 0) + 1, '', CAST($5 AS BIGINT)
       FROM album_photos f
      WHERE f.album_id = $1
         ON CONFLICT (album_id, media_id) DO NOTHING"
);

pub(in crate::albums) fn count_photos(q: &mut Query<'_>, album: AlbumId) -> Result<i64> {
    q.count(&COUNT, &params![album])
}

/// Puts a photo behind all others.
pub(in crate::albums) fn add(
    tx: &mut Tx<'_>,
    album: AlbumId,
    photo: MediaId,
    by: AccountId,
    post: Option<PostId>,
) -> Result<()> {
    let now = tx.now();
    tx.run(&ADD, &params![album, photo, by, post, now]).map(drop)
}

/// Where a photo stands, and whose doing that is.
pub(in crate::albums) struct Placed {
    pub added_by: AccountId,
    pub post: Option<PostId>,
    pub place: i64,
}

statement!(
    PLACED,
    "albums.placed",
    "SELECT added_by_id, post_id, place FROM album_photos WHERE album_id = $1 AND media_id = $2"
);
statement!(
    BEFORE,
    "albums.place_before",
    "SELECT media_id, place FROM album_photos
      WHERE album_id = $1 AND place < $2
      ORDER BY place DESC LIMIT 1"
);
statement!(
    AFTER,
    "albums.place_after",
    "SELECT media_id, place FROM album_photos WHERE album_id = $1 AND place > $2 ORDER BY place LIMIT 1"
);
statement!(
    FIRST,
    "albums.first_place",
    "SELECT place FROM album_photos WHERE album_id = $1 ORDER BY place LIMIT 1"
);
statement!(
    PUT,
    "albums.put_photo",
    "UPDATE album_photos SET place = $3 WHERE album_id = $1 AND media_id = $2"
);
statement!(
    CAPTION,
    "albums.set_caption",
    "UPDATE album_photos SET caption = $3 WHERE album_id = $1 AND media_id = $2"
);
statement!(DROP, "albums.drop_photo", "DELETE FROM album_photos WHERE album_id = $1 AND media_id = $2");
statement!(
    DROP_OF,
    "albums.drop_photos_of",
    "DELETE FROM album_photos WHERE album_id = $1 AND added_by_id = $2"
);
statement!(
    UPLOADED,
    "albums.uploaded",
    "SELECT media_id FROM album_photos WHERE album_id = $1 AND post_id IS NULL ORDER BY place"
);
statement!(
    UPLOADED_BY,
    "albums.uploaded_by",
    "SELECT media_id FROM album_photos
      WHERE album_id = $1 AND added_by_id = $2 AND post_id IS NULL
      ORDER BY place"
);
statement!(
    SWEEP,
    "albums.sweep",
    "DELETE FROM album_photos
      WHERE NOT EXISTS (SELECT 1 FROM media m WHERE m.id = album_photos.media_id)"
);

pub(in crate::albums) fn placed(q: &mut Query<'_>, album: AlbumId, photo: MediaId) -> Result<Option<Placed>> {
    q.find(&PLACED, &params![album, photo], |row| {
        Ok(Placed {
            added_by: row.id("added_by_id")?,
            post: row.opt_id("post_id")?,
            place: row.int("place")?,
        })
    })
}

/// The photo right before this place.
pub(in crate::albums) fn before(
    q: &mut Query<'_>,
    album: AlbumId,
    place: i64,
) -> Result<Option<(MediaId, i64)>> {
    q.find(&BEFORE, &params![album, place], |row| Ok((row.id("media_id")?, row.int("place")?)))
}

/// The photo right after this place.
pub(in crate::albums) fn after(
    q: &mut Query<'_>,
    album: AlbumId,
    place: i64,
) -> Result<Option<(MediaId, i64)>> {
    q.find(&AFTER, &params![album, place], |row| Ok((row.id("media_id")?, row.int("place")?)))
}

pub(in crate::albums) fn first_place(q: &mut Query<'_>, album: AlbumId) -> Result<i64> {
    Ok(q.find(&FIRST, &params![album], |row| row.int("place"))?.unwrap_or_default())
}

pub(in crate::albums) fn put(tx: &mut Tx<'_>, album: AlbumId, photo: MediaId, place: i64) -> Result<()> {
    tx.run(&PUT, &params![album, photo, place]).map(drop)
}

pub(in crate::albums) fn set_caption(
    tx: &mut Tx<'_>,
    album: AlbumId,
    photo: MediaId,
    caption: &str,
) -> Result<()> {
    tx.run(&CAPTION, &params![album, photo, caption]).map(drop)
}

pub(in crate::albums) fn drop_photo(tx: &mut Tx<'_>, album: AlbumId, photo: MediaId) -> Result<()> {
    tx.run(&DROP, &params![album, photo]).map(drop)
}

pub(in crate::albums) fn drop_photos_of(tx: &mut Tx<'_>, album: AlbumId, by: AccountId) -> Result<()> {
    tx.run(&DROP_OF, &params![album, by]).map(drop)
}

pub(in crate::albums) fn uploaded(q: &mut Query<'_>, album: AlbumId) -> Result<Vec<MediaId>> {
    q.all(&UPLOADED, &params![album], |row| row.id("media_id"))
}

pub(in crate::albums) fn uploaded_by(
    q: &mut Query<'_>,
    album: AlbumId,
    by: AccountId,
) -> Result<Vec<MediaId>> {
    q.all(&UPLOADED_BY, &params![album, by], |row| row.id("media_id"))
}

pub(in crate::albums) fn sweep(tx: &mut Tx<'_>) -> Result<()> {
    tx.run(&SWEEP, &params![]).map(drop)
}
