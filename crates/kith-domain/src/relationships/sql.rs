//! Statements over friendships, requests, follows and distances.

use std::collections::HashSet;

use kith_base::{Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use crate::changes::{self, Change};
use crate::notices::{self, Cause, Occasion};
use crate::{AccountId, CircleId};

// Friendships.

statement!(
    INSERT_FRIENDSHIP,
    "relationships.insert_friendship",
    "INSERT INTO friendships (account_id, friend_id, created_at)
     VALUES ($1, $2, $3), ($2, $1, $3)
         ON CONFLICT DO NOTHING"
);
statement!(
    FRIENDSHIP,
    "relationships.friendship",
    "SELECT 1 AS found FROM friendships WHERE account_id = $1 AND friend_id = $2"
);
statement!(
    DELETE_FRIENDSHIP,
    "relationships.delete_friendship",
    "DELETE FROM friendships
      WHERE (account_id = $1 AND friend_id = $2) OR (account_id = $2 AND friend_id = $1)"
);
statement!(
    LEAVE_CIRCLES,
    "relationships.leave_circles",
    "DELETE FROM circle_members
      WHERE member_id = $2 AND circle_id IN (SELECT id FROM circles WHERE owner_id = $1)
     RETURNING circle_id"
);
statement!(
    DELETE_RESTRICTIONS,
    "relationships.delete_restrictions",
    "DELETE FROM restrictions
      WHERE (account_id = $1 AND restricted_id = $2) OR (account_id = $2 AND restricted_id = $1)"
);
statement!(
    COUNT_FRIENDS,
    "relationships.count_friends",
    "SELECT COUNT(*) AS friends
       FROM friendships
       JOIN accounts ON accounts.id = friendships.friend_id AND accounts.state = 'active'
      WHERE friendships.account_id = $1
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = $2 AND blocked_id = friendships.friend_id)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE account_id = friendships.friend_id AND blocked_id = $2)"
);

/// Makes the two friends, each following the other.
pub(super) fn insert_friendship(tx: &mut Tx<'_>, a: AccountId, b: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT_FRIENDSHIP, &params![a, b, now])?;
    insert_follow(tx, a, b)?;
    insert_follow(tx, b, a)?;
    delete_requests(tx, a, b)?;
    changes::record(tx, Change::FriendshipChanged { a, b });
    Ok(())
}

/// Ends friendship, follows, restrictions and places in each other's circles.
pub(super) fn part(tx: &mut Tx<'_>, a: AccountId, b: AccountId) -> Result<()> {
    if tx.run(&DELETE_FRIENDSHIP, &params![a, b])? > 0 {
        changes::record(tx, Change::FriendshipChanged { a, b });
    }
    for (owner, member) in [(a, b), (b, a)] {
        notices::take_back(tx, owner, &Cause::between(Occasion::FriendAccepted, member))?;
        delete_follow(tx, owner, member)?;
        let left: Vec<CircleId> =
            tx.all(&LEAVE_CIRCLES, &params![owner, member], |row| row.id("circle_id"))?;
        for circle in left {
            changes::record(tx, Change::CircleChanged { owner, circle, member });
        }
    }
    if tx.run(&DELETE_RESTRICTIONS, &params![a, b])? > 0 {
        changes::record(tx, Change::DistanceChanged { a, b });
    }
    Ok(())
}

/// Whether the two are friends.
pub(super) fn are_friends(q: &mut Query<'_>, a: AccountId, b: AccountId) -> Result<bool> {
    q.exists(&FRIENDSHIP, &params![a, b])
}

/// How many friends of `account` the one who looks may meet.
pub(super) fn count_friends(q: &mut Query<'_>, account: AccountId, viewer: AccountId) -> Result<i64> {
    q.count(&COUNT_FRIENDS, &params![account, viewer])
}

// Requests.

