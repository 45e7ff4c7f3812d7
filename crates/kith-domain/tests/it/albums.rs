//! Albums: who sees what is in them, who adds, in which order, and what goes with them.

use kith_base::PageRequest;
use kith_domain::albums::{self, NewAlbum, Step};
use kith_domain::posts::{self, Audience, AudienceChoice};
use kith_domain::viewer::AccountState;
use kith_domain::{AlbumId, MediaId, Viewer, leaving, media};
use kith_testkit::{Person, World};

use crate::photos::{picture, post, sees, send};

async fn made(w: &World, owner: &Person, title: &str, audience: Audience) -> AlbumId {
    w.advance(1);
    let choice = AudienceChoice::plain(audience);
    let new = NewAlbum { title: title.into(), choice, ..NewAlbum::default() };
    albums::create(&w.app, &w.viewer(owner).await, new).await.unwrap().id
}

async fn uploaded(w: &World, who: &Person, album: AlbumId, shade: u8) -> MediaId {
    w.advance(1);
    let photo = send(w, who, &picture(shade)).await.unwrap();
    albums::upload_into(&w.app, &w.viewer(who).await, album, vec![photo]).await.unwrap();
    photo
}

/// Photos in the album, as the viewer sees them.
async fn order(w: &World, viewer: &Viewer, album: AlbumId) -> Vec<MediaId> {
    let (photos, next) = albums::photos_page(&w.app, viewer, album, None, 100).await.unwrap();
    assert_eq!(next, None);
    photos.iter().map(|found| found.photo.id).collect()
}

#[tokio::test]
async fn e1_a_photo_uploaded_into_an_album_is_seen_by_whoever_sees_the_album() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let album = made(&w, &ann, "Summer", Audience::Friends).await;
        let photo = uploaded(&w, &ann, album, 1).await;
        assert!(sees(&w, &w.viewer(&ann).await, photo).await);
        assert!(sees(&w, &w.viewer(&ben).await, photo).await);
        assert!(!sees(&w, &w.viewer(&eve).await, photo).await);
        assert!(!sees(&w, &Viewer::Anonymous, photo).await);
        let refused = albums::get(&w.app, &w.viewer(&eve).await, album).await.unwrap_err();
        assert!(refused.is_not_found(), "hidden and absent are one answer");

        let as_ann = w.viewer(&ann).await;
        let wide = AudienceChoice::plain(Audience::World);
        albums::set_audience(&w.app, &as_ann, album, wide).await.unwrap();
        assert!(sees(&w, &Viewer::Anonymous, photo).await);
        w.block(&ann, &ben).await;
        assert!(!sees(&w, &w.viewer(&ben).await, photo).await, "apart from each other");
    })
    .await;
}

#[tokio::test]
async fn e1_an_album_never_makes_a_post_wider() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let photo = send(&w, &ann, &picture(1)).await.unwrap();
        let shown = post(&w, &ann, Audience::Self_, vec![photo]).await;
        let album = made(&w, &ann, "Open", Audience::World).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        albums::add_posted(&w.app, &as_ann, album, vec![photo]).await.unwrap();
        assert_eq!(order(&w, &as_ann, album).await, [photo]);
        assert!(order(&w, &as_ben, album).await.is_empty());
        assert_eq!(albums::get(&w.app, &as_ben, album).await.unwrap().photos, 0, "not even a count");
        let cards = albums::of_person(&w.app, &as_ben, ann.id, PageRequest::first(10)).await.unwrap().items;
        assert!(cards[0].cover.is_none() && cards[0].photos == 0);
        assert!(!sees(&w, &as_ben, photo).await);

        // Somebody else's photo is nobody's to put anywhere.
        let own = made(&w, &ben, "Mine", Audience::World).await;
        assert!(albums::add_posted(&w.app, &as_ben, own, vec![photo]).await.is_err());
        // And with the post it goes from the album.
        posts::delete(&w.app, &as_ann, shown).await.unwrap();
        assert!(order(&w, &as_ann, album).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn photos_stand_in_an_order_that_their_owner_changes() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let album = made(&w, &ann, "Order", Audience::World).await;
        let mut photos = Vec::new();
        for shade in 1..4 {
            photos.push(uploaded(&w, &ann, album, shade).await);
        }
        let [a, b, c] = photos[..] else { panic!("three") };
        let (app, as_ann, as_ben) = (&w.app, w.viewer(&ann).await, w.viewer(&ben).await);
        assert_eq!(order(&w, &as_ben, album).await, [a, b, c]);
        albums::shift(app, &as_ann, album, c, Step::First).await.unwrap();
        assert_eq!(order(&w, &as_ben, album).await, [c, a, b]);
        albums::shift(app, &as_ann, album, c, Step::Earlier).await.unwrap();
        albums::shift(app, &as_ann, album, b, Step::Later).await.unwrap();
        assert_eq!(order(&w, &as_ben, album).await, [c, a, b], "there is nothing beyond the ends");
        albums::shift(app, &as_ann, album, c, Step::Later).await.unwrap();
        albums::shift(app, &as_ann, album, b, Step::Earlier).await.unwrap();
        assert_eq!(order(&w, &as_ben, album).await, [a, b, c]);
        assert!(albums::shift(app, &as_ben, album, a, Step::Later).await.unwrap_err().is_not_found());

        albums::describe(app, &as_ann, album, a, " A  hill ", Some("Green")).await.unwrap();
        let (shown, next) = albums::photos_page(app, &as_ben, album, None, 2).await.unwrap();
        assert_eq!((shown[0].caption.as_str(), shown[0].photo.alt.as_str()), ("A hill", "Green"));
        let (rest, end) = albums::photos_page(app, &as_ben, album, next, 2).await.unwrap();
        assert_eq!((rest.len(), rest[0].photo.id, end), (1, c, None));

        albums::set_cover(app, &as_ann, album, b).await.unwrap();
        let cards = albums::of_person(app, &as_ben, ann.id, PageRequest::first(10)).await.unwrap().items;
        assert_eq!(cards[0].cover.as_ref().map(|photo| photo.id), Some(b));
        albums::put_away(app, &as_ann, album, b).await.unwrap();
        assert_eq!(order(&w, &as_ben, album).await, [a, c]);
        assert!(!sees(&w, &as_ann, b).await, "what was uploaded into it is gone with it");
        let cards = albums::of_person(app, &as_ben, ann.id, PageRequest::first(10)).await.unwrap().items;
        assert_eq!(cards[0].cover.as_ref().map(|photo| photo.id), Some(a), "the first one instead");
    })
    .await;
}

