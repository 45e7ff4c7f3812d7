//! Statements of marks in photos.

use kith_base::{Error, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{PhotoTag, Spot, TagState, WhoMayTag};
use crate::viewer::AccountState;
use crate::{AccountId, MediaId, PhotoTagId};

fn tag(row: &Row<'_>) -> Result<PhotoTag> {
    let (state, person_state) = (row.text("state")?, row.text("person_state")?);
    let unknown = |word: &str| Error::internal(format!("a mark holds {word}"));
    let spot = row.opt_int("across")?.zip(row.opt_int("down")?);
    Ok(PhotoTag {
        id: row.id("id")?,
        photo: row.id("media_id")?,
        person: row.id("account_id")?,
        person_state: AccountState::parse(&person_state).ok_or_else(|| unknown(&person_state))?,
        by: row.id("tagged_by_id")?,
        state: TagState::parse(&state).ok_or_else(|| unknown(&state))?,
        spot: spot.map(|(across, down)| Spot { across, down }),
        created_at: row.int("created_at")?,
    })
}

macro_rules! tags {
    ($where:literal) => {
        concat!(
            "SELECT t.id, t.media_id, t.account_id, a.state AS person_state, t.tagged_by_id, t.state, t.across,
                    t.down, t.created_at
               FROM photo_tags t
               JOIN accounts a ON a.id = t.account_id
              WHERE ",
            $where
        )
    };
}

statement!(GET, "photo_tags.get", tags!("t.id = $1"));
statement!(OF_PERSON, "photo_tags.of_person", tags!("t.media_id = $1 AND t.account_id = $2"));
statement!(ON_PHOTO, "photo_tags.on_photo", tags!("t.media_id = $1 ORDER BY t.id"));
statement!(
    OF_ACCOUNT,
    "photo_tags.of_account",
    tags!("t.account_id = $1 AND t.state = $2 AND t.id < $3 ORDER BY t.id DESC LIMIT $4")
);

pub(super) fn get(q: &mut Query<'_>, id: PhotoTagId) -> Result<Option<PhotoTag>> {
    q.find(&GET, &params![id], tag)
}

pub(super) fn of_person(q: &mut Query<'_>, photo: MediaId, person: AccountId) -> Result<Option<PhotoTag>> {
    q.find(&OF_PERSON, &params![photo, person], tag)
}

pub(super) fn on_photo(q: &mut Query<'_>, photo: MediaId) -> Result<Vec<PhotoTag>> {
    q.all(&ON_PHOTO, &params![photo], tag)
}

pub(super) fn of_account(
    q: &mut Query<'_>,
    account: AccountId,
    state: TagState,
    before: Option<PhotoTagId>,
    limit: usize,
) -> Result<Vec<PhotoTag>> {
    let before = before.unwrap_or(PhotoTagId::new(i64::MAX));
    q.all(&OF_ACCOUNT, &params![account, state, before, limit], tag)
}

statement!(
    COUNT,
    "photo_tags.count",
    "SELECT COUNT(*) AS tags FROM photo_tags WHERE media_id = $1 AND state <> 'removed'"
);
statement!(
    COUNT_WAITING,
    "photo_tags.count_waiting",
    "SELECT COUNT(*) AS waiting FROM photo_tags WHERE tagged_by_id = $1 AND account_id = $2 AND state = 'waiting'"
);
statement!(
    INSERT,
    "photo_tags.insert",
    "INSERT INTO photo_tags (id, media_id, account_id, tagged_by_id, state, across, down, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(SET_SPOT, "photo_tags.set_spot", "UPDATE photo_tags SET across = $2, down = $3 WHERE id = $1");
statement!(SET_STATE, "photo_tags.set_state", "UPDATE photo_tags SET state = $2 WHERE id = $1");
statement!(DELETE, "photo_tags.delete", "DELETE FROM photo_tags WHERE id = $1");
statement!(
    SWEEP,
    "photo_tags.sweep",
    "DELETE FROM photo_tags WHERE NOT EXISTS (SELECT 1 FROM media m WHERE m.id = photo_tags.media_id)"
);

pub(super) fn count(q: &mut Query<'_>, photo: MediaId) -> Result<i64> {
    q.count(&COUNT, &params![photo])
}

/// How many marks that `by` made wait for the word of `person`.
pub(super) fn count_waiting(q: &mut Query<'_>, by: AccountId, person: AccountId) -> Result<i64> {
    q.count(&COUNT_WAITING, &params![by, person])
}

/// Writes a mark of the first one by the second one.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: PhotoTagId,
    photo: MediaId,
    (person, by): (AccountId, AccountId),
    state: TagState,
    spot: Option<Spot>,
) -> Result<()> {
    let now = tx.now();
    let (across, down) = (spot.map(|spot| spot.across), spot.map(|spot| spot.down));
    tx.run(&INSERT, &params![id, photo, person, by, state, across, down, now]).map(drop)
}

pub(super) fn set_spot(tx: &mut Tx<'_>, id: PhotoTagId, spot: Option<Spot>) -> Result<()> {
    let (across, down) = (spot.map(|spot| spot.across), spot.map(|spot| spot.down));
    tx.run(&SET_SPOT, &params![id, across, down]).map(drop)
}

pub(super) fn set_state(tx: &mut Tx<'_>, id: PhotoTagId, state: TagState) -> Result<()> {
    tx.run(&SET_STATE, &params![id, state]).map(drop)
}

pub(super) fn delete(tx: &mut Tx<'_>, id: PhotoTagId) -> Result<()> {
    tx.run(&DELETE, &params![id]).map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>) -> Result<()> {
    tx.run(&SWEEP, &params![]).map(drop)
}

statement!(CHOICE, "photo_tags.choice", "SELECT who FROM photo_tag_choices WHERE account_id = $1");
statement!(
    PUT_CHOICE,
    "photo_tags.put_choice",
    "INSERT INTO photo_tag_choices (account_id, who) VALUES ($1, $2)
         ON CONFLICT (account_id) DO UPDATE SET who = excluded.who"
);

pub(super) fn choice(q: &mut Query<'_>, account: AccountId) -> Result<WhoMayTag> {
    let word = q.find(&CHOICE, &params![account], |row| row.text("who"))?;
    Ok(word.and_then(|word| WhoMayTag::parse(&word)).unwrap_or_default())
}

pub(super) fn put_choice(tx: &mut Tx<'_>, account: AccountId, who: WhoMayTag) -> Result<()> {
    tx.run(&PUT_CHOICE, &params![account, who]).map(drop)
}
