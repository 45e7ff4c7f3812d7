//! Conversations as a browser without script uses them, and the parts that scripts ask for.

use kith_domain::messages::{self, NewMessage};
use kith_domain::reports::{self, Category};
use kith_domain::viewer::Role;
use kith_domain::{ConversationId, MessageId};
use kith_testkit::{Answer, Browser, Person, World};

use crate::ground::{each, photo};

/// The first message of `from` to `to`, by the page; the address of the conversation and the id of the message.
pub(crate) async fn write(from: &Browser, to: &str, words: &str) -> (String, String) {
    let path = format!("/messages/with/{to}");
    let sent = from.fill_in(&path, &path, &[("text", words)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let place = sent.leads_to().unwrap();
    let (chat, message) = place.split_once("#message-").expect("it leads to the message");
    (chat.to_owned(), message.to_owned())
}

/// A message into a conversation that is there.
async fn send(from: &Browser, chat: &str, words: &str) -> String {
    let sent = from.fill_in(chat, chat, &[("text", words)]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    sent.leads_to().unwrap().split_once("#message-").unwrap().1.to_owned()
}

fn shown(page: &Answer) -> usize {
    page.attributes("#thread [data-message]", "id").len()
}

#[tokio::test]
async fn friends_write_read_and_answer() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        assert!(a.get("/messages").await.text().contains("No conversations yet"));
        assert!(a.get("/u/ben").await.has("a[href='/messages/with/ben']"));
        let (chat, first) = write(&a, "ben", "Soup **at eight**?").await;

        assert!(b.get("/").await.has(".shortcuts a[href='/messages'] .count"), "the frame counts it");
        assert!(b.get("/messages").await.has(".chat-line-unread"));
        assert!(!a.get("/messages").await.has(".chat-line-unread"));
        let opened = b.get(&chat).await;
        assert!(opened.body.contains("<strong>at eight</strong>") && opened.has("#new"));
        assert!(opened.has(".chat-line[aria-current]"), "the list stands beside it");
        assert!(!b.get("/").await.has(".shortcuts a[href='/messages'] .count"), "read");
        assert!(!b.get(&chat).await.has("#new"));
        assert!(a.get(&chat).await.has(".message-seen"));
        assert_eq!(b.get("/messages/with/ann").await.leads_to().as_deref(), Some(chat.as_str()));

        w.advance(1_000);
        let answering = b.get(&format!("{chat}?reply={first}")).await;
        assert!(answering.has(&format!("input[name='reply_to'][value='{first}']")));
        let sent = b.submit(&answering, &chat, &[("text", "Gladly")]).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert!(a.get(&chat).await.has(&format!(".message-quote[href$='#message-{first}']")));
        b.post(&format!("{chat}/step"), &[("step", "unread")]).await;
        assert!(b.get("/messages").await.has(".chat-line-unread"));
    })
    .await;
}

#[tokio::test]
async fn a_message_is_changed_taken_away_and_reacted_to() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, first) = write(&a, "ben", "One").await;
        w.advance(1_000);
        let second = send(&a, &chat, "Two").await;
        b.post(&format!("/message/{first}/reaction"), &[("kind", "love")]).await;
        assert!(a.get(&chat).await.has(&format!("#message-{first} .message-tally")));
        let edit = format!("/message/{first}/edit");
        let empty = a.fill_in(&edit, &edit, &[("text", " ")]).await;
        assert!(empty.status == 422 && empty.has("#text-error"), "{}", empty.text());
        assert_eq!(a.fill_in(&edit, &edit, &[("text", "Uno")]).await.status, 303);
        let changed = b.get(&chat).await;
        assert!(changed.text().contains("Uno") && changed.text().contains("edited"));
        assert_eq!(b.get(&edit).await.status, 404, "it is somebody else's");
        let delete = format!("/message/{second}/delete");
        assert_eq!(a.fill_in(&delete, &delete, &[]).await.status, 303);
        let gone = b.get(&chat).await;
        assert!(gone.has(&format!("#message-{second} .message-gone")) && !gone.body.contains("Two"));
        b.post(&format!("/message/{first}/hide"), &[]).await;
        assert!(!b.get(&chat).await.body.contains("Uno") && a.get(&chat).await.body.contains("Uno"));
        let place = a.get(&format!("/message/{first}")).await.leads_to();
        assert_eq!(place, Some(format!("{chat}?at={first}#message-{first}")));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_sent_comes_back_filled_in() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let a = server.browser(&ann).await;
        let long = "x".repeat(kith_base::limits::MESSAGE_TEXT + 1);
        let begins = "/messages/with/ben".to_owned();
        for has_begun in [false, true] {
            let path = if has_begun { write(&a, "ben", "One").await.0 } else { begins.clone() };
            let refused = a.fill_in(&path, &path, &[("text", &long)]).await;
            assert!(refused.status == 422 && refused.has("#message-text-error"), "{}", refused.text());
            assert!(refused.body.contains(&long), "{path} lost what was typed");
        }
        let nobody = a.fill_in("/messages/new", "/messages/new", &[("name", "Choir")]).await;
        assert!(nobody.status == 422 && nobody.has("#people-error") && nobody.has("#name[value='Choir']"));
    })
    .await;
}

