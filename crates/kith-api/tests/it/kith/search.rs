//! Kith's own search: all kinds at once, one kind page by page, and what is offered while somebody types.

use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

fn ids_of(found: &Value) -> Vec<&str> {
    list(found).iter().map(|one| one["status"]["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn e1_one_question_finds_all_kinds_with_the_words_marked() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person_named("ann", "Ann Bridge").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let mut posts = Vec::new();
        for audience in ["community", "self", "community"] {
            w.advance(1_000);
            posts.push(app.post("Under the Bridge", json!({ "kind": audience })).await);
        }
        w.advance(1_000);
        let said = json!({ "status": "this bridge", "in_reply_to_id": posts[0] });
        let line = id(&other.client.post("/api/v1/statuses", said).await.good());

        let found = other.read("search", &["q=bridge"]).await;
        assert_eq!(found["people"][0]["username"], "ann");
        assert_eq!(ids_of(&found["posts"]), [&*posts[2], &*posts[0]], "E1");
        assert_eq!(ids_of(&found["comments"]), [&*line]);
        assert_eq!((&found["photos"], &found["next"]), (&json!([]), &Value::Null));
        let excerpt =
            json!([{ "text": "Under the ", "is_match": false }, { "text": "Bridge", "is_match": true }]);
        assert_eq!(found["posts"][0]["excerpt"], excerpt);

        let page = app.read("search", &["q=bridge&kind=post&limit=2"]).await;
        assert_eq!(ids_of(&page["posts"]), [&*posts[2], &*posts[1]]);
        assert_eq!((&page["people"], &page["comments"]), (&json!([]), &json!([])));
        let next = format!("q=bridge&kind=post&limit=2&max_id={}", page["next"].as_str().unwrap());
        let page = app.read("search", &[&next]).await;
        assert_eq!((ids_of(&page["posts"]), &page["next"]), (vec![&*posts[0]], &Value::Null));
        let by = format!("q=bridge&account_id={}", ben.id);
        let page = app.read("search", &[&by]).await;
        assert_eq!((list(&page["posts"]).len(), list(&page["comments"]).len()), (0, 1));
        for wrong in ["kind=things", "account_id=x", "limit=x"] {
            assert_eq!(app.status("search", &[wrong]).await, 422, "{wrong}");
        }
        w.block(&ann, &ben).await;
        let found = other.read("search", &["q=bridge"]).await;
        for kind in ["people", "posts", "comments", "photos"] {
            assert_eq!(found[kind], json!([]), "E10");
        }
        assert_eq!(other.read("suggest", &["q=bri"]).await, json!([]), "E10");
    })
    .await;
}

#[tokio::test]
async fn people_and_tags_are_offered() {
    each(|s| async move {
        let (ann, ben) = (s.world.person_named("ann", "Ann Stone").await, s.world.person("ben").await);
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ben).await;
        Checked::of(&s, &document, &ann).await.post("#stones", json!({ "kind": "community" })).await;
        let offers = app.read("suggest", &["q=sto"]).await;
        assert_eq!((&offers[0]["account"]["username"], &offers[0]["tag"]), (&json!("ann"), &Value::Null));
        assert_eq!((&offers[1]["account"], &offers[1]["tag"]), (&Value::Null, &json!("stones")));
    })
    .await;
}

#[tokio::test]
async fn e1_events_and_groups_are_found_and_offered() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 2).await;
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let mut event = json!({
            "title": "Harvest supper",
            "text": "Bring soup",
            "starts": "2026-03-08T19:30:00",
            "time_zone": "UTC",
            "audience": "community",
            "place": "Old mill",
        });
        let made = id(&app.call("createEvent", &[], event.clone()).await.good());
        event["audience"] = json!("invited");
        w.advance(1_000);
        app.call("createEvent", &[], event).await.good();
        for (name, visibility) in [("Harvesters", "site"), ("Harvest secrets", "hidden")] {
            w.advance(1_000);
            let new = json!({
                "name": name, "about": "In harvest time", "visibility": visibility, "joining": "free",
            });
            app.call("beginGroup", &[], new).await.good();
        }
        let found = other.read("search", &["q=harvest"]).await;
        let events = list(&found["events"]);
        assert_eq!((events.len(), &events[0]["time"]["event_id"]), (1, &json!(made)));
        let groups = list(&found["groups"]);
        assert_eq!((groups.len(), &groups[0]["group"]["name"]), (1, &json!("Harvesters")));
        assert!(groups[0]["excerpt"].as_array().unwrap().iter().any(|part| part["is_match"] == true));
        let at = other.read("search", &["place=mill&kind=event"]).await;
        assert_eq!((list(&at["events"]).len(), list(&at["groups"]).len()), (1, 0));
        assert_eq!(other.read("search", &["place=lake"]).await["events"], json!([]));
        let offered = other.read("suggest", &["q=harv"]).await;
        let offered = list(&offered);
        assert_eq!(offered.len(), 2);
        assert_eq!(offered[0]["group"]["slug"], "harvesters");
        assert_eq!(offered[1]["event"]["title"], "Harvest supper");
    })
    .await;
}
