//! Who calls: one request with the token it carries, made once by [`door`], which also counts, sheds and answers in the
//! shape that clients of this API expect.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Kind, Millis, Result, Secret};
use kith_domain::apps::{self, Granted};
use kith_domain::reading::Reading;
use kith_domain::site::{self, SiteSettings};
use kith_domain::{App, Viewer, viewers};
use kith_http::{Class, Client, Fault, Guard, Place, Room, fault_of};
use kith_locale::{Language, Locale, negotiate};

use crate::entities::moment;
use crate::fault;

/// One request and who sends it.
#[derive(Clone)]
pub struct Caller {
    /// The program.
    pub app: Arc<App>,
    /// On whose behalf everything is read and done.
    pub viewer: Viewer,
    /// The token, if there is one.
    pub token: Option<Granted>,
    /// The token as it was sent, to look again whether it still holds.
    pub bearer: Option<Arc<Secret>>,
    /// The community's settings.
    pub site: Arc<SiteSettings>,
    /// Language of sentences for people.
    pub locale: Locale,
    /// The network it comes from.
    pub network: Arc<str>,
    /// Path and query, for links to the next page.
    pub path: Arc<str>,
}

impl Caller {
    /// Whether the token holds `scope`.
    pub fn may(&self, scope: &str) -> bool {
        self.token.as_ref().is_some_and(|token| token.scopes.allow(scope))
    }

    /// The languages of whoever reads the answer, best first.
    pub fn reading(&self) -> Reading {
        Reading::of(&self.viewer, self.locale.lang(), &self.site.languages)
    }

    /// An address on this server.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base_url)
    }
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Fault> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::internal("no caller").into())
    }
}

/// What is read off a request. A request itself cannot be held across an await, since its body cannot be shared.
struct Arrival {
    path: Arc<str>,
    token: Option<String>,
    /// Languages as the client asks for them.
    languages: String,
    network: Arc<str>,
}

impl Arrival {
    fn of(request: &Request, app: &App) -> Self {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let bearer = header(header::AUTHORIZATION).and_then(|value| {
            let (scheme, token) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
        });
        let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
        Self {
            token: bearer.or_else(|| streaming_token(request)),
            path: path.into(),
            languages: header(header::ACCEPT_LANGUAGE).unwrap_or_default().to_owned(),
            network: Client::of(request, &app.config.trusted_proxies).network,
        }
    }
}

/// Browsers can set no header when they open a stream, so there, and only there, a token may come otherwise.
fn streaming_token(request: &Request) -> Option<String> {
    if !request.uri().path().starts_with("/api/v1/streaming") {
        return None;
    }
    let query = request.uri().query().unwrap_or("");
    let in_query = url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "access_token")
        .map(|(_, token)| token.into_owned());
    let as_protocol = || {
        request
            .headers()
            .get(header::SEC_WEBSOCKET_PROTOCOL)?
            .to_str()
            .ok()
            .map(|token| token.trim().to_owned())
    };
    in_query.or_else(as_protocol).filter(|token| !token.is_empty())
}

/// Finds out who calls and hands the request on; dresses whatever comes back.
pub(crate) async fn door(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    if request.method() == Method::OPTIONS {
        return with_cors(StatusCode::NO_CONTENT.into_response());
    }
    let arrival = Arrival::of(&request, &guard.app);
    let method = request.method().clone();
    let caller = match arrive(&guard.app, arrival).await {
        Ok(caller) => caller,
        Err(error) => return with_cors(fault::dress(Fault::from(error).into_response(), None)),
    };
    let (admitted, room) = admit(&guard, &caller, &method);
    let mut response = match admitted {
        Err(error) => Fault::from(error).into_response(),
        Ok(_place) => {
            request.extensions_mut().insert(caller.clone());
            next.run(request).await
        }
    };
    let room = room.map(|room| room_after(room, &response));
    response = fault::dress(response, Some(&caller));
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-store"));
    headers.insert(header::VARY, HeaderValue::from_static("Authorization, Origin"));
    if let Some(room) = room {
        tell_room(headers, room, guard.app.now());
    }
    with_cors(response)
}