#[tokio::test]
async fn photos_go_along_with_their_descriptions() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let Some(media) = photo(w, &ann).await else { return };
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, _) = write(&a, "ben", "Look").await;
        let (id, alt) = (media.to_string(), format!("alt-{media}"));
        let fields = [("media", id.as_str()), (alt.as_str(), "A bowl of soup")];
        let sent = a.post(&chat, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        assert!(b.get(&chat).await.has("#thread .message-photos img[alt='A bowl of soup']"));
        assert!(b.get(&format!("/photo/{id}")).await.has(&format!("a[href='{chat}']")));
        assert_eq!(b.post("/messages/with/ann", &[("media", &id), ("text", "")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn strangers_wait_among_the_requests() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (a, b, c) = (server.browser(&ann).await, server.browser(&ben).await, server.browser(&cem).await);
        assert!(a.get("/messages/with/ben").await.text().contains("wait among the requests of Ben"));
        let (chat, _) = write(&a, "ben", "Hello").await;
        let inbox = b.get("/messages").await;
        assert!(!inbox.has(".chat-line") && inbox.text().contains("Requests (1)"));
        assert!(b.get("/messages?folder=requests").await.has(".chat-line"));
        let asked = b.get(&chat).await;
        assert!(asked.has(".chat-request") && !asked.has("#write"), "first yes or no");
        assert!(!a.get(&chat).await.has(".message-seen"), "looking at it tells nobody");
        b.post(&format!("{chat}/step"), &[("step", "accept")]).await;
        assert!(b.get(&chat).await.has("#write") && b.get("/messages").await.has(".chat-line"));

        let (other, _) = write(&a, "cem", "Hello").await;
        c.post(&format!("{other}/step"), &[("step", "decline")]).await;
        assert_eq!(c.get(&other).await.status, 404);
        assert!(a.get(&other).await.has("#write"), "who was declined sees no difference");
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_there_for_those_in_it_alone() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let staff = w.person_with_role("olive", Role::Owner).await;
        let (a, o) = (server.browser(&ann).await, server.browser(&staff).await);
        let (chat, message) = write(&a, "ben", "Between us").await;
        for path in [
            chat.clone(),
            format!("{chat}/part"),
            format!("{chat}/about"),
            format!("/message/{message}"),
            format!("/message/{message}/report"),
            format!("/message/{message}/delete"),
        ] {
            assert_eq!(o.get(&path).await.status, 404, "{path}");
        }
        for (path, fields) in [
            (chat.clone(), vec![("text", "Let me in")]),
            (format!("{chat}/read"), vec![("up_to", message.as_str())]),
            (format!("{chat}/typing"), vec![]),
            (format!("{chat}/step"), vec![("step", "archive")]),
            (format!("{chat}/name"), vec![("name", "Mine")]),
            (format!("/message/{message}/reaction"), vec![("kind", "like")]),
            (format!("/message/{message}/report"), vec![("category", "spam")]),
        ] {
            assert_eq!(o.post(&path, &fields).await.status, 404, "{path}");
        }
        w.block(&ben, &ann).await;
        assert_eq!(a.get(&chat).await.status, 404, "a block closes it for both");
    })
    .await;
}

#[tokio::test]
async fn a_report_reaches_the_moderators() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let moderator = w.person_with_role("moira", Role::Moderator).await;
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, message) = write(&a, "ben", "Buy this now").await;
        let path = format!("/message/{message}/report");
        assert_eq!(a.get(&path).await.status, 404, "nobody reports themselves");
        let page = b.get(&path).await;
        assert!(page.text().contains("Buy this now") && page.text().contains("up to 5 before and after"));
        let long = "x".repeat(kith_base::limits::REPORT_TEXT + 1);
        let refused = b.submit(&page, &path, &[("category", "legal"), ("comment", &long)]).await;
        assert!(refused.status == 422 && refused.has("#comment-error"), "{}", refused.text());
        assert!(
            refused.has("input[name='category'][value='legal'][checked]") && refused.body.contains(&long)
        );
        let told = b.submit(&page, &path, &[("category", "spam"), ("comment", "Again and again")]).await;
        assert_eq!(told.leads_to().as_deref(), Some(chat.as_str()));
        let as_moderator = w.viewer(&moderator).await;
        let reports = reports::list(&w.app, &as_moderator).await.unwrap();
        assert_eq!(reports.len(), 1);
        assert_eq!((reports[0].target, reports[0].category), (ann.id, Category::Spam));
        let copies = messages::reported(&w.app, &as_moderator, reports[0].id).await.unwrap();
        assert_eq!(copies[0].source, "Buy this now");
    })
    .await;
}

