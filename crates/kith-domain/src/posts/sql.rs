//! The statements of posts. Whoever reads through [`load`] gets rows, not permission: `policy.rs` decides after it.

mod in_group;
mod marks;
mod named;
mod pages;
pub(super) mod past;
mod words;

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Audience, AudienceChoice, CommentAudience, Hold, Post, PostFacts, ShareCount};
use crate::viewer::AccountState;
use crate::{AccountId, CircleId, MediaId, PostId};

pub(super) use in_group::NewPlace;
pub(crate) use in_group::set_hold;
pub(crate) use marks::{Mark, marks};
pub(super) use marks::{mute, unmute};
pub(super) use marks::{pin, pinned, save, unpin, unsave};
pub(super) use named::put as put_named;
pub(super) use pages::{ListOf, page, popular, shared_by, sharers, shares_by};
pub(crate) use pages::{mentions, tags};
pub(super) use words::{insert_revision, put as put_words, revisions, update as update_words};

statement!(
    BY_IDS,
    "posts.by_ids",
    "SELECT p.id, p.author_id, p.wall_id, p.owner_id, a.state AS author_state, o.state AS owner_state,
            p.audience, p.circle_id, p.comment_audience, p.language, p.cover, p.shared_post_id,
            p.created_at, p.edited_at, p.deleted_at, p.deleted_by_id, p.comments_closed_at,
            p.photo_count, p.comment_count, p.reaction_count, p.share_count, p.more_texts, t.source, t.html,
            p.group_id, p.group_hold, p.group_reason, p.group_topic_id, p.announced_at,
            g.visibility AS group_visibility, g.state AS group_state, g.comments AS group_comments,
            g.name AS group_name, g.slug AS group_slug, gt.name AS topic_name
       FROM posts p
       JOIN accounts a ON a.id = p.author_id
       JOIN accounts o ON o.id = p.owner_id
       LEFT JOIN post_texts t ON t.post_id = p.id AND t.language = p.language
       LEFT JOIN groups g ON g.id = p.group_id
       LEFT JOIN group_topics gt ON gt.id = p.group_topic_id
      WHERE p.id IN ($1[])"
);

statement!(
    PHOTOS,
    "posts.photos",
    "SELECT post_id, media_id FROM post_photos WHERE post_id IN ($1[]) ORDER BY post_id, position"
);

/// The posts among `ids` that exist in any state, with all that the rules ask for. Four statements at most.
pub(crate) fn load(q: &mut Query<'_>, ids: &[PostId]) -> Result<HashMap<PostId, Post>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut with_more: Vec<PostId> = Vec::new();
    let found = q.all(&BY_IDS, &params![ids], |row| {
        let post = post_row(row)?;
        if row.int("more_texts")? > 0 {
            with_more.push(post.id);
        }
        Ok(post)
    })?;
    let mut posts: HashMap<PostId, Post> = found.into_iter().map(|post| (post.id, post)).collect();
    named::fill(q, &mut posts)?;
    words::fill(q, &mut posts, &with_more)?;
    Ok(posts)
}

fn post_row(row: &Row<'_>) -> Result<Post> {
    let id = row.id("id")?;
    let author = row.id("author_id")?;
    let facts = PostFacts {
        id,
        author,
        author_state: word(row, "author_state", AccountState::parse)?,
        owner: row.id("owner_id")?,
        owner_state: word(row, "owner_state", AccountState::parse)?,
        choice: AudienceChoice {
            audience: word(row, "audience", Audience::parse)?,
            circle: row.opt_id("circle_id")?,
            people: Vec::new(),
            except_circles: Vec::new(),
        },
        group: in_group::facts(row)?,
        hold: row.opt_text("group_hold")?.as_deref().and_then(Hold::parse),
        comments: word(row, "comment_audience", CommentAudience::parse)?.into(),
        comments_closed_at: row.opt_int("comments_closed_at")?,
        deleted_at: row.opt_int("deleted_at")?,
        deleted_by: row.opt_id("deleted_by_id")?,
    };
    Ok(Post {
        id,
        author,
        wall: row.opt_id("wall_id")?,
        group: in_group::place(row, facts.group.as_ref())?,
        facts,
        language: row.text("language")?,
        cover: row.text("cover")?,
        source: row.opt_text("source")?.unwrap_or_default(),
        html: row.opt_text("html")?.unwrap_or_default(),
        more: Vec::new(),
        shared: row.opt_id("shared_post_id")?,
        created_at: row.int("created_at")?,
        edited_at: row.opt_int("edited_at")?,
        photo_count: row.int("photo_count")?,
        comment_count: row.int("comment_count")?,
        reaction_count: row.int("reaction_count")?,
        share_count: row.int("share_count")?,
    })
}

