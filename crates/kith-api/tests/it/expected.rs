//! What libraries and apps expect without its being in any entity's description.

use kith_domain::accounts::WhoMay;
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

async fn write(app: &Client, text: &str, visibility: &str) -> String {
    let said = json!({ "status": text, "visibility": visibility });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_slash_at_the_end_changes_nothing() {
    each(|s| async move {
        let app = Client::of(&s, &s.world.person("ann").await).await;
        for path in ["/api/v2/instance", "/api/v1/conversations", "/api/v1/accounts/verify_credentials"] {
            let (bare, slashed) = (app.get(path).await, app.get(&format!("{path}/")).await);
            assert_eq!(bare.good(), slashed.good(), "{path}");
        }
        let without = Client::stranger(&s).get("/api/v1/accounts/verify_credentials/").await;
        assert_eq!(without.status, 401, "nor does it open what is closed");
    })
    .await;
}

#[tokio::test]
async fn programs_learn_what_this_server_is() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        s.world.person("ben").await;
        write(&Client::of(&s, &ann).await, "one", "direct").await;
        let stranger = Client::stranger(&s);
        let links = stranger.get("/.well-known/nodeinfo").await.good();
        for link in links["links"].as_array().unwrap() {
            let (rel, href) = (link["rel"].as_str().unwrap(), link["href"].as_str().unwrap());
            let told = stranger.get(href.trim_start_matches("https://kith.example")).await.good();
            let version = told["version"].as_str().unwrap();
            assert!(rel.ends_with(version) && href.ends_with(version), "{rel} {href} {version}");
            assert_eq!(told["software"]["name"], "kith");
            assert_eq!(told["software"].get("homepage").is_some(), version == "2.1", "2.0 allows none");
            let users = json!({ "total": 2, "activeMonth": 1, "activeHalfyear": 1 });
            assert_eq!(
                told["usage"],
                json!({ "users": users, "localPosts": 1 }),
                "an app was here, ben was not"
            );
            assert_eq!(told["openRegistrations"], false, "by invitation");
        }
        assert_eq!(stranger.get("/nodeinfo/1.0").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_is_the_handle_is_told_as_none_and_kept() {
    each(|s| async move {
        let ann = s.world.person_named("ann", "ann").await;
        let app = Client::of(&s, &ann).await;
        let own = app.get("/api/v1/profile").await.good();
        assert_eq!(own["display_name"], "");
        assert_eq!((&own["avatar"], &own["header"]), (&Value::Null, &Value::Null));
        let sent = json!({ "display_name": "", "note": "Bees & trees" });
        let own = app.ask(Method::PATCH, "/api/v1/profile", Some(sent)).await.good();
        assert_eq!((&own["display_name"], &own["note"]), (&json!(""), &json!("Bees & trees")));
        let page = s.browser(&ann).await;
        assert!(page.get("/u/ann").await.body.contains(">ann<"), "the page has a name");
        let named = json!({ "display_name": "Ann" });
        let own = app.ask(Method::PATCH, "/api/v1/profile", Some(named)).await.good();
        assert_eq!(own["display_name"], "Ann");
    })
    .await;
}

#[tokio::test]
async fn home_is_whom_one_follows_and_public_is_everyone() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cara) = (w.person("ann").await, w.person("ben").await, w.person("cara").await);
        w.befriend(&ann, &ben).await;
        let (app, friend, other) =
            (Client::of(&s, &ann).await, Client::of(&s, &ben).await, Client::of(&s, &cara).await);
        let own = write(&app, "mine", "public").await;
        w.advance(1);
        let theirs = write(&friend, "a friend's", "public").await;
        w.advance(1);
        let strange = write(&other, "a stranger's", "public").await;
        assert_eq!(ids(&app.get("/api/v1/timelines/home").await.good()), [theirs.clone(), own.clone()]);
        let all = ids(&app.get("/api/v1/timelines/public").await.good());
        assert_eq!(all, [strange, theirs, own]);
        for empty in ["/api/v1/timelines/direct", "/api/v1/timelines/link?url=https://a.example"] {
            assert_eq!(app.get(empty).await.good(), json!([]), "{empty}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_address_of_a_comment_leads_to_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let post = write(&app, "hello", "private").await;
        let said = json!({ "status": "and again", "in_reply_to_id": post });
        let comment = app.post("/api/v1/statuses", said).await.good();
        let (id, url) = (comment["id"].as_str().unwrap(), comment["url"].as_str().unwrap());
        let found = app.get(&format!("/api/v2/search?type=statuses&q={url}")).await.good();
        assert_eq!(ids(&found["statuses"]), [id]);
        let path = url.trim_start_matches("https://kith.example");
        let shown = s.browser(&ann).await.get(path).await;
        assert_eq!(shown.leads_to(), Some(format!("/p/{post}?thread={id}#comment-{id}")));
        let hidden = s.browser(&ben).await.get(path).await;
        assert_eq!(hidden.status, 404, "E1");
        let found = other.get(&format!("/api/v2/search?type=statuses&q={url}")).await.good();
        assert_eq!(found["statuses"], json!([]), "E1");
    })
    .await;
}

