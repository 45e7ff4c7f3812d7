//! Posts in several languages: apps are told the one that fits their member, Kith's own API all of them.

use kith_domain::accounts::{self, Comfort};
use kith_testkit::{Person, Server};
use reqwest::Method;
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::{Client, each};

const SPANISH: &str = "El domingo paseamos";
const ARABIC: &str = "نتنزه يوم الأحد";

fn walk() -> Value {
    json!({
        "status": SPANISH,
        "language": "es",
        "texts": [{ "language": "ar", "text": ARABIC, "spoiler_text": "" }],
        "audience": { "kind": "community" },
    })
}

async fn reading(s: &Server, handle: &str, language: &str) -> Person {
    let person = s.world.person(handle).await;
    let comfort = Comfort { language: language.into(), ..Comfort::default() };
    accounts::set_comfort(&s.world.app, &s.world.viewer(&person).await, comfort).await.unwrap();
    person
}

fn told(status: &Value) -> (&str, bool) {
    (status["language"].as_str().unwrap(), status["content"].as_str().unwrap().contains(ARABIC))
}

#[tokio::test]
async fn a_status_says_what_fits_its_reader_and_all_texts_beside_it() {
    each(|s| async move {
        let (ann, ben) = (reading(&s, "ann", "es").await, reading(&s, "ben", "ar").await);
        let document = Document::of(&s).await;
        let author = Checked::of(&s, &document, &ann).await;
        let made = author.call("createStatus", &[], walk()).await.good();
        assert_eq!(told(&made), ("es", false));
        let path = format!("/api/v1/statuses/{}", id(&made));
        let (app, other) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let read = other.get(&path).await.good();
        assert_eq!(told(&read), ("ar", true));
        let texts = list(&read["kith"]["texts"]);
        let languages: Vec<&Value> = texts.iter().map(|text| &text["language"]).collect();
        assert_eq!(languages, [&json!("es"), &json!("ar")]);
        assert!(texts[0]["content"].as_str().unwrap().contains(SPANISH));
        let home = other.get("/api/v1/timelines/public?local=true").await.good();
        assert_eq!(told(&home[0]), ("ar", true), "in lists too");

        let source = app.get(&format!("{path}/source")).await.good();
        assert_eq!(source["text"], SPANISH);
        assert_eq!(source["kith"]["texts"][0]["text"], ARABIC);
        assert_eq!(other.get(&format!("{path}/source")).await.status, 404);
        // An app that knows nothing of it changes the first text, and the others stay.
        let edit = json!({ "status": "El sábado paseamos", "language": "ar" });
        let edited = app.ask(Method::PUT, &path, Some(edit)).await.good();
        assert_eq!(edited["language"], "es");
        assert_eq!(list(&edited["kith"]["texts"]).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_language_that_stands_there_twice_is_refused_and_drafts_keep_all() {
    each(|s| async move {
        let ann = reading(&s, "ann", "es").await;
        let document = Document::of(&s).await;
        let author = Checked::of(&s, &document, &ann).await;
        let mut twice = walk();
        twice["texts"][0]["language"] = json!("es");
        let refused = author.call("createStatus", &[], twice).await;
        assert_eq!(refused.status, 422);
        assert!(refused.json()["details"]["more_language_1"].is_array(), "{}", refused.json());
        let single = json!({ "status": "Hola", "audience": { "kind": "community" } });
        let made = author.call("createStatus", &[], single).await.good();
        assert_eq!(made["kith"].get("texts"), None, "one language says no more than before");
    })
    .await;
}
