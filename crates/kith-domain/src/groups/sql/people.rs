//! Statements about who is in a group and what was done there.

use std::collections::HashMap;

use kith_base::{Millis, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::word;
use crate::groups::model::{Act, MemberState, Membership};
use crate::kinds::AccountKind;
use crate::viewer::{GroupLevel, GroupRole};
use crate::{AccountId, GroupId};

statement!(
    PUT,
    "groups.put_member",
    "INSERT INTO group_members (group_id, account_id, state, role, level, invited_by_id, reason, joined_at, changed_at)
     VALUES ($1, $2, $3, $4, 'highlights', $5, $6, $7, $8)
         ON CONFLICT (group_id, account_id) DO UPDATE
        SET state = excluded.state, role = excluded.role, invited_by_id = excluded.invited_by_id,
            reason = excluded.reason, joined_at = excluded.joined_at, changed_at = excluded.changed_at"
);
statement!(
    FIND,
    "groups.find_member",
    "SELECT account_id, state, role, level, muted_until, invited_by_id, reason, changed_at
       FROM group_members WHERE group_id = $1 AND account_id = $2"
);
statement!(
    SET_ROLE,
    "groups.set_role",
    "UPDATE group_members SET role = $3 WHERE group_id = $1 AND account_id = $2"
);
statement!(
    SET_LEVEL,
    "groups.set_level",
    "UPDATE group_members SET level = $3 WHERE group_id = $1 AND account_id = $2 AND state = 'member'"
);
statement!(
    SET_MUTED,
    "groups.set_muted",
    "UPDATE group_members SET muted_until = $3 WHERE group_id = $1 AND account_id = $2"
);
statement!(
    STAFF,
    "groups.staff",
    "SELECT m.account_id, m.role
       FROM group_members m JOIN accounts a ON a.id = m.account_id AND a.state = 'active'
      WHERE m.group_id = $1 AND m.state = 'member' AND m.role <> 'member'
      ORDER BY m.joined_at, m.account_id"
);
statement!(
    MEMBERS,
    "groups.members",
    "SELECT m.account_id, m.state, m.role, m.level, m.muted_until, m.invited_by_id, m.reason, m.changed_at
       FROM group_members m JOIN accounts a ON a.id = m.account_id AND a.state = 'active'
      WHERE m.group_id = $1 AND m.state = $2 AND m.account_id < $3
      ORDER BY m.account_id DESC
      LIMIT $4"
);
statement!(
    IDS,
    "groups.member_ids",
    "SELECT account_id, level FROM group_members
      WHERE group_id = $1 AND state = 'member' AND account_id > $2
      ORDER BY account_id
      LIMIT $3"
);
statement!(
    COUNT_REQUESTS,
    "groups.count_requests",
    "SELECT COUNT(*) FROM group_members m
       JOIN accounts a ON a.id = m.account_id AND a.state = 'active'
      WHERE m.group_id = $1 AND m.state = 'requested'"
);
statement!(
    OWNED_SINCE,
    "groups.owned_since",
    "SELECT COUNT(*) FROM group_acts WHERE by_id = $1 AND act = 'made' AND created_at >= $2"
);
statement!(
    INSERT_ANSWER,
    "groups.insert_answer",
    "INSERT INTO group_answers (group_id, account_id, position, question, answer) VALUES ($1, $2, $3, $4, $5)"
);
statement!(
    DROP_ANSWERS,
    "groups.drop_answers",
    "DELETE FROM group_answers WHERE group_id = $1 AND account_id = $2"
);
statement!(
    ANSWERS,
    "groups.answers",
    "SELECT account_id, question, answer FROM group_answers
      WHERE group_id = $1 AND account_id IN ($2[])
      ORDER BY account_id, position"
);
statement!(
    INSERT_ACT,
    "groups.insert_act",
    "INSERT INTO group_acts (id, group_id, by_id, act, about_id, detail, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(
    ACTS,
    "groups.acts",
    "SELECT by_id, act, about_id, detail, created_at FROM group_acts WHERE group_id = $1 ORDER BY id DESC LIMIT 200"
);

/// Somebody's row, with when it last changed.
#[derive(Clone, Debug)]
pub(in crate::groups) struct Seat {
    pub account: AccountId,
    pub membership: Membership,
    pub changed_at: Millis,
}

fn seat_row(row: &Row<'_>) -> Result<Seat> {
    Ok(Seat {
        account: row.id("account_id")?,
        changed_at: row.int("changed_at")?,
        membership: Membership {
            state: word(row, "state", MemberState::parse)?,
            role: word(row, "role", GroupRole::parse)?,
            level: word(row, "level", GroupLevel::parse)?,
            muted_until: row.opt_int("muted_until")?,
            invited_by: row.opt_id("invited_by_id")?,
            reason: row.text("reason")?,
        },
    })
}

/// Writes what somebody is to a group from now on.
pub(in crate::groups) fn put(
    tx: &mut Tx<'_>,
    (group, account): (GroupId, AccountId),
    state: MemberState,
    role: GroupRole,
    invited_by: Option<AccountId>,
    reason: &str,
) -> Result<()> {
    let now = tx.now();
    let joined_at = (state == MemberState::Member).then_some(now);
    tx.run(&PUT, &params![group, account, state, role, invited_by, reason, joined_at, now]).map(drop)
}

pub(in crate::groups) fn find(q: &mut Query<'_>, group: GroupId, account: AccountId) -> Result<Option<Seat>> {
    q.find(&FIND, &params![group, account], seat_row)
}

pub(in crate::groups) fn set_role(
    tx: &mut Tx<'_>,
    group: GroupId,
    account: AccountId,
    role: GroupRole,
) -> Result<()> {
    tx.run(&SET_ROLE, &params![group, account, role]).map(drop)
}

/// Whether they are in the group.
pub(in crate::groups) fn set_level(
    tx: &mut Tx<'_>,
    group: GroupId,
    account: AccountId,
    level: GroupLevel,
) -> Result<bool> {
    tx.run(&SET_LEVEL, &params![group, account, level]).map(|rows| rows > 0)
}

pub(in crate::groups) fn set_muted(
    tx: &mut Tx<'_>,
    group: GroupId,
    account: AccountId,
    until: Option<Millis>,
) -> Result<()> {
    tx.run(&SET_MUTED, &params![group, account, until]).map(drop)
}

/// Those who look after a group, in the order in which they joined.
pub(in crate::groups) fn staff(q: &mut Query<'_>, group: GroupId) -> Result<Vec<(AccountId, GroupRole)>> {
    q.all(&STAFF, &params![group], |row| Ok((row.id("account_id")?, word(row, "role", GroupRole::parse)?)))
}

/// People who stand to the group in this way, and whether there are more.
pub(in crate::groups) fn page(
    q: &mut Query<'_>,
    group: GroupId,
    state: MemberState,
    request: &PageRequest<AccountKind>,
) -> Result<(Vec<Seat>, bool)> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let mut found = q.all(&MEMBERS, &params![group, state, before, request.limit + 1], seat_row)?;
    let has_more = found.len() > request.limit;
    found.truncate(request.limit);
    Ok((found, has_more))
}

