//! Inside a conversation: what is read, changed and reacted to, pages and searches, and what erasing leaves.

use kith_base::{DAY, HOUR, Kind, PageRequest};
use kith_domain::messages::{self, Folder, NewMessage, Part};
use kith_domain::notices::Occasion;
use kith_domain::reactions::ReactionKind;
use kith_domain::viewer::AccountState;
use kith_domain::{MessageId, leaving};
use kith_testkit::World;

use crate::messages::{folder, kind, read, text, told, write};

#[tokio::test]
async fn what_is_read_is_counted_and_shown_to_those_who_show_it_themselves() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let (chat, _) = write(&w, &ann, &ben, "one").await.unwrap();
        let (_, gone) = write(&w, &ann, &ben, "two").await.unwrap();
        let (_, last) = write(&w, &ann, &ben, "three").await.unwrap();
        messages::delete(&w.app, &as_ann, gone).await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 2)], "what is deleted is not waited for");
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 1);
        messages::mark_read(&w.app, &as_ben, chat, last).await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 0)]);
        assert!(told(&w, &ben).await.is_empty(), "the notice went with it");
        let seen = async || {
            let talk = messages::open(&w.app, &as_ann, chat).await.unwrap();
            talk.people.iter().find(|one| one.person.id == ben.id).unwrap().read
        };
        assert_eq!(seen().await, Some(last));
        for person in [&ann, &ben] {
            w.choose(person, |chosen| chosen.read_marks = false).await;
            assert_eq!(seen().await, None, "neither gives nor gets");
            w.choose(person, |chosen| chosen.read_marks = true).await;
        }
        messages::mark_unread(&w.app, &as_ben, chat).await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 1)]);
        messages::mark_read(&w.app, &as_ben, chat, MessageId::new(i64::MAX)).await.unwrap();
        write(&w, &ann, &ben, "four").await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 1)], "the mark does not run ahead");
    })
    .await;
}

#[tokio::test]
async fn muted_and_archived_conversations_keep_still() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let as_ben = w.viewer(&ben).await;
        let (chat, _) = write(&w, &ann, &ben, "one").await.unwrap();
        messages::archive(&w.app, &as_ben, chat).await.unwrap();
        assert!(folder(&w, &ben, Folder::Inbox).await.is_empty());
        assert_eq!(folder(&w, &ben, Folder::Archived).await, [(chat, 1)]);
        write(&w, &ann, &ben, "two").await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 2)], "it comes back");
        messages::mute(&w.app, &as_ben, chat, Some(HOUR)).await.unwrap();
        messages::archive(&w.app, &as_ben, chat).await.unwrap();
        write(&w, &ann, &ben, "three").await.unwrap();
        assert_eq!(folder(&w, &ben, Folder::Archived).await, [(chat, 3)], "unless it is muted");
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 0);
        assert!(told(&w, &ben).await.is_empty());
        w.advance(HOUR);
        assert_eq!(messages::unread(&w.app, &as_ben).await.unwrap(), 1);
        messages::clear(&w.app, &as_ben, chat).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap().len(), 0);
        assert!(folder(&w, &ben, Folder::Archived).await.is_empty());
        assert_eq!(read(&w, &ann, chat).await.unwrap().len(), 3);
        write(&w, &ann, &ben, "four").await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["four"]);
    })
    .await;
}

