//! A large group under load: 5,000 members and 20,000 posts in one group of the community of `feed`, its page and its
//! timeline over the API, beside the home page in the same run. Requests begin when they are due.

use std::sync::Arc;

use kith_base::{Clock, Error, Result};
use kith_db::{Db, DbConfig, Tx, params, statement};
use kith_domain::migrations::MIGRATIONS;
use kith_domain::{AccountId, GroupId, PostId};
use kith_testkit::engines::Fresh;

use crate::api::tokens;
use crate::feed::{fill, millis, paced, quantile, sign_in_some};
use crate::serving::Serving;

/// Members of the group.
const MEMBERS: i64 = 5_000;
/// Posts in it.
const POSTS: i64 = 20_000;
/// Rows in one write.
const SLICE: i64 = 1_000;
/// Members who look.
const LOOKING: i64 = 1_000;
/// Requests a second: so few that the database's own processes find room on the same cores.
const RATE: u64 = 25;
const SLUG: &str = "everybody-together";

statement!(COUNT_PEOPLE, "bench.count_people", "SELECT COUNT(*) FROM accounts WHERE state = 'active'");
statement!(
    PERSON,
    "bench.group_person",
    "INSERT INTO accounts (
       id, handle, handle_key, handle_skeleton, display_name, name_key, password_hash, role, state, trust_level,
       language, theme, time_zone, preferences, in_directory, intro, pronouns, spoken_languages,
       birth_day_audience, birth_year_audience, created_at, approved_at, seen_at)
     VALUES ($1, $2, $2, $2, $2, $2, 'none', 'member', 'active', 2, 'en', 'auto', 'UTC', '{}', TRUE, '', '', 'en',
             'friends', 'self', $3, $3, $3)"
);
statement!(
    GROUP,
    "bench.group",
    "INSERT INTO groups (id, slug, slug_key, name, name_key, visibility, joining, posting, comments, members_shown,
                         inviting, asks_rules, state, member_count, created_at)
     VALUES ($1, $2, $2, $2, $2, 'private', 'free', 'all', 'all', 'members', 'members', FALSE, 'active', $3, $4)"
);
statement!(
    SEATS,
    "bench.group_seats",
    "INSERT INTO group_members (group_id, account_id, state, role, level, reason, joined_at, changed_at)
     SELECT CAST($1 AS BIGINT), members.id, 'member', 'member', 'highlights', '', CAST($2 AS BIGINT), CAST($2 AS BIGINT)
       FROM (SELECT id FROM accounts WHERE state = 'active' ORDER BY id LIMIT $3) members"
);
statement!(
    SEATED,
    "bench.group_seated",
    "SELECT account_id FROM group_members WHERE group_id = $1 ORDER BY account_id"
);
statement!(
    POST,
    "bench.group_post",
    "INSERT INTO posts (id, author_id, wall_id, owner_id, audience, circle_id, comment_audience, language, cover,
                        created_at, photo_count, comment_count, reaction_count, share_count, group_id)
     VALUES ($1, $2, NULL, $2, 'group', NULL, 'same', 'en', '', $3, 0, 0, 0, 0, $4)"
);
statement!(
    TEXT,
    "bench.group_text",
    "INSERT INTO post_texts (post_id, language, source, html) VALUES ($1, 'en', $2, $3)"
);

/// Measures on SQLite, and on PostgreSQL where it is installed; returns the table.
pub async fn measure() -> Result<String> {
    let mut table = String::from(
        "| A group of 5,000 with 20,000 posts, 25 requests a second | SQLite | PostgreSQL |\n\
         | --- | ---: | ---: |\n",
    );
    let lite = run(None).await?;
    let post = match Fresh::postgres() {
        Some(fresh) => Some(run(Some(&fresh)).await?),
        None => None,
    };
    for (at, (what, figure)) in lite.iter().enumerate() {
        let other =
            post.as_ref().and_then(|lines| lines.get(at)).map_or("–", |(_, figure)| figure.as_str());
        table.push_str(&format!("| {what} | {figure} | {other} |\n"));
    }
    Ok(table)
}

