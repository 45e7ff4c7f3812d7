//! Notices as apps read them: told with their cause, gone with it, and never of what the reader may not see.

use kith_domain::relationships;
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};

fn types(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|told| told["type"].as_str().unwrap().to_owned()).collect()
}

async fn told(app: &Client) -> Vec<String> {
    types(&app.get("/api/v1/notifications").await.good())
}

#[tokio::test]
async fn a_muted_thread_is_heard_of_no_more() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({ "status": "hello", "visibility": "unlisted" });
        let post = anns.post("/api/v1/statuses", said).await.good();
        let path = format!("/api/v1/statuses/{}", post["id"].as_str().unwrap());
        anns.post(&format!("{path}/mute"), json!({})).await.good();
        let answer = json!({ "status": "hi @ann", "in_reply_to_id": post["id"] });
        bens.post("/api/v1/statuses", answer.clone()).await.good();
        bens.post(&format!("{path}/favourite"), json!({})).await.good();
        assert!(told(&anns).await.is_empty());
        anns.post(&format!("{path}/unmute"), json!({})).await.good();
        bens.post("/api/v1/statuses", answer).await.good();
        assert_eq!(told(&anns).await, ["mention"]);
    })
    .await;
}

#[tokio::test]
async fn what_concerns_somebody_is_told_once_and_taken_back_with_its_cause() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({ "status": "hello", "visibility": "unlisted" });
        let post = anns.post("/api/v1/statuses", said).await.good();
        let id = post["id"].as_str().unwrap();
        let path = format!("/api/v1/statuses/{id}");
        for _ in 0..2 {
            bens.post(&format!("{path}/favourite"), json!({})).await.good();
        }
        w.advance(10);
        bens.post(&format!("{path}/reblog"), json!({})).await.good();
        w.advance(10);
        let said = json!({ "status": "hi @ann", "in_reply_to_id": id });
        let answer = bens.post("/api/v1/statuses", said).await.good();
        w.advance(10);
        bens.post(&format!("/api/v1/accounts/{}/follow", ann.id), json!({})).await.good();
        let list = anns.get("/api/v1/notifications").await.good();
        assert_eq!(types(&list), ["follow", "mention", "reblog", "favourite"], "{list}");
        assert_eq!(list[1]["status"]["id"], answer["id"]);
        assert_eq!((&list[2]["status"]["id"], &list[3]["status"]["id"]), (&post["id"], &post["id"]));
        assert_eq!(list[3]["kith"]["reaction"], "like");
        assert!(told(&bens).await.is_empty(), "one's own doing is no news");
        let one = anns.get(&format!("/api/v1/notifications/{}", list[0]["id"].as_str().unwrap())).await;
        assert_eq!(one.good(), list[0]);
        let others = bens.get(&format!("/api/v1/notifications/{}", list[0]["id"].as_str().unwrap())).await;
        assert_eq!(others.status, 404);
        assert_eq!(types(&anns.get("/api/v1/notifications?types[]=reblog").await.good()), ["reblog"]);
        let rest = "/api/v1/notifications?exclude_types[]=reblog&exclude_types[]=mention";
        assert_eq!(types(&anns.get(rest).await.good()), ["follow", "favourite"]);
        bens.post(&format!("{path}/unfavourite"), json!({})).await.good();
        bens.post(&format!("{path}/unreblog"), json!({})).await.good();
        bens.post(&format!("/api/v1/accounts/{}/unfollow", ann.id), json!({})).await.good();
        assert_eq!(told(&anns).await, ["mention"]);
        let answer = format!("/api/v1/statuses/{}", answer["id"].as_str().unwrap());
        bens.ask(Method::DELETE, &answer, None).await.good();
        assert!(told(&anns).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn friends_walls_and_those_on_top() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        relationships::request_friend(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        assert_eq!(told(&anns).await, ["follow_request"]);
        relationships::withdraw(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        assert!(told(&anns).await.is_empty());
        w.befriend(&ben, &ann).await;
        assert!(told(&anns).await.is_empty(), "it is answered");
        assert_eq!(told(&bens).await, ["follow"]);
        relationships::see_first(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        let said = json!({ "status": "for friends", "visibility": "private" });
        bens.post("/api/v1/statuses", said).await.good();
        bens.post("/api/v1/statuses", json!({ "status": "for me alone", "visibility": "direct" }))
            .await
            .good();
        assert_eq!(told(&anns).await, ["status"], "what is not for them is not told");
    })
    .await;
}

#[tokio::test]
async fn e_notices_are_held_against_the_rules_of_the_moment() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cat) = (w.person("ann").await, w.person("ben").await, w.person("cat").await);
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        // A stranger named in a post for friends learns nothing of it.
        let said = json!({ "status": "about @ann", "visibility": "private" });
        bens.post("/api/v1/statuses", said).await.good();
        assert!(told(&anns).await.is_empty());
        let said = json!({ "status": "to @ann", "visibility": "unlisted" });
        let id = bens.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        assert_eq!(told(&anns).await, ["mention"]);
        let choice = kith_domain::posts::AudienceChoice::plain(kith_domain::posts::Audience::Friends);
        kith_domain::posts::set_audience(
            &w.app,
            &w.viewer(&ben).await,
            id.parse().unwrap(),
            choice,
            kith_domain::posts::CommentChoice::default(),
        )
        .await
        .unwrap();
        assert!(told(&anns).await.is_empty(), "it is for friends now");
        assert_eq!(anns.get("/api/v1/notifications/unread_count").await.good()["count"], 0);
        bens.post(&format!("/api/v1/accounts/{}/follow", ann.id), json!({})).await.good();
        assert_eq!(told(&anns).await, ["follow"]);
        w.block(&ann, &ben).await;
        assert!(told(&anns).await.is_empty());
        // Whoever is muted is not heard.
        let cats = Client::of(&s, &cat).await;
        anns.post(&format!("/api/v1/accounts/{}/mute", cat.id), json!({})).await.good();
        cats.post(&format!("/api/v1/accounts/{}/follow", ann.id), json!({})).await.good();
        assert!(told(&anns).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn groups_markers_and_counts_of_what_is_unread() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let anns = Client::of(&s, &ann).await;
        let said = json!({ "status": "hello", "visibility": "unlisted" });
        let id = anns.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let mut newest = ann.id;
        for name in ["ben", "cat", "dan"] {
            let person = w.person(name).await;
            w.advance(10);
            let app = Client::of(&s, &person).await;
            app.post(&format!("/api/v1/statuses/{id}/favourite"), json!({})).await.good();
            newest = person.id;
        }
        let all = anns.get("/api/v2/notifications").await.good();
        let groups = all["notification_groups"].as_array().unwrap();
        assert_eq!(groups.len(), 1, "{all}");
        assert_eq!((&groups[0]["notifications_count"], &groups[0]["status_id"]), (&json!(3), &json!(id)));
        assert_eq!(groups[0]["sample_account_ids"][0], newest.to_string());
        assert_eq!(all["accounts"].as_array().unwrap().len(), 3);
        let key = groups[0]["group_key"].as_str().unwrap();
        let one = anns.get(&format!("/api/v2/notifications/{key}")).await.good();
        assert_eq!(one["notification_groups"][0]["notifications_count"], 3);
        let people = anns.get(&format!("/api/v2/notifications/{key}/accounts")).await.good();
        assert_eq!(people.as_array().unwrap().len(), 3);
        let apart = anns.get("/api/v2/notifications?grouped_types[]=follow").await.good();
        assert_eq!(apart["notification_groups"].as_array().unwrap().len(), 3);
        let page = anns.get("/api/v1/notifications?limit=2").await;
        assert!(page.answer.header("link").contains("max_id="), "{}", page.answer.header("link"));
        let list = page.good();
        assert_eq!(anns.get("/api/v1/notifications/unread_count").await.good()["count"], 3);
        assert_eq!(anns.get("/api/v2/notifications/unread_count").await.good()["count"], 1);
        let read = json!({ "notifications": { "last_read_id": list[1]["id"] } });
        let marked = anns.post("/api/v1/markers", read.clone()).await.good();
        assert_eq!(marked["notifications"]["version"], 1);
        assert_eq!(anns.post("/api/v1/markers", read).await.good()["notifications"]["version"], 2);
        let shown = anns.get("/api/v1/markers?timeline[]=notifications&timeline[]=home").await.good();
        assert_eq!(shown["notifications"]["last_read_id"], list[1]["id"]);
        assert!(shown.get("home").is_none());
        assert_eq!(anns.get("/api/v1/notifications/unread_count").await.good()["count"], 1);
        let dismissed = format!("/api/v1/notifications/{}/dismiss", list[0]["id"].as_str().unwrap());
        anns.post(&dismissed, json!({})).await.good();
        assert_eq!(told(&anns).await.len(), 2);
        anns.post(&format!("/api/v2/notifications/{key}/dismiss"), json!({})).await.good();
        assert!(told(&anns).await.is_empty());
        let refused = anns
            .ask(Method::PATCH, "/api/v2/notifications/policy", Some(json!({ "for_not_following": "drop" })))
            .await;
        assert_eq!(refused.status, 422);
        assert!(refused.json()["details"]["for_not_following"].is_array());
    })
    .await;
}

#[tokio::test]
async fn the_upkeep_forgets_what_is_old() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        bens.post(&format!("/api/v1/accounts/{}/follow", ann.id), json!({})).await.good();
        w.advance(kith_domain::notices::LIFE - kith_base_day());
        w.upkeep("notices.sweep").await;
        assert_eq!(told(&anns).await.len(), 1);
        w.advance(2 * kith_base_day());
        w.upkeep("notices.sweep").await;
        assert!(told(&anns).await.is_empty());
    })
    .await;
}

const fn kith_base_day() -> i64 {
    24 * 60 * 60 * 1_000
}
