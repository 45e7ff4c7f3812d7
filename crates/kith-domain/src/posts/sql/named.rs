//! Whom a post names: readers, those left out, and those who may comment.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

use crate::PostId;
use crate::posts::model::{Audience, AudienceChoice, CommentAudience, CommentChoice, Post};

statement!(
    READERS,
    "posts.named",
    "SELECT post_id, account_id AS named_id, FALSE AS is_circle FROM post_people WHERE post_id IN ($1[])
      UNION ALL
     SELECT post_id, circle_id, TRUE FROM post_except_circles WHERE post_id IN ($1[])"
);
statement!(
    COMMENTERS,
    "posts.named_commenters",
    "SELECT post_id, account_id FROM post_comment_people WHERE post_id IN ($1[])"
);

/// Fills in whom the posts name. A statement for each kind of naming that occurs among them.
pub(super) fn fill(q: &mut Query<'_>, posts: &mut HashMap<PostId, Post>) -> Result<()> {
    let naming = those(posts, |post| matches!(post.audience(), Audience::People | Audience::FriendsExcept));
    if !naming.is_empty() {
        q.all(&READERS, &params![&naming], |row| {
            if let Some(post) = posts.get_mut(&row.id("post_id")?) {
                if row.bool("is_circle")? {
                    post.facts.choice.except_circles.push(row.id("named_id")?);
                } else {
                    post.facts.choice.people.push(row.id("named_id")?);
                }
            }
            Ok(())
        })?;
    }
    let naming = those(posts, |post| post.facts.comments.audience == CommentAudience::People);
    if !naming.is_empty() {
        q.all(&COMMENTERS, &params![&naming], |row| {
            if let Some(post) = posts.get_mut(&row.id("post_id")?) {
                post.facts.comments.people.push(row.id("account_id")?);
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn those(posts: &HashMap<PostId, Post>, wanted: impl Fn(&Post) -> bool) -> Vec<PostId> {
    posts.values().filter(|post| wanted(post)).map(|post| post.id).collect()
}

statement!(
    INSERT_PERSON,
    "posts.insert_person",
    "INSERT INTO post_people (post_id, account_id, role) VALUES ($1, $2, $3) ON CONFLICT (post_id, account_id) DO NOTHING"
);
statement!(DELETE_PEOPLE, "posts.delete_people", "DELETE FROM post_people WHERE post_id = $1");
statement!(
    INSERT_EXCEPT_CIRCLE,
    "posts.insert_except_circle",
    "INSERT INTO post_except_circles (post_id, circle_id) VALUES ($1, $2) ON CONFLICT (post_id, circle_id) DO NOTHING"
);
statement!(
    DELETE_EXCEPT_CIRCLES,
    "posts.delete_except_circles",
    "DELETE FROM post_except_circles WHERE post_id = $1"
);
statement!(
    INSERT_COMMENTER,
    "posts.insert_commenter",
    "INSERT INTO post_comment_people (post_id, account_id) VALUES ($1, $2) ON CONFLICT (post_id, account_id) DO NOTHING"
);
statement!(
    DELETE_COMMENTERS,
    "posts.delete_commenters",
    "DELETE FROM post_comment_people WHERE post_id = $1"
);

/// Writes whom the post names, in place of those it named.
pub(in crate::posts) fn put(
    tx: &mut Tx<'_>,
    post: PostId,
    choice: &AudienceChoice,
    comments: &CommentChoice,
) -> Result<()> {
    for clear in [&DELETE_PEOPLE, &DELETE_EXCEPT_CIRCLES, &DELETE_COMMENTERS] {
        tx.run(clear, &params![post])?;
    }
    let role = if choice.audience == Audience::People { "only" } else { "except" };
    for person in &choice.people {
        tx.run(&INSERT_PERSON, &params![post, person, role])?;
    }
    for circle in &choice.except_circles {
        tx.run(&INSERT_EXCEPT_CIRCLE, &params![post, circle])?;
    }
    for person in &comments.people {
        tx.run(&INSERT_COMMENTER, &params![post, person])?;
    }
    Ok(())
}
