//! Work in the background: erasing what was deleted, forgetting old submission words.

use std::sync::Arc;

use kith_base::{DAY, HOUR, Result};
use kith_db::{Tx, params, statement};

use super::delete::{PURGE, Purge};
use super::sql;
use crate::work::{JobKind, Upkeep};
use crate::{App, PostId, media};

inventory::submit! {
    JobKind {
        name: PURGE,
        run: |app, payload| Box::pin(async move {
            let job: Purge = serde_json::from_value(payload)?;
            app.db.write(move |tx| purge(tx, job.post)).await
        }),
    }
}

inventory::submit! {
    Upkeep { name: "posts.forget_submissions", every: HOUR, run: |app| Box::pin(forget_submissions(app)) }
}

async fn forget_submissions(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let before = tx.now() - DAY;
            sql::forget_submissions(tx, before).map(|_| ())
        })
        .await
}

macro_rules! erasing {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        /// Everything that hangs on a post, in an order in which nothing is left without its owner.
        static ERASE: &[&kith_db::Statement] = &[$(&$name),*];
    };
}

erasing! {
    ERASE_COMMENT_REACTIONS, "posts.erase_comment_reactions",
        "DELETE FROM reactions WHERE subject_kind = 'comment'
            AND subject_id IN (SELECT c.id FROM comments c WHERE c.post_id = $1)";
    ERASE_COMMENT_TALLIES, "posts.erase_comment_tallies",
        "DELETE FROM reaction_tallies WHERE subject_kind = 'comment'
            AND subject_id IN (SELECT c.id FROM comments c WHERE c.post_id = $1)";
    ERASE_COMMENT_TERMS, "posts.erase_comment_terms",
        "DELETE FROM search_terms WHERE kind = 'comment'
            AND subject_id IN (SELECT c.id FROM comments c WHERE c.post_id = $1)";
    ERASE_COMMENTS, "posts.erase_comments", "DELETE FROM comments WHERE post_id = $1";
    ERASE_REACTIONS, "posts.erase_reactions", "DELETE FROM reactions WHERE subject_kind = 'post' AND subject_id = $1";
    ERASE_TALLIES, "posts.erase_tallies",
        "DELETE FROM reaction_tallies WHERE subject_kind = 'post' AND subject_id = $1";
    ERASE_POLL_VOTES, "posts.erase_poll_votes",
        "DELETE FROM poll_votes WHERE poll_id IN (SELECT id FROM polls WHERE post_id = $1)";
    ERASE_POLL_VOTERS, "posts.erase_poll_voters",
        "DELETE FROM poll_voters WHERE poll_id IN (SELECT id FROM polls WHERE post_id = $1)";
    ERASE_POLL_OPTIONS, "posts.erase_poll_options",
        "DELETE FROM poll_options WHERE poll_id IN (SELECT id FROM polls WHERE post_id = $1)";
    ERASE_POLLS, "posts.erase_polls", "DELETE FROM polls WHERE post_id = $1";
    ERASE_SAVED, "posts.erase_saved", "DELETE FROM saved_posts WHERE post_id = $1";
    ERASE_SAVED_COMMENTS, "posts.erase_saved_comments", "DELETE FROM saved_comments WHERE post_id = $1";
    ERASE_REMINDERS, "posts.erase_reminders", "DELETE FROM saved_reminders WHERE post_id = $1";
    ERASE_MUTES, "posts.erase_mutes", "DELETE FROM post_mutes WHERE post_id = $1";
    ERASE_GROUP_PINS, "posts.erase_group_pins", "DELETE FROM group_pins WHERE post_id = $1";
    ERASE_PINS, "posts.erase_pins", "DELETE FROM post_pins WHERE post_id = $1";
    ERASE_REVISIONS, "posts.erase_revisions", "DELETE FROM post_revisions WHERE post_id = $1";
    ERASE_PHOTO_TAGS, "posts.erase_photo_tags",
        "DELETE FROM photo_tags WHERE media_id IN (SELECT media_id FROM post_photos WHERE post_id = $1)";
    ERASE_ALBUM_PHOTOS, "posts.erase_album_photos", "DELETE FROM album_photos WHERE post_id = $1";
    ERASE_PHOTOS, "posts.erase_photos", "DELETE FROM post_photos WHERE post_id = $1";
    ERASE_MENTIONS, "posts.erase_mentions", "DELETE FROM post_mentions WHERE post_id = $1";
    ERASE_TAGS, "posts.erase_tags", "DELETE FROM post_tags WHERE post_id = $1";
    ERASE_PEOPLE, "posts.erase_people", "DELETE FROM post_people WHERE post_id = $1";
    ERASE_COMMENT_PEOPLE, "posts.erase_comment_people", "DELETE FROM post_comment_people WHERE post_id = $1";
    ERASE_CIRCLES, "posts.erase_circles", "DELETE FROM post_except_circles WHERE post_id = $1";
    ERASE_NOTICES, "posts.erase_notices", "DELETE FROM notices WHERE post_id = $1";
    ERASE_TERMS, "posts.erase_terms", "DELETE FROM search_terms WHERE kind = 'post' AND subject_id = $1";
    ERASE_TEXTS, "posts.erase_texts", "DELETE FROM post_texts WHERE post_id = $1";
    ERASE_POST, "posts.erase", "DELETE FROM posts WHERE id = $1";
}

statement!(
    COMMENT_PHOTOS,
    "posts.comment_photos",
    "SELECT photo_id FROM comments WHERE post_id = $1 AND photo_id IS NOT NULL"
);

/// Erases a post that was deleted and not taken back.
fn purge(tx: &mut Tx<'_>, post: PostId) -> Result<()> {
    let Some(found) = sql::load(tx, &[post])?.remove(&post) else { return Ok(()) };
    let waited = found.facts.deleted_at.is_some_and(|deleted| tx.now() - deleted > super::policy::UNDO);
    if waited { erase(tx, post) } else { Ok(()) }
}

/// Erases a post with all that hangs on it, its photos included.
///
/// # Errors
/// Internal when the database fails.
pub fn erase(tx: &mut Tx<'_>, post: PostId) -> Result<()> {
    let mut pictures = sql::photos(tx, &[post])?.remove(&post).unwrap_or_default();
    pictures.extend(tx.all(&COMMENT_PHOTOS, &params![post], |row| row.id("photo_id"))?);
    media::discard(tx, &pictures)?;
    for statement in ERASE {
        tx.run(statement, &params![post])?;
    }
    Ok(())
}
