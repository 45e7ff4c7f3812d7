//! Statements of invitation links.

use kith_base::{Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::Invite;
use crate::AccountId;
use crate::kinds::InviteId;

statement!(
    INSERT,
    "invites.insert",
    "INSERT INTO invites (id, code, created_by_id, note, max_uses, uses, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5, 0, $6, $7)"
);

pub(super) fn insert(tx: &mut Tx<'_>, invite: &Invite) -> Result<()> {
    tx.run(
        &INSERT,
        &params![
            invite.id,
            &invite.code,
            invite.by,
            &invite.note,
            invite.max_uses,
            invite.expires_at,
            invite.created_at
        ],
    )
    .map(drop)
}

fn read(row: &Row<'_>) -> Result<Invite> {
    let number = |value: i64| u32::try_from(value).unwrap_or(0);
    Ok(Invite {
        id: row.id("id")?,
        code: row.text("code")?,
        by: row.id("created_by_id")?,
        note: row.text("note")?,
        max_uses: row.opt_int("max_uses")?.map(number),
        uses: number(row.int("uses")?),
        expires_at: row.opt_int("expires_at")?,
        revoked_at: row.opt_int("revoked_at")?,
        created_at: row.int("created_at")?,
    })
}

statement!(
    FIND,
    "invites.find",
    "SELECT id, code, created_by_id, note, max_uses, uses, expires_at, revoked_at, created_at
       FROM invites WHERE id = $1"
);

pub(super) fn find(q: &mut Query<'_>, id: InviteId) -> Result<Option<Invite>> {
    q.find(&FIND, &params![id], read)
}

statement!(
    BY_CODE,
    "invites.by_code",
    "SELECT id, code, created_by_id, note, max_uses, uses, expires_at, revoked_at, created_at
       FROM invites WHERE code = $1"
);

pub(super) fn by_code(q: &mut Query<'_>, code: &str) -> Result<Option<Invite>> {
    q.find(&BY_CODE, &params![code], read)
}

statement!(
    BY_MAKER,
    "invites.by_maker",
    "SELECT id, code, created_by_id, note, max_uses, uses, expires_at, revoked_at, created_at
       FROM invites WHERE created_by_id = $1 ORDER BY id DESC LIMIT $2"
);

pub(super) fn by_maker(q: &mut Query<'_>, id: AccountId, limit: usize) -> Result<Vec<Invite>> {
    q.all(&BY_MAKER, &params![id, limit], read)
}

statement!(
    WORKING,
    "invites.working",
    "SELECT id, code, created_by_id, note, max_uses, uses, expires_at, revoked_at, created_at
       FROM invites
      WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $1) AND (max_uses IS NULL OR uses < max_uses)
      ORDER BY id DESC LIMIT $2"
);

pub(super) fn working(q: &mut Query<'_>, limit: usize) -> Result<Vec<Invite>> {
    let now = q.now();
    q.all(&WORKING, &params![now, limit], read)
}

statement!(
    PLACES_GIVEN,
    "invites.places_given",
    "SELECT COALESCE(SUM(CASE WHEN revoked_at IS NULL THEN COALESCE(max_uses, uses) ELSE uses END), 0) AS places
       FROM invites WHERE created_by_id = $1 AND created_at > $2"
);

/// Places given away by links made since then; what a link that was taken back has left does not count.
pub(super) fn places_given(q: &mut Query<'_>, id: AccountId, since: Millis) -> Result<u32> {
    Ok(u32::try_from(q.count(&PLACES_GIVEN, &params![id, since])?).unwrap_or(u32::MAX))
}

statement!(
    REVOKE,
    "invites.revoke",
    "UPDATE invites SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL"
);

pub(super) fn revoke(tx: &mut Tx<'_>, id: InviteId) -> Result<()> {
    let now = tx.now();
    tx.run(&REVOKE, &params![id, now]).map(drop)
}

statement!(
    TAKE_PLACE,
    "invites.take_place",
    "UPDATE invites SET uses = uses + 1
      WHERE id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
        AND (max_uses IS NULL OR uses < max_uses)"
);

/// Whether there was a place.
pub(super) fn take_place(tx: &mut Tx<'_>, id: InviteId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&TAKE_PLACE, &params![id, now])? == 1)
}
