//! Saved posts: folders and reminders, known to their owner alone.

use kith_base::{HOUR, MINUTE, PageRequest};
use kith_domain::inbox::{self, Wanted};
use kith_domain::notices::Occasion;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::saved::{self, Kept};
use kith_domain::{FolderId, PostId, cards, leaving};
use kith_testkit::{Person, World};

async fn written(w: &World, author: &Person, audience: Audience) -> PostId {
    w.advance(1);
    let choice = AudienceChoice::plain(audience);
    let new = NewPost { text: "Soup".into(), choice, ..NewPost::default() };
    posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id
}

async fn inside(w: &World, who: &Person, folder: FolderId) -> Vec<PostId> {
    let found = cards::page_in_folder(&w.app, &w.viewer(who).await, folder, PageRequest::first(20)).await;
    found.unwrap().items.iter().map(|card| card.post.id).collect()
}

async fn reminded(w: &World, who: &Person) -> usize {
    let wanted = Wanted { occasions: Some(vec![Occasion::SavedReminder]), ..Wanted::default() };
    inbox::page(&w.app, &w.viewer(who).await, PageRequest::first(20), wanted).await.unwrap().len()
}

#[tokio::test]
async fn a_folder_is_made_named_filled_and_deleted_and_what_was_in_it_stays_saved() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = written(&w, &ben, Audience::Community).await;
        let (app, as_ann, as_ben) = (&w.app, w.viewer(&ann).await, w.viewer(&ben).await);
        let folder = saved::create_folder(app, &as_ann, " Recipes ").await.unwrap();
        for wrong in ["", "recipes", &"x".repeat(41)] {
            assert!(saved::create_folder(app, &as_ann, wrong).await.is_err(), "{wrong}");
        }
        saved::create_folder(app, &as_ben, "Recipes").await.unwrap();
        assert!(saved::move_to(app, &as_ann, post, Some(folder)).await.unwrap_err().is_not_found());
        posts::set_saved(app, &as_ann, post, true).await.unwrap();
        saved::move_to(app, &as_ann, post, Some(folder)).await.unwrap();
        assert_eq!(inside(&w, &ann, folder).await, [post]);
        assert_eq!(saved::folders(app, &as_ann).await.unwrap()[0].posts, 1);
        // A folder of somebody else is as good as not there.
        posts::set_saved(app, &as_ben, post, true).await.unwrap();
        assert!(saved::move_to(app, &as_ben, post, Some(folder)).await.unwrap_err().is_not_found());
        assert!(saved::rename_folder(app, &as_ben, folder, "Mine").await.unwrap_err().is_not_found());
        assert!(saved::delete_folder(app, &as_ben, folder).await.unwrap_err().is_not_found());
        let request = PageRequest::first(20);
        assert!(cards::page_in_folder(app, &as_ben, folder, request).await.unwrap_err().is_not_found());

        saved::rename_folder(app, &as_ann, folder, "Kitchen").await.unwrap();
        saved::delete_folder(app, &as_ann, folder).await.unwrap();
        assert!(saved::folders(app, &as_ann).await.unwrap().is_empty());
        let found = cards::page_saved(app, &as_ann, PageRequest::first(20)).await.unwrap();
        assert_eq!(found.items.len(), 1);
        let kept = saved::kept(app, &as_ann, vec![post]).await.unwrap();
        assert_eq!(kept.get(&post), Some(&Kept::default()));
    })
    .await;
}

#[tokio::test]
async fn e5_what_may_not_be_seen_any_more_is_in_no_folder_and_counts_for_nothing() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = written(&w, &ben, Audience::Community).await;
        let (app, as_ann) = (&w.app, w.viewer(&ann).await);
        let folder = saved::create_folder(app, &as_ann, "Recipes").await.unwrap();
        saved::remind(app, &as_ann, post, Some(app.now() + HOUR)).await.unwrap();
        saved::move_to(app, &as_ann, post, Some(folder)).await.unwrap();
        let choice = AudienceChoice::plain(Audience::Self_);
        let comments = posts::CommentAudience::Same;
        posts::set_audience(app, &w.viewer(&ben).await, post, choice, comments).await.unwrap();
        assert!(inside(&w, &ann, folder).await.is_empty());
        assert_eq!(saved::folders(app, &as_ann).await.unwrap()[0].posts, 0);
        w.advance(2 * HOUR);
        w.upkeep("saved.remind").await;
        assert_eq!(reminded(&w, &ann).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_reminder_comes_once_at_its_time() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = written(&w, &ben, Audience::Community).await;
        let (app, as_ann) = (&w.app, w.viewer(&ann).await);
        for wrong in [app.now(), app.now() - HOUR, i64::MAX] {
            assert!(saved::remind(app, &as_ann, post, Some(wrong)).await.is_err(), "{wrong}");
        }
        let at = app.now() + HOUR;
        saved::remind(app, &as_ann, post, Some(at)).await.unwrap();
        let kept = saved::kept(app, &as_ann, vec![post]).await.unwrap();
        assert_eq!(kept[&post].remind_at, Some(at), "and with it the post is saved");
        w.advance(HOUR - MINUTE);
        w.upkeep("saved.remind").await;
        assert_eq!(reminded(&w, &ann).await, 0, "not before");
        w.advance(2 * MINUTE);
        for _ in 0..2 {
            w.upkeep("saved.remind").await;
        }
        assert_eq!((reminded(&w, &ann).await, reminded(&w, &ben).await), (1, 0));
        saved::remind(app, &as_ann, post, Some(app.now() + HOUR)).await.unwrap();
        posts::set_saved(app, &as_ann, post, false).await.unwrap();
        w.advance(2 * HOUR);
        w.upkeep("saved.remind").await;
        assert_eq!(reminded(&w, &ann).await, 1, "what is not saved any more reminds of nothing");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_for_good_leaves_no_folders() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        saved::create_folder(&w.app, &w.viewer(&ann).await, "Secret hill").await.unwrap();
        leaving::erase(&w.app, ann.id).await.unwrap();
        assert!(w.dump(&[]).await.find("Secret hill").is_empty());
    })
    .await;
}
