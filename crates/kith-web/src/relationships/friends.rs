//! The page of friends: who asks, whom one may know, everybody one knows.

use askama::Template;
use axum::extract::Query;
use kith_domain::relationships::{self, Request};
use kith_domain::{AccountId, people, profiles};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;
use crate::people::encoded;
use crate::person::{PersonRow, in_common};

/// Suggestions on the page.
const SUGGESTED: usize = 8;

/// Which friends are looked for, and from where on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    q: String,
    after: Option<AccountId>,
}

#[derive(Template)]
#[template(path = "relationships/friends.html")]
struct FriendsPage {
    frame: Frame,
    requests: Vec<PersonRow>,
    sent: Vec<PersonRow>,
    suggested: Vec<PersonRow>,
    friends: Vec<PersonRow>,
    query: String,
    next: Option<String>,
    back: &'static str,
}

pub(super) async fn index(visit: Visit, Query(search): Query<Search>) -> Answer {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let me = viewer.active()?.id;
    let query: String = search.q.trim().chars().take(100).collect();
    let is_whole = query.is_empty() && search.after.is_none();
    let found = profiles::friends(app, viewer, me, &query, search.after).await?;
    let frame = Frame::titled(&visit, "friends-title");
    // Someone who looks for a friend or turns a page has seen the rest.
    let (requests, sent, suggested) = if is_whole {
        (
            rows(&frame, relationships::requests(app, viewer).await?),
            rows(&frame, relationships::sent_requests(app, viewer).await?),
            people::suggestions(app, viewer, SUGGESTED).await?,
        )
    } else {
        Default::default()
    };
    page(&FriendsPage {
        requests,
        sent,
        suggested: suggested.iter().map(|entry| PersonRow::of_entry(&frame, entry)).collect(),
        friends: PersonRow::all(&found.people),
        next: found.next.map(|next| format!("/friends?q={}&after={next}", encoded(&query))),
        query,
        back: "/friends",
        frame,
    })
}

fn rows(frame: &Frame, requests: Vec<Request>) -> Vec<PersonRow> {
    requests
        .iter()
        .map(|request| {
            let ago = frame.l.time_ago(request.at, frame.now);
            let line = match request.in_common {
                0 => ago,
                count => format!("{} · {ago}", in_common(frame, count)),
            };
            PersonRow::with_line(&request.person, line)
        })
        .collect()
}
