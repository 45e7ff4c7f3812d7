//! What the head of a request says of its sender: cookies, languages, proxies on the way.
#![no_main]

use std::net::SocketAddr;

use axum::http::{HeaderMap, HeaderValue};
use kith_http::{Client, cookie_value};
use kith_locale::{Language, negotiate};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let Ok(value) = HeaderValue::from_bytes(input) else { return };
    let mut headers = HeaderMap::new();
    for name in ["cookie", "x-forwarded-for", "x-forwarded-proto"] {
        headers.append(name, value.clone());
        headers.append(name, value.clone());
    }
    if let Some(found) = cookie_value(&headers, "kith") {
        assert!(!found.contains(';'), "{found}");
    }
    let peer: SocketAddr = ([127, 0, 0, 1], 1).into();
    let everywhere = ["0.0.0.0/0", "::/0"].map(|network| network.parse().expect("a network"));
    for trusted in [&everywhere[..], &everywhere[..1], &[]] {
        let client = Client::find(Some(peer), &headers, trusted);
        assert!(client.network.contains('/'), "no network: {}", client.network);
        assert!(!trusted.is_empty() || client.network == "127.0.0.0/24", "an untrusted peer was believed");
    }
    if let Ok(text) = value.to_str()
        && let Some(language) = negotiate(text, &[Language::EN])
    {
        assert_eq!(language, Language::EN);
    }
});
