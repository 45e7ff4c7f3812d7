//! Statements about who helps to run a page, who is asked to, and who did what.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use crate::AccountId;
use crate::kinds::RowId;
use crate::pages::model::{Act, SubjectKind};
use crate::viewer::PageRole;

statement!(ROLE, "pages.role", "SELECT role FROM page_roles WHERE page_id = $1 AND account_id = $2");
statement!(
    TEAM,
    "pages.team",
    "SELECT account_id, role, since FROM page_roles WHERE page_id = $1 ORDER BY since, account_id"
);
statement!(
    PUT_ROLE,
    "pages.put_role",
    "INSERT INTO page_roles (page_id, account_id, role, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (page_id, account_id) DO UPDATE SET role = excluded.role"
);
statement!(DROP_ROLE, "pages.drop_role", "DELETE FROM page_roles WHERE page_id = $1 AND account_id = $2");
statement!(
    ROLES_OF,
    "pages.roles_of",
    "SELECT page_id FROM page_roles WHERE account_id = $1 ORDER BY page_id"
);
statement!(
    INVITATION,
    "pages.invitation",
    "SELECT role FROM page_invitations WHERE page_id = $1 AND account_id = $2"
);
statement!(
    INVITATIONS,
    "pages.invitations",
    "SELECT account_id, role, created_at AS since FROM page_invitations
      WHERE page_id = $1
      ORDER BY created_at, account_id"
);
statement!(
    PUT_INVITATION,
    "pages.put_invitation",
    "INSERT INTO page_invitations (page_id, account_id, role, invited_by_id, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (page_id, account_id) DO UPDATE
        SET role = excluded.role, invited_by_id = excluded.invited_by_id, created_at = excluded.created_at"
);
statement!(
    DROP_INVITATION,
    "pages.drop_invitation",
    "DELETE FROM page_invitations WHERE page_id = $1 AND account_id = $2"
);
statement!(
    INSERT_ACT,
    "pages.insert_act",
    "INSERT INTO page_acts (id, page_id, person_id, act, subject_kind, subject_id, detail, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    ACTS,
    "pages.acts",
    "SELECT id, person_id, act, subject_kind, subject_id, detail, created_at
       FROM page_acts
      WHERE page_id = $1 AND id < $2
      ORDER BY id DESC
      LIMIT $3"
);
statement!(
    SPOKEN_BY,
    "pages.spoken_by",
    "SELECT subject_id, person_id
       FROM page_acts
      WHERE page_id = $1 AND subject_kind = $2 AND subject_id IN ($3[])
        AND act IN ('posted', 'commented', 'wrote', 'event_made')"
);

/// Somebody with a role, or asked to take one.
pub(in crate::pages) struct Seat {
    pub account: AccountId,
    pub role: PageRole,
    pub since: Millis,
}

/// A row of the log.
pub(in crate::pages) struct ActRow {
    pub id: RowId,
    pub person: AccountId,
    pub act: Act,
    pub subject: (SubjectKind, i64),
    pub detail: String,
    pub at: Millis,
}

fn read_role(row: &Row<'_>) -> Result<PageRole> {
    let word = row.text("role")?;
    PageRole::parse(&word).ok_or_else(|| Error::internal(format!("no role on a page {word}")))
}

fn seat(row: &Row<'_>) -> Result<Seat> {
    Ok(Seat { account: row.id("account_id")?, role: read_role(row)?, since: row.int("since")? })
}

pub(in crate::pages) fn role(
    q: &mut Query<'_>,
    page: AccountId,
    person: AccountId,
) -> Result<Option<PageRole>> {
    q.find(&ROLE, &params![page, person], read_role)
}

/// Everybody with a role, the longest-standing first.
pub(in crate::pages) fn team(q: &mut Query<'_>, page: AccountId) -> Result<Vec<Seat>> {
    q.all(&TEAM, &params![page], seat)
}

pub(in crate::pages) fn put_role(
    tx: &mut Tx<'_>,
    page: AccountId,
    person: AccountId,
    role: PageRole,
) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_ROLE, &params![page, person, role, now]).map(drop)
}

/// Whether there was one.
pub(in crate::pages) fn drop_role(tx: &mut Tx<'_>, page: AccountId, person: AccountId) -> Result<bool> {
    tx.run(&DROP_ROLE, &params![page, person]).map(|rows| rows > 0)
}

/// Pages that somebody helps to run.
pub(in crate::pages) fn roles_of(q: &mut Query<'_>, person: AccountId) -> Result<Vec<AccountId>> {
    q.all(&ROLES_OF, &params![person], |row| row.id("page_id"))
}

pub(in crate::pages) fn invitation(
    q: &mut Query<'_>,
    page: AccountId,
    person: AccountId,
) -> Result<Option<PageRole>> {
    q.find(&INVITATION, &params![page, person], read_role)
}

pub(in crate::pages) fn invitations(q: &mut Query<'_>, page: AccountId) -> Result<Vec<Seat>> {
    q.all(&INVITATIONS, &params![page], seat)
}

pub(in crate::pages) fn put_invitation(
    tx: &mut Tx<'_>,
    page: AccountId,
    person: AccountId,
    role: PageRole,
    by: AccountId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_INVITATION, &params![page, person, role, by, now]).map(drop)
}

/// Whether there was one.
pub(in crate::pages) fn drop_invitation(tx: &mut Tx<'_>, page: AccountId, person: AccountId) -> Result<bool> {
    tx.run(&DROP_INVITATION, &params![page, person]).map(|rows| rows > 0)
}

pub(in crate::pages) fn insert_act(
    tx: &mut Tx<'_>,
    page: AccountId,
    person: AccountId,
    act: Act,
    subject: (SubjectKind, i64),
    detail: &str,
) -> Result<()> {
    let (id, now): (RowId, _) = (tx.new_id(), tx.now());
    tx.run(&INSERT_ACT, &params![id, page, person, act, subject.0, subject.1, detail, now]).map(drop)
}

/// What was done before one act, the newest first.
pub(in crate::pages) fn acts(
    q: &mut Query<'_>,
    page: AccountId,
    before: RowId,
    limit: usize,
) -> Result<Vec<ActRow>> {
    q.all(&ACTS, &params![page, before, limit], |row| {
        let (act, kind) = (row.text("act")?, row.text("subject_kind")?);
        let kind = SubjectKind::parse(&kind).unwrap_or(SubjectKind::Nothing);
        Ok(ActRow {
            id: row.id("id")?,
            person: row.id("person_id")?,
            act: Act::parse(&act).ok_or_else(|| Error::internal(format!("no act {act}")))?,
            subject: (kind, row.int("subject_id")?),
            detail: row.text("detail")?,
            at: row.int("created_at")?,
        })
    })
}

/// Who wrote what stands there in the name of the page.
pub(in crate::pages) fn spoken_by(
    q: &mut Query<'_>,
    page: AccountId,
    kind: SubjectKind,
    ids: &[i64],
) -> Result<Vec<(i64, AccountId)>> {
    q.all(&SPOKEN_BY, &params![page, kind, ids], |row| Ok((row.int("subject_id")?, row.id("person_id")?)))
}
