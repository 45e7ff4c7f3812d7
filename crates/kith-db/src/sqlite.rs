//! SQLite: connections, statements, values.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OpenFlags, ffi};

use crate::dialect::{Item, Items, Shape};
use crate::failure::Failure;
use crate::query::Flow;
use crate::row::{Cell, Source};
use crate::{Engine, Row, Statement, Value};

mod constraints;
pub(crate) mod migrating;
pub(crate) mod readers;
pub(crate) mod writer;

/// Statements kept prepared on each connection.
const PREPARED: usize = 512;

/// One connection with the statements it has seen.
pub(crate) struct LiteConnection {
    pub(crate) raw: rusqlite::Connection,
    /// By address and length of the text, which lives as long as the program.
    shapes: RefCell<HashMap<(usize, usize), Arc<Shape>>>,
}

impl LiteConnection {
    /// Opens the file to read and write, creating it if need be.
    pub(crate) fn for_writing(file: &Path) -> rusqlite::Result<Self> {
        let raw = rusqlite::Connection::open(file)?;
        raw.busy_timeout(Duration::from_secs(5))?;
        raw.pragma_update(None, "journal_mode", "WAL")?;
        raw.pragma_update(None, "synchronous", "FULL")?;
        // What members delete is overwritten in the file, and does not linger in free pages and backups.
        raw.pragma_update(None, "secure_delete", true)?;
        raw.pragma_update(None, "wal_autocheckpoint", 4000)?;
        raw.pragma_update(None, "journal_size_limit", 64 * 1024 * 1024)?;
        Self::prepared(raw)
    }

