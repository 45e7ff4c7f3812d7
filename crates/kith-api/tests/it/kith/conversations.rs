//! Conversations as Kith's own API tells them: groups, requests, members, messages in pages.

use kith_domain::messages;
use serde_json::{Value, json};

use super::checked::{Checked, Document, id, list};
use crate::ground::each;
use crate::timelines::ids;

#[tokio::test]
async fn a_conversation_begins_with_a_message_and_is_answered() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let (app, other) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let ben_id = ben.id.to_string();
        let first = app.call("writeTo", &[&ben_id], json!({ "status": "hello" })).await.good();
        let chat = first["kith"]["conversation"].as_str().unwrap().to_owned();
        for number in 0..4 {
            w.advance(1_000);
            let words = json!({ "status": format!("{number}"), "in_reply_to_id": first["id"] });
            other.call("sendMessage", &[&chat], words).await.good();
        }
        let (pages, back) = app.pages("listMessages", &[&chat, "limit=2"]).await;
        let words: Vec<&str> =
            pages.iter().flatten().map(|status| status["content"].as_str().unwrap()).collect();
        assert_eq!(
            words,
            [
                "<p dir=\"auto\">3</p>",
                "<p dir=\"auto\">2</p>",
                "<p dir=\"auto\">1</p>",
                "<p dir=\"auto\">0</p>",
                "<p dir=\"auto\">hello</p>"
            ]
        );
        let newer = app.client.get(&back.unwrap()).await.good();
        assert_eq!(newer[0]["content"], "<p dir=\"auto\">1</p>", "the nearest to the last page");
        let people = app.read("listConversationMembers", &[&chat]).await;
        assert_eq!(list(&people).len(), 2);
        assert!(people.as_array().unwrap().iter().all(|one| one["has_joined"] == true));
        let read = app.call("markConversationRead", &[&chat], json!({})).await.good();
        assert_eq!((&read["unread"], &read["kith"]["unread_count"]), (&json!(false), &json!(0)));
        let message = id(&first);
        let liked = other.call("setReaction", &[&message], json!({ "kind": "love" })).await.good();
        assert_eq!(liked["kith"]["reaction"], "love");
        assert_eq!(app.read("listReactions", &[&message]).await[0]["kind"], "love");
        for (name, places, body) in [
            ("writeTo", vec![ben_id.as_str()], json!({ "status": "" })),
            ("sendMessage", vec![&chat], json!({ "text": "misspelt" })),
        ] {
            assert_eq!(app.call(name, &places, body).await.status, 422, "{name}");
        }
        let stranger = w.person("eve").await;
        let eve = Checked::of(&s, &document, &stranger).await;
        for name in ["getConversation", "listConversationMembers", "listMessages", "acceptConversation"] {
            assert_eq!(eve.status(name, &[&chat]).await, 404, "{name}");
        }
        assert_eq!(eve.call("sendMessage", &[&chat], json!({ "status": "x" })).await.status, 404);
        assert_eq!(eve.call("markConversationRead", &[&chat], json!({})).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_request_waits_for_a_yes_or_a_no_and_a_group_has_a_name() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let (app, eves) = (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &eve).await);
        let ann_id = ann.id.to_string();
        let sent = eves.call("writeTo", &[&ann_id], json!({ "status": "you do not know me" })).await.good();
        let chat = sent["kith"]["conversation"].as_str().unwrap().to_owned();
        assert_eq!(app.read("listConversations", &[]).await, json!([]));
        let waiting = app.read("listConversations", &["folder=requests"]).await;
        assert_eq!((ids(&waiting), &waiting[0]["kith"]["is_request"]), (vec![chat.clone()], &json!(true)));
        assert_eq!(app.call("listConversations", &["folder=nowhere"], Value::Null).await.status, 422);
        let accepted = app.read("acceptConversation", &[&chat]).await;
        assert_eq!(accepted["kith"]["is_request"], false);
        assert_eq!(app.status("declineConversation", &[&chat]).await, 409, "there is nothing to decline");

        let cem = w.person("cem").await;
        let cems = Checked::of(&s, &document, &cem).await;
        let sent = cems.call("writeTo", &[&ann_id], json!({ "status": "buy this" })).await.good();
        let chat = sent["kith"]["conversation"].as_str().unwrap().to_owned();
        app.read("declineConversation", &[&chat]).await;
        assert_eq!(app.status("getConversation", &[&chat]).await, 404);
        assert_eq!(cems.status("getConversation", &[&chat]).await, 200, "nobody is told");

        let new = json!({ "name": "Choir", "account_ids": [ben.id.to_string()] });
        let group = app.call("createGroup", &[], new).await.good();
        assert_eq!((&group["kith"]["name"], &group["kith"]["is_group"]), (&json!("Choir"), &json!(true)));
        let people = app.read("listConversationMembers", &[&id(&group)]).await;
        let managers: Vec<&Value> =
            people.as_array().unwrap().iter().filter(|one| one["is_manager"] == true).collect();
        assert_eq!(managers.len(), 1);
        assert_eq!(managers[0]["account"]["id"], json!(ann_id));
    })
    .await;
}

