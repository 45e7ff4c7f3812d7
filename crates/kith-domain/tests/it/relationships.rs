//! Two people and everything that can be between them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kith_base::{DAY, Kind, PageRequest, SECOND};
use kith_domain::accounts::WhoMay;
use kith_domain::relationships::{self as rel, Relation, Tie};
use kith_domain::viewer::AccountState;
use kith_domain::{AccountId, Member, Viewer, circles};
use kith_testkit::{Person, World};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

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

/// What the oracle remembers, written down anew from the product's words.
#[derive(Clone, Debug, Default)]
struct Oracle {
    friends: BTreeSet<(usize, usize)>,
    /// Asker and asked; whether it was deleted, whether it was taken back.
    requests: BTreeMap<(usize, usize), (bool, bool)>,
    follows: BTreeSet<(usize, usize)>,
    first: BTreeSet<(usize, usize)>,
    snoozed: BTreeSet<(usize, usize)>,
    muted: BTreeSet<(usize, usize)>,
    restricted: BTreeSet<(usize, usize)>,
    blocks: BTreeSet<(usize, usize)>,
    in_circle: BTreeSet<(usize, usize)>,
}

impl Oracle {
    fn are_friends(&self, a: usize, b: usize) -> bool {
        self.friends.contains(&(a.min(b), a.max(b)))
    }

    fn befriend(&mut self, a: usize, b: usize) {
        self.friends.insert((a.min(b), a.max(b)));
        self.follows.extend([(a, b), (b, a)]);
        self.requests.remove(&(a, b));
        self.requests.remove(&(b, a));
    }

    fn part(&mut self, a: usize, b: usize) {
        self.friends.remove(&(a.min(b), a.max(b)));
        for pair in [(a, b), (b, a)] {
            for set in [
                &mut self.follows,
                &mut self.first,
                &mut self.snoozed,
                &mut self.restricted,
                &mut self.in_circle,
            ] {
                set.remove(&pair);
            }
        }
    }

    fn unfollow(&mut self, pair: (usize, usize)) {
        self.follows.remove(&pair);
        self.first.remove(&pair);
        self.snoozed.remove(&pair);
    }

    fn apply(&mut self, step: usize, a: usize, b: usize) {
        let pair = (a, b);
        let stands = |request: Option<&(bool, bool)>| request.is_some_and(|(_, back)| !back);
        let apart = a == b || self.blocks.contains(&(a, b)) || self.blocks.contains(&(b, a));
        match step {
            0 if !apart && !self.are_friends(a, b) && !stands(self.requests.get(&pair)) => {
                if stands(self.requests.get(&(b, a))) {
                    self.befriend(a, b);
                } else {
                    let hidden = self.requests.get(&pair).is_some_and(|(hidden, _)| *hidden);
                    self.requests.insert(pair, (hidden, false));
                }
            }
            1 if !apart && stands(self.requests.get(&(b, a))) => self.befriend(a, b),
            2 => {
                if let Some((hidden, _)) = self.requests.get_mut(&(b, a)) {
                    *hidden = true;
                }
            }
            3 => match self.requests.get_mut(&pair) {
                Some((true, back)) => *back = true,
                Some((false, _)) => {
                    self.requests.remove(&pair);
                }
                None => {}
            },
            4 if self.are_friends(a, b) => self.part(a, b),
            5 if !apart => {
                self.follows.insert(pair);
            }
            6 => self.unfollow(pair),
            7 if !apart => {
                self.follows.insert(pair);
                self.first.insert(pair);
                self.snoozed.remove(&pair);
            }
            8 => {
                self.first.remove(&pair);
                self.snoozed.remove(&pair);
            }
            9 if !apart && self.follows.contains(&pair) => {
                self.first.remove(&pair);
                self.snoozed.insert(pair);
            }
            10 if !apart => {
                self.muted.insert(pair);
            }
            11 => {
                self.muted.remove(&pair);
            }
            12 if !apart && self.are_friends(a, b) => {
                self.restricted.insert(pair);
            }
            13 => {
                self.restricted.remove(&pair);
            }
            14 if !apart => {
                self.part(a, b);
                self.requests.remove(&(a, b));
                self.requests.remove(&(b, a));
                self.blocks.insert(pair);
            }
            15 => {
                self.blocks.remove(&pair);
            }
            16 if self.are_friends(a, b) => {
                self.in_circle.insert(pair);
            }
            17 => {
                self.in_circle.remove(&pair);
            }
            _ => {}
        }
    }
}

