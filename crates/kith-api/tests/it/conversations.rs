//! Conversations and messages in Mastodon's words: found, answered, changed and heard by those in them and by nobody else.

use kith_domain::ConversationId;
use kith_domain::messages::{self, NewMessage};
use kith_testkit::{Person, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::streaming::{heard, line, payload};
use crate::timelines::{ids, link};

async fn write(w: &World, from: &Person, to: &Person, words: &str) -> (ConversationId, String) {
    w.advance(1_000);
    let new = NewMessage { text: words.to_owned(), ..NewMessage::default() };
    let sent = messages::write_to(&w.app, &w.viewer(from).await, to.id, new).await.unwrap();
    (sent.conversation, sent.id.to_string())
}

async fn conversations(app: &Client) -> Value {
    app.get("/api/v1/conversations").await.good()
}

fn words(statuses: &Value) -> Vec<&str> {
    let all = statuses.as_array().unwrap().iter();
    all.map(|status| status["content"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_message_is_found_read_and_answered() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let (chat, first) = write(w, &ann, &ben, "soup at **eight**?").await;
        let listed = conversations(&bens).await;
        assert_eq!(
            (listed[0]["id"].as_str(), &listed[0]["unread"]),
            (Some(&*chat.to_string()), &json!(true))
        );
        assert_eq!(ids(&listed[0]["accounts"]), [ann.id.to_string()]);
        let status = bens.get(&format!("/api/v1/statuses/{first}")).await.good();
        assert_eq!(listed[0]["last_status"], status);
        assert_eq!(
            (&status["visibility"], &status["kith"]["kind"], &status["kith"]["conversation"]),
            (&json!("direct"), &json!("message"), &json!(chat.to_string()))
        );
        assert!(status["content"].as_str().unwrap().contains("<strong>eight</strong>"), "{status}");
        assert_eq!(status["in_reply_to_id"], Value::Null);
        assert_eq!(ids(&status["mentions"]), [ben.id.to_string()]);
        let read = bens.post(&format!("/api/v1/conversations/{chat}/read"), json!({})).await.good();
        assert_eq!(read["unread"], false);
        let unread = bens.post(&format!("/api/v1/conversations/{chat}/unread"), json!({})).await.good();
        assert_eq!(unread["unread"], true);

        w.advance(1_000);
        // Apps put the name of whom they answer before the words.
        let said = json!({ "status": "@ann gladly", "visibility": "direct", "in_reply_to_id": first });
        let headers = [("idempotency-key", "once")];
        let answer = async || {
            bens.ask_with(Method::POST, "/api/v1/statuses", &headers, Some(said.clone())).await.good()
        };
        let second = answer().await;
        assert_eq!(second["id"], answer().await["id"], "sent twice it is one");
        assert_eq!(second["content"], "<p dir=\"auto\">gladly</p>");
        assert_eq!(
            (&second["in_reply_to_id"], &second["in_reply_to_account_id"]),
            (&json!(first), &json!(ann.id.to_string()))
        );
        w.advance(1_000);
        let said = json!({ "status": "bring bread", "in_reply_to_id": first });
        let third = anns.post("/api/v1/statuses", said).await.good();
        assert_eq!(third["in_reply_to_id"], json!(first), "an answer to what is not the newest says to what");
        let second_path = format!("/api/v1/statuses/{}", second["id"].as_str().unwrap());
        let around = anns.get(&format!("{second_path}/context")).await.good();
        assert_eq!(words(&around["ancestors"]).len(), 1);
        assert_eq!(words(&around["descendants"]), ["<p dir=\"auto\">bring bread</p>"]);
        let many = format!("/api/v1/statuses?id[]={first}&id[]={}", third["id"].as_str().unwrap());
        assert_eq!(ids(&anns.get(&many).await.good()), [first, third["id"].as_str().unwrap().to_owned()]);
    })
    .await;
}

#[tokio::test]
async fn a_message_is_liked_changed_and_deleted_like_a_status() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (anns, bens) = (Client::of(&s, &ann).await, Client::of(&s, &ben).await);
        let (chat, id) = write(w, &ann, &ben, "hello").await;
        let path = format!("/api/v1/statuses/{id}");
        let liked = bens.post(&format!("{path}/favourite"), json!({})).await.good();
        assert_eq!((&liked["favourited"], &liked["kith"]["reaction"]), (&json!(true), &json!("like")));
        let people = anns.get(&format!("{path}/favourited_by")).await.good();
        assert_eq!(ids(&people), [ben.id.to_string()]);
        let unliked = bens.post(&format!("{path}/unfavourite"), json!({})).await.good();
        assert_eq!(unliked["favourites_count"], 0);
        let muted = bens.post(&format!("{path}/mute"), json!({})).await.good();
        assert_eq!(muted["muted"], true);
        assert_eq!(conversations(&bens).await[0]["kith"]["is_muted"], true);
        bens.post(&format!("{path}/unmute"), json!({})).await.good();
        assert_eq!(anns.get(&format!("{path}/source")).await.good()["text"], "hello");
        assert_eq!(bens.get(&format!("{path}/source")).await.status, 404);
        let changed = anns.ask(Method::PUT, &path, Some(json!({ "status": "good day" }))).await.good();
        assert_eq!(changed["content"], "<p dir=\"auto\">good day</p>");
        assert!(changed["edited_at"].is_string());
        for (what, expected) in [("reblog", 422), ("bookmark", 422), ("pin", 422)] {
            assert_eq!(bens.post(&format!("{path}/{what}"), json!({})).await.status, expected, "{what}");
        }
        for wrong in [json!({ "visibility": "public" }), json!({ "scheduled_at": "2999-01-01T00:00:00Z" })] {
            let mut said = json!({ "status": "x", "in_reply_to_id": id });
            said.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
            assert_eq!(bens.post("/api/v1/statuses", said.clone()).await.status, 422, "{said}");
        }
        assert_ne!(bens.ask(Method::DELETE, &path, None).await.status, 200, "it is not theirs");
        let gone = anns.ask(Method::DELETE, &path, None).await.good();
        assert_eq!(gone["text"], "good day");
        for client in [&anns, &bens] {
            assert_eq!(client.get(&path).await.status, 404);
            assert_eq!(conversations(client).await[0]["last_status"], Value::Null);
        }
        // Put away, it comes back with the next message.
        bens.ask(Method::DELETE, &format!("/api/v1/conversations/{chat}"), None).await.good();
        assert_eq!(conversations(&bens).await, json!([]));
        write(w, &ann, &ben, "still there?").await;
        assert_eq!(conversations(&bens).await[0]["id"], json!(chat.to_string()));
    })
    .await;
}

