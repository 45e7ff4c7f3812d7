//! Statements of folders and reminders.

use std::collections::HashMap;

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::{Folder, Kept};
use crate::posts::policy::may_see_sql;
use crate::{AccountId, FolderId, PostId};

statement!(
    FOLDERS,
    "saved.folders",
    concat!(
        "SELECT f.id, f.name,
                (SELECT COUNT(*)
                   FROM saved_posts s
                   JOIN posts p ON p.id = s.post_id
                  WHERE s.folder_id = f.id AND s.account_id = $1 AND ",
        may_see_sql!(),
        ") AS posts
           FROM saved_folders f
          WHERE f.account_id = $1
          ORDER BY f.name_key, f.id"
    )
);
statement!(
    COUNT,
    "saved.count_folders",
    "SELECT COUNT(*) AS folders FROM saved_folders WHERE account_id = $1"
);
statement!(
    HAS_NAME,
    "saved.has_name",
    "SELECT id FROM saved_folders WHERE account_id = $1 AND id <> $2 AND name_key = $3"
);
statement!(OWNS, "saved.owns", "SELECT id FROM saved_folders WHERE account_id = $1 AND id = $2");
statement!(
    INSERT,
    "saved.insert_folder",
    "INSERT INTO saved_folders (id, account_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)"
);
statement!(RENAME, "saved.rename_folder", "UPDATE saved_folders SET name = $2, name_key = $3 WHERE id = $1");
statement!(
    EMPTY,
    "saved.empty_folder",
    "UPDATE saved_posts SET folder_id = NULL WHERE account_id = $1 AND folder_id = $2"
);
statement!(DELETE, "saved.delete_folder", "DELETE FROM saved_folders WHERE account_id = $1 AND id = $2");
statement!(
    PUT_INTO,
    "saved.put_into",
    "UPDATE saved_posts SET folder_id = $3 WHERE account_id = $1 AND post_id = $2"
);
statement!(
    KEPT,
    "saved.kept",
    "SELECT s.post_id, s.folder_id, r.remind_at
       FROM saved_posts s
       LEFT JOIN saved_reminders r ON r.account_id = s.account_id AND r.post_id = s.post_id
      WHERE s.account_id = $1 AND s.post_id IN ($2[])"
);

pub(super) fn folders(q: &mut Query<'_>, owner: AccountId) -> Result<Vec<Folder>> {
    q.all(&FOLDERS, &params![owner], |row| {
        Ok(Folder { id: row.id("id")?, name: row.text("name")?, posts: row.int("posts")? })
    })
}

pub(super) fn count_folders(q: &mut Query<'_>, owner: AccountId) -> Result<i64> {
    q.count(&COUNT, &params![owner])
}

/// Whether another folder than `folder` is called so.
pub(super) fn has_name(q: &mut Query<'_>, owner: AccountId, folder: FolderId, key: &str) -> Result<bool> {
    q.exists(&HAS_NAME, &params![owner, folder, key])
}

pub(super) fn owns(q: &mut Query<'_>, owner: AccountId, folder: FolderId) -> Result<bool> {
    q.exists(&OWNS, &params![owner, folder])
}

pub(super) fn insert_folder(
    tx: &mut Tx<'_>,
    id: FolderId,
    owner: AccountId,
    name: &str,
    key: &str,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT, &params![id, owner, name, key, now]).map(drop)
}

pub(super) fn rename(tx: &mut Tx<'_>, folder: FolderId, name: &str, key: &str) -> Result<()> {
    tx.run(&RENAME, &params![folder, name, key]).map(drop)
}

pub(super) fn delete_folder(tx: &mut Tx<'_>, owner: AccountId, folder: FolderId) -> Result<()> {
    tx.run(&EMPTY, &params![owner, folder])?;
    tx.run(&DELETE, &params![owner, folder]).map(drop)
}

/// Whether the post is saved at all.
pub(super) fn put_into(
    tx: &mut Tx<'_>,
    owner: AccountId,
    post: PostId,
    folder: Option<FolderId>,
) -> Result<bool> {
    tx.run(&PUT_INTO, &params![owner, post, folder]).map(|rows| rows == 1)
}

pub(super) fn kept(q: &mut Query<'_>, owner: AccountId, ids: &[PostId]) -> Result<HashMap<PostId, Kept>> {
    let rows = q.all(&KEPT, &params![owner, ids], |row| {
        let kept = Kept { folder: row.opt_id("folder_id")?, remind_at: row.opt_int("remind_at")? };
        Ok((row.id("post_id")?, kept))
    })?;
    Ok(rows.into_iter().collect())
}

statement!(
    COUNT_REMINDERS,
    "saved.count_reminders",
    "SELECT COUNT(*) AS waiting FROM saved_reminders WHERE account_id = $1 AND post_id <> $2"
);
statement!(
    PUT_REMINDER,
    "saved.put_reminder",
    "INSERT INTO saved_reminders (account_id, post_id, remind_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, post_id) DO UPDATE SET remind_at = excluded.remind_at"
);
statement!(
    DROP_REMINDER,
    "saved.drop_reminder",
    "DELETE FROM saved_reminders WHERE account_id = $1 AND post_id = $2"
);
statement!(
    DUE,
    "saved.due",
    "SELECT account_id, post_id FROM saved_reminders
      WHERE remind_at <= $1
      ORDER BY remind_at, account_id, post_id LIMIT $2"
);

/// How many wait beside the one of this post.
pub(super) fn count_reminders(q: &mut Query<'_>, owner: AccountId, post: PostId) -> Result<i64> {
    q.count(&COUNT_REMINDERS, &params![owner, post])
}

pub(super) fn put_reminder(tx: &mut Tx<'_>, owner: AccountId, post: PostId, at: Millis) -> Result<()> {
    tx.run(&PUT_REMINDER, &params![owner, post, at]).map(drop)
}

pub(super) fn drop_reminder(tx: &mut Tx<'_>, owner: AccountId, post: PostId) -> Result<()> {
    tx.run(&DROP_REMINDER, &params![owner, post]).map(drop)
}

pub(super) fn due(q: &mut Query<'_>, now: Millis, limit: usize) -> Result<Vec<(AccountId, PostId)>> {
    q.all(&DUE, &params![now, limit], |row| Ok((row.id("account_id")?, row.id("post_id")?)))
}
