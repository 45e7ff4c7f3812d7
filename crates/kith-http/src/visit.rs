//! A visit: one request with everything the faces need to know about who sends it. Made once, by [`guard`], which
//! also stands at the door: rate limits, load shedding, origin.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kith_base::{Error, Millis, Result, random_token};
use kith_domain::sessions::{self, SignedIn};
use kith_domain::site::{self, SiteSettings};
use kith_domain::{App, Viewer, inbox, joining, live, messages, pages, viewers};
use kith_locale::{Language, Locale, negotiate};

use crate::shed::Class;
use crate::{Client, Fault, RateLimits, Shed, cookie, csrf, see_other};

/// One request and who sends it.
#[derive(Clone)]
pub struct Visit {
    /// The program.
    pub app: Arc<App>,
    /// On whose behalf everything is read and done.
    pub viewer: Viewer,
    /// Who it really is: the same, but where somebody acts as a page.
    pub person: Viewer,
    /// The session, when signed in.
    pub signed_in: Option<SignedIn>,
    /// The community's settings.
    pub site: Arc<SiteSettings>,
    /// Language and time zone of the answer.
    pub locale: Locale,
    /// `auto`, `light` or `dark`.
    pub theme: &'static str,
    /// The token that forms carry.
    pub csrf: String,
    /// Where the client is.
    pub client: Client,
    /// What the browser says it is, shortened.
    pub user_agent: String,
    /// Path and query asked for.
    pub path: String,
    /// Key and undo address of the word about what just happened.
    pub flash: Option<(String, String)>,
    /// Applications that wait for the staff; zero for everybody else.
    pub join_requests: i64,
    /// How far open pages have been told when the request came.
    pub live_at: live::Position,
    /// Lines of notices that were not read.
    pub unread_notices: i64,
    /// Conversations with something that was not read; counted for pages alone.
    pub unread_messages: i64,
    /// Whether a part of a page is asked for (htmx) instead of a whole one.
    pub is_fragment: bool,
    /// Whether cookies go over https only.
    pub is_https: bool,
    /// When the request came.
    pub now: Millis,
    /// Whether the token came as a header and fits.
    pub(crate) is_token_given: bool,
}

impl Visit {
    /// Checks the token of a changing request that has no [`crate::Form`].
    ///
    /// # Errors
    /// Forbidden, with the advice to reload, when it does not fit.
    pub fn check_token(&self, given: &str) -> Result<()> {
        if self.is_token_given || csrf::fits(&self.csrf, given) {
            Ok(())
        } else {
            Err(Error::forbidden("error-form-expired"))
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Fault> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Error::internal("no visit").into())
    }
}

/// What stands at the door.
#[derive(Clone)]
pub struct Guard {
    /// The program.
    pub app: Arc<App>,
    /// Limits per account and network.
    pub limits: RateLimits,
    /// Places for requests at work.
    pub shed: Shed,
}

/// Finds out who comes, keeps out what must stay out, and hands the rest on with its [`Visit`]. Errors leave as
/// [`Fault`]s with the visit beside them, for the face to dress.
pub async fn guard(State(guard): State<Guard>, mut request: Request, next: Next) -> Response {
    let arrival = Arrival::of(&request, &guard.app);
    let (visit, new_guest) = match arrive(&guard.app, arrival).await {
        Ok(arrived) => arrived,
        Err(error) => return Fault::from(error).into_response(),
    };
    let admitted = admit(&guard, &visit, request.method(), request.headers());
    let mut response = match admitted {
        Err(error) => Fault::from(error).into_response(),
        Ok(_) if !visit.site.is_set_up && !is_open_before_set_up(request.uri().path()) => see_other("/setup"),
        Ok(_place) => {
            request.extensions_mut().insert(visit.clone());
            next.run(request).await
        }
    };
    let cookies = [
        new_guest.and_then(|guest| {
            cookie::set_cookie(cookie::guest_cookie_name(visit.is_https), &guest, None, visit.is_https)
        }),
        visit.flash.as_ref().and_then(|_| cookie::clear_cookie("kith-flash", false)),
    ];
    for cookie in cookies.into_iter().flatten() {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    if visit.is_https {
        // Two years; whoever once came by https is never led back to plain http.
        let keep = HeaderValue::from_static("max-age=63072000");
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, keep);
    }
    response.extensions_mut().insert(visit);
    response
}

fn is_open_before_set_up(path: &str) -> bool {
    path == "/setup"
        || path.starts_with("/setup/")
        || matches!(path, "/language" | "/theme" | "/password-strength")
}

fn admit(guard: &Guard, visit: &Visit, method: &Method, headers: &HeaderMap) -> Result<crate::shed::Place> {
    let is_write = !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    let place = guard.shed.enter(Class::of(&visit.viewer, is_write))?;
    let subject = visit.viewer.id().map_or_else(|| visit.client.network.to_string(), |id| id.to_string());
    guard.limits.take(&subject, is_write, visit.viewer.id().is_none())?;
    if is_write && !csrf::is_own_origin(headers, &visit.site.base_url) {
        return Err(Error::forbidden("error-origin"));
    }
    Ok(place)
}

