//! Statements over tags.

use std::collections::{HashMap, HashSet};

use kith_base::{Millis, PageRequest, Result};
use kith_db::{Query, Tx, params, statement};

use crate::kinds::{FeaturedTagId, RowId, RowKind};
use crate::posts::policy::may_see_sql;
use crate::{AccountId, PostId, accounts};

statement!(
    BY_DAY,
    "tags.by_day",
    concat!(
        "SELECT t.tag, p.created_at / 86400000 AS day, COUNT(*) AS uses, COUNT(DISTINCT p.author_id) AS people
           FROM post_tags t
           JOIN posts p ON p.id = t.post_id
          WHERE t.tag IN ($2[]) AND p.id >= $3 AND p.audience IN ('world', 'community') AND ",
        may_see_sql!(),
        " GROUP BY t.tag, p.created_at / 86400000"
    )
);
statement!(
    SEARCH,
    "tags.search",
    concat!(
        "SELECT t.tag, COUNT(*) AS uses
           FROM post_tags t
           JOIN posts p ON p.id = t.post_id
          WHERE t.tag LIKE $2 ESCAPE '!' AND ",
        may_see_sql!(),
        " GROUP BY t.tag
          ORDER BY CASE WHEN t.tag = $3 THEN 0 ELSE 1 END, COUNT(*) DESC, t.tag
          LIMIT $4 OFFSET $5"
    )
);
statement!(
    POPULAR,
    "tags.popular",
    concat!(
        "SELECT t.tag
           FROM (SELECT p.id, p.author_id
                   FROM posts p
                  WHERE p.id >= $2 AND p.audience IN ('world', 'community') AND ",
        may_see_sql!(),
        "         ORDER BY p.id DESC
                  LIMIT $3) seen
           JOIN post_tags t ON t.post_id = seen.id
          GROUP BY t.tag
          ORDER BY COUNT(DISTINCT seen.author_id) DESC, COUNT(*) DESC, t.tag
          LIMIT $4 OFFSET $5"
    )
);
statement!(
    IS_FOLLOWED,
    "tags.is_followed",
    "SELECT 1 AS found FROM followed_tags WHERE account_id = $1 AND tag = $2"
);
statement!(
    FOLLOWED_AMONG,
    "tags.followed_among",
    "SELECT tag FROM followed_tags WHERE account_id = $1 AND tag IN ($2[])"
);
statement!(
    FEATURED_AMONG,
    "tags.featured_among",
    "SELECT tag FROM featured_tags WHERE account_id = $1 AND tag IN ($2[])"
);
statement!(
    FOLLOW,
    "tags.follow",
    "INSERT INTO followed_tags (id, account_id, tag, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, tag) DO NOTHING"
);
statement!(UNFOLLOW, "tags.unfollow", "DELETE FROM followed_tags WHERE account_id = $1 AND tag = $2");
statement!(
    COUNT_FOLLOWED,
    "tags.count_followed",
    "SELECT COUNT(*) AS tags FROM followed_tags WHERE account_id = $1"
);
statement!(
    FOLLOWED,
    "tags.followed",
    "SELECT id, tag FROM followed_tags
      WHERE account_id = $1 AND id < $2 AND id > $3
      ORDER BY id DESC
      LIMIT $4"
);
statement!(
    FOLLOWED_NEAREST,
    "tags.followed_nearest",
    "SELECT id, tag FROM followed_tags
      WHERE account_id = $1 AND id < $2 AND id > $3
      ORDER BY id
      LIMIT $4"
);
statement!(
    FEATURED,
    "tags.featured",
    "SELECT id, tag, shown FROM featured_tags WHERE account_id = $1 ORDER BY id"
);
statement!(
    FEATURE,
    "tags.feature",
    "INSERT INTO featured_tags (id, account_id, tag, shown, created_at) VALUES ($1, $2, $3, $4, $5)"
);
statement!(UNFEATURE, "tags.unfeature", "DELETE FROM featured_tags WHERE account_id = $1 AND id = $2");
statement!(
    UNFEATURE_BY_NAME,
    "tags.unfeature_by_name",
    "DELETE FROM featured_tags WHERE account_id = $1 AND tag = $2"
);
statement!(
    USES_BY,
    "tags.uses_by",
    concat!(
        "SELECT t.tag, COUNT(*) AS uses, MAX(p.id) AS newest
           FROM post_tags t
           JOIN posts p ON p.id = t.post_id
          WHERE t.tag IN ($3[]) AND p.author_id = $2 AND ",
        may_see_sql!(),
        " GROUP BY t.tag"
    )
);
statement!(
    USED_BY,
    "tags.used_by",
    "SELECT t.tag
       FROM posts p
       JOIN post_tags t ON t.post_id = p.id
      WHERE p.author_id = $1 AND p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM featured_tags f WHERE f.account_id = $1 AND f.tag = t.tag)
      GROUP BY t.tag
      ORDER BY COUNT(*) DESC, t.tag
      LIMIT $2"
);

