//! The seven reactions to posts and comments.

use kith_domain::reactions::ReactionKind;
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list, names};
use crate::ground::each;

#[tokio::test]
async fn each_of_the_seven_takes_the_place_of_the_one_before() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let post = app.post("look", json!({ "kind": "community" })).await;
        let comment = json!({ "status": "at this", "in_reply_to_id": post });
        let comment = id(&other.client.post("/api/v1/statuses", comment).await.good());
        for thing in [&post, &comment] {
            for kind in ReactionKind::ALL {
                let kind = kind.as_str();
                let status = other.call("setReaction", &[thing], json!({ "kind": kind })).await.good();
                assert_eq!((&status["id"], &status["kith"]["reaction"]), (&json!(thing), &json!(kind)));
                assert_eq!(status["favourites_count"], 1);
                let told = app.read("listReactions", &[thing]).await;
                assert_eq!((list(&told).len(), &told[0]["kind"]), (1, &json!(kind)));
            }
            let told = app.read("listReactions", &[thing]).await;
            assert_eq!(told[0]["emoji"], "😠");
            assert_eq!(
                told[0]["account"],
                app.client.get(&format!("/api/v1/accounts/{}", ben.id)).await.good()
            );
            for wrong in [json!({ "kind": "meh" }), json!({ "kind": 1 }), json!({}), Value::Null] {
                assert_eq!(other.call("setReaction", &[thing], wrong).await.status, 422);
            }
            let status = other.read("removeReaction", &[thing]).await;
            assert_eq!((&status["kith"]["reaction"], &status["favourites_count"]), (&Value::Null, &json!(0)));
            assert_eq!(app.read("listReactions", &[thing]).await, json!([]));
        }
    })
    .await;
}

#[tokio::test]
async fn who_reacted_is_told_by_kind_and_page() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let post = app.post("look", json!({ "kind": "community" })).await;
        let mut people = Vec::new();
        for number in 0..5 {
            w.advance(1_000);
            let person = w.person(&format!("p{number}")).await;
            let kind = if number % 2 == 0 { "wow" } else { "sad" };
            let one = Checked::of(&s, &document, &person).await;
            one.call("setReaction", &[&post], json!({ "kind": kind })).await.good();
            people.push(person);
        }
        let handles: Vec<String> = people.iter().rev().map(|person| person.handle.clone()).collect();
        let (pages, back) = app.pages("listReactions", &[&post, "limit=2"]).await;
        assert_eq!(names(&pages.concat()), handles);
        assert_eq!(
            names(&app.follow("listReactions", &back.unwrap()).await),
            handles[2..4],
            "the page nearest above"
        );
        let (pages, _) = app.pages("listReactions", &[&post, "kind=wow&limit=2"]).await;
        assert_eq!(names(&pages.concat()), ["p4", "p2", "p0"]);
        assert_eq!(app.status("listReactions", &[&post, "kind=meh"]).await, 422);
        // E10: neither side of a block finds the other in the list.
        let blocked = Checked::of(&s, &document, &people[4]).await;
        w.block(&people[4], &people[2]).await;
        let seen = blocked.read("listReactions", &[&post, "kind=wow"]).await;
        assert_eq!(names(list(&seen)), ["p4", "p0"]);
    })
    .await;
}

#[tokio::test]
async fn e2_what_is_hidden_takes_no_reaction_and_tells_of_none() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let visitor = Checked::stranger(&s, &document);
        let secret = app.post("to myself", json!({ "kind": "self" })).await;
        app.call("setReaction", &[&secret], json!({ "kind": "love" })).await.good();
        for (name, body) in [
            ("setReaction", json!({ "kind": "love" })),
            ("removeReaction", Value::Null),
            ("listReactions", Value::Null),
        ] {
            let hidden = other.call(name, &[&secret], body.clone()).await;
            let absent = other.call(name, &["1"], body).await;
            assert_eq!((hidden.status, hidden.answer.body), (404, absent.answer.body), "{name}");
        }
        assert_eq!(visitor.status("listReactions", &[&secret]).await, 404);
        let open = app.post("to all", json!({ "kind": "world" })).await;
        other.call("setReaction", &[&open], json!({ "kind": "care" })).await.good();
        assert_eq!(
            visitor.read("listReactions", &[&open]).await,
            json!([]),
            "nobody's face is shown to the world"
        );
    })
    .await;
}
