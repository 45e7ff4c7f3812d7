//! Who sees an event: the rule against the SQL predicate on generated worlds.

use std::collections::HashSet;

use kith_db::{Tx, params, statement};
use kith_domain::events::{self, AnswerState, EventAudience, EventFacts, EventState, policy};
use kith_domain::groups::{Commenting, GroupFacts, GroupState, MemberState, Visibility};
use kith_domain::viewer::AccountState;
use kith_domain::{AccountId, App, EventId, GroupId, Viewer, viewers};
use kith_testkit::World;
use kith_testkit::engines::Fresh;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// People in a generated world.
const PEOPLE: usize = 4;

#[derive(Clone, Debug)]
struct Drawn {
    states: Vec<AccountState>,
    friends: Vec<(usize, usize)>,
    blocks: Vec<(usize, usize)>,
    restrictions: Vec<(usize, usize)>,
    events: Vec<DrawnEvent>,
}

#[derive(Clone, Debug)]
struct DrawnEvent {
    host: usize,
    audience: EventAudience,
    state: EventState,
    co_hosts: Vec<usize>,
    answers: Vec<(usize, AnswerState)>,
    /// The group of those that belong to one.
    group: Option<DrawnGroup>,
}

#[derive(Clone, Debug)]
struct DrawnGroup {
    visibility: Visibility,
    state: GroupState,
    seats: Vec<(usize, MemberState)>,
}

/// Its row is there, or was erased already.
fn group() -> impl Strategy<Value = Option<DrawnGroup>> {
    let seat = (0..PEOPLE, proptest::sample::select(MemberState::ALL));
    let drawn = (
        proptest::sample::select(Visibility::ALL),
        proptest::sample::select(GroupState::ALL),
        proptest::collection::vec(seat, 0..4),
    );
    let drawn = drawn.prop_map(|(visibility, state, mut seats)| {
        let mut seen = HashSet::new();
        seats.retain(|(who, _)| seen.insert(*who));
        DrawnGroup { visibility, state, seats }
    });
    proptest::option::weighted(0.9, drawn)
}

fn pairs(most: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    let pair = (0..PEOPLE, 0..PEOPLE).prop_filter("two people", |(a, b)| a != b);
    proptest::collection::vec(pair, 0..most)
}

fn state() -> impl Strategy<Value = AccountState> {
    prop_oneof![
        8 => Just(AccountState::Active),
        1 => Just(AccountState::Suspended),
        1 => Just(AccountState::Deactivated),
        1 => Just(AccountState::PendingApproval),
    ]
}

fn event() -> impl Strategy<Value = DrawnEvent> {
    let answer = (0..PEOPLE, proptest::sample::select(AnswerState::ALL));
    (
        0..PEOPLE,
        proptest::sample::select(EventAudience::ALL),
        prop_oneof![1 => Just(EventState::Draft), 1 => Just(EventState::Scheduled),
                    4 => Just(EventState::Published), 1 => Just(EventState::Cancelled)],
        proptest::collection::vec(0..PEOPLE, 0..2),
        proptest::collection::vec(answer, 0..4),
        group(),
    )
        .prop_map(|(host, audience, state, mut co_hosts, mut answers, group)| {
            co_hosts.retain(|co_host| *co_host != host);
            let mut seen = HashSet::new();
            answers.retain(|(who, state)| *state != AnswerState::Unconfirmed && seen.insert(*who));
            let group = group.filter(|_| audience == EventAudience::Group);
            DrawnEvent { host, audience, state, co_hosts, answers, group }
        })
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let states = proptest::collection::vec(state(), PEOPLE);
    (states, pairs(8), pairs(2), pairs(3), proptest::collection::vec(event(), 1..10)).prop_map(
        |(states, friends, blocks, restrictions, events)| Drawn {
            states,
            friends,
            blocks,
            restrictions,
            events,
        },
    )
}

