//! Posts and comments with all that stands beside them on a page, put together with a fixed number of statements for
//! any number of posts. Every post, original and comment passes its rule here, whoever found the ids.

mod discussion;
mod hydrate;
mod saved;
mod screen;
mod seen_by;

use kith_base::{Error, Page, PageRequest, Result};
use kith_db::Query;

pub use crate::media::Photo;
pub use discussion::{Discussion, DiscussionRequest, ThreadCard, comment, comments_of, discussion};
pub use hydrate::hydrate;
pub use saved::{SavedPage, page_of_saved};
pub use screen::filters_of;
pub(crate) use screen::{Screened, screen};
pub use seen_by::{of_seen_by, page_seen_by, pinned_seen_by};

use crate::accounts::PersonCard;
use crate::comments::Comment;
use crate::filters::{self, Context};
use crate::kinds::{ListId, PostKind};
use crate::lists;
use crate::polls::Poll;
use crate::posts::{self, Post};
use crate::reactions::Tally;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, FolderId, PostId};

/// Comments under a post in a list.
pub const COMMENTS_SHOWN: usize = 2;

/// A post with what stands beside it.
#[derive(Clone, Debug)]
pub struct Card {
    /// The post.
    pub post: Visible<Post>,
    /// Who wrote it.
    pub author: PersonCard,
    /// Who wrote it in the name of the author, which is a page; known to its team while they act as it.
    pub spoken_by: Option<PersonCard>,
    /// On whose profile, if not on the author's own and if the viewer may know that person.
    pub wall: Option<PersonCard>,
    /// Its photos in order.
    pub photos: Vec<Photo>,
    /// Its poll.
    pub poll: Option<Poll>,
    /// The post it passes on.
    pub shared: Shared,
    /// Reactions.
    pub tally: Tally,
    /// How many comments the viewer can expect to read.
    pub comment_count: i64,
    /// In how many posts that the viewer may see it was passed on.
    pub share_count: i64,
    /// How many of these have words or photos of their own.
    pub quote_count: i64,
    /// The most useful comments.
    pub comments: Vec<CommentCard>,
    /// Whether the viewer keeps it.
    pub is_saved: bool,
    /// Whether the viewer wants no notices of it.
    pub is_muted: bool,
    /// Whether it stands on top of its author's profile.
    pub is_pinned: bool,
    /// Name of the circle it is for; known to its owner alone.
    pub circle: Option<String>,
    /// What the viewer may do.
    pub may: May,
    /// The viewer's own word that this post holds, if it should be covered for it.
    pub filtered: Option<String>,
}

/// What the viewer may do with a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Change words and audience.
    pub edit: bool,
    /// Delete it.
    pub delete: bool,
    /// Pin it.
    pub pin: bool,
    /// Close and open comments.
    pub close_comments: bool,
    /// Comment.
    pub comment: bool,
    /// React.
    pub react: bool,
    /// Pass it on.
    pub share: bool,
    /// Pin it in its group, announce it, take it away.
    pub arrange: bool,
}

/// The post that a post passes on.
#[derive(Clone, Debug)]
pub enum Shared {
    /// It passes none on.
    Nothing,
    /// One that the viewer may see.
    Original(Box<Original>),
    /// One that is gone, or not for this viewer: they cannot tell which.
    Gone,
}

/// A post inside another one.
#[derive(Clone, Debug)]
pub struct Original {
    /// The post.
    pub post: Visible<Post>,
    /// Who wrote it.
    pub author: PersonCard,
    /// Its photos in order.
    pub photos: Vec<Photo>,
    /// Its poll.
    pub poll: Option<Poll>,
}

/// A comment with what stands beside it.
#[derive(Clone, Debug)]
pub struct CommentCard {
    /// The comment.
    pub comment: Visible<Comment>,
    /// Who wrote it.
    pub author: PersonCard,
    /// Who wrote it in the name of the author, as with [`Card::spoken_by`].
    pub spoken_by: Option<PersonCard>,
    /// Whom it answers, when that is not plain from where it stands.
    pub answers: Option<PersonCard>,
    /// Its photo.
    pub photo: Option<Photo>,
    /// Reactions.
    pub tally: Tally,
    /// Whether the viewer keeps it.
    pub is_saved: bool,
    /// Whether the viewer may change it.
    pub may_edit: bool,
    /// Whether the viewer may delete it.
    pub may_delete: bool,
}

/// Cards of those of `ids` that the viewer may see, in the same order.
///
/// # Errors
/// Internal when the database fails.
pub async fn of(app: &App, viewer: &Viewer, ids: Vec<PostId>) -> Result<Vec<Card>> {
    let (viewer, words) = (viewer.clone(), filters::of(app, viewer).await?);
    app.db
        .read(move |q| {
            let mut cards = hydrate(q, &viewer, &ids)?;
            screen(&mut cards, &viewer, &words, (Context::Thread, Screened::Covered), q.now());
            Ok(cards)
        })
        .await
}

