//! Two people and everything that can be between them.

use std::collections::HashMap;

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_domain::accounts::WhoMay;
use kith_domain::relationships::{self as rel, Relation, Tie};
use kith_domain::viewer::AccountState;
use kith_domain::{AccountId, circles};
use kith_testkit::{Person, World};

async fn relation(w: &World, a: &Person, b: &Person) -> kith_base::Result<Relation> {
    let (viewer, other) = (w.viewer(a).await, b.id);
    w.app.db.read(move |q| rel::relation(q, &viewer, other)).await
}

#[tokio::test]
async fn a_request_that_is_confirmed_makes_friends_who_follow_each_other() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        rel::request_friend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert!(relation(&w, &ann, &ben).await.unwrap().has_asked);
        assert!(relation(&w, &ben, &ann).await.unwrap().is_asked);
        assert_eq!(w.viewer(&ben).await.member().unwrap().friend_requests, 1);
        rel::confirm(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap();
        for (a, b) in [(&ann, &ben), (&ben, &ann)] {
            let now = relation(&w, a, b).await.unwrap();
            assert!(now.is_friend && now.follows && now.is_followed && !now.has_asked && !now.is_asked);
        }
        assert_eq!(w.viewer(&ben).await.member().unwrap().friend_requests, 0);
    })
    .await;
}

#[tokio::test]
async fn the_standing_to_many_is_that_to_each_and_costs_no_more() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut people = Vec::new();
        for number in 0..12 {
            people.push(w.person(&format!("other{number}")).await);
        }
        w.befriend(&ann, &people[0]).await;
        w.befriend(&people[0], &people[1]).await;
        for near in &people[1..3] {
            w.choose(near, |chosen| {
                chosen.friend_requests = WhoMay::FriendsOfFriends;
                chosen.who_may_follow = WhoMay::FriendsOfFriends;
            })
            .await;
        }
        let as_ann = w.viewer(&ann).await;
        rel::request_friend(&w.app, &as_ann, people[3].id).await.unwrap();
        rel::request_friend(&w.app, &w.viewer(&people[4]).await, ann.id).await.unwrap();
        rel::mute(&w.app, &as_ann, people[5].id, Some(DAY)).await.unwrap();
        w.block(&ann, &people[6]).await;
        w.block(&people[7], &ann).await;
        w.set_state(&people[8], AccountState::Suspended).await;
        let all: Vec<AccountId> = people.iter().map(|person| person.id).chain([ann.id]).collect();
        let (viewer, ids) = (w.viewer(&ann).await, all.clone());
        let (found, costs) = w
            .app
            .db
            .read(move |q| {
                let mut costs = Vec::new();
                let mut found = HashMap::new();
                for size in [2, ids.len()] {
                    let before = q.statements_run();
                    found = rel::relations(q, &viewer, &ids[..size])?;
                    costs.push(q.statements_run() - before);
                }
                Ok((found, costs))
            })
            .await
            .unwrap();
        assert_eq!(costs, [2, 2]);
        for person in people.iter().chain([&ann]) {
            let alone = relation(&w, &ann, person).await.ok();
            assert_eq!(found.get(&person.id), alone.as_ref(), "{}", person.handle);
        }
        assert!(found[&people[1].id].may_ask && found[&people[1].id].may_follow, "a friend in common");
        assert!(!found[&people[2].id].may_ask && !found[&people[2].id].may_follow, "none");
        for gone in &people[6..9] {
            assert!(!found.contains_key(&gone.id), "{}", gone.handle);
        }
        let (viewer, ids) = (w.viewer(&ann).await, all);
        let blocked = w.app.db.read(move |q| rel::blocked_among(q, &viewer, &ids)).await.unwrap();
        assert_eq!(blocked, [people[6].id].into(), "one's own blocks, and no others");
    })
    .await;
}

#[tokio::test]
async fn a_deleted_request_still_reads_as_sent_and_asking_again_does_not_press() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        rel::request_friend(&w.app, &as_ann, ben.id).await.unwrap();
        rel::delete_request(&w.app, &as_ben, ann.id).await.unwrap();
        assert!(relation(&w, &ann, &ben).await.unwrap().has_asked, "the asker reads as before");
        assert!(rel::requests(&w.app, &as_ben).await.unwrap().is_empty());
        rel::withdraw(&w.app, &as_ann, ben.id).await.unwrap();
        assert!(!relation(&w, &ann, &ben).await.unwrap().has_asked);
        rel::request_friend(&w.app, &as_ann, ben.id).await.unwrap();
        assert!(relation(&w, &ann, &ben).await.unwrap().has_asked);
        assert!(rel::requests(&w.app, &as_ben).await.unwrap().is_empty(), "not before the same eyes again");
        rel::withdraw(&w.app, &as_ann, ben.id).await.unwrap();
        w.advance(91 * DAY);
        rel::request_friend(&w.app, &as_ann, ben.id).await.unwrap();
        assert_eq!(rel::requests(&w.app, &as_ben).await.unwrap().len(), 1, "after a long time once more");
    })
    .await;
}

