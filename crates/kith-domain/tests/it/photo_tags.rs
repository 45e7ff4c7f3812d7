//! People in photos: nobody is shown in one without agreeing, and nobody sees one because of it.

use kith_base::PageRequest;
use kith_domain::albums::{self, NewAlbum};
use kith_domain::inbox::{self, Wanted};
use kith_domain::notices::Occasion;
use kith_domain::photo_tags::{self, Spot, WhoMayTag};
use kith_domain::posts::{self, Audience, AudienceChoice};
use kith_domain::{MediaId, PhotoTagId, Viewer, leaving};
use kith_testkit::{Person, World};

use crate::photos::{picture, post, sees, send};

async fn shown(w: &World, who: &Person, audience: Audience) -> MediaId {
    w.advance(1);
    let photo = send(w, who, &picture(1)).await.unwrap();
    post(w, who, audience, vec![photo]).await;
    photo
}

async fn tag(w: &World, by: &Person, photo: MediaId, person: &Person) -> kith_base::Result<PhotoTagId> {
    w.advance(1);
    photo_tags::tag(&w.app, &w.viewer(by).await, photo, person.id, None).await
}

/// Who is marked, as this viewer knows it.
async fn names(w: &World, viewer: &Viewer, photo: MediaId) -> Vec<String> {
    let found = photo_tags::on_photo(&w.app, viewer, photo).await.unwrap();
    found.into_iter().map(|card| card.person.handle).collect()
}

async fn told(w: &World, who: &Person, occasion: Occasion) -> usize {
    let wanted = Wanted { occasions: Some(vec![occasion]), ..Wanted::default() };
    inbox::page(&w.app, &w.viewer(who).await, PageRequest::first(20), wanted).await.unwrap().len()
}

async fn of_me(w: &World, who: &Person) -> Vec<MediaId> {
    let found = photo_tags::of_me(&w.app, &w.viewer(who).await, PageRequest::first(20)).await.unwrap();
    found.items.iter().map(|tagged| tagged.photo.id).collect()
}

#[tokio::test]
async fn a_mark_waits_for_the_one_who_is_marked_unless_they_chose_otherwise() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let photo = shown(&w, &ann, Audience::Friends).await;
        let id = tag(&w, &ann, photo, &ben).await.unwrap();
        let (as_ben, as_cem) = (w.viewer(&ben).await, w.viewer(&cem).await);
        assert_eq!(names(&w, &w.viewer(&ann).await, photo).await, ["ben"], "who marked knows that it waits");
        assert!(names(&w, &as_cem, photo).await.is_empty() && of_me(&w, &ben).await.is_empty());
        assert_eq!(told(&w, &ben, Occasion::TagReview).await, 1);
        assert_eq!(photo_tags::waiting(&w.app, &as_ben).await.unwrap().len(), 1);
        for stranger in [&ann, &cem] {
            let viewer = w.viewer(stranger).await;
            assert!(photo_tags::answer(&w.app, &viewer, id, true).await.unwrap_err().is_not_found());
        }
        photo_tags::answer(&w.app, &as_ben, id, true).await.unwrap();
        assert_eq!(names(&w, &as_cem, photo).await, ["ben"]);
        assert_eq!((of_me(&w, &ben).await, told(&w, &ben, Occasion::TagReview).await), (vec![photo], 0));

        photo_tags::set_choice(&w.app, &as_cem, WhoMayTag::Friends).await.unwrap();
        tag(&w, &ann, photo, &cem).await.unwrap();
        assert_eq!((of_me(&w, &cem).await, told(&w, &cem, Occasion::TagPhoto).await), (vec![photo], 1));
        photo_tags::set_choice(&w.app, &as_cem, WhoMayTag::Nobody).await.unwrap();
        let other = shown(&w, &ann, Audience::Friends).await;
        assert!(tag(&w, &ann, other, &cem).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_a_mark_back_is_not_marked_in_that_photo_again() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let photo = shown(&w, &ann, Audience::Friends).await;
        photo_tags::set_choice(&w.app, &w.viewer(&ben).await, WhoMayTag::Friends).await.unwrap();
        let id = tag(&w, &ann, photo, &ben).await.unwrap();
        let eve = w.person("eve").await;
        assert!(photo_tags::remove(&w.app, &w.viewer(&eve).await, id).await.unwrap_err().is_not_found());
        // Whoever marked takes it away and may do so again; a new point moves it.
        photo_tags::remove(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        let id = tag(&w, &ann, photo, &ben).await.unwrap();
        let spot = Spot { across: 250, down: 1000 };
        let as_ann = w.viewer(&ann).await;
        let moved = photo_tags::tag(&w.app, &as_ann, photo, ben.id, Some(spot)).await.unwrap();
        assert_eq!(moved, id);
        let found = photo_tags::on_photo(&w.app, &as_ann, photo).await.unwrap();
        assert_eq!(found[0].tag.spot, Some(spot));
        let beside = Spot { across: 1001, down: 0 };
        assert!(photo_tags::tag(&w.app, &as_ann, photo, ben.id, Some(beside)).await.is_err());
        photo_tags::remove(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert!(names(&w, &as_ann, photo).await.is_empty() && of_me(&w, &ben).await.is_empty());
        let refused = tag(&w, &ann, photo, &ben).await.unwrap_err();
        assert_eq!(refused.fields()[0].message.key, "photo-tags-taken-back");
    })
    .await;
}

