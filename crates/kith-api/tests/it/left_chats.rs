//! E11 for apps: who left a group chat, or was sent away, finds and hears nothing more of it.

use kith_domain::messages::{self, NewGroup, NewMessage};
use kith_domain::{ConversationId, MessageId};
use kith_testkit::{Person, World};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Client, each};
use crate::streaming::{heard, line, payload};
use crate::timelines::ids;

async fn send(w: &World, from: &Person, chat: ConversationId, words: &str) -> MessageId {
    w.advance(1_000);
    let new = NewMessage { text: words.to_owned(), ..NewMessage::default() };
    messages::send(&w.app, &w.viewer(from).await, chat, new).await.unwrap().id
}

/// Every call that names the chat, or a message in it, says that there is none.
async fn is_shut_out(app: &Client, chat: ConversationId, ids: &[MessageId]) {
    let kith = format!("/api/kith/v1/conversations/{chat}");
    for end in ["", "/members", "/messages"] {
        assert_eq!(app.get(&format!("{kith}{end}")).await.status, 404, "{end}");
    }
    for (path, body) in [
        (format!("{kith}/messages"), json!({ "status": "still here" })),
        (format!("{kith}/read"), json!({})),
        (format!("{kith}/accept"), json!({})),
        (format!("/api/v1/conversations/{chat}/read"), json!({})),
        (format!("/api/v1/conversations/{chat}/unread"), json!({})),
    ] {
        assert_eq!(app.post(&path, body).await.status, 404, "{path}");
    }
    for id in ids {
        let status = format!("/api/v1/statuses/{id}");
        for end in ["", "/context", "/favourited_by", "/source", "/history"] {
            assert_eq!(app.get(&format!("{status}{end}")).await.status, 404, "{end}");
        }
        for end in ["/favourite", "/mute"] {
            assert_eq!(app.post(&format!("{status}{end}"), json!({})).await.status, 404, "{end}");
        }
        let answer = json!({ "status": "still here", "in_reply_to_id": id.to_string() });
        assert_eq!(app.post("/api/v1/statuses", answer).await.status, 404, "an answer to it");
        assert_eq!(app.get(&format!("/api/v1/statuses?id[]={id}")).await.good(), json!([]));
    }
    for folder in ["inbox", "requests", "archived"] {
        let listed = app.get(&format!("/api/kith/v1/conversations?folder={folder}")).await.good();
        assert_eq!(listed, json!([]), "{folder}");
    }
    assert_eq!(app.get("/api/v1/conversations").await.good(), json!([]));
    for path in [
        "/api/v2/search?q=words&type=statuses",
        "/api/v1/notifications",
        "/api/v2/notifications",
        "/api/v1/timelines/home",
    ] {
        let answer = app.get(path).await;
        assert_eq!(answer.status, 200, "{path}");
        let body = &answer.answer.body;
        let words = ["words before", "words on their way", "words after", "words changed"];
        assert!(!words.iter().any(|words| body.contains(words)), "{path}: {body}");
    }
}

#[tokio::test]
async fn e11_apps_of_who_left_a_group_chat_hear_nothing_more_of_it() {
    for is_sent_away in [false, true] {
        each(|s| async move {
            let w = &s.world;
            let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
            w.befriend(&ann, &ben).await;
            w.befriend(&ann, &cem).await;
            let bens = Client::of(&s, &ben).await;
            let new = NewGroup { name: "Walks".into(), people: vec![ben.id, cem.id], submission: None };
            let (chat, _) = messages::create_group(&w.app, &w.viewer(&ann).await, new).await.unwrap();
            let mut lines = [line(&s, &ben, "stream=direct").await, line(&s, &ben, "stream=user").await];
            let before = send(w, &ann, chat, "words before").await;
            for open in &mut lines {
                let event = loop {
                    let event = heard(open).await.unwrap();
                    if event["event"] == "conversation" {
                        break event;
                    }
                };
                assert_eq!(
                    payload(&event)["last_status"]["id"],
                    json!(before.to_string()),
                    "while he is in it"
                );
            }
            assert_eq!(ids(&bens.get("/api/v1/conversations").await.good()), [chat.to_string()]);
            let under_way = send(w, &ann, chat, "words on their way").await;
            if is_sent_away {
                messages::remove(&w.app, &w.viewer(&ann).await, chat, ben.id).await.unwrap();
            } else {
                messages::leave(&w.app, &w.viewer(&ben).await, chat).await.unwrap();
            }
            let after = send(w, &ann, chat, "words after").await;
            messages::edit(&w.app, &w.viewer(&ann).await, before, "words changed").await.unwrap();
            messages::delete(&w.app, &w.viewer(&ann).await, under_way).await.unwrap();
            is_shut_out(&bens, chat, &[before, under_way, after]).await;
            // What comes next on his lines is something else.
            let own = NewMessage { text: "for you alone".to_owned(), ..NewMessage::default() };
            w.advance(1_000);
            let own = messages::write_to(&w.app, &w.viewer(&ann).await, ben.id, own).await.unwrap();
            for open in &mut lines {
                loop {
                    let event: Value = heard(open).await.unwrap();
                    let text = event.to_string();
                    assert!(!text.contains("words after") && !text.contains("words changed"), "{text}");
                    if event["event"] == "conversation"
                        && payload(&event)["id"] == json!(own.conversation.to_string())
                    {
                        break;
                    }
                }
            }
            // An app that kept an id of it can delete nothing and put nothing away.
            for path in [format!("/api/v1/conversations/{chat}"), format!("/api/v1/statuses/{before}")] {
                assert_eq!(bens.ask(Method::DELETE, &path, None).await.status, 404, "{path}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn e10_lines_of_apps_carry_nothing_across_a_block() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ann, &ben] {
            w.befriend(&cem, friend).await;
        }
        let new = NewGroup { name: "Walks".into(), people: vec![ann.id, ben.id], submission: None };
        let (chat, _) = messages::create_group(&w.app, &w.viewer(&cem).await, new).await.unwrap();
        let mut lines = [line(&s, &ben, "stream=direct").await, line(&s, &ben, "stream=user").await];
        let theirs = send(w, &ben, chat, "of ben").await;
        w.block(&ann, &ben).await;
        send(w, &ann, chat, "hidden words").await;
        let shown = send(w, &cem, chat, "shown words").await;
        for open in &mut lines {
            loop {
                let event = heard(open).await.unwrap();
                assert!(!event.to_string().contains("hidden words"), "{event}");
                if event["event"] == "conversation"
                    && payload(&event)["last_status"]["id"] == json!(shown.to_string())
                {
                    break;
                }
            }
        }
        let bens = Client::of(&s, &ben).await;
        let listed = bens.get(&format!("/api/kith/v1/conversations/{chat}/messages")).await.good();
        assert_eq!(ids(&listed), [shown.to_string(), theirs.to_string()]);
        let members = bens.get(&format!("/api/kith/v1/conversations/{chat}/members")).await.good();
        assert!(!members.to_string().contains(&ann.id.to_string()), "{members}");
        let told = bens.get("/api/v1/notifications").await.good();
        assert!(!told.to_string().contains(&ann.id.to_string()), "{told}");
    })
    .await;
}
