//! The statements of comments.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Comment, Order};
use super::policy::may_see_sql;
use crate::viewer::AccountState;
use crate::{AccountId, CommentId, MediaId, PostId};

macro_rules! columns {
    () => {
        columns!("")
    };
    ($more:literal) => {
        concat!(
            "SELECT c.id, c.post_id, c.author_id, a.state AS author_state, c.thread_id,
                    CASE WHEN c.reply_to_id <> c.thread_id THEN answered.author_id END AS answers_id,
                    c.language, c.source, c.html, c.photo_id, c.created_at, c.edited_at, c.deleted_at, c.deleted_by_id",
            $more,
            " FROM comments c
               JOIN accounts a ON a.id = c.author_id
               LEFT JOIN comments answered ON answered.id = c.reply_to_id "
        )
    };
}

statement!(BY_ID, "comments.by_id", concat!(columns!(), "WHERE c.id = $1"));
statement!(BY_IDS, "comments.by_ids", concat!(columns!(), "WHERE c.id IN ($1[])"));

// A first-level comment that is gone stays as an empty place while an answer to it can be read.
statement!(
    NEWEST,
    "comments.newest",
    concat!(
        columns!(),
        "WHERE c.post_id = $2 AND c.thread_id IS NULL AND c.id < $3 AND (",
        may_see_sql!("c"),
        " OR EXISTS (SELECT 1 FROM comments r WHERE r.thread_id = c.id AND ",
        may_see_sql!("r"),
        ")) ORDER BY c.id DESC LIMIT $4"
    )
);
statement!(
    OLDEST,
    "comments.oldest",
    concat!(
        columns!(),
        "WHERE c.post_id = $2 AND c.thread_id IS NULL AND c.id > $3 AND (",
        may_see_sql!("c"),
        " OR EXISTS (SELECT 1 FROM comments r WHERE r.thread_id = c.id AND ",
        may_see_sql!("r"),
        ")) ORDER BY c.id LIMIT $4"
    )
);
statement!(
    REPLIES,
    "comments.replies",
    concat!(
        "WITH numbered AS (
             SELECT r.id AS numbered_id,
                    ROW_NUMBER() OVER (PARTITION BY r.thread_id ORDER BY r.id) AS place,
                    COUNT(*) OVER (PARTITION BY r.thread_id) AS total
               FROM comments r
              WHERE r.thread_id IN ($2[]) AND r.id > $4 AND ",
        may_see_sql!("r"),
        ") ",
        columns!(", numbered.total AS total"),
        "JOIN numbered ON numbered.numbered_id = c.id WHERE numbered.place <= $3 ORDER BY c.id"
    )
);
statement!(
    PREVIEW,
    "comments.preview",
    concat!(
        "WITH numbered AS (
             SELECT r.id AS numbered_id,
                    ROW_NUMBER() OVER (PARTITION BY r.post_id ORDER BY r.reaction_count DESC, r.id DESC) AS place
               FROM comments r
              WHERE r.post_id IN ($2[]) AND r.thread_id IS NULL AND ",
        may_see_sql!("r"),
        ") ",
        columns!(),
        "JOIN numbered ON numbered.numbered_id = c.id WHERE numbered.place <= $3 ORDER BY c.id"
    )
);

pub(super) fn by_id(q: &mut Query<'_>, id: CommentId) -> Result<Option<Comment>> {
    q.find(&BY_ID, &params![id], comment_row)
}

pub(super) fn by_ids(q: &mut Query<'_>, ids: &[CommentId]) -> Result<Vec<Comment>> {
    q.all(&BY_IDS, &params![ids], comment_row)
}

/// First-level comments of a post beyond `cursor`, at most `limit`, those included that are only empty places.
pub(super) fn first_level(
    q: &mut Query<'_>,
    viewer: AccountId,
    post: PostId,
    order: Order,
    cursor: Option<CommentId>,
    limit: usize,
) -> Result<Vec<Comment>> {
    let (statement, edge) = match order {
        Order::Newest => (&NEWEST, i64::MAX),
        Order::Oldest => (&OLDEST, 0),
    };
    let cursor = cursor.unwrap_or(CommentId::new(edge));
    q.all(statement, &params![viewer, post, cursor, limit], comment_row)
}

/// Answers in `threads` that come after `after`, at most `limit` each, old to new, each with how many its thread has
/// from there.
pub(super) fn replies(
    q: &mut Query<'_>,
    viewer: AccountId,
    threads: &[CommentId],
    after: Option<CommentId>,
    limit: usize,
) -> Result<Vec<(Comment, i64)>> {
    let after = after.unwrap_or(CommentId::new(0));
    q.all(&REPLIES, &params![viewer, threads, limit, after], |row| Ok((comment_row(row)?, row.int("total")?)))
}

/// The most useful first-level comments of each post, old to new: most reactions first, then the newest.
pub(super) fn preview(
    q: &mut Query<'_>,
    viewer: AccountId,
    posts: &[PostId],
    each: usize,
) -> Result<Vec<Comment>> {
    q.all(&PREVIEW, &params![viewer, posts, each], comment_row)
}

fn comment_row(row: &Row<'_>) -> Result<Comment> {
    let state = row.text("author_state")?;
    Ok(Comment {
        id: row.id("id")?,
        post: row.id("post_id")?,
        author: row.id("author_id")?,
        author_state: AccountState::parse(&state)
            .ok_or_else(|| Error::internal(format!("no account state {state}")))?,
        thread: row.opt_id("thread_id")?,
        answers: row.opt_id("answers_id")?,
        language: row.text("language")?,
        source: row.text("source")?,
        html: row.text("html")?,
        photo: row.opt_id("photo_id")?,
        created_at: row.int("created_at")?,
        edited_at: row.opt_int("edited_at")?,
        deleted_at: row.opt_int("deleted_at")?,
        deleted_by: row.opt_id("deleted_by_id")?,
    })
}

