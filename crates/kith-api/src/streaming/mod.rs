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

use self::channel::Channel;
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
        // Some clients end the path with a stroke.
        .get("/api/v1/streaming/", ANY, connect)
        .get("/api/v1/streaming/health", Needs::Nothing, health)
        .get("/api/v1/streaming/user", read, user)
        .get("/api/v1/streaming/user/notification", Needs::Scope("read:notifications"), user_notification)
        .get("/api/v1/streaming/public", read, public)
        .get("/api/v1/streaming/public/local", read, public_local)
        .get("/api/v1/streaming/public/remote", read, public_remote)
        .get("/api/v1/streaming/hashtag", read, hashtag)
        .get("/api/v1/streaming/hashtag/local", read, hashtag_local)
        .get("/api/v1/streaming/list", Needs::Scope("read:lists"), list)
        .get("/api/v1/streaming/direct", read, direct)
}

async fn health() -> &'static str {
    "OK"
}

fn open_line(caller: &Caller) -> Result<Line> {
    let token = caller.bearer.clone().ok_or_else(Error::sign_in_needed)?;
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
        let tag = params.text("tag").or_else(|| params.list("tag").into_iter().next());
        channels.push(Channel::find(&caller, &name, tag.as_deref())?);
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

fn sse(caller: Caller, name: &str, tag: Option<&str>) -> Answer<Response> {
    let channels = vec![Channel::find(&caller, name, tag)?];
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
    sse(caller, "user", None)
}

async fn user_notification(caller: Caller) -> Answer<Response> {
    sse(caller, "user:notification", None)
}

async fn public(caller: Caller, params: Params) -> Answer<Response> {
    sse(caller, if params.is("only_media") { "public:media" } else { "public" }, None)
}

async fn public_local(caller: Caller, params: Params) -> Answer<Response> {
    sse(caller, if params.is("only_media") { "public:local:media" } else { "public:local" }, None)
}

async fn public_remote(caller: Caller) -> Answer<Response> {
    sse(caller, "public:remote", None)
}

async fn hashtag(caller: Caller, params: Params) -> Answer<Response> {
    sse(caller, "hashtag", params.text("tag").as_deref())
}

async fn hashtag_local(caller: Caller, params: Params) -> Answer<Response> {
    sse(caller, "hashtag:local", params.text("tag").as_deref())
}

async fn list(caller: Caller) -> Answer<Response> {
    sse(caller, "list", None)
}

async fn direct(caller: Caller) -> Answer<Response> {
    sse(caller, "direct", None)
}
