//! E11 on pages: who left a group chat, or was sent away, finds no page of it and hears nothing on a line that is open.

use kith_domain::messages::{self, NewGroup, NewMessage};
use kith_domain::{ConversationId, MessageId};
use kith_testkit::{Browser, Person, World};

use crate::ground::each;
use crate::live::{events, listen_at};

async fn send(w: &World, from: &Person, chat: ConversationId, words: &str) -> MessageId {
    w.advance(1_000);
    let new = NewMessage { text: words.to_owned(), ..NewMessage::default() };
    messages::send(&w.app, &w.viewer(from).await, chat, new).await.unwrap().id
}

/// Whether the name of the chat, or what somebody wrote in it, stands here.
fn names_it(page: &str) -> bool {
    ["Walks", "words before", "words on their way", "words after"].iter().any(|words| page.contains(words))
}

async fn is_shut_out(browser: &Browser, chat: ConversationId, ids: &[MessageId], other: &Person) {
    let base = format!("/messages/{chat}");
    let nobodys = browser.get("/messages/1").await;
    for end in ["", "/part", "/about"] {
        let answer = browser.get(&format!("{base}{end}")).await;
        assert_eq!(answer.status, 404, "{end}");
        assert!(!names_it(&answer.body), "{end}");
    }
    assert_eq!(browser.get(&base).await.text(), nobodys.text(), "like one that was never there");
    let (person, newest) = (other.id.to_string(), ids[0].to_string());
    for (end, fields) in [
        ("", vec![("text", "still here")]),
        ("/typing", Vec::new()),
        ("/read", vec![("up_to", newest.as_str())]),
        ("/step", vec![("step", "mute")]),
        ("/step", vec![("step", "accept")]),
        ("/people", vec![("people", person.as_str())]),
        ("/people/remove", vec![("person", person.as_str())]),
        ("/name", vec![("name", "Mine")]),
    ] {
        let answer = browser.post(&format!("{base}{end}"), &fields).await;
        assert!([404, 422].contains(&answer.status), "{end}: {}", answer.status);
        assert!(!names_it(&answer.body), "{end}");
    }
    for id in ids {
        let message = format!("/message/{id}");
        for end in ["", "/edit", "/delete", "/report"] {
            assert_eq!(browser.get(&format!("{message}{end}")).await.status, 404, "{end}");
        }
        let reaction = browser.post(&format!("{message}/reaction"), &[("kind", "like")]).await;
        assert_eq!(reaction.status, 404);
    }
    for path in ["/", "/messages", "/messages?folder=requests", "/messages?folder=archived", "/notices"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(!names_it(&page.body), "{path}: {}", page.text());
    }
    let state = browser.get("/live/state?").await;
    let state: serde_json::Value = serde_json::from_str(&state.body).unwrap();
    assert_eq!(state["messages"], 0, "{state}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e11_pages_of_who_left_a_group_chat_tell_nothing_more_of_it() {
    for is_sent_away in [false, true] {
        each(|s| async move {
            let w = &s.world;
            let (ann, ben, cem) =
                (w.person("ann_elm").await, w.person("ben_elm").await, w.person("cem_elm").await);
            w.befriend(&ann, &ben).await;
            w.befriend(&ann, &cem).await;
            let browser = s.browser(&ben).await;
            let new = NewGroup { name: "Walks".into(), people: vec![ben.id, cem.id], submission: None };
            let (chat, _) = messages::create_group(&w.app, &w.viewer(&ann).await, new).await.unwrap();
            let home = browser.get("/").await;
            let at = home.attributes("[data-live-at]", "data-live-at").pop().unwrap();
            let mut stream = listen_at(&browser, &format!("/live?last={at}")).await;
            let before = send(w, &ann, chat, "words before").await;
            let told = events(&mut stream).await;
            assert!(told.iter().any(|(name, ..)| name == "message"), "while he is in it: {told:?}");
            let under_way = send(w, &ann, chat, "words on their way").await;
            if is_sent_away {
                messages::remove(&w.app, &w.viewer(&ann).await, chat, ben.id).await.unwrap();
            } else {
                messages::leave(&w.app, &w.viewer(&ben).await, chat).await.unwrap();
            }
            events(&mut stream).await;
            let after = send(w, &ann, chat, "words after").await;
            messages::typing(&w.app, &w.viewer(&cem).await, chat).await.unwrap();
            messages::mark_read(&w.app, &w.viewer(&cem).await, chat, after).await.unwrap();
            messages::rename(&w.app, &w.viewer(&ann).await, chat, "Walks again").await.unwrap();
            let told = events(&mut stream).await;
            assert!(told.is_empty(), "an open line told {told:?}");
            let mut back = listen_at(&browser, &format!("/live?last={at}")).await;
            let told = events(&mut back).await;
            let of_it = ["message", "message-changed", "typing", "read"];
            assert!(!told.iter().any(|(name, ..)| of_it.contains(&name.as_str())), "{told:?}");
            is_shut_out(&browser, chat, &[before, under_way, after], &cem).await;
        })
        .await;
    }
}