#[tokio::test]
async fn e_a_message_is_not_there_for_anybody_else() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let (bens, eves) = (Client::of(&s, &ben).await, Client::of(&s, &eve).await);
        let (chat, id) = write(w, &ann, &ben, "between us").await;
        let is_nothing = async |client: &Client, status: u16| {
            let path = format!("/api/v1/statuses/{id}");
            for end in ["", "/context", "/favourited_by", "/history"] {
                assert_eq!(client.get(&format!("{path}{end}")).await.status, 404, "{end}");
            }
            let many = client.get(&format!("/api/v1/statuses?id[]={id}")).await.good();
            assert_eq!(many, json!([]));
            for (method, path, body) in [
                (Method::POST, format!("{path}/favourite"), json!({})),
                (Method::POST, format!("{path}/mute"), json!({})),
                (Method::PUT, path.clone(), json!({ "status": "mine" })),
                (Method::DELETE, path.clone(), json!({})),
                (Method::POST, format!("/api/v1/conversations/{chat}/read"), json!({})),
                (Method::DELETE, format!("/api/v1/conversations/{chat}"), json!({})),
                (
                    Method::POST,
                    "/api/v1/statuses".to_owned(),
                    json!({ "status": "me too", "in_reply_to_id": id }),
                ),
            ] {
                assert_eq!(
                    client.ask(method.clone(), &path, Some(body)).await.status,
                    status,
                    "{method} {path}"
                );
            }
        };
        is_nothing(&eves, 404).await;
        is_nothing(&Client::stranger(&s), 401).await;
        assert_eq!(conversations(&eves).await, json!([]));
        w.block(&ben, &ann).await;
        is_nothing(&bens, 404).await;
        assert_eq!(conversations(&bens).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn conversations_come_in_pages_and_without_those_that_wait_for_an_answer() {
    each(|s| async move {
        let w = &s.world;
        let ann = w.person("ann").await;
        let mut chats = Vec::new();
        for number in 0..3 {
            let friend = w.person(&format!("friend{number}")).await;
            w.befriend(&friend, &ann).await;
            chats.push(write(w, &friend, &ann, "hello").await.0.to_string());
        }
        let stranger = w.person("eve").await;
        write(w, &stranger, &ann, "you do not know me").await;
        let app = Client::of(&s, &ann).await;
        let first = app.get("/api/v1/conversations?limit=2").await;
        assert_eq!(ids(&first.good()), [chats[2].as_str(), chats[1].as_str()]);
        let next = link(first.answer.header("link"), "next").unwrap();
        let rest = app.get(&next).await;
        assert_eq!(ids(&rest.good()), [chats[0].as_str()]);
        let newer = link(first.answer.header("link"), "prev").unwrap();
        assert_eq!(app.get(&newer).await.good(), json!([]));
    })
    .await;
}

#[tokio::test]
async fn who_listens_hears_of_a_message_as_a_conversation() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let mut direct = line(&s, &ben, "stream=direct").await;
        let mut user = line(&s, &ben, "stream=user").await;
        let mut eves = line(&s, &eve, "stream=direct").await;
        let (chat, id) = write(w, &ann, &ben, "hello").await;
        for (open, stream) in [(&mut direct, "direct"), (&mut user, "user")] {
            let event = heard(open).await.unwrap();
            assert_eq!((&event["event"], &event["stream"]), (&json!("conversation"), &json!([stream])));
            let told = payload(&event);
            assert_eq!((&told["id"], &told["unread"]), (&json!(chat.to_string()), &json!(true)));
            assert_eq!(told["last_status"]["id"], json!(id));
        }
        // The next thing that Eve hears is her own.
        w.befriend(&eve, &ann).await;
        let (own, _) = write(w, &ann, &eve, "hello Eve").await;
        assert_eq!(payload(&heard(&mut eves).await.unwrap())["id"], json!(own.to_string()));
    })
    .await;
}

