//! What posts say, in every language, now and before.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::PostId;
use crate::posts::model::{Post, Revision};
use crate::posts::texts::{PostText, Wordings};

statement!(
    INSERT_TEXT,
    "posts.insert_text",
    "INSERT INTO post_texts (post_id, language, source, html, place, cover) VALUES ($1, $2, $3, $4, $5, $6)"
);
statement!(DELETE_TEXTS, "posts.delete_texts", "DELETE FROM post_texts WHERE post_id = $1");
statement!(
    INSERT_TAG,
    "posts.insert_tag",
    "INSERT INTO post_tags (tag, post_id, shown) VALUES ($1, $2, $3) ON CONFLICT (tag, post_id) DO NOTHING"
);
statement!(DELETE_TAGS, "posts.delete_tags", "DELETE FROM post_tags WHERE post_id = $1");
statement!(
    INSERT_MENTION,
    "posts.insert_mention",
    "INSERT INTO post_mentions (post_id, account_id) VALUES ($1, $2) ON CONFLICT (post_id, account_id) DO NOTHING"
);
statement!(DELETE_MENTIONS, "posts.delete_mentions", "DELETE FROM post_mentions WHERE post_id = $1");

/// Writes the words of a post in all languages with their tags and mentions, in place of those it had.
pub(in crate::posts) fn put(tx: &mut Tx<'_>, post: PostId, words: &Wordings) -> Result<()> {
    for clear in [&DELETE_TEXTS, &DELETE_TAGS, &DELETE_MENTIONS] {
        tx.run(clear, &params![post])?;
    }
    // The first one's cover stands with the post.
    let first = PostText { cover: String::new(), ..words.first.clone() };
    for (place, text) in std::iter::once(&first).chain(&words.more).enumerate() {
        let values = params![post, &text.language, &text.source, &text.html, place, &text.cover];
        tx.run(&INSERT_TEXT, &values)?;
    }
    for tag in &words.found.tags {
        tx.run(&INSERT_TAG, &params![&tag.key, post, &tag.shown])?;
    }
    for account in &words.mentioned {
        tx.run(&INSERT_MENTION, &params![post, account])?;
    }
    Ok(())
}

statement!(
    MORE_TEXTS,
    "posts.more_texts",
    "SELECT post_id, language, source, html, cover FROM post_texts
      WHERE post_id IN ($1[]) AND place > 0
      ORDER BY post_id, place"
);

/// Fills in the further languages of those posts that have any.
pub(super) fn fill(q: &mut Query<'_>, posts: &mut HashMap<PostId, Post>, with_more: &[PostId]) -> Result<()> {
    if with_more.is_empty() {
        return Ok(());
    }
    q.all(&MORE_TEXTS, &params![with_more], |row| {
        if let Some(post) = posts.get_mut(&row.id("post_id")?) {
            post.more.push(PostText {
                language: row.text("language")?,
                cover: row.text("cover")?,
                source: row.text("source")?,
                html: row.text("html")?,
            });
        }
        Ok(())
    })
    .map(drop)
}

statement!(
    UPDATE_WORDS,
    "posts.update_words",
    "UPDATE posts SET language = $2, cover = $3, photo_count = $4, more_texts = $5, edited_at = $6
      WHERE id = $1"
);
statement!(
    INSERT_REVISION,
    "posts.insert_revision",
    "INSERT INTO post_revisions (id, post_id, language, cover, source, html, more, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    REVISIONS,
    "posts.revisions",
    "SELECT language, cover, source, html, more, created_at FROM post_revisions WHERE post_id = $1 ORDER BY id"
);

/// What stands with the post itself.
pub(in crate::posts) fn update(
    tx: &mut Tx<'_>,
    post: PostId,
    words: &Wordings,
    photo_count: usize,
) -> Result<()> {
    let now = tx.now();
    let values = params![post, &words.first.language, &words.first.cover, photo_count, words.more.len(), now];
    tx.run(&UPDATE_WORDS, &values).map(drop)
}

/// Keeps what `post` says until now.
pub(in crate::posts) fn insert_revision(tx: &mut Tx<'_>, post: &Post) -> Result<()> {
    let id = tx.new_id::<crate::kinds::RowKind>();
    let since = post.edited_at.unwrap_or(post.created_at);
    let more = serde_json::to_string(&post.more)?;
    let values = params![id, post.id, &post.language, &post.cover, &post.source, &post.html, more, since];
    tx.run(&INSERT_REVISION, &values).map(drop)
}

/// What a post said before, from first to last.
pub(in crate::posts) fn revisions(q: &mut Query<'_>, post: PostId) -> Result<Vec<Revision>> {
    q.all(&REVISIONS, &params![post], |row| {
        Ok(Revision {
            cover: row.text("cover")?,
            language: row.text("language")?,
            source: row.text("source")?,
            html: row.text("html")?,
            more: serde_json::from_str(&row.text("more")?)?,
            since: row.int("created_at")?,
        })
    })
}
