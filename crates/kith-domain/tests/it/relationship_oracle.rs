//! Everything that can be between people, done by chance, held against an oracle that was written from the product's
//! words.

use std::collections::{BTreeMap, BTreeSet};

use kith_domain::relationships as rel;
use kith_domain::{AccountId, Member, Viewer, circles};
use kith_testkit::{Person, World};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

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
