//! Telling those who look after a place about a post or a comment.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result};
use kith_domain::reports::{self, Category, NewReport};
use kith_domain::{AccountId, CommentId, PostId, cards};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};

/// What is reported.
struct Thing {
    /// Id of the post or the comment.
    id: i64,
    author: AccountId,
    name: String,
    words: String,
    /// The group in which it stands.
    group: Option<String>,
    /// The path of the thing itself.
    href: String,
    /// Where one goes on.
    back: String,
}

#[derive(Template)]
#[template(path = "posts/report.html")]
struct ReportPage {
    frame: Frame,
    action: String,
    back: String,
    name: String,
    words: String,
    explained: String,
    reasons: Vec<(&'static str, String, bool)>,
    comment: String,
    problems: Problems,
}

/// The key of a reason.
pub(crate) const fn reason_key(category: Category) -> &'static str {
    match category {
        Category::Spam => "messages-report-spam",
        Category::Legal => "messages-report-legal",
        Category::ChildSafety => "reports-child-safety",
        Category::Violence => "reports-violence",
        Category::Violation => "messages-report-violation",
        Category::Other => "messages-report-other",
    }
}

async fn post(visit: &Visit, id: PostId) -> Result<Thing> {
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    let words = if card.post.cover.is_empty() { &card.post.source } else { &card.post.cover };
    not_own(
        visit,
        Thing {
            id: id.raw(),
            author: card.post.author,
            name: card.author.name.clone(),
            words: words.clone(),
            group: card.post.group.as_ref().map(|group| group.name.clone()),
            href: format!("/p/{id}"),
            back: format!("/p/{id}"),
        },
    )
}

async fn comment(visit: &Visit, id: CommentId) -> Result<Thing> {
    let (card, post) = cards::comment(&visit.app, &visit.viewer, id).await?;
    not_own(
        visit,
        Thing {
            id: id.raw(),
            author: card.comment.author,
            name: card.author.name.clone(),
            words: card.comment.source.clone(),
            group: post.post.group.as_ref().map(|group| group.name.clone()),
            href: format!("/comment/{id}"),
            back: format!("/p/{}", post.post.id),
        },
    )
}

fn not_own(visit: &Visit, thing: Thing) -> Result<Thing> {
    if visit.viewer.id() == Some(thing.author) { Err(Error::not_found()) } else { Ok(thing) }
}

pub(super) async fn ask_post(visit: Visit, Path(id): Path<PostId>) -> Answer {
    let thing = post(&visit, id).await?;
    ask(&visit, thing, Category::default(), String::new(), Problems::default())
}

pub(super) async fn ask_comment(visit: Visit, Path(id): Path<CommentId>) -> Answer {
    let thing = comment(&visit, id).await?;
    ask(&visit, thing, Category::default(), String::new(), Problems::default())
}

fn ask(visit: &Visit, thing: Thing, category: Category, comment: String, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, "reports-title");
    let l = &frame.l;
    let reasons = Category::ALL.iter().map(|each| (each.as_str(), l.t(reason_key(*each)), *each == category));
    page(&ReportPage {
        action: format!("{}/report", thing.href),
        back: thing.back,
        name: thing.name,
        words: thing.words,
        explained: match &thing.group {
            Some(group) => l.t1("reports-text-group", "group", group.as_str()),
            None => l.t("reports-text"),
        },
        reasons: reasons.collect(),
        comment,
        problems,
        frame,
    })
}

pub(super) async fn report_post(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    let thing = post(&visit, id).await?;
    hand_in(&visit, thing, &form).await
}

pub(super) async fn report_comment(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    let thing = comment(&visit, id).await?;
    hand_in(&visit, thing, &form).await
}

async fn hand_in(visit: &Visit, thing: Thing, form: &Form) -> Answer {
    form.only(&["category", "comment"])?;
    let category = Category::parse(form.get("category")).unwrap_or_default();
    let comment = form.get("comment").to_owned();
    let new = NewReport {
        target: thing.author,
        category,
        comment: comment.clone(),
        rules: Vec::new(),
        posts: vec![thing.id],
    };
    match reports::create(&visit.app, &visit.viewer, new).await {
        Ok(_) => Ok(with_flash(see_other(&thing.back), "flash-reported", None)),
        Err(error) => again(&visit.locale, error, |problems| ask(visit, thing, category, comment, problems)),
    }
}
