//! The web app: what a phone needs to know to install it, the page for when there is no connection, and browsers that are
//! woken.

mod devices;
mod words;

use askama::Template;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse;
use kith_http::{Access, Answer, Routes, Visit};
use kith_locale::{Language, Locale};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::frame::Frame;
use crate::page::page;

pub(crate) use devices::push_key;
pub use words::push_words;

/// Characters of a name under an icon.
const SHORT_NAME: usize = 12;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/manifest.webmanifest", Access::Anyone, manifest)
        .get("/offline", Access::Anyone, offline)
        .merge(devices::routes())
}

/// What the app is called, looks like, and takes from other apps.
async fn manifest(visit: Visit) -> Answer {
    let (l, site) = (&visit.locale, &visit.site);
    let icon = |size: &str, purpose: &str| {
        let src = format!("/icon-{size}.png");
        json!({ "src": src, "sizes": format!("{size}x{size}"), "type": "image/png", "purpose": purpose })
    };
    let manifest = json!({
        "name": site.name,
        "short_name": site.name.chars().take(SHORT_NAME).collect::<String>(),
        "description": site.tagline,
        "lang": l.lang(),
        "dir": l.dir(),
        "id": "/",
        "start_url": "/?from=app",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f5f1ea",
        "theme_color": "#fffefc",
        "categories": ["social"],
        // The mark leaves so much room around it that a phone may cut the picture to any shape.
        "icons": [icon("192", "any"), icon("512", "any"), icon("512", "maskable")],
        "shortcuts": shortcuts(l),
        "share_target": {
            "action": "/share",
            // Photos come along only so. The worker takes what is sent and asks for the page.
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {
                "title": "title",
                "text": "text",
                "url": "url",
                "files": [{ "name": "photos", "accept": ["image/*"] }],
            },
        },
    });
    Ok(([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response())
}

fn shortcuts(l: &Locale) -> Value {
    let to = |key: &'static str, url: &str| json!({ "name": l.t(key), "url": url });
    json!([
        to("frame-new-post", "/new"),
        to("messages-title", "/messages"),
        to("notices-title", "/notices"),
        to("frame-friends", "/friends")
    ])
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Spoken {
    lang: String,
}

#[derive(Template)]
#[template(path = "web_app/offline.html")]
struct OfflinePage {
    frame: Frame,
}

/// The page that stands in for every other one when there is no connection. It is kept on the device, so it says nothing
/// of whoever asks for it, and speaks the language that is named.
async fn offline(mut visit: Visit, Query(spoken): Query<Spoken>) -> Answer {
    if let Some(language) = Language::parse(&spoken.lang) {
        visit.locale = Locale::new(language, visit.locale.time_zone());
    }
    page(&OfflinePage { frame: Frame::titled(&visit, "app-offline-title") })
}