#[tokio::test]
async fn a_group_has_a_name_people_and_an_end() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let dan = w.person("dan").await;
        for friend in [&ben, &cem, &dan] {
            w.befriend(&ann, friend).await;
        }
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (ben_id, cem_id, dan_id) = (ben.id.to_string(), cem.id.to_string(), dan.id.to_string());
        let alone = a.post("/messages/new", &[("people", &ben_id)]).await;
        assert_eq!(alone.leads_to().as_deref(), Some("/messages/with/ben"), "one is no group");
        let fields = [("people", ben_id.as_str()), ("people", cem_id.as_str()), ("name", "Choir")];
        let chat = a.post("/messages/new", &fields).await.leads_to().expect("a group");
        assert!(b.get("/messages").await.text().contains("Choir"));
        let about = format!("{chat}/about");
        assert!(b.get(&about).await.text().contains("looks after this group"));
        assert_eq!(b.post(&format!("{chat}/name"), &[("name", "Mine")]).await.status, 404);
        let long = "x".repeat(kith_base::limits::CHAT_NAME + 1);
        let refused = a.post(&format!("{chat}/name"), &[("name", &long)]).await;
        assert!(refused.status == 422 && refused.has("#name-error"), "{}", refused.text());
        assert_eq!(a.fill_in(&about, &format!("{chat}/name"), &[("name", "Quire")]).await.status, 303);
        a.post(&format!("{chat}/people"), &[("people", &dan_id)]).await;
        assert!(b.get(&about).await.has("main a[href='/u/dan']"));
        a.post(&format!("{chat}/people/remove"), &[("person", &dan_id)]).await;
        assert!(!b.get(&about).await.has("main a[href='/u/dan']"));
        let step = format!("{chat}/step");
        let asks = b.post(&step, &[("step", "leave")]).await;
        assert!(asks.status == 200 && asks.text().contains("Leave this group?"));
        assert_eq!(b.submit(&asks, &step, &[("confirmed", "yes")]).await.status, 303);
        assert_eq!(b.get(&chat).await.status, 404);
        assert!(a.get(&chat).await.text().contains("Quire"));
    })
    .await;
}

#[tokio::test]
async fn settings_decide_who_writes_first_and_whether_reading_shows() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (a, b, c) = (server.browser(&ann).await, server.browser(&ben).await, server.browser(&cem).await);
        let page = b.get("/settings/privacy").await;
        assert!(page.has("input[name='read_marks'][checked]") && page.has("#messages"));
        let answer = b.post("/settings/privacy", &[("messages", "nobody")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let kept = b.get("/settings/privacy").await;
        assert!(kept.has("#messages option[value='nobody'][selected]"));
        assert!(!kept.has("input[name='read_marks'][checked]"));
        assert!(!kept.has("input[name='friends_add_to_chats'][checked]"));
        let closed = c.get("/messages/with/ben").await;
        assert!(closed.text().contains("You cannot write to this person.") && !closed.has("#write"));
        assert!(!c.get("/u/ben").await.has("a[href='/messages/with/ben']"));
        let (chat, _) = write(&a, "ben", "Friends may").await;
        b.get(&chat).await;
        assert!(!a.get(&chat).await.has(".message-seen"));
    })
    .await;
}

