//! Every state of a group and of an event, looked at by everybody whom it can have to do with, against tables written by
//! hand from the published rules (docs/groups.md, docs/events.md). What the rule, the lists and the search say of each is
//! held against the same table.

use std::collections::BTreeSet;

use kith_base::{DAY, PageRequest};
use kith_db::{Tx, params, statement};
use kith_domain::events::{self, AnswerState, EventAudience, EventState, Folder};
use kith_domain::groups::{self, GroupState, MemberState, Right, Visibility};
use kith_domain::posts::{self, Hold};
use kith_domain::search::{self, Wanted};
use kith_domain::viewer::GroupRole;
use kith_domain::{AccountId, EventId, GroupId, PostId, Viewer, relationships};
use kith_testkit::World;

/// Who looks at groups, and what they are to each of them; a visitor stands before all of these.
const SEATS: [(&str, Option<(MemberState, GroupRole)>); 10] = [
    ("stranger", None),
    ("invited", Some((MemberState::Invited, GroupRole::Member))),
    ("requested", Some((MemberState::Requested, GroupRole::Member))),
    ("removed", Some((MemberState::Removed, GroupRole::Member))),
    ("banned", Some((MemberState::Banned, GroupRole::Member))),
    ("left", Some((MemberState::Left, GroupRole::Owner))),
    ("member", Some((MemberState::Member, GroupRole::Member))),
    ("moderator", Some((MemberState::Member, GroupRole::Moderator))),
    ("admin", Some((MemberState::Member, GroupRole::Admin))),
    ("owner", Some((MemberState::Member, GroupRole::Owner))),
];

/// For each openness: who knows of a group, who reads it, and who finds it, in the order of a visitor and [`SEATS`].
const GROUPS: [(Visibility, &str, &str, &str); 4] = [
    (Visibility::Public, "+++++++++++", "+++++++++++", "-++++++++++"),
    (Visibility::Site, "-++++-+++++", "-++++-+++++", "-++++-+++++"),
    (Visibility::Private, "-++++-+++++", "-------++++", "-++++-+++++"),
    (Visibility::Hidden, "--+----++++", "-------++++", "-----------"),
];
/// Who reads what waits for approval, beside its author: those who look after the group.
const DECIDING: &str = "--------+++";
/// Who writes in a group that is in use.
const WRITING: &str = "-------++++";

const STATES: [GroupState; 3] = [GroupState::Active, GroupState::Archived, GroupState::Deleted];
const HOLDS: [Option<Hold>; 3] = [None, Some(Hold::Waiting), Some(Hold::Declined)];

fn says(table: &str, who: usize) -> bool {
    table.as_bytes()[who] == b'+'
}

statement!(
    PUT_GROUP,
    "test.matrix_group",
    "INSERT INTO groups (id, slug, slug_key, name, name_key, visibility, joining, posting, comments, members_shown,
                         inviting, asks_rules, state, member_count, created_at)
     VALUES ($1, $2, $2, 'Lantern', 'lantern', $3, 'free', 'all', 'all', 'members', 'members', FALSE, $4, 4, 1)"
);
statement!(
    PUT_SEAT,
    "test.matrix_seat",
    "INSERT INTO group_members (group_id, account_id, state, role, level, reason, changed_at)
     VALUES ($1, $2, $3, $4, 'highlights', '', 1)"
);
statement!(
    PUT_POST,
    "test.matrix_post",
    "INSERT INTO posts (id, author_id, wall_id, owner_id, audience, circle_id, comment_audience, language, cover,
                        created_at, photo_count, comment_count, reaction_count, share_count, group_id, group_hold)
     VALUES ($1, $2, NULL, $2, 'group', NULL, 'same', 'en', '', 1, 0, 0, 0, 0, $3, $4)"
);
statement!(
    PUT_TEXT,
    "test.matrix_text",
    "INSERT INTO post_texts (post_id, language, source, html) VALUES ($1, 'en', 'lantern', '<p>lantern</p>')"
);

/// A post in a group.
#[derive(Clone, Copy, Debug)]
struct Written {
    id: PostId,
    /// The place of its author in [`SEATS`].
    author: usize,
    hold: Option<Hold>,
}

struct Made {
    id: GroupId,
    visibility: Visibility,
    state: GroupState,
    posts: Vec<Written>,
}

fn put_groups(tx: &mut Tx<'_>, people: &[AccountId]) -> kith_base::Result<Vec<Made>> {
    let mut all = Vec::new();
    for (visibility, ..) in GROUPS {
        for state in STATES {
            let id: GroupId = tx.new_id();
            tx.run(&PUT_GROUP, &params![id, format!("lantern-{id}"), visibility, state])?;
            for (person, (_, seat)) in people.iter().zip(SEATS) {
                if let Some((state, role)) = seat {
                    tx.run(&PUT_SEAT, &params![id, *person, state, role])?;
                }
            }
            let mut posts = Vec::new();
            // One who went, one who takes part, one who looks after it.
            for author in [5, 6, 7] {
                for hold in HOLDS {
                    let post: PostId = tx.new_id();
                    tx.run(&PUT_POST, &params![post, people[author], id, hold.map(Hold::as_str)])?;
                    tx.run(&PUT_TEXT, &params![post])?;
                    posts.push(Written { id: post, author, hold });
                }
            }
            all.push(Made { id, visibility, state, posts });
        }
    }
    Ok(all)
}

