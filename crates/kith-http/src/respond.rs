//! Answers that all pages use: go on to another page, with a word about what happened.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::set_cookie;

/// 303 to a page of our own.
pub fn see_other(path: &str) -> Response {
    let location = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

/// `path` if it is an address on this server, otherwise `fallback`: an open redirect would lend our name to others.
pub fn local_path<'p>(path: &'p str, fallback: &'p str) -> &'p str {
    let is_local = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(['\\', '\r', '\n', '\t'])
        && !path.chars().any(char::is_control);
    if is_local { path } else { fallback }
}

/// The same answer with a word that the next page shows once. `key` is a key of the catalogues; `undo` the address
/// that takes it back.
pub fn with_flash(mut response: Response, key: &'static str, undo: Option<&str>) -> Response {
    let value = format!("{key}!{}", undo.unwrap_or_default());
    if let Some(cookie) = set_cookie("kith-flash", &value, Some(60), false) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_addresses_are_followed() {
        assert_eq!(local_path("/p/1?x=2", "/"), "/p/1?x=2");
        for foreign in
            ["https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nSet-Cookie: x", "evil"]
        {
            assert_eq!(local_path(foreign, "/home"), "/home");
        }
    }
}
