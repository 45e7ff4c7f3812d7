//! What the stories share: the served world, and routes with values put in.

use std::sync::Arc;

use axum::Router;
use kith_domain::App;
use kith_domain::MediaId;
use kith_domain::media::{self, Sent};
use kith_http::{Guard, RateLimits, RouteInfo, Shed};
use kith_testkit::{Answer, Person, Server, World};

/// The web face without limits, so that a test may knock often.
pub fn web(app: &Arc<App>) -> Router {
    let door = Guard { app: Arc::clone(app), limits: RateLimits::off(), shed: Shed::new(512) };
    kith_web::router(app, door).0
}

/// The web face with the limits of a real server.
pub fn guarded_web(app: &Arc<App>) -> Router {
    let door = Guard { app: Arc::clone(app), limits: RateLimits::usual(), shed: Shed::new(512) };
    kith_web::router(app, door).0
}

/// Runs `test` on both engines.
pub async fn each<F: Future<Output = ()>>(test: impl Fn(Server) -> F) {
    Server::each(web, test).await;
}

/// The access table of the program.
pub fn table() -> Vec<RouteInfo> {
    kith_web::routes().into_parts().1
}

/// The path with `value` in every place for a parameter.
pub fn filled(path: &str, value: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { value } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// Tables and columns that reading a page may touch: when somebody was here, to the hour.
pub const SEEN: &[&str] = &["accounts.seen_at", "sessions.seen_at", "sessions.expires_at"];

/// The body without what differs from one sight of the same page to the next.
pub fn settled(answer: &Answer, id: &str) -> String {
    let mut body = answer.body.replace(id, "ID");
    for token in answer.attributes("meta[name=csrf]", "content") {
        body = body.replace(&token, "TOKEN");
    }
    body
}

/// A small photo of `owner` that nothing shows yet; none where the worker that reads photos was not built.
pub async fn photo(w: &World, owner: &Person) -> Option<MediaId> {
    static NUMBER: std::sync::atomic::AtomicU8 = std::sync::atomic::AtomicU8::new(0);
    if !w.takes_photos() {
        eprintln!("kith-media-worker was not built: tested without photos");
        return None;
    }
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = w.folder().join(format!("photo-{number}.png"));
    let pixels = image::RgbImage::from_pixel(64, 48, image::Rgb([number, 80, 120]));
    pixels.save(&path).unwrap();
    let bytes = std::fs::metadata(&path).unwrap().len();
    let sent = Sent { path, bytes, alt: "A plain field".to_owned(), crop: None };
    Some(media::upload(&w.app, &w.viewer(owner).await, sent).await.expect("a photo is taken").id)
}
