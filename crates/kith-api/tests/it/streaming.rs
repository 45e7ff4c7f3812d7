//! Lines that stay open: each receiver is told what is theirs, and a line ends with its token.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use kith_domain::apps;
use kith_testkit::{Person, Server};
use serde_json::{Value, json};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::ground::{Client, each};

pub type Socket =
    tokio_tungstenite::WebSocketStream<tokio_tungstenite::MaybeTlsStream<tokio::net::TcpStream>>;

const SOON: Duration = Duration::from_secs(5);

async fn token(s: &Server, person: &Person, scopes: &str) -> String {
    let issued = apps::for_account(&s.world.app, None, person.id, scopes).await.unwrap();
    issued.token.expose().to_owned()
}

async fn socket(s: &Server, query: &str) -> Socket {
    let address = format!("ws://{}/api/v1/streaming?{query}", s.address());
    tokio_tungstenite::connect_async(address).await.unwrap().0
}

pub async fn line(s: &Server, person: &Person, query: &str) -> Socket {
    let token = token(s, person, "read").await;
    socket(s, &format!("access_token={token}&{query}")).await
}

/// What strangers write does not come home to apps.
async fn follow(s: &Server, who: &Person, whom: &Person) {
    let app = Client::of(s, who).await;
    app.post(&format!("/api/v1/accounts/{}/follow", whom.id), json!({})).await.good();
}

/// The next event; none when the line has ended.
pub async fn heard(socket: &mut Socket) -> Option<Value> {
    loop {
        match timeout(SOON, socket.next()).await.expect("something within seconds") {
            Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(text.as_str()).unwrap()),
            Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
            Some(Ok(_)) => {}
        }
    }
}

pub fn payload(event: &Value) -> Value {
    serde_json::from_str(event["payload"].as_str().unwrap()).unwrap()
}

#[tokio::test]
async fn posts_edits_deletions_and_notices_come_as_they_happen() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let bens = Client::of(&s, &ben).await;
        let mut open = line(&s, &ann, "stream=user").await;
        let said = json!({ "status": "stream me", "visibility": "private" });
        let post = bens.post("/api/v1/statuses", said).await.good();
        let id = post["id"].as_str().unwrap();
        let event = heard(&mut open).await.unwrap();
        assert_eq!((&event["stream"], &event["event"]), (&json!(["user"]), &json!("update")));
        assert_eq!(payload(&event)["id"], id);
        let path = format!("/api/v1/statuses/{id}");
        bens.ask(reqwest::Method::PUT, &path, Some(json!({ "status": "streamed" }))).await.good();
        let event = heard(&mut open).await.unwrap();
        assert_eq!(event["event"], "status.update");
        assert!(payload(&event)["content"].as_str().unwrap().contains("streamed"));
        bens.ask(reqwest::Method::DELETE, &path, None).await.good();
        let event = heard(&mut open).await.unwrap();
        assert_eq!((&event["event"], &event["payload"]), (&json!("delete"), &json!(id)));
        bens.post("/api/v1/statuses", json!({ "status": "hi @ann", "visibility": "direct" })).await.good();
        let mut events = [heard(&mut open).await.unwrap(), heard(&mut open).await.unwrap()];
        events.sort_by_key(|event| event["event"].as_str().unwrap().to_owned());
        assert_eq!(events[0]["event"], "notification");
        assert_eq!(payload(&events[0])["type"], "mention");
    })
    .await;
}

