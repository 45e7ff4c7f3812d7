//! What a client is told about its limits.

use std::sync::Arc;

use axum::Router;
use kith_domain::App;
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
        assert!(told.answer.header("x-ratelimit-reset").ends_with('Z'));
        let mut last = 0;
        for _ in 0..30 {
            last = client.ask(Method::POST, "/api/v1/apps", None).await.status;
        }
        assert_eq!(last, 429, "strangers may change little");
    })
    .await;
}
