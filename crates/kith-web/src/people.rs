//! The member directory.

use askama::Template;
use axum::extract::Query;
use kith_domain::{AccountId, people};
use kith_http::{Access, Answer, Routes, Visit};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;
use crate::person::PersonRow;

/// The routes of the directory.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/people", Access::Member, index)
}

/// What is looked for, and from where on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Search {
    q: String,
    after: Option<AccountId>,
}

#[derive(Template)]
#[template(path = "people/index.html")]
struct IndexPage {
    frame: Frame,
    query: String,
    /// A tag that is meant by the words, without its sign.
    tag: Option<String>,
    rows: Vec<PersonRow>,
    next: Option<String>,
    back: String,
}

async fn index(visit: Visit, Query(search): Query<Search>) -> Answer {
    let query: String = search.q.trim().chars().take(100).collect();
    let tag = query.strip_prefix('#').map(str::trim).filter(|tag| !tag.is_empty()).map(ToOwned::to_owned);
    let found =
        people::directory(&visit.app, &visit.viewer, query.trim_start_matches('#'), search.after).await?;
    let frame = Frame::titled(&visit, "people-title");
    page(&IndexPage {
        rows: found.people.iter().map(|entry| PersonRow::of_entry(&frame, entry)).collect(),
        next: found.next.map(|next| format!("/people?q={}&after={next}", encoded(&query))),
        back: visit.path.clone(),
        query,
        tag: tag.map(|tag| encoded(&tag)),
        frame,
    })
}

/// Text as it stands in an address.
pub(crate) fn encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}
