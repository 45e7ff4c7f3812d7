//! Statuses that wait: known to their author alone, published on time with the rules of that moment, movable until then.

use kith_base::{DAY, HOUR, MINUTE};
use kith_domain::viewer::AccountState;
use kith_testkit::Server;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::ground::{Client, each};

/// A moment `ahead` of now, as apps write it.
fn at(s: &Server, ahead: i64) -> String {
    jiff::Timestamp::from_millisecond(s.world.app.now() + ahead).unwrap().to_string()
}

async fn later(s: &Server, app: &Client, mut status: Value, ahead: i64) -> Value {
    status["scheduled_at"] = json!(at(s, ahead));
    app.post("/api/v1/statuses", status).await.good()
}

/// Lets the time come and the work be done.
async fn wait(s: &Server, time: i64) {
    s.world.advance(time);
    s.world.upkeep("scheduled.enqueue").await;
    s.world.run_jobs().await;
}

async fn waiting(app: &Client) -> usize {
    app.get("/api/v1/scheduled_statuses").await.good().as_array().unwrap().len()
}

async fn written(app: &Client, of: &str) -> Vec<Value> {
    app.get(&format!("/api/v1/accounts/{of}/statuses")).await.good().as_array().unwrap().clone()
}

#[tokio::test]
async fn a_status_waits_is_moved_and_published_with_all_it_has() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({
            "status": "Later", "visibility": "public", "spoiler_text": "A cover", "language": "en",
            "poll": { "options": ["a", "b"], "expires_in": 3600 },
        });
        let kept = later(&s, &app, said, HOUR).await;
        let params = &kept["params"];
        assert_eq!((&params["text"], &params["visibility"]), (&json!("Later"), &json!("public")));
        assert_eq!(
            params["poll"],
            json!({
                "options": ["a", "b"], "expires_in": 3600, "multiple": false, "hide_totals": false,
            })
        );
        let path = format!("/api/v1/scheduled_statuses/{}", kept["id"].as_str().unwrap());
        assert_eq!(app.get(&path).await.good()["id"], kept["id"]);
        let listed = app.get("/api/v1/scheduled_statuses").await;
        assert!(listed.answer.header("link").contains("max_id="));
        assert_eq!(listed.good()[0]["id"], kept["id"]);

        for (method, body) in [(Method::GET, None), (Method::PUT, Some(json!({}))), (Method::DELETE, None)] {
            assert_eq!(other.ask(method, &path, body).await.status, 404, "somebody else's");
        }
        assert_eq!(waiting(&other).await, 0);
        assert_eq!(Client::stranger(&s).get(&path).await.status, 401);

        let moved = json!({ "scheduled_at": at(&s, 2 * HOUR) });
        app.ask(Method::PUT, &path, Some(moved)).await.good();
        wait(&s, HOUR + MINUTE).await;
        assert!(written(&app, &ann.id.to_string()).await.is_empty(), "it was moved");
        wait(&s, HOUR).await;
        let list = written(&other, &ann.id.to_string()).await;
        assert_eq!(list.len(), 1);
        assert_eq!((&list[0]["spoiler_text"], &list[0]["visibility"]), (&json!("A cover"), &json!("public")));
        assert_eq!(list[0]["poll"]["options"][0]["title"], "a");
        assert_eq!(app.get(&path).await.status, 404);
        wait(&s, HOUR).await;
        assert_eq!(written(&app, &ann.id.to_string()).await.len(), 1, "once");

        let kept = later(&s, &app, json!({ "status": "Never" }), HOUR).await;
        let path = format!("/api/v1/scheduled_statuses/{}", kept["id"].as_str().unwrap());
        app.ask(Method::DELETE, &path, None).await.good();
        wait(&s, 2 * HOUR).await;
        assert_eq!(written(&app, &ann.id.to_string()).await.len(), 1, "taken back");
    })
    .await;
}

