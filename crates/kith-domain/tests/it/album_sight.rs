//! Who sees an album: the rule against the SQL predicate on generated worlds (safety.md E1).

use std::collections::HashSet;

use kith_base::PageRequest;
use kith_db::{Tx, params, statement};
use kith_domain::albums::{self, AlbumFacts, policy};
use kith_domain::posts::{Audience, AudienceChoice};
use kith_domain::viewer::AccountState;
use kith_domain::{AccountId, AlbumId, App, CircleId, Viewer, viewers};
use kith_testkit::World;
use kith_testkit::engines::Fresh;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

/// People in a generated world.
const PEOPLE: usize = 4;
/// Circles in it; circle `n` belongs to person `n % PEOPLE`.
const CIRCLES: usize = 3;

#[derive(Clone, Debug)]
struct Drawn {
    states: Vec<AccountState>,
    friends: Vec<(usize, usize)>,
    blocks: Vec<(usize, usize)>,
    restrictions: Vec<(usize, usize)>,
    members: Vec<(usize, usize)>,
    albums: Vec<DrawnAlbum>,
}

#[derive(Clone, Debug)]
struct DrawnAlbum {
    owner: usize,
    audience: Audience,
    circle: usize,
    people: Vec<usize>,
    except_circles: Vec<usize>,
    /// Who adds, and whether they agreed.
    contributors: Vec<(usize, bool)>,
}

fn pairs(most: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    let pair = (0..PEOPLE, 0..PEOPLE).prop_filter("two people", |(a, b)| a != b);
    proptest::collection::vec(pair, 0..most)
}

fn state() -> impl Strategy<Value = AccountState> {
    prop_oneof![
        8 => Just(AccountState::Active),
        1 => Just(AccountState::Suspended),
        1 => Just(AccountState::PendingApproval),
    ]
}

fn album() -> impl Strategy<Value = DrawnAlbum> {
    let audience = proptest::sample::select(Audience::ALL);
    let people = proptest::collection::vec(0..PEOPLE, 0..3);
    let circles = proptest::collection::vec(0..CIRCLES, 0..2);
    let contributors = proptest::collection::vec((0..PEOPLE, any::<bool>()), 0..3);
    (0..PEOPLE, audience, 0..CIRCLES, people, circles, contributors).prop_map(
        |(owner, audience, circle, people, except_circles, contributors)| DrawnAlbum {
            owner,
            audience,
            circle,
            people,
            except_circles,
            contributors: contributors.into_iter().filter(|(who, _)| *who != owner).collect(),
        },
    )
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        proptest::collection::vec(state(), PEOPLE),
        pairs(8),
        pairs(2),
        pairs(3),
        proptest::collection::vec((0..CIRCLES, 0..PEOPLE), 0..6),
        proptest::collection::vec(album(), 1..10),
    )
        .prop_map(|(states, friends, blocks, restrictions, members, albums)| Drawn {
            states,
            friends,
            blocks,
            restrictions,
            members,
            albums,
        })
}

statement!(
    PUT_ACCOUNT,
    "test.album_account",
    "INSERT INTO accounts (id, handle, handle_key, handle_skeleton, display_name, name_key, role, state, trust_level,
                           language, theme, time_zone, preferences, in_directory, intro, pronouns, spoken_languages,
                           birth_day_audience, birth_year_audience, created_at)
     VALUES ($1, $2, $2, $2, $2, $2, 'member', $3, 1, 'en', 'auto', 'UTC', '{}', TRUE, '', '', '', 'self', 'self', $4)"
);
statement!(
    PUT_FRIEND,
    "test.album_friend",
    "INSERT INTO friendships (account_id, friend_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, friend_id) DO NOTHING"
);
statement!(
    PUT_BLOCK,
    "test.album_block",
    "INSERT INTO blocks (account_id, blocked_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, blocked_id) DO NOTHING"
);
statement!(
    PUT_RESTRICTION,
    "test.album_restriction",
    "INSERT INTO restrictions (account_id, restricted_id, created_at) VALUES ($1, $2, 1)
     ON CONFLICT (account_id, restricted_id) DO NOTHING"
);
statement!(
    PUT_CIRCLE,
    "test.album_circle",
    "INSERT INTO circles (id, owner_id, name, name_key, created_at) VALUES ($1, $2, $3, $3, 1)"
);
statement!(
    PUT_MEMBER,
    "test.album_member",
    "INSERT INTO circle_members (circle_id, member_id, added_at) VALUES ($1, $2, 1)
     ON CONFLICT (circle_id, member_id) DO NOTHING"
);
statement!(
    PUT_ALBUM,
    "test.album_put",
    "INSERT INTO albums (id, owner_id, title, description, audience, circle_id, lets_download, created_at, changed_at)
     VALUES ($1, $2, 'Album', '', $3, $4, FALSE, 1, 1)"
);
statement!(
    PUT_PERSON,
    "test.album_named",
    "INSERT INTO album_people (album_id, account_id) VALUES ($1, $2) ON CONFLICT (album_id, account_id) DO NOTHING"
);
statement!(
    PUT_EXCEPT,
    "test.album_except",
    "INSERT INTO album_except_circles (album_id, circle_id) VALUES ($1, $2)
     ON CONFLICT (album_id, circle_id) DO NOTHING"
);
statement!(
    PUT_CONTRIBUTOR,
    "test.album_contributor",
    "INSERT INTO album_contributors (album_id, account_id, state, asked_at) VALUES ($1, $2, $3, 1)"
);