/// How much may still be asked, as Mastodon says it (docs.joinmastodon.org/api/rate-limits).
fn tell_room(headers: &mut HeaderMap, room: Room, now: Millis) {
    let full_at = now + Millis::try_from(room.full_in.as_millis()).unwrap_or(0);
    let told = [
        ("x-ratelimit-limit", room.limit.to_string()),
        ("x-ratelimit-remaining", room.remaining.to_string()),
        ("x-ratelimit-reset", moment(full_at)),
    ];
    for (name, value) in told {
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(name, value);
        }
    }
}

/// Refused for a while by whatever limit, a client may ask nothing before that is over: those that look at these headers
/// alone must not read that they may.
fn room_after(room: Room, response: &Response) -> Room {
    match fault_of(response).map(|fault| fault.0.kind()) {
        Some(Kind::RateLimited { retry_after_s }) => {
            let wait = Duration::from_secs(retry_after_s.into());
            Room { remaining: 0, full_in: room.full_in.max(wait), ..room }
        }
        _ => room,
    }
}

/// A place for the request if it is let in, and what is left of its caller's limit, whether it is or not.
fn admit(guard: &Guard, caller: &Caller, method: &Method) -> (Result<Place>, Option<Room>) {
    let is_write = !matches!(*method, Method::GET | Method::HEAD);
    let place = match guard.shed.enter(Class::of(&caller.viewer, is_write)) {
        Ok(place) => place,
        Err(error) => return (Err(error), None),
    };
    let member = caller.viewer.id();
    let subject = member.map_or_else(|| caller.network.to_string(), |id| id.to_string());
    match guard.limits.take(&subject, is_write, member.is_none()) {
        Err(full) => (Err(full.into()), Some(full.room)),
        Ok(room) if caller.site.is_set_up => (Ok(place), room),
        Ok(room) => (Err(Error::not_found()), room),
    }
}

async fn arrive(app: &Arc<App>, arrival: Arrival) -> Result<Caller> {
    let site = site::settings(app).await?;
    let token = match &arrival.token {
        Some(token) => Some(
            apps::find(app, token)
                .await?
                .ok_or_else(|| Error::new(Kind::SignInNeeded, "apps-token-ended"))?,
        ),
        None => None,
    };
    let viewer = match token.as_ref().and_then(|token| token.account) {
        Some(account) => viewers::load(app, account).await?,
        None => Viewer::Anonymous,
    };
    let language = viewer
        .member()
        .and_then(|member| Language::parse(&member.language))
        .unwrap_or_else(|| language_of(&arrival.languages, &site));
    let zone = viewer.member().map_or(site.time_zone.as_str(), |member| member.time_zone.as_str());
    Ok(Caller {
        locale: Locale::new(language, zone),
        network: arrival.network,
        path: arrival.path,
        app: Arc::clone(app),
        viewer,
        token,
        bearer: arrival.token.map(|token| Arc::new(Secret::new(token))),
        site,
    })
}

/// The language of whoever has chosen none: what the client asks for, else the community's own.
fn language_of(accepted: &str, site: &SiteSettings) -> Language {
    let offered: Vec<Language> = site.languages.iter().filter_map(|tag| Language::parse(tag)).collect();
    negotiate(accepted, &offered).or_else(|| offered.first().copied()).unwrap_or_default()
}

/// Pages of any origin may call: what they may do is in the token, which no browser adds by itself.
fn with_cors(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static("GET, POST, PUT, PATCH, DELETE, OPTIONS"),
    );
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("Authorization, Content-Type, Idempotency-Key"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static(
            "Link, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id",
        ),
    );
    headers.remove(header::SET_COOKIE);
    response
}