#[tokio::test]
async fn e_nobody_hears_of_what_is_not_theirs() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let bens = Client::of(&s, &ben).await;
        follow(&s, &ann, &ben).await;
        let mut open = line(&s, &ann, "stream=user").await;
        open.send(Message::text(json!({ "type": "subscribe", "stream": "public" }).to_string()))
            .await
            .unwrap();
        let tag = json!({ "type": "subscribe", "stream": "hashtag", "tag": "cats" });
        open.send(Message::text(tag.to_string())).await.unwrap();
        open.send(Message::text("nonsense")).await.unwrap();
        assert!(heard(&mut open).await.unwrap()["error"].is_string(), "all before it has been read");
        for visibility in ["private", "direct"] {
            let said = json!({ "status": "secret #cats", "visibility": visibility });
            let id = bens.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
            bens.ask(reqwest::Method::DELETE, &format!("/api/v1/statuses/{id}"), None).await.good();
        }
        let said = json!({ "status": "open #cats", "visibility": "unlisted" });
        bens.post("/api/v1/statuses", said).await.good();
        let mut streams = Vec::new();
        for _ in 0..3 {
            let event = heard(&mut open).await.unwrap();
            assert!(payload(&event)["content"].as_str().unwrap().contains("open"), "{event}");
            streams.push(event["stream"].clone());
        }
        assert_eq!(streams, [json!(["user"]), json!(["public"]), json!(["hashtag", "cats"])]);
        // From now on they are as good as absent for each other.
        w.block(&ben, &ann).await;
        bens.post("/api/v1/statuses", json!({ "status": "after #cats", "visibility": "unlisted" }))
            .await
            .good();
        let cat = w.person("cat").await;
        let cats = Client::of(&s, &cat).await;
        cats.post("/api/v1/statuses", json!({ "status": "other #cats", "visibility": "unlisted" }))
            .await
            .good();
        let event = heard(&mut open).await.unwrap();
        assert!(payload(&event)["content"].as_str().unwrap().contains("other"), "{event}");
    })
    .await;
}

#[tokio::test]
async fn f_a_line_ends_with_its_token_and_stays_within_its_scope() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let bens = Client::of(&s, &ben).await;
        follow(&s, &ann, &ben).await;
        // Statuses alone bring no notices.
        let narrow = token(&s, &ann, "read:statuses").await;
        let mut open = socket(&s, &format!("access_token={narrow}&stream=user")).await;
        let ask = json!({ "type": "subscribe", "stream": "user:notification" });
        open.send(Message::text(ask.to_string())).await.unwrap();
        assert!(heard(&mut open).await.unwrap()["error"].is_string());
        bens.post(&format!("/api/v1/accounts/{}/follow", ann.id), json!({})).await.good();
        bens.post("/api/v1/statuses", json!({ "status": "open", "visibility": "unlisted" })).await.good();
        assert_eq!(heard(&mut open).await.unwrap()["event"], "update");
        // A browser sends the token as a protocol.
        let mut request =
            format!("ws://{}/api/v1/streaming?stream=user", s.address()).into_client_request().unwrap();
        let protocol = token(&s, &ann, "read").await.parse().unwrap();
        request.headers_mut().insert("sec-websocket-protocol", protocol);
        let (mut second, _) = tokio_tungstenite::connect_async(request).await.unwrap();
        let ended = ann.id;
        w.app.db.write(move |tx| apps::end_all(tx, ended)).await.unwrap();
        assert!(timeout(Duration::from_secs(1), heard(&mut open)).await.unwrap().is_none());
        assert!(timeout(Duration::from_secs(1), heard(&mut second)).await.unwrap().is_none());
        let refused = format!("ws://{}/api/v1/streaming?access_token={narrow}&stream=user", s.address());
        assert!(tokio_tungstenite::connect_async(refused).await.is_err());
        // Whoever is locked out hears nothing more.
        let mut third = line(&s, &ann, "stream=user").await;
        w.set_state(&ann, kith_domain::viewer::AccountState::Suspended).await;
        assert!(timeout(Duration::from_secs(1), heard(&mut third)).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn one_stream_comes_as_server_sent_events_too() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let bens = Client::of(&s, &ben).await;
        let token = token(&s, &ann, "read").await;
        let address = format!("http://{}/api/v1/streaming/public/local?access_token={token}", s.address());
        let mut response =
            reqwest::Client::builder().no_proxy().build().unwrap().get(address).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        bens.post("/api/v1/statuses", json!({ "status": "stream me", "visibility": "public" })).await.good();
        let mut text = String::new();
        while !text.contains("\n\n") {
            let chunk = timeout(SOON, response.chunk()).await.unwrap().unwrap().expect("the stream goes on");
            text.push_str(&String::from_utf8_lossy(&chunk));
        }
        assert!(text.starts_with("event: update\ndata: {") && text.contains("stream me"), "{text}");
        let health = Client::stranger(&s).get("/api/v1/streaming/health").await;
        assert_eq!((health.status, health.answer.body.as_str()), (200, "OK"));
        let list = Client::of(&s, &ann).await.get("/api/v1/streaming/list?list=1").await;
        assert_eq!(list.status, 404);
    })
    .await;
}

