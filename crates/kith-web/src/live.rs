//! News on open pages: a stream of hints that lasts as long as somebody looks, and the same numbers to be asked for where
//! no stream can be had.

use std::convert::Infallible;

use axum::extract::Query;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, Sse};
use futures_util::{Stream, stream};
use kith_domain::live::{self, Hint, Position, Subscription, Told, Wish};
use kith_domain::{PostId, feeds};
use kith_http::{Access, Answer, Routes, Visit};
use kith_locale::Locale;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::home::tab_of;

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/live", Access::Member, open).get("/live/state", Access::Member, state)
}

/// What a page asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    /// Whether new posts are wanted: `1`.
    posts: String,
    /// The newest post on the page.
    since: String,
    tab: String,
    /// How far the page has heard; a stream that comes back by itself says so in a header.
    last: String,
}

async fn open(visit: Visit, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let cookie = kith_http::cookie_value(&headers, kith_http::session_cookie_name(visit.is_https));
    let token = cookie.unwrap_or_default().to_owned();
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()).unwrap_or(&asked.last);
    // What cannot be read is as good as a place that nobody remembers.
    let heard = (!heard.is_empty()).then(|| heard.parse::<Position>().unwrap_or_default());
    let posts = (asked.posts == "1").then(|| (tab_of(&asked.tab), asked.since.parse().ok()));
    let subscription = live::subscribe(&visit.app, &visit.viewer, token, Wish { posts, heard }).await?;
    let mut response = Sse::new(events(subscription, visit.locale.clone())).into_response();
    // Proxies that gather answers before they pass them on would gather for ever.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

/// The events of a stream. The first one says that it is open, and from where on it tells.
fn events(subscription: Subscription, l: Locale) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold((subscription, l, true), |(mut subscription, l, is_first)| async move {
        let event = if is_first {
            let hello = Event::default().event("hello").data("{}");
            subscription.begun().map_or_else(|| hello.clone(), |begun| hello.clone().id(begun.to_string()))
        } else {
            event(&l, subscription.next().await?)
        };
        Some((Ok(event), (subscription, l, false)))
    })
}

fn event(l: &Locale, Told { hint, position }: Told) -> Event {
    let event = match position {
        Some(position) => Event::default().id(position.to_string()),
        None => Event::default(),
    };
    let (name, data) = match hint {
        Hint::Still => return Event::default().comment("still here"),
        Hint::Posts { count, .. } => return event.event("posts").data(new_posts(l, count)),
        Hint::Notices { notice, unread } => {
            let notice = notice.map(|id| id.to_string());
            ("notice", json!({ "notice": notice, "unread": unread, "label": bell(l, unread) }))
        }
        Hint::Message { conversation, message, unread } => (
            "message",
            json!({
                "conversation": text(conversation),
                "message": text(message),
                "unread": unread,
                "label": letters(l, unread),
            }),
        ),
        Hint::MessageChanged { conversation, message } => {
            ("message-changed", json!({ "conversation": text(conversation), "message": text(message) }))
        }
        Hint::Conversation { conversation, unread } => {
            let label = letters(l, unread);
            ("conversation", json!({ "conversation": text(conversation), "unread": unread, "label": label }))
        }
        Hint::Read { conversation, account, unread } => (
            "read",
            json!({
                "conversation": text(conversation),
                "account": text(account),
                "unread": unread,
                "label": unread.map(|unread| letters(l, unread)),
            }),
        ),
        Hint::Typing { conversation, account, name } => {
            ("typing", json!({ "conversation": text(conversation), "account": text(account), "name": name }))
        }
        Hint::Gap => ("gap", json!({})),
    };
    event.event(name).data(data.to_string())
}

/// An id as scripts keep it: larger than their numbers.
fn text(id: impl ToString) -> Value {
    Value::String(id.to_string())
}

fn new_posts(l: &Locale, count: usize) -> String {
    l.t1("home-new-posts", "count", count)
}

/// The bell in words.
fn bell(l: &Locale, unread: i64) -> String {
    l.t1("frame-notices-unread", "count", unread)
}

/// Unread conversations in words.
fn letters(l: &Locale, unread: i64) -> String {
    l.t1("frame-messages-unread", "count", unread)
}

/// The numbers of this moment, and the sentence about new posts for a page that names its newest one.
async fn state(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let numbers = live::state(&visit.app, &visit.viewer).await?;
    let posts = match asked.since.parse::<PostId>() {
        Ok(since) if asked.posts == "1" => {
            let tab = tab_of(&asked.tab);
            let count = feeds::count_since(&visit.app, &visit.viewer, tab, since).await?;
            Some(if count > 0 { new_posts(&visit.locale, count) } else { String::new() })
        }
        _ => None,
    };
    let told = json!({
        "notices": numbers.notices,
        "notices_label": bell(&visit.locale, numbers.notices),
        "messages": numbers.messages,
        "messages_label": letters(&visit.locale, numbers.messages),
        "posts": posts,
    });
    Ok(([(header::CONTENT_TYPE, "application/json")], told.to_string()).into_response())
}
