//! The one photo that a comment may show. The media worker has to be built beside the tests.

use kith_base::{DAY, HOUR, MINUTE};
use kith_domain::cards::{self, DiscussionRequest};
use kith_domain::comments::{self, CommentEdit, NewComment};
use kith_domain::media;
use kith_domain::posts::{self, Audience};
use kith_domain::viewer::Role;
use kith_domain::{CommentId, MediaId, PostId, Viewer, photos};
use kith_testkit::{Person, World};

use crate::photos::{picture, post, sees, send};

async fn comment(w: &World, who: &Person, post: PostId, photo: MediaId) -> CommentId {
    let new = NewComment { post, photo: Some(photo), ..NewComment::default() };
    comments::create(&w.app, &w.viewer(who).await, new).await.unwrap().id
}

/// A plain post, whose own photo stays out of the way.
async fn talk(w: &World, who: &Person, audience: Audience) -> PostId {
    post(w, who, audience, Vec::new()).await
}

#[tokio::test]
async fn e1_b10_a_photo_on_a_comment_is_seen_by_whoever_sees_the_comment() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let (dan, moderator) = (w.person("dan").await, w.person_with_role("mod", Role::Moderator).await);
        for friend in [&ben, &dan] {
            w.befriend(&ann, friend).await;
        }
        let mut who = Vec::new();
        for person in [&ann, &ben, &cem, &dan, &moderator] {
            who.push(w.viewer(person).await);
        }
        who.push(Viewer::Anonymous);
        let seen = async |who: &[Viewer], id: MediaId| {
            let mut seen = Vec::new();
            for viewer in who {
                seen.push(sees(&w, viewer, id).await);
            }
            seen
        };
        let narrow = send(&w, &ben, &picture(1)).await.unwrap();
        let among = comment(&w, &ben, talk(&w, &ann, Audience::Friends).await, narrow).await;
        assert_eq!(seen(&who, narrow).await, [true, true, false, true, false, false], "as the comment");
        let wide = send(&w, &ben, &picture(2)).await.unwrap();
        let post = talk(&w, &ann, Audience::World).await;
        let open = comment(&w, &ben, post, wide).await;
        assert_eq!(seen(&who, wide).await, [true; 6]);
        let page = photos::page(&w.app, &who[2], wide).await.unwrap();
        assert_eq!((page.post, page.comment, page.total), (Some(post), Some(open), 1));

        w.block(&dan, &ben).await;
        who[1] = w.viewer(&ben).await;
        who[3] = w.viewer(&dan).await;
        assert_eq!(seen(&who, narrow).await, [true, true, false, false, false, false], "E10");
        assert_eq!(seen(&who, wide).await, [true, true, true, false, true, true], "E10");
        comments::delete(&w.app, &who[0], among).await.unwrap();
        assert_eq!(seen(&who, narrow).await, [false; 6], "the owner of the post took it away");
        comments::restore(&w.app, &who[0], among).await.unwrap();
        assert_eq!(seen(&who[..2], narrow).await, [true, true]);
        let card = cards::get(&w.app, &who[0], post).await.unwrap();
        assert_eq!(card.comments[0].photo.as_ref().map(|photo| photo.id), Some(wide), "in a list");
        let whole = cards::discussion(&w.app, &who[0], post, DiscussionRequest::default()).await.unwrap();
        let first = whole.threads[0].first.as_ref().unwrap();
        assert_eq!(first.photo.as_ref().map(|photo| photo.alt.as_str()), Some("A hill"), "on its page");
    })
    .await;
}

#[tokio::test]
async fn a_comment_takes_one_own_photo_that_nothing_shows_and_lets_it_go() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ben = w.viewer(&ben).await;
        let post = talk(&w, &ann, Audience::Community).await;
        let (theirs, own, other) = (
            send(&w, &ann, &picture(1)).await.unwrap(),
            send(&w, &ben, &picture(2)).await.unwrap(),
            send(&w, &ben, &picture(3)).await.unwrap(),
        );
        let refused = async |photo: Option<MediaId>| {
            let new = NewComment { post, photo, ..NewComment::default() };
            let error = comments::create(&w.app, &as_ben, new).await.unwrap_err();
            error.fields()[0].field
        };
        assert_eq!(refused(Some(theirs)).await, "photos", "somebody else's");
        assert_eq!(refused(None).await, "text", "nothing to say");
        let id = comment(&w, &ben, post, own).await;
        assert_eq!(refused(Some(own)).await, "photos", "shown already");
        let edit = async |text: &str, photo: Option<MediaId>| {
            let edit = CommentEdit { text: text.to_owned(), photo };
            comments::edit(&w.app, &as_ben, id, edit).await.map(|comment| comment.photo)
        };
        assert_eq!(edit("", Some(other)).await.unwrap(), Some(other), "another one");
        assert_eq!(edit("", None).await.unwrap_err().fields()[0].field, "text", "nothing would be left");
        assert_eq!(edit("words", Some(other)).await.unwrap(), Some(other));
        w.run_jobs().await;
        assert!(!sees(&w, &as_ben, own).await && sees(&w, &as_ben, other).await, "the first one is erased");
        assert_eq!(edit("words", None).await.unwrap(), None);
        w.run_jobs().await;
        assert!(!sees(&w, &as_ben, other).await);
        assert_eq!(media::used_bytes(&w.app, &as_ben).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn b12_a_photo_goes_with_its_comment_its_post_and_the_accounts_of_both() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let left = || w.app.store.used_bytes();
        let post = talk(&w, &ann, Audience::Community).await;
        let first = send(&w, &ben, &picture(1)).await.unwrap();
        let id = comment(&w, &ben, post, first).await;
        comments::delete(&w.app, &as_ben, id).await.unwrap();
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(left(), 0, "with its comment");
        let second = send(&w, &ben, &picture(2)).await.unwrap();
        comment(&w, &ben, post, second).await;
        w.advance(DAY + HOUR);
        w.upkeep("media.sweep_orphans").await;
        w.run_jobs().await;
        assert!(sees(&w, &as_ann, second).await, "what a comment shows is no orphan");
        posts::delete(&w.app, &as_ann, post).await.unwrap();
        w.advance(MINUTE);
        w.run_jobs().await;
        assert_eq!(left(), 0, "with the post");

        let post = talk(&w, &ann, Audience::Community).await;
        let third = send(&w, &ben, &picture(3)).await.unwrap();
        let id = comment(&w, &ben, post, third).await;
        let own = send(&w, &ann, &picture(4)).await.unwrap();
        let answered = comment(&w, &ann, post, own).await;
        kith_domain::leaving::erase(&w.app, ben.id).await.unwrap();
        w.run_jobs().await;
        assert!(comments::get(&w.app, &as_ann, id).await.is_err());
        assert!(!sees(&w, &as_ann, third).await, "with the account of its author");
        assert!(comments::get(&w.app, &as_ann, answered).await.unwrap().0.photo.is_some());
        let cem = w.person("cem").await;
        let fourth = send(&w, &cem, &picture(5)).await.unwrap();
        comment(&w, &cem, post, fourth).await;
        kith_domain::leaving::erase(&w.app, ann.id).await.unwrap();
        w.advance(DAY + HOUR);
        w.upkeep("media.sweep_orphans").await;
        w.run_jobs().await;
        assert_eq!(left(), 0, "and with the post of somebody who left");
    })
    .await;
}
