//! Who adds photos to albums.

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::{AccountId, AlbumId};

statement!(
    ASK,
    "albums.ask",
    "INSERT INTO album_contributors (album_id, account_id, state, asked_at) VALUES ($1, $2, 'asked', $3)
     ON CONFLICT (album_id, account_id) DO NOTHING"
);
statement!(
    JOIN,
    "albums.join",
    "UPDATE album_contributors SET state = 'joined' WHERE album_id = $1 AND account_id = $2"
);
statement!(
    DROP,
    "albums.drop_contributor",
    "DELETE FROM album_contributors WHERE album_id = $1 AND account_id = $2"
);
statement!(
    ASKED_BY,
    "albums.asked_by",
    "SELECT a.owner_id
       FROM album_contributors c
       JOIN albums a ON a.id = c.album_id
      WHERE c.album_id = $1 AND c.account_id = $2 AND c.state = 'asked'"
);
statement!(
    COUNT_ASKED,
    "albums.count_asked",
    "SELECT COUNT(*) AS asked
       FROM album_contributors c
       JOIN albums a ON a.id = c.album_id
      WHERE a.owner_id = $1 AND c.account_id = $2 AND c.state = 'asked'"
);
statement!(
    ASKED,
    "albums.asked",
    "SELECT a.id, a.title, a.owner_id
       FROM album_contributors c
       JOIN albums a ON a.id = c.album_id
      WHERE c.account_id = $1 AND c.state = 'asked'
      ORDER BY a.id DESC LIMIT $2"
);
statement!(
    OF_CONTRIBUTOR,
    "albums.of_contributor",
    "SELECT album_id FROM album_contributors
      WHERE account_id = $1 AND state = 'joined'
      ORDER BY album_id DESC LIMIT $2"
);

pub(in crate::albums) fn ask(tx: &mut Tx<'_>, album: AlbumId, other: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&ASK, &params![album, other, now]).map(drop)
}

pub(in crate::albums) fn join(tx: &mut Tx<'_>, album: AlbumId, who: AccountId) -> Result<()> {
    tx.run(&JOIN, &params![album, who]).map(drop)
}

/// Whether there was a row, asked or joined.
pub(in crate::albums) fn drop_contributor(tx: &mut Tx<'_>, album: AlbumId, who: AccountId) -> Result<bool> {
    tx.run(&DROP, &params![album, who]).map(|rows| rows == 1)
}

/// Who asks, if somebody does.
pub(in crate::albums) fn asked_by(
    q: &mut Query<'_>,
    album: AlbumId,
    who: AccountId,
) -> Result<Option<AccountId>> {
    q.find(&ASKED_BY, &params![album, who], |row| row.id("owner_id"))
}

/// For how many albums of `owner` `who` is asked.
pub(in crate::albums) fn count_asked(q: &mut Query<'_>, owner: AccountId, who: AccountId) -> Result<i64> {
    q.count(&COUNT_ASKED, &params![owner, who])
}

/// Albums for which `who` is asked: their titles and owners.
pub(in crate::albums) fn asked(
    q: &mut Query<'_>,
    who: AccountId,
    limit: usize,
) -> Result<Vec<(AlbumId, String, AccountId)>> {
    q.all(&ASKED, &params![who, limit], |row| Ok((row.id("id")?, row.text("title")?, row.id("owner_id")?)))
}

pub(in crate::albums) fn of_contributor(
    q: &mut Query<'_>,
    who: AccountId,
    limit: usize,
) -> Result<Vec<AlbumId>> {
    q.all(&OF_CONTRIBUTOR, &params![who, limit], |row| row.id("album_id"))
}
