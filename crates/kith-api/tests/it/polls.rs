//! Polls: asked, seen by whoever sees the post, voted in once, and over at their end.

use kith_base::{DAY, MINUTE};
use kith_domain::relationships;
use kith_testkit::{Person, Server};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};

async fn ask(app: &Client, visibility: &str, poll: Value) -> Value {
    app.post("/api/v1/statuses", json!({ "status": "Which?", "visibility": visibility, "poll": poll }))
        .await
        .good()
}

fn tea() -> Value {
    json!({ "options": ["Tea", "Coffee", "Water"], "expires_in": 86_400 })
}

async fn vote(app: &Client, poll: &Value, choices: Value) -> (u16, Value) {
    let path = format!("/api/v1/polls/{}/votes", poll["id"].as_str().unwrap());
    let told = app.post(&path, json!({ "choices": choices })).await;
    (told.status, told.json())
}

async fn two(s: &Server) -> (Person, Person) {
    (s.world.person("ann").await, s.world.person("ben").await)
}

#[tokio::test]
async fn a_poll_is_asked_voted_in_once_and_kept_by_an_edit() {
    each(|s| async move {
        let (ann, ben) = two(&s).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let status = ask(&app, "public", tea()).await;
        let poll = &status["poll"];
        assert_eq!(poll["options"][1], json!({ "title": "Coffee", "votes_count": 0 }));
        assert_eq!(
            (&poll["voted"], &poll["own_votes"], &poll["expired"]),
            (&json!(true), &json!([]), &json!(false))
        );

        let (code, voted) = vote(&other, poll, json!([1])).await;
        assert_eq!(code, 200, "{voted}");
        assert_eq!((&voted["voted"], &voted["own_votes"]), (&json!(true), &json!([1])));
        assert_eq!((&voted["votes_count"], &voted["voters_count"]), (&json!(1), &json!(1)));
        assert_eq!(vote(&other, poll, json!(["0"])).await.0, 422, "once");
        assert_eq!(vote(&app, poll, json!([0])).await.0, 422, "not one's own");
        let (code, refused) =
            vote(&Client::of(&s, &s.world.person("cem").await).await, poll, json!([0, 1])).await;
        assert_eq!(code, 422, "one answer: {refused}");
        assert!(refused["error"].as_str().unwrap().contains("one answer"), "{refused}");

        let path = format!("/api/v1/statuses/{}", status["id"].as_str().unwrap());
        let edited = app.ask(Method::PUT, &path, Some(json!({ "status": "Which one?" }))).await.good();
        assert_eq!(edited["poll"]["options"][1]["votes_count"], 1, "an edit keeps the poll");
        let shown = other.get(&format!("/api/v1/polls/{}", poll["id"].as_str().unwrap())).await.good();
        assert_eq!(shown["own_votes"], json!([1]));
        let public = Client::stranger(&s).get(&path).await.good();
        assert_eq!(public["poll"]["votes_count"], 1);
        assert!(public["poll"].get("voted").is_none(), "nobody's vote");

        s.world.advance(2 * DAY);
        let late = Client::of(&s, &s.world.person("dee").await).await;
        assert_eq!(vote(&late, poll, json!([0])).await.0, 422, "after the end");
        assert_eq!(late.get(&path).await.good()["poll"]["expired"], true);
        let gone = app.ask(Method::DELETE, &path, None).await.good();
        assert_eq!((&gone["text"], &gone["poll"]["id"]), (&json!("Which one?"), &poll["id"]));
        let path = format!("/api/v1/polls/{}", poll["id"].as_str().unwrap());
        assert_eq!(app.get(&path).await.status, 404, "with its post");
    })
    .await;
}

#[tokio::test]
async fn several_answers_and_hidden_counts() {
    each(|s| async move {
        let (ann, ben) = two(&s).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let asked = json!({
            "options": ["a", "b", "c"], "expires_in": 300, "multiple": true, "hide_totals": true,
        });
        let poll = ask(&app, "public", asked).await["poll"].clone();
        let (code, voted) = vote(&other, &poll, json!([2, 0, 2])).await;
        assert_eq!(code, 200, "{voted}");
        assert_eq!(
            (&voted["own_votes"], &voted["options"][0]["votes_count"]),
            (&json!([0, 2]), &Value::Null)
        );
        s.world.advance(6 * MINUTE);
        let path = format!("/api/v1/polls/{}", poll["id"].as_str().unwrap());
        let over = app.get(&path).await.good();
        let counts: Vec<&Value> =
            over["options"].as_array().unwrap().iter().map(|option| &option["votes_count"]).collect();
        assert_eq!(counts, [&json!(1), &json!(0), &json!(1)]);
        assert_eq!((&over["votes_count"], &over["voters_count"]), (&json!(2), &json!(1)));
    })
    .await;
}

