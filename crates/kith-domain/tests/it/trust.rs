//! Trust that grows by taking part.

use kith_base::{DAY, HOUR};
use kith_domain::comments::{self, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::sessions::{self, Origin};
use kith_testkit::{Person, World};

async fn level(w: &World, person: &Person) -> u8 {
    w.viewer(person).await.member().unwrap().trust_level
}

async fn write(w: &World, person: &Person, text: &str) {
    let viewer = w.viewer(person).await;
    posts::create(&w.app, &viewer, NewPost { text: text.to_owned(), ..NewPost::default() }).await.unwrap();
}

#[tokio::test]
async fn a_newcomer_who_comes_back_and_writes_is_trusted_with_more() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.set_trust(&ann, 0).await;
        w.set_trust(&ben, 0).await;
        for person in [&ann, &ben] {
            let begun = sessions::begin(&w.app, person.id, Origin::default()).await.unwrap();
            for _ in 0..3 {
                w.advance(DAY + HOUR);
                sessions::find(&w.app, begun.token.expose()).await.unwrap().unwrap();
            }
        }
        for n in 0..5 {
            write(&w, &ann, &format!("News from plot {n}")).await;
        }
        write(&w, &ben, "Hello").await;
        w.upkeep("trust.raise").await;
        assert_eq!(level(&w, &ann).await, 1, "three days and five posts");
        assert_eq!(level(&w, &ben).await, 0, "three days and one post");
        w.upkeep("trust.raise").await;
        assert_eq!(level(&w, &ann).await, 1, "the next step asks for more");
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_part_for_two_months_reaches_the_third_level_step_by_step() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        w.set_trust(&ann, 0).await;
        let begun = sessions::begin(&w.app, ann.id, Origin::default()).await.unwrap();
        let readers = [w.person("ben").await, w.person("cat").await, w.person("dan").await];
        let mut levels = vec![0];
        for day in 1..=60 {
            w.advance(DAY + HOUR);
            sessions::find(&w.app, begun.token.expose()).await.unwrap().unwrap();
            if day <= 20 {
                write(&w, &ann, &format!("News of day {day}")).await;
            }
            if let Some(reader) = readers.get(day - 1) {
                let choice = AudienceChoice::plain(Audience::Community);
                let new = NewPost { text: "News".to_owned(), choice, ..NewPost::default() };
                let post = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
                let new = NewComment { post, text: "Good".to_owned(), ..NewComment::default() };
                comments::create(&w.app, &w.viewer(reader).await, new).await.unwrap();
            }
            w.upkeep("trust.raise").await;
            let now = level(&w, &ann).await;
            if levels.last() != Some(&now) {
                levels.push(now);
            }
        }
        assert_eq!(levels, [0, 1, 2, 3]);
    })
    .await;
}
