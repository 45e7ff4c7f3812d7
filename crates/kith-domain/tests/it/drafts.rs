//! Drafts: kept under the word of their form, gone with what is made of it, and nobody else's.

use kith_base::{DAY, HOUR, PageRequest};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::scheduled::{self, Draft};
use kith_domain::{DraftId, leaving};
use kith_testkit::{Person, World};

use crate::photos::{picture, sees, send};

fn written(text: &str) -> NewPost {
    let choice = AudienceChoice::plain(Audience::Community);
    NewPost { text: text.into(), choice, submission: Some("word".into()), ..NewPost::default() }
}

async fn keep(w: &World, who: &Person, new: NewPost) -> kith_base::Result<DraftId> {
    w.advance(1);
    let word = new.submission.clone().unwrap();
    scheduled::keep(&w.app, &w.viewer(who).await, word, Draft::of(new, None)).await
}

async fn texts(w: &World, who: &Person) -> Vec<String> {
    let found = scheduled::drafts(&w.app, &w.viewer(who).await).await.unwrap();
    found.into_iter().map(|begun| begun.draft.text).collect()
}

#[tokio::test]
async fn a_draft_is_kept_once_for_each_form_and_goes_with_its_post() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let id = keep(&w, &ann, written("Half a thou")).await.unwrap();
        assert_eq!(keep(&w, &ann, written("Half a thought")).await.unwrap(), id);
        let other = NewPost { submission: Some("other".into()), ..written("Something else") };
        keep(&w, &ann, other).await.unwrap();
        assert_eq!(texts(&w, &ann).await, ["Something else", "Half a thought"]);
        assert!(texts(&w, &ben).await.is_empty());
        let as_ben = w.viewer(&ben).await;
        assert!(scheduled::draft(&w.app, &as_ben, id).await.unwrap_err().is_not_found());
        assert!(scheduled::discard(&w.app, &as_ben, id).await.unwrap_err().is_not_found());

        let as_ann = w.viewer(&ann).await;
        let wrong = NewPost { text: String::new(), ..written("") };
        assert!(scheduled::publish(&w.app, &as_ann, wrong, None, None).await.is_err());
        assert_eq!(texts(&w, &ann).await.len(), 2, "what was refused is not lost");
        let made = scheduled::publish(&w.app, &as_ann, written("A thought"), None, None).await.unwrap();
        assert_eq!(texts(&w, &ann).await, ["Something else"]);
        let late = keep(&w, &ann, written("A thought")).await;
        assert!(late.is_err(), "what was on its way when the post was made makes no draft of it");
        let again = scheduled::publish(&w.app, &as_ann, written("A thought"), None, None).await.unwrap();
        assert_eq!(again.id, made.id, "and handed in twice it is one post");
    })
    .await;
}

#[tokio::test]
async fn b10_photos_of_a_draft_stay_are_seen_by_its_author_alone_and_go_over_to_the_post() {
    World::each(|w| async move {
        if !w.takes_photos() {
            return;
        }
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let photo = send(&w, &ann, &picture(1)).await.unwrap();
        let new = NewPost { photos: vec![photo], ..written("Look") };
        let id = keep(&w, &ann, new.clone()).await.unwrap();
        w.advance(2 * DAY);
        w.upkeep("media.sweep_orphans").await;
        assert!(sees(&w, &w.viewer(&ann).await, photo).await, "kept as long as the draft");
        assert!(!sees(&w, &w.viewer(&ben).await, photo).await);
        // Somebody else's photo cannot be held by writing its id down.
        let stolen = NewPost { photos: vec![photo], ..written("Mine") };
        keep(&w, &ben, stolen).await.unwrap();
        assert!(!sees(&w, &w.viewer(&ben).await, photo).await);
        let as_ann = w.viewer(&ann).await;
        let found = scheduled::draft(&w.app, &as_ann, id).await.unwrap();
        assert_eq!(found.photos.iter().map(|photo| photo.id).collect::<Vec<_>>(), [photo]);
        scheduled::publish(&w.app, &as_ann, new, None, None).await.unwrap();
        assert!(sees(&w, &w.viewer(&ben).await, photo).await);
    })
    .await;
}

#[tokio::test]
async fn what_waits_is_written_anew_and_published_at_once() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let (app, as_ann) = (&w.app, w.viewer(&ann).await);
        let due_at = app.now() + HOUR;
        let first = scheduled::create(app, &as_ann, written("Soon"), None, due_at).await.unwrap().id;
        let new = NewPost { submission: Some("second".into()), ..written("Later") };
        let second = scheduled::plan(app, &as_ann, new, None, due_at + HOUR, Some(first)).await.unwrap();
        let waiting = scheduled::list(app, &as_ann, PageRequest::first(9)).await.unwrap().items;
        assert_eq!(waiting.iter().map(|item| item.id).collect::<Vec<_>>(), [second.id], "in its place");
        assert_eq!((waiting[0].due_at, waiting[0].draft.text.as_str()), (due_at + HOUR, "Later"));

        let ben = w.person("ben").await;
        let stolen = scheduled::publish_waiting(app, &w.viewer(&ben).await, second.id).await;
        assert!(stolen.unwrap_err().is_not_found());
        let post = scheduled::publish_waiting(app, &as_ann, second.id).await.unwrap();
        assert_eq!(post.source, "Later");
        assert!(scheduled::list(app, &as_ann, PageRequest::first(9)).await.unwrap().items.is_empty());
        w.advance(3 * HOUR);
        w.upkeep("scheduled.enqueue").await;
        w.run_jobs().await;
        let all = app
            .db
            .read(move |q| posts::ids_by_author(q, &as_ann, ann.id, PageRequest::first(9)))
            .await
            .unwrap();
        assert_eq!(all.items, [post.id], "once");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_for_good_leaves_no_drafts() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        keep(&w, &ann, written("Secret hill")).await.unwrap();
        assert!(!w.dump(&[]).await.find("Secret hill").is_empty());
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert!(w.dump(&[]).await.find("Secret hill").is_empty());
    })
    .await;
}
