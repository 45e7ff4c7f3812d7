//! Steps between two people that the other one is not told of.

use kith_base::{DAY, MINUTE};
use kith_domain::viewer::AccountState;
use serde_json::{Value, json};

use super::checked::{Checked, Document, names};
use crate::ground::each;

#[tokio::test]
async fn a_friend_is_restricted_and_reads_what_everybody_reads() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (ann_id, ben_id) = (ann.id.to_string(), ben.id.to_string());
        app.post("among friends", json!({ "kind": "friends" })).await;
        let before = other.read("getRelation", &[&ann_id]).await;
        assert_eq!(app.status("restrict", &[&eve.id.to_string()]).await, 409, "friends alone");
        assert_eq!(app.read("restrict", &[&ben_id]).await["restricted"], true);
        assert_eq!(names(&app.pages("listRestricted", &[]).await.0.concat()), ["ben"]);
        assert_eq!(other.read("getRelation", &[&ann_id]).await, before, "they are not told");
        assert_eq!(other.read("listWall", &[&ann_id]).await, json!([]));
        assert_eq!(app.read("unrestrict", &[&ben_id]).await["restricted"], false);
        assert_eq!(app.read("listRestricted", &[]).await, json!([]));
        assert_eq!(other.read("listWall", &[&ann_id]).await.as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn seen_first_and_snoozed_end_one_by_one() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let ben_id = ben.id.to_string();
        let marks = |relation: &Value| {
            (
                relation["see_first"] == true,
                relation["snoozed_until"].is_string(),
                relation["following"] == true,
            )
        };
        assert_eq!(marks(&app.read("seeFirst", &[&ben_id]).await), (true, false, true), "and follows");
        assert_eq!(
            marks(&app.read("endSnooze", &[&ben_id]).await),
            (true, false, true),
            "that is not snoozed"
        );
        let snoozed = app.read("snooze", &[&ben_id]).await;
        assert_eq!(marks(&snoozed), (false, true, true));
        assert_eq!(snoozed["snoozed_until"], "2026-03-31T12:00:00.000Z", "thirty days");
        assert_eq!(marks(&app.read("seeNormally", &[&ben_id]).await), (false, true, true), "not seen first");
        assert_eq!(marks(&app.read("endSnooze", &[&ben_id]).await), (false, false, true));
        app.read("snooze", &[&ben_id]).await;
        w.advance(31 * DAY);
        assert_eq!(marks(&app.read("getRelation", &[&ben_id]).await), (false, false, true), "over by itself");
        assert_eq!(marks(&app.read("seeFirst", &[&ben_id]).await), (true, false, true));
        assert_eq!(marks(&app.read("seeNormally", &[&ben_id]).await), (false, false, true));
    })
    .await;
}

#[tokio::test]
async fn a_mute_lasts_as_long_as_is_said() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (ann_id, ben_id) = (ann.id.to_string(), ben.id.to_string());
        let before = other.read("getRelation", &[&ann_id]).await;
        let muted = app.call("mute", &[&ben_id], json!({ "duration": 60 })).await.good();
        assert_eq!(
            (&muted["muted"], &muted["muted_until"]),
            (&json!(true), &json!("2026-03-01T12:01:00.000Z"))
        );
        assert_eq!(other.read("getRelation", &[&ann_id]).await, before, "they are not told");
        w.advance(2 * MINUTE);
        assert_eq!(app.read("getRelation", &[&ben_id]).await["muted"], false);
        for body in [Value::Null, json!({}), json!({ "duration": 0 }), json!({ "duration": null })] {
            let muted = app.call("mute", &[&ben_id], body).await.good();
            assert_eq!((&muted["muted"], &muted["muted_until"]), (&json!(true), &Value::Null));
            assert_eq!(app.read("unmute", &[&ben_id]).await["muted"], false);
        }
        for wrong in
            [json!({ "duration": -1 }), json!({ "duration": "60" }), json!({ "seconds": 60 }), json!([60])]
        {
            assert_eq!(app.call("mute", &[&ben_id], wrong.clone()).await.status, 422, "{wrong}");
        }
        assert_eq!(app.read("getRelation", &[&ben_id]).await["muted"], false, "a mistake changes nothing");
    })
    .await;
}

#[tokio::test]
async fn e10_a_block_is_the_same_as_absence() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &cem).await;
        w.block(&ben, &ann).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        for name in ["getRelation", "restrict", "seeFirst", "snooze", "mute"] {
            let hidden = app.call(name, &[&ben.id.to_string()], Value::Null).await;
            let absent = app.call(name, &["1"], Value::Null).await;
            assert_eq!((hidden.status, hidden.answer.body), (404, absent.answer.body), "{name}");
        }
        for name in ["unrestrict", "seeNormally", "endSnooze", "unmute"] {
            let mut hidden = app.read(name, &[&ben.id.to_string()]).await;
            hidden["id"] = json!("1");
            assert_eq!(hidden, app.read(name, &["1"]).await, "{name}");
        }
        // What was set can be ended when the other one is not there any more.
        app.read("seeFirst", &[&cem.id.to_string()]).await;
        w.set_state(&cem, AccountState::Deactivated).await;
        app.read("seeNormally", &[&cem.id.to_string()]).await;
        w.set_state(&cem, AccountState::Active).await;
        assert_eq!(app.read("getRelation", &[&cem.id.to_string()]).await["see_first"], false);
    })
    .await;
}