#[tokio::test]
async fn what_happened_in_a_group_is_told_as_a_line_and_each_says_what_to_hear_of() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let app = Checked::of(&s, &document, &ann).await;
        let new = json!({ "name": "Choir", "account_ids": [ben.id.to_string()] });
        let made = app.call("createGroup", &[], new).await.good();
        assert_eq!(made["kith"]["hears"], "all");
        let chat = id(&made);
        let group = chat.parse().unwrap();
        w.advance(1_000);
        messages::rename(&w.app, &w.viewer(&ann).await, group, "<Quire>").await.unwrap();
        let told = app.read("listMessages", &[&chat]).await;
        let line = &told[0];
        assert_eq!((&line["kith"]["kind"], &line["kith"]["event"]), (&json!("system"), &json!("renamed")));
        assert!(line["content"].as_str().unwrap().contains("&lt;Quire&gt;"), "{line}");
        let told = app.call("setConversationHears", &[&chat], json!({ "hears": "named" })).await.good();
        assert_eq!(told["kith"]["hears"], "named");
        let odd = app.call("setConversationHears", &[&chat], json!({ "hears": "never" })).await;
        assert_eq!(odd.status, 422);
        let other = Checked::of(&s, &document, &w.person("eve").await).await;
        let refused = other.call("setConversationHears", &[&chat], json!({ "hears": "all" })).await;
        assert_eq!(refused.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_message_asks_and_apps_of_both_kinds_vote() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let document = Document::of(&s).await;
        let (asker, friend) =
            (Checked::of(&s, &document, &ann).await, Checked::of(&s, &document, &ben).await);
        let other = Checked::of(&s, &document, &eve).await;
        let new = json!({
            "status": "Where?",
            "poll": { "options": ["Park", "Lake"], "expires_in": 3600, "hide_totals": true },
        });
        let sent = asker.call("writeTo", &[&ben.id.to_string()], new).await.good();
        let (message, poll) = (id(&sent), sent["poll"]["id"].as_str().unwrap().to_owned());
        let path = format!("/api/v1/polls/{poll}");
        let told = friend.client.get(&path).await.good();
        assert_eq!((&told["options"][0]["votes_count"], &told["voted"]), (&json!(null), &json!(false)));
        assert_eq!(other.client.get(&path).await.status, 404);
        assert_eq!(other.client.post(&format!("{path}/votes"), json!({ "choices": [0] })).await.status, 404);
        let chosen = json!({ "choices": [0] });
        assert_eq!(other.call("voteInMessage", &[&message], chosen.clone()).await.status, 404);
        let voted = friend.client.post(&format!("{path}/votes"), json!({ "choices": [1] })).await.good();
        assert_eq!((&voted["options"][1]["votes_count"], &voted["own_votes"]), (&json!(1), &json!([1])));
        assert_eq!(friend.call("voteInMessage", &[&message], chosen.clone()).await.status, 422, "once");
        friend.read("takeMessageVoteBack", &[&message]).await;
        let voted = friend.call("voteInMessage", &[&message], chosen).await.good();
        assert_eq!(voted["own_votes"], json!([0]));
        let status = asker.client.get(&format!("/api/v1/statuses/{message}")).await.good();
        assert_eq!(status["poll"]["options"][0]["votes_count"], json!(null), "whoever asks has not voted");
        let mute = json!({ "status": "", "poll": { "options": ["Park", "Lake"], "expires_in": 3600 } });
        assert_eq!(asker.call("writeTo", &[&ben.id.to_string()], mute).await.status, 422);
    })
    .await;
}