    /// Opens the file to read only.
    pub(crate) fn for_reading(file: &Path) -> rusqlite::Result<Self> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let raw = rusqlite::Connection::open_with_flags(file, flags)?;
        raw.busy_timeout(Duration::from_secs(5))?;
        raw.pragma_update(None, "query_only", true)?;
        Self::prepared(raw)
    }

    fn prepared(raw: rusqlite::Connection) -> rusqlite::Result<Self> {
        raw.pragma_update(None, "foreign_keys", true)?;
        // 8 MB of pages for each connection, and up to 256 MB of the file seen through the system's own cache.
        raw.pragma_update(None, "cache_size", -8192)?;
        raw.pragma_update(None, "mmap_size", 256 * 1024 * 1024)?;
        raw.pragma_update(None, "temp_store", "MEMORY")?;
        raw.pragma_update(None, "trusted_schema", false)?;
        raw.set_prepared_statement_cache_capacity(PREPARED);
        Ok(Self { raw, shapes: RefCell::default() })
    }

    /// Runs a plain word such as BEGIN.
    pub(crate) fn word(&self, word: &str) -> rusqlite::Result<()> {
        self.raw.prepare_cached(word)?.raw_execute().map(|_| ())
    }

    /// Runs a statement and hands over its rows.
    pub(crate) fn rows(
        &self,
        statement: &Statement,
        params: &[Value],
        f: &mut dyn FnMut(&Row<'_>) -> Flow,
    ) -> Result<(), Failure> {
        let mut prepared = self.bound(statement, params)?;
        let outcome: rusqlite::Result<()> = (|| {
            let writes = !prepared.readonly();
            let mut rows = prepared.raw_query();
            let mut enough = false;
            while let Some(row) = rows.next()? {
                if !enough {
                    enough =
                        f(&Row { statement: statement.name, source: Source::Sqlite(row) }) == Flow::Enough;
                }
                // A change with RETURNING is only complete when it has been stepped to its end.
                if enough && !writes {
                    break;
                }
            }
            Ok(())
        })();
        drop(prepared);
        outcome.map_err(|error| self.failure(&error))
    }

    /// Runs a statement without rows; returns how many it changed.
    pub(crate) fn execute(&self, statement: &Statement, params: &[Value]) -> Result<u64, Failure> {
        let mut prepared = self.bound(statement, params)?;
        let outcome = if prepared.column_count() == 0 {
            prepared.raw_execute().map(|rows| rows as u64)
        } else {
            // With RETURNING the change is complete when all rows were given out.
            let mut rows = prepared.raw_query();
            std::iter::repeat_with(|| rows.next().map(|row| row.is_some()))
                .take_while(|more| !matches!(more, Ok(false)))
                .try_fold(0, |count, more| more.map(|_| count + 1))
        };
        drop(prepared);
        outcome.map_err(|error| self.failure(&error))
    }

    /// Prepares a statement without running it.
    pub(crate) fn check(&self, statement: &Statement) -> Result<(), Failure> {
        let text = self.shape(statement)?.sqlite(&[]);
        self.raw.prepare(&text).map(|_| ()).map_err(|error| self.failure(&error))
    }

    fn bound(
        &self,
        statement: &Statement,
        params: &[Value],
    ) -> Result<rusqlite::CachedStatement<'_>, Failure> {
        let shape = self.shape(statement)?;
        if shape.params != params.len() {
            let problem = format!("{} parameters wanted, {} given", shape.params, params.len());
            return Err(Failure::plain(problem));
        }
        let prepared = match &shape.fixed {
            Some(text) => self.raw.prepare_cached(text),
            None => self.raw.prepare_cached(&shape.sqlite(params)),
        };
        let mut prepared = prepared.map_err(|error| self.failure(&error))?;
        let mut outcome = Ok(());
        for (place, value) in params.iter().enumerate() {
            if !matches!(value, Value::List(_) | Value::Texts(_)) && outcome.is_ok() {
                outcome = prepared.raw_bind_parameter(place + 1, value);
            }
        }
        if shape.fixed.is_none() {
            shape.sqlite_lists(params, |number, item| {
                if outcome.is_ok() {
                    outcome = match item {
                        Item::Number(item) => prepared.raw_bind_parameter(number, item),
                        Item::Text(item) => prepared.raw_bind_parameter(number, item),
                        Item::Json(list) => {
                            json(list).and_then(|list| prepared.raw_bind_parameter(number, list))
                        }
                    };
                }
            });
        }
        outcome.map_err(|error| self.failure(&error))?;
        Ok(prepared)
    }

    fn shape(&self, statement: &Statement) -> Result<Arc<Shape>, Failure> {
        let key = (statement.sql.as_ptr().addr(), statement.sql.len());
        if let Some(shape) = self.shapes.borrow().get(&key) {
            return Ok(Arc::clone(shape));
        }
        let shape = Arc::new(Shape::new(statement.sql, Engine::Sqlite)?);
        self.shapes.borrow_mut().insert(key, Arc::clone(&shape));
        Ok(shape)
    }

    /// What an error of the driver means.
    pub(crate) fn failure(&self, error: &rusqlite::Error) -> Failure {
        let mut failure = Failure::plain(error);
        if let Some(code) = error.sqlite_error() {
            failure.retry = matches!(code.extended_code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED);
            let primary_key = matches!(
                code.extended_code,
                ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID
            );
            failure.id_taken = primary_key && failure.cause.ends_with(".id");
            if code.extended_code & 0xff == ffi::SQLITE_CONSTRAINT {
                failure.constraints = constraints::names(&self.raw, &failure.cause, primary_key);
            }
        }
        failure
    }
}

fn json(list: Items<'_>) -> rusqlite::Result<String> {
    list.json().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null | Self::List(_) | Self::Texts(_) => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Real(value) => ValueRef::Real(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bool(value) => ValueRef::Integer((*value).into()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

/// One value of a row.
pub(crate) fn cell<'r>(row: &'r rusqlite::Row<'_>, column: &str) -> Result<Cell<'r>, String> {
    match row.get_ref(column).map_err(|error| error.to_string())? {
        ValueRef::Null => Ok(Cell::Null),
        ValueRef::Integer(value) => Ok(Cell::Int(value)),
        ValueRef::Real(value) => Ok(Cell::Real(value)),
        ValueRef::Text(value) => {
            std::str::from_utf8(value).map(Cell::Text).map_err(|error| error.to_string())
        }
        ValueRef::Blob(value) => Ok(Cell::Bytes(value)),
    }
}
