//! What a client is told about its limits.

use std::sync::Arc;

use axum::Router;
use kith_domain::App;
use kith_domain::accounts::WhoMay;
use kith_http::{Guard, RateLimits, Shed};
use kith_testkit::Server;
use reqwest::Method;

use crate::ground::Client;

fn with_limits(app: &Arc<App>) -> Router {
    let door = Guard { app: Arc::clone(app), limits: RateLimits::usual(), shed: Shed::new(512) };
    kith_api::router(app, door).0
}

#[tokio::test]
async fn f9_what_is_left_is_told_and_too_much_is_refused() {
    Server::each(with_limits, |s| async move {
        let client = Client::stranger(&s);
        let told = client.ask(Method::GET, "/api/v2/instance", None).await;
        assert_eq!(told.answer.header("x-ratelimit-limit"), "600");
        assert_eq!(told.answer.header("x-ratelimit-remaining"), "599");
        let begun = told.answer.header("x-ratelimit-reset").to_owned();
        assert!(begun.ends_with('Z'));
        let mut last = client.ask(Method::POST, "/api/v1/apps", None).await;
        for _ in 0..30 {
            last = client.ask(Method::POST, "/api/v1/apps", None).await;
        }
        assert_eq!(last.status, 429, "strangers may change little");
        assert_eq!(last.answer.header("x-ratelimit-limit"), "20");
        assert_eq!(last.answer.header("x-ratelimit-remaining"), "0");
        assert!(last.answer.header("x-ratelimit-reset") > begun.as_str(), "it is full again later than now");
        let wait: u64 = last.answer.header("retry-after").parse().unwrap();
        assert!((1..=3).contains(&wait), "{wait}");
        assert!(last.answer.header("access-control-expose-headers").contains("Retry-After"));
        assert_eq!(last.json()["error"].as_str().map(str::is_empty), Some(false));
    })
    .await;
}

#[tokio::test]
async fn f9_whoever_is_told_to_wait_reads_no_room_in_the_headers() {
    Server::each(with_limits, |s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        w.set_trust(&ann, 0).await;
        let app = Client::of(&s, &ann).await;
        let mut last = None;
        for number in 0..21 {
            let other = w.person(&format!("other{number}")).await;
            w.choose(&other, |chosen| chosen.who_may_follow = WhoMay::Nobody).await;
            let path = format!("/api/v1/accounts/{}/follow", other.id);
            last = Some(app.ask(Method::POST, &path, None).await);
        }
        // The limit of friend requests in a day, not that of requests in a minute.
        let last = last.unwrap();
        assert_eq!(last.status, 429, "{}", last.answer.body);
        assert_eq!(last.answer.header("x-ratelimit-limit"), "120");
        assert_eq!(last.answer.header("x-ratelimit-remaining"), "0");
        let wait: i64 = last.answer.header("retry-after").parse().unwrap();
        let reset = last.answer.header("x-ratelimit-reset").to_owned();
        let before = app.ask(Method::GET, "/api/v2/instance", None).await;
        assert!(wait > 60 && reset.as_str() > before.answer.header("x-ratelimit-reset"), "{wait} {reset}");
    })
    .await;
}
