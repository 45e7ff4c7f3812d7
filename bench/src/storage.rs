//! Durable writes and point reads of the SQLite engine, beside one commit for each write on the same disk. The files
//! lie in the current directory, since a temporary folder is often in memory.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use kith_base::{Clock, Error, Result};
use kith_db::{Db, DbConfig, Migration, params, statement};
use tokio::task::JoinSet;

static SCHEMA: &[Migration] = &[Migration {
    name: "bench_0001",
    sql: "CREATE TABLE notes (id BIGINT PRIMARY KEY, author_id BIGINT NOT NULL, text TEXT NOT NULL);
          CREATE INDEX notes_by_author ON notes (author_id, id);",
}];

statement!(INSERT, "bench.insert", "INSERT INTO notes (id, author_id, text) VALUES ($1, $2, $3)");
statement!(READ, "bench.read", "SELECT text FROM notes WHERE id = $1");

/// How long each line is measured.
const SPAN: Duration = Duration::from_secs(4);
const TEXT: &str =
    "A note of ordinary length, as one would write to friends after a walk by the river on Sunday.";
const ROWS: i64 = 50_000;

/// Measures everything and returns the table.
pub async fn measure() -> Result<String> {
    let folder = tempfile::tempdir_in(".")?;
    let one_by_one = single_commits(&folder.path().join("single.db")).await?;
    let db = Db::open(&DbConfig::sqlite(folder.path().join("kith.db")), SCHEMA, Clock::default()).await?;
    let alone = durable_writes(&db, 1).await?;
    let before = db.stats();
    let together = durable_writes(&db, 64).await?;
    let after = db.stats();
    let batch = (after.writes - before.writes) as f64 / (after.batches - before.batches).max(1) as f64;
    fill(&db).await?;
    let one_reader = point_reads(&db, 1).await?;
    let many_readers = point_reads(&db, 64).await?;
    let bare = bare_reads(&folder.path().join("kith.db"))?;
    db.close().await;
    let line =
        |what: &str, rate: f64, against: f64| format!("| {what} | {rate:.0} | {:.2} |\n", rate / against);
    Ok(format!(
        "| SQLite, durable (synchronous=FULL) | a second | times the first line of its kind |\n| --- | ---: | ---: |\n{}{}{}{}{}{}\n\
         Writes in one commit with 64 writers: {batch:.1}.",
        line("one commit for each write, 64 writers", one_by_one, one_by_one),
        line("writes, 1 writer", alone, one_by_one),
        line("writes, 64 writers, group commit", together, one_by_one),
        line("point reads, one bare connection in a loop", bare, bare),
        line("point reads through the door, 1 reader", one_reader, bare),
        line("point reads through the door, 64 readers", many_readers, bare),
    ))
}

/// Runs `work` in `tasks` tasks for a while; returns how often it ended in a second.
async fn rate<F>(tasks: usize, work: impl Fn(u64) -> F + Clone + Send + 'static) -> Result<f64>
where
    F: Future<Output = Result<()>> + Send,
{
    let begun = Instant::now();
    let mut running = JoinSet::new();
    for task in 0..tasks as u64 {
        let work = work.clone();
        running.spawn(async move {
            let mut times = 0_u64;
            while begun.elapsed() < SPAN {
                work(task * 7_919 + times).await?;
                times += 1;
            }
            Ok::<_, Error>(times)
        });
    }
    let mut times = 0;
    while let Some(ended) = running.join_next().await {
        times += ended.map_err(Error::internal)??;
    }
    Ok(times as f64 / begun.elapsed().as_secs_f64())
}

async fn durable_writes(db: &Db, writers: usize) -> Result<f64> {
    let db = db.clone();
    rate(writers, move |number| {
        let db = db.clone();
        async move {
            db.write(move |tx| {
                let id = tx.new_id::<()>();
                tx.run(&INSERT, &params![id, (number % 100) as u32, TEXT]).map(|_| ())
            })
            .await
        }
    })
    .await
}

/// The same row with the same settings, each in a commit of its own, 64 threads taking turns.
async fn single_commits(file: &Path) -> Result<f64> {
    let connection = rusqlite::Connection::open(file).map_err(Error::internal)?;
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
             CREATE TABLE notes (id INTEGER PRIMARY KEY, author_id BIGINT NOT NULL, text TEXT NOT NULL);
             CREATE INDEX notes_by_author ON notes (author_id, id);",
        )
        .map_err(Error::internal)?;
    let shared = Arc::new(Mutex::new(connection));
    let begun = Instant::now();
    let threads: Vec<_> = (0..64_u32)
        .map(|writer| {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || -> rusqlite::Result<u32> {
                let mut times = 0;
                while begun.elapsed() < SPAN {
                    let connection = shared.lock().unwrap_or_else(PoisonError::into_inner);
                    connection
                        .prepare_cached("INSERT INTO notes (id, author_id, text) VALUES (NULL, ?1, ?2)")?
                        .execute((writer, TEXT))?;
                    times += 1;
                }
                Ok(times)
            })
        })
        .collect();
    let mut times = 0;
    for thread in threads {
        times += thread.join().map_err(|_| Error::internal("a writer panicked"))?.map_err(Error::internal)?;
    }
    Ok(f64::from(times) / begun.elapsed().as_secs_f64())
}

async fn fill(db: &Db) -> Result<()> {
    db.write(|tx| {
        for id in 1..=ROWS {
            tx.run(&INSERT, &params![id, id % 100, TEXT])?;
        }
        Ok(())
    })
    .await
}

async fn point_reads(db: &Db, readers: usize) -> Result<f64> {
    let db = db.clone();
    rate(readers, move |number| {
        let db = db.clone();
        async move {
            let id = (number.wrapping_mul(2_654_435_761) % 50_000) as i64 + 1;
            db.read(move |q| q.one(&READ, &params![id], |row| row.text("text"))).await.map(|_| ())
        }
    })
    .await
}

/// What the engine gives with nothing around it.
fn bare_reads(file: &Path) -> Result<f64> {
    let run = || -> rusqlite::Result<f64> {
        let connection = rusqlite::Connection::open(file)?;
        let begun = Instant::now();
        let mut times = 0_i64;
        while begun.elapsed() < SPAN {
            let id = times.wrapping_mul(2_654_435_761) % ROWS + 1;
            let mut prepared = connection.prepare_cached("SELECT text FROM notes WHERE id = ?1")?;
            prepared.query_row([id], |row| row.get::<_, String>(0))?;
            times += 1;
        }
        Ok(times as f64 / begun.elapsed().as_secs_f64())
    };
    run().map_err(Error::internal)
}
