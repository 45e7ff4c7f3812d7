//! Trust that grows by taking part.

use kith_base::{DAY, HOUR};
use kith_domain::posts::{self, NewPost};
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
