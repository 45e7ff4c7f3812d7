//! Lists of friends, for whom they are, and the end of a friendship.

use serde_json::json;

use super::checked::{Checked, Document, list, names};
use crate::ground::each;

#[tokio::test]
async fn a_list_of_friends_is_told_to_those_for_whom_it_is() {
    each(|s| async move {
        let w = &s.world;
        let (ann, dan, ben) = (w.person("ann").await, w.person("dan").await, w.person("ben").await);
        w.advance(1_000);
        let cem = w.person("cem").await;
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let document = Document::of(&s).await;
        let (app, friend) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let (other, visitor) = (Checked::of(&s, &document, &dan).await, Checked::stranger(&s, &document));
        let ann_id = ann.id.to_string();
        let told = app.read("listFriends", &[]).await;
        assert_eq!(names(list(&told)), ["cem", "ben"]);
        for (audience, seen_by) in [("self", 0), ("friends", 1), ("community", 2), ("world", 2)] {
            w.choose(&ann, |chosen| chosen.friends_list_audience = audience.into()).await;
            for (rank, one) in [&friend, &other].into_iter().enumerate() {
                let seen = one.read("listFriendsOf", &[&ann_id]).await;
                let expected = if rank < seen_by { 2 } else { 0 };
                assert_eq!(list(&seen).len(), expected, "{audience} {rank}");
            }
            assert_eq!(
                visitor.status("listFriendsOf", &[&ann_id]).await,
                404,
                "a profile that is not for visitors"
            );
            assert_eq!(app.read("listFriendsOf", &[&ann_id]).await, told, "one's own");
        }
        // E10: whoever is apart from somebody in the list does not find them there.
        w.block(&cem, &ben).await;
        assert_eq!(names(list(&friend.read("listFriendsOf", &[&ann_id]).await)), ["ben"]);
        w.block(&ann, &dan).await;
        let hidden = other.call("listFriendsOf", &[&ann_id], serde_json::Value::Null).await;
        let absent = other.call("listFriendsOf", &["1"], serde_json::Value::Null).await;
        assert_eq!((hidden.status, hidden.answer.body), (404, absent.answer.body));
    })
    .await;
}

#[tokio::test]
async fn a_friendship_ends_without_a_word_and_twice_is_once() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        w.circle(&ann, "Choir", &[&ben]).await;
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let ben_id = ben.id.to_string();
        let notices = async || other.client.get("/api/v1/notifications").await.good();
        let before = notices().await;
        for _ in 0..2 {
            let relation = app.read("unfriend", &[&ben_id]).await;
            assert_eq!((&relation["friend"], &relation["following"]), (&json!(false), &json!(false)));
        }
        assert_eq!(other.read("listFriends", &[]).await, json!([]));
        assert_eq!(app.read("listCircles", &[]).await[0]["members_count"], 0);
        assert_eq!(notices().await, before);
        // Whoever is not there is as far away as whoever is blocked.
        let nobody = app.read("unfriend", &["1"]).await;
        w.block(&ben, &ann).await;
        let mut apart = app.read("unfriend", &[&ben_id]).await;
        apart["id"] = json!("1");
        assert_eq!(apart, nobody, "E10");
    })
    .await;
}
