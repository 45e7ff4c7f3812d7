//! The home page under load: the real program, a real graph where it is at hand, a fixed number of requests a second by
//! many different members. Requests begin when they are due, whether or not earlier ones have been answered, so that a
//! server that falls behind cannot hide it.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use kith_base::{Clock, DAY, Error, Result};
use kith_db::{Db, DbConfig, params, statement};
use kith_domain::AccountId;
use kith_domain::migrations::MIGRATIONS;
use kith_testkit::engines::Fresh;
use kith_testkit::samples::sample;
use sha2::{Digest, Sha256};
use tokio::task::JoinSet;

use crate::serving::{Serving, mib, processor_time, program};

statement!(
    SOME_MEMBERS,
    "bench.some_members",
    "SELECT id FROM accounts WHERE state = 'active' ORDER BY id LIMIT $1"
);
statement!(
    SIGN_IN,
    "bench.sign_in",
    "INSERT INTO sessions (id, account_id, token_hash, name, user_agent, network, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, '', '', '', $4, $4, $5)"
);

/// Members who look at their home page.
const MEMBERS: i64 = 1_000;
/// Requests a second, as the issue of the first release asked.
const RATE: u64 = 100;
/// Requests a second, where the database's own processes need the same cores.
const CALM: u64 = 25;
/// People, where no graph is at hand.
const MADE_UP: usize = 1_000;

/// Measures on SQLite, and on PostgreSQL where it is installed; returns the table.
pub async fn measure() -> Result<String> {
    let mut table = String::from(
        "| Home page, 100 requests a second, 1,000 members | SQLite | PostgreSQL |\n| --- | ---: | ---: |\n",
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
    let began = Instant::now();
    fill(folder.path(), &config)?;
    let mut lines = vec![("filling it", format!("{:.0} s", began.elapsed().as_secs_f64()))];
    lines.push(("photos and database on disk", mib(bytes_under(folder.path())?)));
    let tokens = Arc::new(sign_in(&config).await?);
    let program = Serving::start(folder.path(), &config).await?;
    lines.push(("memory at rest", program.memory()?));
    let client = reqwest::Client::builder().no_proxy().build().map_err(Error::internal)?;
    let mut refused = 0;
    for (what, cost, rate) in [
        ("first look, p50 / p99", "first look, processor time of Kith", RATE),
        ("second look, p50 / p99", "second look, processor time of Kith", RATE),
        ("third look, p50 / p99", "third look, processor time of Kith", RATE),
        ("third look at 25 a second, p50 / p99", "the same, processor time of Kith", CALM),
    ] {
        let before = processor_time(program.id())?;
        let (times, lost) = round(&client, &program.address, &tokens, rate).await?;
        let spent = processor_time(program.id())?.saturating_sub(before) / MEMBERS as u32;
        lines
            .push((what, format!("{} / {}", millis(quantile(&times, 0.50)), millis(quantile(&times, 0.99)))));
        lines.push((cost, millis(spent)));
        refused += lost;
    }
    lines.push(("requests that got no page", refused.to_string()));
    lines.push(("memory after 4,000 pages", program.memory()?));
    Ok(lines)
}

/// Fills a community by the program's own command.
pub(crate) fn fill(folder: &Path, config: &DbConfig) -> Result<()> {
    fill_with(folder, config, MADE_UP)
}

/// The same with at least so many people.
pub(crate) fn fill_with(folder: &Path, config: &DbConfig, people: usize) -> Result<()> {
    let mut command = program(folder, config, &["demo"])?;
    let given = [
        ("--edges", sample("graphs/ego-facebook/facebook_combined.txt.gz")),
        ("--texts", sample("text/lingua-sentences/sentences.jsonl.gz")),
        ("--photos", sample("media/exif-samples/cameras")),
    ];
    for (flag, path) in &given {
        if let Some(path) = path {
            command.arg(flag).arg(path);
        }
    }
    if given.first().is_none_or(|(_, edges)| edges.is_none()) {
        command.args(["--members", &people.to_string()]);
    }
    let status = command.args(["--seed", "1"]).stdout(Stdio::null()).status()?;
    if status.success() { Ok(()) } else { Err(Error::internal("kith demo failed")) }
}

/// Sessions for the members, written as signing in would: hashing a thousand passwords is not what is measured.
pub(crate) async fn sign_in(config: &DbConfig) -> Result<Vec<String>> {
    sign_in_some(config, MEMBERS).await
}

/// The same for so many members.
pub(crate) async fn sign_in_some(config: &DbConfig, count: i64) -> Result<Vec<String>> {
    let db = Db::open(config, MIGRATIONS, Clock::System).await?;
    let members = db
        .read(move |q| {
            q.all(&SOME_MEMBERS, &params![count], |row| row.id::<kith_domain::kinds::AccountKind>("id"))
        })
        .await?;
    let pairs: Vec<(AccountId, String)> =
        members.into_iter().map(|member| (member, kith_base::random_token())).collect();
    let tokens = pairs.iter().map(|(_, token)| token.clone()).collect();
    let pairs = Arc::new(pairs);
    db.write(move |tx| {
        let now = tx.now();
        for (at, (member, token)) in (now - count..).zip(pairs.iter()) {
            // One in each millisecond: so many made at once would meet each other.
            let id = kith_base::Id::<kith_domain::kinds::SessionKind>::earliest_at(at);
            let hash = Sha256::digest(token.as_bytes()).to_vec();
            tx.run(&SIGN_IN, &params![id, member, hash, now, now + 60 * DAY])?;
        }
        Ok(())
    })
    .await?;
    db.close().await;
    Ok(tokens)
}

/// Every member looks once, `rate` of them a second. The times of those who got their page, and how many did not.
async fn round(
    client: &reqwest::Client,
    address: &str,
    tokens: &Arc<Vec<String>>,
    rate: u64,
) -> Result<(Vec<Duration>, usize)> {
    let cookies = tokens.iter().map(|token| ("cookie", format!("kith={token}"))).collect();
    paced(client, &format!("{address}/"), &Arc::new(cookies), rate).await
}

/// The same for any address, each time with another of these headers.
pub(crate) async fn paced(
    client: &reqwest::Client,
    address: &str,
    who: &Arc<Vec<(&'static str, String)>>,
    rate: u64,
) -> Result<(Vec<Duration>, usize)> {
    let began = Instant::now();
    let mut asked = JoinSet::new();
    for (number, (name, value)) in who.iter().enumerate() {
        let due = began + Duration::from_micros(number as u64 * 1_000_000 / rate);
        let request = client.get(address).header(*name, value);
        asked.spawn(async move {
            tokio::time::sleep_until(due.into()).await;
            let answer = request.send().await.map_err(Error::internal)?;
            let is_good = answer.status() == reqwest::StatusCode::OK;
            let body = answer.bytes().await.map_err(Error::internal)?;
            Ok::<_, Error>((is_good && body.len() > 2_000).then(|| due.elapsed()))
        });
    }
    let mut times = Vec::with_capacity(who.len());
    while let Some(done) = asked.join_next().await {
        times.extend(done.map_err(Error::internal)??);
    }
    times.sort_unstable();
    let refused = who.len() - times.len();
    Ok((times, refused))
}

pub(crate) fn quantile(sorted: &[Duration], part: f64) -> Duration {
    let at = (sorted.len().saturating_sub(1) as f64 * part).round() as usize;
    sorted.get(at).copied().unwrap_or_default()
}

pub(crate) fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

fn bytes_under(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let facts = entry.metadata()?;
        bytes += if facts.is_dir() { bytes_under(&entry.path())? } else { facts.len() };
    }
    Ok(bytes)
}
