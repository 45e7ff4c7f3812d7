//! Polls in conversations: who sees them and votes, what is counted and when that is told, and what goes with a message.

use kith_base::{DAY, HOUR, Kind, SECOND};
use kith_db::statement;
use kith_domain::messages::{self, MessageReport, NewGroup, NewMessage, Part};
use kith_domain::polls::{self, NewPoll, Poll};
use kith_domain::{ConversationId, MessageId, leaving};
use kith_testkit::{Person, World};

use crate::messages::text;

statement!(
    COUNT_LEFT,
    "test.chat_polls_left",
    "SELECT (SELECT COUNT(*) FROM polls) + (SELECT COUNT(*) FROM poll_options) + (SELECT COUNT(*) FROM poll_votes)
          + (SELECT COUNT(*) FROM poll_voters) AS rows_left"
);

fn asks(question: &str, options: &[&str], hides_totals: bool) -> NewMessage {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    let poll = NewPoll { options, hides_totals, lasts: DAY, ..NewPoll::default() };
    NewMessage { poll: Some(poll), ..text(question) }
}

/// A group chat of these people, all of them friends of the first.
async fn chat(w: &World, people: &[&Person]) -> ConversationId {
    let (first, others) = people.split_first().unwrap();
    for other in others {
        w.befriend(first, other).await;
    }
    let new = NewGroup { people: others.iter().map(|other| other.id).collect(), ..NewGroup::default() };
    messages::create_group(&w.app, &w.viewer(first).await, new).await.unwrap().0
}

async fn send(w: &World, who: &Person, chat: ConversationId, new: NewMessage) -> MessageId {
    w.advance(SECOND);
    messages::send(&w.app, &w.viewer(who).await, chat, new).await.unwrap().id
}

async fn vote(w: &World, who: &Person, id: MessageId, choices: &[usize]) -> Kind {
    w.advance(1);
    match messages::vote(&w.app, &w.viewer(who).await, id, choices.to_vec()).await {
        Ok(()) => Kind::Internal,
        Err(error) => error.kind(),
    }
}

/// What is answered when a vote counts.
const COUNTED: Kind = Kind::Internal;

async fn seen(w: &World, who: &Person, id: MessageId) -> Poll {
    messages::get(&w.app, &w.viewer(who).await, id).await.unwrap().poll.unwrap()
}

fn counts(poll: &Poll) -> Vec<Option<i64>> {
    poll.options.iter().map(|option| option.votes).collect()
}

async fn rows_left(w: &World) -> i64 {
    w.app.db.read(|q| q.count(&COUNT_LEFT, &[])).await.unwrap()
}

#[tokio::test]
async fn whoever_takes_part_votes_once_and_sees_what_is_counted() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let chat = chat(&w, &[&ann, &ben, &cem]).await;
        let id = send(&w, &ann, chat, asks("Where?", &["Park", "Lake"], false)).await;
        assert!(seen(&w, &ben, id).await.may_vote);
        assert_eq!(vote(&w, &ben, id, &[1]).await, COUNTED);
        assert_eq!(vote(&w, &ben, id, &[0]).await, Kind::Invalid, "once");
        assert_eq!(vote(&w, &ann, id, &[1]).await, COUNTED, "whoever asks too");
        for wrong in [&[][..], &[2], &[0, 1]] {
            assert_eq!(vote(&w, &cem, id, wrong).await, Kind::Invalid, "{wrong:?}");
        }
        let poll = seen(&w, &cem, id).await;
        assert_eq!((counts(&poll), poll.voters), (vec![Some(0), Some(2)], 2));
        assert_eq!((seen(&w, &ben, id).await.mine, poll.mine), (vec![1], vec![]));
        messages::take_vote_back(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert_eq!(vote(&w, &ben, id, &[0]).await, COUNTED);
        assert_eq!(counts(&seen(&w, &cem, id).await), [Some(1), Some(1)]);
        w.advance(DAY + HOUR);
        w.run_jobs().await;
        assert!(seen(&w, &cem, id).await.has_ended);
        assert_eq!(vote(&w, &cem, id, &[0]).await, Kind::Invalid, "it is over");
        let late = messages::take_vote_back(&w.app, &w.viewer(&ben).await, id).await.unwrap_err();
        assert_eq!(late.kind(), Kind::Invalid);
    })
    .await;
}

