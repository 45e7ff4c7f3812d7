//! The cookies of a session that has just begun.

use axum::http::header;
use axum::response::Response;
use kith_base::SECOND;
use kith_domain::sessions::{Begun, SESSION_LIFE};
use kith_http::{session_cookie_name, set_cookie};

/// The same answer, which now signs the browser in.
pub(crate) fn signed_in(mut response: Response, begun: &Begun, is_https: bool) -> Response {
    let name = session_cookie_name(is_https);
    if let Some(cookie) = set_cookie(name, begun.token.expose(), Some(SESSION_LIFE / SECOND), is_https) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
