//! A post's own page with its comments, and what it said before.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Error;
use kith_domain::cards::{self, Card, Discussion, DiscussionRequest, Shared};
use kith_domain::comments::Order;
use kith_domain::posts::{Audience, Revision};
use kith_domain::{CommentId, MediaId, PostId, posts, profiles};
use kith_http::{Answer, Visit, see_other};
use serde::Deserialize;

use super::view::{CommentView, ThreadView, TimeView, in_other_languages};
use super::whole_html;
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::reading::{Switch, name_of};

/// What the address of a post may say about its comments.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    order: String,
    from: Option<CommentId>,
    thread: Option<CommentId>,
    after: Option<CommentId>,
    reply: Option<CommentId>,
    /// The language in which the post is asked for.
    text: String,
}

impl Part {
    /// The thread of a comment, with the form that answers it.
    pub(super) fn answering(thread: CommentId, reply: CommentId) -> Self {
        Self { thread: Some(thread), reply: Some(reply), ..Self::default() }
    }

    fn order(&self) -> Order {
        if self.order == "oldest" { Order::Oldest } else { Order::Newest }
    }
}

/// The form under a post.
pub(super) struct CommentForm {
    pub(super) submission: String,
    pub(super) reply_to: String,
    /// Whom the comment will answer.
    pub(super) answering: Option<String>,
    pub(super) text: String,
    pub(super) error: Option<String>,
    /// A photo that has been sent already.
    pub(super) kept: Option<MediaId>,
    pub(super) alt: String,
    pub(super) photo_error: Option<String>,
}

/// A comment that was begun, to be shown once more.
#[derive(Default)]
pub(super) struct Begun {
    pub(super) text: String,
    pub(super) kept: Option<MediaId>,
    pub(super) alt: String,
}

#[derive(Template)]
#[template(path = "posts/show.html")]
struct ShowPage {
    frame: Frame,
    href: String,
    card: String,
    threads: Vec<ThreadView>,
    is_thread: bool,
    is_closed: bool,
    may_comment: bool,
    /// Address and words of the other order.
    other_order: (String, String),
    next: Option<String>,
    form: Option<CommentForm>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<PostId>, Query(part): Query<Part>) -> Answer {
    show_with(&visit, id, &part, Begun::default(), &Problems::default()).await
}

/// The page, with a comment that was begun.
pub(super) async fn show_with(
    visit: &Visit,
    id: PostId,
    part: &Part,
    begun: Begun,
    problems: &Problems,
) -> Answer {
    let request =
        DiscussionRequest { order: part.order(), cursor: part.from, thread: part.thread, after: part.after };
    let discussion = cards::discussion(&visit.app, &visit.viewer, id, request).await?;
    let author = discussion.card.author.name.as_str();
    let mut frame = Frame::new(visit, visit.locale.t1("posts-by", "name", author));
    frame.is_indexed = is_indexed(visit, &discussion.card).await?;
    frame.reading = frame.reading.but_first(&part.text);
    let href = format!("/p/{id}");
    let next =
        discussion.next.map(|next| format!("{href}?order={}&from={next}#comments", word(part.order())));
    let threads = discussion.threads.iter().map(|thread| ThreadView::of(&frame, &href, thread)).collect();
    page(&ShowPage {
        card: whole_html(&frame, &discussion.card)?,
        threads,
        is_thread: part.thread.is_some(),
        is_closed: discussion.card.post.facts.comments_closed_at.is_some(),
        may_comment: discussion.card.may.comment,
        other_order: other_order(&frame, &href, part.order()),
        next,
        form: form(&frame, &discussion, part, begun, problems),
        href,
        frame,
    })
}

/// Whether search engines may keep the page: all who wrote what stands in the post let themselves be found.
async fn is_indexed(visit: &Visit, card: &Card) -> kith_base::Result<bool> {
    if card.post.audience() != Audience::World {
        return Ok(false);
    }
    let original = match &card.shared {
        Shared::Original(original) => Some(original.author.id),
        Shared::Nothing | Shared::Gone => None,
    };
    profiles::are_for_world(&visit.app, original.into_iter().chain([card.author.id]).collect()).await
}