#[tokio::test]
async fn hidden_counts_are_told_to_those_who_have_voted_and_at_the_end() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let chat = chat(&w, &[&ann, &ben, &cem]).await;
        let id = send(&w, &ann, chat, asks("Where?", &["Park", "Lake"], true)).await;
        assert_eq!(vote(&w, &ben, id, &[1]).await, COUNTED);
        assert_eq!(counts(&seen(&w, &ben, id).await), [Some(0), Some(1)]);
        for who in [&ann, &cem] {
            let poll = seen(&w, who, id).await;
            assert_eq!((counts(&poll), poll.hides_totals), (vec![None, None], true), "{}", who.handle);
        }
        messages::take_vote_back(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert_eq!(counts(&seen(&w, &ben, id).await), [None, None]);
        w.advance(DAY);
        assert_eq!(counts(&seen(&w, &cem, id).await), [Some(0), Some(0)]);
    })
    .await;
}

#[tokio::test]
async fn e_a_poll_is_there_for_those_in_the_conversation_alone() {
    World::each(|w| async move {
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        let chat = chat(&w, &[&ann, &ben]).await;
        let id = send(&w, &ann, chat, asks("Where?", &["Park", "Lake"], false)).await;
        let poll = seen(&w, &ben, id).await.id;
        assert_eq!(vote(&w, &eve, id, &[0]).await, Kind::NotFound);
        let as_eve = w.viewer(&eve).await;
        assert!(messages::take_vote_back(&w.app, &as_eve, id).await.unwrap_err().is_not_found());
        assert!(messages::of_poll(&w.app, &as_eve, poll).await.unwrap_err().is_not_found());
        assert_eq!(messages::of_poll(&w.app, &w.viewer(&ben).await, poll).await.unwrap(), id);
        // It is none of those that stand on posts.
        for viewer in [&as_eve, &w.viewer(&ben).await] {
            assert!(polls::get(&w.app, viewer, poll).await.unwrap_err().is_not_found());
            assert!(polls::vote(&w.app, viewer, poll, vec![0]).await.unwrap_err().is_not_found());
        }
        messages::leave(&w.app, &w.viewer(&ben).await, chat).await.unwrap();
        assert_eq!(vote(&w, &ben, id, &[0]).await, Kind::NotFound, "who left votes no more");
        // A request has to be accepted before one votes.
        w.set_trust(&eve, 2).await;
        let asked = messages::write_to(&w.app, &as_eve, ann.id, asks("Tea?", &["Yes", "No"], false)).await;
        let asked = asked.unwrap().id;
        assert!(!seen(&w, &ann, asked).await.may_vote);
        assert_eq!(vote(&w, &ann, asked, &[0]).await, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_poll_goes_with_its_message_and_with_whoever_asked() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let chat = chat(&w, &[&ann, &ben, &cem]).await;
        let first = send(&w, &ann, chat, asks("Where?", &["Park", "Lake"], false)).await;
        let second = send(&w, &ben, chat, asks("When?", &["Today", "Later"], false)).await;
        for id in [first, second] {
            assert_eq!(vote(&w, &cem, id, &[0]).await, COUNTED);
        }
        messages::delete(&w.app, &w.viewer(&ann).await, first).await.unwrap();
        let page = messages::page(&w.app, &w.viewer(&cem).await, chat, Part::Newest, 20).await.unwrap();
        let gone = page.items.iter().find(|card| card.message.id == first).unwrap();
        assert!(gone.poll.is_none());
        w.advance(DAY);
        w.run_jobs().await;
        assert_eq!(rows_left(&w).await, 5, "one poll, two answers, a vote, a voter");
        // Votes of somebody who is gone count no longer.
        leaving::erase(&w.app, cem.id).await.unwrap();
        let left = seen(&w, &ann, second).await;
        assert_eq!((counts(&left), left.voters), (vec![Some(0), Some(0)], 0));
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert_eq!(rows_left(&w).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_poll_needs_a_question_and_a_report_carries_its_answers() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let moderator = w.person_with_role("mod", kith_domain::viewer::Role::Moderator).await;
        let chat = chat(&w, &[&ann, &ben]).await;
        let as_ann = w.viewer(&ann).await;
        let mute = messages::send(&w.app, &as_ann, chat, asks(" ", &["Park", "Lake"], false)).await;
        assert_eq!(mute.unwrap_err().fields()[0].field, "text");
        let lone = messages::send(&w.app, &as_ann, chat, asks("Where?", &["Park"], false)).await;
        assert_eq!(lone.unwrap_err().fields()[0].field, "poll");
        let id = send(&w, &ann, chat, asks("Where?", &["Park", "Lake"], false)).await;
        let report =
            messages::report(&w.app, &w.viewer(&ben).await, id, MessageReport::default()).await.unwrap();
        let copies = messages::reported(&w.app, &w.viewer(&moderator).await, report.id).await.unwrap();
        let told = copies.iter().find(|copy| copy.is_reported).unwrap();
        assert_eq!(told.source, "Where?\n- Park\n- Lake");
    })
    .await;
}