/// `many` messages of somebody, a few seconds apart.
async fn fill(w: &World, from: &Person, chat: &str, many: usize) -> Vec<MessageId> {
    let id: ConversationId = chat.rsplit('/').next().unwrap().parse().unwrap();
    let viewer = w.viewer(from).await;
    let mut ids = Vec::new();
    for number in 0..many {
        w.advance(2_000);
        let new = NewMessage { text: format!("Number {number}"), ..NewMessage::default() };
        ids.push(messages::send(&w.app, &viewer, id, new).await.unwrap().id);
    }
    ids
}

#[tokio::test]
async fn a_long_conversation_opens_where_one_stopped_and_is_searched() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, first) = write(&a, "ben", "The beginning").await;
        b.get(&chat).await;
        let ids = fill(w, &ann, &chat, 60).await;
        let opened = b.get(&chat).await;
        assert!(opened.has("#new") && opened.has(&format!("#message-{first}")), "around what is new");
        assert!(opened.has("a[rel='next']"), "the newest are further on");
        let newest = a.get(&chat).await;
        assert_eq!(shown(&newest), 40);
        assert!(newest.has(&format!("#message-{}", ids[59])) && !newest.has("a[rel='next']"));
        let older = newest.attributes("a[rel='prev']", "href").pop().unwrap();
        assert_eq!(shown(&a.get(&older).await), 21);
        assert!(a.get(&older).await.has("a[rel='next']"));
        let at = a.get(&format!("/message/{}", ids[10])).await.leads_to().unwrap();
        assert!(a.get(at.split('#').next().unwrap()).await.has(&format!("#message-{}", ids[10])));
        let found = a.get(&format!("{chat}?q=BEGINNING")).await;
        assert_eq!(found.attributes("#found a", "href"), [format!("{chat}?at={first}#message-{first}")]);
        assert!(a.get(&format!("{chat}?q=nowhere")).await.text().contains("Nothing was found."));
    })
    .await;
}

#[tokio::test]
async fn scripts_are_given_what_is_new_and_nothing_else() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, first) = write(&a, "ben", "One").await;
        w.advance(1_000);
        let second = send(&a, &chat, "Two").await;
        let part = b.get(&format!("{chat}/part?after={first}")).await;
        assert_eq!(part.attributes("[data-message]", "data-message"), [second.as_str()]);
        assert!(!part.body.contains("<html") && !part.has(".message-first"), "it joins what is above");
        let only = b.get(&format!("{chat}/part?only={first}")).await;
        assert_eq!(only.attributes("[data-message]", "data-message"), [first.as_str()]);
        assert!(
            b.get("/").await.has(".shortcuts a[href='/messages'] .count"),
            "a part marks nothing as read"
        );
        assert_eq!(b.post(&format!("{chat}/read"), &[("up_to", &second)]).await.status, 204);
        assert!(!b.get("/").await.has(".shortcuts a[href='/messages'] .count"));
        assert_eq!(b.post(&format!("{chat}/typing"), &[]).await.status, 204);
        let token = b.token().await;
        let request = b.request(reqwest::Method::POST, &chat).header("hx-request", "true");
        let sent = b.send(request.form(&[("csrf", token.as_str()), ("text", "Three")])).await;
        assert_eq!(sent.status, 200, "{}", sent.text());
        assert!(sent.has("form[data-live-form]") && !sent.body.contains("<html"), "an empty form comes back");
        assert!(a.get(&chat).await.text().contains("Three"));
    })
    .await;
}

#[tokio::test]
async fn muted_put_away_and_cleared() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (chat, _) = write(&a, "ben", "One").await;
        let step = format!("{chat}/step");
        b.post(&step, &[("step", "mute"), ("days", "7")]).await;
        assert!(!b.get("/").await.has(".shortcuts a[href='/messages'] .count"), "it makes no noise");
        b.post(&step, &[("step", "unmute")]).await;
        assert!(b.get("/").await.has(".shortcuts a[href='/messages'] .count"));
        b.post(&step, &[("step", "archive")]).await;
        assert!(!b.get("/messages").await.has(".chat-line"));
        assert!(b.get("/messages?folder=archived").await.has(".chat-line"));
        b.post(&step, &[("step", "unarchive")]).await;
        let asks = b.post(&step, &[("step", "clear")]).await;
        assert_eq!(asks.status, 200);
        b.submit(&asks, &step, &[("confirmed", "yes")]).await;
        assert!(!b.get(&chat).await.body.contains("One") && a.get(&chat).await.body.contains("One"));
        assert_eq!(b.post(&step, &[("step", "dance")]).await.status, 422);
    })
    .await;
}
