//! Cards: what stands on them, and what they cost.

use kith_base::{PageRequest, SECOND};
use kith_domain::comments::{self, NewComment};
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_domain::viewer::AccountState;
use kith_domain::{PostId, Viewer, cards};
use kith_testkit::World;

#[tokio::test]
async fn a_page_of_cards_takes_the_same_statements_whatever_its_size() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.befriend(&ann, &ben).await;
        w.block(&ben, &cem).await;
        let circle = w.circle(&ann, "Inner", &[&ben]).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        let mut ids: Vec<PostId> = Vec::new();
        for number in 0..24 {
            w.advance(SECOND);
            let choice = match number % 4 {
                0 => AudienceChoice {
                    audience: Audience::People,
                    people: vec![ben.id],
                    ..AudienceChoice::default()
                },
                1 => AudienceChoice {
                    audience: Audience::Circle,
                    circle: Some(circle),
                    ..AudienceChoice::default()
                },
                _ => AudienceChoice::plain(Audience::Friends),
            };
            let share = ids.last().copied().filter(|_| number % 4 == 3);
            let new = NewPost { text: format!("post {number}"), choice, share, ..NewPost::default() };
            let id = posts::create(&w.app, &as_ann, new).await.unwrap().id;
            reactions::set(&w.app, &as_ben, Subject::Post(id), Some(ReactionKind::Haha)).await.unwrap();
            let new = NewComment { post: id, text: "nice".into(), ..NewComment::default() };
            let comment = comments::create(&w.app, &as_ben, new).await.unwrap().id;
            reactions::set(&w.app, &as_ann, Subject::Comment(comment), Some(ReactionKind::Like))
                .await
                .unwrap();
            ids.push(id);
        }
        for viewer in [as_ann, as_ben] {
            let mut costs = Vec::new();
            for size in [4, 8, 24] {
                let (viewer, wanted) = (viewer.clone(), ids[..size].to_vec());
                let cost = w.app.db.read(move |q| {
                    let cards = cards::hydrate(q, &viewer, &wanted)?;
                    assert_eq!(cards.len(), wanted.len());
                    assert!(cards.iter().all(|card| card.tally.total() == 1 && card.comments.len() == 1));
                    Ok(q.statements_run())
                });
                costs.push(cost.await.unwrap());
            }
            assert_eq!(costs[0], costs[2], "{costs:?}");
            assert!(costs[2] <= 16, "{costs:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_says_what_its_viewer_may_do_and_keeps_the_circles_name_to_its_owner() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let circle = w.circle(&ann, "Tiresome people", &[&ben]).await;
        let choice =
            AudienceChoice { audience: Audience::Circle, circle: Some(circle), ..AudienceChoice::default() };
        let new = NewPost { text: "hi".into(), choice, ..NewPost::default() };
        let id = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        let mine = cards::get(&w.app, &w.viewer(&ann).await, id).await.unwrap();
        assert_eq!(mine.circle.as_deref(), Some("Tiresome people"));
        assert!(mine.may.edit && mine.may.delete && mine.may.pin && mine.may.comment);
        let his = cards::get(&w.app, &w.viewer(&ben).await, id).await.unwrap();
        assert_eq!(his.circle, None);
        assert!(!his.may.edit && !his.may.delete && !his.may.pin && his.may.comment && his.may.react);
    })
    .await;
}

#[tokio::test]
async fn cards_apply_the_rule_to_every_id_they_are_given() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let mut ids = Vec::new();
        for audience in [Audience::World, Audience::Self_, Audience::Friends] {
            let new =
                NewPost { text: "x".into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
            ids.push(posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id);
        }
        let shown = cards::of(&w.app, &w.viewer(&ben).await, ids.clone()).await.unwrap();
        assert_eq!(shown.iter().map(|card| card.post.id).collect::<Vec<_>>(), ids[..1]);
        w.set_state(&ann, kith_domain::viewer::AccountState::Suspended).await;
        assert!(
            cards::of(&w.app, &w.viewer(&ben).await, ids).await.unwrap().is_empty(),
            "gone with its author"
        );
        let profile =
            cards::page_on_profile(&w.app, &w.viewer(&ben).await, ann.id, PageRequest::first(5)).await;
        assert!(profile.unwrap().items.is_empty());
    })
    .await;
}

#[tokio::test]
async fn e10_numbers_on_a_card_count_what_its_viewer_can_list() {
    World::each(|w| async move {
        let (ann, ben, cem, dan) =
            (w.person("ann").await, w.person("ben").await, w.person("cem").await, w.person("dan").await);
        w.befriend(&ann, &ben).await;
        let new = NewPost {
            text: "news".into(),
            choice: AudienceChoice::plain(Audience::World),
            ..NewPost::default()
        };
        let post = posts::create(&w.app, &w.viewer(&ann).await, new).await.unwrap().id;
        for (who, audience) in [
            (&ben, Audience::Self_),
            (&ben, Audience::World),
            (&cem, Audience::World),
            (&dan, Audience::World),
        ] {
            let viewer = w.viewer(who).await;
            let choice = AudienceChoice::plain(audience);
            let share = NewPost { text: "look".into(), choice, share: Some(post), ..NewPost::default() };
            posts::create(&w.app, &viewer, share).await.unwrap();
            if audience == Audience::World {
                let new = NewComment { post, text: "nice".into(), ..NewComment::default() };
                comments::create(&w.app, &viewer, new).await.unwrap();
                let subject = Subject::Post(post);
                reactions::set(&w.app, &viewer, subject, Some(ReactionKind::Love)).await.unwrap();
            }
        }
        let bare = NewPost {
            choice: AudienceChoice::plain(Audience::World),
            share: Some(post),
            ..NewPost::default()
        };
        let bare = posts::create(&w.app, &w.viewer(&ben).await, bare).await.unwrap().id;
        let card = cards::get(&w.app, &w.viewer(&ann).await, post).await.unwrap();
        assert_eq!((card.share_count, card.quote_count), (4, 3), "one of them has no words of its own");
        posts::delete(&w.app, &w.viewer(&ben).await, bare).await.unwrap();
        let numbers = async |viewer: &Viewer| {
            let card = cards::get(&w.app, viewer, post).await.unwrap();
            assert_eq!(card.quote_count, card.share_count, "all of them say something");
            (card.share_count, card.comment_count, card.tally.total())
        };
        assert_eq!(numbers(&w.viewer(&ann).await).await, (3, 3, 3), "what ben passed on to himself is his");
        assert_eq!(numbers(&w.viewer(&ben).await).await, (4, 3, 3));
        w.block(&ann, &cem).await;
        assert_eq!(numbers(&w.viewer(&ann).await).await, (2, 2, 2), "behind a block");
        for state in [AccountState::Suspended, AccountState::Deactivated] {
            w.set_state(&dan, state).await;
            assert_eq!(numbers(&w.viewer(&ann).await).await, (1, 1, 1), "{state:?}");
            assert_eq!(numbers(&Viewer::Anonymous).await, (2, 2, 2), "{state:?}");
        }
        w.set_state(&dan, AccountState::Active).await;
        assert_eq!(numbers(&Viewer::Anonymous).await, (3, 3, 3), "and all are there again");
        kith_domain::leaving::erase(&w.app, dan.id).await.unwrap();
        assert_eq!(numbers(&Viewer::Anonymous).await, (2, 2, 2), "erased for good");
    })
    .await;
}