#[tokio::test]
async fn what_the_rules_refuse_then_stays_with_its_author() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let original = other.post("/api/v1/statuses", json!({ "status": "Mine", "visibility": "public" }));
        let original = original.await.good();
        let said = json!({ "status": "Look", "visibility": "public", "quoted_status_id": original["id"] });
        later(&s, &app, said, HOUR).await;
        w.block(&ben, &ann).await;
        wait(&s, HOUR).await;
        assert!(written(&app, &ann.id.to_string()).await.is_empty(), "not theirs to pass on any more");
        assert_eq!(waiting(&app).await, 1);
        let kept = app.get("/api/v1/scheduled_statuses").await.good()[0].clone();
        let why = kept["kith"]["refusal"].as_str().unwrap();
        assert!(why.contains("not there for you any more"), "{why}");
        // Apps have no word for it, and are not told by a notification that they could not show.
        assert_eq!(app.get("/api/v1/notifications").await.good(), json!([]));
        let groups = app.get("/api/v2/notifications").await.good();
        assert_eq!(groups["notification_groups"], json!([]));
        for path in ["/api/v1/notifications/unread_count", "/api/v2/notifications/unread_count"] {
            assert_eq!(app.get(path).await.good()["count"], 0, "{path}");
        }
        // The pages say so, and why, and it is gone with the post.
        let browser = s.browser(&ann).await;
        let home = browser.get("/").await;
        assert!(home.has("#refused a[href='/scheduled']"), "{}", home.text());
        let page = browser.get("/scheduled").await;
        assert!(page.text().contains(why) && page.text().contains("Look"), "{}", page.text());
        let id = kept["id"].as_str().unwrap();
        let retry = format!("/scheduled/{id}/retry");
        let theirs = s.browser(&ben).await;
        assert_eq!(theirs.post(&retry, &[]).await.status, 404, "somebody else's");
        assert_eq!(browser.submit(&page, &retry, &[]).await.leads_to().as_deref(), Some("/scheduled"));
        assert!(!browser.get("/").await.has("#refused"), "it waits again");
        assert_eq!(app.get("/api/v1/scheduled_statuses").await.good()[0]["kith"]["refusal"], json!(null));
        wait(&s, 7 * MINUTE).await;
        assert!(browser.get("/").await.has("#refused"), "and is refused again");
        let page = browser.get("/scheduled").await;
        browser.submit(&page, &format!("/scheduled/{id}/cancel"), &[]).await;
        assert!(!browser.get("/").await.has("#refused"));
        assert!(!browser.get("/scheduled").await.has("form[action^='/scheduled']"));
        assert_eq!(waiting(&app).await, 0);

        later(&s, &app, json!({ "status": "From afar", "visibility": "public" }), HOUR).await;
        w.set_state(&ann, AccountState::Suspended).await;
        wait(&s, HOUR).await;
        w.set_state(&ann, AccountState::Active).await;
        assert!(written(&Client::of(&s, &ann).await, &ann.id.to_string()).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn times_have_bounds_and_the_same_key_keeps_one() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        for when in [at(&s, 4 * MINUTE), at(&s, -DAY), "banana".to_owned(), at(&s, 200 * 366 * DAY)] {
            let told = app.post("/api/v1/statuses", json!({ "status": "?", "scheduled_at": when })).await;
            assert_eq!(told.status, 422, "{when}");
            assert!(told.json()["details"]["scheduled_at"].is_array());
        }
        let told = app.post("/api/v1/statuses", json!({ "status": "", "scheduled_at": at(&s, HOUR) })).await;
        assert_eq!(told.status, 422, "nothing to say");
        let post = app.post("/api/v1/statuses", json!({ "status": "A post" })).await.good();
        let reply = json!({ "status": "?", "in_reply_to_id": post["id"], "scheduled_at": at(&s, HOUR) });
        assert_eq!(app.post("/api/v1/statuses", reply).await.status, 422);
        assert_eq!(waiting(&app).await, 0);
    })
    .await;
}

#[tokio::test]
async fn b10_photos_wait_with_their_status() {
    each(|s| async move {
        let w = &s.world;
        if !w.takes_photos() {
            eprintln!("kith-media-worker was not built: tested without photos");
            return;
        }
        let app = Client::of(&s, &w.person("ann").await).await;
        let file = Part::bytes(crate::media::picture()).file_name("meadow.png");
        let photo = app.send(Method::POST, "/api/v1/media", Form::new().part("file", file)).await.good();
        let said = json!({ "status": "Look", "media_ids": [photo["id"]], "visibility": "public" });
        let kept = later(&s, &app, said.clone(), 3 * DAY).await;
        assert_eq!(kept["media_attachments"][0]["id"], photo["id"]);
        let path = format!("/api/v1/media/{}", photo["id"].as_str().unwrap());
        assert_eq!(app.ask(Method::DELETE, &path, None).await.status, 404, "something holds it");
        assert_eq!(app.post("/api/v1/statuses", said).await.status, 422, "and it is shown once");
        w.advance(2 * DAY);
        w.upkeep("media.sweep_orphans").await;
        wait(&s, DAY).await;
        let home = app.get("/api/v1/timelines/home").await.good();
        assert_eq!(home[0]["media_attachments"][0]["id"], photo["id"]);
    })
    .await;
}