statement!(
    ASK,
    "relationships.ask",
    "INSERT INTO friend_requests (id, from_id, to_id, created_at)
     VALUES ($1, $2, $3, $4)
         ON CONFLICT (from_id, to_id) DO UPDATE
        SET created_at = $4,
            hidden_at = CASE WHEN friend_requests.hidden_at > $5 THEN friend_requests.hidden_at END,
            withdrawn_at = NULL"
);
statement!(
    HIDE_REQUEST,
    "relationships.hide_request",
    "UPDATE friend_requests SET hidden_at = $3
      WHERE from_id = $1 AND to_id = $2 AND hidden_at IS NULL"
);
statement!(
    WITHDRAW_SHOWN,
    "relationships.withdraw_shown",
    "DELETE FROM friend_requests WHERE from_id = $1 AND to_id = $2 AND hidden_at IS NULL"
);
statement!(
    WITHDRAW_HIDDEN,
    "relationships.withdraw_hidden",
    "UPDATE friend_requests SET withdrawn_at = $3
      WHERE from_id = $1 AND to_id = $2 AND hidden_at IS NOT NULL AND withdrawn_at IS NULL"
);
statement!(
    REQUEST_STANDS,
    "relationships.request_stands",
    "SELECT 1 AS found FROM friend_requests WHERE from_id = $1 AND to_id = $2 AND withdrawn_at IS NULL"
);
statement!(
    REQUEST_SHOWN,
    "relationships.request_shown",
    "SELECT 1 AS found FROM friend_requests
      WHERE from_id = $1 AND to_id = $2 AND hidden_at IS NULL AND withdrawn_at IS NULL"
);
statement!(
    DELETE_REQUESTS,
    "relationships.delete_requests",
    "DELETE FROM friend_requests
      WHERE (from_id = $1 AND to_id = $2) OR (from_id = $2 AND to_id = $1)
     RETURNING from_id, to_id"
);
statement!(
    COUNT_REQUESTS,
    "relationships.count_requests",
    "SELECT COUNT(*) AS requests
       FROM friend_requests
       JOIN accounts ON accounts.id = friend_requests.from_id AND accounts.state = 'active'
      WHERE friend_requests.to_id = $1 AND friend_requests.hidden_at IS NULL
        AND friend_requests.withdrawn_at IS NULL"
);
/// Writes a request down. One that was hidden after `shown_again` stays hidden.
pub(super) fn ask(tx: &mut Tx<'_>, from: AccountId, to: AccountId, shown_again: Millis) -> Result<()> {
    let (id, now) = (tx.new_id::<crate::kinds::FriendRequestKind>(), tx.now());
    tx.run(&ASK, &params![id, from, to, now, shown_again])?;
    if tx.exists(&REQUEST_SHOWN, &params![from, to])? {
        notices::tell(tx, to, &Cause::between(Occasion::FriendRequest, from))?;
    }
    changes::record(tx, Change::FriendRequestChanged { from, to });
    Ok(())
}

/// Hides the request from the one who was asked.
pub(super) fn hide_request(tx: &mut Tx<'_>, from: AccountId, to: AccountId) -> Result<()> {
    let now = tx.now();
    if tx.run(&HIDE_REQUEST, &params![from, to, now])? > 0 {
        notices::take_back(tx, to, &Cause::between(Occasion::FriendRequest, from))?;
        changes::record(tx, Change::FriendRequestChanged { from, to });
    }
    Ok(())
}

/// Takes the request back.
pub(super) fn withdraw(tx: &mut Tx<'_>, from: AccountId, to: AccountId) -> Result<()> {
    let now = tx.now();
    let shown = tx.run(&WITHDRAW_SHOWN, &params![from, to])?;
    if shown + tx.run(&WITHDRAW_HIDDEN, &params![from, to, now])? > 0 {
        notices::take_back(tx, to, &Cause::between(Occasion::FriendRequest, from))?;
        changes::record(tx, Change::FriendRequestChanged { from, to });
    }
    Ok(())
}

