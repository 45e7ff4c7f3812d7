//! Lines about a conversation among its messages, deletions that are taken back, of what one is told, and the number that
//! stands on every page.

use kith_base::{HOUR, Kind, MINUTE, SECOND};
use kith_domain::messages::{self, Event, Hears, NewGroup, Part};
use kith_domain::notices::Occasion;
use kith_domain::{AccountId, ConversationId, MessageId, leaving};
use kith_testkit::{Person, World};

use crate::messages::{folder, kind, read, send, told, write};

async fn group(w: &World, by: &Person, people: &[&Person]) -> ConversationId {
    w.advance(SECOND);
    let people: Vec<AccountId> = people.iter().map(|person| person.id).collect();
    let new = NewGroup { name: "Walks".into(), people, submission: None };
    messages::create_group(&w.app, &w.viewer(by).await, new).await.unwrap().0
}

type Line = (Event, AccountId, Option<AccountId>);

/// What somebody reads of what happened, old to new.
async fn lines(w: &World, who: &Person, chat: ConversationId) -> Vec<Line> {
    let page = messages::page(&w.app, &w.viewer(who).await, chat, Part::Newest, 50).await.unwrap();
    let told = page.items.iter().map(|card| &card.message);
    told.filter_map(|line| Some((line.event?, line.author, line.about))).collect()
}

#[tokio::test]
async fn what_happens_in_a_group_stands_among_its_messages() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let dan = w.person("dan").await;
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        let as_ann = w.viewer(&ann).await;
        let chat = group(&w, &ann, &[&ben]).await;
        assert_eq!(lines(&w, &ben, chat).await, [], "it begins with those who are in it");
        let first = send(&w, &ann, chat, "hello").await;
        messages::mark_read(&w.app, &w.viewer(&ben).await, chat, first).await.unwrap();
        w.advance(SECOND);
        messages::add(&w.app, &as_ann, chat, vec![cem.id, dan.id]).await.unwrap();
        w.advance(SECOND);
        messages::accept(&w.app, &w.viewer(&dan).await, chat).await.unwrap();
        w.advance(SECOND);
        messages::rename(&w.app, &as_ann, chat, "Hikes").await.unwrap();
        messages::rename(&w.app, &as_ann, chat, "Hikes").await.unwrap();
        w.advance(SECOND);
        messages::remove(&w.app, &as_ann, chat, dan.id).await.unwrap();
        w.advance(SECOND);
        messages::leave(&w.app, &w.viewer(&cem).await, chat).await.unwrap();
        let (added, joined) = ((Event::Added, ann.id, Some(cem.id)), (Event::Joined, dan.id, None));
        let (renamed, left) = ((Event::Renamed, ann.id, None), (Event::Left, cem.id, None));
        let removed = (Event::Removed, ann.id, Some(dan.id));
        assert_eq!(lines(&w, &ben, chat).await, [added, joined, renamed, removed, left]);
        assert_eq!(folder(&w, &ben, messages::Folder::Inbox).await, [(chat, 0)], "nothing to read");
        assert_eq!(messages::unread(&w.app, &w.viewer(&ben).await).await.unwrap(), 0);
        assert!(!told(&w, &ben).await.contains(&Occasion::Message));
        let named = messages::page(&w.app, &as_ann, chat, Part::Newest, 50).await.unwrap();
        let named = named.items.iter().find(|card| card.message.event == Some(Event::Renamed));
        assert_eq!(named.unwrap().message.source, "Hikes");
        let first_page = messages::page(&w.app, &as_ann, chat, Part::Before(first), 50).await.unwrap();
        assert!(first_page.items.is_empty(), "each has its place in the order");
    })
    .await;
}

#[tokio::test]
async fn a_line_is_no_message() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let chat = group(&w, &ann, &[&ben]).await;
        messages::rename(&w.app, &as_ann, chat, "Hikes").await.unwrap();
        let page = messages::page(&w.app, &as_ben, chat, Part::Newest, 5).await.unwrap();
        let id: MessageId = page.items[0].message.id;
        let love = Some(kith_domain::reactions::ReactionKind::Love);
        assert_eq!(kind(messages::react(&w.app, &as_ben, id, love).await), Kind::NotFound);
        assert_eq!(kind(messages::edit(&w.app, &as_ann, id, "mine").await), Kind::NotFound);
        assert_eq!(kind(messages::delete(&w.app, &as_ann, id).await), Kind::NotFound);
        let answer = messages::NewMessage { reply_to: Some(id), ..crate::messages::text("why?") };
        assert_eq!(kind(messages::send(&w.app, &as_ben, chat, answer).await), Kind::NotFound);
        let report = messages::MessageReport::default();
        assert_eq!(kind(messages::report(&w.app, &as_ben, id, report).await), Kind::NotFound);
        let found = messages::search(&w.app, &as_ben, chat, "Hikes", None).await.unwrap();
        assert!(found.items.is_empty());
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert_eq!(lines(&w, &ben, chat).await, []);
        assert!(w.dump(&[]).await.find("event=renamed").is_empty());
    })
    .await;
}

