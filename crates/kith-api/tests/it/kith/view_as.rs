//! One's own profile through other eyes: never more than those see.

use kith_domain::accounts::ProfileAudience;
use kith_domain::profiles::{self, FieldKind, NewField, PartAudience, ProfileEdit};
use kith_domain::relationships;
use kith_testkit::{Person, World};
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;

/// Rows for each audience on somebody's profile.
async fn with_rows(w: &World, who: &Person) {
    let row = |audience: PartAudience| NewField {
        kind: FieldKind::Own,
        label: "row".into(),
        value: format!("for {}", audience.as_str()),
        audience,
    };
    let edit = ProfileEdit {
        intro: "Bees and trees".into(),
        pronouns: String::new(),
        languages: vec!["de".into()],
        birth_day: 29,
        birth_month: 2,
        birth_year: 1980,
        birth_day_audience: PartAudience::Friends,
        birth_year_audience: PartAudience::Self_,
        fields: PartAudience::ALL.iter().copied().map(row).collect(),
        cover_focus: Default::default(),
    };
    profiles::edit(&w.app, &w.viewer(who).await, edit).await.unwrap();
}

fn values(fields: &Value) -> Vec<&str> {
    list(fields).iter().map(|field| field["value"].as_str().unwrap()).collect()
}

/// What others see of a status that depends on who they are.
fn no_more(seen: &Value, theirs: &Value) {
    for name in ["id", "content", "visibility", "spoiler_text", "poll", "reblog", "mentions"] {
        assert_eq!(seen[name], theirs[name], "{name}");
    }
    assert_eq!(seen["kith"], theirs["kith"]);
    assert_eq!(seen["quote"]["state"], theirs["quote"]["state"]);
    assert_eq!(seen["quote"]["quoted_status"]["id"], theirs["quote"]["quoted_status"]["id"]);
    for name in ["favourited", "bookmarked", "muted", "reblogged"] {
        assert_eq!(seen[name], false, "{name}: one's own marks are not theirs");
    }
    let (seen, theirs) = (&seen["account"], &theirs["account"]);
    let known = values(&theirs["fields"]);
    for value in values(&seen["fields"]) {
        assert!(known.contains(&value), "{value}");
    }
    for name in ["followers_count", "statuses_count"] {
        assert!(seen[name].as_i64() <= theirs[name].as_i64(), "{name}");
    }
    assert!(seen["note"] == theirs["note"] || seen["note"] == "", "{seen}");
}

