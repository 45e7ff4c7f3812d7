//! The reading face of the database inside `db.read` and `db.write`. Every statement of the program passes here,
//! where it is named, timed and logged.

use std::time::{Duration, Instant};

use kith_base::{Error, Millis, Result};

use crate::db::Shared;
use crate::failure::Failure;
use crate::faults::Faults;
use crate::pg::PgConnection;
use crate::sqlite::LiteConnection;
use crate::{Engine, Row, Statement, Value};

/// A statement that takes longer is worth a line in the log.
const SLOW: Duration = Duration::from_millis(250);

/// A consistent view of the database: all statements of one `read` see the same moment.
pub struct Query<'a> {
    pub(crate) connection: Connection<'a>,
    pub(crate) now: Millis,
    /// The first failure of a statement: whatever the closure makes of it, its writes are not kept.
    pub(crate) spoiled: Option<Spoiled>,
    /// Whether a statement may have changed rows.
    pub(crate) changed: bool,
    /// Statements run so far.
    ran: u32,
    faults: &'a Faults,
}

/// What a failed statement means for the whole closure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spoiled {
    /// Another write came between; the closure runs again.
    Retry,
    /// A fresh id was taken already; the closure runs again with others.
    IdTaken,
    /// The statement failed for good.
    Failed,
}

/// The connection a closure works on.
pub(crate) enum Connection<'a> {
    Sqlite(&'a LiteConnection),
    Postgres(&'a mut PgConnection),
}

/// Goes on or ends while rows are read.
#[derive(PartialEq, Eq)]
pub(crate) enum Flow {
    On,
    Enough,
}

impl<'a> Query<'a> {
    pub(crate) fn new(connection: Connection<'a>, shared: &'a Shared) -> Self {
        let now = shared.clock.now();
        Self { connection, now, spoiled: None, changed: false, ran: 0, faults: &shared.faults }
    }

    /// All rows, each turned into a `T`.
    ///
    /// # Errors
    /// Internal when the statement fails (see [`crate::on_constraint`] for constraints), or what `f` gives.
    pub fn all<T>(
        &mut self,
        statement: &Statement,
        params: &[Value],
        mut f: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.rows(statement, params, &mut |row| {
            found.push(f(row)?);
            Ok(Flow::On)
        })?;
        Ok(found)
    }

    /// The first row, or none.
    ///
    /// # Errors
    /// As [`Query::all`].
    pub fn find<T>(
        &mut self,
        statement: &Statement,
        params: &[Value],
        mut f: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.rows(statement, params, &mut |row| {
            found = Some(f(row)?);
            Ok(Flow::Enough)
        })?;
        Ok(found)
    }

    /// The first row.
    ///
    /// # Errors
    /// NotFound when there is none; otherwise as [`Query::all`].
    pub fn one<T>(
        &mut self,
        statement: &Statement,
        params: &[Value],
        f: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<T> {
        self.find(statement, params, f)?.ok_or_else(Error::not_found)
    }

    /// The first column of the first row as a whole number; 0 when there is no row or the value is NULL (a sum over
    /// nothing).
    ///
    /// # Errors
    /// As [`Query::all`].
    pub fn count(&mut self, statement: &Statement, params: &[Value]) -> Result<i64> {
        Ok(self.find(statement, params, crate::row::first_int)?.flatten().unwrap_or(0))
    }

    /// Whether there is at least one row.
    ///
    /// # Errors
    /// As [`Query::all`].
    pub fn exists(&mut self, statement: &Statement, params: &[Value]) -> Result<bool> {
        Ok(self.find(statement, params, |_| Ok(()))?.is_some())
    }

    /// The moment at which this closure began.
    pub const fn now(&self) -> Millis {
        self.now
    }

    /// How many statements this closure has run so far; for tests that hold a page to a fixed number.
    pub const fn statements_run(&self) -> u32 {
        self.ran
    }

    /// Which engine runs the statements.
    pub const fn engine(&self) -> Engine {
        match self.connection {
            Connection::Sqlite(_) => Engine::Sqlite,
            Connection::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs a statement and hands over each row.
    fn rows(
        &mut self,
        statement: &Statement,
        params: &[Value],
        f: &mut dyn FnMut(&Row<'_>) -> Result<Flow>,
    ) -> Result<()> {
        let mut any = false;
        // An error of `f` is the closure's own affair and must not be taken for a failure of the engine.
        let mut refused = None;
        let mut each = |row: &Row<'_>| {
            any = true;
            f(row).unwrap_or_else(|error| {
                refused = Some(error);
                Flow::Enough
            })
        };
        let begun = Instant::now();
        let outcome = self.faults.pass().and_then(|()| match &mut self.connection {
            Connection::Sqlite(connection) => connection.rows(statement, params, &mut each),
            Connection::Postgres(connection) => connection.rows(statement, params, &mut each),
        });
        self.changed |= any && !statement.sql.trim_start().starts_with("SELECT");
        self.note(statement, begun, outcome)?;
        refused.map_or(Ok(()), Err)
    }

    /// Runs a statement that gives no rows; returns how many it changed.
    pub(crate) fn execute(&mut self, statement: &Statement, params: &[Value]) -> Result<u64> {
        let begun = Instant::now();
        let outcome = self.faults.pass().and_then(|()| match &mut self.connection {
            Connection::Sqlite(connection) => connection.execute(statement, params),
            Connection::Postgres(connection) => connection.execute(statement, params),
        });
        self.changed |= outcome.as_ref().is_ok_and(|rows| *rows > 0);
        self.note(statement, begun, outcome)
    }

    /// Times a statement and turns its failure into an error.
    fn note<T>(&mut self, statement: &Statement, begun: Instant, outcome: Result<T, Failure>) -> Result<T> {
        self.ran += 1;
        let took = begun.elapsed();
        metrics::histogram!("kith_db_statement_seconds", "statement" => statement.name).record(took);
        if took > SLOW {
            tracing::warn!(statement = statement.name, ms = took.as_millis(), "slow statement");
        }
        outcome.map_err(|failure| {
            if self.spoiled.is_none() {
                self.spoiled = Some(failure.meaning());
            }
            failure.into_error(statement.name)
        })
    }
}

impl Query<'_> {
    /// Name and problem of every statement of the program that this engine does not understand or the dialect
    /// forbids.
    pub(crate) fn prepare_all(&mut self) -> Vec<(&'static str, String)> {
        let mut problems = Vec::new();
        let mut names = std::collections::BTreeSet::new();
        for statement in crate::statement::statements_for(self.engine()) {
            if !names.insert(statement.name) {
                problems.push((statement.name, "two statements have this name".to_owned()));
            }
            for word in crate::forbidden_words(statement.sql) {
                problems.push((statement.name, format!("{word} is not in the dialect")));
            }
            let outcome = match &mut self.connection {
                Connection::Sqlite(connection) => connection.check(statement),
                Connection::Postgres(connection) => connection.check(statement),
            };
            if let Err(failure) = outcome {
                problems.push((statement.name, failure.cause));
            }
        }
        problems
    }
}