type Lines = Vec<(&'static str, String)>;

async fn run(postgres: Option<&Fresh>) -> Result<Lines> {
    // Not in the usual temporary folder, which is often in memory.
    let folder = tempfile::tempdir_in(".")?;
    let config = match postgres {
        Some(fresh) => fresh.config.clone(),
        None => DbConfig::sqlite(folder.path().join("kith.db")),
    };
    fill(folder.path(), &config)?;
    let group = fill_group(&config).await?;
    let cookies: Vec<_> = sign_in_some(&config, LOOKING)
        .await?
        .into_iter()
        .map(|token| ("cookie", format!("kith={token}")))
        .collect();
    let apps: Vec<_> = tokens(folder.path(), &config)?
        .into_iter()
        .map(|token| ("authorization", format!("Bearer {token}")))
        .collect();
    // Fewer apps than browsers: each asks several times.
    let apps: Vec<_> = apps.iter().cycle().take(cookies.len()).cloned().collect();
    let (cookies, apps) = (Arc::new(cookies), Arc::new(apps));
    let program = Serving::start(folder.path(), &config).await?;
    let client = reqwest::Client::builder().no_proxy().build().map_err(Error::internal)?;
    let at = |path: &str| format!("{}{path}", program.address);
    let home = at("/");
    paced(&client, &home, &cookies, RATE).await?;
    let mut lines: Lines = Vec::new();
    let mut refused = 0;
    let mut beside = None;
    for (what, ratio, address, who) in [
        ("home page, p50 / p99", "", home, &cookies),
        ("page of the group, p50 / p99", "against the home page", at(&format!("/groups/{SLUG}")), &cookies),
        (
            "its timeline over the API, p50 / p99",
            "timeline against the home page",
            at(&format!("/api/kith/v1/groups/{group}/statuses?limit=20")),
            &apps,
        ),
    ] {
        let (times, lost) = paced(&client, &address, who, RATE).await?;
        let (half, most) = (quantile(&times, 0.50), quantile(&times, 0.99));
        lines.push((what, format!("{} / {}", millis(half), millis(most))));
        refused += lost;
        match beside {
            None => beside = Some((half, most)),
            Some((home_half, home_most)) => {
                let times = |one: std::time::Duration, other: std::time::Duration| {
                    one.as_secs_f64() / other.as_secs_f64().max(f64::MIN_POSITIVE)
                };
                let (half, most) = (times(half, home_half), times(most, home_most));
                lines.push((ratio, format!("{half:.2} / {most:.2}")));
            }
        }
    }
    lines.push(("requests that got no page", refused.to_string()));
    Ok(lines)
}

/// Writes the group into the community that is there, with people to fill it up.
async fn fill_group(config: &DbConfig) -> Result<GroupId> {
    let db = Db::open(config, MIGRATIONS, Clock::System).await?;
    let there = db.read(|q| q.count(&COUNT_PEOPLE, &[])).await?;
    let missing = (MEMBERS - there).max(0);
    for from in (0..missing).step_by(SLICE as usize) {
        db.write(move |tx| (from..(from + SLICE).min(missing)).try_for_each(|number| person(tx, number)))
            .await?;
    }
    let (group, members) = db.write(begin).await?;
    let members = Arc::new(members);
    for from in (0..POSTS).step_by(SLICE as usize) {
        let members = Arc::clone(&members);
        db.write(move |tx| {
            (from..(from + SLICE).min(POSTS)).try_for_each(|number| post(tx, group, &members, number))
        })
        .await?;
    }
    db.close().await;
    Ok(group)
}

fn person(tx: &mut Tx<'_>, number: i64) -> Result<()> {
    // Ids carry their time: one in each millisecond, newer than everybody who was there.
    let at = tx.now() - MEMBERS + number;
    let id = AccountId::earliest_at(at);
    tx.run(&PERSON, &params![id, format!("joiner{number}"), at]).map(drop)
}

fn begin(tx: &mut Tx<'_>) -> Result<(GroupId, Vec<AccountId>)> {
    let (group, now): (GroupId, i64) = (tx.new_id(), tx.now());
    tx.run(&GROUP, &params![group, SLUG, MEMBERS, now])?;
    tx.run(&SEATS, &params![group, now, MEMBERS])?;
    let members = tx.all(&SEATED, &params![group], |row| row.id("account_id"))?;
    Ok((group, members))
}

fn post(tx: &mut Tx<'_>, group: GroupId, members: &[AccountId], number: i64) -> Result<()> {
    let at = tx.now() - POSTS + number;
    let id = PostId::earliest_at(at);
    // A walk that meets everybody before it meets somebody again.
    let author = usize::try_from(number).unwrap_or(0) * 7_919 % members.len().max(1);
    let author = members.get(author).copied().unwrap_or_default();
    let text = format!("Who comes along on walk number {number}? We meet at the bridge and go up the river.");
    tx.run(&POST, &params![id, author, at, group])?;
    tx.run(&TEXT, &params![id, &text, format!("<p>{text}</p>")]).map(drop)
}
