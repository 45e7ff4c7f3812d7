//! The posts of one tag.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{PageRequest, Result, limits};
use kith_domain::{PostId, cards, tags};
use kith_http::{Answer, Form, Visit, see_other};
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
    follow: Option<Follow>,
    cards: Vec<String>,
    next: Option<String>,
}

/// The button under the name of a tag, for members.
struct Follow {
    action: String,
    is_followed: bool,
}

impl Follow {
    /// None for words that cannot be a tag.
    async fn of(visit: &Visit, tag: &str) -> Result<Option<Self>> {
        if visit.viewer.active().is_err() {
            return Ok(None);
        }
        match tags::get(&visit.app, &visit.viewer, tag).await {
            Ok(tag) => Ok(Some(Self {
                action: format!("{}/follow", address(&tag.key)),
                is_followed: tag.is_followed,
            })),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn address(tag: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(tag.as_bytes()).collect();
    format!("/t/{encoded}")
}

pub(super) async fn follow_tag(visit: Visit, Path(tag): Path<String>, form: Form) -> Answer {
    form.only(&["follow"])?;
    let followed = form.get("follow") != "no";
    let tag = tags::set_followed(&visit.app, &visit.viewer, &tag, followed).await?;
    Ok(see_other(&address(&tag.key)))
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
        follow: Follow::of(&visit, &tag).await?,
        cards: cards_html(&frame, &found.items)?,
        next,
        frame,
    })
}
