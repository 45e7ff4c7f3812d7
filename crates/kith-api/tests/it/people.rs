//! Looking people up, following, keeping away; and the shapes that apps are promised.

use kith_testkit::World;
use serde_json::{Value, json};

use crate::ground::{Client, each};

#[tokio::test]
async fn people_are_followed_asked_kept_away_and_found() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let found = app.get("/api/v1/accounts/lookup?acct=ben@kith.example").await.good();
        assert_eq!(found["id"], ben.id.to_string());
        let step = async |verb: &str| {
            app.post(&format!("/api/v1/accounts/{}/{verb}", ben.id), json!({})).await.good()
        };
        assert_eq!(step("follow").await["following"], true);
        assert_eq!(
            other.get(&format!("/api/v1/accounts/{}/followers", ben.id)).await.good()[0]["username"],
            "ann"
        );
        assert_eq!(step("unfollow").await["following"], false);
        // Where following is closed, an app's follow asks to be friends.
        w.choose(&ben, |choices| choices.who_may_follow = kith_domain::accounts::WhoMay::Nobody).await;
        assert_eq!(step("follow").await["requested"], true);
        assert_eq!(other.get("/api/v1/follow_requests").await.good()[0]["username"], "ann");
        let path = format!("/api/v1/follow_requests/{}/authorize", ann.id);
        assert_eq!(other.post(&path, json!({})).await.good()["followed_by"], true);
        assert_eq!(step("mute").await["muting"], true);
        assert_eq!(app.get("/api/v1/mutes").await.good()[0]["username"], "ben");
        assert_eq!(step("unmute").await["muting"], false);
        assert_eq!(step("block").await["blocking"], true);
        assert_eq!(app.get("/api/v1/blocks").await.good()[0]["username"], "ben");
        assert_eq!(other.get(&format!("/api/v1/accounts/{}", ann.id)).await.status, 404, "E10");
        assert_eq!(step("unblock").await["blocking"], false);
    })
    .await;
}

#[tokio::test]
async fn e10_a_block_is_the_same_as_absence_everywhere() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let app = Client::of(&s, &ann).await;
        let status =
            app.post("/api/v1/statuses", json!({ "status": "hi", "visibility": "public" })).await.good();
        w.block(&ann, &ben).await;
        let other = Client::of(&s, &ben).await;
        let missing = "999999999999999999";
        for path in [
            "/api/v1/accounts/{}",
            "/api/v1/accounts/{}/statuses",
            "/api/v1/accounts/{}/followers",
            "/api/v1/accounts/{}/following",
        ] {
            let hidden = other.get(&path.replace("{}", &ann.id.to_string())).await;
            let absent = other.get(&path.replace("{}", missing)).await;
            assert_eq!((hidden.status, hidden.answer.body), (absent.status, absent.answer.body), "{path}");
        }
        let id = status["id"].as_str().unwrap();
        for path in ["/api/v1/statuses/{}", "/api/v1/statuses/{}/context", "/api/v1/statuses/{}/history"] {
            let hidden = other.get(&path.replace("{}", id)).await;
            let absent = other.get(&path.replace("{}", missing)).await;
            assert_eq!((hidden.status, hidden.answer.body), (absent.status, absent.answer.body), "{path}");
        }
        for path in ["/api/v1/timelines/public", "/api/v1/timelines/home", "/api/v1/accounts/search?q=ann"] {
            let told = other.get(path).await;
            assert!(!told.answer.body.contains(&ann.id.to_string()), "{path}: {}", told.answer.body);
        }
    })
    .await;
}

#[tokio::test]
async fn many_standings_come_in_the_order_in_which_they_are_asked_for() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem, dan) =
            (w.person("ann").await, w.person("ben").await, w.person("cem").await, w.person("dan").await);
        w.befriend(&ann, &cem).await;
        w.block(&ann, &ben).await;
        w.block(&dan, &ann).await;
        let app = Client::of(&s, &ann).await;
        app.post(&format!("/api/v1/accounts/{}/note", cem.id), json!({ "comment": "sings" })).await.good();
        let asked = [cem.id, dan.id, ben.id, kith_domain::AccountId::new(7), ann.id];
        let query: Vec<String> = asked.iter().map(|id| format!("id[]={id}")).collect();
        let told = app.get(&format!("/api/v1/accounts/relationships?{}", query.join("&"))).await.good();
        let ids: Vec<&str> = told.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids, [cem.id.to_string(), ben.id.to_string(), ann.id.to_string()]);
        assert_eq!(
            (&told[0]["following"], &told[0]["followed_by"], &told[0]["note"]),
            (&json!(true), &json!(true), &json!("sings"))
        );
        assert_eq!((&told[1]["blocking"], &told[1]["followed_by"]), (&json!(true), &json!(false)));
        let all = [&told[0]["blocked_by"], &told[1]["blocked_by"]];
        assert_eq!(all, [&json!(false), &json!(false)], "who blocks the caller is nobody");
    })
    .await;
}