/// Reads a word of one of our closed lists.
fn word<T>(row: &Row<'_>, column: &str, parse: fn(&str) -> Option<T>) -> Result<T> {
    let text = row.text(column)?;
    parse(&text).ok_or_else(|| Error::internal(format!("{column} holds {text}")))
}

/// Photos of posts in order.
pub(crate) fn photos(q: &mut Query<'_>, ids: &[PostId]) -> Result<HashMap<PostId, Vec<MediaId>>> {
    let mut photos: HashMap<PostId, Vec<MediaId>> = HashMap::new();
    if !ids.is_empty() {
        q.all(&PHOTOS, &params![ids], |row| {
            photos.entry(row.id("post_id")?).or_default().push(row.id("media_id")?);
            Ok(())
        })?;
    }
    Ok(photos)
}

statement!(
    INSERT,
    "posts.insert",
    "INSERT INTO posts (id, author_id, wall_id, owner_id, audience, circle_id, comment_audience, language, cover,
                        shared_post_id, created_at, photo_count, comment_count, reaction_count, share_count,
                        group_id, group_hold, group_topic_id, announced_at, more_texts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 0, 0, $13, $14, $15, $16, $17)"
);

/// What a new row of `posts` says.
pub(super) struct NewRow<'a> {
    pub id: PostId,
    pub author: AccountId,
    pub wall: Option<AccountId>,
    pub choice: &'a AudienceChoice,
    pub comments: CommentAudience,
    pub language: &'a str,
    pub cover: &'a str,
    pub shared: Option<PostId>,
    pub photo_count: usize,
    pub group: Option<NewPlace>,
    pub more_texts: usize,
}

pub(super) fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<()> {
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![
            new.id,
            new.author,
            new.wall,
            new.wall.unwrap_or(new.author),
            new.choice.audience,
            new.choice.circle,
            new.comments,
            new.language,
            new.cover,
            new.shared,
            now,
            new.photo_count,
            new.group.map(|place| place.group),
            new.group.and_then(|place| place.hold).map(Hold::as_str),
            new.group.and_then(|place| place.topic),
            new.group.filter(|place| place.is_announcement).map(|_| now),
            new.more_texts
        ],
    )?;
    Ok(())
}

statement!(
    INSERT_PHOTO,
    "posts.insert_photo",
    "INSERT INTO post_photos (post_id, media_id, position) VALUES ($1, $2, $3)"
);
statement!(DELETE_PHOTOS, "posts.delete_photos", "DELETE FROM post_photos WHERE post_id = $1");

/// Writes the photos in order, in place of those it had.
pub(super) fn put_photos(tx: &mut Tx<'_>, post: PostId, photos: &[MediaId]) -> Result<()> {
    tx.run(&DELETE_PHOTOS, &params![post])?;
    for (position, photo) in photos.iter().enumerate() {
        tx.run(&INSERT_PHOTO, &params![post, photo, position])?;
    }
    Ok(())
}

statement!(
    SUBMITTED,
    "posts.submitted",
    "SELECT made_id FROM submissions WHERE account_id = $1 AND submission = $2"
);
statement!(
    INSERT_SUBMISSION,
    "posts.insert_submission",
    "INSERT INTO submissions (account_id, submission, made_id, created_at) VALUES ($1, $2, $3, $4)"
);
statement!(FORGET_SUBMISSIONS, "posts.forget_submissions", "DELETE FROM submissions WHERE created_at < $1");

/// What the form with this word made already.
pub(crate) fn submitted<K>(
    q: &mut Query<'_>,
    account: AccountId,
    submission: &str,
) -> Result<Option<kith_base::Id<K>>> {
    q.find(&SUBMITTED, &params![account, submission], |row| row.id("made_id"))
}

pub(crate) fn insert_submission<K>(
    tx: &mut Tx<'_>,
    account: AccountId,
    submission: &str,
    made: kith_base::Id<K>,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT_SUBMISSION, &params![account, submission, made, now])?;
    Ok(())
}

pub(super) fn forget_submissions(tx: &mut Tx<'_>, before: Millis) -> Result<u64> {
    tx.run(&FORGET_SUBMISSIONS, &params![before])
}

statement!(COUNT_SINCE, "posts.count_since", "SELECT COUNT(*) FROM posts WHERE author_id = $1 AND id >= $2");

/// Posts that `author` wrote since, deleted ones included.
pub(super) fn count_since(q: &mut Query<'_>, author: AccountId, since: Millis) -> Result<i64> {
    q.count(&COUNT_SINCE, &params![author, PostId::earliest_at(since)])
}

statement!(
    UPDATE_AUDIENCE,
    "posts.update_audience",
    "UPDATE posts SET audience = $2, circle_id = $3, comment_audience = $4 WHERE id = $1"
);

