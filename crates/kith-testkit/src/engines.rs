//! Runs one test on both engines: a fresh SQLite file and a fresh PostgreSQL database.
//!
//! PostgreSQL is taken from `KITH_TEST_POSTGRES` (the address of a server on which databases may be made; `cargo xtask
//! with-postgres <command>` sets it), else one server is started for this process. Where PostgreSQL is not installed
//! the test says so and runs on SQLite alone.

#![allow(clippy::expect_used, clippy::print_stderr, reason = "a test stops where its ground is missing")]

use std::future::Future;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use kith_db::DbConfig;

use crate::postgres_server::PostgresServer;

/// Runs `test` on each engine, with a database of its own each time:
/// `engines::each(|config| async move { let db = Db::open(&config, …).await?; … }).await`.
pub async fn each<F: Future<Output = ()>>(test: impl Fn(DbConfig) -> F) {
    let lite = Fresh::sqlite();
    test(lite.config.clone()).await;
    drop(lite);
    if let Some(pg) = Fresh::postgres() {
        test(pg.config.clone()).await;
    }
}

/// A new, empty database that is removed when this is dropped.
pub struct Fresh {
    /// How to open it.
    pub config: DbConfig,
    _folder: Option<tempfile::TempDir>,
    /// Server and name of a PostgreSQL database.
    made: Option<(String, String)>,
}

impl Fresh {
    /// A SQLite file in a temporary folder.
    pub fn sqlite() -> Self {
        Self::on_sqlite(|_| ())
    }

    /// A SQLite file in a temporary folder, begun by `make`.
    pub(crate) fn on_sqlite(make: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("kith.db");
        make(&file);
        Self { config: DbConfig::sqlite(file), _folder: Some(folder), made: None }
    }

    /// A database on the PostgreSQL server; none where PostgreSQL is not installed.
    pub fn postgres() -> Option<Self> {
        Self::on_postgres(|server, name| administer(server, format!("CREATE DATABASE {name}")))
    }

    /// A database on the PostgreSQL server that `make` makes, given the server and the name.
    pub(crate) fn on_postgres(make: impl FnOnce(&str, &str)) -> Option<Self> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let Some(server) = server() else {
            eprintln!("PostgreSQL is not installed: tested on SQLite alone");
            return None;
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name =
            format!("kith_{}_{number}_{}", std::process::id(), kith_base::random_code(6).to_lowercase());
        make(&server, &name);
        let config = DbConfig { pool: 6, ..DbConfig::postgres(beside(&server, &name)) };
        Some(Self { config, _folder: None, made: Some((server, name)) })
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Some((server, name)) = self.made.take()
            && !std::thread::panicking()
        {
            administer(&server, format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

/// The server's address.
fn server() -> Option<String> {
    static OWN: OnceLock<Option<PostgresServer>> = OnceLock::new();
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place that reads it; the program itself never does"
    )]
    let given = std::env::var("KITH_TEST_POSTGRES").ok();
    given.or_else(|| {
        let own =
            OWN.get_or_init(|| PostgresServer::start().expect("PostgreSQL is installed but does not start"));
        own.as_ref().map(PostgresServer::url)
    })
}

/// Runs `sql` on the server, on a thread of its own because the driver must not block one of the runtime.
fn administer(server: &str, sql: String) {
    let server = server.to_owned();
    let run = move || postgres::Client::connect(&server, postgres::NoTls)?.batch_execute(&sql);
    std::thread::spawn(run).join().expect("the thread ends").expect("the test server obeys");
}

/// The address of the database `name` on the server that `url` points into.
pub(crate) fn beside(url: &str, name: &str) -> String {
    let (scheme, rest) = url.split_once("://").expect("postgres://…");
    let (host, rest) = rest.split_once('/').unwrap_or((rest, ""));
    let options = rest.split_once('?').map(|(_, options)| format!("?{options}")).unwrap_or_default();
    format!("{scheme}://{host}/{name}{options}")
}