/// Ids of members after one of them, and what of the group comes to each.
pub(in crate::groups) fn ids(
    q: &mut Query<'_>,
    group: GroupId,
    after: AccountId,
    limit: usize,
) -> Result<Vec<(AccountId, GroupLevel)>> {
    q.all(&IDS, &params![group, after, limit], |row| {
        Ok((row.id("account_id")?, word(row, "level", GroupLevel::parse)?))
    })
}

pub(in crate::groups) fn count_requests(q: &mut Query<'_>, group: GroupId) -> Result<i64> {
    q.count(&COUNT_REQUESTS, &params![group])
}

/// Groups that somebody made since then.
pub(in crate::groups) fn made_since(q: &mut Query<'_>, by: AccountId, since: Millis) -> Result<i64> {
    q.count(&OWNED_SINCE, &params![by, since])
}

/// Keeps what somebody answered, in place of what they said before.
pub(in crate::groups) fn put_answers(
    tx: &mut Tx<'_>,
    group: GroupId,
    account: AccountId,
    answers: &[(String, String)],
) -> Result<()> {
    drop_answers(tx, group, account)?;
    for (position, (question, answer)) in answers.iter().enumerate() {
        tx.run(&INSERT_ANSWER, &params![group, account, position, question, answer])?;
    }
    Ok(())
}

pub(in crate::groups) fn drop_answers(tx: &mut Tx<'_>, group: GroupId, account: AccountId) -> Result<()> {
    tx.run(&DROP_ANSWERS, &params![group, account]).map(drop)
}

/// What these people were asked and answered.
pub(in crate::groups) fn answers(
    q: &mut Query<'_>,
    group: GroupId,
    accounts: &[AccountId],
) -> Result<HashMap<AccountId, Vec<(String, String)>>> {
    let mut found: HashMap<AccountId, Vec<(String, String)>> = HashMap::new();
    if !accounts.is_empty() {
        q.all(&ANSWERS, &params![group, accounts], |row| {
            found
                .entry(row.id("account_id")?)
                .or_default()
                .push((row.text("question")?, row.text("answer")?));
            Ok(())
        })?;
    }
    Ok(found)
}

pub(in crate::groups) fn insert_act(
    tx: &mut Tx<'_>,
    group: GroupId,
    by: AccountId,
    act: Act,
    about: Option<AccountId>,
    detail: &str,
) -> Result<()> {
    let (id, now) = (tx.new_id::<crate::kinds::RowKind>(), tx.now());
    tx.run(&INSERT_ACT, &params![id, group, by, act, about, detail, now]).map(drop)
}

/// A line of the log as it is stored.
pub(in crate::groups) struct ActRow {
    pub by: AccountId,
    pub act: Act,
    pub about: Option<AccountId>,
    pub detail: String,
    pub at: Millis,
}

/// What was done last, the newest first.
pub(in crate::groups) fn acts(q: &mut Query<'_>, group: GroupId) -> Result<Vec<ActRow>> {
    q.all(&ACTS, &params![group], |row| {
        Ok(ActRow {
            by: row.id("by_id")?,
            act: word(row, "act", Act::parse)?,
            about: row.opt_id("about_id")?,
            detail: row.text("detail")?,
            at: row.int("created_at")?,
        })
    })
}