#[tokio::test]
async fn nobody_adds_before_they_agreed_and_nobody_after_they_left() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let album = made(&w, &ann, "Ours", Audience::Self_).await;
        let app = &w.app;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        assert!(albums::ask(app, &as_ann, album, eve.id).await.unwrap_err().is_not_found(), "friends alone");
        assert!(albums::ask(app, &as_ben, album, ann.id).await.unwrap_err().is_not_found());
        albums::ask(app, &as_ann, album, ben.id).await.unwrap();
        albums::ask(app, &as_ann, album, ben.id).await.unwrap();
        assert!(albums::get(app, &as_ben, album).await.is_err(), "asked is not agreed");
        let photo = send(&w, &ben, &picture(9)).await.unwrap();
        assert!(albums::upload_into(app, &as_ben, album, vec![photo]).await.unwrap_err().is_not_found());
        let asked = albums::invitations(app, &as_ben).await.unwrap();
        assert_eq!((asked.len(), asked[0].album, asked[0].title.as_str()), (1, album, "Ours"));
        assert!(albums::answer(app, &w.viewer(&eve).await, album, true).await.unwrap_err().is_not_found());

        albums::answer(app, &as_ben, album, true).await.unwrap();
        albums::upload_into(app, &as_ben, album, vec![photo]).await.unwrap();
        assert_eq!(order(&w, &as_ann, album).await, [photo]);
        assert!(sees(&w, &as_ann, photo).await, "the owner sees what others add");
        assert_eq!(albums::mine(app, &as_ben).await.unwrap().len(), 1);
        let opened = albums::get(app, &as_ben, album).await.unwrap();
        assert!(opened.may.add && opened.may.download && !opened.may.edit);
        assert!(albums::delete(app, &as_ben, album).await.unwrap_err().is_not_found());

        albums::leave(app, &as_ben, album, true).await.unwrap();
        assert!(order(&w, &as_ann, album).await.is_empty());
        assert!(albums::get(app, &as_ben, album).await.is_err());
        assert!(albums::answer(app, &as_ben, album, true).await.unwrap_err().is_not_found());
    })
    .await;
}

#[tokio::test]
async fn e10_between_two_who_are_apart_what_one_added_is_not_there_for_the_other() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let album = made(&w, &ann, "Ours", Audience::Friends).await;
        albums::ask(&w.app, &w.viewer(&ann).await, album, ben.id).await.unwrap();
        albums::answer(&w.app, &w.viewer(&ben).await, album, true).await.unwrap();
        let (own, added) = (uploaded(&w, &ann, album, 1).await, uploaded(&w, &ben, album, 2).await);
        assert_eq!(order(&w, &w.viewer(&cem).await, album).await, [own, added]);
        w.block(&cem, &ben).await;
        let as_cem = w.viewer(&cem).await;
        assert_eq!(order(&w, &as_cem, album).await, [own]);
        assert!(!sees(&w, &as_cem, added).await);
        let opened = albums::get(&w.app, &as_cem, album).await.unwrap();
        assert!(opened.contributors.is_empty() && opened.photos == 1);
        w.set_state(&ben, AccountState::Suspended).await;
        assert_eq!(order(&w, &w.viewer(&ann).await, album).await, [own], "who is away takes theirs along");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_for_good_leaves_nothing_in_albums() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let (theirs, own) =
            (made(&w, &ann, "Ours", Audience::Friends).await, made(&w, &ben, "Mine", Audience::World).await);
        albums::ask(&w.app, &w.viewer(&ann).await, theirs, ben.id).await.unwrap();
        albums::answer(&w.app, &w.viewer(&ben).await, theirs, true).await.unwrap();
        let added = uploaded(&w, &ben, theirs, 1).await;
        uploaded(&w, &ben, own, 2).await;
        leaving::erase(&w.app, ben.id).await.unwrap();
        let as_ann = w.viewer(&ann).await;
        assert!(order(&w, &as_ann, theirs).await.is_empty());
        assert!(albums::get(&w.app, &as_ann, own).await.unwrap_err().is_not_found());
        assert!(media::own(&w.app, &as_ann, added).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn an_album_has_bounds() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let viewer = w.viewer(&ann).await;
        let long = "x".repeat(101);
        for (title, audience) in
            [("", Audience::World), (long.as_str(), Audience::World), ("Circle", Audience::Circle)]
        {
            let choice = AudienceChoice::plain(audience);
            let new = NewAlbum { title: title.to_owned(), choice, ..NewAlbum::default() };
            assert!(albums::create(&w.app, &viewer, new).await.is_err(), "{title}");
        }
    })
    .await;
}
