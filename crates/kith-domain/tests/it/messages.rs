//! Conversations of two people: who may write to whom, requests, blocks, and what a report carries.

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_db::{params, statement};
use kith_domain::accounts::WhoMay;
use kith_domain::inbox::{self, Wanted};
use kith_domain::messages::{self, Folder, MessageReport, NewMessage, Part, Reach};
use kith_domain::notices::{Occasion, Place};
use kith_domain::reactions::ReactionKind;
use kith_domain::viewer::Role;
use kith_domain::{ConversationId, MessageId, Viewer, relationships};
use kith_testkit::{Person, World};

statement!(
    SET_BIRTH,
    "test.set_birth",
    "UPDATE accounts SET birth_day = 1, birth_month = 1, birth_year = $2 WHERE id = $1"
);

pub(crate) async fn born(w: &World, who: &Person, year: i64) {
    let id = who.id;
    w.app.db.write(move |tx| tx.run(&SET_BIRTH, &params![id, year])).await.unwrap();
}

pub(crate) fn text(text: &str) -> NewMessage {
    NewMessage { text: text.to_owned(), ..NewMessage::default() }
}

/// `from` writes to `to`, a second after whatever was before.
pub(crate) async fn write(
    w: &World,
    from: &Person,
    to: &Person,
    words: &str,
) -> kith_base::Result<(ConversationId, MessageId)> {
    w.advance(SECOND);
    let sent = messages::write_to(&w.app, &w.viewer(from).await, to.id, text(words)).await?;
    Ok((sent.conversation, sent.id))
}

pub(crate) async fn send(w: &World, from: &Person, chat: ConversationId, words: &str) -> MessageId {
    w.advance(SECOND);
    messages::send(&w.app, &w.viewer(from).await, chat, text(words)).await.unwrap().id
}

/// The words that somebody reads in a conversation, old to new, without lines about the conversation itself; none when it
/// is not there for them.
pub(crate) async fn read(w: &World, who: &Person, chat: ConversationId) -> Option<Vec<String>> {
    let page = messages::page(&w.app, &w.viewer(who).await, chat, Part::Newest, 50).await;
    match page {
        Ok(page) => {
            let messages = page.items.iter().filter(|card| card.message.event.is_none());
            Some(messages.map(|card| card.message.source.clone()).collect())
        }
        Err(error) => {
            assert_eq!(error.kind(), Kind::NotFound);
            None
        }
    }
}

/// Ids and unread counts of a folder.
pub(crate) async fn folder(w: &World, who: &Person, folder: Folder) -> Vec<(ConversationId, i64)> {
    let viewer = w.viewer(who).await;
    let page = messages::list(&w.app, &viewer, folder, PageRequest::first(20)).await.unwrap();
    page.items.iter().map(|card| (card.conversation.id, card.unread)).collect()
}

pub(crate) async fn told(w: &World, who: &Person) -> Vec<Occasion> {
    let viewer = w.viewer(who).await;
    let mut all = Vec::new();
    for place in [Place::List, Place::Away] {
        let wanted = Wanted { place, ..Wanted::default() };
        all.extend(inbox::page(&w.app, &viewer, PageRequest::first(50), wanted).await.unwrap());
    }
    all.iter()
        .map(|notice| notice.occasion)
        .filter(|occasion| !matches!(occasion, Occasion::FriendAccepted | Occasion::FriendRequest))
        .collect()
}

pub(crate) fn kind<T>(outcome: kith_base::Result<T>) -> Kind {
    outcome.err().expect("it is refused").kind()
}

#[tokio::test]
async fn two_people_have_one_conversation_whoever_begins() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(&w, &ann, &ben, "one").await.unwrap();
        let (same, _) = write(&w, &ben, &ann, "two").await.unwrap();
        assert_eq!(chat, same);
        assert_eq!(read(&w, &ann, chat).await.unwrap(), ["one", "two"]);
        assert_eq!(folder(&w, &ann, Folder::Inbox).await, [(chat, 1)]);
        assert_eq!(messages::with_person(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap(), Some(chat));
        assert_eq!(told(&w, &ann).await, [Occasion::Message]);
        assert!(kind(write(&w, &ann, &ann, "me").await) != Kind::Internal, "nobody writes to themselves");
    })
    .await;
}

