//! The writing face of the database inside `db.write`.

use std::any::Any;
use std::ops::{Deref, DerefMut};

use kith_base::{Id, IdMaker, Millis, Result};
use serde::Serialize;

use crate::{Query, Statement, Value};

/// What is told to listeners once the write is durable.
pub(crate) type Told = Box<dyn Any + Send + Sync>;

/// One write: all of it becomes durable, or nothing. The closure around it may run more than once, so it does
/// nothing that cannot be undone but through this.
pub struct Tx<'a> {
    query: Query<'a>,
    ids: &'a IdMaker,
    pub(crate) told: Vec<Told>,
    pub(crate) enqueued: bool,
    pub(crate) made_ids: bool,
    /// Upkeep that no cache of another process depends on.
    pub(crate) quiet: bool,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(query: Query<'a>, ids: &'a IdMaker) -> Self {
        Self { query, ids, told: Vec::new(), enqueued: false, made_ids: false, quiet: false }
    }

    /// Runs a statement that gives no rows; returns how many rows it changed. A statement with `RETURNING` is run
    /// with [`Query::one`] and its kin.
    ///
    /// A statement that fails undoes the whole write, even when the closure goes on.
    ///
    /// # Errors
    /// Internal when the statement fails; see [`crate::on_constraint`].
    pub fn run(&mut self, statement: &Statement, params: &[Value]) -> Result<u64> {
        self.query.execute(statement, params)
    }

    /// A fresh id. Should it be taken already, the closure runs again with another one.
    pub fn new_id<K>(&mut self) -> Id<K> {
        self.made_ids = true;
        self.ids.next()
    }

    /// Tells `event` to the listeners of this process after the commit and before the writer gets its answer, in the
    /// order of these calls. Nothing is told when the write is not kept.
    pub fn after_commit(&mut self, event: impl Any + Send + Sync) {
        self.told.push(Box::new(event));
    }

    /// Puts a job into the same transaction: it runs at `run_at` or soon after, if and only if this write is kept.
    ///
    /// # Errors
    /// Internal when the payload cannot be written as JSON or the statement fails.
    pub fn enqueue(&mut self, kind: &'static str, payload: &impl Serialize, run_at: Millis) -> Result<()> {
        let payload = serde_json::to_string(payload)?;
        self.enqueued = true;
        crate::jobs::insert(self, kind, payload, run_at)
    }
}

impl<'a> Deref for Tx<'a> {
    type Target = Query<'a>;

    fn deref(&self) -> &Query<'a> {
        &self.query
    }
}

impl<'a> DerefMut for Tx<'a> {
    fn deref_mut(&mut self) -> &mut Query<'a> {
        &mut self.query
    }
}
