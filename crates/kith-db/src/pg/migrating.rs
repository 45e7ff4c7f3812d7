//! Bringing a PostgreSQL database up to date, under a lock that all Kith processes know.

use kith_base::{Clock, Error, Result, Secret};

use super::{PgConnection, failure};
use crate::Engine;
use crate::migrate::{self, Migration};

/// The number of the advisory lock: "kith" in ASCII.
const LOCK: i64 = 0x6b69_7468;

/// Applies what is missing. Another process that does the same waits.
pub(crate) fn migrate(
    connection: &mut PgConnection,
    migrations: &'static [Migration],
    clock: &Clock,
) -> Result<()> {
    let words = |connection: &mut PgConnection, words: &str| {
        connection.words(words).map_err(|failure| failure.into_error("db.migrate"))
    };
    words(
        connection,
        &format!("SET statement_timeout = 0; SET lock_timeout = 0; SELECT pg_advisory_lock({LOCK})"),
    )?;
    let outcome = apply(connection, migrations, clock);
    words(connection, &format!("SELECT pg_advisory_unlock({LOCK})"))?;
    outcome
}

/// The steps that the database has been through; it is only read.
pub(crate) fn done_in(url: &Secret) -> Result<Vec<String>> {
    let mut connection = PgConnection::connect(url).map_err(|failure| failure.into_error("db.connect"))?;
    let problem = |error: postgres::Error| failure(&error).into_error("db.migrate");
    let table = connection
        .raw
        .query_one("SELECT to_regclass('kith_migrations') IS NOT NULL", &[])
        .map_err(problem)?;
    if !table.try_get::<_, bool>(0).map_err(problem)? {
        return Ok(Vec::new());
    }
    let rows = connection.raw.query("SELECT name FROM kith_migrations", &[]).map_err(problem)?;
    rows.iter().map(|row| row.try_get(0)).collect::<std::result::Result<_, _>>().map_err(problem)
}

fn apply(connection: &mut PgConnection, migrations: &'static [Migration], clock: &Clock) -> Result<()> {
    let problem = |error: postgres::Error| failure(&error).into_error("db.migrate");
    let raw = &mut connection.raw;
    raw.batch_execute(
        "CREATE TABLE IF NOT EXISTS kith_migrations (name TEXT PRIMARY KEY, applied_at BIGINT NOT NULL)",
    )
    .map_err(problem)?;
    let rows = raw.query("SELECT name FROM kith_migrations", &[]).map_err(problem)?;
    let done = rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, _>>().map_err(problem)?;
    for step in migrate::pending(migrations, &done)? {
        let mut transaction = raw.transaction().map_err(problem)?;
        transaction.batch_execute(&migrate::for_engine(step.sql, Engine::Postgres)).map_err(|error| {
            Error::internal(format!("migration {}: {}", step.name, failure(&error).cause))
        })?;
        transaction
            .execute(
                "INSERT INTO kith_migrations (name, applied_at) VALUES ($1, $2)",
                &[&step.name, &clock.now()],
            )
            .map_err(problem)?;
        transaction.commit().map_err(problem)?;
        tracing::info!(migration = step.name, "applied");
    }
    Ok(())
}