/// What is read off a request. A request itself cannot be held across an await, since its body cannot be shared.
struct Arrival {
    headers: HeaderMap,
    path: String,
    client: Client,
}

impl Arrival {
    fn of(request: &Request, app: &App) -> Self {
        Self {
            headers: request.headers().clone(),
            path: request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            client: Client::of(request, &app.config.trusted_proxies),
        }
    }
}

/// Makes the visit; the second value is a guest cookie that the browser does not have yet.
async fn arrive(app: &Arc<App>, arrival: Arrival) -> Result<(Visit, Option<String>)> {
    let headers = &arrival.headers;
    // Before anything else is read: what comes in between is then told late rather than never.
    let live_at = live::position(app);
    let site = site::settings(app).await?;
    let is_https = site.base_url.starts_with("https://");
    let session_cookie = cookie::cookie_value(headers, cookie::session_cookie_name(is_https));
    let mut signed_in = match session_cookie {
        Some(token) => sessions::find(app, token).await?,
        None => None,
    };
    let person = match signed_in {
        Some(found) => viewers::load(app, found.account).await?,
        None => Viewer::Anonymous,
    };
    let page = match signed_in.and_then(|found| found.acts_as) {
        Some(page) => pages::as_page(app, &person, page).await?,
        None => None,
    };
    let viewer = page.unwrap_or_else(|| person.clone());
    if viewer.id().is_none() {
        signed_in = None;
    }
    let guest =
        cookie::cookie_value(headers, cookie::guest_cookie_name(is_https)).filter(|value| value.len() >= 40);
    let (secret, new_guest) = match (signed_in.and(session_cookie), guest) {
        (Some(cookie), _) | (None, Some(cookie)) => (cookie.to_owned(), None),
        (None, None) => {
            let fresh = random_token();
            (fresh.clone(), Some(fresh))
        }
    };
    let csrf = csrf::csrf_token(&app.key, &secret);
    let given = headers.get("x-csrf-token").and_then(|value| value.to_str().ok()).unwrap_or("");
    let is_token_given = csrf::fits(&csrf, given);
    let visit = Visit {
        locale: locale_of(&viewer, headers, &site),
        theme: theme_of(&viewer, headers),
        client: arrival.client.clone(),
        user_agent: text(headers, header::USER_AGENT).chars().take(200).collect(),
        path: arrival.path.clone(),
        flash: flash_of(headers),
        join_requests: joining::waiting_for(app, &viewer).await?,
        live_at,
        unread_notices: inbox::bell(app, &viewer).await?,
        unread_messages: unread_messages(app, &viewer, &arrival).await?,
        is_fragment: headers.contains_key("hx-request"),
        now: app.now(),
        app: Arc::clone(app),
        viewer,
        person,
        signed_in,
        site,
        csrf,
        is_https,
        is_token_given,
    };
    Ok((visit, new_guest))
}

/// Conversations with news for the frame of a page. Photos, streams and parts of pages have no frame.
async fn unread_messages(app: &App, viewer: &Viewer, arrival: &Arrival) -> Result<i64> {
    let has_frame = !arrival.headers.contains_key("hx-request")
        && !["/media/", "/live"].iter().any(|start| arrival.path.starts_with(start));
    if has_frame && viewer.active().is_ok() { messages::unread(app, viewer).await } else { Ok(0) }
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or("")
}

/// The language: the account's, then the cookie's, then the browser's, then the community's own.
fn locale_of(viewer: &Viewer, headers: &HeaderMap, site: &SiteSettings) -> Locale {
    let offered: Vec<Language> = match site.is_set_up {
        true => site.languages.iter().filter_map(|tag| Language::parse(tag)).collect(),
        false => Language::all().to_vec(),
    };
    let chosen = viewer
        .member()
        .and_then(|member| Language::parse(&member.language))
        .or_else(|| cookie::cookie_value(headers, "kith-language").and_then(Language::parse))
        .or_else(|| negotiate(text(headers, header::ACCEPT_LANGUAGE), &offered))
        .or_else(|| offered.first().copied())
        .unwrap_or_default();
    let zone = viewer.member().map_or(site.time_zone.as_str(), |member| member.time_zone.as_str());
    Locale::new(chosen, zone)
}

fn theme_of(viewer: &Viewer, headers: &HeaderMap) -> &'static str {
    let chosen = viewer.member().map_or_else(
        || cookie::cookie_value(headers, "kith-theme").unwrap_or("auto"),
        |member| &member.theme,
    );
    match chosen {
        "light" => "light",
        "dark" => "dark",
        _ => "auto",
    }
}

fn flash_of(headers: &HeaderMap) -> Option<(String, String)> {
    let (key, undo) = cookie::cookie_value(headers, "kith-flash")?.split_once('!')?;
    key.starts_with("flash-").then(|| (key.to_owned(), undo.to_owned()))
}
