//! Writing on a friend's profile, and what stands there.

use kith_domain::accounts::WallPolicy;
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

fn hello(audience: &str) -> Value {
    json!({ "status": "hello", "audience": { "kind": audience } })
}

#[tokio::test]
async fn a_friend_writes_on_a_wall_as_far_as_its_owner_lets_posts_reach() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        w.choose(&ann, |chosen| chosen.wall_audience = "friends".into()).await;
        let document = Document::of(&s).await;
        let (app, friend) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (other, visitor) = (Checked::of(&s, &document, &eve).await, Checked::stranger(&s, &document));
        let wall = ann.id.to_string();
        let made = friend.call("writeOnWall", &[&wall], hello("friends")).await.good();
        assert_eq!((&made["kith"]["wall"], &made["account"]["username"]), (&json!(wall), &json!("ben")));
        for wider in ["community", "world"] {
            let told = friend.call("writeOnWall", &[&wall], hello(wider)).await;
            assert_eq!(told.status, 422, "{wider}");
            assert!(told.json()["details"]["audience"].is_array(), "{}", told.answer.body);
        }
        // Not a friend's: as if there were no such wall.
        let hidden = other.call("writeOnWall", &[&wall], hello("self")).await;
        let absent = other.call("writeOnWall", &["1"], hello("self")).await;
        assert_eq!((hidden.status, hidden.answer.body), (404, absent.answer.body));
        // One's own wall is one's own profile, with everything that may be chosen there.
        w.advance(1_000);
        let own = app.call("writeOnWall", &[&wall], hello("world")).await.good();
        assert_eq!(own["kith"]["wall"], Value::Null);
        let told = app.read("listWall", &[&wall]).await;
        assert_eq!([id(&told[0]), id(&told[1])], [id(&own), id(&made)], "by both, new to old");
        assert_eq!(told[1], app.client.get(&format!("/api/v1/statuses/{}", id(&made))).await.good());
        assert_eq!(list(&other.read("listWall", &[&wall]).await).len(), 1, "what is for everyone");
        assert_eq!(visitor.status("listWall", &[&wall]).await, 404, "a profile that is not for visitors");
        let (pages, back) = friend.pages("listWall", &[&wall, "limit=1"]).await;
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(id(&friend.follow("listWall", &back.unwrap()).await[0]), id(&own));
        // Closed, and apart.
        w.choose(&ann, |chosen| chosen.wall = WallPolicy::Nobody).await;
        assert_eq!(friend.call("writeOnWall", &[&wall], hello("self")).await.status, 404, "closed");
        w.choose(&ann, |chosen| chosen.wall = WallPolicy::Friends).await;
        w.block(&ann, &ben).await;
        assert_eq!(friend.call("writeOnWall", &[&wall], hello("self")).await.status, 404, "E10");
        assert_eq!(friend.status("listWall", &[&wall]).await, 404, "E10");
        assert_eq!(list(&app.read("listWall", &[&wall]).await).len(), 1, "E10");
    })
    .await;
}

#[tokio::test]
async fn one_key_makes_one_post() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        w.choose(&ben, |chosen| chosen.wall_audience = "friends".into()).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let ben_id = ben.id.to_string();
        let key = [("Idempotency-Key", "one")];
        for (name, places, key) in [
            ("createStatus", vec![], [("Idempotency-Key", "one")]),
            ("writeOnWall", vec![ben_id.as_str()], [("Idempotency-Key", "two")]),
        ] {
            let first = app.call_with(name, &places, &key, hello("friends")).await.good();
            let second = app.call_with(name, &places, &key, hello("friends")).await.good();
            assert_eq!(id(&first), id(&second), "{name}");
            let third = app.call(name, &places, hello("friends")).await.good();
            assert_ne!(id(&first), id(&third), "{name}");
        }
        let again = app.call_with("createStatus", &[], &key, hello("self")).await.good();
        assert_eq!(again["kith"]["audience"], "friends", "the first one comes back as it is");
    })
    .await;
}

#[tokio::test]
async fn a_post_holds_what_it_holds_in_mastodons_api() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let first = app.post("the first", json!({ "kind": "community" })).await;
        let new = json!({
            "status": "Which? #tea", "audience": { "kind": "friends" }, "spoiler_text": "A question",
            "language": "de", "quoted_status_id": first,
            "poll": { "options": ["Tea", "Coffee"], "expires_in": 86_400, "multiple": true },
        });
        let made = app.call("createStatus", &[], new).await.good();
        assert_eq!((&made["spoiler_text"], &made["language"]), (&json!("A question"), &json!("de")));
        assert_eq!(
            (&made["poll"]["multiple"], &made["poll"]["options"][1]["title"]),
            (&json!(true), &json!("Coffee"))
        );
        assert_eq!(made["quote"]["quoted_status"]["id"], json!(first));
        assert_eq!(made["tags"][0]["name"], "tea");
        for (wrong, field) in [
            (json!({ "status": " ", "audience": { "kind": "self" } }), "text"),
            (json!({ "status": "x", "audience": { "kind": "self" }, "language": "xx-nothing" }), "language"),
            // No further than what is passed on.
            (
                json!({ "status": "x", "audience": { "kind": "world" }, "quoted_status_id": first }),
                "audience",
            ),
        ] {
            let told = app.call("createStatus", &[], wrong).await;
            assert_eq!(told.status, 422);
            assert!(told.json()["details"][field].is_array(), "{}", told.answer.body);
        }
        let absent = json!({ "status": "x", "audience": { "kind": "self" }, "quoted_status_id": "1" });
        assert_eq!(app.call("createStatus", &[], absent).await.status, 404);
    })
    .await;
}