#[tokio::test]
async fn e10_a_line_about_somebody_behind_a_block_is_not_there() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        let chat = group(&w, &ann, &[&ben]).await;
        w.advance(SECOND);
        messages::add(&w.app, &w.viewer(&ann).await, chat, vec![cem.id]).await.unwrap();
        assert_eq!(lines(&w, &ben, chat).await.len(), 1);
        w.block(&cem, &ben).await;
        assert_eq!(lines(&w, &ben, chat).await, []);
        assert_eq!(lines(&w, &cem, chat).await.len(), 1, "their own coming they know of");
    })
    .await;
}

#[tokio::test]
async fn a_deletion_is_taken_back_for_a_moment() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let (chat, id) = write(&w, &ann, &ben, "Annword").await.unwrap();
        messages::react(&w.app, &as_ben, id, Some(kith_domain::reactions::ReactionKind::Love)).await.unwrap();
        messages::delete(&w.app, &as_ann, id).await.unwrap();
        for viewer in [&as_ann, &as_ben] {
            let card = messages::get(&w.app, viewer, id).await.unwrap();
            assert!(card.message.source.is_empty() && card.message.html.is_empty(), "nobody reads it");
            assert_eq!(card.tally.total(), 0);
            assert_eq!(kind(messages::reacted(&w.app, viewer, id).await), Kind::NotFound);
        }
        w.advance(10 * SECOND);
        assert_eq!(kind(messages::restore(&w.app, &as_ben, id).await), Kind::NotFound, "not theirs");
        messages::restore(&w.app, &as_ann, id).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["Annword"]);
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["Annword"], "what was taken back stays");
        assert_eq!(messages::get(&w.app, &as_ann, id).await.unwrap().tally.total(), 1);

        messages::delete(&w.app, &as_ann, id).await.unwrap();
        w.advance(16 * SECOND);
        assert_eq!(kind(messages::restore(&w.app, &as_ann, id).await), Kind::NotFound, "too late");
        w.advance(MINUTE);
        w.run_jobs().await;
        assert!(w.dump(&[]).await.find("Annword").is_empty(), "and then it is gone");
        assert_eq!(read(&w, &ben, chat).await.unwrap(), [""]);
    })
    .await;
}

#[tokio::test]
async fn who_wants_to_hear_of_their_name_is_told_of_nothing_else() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let as_ben = w.viewer(&ben).await;
        let chat = group(&w, &ann, &[&ben]).await;
        let is_told = async || told(&w, &ben).await.contains(&Occasion::Message);
        messages::set_hears(&w.app, &as_ben, chat, Hears::Named).await.unwrap();
        let talk = messages::open(&w.app, &as_ben, chat).await.unwrap();
        assert_eq!(talk.conversation.seat.hears, Hears::Named);
        send(&w, &ann, chat, "soup at eight").await;
        assert!(!is_told().await);
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 1, "it counts all the same");
        send(&w, &ann, chat, "@ben, will you come?").await;
        assert!(is_told().await);
        messages::mark_read(&w.app, &as_ben, chat, MessageId::new(i64::MAX)).await.unwrap();
        messages::mute(&w.app, &as_ben, chat, Some(HOUR)).await.unwrap();
        send(&w, &ann, chat, "@ben?").await;
        assert!(!is_told().await, "muted is muted");
        messages::unmute(&w.app, &as_ben, chat).await.unwrap();
        messages::set_hears(&w.app, &as_ben, chat, Hears::All).await.unwrap();
        send(&w, &ann, chat, "well then").await;
        assert!(is_told().await);
    })
    .await;
}

#[tokio::test]
async fn the_number_of_every_page_is_kept_and_follows_what_happens() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let unread = async || messages::unread(&w.app, &as_ben).await.unwrap();
        assert_eq!(unread().await, 0);
        let (chat, id) = write(&w, &ann, &ben, "one").await.unwrap();
        assert_eq!(unread().await, 1);
        messages::delete(&w.app, &as_ann, id).await.unwrap();
        assert_eq!(unread().await, 0, "what is deleted");
        messages::restore(&w.app, &as_ann, id).await.unwrap();
        assert_eq!(unread().await, 1);
        messages::mark_read(&w.app, &as_ben, chat, id).await.unwrap();
        assert_eq!(unread().await, 0, "what was read");
        messages::mark_unread(&w.app, &as_ben, chat).await.unwrap();
        assert_eq!(unread().await, 1);
        messages::mute(&w.app, &as_ben, chat, Some(HOUR)).await.unwrap();
        assert_eq!(unread().await, 0, "what is muted");
        w.advance(HOUR + MINUTE);
        assert_eq!(unread().await, 1, "and is no more");
        w.block(&ben, &ann).await;
        assert_eq!(unread().await, 0, "what a block closed");
    })
    .await;
}
