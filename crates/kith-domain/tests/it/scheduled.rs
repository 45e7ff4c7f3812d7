//! Posts that wait: what their author is told when they cannot be published.

use kith_base::{HOUR, MINUTE, PageRequest};
use kith_domain::inbox::{self, Wanted};
use kith_domain::notices::Occasion;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::scheduled::{self, Scheduled};
use kith_domain::{PostId, ScheduledId};
use kith_testkit::{Person, World};

async fn later(w: &World, author: &Person, text: &str, share: Option<PostId>) -> ScheduledId {
    // Their ids tell their order.
    w.advance(1);
    let choice = AudienceChoice::plain(Audience::Community);
    let new = NewPost { text: text.into(), choice, share, ..NewPost::default() };
    let due_at = w.app.now() + HOUR;
    scheduled::create(&w.app, &w.viewer(author).await, new, None, due_at).await.unwrap().id
}

async fn wait(w: &World, time: i64) {
    w.advance(time);
    w.upkeep("scheduled.enqueue").await;
    w.run_jobs().await;
}

async fn told(w: &World, who: &Person) -> Vec<Occasion> {
    let viewer = w.viewer(who).await;
    let wanted = Wanted { occasions: Some(vec![Occasion::ScheduledRefused]), ..Wanted::default() };
    let found = inbox::page(&w.app, &viewer, PageRequest::first(20), wanted).await.unwrap();
    found.iter().map(|notice| notice.occasion).collect()
}

async fn waiting(w: &World, who: &Person) -> Vec<Scheduled> {
    scheduled::list(&w.app, &w.viewer(who).await, PageRequest::first(20)).await.unwrap().items
}

#[tokio::test]
async fn the_author_is_told_once_that_posts_were_refused_until_none_of_them_is_left() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let as_ann = w.viewer(&ann).await;
        let new = NewPost {
            text: "Mine".into(),
            choice: AudienceChoice::plain(Audience::World),
            ..NewPost::default()
        };
        let original = posts::create(&w.app, &w.viewer(&ben).await, new).await.unwrap().id;
        let first = later(&w, &ann, "Look", Some(original)).await;
        let second = later(&w, &ann, "Look again", Some(original)).await;
        let moved = later(&w, &ann, "Moved", Some(original)).await;
        later(&w, &ann, "Good", None).await;
        let far = w.app.now() + 48 * HOUR;
        scheduled::reschedule(&w.app, &as_ann, moved, far).await.unwrap();
        w.block(&ben, &ann).await;
        wait(&w, HOUR + MINUTE).await;
        let refused: Vec<(ScheduledId, Vec<String>)> = waiting(&w, &ann)
            .await
            .into_iter()
            .map(|item| (item.id, item.refusal.into_iter().map(|why| why.key).collect()))
            .collect();
        let gone = vec!["scheduled-refused-gone".to_owned()];
        assert_eq!(refused, [(moved, vec![]), (second, gone.clone()), (first, gone)]);
        assert_eq!(scheduled::count_refused(&w.app, &as_ann).await.unwrap(), 2);
        assert_eq!(told(&w, &ann).await, [Occasion::ScheduledRefused], "one notice for both");
        assert!(told(&w, &ben).await.is_empty(), "nobody else learns of it");
        scheduled::cancel(&w.app, &as_ann, first).await.unwrap();
        assert_eq!(told(&w, &ann).await, [Occasion::ScheduledRefused], "one is left");
        let soon = w.app.now() + 6 * MINUTE;
        scheduled::reschedule(&w.app, &as_ann, second, soon).await.unwrap();
        assert!(told(&w, &ann).await.is_empty(), "it has another chance");
        assert_eq!(scheduled::count_refused(&w.app, &as_ann).await.unwrap(), 0);
        wait(&w, 7 * MINUTE).await;
        assert_eq!(told(&w, &ann).await, [Occasion::ScheduledRefused], "which it did not take");
    })
    .await;
}

#[tokio::test]
async fn what_breaks_a_rule_of_its_moment_says_which_one() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        later(&w, &ann, "https://a.example https://b.example", None).await;
        // Two links are more than newcomers may set.
        w.set_trust(&ann, 0).await;
        wait(&w, HOUR + MINUTE).await;
        let refused = waiting(&w, &ann).await;
        assert_eq!(refused.len(), 1);
        let reason = &refused[0].refusal[0];
        assert_eq!((reason.key.as_str(), reason.args().len()), ("posts-newcomer-links", 1));
        assert_eq!(reason.args()[0], ("limit", kith_base::Arg::Number(1)));
    })
    .await;
}