fn form(
    frame: &Frame,
    discussion: &Discussion,
    part: &Part,
    begun: Begun,
    problems: &Problems,
) -> Option<CommentForm> {
    if !discussion.card.may.comment {
        return None;
    }
    let shown = discussion.threads.iter().flat_map(|thread| thread.first.iter().chain(&thread.replies));
    let answered = part.reply.and_then(|reply| shown.into_iter().find(|card| card.comment.id == reply));
    let answering = answered.map(|card| CommentView::of(frame, card));
    Some(CommentForm {
        submission: super::submission(),
        reply_to: answering.as_ref().map(|comment| comment.id.clone()).unwrap_or_default(),
        answering: answering.map(|comment| comment.author.name),
        text: begun.text,
        error: problems.of("text").or(problems.general()).map(ToOwned::to_owned),
        kept: begun.kept,
        alt: begun.alt,
        photo_error: problems.of("photos").or(problems.of("alt")).map(ToOwned::to_owned),
    })
}

const fn word(order: Order) -> &'static str {
    match order {
        Order::Newest => "newest",
        Order::Oldest => "oldest",
    }
}

fn other_order(frame: &Frame, href: &str, chosen: Order) -> (String, String) {
    let (order, label) = match chosen {
        Order::Newest => (Order::Oldest, frame.l.t("comments-oldest")),
        Order::Oldest => (Order::Newest, frame.l.t("comments-newest")),
    };
    (format!("{href}?order={}#comments", word(order)), label)
}

/// Which words of a post are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct InLanguage {
    text: String,
}

#[derive(Template)]
#[template(path = "posts/words_part.html")]
struct WordsPart {
    frame: Frame,
    language: String,
    html: String,
    others: Vec<Switch>,
}

/// The words of a post in one language, to stand where those in another stood.
pub(super) async fn words(visit: Visit, Path(id): Path<PostId>, Query(asked): Query<InLanguage>) -> Answer {
    let post = posts::get(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::new(&visit, "");
    let words = post.best(&frame.reading.but_first(&asked.text));
    if !visit.is_fragment {
        return Ok(see_other(&format!("/p/{id}?text={}", words.language)));
    }
    page(&WordsPart {
        language: words.language.to_owned(),
        html: words.html.to_owned(),
        others: in_other_languages(&post, words.language),
        frame,
    })
}

/// The words of a post at some time in one language.
struct ThenView {
    cover: String,
    language: String,
    /// What the language calls itself, where there are several.
    name: Option<String>,
    html: String,
}

impl ThenView {
    fn all_of(revision: &Revision) -> Vec<Self> {
        let of = |language: &str, cover: &str, html: &str| Self {
            cover: cover.to_owned(),
            language: language.to_owned(),
            name: (!revision.more.is_empty()).then(|| name_of(language)),
            html: html.to_owned(),
        };
        let first = of(&revision.language, &revision.cover, &revision.html);
        let more = revision.more.iter().map(|text| of(&text.language, &text.cover, &text.html));
        std::iter::once(first).chain(more).collect()
    }
}

/// One state of a post.
struct RevisionView {
    time: TimeView,
    texts: Vec<ThenView>,
    /// The words are those of the entry before it: what changed were the photos.
    is_of_photos: bool,
}

#[derive(Template)]
#[template(path = "posts/history.html")]
struct HistoryPage {
    frame: Frame,
    href: String,
    revisions: Vec<RevisionView>,
}

pub(super) async fn history(visit: Visit, Path(id): Path<PostId>) -> Answer {
    let revisions = posts::history(&visit.app, &visit.viewer, id).await?;
    if revisions.is_empty() {
        return Err(Error::not_found().into());
    }
    let frame = Frame::titled(&visit, "posts-history");
    let before = std::iter::once(None).chain(revisions.iter().map(Some));
    let views = revisions.iter().zip(before).map(|(revision, before)| RevisionView {
        time: TimeView::of(&frame, revision.since),
        texts: ThenView::all_of(revision),
        is_of_photos: before.is_some_and(|before| before.says_the_same(revision)),
    });
    let mut revisions: Vec<RevisionView> = views.collect();
    revisions.reverse();
    page(&HistoryPage { revisions, href: format!("/p/{id}"), frame })
}