#[tokio::test]
async fn requests_come_in_parts_in_both_directions() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut asked = Vec::new();
        for number in 0..5 {
            let person = w.person(&format!("p{number}")).await;
            w.advance(SECOND);
            rel::request_friend(&w.app, &w.viewer(&person).await, ann.id).await.unwrap();
            rel::request_friend(&w.app, &w.viewer(&ann).await, w.person(&format!("q{number}")).await.id)
                .await
                .unwrap();
            asked.push(person.handle);
        }
        asked.reverse();
        let as_ann = w.viewer(&ann).await;
        let handles =
            |part: &[rel::Request]| part.iter().map(|one| one.person.handle.clone()).collect::<Vec<_>>();
        let page = async |request| rel::requests_page(&w.app, &as_ann, request).await.unwrap();
        let first = page(PageRequest::first(2)).await;
        let second = page(PageRequest::before(first[1].id, 2)).await;
        let last = page(PageRequest::before(second[1].id, 2)).await;
        assert_eq!([handles(&first), handles(&second), handles(&last)].concat(), asked);
        let above = |nearest| PageRequest { before: None, after: Some(last[0].id), nearest, limit: 2 };
        assert_eq!(handles(&page(above(true)).await), asked[2..4], "the nearest");
        assert_eq!(handles(&page(above(false)).await), asked[..2], "the newest");
        let sent = rel::sent_requests_page(&w.app, &as_ann, PageRequest::first(2)).await.unwrap();
        assert_eq!(handles(&sent), ["q4", "q3"]);
    })
    .await;
}