#[tokio::test]
async fn words_can_be_changed_and_deleted_for_a_day() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let (chat, first) = write(&w, &ann, &ben, "one").await.unwrap();
        let (_, second) = write(&w, &ann, &ben, "two").await.unwrap();
        let edited = messages::edit(&w.app, &as_ann, first, "**one**").await.unwrap();
        assert!(edited.edited_at.is_some() && edited.html.contains("<strong>"));
        assert_eq!(kind(messages::edit(&w.app, &as_ben, first, "mine").await), Kind::NotFound);
        messages::hide(&w.app, &as_ben, first).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["two"]);
        assert_eq!(read(&w, &ann, chat).await.unwrap(), ["**one**", "two"]);
        let answer = NewMessage { reply_to: Some(second), ..text("to two") };
        let answer = messages::send(&w.app, &as_ben, chat, answer).await.unwrap().id;
        messages::delete(&w.app, &as_ann, second).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["", "to two"], "an empty place stays");
        assert!(messages::get(&w.app, &as_ann, answer).await.unwrap().reply.unwrap().is_deleted);
        w.advance(DAY + 1);
        assert_eq!(kind(messages::edit(&w.app, &as_ann, first, "late").await), Kind::Forbidden);
        assert_eq!(kind(messages::delete(&w.app, &as_ann, first).await), Kind::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn reactions_are_counted_once_a_person_and_told_to_the_author() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let (chat, id) = write(&w, &ann, &ben, "one").await.unwrap();
        let love = Some(ReactionKind::Love);
        assert_eq!(
            kind(messages::react(&w.app, &as_ben, id, love).await),
            Kind::NotFound,
            "not in a request"
        );
        messages::accept(&w.app, &as_ben, chat).await.unwrap();
        messages::react(&w.app, &as_ben, id, Some(ReactionKind::Like)).await.unwrap();
        let tally = messages::react(&w.app, &as_ben, id, love).await.unwrap();
        assert_eq!((tally.total(), tally.mine), (1, love));
        assert_eq!(told(&w, &ann).await, [Occasion::MessageReaction]);
        let card = messages::get(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        assert_eq!((card.tally.total(), card.tally.mine), (1, None));
        messages::react(&w.app, &as_ben, id, None).await.unwrap();
        assert!(told(&w, &ann).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn pages_and_searches_go_through_a_long_conversation() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let as_ann = w.viewer(&ann).await;
        let mut all = Vec::new();
        for number in 0..30 {
            all.push(write(&w, &ben, &ann, &format!("Straße {number}")).await.unwrap());
        }
        let chat = all[0].0;
        let ids = async |part: Part| {
            let page = messages::page(&w.app, &as_ann, chat, part, 10).await.unwrap();
            let found: Vec<_> = page.items.iter().map(|card| card.message.id).collect();
            let place = all.iter().position(|(_, id)| *id == found[0]).unwrap();
            assert!(found.iter().zip(&all[place..]).all(|(found, (_, id))| found == id), "without a gap");
            (place, found.len(), page.has_older, page.has_newer)
        };
        assert_eq!(ids(Part::Newest).await, (20, 10, true, false));
        assert_eq!(ids(Part::Before(all[20].1)).await, (10, 10, true, true));
        assert_eq!(ids(Part::Before(all[10].1)).await, (0, 10, false, true));
        assert_eq!(ids(Part::After(all[24].1)).await, (25, 5, true, false));
        assert_eq!(ids(Part::Around(all[15].1)).await, (11, 10, true, true));
        let found = messages::search(&w.app, &as_ann, chat, "STRASSE 7", None).await.unwrap();
        let found: Vec<_> = found.items.iter().map(|card| card.message.source.clone()).collect();
        assert_eq!(found, ["Straße 27", "Straße 17", "Straße 7"]);
        let first = messages::search(&w.app, &as_ann, chat, "strasse", None).await.unwrap();
        assert_eq!(first.items.len(), messages::FINDINGS);
        let rest = messages::search(&w.app, &as_ann, chat, "strasse", first.next).await.unwrap();
        assert_eq!((rest.items.len(), rest.next), (10, None));
    })
    .await;
}

#[tokio::test]
async fn lists_and_pages_cost_the_same_however_long_they_are() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut costs = Vec::new();
        for number in 0..3 {
            let other = w.person(&format!("other{number}")).await;
            w.befriend(&ann, &other).await;
            let (chat, id) = write(&w, &other, &ann, "hello").await.unwrap();
            let answer = NewMessage { reply_to: Some(id), ..text("yes") };
            messages::send(&w.app, &w.viewer(&ann).await, chat, answer).await.unwrap();
            let viewer = w.viewer(&ann).await;
            let cost = w.app.db.read(move |q| {
                messages::lines(q, &viewer, Folder::Inbox, &PageRequest::first(20))?;
                let list = q.statements_run();
                messages::part_of(q, &viewer, chat, Part::Newest, 20)?;
                Ok((list, q.statements_run() - list))
            });
            costs.push(cost.await.unwrap());
        }
        assert!(costs.iter().all(|cost| *cost == costs[0]), "{costs:?}");
    })
    .await;
}

#[tokio::test]
async fn erasing_somebody_leaves_empty_places_and_their_partners_words() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, _) = write(&w, &ann, &ben, "Annword").await.unwrap();
        write(&w, &ben, &ann, "Benword").await.unwrap();
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["", "Benword"]);
        assert!(w.dump(&[]).await.find("Annword").is_empty());
        let as_ben = w.viewer(&ben).await;
        let talk = messages::open(&w.app, &as_ben, chat).await.unwrap();
        assert!(!talk.may_write);
        assert_eq!(kind(messages::send(&w.app, &as_ben, chat, text("hello")).await), Kind::Forbidden);
        let page = messages::list(&w.app, &as_ben, Folder::Inbox, PageRequest::first(5)).await.unwrap();
        assert_eq!(page.items[0].people[0].state, AccountState::Deleted, "somebody who was here");
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert!(w.dump(&[]).await.find("Benword").is_empty(), "nobody is left to read it");
    })
    .await;
}
