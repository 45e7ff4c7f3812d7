//! The home timeline is answered from what was written before; whatever happens meanwhile shows in the next answer.

use kith_base::MINUTE;
use kith_db::{params, statement};
use kith_domain::PostId;
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

statement!(SPEAK, "test.speak", "UPDATE posts SET language = 'eo' WHERE id = $1");

const HOME: &str = "/api/v1/timelines/home";

/// What one act does, through which app: method, path, body.
type Act = (&'static str, Method, String, Value);

/// Every status of the home timeline is what it is when asked for alone, which nothing is kept for.
async fn shows_what_is(app: &Client, after: &str) -> Vec<String> {
    let home = app.get(HOME).await.good();
    for shown in home.as_array().unwrap() {
        let id = shown["id"].as_str().unwrap();
        assert_eq!(*shown, app.get(&format!("/api/v1/statuses/{id}")).await.good(), "after {after}");
    }
    ids(&home)
}

#[tokio::test]
async fn whatever_happens_shows_in_the_next_answer() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for (one, other) in [(&ann, &ben), (&ann, &cem), (&ben, &cem)] {
            w.befriend(one, other).await;
        }
        let apps = [Client::of(&s, &ann).await, Client::of(&s, &ben).await, Client::of(&s, &cem).await];
        let app = |who: &str| match who {
            "ann" => &apps[0],
            "ben" => &apps[1],
            _ => &apps[2],
        };
        let write = async |who: &str, body: Value| {
            w.advance(1_000);
            app(who).post("/api/v1/statuses", body).await.good()["id"].as_str().unwrap().to_owned()
        };
        let post = write("ben", json!({ "status": "one #tag @cem", "visibility": "private" })).await;
        let poll = json!({ "options": ["tea", "coffee"], "expires_in": 3_600 });
        let asked = write("ben", json!({ "status": "which?", "poll": poll })).await;
        let own = write("ann", json!({ "status": "my own" })).await;
        let poll_id = app("ann").get(&format!("/api/v1/statuses/{asked}")).await.good()["poll"]["id"].clone();
        let poll_id = poll_id.as_str().unwrap();
        let comment = write("cem", json!({ "status": "under it", "in_reply_to_id": post })).await;
        assert_eq!(shows_what_is(app("ann"), "writing").await, [own.as_str(), &asked, &post]);

        let status = |id: &str, act: &str| format!("/api/v1/statuses/{id}/{act}");
        let account = |id: kith_domain::AccountId, act: &str| format!("/api/v1/accounts/{id}/{act}");
        let acts: Vec<Act> = vec![
            ("cem", Method::POST, status(&post, "favourite"), json!({})),
            ("ann", Method::POST, status(&post, "favourite"), json!({})),
            ("ann", Method::POST, status(&post, "bookmark"), json!({})),
            ("ann", Method::POST, status(&post, "mute"), json!({})),
            ("ann", Method::POST, status(&own, "pin"), json!({})),
            ("cem", Method::POST, format!("/api/v1/polls/{poll_id}/votes"), json!({ "choices": [1] })),
            ("ann", Method::POST, format!("/api/v1/polls/{poll_id}/votes"), json!({ "choices": [0] })),
            ("cem", Method::POST, status(&asked, "reblog"), json!({})),
            ("ann", Method::POST, status(&asked, "reblog"), json!({})),
            ("cem", Method::POST, status(&asked, "unreblog"), json!({})),
            ("cem", Method::DELETE, format!("/api/v1/statuses/{comment}"), json!({})),
            (
                "cem",
                Method::POST,
                "/api/v1/statuses".into(),
                json!({ "status": "again", "in_reply_to_id": post }),
            ),
            ("ben", Method::PUT, format!("/api/v1/statuses/{post}"), json!({ "status": "two #other" })),
            (
                "ben",
                Method::PATCH,
                "/api/v1/accounts/update_credentials".into(),
                json!({ "display_name": "Benno" }),
            ),
            ("cem", Method::POST, account(ben.id, "unfollow"), json!({})),
            (
                "ann",
                Method::POST,
                "/api/v2/filters".into(),
                json!({
                "title": "two", "context": ["home"], "filter_action": "warn",
                "keywords_attributes": [{ "keyword": "two" }] }),
            ),
            ("ann", Method::POST, account(cem.id, "block"), json!({})),
            ("ann", Method::POST, account(cem.id, "unblock"), json!({})),
            ("ann", Method::POST, status(&post, "unfavourite"), json!({})),
            ("ann", Method::POST, status(&post, "unbookmark"), json!({})),
            ("ann", Method::POST, status(&post, "unmute"), json!({})),
        ];
        for (who, method, path, body) in acts {
            w.advance(1_000);
            let done = app(who).ask(method, &path, Some(body)).await;
            assert_eq!(done.status, 200, "{who} {path}: {}", done.answer.body);
            shows_what_is(app("ann"), &path).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_must_not_be_seen_any_more_is_gone_at_once() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let mut written = Vec::new();
        for text in ["one", "two", "three", "four"] {
            w.advance(1_000);
            let said = json!({ "status": text, "visibility": "private" });
            written
                .push(other.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned());
        }
        let home = async || ids(&app.get(HOME).await.good());
        assert_eq!(home().await, [&*written[3], &written[2], &written[1], &written[0]]);
        other.ask(Method::DELETE, &format!("/api/v1/statuses/{}", written[3]), None).await.good();
        assert_eq!(home().await, [&*written[2], &written[1], &written[0]]);
        let narrower = json!({ "audience": { "kind": "self" } });
        let path = format!("/api/kith/v1/statuses/{}/audience", written[2]);
        let told = other.ask(Method::PUT, &path, Some(narrower)).await;
        assert!(told.status < 300, "{}", told.answer.body);
        assert_eq!(home().await, [&*written[1], &written[0]]);
        let hide = json!({ "title": "two", "context": ["home"], "filter_action": "hide",
            "keywords_attributes": [{ "keyword": "two" }] });
        app.post("/api/v2/filters", hide).await.good();
        assert_eq!(home().await, [&*written[0]]);
        w.set_state(&ben, kith_domain::viewer::AccountState::Suspended).await;
        assert!(home().await.is_empty());
        w.set_state(&ben, kith_domain::viewer::AccountState::Active).await;
        assert_eq!(home().await, [&*written[0]]);
        app.post(&format!("/api/v1/accounts/{}/block", ben.id), json!({})).await.good();
        assert!(home().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn people_on_top_come_to_apps_in_their_place() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        kith_domain::relationships::see_first(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({ "status": "from the top", "visibility": "private" });
        let first = other.post("/api/v1/statuses", said).await.good()["id"].clone();
        w.advance(1_000);
        let own = app.post("/api/v1/statuses", json!({ "status": "later" })).await.good()["id"].clone();
        assert_eq!(ids(&app.get(HOME).await.good()), [own.as_str().unwrap(), first.as_str().unwrap()]);
    })
    .await;
}

#[tokio::test]
async fn what_nothing_happened_to_is_written_again_after_a_minute_at_the_latest() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let app = Client::of(&s, &ann).await;
        let id =
            app.post("/api/v1/statuses", json!({ "status": "one", "language": "en" })).await.good()["id"]
                .clone();
        let post: PostId = id.as_str().unwrap().parse().unwrap();
        assert_eq!(app.get(HOME).await.good()[0]["language"], "en");
        // Behind the back of everybody who is told of changes.
        w.app.db.write(move |tx| tx.run(&SPEAK, &params![post])).await.unwrap();
        assert_eq!(app.get(HOME).await.good()[0]["language"], "en", "kept");
        w.advance(MINUTE);
        assert_eq!(app.get(HOME).await.good()[0]["language"], "eo");
    })
    .await;
}
