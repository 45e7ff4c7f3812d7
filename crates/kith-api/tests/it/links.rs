//! Links between parts of a list: they go on over what is not shown, and name nobody who is not.

use kith_testkit::Person;
use reqwest::Method;
use serde_json::json;

use crate::ground::{Client, each};
use crate::timelines::{ids, link};

#[tokio::test]
async fn e10_no_link_names_somebody_who_is_out_of_sight() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let app = Client::of(&s, &ann).await;
        let mut people: Vec<Person> = Vec::new();
        for name in ["eva", "fay", "gus", "hal"] {
            w.advance(1);
            let person = w.person(name).await;
            app.post(&format!("/api/v1/accounts/{}/follow", person.id), json!({})).await.good();
            app.post(&format!("/api/v1/accounts/{}/endorse", person.id), json!({})).await.good();
            people.push(person);
        }
        // The newest and the oldest are kept away from ben, who looks at the list in parts of one.
        for person in [&people[0], &people[3]] {
            w.block(person, &ben).await;
        }
        let bens = Client::of(&s, &ben).await;
        let (mut path, mut seen) =
            (Some(format!("/api/v1/accounts/{}/endorsements?limit=1", ann.id)), Vec::new());
        while let Some(at) = path {
            let told = bens.get(&at).await;
            let links = told.answer.header("link").to_owned();
            for person in [&people[0], &people[3]] {
                assert!(!links.contains(&person.id.to_string()), "{links}");
            }
            seen.extend(ids(&told.good()));
            path = link(&links, "next");
        }
        assert_eq!(seen, [people[2].id.to_string(), people[1].id.to_string()]);
    })
    .await;
}

#[tokio::test]
async fn a_part_without_anything_wanted_is_not_the_end() {
    each(|s| async move {
        let app = Client::of(&s, &s.world.person("ann").await).await;
        for number in 0..3 {
            s.world.advance(1_000);
            let said = json!({ "status": format!("words {number}"), "visibility": "unlisted" });
            app.post("/api/v1/statuses", said).await.good();
        }
        let told = app.get("/api/v1/timelines/public?only_media=true&limit=2").await;
        assert_eq!(told.good(), json!([]));
        let next = link(told.answer.header("link"), "next").unwrap();
        let last = app.get(&next).await;
        assert_eq!(last.good(), json!([]));
        let end = app.get(&link(last.answer.header("link"), "next").unwrap()).await;
        assert_eq!((end.good(), end.answer.header("link")), (json!([]), ""), "there is one");
    })
    .await;
}

#[tokio::test]
async fn digits_are_an_id_and_words_are_a_handle() {
    each(|s| async move {
        let ann = s.world.person("ann").await;
        let app = Client::of(&s, &ann).await;
        for path in ["accounts/ann", "accounts/ann/statuses", "statuses/ann", "lists/ann", "polls/ann"] {
            let told = app.get(&format!("/api/v1/{path}")).await;
            assert_eq!(told.status, 404, "{path}");
            assert!(told.json()["error"].is_string(), "{path}");
        }
        let told = app.ask(Method::POST, "/api/v1/accounts/ann/follow", Some(json!({}))).await;
        assert_eq!(told.status, 404);
        let named = app.get("/api/v1/accounts/lookup?acct=ann").await.good();
        assert_eq!(named["id"], json!(ann.id.to_string()));
        let shown = app.get(&format!("/api/v1/accounts/{}", ann.id)).await.good();
        assert_eq!(shown["acct"], "ann");
        // No handle is made of digits alone, so an id is never found where a handle is asked for.
        assert_eq!(app.get(&format!("/api/v1/accounts/lookup?acct={}", ann.id)).await.status, 404);
    })
    .await;
}
