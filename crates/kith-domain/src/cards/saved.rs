//! What somebody saved, as cards: posts and comments in the order in which they were saved.

use kith_base::{PageRequest, Result};

use super::discussion::comments_in;
use super::{Card, CommentCard, Screened, hydrate, screen};
use crate::filters::{self, Context};
use crate::kinds::{RowId, RowKind};
use crate::saved_comments::{self, Holds, Line, Saved};
use crate::viewer::Viewer;
use crate::{App, CommentId, PostId};

/// A page of what somebody saved.
#[derive(Clone, Debug, Default)]
pub struct SavedPage {
    /// The order, the last saved first. What the viewer's own words hide has no card.
    pub lines: Vec<Line>,
    /// Cards of the posts, in no particular order.
    pub posts: Vec<Card>,
    /// The comments, in no particular order.
    pub comments: Vec<CommentCard>,
    /// Cards of the posts under which the comments stand.
    pub under: Vec<Card>,
    /// Ask for what stands before this place to go on.
    pub next: Option<RowId>,
}

/// What the viewer saved and may still see, the last saved first.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn page_of_saved(
    app: &App,
    viewer: &Viewer,
    holds: Holds,
    request: PageRequest<RowKind>,
) -> Result<SavedPage> {
    viewer.active()?;
    let (viewer, words) = (viewer.clone(), filters::of(app, viewer).await?);
    app.db
        .read(move |q| {
            let page = saved_comments::page(q, &viewer, holds, request)?;
            let post_of = |line: &Line| match line.what {
                Saved::Post(post) => Some(post),
                Saved::Comment(_) => None,
            };
            let comment_of = |line: &Line| match line.what {
                Saved::Comment(comment) => Some(comment),
                Saved::Post(_) => None,
            };
            let posts: Vec<PostId> = page.items.iter().filter_map(post_of).collect();
            let comments: Vec<CommentId> = page.items.iter().filter_map(comment_of).collect();
            let mut posts = hydrate(q, &viewer, &posts)?;
            screen(&mut posts, &viewer, &words, (Context::Home, Screened::LeftOut), q.now());
            let (comments, under) = comments_in(q, &viewer, &comments)?;
            Ok(SavedPage { lines: page.items, posts, comments, under, next: page.next })
        })
        .await
}
