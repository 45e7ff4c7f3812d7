//! Lists of posts: one tag, and what somebody saved.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{PageRequest, limits};
use kith_domain::{PostId, cards};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::cards_html;
use crate::frame::Frame;
use crate::page::page;

/// Where a page of posts begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct From {
    before: Option<PostId>,
}

impl From {
    fn request(&self) -> PageRequest<kith_domain::kinds::PostKind> {
        PageRequest { before: self.before, after: None, nearest: false, limit: limits::PAGE }
    }
}

#[derive(Template)]
#[template(path = "posts/list.html")]
struct ListPage {
    frame: Frame,
    heading: String,
    icon: &'static str,
    empty_title: String,
    empty_text: String,
    may_write: bool,
    cards: Vec<String>,
    next: Option<String>,
}

pub(super) async fn by_tag(visit: Visit, Path(tag): Path<String>, Query(from): Query<From>) -> Answer {
    let found = cards::page_by_tag(&visit.app, &visit.viewer, tag.clone(), from.request()).await?;
    let frame = Frame::new(&visit, format!("#{tag}"));
    let next = found.next.map(|next| format!("?before={next}"));
    page(&ListPage {
        heading: format!("#{tag}"),
        icon: "hash",
        empty_title: frame.l.t("posts-tag-empty-title"),
        empty_text: frame.l.t("posts-tag-empty-text"),
        may_write: visit.viewer.active().is_ok(),
        cards: cards_html(&frame, &found.items)?,
        next,
        frame,
    })
}

pub(super) async fn saved(visit: Visit, Query(from): Query<From>) -> Answer {
    let found = cards::page_saved(&visit.app, &visit.viewer, from.request()).await?;
    let frame = Frame::titled(&visit, "posts-saved");
    let next = found.next.map(|next| format!("/saved?before={next}"));
    page(&ListPage {
        heading: frame.l.t("posts-saved"),
        icon: "bookmark",
        empty_title: frame.l.t("posts-saved-empty-title"),
        empty_text: frame.l.t("posts-saved-empty-text"),
        may_write: false,
        cards: cards_html(&frame, &found.items)?,
        next,
        frame,
    })
}
