//! Bringing a SQLite file up to date: under a lock, with a copy of the file set aside first.

use std::path::{Path, PathBuf};
use std::time::Duration;

use kith_base::{Clock, Error, Result};
use rusqlite::Connection;

use super::LiteConnection;
use crate::migrate::{self, Migration};
use crate::{Engine, Value};

/// Copies from before migrations that are kept.
const COPIES: usize = 3;

/// Applies what is missing. Another process that does the same waits.
pub(crate) fn migrate(
    raw: &Connection,
    file: &Path,
    migrations: &'static [Migration],
    clock: &Clock,
) -> Result<()> {
    // A first look without a lock, so that an up-to-date file is not written to, and to make the copy.
    let missing = migrate::pending(migrations, &done(raw)?)?;
    let Some(first) = missing.first() else { return Ok(()) };
    if !is_empty(raw)? {
        set_aside(raw, file, first.name)?;
    }
    // A table that is rebuilt must not take the rows with it that point at it.
    raw.pragma_update(None, "foreign_keys", false).map_err(Error::internal)?;
    let outcome = apply(raw, migrations, clock);
    if !raw.is_autocommit() {
        raw.execute_batch("ROLLBACK").map_err(Error::internal)?;
    }
    raw.pragma_update(None, "foreign_keys", true).map_err(Error::internal)?;
    outcome
}

fn apply(raw: &Connection, migrations: &'static [Migration], clock: &Clock) -> Result<()> {
    let lite = |error: rusqlite::Error| Error::internal(error);
    raw.execute_batch("BEGIN EXCLUSIVE").map_err(lite)?;
    raw.execute_batch(
        "CREATE TABLE IF NOT EXISTS kith_migrations (name TEXT PRIMARY KEY NOT NULL, applied_at BIGINT NOT NULL)",
    )
    .map_err(lite)?;
    // Looked at again inside the lock: somebody else may have been faster.
    for step in migrate::pending(migrations, &done(raw)?)? {
        raw.execute_batch(&migrate::for_engine(step.sql, Engine::Sqlite))
            .map_err(|error| Error::internal(format!("migration {}: {error}", step.name)))?;
        raw.execute(
            "INSERT INTO kith_migrations (name, applied_at) VALUES (?1, ?2)",
            [Value::from(step.name), Value::from(clock.now())],
        )
        .map_err(lite)?;
        tracing::info!(migration = step.name, "applied");
    }
    let mut dangling = raw.prepare("PRAGMA foreign_key_check").map_err(lite)?;
    if dangling.exists([]).map_err(lite)? {
        return Err(Error::internal("after migrating, rows point at rows that are not there"));
    }
    drop(dangling);
    raw.execute_batch("COMMIT").map_err(lite)
}

/// The steps that `file` has been through; it is only read.
pub(crate) fn done_in(file: &Path) -> Result<Vec<String>> {
    let connection = LiteConnection::for_reading(file)
        .map_err(|error| Error::internal(format!("{}: {error}", file.display())))?;
    done(&connection.raw)
}

fn done(raw: &Connection) -> Result<Vec<String>> {
    let read = || -> rusqlite::Result<Vec<String>> {
        if !raw.table_exists(None, "kith_migrations")? {
            return Ok(Vec::new());
        }
        raw.prepare("SELECT name FROM kith_migrations")?.query_map([], |row| row.get(0))?.collect()
    };
    read().map_err(Error::internal)
}

fn is_empty(raw: &Connection) -> Result<bool> {
    raw.query_row("SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
        .map_err(Error::internal)
}

/// Copies the database to `<file>.before-<name>` and forgets all but the newest copies.
fn set_aside(raw: &Connection, file: &Path, name: &str) -> Result<()> {
    let copy = beside(file, name);
    copy_to(raw, &copy)?;
    tracing::info!(copy = %copy.display(), "the database was copied before migrating");
    let prefix = beside(file, "");
    let prefix = prefix.file_name().unwrap_or_default().to_string_lossy();
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut copies = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&*prefix) {
            copies.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    copies.sort();
    for (_, old) in copies.iter().rev().skip(COPIES) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}

fn beside(file: &Path, name: &str) -> PathBuf {
    let mut path = file.as_os_str().to_owned();
    path.push(format!(".before-{name}"));
    path.into()
}

/// A consistent copy of a database in use, by the online backup interface; complete under its name or not there.
pub(crate) fn copy_to(raw: &Connection, target: &Path) -> Result<()> {
    let mut partial = target.as_os_str().to_owned();
    partial.push(".part");
    let partial = PathBuf::from(partial);
    if partial.exists() {
        std::fs::remove_file(&partial)?;
    }
    let copy = || -> rusqlite::Result<()> {
        let mut copy = Connection::open(&partial)?;
        rusqlite::backup::Backup::new(raw, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)
    };
    copy().map_err(Error::internal)?;
    std::fs::File::open(&partial)?.sync_all()?;
    std::fs::rename(&partial, target)?;
    Ok(())
}