#[tokio::test]
async fn a_message_handed_in_twice_is_sent_once() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let new = NewMessage { submission: Some("word".into()), ..text("hello") };
        let first = messages::write_to(&w.app, &as_ann, ben.id, new.clone()).await.unwrap();
        let second = messages::write_to(&w.app, &as_ann, ben.id, new.clone()).await.unwrap();
        let third = messages::send(&w.app, &as_ann, first.conversation, new).await.unwrap();
        assert_eq!((first.id, second.id), (second.id, third.id));
        assert_eq!(read(&w, &ann, first.conversation).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_stranger_lands_among_the_requests_and_waits_for_an_answer() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let (chat, _) = write(&w, &ann, &ben, "hello").await.unwrap();
        assert!(folder(&w, &ben, Folder::Inbox).await.is_empty());
        assert_eq!(folder(&w, &ben, Folder::Requests).await, [(chat, 1)]);
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 0, "requests ring no bell");
        assert_eq!(messages::count_requests(&w.app, &as_ben).await.unwrap(), 1);
        assert_eq!(told(&w, &ben).await, [Occasion::MessageRequest]);
        write(&w, &ann, &ben, "hello?").await.unwrap();
        write(&w, &ann, &ben, "hello!").await.unwrap();
        assert_eq!(kind(write(&w, &ann, &ben, "anybody?").await), Kind::Invalid);
        assert_eq!(told(&w, &ben).await, [Occasion::MessageRequest], "told of once");
        messages::accept(&w.app, &as_ben, chat).await.unwrap();
        assert!(told(&w, &ben).await.is_empty(), "answered");
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 1);
        write(&w, &ann, &ben, "oh").await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap().len(), 4);
    })
    .await;
}

#[tokio::test]
async fn an_answer_accepts_and_a_no_looks_like_silence() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (chat, _) = write(&w, &ann, &ben, "hello").await.unwrap();
        send(&w, &ben, chat, "yes?").await;
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 0)], "whoever answers has read");
        for number in 0..5 {
            send(&w, &ann, chat, &number.to_string()).await;
        }

        let (other, _) = write(&w, &ann, &cem, "hello").await.unwrap();
        messages::decline(&w.app, &w.viewer(&cem).await, other).await.unwrap();
        assert!(folder(&w, &cem, Folder::Requests).await.is_empty());
        assert_eq!(read(&w, &cem, other).await, None);
        write(&w, &ann, &cem, "still there?").await.unwrap();
        let talk = messages::open(&w.app, &w.viewer(&ann).await, other).await.unwrap();
        assert!(talk.people.iter().all(|one| one.state != messages::SeatState::Declined) && talk.may_write);
        assert!(folder(&w, &cem, Folder::Requests).await.is_empty() && told(&w, &cem).await.is_empty());
        write(&w, &cem, &ann, "after all").await.unwrap();
        assert_eq!(read(&w, &cem, other).await.unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn who_may_write_first_is_the_receivers_choice() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ben, &cem).await;
        let as_ann = w.viewer(&ann).await;
        for (choice, stranger) in [
            (WhoMay::Everyone, Reach::Request),
            (WhoMay::FriendsOfFriends, Reach::Closed),
            (WhoMay::Nobody, Reach::Closed),
        ] {
            w.choose(&ben, |chosen| chosen.messages = choice).await;
            assert_eq!(messages::reach(&w.app, &as_ann, ben.id).await.unwrap(), stranger, "{choice:?}");
            let as_cem = w.viewer(&cem).await;
            assert_eq!(messages::reach(&w.app, &as_cem, ben.id).await.unwrap(), Reach::Inbox, "{choice:?}");
        }
        assert_eq!(kind(write(&w, &ann, &ben, "hello").await), Kind::Forbidden);
        w.choose(&ben, |chosen| chosen.messages = WhoMay::FriendsOfFriends).await;
        w.befriend(&ann, &cem).await;
        write(&w, &ann, &ben, "cem says hello").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn newcomers_reach_few_strangers_and_only_those_who_follow_them() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        for number in 0..5 {
            let other = w.person(&format!("other{number}")).await;
            write(&w, &ann, &other, "hello").await.unwrap();
        }
        let (sixth, fan) = (w.person("sixth").await, w.person("fan").await);
        assert_eq!(kind(write(&w, &ann, &sixth, "hello").await), Kind::Forbidden);
        w.advance(DAY);
        write(&w, &ann, &sixth, "hello").await.unwrap();

        let new = w.person("new").await;
        w.set_trust(&new, 0).await;
        assert_eq!(kind(write(&w, &new, &fan, "hello").await), Kind::Forbidden);
        relationships::follow(&w.app, &w.viewer(&fan).await, new.id).await.unwrap();
        write(&w, &new, &fan, "hello").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn l14_nobody_above_the_line_reaches_a_minor_first() {
    World::each(|w| async move {
        let (kid, adult, silent) = (w.person("kid").await, w.person("adult").await, w.person("silent").await);
        let (mate, friend) = (w.person("mate").await, w.person("friend").await);
        // The world begins in 2026.
        born(&w, &kid, 2012).await;
        born(&w, &mate, 2011).await;
        born(&w, &adult, 1980).await;
        born(&w, &friend, 1975).await;
        w.befriend(&kid, &friend).await;
        for stranger in [&adult, &silent] {
            let as_stranger = w.viewer(stranger).await;
            assert_eq!(messages::reach(&w.app, &as_stranger, kid.id).await.unwrap(), Reach::Closed);
            let refused = write(&w, stranger, &kid, "hello").await.unwrap_err();
            assert_eq!(refused.message().key, "messages-closed", "like any closed door");
        }
        write(&w, &mate, &kid, "hi").await.unwrap();
        write(&w, &friend, &kid, "hi").await.unwrap();
        let (chat, _) = write(&w, &kid, &adult, "a question").await.unwrap();
        send(&w, &adult, chat, "an answer").await;
        assert_eq!(read(&w, &kid, chat).await.unwrap().len(), 2);
        let talk = messages::open(&w.app, &w.viewer(&adult).await, chat).await.unwrap();
        let theirs = talk.people.iter().find(|one| one.person.id == kid.id).unwrap();
        assert_eq!(theirs.read, None, "nobody counts what a minor reads");
    })
    .await;
}