/// By the tables: whether somebody reads a post.
fn reads(group: &Made, post: &Written, who: usize) -> bool {
    let (_, _, reading, _) = GROUPS.iter().find(|row| row.0 == group.visibility).unwrap();
    if group.state == GroupState::Deleted || !says(reading, who) {
        return false;
    }
    match post.hold {
        None => true,
        Some(Hold::Waiting) => who == post.author + 1 || says(DECIDING, who),
        Some(Hold::Declined) => who == post.author + 1,
    }
}

#[tokio::test]
async fn e1_every_state_of_a_group_is_seen_as_the_tables_say() {
    World::each(|w| async move {
        let mut people = Vec::new();
        for (handle, _) in SEATS {
            people.push(w.person(handle).await);
        }
        let ids: Vec<AccountId> = people.iter().map(|person| person.id).collect();
        let made = w.app.db.write(move |tx| put_groups(tx, &ids)).await.unwrap();
        w.upkeep("search.fill").await;
        let mut viewers = vec![Viewer::Anonymous];
        for person in &people {
            viewers.push(w.viewer(person).await);
        }
        for (who, viewer) in viewers.iter().enumerate() {
            let name = who.checked_sub(1).map_or("visitor", |at| SEATS[at].0);
            let (mut readable, mut findable) = (BTreeSet::new(), BTreeSet::new());
            for group in &made {
                let row = GROUPS.iter().find(|row| row.0 == group.visibility).unwrap();
                let case = format!("{name} {:?} {:?}", group.visibility, group.state);
                let is_there = group.state != GroupState::Deleted;
                let found = groups::get(&w.app, viewer, group.id).await;
                assert_eq!(found.is_ok(), is_there && says(row.1, who), "knows: {case}");
                if let Ok(found) = &found {
                    let writes = group.state == GroupState::Active && says(WRITING, who);
                    assert_eq!(groups::policy::may(viewer, found, Right::Post), writes, "writes: {case}");
                    assert_eq!(
                        groups::policy::may(viewer, found, Right::Read),
                        says(row.2, who),
                        "reads: {case}"
                    );
                }
                if is_there && says(row.3, who) {
                    findable.insert(group.id);
                }
                for post in &group.posts {
                    let expected = reads(group, post, who);
                    let seen = posts::get(&w.app, viewer, post.id).await.is_ok();
                    assert_eq!(seen, expected, "{case} {post:?}");
                    if expected {
                        readable.insert(post.id);
                    }
                }
            }
            let wanted = Wanted::words("lantern");
            let page = search::post_ids(&w.app, viewer, &wanted, PageRequest::first(200)).await.unwrap();
            assert_eq!(page.items.into_iter().collect::<BTreeSet<_>>(), readable, "found by {name}");
            // No page asks for a visitor, who has no search.
            if who > 0 {
                let page = search::groups(&w.app, viewer, &wanted, PageRequest::first(50)).await.unwrap();
                let found: BTreeSet<GroupId> = page.items.iter().map(|hit| hit.group.id).collect();
                assert_eq!(found, findable, "groups found by {name}");
            }
        }
    })
    .await;
}

/// Who looks at events, and what they answered; a visitor stands before all of these.
const GUESTS: [(&str, Option<AnswerState>); 13] = [
    ("host", None),
    ("cohost", None),
    ("stranger", None),
    ("friend", None),
    ("restricted", None),
    ("blocked", None),
    ("invited", Some(AnswerState::Invited)),
    ("going", Some(AnswerState::Going)),
    ("maybe", Some(AnswerState::Maybe)),
    ("declined", Some(AnswerState::Declined)),
    ("waitlisted", Some(AnswerState::Waitlisted)),
    ("pending", Some(AnswerState::ApprovalPending)),
    ("removed", Some(AnswerState::Removed)),
];

/// For each audience: who sees an event that was published, in the order of a visitor and [`GUESTS`].
const EVENTS: [(EventAudience, &str); 4] = [
    (EventAudience::Public, "++++++-+++++++"),
    (EventAudience::Community, "-+++++-+++++++"),
    (EventAudience::Friends, "-++-+--++++++-"),
    (EventAudience::Invited, "-++----++++++-"),
];
/// Who sees one that was not published.
const LOOKING_AFTER: &str = "-++-----------";
/// Who may say whether they come, among those who see it while answers are taken.
const ANSWERING: &str = "-++++++++++++-";

