//! Photos: sent by an app, fetched by whoever may see them through keys that open nothing else.

use kith_base::DAY;
use kith_domain::relationships;
use kith_testkit::{Answer, Server};
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::json;

use crate::ground::{Client, each};

pub fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let field = image::RgbImage::from_pixel(40, 30, image::Rgb([9, 80, 120]));
    field.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Fetches as apps fetch pictures: without saying who they are.
async fn fetch(s: &Server, address: &str) -> Answer {
    let visitor = s.visitor();
    visitor.send(visitor.request(Method::GET, address.trim_start_matches("https://kith.example"))).await
}

#[tokio::test]
async fn b10_a_photo_is_fetched_by_its_key_as_long_as_its_holder_may_see_it() {
    each(|s| async move {
        let w = &s.world;
        if !w.takes_photos() {
            eprintln!("kith-media-worker was not built: tested without photos");
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let file = Part::bytes(picture()).file_name("meadow.png");
        let sent = app.send(
            Method::POST,
            "/api/v1/media",
            Form::new().text("description", "A meadow").part("file", file),
        );
        let photo = sent.await.good();
        assert_eq!((&photo["type"], &photo["description"]), (&json!("image"), &json!("A meadow")));
        // Four waves across, three down, in their own base 83 (github.com/woltapp/blurhash).
        assert_eq!(photo["blurhash"].as_str().map(|hash| (hash.len(), &hash[..1])), Some((28, "L")));
        let (own, bare) =
            (photo["url"].as_str().unwrap(), photo["url"].as_str().unwrap().split('?').next().unwrap());
        assert_eq!(fetch(&s, own).await.status, 200, "its owner, before anything shows it");
        assert_eq!(fetch(&s, bare).await.status, 404);

        let said = json!({ "status": "Look", "media_ids": [photo["id"]], "visibility": "private" });
        let id = app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let seen = other.get(&format!("/api/v1/statuses/{id}")).await.good();
        let theirs = seen["media_attachments"][0]["preview_url"].as_str().unwrap().to_owned();
        let fetched = fetch(&s, &theirs).await;
        assert_eq!((fetched.status, fetched.header("cross-origin-resource-policy")), (200, "cross-origin"));
        assert!(fetched.header("cache-control").starts_with("private, no-cache"));

        let tampered = theirs.replace(&ben.id.to_string(), &ann.id.to_string());
        assert_eq!(fetch(&s, &tampered).await.status, 404, "a key for somebody else");
        let elsewhere = theirs.replace(photo["id"].as_str().unwrap(), "1234567890123");
        assert_eq!(fetch(&s, &elsewhere).await.status, 404, "a key for another photo");
        relationships::unfriend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert_eq!(fetch(&s, &theirs).await.status, 404, "what its holder may not see any more");
        assert_eq!(fetch(&s, own).await.status, 200);
        w.advance(3 * DAY);
        assert_eq!(fetch(&s, own).await.status, 404, "a key that has run out");
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_takes_long_is_accepted_first_and_asked_for_until_it_is_there() {
    each(|s| async move {
        let w = &s.world;
        if !w.takes_photos() {
            eprintln!("kith-media-worker was not built: tested without photos");
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let form = || {
            let file = Part::bytes(picture()).file_name("meadow.png");
            Form::new().text("description", "A meadow").part("file", file)
        };
        // Nobody runs jobs here unless told, so it takes long.
        let sent = app.send(Method::POST, "/api/v2/media", form()).await;
        assert_eq!(sent.status, 202, "{}", sent.answer.body);
        let early = sent.json();
        assert_eq!((&early["url"], &early["type"]), (&json!(null), &json!("image")));
        assert_eq!(early["description"], "A meadow");
        let path = format!("/api/v1/media/{}", early["id"].as_str().unwrap());
        let asked = app.get(&path).await;
        assert_eq!((asked.status, asked.json()), (206, early.clone()));
        assert_eq!(other.get(&path).await.status, 404);
        let said = json!({ "status": "Look", "media_ids": [early["id"]], "visibility": "private" });
        let refused = app.post("/api/v1/statuses", said.clone()).await;
        assert_eq!(refused.status, 422, "{}", refused.answer.body);
        let named = json!({ "description": "A wide meadow" });
        let changed = app.ask(Method::PUT, &path, Some(named)).await.good();
        assert_eq!((&changed["description"], &changed["url"]), (&json!("A wide meadow"), &json!(null)));
        w.run_jobs().await;
        let ready = app.get(&path).await.good();
        assert_eq!((&ready["id"], &ready["description"]), (&early["id"], &json!("A wide meadow")));
        assert_eq!(fetch(&s, ready["url"].as_str().unwrap()).await.status, 200);
        let status = app.post("/api/v1/statuses", said).await.good();
        assert_eq!(status["media_attachments"][0]["id"], early["id"]);
        // Where jobs run, the answer is the photo itself.
        let work = async {
            for _ in 0..500 {
                w.run_jobs().await;
                tokio::time::sleep(std::time::Duration::from_millis(20)).await;
            }
        };
        let quick = tokio::select! {
            quick = app.send(Method::POST, "/api/v2/media", form()) => quick,
            () = work => panic!("no answer"),
        };
        assert!(quick.good()["url"].is_string());
    })
    .await;
}

#[tokio::test]
async fn b5_what_is_no_photo_is_refused_by_both_ways_of_sending_it() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        for path in ["/api/v1/media", "/api/v2/media"] {
            let form = Form::new().part("file", Part::bytes(b"<svg/>".as_slice()).file_name("a.svg"));
            let refused = app.send(Method::POST, path, form).await;
            assert_eq!(refused.status, 422, "{path}: {}", refused.answer.body);
            let missing = app.send(Method::POST, path, Form::new().text("description", "nothing")).await;
            assert_eq!(missing.status, 422, "{path}: {}", missing.answer.body);
        }
        assert_eq!(s.world.app.store.used_bytes(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_comment_shows_one_photo() {
    each(|s| async move {
        let w = &s.world;
        if !w.takes_photos() {
            eprintln!("kith-media-worker was not built: tested without photos");
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({ "status": "Show me", "visibility": "unlisted" });
        let post = app.post("/api/v1/statuses", said).await.good();
        let mut photos = Vec::new();
        for _ in 0..2 {
            let form = Form::new().part("file", Part::bytes(picture()).file_name("meadow.png"));
            photos.push(other.send(Method::POST, "/api/v1/media", form).await.good()["id"].clone());
        }
        let reply = |photos: serde_json::Value| json!({ "status": "", "in_reply_to_id": post["id"], "media_ids": photos });
        let both = other.post("/api/v1/statuses", reply(json!(photos))).await;
        assert_eq!(both.status, 422, "{}", both.answer.body);
        assert!(both.json()["details"]["media_ids"].is_array());
        let made = other.post("/api/v1/statuses", reply(json!([photos[0]]))).await.good();
        assert_eq!(made["media_attachments"][0]["id"], photos[0]);
        let path = format!("/api/v1/statuses/{}", post["id"].as_str().unwrap());
        let seen = app.get(&format!("{path}/context")).await.good();
        let theirs = seen["descendants"][0]["media_attachments"][0]["url"].as_str().unwrap().to_owned();
        assert_eq!(fetch(&s, &theirs).await.status, 200);
        let path = format!("/api/v1/statuses/{}", made["id"].as_str().unwrap());
        let change = async |body| other.ask(Method::PUT, &path, Some(body)).await;
        let named = json!({ "id": photos[0], "description": "A meadow" });
        let changed = change(json!({ "status": "Here", "media_attributes": [named] })).await.good();
        assert_eq!(changed["media_attachments"][0]["description"], "A meadow", "it stays unless named");
        let changed = change(json!({ "media_ids": [photos[1]] })).await.good();
        assert_eq!(changed["media_attachments"][0]["id"], photos[1]);
        assert!(changed["content"].as_str().unwrap().contains("Here"));
        let bare = change(json!({ "status": "Here", "media_ids": [] })).await.good();
        assert_eq!(bare["media_attachments"], json!([]));
        assert_eq!(change(json!({ "status": "", "media_ids": [] })).await.status, 422, "nothing left");
        assert_eq!(fetch(&s, &theirs).await.status, 404, "the first one is gone");
    })
    .await;
}
