//! Statements over posts in groups.

use kith_base::{Millis, Result};
use kith_db::{Query, Statement, Tx, params, statement};

use crate::posts::policy::may_see_sql;
use crate::{AccountId, GroupId, MediaId, PostId};

statement!(
    PINNED,
    "group_posts.pinned",
    "SELECT g.post_id FROM group_pins g JOIN posts p ON p.id = g.post_id
      WHERE g.group_id = $1 AND p.deleted_at IS NULL
      ORDER BY g.pinned_at DESC"
);
statement!(
    PIN,
    "group_posts.pin",
    "INSERT INTO group_pins (post_id, group_id, pinned_by_id, pinned_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (post_id) DO NOTHING"
);
statement!(UNPIN, "group_posts.unpin", "DELETE FROM group_pins WHERE post_id = $1");
statement!(SET_ANNOUNCED, "group_posts.set_announced", "UPDATE posts SET announced_at = $2 WHERE id = $1");
statement!(
    COUNT_WAITING,
    "group_posts.count_waiting",
    "SELECT COUNT(*) FROM posts p
       JOIN accounts a ON a.id = p.author_id AND a.state = 'active'
      WHERE p.group_id = $1 AND p.group_hold = 'waiting' AND p.deleted_at IS NULL"
);
statement!(
    PHOTOS,
    "group_posts.photos",
    concat!(
        "SELECT photos.media_id, photos.post_id
           FROM posts p
           JOIN post_photos photos ON photos.post_id = p.id
          WHERE p.group_id = $2 AND p.photo_count > 0 AND p.group_hold IS NULL AND photos.media_id < $3 AND ",
        may_see_sql!(),
        " ORDER BY photos.media_id DESC LIMIT $4"
    )
);
statement!(
    SOME,
    "group_posts.some",
    "SELECT id, author_id FROM posts WHERE group_id = $1 ORDER BY id LIMIT $2"
);

/// Pinned posts of a group, the newest pin first.
pub(super) fn pinned(q: &mut Query<'_>, group: GroupId) -> Result<Vec<PostId>> {
    q.all(&PINNED, &params![group], |row| row.id("post_id"))
}

pub(super) fn pin(tx: &mut Tx<'_>, group: GroupId, post: PostId, by: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&PIN, &params![post, group, by, now]).map(drop)
}

pub(super) fn unpin(tx: &mut Tx<'_>, post: PostId) -> Result<()> {
    tx.run(&UNPIN, &params![post]).map(drop)
}

pub(super) fn set_announced(tx: &mut Tx<'_>, post: PostId, at: Option<Millis>) -> Result<()> {
    tx.run(&SET_ANNOUNCED, &params![post, at]).map(drop)
}

pub(super) fn count_waiting(q: &mut Query<'_>, group: GroupId) -> Result<i64> {
    q.count(&COUNT_WAITING, &params![group])
}

/// Photos in a group before `before` that the viewer may see, new to old.
pub(super) fn photos(
    q: &mut Query<'_>,
    viewer: AccountId,
    group: GroupId,
    before: Option<MediaId>,
    limit: usize,
) -> Result<Vec<(MediaId, PostId)>> {
    let before = before.map_or(i64::MAX, MediaId::raw);
    q.all(&PHOTOS, &params![viewer, group, before, limit], |row| {
        Ok((row.id("media_id")?, row.id("post_id")?))
    })
}

/// Some posts of a group with their authors, whatever their state.
pub(super) fn some(q: &mut Query<'_>, group: GroupId, limit: usize) -> Result<Vec<(PostId, AccountId)>> {
    q.all(&SOME, &params![group, limit], |row| Ok((row.id("id")?, row.id("author_id")?)))
}

/// All that hangs on a group, in the order in which it goes.
macro_rules! erasing {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static ERASE: &[&Statement] = &[$(&$name),*];
    };
}
erasing! {
    ERASE_PINS, "group_posts.erase_pins", "DELETE FROM group_pins WHERE group_id = $1";
    ERASE_REPORTS, "group_posts.erase_reports", "DELETE FROM group_reports WHERE group_id = $1";
    ERASE_NOTICES, "group_posts.erase_notices", "DELETE FROM notices WHERE group_id = $1";
    ERASE_ACTS, "group_posts.erase_acts", "DELETE FROM group_acts WHERE group_id = $1";
    ERASE_ANSWERS, "group_posts.erase_answers", "DELETE FROM group_answers WHERE group_id = $1";
    ERASE_QUESTIONS, "group_posts.erase_questions", "DELETE FROM group_questions WHERE group_id = $1";
    ERASE_TOPICS, "group_posts.erase_topics", "DELETE FROM group_topics WHERE group_id = $1";
    ERASE_TEXTS, "group_posts.erase_texts", "DELETE FROM group_texts WHERE group_id = $1";
    ERASE_SLUGS, "group_posts.erase_slugs", "DELETE FROM former_group_slugs WHERE group_id = $1";
    ERASE_MEMBERS, "group_posts.erase_members", "DELETE FROM group_members WHERE group_id = $1";
    ERASE_GROUP, "group_posts.erase_group", "DELETE FROM groups WHERE id = $1";
}
statement!(COVER, "group_posts.cover", "SELECT cover_id FROM groups WHERE id = $1");
statement!(
    MEMBERS,
    "group_posts.members",
    "SELECT account_id FROM group_members WHERE group_id = $1 AND state IN ('member', 'banned')"
);

pub(super) fn cover(q: &mut Query<'_>, group: GroupId) -> Result<Option<MediaId>> {
    Ok(q.find(&COVER, &params![group], |row| row.opt_id("cover_id"))?.flatten())
}

/// Everybody whose context knows of the group.
pub(super) fn members(q: &mut Query<'_>, group: GroupId) -> Result<Vec<AccountId>> {
    q.all(&MEMBERS, &params![group], |row| row.id("account_id"))
}

/// Drops the group itself, once nothing stands in it.
pub(super) fn erase(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    for statement in ERASE {
        tx.run(statement, &params![group])?;
    }
    Ok(())
}
