//! Statements of feeds: ids only, from the indexes over authors, profiles and audiences. Policy comes after.

use std::cmp::Reverse;

use kith_base::{DAY, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::marks::Mark;
use super::sources::{Candidate, Entry, Reach};
use crate::{AccountId, PostId};

/// The first stretch of time that is searched; each further one is four times as long.
const STRETCH: Millis = 4 * DAY;

statement!(
    TIED,
    "feeds.tied",
    "SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM follows f JOIN posts p ON p.owner_id = f.followed_id AND p.group_id IS NULL
      WHERE f.follower_id = $1 AND p.id >= $2 AND p.id < $3 AND p.deleted_at IS NULL
      UNION
     SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM follows f JOIN posts p ON p.author_id = f.followed_id AND p.wall_id IS NOT NULL
      WHERE f.follower_id = $1 AND p.id >= $2 AND p.id < $3 AND p.deleted_at IS NULL
      UNION
     SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM posts p
      WHERE p.owner_id = $1 AND p.id >= $2 AND p.id < $3 AND p.deleted_at IS NULL
      UNION
     SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM posts p
      WHERE p.author_id = $1 AND p.wall_id IS NOT NULL AND p.id >= $2 AND p.id < $3 AND p.deleted_at IS NULL
      UNION
     SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM group_members m JOIN posts p ON p.group_id = m.group_id
      WHERE m.account_id = $1 AND m.state = 'member' AND m.level <> 'none' AND p.id >= $2 AND p.id < $3
        AND p.deleted_at IS NULL AND p.group_hold IS NULL
      ORDER BY id DESC
      LIMIT $4"
);

statement!(
    FOR_EVERYONE,
    "feeds.for_everyone",
    "SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM posts p
      WHERE p.audience IN ('world', 'community') AND p.id >= $1 AND p.id < $2 AND p.deleted_at IS NULL
      ORDER BY p.id DESC
      LIMIT $3"
);

statement!(
    TAGGED,
    "feeds.tagged",
    "SELECT p.id, p.author_id, p.owner_id, p.group_id
       FROM followed_tags f
       JOIN post_tags t ON t.tag = f.tag AND t.post_id >= $2 AND t.post_id < $3
       JOIN posts p ON p.id = t.post_id
      WHERE f.account_id = $1 AND p.audience IN ('world', 'community') AND p.deleted_at IS NULL
      GROUP BY p.id, p.author_id, p.owner_id, p.group_id
      ORDER BY p.id DESC
      LIMIT $4"
);

statement!(OLDEST, "feeds.oldest", "SELECT COALESCE(MIN(id), 0) FROM posts");

/// Candidates before an id, new to old, at most `limit`, and whether there are none older than the last of them.
pub(super) fn candidates(
    q: &mut Query<'_>,
    reach: Reach,
    before: PostId,
    limit: usize,
) -> Result<(Vec<Candidate>, bool)> {
    let oldest = PostId::new(q.count(&OLDEST, &[])?);
    let (mut found, mut upper, mut stretch) = (Vec::new(), before, STRETCH);
    while found.len() < limit && upper > oldest && oldest.raw() > 0 {
        let lower = PostId::earliest_at(upper.made_at().min(q.now()).saturating_sub(stretch)).max(oldest);
        let room = limit - found.len();
        let mut part = q.all(&TIED, &params![reach.member, lower, upper, room], untagged)?;
        if reach.with_everyone {
            part.extend(q.all(&FOR_EVERYONE, &params![lower, upper, room], untagged)?);
        }
        if reach.with_tags {
            part.extend(q.all(&TAGGED, &params![reach.member, lower, upper, room], tagged)?);
        }
        if reach.with_everyone || reach.with_tags {
            // Of a post that was found twice the one with the tag stands first and stays.
            part.sort_unstable_by_key(|found| (Reverse(found.entry.id), Reverse(found.has_tag)));
            part.dedup_by_key(|found| found.entry.id);
            part.truncate(room);
        }
        // A full part may end in the middle of its stretch; what is older in it comes with the next call.
        found.extend(part);
        upper = lower;
        stretch = stretch.saturating_mul(4);
    }
    let is_dry = found.len() < limit;
    Ok((found, is_dry))
}

fn untagged(row: &Row<'_>) -> Result<Candidate> {
    let entry = Entry {
        id: row.id("id")?,
        author: row.id("author_id")?,
        owner: row.id("owner_id")?,
        group: row.opt_id("group_id")?,
    };
    Ok(Candidate { entry, has_tag: false })
}

fn tagged(row: &Row<'_>) -> Result<Candidate> {
    Ok(Candidate { has_tag: true, ..untagged(row)? })
}

statement!(
    COUNT_MEMBERS,
    "feeds.count_members",
    "SELECT COUNT(*) FROM (SELECT id FROM accounts WHERE state = 'active' AND kind = 'person' LIMIT $1) some_members"
);

/// Active members, counted no further than `limit`.
pub(super) fn count_members(q: &mut Query<'_>, limit: i64) -> Result<i64> {
    q.count(&COUNT_MEMBERS, &params![limit])
}

statement!(MARK, "feeds.mark", "SELECT line_id, newest_id, seen_at FROM feed_marks WHERE account_id = $1");

pub(super) fn mark(q: &mut Query<'_>, account: AccountId) -> Result<Option<Mark>> {
    q.find(&MARK, &params![account], |row| {
        let seen_at = row.int("seen_at")?;
        Ok(Mark { line: row.id("line_id")?, newest: row.id("newest_id")?, seen_at, written_at: seen_at })
    })
}

statement!(
    PUT_MARK,
    "feeds.put_mark",
    "INSERT INTO feed_marks (account_id, line_id, newest_id, seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id) DO UPDATE
        SET line_id = excluded.line_id, newest_id = excluded.newest_id, seen_at = excluded.seen_at"
);

pub(super) fn put_mark(tx: &mut Tx<'_>, account: AccountId, mark: &Mark) -> Result<()> {
    tx.run(&PUT_MARK, &params![account, mark.line, mark.newest, mark.seen_at]).map(drop)
}
