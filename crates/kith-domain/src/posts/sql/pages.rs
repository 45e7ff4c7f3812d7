//! Lists of posts, cut into pages, and what hangs on the words of posts.

use std::collections::HashMap;

use kith_base::{PageRequest, Result};
use kith_db::{Query, Value, params, statement};

use crate::kinds::{AccountKind, FolderId, ListId, PostKind};
use crate::posts::policy::may_see_sql;
use crate::{AccountId, GroupId, PostId, TopicId};

macro_rules! pages {
    ($($newest:ident, $nearest:ident, $label:literal, $where:literal;)*) => {$(
        pages!(one $newest, $label, $where, "DESC");
        pages!(one $nearest, concat!($label, "_nearest"), $where, "ASC");
    )*};
    (one $name:ident, $label:expr, $where:literal, $order:literal) => {
        statement!(
            $name,
            $label,
            concat!(
                "SELECT p.id FROM posts p WHERE ", $where, " AND p.id < $2 AND p.id > $3 AND ",
                may_see_sql!(),
                " ORDER BY p.id ", $order, " LIMIT $5"
            )
        );
    };
}

// `$4` is what the list is of, `$1` who looks.
pages! {
    ON_PROFILE, ON_PROFILE_NEAREST, "posts.page_on_profile", "p.owner_id = $4 AND p.group_id IS NULL";
    IN_GROUP, IN_GROUP_NEAREST, "posts.page_in_group", "p.group_id = $4 AND p.group_hold IS NULL";
    IN_TOPIC, IN_TOPIC_NEAREST, "posts.page_in_topic", "p.group_topic_id = $4 AND p.group_hold IS NULL";
    HELD_IN, HELD_IN_NEAREST, "posts.page_held_in", "p.group_id = $4 AND p.group_hold = 'waiting'";
    BY_AUTHOR, BY_AUTHOR_NEAREST, "posts.page_by_author", "p.author_id = $4";
    BY_TAG, BY_TAG_NEAREST, "posts.page_by_tag",
        "p.id IN (SELECT t.post_id FROM post_tags t WHERE t.tag = $4)";
    SAVED, SAVED_NEAREST, "posts.page_saved",
        "p.id IN (SELECT s.post_id FROM saved_posts s WHERE s.account_id = $4)";
    IN_FOLDER, IN_FOLDER_NEAREST, "posts.page_in_folder",
        "p.id IN (SELECT s.post_id FROM saved_posts s WHERE s.folder_id = $4 AND s.account_id = $1)";
    REACTED, REACTED_NEAREST, "posts.page_reacted",
        "p.id IN (SELECT r.subject_id FROM reactions r WHERE r.subject_kind = 'post' AND r.account_id = $4)";
    // Whoever is muted for good is left out here; mutes that end are for the caller, who knows the time.
    IN_LIST, IN_LIST_NEAREST, "posts.page_in_list",
        "p.author_id IN (SELECT l.member_id FROM list_members l WHERE l.list_id = $4)
         AND NOT EXISTS (SELECT 1 FROM mutes m
                          WHERE m.account_id = $1 AND m.muted_id = p.author_id AND m.until_at IS NULL)";
    // What passes a post on with words or photos of its own.
    QUOTING, QUOTING_NEAREST, "posts.page_quoting",
        "p.shared_post_id = $4
         AND (p.photo_count > 0
              OR EXISTS (SELECT 1 FROM post_texts w WHERE w.post_id = p.id AND w.source <> ''))";
    // For everyone here, on nobody else's profile and passing nothing on; `$4` is an id that no post has.
    FOR_EVERYONE, FOR_EVERYONE_NEAREST, "posts.page_for_everyone",
        "p.audience IN ('world', 'community') AND p.wall_id IS NULL AND p.shared_post_id IS NULL AND p.id <> $4";
}

/// What a page of posts is of.
pub(in crate::posts) enum ListOf<'a> {
    /// A profile: own posts and those on its wall.
    Profile(AccountId),
    /// What somebody wrote, wherever it stands.
    Author(AccountId),
    /// What stands in a group.
    Group(GroupId),
    /// What has a label of a group.
    Topic(TopicId),
    /// What waits in a group.
    Held(GroupId),
    /// A tag, by its folded key.
    Tag(&'a str),
    /// What somebody saved.
    Saved(AccountId),
    /// What the viewer saved into a folder of theirs.
    Folder(FolderId),
    /// What somebody reacted to.
    Reacted(AccountId),
    /// What the people in a list wrote.
    List(ListId),
    /// What passes a post on with words of its own.
    Quoting(PostId),
    /// What members wrote for everyone.
    Everyone,
}

