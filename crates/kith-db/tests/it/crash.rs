//! Killed under load: what was acknowledged is there afterwards, and nothing is there by half.
//!
//! `KITH_CRASH_ROUNDS` sets the number of rounds (20 unless given).

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use kith_base::{Result, random_bytes};
use kith_db::{Address, Db, DbConfig, Query, Tx, params, statement};
use tokio::task::JoinSet;

use crate::{add, engines, open};

statement!(ADD_PART, "crash.add_part", "INSERT INTO parts (thing_id, place) VALUES ($1, 1)");
statement!(
    HALVES,
    "crash.halves",
    "SELECT COUNT(*) FROM things LEFT JOIN parts ON parts.thing_id = things.id WHERE parts.thing_id IS NULL"
);
statement!(IDS, "crash.ids", "SELECT thing_id FROM parts");

/// Where the child finds its database; set by the parent alone.
const CHILD: &str = "KITH_CRASH_CHILD";
const WRITERS: usize = 16;

#[allow(clippy::disallowed_methods, reason = "how the parent speaks to the child, and how often")]
pub(crate) fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

pub(crate) fn add_pair(tx: &mut Tx<'_>) -> Result<i64> {
    let id = tx.new_id::<()>().raw();
    add(tx, id, &id.to_string())?;
    tx.run(&ADD_PART, &params![id])?;
    Ok(id)
}

/// Not a test of its own: the process that is killed. It writes for ever and says each id it was given a word on.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn child_that_writes_until_it_is_killed() {
    let Some(address) = setting(CHILD) else { return };
    let config =
        if address.starts_with("postgres") { DbConfig::postgres(address) } else { DbConfig::sqlite(address) };
    let db = open(&config).await;
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        let db = db.clone();
        writers.spawn(async move {
            while let Ok(id) = db.write(add_pair).await {
                // One write of one line: lines of several threads do not mix.
                let _ = std::io::stderr().write_all(format!("acknowledged {id}.\n").as_bytes());
            }
        });
    }
    writers.join_all().await;
}

/// Lets a child write for `alive`, kills it, and returns what it had been promised.
fn killed_after(address: &str, alive: Duration) -> BTreeSet<i64> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::child_that_writes_until_it_is_killed", "--nocapture"])
        .env(CHILD, address)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let (said, first) = std::sync::mpsc::channel();
    let ids = std::thread::spawn(move || {
        let mut ids = BTreeSet::new();
        for line in lines.map_while(std::result::Result::ok) {
            // A line that was cut off by the end has lost digits, so only whole ids count.
            if let Some(id) = line.strip_prefix("acknowledged ").and_then(|id| id.strip_suffix('.')) {
                ids.insert(id.parse().unwrap());
                let _ = said.send(());
            }
        }
        ids
    });
    // The time counts from the first promise on, so that each round has some.
    first.recv_timeout(Duration::from_secs(60)).expect("the child writes");
    std::thread::sleep(alive);
    child.kill().unwrap();
    child.wait().unwrap();
    ids.join().unwrap()
}

/// Ids that are there as pairs, and how many things lack their part.
pub(crate) fn look(q: &mut Query<'_>) -> Result<(BTreeSet<i64>, i64)> {
    let ids = q.all(&IDS, &[], |row| row.int("thing_id"))?;
    Ok((ids.into_iter().collect(), q.count(&HALVES, &[])?))
}

async fn survives(config: DbConfig) {
    let rounds: u32 = setting("KITH_CRASH_ROUNDS").and_then(|rounds| rounds.parse().ok()).unwrap_or(20);
    let address = match &config.address {
        Address::Sqlite(file) => file.display().to_string(),
        Address::Postgres(url) => url.expose().to_owned(),
    };
    let mut promised = BTreeSet::new();
    for round in 0..rounds {
        let alive = Duration::from_millis(20 + u64::from(random_bytes::<1>()[0]) * 180 / 255);
        let address = address.clone();
        promised.extend(tokio::task::spawn_blocking(move || killed_after(&address, alive)).await.unwrap());
        let db: Db = open(&config).await;
        let (there, halves) = db.read(look).await.unwrap();
        let lost: Vec<_> = promised.difference(&there).collect();
        assert!(
            lost.is_empty(),
            "round {round}: {} of {} acknowledged writes lost",
            lost.len(),
            promised.len()
        );
        assert_eq!(halves, 0, "round {round}: half a write");
        db.close().await;
    }
    assert!(promised.len() > usize::try_from(rounds).unwrap());
    eprintln!("{rounds} kills, {} acknowledged writes, none lost", promised.len());
}

#[tokio::test]
async fn g15_no_acknowledged_write_is_lost_when_the_process_is_killed() {
    engines::each(survives).await;
}
