//! All that somebody wrote on their own profile, narrowed at once.

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::{AccountId, PostId};

statement!(
    COUNT_WIDER_THAN_FRIENDS,
    "posts.count_wider_than_friends",
    "SELECT COUNT(*) FROM posts
      WHERE author_id = $1 AND owner_id = $1 AND audience IN ('world', 'community') AND deleted_at IS NULL"
);
statement!(
    COUNT_WIDER_THAN_SELF,
    "posts.count_wider_than_self",
    "SELECT COUNT(*) FROM posts
      WHERE author_id = $1 AND owner_id = $1 AND group_id IS NULL AND audience <> 'self' AND deleted_at IS NULL"
);
// Deleted ones too: undone, they would come back as wide as they were.
statement!(
    TO_FRIENDS,
    "posts.limit_to_friends",
    "UPDATE posts SET audience = 'friends'
      WHERE author_id = $1 AND owner_id = $1 AND audience IN ('world', 'community')
  RETURNING id"
);
statement!(
    TO_SELF,
    "posts.limit_to_self",
    "UPDATE posts SET audience = 'self', circle_id = NULL
      WHERE author_id = $1 AND owner_id = $1 AND group_id IS NULL AND audience <> 'self'
  RETURNING id"
);
statement!(
    FORGET_PEOPLE,
    "posts.forget_people",
    "DELETE FROM post_people
      WHERE post_id IN (SELECT id FROM posts WHERE author_id = $1 AND owner_id = $1 AND audience = 'self')"
);
statement!(
    FORGET_CIRCLES,
    "posts.forget_circles",
    "DELETE FROM post_except_circles
      WHERE post_id IN (SELECT id FROM posts WHERE author_id = $1 AND owner_id = $1 AND audience = 'self')"
);

/// How many posts of `author` more than friends can see.
pub(in crate::posts) fn count_wider_than_friends(q: &mut Query<'_>, author: AccountId) -> Result<i64> {
    q.count(&COUNT_WIDER_THAN_FRIENDS, &params![author])
}

/// How many posts of `author` anybody else can see.
pub(in crate::posts) fn count_wider_than_self(q: &mut Query<'_>, author: AccountId) -> Result<i64> {
    q.count(&COUNT_WIDER_THAN_SELF, &params![author])
}

/// Narrows all posts of `author` that more than friends could see; returns which.
pub(in crate::posts) fn to_friends(tx: &mut Tx<'_>, author: AccountId) -> Result<Vec<PostId>> {
    tx.all(&TO_FRIENDS, &params![author], |row| row.id("id"))
}

/// Narrows all posts of `author` to themselves, whom they named included; returns which.
pub(in crate::posts) fn to_self(tx: &mut Tx<'_>, author: AccountId) -> Result<Vec<PostId>> {
    let narrowed = tx.all(&TO_SELF, &params![author], |row| row.id("id"))?;
    tx.run(&FORGET_PEOPLE, &params![author])?;
    tx.run(&FORGET_CIRCLES, &params![author])?;
    Ok(narrowed)
}
