//! Photos in conversations. The media worker has to be built beside the tests.

use kith_base::MINUTE;
use kith_domain::messages::{self, MessageReport, NewMessage};
use kith_domain::viewer::Role;
use kith_domain::{MediaId, media};
use kith_testkit::World;

use crate::photos::{picture, sees, send};

fn with_photo(photo: MediaId) -> NewMessage {
    NewMessage { photos: vec![photo], ..NewMessage::default() }
}

#[tokio::test]
async fn e1_photos_of_messages_are_for_members_and_not_before_a_request_is_accepted() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let (as_cem, as_moderator) = (w.viewer(&cem).await, w.viewer(&moderator).await);
        let photo = send(&w, &ann, &picture(1)).await.unwrap();
        let sent = messages::write_to(&w.app, &as_ann, ben.id, with_photo(photo)).await.unwrap();
        let (chat, id) = (sent.conversation, sent.id);
        let card = messages::get(&w.app, &as_ben, id).await.unwrap();
        assert_eq!((card.photos.len(), card.held_photos), (0, 1));
        assert!(sees(&w, &as_ann, photo).await && !sees(&w, &as_ben, photo).await);
        messages::accept(&w.app, &as_ben, chat).await.unwrap();
        let card = messages::get(&w.app, &as_ben, id).await.unwrap();
        assert_eq!((card.photos.len(), card.held_photos), (1, 0));
        assert!(sees(&w, &as_ben, photo).await && !sees(&w, &as_cem, photo).await);
        assert!(!sees(&w, &as_moderator, photo).await);
        messages::report(&w.app, &as_ben, id, MessageReport::default()).await.unwrap();
        assert!(sees(&w, &as_moderator, photo).await, "a report carries it");
        messages::delete(&w.app, &as_ann, id).await.unwrap();
        w.run_jobs().await;
        assert!(!sees(&w, &as_ben, photo).await && sees(&w, &as_moderator, photo).await);
    })
    .await;
}

#[tokio::test]
async fn b12_a_photo_goes_with_its_message() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let as_ann = w.viewer(&ann).await;
        let photo = send(&w, &ann, &picture(1)).await.unwrap();
        let sent = messages::write_to(&w.app, &as_ann, ben.id, with_photo(photo)).await.unwrap();
        let again = messages::write_to(&w.app, &as_ann, ben.id, with_photo(photo)).await.unwrap_err();
        assert_eq!(again.fields()[0].field, "photos", "shown already");
        messages::delete(&w.app, &as_ann, sent.id).await.unwrap();
        w.advance(MINUTE);
        w.run_jobs().await;
        assert!(!sees(&w, &as_ann, photo).await);
        assert_eq!(media::used_bytes(&w.app, &as_ann).await.unwrap(), 0);
    })
    .await;
}