/// Whether `from` asks `to`, hidden or not.
pub(super) fn request_stands(q: &mut Query<'_>, from: AccountId, to: AccountId) -> Result<bool> {
    q.exists(&REQUEST_STANDS, &params![from, to])
}

/// Removes requests of both directions.
pub(super) fn delete_requests(tx: &mut Tx<'_>, a: AccountId, b: AccountId) -> Result<()> {
    let gone = tx.all(&DELETE_REQUESTS, &params![a, b], |row| Ok((row.id("from_id")?, row.id("to_id")?)))?;
    for (from, to) in gone {
        notices::take_back(tx, to, &Cause::between(Occasion::FriendRequest, from))?;
        changes::record(tx, Change::FriendRequestChanged { from, to });
    }
    Ok(())
}

/// How many ask `account`.
pub(super) fn count_requests(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT_REQUESTS, &params![account])
}

// Follows.

statement!(
    INSERT_FOLLOW,
    "relationships.insert_follow",
    "INSERT INTO follows (follower_id, followed_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);
statement!(
    DELETE_FOLLOW,
    "relationships.delete_follow",
    "DELETE FROM follows WHERE follower_id = $1 AND followed_id = $2"
);
statement!(
    LEAVE_LISTS,
    "relationships.leave_lists",
    "DELETE FROM list_members
      WHERE member_id = $2 AND list_id IN (SELECT id FROM lists WHERE owner_id = $1)"
);
statement!(
    END_ENDORSEMENT,
    "relationships.end_endorsement",
    "DELETE FROM endorsements WHERE account_id = $1 AND endorsed_id = $2"
);
statement!(
    MARK_FOLLOW,
    "relationships.mark_follow",
    "UPDATE follows SET see_first_at = $3, snoozed_until_at = $4 WHERE follower_id = $1 AND followed_id = $2"
);

/// Begins to follow, unless it was so already.
pub(super) fn insert_follow(tx: &mut Tx<'_>, follower: AccountId, followed: AccountId) -> Result<()> {
    let now = tx.now();
    if tx.run(&INSERT_FOLLOW, &params![follower, followed, now])? > 0 {
        changes::record(tx, Change::FollowChanged { follower, followed });
    }
    Ok(())
}

/// Stops to follow; whoever is not followed stands in no list and is not recommended.
pub(super) fn delete_follow(tx: &mut Tx<'_>, follower: AccountId, followed: AccountId) -> Result<()> {
    tx.run(&LEAVE_LISTS, &params![follower, followed])?;
    tx.run(&END_ENDORSEMENT, &params![follower, followed])?;
    if tx.run(&DELETE_FOLLOW, &params![follower, followed])? > 0 {
        notices::take_back(tx, followed, &Cause::between(Occasion::NewFollower, follower))?;
        changes::record(tx, Change::FollowChanged { follower, followed });
    }
    Ok(())
}

/// Sets the marks of a follow: on top since, out of the feed until.
pub(super) fn mark_follow(
    tx: &mut Tx<'_>,
    follower: AccountId,
    followed: AccountId,
    first: Option<Millis>,
    snoozed: Option<Millis>,
) -> Result<()> {
    if tx.run(&MARK_FOLLOW, &params![follower, followed, first, snoozed])? > 0 {
        changes::record(tx, Change::FollowChanged { follower, followed });
    }
    Ok(())
}

// Distances.

statement!(
    INSERT_RESTRICTION,
    "relationships.insert_restriction",
    "INSERT INTO restrictions (account_id, restricted_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);
statement!(
    DELETE_RESTRICTION,
    "relationships.delete_restriction",
    "DELETE FROM restrictions WHERE account_id = $1 AND restricted_id = $2"
);
statement!(
    UPSERT_MUTE,
    "relationships.upsert_mute",
    "INSERT INTO mutes (account_id, muted_id, created_at, until_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, muted_id) DO UPDATE SET until_at = $4"
);
statement!(
    DELETE_MUTE,
    "relationships.delete_mute",
    "DELETE FROM mutes WHERE account_id = $1 AND muted_id = $2"
);
statement!(
    INSERT_BLOCK,
    "relationships.insert_block",
    "INSERT INTO blocks (account_id, blocked_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING"
);
statement!(
    DELETE_BLOCK,
    "relationships.delete_block",
    "DELETE FROM blocks WHERE account_id = $1 AND blocked_id = $2"
);
statement!(
    BLOCKED_BY_ME,
    "relationships.blocked_by_me",
    "SELECT blocked_id FROM blocks WHERE account_id = $1 AND blocked_id IN ($2[])"
);
statement!(
    MY_BLOCKS,
    "relationships.my_blocks",
    "SELECT blocked_id AS other_id, created_at, CAST(NULL AS BIGINT) AS until_at
       FROM blocks WHERE account_id = $1
      ORDER BY created_at DESC, blocked_id"
);
statement!(
    MY_MUTES,
    "relationships.my_mutes",
    "SELECT muted_id AS other_id, created_at, until_at
       FROM mutes WHERE account_id = $1 AND (until_at IS NULL OR until_at > $2)
      ORDER BY created_at DESC, muted_id"
);
statement!(
    MY_RESTRICTIONS,
    "relationships.my_restrictions",
    "SELECT restricted_id AS other_id, created_at, CAST(NULL AS BIGINT) AS until_at
       FROM restrictions WHERE account_id = $1
      ORDER BY created_at DESC, restricted_id"
);

/// What kind of distance a member keeps from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    Block,
    Mute,
    Restriction,
}

/// Begins a distance; a mute may end by itself at `until`.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    a: AccountId,
    b: AccountId,
    kept: Kept,
    until: Option<Millis>,
) -> Result<()> {
    let now = tx.now();
    let changed = match kept {
        Kept::Block => tx.run(&INSERT_BLOCK, &params![a, b, now])?,
        Kept::Mute => tx.run(&UPSERT_MUTE, &params![a, b, now, until])?,
        Kept::Restriction => tx.run(&INSERT_RESTRICTION, &params![a, b, now])?,
    };
    if changed > 0 {
        changes::record(tx, Change::DistanceChanged { a, b });
    }
    Ok(())
}