#[tokio::test]
async fn e9_a_profile_takes_what_it_knows_and_nothing_else() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        let body = json!({
            "display_name": "Ann of Elmfield", "note": "Bees & trees", "role": "owner", "trust_level": 4,
            "fields_attributes": [{ "name": "Site", "value": "https://example.org/" }],
            "source": { "privacy": "unlisted" },
        });
        let path = "/api/v1/accounts/update_credentials";
        let me = app.ask(reqwest::Method::PATCH, path, Some(body)).await.good();
        assert_eq!(
            (&me["display_name"], &me["note"]),
            (&json!("Ann of Elmfield"), &json!("<p>Bees &amp; trees</p>"))
        );
        assert_eq!(
            (&me["source"]["privacy"], &me["source"]["note"]),
            (&json!("unlisted"), &json!("Bees & trees"))
        );
        assert!(me["fields"][0]["value"].as_str().unwrap().starts_with("<a href=\"https://example.org/\""));
        assert_eq!(me["role"]["id"], "-99");
    })
    .await;
}

#[tokio::test]
async fn choices_that_apps_make_are_kept_and_told() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let path = "/api/v1/accounts/update_credentials";
        let change = async |body: Value| app.ask(reqwest::Method::PATCH, path, Some(body)).await;
        let body = json!({
            "locked": true, "bot": true, "discoverable": false, "source": { "language": "hr", "sensitive": true },
        });
        let me = change(body).await.good();
        assert_eq!(
            (&me["locked"], &me["bot"], &me["discoverable"]),
            (&json!(true), &json!(true), &json!(false))
        );
        assert_eq!((&me["source"]["language"], &me["source"]["sensitive"]), (&json!("hr"), &json!(true)));
        let follow = format!("/api/v1/accounts/{}/follow", ann.id);
        assert_eq!(other.post(&follow, json!({})).await.good()["requested"], true, "locked");
        let said = app.post("/api/v1/statuses", json!({ "status": "Hello there, my friends" })).await.good();
        assert_eq!(said["language"], "hr");
        let chosen = app.get("/api/v1/preferences").await.good();
        assert_eq!(chosen["posting:default:language"], "hr");
        assert_eq!(change(json!({ "source": { "language": "xx-nothing" } })).await.status, 422);
        let me = change(json!({ "locked": false, "bot": false, "source": { "sensitive": false } })).await.good();
        assert_eq!((&me["locked"], &me["bot"], &me["source"]["sensitive"]), (&json!(false), &json!(false), &json!(false)));
        assert_eq!(me["source"]["language"], "hr", "what is not named stays");
    })
    .await;
}

/// Ids and times differ from run to run.
fn settled(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(settled),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), &value) {
                    ("id" | "created_at" | "edited_at" | "last_status_at", Value::String(_)) => {
                        *value = format!("[{name}]").into();
                    }
                    ("url" | "uri", Value::String(text)) if text.contains("/p/") => *value = "[post]".into(),
                    _ => settled(value),
                }
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn the_shapes_that_apps_are_promised() {
    let s = kith_testkit::Server::start(World::sqlite().await, crate::ground::faces).await;
    let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
    let app = Client::of(&s, &ann).await;
    let said = json!({ "status": "Hello @ben #Spring", "visibility": "public", "spoiler_text": "Spring" });
    let mut shapes = json!({
        "status": app.post("/api/v1/statuses", said).await.good(),
        "credentials": app.get("/api/v1/accounts/verify_credentials").await.good(),
        "relationship": app.get(&format!("/api/v1/accounts/relationships?id[]={}", ben.id)).await.good(),
        "instance": app.get("/api/v2/instance").await.good(),
        "refusal": app.get("/api/v1/statuses/1").await.json(),
    });
    settled(&mut shapes);
    // The rules are the community's words; their shape is a line of its own.
    let rules = shapes["instance"].as_object_mut().unwrap().remove("rules").unwrap();
    assert!(rules.as_array().unwrap().iter().all(|rule| rule["id"].is_string() && rule["text"].is_string()));
    insta::assert_json_snapshot!(shapes);
}
