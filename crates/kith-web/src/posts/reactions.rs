//! Reacting, and who reacted.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, PageRequest};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::{AccountId, CommentId, PostId, accounts, cards, comments};
use kith_http::{Answer, Form, Visit, see_other};
use serde::Deserialize;

use super::back;
use super::view::{CommentView, PersonView, PostView, label_key};
use crate::frame::Frame;
use crate::page::page;

/// People on one page of the list.
const PEOPLE: usize = 60;

#[derive(Template)]
#[template(path = "posts/foot_part.html")]
struct FootPart {
    frame: Frame,
    p: PostView,
}

#[derive(Template)]
#[template(path = "posts/comment_meta_part.html")]
struct CommentMetaPart {
    frame: Frame,
    c: CommentView,
    may_comment: bool,
}

/// What was pressed; `none` takes the reaction back.
fn pressed(form: &Form) -> Result<Option<ReactionKind>, Error> {
    form.only(&["kind", "back"])?;
    match form.get("kind") {
        "none" => Ok(None),
        word => {
            ReactionKind::parse(word).map(Some).ok_or_else(|| Error::invalid("kind", "error-not-understood"))
        }
    }
}

/// The frame of a part of a page: its links lead back to the page it is a part of.
fn part_frame(visit: &Visit, form: &Form) -> Frame {
    let mut frame = Frame::new(visit, "");
    frame.path = back(form, "/").split('#').next().unwrap_or("/").to_owned();
    frame
}

pub(super) async fn react_to_post(visit: Visit, Path(id): Path<PostId>, form: Form) -> Answer {
    let kind = pressed(&form)?;
    reactions::set(&visit.app, &visit.viewer, Subject::Post(id), kind).await?;
    if !visit.is_fragment {
        return Ok(see_other(back(&form, &format!("/p/{id}"))));
    }
    let card = cards::get(&visit.app, &visit.viewer, id).await?;
    let frame = part_frame(&visit, &form);
    page(&FootPart { p: PostView::of(&frame, &card), frame })
}

pub(super) async fn react_to_comment(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    let kind = pressed(&form)?;
    reactions::set(&visit.app, &visit.viewer, Subject::Comment(id), kind).await?;
    let (card, post) = cards::comment(&visit.app, &visit.viewer, id).await?;
    if !visit.is_fragment {
        let fallback = format!("/p/{}?thread={id}#comment-{id}", post.post.id);
        return Ok(see_other(back(&form, &fallback)));
    }
    let frame = part_frame(&visit, &form);
    page(&CommentMetaPart { c: CommentView::of(&frame, &card), may_comment: post.may.comment, frame })
}

/// Which part of the list is wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    kind: String,
    before: Option<AccountId>,
}

/// A person and what they chose.
struct ReactedView {
    person: PersonView,
    symbol: &'static str,
    label: String,
}

#[derive(Template)]
#[template(path = "posts/reactions.html")]
struct WhoPage {
    frame: Frame,
    back: String,
    tabs: Vec<(String, String, bool)>,
    people: Vec<ReactedView>,
    next: Option<String>,
}

pub(super) async fn who_on_post(visit: Visit, Path(id): Path<PostId>, Query(part): Query<Part>) -> Answer {
    who(&visit, Subject::Post(id), &format!("/p/{id}"), format!("/p/{id}"), &part).await
}

pub(super) async fn who_on_comment(
    visit: Visit,
    Path(id): Path<CommentId>,
    Query(part): Query<Part>,
) -> Answer {
    let (comment, _) = comments::get(&visit.app, &visit.viewer, id).await?;
    let back = format!("/p/{}?thread={id}#comment-{id}", comment.post);
    who(&visit, Subject::Comment(id), &format!("/comment/{id}"), back, &part).await
}

async fn who(visit: &Visit, subject: Subject, base: &str, back: String, part: &Part) -> Answer {
    let kind = ReactionKind::parse(&part.kind);
    let request = PageRequest { before: part.before, after: None, nearest: false, limit: PEOPLE };
    let (tally, found) = reactions::who(&visit.app, &visit.viewer, subject, kind, request).await?;
    let ids: Vec<AccountId> = found.items.iter().map(|(who, _)| *who).collect();
    let people = visit.app.db.read(move |q| accounts::cards(q, &ids)).await?;
    let frame = Frame::titled(visit, "reactions-who");
    let l = &frame.l;
    let shown = found.items.iter().filter_map(|(who, kind)| {
        let mut person = PersonView::of(l, people.get(who)?);
        if visit.viewer.active().is_err() {
            // Reacting shows nobody's face to the world.
            person.avatar = None;
        }
        Some(ReactedView { person, symbol: kind.symbol(), label: l.t(label_key(*kind)) })
    });
    let address = format!("{base}/reactions");
    let mut tabs = vec![(address.clone(), l.t1("reactions-all", "count", tally.total()), kind.is_none())];
    tabs.extend(tally.counts.iter().map(|(each, count)| {
        let label = format!("{} {}", each.symbol(), l.number(*count));
        (format!("{address}?kind={}", each.as_str()), label, kind == Some(*each))
    }));
    let word = kind.map_or("", ReactionKind::as_str);
    let next = found.next.map(|next| format!("{address}?kind={word}&before={next}"));
    page(&WhoPage { people: shown.collect(), back, tabs, next, frame })
}