statement!(
    COUNT_SEEN,
    "comments.count_seen",
    concat!(
        "SELECT c.post_id, COUNT(*) AS total
           FROM comments c
          WHERE c.post_id IN ($2[]) AND ",
        may_see_sql!("c"),
        " GROUP BY c.post_id"
    )
);

/// How many comments under each of `posts` the viewer may see; none for a post without any.
pub(super) fn count_seen(
    q: &mut Query<'_>,
    viewer: AccountId,
    posts: &[PostId],
) -> Result<Vec<(PostId, i64)>> {
    q.all(&COUNT_SEEN, &params![viewer, posts], |row| Ok((row.id("post_id")?, row.int("total")?)))
}

statement!(
    INSERT,
    "comments.insert",
    "INSERT INTO comments (id, post_id, author_id, thread_id, reply_to_id, language, source, html, photo_id,
                           created_at, reaction_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0)"
);
statement!(
    UPDATE,
    "comments.update",
    "UPDATE comments SET language = $2, source = $3, html = $4, photo_id = $5, edited_at = $6 WHERE id = $1"
);
statement!(
    MARK_DELETED,
    "comments.mark_deleted",
    "UPDATE comments SET deleted_at = $2, deleted_by_id = $3 WHERE id = $1"
);
statement!(
    COUNT_REACTIONS,
    "comments.count_reactions",
    "UPDATE comments SET reaction_count = reaction_count + $2 WHERE id = $1"
);

/// Where a new comment stands, and what it shows.
pub(super) struct Place {
    pub post: PostId,
    pub thread: Option<CommentId>,
    pub reply_to: Option<CommentId>,
    pub photo: Option<MediaId>,
}

pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: CommentId,
    author: AccountId,
    place: &Place,
    words: &crate::posts::words::Words,
) -> Result<()> {
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![
            id,
            place.post,
            author,
            place.thread,
            place.reply_to,
            &words.language,
            &words.source,
            &words.rendered.html,
            place.photo,
            now
        ],
    )?;
    Ok(())
}

pub(super) fn update(
    tx: &mut Tx<'_>,
    id: CommentId,
    words: &crate::posts::words::Words,
    photo: Option<MediaId>,
) -> Result<()> {
    let now = tx.now();
    tx.run(&UPDATE, &params![id, &words.language, &words.source, &words.rendered.html, photo, now])?;
    Ok(())
}

pub(super) fn mark_deleted(
    tx: &mut Tx<'_>,
    id: CommentId,
    at: Option<Millis>,
    by: Option<AccountId>,
) -> Result<()> {
    tx.run(&MARK_DELETED, &params![id, at, by])?;
    Ok(())
}

/// Reactions to a comment became more or fewer.
pub(crate) fn count_reactions(tx: &mut Tx<'_>, id: CommentId, by: i64) -> Result<()> {
    tx.run(&COUNT_REACTIONS, &params![id, by])?;
    Ok(())
}

statement!(
    ERASE_REACTIONS,
    "comments.erase_reactions",
    "DELETE FROM reactions WHERE subject_kind = 'comment' AND subject_id = $1"
);
statement!(
    ERASE_TALLIES,
    "comments.erase_tallies",
    "DELETE FROM reaction_tallies WHERE subject_kind = 'comment' AND subject_id = $1"
);
statement!(ERASE_SAVED, "comments.erase_saved", "DELETE FROM saved_comments WHERE comment_id = $1");
statement!(
    ERASE_TERMS,
    "comments.erase_terms",
    "DELETE FROM search_terms WHERE kind = 'comment' AND subject_id = $1"
);
statement!(ERASE_NOTICES, "comments.erase_notices", "DELETE FROM notices WHERE comment_id = $1");
statement!(
    ERASE_WORDS,
    "comments.erase_words",
    "UPDATE comments SET source = '', html = '', photo_id = NULL, reaction_count = 0 WHERE id = $1"
);
statement!(
    ERASE,
    "comments.erase",
    "DELETE FROM comments
      WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM comments r WHERE r.thread_id = $1 OR r.reply_to_id = $1)"
);

/// Erases a comment with its reactions; where answers hang on it an empty row stays for them.
pub(super) fn erase(tx: &mut Tx<'_>, id: CommentId) -> Result<()> {
    for statement in
        [&ERASE_REACTIONS, &ERASE_TALLIES, &ERASE_SAVED, &ERASE_TERMS, &ERASE_NOTICES, &ERASE_WORDS, &ERASE]
    {
        tx.run(statement, &params![id])?;
    }
    Ok(())
}

statement!(
    COMMENTERS,
    "comments.commenters",
    "SELECT c.author_id
       FROM comments c
      WHERE c.post_id = $1 AND c.deleted_at IS NULL
      GROUP BY c.author_id
      ORDER BY MAX(c.id) DESC
      LIMIT $2"
);

/// More of those who took part than these are not told that somebody else did: nobody follows such a crowd by notices.
const COMMENTERS_TOLD: usize = 50;

/// Those who commented on a post, lately first.
pub(super) fn commenters(q: &mut Query<'_>, post: PostId) -> Result<Vec<AccountId>> {
    q.all(&COMMENTERS, &params![post, COMMENTERS_TOLD], |row| row.id("author_id"))
}
