//! Threads that read: each has its own read-only connection and takes the next closure that waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use crossbeam_channel::Receiver;
use kith_base::{Error, Result};

use super::LiteConnection;
use crate::db::Shared;
use crate::query::Connection;
use crate::work::ReadWork;
use crate::{Query, failure::Failure};

/// Opens `count` connections and starts their threads, which end when the senders of `work` are gone.
pub(crate) fn start(
    file: &Path,
    count: usize,
    work: &Receiver<ReadWork>,
    shared: &Arc<Shared>,
) -> Result<Vec<std::thread::JoinHandle<()>>> {
    (0..count.max(1))
        .map(|number| {
            let connection = LiteConnection::for_reading(file).map_err(Error::internal)?;
            let (work, shared) = (work.clone(), Arc::clone(shared));
            let thread = std::thread::Builder::new().name(format!("db-read-{number}"));
            Ok(thread.spawn(move || {
                for closure in &work {
                    read(&connection, &shared, closure);
                }
            })?)
        })
        .collect()
}

fn read(connection: &LiteConnection, shared: &Shared, closure: ReadWork) {
    // Begun by hand: the guard of the driver would prepare its words anew each time.
    if let Err(error) = connection.word("BEGIN") {
        return closure(Err(Failure::plain(error).into_error("db.begin")));
    }
    let mut query = Query::new(Connection::Sqlite(connection), shared);
    if catch_unwind(AssertUnwindSafe(|| closure(Ok(&mut query)))).is_err() {
        tracing::error!("a read panicked");
    }
    if let Err(error) = connection.word("COMMIT") {
        tracing::error!(%error, "a read could not be ended");
    }
}
