//! Background work: every feature names its jobs here, and the program runs whatever is named.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use kith_base::Result;
use kith_db::jobs::JobRunner;
use serde_json::Value;

use crate::App;

/// A kind of job and what carries it out. Register one with `inventory::submit!`. Work must be repeatable: a crash
/// between doing and marking as done runs it again.
pub struct JobKind {
    /// `feature.verb`, as stored.
    pub name: &'static str,
    /// Carries out one job with its payload.
    pub run: fn(Arc<App>, Value) -> BoxFuture<'static, Result<()>>,
}
inventory::collect!(JobKind);

/// Work that comes round by itself, such as sweeping out what has expired.
pub struct Upkeep {
    /// `feature.verb`, for the log.
    pub name: &'static str,
    /// How often, in milliseconds.
    pub every: kith_base::Millis,
    /// One round.
    pub run: fn(Arc<App>) -> BoxFuture<'static, Result<()>>,
}
inventory::collect!(Upkeep);

/// All kinds of jobs.
pub fn job_kinds() -> impl Iterator<Item = &'static JobKind> {
    inventory::iter::<JobKind>.into_iter()
}

/// All upkeep.
pub fn upkeep() -> impl Iterator<Item = &'static Upkeep> {
    inventory::iter::<Upkeep>.into_iter()
}

/// A runner that knows every kind of job. The jobs hold the program weakly: once it is gone, there is nothing to do.
pub fn runner(app: &Arc<App>) -> JobRunner {
    job_kinds().fold(JobRunner::new(app.db.clone()), |runner, kind| {
        let app = Arc::downgrade(app);
        runner.on(kind.name, move |payload| {
            let app = app.upgrade();
            async move {
                match app {
                    Some(app) => (kind.run)(app, payload).await,
                    None => Ok(()),
                }
            }
        })
    })
}
