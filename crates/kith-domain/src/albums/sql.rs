//! Statements of albums. Whoever reads through [`load`] gets rows, not permission: `policy.rs` decides after it.

mod contributors;
mod photos;

use std::collections::HashMap;

use kith_base::{Error, PageRequest, Result};
use kith_db::{Query, Row as DbRow, Tx, params, statement};

use super::model::{Album, AlbumFacts, NewAlbum};
use super::policy::may_see_sql;
use crate::kinds::AlbumKind;
use crate::posts::{Audience, AudienceChoice};
use crate::viewer::AccountState;
use crate::{AccountId, AlbumId, MediaId};

pub(super) use contributors::{ask, asked, asked_by, count_asked, drop_contributor, join, of_contributor};
pub(super) use photos::{
    Placed, Row, add, after, before, count_photos, counts, covers, drop_photo, drop_photos_of, first_place,
    photos, placed, put, set_caption, sweep, uploaded, uploaded_by,
};

statement!(
    BY_IDS,
    "albums.by_ids",
    "SELECT a.id, a.owner_id, o.state AS owner_state, a.title, a.description, a.audience, a.circle_id, a.cover_id,
            a.lets_download, a.created_at, a.changed_at
       FROM albums a
       JOIN accounts o ON o.id = a.owner_id
      WHERE a.id IN ($1[])"
);
statement!(
    NAMED,
    "albums.named",
    "SELECT album_id, account_id AS named_id, 'person' AS kind FROM album_people WHERE album_id IN ($1[])
      UNION ALL
     SELECT album_id, circle_id, 'circle' FROM album_except_circles WHERE album_id IN ($1[])
      UNION ALL
     SELECT album_id, account_id, state FROM album_contributors WHERE album_id IN ($1[])
      ORDER BY 2"
);

/// The albums among `ids`, with all that the rules ask for. Two statements.
pub(super) fn load(q: &mut Query<'_>, ids: &[AlbumId]) -> Result<HashMap<AlbumId, Album>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = q.all(&BY_IDS, &params![ids], album)?;
    let mut albums: HashMap<AlbumId, Album> = found.into_iter().map(|album| (album.id, album)).collect();
    q.all(&NAMED, &params![ids], |row| {
        let Some(album) = albums.get_mut(&row.id("album_id")?) else { return Ok(()) };
        match row.text("kind")?.as_str() {
            "person" => album.facts.choice.people.push(row.id("named_id")?),
            "circle" => album.facts.choice.except_circles.push(row.id("named_id")?),
            "joined" => album.facts.contributors.push(row.id("named_id")?),
            _ => album.asked.push(row.id("named_id")?),
        }
        Ok(())
    })?;
    Ok(albums)
}

fn album(row: &DbRow<'_>) -> Result<Album> {
    let id = row.id("id")?;
    let facts = AlbumFacts {
        id,
        owner: row.id("owner_id")?,
        owner_state: word(row, "owner_state", AccountState::parse)?,
        choice: AudienceChoice {
            audience: word(row, "audience", Audience::parse)?,
            circle: row.opt_id("circle_id")?,
            ..AudienceChoice::default()
        },
        contributors: Vec::new(),
        lets_download: row.bool("lets_download")?,
    };
    Ok(Album {
        id,
        facts,
        title: row.text("title")?,
        description: row.text("description")?,
        cover: row.opt_id("cover_id")?,
        asked: Vec::new(),
        created_at: row.int("created_at")?,
        changed_at: row.int("changed_at")?,
    })
}

/// Reads a word of one of our closed lists.
fn word<T>(row: &DbRow<'_>, column: &str, parse: fn(&str) -> Option<T>) -> Result<T> {
    let text = row.text(column)?;
    parse(&text).ok_or_else(|| Error::internal(format!("{column} holds {text}")))
}

macro_rules! of_owner {
    ($order:literal) => {
        concat!(
            "SELECT a.id FROM albums a WHERE a.owner_id = $2 AND a.id < $3 AND a.id > $4 AND ",
            may_see_sql!(),
            " ORDER BY a.id ",
            $order,
            " LIMIT $5"
        )
    };
}
statement!(OF_OWNER, "albums.of_owner", of_owner!("DESC"));
statement!(OF_OWNER_NEAREST, "albums.of_owner_nearest", of_owner!("ASC"));

/// Albums of `owner` that the viewer may see, and one more than asked for if there are more.
pub(super) fn of_owner(
    q: &mut Query<'_>,
    viewer: AccountId,
    owner: AccountId,
    request: &PageRequest<AlbumKind>,
) -> Result<Vec<AlbumId>> {
    let before = request.before.unwrap_or(AlbumId::new(i64::MAX));
    let after = request.after.unwrap_or(AlbumId::new(0));
    let statement = if request.nearest { &OF_OWNER_NEAREST } else { &OF_OWNER };
    q.all(statement, &params![viewer, owner, before, after, request.limit + 1], |row| row.id("id"))
}