statement!(
    PUT_EVENT,
    "test.matrix_event",
    "INSERT INTO events (id, host_id, title, language, source, html, starts, time_zone, is_all_day, rule, extra,
                         except_at, first_at, ends_at, audience, taken, has_waiting_list, needs_approval, about,
                         state, timing, uid, created_at)
     VALUES ($1, $2, 'Lantern', 'en', '', '', $3, 'UTC', FALSE, '', '', '', $4, $5, $6, 0, FALSE, FALSE, '{}',
             $7, 0, $8, 1)"
);
statement!(
    PUT_HOST,
    "test.matrix_host",
    "INSERT INTO event_hosts (event_id, account_id, created_at) VALUES ($1, $2, 1)"
);
statement!(
    PUT_ANSWER,
    "test.matrix_answer",
    "INSERT INTO event_answers (id, event_id, account_id, name, email, language, state, companions, replies, code,
                                created_at, changed_at)
     VALUES ($1, $2, $3, '', '', '', $4, 0, '[]', '', 1, 1)"
);

struct Planned {
    id: EventId,
    audience: EventAudience,
    state: EventState,
    is_past: bool,
}

fn put_events(tx: &mut Tx<'_>, people: &[AccountId]) -> kith_base::Result<Vec<Planned>> {
    let now = tx.now();
    let mut all = Vec::new();
    for (audience, _) in EVENTS {
        for state in EventState::ALL {
            for is_past in [false, true] {
                let id: EventId = tx.new_id();
                let (starts, from, to) = match is_past {
                    false => ("20260308T120000", now + 6 * DAY, now + 9 * DAY),
                    true => ("20260201T120000", now - 30 * DAY, now - 20 * DAY),
                };
                tx.run(
                    &PUT_EVENT,
                    &params![id, people[0], starts, from, to, audience, *state, id.to_string()],
                )?;
                tx.run(&PUT_HOST, &params![id, people[1]])?;
                for (person, (_, answer)) in people.iter().zip(GUESTS) {
                    if let Some(answer) = answer {
                        let row: EventId = tx.new_id();
                        tx.run(&PUT_ANSWER, &params![row, id, *person, answer])?;
                    }
                }
                all.push(Planned { id, audience, state: *state, is_past });
            }
        }
    }
    Ok(all)
}

/// By the tables: whether somebody sees an event.
fn sees(event: &Planned, who: usize) -> bool {
    let (_, shown) = EVENTS.iter().find(|row| row.0 == event.audience).unwrap();
    match event.state {
        EventState::Draft | EventState::Scheduled => says(LOOKING_AFTER, who),
        EventState::Published | EventState::Cancelled => says(shown, who),
    }
}

#[tokio::test]
async fn e1_every_state_of_an_event_is_seen_as_the_tables_say() {
    World::each(|w| async move {
        let mut people = Vec::new();
        for (handle, _) in GUESTS {
            people.push(w.person(handle).await);
        }
        let host = &people[0];
        for near in [3, 4, 5] {
            w.befriend(host, &people[near]).await;
        }
        relationships::restrict(&w.app, &w.viewer(host).await, people[4].id).await.unwrap();
        w.block(host, &people[5]).await;
        let ids: Vec<AccountId> = people.iter().map(|person| person.id).collect();
        let made = w.app.db.write(move |tx| put_events(tx, &ids)).await.unwrap();
        w.upkeep("search.fill").await;
        let mut viewers = vec![Viewer::Anonymous];
        for person in &people {
            viewers.push(w.viewer(person).await);
        }
        for (who, viewer) in viewers.iter().enumerate() {
            let name = who.checked_sub(1).map_or("visitor", |at| GUESTS[at].0);
            let (mut coming, mut over, mut all) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
            for event in &made {
                let case = format!("{name} {:?} {:?} past {}", event.audience, event.state, event.is_past);
                let found = events::get(&w.app, viewer, event.id).await;
                assert_eq!(found.is_ok(), sees(event, who), "sees: {case}");
                let Ok(found) = found else { continue };
                let is_open = event.state == EventState::Published && !event.is_past;
                let answers = events::policy::may_answer(viewer, &found.facts, w.app.now());
                assert_eq!(answers, is_open && says(ANSWERING, who), "answers: {case}");
                let edits = events::policy::may_edit(viewer, &found.facts);
                assert_eq!(edits, says(LOOKING_AFTER, who), "changes: {case}");
                all.insert(event.id);
                if matches!(event.state, EventState::Published | EventState::Cancelled) {
                    if event.is_past {
                        over.insert(event.id)
                    } else {
                        coming.insert(event.id)
                    };
                }
            }
            let of =
                |lines: Vec<events::Line>| lines.iter().map(|line| line.event.id).collect::<BTreeSet<_>>();
            assert_eq!(of(events::list(&w.app, viewer, Folder::Upcoming).await.unwrap()), coming, "{name}");
            assert_eq!(of(events::past(&w.app, viewer, None).await.unwrap().lines), over, "{name}");
            if who > 0 {
                let wanted = Wanted::words("lantern");
                let page = search::events(&w.app, viewer, &wanted, PageRequest::first(50)).await.unwrap();
                let found: BTreeSet<EventId> = page.items.iter().map(|hit| hit.line.event.id).collect();
                assert_eq!(found, all, "found by {name}");
            }
        }
    })
    .await;
}
