//! What apps save: posts and comments in one list.

use kith_testkit::World;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::{ids, link};

async fn write(w: &World, app: &Client, body: Value) -> String {
    w.advance(1);
    app.post("/api/v1/statuses", body).await.good()["id"].as_str().unwrap().to_owned()
}

async fn mark(w: &World, app: &Client, id: &str, verb: &str) -> Value {
    w.advance(1);
    app.post(&format!("/api/v1/statuses/{id}/{verb}"), json!({})).await.good()
}

#[tokio::test]
async fn posts_and_comments_are_saved_and_listed_in_the_order_of_saving() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let post = write(w, &app, json!({ "status": "a post", "visibility": "unlisted" })).await;
        let comment = write(w, &other, json!({ "status": "a comment", "in_reply_to_id": post })).await;
        let newer = write(w, &app, json!({ "status": "a newer one", "visibility": "unlisted" })).await;
        for id in [&newer, &comment, &post] {
            assert_eq!(mark(w, &app, id, "bookmark").await["bookmarked"], true, "{id}");
        }
        assert_eq!(mark(w, &app, &comment, "bookmark").await["id"], json!(comment), "twice is once");
        let told = app.get("/api/v1/bookmarks").await.good();
        assert_eq!(ids(&told), [&*post, &*comment, &*newer]);
        assert_eq!((&told[1]["in_reply_to_id"], &told[1]["bookmarked"]), (&json!(post), &json!(true)));
        let context = app.get(&format!("/api/v1/statuses/{post}/context")).await.good();
        assert_eq!(context["descendants"][0]["bookmarked"], true);
        let theirs = other.get(&format!("/api/v1/statuses/{comment}")).await.good();
        assert_eq!(theirs["bookmarked"], false, "nobody else's");
        assert_eq!(other.get("/api/v1/bookmarks").await.good(), json!([]));

        // On by the links, and by the id of the last status, which some apps send instead.
        let first = app.get("/api/v1/bookmarks?limit=2").await;
        assert_eq!(ids(&first.good()), [&*post, &*comment]);
        let next = link(first.answer.header("link"), "next").unwrap();
        for path in [next, format!("/api/v1/bookmarks?limit=2&max_id={comment}")] {
            let rest = app.get(&path).await;
            assert_eq!(ids(&rest.good()), [&*newer], "{path}");
            let back = link(rest.answer.header("link"), "prev").unwrap();
            assert_eq!(ids(&app.get(&back).await.good()), [&*post, &*comment]);
        }
        assert_eq!(mark(w, &app, &comment, "unbookmark").await["bookmarked"], false);
        assert_eq!(ids(&app.get("/api/v1/bookmarks").await.good()), [&*post, &*newer]);
        for verb in ["reblog", "unreblog", "pin"] {
            let told = app.post(&format!("/api/v1/statuses/{comment}/{verb}"), json!({})).await;
            assert_eq!(told.status, 422, "a comment is not passed on or pinned: {verb}");
        }
    })
    .await;
}

#[tokio::test]
async fn e10_whom_one_blocked_is_gone_from_what_was_saved() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (app, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let post =
            write(w, &Client::of(&s, &cem).await, json!({ "status": "a post", "visibility": "unlisted" }))
                .await;
        let comment = write(w, &bens, json!({ "status": "a comment", "in_reply_to_id": post })).await;
        mark(w, &app, &comment, "bookmark").await;
        w.block(&ben, &ann).await;
        let told = app.get("/api/v1/bookmarks").await;
        assert_eq!((told.good(), told.answer.header("link")), (json!([]), ""), "and no link tells of it");
        let gone = app.post(&format!("/api/v1/statuses/{comment}/bookmark"), json!({})).await;
        assert_eq!(gone.status, 404);
    })
    .await;
}
