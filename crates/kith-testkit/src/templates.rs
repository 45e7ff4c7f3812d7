//! Databases with all tables and nothing in them, made once and copied for every world: a copy costs a fraction of all
//! migrations. Processes of one run of tests share them, whichever comes first makes them.

#![allow(clippy::expect_used, reason = "a test stops where its ground is missing")]

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::time::Duration;

use kith_base::Clock;
use kith_db::{Db, DbConfig};
use kith_domain::migrations::MIGRATIONS;

use crate::engines::{Fresh, beside};

/// Who makes the template takes this lock of the server: any number that nobody else takes.
const LOCK: i64 = 0x6b69_7468;

/// A name that changes with the migrations.
fn name() -> String {
    let mut hasher = DefaultHasher::new();
    for migration in MIGRATIONS {
        (migration.name, migration.sql).hash(&mut hasher);
    }
    format!("kith_template_{:016x}", hasher.finish())
}

impl Fresh {
    /// As [`Fresh::sqlite`], with all tables of the program.
    pub fn sqlite_with_tables() -> Self {
        Self::on_sqlite(|file| {
            fs::copy(sqlite(), file).expect("the template is copied");
        })
    }

    /// As [`Fresh::postgres`], with all tables of the program.
    pub fn postgres_with_tables() -> Option<Self> {
        Self::on_postgres(|server, database| {
            let (server, database) = (server.to_owned(), database.to_owned());
            // The driver must not block a thread of the runtime.
            let copy = std::thread::spawn(move || copy_postgres(&server, &database));
            copy.join().expect("the test server copies");
        })
    }
}

/// The file to copy, beside the test program, where the next run finds it too.
fn sqlite() -> PathBuf {
    let test = std::env::current_exe().expect("a running program");
    let folder = test.parent().expect("a folder");
    let file = folder.join(format!("{}.db", name()));
    if !file.is_file() {
        let lock = File::create(folder.join("kith_template.lock")).expect("a lock");
        lock.lock().expect("the lock");
        if !file.is_file() {
            let making = folder.join(format!("{}.making", name()));
            let _ = fs::remove_file(&making);
            migrate(&DbConfig::sqlite(making.clone()));
            // All of it into the one file, which is whole from the first moment that it has its name.
            let whole = folder.join(format!("{}.whole", name()));
            let _ = fs::remove_file(&whole);
            let raw = rusqlite::Connection::open(&making).expect("the new database");
            raw.execute("VACUUM INTO ?1", [whole.to_string_lossy()]).expect("a copy of it");
            fs::rename(&whole, &file).expect("it gets its name");
        }
    }
    file
}

/// Makes the database `database` with all tables on the server that `server` points into.
fn copy_postgres(server: &str, database: &str) {
    let template = name();
    let mut client = postgres::Client::connect(server, postgres::NoTls).expect("the test server");
    let is_there = |client: &mut postgres::Client| {
        let found = client.query_opt("SELECT 1 FROM pg_database WHERE datname = $1", &[&template]);
        found.expect("the test server answers").is_some()
    };
    if !is_there(&mut client) {
        client.execute("SELECT pg_advisory_lock($1)", &[&LOCK]).expect("the lock");
        if !is_there(&mut client) {
            let making = format!("{template}_making");
            client.batch_execute(&format!("DROP DATABASE IF EXISTS {making}")).expect("room for it");
            client.batch_execute(&format!("CREATE DATABASE {making}")).expect("the new database");
            migrate(&DbConfig { pool: 1, ..DbConfig::postgres(beside(server, &making)) });
            rename(&mut client, &making, &template);
        }
        client.execute("SELECT pg_advisory_unlock($1)", &[&LOCK]).expect("the lock is given back");
    }
    client.batch_execute(&format!("CREATE DATABASE {database} TEMPLATE {template}")).expect("a copy");
}

/// Its last connection may still be closing.
fn rename(client: &mut postgres::Client, from: &str, to: &str) {
    const TRIES: u32 = 100;
    let sql = format!("ALTER DATABASE {from} RENAME TO {to}");
    for _ in 0..TRIES {
        if client.batch_execute(&sql).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    client.batch_execute(&sql).expect("the template gets its name");
}

fn migrate(config: &DbConfig) {
    let config = config.clone();
    let run = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        drop(runtime.block_on(Db::open(&config, MIGRATIONS, Clock::System)).expect("the database opens"));
    };
    std::thread::spawn(run).join().expect("it is made");
}