#[tokio::test]
async fn e1_a_mark_never_lets_anybody_see_a_photo() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        photo_tags::set_choice(&w.app, &w.viewer(&ben).await, WhoMayTag::Friends).await.unwrap();
        let own = shown(&w, &ann, Audience::Self_).await;
        let refused = tag(&w, &ann, own, &ben).await.unwrap_err();
        assert_eq!(refused.fields()[0].message.key, "photo-tags-cannot-see");
        assert!(!sees(&w, &w.viewer(&ben).await, own).await);
        let photo = shown(&w, &ann, Audience::Friends).await;
        assert!(tag(&w, &ann, photo, &eve).await.is_err(), "friends alone");
        assert!(tag(&w, &ben, photo, &ann).await.unwrap_err().is_not_found(), "in one's own photos alone");
        tag(&w, &ann, photo, &ben).await.unwrap();
        let loose = send(&w, &ann, &picture(3)).await.unwrap();
        assert!(tag(&w, &ann, loose, &ben).await.unwrap_err().is_not_found(), "nothing shows it");

        // The post becomes narrower: the photo is not there for whoever is marked, the mark lets nobody back in.
        let shown_by = kith_domain::photos::page(&w.app, &w.viewer(&ann).await, photo).await.unwrap().post;
        let choice = AudienceChoice::plain(Audience::Self_);
        let (viewer, same) = (w.viewer(&ann).await, posts::CommentAudience::Same);
        posts::set_audience(&w.app, &viewer, shown_by.unwrap(), choice, same).await.unwrap();
        assert!(of_me(&w, &ben).await.is_empty() && !sees(&w, &w.viewer(&ben).await, photo).await);
        assert!(photo_tags::on_photo(&w.app, &w.viewer(&ben).await, photo).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn e10_blocks_hold_and_leaving_erases() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.befriend(&ann, &cem).await;
        let choice = AudienceChoice::plain(Audience::Friends);
        let new = NewAlbum { title: "Summer".into(), choice, ..NewAlbum::default() };
        let album = albums::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        let photo = send(&w, &ann, &picture(4)).await.unwrap();
        albums::upload_into(&w.app, &w.viewer(&ann).await, album, vec![photo]).await.unwrap();
        photo_tags::set_choice(&w.app, &w.viewer(&ben).await, WhoMayTag::Friends).await.unwrap();
        tag(&w, &ann, photo, &ben).await.unwrap();
        assert_eq!(of_me(&w, &ben).await, [photo], "in albums too");
        w.block(&cem, &ben).await;
        assert!(names(&w, &w.viewer(&cem).await, photo).await.is_empty());
        w.block(&ben, &ann).await;
        assert!(of_me(&w, &ben).await.is_empty());
        assert!(names(&w, &w.viewer(&ann).await, photo).await.is_empty());
        leaving::erase(&w.app, ben.id).await.unwrap();
        assert!(photo_tags::on_photo(&w.app, &w.viewer(&ann).await, photo).await.unwrap().is_empty());
    })
    .await;
}
