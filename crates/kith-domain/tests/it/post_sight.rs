//! Who sees a post: the rule against the SQL predicate on generated worlds, and both against a table written by hand
//! (safety.md E1).

use std::collections::HashSet;

use kith_base::PageRequest;
use kith_db::{Tx, params, statement};
use kith_domain::groups::{Commenting, GroupFacts, GroupState, MemberState, Visibility};
use kith_domain::posts::{self, Audience, AudienceChoice, CommentAudience, Hold, NewPost, PostFacts, policy};
use kith_domain::viewer::{AccountState, GroupRole};
use kith_domain::{AccountId, App, CircleId, GroupId, PostId, Viewer, viewers};
use kith_testkit::World;
use kith_testkit::engines::Fresh;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// People in a generated world.
const PEOPLE: usize = 4;
/// Circles in it; circle `n` belongs to person `n % PEOPLE`.
const CIRCLES: usize = 3;
/// Groups in it.
const GROUPS: usize = 2;

#[derive(Clone, Debug)]
struct Drawn {
    states: Vec<AccountState>,
    friends: Vec<(usize, usize)>,
    blocks: Vec<(usize, usize)>,
    restrictions: Vec<(usize, usize)>,
    members: Vec<(usize, usize)>,
    groups: Vec<(Visibility, GroupState)>,
    seats: Vec<(usize, usize, MemberState, GroupRole)>,
    posts: Vec<DrawnPost>,
}

#[derive(Clone, Debug)]
struct DrawnPost {
    author: usize,
    wall: Option<usize>,
    audience: Audience,
    circle: usize,
    people: Vec<usize>,
    except_circles: Vec<usize>,
    is_deleted: bool,
    /// The group in which it stands, and whether it is held back there.
    group: Option<(usize, Option<Hold>)>,
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

fn post() -> impl Strategy<Value = DrawnPost> {
    let audience = proptest::sample::select(Audience::ALL);
    let people = proptest::collection::vec(0..PEOPLE, 0..3);
    let circles = proptest::collection::vec(0..CIRCLES, 0..2);
    let wall = proptest::option::weighted(0.3, 0..PEOPLE);
    let hold = proptest::option::weighted(0.4, proptest::sample::select(Hold::ALL));
    let group = proptest::option::weighted(0.4, (0..GROUPS, hold));
    let deleted = proptest::bool::weighted(0.1);
    (0..PEOPLE, wall, audience, 0..CIRCLES, people, circles, deleted, group).prop_map(
        |(author, wall, audience, circle, people, except_circles, is_deleted, group)| DrawnPost {
            author,
            wall: wall.filter(|wall| *wall != author && group.is_none()),
            audience: if group.is_some() { Audience::Group } else { audience },
            group,
            circle,
            people,
            except_circles,
            is_deleted,
        },
    )
}

fn group() -> impl Strategy<Value = (Visibility, GroupState)> {
    let states = [GroupState::Active, GroupState::Active, GroupState::Archived, GroupState::Deleted];
    (proptest::sample::select(Visibility::ALL), proptest::sample::select(states.to_vec()))
}

fn seat() -> impl Strategy<Value = (usize, usize, MemberState, GroupRole)> {
    let states = [
        MemberState::Member,
        MemberState::Member,
        MemberState::Invited,
        MemberState::Requested,
        MemberState::Banned,
        MemberState::Left,
    ];
    let state = proptest::sample::select(states.to_vec());
    (0..GROUPS, 0..PEOPLE, state, proptest::sample::select(GroupRole::ALL))
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        proptest::collection::vec(state(), PEOPLE),
        pairs(8),
        pairs(2),
        pairs(3),
        proptest::collection::vec((0..CIRCLES, 0..PEOPLE), 0..6),
        proptest::collection::vec(group(), GROUPS),
        proptest::collection::vec(seat(), 0..8),
        proptest::collection::vec(post(), 1..10),
    )
        .prop_map(|(states, friends, blocks, restrictions, members, groups, seats, posts)| Drawn {
            groups,
            seats,
            states,
            friends,
            blocks,
            restrictions,
            members,
            posts,
        })
}

