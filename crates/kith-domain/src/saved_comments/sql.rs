//! Statements of what members saved. A place is the moment of saving with some bits of the id behind it: it grows with
//! time as ids do, and belongs to one thing.

use kith_base::{PageRequest, Result};
use kith_db::{Query, Tx, params, statement};

use super::{Holds, Line, Saved};
use crate::comments::policy::may_see_sql as may_see_comment_sql;
use crate::kinds::{RowId, RowKind};
use crate::posts::policy::may_see_sql;
use crate::{AccountId, CommentId, PostId};

statement!(
    SAVE,
    "saved_comments.save",
    "INSERT INTO saved_comments (account_id, comment_id, post_id, saved_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account_id, comment_id) DO NOTHING"
);
statement!(
    UNSAVE,
    "saved_comments.unsave",
    "DELETE FROM saved_comments WHERE account_id = $1 AND comment_id = $2"
);
statement!(
    AMONG,
    "saved_comments.among",
    "SELECT comment_id FROM saved_comments WHERE account_id = $1 AND comment_id IN ($2[])"
);

// What `$2` saved. A comment stands with the post that it is under; where a post itself was saved there is no comment.
macro_rules! kept_sql {
    () => {
        "WITH kept AS (
           SELECT s.post_id, CAST(0 AS BIGINT) AS comment_id, s.saved_at * 65536 + s.post_id % 65536 AS place
             FROM saved_posts s
            WHERE s.account_id = $2
            UNION ALL
           SELECT s.post_id, s.comment_id, s.saved_at * 65536 + s.comment_id % 65536
             FROM saved_comments s
            WHERE s.account_id = $2) "
    };
}
macro_rules! page_sql {
    ($order:literal) => {
        concat!(
            kept_sql!(),
            "SELECT kept.post_id, kept.comment_id, kept.place
               FROM kept
               JOIN posts p ON p.id = kept.post_id
               LEFT JOIN comments c ON c.id = kept.comment_id
              WHERE kept.place < $3 AND kept.place > $4 AND kept.comment_id >= $5 AND ",
            may_see_sql!(),
            " AND (kept.comment_id = 0 OR ",
            may_see_comment_sql!("c"),
            ") ORDER BY kept.place ",
            $order,
            " LIMIT $6"
        )
    };
}
statement!(PAGE, "saved_comments.page", page_sql!("DESC"));
statement!(PAGE_NEAREST, "saved_comments.page_nearest", page_sql!("ASC"));
statement!(
    PLACE_OF,
    "saved_comments.place_of",
    concat!(
        kept_sql!(),
        "SELECT kept.place
           FROM kept
          WHERE kept.comment_id = $1 OR (kept.post_id = $1 AND kept.comment_id = 0)"
    )
);

pub(super) fn save(tx: &mut Tx<'_>, account: AccountId, comment: CommentId, post: PostId) -> Result<()> {
    let now = tx.now();
    tx.run(&SAVE, &params![account, comment, post, now]).map(drop)
}

pub(super) fn unsave(tx: &mut Tx<'_>, account: AccountId, comment: CommentId) -> Result<()> {
    tx.run(&UNSAVE, &params![account, comment]).map(drop)
}

/// Which of `comments` somebody saved.
pub(super) fn among(q: &mut Query<'_>, account: AccountId, comments: &[CommentId]) -> Result<Vec<CommentId>> {
    q.all(&AMONG, &params![account, comments], |row| row.id("comment_id"))
}

/// The place of something that `account` saved, by the id of the post or comment.
pub(super) fn place_of(q: &mut Query<'_>, account: AccountId, thing: RowId) -> Result<Option<RowId>> {
    q.find(&PLACE_OF, &params![thing, account], |row| row.id("place"))
}

/// Lines of one page, the last saved first, and whether there are more in the direction asked for; `viewer` is
/// [`crate::posts::policy::sql_viewer`].
pub(super) fn page(
    q: &mut Query<'_>,
    viewer: AccountId,
    account: AccountId,
    holds: Holds,
    request: &PageRequest<RowKind>,
) -> Result<(Vec<Line>, bool)> {
    let before = request.before.unwrap_or(RowId::new(i64::MAX));
    let after = request.after.unwrap_or(RowId::new(0));
    let least_comment = match holds {
        Holds::Both => CommentId::new(0),
        Holds::Comments => CommentId::new(1),
    };
    let statement = if request.nearest { &PAGE_NEAREST } else { &PAGE };
    let values = params![viewer, account, before, after, least_comment, request.limit + 1];
    let mut lines = q.all(statement, &values, |row| {
        let comment: CommentId = row.id("comment_id")?;
        let what = match comment.raw() {
            0 => Saved::Post(row.id("post_id")?),
            _ => Saved::Comment(comment),
        };
        Ok(Line { what, place: row.id("place")? })
    })?;
    let has_more = lines.len() > request.limit;
    lines.truncate(request.limit);
    if request.nearest {
        lines.reverse();
    }
    Ok((lines, has_more))
}