#[tokio::test]
async fn people_tied_to_somebody_come_in_parts_in_both_directions() {
    World::each(|w| async move {
        let ann = w.person("ann").await;
        let mut friends = Vec::new();
        for number in 0..5 {
            w.advance(SECOND);
            let friend = w.person(&format!("p{number}")).await;
            w.befriend(&friend, &ann).await;
            friends.push(friend.id);
        }
        friends.reverse();
        let as_ann = w.viewer(&ann).await;
        for tie in [Tie::Friends, Tie::Followers, Tie::Following] {
            let part = |before: Option<usize>, after: Option<usize>, nearest| PageRequest {
                before: before.map(|at| friends[at]),
                after: after.map(|at| friends[at]),
                nearest,
                limit: 2,
            };
            let page = async |request| rel::tied(&w.app, &as_ann, ann.id, tie, request).await.unwrap();
            assert_eq!(page(part(None, None, false)).await, friends[..2], "{tie:?}");
            assert_eq!(page(part(Some(1), None, false)).await, friends[2..4], "{tie:?}");
            assert_eq!(page(part(None, Some(4), false)).await, friends[..2], "{tie:?}: the newest");
            assert_eq!(page(part(None, Some(4), true)).await, friends[2..4], "{tie:?}: the nearest");
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_honours_the_choice_of_the_one_who_is_asked() {
    World::each(|w| async move {
        let (ann, ben, cem) = (w.person("ann").await, w.person("ben").await, w.person("cem").await);
        w.choose(&ben, |choice| choice.friend_requests = kith_domain::accounts::WhoMay::FriendsOfFriends)
            .await;
        let refused = rel::request_friend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Forbidden);
        assert!(!relation(&w, &ann, &ben).await.unwrap().may_ask);
        w.befriend(&ann, &cem).await;
        w.befriend(&ben, &cem).await;
        assert!(relation(&w, &ann, &ben).await.unwrap().may_ask);
        rel::request_friend(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        w.choose(&cem, |choice| choice.friend_requests = kith_domain::accounts::WhoMay::Nobody).await;
        let dan = w.person("dan").await;
        assert!(rel::request_friend(&w.app, &w.viewer(&dan).await, cem.id).await.is_err());
        // Whoever asks first has asked for an answer: the choice does not stand in the way of it.
        rel::request_friend(&w.app, &w.viewer(&cem).await, dan.id).await.unwrap();
        rel::request_friend(&w.app, &w.viewer(&dan).await, cem.id).await.unwrap();
        assert!(relation(&w, &dan, &cem).await.unwrap().is_friend);
    })
    .await;
}

#[tokio::test]
async fn a_block_looks_like_absence_from_both_sides() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        w.circle(&ann, "Choir", &[&ben]).await;
        w.block(&ann, &ben).await;
        let nobody = AccountId::new(12345);
        for (a, b) in [(&ann, &ben), (&ben, &ann)] {
            let viewer = w.viewer(a).await;
            let absent = rel::follow(&w.app, &viewer, nobody).await.unwrap_err();
            let blocked = rel::follow(&w.app, &viewer, b.id).await.unwrap_err();
            assert_eq!(format!("{absent:?}"), format!("{blocked:?}"));
            assert!(rel::request_friend(&w.app, &viewer, b.id).await.unwrap_err().is_not_found());
            assert!(relation(&w, a, b).await.unwrap_err().is_not_found());
            let member = viewer.member().unwrap().clone();
            assert!(member.friends.is_empty() && member.following.is_empty() && member.circles_in.is_empty());
        }
        assert!(rel::block(&w.app, &w.viewer(&ben).await, ann.id).await.unwrap_err().is_not_found());
        w.block(&ann, &ben).await;
        assert_eq!(rel::distances(&w.app, &w.viewer(&ann).await).await.unwrap().blocked.len(), 1);
        assert!(rel::distances(&w.app, &w.viewer(&ben).await).await.unwrap().blocked.is_empty());
        rel::unblock(&w.app, &w.viewer(&ann).await, ben.id).await.unwrap();
        assert!(relation(&w, &ann, &ben).await.unwrap().may_ask);
        assert!(!relation(&w, &ben, &ann).await.unwrap().is_friend);
    })
    .await;
}

#[tokio::test]
async fn marks_of_time_end_by_themselves() {
    World::each(|w| async move {
        let (ann, ben) = (w.person("ann").await, w.person("ben").await);
        w.befriend(&ann, &ben).await;
        let viewer = w.viewer(&ann).await;
        rel::snooze(&w.app, &viewer, ben.id).await.unwrap();
        rel::mute(&w.app, &viewer, ben.id, Some(DAY)).await.unwrap();
        let before = relation(&w, &ann, &ben).await.unwrap();
        assert!(before.is_muted && before.snoozed_until == Some(w.app.now() + rel::SNOOZE));
        w.advance(DAY + SECOND);
        let after = relation(&w, &ann, &ben).await.unwrap();
        assert!(!after.is_muted && after.snoozed_until.is_some());
        assert!(rel::distances(&w.app, &viewer).await.unwrap().muted.is_empty());
        w.advance(rel::SNOOZE);
        assert!(relation(&w, &ann, &ben).await.unwrap().snoozed_until.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_new_member_who_asks_everybody_is_slowed_down() {
    let w = World::sqlite().await;
    let ann = w.person("ann").await;
    w.set_trust(&ann, 0).await;
    let ben = w.person("ben").await;
    let viewer = w.viewer(&ann).await;
    for _ in 0..20 {
        rel::request_friend(&w.app, &viewer, ben.id).await.unwrap();
    }
    let error = rel::request_friend(&w.app, &viewer, ben.id).await.unwrap_err();
    assert!(matches!(error.kind(), Kind::RateLimited { .. }), "{error:?}");
}

#[tokio::test]
async fn circles_are_the_owners_alone() {
    World::each(|w| async move {
        let (ann, ben, eve) = (w.person("ann").await, w.person("ben").await, w.person("eve").await);
        w.befriend(&ann, &ben).await;
        let choir = w.circle(&ann, "Choir", &[&ben]).await;
        let (as_ann, as_ben) = (w.viewer(&ann).await, w.viewer(&ben).await);
        assert_eq!(circles::get(&w.app, &as_ann, choir).await.unwrap().members, 1);
        assert_eq!(circles::members(&w.app, &as_ann, choir, None).await.unwrap().people.len(), 1);
        assert!(circles::members(&w.app, &as_ben, choir, None).await.unwrap_err().is_not_found());
        assert!(circles::outside(&w.app, &as_ben, choir, "").await.unwrap_err().is_not_found());
        assert!(circles::get(&w.app, &as_ben, choir).await.unwrap_err().is_not_found());
        assert!(circles::rename(&w.app, &as_ben, choir, "Mine").await.unwrap_err().is_not_found());
        assert!(circles::delete(&w.app, &as_ben, choir).await.unwrap_err().is_not_found());
        assert_eq!(circles::add(&w.app, &as_ann, choir, eve.id).await.unwrap_err().kind(), Kind::Conflict);
        let twice = circles::create(&w.app, &as_ann, " CHOIR ").await.unwrap_err();
        assert_eq!(twice.fields()[0].field, "name");
        circles::create(&w.app, &as_ben, "Choir").await.unwrap();
        circles::delete(&w.app, &as_ann, choir).await.unwrap();
        assert!(w.viewer(&ben).await.member().unwrap().circles_in.is_empty());
    })
    .await;
}