#[tokio::test]
async fn e1_a_poll_is_seen_and_voted_in_by_whoever_sees_its_post() {
    each(|s| async move {
        let (ann, ben) = two(&s).await;
        let w = &s.world;
        w.befriend(&ann, &ben).await;
        let app = Client::of(&s, &ann).await;
        let poll = ask(&app, "private", tea()).await["poll"].clone();
        let path = format!("/api/v1/polls/{}", poll["id"].as_str().unwrap());
        let cem = w.person("cem").await;
        let (friend, member) = (Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        assert_eq!(member.get(&path).await.status, 404);
        assert_eq!(Client::stranger(&s).get(&path).await.status, 404);
        assert_eq!(vote(&member, &poll, json!([0])).await.0, 404);
        assert_eq!(vote(&Client::stranger(&s), &poll, json!([0])).await.0, 401);
        assert_eq!(friend.get(&path).await.status, 200);
        relationships::unfriend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert_eq!(friend.get(&path).await.status, 404, "revoked later");
        assert_eq!(vote(&friend, &poll, json!([0])).await.0, 404);

        let poll = ask(&app, "public", tea()).await["poll"].clone();
        w.block(&ann, &cem).await;
        assert_eq!(vote(&member, &poll, json!([0])).await.0, 404, "blocked");
        let narrow = Client::within(&s, &ben, "read").await;
        assert_eq!(vote(&narrow, &poll, json!([0])).await.0, 403, "outside the scope");
        assert_eq!(vote(&friend, &poll, json!([3])).await.0, 422, "no such answer");
        assert_eq!(vote(&friend, &poll, json!([])).await.0, 422);
        assert_eq!(vote(&friend, &poll, json!(["x"])).await.0, 422);
    })
    .await;
}

#[tokio::test]
async fn a_poll_has_limits_and_the_instance_names_them() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        let limits = app.get("/api/v2/instance").await.good()["configuration"]["polls"].clone();
        assert_eq!((&limits["max_options"], &limits["min_expiration"]), (&json!(10), &json!(300)));
        assert_eq!(app.get("/api/v1/instance").await.good()["configuration"]["polls"], limits);
        for poll in [
            json!({ "options": ["a"], "expires_in": 300 }),
            json!({ "options": ["a", "a"], "expires_in": 300 }),
            json!({ "options": ["a", "b"], "expires_in": 299 }),
            json!({ "options": ["a", "b"] }),
            json!({ "options": ["a", "b"], "expires_in": 9_223_372_036_854_775_807_i64 }),
            json!({ "options": ["a", "x".repeat(101)], "expires_in": 300 }),
        ] {
            let told = app.post("/api/v1/statuses", json!({ "status": "?", "poll": poll })).await;
            assert_eq!(told.status, 422, "{poll}");
            assert!(told.json()["details"]["poll"].is_array(), "{poll}");
        }
        let status = app.post("/api/v1/statuses", json!({ "status": "A post" })).await.good();
        let comment = json!({ "status": "?", "in_reply_to_id": status["id"], "poll": tea() });
        assert_eq!(app.post("/api/v1/statuses", comment).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_thread_is_muted_for_oneself_alone() {
    each(|s| async move {
        let (ann, ben) = two(&s).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let status = app.post("/api/v1/statuses", json!({ "status": "A post", "visibility": "public" }));
        let status = status.await.good();
        let path = |id: &Value, verb: &str| format!("/api/v1/statuses/{}{verb}", id.as_str().unwrap());
        let reply = json!({ "status": "A word", "in_reply_to_id": status["id"] });
        let reply = other.post("/api/v1/statuses", reply).await.good();
        let muted = other.post(&path(&reply["id"], "/mute"), json!({})).await.good();
        assert_eq!((&muted["id"], &muted["muted"]), (&reply["id"], &json!(true)));
        assert_eq!(other.get(&path(&status["id"], "")).await.good()["muted"], true, "all of the thread");
        assert_eq!(app.get(&path(&status["id"], "")).await.good()["muted"], false, "theirs alone");
        assert_eq!(other.post(&path(&status["id"], "/unmute"), json!({})).await.good()["muted"], false);

        let own = app.post("/api/v1/statuses", json!({ "status": "Mine", "visibility": "private" }));
        let own = own.await.good();
        assert_eq!(other.post(&path(&own["id"], "/mute"), json!({})).await.status, 404, "hidden");
        assert_eq!(other.get(&path(&own["id"], "/card")).await.status, 404);
        assert_eq!(app.get(&path(&own["id"], "/card")).await.good(), json!({}));
        assert_eq!(status["quote_approval"]["current_user"], "automatic");
        let visitor = Client::stranger(&s).get(&path(&status["id"], "")).await.good();
        assert_eq!(visitor["quote_approval"]["current_user"], "denied", "whoever has not signed in");
    })
    .await;
}
