//! Jobs: committed with their write, tried again, taken over, looked at.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kith_base::{Clock, DAY, Error, MINUTE, PageRequest, SECOND};
use kith_db::jobs::{self, Drained, JobRunner, State};
use kith_db::{Db, DbConfig};
use serde_json::json;

use crate::{SCHEMA, engines};

const START: i64 = 1_700_000_000_000;

async fn open_at(config: &DbConfig, clock: &Clock) -> Db {
    Db::open(config, SCHEMA, clock.clone()).await.unwrap()
}

async fn enqueue(db: &Db, kind: &'static str, wait: i64) {
    db.write(move |tx| {
        let run_at = tx.now() + wait;
        tx.enqueue(kind, &json!({"who": "ann"}), run_at)
    })
    .await
    .unwrap();
}

async fn in_state(db: &Db, state: State) -> i64 {
    db.read(move |q| jobs::count(q, state)).await.unwrap()
}

/// A runner of `test.count` that counts, and fails `failures` times first.
fn counting(db: &Db, failures: usize) -> (JobRunner, Arc<AtomicUsize>) {
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    let runner = JobRunner::new(db.clone()).on("test.count", move |payload| {
        let run = counted.fetch_add(1, Ordering::Relaxed);
        async move {
            assert_eq!(payload["who"], "ann");
            if run < failures { Err(Error::conflict("not yet")) } else { Ok(()) }
        }
    });
    (runner, runs)
}

#[tokio::test]
async fn a_job_runs_when_its_time_has_come_and_is_gone_when_done() {
    engines::each(|config| async move {
        let clock = Clock::fixed(START);
        let db = open_at(&config, &clock).await;
        let (_runner, runs) = counting(&db, 0);
        enqueue(&db, "test.count", MINUTE).await;
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained::default());
        clock.advance(MINUTE);
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained { done: 1, failed: 0 });
        assert_eq!(runs.load(Ordering::Relaxed), 1);
        assert_eq!(in_state(&db, State::Waiting).await + in_state(&db, State::Running).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_write_that_fails_leaves_no_job() {
    engines::each(|config| async move {
        let db = open_at(&config, &Clock::fixed(START)).await;
        let failed = db
            .write(|tx| {
                tx.enqueue("test.count", &json!({}), 0)?;
                Err::<(), _>(Error::conflict("no"))
            })
            .await;
        assert!(failed.is_err());
        assert_eq!(in_state(&db, State::Waiting).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_failing_job_waits_longer_each_time_and_is_dead_in_the_end() {
    engines::each(|config| async move {
        let clock = Clock::fixed(START);
        let db = open_at(&config, &clock).await;
        let (_runner, runs) = counting(&db, usize::MAX);
        enqueue(&db, "test.count", 0).await;
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained { done: 0, failed: 1 });
        clock.advance(30 * SECOND - 1);
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained::default());
        clock.advance(1);
        assert_eq!(jobs::drain(&db).await.unwrap().failed, 1);
        for _ in 2..jobs::MAX_TRIES {
            clock.advance(DAY);
            assert_eq!(jobs::drain(&db).await.unwrap().failed, 1);
        }
        clock.advance(30 * DAY);
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained::default());
        assert_eq!(runs.load(Ordering::Relaxed), 12);
        let dead = db.read(|q| jobs::page(q, State::Dead, PageRequest::first(10))).await.unwrap();
        assert_eq!((dead.items.len(), dead.items[0].tries), (1, 12));
        assert!(dead.items[0].last_error.as_deref().unwrap().contains("not yet"));
        let id = dead.items[0].id;
        db.write(move |tx| jobs::retry(tx, id)).await.unwrap();
        assert_eq!(jobs::drain(&db).await.unwrap().failed, 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_whose_process_died_is_taken_over_when_its_lease_is_over() {
    engines::each(|config| async move {
        let clock = Clock::fixed(START);
        let db = open_at(&config, &clock).await;
        enqueue(&db, "test.count", 0).await;
        let stuck = JobRunner::new(db.clone()).on("test.count", |_| std::future::pending());
        let running = stuck.start(std::future::pending());
        while in_state(&db, State::Running).await == 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        // The runner is gone as if its process had been killed.
        running.abort();
        let _ = running.await;
        let (_runner, runs) = counting(&db, 0);
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained::default(), "it is still held");
        clock.advance(5 * MINUTE);
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained { done: 1, failed: 0 });
        assert_eq!(runs.load(Ordering::Relaxed), 1);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_panics_or_that_nobody_runs_counts_as_failed() {
    engines::each(|config| async move {
        let db = open_at(&config, &Clock::fixed(START)).await;
        let _runner = JobRunner::new(db.clone()).on("test.panic", |_| async { panic!("on purpose") });
        enqueue(&db, "test.panic", 0).await;
        enqueue(&db, "test.unknown", 0).await;
        assert_eq!(jobs::drain(&db).await.unwrap(), Drained { done: 0, failed: 2 });
        assert_eq!(in_state(&db, State::Waiting).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_runner_is_woken_by_a_commit_and_lets_running_jobs_end() {
    engines::each(|config| async move {
        let db = open_at(&config, &Clock::default()).await;
        let begun = Arc::new(AtomicUsize::new(0));
        let (gate, _) = tokio::sync::watch::channel(false);
        let (begins, opens) = (Arc::clone(&begun), gate.clone());
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let runner = JobRunner::new(db.clone())
            .on("test.slow", move |_| {
                begins.fetch_add(1, Ordering::Relaxed);
                let mut opened = opens.subscribe();
                async move { opened.wait_for(|open| *open).await.map(|_| ()).map_err(Error::internal) }
            })
            .concurrency(2)
            .look_every(Duration::from_secs(3600))
            .start(async { stopped.await.unwrap_or(()) });
        // The first look finds nothing, and the next one would come in an hour.
        tokio::time::sleep(Duration::from_millis(100)).await;
        for _ in 0..5 {
            enqueue(&db, "test.slow", 0).await;
        }
        while begun.load(Ordering::Relaxed) < 2 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert_eq!(begun.load(Ordering::Relaxed), 2, "two at a time");
        stop.send(()).unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        gate.send(true).unwrap();
        runner.await.unwrap();
        assert_eq!(begun.load(Ordering::Relaxed), 2, "none was begun after the sign to stop");
        assert_eq!(in_state(&db, State::Running).await, 0);
        assert_eq!(in_state(&db, State::Waiting).await, 3);
    })
    .await;
}

#[tokio::test]
async fn two_runners_share_the_jobs_and_run_each_once() {
    engines::each(|config| async move {
        let (here, there) =
            (open_at(&config, &Clock::default()).await, open_at(&config, &Clock::default()).await);
        for _ in 0..60 {
            enqueue(&here, "test.count", 0).await;
        }
        let ((one, runs_here), (two, runs_there)) = (counting(&here, 0), counting(&there, 0));
        let _running = (one.start(std::future::pending()), two.start(std::future::pending()));
        for _ in 0..200 {
            if in_state(&here, State::Waiting).await + in_state(&here, State::Running).await == 0 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert_eq!(runs_here.load(Ordering::Relaxed) + runs_there.load(Ordering::Relaxed), 60);
    })
    .await;
}
