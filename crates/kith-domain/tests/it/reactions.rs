//! Reactions as people use them.

use kith_base::PageRequest;
use kith_domain::posts::{self, Audience, AudienceChoice, NewPost};
use kith_domain::reactions::{self, ReactionKind, Subject};
use kith_testkit::{Person, World};

async fn post_by(w: &World, author: &Person, audience: Audience) -> Subject {
    let new = NewPost { text: "talk".into(), choice: AudienceChoice::plain(audience), ..NewPost::default() };
    Subject::Post(posts::create(&w.app, &w.viewer(author).await, new).await.unwrap().id)
}

#[tokio::test]
async fn a_person_has_one_reaction_that_can_change_and_be_taken_back() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let post = post_by(&w, &ann, Audience::Community).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        for kind in ReactionKind::ALL {
            let tally = reactions::set(&w.app, &as_ben, post, Some(*kind)).await.unwrap();
            assert_eq!((tally.counts.clone(), tally.mine), (vec![(*kind, 1)], Some(*kind)));
        }
        reactions::set(&w.app, &as_ann, post, Some(ReactionKind::Love)).await.unwrap();
        let twice = reactions::set(&w.app, &as_ann, post, Some(ReactionKind::Love)).await.unwrap();
        assert_eq!(twice.total(), 2, "twice is once");
        let back = reactions::set(&w.app, &as_ann, post, None).await.unwrap();
        assert_eq!((back.counts, back.mine), (vec![(ReactionKind::Angry, 1)], None));
        let Subject::Post(id) = post else { unreachable!() };
        assert_eq!(posts::get(&w.app, &as_ann, id).await.unwrap().reaction_count, 1);
    })
    .await;
}

#[tokio::test]
async fn who_reacted_is_listed_by_kind_and_page() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let post = post_by(&w, &ann, Audience::Community).await;
        for number in 0..5 {
            let person = w.person(&format!("p{number}")).await;
            let kind = if number < 2 { ReactionKind::Wow } else { ReactionKind::Like };
            reactions::set(&w.app, &w.viewer(&person).await, post, Some(kind)).await.unwrap();
        }
        let as_ann = w.viewer(&ann).await;
        let (_, all) = reactions::who(&w.app, &as_ann, post, None, PageRequest::first(5)).await.unwrap();
        let above = |nearest| PageRequest { before: None, after: Some(all.items[4].0), nearest, limit: 2 };
        for (nearest, expected) in [(true, &all.items[2..4]), (false, &all.items[..2])] {
            let (_, part) = reactions::who(&w.app, &as_ann, post, None, above(nearest)).await.unwrap();
            assert_eq!(part.items, expected, "nearest: {nearest}");
        }
        let (tally, first) =
            reactions::who(&w.app, &as_ann, post, None, PageRequest::first(3)).await.unwrap();
        assert_eq!(tally.counts, [(ReactionKind::Like, 3), (ReactionKind::Wow, 2)]);
        let request = PageRequest::before(first.next.unwrap(), 3);
        let (_, second) = reactions::who(&w.app, &as_ann, post, None, request).await.unwrap();
        assert_eq!((first.items.len(), second.items.len(), second.next), (3, 2, None));
        let (_, wow) = reactions::who(&w.app, &as_ann, post, Some(ReactionKind::Wow), PageRequest::first(9))
            .await
            .unwrap();
        assert_eq!(wow.items.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn e2_e10_hidden_things_take_no_reactions_and_people_apart_are_not_in_the_counts() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        let secret = post_by(&w, &ann, Audience::Self_).await;
        let as_ben = w.viewer(&ben).await;
        let refused = reactions::set(&w.app, &as_ben, secret, Some(ReactionKind::Like)).await;
        assert!(refused.unwrap_err().is_not_found());
        let refused = reactions::who(&w.app, &as_ben, secret, None, PageRequest::first(5)).await;
        assert!(refused.unwrap_err().is_not_found());
        let post = post_by(&w, &ann, Audience::World).await;
        for person in [&ben, &cem] {
            reactions::set(&w.app, &w.viewer(person).await, post, Some(ReactionKind::Like)).await.unwrap();
        }
        w.block(&ben, &cem).await;
        for (me, other) in [(&ben, &cem), (&cem, &ben)] {
            let (tally, people) =
                reactions::who(&w.app, &w.viewer(me).await, post, None, PageRequest::first(5)).await.unwrap();
            assert_eq!(tally.total(), 1);
            assert!(people.items.iter().all(|(who, _)| *who != other.id));
        }
        let (tally, _) =
            reactions::who(&w.app, &w.viewer(&ann).await, post, None, PageRequest::first(5)).await.unwrap();
        assert_eq!(tally.total(), 2, "for others nothing changed");
    })
    .await;
}