statement!(
    PUT_ACCOUNT,
    "test.sight_account",
    "INSERT INTO accounts (id, handle, handle_key, handle_skeleton, display_name, name_key, role, state, trust_level,
                           language, theme, time_zone, preferences, in_directory, intro, pronouns, spoken_languages,
                           birth_day_audience, birth_year_audience, created_at)
     VALUES ($1, $2, $2, $2, $2, $2, 'member', $3, 1, 'en', 'auto', 'UTC', '{}', TRUE, '', '', '', 'self', 'self', $4)"
);
statement!(
    PUT_FRIEND,
    "test.sight_friend",
    "INSERT INTO friendships (account_id, friend_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, friend_id) DO NOTHING"
);
statement!(
    PUT_BLOCK,
    "test.sight_block",
    "INSERT INTO blocks (account_id, blocked_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, blocked_id) DO NOTHING"
);
statement!(
    PUT_RESTRICTION,
    "test.sight_restriction",
    "INSERT INTO restrictions (account_id, restricted_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, restricted_id) DO NOTHING"
);
statement!(
    PUT_CIRCLE,
    "test.sight_circle",
    "INSERT INTO circles (id, owner_id, name, name_key, created_at) VALUES ($1, $2, $3, $3, 1)"
);
statement!(
    PUT_MEMBER,
    "test.sight_member",
    "INSERT INTO circle_members (circle_id, member_id, added_at) VALUES ($1, $2, 1)
     ON CONFLICT (circle_id, member_id) DO NOTHING"
);
statement!(
    PUT_GROUP,
    "test.sight_group",
    "INSERT INTO groups (id, slug, slug_key, name, name_key, visibility, joining, posting, comments, members_shown,
                         inviting, asks_rules, state, member_count, created_at)
     VALUES ($1, $2, $2, $2, $2, $3, 'free', 'all', 'all', 'members', 'members', FALSE, $4, 0, 1)"
);
statement!(
    PUT_SEAT,
    "test.sight_seat",
    "INSERT INTO group_members (group_id, account_id, state, role, level, reason, changed_at)
     VALUES ($1, $2, $3, $4, 'highlights', '', 1)
     ON CONFLICT (group_id, account_id) DO NOTHING"
);
statement!(
    PUT_POST,
    "test.sight_post",
    "INSERT INTO posts (id, author_id, wall_id, owner_id, audience, circle_id, comment_audience, language, cover,
                        created_at, deleted_at, photo_count, comment_count, reaction_count, share_count, group_id,
                        group_hold)
     VALUES ($1, $2, $3, $4, $5, $6, 'same', 'en', '', 1, $7, 0, 0, 0, 0, $8, $9)"
);
statement!(
    PUT_PERSON,
    "test.sight_named",
    "INSERT INTO post_people (post_id, account_id, role) VALUES ($1, $2, 'only')
     ON CONFLICT (post_id, account_id) DO NOTHING"
);
statement!(
    PUT_EXCEPT,
    "test.sight_except",
    "INSERT INTO post_except_circles (post_id, circle_id) VALUES ($1, $2)
     ON CONFLICT (post_id, circle_id) DO NOTHING"
);

