//! Statements of the search: along the words, and for each kind of thing the rule of who may see it.

use std::collections::HashMap;

use kith_base::{Millis, Result};
use kith_db::{Query, params, statement};

use super::named::Named;
use crate::comments::policy as comments;
use crate::events::policy as events;
use crate::groups::policy as groups;
use crate::posts::policy as posts;
use crate::search_terms::SubjectKind;
use crate::{AccountId, EventId, GroupId, MediaId};

statement!(
    USES,
    "search.uses",
    "SELECT COUNT(*) AS uses
       FROM (SELECT t.subject_id FROM search_terms t WHERE t.term = $1 LIMIT $2) counted"
);
// The rows are ordered by the index itself; how many of the other terms a thing holds is asked of each row that is given.
statement!(
    WALK,
    "search.walk",
    "SELECT t.subject_id,
            (SELECT COUNT(*) FROM search_terms o
              WHERE o.term IN ($4[]) AND o.subject_id = t.subject_id) AS held
       FROM search_terms t
      WHERE t.term = $1 AND t.subject_id > $2 AND t.subject_id < $3
      ORDER BY t.subject_id DESC
      LIMIT $5"
);
statement!(
    SEEN_POSTS,
    "search.seen_posts",
    concat!("SELECT p.id FROM posts p WHERE p.id IN ($2[]) AND ", posts::may_see_sql!())
);
statement!(
    SEEN_COMMENTS,
    "search.seen_comments",
    concat!(
        "SELECT c.id FROM comments c JOIN posts p ON p.id = c.post_id WHERE c.id IN ($2[]) AND ",
        comments::may_see_sql!("c"),
        " AND ",
        posts::may_see_sql!()
    )
);
// Photos of posts and of comments; those of profiles and conversations are looked at where they stand, and what is
// behind a cover stays there.
statement!(
    SEEN_PHOTOS,
    "search.seen_photos",
    concat!(
        "SELECT m.id FROM media m JOIN posts p ON p.id = m.attached_id
          WHERE m.id IN ($2[]) AND m.state = 'ready' AND m.attached_kind = 'post' AND p.cover = '' AND ",
        posts::may_see_sql!(),
        " UNION ALL
         SELECT m.id FROM media m JOIN comments c ON c.id = m.attached_id JOIN posts p ON p.id = c.post_id
          WHERE m.id IN ($2[]) AND m.state = 'ready' AND m.attached_kind = 'comment' AND ",
        comments::may_see_sql!("c"),
        " AND ",
        posts::may_see_sql!()
    )
);
// The days are those on which an event happens.
statement!(
    SEEN_EVENTS,
    "search.seen_events",
    concat!(
        "SELECT e.id FROM events e
          WHERE e.id IN ($2[]) AND (e.ends_at IS NULL OR e.ends_at > $3) AND e.first_at < $4 AND ",
        events::may_see_sql!()
    )
);
statement!(
    SEEN_GROUPS,
    "search.seen_groups",
    concat!(
        "SELECT g.id FROM groups g WHERE g.id IN ($2[]) AND g.visibility <> 'hidden' AND ",
        groups::may_know_sql!("g")
    )
);
statement!(PHOTO_OWNERS, "search.photo_owners", "SELECT id, owner_id FROM media WHERE id IN ($1[])");

/// How many things stand under `key`, counted up to `most`.
pub(super) fn uses(q: &mut Query<'_>, key: i64, most: usize) -> Result<i64> {
    q.count(&USES, &params![key, most])
}

/// Things under `key` with ids in the window, the newest first, each with how many of the `others` it holds.
pub(super) fn walk(
    q: &mut Query<'_>,
    key: i64,
    others: &[i64],
    (after, before): (i64, i64),
    limit: usize,
) -> Result<Vec<(i64, usize)>> {
    q.all(&WALK, &params![key, after, before, others, limit], |row| {
        Ok((row.int("subject_id")?, usize::try_from(row.int("held")?).unwrap_or(0)))
    })
}

/// Those of `posts` that the viewer may see.
pub(super) fn seen_posts(q: &mut Query<'_>, viewer: AccountId, posts: &[i64]) -> Result<Vec<i64>> {
    q.all(&SEEN_POSTS, &params![viewer, posts], |row| row.int("id"))
}

/// Those of `comments` that the viewer may see.
pub(super) fn seen_comments(q: &mut Query<'_>, viewer: AccountId, comments: &[i64]) -> Result<Vec<i64>> {
    q.all(&SEEN_COMMENTS, &params![viewer, comments], |row| row.int("id"))
}

/// Those of `photos` that the viewer may see on a post or a comment.
pub(super) fn seen_photos(q: &mut Query<'_>, viewer: AccountId, photos: &[i64]) -> Result<Vec<i64>> {
    q.all(&SEEN_PHOTOS, &params![viewer, photos], |row| row.int("id"))
}

/// Those of `events` that the viewer may see and that go on between these days.
pub(super) fn seen_events(
    q: &mut Query<'_>,
    viewer: AccountId,
    events: &[i64],
    (since, until): (Millis, Millis),
) -> Result<Vec<i64>> {
    q.all(&SEEN_EVENTS, &params![viewer, events, since, until], |row| row.int("id"))
}

/// Those of `groups` that the viewer may know of, but for hidden ones.
pub(super) fn seen_groups(q: &mut Query<'_>, viewer: AccountId, groups: &[i64]) -> Result<Vec<i64>> {
    q.all(&SEEN_GROUPS, &params![viewer, groups], |row| row.int("id"))
}

/// Whose photos these are.
pub(super) fn photo_owners(q: &mut Query<'_>, photos: &[MediaId]) -> Result<HashMap<MediaId, AccountId>> {
    let owners = q.all(&PHOTO_OWNERS, &params![photos], |row| Ok((row.id("id")?, row.id("owner_id")?)))?;
    Ok(owners.into_iter().collect())
}

