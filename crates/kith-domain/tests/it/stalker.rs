//! The stalker, the former partner: what they can find out, watch and reach by messages, presence, notices and mail once
//! somebody keeps away from them.

use kith_base::{HOUR, Kind, MINUTE, PageRequest, SECOND};
use kith_domain::inbox::{self, Wanted};
use kith_domain::live::{self, Hint, Wish};
use kith_domain::messages::{self, Folder, Reach};
use kith_domain::notices::{Channels, Choices, Occasion, Place};
use kith_domain::reactions::ReactionKind;
use kith_domain::relationships;
use kith_testkit::{Person, World};

use crate::live::{all, listen, open};
use crate::messages::{folder, kind, read, send, text, write};
use crate::messages_groups::{add, group};
use crate::push::{everything, wake};

/// What `who` was told of that `from` caused, wherever it stands.
async fn told_of(w: &World, who: &Person, from: &Person) -> usize {
    let viewer = w.viewer(who).await;
    let mut count = 0;
    for place in Place::ALL {
        let wanted = Wanted { place: *place, from: Some(from.id), ..Wanted::default() };
        count += inbox::page(&w.app, &viewer, PageRequest::first(50), wanted).await.unwrap().len();
    }
    count
}

/// Ann was with Rex. They have a chat, a group with a friend, and share when they are here.
async fn former(w: &World) -> (Person, Person, Person) {
    let (ann, rex, cem) = (w.person("ann").await, w.person("rex").await, w.person("cem").await);
    for (a, b) in [(&ann, &rex), (&ann, &cem), (&rex, &cem)] {
        w.befriend(a, b).await;
    }
    for person in [&ann, &rex, &cem] {
        w.choose(person, |chosen| chosen.presence = true).await;
    }
    (ann, rex, cem)
}

