//! Made-up communities, written in bulk: rows with times of their own, for trying the program out and for measuring it.
//! What is written here is what the features themselves would have written, without their steps in between.

mod sql;

use std::sync::Arc;

use kith_base::{Error, Millis, Result};
use kith_media::Processed;
use kith_text::{NoLinks, Rendered, render_comment, render_post};

use crate::media::{self, AttachTo};
use crate::posts::Audience;
use crate::reactions::ReactionKind;
use crate::{AccountId, App, CircleId, CommentId, MediaId, PostId};

/// A person to be written.
#[derive(Clone, Debug)]
pub struct Person {
    /// The id, which carries the time of joining.
    pub id: AccountId,
    /// Handle, one that nobody has.
    pub handle: String,
    /// Name as shown.
    pub name: String,
    /// Language of the pages, as a tag.
    pub language: String,
    /// Line under the name.
    pub intro: String,
}

/// A circle to be written.
#[derive(Clone, Debug)]
pub struct Circle {
    /// The id.
    pub id: CircleId,
    /// Whose it is.
    pub owner: AccountId,
    /// Its name.
    pub name: String,
    /// Who is in it.
    pub members: Vec<AccountId>,
}

/// A post to be written.
#[derive(Clone, Debug)]
pub struct Post {
    /// The id, which carries the time.
    pub id: PostId,
    /// Who writes it.
    pub author: AccountId,
    /// On whose wall.
    pub wall: Option<AccountId>,
    /// For whom.
    pub audience: Audience,
    /// The circle, if it is for one.
    pub circle: Option<CircleId>,
    /// Language, as a tag.
    pub language: String,
    /// The text in light Markdown.
    pub text: String,
    /// The post it passes on.
    pub shared: Option<PostId>,
    /// Photos that will be added to it.
    pub photo_count: usize,
}

/// A comment to be written.
#[derive(Clone, Debug)]
pub struct Comment {
    /// The id, which carries the time.
    pub id: CommentId,
    /// Under which post.
    pub post: PostId,
    /// Who writes it.
    pub author: AccountId,
    /// The first-level comment it answers.
    pub thread: Option<CommentId>,
    /// Language, as a tag.
    pub language: String,
    /// The text.
    pub text: String,
}

/// A reaction to be written.
#[derive(Clone, Copy, Debug)]
pub struct Reaction {
    /// To which post.
    pub post: PostId,
    /// Whose it is.
    pub account: AccountId,
    /// Which of the seven.
    pub kind: ReactionKind,
    /// When.
    pub at: Millis,
}

/// The handles and their look-alikes that are taken already.
///
/// # Errors
/// Internal when the database fails.
pub async fn taken(app: &App) -> Result<Vec<(String, String)>> {
    app.db.read(sql::taken).await
}

/// Writes people who all have the password behind `hash`.
///
/// # Errors
/// Internal when the database fails, a handle that is taken included.
pub async fn people(app: &App, people: Vec<Person>, hash: &str) -> Result<()> {
    let (people, hash) = (Arc::new(people), hash.to_owned());
    app.db.write(move |tx| people.iter().try_for_each(|person| sql::person(tx, person, &hash))).await
}

/// Writes friendships, both sides of each, with the follows that come with them.
///
/// # Errors
/// Internal when the database fails.
pub async fn friendships(app: &App, pairs: Vec<(AccountId, AccountId, Millis)>) -> Result<()> {
    let pairs = Arc::new(pairs);
    app.db
        .write(move |tx| {
            pairs.iter().try_for_each(|(a, b, at)| {
                sql::friendship(tx, *a, *b, *at)?;
                sql::friendship(tx, *b, *a, *at)
            })
        })
        .await
}

/// Writes circles.
///
/// # Errors
/// Internal when the database fails.
pub async fn circles(app: &App, circles: Vec<Circle>) -> Result<()> {
    let circles = Arc::new(circles);
    app.db.write(move |tx| circles.iter().try_for_each(|circle| sql::circle(tx, circle))).await
}

/// Writes posts. The text is rendered as for anybody; handles in it lead nowhere.
///
/// # Errors
/// Internal when the database fails.
pub async fn posts(app: &App, posts: Vec<Post>) -> Result<()> {
    let rendered: Vec<(Post, Rendered)> = tokio::task::spawn_blocking(move || {
        posts
            .into_iter()
            .map(|post| (render_post(&post.text, &NoLinks), post))
            .map(|(words, post)| (post, words))
            .collect()
    })
    .await
    .map_err(Error::internal)?;
    let rendered = Arc::new(rendered);
    app.db.write(move |tx| rendered.iter().try_for_each(|(post, words)| sql::post(tx, post, words))).await
}

/// Writes comments.
///
/// # Errors
/// Internal when the database fails.
pub async fn comments(app: &App, comments: Vec<Comment>) -> Result<()> {
    let rendered: Vec<(Comment, String)> = tokio::task::spawn_blocking(move || {
        comments
            .into_iter()
            .map(|comment| (render_comment(&comment.text, &NoLinks).html, comment))
            .map(|(html, comment)| (comment, html))
            .collect()
    })
    .await
    .map_err(Error::internal)?;
    let rendered = Arc::new(rendered);
    app.db
        .write(move |tx| rendered.iter().try_for_each(|(comment, html)| sql::comment(tx, comment, html)))
        .await
}

/// Writes reactions to posts.
///
/// # Errors
/// Internal when the database fails.
pub async fn reactions(app: &App, reactions: Vec<Reaction>) -> Result<()> {
    let reactions = Arc::new(reactions);
    app.db.write(move |tx| reactions.iter().try_for_each(|reaction| sql::reaction(tx, reaction))).await
}

/// Keeps a processed picture as a photo of `owner` on `post`, at `position`.
///
/// # Errors
/// Too large when the disk is full; internal when the database fails.
pub async fn post_photo(
    app: &App,
    owner: AccountId,
    post: PostId,
    position: usize,
    made: &Processed,
    alt: &str,
) -> Result<MediaId> {
    let id = media::keep(app, owner, alt, made, AttachTo::Post(post)).await?;
    app.db.write(move |tx| sql::post_photo(tx, post, id, position)).await?;
    Ok(id)
}

/// Keeps a processed picture as the face of `owner`.
///
/// # Errors
/// Too large when the disk is full; internal when the database fails.
pub async fn avatar(app: &App, owner: AccountId, made: &Processed) -> Result<MediaId> {
    let id = media::keep(app, owner, "", made, AttachTo::Avatar(owner)).await?;
    app.db.write(move |tx| sql::avatar(tx, owner, id)).await?;
    Ok(id)
}

/// Counts what was written, for the numbers that stand on cards.
///
/// # Errors
/// Internal when the database fails.
pub async fn count(app: &App) -> Result<()> {
    app.db.write(sql::count).await
}
