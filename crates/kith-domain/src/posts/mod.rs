//! Posts: written for an audience, on one's own profile or a friend's wall; edited in the open; deleted for good.
//!
//! Other features read posts through [`load`] and [`load_many`], which apply the rule of [`policy`], or put
//! `policy::may_see_sql!` into their own statements.

mod announce;
mod audience;
mod composer;
mod create;
mod delete;
mod edit;
mod jobs;
mod marks;
mod model;
mod photos;
pub mod policy;
pub(crate) mod sql;
mod texts;
pub(crate) mod trust;
mod wall;
pub(crate) mod words;

use std::collections::HashMap;

use kith_base::{DAY, Error, Millis, Page, PageRequest, Result};
use kith_db::{Query, Tx};

pub(crate) use announce::sees;
pub use audience::{PastLimit, WALL_AUDIENCES, count_past, limit_past, set_audience};
pub(crate) use audience::{check as check_choice, settle_own};
pub use composer::{Composer, FRIENDS_OFFERED, composer};
pub use create::create;
pub(crate) use create::{Along, checked, create_along};
pub(crate) use delete::remove;
pub use delete::{delete, restore};
pub use edit::{edit, history};
pub use jobs::erase;
pub use marks::{set_comments_closed, set_muted, set_pinned, set_saved};
pub use model::{
    Audience, AudienceChoice, CommentAudience, CommentChoice, Hold, InGroup, NewPost, Post, PostEdit,
    PostFacts, PostGroup, Revision, ShareCount,
};
pub(crate) use sql::set_hold;
pub use texts::{MORE_FIELDS, MoreFields, NewText, PostText, Wording};
pub use trust::{PhotoAllowance, photo_allowance};
pub use wall::{wall_audience, wall_open_to};

use crate::changes::{self, Change};
use crate::kinds::{AccountKind, PostKind};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, FolderId, GroupId, MediaId, PostId, TopicId, lists};

/// For so long a post can be among those that are talked about.
const POPULAR_FOR: Millis = 7 * DAY;

/// A post, for whoever may see it.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: PostId) -> Result<Visible<Post>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: PostId) -> Result<Visible<Post>> {
    let post = sql::load(q, &[id])?.remove(&id);
    post.and_then(|post| policy::show(viewer, post)).ok_or_else(Error::not_found)
}

/// Those of `ids` that the viewer may see, in the same order; two statements whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn load_many(q: &mut Query<'_>, viewer: &Viewer, ids: &[PostId]) -> Result<Vec<Visible<Post>>> {
    let mut found = sql::load(q, ids)?;
    Ok(ids.iter().filter_map(|id| policy::show(viewer, found.remove(id)?)).collect())
}

/// What `account` made with this submission word already.
pub(crate) fn submitted<K>(
    q: &mut Query<'_>,
    account: AccountId,
    word: &str,
) -> Result<Option<kith_base::Id<K>>> {
    sql::submitted(q, account, word)
}

/// Remembers what was made with a submission word.
pub(crate) fn remember_submission<K>(
    tx: &mut Tx<'_>,
    account: AccountId,
    word: &str,
    made: kith_base::Id<K>,
) -> Result<()> {
    sql::insert_submission(tx, account, word, made)
}

/// Tells of the tags of a post that more people may find now than before.
fn record_tags(tx: &mut Tx<'_>, post: &Post) -> Result<()> {
    let tags = sql::tags(tx, &[post.id])?.remove(&post.id).unwrap_or_default();
    if !tags.is_empty() {
        let tags = tags.into_iter().map(|(key, _)| key).collect();
        changes::record(tx, Change::PostTagged { post: post.id, author: post.author, wall: post.wall, tags });
    }
    Ok(())
}

/// Whether the viewer could see a post before it was deleted; for those who have it on their screen.
///
/// # Errors
/// Internal when the database fails.
pub fn was_seen(q: &mut Query<'_>, viewer: &Viewer, id: PostId) -> Result<bool> {
    let Some(mut post) = sql::load(q, &[id])?.remove(&id) else { return Ok(false) };
    post.facts.deleted_at = None;
    Ok(policy::may_see(viewer, &post.facts))
}

/// Photos of a post in order. Ask only for posts that the viewer may see.
///
/// # Errors
/// Internal when the database fails.
pub fn photos(q: &mut Query<'_>, post: &Visible<Post>) -> Result<Vec<MediaId>> {
    Ok(sql::photos(q, &[post.id])?.remove(&post.id).unwrap_or_default())
}

/// How often each of `posts` was passed on in posts that the viewer may see. One statement whatever the number.
///
/// # Errors
/// Internal when the database fails.
pub fn count_shares(
    q: &mut Query<'_>,
    viewer: &Viewer,
    posts: &[&Visible<Post>],
) -> Result<HashMap<PostId, ShareCount>> {
    // The column counts all of them: where it says none, there is none.
    let ids: Vec<PostId> = posts.iter().filter(|post| post.share_count > 0).map(|post| post.id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(sql::count_shares(q, policy::sql_viewer(viewer), &ids)?.into_iter().collect())
}

/// Whether visitors can read anything that `author` wrote.
///
/// # Errors
/// Internal when the database fails.
pub fn writes_for_world(q: &mut Query<'_>, author: AccountId) -> Result<bool> {
    sql::writes_for_world(q, author)
}

/// What stands on a profile: the person's own posts there and those that friends wrote on the wall.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_on_profile(
    q: &mut Query<'_>,
    viewer: &Viewer,
    profile: AccountId,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Profile(profile), request)
}

