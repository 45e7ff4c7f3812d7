//! What stands in and around conversations: files, lines about what happened, deletions taken back, reactions by name, who
//! is here.

use kith_domain::viewer::Role;
use kith_domain::{live, sessions};
use reqwest::Method;
use reqwest::multipart::{Form, Part};

use crate::ground::each;
use crate::messages::write;

#[tokio::test]
async fn b7_files_are_saved_and_never_shown() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (a, b, c) = (server.browser(&ann).await, server.browser(&ben).await, server.browser(&cem).await);
        let (chat, _) = write(&a, "ben", "Look").await;
        assert!(a.get(&chat).await.has("#write input[type=file][name=files]"));
        let hand_in = async |name: &str, bytes: &'static [u8]| {
            let file = Part::bytes(bytes).file_name(name.to_owned());
            let form = Form::new().text("csrf", a.token().await).text("text", "");
            a.send(a.request(Method::POST, &chat).multipart(form.part("files", file))).await
        };
        let refused = hand_in("page.html", b"<script>alert(1)</script>").await;
        assert!(refused.status == 422 && refused.has("#message-files-error"), "{}", refused.text());
        w.advance(1_000);
        let sent = hand_in("my *plan*.txt", b"Soup at eight").await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = b.get(&chat).await;
        let found = page.attributes("#thread a.file-card", "href");
        assert_eq!(found.len(), 1, "{}", page.text());
        assert!(page.text().contains("my _plan_.txt"));
        let saved = b.get(&found[0]).await;
        assert_eq!((saved.status, saved.body.as_str()), (200, "Soup at eight"));
        assert!(saved.header("content-disposition").starts_with("attachment; "));
        assert_eq!(saved.header("x-content-type-options"), "nosniff");
        assert_eq!(saved.header("content-type"), "text/plain");
        assert_eq!(c.get(&found[0]).await.status, 404);
        assert!(b.get("/messages").await.text().contains("1 file"));
    })
    .await;
}

#[tokio::test]
async fn an_admin_says_which_files_can_be_sent() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let staff = w.person_with_role("olive", Role::Owner).await;
        let (a, o) = (server.browser(&ann).await, server.browser(&staff).await);
        let (chat, _) = write(&a, "ben", "Look").await;
        let refused = o.post("/admin/files", &[("max_mb", "0"), ("text", "yes")]).await;
        assert!(refused.status == 422 && refused.has("#max_mb-error"), "{}", refused.text());
        assert_eq!(o.post("/admin/files", &[("max_mb", "3")]).await.status, 303);
        assert!(!o.get("/admin/files").await.has("input[name=text][checked]"));
        assert!(!a.get(&chat).await.has("input[name=files]"), "nothing can be sent");
    })
    .await;
}

#[tokio::test]
async fn a_deletion_is_taken_back_and_reactions_are_told_by_name() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (a, b, c) = (server.browser(&ann).await, server.browser(&ben).await, server.browser(&cem).await);
        let (chat, first) = write(&a, "ben", "One").await;
        b.post(&format!("/message/{first}/reaction"), &[("kind", "love")]).await;
        let who = format!("/message/{first}/reactions");
        assert!(a.get(&chat).await.has(&format!("a.message-tally[href='{who}']")));
        assert!(a.get(&who).await.has("main a[href='/u/ben']"));
        assert_eq!(c.get(&who).await.status, 404);
        let delete = format!("/message/{first}/delete");
        let deleted = a.fill_in(&delete, &delete, &[]).await;
        assert_eq!(deleted.status, 303);
        let undo = format!("/message/{first}/undo");
        let page = a.get(&chat).await;
        assert!(page.has(&format!("#flash form[action='{undo}']")), "{}", page.text());
        assert!(b.get(&chat).await.has(".message-gone"));
        assert_eq!(a.submit(&page, &undo, &[]).await.status, 303);
        assert!(b.get(&chat).await.text().contains("One"));
        a.fill_in(&delete, &delete, &[]).await;
        w.advance(16_000);
        a.post(&undo, &[]).await;
        assert!(a.get(&chat).await.text().contains("too late"));
    })
    .await;
}

