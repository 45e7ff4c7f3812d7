//! Search, tags, what one thinks of people, and whom one may not know yet.

use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

async fn write(app: &Client, text: &str, visibility: &str) -> String {
    let said = json!({ "status": text, "visibility": visibility });
    app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
}

fn named(list: &Value, field: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn e1_search_finds_people_tags_and_addresses_as_far_as_one_may_see_them() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        for name in ["hashtag_z", "hashtag_y", "hashtag_x"] {
            write(&app, &format!("#{name}"), "unlisted").await;
        }
        let hidden = write(&app, "#hashtag_secret", "private").await;
        let found = app.get("/api/v2/search?q=%23hashtag").await.good();
        assert_eq!(
            named(&found["hashtags"], "name"),
            ["hashtag_secret", "hashtag_x", "hashtag_y", "hashtag_z"]
        );
        assert_eq!(found["accounts"], json!([]));
        let found = other.get("/api/v2/search?q=hashtag&type=hashtags").await.good();
        assert_eq!(named(&found["hashtags"], "name"), ["hashtag_x", "hashtag_y", "hashtag_z"]);
        let strange = Client::stranger(&s).get("/api/v2/search?q=hashtag").await.good();
        assert_eq!(strange, json!({ "accounts": [], "statuses": [], "hashtags": [] }));
        for q in ["ben", "@ben", "ben@kith.example", "@BEN", "https://kith.example/u/ben"] {
            let path = format!("/api/v2/search?q={}&type=accounts&resolve=true", q.replace('@', "%40"));
            assert_eq!(named(&app.get(&path).await.good()["accounts"], "acct"), ["ben"], "{q}");
        }
        for q in [hidden.clone(), format!("https://kith.example/p/{hidden}")] {
            let path = format!("/api/v2/search?q={q}&type=statuses");
            assert_eq!(ids(&app.get(&path).await.good()["statuses"]), std::slice::from_ref(&hidden));
            assert_eq!(other.get(&path).await.good()["statuses"], json!([]), "not theirs to see");
        }
        let elsewhere = app.get("/api/v2/search?q=https://elsewhere.example/p/1").await.good();
        assert_eq!(elsewhere["statuses"], json!([]));
        w.block(&ann, &ben).await;
        assert_eq!(other.get("/api/v2/search?q=ann").await.good()["accounts"], json!([]), "E10");
        assert_eq!(other.get("/api/v2/search?q=hashtag").await.good()["hashtags"], json!([]), "E10");
        for wrong in ["/api/v2/search?q=", "/api/v2/search?q=x&type=things"] {
            assert_eq!(app.get(wrong).await.status, 422, "{wrong}");
        }
    })
    .await;
}

#[tokio::test]
async fn tags_are_counted_followed_and_featured() {
    each(|s| async move {
        let (ann, ben) = (s.world.person("ann").await, s.world.person("ben").await);
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        write(&app, "#Spring", "public").await;
        write(&app, "#spring again", "unlisted").await;
        write(&app, "#spring for me", "direct").await;
        write(&other, "#SPRING too", "public").await;
        let tag = app.get("/api/v1/tags/Spring").await.good();
        assert_eq!(
            (&tag["name"], &tag["following"], &tag["featuring"]),
            (&json!("spring"), &json!(false), &json!(false))
        );
        let days = tag["history"].as_array().unwrap();
        assert_eq!((days.len(), &days[0]["uses"], &days[0]["accounts"]), (7, &json!("3"), &json!("2")));
        assert_eq!(
            Client::stranger(&s).get("/api/v1/tags/spring").await.good()["history"][0]["uses"],
            "2",
            "for the world"
        );
        assert_eq!(app.get("/api/v1/tags/two%20words").await.status, 404);
        assert_eq!(named(&app.get("/api/v1/trends/tags").await.good(), "name"), ["spring"]);

        for name in ["foo", "bar"] {
            s.world.advance(1_000);
            let followed = app.post(&format!("/api/v1/tags/{name}/follow"), json!({})).await.good();
            assert_eq!(followed["following"], true);
        }
        let told = app.get("/api/v1/followed_tags?limit=1").await;
        assert_eq!(named(&told.good(), "name"), ["bar"]);
        let next = crate::timelines::link(told.answer.header("link"), "next").unwrap();
        assert_eq!(named(&app.get(&next).await.good(), "name"), ["foo"]);
        assert_eq!(other.get("/api/v1/followed_tags").await.good(), json!([]));
        assert_eq!(app.post("/api/v1/tags/foo/unfollow", json!({})).await.good()["following"], false);
        assert_eq!(named(&app.get("/api/v1/followed_tags").await.good(), "name"), ["bar"]);

        assert_eq!(named(&app.get("/api/v1/featured_tags/suggestions").await.good(), "name"), ["spring"]);
        let featured = app.post("/api/v1/featured_tags", json!({ "name": "Spring" })).await.good();
        assert_eq!((&featured["name"], &featured["statuses_count"]), (&json!("Spring"), &json!("3")));
        assert!(featured["last_status_at"].is_string());
        let path = format!("/api/v1/accounts/{}/featured_tags", ann.id);
        assert_eq!(
            other.get(&path).await.good()[0]["statuses_count"],
            "2",
            "what is for oneself is not counted"
        );
        assert_eq!(app.get("/api/v1/featured_tags/suggestions").await.good(), json!([]));
        assert_eq!(app.post("/api/v1/featured_tags", json!({ "name": "no tag" })).await.status, 422);
        let path = format!("/api/v1/featured_tags/{}", featured["id"].as_str().unwrap());
        assert_eq!(other.ask(Method::DELETE, &path, None).await.status, 404);
        app.ask(Method::DELETE, &path, None).await.good();
        assert_eq!(app.get("/api/v1/featured_tags").await.good(), json!([]));
    })
    .await;
}