statement!(COUNT, "albums.count", "SELECT COUNT(*) AS albums FROM albums WHERE owner_id = $1");

pub(super) fn count(q: &mut Query<'_>, owner: AccountId) -> Result<i64> {
    q.count(&COUNT, &params![owner])
}

statement!(
    INSERT,
    "albums.insert",
    "INSERT INTO albums (id, owner_id, title, description, audience, circle_id, lets_download, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)"
);

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: AlbumId,
    owner: AccountId,
    new: &NewAlbum,
    choice: &AudienceChoice,
) -> Result<()> {
    let now = tx.now();
    let (title, text) = (new.title.as_str(), new.description.as_str());
    let values = params![id, owner, title, text, choice.audience, choice.circle, new.lets_download, now];
    tx.run(&INSERT, &values).map(drop)
}

statement!(DELETE_PEOPLE, "albums.delete_people", "DELETE FROM album_people WHERE album_id = $1");
statement!(DELETE_CIRCLES, "albums.delete_circles", "DELETE FROM album_except_circles WHERE album_id = $1");
statement!(
    INSERT_PERSON,
    "albums.insert_person",
    "INSERT INTO album_people (album_id, account_id) VALUES ($1, $2) ON CONFLICT (album_id, account_id) DO NOTHING"
);
statement!(
    INSERT_CIRCLE,
    "albums.insert_circle",
    "INSERT INTO album_except_circles (album_id, circle_id) VALUES ($1, $2)
     ON CONFLICT (album_id, circle_id) DO NOTHING"
);

/// Writes whom the audience names, in place of those it named.
pub(super) fn put_named(tx: &mut Tx<'_>, album: AlbumId, choice: &AudienceChoice) -> Result<()> {
    tx.run(&DELETE_PEOPLE, &params![album])?;
    tx.run(&DELETE_CIRCLES, &params![album])?;
    for person in &choice.people {
        tx.run(&INSERT_PERSON, &params![album, person])?;
    }
    for circle in &choice.except_circles {
        tx.run(&INSERT_CIRCLE, &params![album, circle])?;
    }
    Ok(())
}

statement!(
    UPDATE_WORDS,
    "albums.update_words",
    "UPDATE albums SET title = $2, description = $3, lets_download = $4, changed_at = $5 WHERE id = $1"
);
statement!(
    UPDATE_AUDIENCE,
    "albums.update_audience",
    "UPDATE albums SET audience = $2, circle_id = $3 WHERE id = $1"
);
statement!(SET_COVER, "albums.set_cover", "UPDATE albums SET cover_id = $2 WHERE id = $1");
statement!(TOUCH, "albums.touch", "UPDATE albums SET changed_at = $2 WHERE id = $1");

pub(super) fn update_words(
    tx: &mut Tx<'_>,
    album: AlbumId,
    title: &str,
    description: &str,
    lets_download: bool,
) -> Result<()> {
    let now = tx.now();
    tx.run(&UPDATE_WORDS, &params![album, title, description, lets_download, now]).map(drop)
}

pub(super) fn update_audience(tx: &mut Tx<'_>, album: AlbumId, choice: &AudienceChoice) -> Result<()> {
    tx.run(&UPDATE_AUDIENCE, &params![album, choice.audience, choice.circle]).map(drop)
}

pub(super) fn set_cover(tx: &mut Tx<'_>, album: AlbumId, photo: MediaId) -> Result<()> {
    tx.run(&SET_COVER, &params![album, photo]).map(drop)
}

/// Something in it changed now.
pub(super) fn touch(tx: &mut Tx<'_>, album: AlbumId) -> Result<()> {
    let now = tx.now();
    tx.run(&TOUCH, &params![album, now]).map(drop)
}

statement!(DELETE_PHOTOS, "albums.delete_photos", "DELETE FROM album_photos WHERE album_id = $1");
statement!(
    DELETE_CONTRIBUTORS,
    "albums.delete_contributors",
    "DELETE FROM album_contributors WHERE album_id = $1"
);
statement!(DELETE, "albums.delete", "DELETE FROM albums WHERE id = $1");

pub(super) fn delete(tx: &mut Tx<'_>, album: AlbumId) -> Result<()> {
    for statement in [&DELETE_PHOTOS, &DELETE_CONTRIBUTORS, &DELETE_PEOPLE, &DELETE_CIRCLES, &DELETE] {
        tx.run(statement, &params![album])?;
    }
    Ok(())
}
