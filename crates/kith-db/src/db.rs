//! The two doors, `read` and `write`, and what stands behind them.

use std::any::Any;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use kith_base::config::Config;
use kith_base::{Clock, Error, IdMaker, Kind, Result, Secret};
use tokio::sync::{Notify, oneshot};

use crate::faults::Faults;
use crate::jobs::Register;
use crate::query::Connection;
use crate::sqlite::{LiteConnection, migrating, readers, writer::Writer};
use crate::work::{ReadWork, WriteWork};
use crate::{Migration, Query, Tx, migrate, pg};

/// The engine under the face.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, inside the program.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// Where the database is.
#[derive(Clone, Debug)]
pub enum Address {
    /// A SQLite file, made if it is not there.
    Sqlite(PathBuf),
    /// `postgres://user:password@host/name`.
    Postgres(Secret),
}

/// How to open the database.
#[derive(Clone, Debug)]
pub struct DbConfig {
    /// Where it is.
    pub address: Address,
    /// Connections (and threads) that read, for SQLite.
    pub read_connections: usize,
    /// Connections (and threads) in all, for PostgreSQL.
    pub pool: usize,
    /// Closures that may wait, for reads and for writes each, before callers are told that the server is overloaded.
    pub queue: usize,
}

impl DbConfig {
    /// A SQLite file with the usual sizes.
    pub fn sqlite(file: impl Into<PathBuf>) -> Self {
        Self::at(Address::Sqlite(file.into()))
    }

    /// A PostgreSQL database with the usual sizes.
    pub fn postgres(url: impl Into<String>) -> Self {
        Self::at(Address::Postgres(Secret::new(url)))
    }

    /// What the program's settings say.
    pub fn from_settings(config: &Config) -> Self {
        match config.database.expose() {
            "sqlite" => Self::sqlite(config.sqlite_file()),
            url => Self { pool: config.database_connections, ..Self::postgres(url) },
        }
    }

    const fn at(address: Address) -> Self {
        Self { address, read_connections: 4, pool: 16, queue: 4096 }
    }

    /// Which engine it is.
    pub const fn engine(&self) -> Engine {
        match self.address {
            Address::Sqlite(_) => Engine::Sqlite,
            Address::Postgres(_) => Engine::Postgres,
        }
    }
}

/// What listeners hear.
pub enum Event<'a> {
    /// A write of this process is durable and had this to tell ([`Tx::after_commit`]).
    Committed(&'a dyn Any),
    /// Another process wrote: what is remembered may be stale, drop it.
    Foreign,
}

type Listener = Box<dyn Fn(&Event<'_>) + Send + Sync>;

/// What the threads share with the face.
pub(crate) struct Shared {
    pub clock: Clock,
    pub ids: IdMaker,
    /// Rung when a job was enqueued or finished, so that the runner looks.
    pub jobs_waiting: Notify,
    /// What fails for a test.
    pub faults: Faults,
    listeners: RwLock<Vec<Listener>>,
    batches: AtomicU64,
    writes: AtomicU64,
}

impl Shared {
    /// Tells all listeners; one that panics does not keep it from the others.
    pub(crate) fn tell(&self, event: &Event<'_>) {
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| listener(event))).is_err() {
                tracing::error!("a listener panicked");
            }
        }
    }

    pub(crate) fn count_batch(&self, writes: usize) {
        self.batches.fetch_add(1, Ordering::Relaxed);
        self.writes.fetch_add(writes as u64, Ordering::Relaxed);
    }
}

/// What the database has done so far and what waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Commits.
    pub batches: u64,
    /// Write closures in them.
    pub writes: u64,
    /// Reads that wait for a connection.
    pub reads_waiting: usize,
    /// Writes that wait for the writer.
    pub writes_waiting: usize,
}

/// The database. Cheap to clone; all clones are the same database.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    engine: Engine,
    shared: Arc<Shared>,
    pub register: Register,
    queues: RwLock<Option<Queues>>,
    threads: Mutex<Vec<std::thread::JoinHandle<()>>>,
}

/// The ends that closures are put into; the threads end when these are gone.
struct Queues {
    reads: Sender<ReadWork>,
    writes: Sender<Box<dyn WriteWork>>,
    /// Carries nothing; that it is gone tells threads that take no work to end.
    _alive: Sender<()>,
}