async fn step(w: &World, step: usize, viewer: &Viewer, other: AccountId, circle: kith_domain::CircleId) {
    let app = &w.app;
    // Whether a step is refused is told by the facts afterwards.
    let _ = match step {
        0 => rel::request_friend(app, viewer, other).await,
        1 => rel::confirm(app, viewer, other).await,
        2 => rel::delete_request(app, viewer, other).await,
        3 => rel::withdraw(app, viewer, other).await,
        4 => rel::unfriend(app, viewer, other).await,
        5 => rel::follow(app, viewer, other).await,
        6 => rel::unfollow(app, viewer, other).await,
        7 => rel::see_first(app, viewer, other).await,
        8 => rel::see_normally(app, viewer, other).await,
        9 => rel::snooze(app, viewer, other).await,
        10 => rel::mute(app, viewer, other, None).await,
        11 => rel::unmute(app, viewer, other).await,
        12 => rel::restrict(app, viewer, other).await,
        13 => rel::unrestrict(app, viewer, other).await,
        14 => rel::block(app, viewer, other).await,
        15 => rel::unblock(app, viewer, other).await,
        16 => circles::add(app, viewer, circle, other).await,
        _ => circles::remove(app, viewer, circle, other).await,
    };
}

fn seen(people: &[Person], pairs: &BTreeSet<(usize, usize)>, who: usize) -> BTreeSet<AccountId> {
    pairs.iter().filter(|(a, _)| *a == who).map(|(_, b)| people[*b].id).collect()
}

fn compare(people: &[Person], oracle: &Oracle, who: usize, member: &Member) {
    let ids = |set: &std::collections::HashSet<AccountId>| set.iter().copied().collect::<BTreeSet<_>>();
    let turned =
        |pairs: &BTreeSet<(usize, usize)>| pairs.iter().map(|(a, b)| (*b, *a)).collect::<BTreeSet<_>>();
    let both = |pairs: &BTreeSet<(usize, usize)>| pairs.union(&turned(pairs)).copied().collect();
    assert_eq!(ids(&member.friends), seen(people, &both(&oracle.friends), who));
    assert_eq!(ids(&member.following), seen(people, &oracle.follows, who));
    assert_eq!(ids(&member.see_first), seen(people, &oracle.first, who));
    assert_eq!(member.snoozed.keys().copied().collect::<BTreeSet<_>>(), seen(people, &oracle.snoozed, who));
    assert_eq!(member.muted.keys().copied().collect::<BTreeSet<_>>(), seen(people, &oracle.muted, who));
    assert_eq!(ids(&member.blocked), seen(people, &both(&oracle.blocks), who));
    assert_eq!(ids(&member.restricted_by), seen(people, &turned(&oracle.restricted), who));
    assert_eq!(member.circles_in.len(), oracle.in_circle.iter().filter(|(_, b)| *b == who).count());
    let asked =
        oracle.requests.iter().filter(|((_, b), state)| *b == who && **state == (false, false)).count();
    assert_eq!(member.friend_requests, i64::try_from(asked).unwrap());
}

async fn run(w: World, steps: Vec<(usize, usize, usize, bool)>) {
    let mut people = Vec::new();
    let mut lists = Vec::new();
    for name in ["ann", "ben", "cem", "dan"] {
        let person = w.person(name).await;
        lists.push(w.circle(&person, "All", &[]).await);
        people.push(person);
    }
    let mut oracle = Oracle::default();
    for (kind, a, b, twice) in steps {
        for _ in 0..=usize::from(twice) {
            let viewer = w.viewer(&people[a]).await;
            step(&w, kind, &viewer, people[b].id, lists[a]).await;
        }
        // The oracle takes each step once: a second time must change nothing.
        oracle.apply(kind, a, b);
        for (who, person) in people.iter().enumerate() {
            compare(&people, &oracle, who, w.viewer(person).await.member().unwrap());
        }
    }
    for (who, person) in people.iter().enumerate() {
        let id = person.id;
        let fresh = w.app.db.read(move |q| kith_domain::viewers::load_fresh(q, id)).await.unwrap();
        compare(&people, &oracle, who, &fresh);
    }
}

fn worlds_agree_with_the_oracle(cases: u32, postgres: bool) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let steps = prop::collection::vec((0..18_usize, 0..4_usize, 0..4_usize, any::<bool>()), 1..70);
    let config = Config { cases, max_shrink_iters: 60, failure_persistence: None, ..Config::default() };
    TestRunner::new(config)
        .run(&steps, |steps| {
            runtime.block_on(async {
                let world = if postgres { World::postgres().await } else { Some(World::sqlite().await) };
                if let Some(world) = world {
                    run(world, steps).await;
                }
            });
            Ok(())
        })
        .unwrap();
}

#[test]
fn facts_of_members_agree_with_an_oracle_on_sqlite() {
    worlds_agree_with_the_oracle(24, false);
}

#[test]
fn facts_of_members_agree_with_an_oracle_on_postgres() {
    worlds_agree_with_the_oracle(6, true);
}
