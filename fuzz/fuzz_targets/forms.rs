//! Bodies of forms, urlencoded and in parts, through the same guard and extractor as in the program, on behalf of a
//! member with a good token. The first byte chooses the kind.
#![no_main]

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::middleware::from_fn_with_state;
use axum::routing::post;
use kith_base::limits;
use kith_domain::sessions::{self, Origin};
use kith_domain::site;
use kith_http::{Form, Guard, RateLimits, Shed, csrf_token, session_cookie_name};
use kith_testkit::World;
use libfuzzer_sys::fuzz_target;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

/// A community with one member, and the door to it.
struct House {
    runtime: Runtime,
    router: Router,
    cookie: String,
    token: String,
    /// Holds the database and the folder for files on their way.
    _world: World,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
    let (world, session) = runtime.block_on(async {
        let world = World::sqlite().await;
        let settled = world.app.db.write(|tx| site::change(tx, |settings| settings.is_set_up = true)).await;
        settled.expect("the community is set up");
        let ann = world.person("ann").await;
        let begun = sessions::begin(&world.app, ann.id, Origin::default()).await.expect("a session");
        (world, begun.token.expose().to_owned())
    });
    let guard = Guard { app: Arc::clone(&world.app), limits: RateLimits::off(), shed: Shed::new(64) };
    let router = Router::new()
        .route("/", post(read))
        .layer(from_fn_with_state(guard, kith_http::guard))
        .with_state(Arc::clone(&world.app));
    House {
        runtime,
        router,
        cookie: format!("{}={session}", session_cookie_name(false)),
        token: csrf_token(&world.app.key, &session),
        _world: world,
    }
});

async fn read(mut form: Form) -> String {
    let letters: usize = form.fields().map(|(name, value)| name.len() + value.len()).sum();
    // A byte that is no UTF-8 becomes a sign of three.
    assert!(letters <= 3 * limits::FORM_BYTES, "{letters}");
    let files = form.take_files("photos");
    assert!(files.len() <= limits::POST_PHOTOS);
    assert!(files.iter().all(|file| file.bytes <= limits::PHOTO_BYTES));
    let _ = (form.only(&["text", "tag-*"]), form.ids::<()>("id"), form.parse::<i64>("number"));
    letters.to_string()
}

fuzz_target!(|input: &[u8]| {
    let Some((kind, body)) = input.split_first() else { return };
    let kind = match kind % 3 {
        0 => "application/x-www-form-urlencoded",
        1 => "multipart/form-data; boundary=x",
        _ => "multipart/form-data; boundary=\"x y\"",
    };
    let request = Request::post("/")
        .header("content-type", kind)
        .header("cookie", &HOUSE.cookie)
        .header("x-csrf-token", &HOUSE.token)
        .body(Body::from(body.to_vec()))
        .expect("a request");
    let answer = HOUSE.runtime.block_on(HOUSE.router.clone().oneshot(request));
    let status = answer.unwrap_or_else(|never| match never {}).status().as_u16();
    assert!(matches!(status, 200 | 400..=499), "{status}");
});