#[tokio::test]
async fn who_listens_hears_what_becomes_of_a_message_by_whichever_door() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let anns = Client::of(&s, &ann).await;
        let (chat, first) = write(w, &ann, &ben, "hello").await;
        let (_, second) = write(w, &ann, &ben, "and more").await;
        let mut direct = line(&s, &ben, "stream=direct").await;
        let mut user = line(&s, &ben, "stream=user").await;
        let mut eves = line(&s, &eve, "stream=direct").await;
        // By an app; it is not the newest, so the conversation stands as it stood.
        let path = format!("/api/v1/statuses/{first}");
        anns.ask(Method::PUT, &path, Some(json!({ "status": "good day" }))).await.good();
        for (open, stream) in [(&mut direct, "direct"), (&mut user, "user")] {
            let event = heard(open).await.unwrap();
            assert_eq!((&event["event"], &event["stream"]), (&json!("status.update"), &json!([stream])));
            let told = payload(&event);
            assert_eq!((&told["id"], &told["visibility"]), (&json!(first), &json!("direct")));
            assert!(told["content"].as_str().unwrap().contains("good day"), "{told}");
        }
        // In the browser; the newest one changes how the conversation stands.
        let as_ann = w.viewer(&ann).await;
        messages::edit(&w.app, &as_ann, second.parse().unwrap(), "and much more").await.unwrap();
        for open in [&mut direct, &mut user] {
            assert_eq!(payload(&heard(open).await.unwrap())["id"], json!(second));
            let event = heard(open).await.unwrap();
            assert_eq!(event["event"], "conversation");
            let told = payload(&event);
            assert_eq!(told["id"], json!(chat.to_string()));
            assert!(told["last_status"]["content"].as_str().unwrap().contains("much more"), "{told}");
        }
        messages::delete(&w.app, &as_ann, second.parse().unwrap()).await.unwrap();
        for open in [&mut direct, &mut user] {
            let event = heard(open).await.unwrap();
            assert_eq!((&event["event"], &event["payload"]), (&json!("delete"), &json!(second)));
            let event = heard(open).await.unwrap();
            assert_eq!(
                (&event["event"], &payload(&event)["last_status"]),
                (&json!("conversation"), &Value::Null)
            );
        }
        // The next thing that Eve hears is her own.
        w.befriend(&eve, &ann).await;
        let (own, _) = write(w, &ann, &eve, "hello Eve").await;
        assert_eq!(payload(&heard(&mut eves).await.unwrap())["id"], json!(own.to_string()));
    })
    .await;
}

#[tokio::test]
async fn e_of_a_request_no_stream_tells_before_it_is_accepted() {
    each(|s| async move {
        let w = &s.world;
        let (ann, eve) = (w.person("ann").await, w.person("eve").await);
        let (_, id) = write(w, &eve, &ann, "you do not know me").await;
        let mut direct = line(&s, &ann, "stream=direct").await;
        let as_eve = w.viewer(&eve).await;
        messages::edit(&w.app, &as_eve, id.parse().unwrap(), "or do you?").await.unwrap();
        messages::delete(&w.app, &as_eve, id.parse().unwrap()).await.unwrap();
        let ben = w.person("ben").await;
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(w, &ben, &ann, "hello").await;
        let event = heard(&mut direct).await.unwrap();
        assert_eq!(
            (&event["event"], &payload(&event)["id"]),
            (&json!("conversation"), &json!(chat.to_string()))
        );
    })
    .await;
}
