//! A connection that listens to what other Kith processes commit.

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError};
use kith_base::{Result, Secret};
use postgres::fallible_iterator::FallibleIterator;

use super::{PgConnection, failure};
use crate::Event;
use crate::db::Shared;
use crate::failure::Failure;

/// How long one wait for a notice lasts; the end of the program is noticed that late.
const WAIT: Duration = Duration::from_millis(250);
/// The pause before a lost connection is made anew.
const PAUSE: Duration = Duration::from_secs(1);

/// Starts the thread; notices that carry `process` are our own and are passed over.
pub(super) fn start(
    url: &Secret,
    process: &str,
    shared: Arc<Shared>,
    alive: Receiver<()>,
) -> Result<JoinHandle<()>> {
    let mut connection = Some(listening(url).map_err(|failure| failure.into_error("db.listen"))?);
    let (url, process) = (url.clone(), process.to_owned());
    let thread = std::thread::Builder::new().name("db-listen".to_owned());
    Ok(thread.spawn(move || {
        while let Some(current) = &mut connection {
            let lost = wait(current, &process, &shared).err();
            if ended(&alive, Duration::ZERO) {
                break;
            }
            if let Some(failure) = lost {
                tracing::warn!(cause = failure.cause, "the connection that listens was lost");
                connection = again(&url, &alive);
                // What happened meanwhile was not heard.
                shared.tell(&Event::Foreign);
            }
        }
    })?)
}

fn listening(url: &Secret) -> Result<PgConnection, Failure> {
    let mut connection = PgConnection::connect(url)?;
    connection.words("LISTEN kith")?;
    Ok(connection)
}

/// Waits a while for notices; many at once count as one.
fn wait(connection: &mut PgConnection, process: &str, shared: &Shared) -> Result<(), Failure> {
    let mut notices = connection.raw.notifications();
    let mut foreign = false;
    let mut next = notices.timeout_iter(WAIT).next().map_err(|error| failure(&error))?;
    while let Some(notice) = next {
        foreign |= notice.payload() != process;
        next = notices.iter().next().map_err(|error| failure(&error))?;
    }
    if foreign {
        shared.tell(&Event::Foreign);
        shared.jobs_waiting.notify_one();
    }
    Ok(())
}

/// A new connection as soon as one can be had; none when the program ends first.
fn again(url: &Secret, alive: &Receiver<()>) -> Option<PgConnection> {
    loop {
        match listening(url) {
            Ok(connection) => return Some(connection),
            Err(failure) => tracing::warn!(cause = failure.cause, "no connection to listen on"),
        }
        if ended(alive, PAUSE) {
            return None;
        }
    }
}

fn ended(alive: &Receiver<()>, within: Duration) -> bool {
    matches!(alive.recv_timeout(within), Err(RecvTimeoutError::Disconnected))
}