/// The ends that the threads take closures from.
pub(crate) struct Inbox {
    pub reads: Receiver<ReadWork>,
    pub writes: Receiver<Box<dyn WriteWork>>,
    pub alive: Receiver<()>,
}

impl Db {
    /// Opens the database and brings it up to date.
    ///
    /// # Errors
    /// Internal when it cannot be reached or migrated, or when a newer program has migrated it.
    pub async fn open(config: &DbConfig, migrations: &'static [Migration], clock: Clock) -> Result<Self> {
        let config = config.clone();
        let (reply, answer) = oneshot::channel();
        // Opening blocks: the files are read, the server is waited for, migrations run.
        std::thread::Builder::new().name("db-open".to_owned()).spawn(move || {
            let _ = reply.send(Self::open_blocking(&config, migrations, clock));
        })?;
        answer.await.unwrap_or_else(|_| Err(Error::internal("opening the database panicked")))
    }

    /// The names of the migrations that [`Db::open`] would apply, with nothing written.
    ///
    /// # Errors
    /// Internal when the database cannot be reached, or when a newer program has migrated it.
    pub async fn pending(config: &DbConfig, migrations: &'static [Migration]) -> Result<Vec<&'static str>> {
        let config = config.clone();
        let (reply, answer) = oneshot::channel();
        std::thread::Builder::new().name("db-look".to_owned()).spawn(move || {
            let done = match &config.address {
                Address::Sqlite(file) => migrating::done_in(file),
                Address::Postgres(url) => pg::done_in(url),
            };
            let missing = done.and_then(|done| migrate::pending(migrations, &done));
            let _ = reply.send(missing.map(|missing| missing.iter().map(|step| step.name).collect()));
        })?;
        answer.await.unwrap_or_else(|_| Err(Error::internal("looking at the database panicked")))
    }

    fn open_blocking(config: &DbConfig, migrations: &'static [Migration], clock: Clock) -> Result<Self> {
        let shared = Arc::new(Shared {
            ids: IdMaker::new(clock.clone()),
            clock,
            jobs_waiting: Notify::new(),
            faults: Faults::default(),
            listeners: RwLock::default(),
            batches: AtomicU64::new(0),
            writes: AtomicU64::new(0),
        });
        let (reads, reads_inbox) = bounded(config.queue.max(1));
        let (writes, writes_inbox) = bounded(config.queue.max(1));
        let (_alive, alive) = bounded(0);
        let inbox = Inbox { reads: reads_inbox, writes: writes_inbox, alive };
        let threads = match &config.address {
            Address::Sqlite(file) => open_sqlite(file, config, migrations, &shared, inbox)?,
            Address::Postgres(url) => pg::open(url, config, migrations, &shared, inbox)?,
        };
        Ok(Self {
            inner: Arc::new(Inner {
                engine: config.engine(),
                shared,
                register: Register::default(),
                queues: RwLock::new(Some(Queues { reads, writes, _alive })),
                threads: Mutex::new(threads),
            }),
        })
    }

    /// Runs `f` over one consistent view of the database, on a thread made for it.
    ///
    /// # Errors
    /// What `f` gives; Overloaded when too many reads wait; Internal when the database fails or `f` panics.
    pub async fn read<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut Query<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (work, answer) = crate::work::read(f);
        self.submit(|queues| queues.reads.try_send(work).map_err(refusal))?;
        answer.await.unwrap_or_else(|_| Err(Error::internal("a read panicked")))
    }

    /// Runs `f` and makes all it wrote durable before this returns; when `f` fails, nothing of it is kept. `f` may run
    /// more than once, so it has no effect but through the [`Tx`].
    ///
    /// # Errors
    /// What `f` gives; Overloaded when too many writes wait or meet; Internal when the database fails or `f` panics.
    pub async fn write<T: Send + 'static>(
        &self,
        f: impl Fn(&mut Tx<'_>) -> Result<T> + Send + Sync + 'static,
    ) -> Result<T> {
        let (work, answer) = crate::work::write(f);
        self.submit(|queues| queues.writes.try_send(work).map_err(refusal))?;
        answer.await.unwrap_or_else(|_| Err(Error::internal("the writer ended")))
    }

    fn submit(&self, send: impl FnOnce(&Queues) -> Result<()>) -> Result<()> {
        let queues = self.inner.queues.read().unwrap_or_else(PoisonError::into_inner);
        queues.as_ref().map_or_else(|| Err(closed()), send)
    }

