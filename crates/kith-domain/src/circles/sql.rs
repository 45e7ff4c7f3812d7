//! Statements over circles and who is in them.

use kith_base::{PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::Circle;
use crate::accounts;
use crate::kinds::AccountKind;
use crate::{AccountId, CircleId};

statement!(
    OWNED,
    "circles.owned",
    "SELECT circles.id, circles.name, COUNT(accounts.id) AS members
       FROM circles
       LEFT JOIN circle_members ON circle_members.circle_id = circles.id
       LEFT JOIN accounts ON accounts.id = circle_members.member_id AND accounts.state = 'active'
      WHERE circles.owner_id = $1
      GROUP BY circles.id, circles.name, circles.name_key
      ORDER BY circles.name_key, circles.id"
);
statement!(
    FIND,
    "circles.find",
    "SELECT circles.id, circles.name, COUNT(accounts.id) AS members
       FROM circles
       LEFT JOIN circle_members ON circle_members.circle_id = circles.id
       LEFT JOIN accounts ON accounts.id = circle_members.member_id AND accounts.state = 'active'
      WHERE circles.owner_id = $1 AND circles.id = $2
      GROUP BY circles.id, circles.name"
);
statement!(
    INSERT,
    "circles.insert",
    "INSERT INTO circles (id, owner_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)"
);
statement!(
    RENAME,
    "circles.rename",
    "UPDATE circles SET name = $3, name_key = $4 WHERE owner_id = $1 AND id = $2"
);
statement!(DELETE, "circles.delete", "DELETE FROM circles WHERE owner_id = $1 AND id = $2");
statement!(EMPTY, "circles.empty", "DELETE FROM circle_members WHERE circle_id = $1 RETURNING member_id");
statement!(
    MEMBERS,
    "circles.members",
    "SELECT accounts.id
       FROM circle_members
       JOIN accounts ON accounts.id = circle_members.member_id AND accounts.state = 'active'
      WHERE circle_members.circle_id = $1
        AND (accounts.name_key > $2 OR (accounts.name_key = $2 AND accounts.id > $3))
      ORDER BY accounts.name_key, accounts.id
      LIMIT $4"
);
macro_rules! members_page {
    ($order:literal) => {
        concat!(
            "SELECT accounts.id
               FROM circle_members
               JOIN accounts ON accounts.id = circle_members.member_id AND accounts.state = 'active'
              WHERE circle_members.circle_id = $1 AND accounts.id < $2 AND accounts.id > $3
              ORDER BY accounts.id ",
            $order,
            " LIMIT $4"
        )
    };
}
statement!(MEMBERS_PAGE, "circles.members_page", members_page!("DESC"));
statement!(MEMBERS_NEAREST, "circles.members_nearest", members_page!("ASC"));
statement!(
    OUTSIDE,
    "circles.outside",
    "SELECT accounts.id
       FROM friendships
       JOIN accounts ON accounts.id = friendships.friend_id AND accounts.state = 'active'
      WHERE friendships.account_id = $1
        AND NOT EXISTS (SELECT 1 FROM circle_members
                         WHERE circle_members.circle_id = $2 AND circle_members.member_id = accounts.id)
        AND (accounts.name_key LIKE $3 ESCAPE '!' OR accounts.name_key LIKE $4 ESCAPE '!'
             OR accounts.handle_key LIKE $3 ESCAPE '!')
      ORDER BY accounts.name_key, accounts.id
      LIMIT $5"
);
statement!(NAME_KEY, "circles.name_key", "SELECT name_key FROM accounts WHERE id = $1");
statement!(
    WITH_MEMBER,
    "circles.with_member",
    "SELECT circles.id
       FROM circles
       JOIN circle_members ON circle_members.circle_id = circles.id AND circle_members.member_id = $2
      WHERE circles.owner_id = $1"
);
statement!(
    ADD,
    "circles.add",
    "INSERT INTO circle_members (circle_id, member_id, added_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);
statement!(REMOVE, "circles.remove", "DELETE FROM circle_members WHERE circle_id = $1 AND member_id = $2");

fn circle(row: &Row<'_>) -> Result<Circle> {
    Ok(Circle {
        id: row.id("id")?,
        name: row.text("name")?,
        members: usize::try_from(row.int("members")?).unwrap_or(0),
    })
}

/// The owner's circles by name.
pub(super) fn owned(q: &mut Query<'_>, owner: AccountId) -> Result<Vec<Circle>> {
    q.all(&OWNED, &params![owner], circle)
}

/// One of the owner's circles.
pub(super) fn find(q: &mut Query<'_>, owner: AccountId, id: CircleId) -> Result<Option<Circle>> {
    q.find(&FIND, &params![owner, id], circle)
}

/// Writes a new circle.
pub(super) fn insert(tx: &mut Tx<'_>, id: CircleId, owner: AccountId, name: &str, key: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![id, owner, name, key, now]).map(drop)
}

/// Sets the name; tells how many circles that were.
pub(super) fn rename(tx: &mut Tx<'_>, owner: AccountId, id: CircleId, name: &str, key: &str) -> Result<u64> {
    tx.run(&RENAME, &params![owner, id, name, key])
}

/// Removes the circle itself.
pub(super) fn delete(tx: &mut Tx<'_>, owner: AccountId, id: CircleId) -> Result<()> {
    tx.run(&DELETE, &params![owner, id]).map(drop)
}

/// Takes everybody out; tells who it was.
pub(super) fn empty(tx: &mut Tx<'_>, id: CircleId) -> Result<Vec<AccountId>> {
    tx.all(&EMPTY, &params![id], |row| row.id("member_id"))
}

/// Who is in it, by name, from after `after` on.
pub(super) fn members(
    q: &mut Query<'_>,
    id: CircleId,
    after: Option<AccountId>,
    limit: usize,
) -> Result<Vec<AccountId>> {
    let name = match after {
        Some(after) => q.find(&NAME_KEY, &params![after], |row| row.text("name_key"))?.unwrap_or_default(),
        None => String::new(),
    };
    let after = after.unwrap_or_default();
    q.all(&MEMBERS, &params![id, name, after, limit], |row| row.id("id"))
}

/// Friends of the owner who are not in it, by name, with a word that begins with `word`.
pub(super) fn outside(
    q: &mut Query<'_>,
    owner: AccountId,
    id: CircleId,
    word: &str,
    limit: usize,
) -> Result<Vec<AccountId>> {
    let (first, later) = accounts::word_patterns(word);
    q.all(&OUTSIDE, &params![owner, id, first, later, limit], |row| row.id("id"))
}

/// A part of those who are in it, the newest accounts first.
pub(super) fn members_page(
    q: &mut Query<'_>,
    id: CircleId,
    request: &PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let after = request.after.unwrap_or(AccountId::new(0));
    let statement = if request.nearest { &MEMBERS_NEAREST } else { &MEMBERS_PAGE };
    let mut ids: Vec<AccountId> =
        q.all(statement, &params![id, before, after, request.limit], |row| row.id("id"))?;
    if request.nearest {
        ids.reverse();
    }
    Ok(ids)
}

/// Which of the owner's circles hold `member`.
pub(super) fn with_member(q: &mut Query<'_>, owner: AccountId, member: AccountId) -> Result<Vec<CircleId>> {
    q.all(&WITH_MEMBER, &params![owner, member], |row| row.id("id"))
}

/// Puts somebody in; tells whether they were not in it before.
pub(super) fn add(tx: &mut Tx<'_>, id: CircleId, member: AccountId) -> Result<bool> {
    let now = tx.now();
    Ok(tx.run(&ADD, &params![id, member, now])? > 0)
}

/// Takes somebody out; tells whether they were in it.
pub(super) fn remove(tx: &mut Tx<'_>, id: CircleId, member: AccountId) -> Result<bool> {
    Ok(tx.run(&REMOVE, &params![id, member])? > 0)
}