/// Puts the world into the database; gives its people and what the rule is told of each post.
fn put(tx: &mut Tx<'_>, drawn: &Drawn) -> kith_base::Result<(Vec<AccountId>, Vec<PostFacts>)> {
    let mut people: Vec<AccountId> = Vec::new();
    for state in &drawn.states {
        let id = tx.new_id();
        tx.run(&PUT_ACCOUNT, &params![id, id.to_string(), *state, 1_i64])?;
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
    let mut circles: Vec<CircleId> = Vec::new();
    for number in 0..CIRCLES {
        let id = tx.new_id();
        tx.run(&PUT_CIRCLE, &params![id, people[number % PEOPLE], number.to_string()])?;
        circles.push(id);
    }
    for (circle, member) in &drawn.members {
        tx.run(&PUT_MEMBER, &params![circles[*circle], people[*member]])?;
    }
    let mut groups: Vec<GroupId> = Vec::new();
    for (visibility, state) in &drawn.groups {
        let id: GroupId = tx.new_id();
        tx.run(&PUT_GROUP, &params![id, id.to_string(), *visibility, *state])?;
        groups.push(id);
    }
    for (group, person, state, role) in &drawn.seats {
        tx.run(&PUT_SEAT, &params![groups[*group], people[*person], *state, *role])?;
    }
    let mut facts = Vec::new();
    for post in &drawn.posts {
        facts.push(put_post(tx, drawn, post, &people, (&circles, &groups))?);
    }
    Ok((people, facts))
}

fn put_post(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    post: &DrawnPost,
    people: &[AccountId],
    (circles, groups): (&[CircleId], &[GroupId]),
) -> kith_base::Result<PostFacts> {
    let id: PostId = tx.new_id();
    let owner = post.wall.unwrap_or(post.author);
    let circle = (post.audience == Audience::Circle).then(|| circles[post.circle]);
    let deleted_at = post.is_deleted.then_some(5_i64);
    tx.run(
        &PUT_POST,
        &params![
            id,
            people[post.author],
            post.wall.map(|wall| people[wall]),
            people[owner],
            post.audience,
            circle,
            deleted_at,
            post.group.map(|(group, _)| groups[group]),
            post.group.and_then(|(_, hold)| hold).map(Hold::as_str)
        ],
    )?;
    let names = matches!(post.audience, Audience::People | Audience::FriendsExcept);
    let named: Vec<AccountId> =
        if names { post.people.iter().map(|person| people[*person]).collect() } else { Vec::new() };
    let except: Vec<CircleId> = if post.audience == Audience::FriendsExcept {
        post.except_circles.iter().map(|circle| circles[*circle]).collect()
    } else {
        Vec::new()
    };
    for person in &named {
        tx.run(&PUT_PERSON, &params![id, person])?;
    }
    for circle in &except {
        tx.run(&PUT_EXCEPT, &params![id, circle])?;
    }
    Ok(PostFacts {
        id,
        author: people[post.author],
        author_state: drawn.states[post.author],
        owner: people[owner],
        owner_state: drawn.states[owner],
        choice: AudienceChoice { audience: post.audience, circle, people: named, except_circles: except },
        group: post.group.map(|(group, _)| GroupFacts {
            id: groups[group],
            visibility: drawn.groups[group].0,
            state: drawn.groups[group].1,
            comments: Commenting::All,
        }),
        hold: post.group.and_then(|(_, hold)| hold),
        comments: CommentAudience::Same.into(),
        comments_closed_at: None,
        deleted_at,
        deleted_by: None,
    })
}

/// What the rule lets each viewer see, what the predicate selects, and what is handed out one by one.
async fn compare(app: &App, drawn: Drawn) -> Vec<String> {
    app.clock.advance(1);
    let (people, facts) = app.db.write(move |tx| put(tx, &drawn)).await.unwrap();
    app.db
        .read(move |q| {
            let mut differences = Vec::new();
            let mut viewers = vec![Viewer::Anonymous];
            for person in &people {
                viewers.push(Viewer::Member(viewers::load_fresh(q, *person)?));
            }
            let ids: Vec<PostId> = facts.iter().map(|facts| facts.id).collect();
            for viewer in &viewers {
                let by_rule: HashSet<PostId> = facts
                    .iter()
                    .filter(|facts| policy::may_see(viewer, facts))
                    .map(|facts| facts.id)
                    .collect();
                let mut by_predicate = HashSet::new();
                for person in &people {
                    by_predicate
                        .extend(posts::ids_by_author(q, viewer, *person, PageRequest::first(100))?.items);
                }
                let handed: HashSet<PostId> =
                    posts::load_many(q, viewer, &ids)?.iter().map(|post| post.id).collect();
                if by_rule != by_predicate || by_rule != handed {
                    let who = viewer.id();
                    differences
                        .push(format!("{who:?}: rule {by_rule:?}, SQL {by_predicate:?}, handed {handed:?}"));
                }
            }
            Ok(differences)
        })
        .await
        .unwrap()
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
fn e1_the_rule_and_the_predicate_agree_in_every_world_on_sqlite() {
    rule_is_predicate(Fresh::sqlite_with_tables(), 300);
}

#[test]
fn e1_the_rule_and_the_predicate_agree_in_every_world_on_postgresql() {
    if let Some(fresh) = Fresh::postgres_with_tables() {
        rule_is_predicate(fresh, 200);
    }
}

/// Who reads which audience, written down by hand: author, friend, friend in the circle, friend who is left out,
/// restricted friend, stranger, named stranger, blocked, moderator, visitor.
const ORACLE: &[(Audience, &str)] = &[
    (Audience::World, "author friend inner left restricted stranger named moderator visitor"),
    (Audience::Community, "author friend inner left restricted stranger named moderator"),
    (Audience::Friends, "author friend inner left"),
    (Audience::FriendsExcept, "author friend inner"),
    (Audience::Circle, "author inner"),
    (Audience::People, "author named"),
    (Audience::Self_, "author"),
];

#[tokio::test]
async fn e1_each_audience_is_read_by_exactly_those_whom_it_promises() {
    World::each(|w| async move {
        let author = w.person("author").await;
        let mut people = Vec::new();
        for handle in ["friend", "inner", "left", "restricted", "stranger", "named", "blocked"] {
            people.push(w.person(handle).await);
        }
        let moderator = w.person_with_role("moderator", kith_domain::viewer::Role::Owner).await;
        for friend in people.iter().take(4).chain([&people[6]]) {
            w.befriend(&author, friend).await;
        }
        let circle = w.circle(&author, "Inner", &[&people[1]]).await;
        let as_author = w.viewer(&author).await;
        kith_domain::relationships::restrict(&w.app, &as_author, people[3].id).await.unwrap();
        let mut written = Vec::new();
        for (audience, readers) in ORACLE {
            let choice = AudienceChoice {
                audience: *audience,
                circle: (*audience == Audience::Circle).then_some(circle),
                people: match audience {
                    Audience::People => vec![people[5].id],
                    Audience::FriendsExcept => vec![people[2].id],
                    _ => Vec::new(),
                },
                except_circles: Vec::new(),
            };
            let new = NewPost { text: format!("for {}", audience.as_str()), choice, ..NewPost::default() };
            written.push((posts::create(&w.app, &as_author, new).await.unwrap().id, *readers));
        }
        w.block(&people[6], &author).await;
        people.extend([author, moderator]);
        for (post, readers) in written {
            let readers: HashSet<&str> = readers.split(' ').collect();
            for person in &people {
                let seen = posts::get(&w.app, &w.viewer(person).await, post).await;
                assert_eq!(
                    seen.is_ok(),
                    readers.contains(person.handle.as_str()),
                    "{} {post}",
                    person.handle
                );
                if let Err(error) = seen {
                    assert!(error.is_not_found(), "hidden and absent are one answer");
                }
            }
            let seen = posts::get(&w.app, &Viewer::Anonymous, post).await;
            assert_eq!(seen.is_ok(), readers.contains("visitor"), "visitor {post}");
        }
    })
    .await;
}
