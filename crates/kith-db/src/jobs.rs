//! Jobs: work that follows from a write, committed together with it. They survive a crash, are tried again with
//! growing pauses, and can be looked at.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use kith_base::{Id, MINUTE, Millis, Page, PageRequest, Result, SECOND};
use tokio::task::{JoinHandle, JoinSet};

use crate::{Db, Engine, Query, Row, Tx, params, statement};

mod runner;
#[cfg(test)]
mod tests;

pub use runner::{Drained, JobRunner, drain};

/// A future that can be sent between threads.
pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// How often a job is tried before it is dead.
pub const MAX_TRIES: i64 = 12;
/// How long a job is held by the process that runs it, unless the hold is renewed.
pub(crate) const LEASE: Millis = 2 * MINUTE;
/// The longest pause between two tries.
const LONGEST_PAUSE: Millis = 24 * 60 * MINUTE;

/// What runs a kind of job.
pub(crate) type Runs = Arc<dyn Fn(serde_json::Value) -> BoxFuture<Result<()>> + Send + Sync>;

/// Who runs which kind.
#[derive(Default)]
pub(crate) struct Register(RwLock<HashMap<&'static str, Runs>>);

impl Register {
    fn set(&self, kind: &'static str, runs: Runs) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(kind, runs);
    }

    fn get(&self, kind: &str) -> Option<Runs> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(kind).cloned()
    }
}

/// Where a job stands. A job that is done is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for its time.
    Waiting,
    /// A process holds it.
    Running,
    /// Failed too often; a person has to look.
    Dead,
}

impl State {
    const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Dead => "dead",
        }
    }

    fn read(word: &str) -> Self {
        match word {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            _ => Self::Dead,
        }
    }
}

/// A job as it stands in the table.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: Id<Job>,
    /// `feature.verb`, as `mail.send`.
    pub kind: String,
    /// What it works on, as JSON.
    pub payload: String,
    /// Where it stands.
    pub state: State,
    /// When it is to run (again).
    pub run_at: Millis,
    /// How often it was begun.
    pub tries: i64,
    /// What went wrong last time.
    pub last_error: Option<String>,
}

fn read_job(row: &Row<'_>) -> Result<Job> {
    Ok(Job {
        id: row.id("id")?,
        kind: row.text("kind")?,
        payload: row.text("payload")?,
        state: State::read(&row.text("state")?),
        run_at: row.int("run_at")?,
        tries: row.int("tries")?,
        last_error: row.opt_text("last_error")?,
    })
}

statement!(
    INSERT,
    "jobs.insert",
    "INSERT INTO jobs (id, kind, payload, state, run_at, tries) VALUES ($1, $2, $3, 'waiting', $4, 0)"
);

pub(crate) fn insert(tx: &mut Tx<'_>, kind: &'static str, payload: String, run_at: Millis) -> Result<()> {
    let id = tx.new_id::<Job>();
    tx.run(&INSERT, &params![id, kind, payload, run_at])?;
    Ok(())
}

// The two claims differ by one clause: PostgreSQL passes over rows that another process is claiming right now,
// SQLite has one writer anyway.
statement!(sqlite: CLAIM_SQLITE, "jobs.claim_sqlite",
    "UPDATE jobs SET state = 'running', lease_until_at = $2, tries = tries + 1
      WHERE id IN (SELECT id FROM jobs
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until_at <= $1)
                    ORDER BY run_at, id LIMIT $3)
  RETURNING id, kind, payload, state, run_at, tries, last_error");
