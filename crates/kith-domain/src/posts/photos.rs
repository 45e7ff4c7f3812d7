//! Photos of a post: taken in when it is written, let go when they are left out or the post is erased.

use kith_base::{Error, Result};
use kith_db::{Tx, params, statement};

use crate::{AccountId, MediaId, PostId};

statement!(
    ATTACH,
    "posts.attach_photos",
    "UPDATE media SET attached_kind = 'post', attached_id = $2, attached_at = $3
      WHERE id IN ($1[]) AND owner_id = $4 AND attached_kind IS NULL AND state <> 'failed'"
);

/// Takes uploads of `owner` into `post`.
pub(super) fn attach(tx: &mut Tx<'_>, owner: AccountId, photos: &[MediaId], post: PostId) -> Result<()> {
    if photos.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    let taken = tx.run(&ATTACH, &params![photos, post, now, owner])?;
    if usize::try_from(taken).is_ok_and(|taken| taken == photos.len()) {
        Ok(())
    } else {
        Err(Error::invalid("photos", "posts-photos-gone"))
    }
}

statement!(
    DETACH,
    "posts.detach_photos",
    "UPDATE media SET attached_kind = NULL, attached_id = NULL, attached_at = NULL WHERE id IN ($1[])"
);

/// Lets photos go; nothing shows them any more.
pub(super) fn detach(tx: &mut Tx<'_>, photos: &[MediaId]) -> Result<()> {
    if !photos.is_empty() {
        tx.run(&DETACH, &params![photos])?;
    }
    Ok(())
}
