//! Reports of albums and photos; those of posts are in the tests of apps, those of messages beside messages.

use kith_base::Kind;
use kith_domain::albums::{self, NewAlbum};
use kith_domain::photos::{self, Reported};
use kith_domain::posts::{Audience, AudienceChoice};
use kith_domain::reports::{self, Category, SubjectKind};
use kith_domain::viewer::Role;
use kith_domain::{AlbumId, leaving};
use kith_testkit::{Person, World};

async fn album(w: &World, owner: &Person, audience: Audience) -> AlbumId {
    w.advance(1);
    let choice = AudienceChoice::plain(audience);
    let new = NewAlbum { title: "Summer".into(), choice, ..NewAlbum::default() };
    albums::create(&w.app, &w.viewer(owner).await, new).await.unwrap().id
}

#[tokio::test]
async fn albums_are_reported_by_those_who_see_them() {
    World::each(|w| async move {
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        let moderator = w.person_with_role("mod", Role::Moderator).await;
        w.befriend(&ann, &ben).await;
        let album = album(&w, &ann, Audience::Friends).await;
        let told = || (Category::Violation, "Not theirs".to_owned());
        let report = async |who: &Person| {
            photos::report(&w.app, &w.viewer(who).await, Reported::Album(album), told()).await
        };
        assert_eq!(report(&eve).await.unwrap_err().kind(), Kind::NotFound);
        assert_eq!(report(&ann).await.unwrap_err().kind(), Kind::Invalid, "nobody reports themselves");
        let made = report(&ben).await.unwrap();
        assert_eq!((made.target, made.reporter), (ann.id, Some(ben.id)));
        let kept = reports::list(&w.app, &w.viewer(&moderator).await).await.unwrap();
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].subjects, [(SubjectKind::Album, album.raw())]);
        assert_eq!((kept[0].category, kept[0].comment.as_str()), (Category::Violation, "Not theirs"));
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert!(reports::list(&w.app, &w.viewer(&moderator).await).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn photos_are_reported_where_they_can_be_seen_but_for_those_in_conversations() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let photo = crate::photos::send(&w, &ann, &crate::photos::picture(1)).await.unwrap();
        crate::photos::post(&w, &ann, Audience::Friends, vec![photo]).await;
        let sent = crate::photos::send(&w, &ann, &crate::photos::picture(2)).await.unwrap();
        let new = kith_domain::messages::NewMessage { photos: vec![sent], ..crate::messages::text("look") };
        kith_domain::messages::write_to(&w.app, &w.viewer(&ann).await, ben.id, new).await.unwrap();
        let report = async |who: &Person, photo| {
            let told = (Category::Other, String::new());
            photos::report(&w.app, &w.viewer(who).await, Reported::Photo(photo), told)
                .await
                .map(|made| made.subjects)
        };
        assert_eq!(report(&ben, photo).await.unwrap(), [(SubjectKind::Photo, photo.raw())]);
        assert!(report(&eve, photo).await.unwrap_err().is_not_found());
        assert!(report(&ben, sent).await.unwrap_err().is_not_found(), "it goes with its message");
    })
    .await;
}