/// Uses and people by tag and day, days as they are counted from 1970.
pub(super) fn by_day(
    q: &mut Query<'_>,
    viewer: AccountId,
    tags: &[String],
    since: Millis,
) -> Result<HashMap<(String, Millis), (i64, i64)>> {
    let days = q.all(&BY_DAY, &params![viewer, tags, PostId::earliest_at(since)], |row| {
        Ok(((row.text("tag")?, row.int("day")?), (row.int("uses")?, row.int("people")?)))
    })?;
    Ok(days.into_iter().collect())
}

pub(super) fn search(
    q: &mut Query<'_>,
    viewer: AccountId,
    key: &str,
    limit: usize,
    offset: usize,
) -> Result<Vec<String>> {
    let (beginning, _) = accounts::word_patterns(key);
    q.all(&SEARCH, &params![viewer, &beginning, key, limit, offset], |row| row.text("tag"))
}

/// Of the newest posts since, at most `looked_at`.
pub(super) fn popular(
    q: &mut Query<'_>,
    viewer: AccountId,
    since: Millis,
    looked_at: usize,
    limit: usize,
    offset: usize,
) -> Result<Vec<String>> {
    let since = PostId::earliest_at(since);
    q.all(&POPULAR, &params![viewer, since, looked_at, limit, offset], |row| row.text("tag"))
}

pub(super) fn is_followed(q: &mut Query<'_>, account: AccountId, tag: &str) -> Result<bool> {
    q.exists(&IS_FOLLOWED, &params![account, tag])
}

/// Those of `tags` that `account` follows.
pub(super) fn followed_among(
    q: &mut Query<'_>,
    account: AccountId,
    tags: &[String],
) -> Result<HashSet<String>> {
    Ok(q.all(&FOLLOWED_AMONG, &params![account, tags], |row| row.text("tag"))?.into_iter().collect())
}

/// Those of `tags` that stand on the profile of `account`.
pub(super) fn featured_among(
    q: &mut Query<'_>,
    account: AccountId,
    tags: &[String],
) -> Result<HashSet<String>> {
    Ok(q.all(&FEATURED_AMONG, &params![account, tags], |row| row.text("tag"))?.into_iter().collect())
}

pub(super) fn follow(tx: &mut Tx<'_>, account: AccountId, tag: &str) -> Result<()> {
    let (id, now) = (tx.new_id::<RowKind>(), tx.now());
    tx.run(&FOLLOW, &params![id, account, tag, now]).map(drop)
}

pub(super) fn unfollow(tx: &mut Tx<'_>, account: AccountId, tag: &str) -> Result<()> {
    tx.run(&UNFOLLOW, &params![account, tag]).map(drop)
}

pub(super) fn count_followed(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT_FOLLOWED, &params![account])
}

/// Followed tags, the last one first.
pub(super) fn followed(
    q: &mut Query<'_>,
    account: AccountId,
    request: &PageRequest<RowKind>,
) -> Result<Vec<(RowId, String)>> {
    let before = request.before.unwrap_or(RowId::new(i64::MAX));
    let after = request.after.unwrap_or(RowId::new(0));
    let statement = if request.nearest { &FOLLOWED_NEAREST } else { &FOLLOWED };
    let mut rows = q.all(statement, &params![account, before, after, request.limit], |row| {
        Ok((row.id("id")?, row.text("tag")?))
    })?;
    if request.nearest {
        rows.reverse();
    }
    Ok(rows)
}

/// Place, key and spelling of tags on a profile.
pub(super) fn featured(
    q: &mut Query<'_>,
    account: AccountId,
) -> Result<Vec<(FeaturedTagId, String, String)>> {
    q.all(&FEATURED, &params![account], |row| Ok((row.id("id")?, row.text("tag")?, row.text("shown")?)))
}

pub(super) fn feature(
    tx: &mut Tx<'_>,
    id: FeaturedTagId,
    account: AccountId,
    tag: &str,
    shown: &str,
) -> Result<()> {
    let now = tx.now();
    tx.run(&FEATURE, &params![id, account, tag, shown, now]).map(drop)
}

pub(super) fn unfeature(tx: &mut Tx<'_>, account: AccountId, id: FeaturedTagId) -> Result<u64> {
    tx.run(&UNFEATURE, &params![account, id])
}

pub(super) fn unfeature_by_name(tx: &mut Tx<'_>, account: AccountId, tag: &str) -> Result<()> {
    tx.run(&UNFEATURE_BY_NAME, &params![account, tag]).map(drop)
}

/// In how many posts of `author` that the viewer may see each of `tags` stands, and the newest of them; nothing for a
/// tag without any.
pub(super) fn uses_by(
    q: &mut Query<'_>,
    viewer: AccountId,
    author: AccountId,
    tags: &[String],
) -> Result<HashMap<String, (i64, PostId)>> {
    let uses = q.all(&USES_BY, &params![viewer, author, tags], |row| {
        Ok((row.text("tag")?, (row.int("uses")?, row.id("newest")?)))
    })?;
    Ok(uses.into_iter().collect())
}

/// What `author` uses most and does not show on their profile.
pub(super) fn used_by(q: &mut Query<'_>, author: AccountId, limit: usize) -> Result<Vec<String>> {
    q.all(&USED_BY, &params![author, limit], |row| row.text("tag"))
}