statement!(
    PUT_ACCOUNT,
    "test.events_account",
    "INSERT INTO accounts (id, handle, handle_key, handle_skeleton, display_name, name_key, role, state, trust_level,
                           language, theme, time_zone, preferences, in_directory, intro, pronouns, spoken_languages,
                           birth_day_audience, birth_year_audience, created_at)
     VALUES ($1, $2, $2, $2, $2, $2, 'member', $3, 1, 'en', 'auto', 'UTC', '{}', TRUE, '', '', '', 'self', 'self', 1)"
);
statement!(
    PUT_FRIEND,
    "test.events_friend",
    "INSERT INTO friendships (account_id, friend_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, friend_id) DO NOTHING"
);
statement!(
    PUT_BLOCK,
    "test.events_block",
    "INSERT INTO blocks (account_id, blocked_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, blocked_id) DO NOTHING"
);
statement!(
    PUT_RESTRICTION,
    "test.events_restriction",
    "INSERT INTO restrictions (account_id, restricted_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, restricted_id) DO NOTHING"
);
statement!(
    PUT_EVENT,
    "test.events_event",
    "INSERT INTO events (id, host_id, title, language, source, html, starts, time_zone, is_all_day, rule, extra,
                         except_at, first_at, ends_at, audience, taken, has_waiting_list, needs_approval, about,
                         state, timing, uid, created_at, group_id)
     VALUES ($1, $2, '', 'en', '', '', '20260301T120000', 'UTC', FALSE, '', '', '', 1, 2, $3, 0, FALSE, FALSE, '{}',
             $4, 0, $5, 1, $6)"
);
statement!(
    PUT_GROUP,
    "test.events_group",
    "INSERT INTO groups (id, slug, slug_key, name, name_key, visibility, joining, posting, comments, members_shown,
                         inviting, asks_rules, state, member_count, created_at)
     VALUES ($1, $2, $2, $2, $2, $3, 'free', 'all', 'all', 'members', 'members', FALSE, $4, 0, 1)"
);
statement!(
    PUT_SEAT,
    "test.events_seat",
    "INSERT INTO group_members (group_id, account_id, state, role, level, reason, changed_at)
     VALUES ($1, $2, $3, 'member', 'highlights', '', 1)"
);
statement!(
    PUT_HOST,
    "test.events_host",
    "INSERT INTO event_hosts (event_id, account_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (event_id, account_id) DO NOTHING"
);
statement!(
    PUT_ANSWER,
    "test.events_answer",
    "INSERT INTO event_answers (id, event_id, account_id, name, email, language, state, companions, replies, code,
                                created_at, changed_at)
     VALUES ($1, $2, $3, '', '', '', $4, 0, '[]', '', 1, 1)"
);

/// An event with what it is drawn like, and its group.
type Made = (EventId, DrawnEvent, Option<GroupId>);

fn put_group(tx: &mut Tx<'_>, drawn: &DrawnGroup, people: &[AccountId]) -> kith_base::Result<GroupId> {
    let id: GroupId = tx.new_id();
    tx.run(&PUT_GROUP, &params![id, id.to_string(), drawn.visibility, drawn.state])?;
    for (who, state) in &drawn.seats {
        tx.run(&PUT_SEAT, &params![id, people[*who], *state])?;
    }
    Ok(id)
}