#[tokio::test]
async fn e_a_list_is_heard_by_its_owner_alone_and_as_its_page_shows_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &cem).await;
        let (app, bens, cems) =
            (Client::of(&s, &ann).await, Client::of(&s, &ben).await, Client::of(&s, &cem).await);
        app.post(&format!("/api/v1/accounts/{}/follow", ben.id), json!({})).await.good();
        let made = app.post("/api/v1/lists", json!({ "title": "Garden" })).await.good();
        let id = made["id"].as_str().unwrap().to_owned();
        let people = format!("/api/v1/lists/{id}/accounts");
        let named = json!({ "account_ids": [ben.id.to_string()] });
        app.post(&people, named.clone()).await.good();
        let write = async |client: &Client, text: &str, visibility: &str| {
            let said = json!({ "status": text, "visibility": visibility });
            client.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned()
        };
        let mut open = line(&s, &ann, &format!("stream=list&list={id}")).await;
        // Own posts for everyone mark how far the line has been read.
        open.send(Message::text(json!({ "type": "subscribe", "stream": "public" }).to_string()))
            .await
            .unwrap();
        let mut told = async || {
            let mark = write(&app, "so far", "unlisted").await;
            let mut told = Vec::new();
            loop {
                let event = heard(&mut open).await.unwrap();
                let is_update = event["event"] == "update";
                let post = if is_update { payload(&event)["id"].clone() } else { event["payload"].clone() };
                if event["stream"] == json!(["list", id]) {
                    told.push((event["event"].as_str().unwrap().to_owned(), post));
                } else if post == json!(mark) {
                    return told;
                }
            }
        };
        let of = |event: &str, post: &str| (event.to_owned(), json!(post));
        assert_eq!(told().await, []);
        write(&cems, "a friend who is not in it", "private").await;
        write(&bens, "not for ann", "private").await;
        let first = write(&bens, "for the list", "unlisted").await;
        assert_eq!(told().await, [of("update", &first)]);
        let path = format!("/api/v1/statuses/{first}");
        bens.ask(reqwest::Method::PUT, &path, Some(json!({ "status": "changed" }))).await.good();
        assert_eq!(told().await[0].0, "status.update");
        bens.ask(reqwest::Method::DELETE, &path, None).await.good();
        assert_eq!(told().await, [of("delete", &first)]);
        // What the page of the list leaves out is not told.
        let hide = json!({ "title": "x", "context": ["home"], "filter_action": "hide",
            "keywords_attributes": [{ "keyword": "football" }] });
        app.post("/api/v2/filters", hide).await.good();
        write(&bens, "football", "unlisted").await;
        assert_eq!(told().await, []);
        app.post(&format!("/api/v1/accounts/{}/mute", ben.id), json!({})).await.good();
        write(&bens, "while muted", "unlisted").await;
        assert_eq!(told().await, []);
        app.post(&format!("/api/v1/accounts/{}/unmute", ben.id), json!({})).await.good();
        app.ask(reqwest::Method::DELETE, &people, Some(named.clone())).await.good();
        write(&bens, "while out of it", "unlisted").await;
        assert_eq!(told().await, []);
        app.post(&people, named).await.good();
        let last = write(&bens, "the last", "unlisted").await;
        assert_eq!(told().await, [of("update", &last)]);
        // Nobody else's list can be heard, by whatever way.
        let mut theirs = line(&s, &ben, "stream=user").await;
        for list in [json!(id), json!(["7"]), json!(null)] {
            let ask = json!({ "type": "subscribe", "stream": "list", "list": list });
            theirs.send(Message::text(ask.to_string())).await.unwrap();
            assert!(heard(&mut theirs).await.unwrap()["error"].is_string(), "{list}");
        }
        let path = format!("/api/v1/streaming/list?list={id}");
        assert_eq!(bens.get(&path).await.status, 404);
        assert_eq!(app.get("/api/v1/streaming/list").await.status, 404);
        let narrow = Client::within(&s, &ann, "read:lists").await;
        assert_eq!(narrow.get(&path).await.status, 403, "a stream of statuses asks for their scope");
    })
    .await;
}