/// Puts the world into the database; gives its people and what the rule is told of each album.
fn put(tx: &mut Tx<'_>, drawn: &Drawn) -> kith_base::Result<(Vec<AccountId>, Vec<AlbumFacts>)> {
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
    let mut facts = Vec::new();
    for album in &drawn.albums {
        facts.push(put_album(tx, drawn, album, &people, &circles)?);
    }
    Ok((people, facts))
}

fn put_album(
    tx: &mut Tx<'_>,
    drawn: &Drawn,
    album: &DrawnAlbum,
    people: &[AccountId],
    circles: &[CircleId],
) -> kith_base::Result<AlbumFacts> {
    let id: AlbumId = tx.new_id();
    let circle = (album.audience == Audience::Circle).then(|| circles[album.circle]);
    tx.run(&PUT_ALBUM, &params![id, people[album.owner], album.audience, circle])?;
    let names = matches!(album.audience, Audience::People | Audience::FriendsExcept);
    let named: Vec<AccountId> =
        if names { album.people.iter().map(|person| people[*person]).collect() } else { Vec::new() };
    let except: Vec<CircleId> = if album.audience == Audience::FriendsExcept {
        album.except_circles.iter().map(|circle| circles[*circle]).collect()
    } else {
        Vec::new()
    };
    for person in &named {
        tx.run(&PUT_PERSON, &params![id, person])?;
    }
    for circle in &except {
        tx.run(&PUT_EXCEPT, &params![id, circle])?;
    }
    let (mut asked, mut contributors) = (HashSet::new(), Vec::new());
    for (who, agreed) in &album.contributors {
        if asked.insert(*who) {
            let state = if *agreed { "joined" } else { "asked" };
            tx.run(&PUT_CONTRIBUTOR, &params![id, people[*who], state])?;
            contributors.extend(agreed.then(|| people[*who]));
        }
    }
    Ok(AlbumFacts {
        id,
        owner: people[album.owner],
        owner_state: drawn.states[album.owner],
        choice: AudienceChoice { audience: album.audience, circle, people: named, except_circles: except },
        contributors,
        lets_download: false,
    })
}

/// What the rule lets each viewer see, what the predicate selects, and what is handed out one by one.
async fn compare(app: &App, drawn: Drawn) -> Vec<String> {
    app.clock.advance(1);
    let (people, facts) = app.db.write(move |tx| put(tx, &drawn)).await.unwrap();
    let mut viewers = vec![Viewer::Anonymous];
    for person in people.clone() {
        let member = app.db.read(move |q| viewers::load_fresh(q, person)).await.unwrap();
        viewers.push(Viewer::Member(member));
    }
    let mut differences = Vec::new();
    for viewer in &viewers {
        let by_rule: HashSet<AlbumId> =
            facts.iter().filter(|facts| policy::may_see(viewer, facts)).map(|facts| facts.id).collect();
        let mut by_predicate = HashSet::new();
        for person in &people {
            let found = albums::of_person(app, viewer, *person, PageRequest::first(100)).await.unwrap();
            by_predicate.extend(found.items.iter().map(|card| card.album.id));
        }
        let mut handed = HashSet::new();
        for facts in &facts {
            if let Ok(opened) = albums::get(app, viewer, facts.id).await {
                handed.insert(opened.album.id);
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
fn e1_the_rule_of_albums_and_its_predicate_agree_in_every_world_on_sqlite() {
    rule_is_predicate(Fresh::sqlite_with_tables(), 150);
}

#[test]
fn e1_the_rule_of_albums_and_its_predicate_agree_in_every_world_on_postgresql() {
    if let Some(fresh) = Fresh::postgres_with_tables() {
        rule_is_predicate(fresh, 100);
    }
}