/// Ids of one page, new to old, and whether there are more in the direction asked for; `viewer` is
/// [`crate::posts::policy::sql_viewer`].
pub(in crate::posts) fn page(
    q: &mut Query<'_>,
    viewer: AccountId,
    of: &ListOf<'_>,
    request: &PageRequest<PostKind>,
) -> Result<(Vec<PostId>, bool)> {
    let before = request.before.unwrap_or(PostId::new(i64::MAX));
    let after = request.after.unwrap_or(PostId::new(0));
    let (newest, nearest, list) = match of {
        ListOf::Profile(account) => (&ON_PROFILE, &ON_PROFILE_NEAREST, account.into()),
        ListOf::Author(account) => (&BY_AUTHOR, &BY_AUTHOR_NEAREST, account.into()),
        ListOf::Group(group) => (&IN_GROUP, &IN_GROUP_NEAREST, group.into()),
        ListOf::Topic(topic) => (&IN_TOPIC, &IN_TOPIC_NEAREST, topic.into()),
        ListOf::Held(group) => (&HELD_IN, &HELD_IN_NEAREST, group.into()),
        ListOf::Tag(key) => (&BY_TAG, &BY_TAG_NEAREST, Value::from(*key)),
        ListOf::Saved(account) => (&SAVED, &SAVED_NEAREST, account.into()),
        ListOf::Folder(folder) => (&IN_FOLDER, &IN_FOLDER_NEAREST, folder.into()),
        ListOf::Reacted(account) => (&REACTED, &REACTED_NEAREST, account.into()),
        ListOf::List(list) => (&IN_LIST, &IN_LIST_NEAREST, list.into()),
        ListOf::Quoting(post) => (&QUOTING, &QUOTING_NEAREST, post.into()),
        ListOf::Everyone => (&FOR_EVERYONE, &FOR_EVERYONE_NEAREST, Value::from(0_i64)),
    };
    let statement = if request.nearest { nearest } else { newest };
    let mut ids: Vec<PostId> =
        q.all(statement, &params![viewer, before, after, list, request.limit + 1], |row| row.id("id"))?;
    let has_more = ids.len() > request.limit;
    ids.truncate(request.limit);
    if request.nearest {
        ids.reverse();
    }
    Ok((ids, has_more))
}

statement!(
    SHARERS,
    "posts.sharers",
    concat!(
        "SELECT DISTINCT p.author_id
           FROM posts p
          WHERE p.shared_post_id = $2 AND p.author_id < $3 AND p.author_id > $4 AND p.photo_count = 0
            AND NOT EXISTS (SELECT 1 FROM post_texts w WHERE w.post_id = p.id AND w.source <> '') AND ",
        may_see_sql!(),
        " ORDER BY p.author_id DESC
          LIMIT $5"
    )
);

/// Who passed a post on without a word, in posts that the viewer may see; the newest accounts first.
pub(in crate::posts) fn sharers(
    q: &mut Query<'_>,
    viewer: AccountId,
    post: PostId,
    request: &PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let before = request.before.unwrap_or(AccountId::new(i64::MAX));
    let after = request.after.unwrap_or(AccountId::new(0));
    q.all(&SHARERS, &params![viewer, post, before, after, request.limit], |row| row.id("author_id"))
}

statement!(
    POPULAR,
    "posts.popular",
    concat!(
        "SELECT p.id
           FROM posts p
          WHERE p.id >= $2 AND p.audience IN ('world', 'community') AND p.wall_id IS NULL
            AND p.shared_post_id IS NULL AND p.reaction_count + p.comment_count + p.share_count > 0 AND ",
        may_see_sql!(),
        " ORDER BY p.reaction_count + p.comment_count + p.share_count DESC, p.id DESC
          LIMIT $3 OFFSET $4"
    )
);

/// Posts for everyone since then, those that most people answered in any way first.
pub(in crate::posts) fn popular(
    q: &mut Query<'_>,
    viewer: AccountId,
    since: PostId,
    limit: usize,
    offset: usize,
) -> Result<Vec<PostId>> {
    q.all(&POPULAR, &params![viewer, since, limit, offset], |row| row.id("id"))
}

statement!(
    MENTIONS,
    "posts.mentions",
    "SELECT post_id, account_id FROM post_mentions WHERE post_id IN ($1[]) ORDER BY post_id, account_id"
);
statement!(
    TAGS,
    "posts.tags",
    "SELECT post_id, tag, shown FROM post_tags WHERE post_id IN ($1[]) ORDER BY post_id, tag"
);

/// Who is named in the words of posts.
pub(crate) fn mentions(q: &mut Query<'_>, posts: &[PostId]) -> Result<HashMap<PostId, Vec<AccountId>>> {
    let mut found: HashMap<PostId, Vec<AccountId>> = HashMap::new();
    q.all(&MENTIONS, &params![posts], |row| {
        found.entry(row.id("post_id")?).or_default().push(row.id("account_id")?);
        Ok(())
    })?;
    Ok(found)
}

/// Tags of posts: key and as written.
pub(crate) fn tags(q: &mut Query<'_>, posts: &[PostId]) -> Result<HashMap<PostId, Vec<(String, String)>>> {
    let mut found: HashMap<PostId, Vec<(String, String)>> = HashMap::new();
    q.all(&TAGS, &params![posts], |row| {
        found.entry(row.id("post_id")?).or_default().push((row.text("tag")?, row.text("shown")?));
        Ok(())
    })?;
    Ok(found)
}

statement!(
    SHARED_BY,
    "posts.shared_by",
    "SELECT DISTINCT shared_post_id FROM posts
      WHERE author_id = $1 AND shared_post_id IN ($2[]) AND deleted_at IS NULL"
);
statement!(
    SHARES_BY,
    "posts.shares_by",
    "SELECT id FROM posts
      WHERE author_id = $1 AND shared_post_id = $2 AND deleted_at IS NULL
      ORDER BY id DESC"
);

/// Which of `posts` somebody passed on.
pub(in crate::posts) fn shared_by(
    q: &mut Query<'_>,
    author: AccountId,
    posts: &[PostId],
) -> Result<Vec<PostId>> {
    q.all(&SHARED_BY, &params![author, posts], |row| row.id("shared_post_id"))
}

/// The posts with which somebody passed `post` on, the newest first.
pub(in crate::posts) fn shares_by(q: &mut Query<'_>, author: AccountId, post: PostId) -> Result<Vec<PostId>> {
    q.all(&SHARES_BY, &params![author, post], |row| row.id("id"))
}