#[tokio::test]
async fn a_group_tells_what_happened_and_each_says_what_to_hear_of() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        let dan = w.person("dan").await;
        w.befriend(&ann, &dan).await;
        let (a, b) = (server.browser(&ann).await, server.browser(&ben).await);
        let (ben_id, cem_id, dan_id) = (ben.id.to_string(), cem.id.to_string(), dan.id.to_string());
        let fields = [("people", ben_id.as_str()), ("people", cem_id.as_str()), ("name", "Choir")];
        let chat = a.post("/messages/new", &fields).await.leads_to().expect("a group");
        w.advance(1_000);
        a.post(&format!("{chat}/people"), &[("people", &dan_id)]).await;
        w.advance(1_000);
        a.post(&format!("{chat}/name"), &[("name", "Quire")]).await;
        let page = b.get(&chat).await;
        assert_eq!(page.attributes("#thread .thread-event[data-message]", "id").len(), 2);
        assert!(page.text().contains("Ann added Dan") && page.text().contains("Quire"));
        assert!(!b.get("/messages").await.has(".chat-line-unread"), "nothing to read");
        let step = format!("{chat}/step");
        assert_eq!(b.post(&step, &[("step", "hears"), ("hears", "never")]).await.status, 422);
        assert_eq!(b.post(&step, &[("step", "hears"), ("hears", "named")]).await.status, 303);
        assert!(b.get(&chat).await.has("button[value='named'][aria-pressed='true']"));
    })
    .await;
}

#[tokio::test]
async fn who_is_here_is_shown_in_words_to_friends_who_show_it_too() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let a = server.browser(&ann).await;
        let (chat, _) = write(&a, "ben", "One").await;
        let begun = sessions::begin(&w.app, ben.id, sessions::Origin::default()).await.unwrap();
        let (token, viewer) = (begun.token.expose().to_owned(), w.viewer(&ben).await);
        let _open = live::subscribe(&w.app, &viewer, token, live::Wish::default()).await.unwrap();
        w.choose(&ben, |chosen| chosen.presence = true).await;
        assert!(!a.get(&chat).await.has(".here-now"), "who shows nothing is shown nothing");
        w.choose(&ann, |chosen| chosen.presence = true).await;
        let page = a.get(&chat).await;
        assert!(page.has(".chat-head .here-now") && page.has(".chat-line .here-now"));
        assert!(page.text().contains("Active now"));
        w.choose(&ben, |chosen| chosen.presence = false).await;
        assert!(!a.get(&chat).await.has(".here-now"));
    })
    .await;
}

#[tokio::test]
async fn a_message_asks_and_those_in_the_conversation_vote_by_forms() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (a, b, c) = (server.browser(&ann).await, server.browser(&ben).await, server.browser(&cem).await);
        let (chat, _) = write(&a, "ben", "Look").await;
        let asks = [
            ("text", "Where?"),
            ("poll_option", "Park <b>"),
            ("poll_option", ""),
            ("poll_option", "Lake"),
            ("poll_days", "3"),
            ("poll_hidden", "yes"),
        ];
        let lone = a.post(&chat, &[("text", "Where?"), ("poll_option", "Park"), ("poll_days", "3")]).await;
        assert!(lone.status == 422 && lone.has("#message-poll-error"), "{}", lone.text());
        assert!(
            lone.has("input[name=poll_option][value=Park]") && lone.text().contains("Where?"),
            "filled in"
        );
        w.advance(1_000);
        let sent = a.post(&chat, &asks).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = b.get(&chat).await;
        let vote = page.actions().into_iter().find(|action| action.ends_with("/vote")).unwrap();
        assert!(page.text().contains("Park <b>"), "words stay words");
        assert!(!page.has("#thread .poll-share"), "nothing is told before one has voted");
        assert_eq!(b.post(&vote, &[]).await.status, 303, "nothing chosen");
        assert_eq!(c.post(&vote, &[("choice", "0")]).await.status, 404);
        assert_eq!(c.post(&vote, &[]).await.status, 404, "hidden and absent are the same");
        assert_eq!(b.post(&vote, &[("choice", "7")]).await.status, 422);
        b.post(&vote, &[("choice", "1")]).await;
        let page = b.get(&chat).await;
        assert_eq!(page.attributes("#thread .poll meter", "value"), ["0", "100"]);
        assert!(!a.get(&chat).await.has("#thread .poll meter"), "whoever asks has not voted");
        let again = vote.replace("/vote", "/unvote");
        assert!(page.actions().contains(&again));
        b.post(&again, &[]).await;
        assert!(b.get(&chat).await.actions().contains(&vote));
    })
    .await;
}