#[tokio::test]
async fn a_share_says_that_its_original_was_passed_on() {
    each(|s| async move {
        let app = Client::of(&s, &s.world.person("ann").await).await;
        let post = write(&app, "hello", "private").await;
        let share = app.post(&format!("/api/v1/statuses/{post}/reblog"), json!({})).await.good();
        assert_eq!((&share["reblogged"], &share["reblog"]["reblogged"]), (&json!(true), &json!(true)));
        let empty = app.get("/api/v2/notifications/nobody-knows-it/accounts").await.good();
        assert_eq!(empty, json!([]), "a group that is gone");
    })
    .await;
}

#[tokio::test]
async fn whom_one_blocked_is_out_of_sight_and_within_reach() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person_named("ben", "Ben Brook").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        w.block(&ann, &ben).await;
        let id = ben.id.to_string();
        let by_id = app.get(&format!("/api/v1/accounts/{id}")).await.good();
        assert_eq!((&by_id["display_name"], &by_id["note"]), (&json!("Ben Brook"), &json!("")));
        assert_eq!(app.get("/api/v1/accounts/lookup?acct=ben").await.good(), by_id);
        assert_eq!(app.get("/api/v2/search?q=ben&type=accounts").await.good()["accounts"], json!([by_id]));
        assert_eq!(app.get("/api/v2/search?q=Brook&type=accounts").await.good()["accounts"], json!([]));
        assert_eq!(app.get(&format!("/api/v1/accounts/{id}/statuses")).await.status, 404);
        let narrow = Client::within(&s, &ann, "read:accounts read:search").await;
        for path in [format!("/api/v1/accounts/{id}"), "/api/v1/accounts/lookup?acct=ben".into()] {
            assert_eq!(
                narrow.get(&path).await.status,
                404,
                "F4: the list of the blocked is not theirs: {path}"
            );
        }
        let found = narrow.get("/api/v2/search?q=ben&type=accounts").await.good();
        assert_eq!(found["accounts"], json!([]), "F4");
        for path in [format!("/api/v1/accounts/{}", ann.id), "/api/v1/accounts/lookup?acct=ann".into()] {
            assert_eq!(other.get(&path).await.status, 404, "E10: {path}");
        }
        app.post(&format!("/api/v1/accounts/{id}/unblock"), json!({})).await.good();
        assert_eq!(other.get("/api/v1/accounts/lookup?acct=ann").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_closed_list_of_followers_shows_the_caller_to_themselves() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cara) = (w.person("ann").await, w.person("ben").await, w.person("cara").await);
        w.choose(&ben, |chosen| chosen.who_may_follow = WhoMay::Everyone).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &cara).await);
        let path = format!("/api/v1/accounts/{}/followers", ben.id);
        assert_eq!(app.get(&path).await.good(), json!([]));
        app.post(&format!("/api/v1/accounts/{}/follow", ben.id), json!({})).await.good();
        assert_eq!(ids(&app.get(&path).await.good()), [ann.id.to_string()]);
        assert_eq!(other.get(&path).await.good(), json!([]), "nobody else learns of it");
    })
    .await;
}
