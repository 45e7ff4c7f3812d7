//! Reports, who answered to a status, and the small things that apps ask for.

use kith_domain::reports;
use kith_domain::viewer::Role;
use reqwest::Method;
use serde_json::json;

use crate::ground::{Client, each};
use crate::timelines::ids;

#[tokio::test]
async fn a_report_names_what_its_author_may_see_and_is_for_moderators() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let cem = w.person_with_role("cem", Role::Moderator).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let say = async |visibility: &str| -> String {
            let said = json!({ "status": "hm", "visibility": visibility });
            other.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
        };
        let (open, hidden) = (say("public").await, say("private").await);
        let report = json!({ "account_id": ben.id.to_string(), "comment": "rude", "status_ids": [open], "rule_ids": ["1"] });
        let made = app.post("/api/v1/reports", report).await.good();
        assert_eq!((&made["category"], &made["status_ids"]), (&json!("violation"), &json!([open])));
        assert_eq!((&made["target_account"]["username"], &made["action_taken"]), (&json!("ben"), &json!(false)));
        for (status, wrong) in [
            (404, json!({ "account_id": ben.id.to_string(), "status_ids": [hidden] })),
            (404, json!({ "account_id": cem.id.to_string(), "status_ids": [open] })),
            (422, json!({ "account_id": ann.id.to_string() })),
            (422, json!({ "account_id": ben.id.to_string(), "category": "boring" })),
            (422, json!({ "account_id": ben.id.to_string(), "rule_ids": ["9999"] })),
            (422, json!({ "account_id": ben.id.to_string(), "comment": "x".repeat(1_001) })),
            (422, json!({})),
        ] {
            assert_eq!(app.post("/api/v1/reports", wrong.clone()).await.status, status, "{wrong}");
        }
        assert!(reports::list(&w.app, &w.viewer(&ben).await).await.unwrap_err().is_not_found());
        let kept = reports::list(&w.app, &w.viewer(&cem).await).await.unwrap();
        assert_eq!((kept.len(), kept[0].comment.as_str(), kept[0].reporter), (1, "rude", Some(ann.id)));
    })
    .await;
}

#[tokio::test]
async fn who_answered_is_told_to_those_who_may_see_both() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (app, other, third) =
            (Client::of(&s, &ann).await, Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        let said = json!({ "status": "hello", "visibility": "public" });
        let id = app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let path = |verb: &str| format!("/api/v1/statuses/{id}/{verb}");
        other.post(&path("favourite"), json!({})).await.good();
        other.post(&path("reblog"), json!({})).await.good();
        let quote = json!({ "status": "look", "visibility": "public", "quoted_status_id": id });
        let quote = third.post("/api/v1/statuses", quote).await.good()["id"].as_str().unwrap().to_owned();
        assert_eq!(app.get(&path("favourited_by")).await.good()[0]["username"], "ben");
        let shared = app.get(&path("reblogged_by")).await.good();
        assert_eq!((shared.as_array().unwrap().len(), &shared[0]["username"]), (1, &json!("ben")));
        assert_eq!(ids(&app.get(&path("quotes")).await.good()), std::slice::from_ref(&quote));
        let counts = async |app: &Client| {
            let seen = app.get(&format!("/api/v1/statuses/{id}")).await.good();
            (seen["reblogs_count"].as_i64().unwrap(), seen["quotes_count"].as_i64().unwrap())
        };
        assert_eq!(counts(&app).await, (1, 1));
        w.block(&cem, &ben).await;
        assert_eq!(third.get(&path("favourited_by")).await.good(), json!([]), "E10");
        assert_eq!(third.get(&path("reblogged_by")).await.good(), json!([]), "E10");
        assert_eq!(other.get(&path("quotes")).await.good(), json!([]), "E10");
        assert_eq!((counts(&other).await, counts(&third).await), ((1, 0), (0, 1)), "E10");
        w.block(&ann, &cem).await;
        for verb in ["favourited_by", "reblogged_by", "quotes"] {
            assert_eq!(third.get(&path(verb)).await.status, 404, "{verb}");
        }
    })
    .await;
}

#[tokio::test]
async fn small_things_are_answered_honestly() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let (app, stranger) = (Client::of(&s, &ann).await, Client::stranger(&s));
        let weeks = stranger.get("/api/v1/instance/activity").await.good();
        assert_eq!(weeks.as_array().unwrap().len(), 12);
        assert_ne!(weeks[0]["registrations"], "0");
        assert_eq!(app.post("/api/v1/domain_blocks", json!({ "domain": "x.example" })).await.status, 422);
        app.ask(Method::DELETE, "/api/v1/domain_blocks?domain=x.example", None).await.good();
        assert_eq!(app.get("/api/v1/conversations?limit=1").await.good(), json!([]));
        app.post("/api/v1/statuses", json!({ "status": "to myself", "visibility": "direct" })).await.good();
        assert_eq!(app.get("/api/v1/conversations").await.good(), json!([]), "no post is a conversation");
        for (method, path) in [(Method::DELETE, "/1"), (Method::POST, "/1/read"), (Method::POST, "/1/unread")]
        {
            let told = app.ask(method, &format!("/api/v1/conversations{path}"), None).await;
            assert_eq!(told.status, 404, "{path}");
            assert!(told.json()["error"].is_string(), "{path}");
        }
        let write = async |visibility: &str| {
            let said = json!({ "status": "hello", "visibility": visibility });
            app.post("/api/v1/statuses", said).await.good()["url"].as_str().unwrap().to_owned()
        };
        let embedded = app.get(&format!("/api/oembed?url={}", write("public").await)).await.good();
        assert_eq!(
            (&embedded["type"], &embedded["author_url"]),
            (&json!("rich"), &json!("https://kith.example/u/ann"))
        );
        for hidden in [write("unlisted").await, write("direct").await, "https://x.example/p/1".to_owned()] {
            assert_eq!(app.get(&format!("/api/oembed?url={hidden}")).await.status, 404, "{hidden}");
        }
    })
    .await;
}
