//! The digest: to those who want it, once, of what they may see and have not seen.

use kith_base::{DAY, WEEK};
use kith_domain::digest;
use kith_domain::events::{self, EventAudience};
use kith_domain::groups;
use kith_domain::mail::{Choices, Pace};
use kith_domain::notices::{self, Channels, Occasion};
use kith_domain::ports::{Block, Mail};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::{PostId, relationships};
use kith_testkit::{Person, World};

use crate::messages::write as write_to;

async fn write(w: &World, who: &Person, text: &str) -> PostId {
    w.advance(1);
    let choice = AudienceChoice::plain(Audience::Friends);
    let new = NewPost { text: text.into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

async fn choose(w: &World, who: &Person, digest: Pace) {
    let choices = Choices { digest, only_account: false };
    digest::choose(&w.app, &w.viewer(who).await, choices).await.unwrap();
}

/// One round of planning, and the jobs that it left, those a little later too; the digests that came.
async fn round(w: &World) -> Vec<Mail> {
    w.upkeep("digest.plan").await;
    w.advance(5 * kith_base::MINUTE);
    assert_eq!(w.run_jobs().await.failed, 0);
    w.mails.take()
}

fn to<'m>(mails: &'m [Mail], person: &Person) -> Option<&'m Mail> {
    let address = format!("{}@example.org", person.handle);
    mails.iter().find(|mail| mail.to_address == address)
}

#[tokio::test]
async fn who_has_missed_something_is_told_once_a_week() {
    World::each(|w| async move {
        let (ann, ben, cleo) = (w.person("ann").await, w.person("ben").await, w.person("cleo").await);
        w.befriend(&ann, &ben).await;
        w.mails.take();
        assert!(round(&w).await.is_empty(), "nobody is due yet");
        let post = write(&w, &ben, "the plums are ripe").await;
        w.advance(DAY);
        let mails = round(&w).await;
        let digest = to(&mails, &ann).expect("a Monday morning");
        assert!(digest.text.contains("the plums are ripe"), "{}", digest.text);
        assert!(digest.text.contains(&format!("https://kith.example/p/{post}")), "{}", digest.text);
        assert!(digest.stop_url.as_deref().is_some_and(|url| digest.text.contains(url)), "{}", digest.text);
        assert!(digest.body.blocks.iter().any(|block| matches!(block, Block::Item { .. })));
        assert!(to(&mails, &cleo).is_none(), "nothing happened to her");
        assert!(round(&w).await.is_empty(), "once");
        w.advance(WEEK);
        assert!(to(&round(&w).await, &ann).is_none(), "nothing new since");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_in_it_that_its_reader_may_not_see_when_it_leaves() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        round(&w).await;
        write(&w, &ben, "a secret for @ann").await;
        w.advance(DAY);
        w.upkeep("digest.plan").await;
        w.block(&ben, &ann).await;
        w.advance(5 * kith_base::MINUTE);
        w.run_jobs().await;
        assert!(to(&w.mails.take(), &ann).is_none(), "the block came before the letter");
    })
    .await;
}

#[tokio::test]
async fn it_comes_as_often_as_it_was_chosen_and_not_to_those_who_were_here() {
    World::each(|w| async move {
        let (ann, ben, cleo) = (w.person("ann").await, w.person("ben").await, w.person("cleo").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&cleo, &ben).await;
        choose(&w, &ann, Pace::Daily).await;
        choose(&w, &cleo, Pace::Off).await;
        w.advance(DAY);
        round(&w).await;
        for day in 0..2 {
            write(&w, &ben, &format!("day {day}")).await;
            w.advance(DAY);
            let mails = round(&w).await;
            assert!(
                to(&mails, &ann).is_some_and(|mail| mail.text.contains(&format!("day {day}"))),
                "{mails:?}"
            );
            assert!(to(&mails, &cleo).is_none());
        }
        relationships::unfriend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        write(&w, &ben, "among friends").await;
        w.advance(DAY);
        assert!(to(&round(&w).await, &ann).is_none_or(|mail| !mail.text.contains("among friends")));
    })
    .await;
}

#[tokio::test]
async fn what_stands_in_it_was_chosen_for_it() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let post = crate::notices::post(&w, &ann, "Here").await;
        round(&w).await;
        let channels =
            vec![(Occasion::Comment, Channels::new("a")), (Occasion::Reaction, Channels::new("d"))];
        let choices = notices::Choices { channels, ..notices::Choices::default() };
        crate::notices::choose(&w, &ann, choices).await;
        crate::notices::comment(&w, &ben, post, "not in a digest").await;
        crate::notices::react(&w, &ben, post).await;
        let (chat, _) = write_to(&w, &ben, &ann, "soup at eight?").await.unwrap();
        w.advance(DAY);
        let mails = round(&w).await;
        let text = &to(&mails, &ann).expect("a digest").text;
        assert!(
            text.contains("soup at eight?"),
            "a message stands in a digest and on no page of notices: {text}"
        );
        assert!(text.contains(&format!("https://kith.example/messages/{chat}")), "{text}");
        assert!(text.contains("reacted"), "{text}");
        assert!(!text.contains("not in a digest"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn what_was_read_meanwhile_is_not_in_it() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        round(&w).await;
        let (chat, id) = write_to(&w, &ben, &ann, "soup at eight?").await.unwrap();
        kith_domain::messages::mark_read(&w.app, &w.viewer(&ann).await, chat, id).await.unwrap();
        w.advance(DAY);
        let mails = round(&w).await;
        assert!(to(&mails, &ann).is_none_or(|mail| !mail.text.contains("soup")), "{mails:?}");
    })
    .await;
}

#[tokio::test]
async fn invitations_lead_to_their_events_and_groups() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let event = crate::events::made(&w, &ben, crate::events::concert(EventAudience::Invited)).await;
        let group = crate::groups::make(&w, &ben, crate::groups::FREE).await;
        round(&w).await;
        w.advance(1);
        let viewer = w.viewer(&ben).await;
        events::invite(&w.app, &viewer, event, vec![ann.id]).await.unwrap();
        w.advance(1);
        groups::invite(&w.app, &viewer, group, vec![ann.id]).await.unwrap();
        let slug = groups::get(&w.app, &viewer, group).await.unwrap().slug.clone();
        w.advance(DAY);
        let mails = round(&w).await;
        let urls: Vec<&str> = to(&mails, &ann)
            .expect("a digest")
            .body
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Item { url, .. } => Some(url.as_str()),
                _ => None,
            })
            .collect();
        for path in [format!("/events/{event}"), format!("/groups/{slug}")] {
            let url = format!("https://kith.example{path}");
            assert!(urls.contains(&url.as_str()), "{url}: {urls:?}");
        }
    })
    .await;
}