#[tokio::test]
async fn e10_a_block_takes_the_conversation_away_from_both() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(&w, &ann, &ben, "one").await.unwrap();
        let (_, theirs) = write(&w, &ben, &ann, "two").await.unwrap();
        w.block(&ann, &ben).await;
        for person in [&ann, &ben] {
            let viewer = w.viewer(person).await;
            assert_eq!(read(&w, person, chat).await, None);
            assert!(folder(&w, person, Folder::Inbox).await.is_empty());
            assert_eq!(messages::unread(&w.app, &viewer).await.unwrap(), 0);
            assert_eq!(kind(messages::send(&w.app, &viewer, chat, text("three")).await), Kind::NotFound);
            assert!(told(&w, person).await.is_empty());
        }
        assert_eq!(kind(write(&w, &ben, &ann, "three").await), Kind::NotFound);
        let as_ann = w.viewer(&ann).await;
        messages::report(&w.app, &as_ann, theirs, MessageReport::default()).await.unwrap();
        relationships::unblock(&w.app, &as_ann, ben.id).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap().len(), 2, "it comes back");
    })
    .await;
}

#[tokio::test]
async fn e5_e7_nobody_else_knows_of_a_conversation() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let owner = w.person_with_role("owner", Role::Owner).await;
        let (chat, id) = write(&w, &ann, &ben, "secret").await.unwrap();
        for viewer in [w.viewer(&cem).await, w.viewer(&owner).await] {
            let app = &w.app;
            assert_eq!(kind(messages::open(app, &viewer, chat).await), Kind::NotFound);
            assert_eq!(kind(messages::page(app, &viewer, chat, Part::Around(id), 5).await), Kind::NotFound);
            assert_eq!(kind(messages::get(app, &viewer, id).await), Kind::NotFound);
            assert_eq!(kind(messages::search(app, &viewer, chat, "secret", None).await), Kind::NotFound);
            assert_eq!(kind(messages::send(app, &viewer, chat, text("hi")).await), Kind::NotFound);
            assert_eq!(kind(messages::edit(app, &viewer, id, "hi").await), Kind::NotFound);
            assert_eq!(kind(messages::delete(app, &viewer, id).await), Kind::NotFound);
            assert_eq!(kind(messages::hide(app, &viewer, id).await), Kind::NotFound);
            let kind_of = messages::react(app, &viewer, id, Some(ReactionKind::Like)).await;
            assert_eq!(kind(kind_of), Kind::NotFound);
            let report = messages::report(app, &viewer, id, MessageReport::default()).await;
            assert_eq!(kind(report), Kind::NotFound);
            assert_eq!(kind(messages::typing(app, &viewer, chat).await), Kind::NotFound);
            assert_eq!(kind(messages::mark_read(app, &viewer, chat, id).await), Kind::NotFound);
        }
        assert_eq!(kind(messages::open(&w.app, &Viewer::Anonymous, chat).await), Kind::SignInNeeded);
    })
    .await;
}

#[tokio::test]
async fn a_report_carries_the_message_and_a_few_around_it() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        w.befriend(&ann, &ben).await;
        let mut all = Vec::new();
        for number in 0..15 {
            all.push(write(&w, &ben, &ann, &format!("word {number}")).await.unwrap().1);
        }
        let as_ann = w.viewer(&ann).await;
        let report = messages::report(&w.app, &as_ann, all[8], MessageReport::default()).await.unwrap();
        assert_eq!(report.target, ben.id);
        messages::delete(&w.app, &w.viewer(&ben).await, all[8]).await.unwrap();
        let as_moderator = w.viewer(&moderator).await;
        let copies = messages::reported(&w.app, &as_moderator, report.id).await.unwrap();
        let sources: Vec<_> = copies.iter().map(|copy| copy.source.clone()).collect();
        assert_eq!(sources, (3..14).map(|number| format!("word {number}")).collect::<Vec<_>>());
        assert_eq!(
            copies.iter().filter(|copy| copy.is_reported).map(|copy| copy.message).collect::<Vec<_>>(),
            [all[8]]
        );
        assert_eq!(kind(messages::reported(&w.app, &as_ann, report.id).await), Kind::NotFound);
        assert_eq!(kind(messages::get(&w.app, &as_moderator, all[8]).await), Kind::NotFound);
        let own = messages::report(&w.app, &w.viewer(&ben).await, all[3], MessageReport::default()).await;
        assert_eq!(kind(own), Kind::Invalid);
    })
    .await;
}
