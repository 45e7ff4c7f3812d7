//! Protection of every change against forms on other sites: the Origin must be ours, and a token must fit the
//! session (or, before sign-in, a cookie that only this browser has).

use axum::http::{HeaderMap, Uri, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use kith_base::Secret;
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The token for forms shown to the holder of `cookie` (session or guest).
pub fn csrf_token(key: &Secret, cookie: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.expose().as_bytes()) else { return String::new() };
    mac.update(b"csrf\0");
    mac.update(cookie.as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// Whether `given` is the token of this visit; an empty token never fits.
pub(crate) fn fits(expected: &str, given: &str) -> bool {
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(given.as_bytes()))
}

/// Whether a changing request comes from one of our own pages. `Sec-Fetch-Site` decides where the browser sends it,
/// then `Origin`, then `Referer`; a client that sends none of them is no browser with somebody's cookies at hand, and
/// the token still has to fit.
pub(crate) fn is_own_origin(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok())
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    let Some(origin) = text(header::ORIGIN).or_else(|| text(header::REFERER)) else { return true };
    let Some(authority) = authority_of(origin) else { return false };
    authority_of(base_url).is_some_and(|own| own == authority)
        || text(header::HOST).is_some_and(|host| host.eq_ignore_ascii_case(&authority))
}

fn authority_of(address: &str) -> Option<String> {
    address.parse::<Uri>().ok()?.authority().map(|authority| authority.as_str().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(pairs: &[(&'static str, &str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, value.parse().unwrap());
        }
        is_own_origin(&headers, "https://elmfield.example")
    }

    #[test]
    fn f20_other_sites_are_refused() {
        assert!(own(&[("origin", "https://elmfield.example"), ("host", "elmfield.example")]));
        assert!(!own(&[("origin", "https://evil.example"), ("host", "elmfield.example")]));
        assert!(!own(&[("origin", "null"), ("host", "elmfield.example")]));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("host", "elmfield.example")]));
        assert!(!own(&[("referer", "https://evil.example/elmfield.example"), ("host", "elmfield.example")]));
    }

    #[test]
    fn a_token_fits_its_own_cookie_only() {
        let key = Secret::new("key");
        assert!(fits(&csrf_token(&key, "a"), &csrf_token(&key, "a")));
        assert!(!fits(&csrf_token(&key, "a"), &csrf_token(&key, "b")));
        assert!(!fits("", ""));
    }
}