/// One card.
///
/// # Errors
/// NotFound when the post is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: PostId) -> Result<Card> {
    of(app, viewer, vec![id]).await?.pop().ok_or_else(Error::not_found)
}

/// What somebody wrote, wherever it stands, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn page_by_author(
    app: &App,
    viewer: &Viewer,
    author: AccountId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    page(app, viewer, Context::Account, move |q, viewer| posts::ids_by_author(q, viewer, author, request))
        .await
}

/// What stands on a profile, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn page_on_profile(
    app: &App,
    viewer: &Viewer,
    profile: AccountId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    page(app, viewer, Context::Account, move |q, viewer| posts::ids_on_profile(q, viewer, profile, request))
        .await
}

/// Posts with a tag, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn page_by_tag(
    app: &App,
    viewer: &Viewer,
    tag: String,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    page(app, viewer, Context::Public, move |q, viewer| posts::ids_by_tag(q, viewer, &tag, request)).await
}

/// What the viewer saved, new to old.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn page_saved(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    viewer.active()?;
    page(app, viewer, Context::Home, move |q, viewer| posts::ids_saved(q, viewer, request)).await
}

/// What the viewer saved into a folder of theirs, new to old.
///
/// # Errors
/// NotFound when the viewer has no such folder.
pub async fn page_in_folder(
    app: &App,
    viewer: &Viewer,
    folder: FolderId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    let me = viewer.active()?.id;
    page(app, viewer, Context::Home, move |q, viewer| {
        crate::saved::must_own(q, me, folder)?;
        posts::ids_in_folder(q, viewer, folder, request)
    })
    .await
}

/// What the viewer reacted to, new to old.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn page_reacted(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    viewer.active()?;
    page(app, viewer, Context::Home, move |q, viewer| posts::ids_reacted(q, viewer, request)).await
}

/// What members wrote for everyone, new to old.
///
/// # Errors
/// Internal when the database fails.
pub async fn page_for_everyone(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    page(app, viewer, Context::Public, move |q, viewer| posts::ids_for_everyone(q, viewer, request)).await
}

/// What was written for everyone in the last days and is talked about most.
///
/// # Errors
/// Internal when the database fails.
pub async fn popular(app: &App, viewer: &Viewer, limit: usize, offset: usize) -> Result<Vec<Card>> {
    let found =
        page(app, viewer, Context::Public, move |q, viewer| posts::ids_popular(q, viewer, limit, offset))
            .await?;
    Ok(found.items)
}

/// What passes a post on with words of its own, new to old.
///
/// # Errors
/// NotFound when the viewer may not see the post.
pub async fn page_quoting(
    app: &App,
    viewer: &Viewer,
    post: PostId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    page(app, viewer, Context::Thread, move |q, viewer| {
        let post = posts::load(q, viewer, post)?;
        posts::ids_quoting(q, viewer, &post, request)
    })
    .await
}

/// What the people in one of the viewer's lists wrote, new to old; whoever is muted is left out.
///
/// # Errors
/// NotFound when the viewer has no such list.
pub async fn page_in_list(
    app: &App,
    viewer: &Viewer,
    list: ListId,
    request: PageRequest<PostKind>,
) -> Result<Page<Card, PostKind>> {
    viewer.active()?;
    let mut found = page(app, viewer, Context::Home, move |q, viewer| {
        let list = lists::load(q, viewer, list)?;
        posts::ids_in_list(q, viewer, &list, request)
    })
    .await?;
    let now = app.now();
    found.items.retain(|card| viewer.member().is_none_or(|member| !member.has_muted(card.author.id, now)));
    Ok(found)
}

/// The post on top of a profile.
///
/// # Errors
/// Internal when the database fails.
pub async fn pinned_on(app: &App, viewer: &Viewer, profile: AccountId) -> Result<Option<Card>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let ids: Vec<PostId> = posts::pinned_on(q, &viewer, profile)?.into_iter().collect();
            Ok(hydrate(q, &viewer, &ids)?.pop())
        })
        .await
}

/// A page of cards, screened by the viewer's own filters.
pub(crate) async fn page(
    app: &App,
    viewer: &Viewer,
    context: Context,
    ids: impl FnOnce(&mut Query<'_>, &Viewer) -> Result<Page<PostId, PostKind>> + Send + 'static,
) -> Result<Page<Card, PostKind>> {
    let (viewer, words) = (viewer.clone(), filters::of(app, viewer).await?);
    app.db
        .read(move |q| {
            let page = ids(q, &viewer)?;
            let mut items = hydrate(q, &viewer, &page.items)?;
            screen(&mut items, &viewer, &words, (context, Screened::LeftOut), q.now());
            Ok(Page { items, next: page.next })
        })
        .await
}
