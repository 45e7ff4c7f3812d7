//! A member's facts in two statements: the account, and every relation at once.

use kith_base::{Error, Result};
use kith_db::{Query, Row, params, statement};

use crate::viewer::{AccountState, GroupLevel, GroupRole, Member, OwnPage, PageRole, Role};
use crate::{AccountId, GroupId};

statement!(
    ACCOUNT,
    "viewers.account",
    "SELECT id, handle, display_name, avatar_id, language, spoken_languages, theme, time_zone, role, state, trust_level,
            (SELECT COUNT(*)
               FROM friend_requests
               JOIN accounts askers ON askers.id = friend_requests.from_id AND askers.state = 'active'
              WHERE friend_requests.to_id = $1 AND friend_requests.hidden_at IS NULL
                AND friend_requests.withdrawn_at IS NULL) AS friend_requests
       FROM accounts
      WHERE id = $1"
);

statement!(
    RELATIONS,
    "viewers.relations",
    "SELECT 'friend' AS kind, friend_id AS other_id, CAST(NULL AS BIGINT) AS until_at, FALSE AS is_first,
            CAST(NULL AS TEXT) AS tag
       FROM friendships WHERE account_id = $1
      UNION ALL
     SELECT 'follow', followed_id, snoozed_until_at, see_first_at IS NOT NULL, NULL
       FROM follows WHERE follower_id = $1
      UNION ALL
     SELECT 'aside', list_members.member_id, NULL, FALSE, NULL
       FROM lists JOIN list_members ON list_members.list_id = lists.id
      WHERE lists.owner_id = $1 AND lists.is_exclusive
      UNION ALL
     SELECT 'mute', muted_id, until_at, FALSE, NULL
       FROM mutes WHERE account_id = $1
      UNION ALL
     SELECT 'block', blocked_id, NULL, FALSE, NULL
       FROM blocks WHERE account_id = $1
      UNION ALL
     SELECT 'block', account_id, NULL, FALSE, NULL
       FROM blocks WHERE blocked_id = $1
      UNION ALL
     SELECT 'restricted', account_id, NULL, FALSE, NULL
       FROM restrictions WHERE restricted_id = $1
      UNION ALL
     SELECT 'circle', circle_id, NULL, FALSE, NULL
       FROM circle_members WHERE member_id = $1
      UNION ALL
     SELECT 'tag', id, NULL, FALSE, tag
       FROM followed_tags WHERE account_id = $1
      UNION ALL
     SELECT 'group', group_id, muted_until, FALSE, role || ' ' || level
       FROM group_members WHERE account_id = $1 AND state = 'member'
      UNION ALL
     SELECT 'banned', group_id, NULL, FALSE, NULL
       FROM group_members WHERE account_id = $1 AND state = 'banned'
      UNION ALL
     SELECT 'page', page_roles.page_id, NULL, FALSE, page_roles.role || ' ' || accounts.display_name
       FROM page_roles JOIN accounts ON accounts.id = page_roles.page_id AND accounts.state = 'active'
      WHERE page_roles.account_id = $1"
);

/// The member with all relations, or none when there is no such account.
pub(super) fn member(q: &mut Query<'_>, account: AccountId) -> Result<Option<Member>> {
    let Some(mut member) = q.find(&ACCOUNT, &params![account], account_row)? else { return Ok(None) };
    q.all(&RELATIONS, &params![account], |row| relation_row(&mut member, row))?;
    member.pages.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(Some(member))
}

fn account_row(row: &Row<'_>) -> Result<Member> {
    let role = row.text("role")?;
    let state = row.text("state")?;
    let spoken = row.text("spoken_languages")?;
    Ok(Member {
        id: row.id("id")?,
        handle: row.text("handle")?,
        name: row.text("display_name")?,
        avatar: row.opt_id("avatar_id")?,
        language: row.text("language")?,
        speaks: spoken.split(',').filter(|tag| !tag.is_empty()).map(ToOwned::to_owned).collect(),
        theme: row.text("theme")?,
        time_zone: row.text("time_zone")?,
        role: Role::parse(&role).ok_or_else(|| Error::internal(format!("no role {role}")))?,
        state: AccountState::parse(&state)
            .ok_or_else(|| Error::internal(format!("no account state {state}")))?,
        friend_requests: row.int("friend_requests")?,
        trust_level: u8::try_from(row.int("trust_level")?).unwrap_or(0),
        ..Member::default()
    })
}

fn relation_row(member: &mut Member, row: &Row<'_>) -> Result<()> {
    let other = row.id("other_id")?;
    match row.text("kind")?.as_str() {
        "friend" => {
            member.friends.insert(other);
        }
        "follow" => {
            member.following.insert(other);
            if row.bool("is_first")? {
                member.see_first.insert(other);
            }
            if let Some(until) = row.opt_int("until_at")? {
                member.snoozed.insert(other, until);
            }
        }
        "aside" => {
            member.set_aside.insert(other);
        }
        "mute" => {
            member.muted.insert(other, row.opt_int("until_at")?);
        }
        "block" => {
            member.blocked.insert(other);
        }
        "restricted" => {
            member.restricted_by.insert(other);
        }
        "circle" => {
            member.circles_in.insert(row.id("other_id")?);
        }
        "tag" => {
            member.followed_tags.insert(row.text("tag")?);
        }
        "group" => join_group(member, row)?,
        "page" => run_page(member, row)?,
        "banned" => {
            member.banned_from.insert(row.id("other_id")?);
        }
        kind => return Err(Error::internal(format!("no relation {kind}"))),
    }
    Ok(())
}

/// A page that they help to run; the last column holds what they are there and its name.
fn run_page(member: &mut Member, row: &Row<'_>) -> Result<()> {
    let words = row.text("tag")?;
    let read = words.split_once(' ').and_then(|(role, name)| Some((PageRole::parse(role)?, name)));
    let (role, name) = read.ok_or_else(|| Error::internal(format!("no place on a page {words}")))?;
    member.pages.push(OwnPage { id: row.id("other_id")?, name: name.to_owned(), role });
    Ok(())
}

/// A group of theirs; the last column holds what they are there and what of it comes to them.
fn join_group(member: &mut Member, row: &Row<'_>) -> Result<()> {
    let (group, words): (GroupId, String) = (row.id("other_id")?, row.text("tag")?);
    let read = words
        .split_once(' ')
        .and_then(|(role, level)| Some((GroupRole::parse(role)?, GroupLevel::parse(level)?)));
    let (role, level) = read.ok_or_else(|| Error::internal(format!("no place in a group {words}")))?;
    member.groups.insert(group, role);
    if level != GroupLevel::default() {
        member.group_levels.insert(group, level);
    }
    if let Some(until) = row.opt_int("until_at")? {
        member.muted_in.insert(group, until);
    }
    Ok(())
}
