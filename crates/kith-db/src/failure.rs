//! What an engine says when a statement fails, and how it becomes the one error type.

use std::fmt;

use kith_base::{Error, Kind, Result};

use crate::query::Spoiled;

/// A failed statement, with what both engines can tell about it.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The engine's own words, without values.
    pub cause: String,
    /// Names of the constraint or unique index that was violated. SQLite names only the columns, so several indexes
    /// over the same columns all stand here.
    pub constraints: Vec<String>,
    /// Whether trying again can help: a serialization failure, a deadlock, a locked file.
    pub retry: bool,
    /// Whether a primary key called `id` was taken already.
    pub id_taken: bool,
}

impl Failure {
    /// A failure that only has words.
    pub(crate) fn plain(cause: impl fmt::Display) -> Self {
        Self { cause: cause.to_string(), constraints: Vec::new(), retry: false, id_taken: false }
    }

    pub(crate) fn meaning(&self) -> Spoiled {
        if self.retry {
            Spoiled::Retry
        } else if self.id_taken {
            Spoiled::IdTaken
        } else {
            Spoiled::Failed
        }
    }

    /// The error of the program: Retry where trying again helps, Internal otherwise.
    pub(crate) fn into_error(self, statement: &'static str) -> Error {
        let kind = if self.retry { Kind::Retry } else { Kind::Internal };
        let cause = Violation { statement, cause: self.cause, constraints: self.constraints };
        Error::new(kind, if self.retry { "error-overloaded" } else { "error-internal" }).because(cause)
    }
}

/// The cause inside the error, kept so that [`on_constraint`] can read the names.
#[derive(Debug)]
struct Violation {
    statement: &'static str,
    cause: String,
    constraints: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.statement, self.cause)
    }
}

impl std::error::Error for Violation {}

/// Turns the violation of the constraint or unique index called `name` into another error, on both engines; every
/// other result stays as it is. The write around it is undone all the same, so give the error back to the caller: a
/// write that must go on uses `ON CONFLICT` instead.
///
/// # Errors
/// The error of `f`, or the one that was in `result`.
pub fn on_constraint<T>(result: Result<T>, name: &str, f: impl FnOnce() -> Error) -> Result<T> {
    result.map_err(|error| {
        let violated = std::error::Error::source(&error)
            .and_then(|cause| cause.downcast_ref::<Violation>())
            .is_some_and(|violation| violation.constraints.iter().any(|constraint| constraint == name));
        if violated { f() } else { error }
    })
}
