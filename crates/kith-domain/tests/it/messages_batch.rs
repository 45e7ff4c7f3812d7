//! Messages and conversations by their ids, as faces ask for them that hold ids alone.

use kith_domain::messages::{self, Folder};
use kith_domain::reactions::ReactionKind;
use kith_domain::{MessageId, Viewer};
use kith_testkit::{Person, World};

use crate::messages::{send, write};

async fn found(w: &World, who: &Person, ids: &[MessageId]) -> Vec<MessageId> {
    let cards = messages::of(&w.app, &w.viewer(who).await, ids.to_vec()).await.unwrap();
    let mut found: Vec<MessageId> = cards.iter().map(|card| card.message.id).collect();
    found.sort_unstable();
    found
}

#[tokio::test]
async fn messages_of_several_conversations_are_found_by_those_in_them() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let (_, one) = write(&w, &ann, &ben, "one").await.unwrap();
        let (_, two) = write(&w, &cem, &ann, "two").await.unwrap();
        let all = [one, two, MessageId::new(7)];
        assert_eq!(found(&w, &ann, &all).await, [one, two]);
        assert_eq!(found(&w, &ben, &all).await, [one]);
        assert!(messages::of(&w.app, &Viewer::Anonymous, all.to_vec()).await.is_err());
        messages::hide(&w.app, &w.viewer(&ann).await, one).await.unwrap();
        w.block(&cem, &ann).await;
        assert_eq!(found(&w, &ann, &all).await, []);
        assert_eq!(found(&w, &cem, &all).await, []);
        assert_eq!(found(&w, &ben, &all).await, [one]);
    })
    .await;
}

#[tokio::test]
async fn the_one_before_is_one_that_is_there_for_the_reader() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (chat, one) = write(&w, &ann, &ben, "one").await.unwrap();
        let two = send(&w, &ben, chat, "two").await;
        let three = send(&w, &ben, chat, "three").await;
        let four = send(&w, &ann, chat, "four").await;
        messages::hide(&w.app, &w.viewer(&ann).await, three).await.unwrap();
        let before = async |who: &Person| {
            let viewer = w.viewer(who).await;
            let asked = w.app.db.read(move |q| messages::previous(q, &viewer, &[one, two, four])).await;
            let mut told: Vec<_> = asked.unwrap().into_iter().collect();
            told.sort_unstable();
            told
        };
        assert_eq!(before(&ann).await, [(two, (one, ann.id)), (four, (two, ben.id))]);
        messages::delete(&w.app, &w.viewer(&ben).await, two).await.unwrap();
        assert_eq!(before(&ann).await, [(two, (one, ann.id)), (four, (one, ann.id))]);
        assert_eq!(before(&ben).await, [(two, (one, ann.id)), (four, (three, ben.id))]);
    })
    .await;
}

#[tokio::test]
async fn a_line_by_its_id_is_the_line_of_the_list() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        let (chat, one) = write(&w, &ann, &ben, "one").await.unwrap();
        messages::react(&w.app, &w.viewer(&ben).await, one, Some(ReactionKind::Love)).await.unwrap();
        let viewer = w.viewer(&ben).await;
        let request = kith_base::PageRequest { before: None, after: None, nearest: false, limit: 5 };
        let listed = messages::list(&w.app, &viewer, Folder::Inbox, request).await.unwrap().items;
        let line = messages::line(&w.app, &viewer, chat).await.unwrap();
        assert_eq!(format!("{line:?}"), format!("{:?}", listed[0]));
        assert_eq!(line.unread, 1);
        let reacted = messages::reacted(&w.app, &w.viewer(&ann).await, one).await.unwrap();
        assert_eq!(reacted, [(ben.id, ReactionKind::Love)]);
        let stranger = w.viewer(&cem).await;
        assert!(messages::line(&w.app, &stranger, chat).await.unwrap_err().is_not_found());
        assert!(messages::reacted(&w.app, &stranger, one).await.unwrap_err().is_not_found());
        w.block(&ann, &ben).await;
        assert!(messages::line(&w.app, &w.viewer(&ben).await, chat).await.is_err());
    })
    .await;
}