#[tokio::test]
async fn e1_other_eyes_see_on_ones_profile_what_they_would_and_never_more() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dan, eve) = (w.person("dan").await, w.person("eve").await);
        for friend in [&ben, &cem, &dan] {
            w.befriend(&ann, friend).await;
            with_rows(w, friend).await;
        }
        with_rows(w, &ann).await;
        w.befriend(&cem, &ben).await;
        let circle = w.circle(&ann, "Choir", &[&ben]).await.to_string();
        relationships::restrict(&w.app, &w.viewer(&ann).await, dan.id).await.unwrap();
        w.choose(&ann, |chosen| {
            chosen.profile_audience = ProfileAudience::World;
            chosen.wall_audience = "community".into();
        })
        .await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let (bens, cems) = (Checked::of(&s, &document, &ben).await, Checked::of(&s, &document, &cem).await);
        let hidden = cems
            .post("for ann alone", json!({ "kind": "people", "account_ids": [ann.id.to_string()] }))
            .await;
        for audience in [
            json!({ "kind": "world" }),
            json!({ "kind": "community" }),
            json!({ "kind": "friends" }),
            json!({ "kind": "friends_except", "account_ids": [cem.id.to_string()], "circle_ids": [] }),
            json!({ "kind": "circle", "circle_id": circle }),
            json!({ "kind": "people", "account_ids": [cem.id.to_string()] }),
            json!({ "kind": "self" }),
        ] {
            w.advance(1_000);
            let post = app.post(&format!("for {} @cem #bees", audience["kind"]), audience).await;
            app.call("setReaction", &[&post], json!({ "kind": "love" })).await.good();
            app.client.post(&format!("/api/v1/statuses/{post}/bookmark"), json!({})).await.good();
        }
        w.advance(1_000);
        let passed_on = json!({
            "status": "look at this", "audience": { "kind": "people", "account_ids": [ben.id.to_string()] },
            "quoted_status_id": hidden,
        });
        let passed_on = id(&app.call("createStatus", &[], passed_on).await.good());
        w.advance(1_000);
        for (friend, audience) in [(&bens, "friends"), (&cems, "community")] {
            let said = json!({ "status": "on the wall", "audience": { "kind": audience } });
            friend.call("writeOnWall", &[&ann.id.to_string()], said).await.good();
        }
        let wall = ann.id.to_string();
        for who in [Some(&ben), Some(&cem), Some(&dan), Some(&eve), None] {
            let is_friend = who.is_some_and(|who| *who != eve);
            let (eyes, other) = match who {
                Some(who) if is_friend => (who.id.to_string(), Checked::of(&s, &document, who).await),
                Some(who) => ("stranger".to_owned(), Checked::of(&s, &document, who).await),
                None => ("visitor".to_owned(), Checked::stranger(&s, &document)),
            };
            let theirs = other.read("listWall", &[&wall]).await;
            let seen = app.read("viewStatusesAs", &[&eyes]).await;
            assert_eq!(list(&seen).len(), list(&theirs).len(), "{eyes}");
            for (seen, theirs) in list(&seen).iter().zip(list(&theirs)) {
                no_more(seen, theirs);
            }
            let profile = app.read("viewProfileAs", &[&eyes]).await;
            let account = other.client.get(&format!("/api/v1/accounts/{wall}")).await.good();
            assert_eq!(profile["account"], account, "{eyes}");
            let rows = values(&profile["profile"]["fields"]);
            let expected = match who {
                None => 1,
                Some(who) if *who == dan || *who == eve => 2,
                Some(_) => 3,
            };
            assert_eq!(rows.len(), expected, "{eyes}: {rows:?}");
            assert_eq!(profile["profile"]["birthday"].is_object(), expected == 3, "{eyes}");
            assert_eq!(profile["profile"]["birth_year"], Value::Null, "{eyes}");
        }
        // What Ann passed on stays hidden from Ben, though she may see it.
        let seen = app.read("viewStatusesAs", &[&ben.id.to_string()]).await;
        let quoting = list(&seen).iter().find(|status| status["id"] == json!(passed_on)).unwrap();
        assert_eq!(quoting["quote"], json!({ "state": "deleted", "quoted_status": null }));
        assert!(!seen.to_string().contains("for ann alone"));
        let (pages, _) = app.pages("viewStatusesAs", &[&ben.id.to_string(), "limit=2"]).await;
        assert_eq!(json!(pages.concat()), seen, "in pages");
    })
    .await;
}

#[tokio::test]
async fn e10_through_the_eyes_of_a_friend_nothing_shows_of_whom_they_keep_away_from() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let document = Document::of(&s).await;
        let (app, cems) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &cem).await);
        let post = app.post("hello @cem", json!({ "kind": "friends" })).await;
        cems.call("setReaction", &[&post], json!({ "kind": "wow" })).await.good();
        let said = json!({ "status": "on the wall", "audience": { "kind": "friends" } });
        cems.call("writeOnWall", &[&ann.id.to_string()], said).await.good();
        let eyes = ben.id.to_string();
        let look =
            async || (app.read("viewProfileAs", &[&eyes]).await, app.read("viewStatusesAs", &[&eyes]).await);
        let before = look().await;
        w.block(&ben, &cem).await;
        assert_eq!(look().await, before);
    })
    .await;
}

#[tokio::test]
async fn only_friends_strangers_and_visitors_have_eyes_here() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let pinned = app.post("for everyone", json!({ "kind": "world" })).await;
        app.client.post(&format!("/api/v1/statuses/{pinned}/pin"), json!({})).await.good();
        w.advance(1_000);
        app.post("among friends", json!({ "kind": "friends" })).await;
        for name in ["viewProfileAs", "viewStatusesAs"] {
            for nobody in [eve.id.to_string(), ann.id.to_string(), "1".into(), "somebody".into()] {
                assert_eq!(app.status(name, &[&nobody]).await, 404, "{name} {nobody}");
            }
        }
        for (eyes, count) in [(ben.id.to_string(), 2), ("stranger".to_owned(), 1)] {
            assert_eq!(list(&app.read("viewStatusesAs", &[&eyes]).await).len(), count, "{eyes}");
            let shown = app.read("viewStatusesAs", &[&eyes, "pinned=true"]).await;
            assert_eq!((list(&shown).len(), id(&shown[0])), (1, pinned.clone()), "{eyes}");
        }
        // Visitors do not find a profile that is not for them, whatever stands on it.
        assert_eq!(
            app.read("viewProfileAs", &["visitor"]).await,
            json!({ "account": null, "profile": null })
        );
        assert_eq!(app.read("viewStatusesAs", &["visitor"]).await, json!([]));
        assert_eq!(app.read("viewStatusesAs", &["visitor", "pinned=true"]).await, json!([]));
    })
    .await;
}
