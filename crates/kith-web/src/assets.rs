//! Styles, scripts and icons, embedded in the program and served under names that change with their content.

use std::sync::OnceLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

pub(crate) struct File {
    name: &'static str,
    hashed: &'static str,
    bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// Addresses of the assets that every page names.
pub(crate) struct Assets {
    pub(crate) css: String,
    pub(crate) js: String,
    pub(crate) icons: String,
}

/// The addresses, made once.
pub(crate) fn assets() -> &'static Assets {
    static ASSETS: OnceLock<Assets> = OnceLock::new();
    ASSETS.get_or_init(|| Assets {
        css: address("app.css"),
        js: address("app.js"),
        icons: address("icons.svg"),
    })
}

/// The address of the asset `name`; the plain name if the build has none, which a test notices.
pub(crate) fn address(name: &str) -> String {
    let hashed = FILES.iter().find(|file| file.name == name).map_or(name, |file| file.hashed);
    format!("/assets/{hashed}")
}

/// The routes of the assets. They carry no cookies and may be kept for a year.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{name}", get(|Path(name): Path<String>| async move { by_hashed(&name) }))
        .route("/favicon.svg", get(|| async { short("favicon.svg") }))
        .route("/favicon.ico", get(|| async { short("icon-32.png") }))
        .route("/icon-180.png", get(|| async { short("icon-180.png") }))
        .route("/icon-192.png", get(|| async { short("icon-192.png") }))
        .route("/icon-512.png", get(|| async { short("icon-512.png") }))
        .route("/badge-96.png", get(|| async { short("badge-96.png") }))
        .route(WORKER, get(|| async { worker() }))
}

fn by_hashed(hashed: &str) -> Response {
    answer(FILES.iter().find(|file| file.hashed == hashed), "public, max-age=31536000, immutable")
}

fn short(name: &str) -> Response {
    answer(FILES.iter().find(|file| file.name == name), "public, max-age=86400")
}

/// Browsers know the worker by its address, so it has one that stays, and ask for it again each time.
const WORKER: &str = "/service-worker.js";

fn worker() -> Response {
    let mut response = answer(FILES.iter().find(|file| file.name == "service-worker.js"), "no-cache");
    response.headers_mut().insert("service-worker-allowed", HeaderValue::from_static("/"));
    response
}

fn answer(file: Option<&'static File>, keep: &'static str) -> Response {
    let Some(file) = file else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match file.name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], file.bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_that_pages_name_was_built() {
        for name in [
            "app.css",
            "app.js",
            "service-worker.js",
            "icons.svg",
            "favicon.svg",
            "icon-192.png",
            "badge-96.png",
        ] {
            assert!(FILES.iter().any(|file| file.name == name && !file.bytes.is_empty()), "{name}");
        }
    }
}
