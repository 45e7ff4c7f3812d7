//! Statements of what members keep of posts: pins, saved ones, muted ones.

use kith_base::{Error, Result};
use kith_db::{Query, Tx, params, statement};

use crate::{AccountId, PostId};

statement!(PIN, "posts.pin", "INSERT INTO post_pins (post_id, account_id, created_at) VALUES ($1, $2, $3)");
statement!(UNPIN_ALL, "posts.unpin_all", "DELETE FROM post_pins WHERE account_id = $1");
statement!(UNPIN, "posts.unpin", "DELETE FROM post_pins WHERE post_id = $1 AND account_id = $2");
statement!(PINNED, "posts.pinned", "SELECT post_id FROM post_pins WHERE account_id = $1");
statement!(
    SAVE,
    "posts.save",
    "INSERT INTO saved_posts (account_id, post_id, saved_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, post_id) DO NOTHING"
);
statement!(UNSAVE, "posts.unsave", "DELETE FROM saved_posts WHERE account_id = $1 AND post_id = $2");
statement!(UNREMIND, "posts.unremind", "DELETE FROM saved_reminders WHERE account_id = $1 AND post_id = $2");
statement!(
    MARKS,
    "posts.marks",
    "SELECT post_id, 'saved' AS mark FROM saved_posts WHERE account_id = $1 AND post_id IN ($2[])
      UNION ALL
     SELECT post_id, 'muted' FROM post_mutes WHERE account_id = $1 AND post_id IN ($2[])
      UNION ALL
     SELECT post_id, 'pinned' FROM post_pins WHERE post_id IN ($2[])"
);
statement!(
    MUTE,
    "posts.mute",
    "INSERT INTO post_mutes (account_id, post_id, muted_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, post_id) DO NOTHING"
);
statement!(UNMUTE, "posts.unmute", "DELETE FROM post_mutes WHERE account_id = $1 AND post_id = $2");

/// What somebody did to a post for themselves, or on their profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Saved,
    Muted,
    Pinned,
}

impl Mark {
    fn parse(word: &str) -> Option<Self> {
        match word {
            "saved" => Some(Self::Saved),
            "muted" => Some(Self::Muted),
            "pinned" => Some(Self::Pinned),
            _ => None,
        }
    }
}

pub(in crate::posts) fn mute(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    let now = tx.now();
    tx.run(&MUTE, &params![account, post, now]).map(drop)
}

pub(in crate::posts) fn unmute(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    tx.run(&UNMUTE, &params![account, post]).map(drop)
}

/// One post stands on top of a profile: the last one pinned.
pub(in crate::posts) fn pin(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    let now = tx.now();
    tx.run(&UNPIN_ALL, &params![account])?;
    tx.run(&PIN, &params![post, account, now])?;
    Ok(())
}

pub(in crate::posts) fn unpin(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    tx.run(&UNPIN, &params![post, account])?;
    Ok(())
}

pub(in crate::posts) fn pinned(q: &mut Query<'_>, account: AccountId) -> Result<Option<PostId>> {
    q.find(&PINNED, &params![account], |row| row.id("post_id"))
}

pub(in crate::posts) fn save(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    let now = tx.now();
    tx.run(&SAVE, &params![account, post, now])?;
    Ok(())
}

pub(in crate::posts) fn unsave(tx: &mut Tx<'_>, account: AccountId, post: PostId) -> Result<()> {
    tx.run(&UNREMIND, &params![account, post])?;
    tx.run(&UNSAVE, &params![account, post])?;
    Ok(())
}

/// Which of `posts` `account` has saved or muted, and which are pinned.
pub(crate) fn marks(q: &mut Query<'_>, account: AccountId, posts: &[PostId]) -> Result<Vec<(PostId, Mark)>> {
    q.all(&MARKS, &params![account, posts], |row| {
        let mark = row.text("mark")?;
        let mark = Mark::parse(&mark).ok_or_else(|| Error::internal(format!("no mark {mark}")))?;
        Ok((row.id("post_id")?, mark))
    })
}
