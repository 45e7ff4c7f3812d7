//! Statements over lists and who is in them.

use kith_base::{Error, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::{List, RepliesPolicy};
use crate::AccountId;
use crate::kinds::{AccountKind, ListId};

statement!(
    OWNED,
    "lists.owned",
    "SELECT id, title, replies_policy, is_exclusive FROM lists WHERE owner_id = $1 ORDER BY id"
);
statement!(
    FIND,
    "lists.find",
    "SELECT id, title, replies_policy, is_exclusive FROM lists WHERE owner_id = $1 AND id = $2"
);
statement!(
    WITH_MEMBER,
    "lists.with_member",
    "SELECT lists.id, lists.title, lists.replies_policy, lists.is_exclusive
       FROM lists
       JOIN list_members ON list_members.list_id = lists.id AND list_members.member_id = $2
      WHERE lists.owner_id = $1
      ORDER BY lists.id"
);
statement!(
    INSERT,
    "lists.insert",
    "INSERT INTO lists (id, owner_id, title, replies_policy, is_exclusive, created_at)
     VALUES ($1, $2, $3, $4, $5, $6)"
);
statement!(
    UPDATE,
    "lists.update",
    "UPDATE lists SET title = $3, replies_policy = $4, is_exclusive = $5 WHERE owner_id = $1 AND id = $2"
);
statement!(DELETE, "lists.delete", "DELETE FROM lists WHERE id = $1");
statement!(EMPTY, "lists.empty", "DELETE FROM list_members WHERE list_id = $1");
statement!(
    MEMBERS,
    "lists.members",
    "SELECT accounts.id
       FROM list_members
       JOIN accounts ON accounts.id = list_members.member_id AND accounts.state = 'active'
      WHERE list_members.list_id = $1 AND accounts.id < $2 AND accounts.id > $3
      ORDER BY accounts.id DESC
      LIMIT $4"
);
statement!(
    MEMBERS_NEAREST,
    "lists.members_nearest",
    "SELECT accounts.id
       FROM list_members
       JOIN accounts ON accounts.id = list_members.member_id AND accounts.state = 'active'
      WHERE list_members.list_id = $1 AND accounts.id < $2 AND accounts.id > $3
      ORDER BY accounts.id
      LIMIT $4"
);
statement!(COUNT, "lists.count", "SELECT COUNT(*) AS members FROM list_members WHERE list_id = $1");
statement!(
    FOLLOWS,
    "lists.follows",
    "SELECT 1 AS found FROM follows WHERE follower_id = $1 AND followed_id = $2"
);
statement!(
    ADD,
    "lists.add",
    "INSERT INTO list_members (list_id, member_id, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
);
statement!(REMOVE, "lists.remove", "DELETE FROM list_members WHERE list_id = $1 AND member_id IN ($2[])");

fn list(row: &Row<'_>) -> Result<List> {
    let replies = row.text("replies_policy")?;
    Ok(List {
        id: row.id("id")?,
        title: row.text("title")?,
        replies: RepliesPolicy::parse(&replies)
            .ok_or_else(|| Error::internal(format!("no policy for replies {replies}")))?,
        is_exclusive: row.bool("is_exclusive")?,
    })
}

pub(super) fn owned(q: &mut Query<'_>, owner: AccountId) -> Result<Vec<List>> {
    q.all(&OWNED, &params![owner], list)
}

pub(super) fn find(q: &mut Query<'_>, owner: AccountId, id: ListId) -> Result<Option<List>> {
    q.find(&FIND, &params![owner, id], list)
}

pub(super) fn with_member(q: &mut Query<'_>, owner: AccountId, member: AccountId) -> Result<Vec<List>> {
    q.all(&WITH_MEMBER, &params![owner, member], list)
}

pub(super) fn insert(tx: &mut Tx<'_>, owner: AccountId, list: &List) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![list.id, owner, &list.title, list.replies, list.is_exclusive, now]).map(drop)
}

/// Writes title and choices; tells how many lists that were.
pub(super) fn update(tx: &mut Tx<'_>, owner: AccountId, list: &List) -> Result<u64> {
    tx.run(&UPDATE, &params![owner, list.id, &list.title, list.replies, list.is_exclusive])
}

/// Removes a list and its places.
pub(super) fn delete(tx: &mut Tx<'_>, id: ListId) -> Result<()> {
    tx.run(&EMPTY, &params![id])?;
    tx.run(&DELETE, &params![id]).map(drop)
}

/// Who is in it and here, the newest accounts first.
pub(super) fn members(
    q: &mut Query<'_>,
    id: ListId,
    request: &PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let after = request.after.unwrap_or(AccountId::new(0));
    let statement = if request.nearest { &MEMBERS_NEAREST } else { &MEMBERS };
    let mut ids: Vec<AccountId> =
        q.all(statement, &params![id, before, after, request.limit], |row| row.id("id"))?;
    if request.nearest {
        ids.reverse();
    }
    Ok(ids)
}

/// How many places are taken.
pub(super) fn count(q: &mut Query<'_>, id: ListId) -> Result<i64> {
    q.count(&COUNT, &params![id])
}

/// Whether `owner` follows `member`.
pub(super) fn follows(q: &mut Query<'_>, owner: AccountId, member: AccountId) -> Result<bool> {
    q.exists(&FOLLOWS, &params![owner, member])
}

pub(super) fn add(tx: &mut Tx<'_>, id: ListId, member: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&ADD, &params![id, member, now]).map(drop)
}

pub(super) fn remove(tx: &mut Tx<'_>, id: ListId, members: &[AccountId]) -> Result<()> {
    tx.run(&REMOVE, &params![id, members]).map(drop)
}