    /// Calls `f` with every event from now on. It runs on the thread that commits: be quick, and never wait for the
    /// database in it.
    pub fn listen(&self, f: impl Fn(&Event<'_>) + Send + Sync + 'static) {
        self.inner.shared.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(f));
    }

    /// The clock that ids and `now` are taken from.
    pub fn clock(&self) -> &Clock {
        &self.inner.shared.clock
    }

    /// The engine under the face.
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    pub(crate) fn register(&self) -> &Register {
        &self.inner.register
    }

    pub(crate) fn jobs_waiting(&self) -> &Notify {
        &self.inner.shared.jobs_waiting
    }

    /// Counts since the database was opened.
    pub fn stats(&self) -> Stats {
        let shared = &self.inner.shared;
        let queues = self.inner.queues.read().unwrap_or_else(PoisonError::into_inner);
        Stats {
            batches: shared.batches.load(Ordering::Relaxed),
            writes: shared.writes.load(Ordering::Relaxed),
            reads_waiting: queues.as_ref().map_or(0, |queues| queues.reads.len()),
            writes_waiting: queues.as_ref().map_or(0, |queues| queues.writes.len()),
        }
    }

    /// For tests: from now on the `nth` statement or commit fails as it does on a broken or a full disk, once; with 0 none
    /// does. Gives what was left of the count before, so 0 says that the failure has come, or that none was wanted.
    pub fn fail_at(&self, nth: u64) -> u64 {
        self.inner.shared.faults.set(nth)
    }

    /// Prepares every statement of the program and checks its words; gives the name and problem of those that fail.
    /// Blocks; made for tests.
    ///
    /// # Errors
    /// Internal when the database is closed or cannot be reached.
    pub fn prepare_all(&self) -> Result<Vec<(&'static str, String)>> {
        let (reply, answer) = std::sync::mpsc::channel();
        let work: ReadWork = Box::new(move |query| {
            let _ = reply.send(query.map(Query::prepare_all));
        });
        self.submit(|queues| queues.reads.try_send(work).map_err(refusal))?;
        answer.recv().map_err(Error::internal)?
    }

    /// Copies a SQLite database in use to `target`, complete or not at all. PostgreSQL has its own tools.
    ///
    /// # Errors
    /// Internal when the file cannot be written or the engine is PostgreSQL.
    pub async fn back_up(&self, target: &Path) -> Result<()> {
        let target = target.to_owned();
        self.read(move |query| match &query.connection {
            Connection::Sqlite(connection) => migrating::copy_to(&connection.raw, &target),
            Connection::Postgres(_) => Err(Error::internal("PostgreSQL is backed up with its own tools")),
        })
        .await
    }

    /// Takes no more work, finishes what waits, and closes the connections.
    pub async fn close(self) {
        self.inner.queues.write().unwrap_or_else(PoisonError::into_inner).take();
        let threads = std::mem::take(&mut *self.inner.threads.lock().unwrap_or_else(PoisonError::into_inner));
        let (reply, answer) = oneshot::channel::<()>();
        let waiter = std::thread::Builder::new().name("db-close".to_owned()).spawn(move || {
            for thread in threads {
                let _ = thread.join();
            }
            drop(reply);
        });
        if waiter.is_ok() {
            let _ = answer.await;
        }
    }
}

fn open_sqlite(
    file: &Path,
    config: &DbConfig,
    migrations: &'static [Migration],
    shared: &Arc<Shared>,
    inbox: Inbox,
) -> Result<Vec<std::thread::JoinHandle<()>>> {
    let problem = |error| Error::internal(format!("{}: {error}", file.display()));
    let connection = LiteConnection::for_writing(file).map_err(problem)?;
    migrating::migrate(&connection.raw, file, migrations, &shared.clock)?;
    let writer = Writer::new(connection, Arc::clone(shared))?;
    let mut threads = readers::start(file, config.read_connections, &inbox.reads, shared)?;
    threads.push(
        std::thread::Builder::new().name("db-write".to_owned()).spawn(move || writer.run(&inbox.writes))?,
    );
    Ok(threads)
}

fn refusal<T>(error: TrySendError<T>) -> Error {
    match error {
        TrySendError::Full(_) => Error::new(Kind::Overloaded, "error-overloaded"),
        TrySendError::Disconnected(_) => closed(),
    }
}

fn closed() -> Error {
    Error::internal("the database is closed")
}
