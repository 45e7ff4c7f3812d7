//! Lists to read by: whom they take, whose they are, and what stands in them.

use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::{ids, link};

async fn list(app: &Client, title: &str) -> String {
    let made = app.post("/api/v1/lists", json!({ "title": title })).await.good();
    assert_eq!((&made["replies_policy"], &made["exclusive"]), (&json!("list"), &json!(false)));
    made["id"].as_str().unwrap().to_owned()
}

async fn write(app: &Client, text: &str, visibility: &str) -> String {
    let said = json!({ "status": text, "visibility": visibility });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_list_takes_people_who_are_followed_and_loses_them_with_the_follow() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let id = list(&app, "Garden").await;
        let (path, people) = (format!("/api/v1/lists/{id}"), format!("/api/v1/lists/{id}/accounts"));
        let change = json!({ "title": "Orchard", "replies_policy": "none", "exclusive": true });
        let changed = app.ask(Method::PUT, &path, Some(change)).await.good();
        assert_eq!(
            changed,
            json!({ "id": id, "title": "Orchard", "replies_policy": "none", "exclusive": true })
        );
        assert_eq!(app.get("/api/v1/lists").await.good(), json!([changed]));
        for (field, wrong) in [
            ("title", json!({ "title": " " })),
            ("replies_policy", json!({ "title": "x", "replies_policy": "all" })),
        ] {
            let told = app.post("/api/v1/lists", wrong).await;
            assert_eq!(told.status, 422);
            assert!(told.json()["details"][field].is_array(), "{}", told.answer.body);
        }
        let named = json!({ "account_ids": [ben.id.to_string()] });
        let early = app.post(&people, named.clone()).await;
        assert_eq!(early.status, 422, "nobody is put in who is not followed");
        let crowd: Vec<String> = (1..=501).map(|number| number.to_string()).collect();
        let crowd = app.post(&people, json!({ "account_ids": crowd })).await;
        assert_eq!(crowd.status, 422, "more than a list holds, before anybody is looked up");
        app.post(&format!("/api/v1/accounts/{}/follow", ben.id), json!({})).await.good();
        assert_eq!(app.post(&people, named.clone()).await.good(), json!({}));
        assert_eq!(app.get(&people).await.good()[0]["username"], "ben");
        assert_eq!(app.get(&format!("/api/v1/accounts/{}/lists", ben.id)).await.good()[0]["id"], json!(id));
        // Nobody else learns of it.
        for (method, path) in [
            (Method::GET, path.clone()),
            (Method::PUT, path.clone()),
            (Method::DELETE, path.clone()),
            (Method::GET, people.clone()),
            (Method::GET, format!("/api/v1/timelines/list/{id}")),
        ] {
            assert_eq!(
                other.ask(method.clone(), &path, Some(json!({ "title": "x" }))).await.status,
                404,
                "{method} {path}"
            );
        }
        assert_eq!(other.post(&people, named.clone()).await.status, 404);
        app.post(&format!("/api/v1/accounts/{}/unfollow", ben.id), json!({})).await.good();
        app.post(&format!("/api/v1/accounts/{}/follow", ben.id), json!({})).await.good();
        assert_eq!(app.get(&people).await.good(), json!([]), "unfollowed is out for good");
        app.post(&people, named.clone()).await.good();
        app.ask(Method::DELETE, &people, Some(named)).await.good();
        assert_eq!(app.get(&people).await.good(), json!([]));
        assert_eq!(app.ask(Method::DELETE, &path, None).await.good(), json!({}));
        assert_eq!(app.get(&path).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn e1_a_list_shows_what_its_owner_may_see_and_nothing_more() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &cem).await;
        let app = Client::of(&s, &ann).await;
        let (stranger, friend) = (Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        app.post(&format!("/api/v1/accounts/{}/follow", ben.id), json!({})).await.good();
        let id = list(&app, "People").await;
        let people = json!({ "account_ids": [ben.id.to_string(), cem.id.to_string()] });
        app.post(&format!("/api/v1/lists/{id}/accounts"), people).await.good();
        let mut seen = Vec::new();
        for number in 0..5 {
            w.advance(1_000);
            seen.push(write(&stranger, &format!("public {number}"), "public").await);
            w.advance(1_000);
            write(&stranger, "for friends alone", "private").await;
        }
        w.advance(1_000);
        seen.push(write(&friend, "among friends", "private").await);
        w.advance(1_000);
        write(&app, "not in the list", "public").await;
        seen.reverse();
        let start = format!("/api/v1/timelines/list/{id}?limit=4");
        let first = app.get(&start).await;
        assert_eq!(ids(&first.good()), seen[..4]);
        let second = app.get(&link(first.answer.header("link"), "next").unwrap()).await;
        assert_eq!(ids(&second.good()), seen[4..]);
        let back = app.get(&link(second.answer.header("link"), "prev").unwrap()).await;
        assert_eq!(ids(&back.good()), seen[..4], "the page nearest above");
        // What is taken back is gone from the list too.
        kith_domain::relationships::unfriend(&w.app, &w.viewer(&cem).await, ann.id).await.unwrap();
        assert!(!ids(&app.get(&start).await.good()).contains(&seen[0]));
        w.block(&ben, &ann).await;
        assert_eq!(app.get(&start).await.good(), json!([]), "E10");
    })
    .await;
}

#[tokio::test]
async fn an_exclusive_list_keeps_its_people_from_the_home_page() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let post = write(&other, "hello", "private").await;
        let id = list(&app, "Later").await;
        let people = json!({ "account_ids": [ben.id.to_string()] });
        app.post(&format!("/api/v1/lists/{id}/accounts"), people).await.good();
        let home = async || -> Value { app.get("/api/v1/timelines/home").await.good() };
        assert_eq!(ids(&home().await), std::slice::from_ref(&post));
        let change = json!({ "title": "Later", "exclusive": true });
        app.ask(Method::PUT, &format!("/api/v1/lists/{id}"), Some(change)).await.good();
        assert_eq!(home().await, json!([]));
        assert_eq!(
            ids(&app.get(&format!("/api/v1/timelines/list/{id}")).await.good()),
            std::slice::from_ref(&post)
        );
        app.post(&format!("/api/v1/accounts/{}/mute", ben.id), json!({ "duration": 60 })).await.good();
        assert_eq!(app.get(&format!("/api/v1/timelines/list/{id}")).await.good(), json!([]), "muted");
        app.post(&format!("/api/v1/accounts/{}/unmute", ben.id), json!({})).await.good();
        app.ask(Method::DELETE, &format!("/api/v1/lists/{id}"), None).await.good();
        assert_eq!(ids(&home().await), [post]);
    })
    .await;
}
