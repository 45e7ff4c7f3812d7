//! The one thread that writes, with group commit: it takes all waiting closures, runs each in a savepoint, commits
//! once, tells the listeners, then answers everybody.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use kith_base::{Error, Result};
use rusqlite::ffi;

use super::LiteConnection;
use crate::db::Shared;
use crate::query::Connection;
use crate::tx::Told;
use crate::work::{Refusal, WriteWork};
use crate::{Event, Query, Tx};

/// Closures in one commit.
const BATCH: usize = 256;
/// How often the writer looks whether another process has written.
const LOOK: Duration = Duration::from_millis(200);
/// How often one closure runs when a fresh id was taken already or it asks to run again.
const ATTEMPTS: usize = 5;

/// The writer's state.
pub(crate) struct Writer {
    connection: LiteConnection,
    shared: Arc<Shared>,
    /// What `PRAGMA data_version` said last: it changes when somebody else commits.
    version: i64,
}

/// What came of one closure before the commit.
struct Done {
    work: Box<dyn WriteWork>,
    outcome: Result<Kept>,
}

/// What a kept closure wants to happen after the commit.
#[derive(Default)]
struct Kept {
    told: Vec<Told>,
    enqueued: bool,
}

/// A batch as a whole failed.
struct Failed {
    cause: String,
    done: Vec<Done>,
    /// A check at the end of the transaction failed, which one closure alone may have caused.
    by_constraint: bool,
}

impl Writer {
    pub(crate) fn new(connection: LiteConnection, shared: Arc<Shared>) -> Result<Self> {
        let mut writer = Self { connection, shared, version: 0 };
        writer.version = writer.data_version().map_err(Error::internal)?;
        Ok(writer)
    }

    /// Serves until the senders of `work` are gone.
    pub(crate) fn run(mut self, work: &Receiver<Box<dyn WriteWork>>) {
        loop {
            match work.recv_timeout(LOOK) {
                Ok(first) => {
                    let mut batch = vec![first];
                    batch.extend(work.try_iter().take(BATCH - 1));
                    metrics::gauge!("kith_db_write_queue").set(work.len() as f64);
                    self.batch(batch);
                }
                Err(RecvTimeoutError::Timeout) => self.look(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        // Leaves one tidy file behind; without it the next start would read the log instead.
        if let Err(error) =
            self.connection.raw.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);")
        {
            tracing::warn!(%error, "the database was not tidied at the end");
        }
    }

    fn data_version(&self) -> rusqlite::Result<i64> {
        let mut prepared = self.connection.raw.prepare_cached("PRAGMA data_version")?;
        prepared.query_row([], |row| row.get(0))
    }

    /// Tells the listeners if another process has written.
    fn look(&mut self) {
        match self.data_version() {
            Ok(version) if version != self.version => {
                self.version = version;
                self.shared.tell(&Event::Foreign);
                self.shared.jobs_waiting.notify_one();
            }
            Ok(_) => {}
            Err(error) => tracing::error!(%error, "the database cannot be looked at"),
        }
    }

    /// Runs and commits `batch`, then answers all.
    fn batch(&mut self, batch: Vec<Box<dyn WriteWork>>) {
        let begun = Instant::now();
        metrics::histogram!("kith_db_write_batch").record(batch.len() as f64);
        self.shared.count_batch(batch.len());
        match self.commit(batch) {
            Ok(done) => self.settle(done),
            Err(Failed { done, by_constraint: true, .. }) if done.len() > 1 => {
                // One of them is to blame; alone, only that one fails.
                for one in done {
                    self.batch(vec![one.work]);
                }
            }
            Err(Failed { cause, done, .. }) => {
                tracing::error!(%cause, "a write could not be committed");
                for one in done {
                    one.work.answer(Err(one.outcome.err().unwrap_or_else(|| Error::internal(cause.clone()))));
                }
            }
        }
        metrics::histogram!("kith_db_write_seconds").record(begun.elapsed());
    }

    /// After the commit: listeners first, so that whoever gets an answer finds the caches already told.
    fn settle(&self, done: Vec<Done>) {
        let mut answers = Vec::with_capacity(done.len());
        let mut enqueued = false;
        for one in done {
            let fate = one.outcome.map(|kept| {
                enqueued |= kept.enqueued;
                for told in &kept.told {
                    self.shared.tell(&Event::Committed(&**told));
                }
            });
            answers.push((one.work, fate));
        }
        if enqueued {
            self.shared.jobs_waiting.notify_one();
        }
        for (work, fate) in answers {
            work.answer(fate);
        }
    }

    fn commit(&mut self, batch: Vec<Box<dyn WriteWork>>) -> Result<Vec<Done>, Failed> {
        let mut waiting = batch.into_iter();
        let mut done = Vec::with_capacity(waiting.len());
        let mut problem = self.connection.word("BEGIN IMMEDIATE").err();
        if problem.is_none() {
            // Inside the lock nobody else can write, so what is told here is all there is.
            self.look();
            for mut work in waiting.by_ref() {
                let outcome = self.attempt(work.as_mut());
                done.push(Done { work, outcome });
                // Some failures (full disk, no memory) end the whole transaction.
                if self.connection.raw.is_autocommit() {
                    let cause = "the transaction was ended by the database".to_owned();
                    return Err(Failed { cause, done: rest(done, waiting), by_constraint: false });
                }
            }
            problem = self.commit_word().err();
        }
        let Some(error) = problem else { return Ok(done) };
        if !self.connection.raw.is_autocommit()
            && let Err(error) = self.connection.word("ROLLBACK")
        {
            tracing::error!(%error, "a write could not be rolled back");
        }
        let by_constraint = error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation);
        Err(Failed { cause: error.to_string(), done: rest(done, waiting), by_constraint })
    }

    fn commit_word(&self) -> rusqlite::Result<()> {
        if self.shared.faults.pass().is_err() {
            return Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_IOERR), None));
        }
        self.connection.word("COMMIT")
    }

    /// Runs one closure in a savepoint, again if that may help.
    fn attempt(&self, work: &mut dyn WriteWork) -> Result<Kept> {
        let mut attempts = 1;
        loop {
            match self.attempt_once(work) {
                Err(refusal) if refusal.again && attempts < ATTEMPTS => attempts += 1,
                outcome => return outcome.map_err(Refusal::last),
            }
        }
    }

    fn attempt_once(&self, work: &mut dyn WriteWork) -> Result<Kept, Refusal> {
        let word = |word| self.connection.word(word).map_err(|error| Refusal::from(Error::internal(error)));
        word("SAVEPOINT one")?;
        let query = Query::new(Connection::Sqlite(&self.connection), &self.shared);
        let mut tx = Tx::new(query, &self.shared.ids);
        let outcome = catch_unwind(AssertUnwindSafe(|| work.attempt(&mut tx)))
            .unwrap_or_else(|_| Err(Error::internal("a write panicked")));
        match crate::work::verdict(&tx, outcome) {
            Ok(()) => {
                word("RELEASE one")?;
                Ok(Kept { told: tx.told, enqueued: tx.enqueued })
            }
            Err(refusal) => {
                if !self.connection.raw.is_autocommit() {
                    word("ROLLBACK TO one")?;
                    word("RELEASE one")?;
                }
                Err(refusal)
            }
        }
    }
}

/// Those already run and those still waiting, as one list for the bad news.
fn rest(mut done: Vec<Done>, waiting: impl Iterator<Item = Box<dyn WriteWork>>) -> Vec<Done> {
    done.extend(waiting.map(|work| Done { work, outcome: Ok(Kept::default()) }));
    done
}