#[tokio::test]
async fn a_stalker_cannot_watch_whoever_blocked_them() {
    World::each(|w| async move {
        let (ann, rex, cem) = former(&w).await;
        let (chat, _) = write(&w, &ann, &rex, "one").await.unwrap();
        let (walks, _) = group(&w, &cem, &[&ann, &rex]).await.unwrap();
        let theirs = send(&w, &rex, walks, "of rex").await;
        let _at_home = listen(&w, &ann).await;
        let mut line = listen(&w, &rex).await;
        let heard = line.begun().unwrap();
        let here = async || live::present(&w.app, &w.viewer(&rex).await, &[ann.id, cem.id]).await.unwrap();
        assert_eq!(here().await, [ann.id], "before");
        w.block(&ann, &rex).await;
        all(&mut line).await;
        assert_eq!(here().await, [], "not whether she is here");

        let as_ann = w.viewer(&ann).await;
        let words = send(&w, &ann, walks, "of ann").await;
        messages::typing(&w.app, &as_ann, walks).await.unwrap();
        messages::mark_read(&w.app, &as_ann, walks, words).await.unwrap();
        let _another = listen(&w, &ann).await;
        assert_eq!(all(&mut line).await, [], "not when she writes, reads or comes");
        let wish = Wish { heard: Some(heard), ..Wish::default() };
        for hint in all(&mut open(&w, &rex, wish).await.unwrap()).await {
            let is_of_her = match &hint {
                Hint::Message { message, .. } | Hint::MessageChanged { message, .. } => *message == words,
                Hint::Typing { account, .. } | Hint::Read { account, .. } => *account == ann.id,
                _ => false,
            };
            assert!(!is_of_her, "a line that came back told {hint:?}");
        }
        let talk = messages::open(&w.app, &w.viewer(&rex).await, walks).await.unwrap();
        assert!(talk.people.iter().all(|one| one.person.id != ann.id), "not how far she has read");
        assert_eq!(read(&w, &rex, walks).await.unwrap(), ["of rex"]);
        let refused = messages::react(&w.app, &as_ann, theirs, Some(ReactionKind::Like)).await;
        assert_eq!(kind(refused), Kind::NotFound);
        assert_eq!(told_of(&w, &rex, &ann).await, 0, "nor is he told of anything she did");
        assert_eq!(read(&w, &rex, chat).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_stalker_cannot_reach_whoever_blocked_them() {
    World::each(|w| async move {
        let (ann, rex, cem) = former(&w).await;
        let channels = vec![(Occasion::Message, Channels::new("ped"))];
        crate::notices::choose(&w, &ann, Choices { channels, ..Choices::default() }).await;
        wake(&w, &ann, everything()).await;
        let (chat, _) = write(&w, &rex, &ann, "one").await.unwrap();
        let (walks, _) = group(&w, &cem, &[&ann, &rex]).await.unwrap();
        w.run_jobs().await;
        let reached = !w.pushes.take().is_empty() && !w.mails.take().is_empty();
        assert!(reached, "before, both ways lead to her");
        // What is under way when she blocks him does not arrive either.
        write(&w, &rex, &ann, "under way").await.unwrap();
        w.block(&ann, &rex).await;
        let mut line = listen(&w, &ann).await;

        let as_rex = w.viewer(&rex).await;
        assert_eq!(messages::reach(&w.app, &as_rex, ann.id).await.unwrap(), Reach::Closed);
        assert_eq!(kind(write(&w, &rex, &ann, "second try").await), Kind::NotFound);
        assert_eq!(kind(messages::send(&w.app, &as_rex, chat, text("second try")).await), Kind::NotFound);
        assert_eq!(kind(group(&w, &rex, &[&ann, &cem]).await), Kind::NotFound);
        let asks = relationships::request_friend(&w.app, &as_rex, ann.id).await;
        assert_eq!(kind(asks), Kind::NotFound);
        // Nobody else brings the two together in one sight either.
        let his = send(&w, &rex, walks, "for ann").await;
        messages::typing(&w.app, &as_rex, walks).await.unwrap();
        messages::rename(&w.app, &w.viewer(&cem).await, walks, "Walks again").await.unwrap();
        let (other, _) = group(&w, &rex, &[&cem]).await.unwrap();
        let added = add(&w, &rex, other, &ann).await;
        assert_eq!(kind(added), Kind::NotFound);
        for hint in all(&mut line).await {
            let is_calm = match hint {
                Hint::Conversation { .. } | Hint::Notices { .. } => true,
                // The line about the new name, which is Cem's.
                Hint::Message { conversation, message, .. } => conversation == walks && message != his,
                _ => false,
            };
            assert!(is_calm, "an open line told {hint:?}");
        }
        w.advance(HOUR + 2 * MINUTE);
        assert_eq!(w.run_jobs().await.failed, 0);
        let says = |text: &str| {
            ["under way", "second try", "for ann", "Rex"].iter().any(|words| text.contains(words))
        };
        assert!(w.pushes.take().iter().all(|push| !says(&push.body) && !says(&push.title)));
        let mails = w.mails.take();
        let hers = mails.iter().filter(|mail| mail.to_address.starts_with("ann@"));
        assert!(hers.into_iter().all(|mail| !says(&mail.text)), "{mails:?}");
        assert_eq!(told_of(&w, &ann, &rex).await, 0);
        assert!(folder(&w, &ann, Folder::Requests).await.is_empty());
        assert!(read(&w, &ann, walks).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_former_friend_sees_no_presence_even_without_a_block() {
    World::each(|w| async move {
        let (ann, rex, _) = former(&w).await;
        let _at_home = listen(&w, &ann).await;
        let here = async || live::present(&w.app, &w.viewer(&rex).await, &[ann.id]).await.unwrap();
        assert_eq!(here().await, [ann.id]);
        w.advance(SECOND);
        relationships::unfriend(&w.app, &w.viewer(&ann).await, rex.id).await.unwrap();
        assert_eq!(here().await, []);
        // Who follows is no friend.
        relationships::follow(&w.app, &w.viewer(&rex).await, ann.id).await.unwrap();
        assert_eq!(here().await, []);
    })
    .await;
}
