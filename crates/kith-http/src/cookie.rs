//! Cookies: read one, set one, clear one. Over https the session's name carries the `__Host-` prefix, which browsers
//! accept only with Secure, Path=/ and no Domain.

use axum::http::{HeaderMap, HeaderValue, header};

/// Name of the session cookie. Plain http (a first look on this machine) cannot carry the prefix.
pub const fn session_cookie_name(is_https: bool) -> &'static str {
    if is_https { "__Host-kith" } else { "kith" }
}

/// Name of the cookie that ties a visitor's forms to their browser.
pub(crate) const fn guest_cookie_name(is_https: bool) -> &'static str {
    if is_https { "__Host-kith-guest" } else { "kith-guest" }
}

/// The value of the cookie `name`, if the request carries it.
pub fn cookie_value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// A `Set-Cookie` value that lives `max_age_s` seconds, or until the browser closes when `None`.
pub fn set_cookie(name: &str, value: &str, max_age_s: Option<i64>, is_https: bool) -> Option<HeaderValue> {
    let age = max_age_s.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let secure = if is_https { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")).ok()
}

/// A `Set-Cookie` value that removes the cookie `name`.
pub fn clear_cookie(name: &str, is_https: bool) -> Option<HeaderValue> {
    set_cookie(name, "", Some(0), is_https)
}
