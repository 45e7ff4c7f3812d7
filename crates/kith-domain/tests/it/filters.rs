//! Keyword filters as settings.

use kith_base::{DAY, Kind};
use kith_domain::filters::{self, NewFilter};
use kith_testkit::World;

fn phrase(text: &str) -> NewFilter {
    NewFilter { phrase: text.into(), ..NewFilter::default() }
}

#[tokio::test]
async fn e2_filters_belong_to_one_member_alone() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (ann, ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let id = filters::create(&w.app, &ann, phrase("mushrooms")).await.unwrap();
        assert!(filters::list(&w.app, &ben).await.unwrap().is_empty());
        assert_eq!(filters::delete(&w.app, &ben, id).await.unwrap_err().kind(), Kind::NotFound);
        assert_eq!(filters::list(&w.app, &ann).await.unwrap().len(), 1);
        filters::delete(&w.app, &ann, id).await.unwrap();
        assert!(filters::list(&w.app, &ann).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_filter_needs_words_and_ends_with_its_time() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let ann = w.viewer(&ann).await;
    for wrong in [phrase(" "), phrase(&"a".repeat(101)), NewFilter { days: Some(3), ..phrase("x") }] {
        assert_eq!(filters::create(&w.app, &ann, wrong).await.unwrap_err().kind(), Kind::Invalid);
    }
    filters::create(&w.app, &ann, NewFilter { days: Some(7), ..phrase("carnival") }).await.unwrap();
    w.advance(8 * DAY);
    assert!(filters::list(&w.app, &ann).await.unwrap().is_empty());
}

#[tokio::test]
async fn there_are_a_hundred_filters_at_most() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    let ann = w.viewer(&ann).await;
    for number in 0..100 {
        filters::create(&w.app, &ann, phrase(&format!("word {number}"))).await.unwrap();
    }
    assert!(filters::create(&w.app, &ann, phrase("one more")).await.is_err());
}
