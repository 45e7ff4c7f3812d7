//! Comments that the reader keeps for later: keeping one, and the list of them.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{PageRequest, limits};
use kith_domain::cards::{self, CommentCard};
use kith_domain::kinds::RowId;
use kith_domain::saved_comments::{self, Holds, Saved};
use kith_domain::{CommentId, comments};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::back;
use super::view::CommentView;
use crate::frame::Frame;
use crate::page::page;

/// Where a page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    before: Option<RowId>,
}

#[derive(Template)]
#[template(path = "posts/saved_comments.html")]
struct SavedPage {
    frame: Frame,
    comments: Vec<CommentView>,
    next: Option<String>,
}

pub(super) async fn list(visit: Visit, Query(from): Query<From>) -> Answer {
    let request = PageRequest { before: from.before, after: None, nearest: false, limit: limits::PAGE };
    let found = cards::page_of_saved(&visit.app, &visit.viewer, Holds::Comments, request).await?;
    let frame = Frame::titled(&visit, "comments-saved");
    let card = |id: CommentId| found.comments.iter().find(|card| card.comment.id == id);
    let shown = found.lines.iter().filter_map(|line| match line.what {
        Saved::Comment(id) => card(id),
        Saved::Post(_) => None,
    });
    let comments = shown.map(|card: &CommentCard| CommentView::of(&frame, card)).collect();
    let next = found.next.map(|next| format!("/saved/comments?before={next}"));
    page(&SavedPage { comments, next, frame })
}

pub(super) async fn save(visit: Visit, Path(id): Path<CommentId>, form: Form) -> Answer {
    form.only(&["back", "saved"])?;
    let saved = form.get("saved") != "no";
    saved_comments::set(&visit.app, &visit.viewer, id, saved).await?;
    let fallback = match comments::get(&visit.app, &visit.viewer, id).await {
        Ok(_) => format!("/comment/{id}"),
        // What is gone can be dropped all the same.
        Err(error) if error.is_not_found() => "/saved/comments".to_owned(),
        Err(error) => return Err(error.into()),
    };
    let flash = if saved { "flash-comment-saved" } else { "flash-comment-unsaved" };
    Ok(with_flash(see_other(back(&form, &fallback)), flash, None))
}
