//! Group chats: who comes in and how, who looks after them, and what each sees.

use kith_base::{Kind, SECOND};
use kith_domain::messages::{self, Added, Folder, NewGroup, SeatState};
use kith_domain::notices::Occasion;
use kith_domain::{AccountId, ConversationId};
use kith_testkit::{Person, World};

use crate::messages::{born, folder, read, send, told};

pub(crate) async fn group(
    w: &World,
    by: &Person,
    people: &[&Person],
) -> kith_base::Result<(ConversationId, Added)> {
    w.advance(SECOND);
    let people: Vec<AccountId> = people.iter().map(|person| person.id).collect();
    let new = NewGroup { name: "Walks".into(), people, submission: None };
    messages::create_group(&w.app, &w.viewer(by).await, new).await
}

pub(crate) async fn add(
    w: &World,
    by: &Person,
    chat: ConversationId,
    person: &Person,
) -> kith_base::Result<Added> {
    w.advance(SECOND);
    messages::add(&w.app, &w.viewer(by).await, chat, vec![person.id]).await
}

#[tokio::test]
async fn friends_are_added_and_others_are_asked() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (shy, cem) = (w.person("shy").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &shy).await;
        w.choose(&shy, |chosen| chosen.friends_add_to_chats = false).await;
        let (chat, added) = group(&w, &ann, &[&ben, &shy, &cem]).await.unwrap();
        assert_eq!(added.joined, [ben.id]);
        assert_eq!(added.asked.len(), 2);
        assert_eq!(
            (told(&w, &ben).await, told(&w, &cem).await),
            (vec![Occasion::ChatAdded], vec![Occasion::MessageRequest])
        );
        send(&w, &ann, chat, "before").await;
        assert_eq!(read(&w, &cem, chat).await.unwrap().len(), 0, "nothing before they say yes");
        assert_eq!(folder(&w, &cem, Folder::Requests).await, [(chat, 0)]);
        let as_cem = w.viewer(&cem).await;
        let early = messages::send(&w.app, &as_cem, chat, crate::messages::text("hi")).await;
        assert_eq!(early.unwrap_err().kind(), Kind::Forbidden);
        messages::accept(&w.app, &as_cem, chat).await.unwrap();
        send(&w, &ben, chat, "after").await;
        assert_eq!(read(&w, &cem, chat).await.unwrap(), ["after"]);
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["before", "after"]);
        messages::decline(&w.app, &w.viewer(&shy).await, chat).await.unwrap();
        let talk = messages::open(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
        let theirs = talk.people.iter().find(|one| one.person.id == shy.id).unwrap();
        assert_eq!(theirs.state, SeatState::Asked, "a no looks like silence");
        assert_eq!(add(&w, &ben, chat, &shy).await.unwrap(), Added::default(), "and is not asked again");
    })
    .await;
}

#[tokio::test]
async fn who_looks_after_a_group_names_it_and_hands_it_on() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        let (chat, _) = group(&w, &ann, &[&ben]).await.unwrap();
        add(&w, &ann, chat, &cem).await.unwrap();
        let as_ben = w.viewer(&ben).await;
        assert_eq!(messages::rename(&w.app, &as_ben, chat, "Mine").await.unwrap_err().kind(), Kind::NotFound);
        assert_eq!(messages::remove(&w.app, &as_ben, chat, cem.id).await.unwrap_err().kind(), Kind::NotFound);
        messages::leave(&w.app, &w.viewer(&ann).await, chat).await.unwrap();
        assert_eq!(read(&w, &ann, chat).await, None, "who left sees it no more");
        let talk = messages::open(&w.app, &as_ben, chat).await.unwrap();
        assert!(talk.may_manage, "the one who was there longest");
        messages::rename(&w.app, &as_ben, chat, "Mine").await.unwrap();
        messages::remove(&w.app, &as_ben, chat, cem.id).await.unwrap();
        assert_eq!(read(&w, &cem, chat).await, None);
        assert_eq!(messages::open(&w.app, &as_ben, chat).await.unwrap().conversation.name, "Mine");
        w.befriend(&ben, &ann).await;
        assert_eq!(add(&w, &ben, chat, &ann).await.unwrap().asked, [ann.id], "who went is asked");
    })
    .await;
}

#[tokio::test]
async fn e10_in_a_group_a_block_hides_the_two_from_each_other() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        for friend in [&ben, &cem] {
            w.befriend(&ann, friend).await;
        }
        let (chat, _) = group(&w, &ann, &[&ben, &cem]).await.unwrap();
        send(&w, &ben, chat, "of ben").await;
        w.block(&cem, &ben).await;
        send(&w, &cem, chat, "of cem").await;
        send(&w, &ann, chat, "of ann").await;
        assert_eq!(read(&w, &cem, chat).await.unwrap(), ["of cem", "of ann"]);
        assert_eq!(read(&w, &ben, chat).await.unwrap(), ["of ben", "of ann"]);
        assert_eq!(read(&w, &ann, chat).await.unwrap().len(), 3);
        assert_eq!(folder(&w, &ben, Folder::Inbox).await, [(chat, 1)]);
        let talk = messages::open(&w.app, &w.viewer(&cem).await, chat).await.unwrap();
        assert!(talk.people.iter().all(|one| one.person.id != ben.id));
        assert_eq!(group(&w, &ben, &[&cem]).await.unwrap_err().kind(), Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn l14_no_group_brings_an_adult_to_a_minor_whom_they_do_not_know() {
    World::each(|w| async move {
        let (kid, mate) = (w.person("kid").await, w.person("mate").await);
        let (parent, adult) = (w.person("parent").await, w.person("adult").await);
        for (person, year) in [(&kid, 2012), (&mate, 2012), (&parent, 1980), (&adult, 1980)] {
            born(&w, person, year).await;
        }
        w.befriend(&kid, &parent).await;
        w.befriend(&kid, &mate).await;
        w.befriend(&parent, &adult).await;
        assert_eq!(group(&w, &adult, &[&kid]).await.unwrap_err().kind(), Kind::Forbidden);
        let (chat, added) = group(&w, &parent, &[&kid]).await.unwrap();
        assert_eq!(added.joined, [kid.id]);
        assert_eq!(add(&w, &parent, chat, &adult).await.unwrap_err().kind(), Kind::Forbidden);
        let (other, _) = group(&w, &parent, &[&adult]).await.unwrap();
        assert_eq!(
            add(&w, &parent, other, &kid).await.unwrap().asked,
            [kid.id],
            "they see who is in it first"
        );
        send(&w, &adult, other, "hello").await;
        assert_eq!(read(&w, &kid, other).await.unwrap().len(), 0);
    })
    .await;
}

#[tokio::test]
async fn a_group_has_room_for_fifty() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 3).await;
        let ids: Vec<AccountId> = (1..=50).map(AccountId::new).collect();
        let new = NewGroup { name: String::new(), people: ids, submission: None };
        let full = messages::create_group(&w.app, &w.viewer(&ann).await, new).await.unwrap_err();
        assert_eq!(full.fields()[0].field, "people");
        let alone = group(&w, &ann, &[]).await.unwrap_err();
        assert_eq!(alone.fields()[0].field, "people");
    })
    .await;
}