/// Ends a distance.
pub(super) fn lift(tx: &mut Tx<'_>, a: AccountId, b: AccountId, kept: Kept) -> Result<()> {
    let statement = match kept {
        Kept::Block => &DELETE_BLOCK,
        Kept::Mute => &DELETE_MUTE,
        Kept::Restriction => &DELETE_RESTRICTION,
    };
    if tx.run(statement, &params![a, b])? > 0 {
        changes::record(tx, Change::DistanceChanged { a, b });
    }
    Ok(())
}

/// Whom of `others` `me` blocks.
pub(super) fn blocked_by_me(
    q: &mut Query<'_>,
    me: AccountId,
    others: &[AccountId],
) -> Result<HashSet<AccountId>> {
    Ok(q.all(&BLOCKED_BY_ME, &params![me, others], |row| row.id("blocked_id"))?.into_iter().collect())
}

/// From whom `me` keeps that distance, newest first: who, since when, until when.
pub(super) fn kept(
    q: &mut Query<'_>,
    me: AccountId,
    kept: Kept,
) -> Result<Vec<(AccountId, Millis, Option<Millis>)>> {
    let now = q.now();
    let read = |row: &Row<'_>| Ok((row.id("other_id")?, row.int("created_at")?, row.opt_int("until_at")?));
    match kept {
        Kept::Block => q.all(&MY_BLOCKS, &params![me], read),
        Kept::Mute => q.all(&MY_MUTES, &params![me, now], read),
        Kept::Restriction => q.all(&MY_RESTRICTIONS, &params![me], read),
    }
}
