//! Circles: made, filled and deleted by their owner, and not there for anybody else.

use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list, names};
use crate::ground::each;

#[tokio::test]
async fn a_circle_is_made_named_filled_and_deleted() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, stranger) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let made = app.call("createCircle", &[], json!({ "name": "Choir" })).await.good();
        assert_eq!(made, json!({ "id": made["id"], "name": "Choir", "members_count": 0 }));
        let circle = id(&made);
        for wrong in ["", "choir", &"x".repeat(41)] {
            let told = app.call("createCircle", &[], json!({ "name": wrong })).await;
            assert_eq!(told.status, 422, "{wrong}");
            assert!(told.json()["details"]["name"].is_array(), "{}", told.answer.body);
        }
        let renamed = app.call("renameCircle", &[&circle], json!({ "name": "Orchestra" })).await.good();
        assert_eq!((&renamed["name"], &renamed["id"]), (&json!("Orchestra"), &made["id"]));

        assert_eq!(app.read("addCircleMember", &[&circle, &ben.id.to_string()]).await, json!({}));
        for nobody in [stranger.id.to_string(), "1".to_owned()] {
            assert_eq!(app.status("addCircleMember", &[&circle, &nobody]).await, 409, "friends alone");
        }
        let members = app.read("listCircleMembers", &[&circle]).await;
        assert_eq!(members, json!([app.client.get(&format!("/api/v1/accounts/{}", ben.id)).await.good()]));
        assert_eq!(app.read("getCircle", &[&circle]).await["members_count"], 1);
        let around = app.read("listCirclesAround", &[&ben.id.to_string()]).await;
        assert_eq!(around, app.read("listCircles", &[]).await);
        assert_eq!(app.read("listCirclesAround", &[&stranger.id.to_string()]).await, json!([]));

        assert_eq!(app.read("removeCircleMember", &[&circle, &ben.id.to_string()]).await, json!({}));
        assert_eq!(app.read("listCircleMembers", &[&circle]).await, json!([]));
        assert_eq!(app.read("deleteCircle", &[&circle]).await, json!({}));
        assert_eq!(app.status("getCircle", &[&circle]).await, 404);
        assert_eq!(app.read("listCircles", &[]).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn members_come_in_pages_that_lead_to_each_other() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let circle = id(&app.call("createCircle", &[], json!({ "name": "Choir" })).await.good());
        let mut all = Vec::new();
        for number in 0..5 {
            w.advance(1_000);
            let friend = w.person(&format!("friend{number}")).await;
            w.befriend(&friend, &ann).await;
            app.read("addCircleMember", &[&circle, &friend.id.to_string()]).await;
            all.push(friend.handle);
        }
        all.reverse();
        for (name, places) in
            [("listCircleMembers", vec![circle.as_str(), "limit=2"]), ("listFriends", vec!["limit=2"])]
        {
            let (pages, back) = app.pages(name, &places).await;
            assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1], "{name}");
            assert_eq!(names(&pages.concat()), all, "{name}");
            assert_eq!(
                names(&app.follow(name, &back.unwrap()).await),
                all[2..4],
                "{name}: the page nearest above"
            );
        }
        let told = app.call("listCircleMembers", &[&circle, "limit=many"], Value::Null).await;
        assert_eq!(told.status, 422);
    })
    .await;
}

#[tokio::test]
async fn e1_somebody_elses_circle_is_not_there() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let circle = w.circle(&ann, "Choir", &[&ben]).await.to_string();
        let document = Document::of(&s).await;
        let other = Checked::of(&s, &document, &ben).await;
        let friend = ann.id.to_string();
        for (name, places, body) in [
            ("getCircle", vec![circle.as_str()], Value::Null),
            ("renameCircle", vec![&circle], json!({ "name": "Mine" })),
            ("deleteCircle", vec![&circle], Value::Null),
            ("listCircleMembers", vec![&circle], Value::Null),
            ("addCircleMember", vec![&circle, &friend], Value::Null),
            ("removeCircleMember", vec![&circle, &friend], Value::Null),
        ] {
            let hidden = other.call(name, &places, body.clone()).await;
            let mut absent = places.clone();
            absent[0] = "1";
            let absent = other.call(name, &absent, body).await;
            assert_eq!((hidden.status, &hidden.answer.body), (404, &absent.answer.body), "{name}");
        }
        assert_eq!(other.status("getCircle", &["choir"]).await, 404, "what is no id is nobody's");
        assert_eq!(other.read("listCircles", &[]).await, json!([]));
        assert_eq!(other.read("listCirclesAround", &[&friend]).await, json!([]), "who is in one is not told");
        let mine = Checked::of(&s, &document, &ann).await;
        assert_eq!(mine.read("getCircle", &[&circle]).await["members_count"], 1, "and nothing happened");
        w.block(&ben, &ann).await;
        assert_eq!(list(&mine.read("listCircleMembers", &[&circle]).await).len(), 0, "E10");
        assert_eq!(mine.status("listCirclesAround", &[&ben.id.to_string()]).await, 404, "E10");
        assert_eq!(mine.status("addCircleMember", &[&circle, &ben.id.to_string()]).await, 409, "E10");
    })
    .await;
}