statement!(
    NAMED,
    "search.named",
    "SELECT DISTINCT n.subject_id
       FROM search_names n
      WHERE n.kind = $1 AND n.term >= $2 AND n.term < $3
      LIMIT $4"
);
statement!(
    NAMED_AMONG,
    "search.named_among",
    "SELECT DISTINCT n.subject_id
       FROM search_names n
      WHERE n.subject_id IN ($4[]) AND n.kind = $1 AND n.term >= $2 AND n.term < $3"
);
// The rule of the directory: who stands in it, the viewer's friends, and the viewer; and pages, which want to be found.
statement!(
    PEOPLE,
    "search.people",
    "SELECT a.id
       FROM accounts a
      WHERE a.id IN (SELECT n.subject_id FROM search_names n
                      WHERE n.kind = 'person' AND n.term >= $2 AND n.term < $3)
        AND ($4 OR a.id IN ($5[]))
        AND a.state = 'active' AND a.domain IS NULL
        AND (a.in_directory OR a.kind = 'page' OR a.id = $1
             OR EXISTS (SELECT 1 FROM friendships f WHERE f.account_id = $1 AND f.friend_id = a.id))
        AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = a.id AND b.blocked_id = $1)
      ORDER BY CASE WHEN EXISTS (SELECT 1 FROM friendships f WHERE f.account_id = $1 AND f.friend_id = a.id)
                    THEN 0 ELSE 1 END, a.name_key, a.id
      LIMIT $6 OFFSET $7"
);

/// The words that begin like this: from the first bytes on, and before the second.
pub(super) struct Beginning {
    from: Vec<u8>,
    before: Vec<u8>,
}

impl Named {
    /// The first and the last of the words, whether all things are looked at, and those that are if not.
    fn values(&self) -> (&Vec<u8>, &Vec<u8>, bool, &[i64]) {
        let some = self.among.as_deref().unwrap_or_default();
        (&self.word.from, &self.word.before, self.among.is_none(), some)
    }
}

impl Beginning {
    pub(super) fn of(word: &str) -> Self {
        let from = word.as_bytes().to_vec();
        // No text in UTF-8 holds this byte, so it stands behind all that go on from here.
        let before = [word.as_bytes(), &[0xff]].concat();
        Self { from, before }
    }
}

/// Things of a kind of which a word of the name begins like this.
pub(super) fn named(
    q: &mut Query<'_>,
    kind: SubjectKind,
    word: &Beginning,
    limit: usize,
) -> Result<Vec<i64>> {
    q.all(&NAMED, &params![kind, &word.from, &word.before, limit], |row| row.int("subject_id"))
}

/// Those of `among` of which a word of the name begins like this.
pub(super) fn named_among(
    q: &mut Query<'_>,
    kind: SubjectKind,
    word: &Beginning,
    among: &[i64],
) -> Result<Vec<i64>> {
    q.all(&NAMED_AMONG, &params![kind, &word.from, &word.before, among], |row| row.int("subject_id"))
}

/// People whom `me` may find and of whose names a word begins like this, friends first.
pub(super) fn people(
    q: &mut Query<'_>,
    me: AccountId,
    named: &Named,
    (limit, offset): (usize, usize),
) -> Result<Vec<AccountId>> {
    let (from, before, all, some) = named.values();
    q.all(&PEOPLE, &params![me, from, before, all, some, limit, offset], |row| row.id("id"))
}

statement!(
    NAMED_GROUPS,
    "search.named_groups",
    concat!(
        "SELECT g.id
           FROM groups g
          WHERE g.id IN (SELECT n.subject_id FROM search_names n
                          WHERE n.kind = 'group' AND n.term >= $2 AND n.term < $3)
            AND ($4 OR g.id IN ($5[]))
            AND g.visibility <> 'hidden' AND ",
        groups::may_know_sql!("g"),
        " ORDER BY CASE WHEN EXISTS (SELECT 1 FROM group_members own
                                      WHERE own.group_id = g.id AND own.account_id = $1 AND own.state = 'member')
                        THEN 0 ELSE 1 END, g.name_key, g.id
          LIMIT $6"
    )
);
statement!(
    NAMED_EVENTS,
    "search.named_events",
    concat!(
        "SELECT e.id
           FROM events e
          WHERE e.id IN (SELECT n.subject_id FROM search_names n
                          WHERE n.kind = 'event' AND n.term >= $2 AND n.term < $3)
            AND ($4 OR e.id IN ($5[]))
            AND (e.ends_at IS NULL OR e.ends_at > $7) AND ",
        events::may_see_sql!(),
        " ORDER BY e.first_at, e.id
          LIMIT $6"
    )
);

/// Groups that the viewer may know of, but for hidden ones, and of whose names a word begins like this, own ones first.
pub(super) fn named_groups(
    q: &mut Query<'_>,
    viewer: AccountId,
    named: &Named,
    limit: usize,
) -> Result<Vec<GroupId>> {
    let (from, before, all, some) = named.values();
    q.all(&NAMED_GROUPS, &params![viewer, from, before, all, some, limit], |row| row.id("id"))
}

/// Events that the viewer may see and that are not over, of whose titles a word begins like this, the next one first.
pub(super) fn named_events(
    q: &mut Query<'_>,
    viewer: AccountId,
    named: &Named,
    limit: usize,
) -> Result<Vec<EventId>> {
    let (from, before, all, some) = named.values();
    let now = q.now();
    q.all(&NAMED_EVENTS, &params![viewer, from, before, all, some, limit, now], |row| row.id("id"))
}
