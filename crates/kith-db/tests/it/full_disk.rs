//! The disk is full at any byte: a clean error, nothing acknowledged lost, nothing there by half, and no help needed once
//! there is room again. The bound on the size of files stands in for the disk; PostgreSQL looks after its own.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use kith_db::{Db, DbConfig};

use crate::crash::{add_pair, look, setting};
use crate::open;

/// Where the child finds its database; set by the parent alone.
const CHILD: &str = "KITH_FULL_DISK_CHILD";
/// Writes of one child, far more than fit.
const WRITES: usize = 3_000;
/// Refusals after which the child has seen enough.
const REFUSALS: usize = 5;

/// Not a test of its own: the process whose files may not grow. It says each id it was given a word on, meets refusals,
/// and ends in peace.
#[tokio::test]
async fn child_that_writes_until_the_disk_is_full() {
    let Some(file) = setting(CHILD) else { return };
    let config = DbConfig::sqlite(file);
    // With no room at all the database cannot even be made; that is an error too, not a crash.
    let Ok(db) = Db::open(&config, crate::SCHEMA, kith_base::Clock::default()).await else { return };
    let mut refusals = 0;
    for _ in 0..WRITES {
        match db.write(add_pair).await {
            Ok(id) => eprintln!("acknowledged {id}."),
            Err(_) => refusals += 1,
        }
        if refusals >= REFUSALS {
            break;
        }
    }
    assert!(refusals > 0, "the disk was never full");
    // What was promised can be read while the disk is full.
    db.read(look).await.expect("reading goes on");
    db.close().await;
}

/// Runs the child with files of at most `blocks` times 512 bytes; returns what it had been promised.
fn filled_up(file: &str, blocks: u32) -> BTreeSet<i64> {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let child = Command::new("sh")
        .args(["-c", &script])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "full_disk::child_that_writes_until_the_disk_is_full", "--nocapture"])
        .env(CHILD, file)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stderr);
    assert!(child.status.success(), "{blocks} blocks: {said}");
    let ids = said.lines().filter_map(|line| line.strip_prefix("acknowledged ")?.strip_suffix('.'));
    ids.map(|id| id.parse().unwrap()).collect()
}

#[tokio::test]
async fn g14_a_full_disk_refuses_cleanly_and_keeps_every_promise() {
    let mut promised_in_all = 0;
    // From less than an empty database to some thousand writes, in steps that share no factor with the size of a page.
    for blocks in (1..2_000_u32).step_by(83) {
        let folder = tempfile::tempdir().unwrap();
        let config = DbConfig::sqlite(folder.path().join("kith.db"));
        let file = folder.path().join("kith.db").display().to_string();
        let promised = tokio::task::spawn_blocking(move || filled_up(&file, blocks)).await.unwrap();
        let db = open(&config).await;
        let (there, halves) = db.read(look).await.unwrap();
        let lost: Vec<_> = promised.difference(&there).collect();
        assert!(lost.is_empty(), "{blocks} blocks: {} of {} writes lost", lost.len(), promised.len());
        assert_eq!(halves, 0, "{blocks} blocks: half a write");
        db.write(add_pair).await.expect("there is room again");
        db.close().await;
        promised_in_all += promised.len();
    }
    assert!(promised_in_all > 100, "{promised_in_all}");
}