#[tokio::test]
async fn comments_are_no_updates_but_what_becomes_of_them_is_told_to_whoever_knows_them() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for (a, b) in [(&ann, &ben), (&ann, &cem), (&ben, &cem)] {
            w.befriend(a, b).await;
        }
        let (app, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let said = json!({ "status": "a post", "visibility": "private" });
        let post = app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let mut anns = line(&s, &ann, "stream=user").await;
        let mut own = line(&s, &ben, "stream=user").await;
        let mut cems = line(&s, &cem, "stream=user").await;
        let said = json!({ "status": "a comment", "in_reply_to_id": post });
        let comment = bens.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/statuses/{comment}");
        let event = heard(&mut anns).await.unwrap();
        assert_eq!(event["event"], "notification", "and no update");
        assert_eq!(payload(&event)["status"]["id"], json!(comment));
        bens.ask(reqwest::Method::PUT, &path, Some(json!({ "status": "other words" }))).await.good();
        for line in [&mut anns, &mut own] {
            let event = heard(line).await.unwrap();
            assert_eq!((&event["stream"], &event["event"]), (&json!(["user"]), &json!("status.update")));
            let told = payload(&event);
            assert_eq!((&told["id"], &told["in_reply_to_id"]), (&json!(comment), &json!(post)));
            assert!(told["content"].as_str().unwrap().contains("other words"));
        }
        bens.ask(reqwest::Method::DELETE, &path, None).await.good();
        for line in [&mut anns, &mut own] {
            let event = heard(line).await.unwrap();
            assert_eq!((&event["event"], &event["payload"]), (&json!("delete"), &json!(comment)));
        }
        // Cem may see all of it and was told of nothing; the next thing heard is the next post.
        let said = json!({ "status": "another post", "visibility": "private" });
        let next = app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let event = heard(&mut cems).await.unwrap();
        assert_eq!((&event["event"], &payload(&event)["id"]), (&json!("update"), &json!(next)));
        // Nobody hears of somebody whom they have blocked since.
        let cems_app = Client::of(&s, &cem).await;
        let said = json!({ "status": "from cem", "visibility": "private" });
        let post = cems_app.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        let said = json!({ "status": "hi @ann", "in_reply_to_id": post });
        let comment = bens.post("/api/v1/statuses", said).await.good()["id"].as_str().unwrap().to_owned();
        w.block(&ann, &ben).await;
        bens.ask(reqwest::Method::DELETE, &format!("/api/v1/statuses/{comment}"), None).await.good();
        let said = json!({ "status": "the last", "visibility": "direct" });
        let last = app.post("/api/v1/statuses", said).await.good()["id"].clone();
        loop {
            let event = heard(&mut anns).await.unwrap();
            assert_ne!(event["payload"], json!(comment), "{event}");
            if event["event"] == "update" && payload(&event)["id"] == last {
                break;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_written_without_a_visibility_reaches_whom_its_author_chose_for_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ben, &cem).await;
        follow(&s, &ann, &ben).await;
        follow(&s, &ben, &ann).await;
        let bens = Client::of(&s, &ben).await;
        let mut anns = line(&s, &ann, "stream=user").await;
        let mut cems = line(&s, &cem, "stream=user").await;
        // As libraries do: the words alone. For friends, as long as its author chose nothing else; two who follow each
        // other are not friends by that.
        bens.post("/api/v1/statuses", json!({ "status": "for friends" })).await.good();
        let event = heard(&mut cems).await.unwrap();
        assert_eq!((&event["event"], &event["stream"]), (&json!("update"), &json!(["user"])));
        assert_eq!(payload(&event)["visibility"], "private");
        w.advance(1_000);
        let chosen = json!({ "source": { "privacy": "public" } });
        let path = "/api/v1/accounts/update_credentials";
        bens.ask(reqwest::Method::PATCH, path, Some(chosen)).await.good();
        bens.post("/api/v1/statuses", json!({ "status": "stream me" })).await.good();
        let event = heard(&mut anns).await.unwrap();
        assert_eq!(event["event"], "update");
        assert!(payload(&event)["content"].as_str().unwrap().contains("stream me"), "and not the one before");
    })
    .await;
}
