//! Statements that write whole communities. Times come from ids.

use kith_base::Result;
use kith_db::{Engine, Query, Tx, params, statement};
use kith_text::Rendered;
use kith_text::names::{fold, skeleton};

use super::{Circle, Comment, Person, Post, Reaction};
use crate::search_terms::{self, Terms};
use crate::{AccountId, MediaId, PostId};

statement!(TAKEN, "demo.taken", "SELECT handle_key, handle_skeleton FROM accounts");

pub(super) fn taken(q: &mut Query<'_>) -> Result<Vec<(String, String)>> {
    q.all(&TAKEN, &[], |row| Ok((row.text("handle_key")?, row.text("handle_skeleton")?)))
}

statement!(
    PERSON,
    "demo.person",
    "INSERT INTO accounts (
       id, handle, handle_key, handle_skeleton, display_name, name_key, password_hash, role, state, trust_level,
       language, theme, time_zone, preferences, in_directory, intro, pronouns, spoken_languages,
       birth_day_audience, birth_year_audience, created_at, approved_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'member', 'active', 2, $8, 'auto', 'UTC', '{}', TRUE, $9, '', $8,
             'friends', 'self', $10, $10, $10)"
);

pub(super) fn person(tx: &mut Tx<'_>, person: &Person, hash: &str) -> Result<()> {
    let (key, look) = (fold(&person.handle), skeleton(&person.handle));
    let name_key = fold(&person.name);
    tx.run(
        &PERSON,
        &params![
            person.id,
            &person.handle,
            key,
            look,
            &person.name,
            name_key,
            hash,
            &person.language,
            &person.intro,
            person.id.made_at()
        ],
    )?;
    search_terms::put_person(tx, person.id, &person.name, &person.handle)
}

statement!(
    FRIEND,
    "demo.friend",
    "INSERT INTO friendships (account_id, friend_id, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (account_id, friend_id) DO NOTHING"
);
statement!(
    FOLLOW,
    "demo.follow",
    "INSERT INTO follows (follower_id, followed_id, created_at) VALUES ($1, $2, $3)
     ON CONFLICT (follower_id, followed_id) DO NOTHING"
);

pub(super) fn friendship(tx: &mut Tx<'_>, a: AccountId, b: AccountId, at: i64) -> Result<()> {
    tx.run(&FRIEND, &params![a, b, at])?;
    tx.run(&FOLLOW, &params![a, b, at]).map(drop)
}

statement!(
    CIRCLE,
    "demo.circle",
    "INSERT INTO circles (id, owner_id, name, name_key, created_at) VALUES ($1, $2, $3, $4, $5)"
);
statement!(
    CIRCLE_MEMBER,
    "demo.circle_member",
    "INSERT INTO circle_members (circle_id, member_id, added_at) VALUES ($1, $2, $3)
     ON CONFLICT (circle_id, member_id) DO NOTHING"
);

pub(super) fn circle(tx: &mut Tx<'_>, circle: &Circle) -> Result<()> {
    let at = circle.id.made_at();
    tx.run(&CIRCLE, &params![circle.id, circle.owner, &circle.name, fold(&circle.name), at])?;
    for member in &circle.members {
        tx.run(&CIRCLE_MEMBER, &params![circle.id, member, at])?;
    }
    Ok(())
}

statement!(
    POST,
    "demo.post",
    "INSERT INTO posts (id, author_id, wall_id, owner_id, audience, circle_id, comment_audience, language, cover,
                        shared_post_id, created_at, photo_count, comment_count, reaction_count, share_count)
     VALUES ($1, $2, $3, $4, $5, $6, 'same', $7, '', $8, $9, $10, 0, 0, 0)"
);
statement!(
    TEXT,
    "demo.text",
    "INSERT INTO post_texts (post_id, language, source, html) VALUES ($1, $2, $3, $4)"
);
statement!(
    TAG,
    "demo.tag",
    "INSERT INTO post_tags (tag, post_id, shown) VALUES ($1, $2, $3) ON CONFLICT (tag, post_id) DO NOTHING"
);

