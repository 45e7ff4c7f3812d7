//! Comments that are kept for later.

use kith_domain::comments::{self, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};

use crate::ground::each;

#[tokio::test]
async fn a_comment_is_saved_found_and_dropped_by_whoever_saved_it() {
    each(|s| async move {
        let w = &s.world;
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "a post".into(), choice, ..NewPost::default() };
        let as_ann = w.viewer(&ann).await;
        let post = posts::create(&w.app, &as_ann, new).await.unwrap().id;
        let new = NewComment { post, text: "worth keeping".into(), ..NewComment::default() };
        let comment = comments::create(&w.app, &as_ann, new).await.unwrap().id;
        let (browser, other) = (s.browser(&ben).await, s.browser(&ann).await);
        let (path, list) = (format!("/comment/{comment}/save"), "/saved/comments");
        assert!(!browser.get(list).await.body.contains("worth keeping"));
        let page = browser.get(&format!("/p/{post}")).await;
        assert!(page.body.contains(&path), "a way to save it");
        let back = format!("/p/{post}#comment-{comment}");
        let saved = browser.post(&path, &[("saved", "yes"), ("back", back.as_str())]).await;
        assert_eq!((saved.status, saved.leads_to()), (303, Some(back)));
        let shown = browser.get(list).await;
        assert!(shown.body.contains("worth keeping") && shown.body.contains("Remove from saved"));
        assert!(browser.get("/saved").await.body.contains("href=\"/saved/comments\""), "it is found");
        assert!(!other.get(list).await.body.contains("worth keeping"), "nobody else's");
        // Whoever deletes it takes it out of every list; dropping works all the same.
        comments::delete(&w.app, &as_ann, comment).await.unwrap();
        assert!(!browser.get(list).await.body.contains("worth keeping"));
        assert_eq!(browser.post(&path, &[("saved", "no")]).await.leads_to().as_deref(), Some(list));
        assert_eq!(browser.post(&path, &[("saved", "yes")]).await.status, 404);
    })
    .await;
}
