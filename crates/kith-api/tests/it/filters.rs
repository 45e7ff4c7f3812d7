//! Filters of several words and posts, the older ones, and how they mark statuses.

use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

async fn write(app: &Client, text: &str) -> String {
    let said = json!({ "status": text, "visibility": "public" });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

async fn put(app: &Client, path: &str, body: Value) -> Value {
    app.ask(Method::PUT, path, Some(body)).await.good()
}

#[tokio::test]
async fn a_filter_marks_what_it_names_and_is_its_owners_alone() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let (fish, plain) =
            (write(&other, "Fresh fish and chips").await, write(&other, "Nothing here").await);
        let new = json!({
            "title": "No fish", "context": ["home", "public"], "filter_action": "warn", "expires_in": 3600,
            "keywords_attributes": [{ "keyword": "fish", "whole_word": true }, { "keyword": "chip" }],
        });
        let made = app.post("/api/v2/filters", new).await.good();
        let id = made["id"].as_str().unwrap();
        assert_eq!((&made["context"], &made["filter_action"]), (&json!(["home", "public"]), &json!("warn")));
        assert!(made["expires_at"].is_string() && made["keywords"].as_array().unwrap().len() == 2);
        let path = format!("/api/v2/filters/{id}");
        let seen = app.get(&format!("/api/v1/statuses/{fish}")).await.good();
        assert_eq!(seen["filtered"][0]["filter"]["title"], "No fish");
        assert_eq!(seen["filtered"][0]["keyword_matches"].as_array().unwrap().len(), 2);
        assert_eq!(seen["filtered"][0]["status_matches"], Value::Null);
        assert_eq!(other.get(&format!("/api/v1/statuses/{fish}")).await.good()["filtered"], json!([]));

        let posts = format!("{path}/statuses");
        let named = app.post(&posts, json!({ "status_id": plain })).await.good();
        assert_eq!(named["status_id"], json!(plain));
        let seen = app.get(&format!("/api/v1/statuses/{plain}")).await.good();
        assert_eq!(seen["filtered"][0]["status_matches"], json!([plain]));
        let hidden =
            other.post("/api/v1/statuses", json!({ "status": "x", "visibility": "private" })).await.good();
        assert_eq!(app.post(&posts, json!({ "status_id": hidden["id"] })).await.status, 404, "E1");
        let place = format!("/api/v2/filters/statuses/{}", named["id"].as_str().unwrap());
        assert_eq!(app.get(&place).await.good(), named);

        // Left out where it holds, and only there.
        put(&app, &path, json!({ "filter_action": "hide", "context": ["public"] })).await;
        assert_eq!(app.get("/api/v1/timelines/public").await.good(), json!([]));
        assert_eq!(ids(&app.get(&format!("/api/v1/accounts/{}/statuses", ben.id)).await.good()).len(), 2);
        app.ask(Method::DELETE, &place, None).await.good();
        assert_eq!(ids(&app.get("/api/v1/timelines/public").await.good()), [plain]);

        let word = app.post(&format!("{path}/keywords"), json!({ "keyword": "peas" })).await.good();
        assert_eq!(word["whole_word"], false);
        let word = format!("/api/v2/filters/keywords/{}", word["id"].as_str().unwrap());
        assert_eq!(
            put(&app, &word, json!({ "keyword": "beans", "whole_word": true })).await["keyword"],
            "beans"
        );
        assert_eq!(app.get(&format!("{path}/keywords")).await.good().as_array().unwrap().len(), 3);
        for (method, path) in [
            (Method::GET, &path),
            (Method::PUT, &path),
            (Method::DELETE, &path),
            (Method::GET, &word),
            (Method::PUT, &word),
            (Method::DELETE, &word),
            (Method::GET, &posts),
        ] {
            assert_eq!(
                other.ask(method.clone(), path, Some(json!({ "title": "x" }))).await.status,
                404,
                "{method} {path}"
            );
        }
        app.ask(Method::DELETE, &word, None).await.good();
        let gone = made["keywords"][0]["id"].clone();
        let left =
            put(&app, &path, json!({ "keywords_attributes": [{ "id": gone, "_destroy": true }] })).await;
        assert_eq!(left["keywords"].as_array().unwrap().len(), 1);
        w.advance(3_601_000);
        assert_eq!(app.get("/api/v2/filters").await.good(), json!([]), "run out");
    })
    .await;
}

#[tokio::test]
async fn older_filters_are_single_phrases_and_wrong_ones_say_what_is_wrong() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let new =
            json!({ "phrase": "carnival", "context": ["home"], "irreversible": true, "whole_word": true });
        let made = app.post("/api/v1/filters", new).await.good();
        assert_eq!(
            (&made["phrase"], &made["irreversible"], &made["expires_at"]),
            (&json!("carnival"), &json!(true), &Value::Null)
        );
        assert_eq!(app.get("/api/v1/filters").await.good(), json!([made]));
        assert_eq!(app.get("/api/v2/filters").await.good()[0]["filter_action"], "hide");
        let path = format!("/api/v1/filters/{}", made["id"].as_str().unwrap());
        let changed = put(&app, &path, json!({ "phrase": "fair", "context": ["thread"] })).await;
        assert_eq!(
            (&changed["phrase"], &changed["context"], &changed["irreversible"]),
            (&json!("fair"), &json!(["thread"]), &json!(true))
        );
        assert_eq!(other.get(&path).await.status, 404);
        let page = s.browser(&ann).await.get("/settings/filters").await;
        assert!(page.body.contains("fair"), "the page shows it too");
        app.ask(Method::DELETE, &path, None).await.good();
        assert_eq!(app.get("/api/v2/filters").await.good(), json!([]));
        for (field, wrong) in [
            ("title", json!({ "context": ["home"] })),
            ("context", json!({ "title": "x" })),
            ("context", json!({ "title": "x", "context": ["nowhere"] })),
            ("filter_action", json!({ "title": "x", "context": ["home"], "filter_action": "burn" })),
            ("expires_in", json!({ "title": "x", "context": ["home"], "expires_in": "soon" })),
            (
                "keyword",
                json!({ "title": "x", "context": ["home"], "keywords_attributes": [{ "keyword": " " }] }),
            ),
        ] {
            let told = app.post("/api/v2/filters", wrong).await;
            assert_eq!(told.status, 422, "{field}");
            assert!(told.json()["details"][field].is_array(), "{}", told.answer.body);
        }
    })
    .await;
}
