//! One row of an answer, read by column name, the same for both engines.

use kith_base::{Error, Id, Result};

/// A row. Every reader gives an Internal error that names statement and column when the column is not there or
/// holds something else.
pub struct Row<'a> {
    pub(crate) statement: &'static str,
    pub(crate) source: Source<'a>,
}

/// Where the row stands.
pub(crate) enum Source<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a postgres::Row),
}

/// One value as an engine gave it.
#[derive(Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Int(i64),
    Real(f64),
    Text(&'a str),
    Bool(bool),
    Bytes(&'a [u8]),
}

impl Cell<'_> {
    /// What it is, without the value: values may be private and this goes to the log.
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "a whole number",
            Self::Real(_) => "a number with a fraction",
            Self::Text(_) => "text",
            Self::Bool(_) => "a truth value",
            Self::Bytes(_) => "bytes",
        }
    }
}

impl Row<'_> {
    /// An id.
    pub fn id<K>(&self, column: &str) -> Result<Id<K>> {
        self.int(column).map(Id::new)
    }

    /// An id, or none where the column is NULL.
    pub fn opt_id<K>(&self, column: &str) -> Result<Option<Id<K>>> {
        Ok(self.opt_int(column)?.map(Id::new))
    }

    /// A whole number: `BIGINT`, `INTEGER`, or a sum of such.
    pub fn int(&self, column: &str) -> Result<i64> {
        self.opt_int(column)?.ok_or_else(|| self.null(column))
    }

    /// A whole number or none.
    pub fn opt_int(&self, column: &str) -> Result<Option<i64>> {
        self.read(column, |cell| match cell {
            Cell::Int(value) => Some(*value),
            Cell::Bool(value) => Some(i64::from(*value)),
            _ => None,
        })
    }

    /// A text.
    pub fn text(&self, column: &str) -> Result<String> {
        self.opt_text(column)?.ok_or_else(|| self.null(column))
    }

    /// A text or none.
    pub fn opt_text(&self, column: &str) -> Result<Option<String>> {
        self.read(column, |cell| if let Cell::Text(value) = cell { Some((*value).to_owned()) } else { None })
    }

    /// A truth value.
    pub fn bool(&self, column: &str) -> Result<bool> {
        self.opt_bool(column)?.ok_or_else(|| self.null(column))
    }

    /// A truth value or none.
    pub fn opt_bool(&self, column: &str) -> Result<Option<bool>> {
        self.read(column, |cell| match cell {
            Cell::Bool(value) => Some(*value),
            Cell::Int(value) => Some(*value != 0),
            _ => None,
        })
    }

    /// A number with a fraction.
    pub fn real(&self, column: &str) -> Result<f64> {
        self.opt_real(column)?.ok_or_else(|| self.null(column))
    }

    /// A number with a fraction, or none.
    pub fn opt_real(&self, column: &str) -> Result<Option<f64>> {
        self.read(column, |cell| match cell {
            Cell::Real(value) => Some(*value),
            Cell::Int(value) => Some(*value as f64),
            _ => None,
        })
    }

    /// Bytes.
    pub fn bytes(&self, column: &str) -> Result<Vec<u8>> {
        self.opt_bytes(column)?.ok_or_else(|| self.null(column))
    }

    /// Bytes or none.
    pub fn opt_bytes(&self, column: &str) -> Result<Option<Vec<u8>>> {
        self.read(column, |cell| if let Cell::Bytes(value) = cell { Some(value.to_vec()) } else { None })
    }

    fn read<T>(&self, column: &str, convert: impl FnOnce(&Cell<'_>) -> Option<T>) -> Result<Option<T>> {
        let cell = self.cell(column)?;
        if cell == Cell::Null {
            return Ok(None);
        }
        convert(&cell).map(Some).ok_or_else(|| {
            Error::internal(format!("{}: column {column} holds {}", self.statement, cell.kind()))
        })
    }

    fn cell(&self, column: &str) -> Result<Cell<'_>> {
        match &self.source {
            Source::Sqlite(row) => crate::sqlite::cell(row, column),
            Source::Postgres(row) => crate::pg::cell(row, column),
        }
        .map_err(|problem| Error::internal(format!("{}: column {column}: {problem}", self.statement)))
    }

    fn null(&self, column: &str) -> Error {
        Error::internal(format!("{}: column {column} is NULL", self.statement))
    }
}

/// The first column as a whole number, or none.
pub(crate) fn first_int(row: &Row<'_>) -> Result<Option<i64>> {
    let name = match &row.source {
        Source::Sqlite(row) => row.as_ref().column_name(0).ok().map(ToOwned::to_owned),
        Source::Postgres(row) => row.columns().first().map(|column| column.name().to_owned()),
    };
    row.opt_int(&name.ok_or_else(|| Error::internal(format!("{}: no column", row.statement)))?)
}