/// What somebody wrote, wherever it stands.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_by_author(
    q: &mut Query<'_>,
    viewer: &Viewer,
    author: AccountId,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Author(author), request)
}

/// What stands in a group, or what has one of its topics.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_in_group(
    q: &mut Query<'_>,
    viewer: &Viewer,
    group: GroupId,
    topic: Option<TopicId>,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    let of = topic.map_or(sql::ListOf::Group(group), sql::ListOf::Topic);
    page(q, viewer, &of, request)
}

/// What waits in a group, as far as the viewer may see it.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_held_in(
    q: &mut Query<'_>,
    viewer: &Viewer,
    group: GroupId,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Held(group), request)
}

/// Posts with a tag, given as written.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_by_tag(
    q: &mut Query<'_>,
    viewer: &Viewer,
    tag: &str,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Tag(&kith_text::fold_tag(tag)), request)
}

/// What the viewer saved and may still see.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_saved(
    q: &mut Query<'_>,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Saved(viewer.id_or_zero()), request)
}

/// What the viewer saved into this folder of theirs and may still see.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_in_folder(
    q: &mut Query<'_>,
    viewer: &Viewer,
    folder: FolderId,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Folder(folder), request)
}

/// What the viewer reacted to and may still see.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_reacted(
    q: &mut Query<'_>,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Reacted(viewer.id_or_zero()), request)
}

/// What was written for everyone in the last days and met the most reactions, comments and shares.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_popular(
    q: &mut Query<'_>,
    viewer: &Viewer,
    limit: usize,
    offset: usize,
) -> Result<Page<PostId, PostKind>> {
    let since = PostId::earliest_at(q.now() - POPULAR_FOR);
    let items = sql::popular(q, policy::sql_viewer(viewer), since, limit, offset)?;
    Ok(Page { items, next: None })
}

/// What the people in one of the viewer's own lists wrote. Ask only for lists that are the viewer's.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_in_list(
    q: &mut Query<'_>,
    viewer: &Viewer,
    list: &lists::List,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::List(list.id), request)
}

/// What members wrote for everyone, as far as the viewer may see it: visitors see what is for the world.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_for_everyone(
    q: &mut Query<'_>,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Everyone, request)
}

/// Who is named in the words of posts that the viewer may see.
///
/// # Errors
/// Internal when the database fails.
pub fn mentions(
    q: &mut Query<'_>,
    posts: &[PostId],
) -> Result<std::collections::HashMap<PostId, Vec<AccountId>>> {
    sql::mentions(q, posts)
}

/// Tags of posts that the viewer may see: key and as written.
///
/// # Errors
/// Internal when the database fails.
pub fn tags(
    q: &mut Query<'_>,
    posts: &[PostId],
) -> Result<std::collections::HashMap<PostId, Vec<(String, String)>>> {
    sql::tags(q, posts)
}

/// Which of `posts` the viewer passed on.
///
/// # Errors
/// Internal when the database fails.
pub fn shared_by(
    q: &mut Query<'_>,
    viewer: &Viewer,
    posts: &[PostId],
) -> Result<std::collections::HashSet<PostId>> {
    let Some(me) = viewer.id() else { return Ok(std::collections::HashSet::new()) };
    Ok(sql::shared_by(q, me, posts)?.into_iter().collect())
}

/// Who passed `post` on without a word, as far as the viewer may see it.
///
/// # Errors
/// NotFound when the viewer may not see the post.
pub async fn sharers(
    app: &App,
    viewer: &Viewer,
    post: PostId,
    request: PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            load(q, &viewer, post)?;
            sql::sharers(q, policy::sql_viewer(&viewer), post, &request)
        })
        .await
}

/// What passes a post on with words of its own. Ask only for posts that the viewer may see.
///
/// # Errors
/// Internal when the database fails.
pub fn ids_quoting(
    q: &mut Query<'_>,
    viewer: &Viewer,
    post: &Visible<Post>,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    page(q, viewer, &sql::ListOf::Quoting(post.id), request)
}

/// The posts with which the viewer passed `post` on, the newest first.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn own_shares(app: &App, viewer: &Viewer, post: PostId) -> Result<Vec<PostId>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::shares_by(q, me, post)).await
}

/// The post on top of a profile, if the viewer may see it.
///
/// # Errors
/// Internal when the database fails.
pub fn pinned_on(q: &mut Query<'_>, viewer: &Viewer, profile: AccountId) -> Result<Option<PostId>> {
    let Some(id) = sql::pinned(q, profile)? else { return Ok(None) };
    Ok(load_many(q, viewer, &[id])?.first().map(|post| post.id))
}

/// The predicate leaves out what the viewer may not see, so a page is full unless the list ends.
fn page(
    q: &mut Query<'_>,
    viewer: &Viewer,
    of: &sql::ListOf<'_>,
    request: PageRequest<PostKind>,
) -> Result<Page<PostId, PostKind>> {
    let (items, has_more) = sql::page(q, policy::sql_viewer(viewer), of, &request)?;
    let next = if has_more { items.last().copied() } else { None };
    Ok(Page { items, next })
}
