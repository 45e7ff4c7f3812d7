//! Threads that each hold one connection and run the next closure that waits, reads and writes alike.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Receiver, never, select};
use kith_base::{Error, Result, Secret, random_bytes, random_token};

use super::{PgConnection, listening, migrating};
use crate::db::{DbConfig, Inbox, Shared};
use crate::query::Connection;
use crate::tx::Told;
use crate::work::{ReadWork, Refusal, WriteWork};
use crate::{Event, Migration, Query, Tx};

/// How often a closure runs when it meets other writes.
const ATTEMPTS: u32 = 24;

/// Opens the pool: brings the database up to date, connects, and starts the threads.
pub(crate) fn open(
    url: &Secret,
    config: &DbConfig,
    migrations: &'static [Migration],
    shared: &Arc<Shared>,
    inbox: Inbox,
) -> Result<Vec<JoinHandle<()>>> {
    let connect = || PgConnection::connect(url).map_err(|failure| failure.into_error("db.connect"));
    let mut first = connect()?;
    migrating::migrate(&mut first, migrations, &shared.clock)?;
    drop(first);
    let process = random_token();
    let mut threads = vec![listening::start(url, &process, Arc::clone(shared), inbox.alive)?];
    for number in 0..config.pool.max(2) {
        let mut worker = Worker {
            // The first one proves that connections can be had; the others connect when they are needed.
            connection: if number == 0 { Some(connect()?) } else { None },
            url: url.clone(),
            shared: Arc::clone(shared),
            notify: format!("NOTIFY kith, '{process}'; COMMIT"),
        };
        let (reads, writes) = (inbox.reads.clone(), inbox.writes.clone());
        // One thread is kept for reads, so that waiting writes cannot take the whole pool.
        let writes = if number == 0 { None } else { Some(writes) };
        let thread = std::thread::Builder::new().name(format!("db-pg-{number}"));
        threads.push(thread.spawn(move || worker.run(reads, writes))?);
    }
    Ok(threads)
}

struct Worker {
    connection: Option<PgConnection>,
    url: Secret,
    shared: Arc<Shared>,
    notify: String,
}

/// What a kept closure wants to happen after the commit.
struct Kept {
    told: Vec<Told>,
    enqueued: bool,
}

impl Worker {
    /// Serves until the senders are gone and nothing waits.
    fn run(&mut self, mut reads: Receiver<ReadWork>, writes: Option<Receiver<Box<dyn WriteWork>>>) {
        let mut open = 1 + usize::from(writes.is_some());
        let mut writes = writes.unwrap_or_else(never);
        while open > 0 {
            select! {
                recv(reads) -> work => match work {
                    Ok(work) => self.read(work),
                    Err(_) => (reads, open) = (never(), open - 1),
                },
                recv(writes) -> work => match work {
                    Ok(work) => self.write(work),
                    Err(_) => (writes, open) = (never(), open - 1),
                },
            }
        }
    }

    /// A connection inside a transaction begun with `begin`; a broken one is replaced once.
    fn begun(&mut self, begin: &str) -> Result<&mut PgConnection> {
        let usable = self
            .connection
            .take()
            .filter(|connection| !connection.raw.is_closed())
            .and_then(|mut connection| connection.words(begin).is_ok().then_some(connection));
        let connection = match usable {
            Some(connection) => connection,
            None => {
                let mut fresh =
                    PgConnection::connect(&self.url).map_err(|failure| failure.into_error("db.connect"))?;
                fresh.words(begin).map_err(|failure| failure.into_error("db.begin"))?;
                fresh
            }
        };
        Ok(self.connection.insert(connection))
    }

    /// Ends the transaction; a connection that cannot even do that is given up.
    fn end(&mut self, words: &str) {
        if self.connection.as_mut().is_some_and(|connection| connection.words(words).is_err()) {
            self.connection = None;
        }
    }

    fn read(&mut self, work: ReadWork) {
        let shared = Arc::clone(&self.shared);
        match self.begun("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
            Err(error) => return work(Err(error)),
            Ok(connection) => {
                let mut query = Query::new(Connection::Postgres(connection), &shared);
                if catch_unwind(AssertUnwindSafe(|| work(Ok(&mut query)))).is_err() {
                    tracing::error!("a read panicked");
                    // The driver may have been left between two messages.
                    self.connection = None;
                }
            }
        }
        self.end("ROLLBACK");
    }

    fn write(&mut self, mut work: Box<dyn WriteWork>) {
        let fate = self.attempts(work.as_mut());
        self.shared.count_batch(1);
        let fate = fate.map(|kept| {
            // Listeners first, so that whoever gets an answer finds the caches already told.
            for told in &kept.told {
                self.shared.tell(&Event::Committed(&**told));
            }
            if kept.enqueued {
                self.shared.jobs_waiting.notify_one();
            }
        });
        work.answer(fate);
    }

    fn attempts(&mut self, work: &mut dyn WriteWork) -> Result<Kept> {
        for attempt in 1..ATTEMPTS {
            match self.attempt(work) {
                Err(refusal) if refusal.again => {
                    metrics::counter!("kith_db_write_retries").increment(1);
                    std::thread::sleep(jitter(attempt));
                }
                outcome => return outcome.map_err(Refusal::last),
            }
        }
        self.attempt(work).map_err(Refusal::last)
    }

    fn attempt(&mut self, work: &mut dyn WriteWork) -> Result<Kept, Refusal> {
        let shared = Arc::clone(&self.shared);
        let connection = self.begun("BEGIN ISOLATION LEVEL SERIALIZABLE")?;
        let query = Query::new(Connection::Postgres(connection), &shared);
        let mut tx = Tx::new(query, &shared.ids);
        let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| work.attempt(&mut tx))) else {
            self.connection = None;
            return Err(Error::internal("a write panicked").into());
        };
        let verdict = crate::work::verdict(&tx, outcome);
        let (told, enqueued) = (std::mem::take(&mut tx.told), tx.enqueued);
        let news = tx.changed && !tx.quiet;
        drop(tx);
        if let Err(refusal) = verdict {
            self.end("ROLLBACK");
            return Err(refusal);
        }
        let commit = if news { self.notify.clone() } else { "COMMIT".to_owned() };
        let committed = self
            .connection
            .as_mut()
            .map(|connection| shared.faults.pass().and_then(|()| connection.words(&commit)));
        match committed {
            Some(Ok(())) => Ok(Kept { told, enqueued }),
            Some(Err(failure)) => {
                self.end("ROLLBACK");
                let retry = failure.retry;
                Err(Refusal { again: retry, error: failure.into_error("db.commit") })
            }
            None => Err(Error::internal("the connection is gone").into()),
        }
    }
}

/// A pause that grows and differs, so that writes that met do not meet again.
fn jitter(attempt: u32) -> Duration {
    let most = 1_u64 << attempt.min(6);
    Duration::from_micros(200 + u64::from(u16::from_le_bytes(random_bytes())) * most * 1000 / 65_536)
}
