//! Friend requests: sent, received, confirmed, taken back, and deleted without a word.

use serde_json::{Value, json};

use super::checked::{Checked, Document, list, names};
use crate::ground::each;
use kith_domain::accounts::WhoMay;

#[tokio::test]
async fn a_request_is_sent_received_and_confirmed() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (ann_id, ben_id) = (ann.id.to_string(), ben.id.to_string());
        assert_eq!(app.read("getRelation", &[&ben_id]).await["may_request"], true);
        let asked = app.read("sendFriendRequest", &[&ben_id]).await;
        assert_eq!(
            (&asked["request_sent"], &asked["friend"], &asked["may_request"]),
            (&json!(true), &json!(false), &json!(false))
        );
        assert_eq!(names(list(&app.read("listSentFriendRequests", &[]).await)), ["ben"]);
        let received = other.read("listReceivedFriendRequests", &[]).await;
        assert_eq!(
            received[0]["account"],
            other.client.get(&format!("/api/v1/accounts/{ann_id}")).await.good()
        );
        assert_eq!(received[0]["friends_in_common"], 0);
        assert_eq!(other.read("getRelation", &[&ann_id]).await["request_received"], true);
        assert_eq!(
            app.status("confirmFriendRequest", &[&ben_id]).await,
            409,
            "one's own request is not confirmed"
        );
        let confirmed = other.read("confirmFriendRequest", &[&ann_id]).await;
        assert_eq!(
            (&confirmed["friend"], &confirmed["following"], &confirmed["followed_by"]),
            (&json!(true), &json!(true), &json!(true))
        );
        for app in [&app, &other] {
            assert_eq!(app.read("listSentFriendRequests", &[]).await, json!([]));
            assert_eq!(app.read("listReceivedFriendRequests", &[]).await, json!([]));
        }
        // Whoever asks somebody who asks them is a friend at once.
        app.read("unfriend", &[&ben_id]).await;
        other.read("sendFriendRequest", &[&ann_id]).await;
        assert_eq!(app.read("sendFriendRequest", &[&ben_id]).await["friend"], true);
    })
    .await;
}

#[tokio::test]
async fn a_deleted_request_looks_as_before_to_whoever_sent_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (ann_id, ben_id, cem_id) = (ann.id.to_string(), ben.id.to_string(), cem.id.to_string());
        let sent = async || app.call("listSentFriendRequests", &[], Value::Null).await;
        app.read("sendFriendRequest", &[&ben_id]).await;
        w.advance(1_000);
        app.read("sendFriendRequest", &[&cem_id]).await;
        let (before, relation) = (sent().await, app.read("getRelation", &[&ben_id]).await);
        let gone = other.read("deleteFriendRequest", &[&ann_id]).await;
        assert_eq!(gone["request_received"], false);
        assert_eq!(other.read("listReceivedFriendRequests", &[]).await, json!([]));
        let after = sent().await;
        assert_eq!(before.answer.body, after.answer.body);
        assert_eq!(before.answer.header("link"), after.answer.header("link"));
        assert_eq!(app.read("getRelation", &[&ben_id]).await, relation);
        // Nor does it show when both are taken back and sent anew: one was deleted, the other was not.
        for one in [&ben_id, &cem_id] {
            assert_eq!(app.read("withdrawFriendRequest", &[one]).await["request_sent"], false);
        }
        assert_eq!(app.read("listSentFriendRequests", &[]).await, json!([]));
        w.advance(1_000);
        let mut places = Vec::new();
        for one in [&ben_id, &cem_id] {
            w.advance(1_000);
            app.read("sendFriendRequest", &[one]).await;
            let told = app.call("listSentFriendRequests", &["limit=1"], Value::Null).await;
            let place = crate::timelines::link(told.answer.header("link"), "next").unwrap();
            let place: i64 = place.split("max_id=").nth(1).unwrap().parse().unwrap();
            places.push(place >> 16);
        }
        assert_eq!(places[1] - places[0], 1_000, "places say when, and nothing of what was before");
        assert_eq!(
            other.read("listReceivedFriendRequests", &[]).await,
            json!([]),
            "not before the same eyes"
        );
    })
    .await;
}

#[tokio::test]
async fn requests_come_in_pages_newest_first_and_none_is_lost_when_some_are_answered() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let mut people = Vec::new();
        for number in 0..5 {
            people.push(w.person(&format!("p{number}")).await);
        }
        // Not in the order of their accounts.
        let order = [3, 0, 4, 1, 2];
        for number in order {
            w.advance(1_000);
            Checked::of(&s, &document, &people[number])
                .await
                .read("sendFriendRequest", &[&ann.id.to_string()])
                .await;
        }
        let expected: Vec<String> = order.iter().rev().map(|number| people[*number].handle.clone()).collect();
        let (pages, back) = app.pages("listReceivedFriendRequests", &["limit=2"]).await;
        assert_eq!(names(&pages.concat()), expected);
        let back = names(&app.follow("listReceivedFriendRequests", &back.unwrap()).await);
        assert_eq!(back, expected[2..4]);
        // The last one of a page is confirmed before the next page is read.
        let first = app.call("listReceivedFriendRequests", &["limit=2"], Value::Null).await;
        let next = crate::timelines::link(first.answer.header("link"), "next").unwrap();
        let last = first.good()[1]["account"]["id"].as_str().unwrap().to_owned();
        app.read("confirmFriendRequest", &[&last]).await;
        assert_eq!(names(&app.follow("listReceivedFriendRequests", &next).await), expected[2..4]);
    })
    .await;
}

#[tokio::test]
async fn requests_are_refused_where_they_are_not_taken_and_when_they_are_too_many() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.choose(&ben, |chosen| chosen.friend_requests = WhoMay::Nobody).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let (ben_id, cem_id) = (ben.id.to_string(), cem.id.to_string());
        assert_eq!(app.status("sendFriendRequest", &[&ben_id]).await, 403);
        assert_eq!(app.status("sendFriendRequest", &[&ann.id.to_string()]).await, 404, "not to oneself");
        w.block(&cem, &ann).await;
        for name in ["sendFriendRequest", "confirmFriendRequest", "getRelation"] {
            let hidden = app.call(name, &[&cem_id], Value::Null).await;
            let absent = app.call(name, &["1"], Value::Null).await;
            assert_eq!((hidden.status, hidden.answer.body), (404, absent.answer.body), "{name}: E10");
        }
        let dan = w.person("dan").await;
        w.set_trust(&dan, 0).await;
        let eager = Checked::of(&s, &document, &dan).await;
        for _ in 0..20 {
            assert_eq!(eager.status("sendFriendRequest", &[&ann.id.to_string()]).await, 200);
        }
        let told = eager.call("sendFriendRequest", &[&ann.id.to_string()], Value::Null).await;
        assert_eq!(told.status, 429);
        assert!(told.answer.header("retry-after").parse::<u32>().unwrap() > 0);
    })
    .await;
}