#[tokio::test]
async fn notes_are_for_own_eyes_and_recommendations_for_those_who_may_meet_both() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (app, other, third) =
            (Client::of(&s, &ann).await, Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        let step = async |verb: &str, body: Value| {
            app.post(&format!("/api/v1/accounts/{}/{verb}", ben.id), body).await
        };
        assert_eq!(
            step("note", json!({ "comment": "from the choir" })).await.good()["note"],
            "from the choir"
        );
        let theirs = other.get(&format!("/api/v1/accounts/relationships?id[]={}", ann.id)).await.good();
        assert_eq!(theirs[0]["note"], "");
        assert_eq!(step("note", json!({ "comment": "x".repeat(2_001) })).await.status, 422);
        assert_eq!(step("note", json!({})).await.good()["note"], "");
        assert_eq!(step("endorse", json!({})).await.status, 422, "nobody is recommended who is not followed");
        step("follow", json!({})).await.good();
        assert_eq!(step("endorse", json!({})).await.good()["endorsed"], true);
        assert_eq!(app.get("/api/v1/endorsements").await.good()[0]["username"], "ben");
        let path = format!("/api/v1/accounts/{}/endorsements", ann.id);
        assert_eq!(third.get(&path).await.good()[0]["username"], "ben");
        w.block(&ben, &cem).await;
        assert_eq!(third.get(&path).await.good(), json!([]), "E10");
        assert_eq!(step("unfollow", json!({})).await.good()["endorsed"], false);
        assert_eq!(app.get("/api/v1/endorsements").await.good(), json!([]));
        w.block(&ann, &cem).await;
        assert_eq!(third.get(&path).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn people_and_posts_that_one_may_not_know_yet() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        w.advance(1_000);
        let ben = w.person("ben").await;
        w.advance(1_000);
        let cem = w.person("cem").await;
        w.befriend(&ann, &ben).await;
        w.befriend(&ben, &cem).await;
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &cem).await);
        let familiar = app.get(&format!("/api/v1/accounts/familiar_followers?id[]={}", cem.id)).await.good();
        assert_eq!(
            (&familiar[0]["id"], named(&familiar[0]["accounts"], "username")),
            (&json!(cem.id.to_string()), vec!["ben".to_owned()])
        );
        assert_eq!(app.get("/api/v2/suggestions").await.good()[0]["account"]["username"], "cem");
        assert_eq!(named(&app.get("/api/v1/suggestions").await.good(), "username"), ["cem"]);
        app.ask(Method::DELETE, &format!("/api/v1/suggestions/{}", cem.id), None).await.good();
        assert_eq!(app.get("/api/v2/suggestions").await.good(), json!([]));
        assert_eq!(
            named(&app.get("/api/v1/directory?order=new&limit=2").await.good(), "username"),
            ["cem", "ben"]
        );
        w.choose(&cem, |choices| choices.in_directory = false).await;
        let listed = app.get("/api/v1/directory?local=true").await.good();
        assert!(!named(&listed, "username").contains(&"cem".to_owned()));
        assert_eq!(Client::stranger(&s).get("/api/v1/directory").await.good(), json!([]));

        let (shown, hidden) =
            (write(&other, "hello", "unlisted").await, write(&other, "psst", "private").await);
        let third = Client::of(&s, &ben).await;
        for id in [&shown, &hidden] {
            third.post(&format!("/api/v1/statuses/{id}/favourite"), json!({})).await.good();
        }
        assert_eq!(ids(&app.get("/api/v1/trends/statuses").await.good()), [shown]);
        assert_eq!(Client::stranger(&s).get("/api/v1/trends/statuses").await.good(), json!([]));
        assert_eq!(app.get("/api/v1/trends/links").await.good(), json!([]));
    })
    .await;
}
