//! L14 for apps: an adult whom a minor does not know finds no call that reaches them, and the minor's app shows nothing.

use kith_db::{params, statement};
use kith_testkit::{Person, World};
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::timelines::ids;

statement!(
    SET_BIRTH,
    "test.api_set_birth",
    "UPDATE accounts SET birth_day = 1, birth_month = 1, birth_year = $2 WHERE id = $1"
);

async fn born(w: &World, who: &Person, year: i64) {
    let id = who.id;
    w.app.db.write(move |tx| tx.run(&SET_BIRTH, &params![id, year])).await.unwrap();
}

#[tokio::test]
async fn l14_an_app_of_a_groomer_finds_no_call_that_reaches_a_minor() {
    each(|s| async move {
        let w = &s.world;
        let (kid, adult) = (w.person("kid").await, w.person("adult").await);
        let (parent, silent) = (w.person("parent").await, w.person("silent").await);
        for (person, year) in [(&kid, 2012), (&adult, 1980), (&parent, 1980)] {
            born(w, person, year).await;
        }
        w.befriend(&kid, &parent).await;
        w.befriend(&parent, &adult).await;
        let kids = Client::of(&s, &kid).await;
        let told = async || -> (Value, Value, Value) {
            (
                kids.get("/api/kith/v1/conversations").await.good(),
                kids.get("/api/kith/v1/conversations?folder=requests").await.good(),
                kids.get("/api/v1/notifications?types[]=mention&types[]=message&types[]=message_request")
                    .await
                    .good(),
            )
        };
        let club = Client::of(&s, &parent)
            .await
            .post(
                "/api/kith/v1/conversations",
                json!({ "name": "Club", "account_ids": [kid.id.to_string()] }),
            )
            .await
            .good();
        let club = club["id"].as_str().unwrap().to_owned();
        // Nobody knows how old Silent is.
        for groomer in [&adult, &silent] {
            let app = Client::of(&s, groomer).await;
            let refused = [
                (format!("/api/kith/v1/accounts/{}/messages", kid.id), json!({ "status": "hello" }), 403),
                (
                    "/api/kith/v1/conversations".to_owned(),
                    json!({ "name": "Us", "account_ids": [kid.id.to_string()] }),
                    403,
                ),
                ("/api/v1/statuses".to_owned(), json!({ "status": "hi @kid", "visibility": "direct" }), 422),
                (format!("/api/kith/v1/conversations/{club}/messages"), json!({ "status": "hi" }), 404),
            ];
            for (path, body, status) in refused {
                w.advance(1_000);
                let answer = app.post(&path, body).await;
                assert_eq!(answer.status, status, "{path}: {}", answer.answer.body);
            }
        }
        let (inbox, requests, notices) = told().await;
        assert_eq!((ids(&inbox), requests, notices), (vec![club], json!([]), json!([])));
        // The other way round every door is open, and then the adult may answer.
        let first = kids
            .post(&format!("/api/kith/v1/accounts/{}/messages", adult.id), json!({ "status": "a question" }))
            .await
            .good();
        let chat = first["kith"]["conversation"].as_str().unwrap().to_owned();
        let answer = json!({ "status": "an answer" });
        let adults = Client::of(&s, &adult).await;
        w.advance(1_000);
        adults.post(&format!("/api/kith/v1/conversations/{chat}/messages"), answer).await.good();
    })
    .await;
}