/// Puts the world into the database; gives its people and its events.
fn put(tx: &mut Tx<'_>, drawn: &Drawn) -> kith_base::Result<(Vec<AccountId>, Vec<Made>)> {
    let mut people: Vec<AccountId> = Vec::new();
    for state in &drawn.states {
        let id = tx.new_id();
        tx.run(&PUT_ACCOUNT, &params![id, id.to_string(), *state])?;
        people.push(id);
    }
    for (a, b) in &drawn.friends {
        tx.run(&PUT_FRIEND, &params![people[*a], people[*b]])?;
        tx.run(&PUT_FRIEND, &params![people[*b], people[*a]])?;
    }
    for (a, b) in &drawn.blocks {
        tx.run(&PUT_BLOCK, &params![people[*a], people[*b]])?;
    }
    for (a, b) in &drawn.restrictions {
        tx.run(&PUT_RESTRICTION, &params![people[*a], people[*b]])?;
    }
    let mut events = Vec::new();
    for event in &drawn.events {
        let id: EventId = tx.new_id();
        let group = match &event.group {
            Some(group) => Some(put_group(tx, group, &people)?),
            None => None,
        };
        let (host, word) = (people[event.host], id.to_string());
        tx.run(&PUT_EVENT, &params![id, host, event.audience, event.state, word, group])?;
        for co_host in &event.co_hosts {
            tx.run(&PUT_HOST, &params![id, people[*co_host]])?;
        }
        for (who, answer) in &event.answers {
            let row: EventId = tx.new_id();
            tx.run(&PUT_ANSWER, &params![row, id, people[*who], *answer])?;
        }
        events.push((id, event.clone(), group));
    }
    Ok((people, events))
}

fn facts(drawn: &Drawn, (_, event, group): &Made, people: &[AccountId], viewer: &Viewer) -> EventFacts {
    let group = event.group.as_ref().zip(*group).map(|(group, id)| GroupFacts {
        id,
        visibility: group.visibility,
        state: group.state,
        comments: Commenting::All,
    });
    let mine = event.answers.iter().find(|(who, _)| Some(people[*who]) == viewer.id());
    EventFacts {
        host: people[event.host],
        host_state: drawn.states[event.host],
        co_hosts: event.co_hosts.iter().map(|co_host| people[*co_host]).collect(),
        audience: event.audience,
        group,
        state: event.state,
        mine: mine.map(|(_, answer)| *answer),
        ..EventFacts::default()
    }
}

/// What the rule lets each viewer see, what the predicate selects, and what is handed out one by one.
async fn compare(app: &App, drawn: Drawn) -> Vec<String> {
    app.clock.advance(1);
    let written = drawn.clone();
    let (people, made) = app.db.write(move |tx| put(tx, &written)).await.unwrap();
    let ids: HashSet<EventId> = made.iter().map(|(id, ..)| *id).collect();
    let mut viewers = vec![Viewer::Anonymous];
    for person in &people {
        let person = *person;
        let member = app.db.read(move |q| viewers::load_fresh(q, person)).await.unwrap();
        viewers.push(Viewer::Member(member));
    }
    let mut differences = Vec::new();
    for viewer in &viewers {
        let seen = |event: &Made| policy::may_see(viewer, &facts(&drawn, event, &people, viewer));
        let by_rule: HashSet<EventId> = made.iter().filter(|event| seen(event)).map(|(id, ..)| *id).collect();
        let all = events::all_seen(app, viewer).await.unwrap();
        let by_predicate: HashSet<EventId> = all.into_iter().filter(|id| ids.contains(id)).collect();
        let mut handed = HashSet::new();
        for id in &ids {
            if events::get(app, viewer, *id).await.is_ok() {
                handed.insert(*id);
            }
        }
        if by_rule != by_predicate || by_rule != handed {
            let who = viewer.id();
            differences.push(format!("{who:?}: rule {by_rule:?}, SQL {by_predicate:?}, handed {handed:?}"));
        }
    }
    differences
}

fn rule_is_predicate(fresh: Fresh, worlds: u32) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::on(fresh));
    let mut runner =
        TestRunner::new(Config { cases: worlds, failure_persistence: None, ..Config::default() });
    runner
        .run(&drawn(), |drawn| {
            let differences = runtime.block_on(compare(&world.app, drawn));
            prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
            Ok(())
        })
        .unwrap();
}

#[test]
fn e1_the_rule_about_events_and_its_predicate_agree_on_sqlite() {
    rule_is_predicate(Fresh::sqlite_with_tables(), 200);
}

#[test]
fn e1_the_rule_about_events_and_its_predicate_agree_on_postgres() {
    if let Some(fresh) = Fresh::postgres_with_tables() {
        rule_is_predicate(fresh, 100);
    }
}
