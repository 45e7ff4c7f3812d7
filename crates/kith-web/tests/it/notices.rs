//! Notices as a browser without script uses them.

use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};

use crate::ground::each;

#[tokio::test]
async fn lines_are_told_together_read_and_taken_away() {
    each(|server| async move {
        let w = &server.world;
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let choice = AudienceChoice::plain(Audience::Community);
        let new = NewPost { text: "Soup at eight".into(), choice, ..NewPost::default() };
        let post = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        let a = server.browser(&ann).await;
        let empty = a.get("/notices").await;
        assert!(empty.text().contains("All quiet") && !empty.has("a[href='/notices'] .count"));
        for person in [&ben, &cem] {
            w.advance(1);
            let browser = server.browser(person).await;
            browser.post(&format!("/p/{post}/reaction"), &[("kind", "like")]).await;
        }
        let page = a.get("/notices").await;
        assert!(page.text().contains("Cem and Ben reacted to your post"), "{}", page.text());
        assert!(page.text().contains("Soup at eight") && page.has(".notice-line.is-unread"));
        assert!(page.has("a[href='/notices'] .count"), "the bell counts it");
        let link = page.attributes(".notice-link", "href").pop().unwrap();
        let opened = a.get(&link).await;
        assert_eq!((opened.status, opened.leads_to()), (303, Some(format!("/p/{post}"))));
        let read = a.get("/notices").await;
        assert!(!read.has(".is-unread") && !read.has("a[href='/notices'] .count"));
        let line = link.trim_end_matches("/open").to_owned();
        a.post(&format!("{line}/read"), &[("to", "unread")]).await;
        assert!(a.get("/notices?show=unread").await.has(".is-unread"));
        a.post("/notices/read-all", &[]).await;
        assert!(!a.get("/notices?show=unread").await.has(".notice-line"));
        let b = server.browser(&ben).await;
        assert_eq!(b.get(&link).await.status, 404, "it is for somebody else");
        a.post(&format!("{line}/remove"), &[]).await;
        assert!(!a.get("/notices").await.has(".notice-line"));
    })
    .await;
}

#[tokio::test]
async fn choices_are_kept_and_wrong_hours_come_back() {
    each(|server| async move {
        let w = &server.world;
        let ann = w.person("ann").await;
        let a = server.browser(&ann).await;
        let page = a.get("/settings/notices").await;
        assert!(
            page.has("input[name='mention-p'][checked]") && !page.has("input[name='mention-e'][checked]")
        );
        assert!(!page.has("input[name^='security']"), "security cannot be switched off");
        let hours = [("quiet", "yes"), ("quiet_from", "25:00"), ("quiet_to", "07:00")];
        let wrong = a.post("/settings/notices", &hours).await;
        assert!(wrong.status == 422 && wrong.has("#quiet_from-error"));
        let right = [
            ("mention-e", "yes"),
            ("quiet", "yes"),
            ("quiet_from", "22:00"),
            ("quiet_to", "07:00"),
            ("strangers", "hold"),
        ];
        assert_eq!(a.post("/settings/notices", &right).await.status, 303);
        let kept = a.get("/settings/notices").await;
        assert!(
            kept.has("input[name='mention-e'][checked]") && !kept.has("input[name='mention-p'][checked]")
        );
        assert!(kept.has("input[name='quiet_from'][value='22:00']"));
        assert!(kept.has("#strangers option[value='hold'][selected]"));
    })
    .await;
}