pub(super) fn update_audience(
    tx: &mut Tx<'_>,
    post: PostId,
    choice: &AudienceChoice,
    comments: CommentAudience,
) -> Result<()> {
    tx.run(&UPDATE_AUDIENCE, &params![post, choice.audience, choice.circle, comments])?;
    Ok(())
}

statement!(
    MARK_DELETED,
    "posts.mark_deleted",
    "UPDATE posts SET deleted_at = $2, deleted_by_id = $3 WHERE id = $1"
);
statement!(CLOSE_COMMENTS, "posts.close_comments", "UPDATE posts SET comments_closed_at = $2 WHERE id = $1");
statement!(COUNT_SHARE, "posts.count_share", "UPDATE posts SET share_count = share_count + $2 WHERE id = $1");

pub(super) fn mark_deleted(
    tx: &mut Tx<'_>,
    post: PostId,
    at: Option<Millis>,
    by: Option<AccountId>,
) -> Result<()> {
    tx.run(&MARK_DELETED, &params![post, at, by])?;
    Ok(())
}

pub(super) fn close_comments(tx: &mut Tx<'_>, post: PostId, at: Option<Millis>) -> Result<()> {
    tx.run(&CLOSE_COMMENTS, &params![post, at])?;
    Ok(())
}

pub(super) fn count_share(tx: &mut Tx<'_>, post: PostId, by: i64) -> Result<()> {
    tx.run(&COUNT_SHARE, &params![post, by])?;
    Ok(())
}

statement!(
    COUNT_SHARES,
    "posts.count_shares",
    concat!(
        "SELECT p.shared_post_id, COUNT(*) AS total,
                SUM(CASE WHEN p.photo_count > 0
                           OR EXISTS (SELECT 1 FROM post_texts w WHERE w.post_id = p.id AND w.source <> '')
                         THEN 1 ELSE 0 END) AS quotes
           FROM posts p
          WHERE p.shared_post_id IN ($2[]) AND ",
        super::policy::may_see_sql!(),
        " GROUP BY p.shared_post_id"
    )
);

/// How many posts that pass each of `posts` on the viewer may see; none for a post without any.
pub(super) fn count_shares(
    q: &mut Query<'_>,
    viewer: AccountId,
    posts: &[PostId],
) -> Result<Vec<(PostId, ShareCount)>> {
    q.all(&COUNT_SHARES, &params![viewer, posts], |row| {
        let count = ShareCount { all: row.int("total")?, quotes: row.int("quotes")? };
        Ok((row.id("shared_post_id")?, count))
    })
}

statement!(
    BY_AUTHOR_FOR_WORLD,
    "posts.by_author_for_world",
    concat!(
        "SELECT p.id FROM posts p WHERE p.author_id = $2 AND p.audience = 'world' AND ",
        super::policy::may_see_sql!(),
        " LIMIT 1"
    )
);

/// Whether anything that `author` wrote for the world is there.
pub(super) fn writes_for_world(q: &mut Query<'_>, author: AccountId) -> Result<bool> {
    q.exists(&BY_AUTHOR_FOR_WORLD, &params![AccountId::new(0), author])
}

statement!(
    COUNT_COMMENTS,
    "posts.count_comments",
    "UPDATE posts SET comment_count = comment_count + $2 WHERE id = $1"
);
statement!(
    COUNT_REACTIONS,
    "posts.count_reactions",
    "UPDATE posts SET reaction_count = reaction_count + $2 WHERE id = $1"
);

/// Comments under `post` became more or fewer.
pub(crate) fn count_comments(tx: &mut Tx<'_>, post: PostId, by: i64) -> Result<()> {
    tx.run(&COUNT_COMMENTS, &params![post, by])?;
    Ok(())
}

/// Reactions to `post` became more or fewer.
pub(crate) fn count_reactions(tx: &mut Tx<'_>, post: PostId, by: i64) -> Result<()> {
    tx.run(&COUNT_REACTIONS, &params![post, by])?;
    Ok(())
}

statement!(
    KNOWN_PEOPLE,
    "posts.known_people",
    "SELECT id FROM accounts WHERE id IN ($1[]) AND state = 'active'"
);
statement!(OWN_CIRCLES, "posts.own_circles", "SELECT id FROM circles WHERE owner_id = $1 AND id IN ($2[])");

/// Those of `people` who are there.
pub(super) fn known_people(q: &mut Query<'_>, people: &[AccountId]) -> Result<Vec<AccountId>> {
    q.all(&KNOWN_PEOPLE, &params![people], |row| row.id("id"))
}

/// Those of `circles` that belong to `owner`.
pub(super) fn own_circles(
    q: &mut Query<'_>,
    owner: AccountId,
    circles: &[CircleId],
) -> Result<Vec<CircleId>> {
    q.all(&OWN_CIRCLES, &params![owner, circles], |row| row.id("id"))
}
