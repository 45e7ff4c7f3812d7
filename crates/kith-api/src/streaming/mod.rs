//! Streaming: news as they happen, over a WebSocket that carries many streams or as server-sent events for one. Each
//! payload is made for its receiver, by the same rules as a page that asks.

mod channel;
mod news;
mod socket;

use std::collections::VecDeque;
use std::convert::Infallible;

use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use kith_base::{Error, Kind, Result};
use kith_domain::feeds::{self, Line, News};
use kith_http::Answer;

use self::channel::{Asked, Channel};
use self::news::Told;
use crate::caller::Caller;
use crate::params::Params;
use crate::routes::{ApiRoutes, Needs};

/// What the token may hear is asked again for each stream.
const ANY: Needs = Needs::OneOf(&["read:statuses", "read:notifications"]);

pub(crate) fn routes() -> ApiRoutes {
    let read = Needs::Scope("read:statuses");
    ApiRoutes::new()
        .get("/api/v1/streaming", ANY, connect)
        .get("/api/v1/streaming/health", Needs::Nothing, health)
        .get("/api/v1/streaming/user", read, user)
        .get("/api/v1/streaming/user/notification", Needs::Scope("read:notifications"), user_notification)
        .get("/api/v1/streaming/public", read, public)
        .get("/api/v1/streaming/public/local", read, public_local)
        .get("/api/v1/streaming/public/remote", read, public_remote)
        .get("/api/v1/streaming/hashtag", read, hashtag)
        .get("/api/v1/streaming/hashtag/local", read, hashtag_local)
        .get("/api/v1/streaming/list", read, list)
        .get("/api/v1/streaming/direct", read, direct)
}

async fn health() -> &'static str {
    "OK"
}

fn open_line(caller: &Caller) -> Result<Line> {
    let token = caller.bearer.as_deref().cloned().ok_or_else(Error::sign_in_needed)?;
    feeds::open_line(&caller.app, &caller.viewer, token)
}

/// The WebSocket; `stream` subscribes at once.
async fn connect(
    caller: Caller,
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
    params: Params,
) -> Answer<Response> {
    let Ok(upgrade) = upgrade else { return Err(Error::new(Kind::Invalid, "error-not-understood").into()) };
    let mut channels = Vec::new();
    if let Some(name) = params.text("stream").filter(|name| !name.is_empty()) {
        let first = |field| params.text(field).or_else(|| params.list(field).into_iter().next());
        let (tag, list) = (first("tag"), first("list"));
        let asked = Asked { name: &name, tag: tag.as_deref(), list: list.as_deref() };
        channels.push(Channel::find(&caller, asked).await?);
    }
    let line = open_line(&caller)?;
    // A browser sends its token as a protocol and wants it confirmed.
    let offered = headers.get("sec-websocket-protocol").and_then(|value| value.to_str().ok());
    let offered = offered.map(|value| value.trim().to_owned()).filter(|value| !value.contains(','));
    let upgrade = match offered {
        Some(protocol) => upgrade.protocols([protocol]),
        None => upgrade,
    };
    let upgrade = upgrade.max_message_size(socket::MESSAGE).max_frame_size(socket::MESSAGE);
    Ok(upgrade.on_upgrade(move |open| socket::serve(open, caller, line, channels)))
}

async fn sse(caller: Caller, asked: Asked<'_>) -> Answer<Response> {
    let channels = vec![Channel::find(&caller, asked).await?];
    let line = open_line(&caller)?;
    let mut response = Sse::new(events(caller, line, channels)).into_response();
    // Proxies that gather answers before they pass them on would gather for ever.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn events(
    caller: Caller,
    line: Line,
    channels: Vec<Channel>,
) -> impl Stream<Item = std::result::Result<Event, Infallible>> {
    let state = (caller, line, channels, VecDeque::<Told>::new());
    stream::unfold(state, |(caller, mut line, channels, mut waiting)| async move {
        loop {
            if let Some(told) = waiting.pop_front() {
                let event = Event::default().event(told.event).data(told.payload.unwrap_or_default());
                return Some((Ok(event), (caller, line, channels, waiting)));
            }
            match line.next().await? {
                News::Still => {
                    let event = Event::default().comment("thump");
                    return Some((Ok(event), (caller, line, channels, waiting)));
                }
                news => waiting.extend(news::of(&caller, &channels, news).await),
            }
        }
    })
}

async fn user(caller: Caller) -> Answer<Response> {
    sse(caller, Asked::for_name("user")).await
}

async fn user_notification(caller: Caller) -> Answer<Response> {
    sse(caller, Asked::for_name("user:notification")).await
}

async fn public(caller: Caller, params: Params) -> Answer<Response> {
    let name = if params.is("only_media") { "public:media" } else { "public" };
    sse(caller, Asked::for_name(name)).await
}

async fn public_local(caller: Caller, params: Params) -> Answer<Response> {
    let name = if params.is("only_media") { "public:local:media" } else { "public:local" };
    sse(caller, Asked::for_name(name)).await
}

async fn public_remote(caller: Caller) -> Answer<Response> {
    sse(caller, Asked::for_name("public:remote")).await
}

async fn hashtag(caller: Caller, params: Params) -> Answer<Response> {
    let tag = params.text("tag");
    sse(caller, Asked { tag: tag.as_deref(), ..Asked::for_name("hashtag") }).await
}

async fn hashtag_local(caller: Caller, params: Params) -> Answer<Response> {
    let tag = params.text("tag");
    sse(caller, Asked { tag: tag.as_deref(), ..Asked::for_name("hashtag:local") }).await
}

async fn list(caller: Caller, params: Params) -> Answer<Response> {
    let list = params.text("list");
    sse(caller, Asked { list: list.as_deref(), ..Asked::for_name("list") }).await
}

async fn direct(caller: Caller) -> Answer<Response> {
    sse(caller, Asked::for_name("direct")).await
}