pub(super) fn post(tx: &mut Tx<'_>, post: &Post, words: &Rendered) -> Result<()> {
    tx.run(
        &POST,
        &params![
            post.id,
            post.author,
            post.wall,
            post.wall.unwrap_or(post.author),
            post.audience,
            post.circle,
            &post.language,
            post.shared,
            post.id.made_at(),
            post.photo_count
        ],
    )?;
    tx.run(&TEXT, &params![post.id, &post.language, &post.text, &words.html])?;
    for tag in &words.tags {
        tx.run(&TAG, &params![&tag.key, post.id, &tag.shown])?;
    }
    search_terms::add(tx, post.id, post.author, &Terms::of_post("", &words.html))
}

statement!(
    COMMENT,
    "demo.comment",
    "INSERT INTO comments (id, post_id, author_id, thread_id, reply_to_id, language, source, html, created_at,
                           reaction_count)
     VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8, 0)"
);

pub(super) fn comment(tx: &mut Tx<'_>, comment: &Comment, html: &str) -> Result<()> {
    tx.run(
        &COMMENT,
        &params![
            comment.id,
            comment.post,
            comment.author,
            comment.thread,
            &comment.language,
            &comment.text,
            html,
            comment.id.made_at()
        ],
    )?;
    search_terms::add(tx, comment.id, comment.author, &Terms::of_comment(html))
}

statement!(
    REACTION,
    "demo.reaction",
    "INSERT INTO reactions (subject_kind, subject_id, account_id, kind, created_at) VALUES ('post', $1, $2, $3, $4)
     ON CONFLICT (subject_kind, subject_id, account_id) DO NOTHING"
);

pub(super) fn reaction(tx: &mut Tx<'_>, reaction: &Reaction) -> Result<()> {
    tx.run(&REACTION, &params![reaction.post, reaction.account, reaction.kind, reaction.at]).map(drop)
}

statement!(
    POST_PHOTO,
    "demo.post_photo",
    "INSERT INTO post_photos (post_id, media_id, position) VALUES ($1, $2, $3)"
);

pub(super) fn post_photo(tx: &mut Tx<'_>, post: PostId, photo: MediaId, position: usize) -> Result<()> {
    tx.run(&POST_PHOTO, &params![post, photo, position]).map(drop)
}

statement!(AVATAR, "demo.avatar", "UPDATE accounts SET avatar_id = $2 WHERE id = $1");

pub(super) fn avatar(tx: &mut Tx<'_>, owner: AccountId, photo: MediaId) -> Result<()> {
    tx.run(&AVATAR, &params![owner, photo]).map(drop)
}

statement!(
    TALLIES,
    "demo.tallies",
    "INSERT INTO reaction_tallies (subject_kind, subject_id, kind, total)
     SELECT r.subject_kind, r.subject_id, r.kind, COUNT(*)
       FROM reactions r
      WHERE r.subject_kind = 'post'
      GROUP BY r.subject_kind, r.subject_id, r.kind
     ON CONFLICT (subject_kind, subject_id, kind) DO UPDATE SET total = excluded.total"
);
statement!(
    COUNTS,
    "demo.counts",
    "UPDATE posts
        SET comment_count = (SELECT COUNT(*) FROM comments c WHERE c.post_id = posts.id AND c.deleted_at IS NULL),
            reaction_count = (SELECT COUNT(*) FROM reactions r
                               WHERE r.subject_kind = 'post' AND r.subject_id = posts.id),
            share_count = (SELECT COUNT(*) FROM posts s
                            WHERE s.shared_post_id = posts.id AND s.deleted_at IS NULL)"
);

statement!(ANALYZE, "demo.analyze", "ANALYZE");

pub(super) fn count(tx: &mut Tx<'_>) -> Result<()> {
    tx.run(&TALLIES, &[])?;
    tx.run(&COUNTS, &[])?;
    // PostgreSQL looks at what came in so fast only after a while, and reads it badly until then.
    if tx.engine() == Engine::Postgres {
        tx.run(&ANALYZE, &[])?;
    }
    Ok(())
}
