//! The document says what is there, all of it, and the routes answer as it says.

use std::collections::BTreeSet;

use kith_api::Needs;
use kith_testkit::{Server, World};
use serde_json::{Value, json};

use super::checked::{Checked, Document, id};
use super::{document_albums, document_events, document_groups, document_pages};
use crate::ground::faces;

async fn served() -> Server {
    Server::start(World::sqlite().await, faces).await
}

/// Everything in `value` that `found` picks.
fn walk<'a>(value: &'a Value, found: &mut impl FnMut(&'a Value)) {
    found(value);
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| walk(field, found)),
        _ => {}
    }
}

#[tokio::test]
async fn each_route_is_in_the_document_and_the_other_way_round() {
    let s = served().await;
    let document = Document::of(&s).await;
    let told: BTreeSet<(String, String)> =
        document.operations().into_iter().map(|(method, path, _)| (method, path)).collect();
    let routes: BTreeSet<(String, String)> = kith_api::routes()
        .into_parts()
        .1
        .iter()
        .filter(|route| route.path.starts_with("/api/kith/v1/"))
        .map(|route| (route.method.to_owned(), route.path.to_owned()))
        .collect();
    assert_eq!(told, routes);
    assert!(routes.len() > 30, "{routes:?}");
}

#[tokio::test]
async fn the_document_says_which_scope_each_route_asks_for() {
    let s = served().await;
    let document = Document::of(&s).await;
    let routes = kith_api::routes().into_parts().1;
    for (method, path, told) in document.operations() {
        let route = routes.iter().find(|route| route.method == method && route.path == path).unwrap();
        let expected = match route.needs {
            Needs::Scope(scope) => json!([{ "oauth": [scope] }]),
            Needs::IfSignedIn(scope) => json!([{}, { "oauth": [scope] }]),
            other => panic!("{method} {path}: {other:?}"),
        };
        assert_eq!(told["security"], expected, "{method} {path}");
        let scopes =
            &document.value["components"]["securitySchemes"]["oauth"]["flows"]["authorizationCode"]["scopes"];
        assert!(expected.as_array().unwrap().iter().all(|one| {
            one["oauth"].as_array().is_none_or(|asked| scopes[asked[0].as_str().unwrap()].is_string())
        }));
        for status in ["200", "401", "403", "404", "422", "429"] {
            assert!(told["responses"][status].is_object(), "{method} {path} says nothing of {status}");
        }
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere_and_nothing_stands_there_in_vain() {
    let s = served().await;
    let document = Document::of(&s).await;
    let mut led: BTreeSet<&str> = BTreeSet::new();
    walk(&document.value, &mut |value| {
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            document.resolve(reference);
            led.insert(reference);
        }
    });
    for kind in ["schemas", "responses"] {
        for name in document.value["components"][kind].as_object().unwrap().keys() {
            assert!(led.contains(format!("#/components/{kind}/{name}").as_str()), "{kind} {name}");
        }
    }
    walk(&document.value, &mut |value| {
        assert!(value.get("$defs").is_none() && value.get("$schema").is_none(), "{value}");
    });
}

/// A schema in a word.
fn in_a_word(schema: &Value) -> String {
    match (schema["$ref"].as_str(), schema["type"].as_str()) {
        (Some(reference), _) => reference.rsplit('/').next().unwrap().to_owned(),
        (None, Some("array")) => format!("[{}]", in_a_word(&schema["items"])),
        (None, word) => word.unwrap_or("anything").to_owned(),
    }
}

#[tokio::test]
async fn the_operations_that_clients_are_promised() {
    let s = served().await;
    let document = Document::of(&s).await;
    let mut lines = Vec::new();
    for (method, path, told) in document.operations() {
        let parameters = told["parameters"].as_array().into_iter().flatten();
        let parameters: Vec<String> = parameters
            .filter(|one| one["in"] != "path")
            .map(|one| format!("{}:{}", one["name"].as_str().unwrap(), in_a_word(&one["schema"])))
            .collect();
        let body = &told["requestBody"]["content"]["application/json"]["schema"];
        let body = if body.is_null() { String::new() } else { format!(" {{{}}}", in_a_word(body)) };
        let answer = in_a_word(&told["responses"]["200"]["content"]["application/json"]["schema"]);
        let (name, security) = (told["operationId"].as_str().unwrap(), &told["security"]);
        lines.push(format!("{method} {path} {name}({}){body} -> {answer} {security}", parameters.join(", ")));
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[tokio::test]
async fn each_operation_answers_as_its_schema_says() {
    let s = served().await;
    let w = &s.world;
    let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
    w.befriend(&ann, &ben).await;
    let document = Document::of(&s).await;
    let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &cem).await);
    let (ann_id, ben_id, cem_id) = (ann.id.to_string(), ben.id.to_string(), cem.id.to_string());
    let friend = Checked::of(&s, &document, &ben).await;
    let friends =
        document_albums::Friends { app: &app, friend: &friend, app_id: &ann_id, friend_id: &ben_id };
    document_albums::call(w, friends).await;
    document_events::call(friends).await;
    let (owner, member, outsider) = ((&ann, &app), (&ben, &friend), (&cem, &other));
    document_groups::call(w, document_groups::People { owner, member, outsider }).await;
    let team = document_pages::Team { owner: &app, editor: member, other: outsider };
    document_pages::call(w, team).await;

    let circle = id(&app.call("createCircle", &[], json!({ "name": "Choir" })).await.good());
    app.call("renameCircle", &[&circle], json!({ "name": "Orchestra" })).await.good();
    app.read("addCircleMember", &[&circle, &ben_id]).await;
    for (name, place) in [
        ("getCircle", &circle),
        ("listCircleMembers", &circle),
        ("listCirclesAround", &ben_id),
        ("restrict", &ben_id),
        ("unrestrict", &ben_id),
        ("seeFirst", &ben_id),
        ("seeNormally", &ben_id),
        ("snooze", &ben_id),
        ("endSnooze", &ben_id),
        ("mute", &ben_id),
        ("unmute", &ben_id),
        ("getRelation", &ben_id),
        ("listFriendsOf", &ben_id),
        ("viewProfileAs", &ben_id),
        ("listWall", &ben_id),
        ("sendFriendRequest", &cem_id),
        ("withdrawFriendRequest", &cem_id),
    ] {
        app.read(name, &[place]).await;
    }
    for name in ["listCircles", "listFriends", "listRestricted", "listAudiences", "search", "suggest"] {
        app.read(name, &[]).await;
    }
    let audience = json!({ "kind": "friends_except", "account_ids": [cem_id], "circle_ids": [circle] });
    let post = app.post("hello", audience).await;
    app.read("getAudience", &[&post]).await;
    let changed = json!({ "audience": { "kind": "world" }, "comments": { "kind": "friends" } });
    app.call("setAudience", &[&post], changed).await.good();
    for name in ["closeComments", "openComments"] {
        app.read(name, &[&post]).await;
    }
    app.call("setReaction", &[&post], json!({ "kind": "care" })).await.good();
    app.read("listReactions", &[&post]).await;
    app.read("viewStatusesAs", &["stranger"]).await;
    app.read("removeReaction", &[&post]).await;
    app.call("limitPastPosts", &[], json!({ "to": "self" })).await.good();
    let said = json!({ "status": "hello", "audience": { "kind": "self" } });
    app.call("writeOnWall", &[&ben_id], said).await.good();

    let message = app.call("writeTo", &[&ben_id], json!({ "status": "hello" })).await.good();
    let chat = message["kith"]["conversation"].as_str().unwrap().to_owned();
    app.call("sendMessage", &[&chat], json!({ "status": "again" })).await.good();
    let asks = json!({ "status": "When?", "poll": { "options": ["Today", "Later"], "expires_in": 3600 } });
    let question = id(&app.call("sendMessage", &[&chat], asks).await.good());
    friend.call("voteInMessage", &[&question], json!({ "choices": [1] })).await.good();
    friend.read("takeMessageVoteBack", &[&question]).await;
    app.call("markConversationRead", &[&chat], json!({})).await.good();
    app.call("setConversationHears", &[&chat], json!({ "hears": "named" })).await.good();
    for name in ["getConversation", "listConversationMembers", "listMessages"] {
        app.read(name, &[&chat]).await;
    }
    app.read("listConversations", &[]).await;
    app.call("createGroup", &[], json!({ "account_ids": [ben_id] })).await.good();
    let asked = other.call("writeTo", &[&ann_id], json!({ "status": "hello" })).await.good();
    let chat = asked["kith"]["conversation"].as_str().unwrap().to_owned();
    app.read("acceptConversation", &[&chat]).await;
    let eve = w.person("eve").await;
    let eves = Checked::of(&s, &document, &eve).await;
    let asked = eves.call("writeTo", &[&ann_id], json!({ "status": "hello" })).await.good();
    let chat = asked["kith"]["conversation"].as_str().unwrap().to_owned();
    app.read("declineConversation", &[&chat]).await;

    app.read("sendFriendRequest", &[&cem_id]).await;
    app.read("listSentFriendRequests", &[]).await;
    other.read("listReceivedFriendRequests", &[]).await;
    other.read("confirmFriendRequest", &[&ann_id]).await;
    app.read("deleteFriendRequest", &[&ben_id]).await;
    app.read("unfriend", &[&cem_id]).await;
    app.read("removeCircleMember", &[&circle, &ben_id]).await;
    app.read("deleteCircle", &[&circle]).await;

    let all: BTreeSet<String> = document
        .operations()
        .into_iter()
        .map(|(_, _, told)| told["operationId"].as_str().unwrap().to_owned())
        .collect();
    let mut called = document.called.lock().unwrap().clone();
    if !w.takes_photos() {
        called.extend(document_albums::WITH_PHOTOS.map(str::to_owned));
    }
    assert_eq!(called, all);
}

#[tokio::test]
async fn a_request_that_does_not_fit_the_document_is_refused() {
    let s = served().await;
    let ann = s.world.person("ann").await;
    let document = Document::of(&s).await;
    let app = Checked::of(&s, &document, &ann).await;
    for (name, places, body) in [
        ("createCircle", vec![], json!({})),
        ("createCircle", vec![], json!([])),
        ("createCircle", vec![], json!("Choir")),
        ("createCircle", vec![], json!({ "name": 1 })),
        ("createCircle", vec![], json!({ "name": "Choir", "members": [] })),
        ("listFriends", vec!["limit=x"], Value::Null),
        ("listFriends", vec!["max_id=-1"], Value::Null),
        ("listFriends", vec!["limit=1&limit=2"], Value::Null),
    ] {
        let told = app.call(name, &places, body.clone()).await;
        assert_eq!(told.status, 422, "{name} {places:?} {body}");
        assert!(
            told.json()["error"].as_str().unwrap().contains("/api/kith/openapi.json"),
            "{}",
            told.answer.body
        );
    }
    for limit in ["limit=0", "limit=-5", "limit=100000"] {
        assert_eq!(app.status("listFriends", &[limit]).await, 200, "{limit} is kept within what there is");
    }
    for text in ["{", "{\"name\": \"a\"} x", "name=Choir", &"[".repeat(100_000)] {
        let told = app.client.raw("POST", "/api/kith/v1/circles", text).await;
        document.check("createCircle", &told);
        assert_eq!(told.status, 422);
    }
    let large = format!("{{\"name\": \"{}\"}}", "x".repeat(600 * 1024));
    let told = app.client.raw("POST", "/api/kith/v1/circles", &large).await;
    document.check("createCircle", &told);
    assert_eq!(told.status, 413);
}