statement!(postgres: CLAIM_POSTGRES, "jobs.claim_postgres",
    "UPDATE jobs SET state = 'running', lease_until_at = $2, tries = tries + 1
      WHERE id IN (SELECT id FROM jobs
                    WHERE (state = 'waiting' AND run_at <= $1) OR (state = 'running' AND lease_until_at <= $1)
                    ORDER BY run_at, id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED)
  RETURNING id, kind, payload, state, run_at, tries, last_error");

/// Takes up to `limit` jobs that are due or whose holder has gone.
fn claim(tx: &mut Tx<'_>, limit: usize) -> Result<Vec<Job>> {
    tx.quiet = true;
    let now = tx.now();
    let statement = match tx.engine() {
        Engine::Sqlite => &CLAIM_SQLITE,
        Engine::Postgres => &CLAIM_POSTGRES,
    };
    let mut jobs = tx.all(statement, &params![now, now + LEASE, limit], read_job)?;
    jobs.sort_by_key(|job| (job.run_at, job.id));
    Ok(jobs)
}

statement!(
    RENEW,
    "jobs.renew",
    "UPDATE jobs SET lease_until_at = $3 WHERE id = $1 AND tries = $2 AND state = 'running'"
);
statement!(DONE, "jobs.done", "DELETE FROM jobs WHERE id = $1 AND tries = $2 AND state = 'running'");
statement!(
    FAILED,
    "jobs.failed",
    "UPDATE jobs SET state = $3, run_at = $4, last_error = $5, lease_until_at = NULL
      WHERE id = $1 AND tries = $2 AND state = 'running'"
);

/// Holds on to a job that takes long.
fn renew(tx: &mut Tx<'_>, id: Id<Job>, tries: i64) -> Result<()> {
    tx.quiet = true;
    let until = tx.now() + LEASE;
    tx.run(&RENEW, &params![id, tries, until]).map(|_| ())
}

/// Forgets a job that is done. `tries` proves that it was not taken over by another process meanwhile.
fn done(tx: &mut Tx<'_>, id: Id<Job>, tries: i64) -> Result<()> {
    tx.quiet = true;
    tx.run(&DONE, &params![id, tries]).map(|_| ())
}

/// Puts a job back with a pause, or among the dead.
fn failed(tx: &mut Tx<'_>, id: Id<Job>, tries: i64, error: &str) -> Result<()> {
    tx.quiet = true;
    let state = if tries >= MAX_TRIES { State::Dead } else { State::Waiting };
    let run_at = tx.now() + pause(tries);
    tx.run(&FAILED, &params![id, tries, state.word(), run_at, error]).map(|_| ())
}

/// The pause after the given number of tries: 30 s, 2 min, 8 min, … at most a day.
fn pause(tries: i64) -> Millis {
    let times = u32::try_from(tries.clamp(1, MAX_TRIES) - 1).unwrap_or(0);
    (30 * SECOND).saturating_mul(4_i64.saturating_pow(times)).min(LONGEST_PAUSE)
}

statement!(
    PAGE,
    "jobs.page",
    "SELECT id, kind, payload, state, run_at, tries, last_error FROM jobs
      WHERE state = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
);

/// The jobs in `state`, new to old.
///
/// # Errors
/// Internal when the database fails.
pub fn page(q: &mut Query<'_>, state: State, request: PageRequest<Job>) -> Result<Page<Job, Job>> {
    let before = request.before.map_or(i64::MAX, Id::raw);
    let mut items = q.all(&PAGE, &params![state.word(), before, request.limit + 1], read_job)?;
    let more = items.len() > request.limit;
    items.truncate(request.limit);
    let next = if more { items.last().map(|job| job.id) } else { None };
    Ok(Page { items, next })
}

statement!(COUNT, "jobs.count", "SELECT COUNT(*) AS jobs FROM jobs WHERE state = $1");

/// How many jobs are in `state`.
///
/// # Errors
/// Internal when the database fails.
pub fn count(q: &mut Query<'_>, state: State) -> Result<i64> {
    q.count(&COUNT, &params![state.word()])
}

statement!(
    COUNT_KINDS,
    "jobs.count_kinds",
    "SELECT COUNT(*) AS jobs FROM jobs WHERE state = $1 AND kind IN ($2[])"
);

/// How many jobs of these kinds are in `state`.
///
/// # Errors
/// Internal when the database fails.
pub fn count_kinds(q: &mut Query<'_>, state: State, kinds: &[&str]) -> Result<i64> {
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    q.count(&COUNT_KINDS, &params![state.word(), kinds])
}

statement!(
    RETRY,
    "jobs.retry",
    "UPDATE jobs SET state = 'waiting', tries = 0, run_at = $2, lease_until_at = NULL
      WHERE id = $1 AND state <> 'running'"
);

/// Lets a waiting or dead job run now, with all its tries before it.
///
/// # Errors
/// NotFound when it is gone or running.
pub fn retry(tx: &mut Tx<'_>, id: Id<Job>) -> Result<()> {
    let now = tx.now();
    if tx.run(&RETRY, &params![id, now])? == 0 {
        return Err(kith_base::Error::not_found());
    }
    tx.enqueued = true;
    Ok(())
}

statement!(DISCARD, "jobs.discard", "DELETE FROM jobs WHERE id = $1 AND state = 'dead'");

/// Forgets a dead job.
///
/// # Errors
/// NotFound when it is gone or not dead.
pub fn discard(tx: &mut Tx<'_>, id: Id<Job>) -> Result<()> {
    if tx.run(&DISCARD, &params![id])? == 0 {
        return Err(kith_base::Error::not_found());
    }
    Ok(())
}

statement!(
    DEAD,
    "jobs.dead",
    "SELECT id, kind, payload, state, run_at, tries, last_error FROM jobs WHERE state = 'dead' ORDER BY id"
);

/// Forgets the dead jobs whose payload fits. There are few dead jobs, and SQL does not look into JSON.
///
/// # Errors
/// Internal when the database fails.
pub fn discard_dead(tx: &mut Tx<'_>, fits: impl Fn(&serde_json::Value) -> bool) -> Result<()> {
    for job in tx.all(&DEAD, &[], read_job)? {
        if serde_json::from_str(&job.payload).is_ok_and(|payload| fits(&payload)) {
            tx.run(&DISCARD, &params![job.id])?;
        }
    }
    Ok(())
}
