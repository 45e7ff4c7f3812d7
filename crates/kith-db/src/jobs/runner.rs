//! Takes jobs that are due and runs them, a few at a time.

use super::*;

/// How often the table is looked at when no commit of this process rings.
const POLL: Duration = Duration::from_secs(1);
/// Jobs that run at the same time.
const CONCURRENCY: usize = 8;

/// Runs the jobs of a database: `JobRunner::new(db).on("mail.send", …).start(shutdown)`.
pub struct JobRunner {
    db: Db,
    concurrency: usize,
    look_every: Duration,
}

/// What a drain has run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drained {
    /// Jobs that are done.
    pub done: usize,
    /// Tries that failed; their jobs wait for another try or are dead.
    pub failed: usize,
}

impl JobRunner {
    /// A runner that knows no kinds yet.
    pub fn new(db: Db) -> Self {
        Self { db, concurrency: CONCURRENCY, look_every: POLL }
    }

    /// Jobs of `kind` are run by `f`. A job may run twice when its process dies in between, so `f` must bear that.
    #[must_use]
    pub fn on<F>(self, kind: &'static str, f: impl Fn(serde_json::Value) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.db.register().set(kind, Arc::new(move |payload| Box::pin(f(payload))));
        self
    }

    /// At most so many jobs at the same time.
    #[must_use]
    pub fn concurrency(mut self, jobs: usize) -> Self {
        self.concurrency = jobs.max(1);
        self
    }

    /// Looks at the table so often when no commit of this process rings; a second unless set.
    #[must_use]
    pub fn look_every(mut self, pause: Duration) -> Self {
        self.look_every = pause;
        self
    }

    /// Runs jobs until `shutdown` is over; then takes no more, lets those that run end, and is done.
    pub fn start(self, shutdown: impl Future<Output = ()> + Send + 'static) -> JoinHandle<()> {
        tokio::spawn(async move {
            let mut running = JoinSet::new();
            let mut shutdown = std::pin::pin!(shutdown);
            loop {
                let free = self.concurrency.saturating_sub(running.len());
                let taken = if free > 0 { take(&self.db, free).await } else { Ok(Vec::new()) };
                let full = match taken {
                    Ok(jobs) => {
                        let full = !jobs.is_empty() && jobs.len() == free;
                        for job in jobs {
                            running.spawn(run(self.db.clone(), job));
                        }
                        full
                    }
                    Err(error) => {
                        tracing::error!(%error, "jobs cannot be taken");
                        false
                    }
                };
                metrics::gauge!("kith_jobs_running").set(running.len() as f64);
                // With a full hand the next look comes when a job ends, not before.
                tokio::select! {
                    () = &mut shutdown => break,
                    Some(_) = running.join_next() => {}
                    () = self.db.jobs_waiting().notified(), if !full => {}
                    () = tokio::time::sleep(self.look_every) => {}
                }
            }
            while running.join_next().await.is_some() {}
        })
    }
}

/// Runs everything that is due, one after the other, until nothing is; for tests and the command line.
///
/// # Errors
/// Internal when the database fails. A job that fails is counted instead.
pub async fn drain(db: &Db) -> Result<Drained> {
    let mut drained = Drained::default();
    loop {
        let jobs = take(db, 1).await?;
        if jobs.is_empty() {
            return Ok(drained);
        }
        for job in jobs {
            if run(db.clone(), job).await {
                drained.done += 1;
            } else {
                drained.failed += 1;
            }
        }
    }
}

async fn take(db: &Db, limit: usize) -> Result<Vec<Job>> {
    db.write(move |tx| claim(tx, limit)).await
}

/// Runs one job and writes down what came of it; says whether it is done.
async fn run(db: Db, job: Job) -> bool {
    let (id, tries) = (job.id, job.tries);
    let outcome = attempt(&db, &job).await;
    let well = outcome.is_ok();
    metrics::counter!("kith_jobs_total", "kind" => job.kind.clone(), "outcome" => if well { "done" } else { "failed" })
        .increment(1);
    let written = match outcome {
        Ok(()) => db.write(move |tx| done(tx, id, tries)).await,
        Err(problem) => {
            if tries >= MAX_TRIES {
                tracing::error!(kind = job.kind, job = %id, tries, problem, "a job failed for good and waits for a person");
            } else {
                tracing::warn!(kind = job.kind, job = %id, tries, problem, "a job failed");
            }
            db.write(move |tx| failed(tx, id, tries, &problem)).await
        }
    };
    if let Err(error) = written {
        // Its lease runs out and it will be taken again.
        tracing::error!(kind = job.kind, job = %id, %error, "the end of a job could not be written");
    }
    well
}

async fn attempt(db: &Db, job: &Job) -> Result<(), String> {
    if job.tries > MAX_TRIES {
        return Err("it ended its process too often".to_owned());
    }
    let runs = db.register().get(&job.kind).ok_or("nobody runs this kind of job")?;
    let payload = serde_json::from_str(&job.payload).map_err(|error| error.to_string())?;
    // A task of its own, so that a panic ends the job and not the runner.
    let mut running = JoinSet::new();
    running.spawn(async move { runs(payload).await });
    let hold = Duration::from_millis(u64::try_from(LEASE / 3).unwrap_or(1));
    loop {
        tokio::select! {
            ended = running.join_next() => return match ended {
                Some(Ok(outcome)) => outcome.map_err(|error| error.to_string()),
                _ => Err("it panicked".to_owned()),
            },
            () = tokio::time::sleep(hold) => {
                let (id, tries) = (job.id, job.tries);
                if let Err(error) = db.write(move |tx| renew(tx, id, tries)).await {
                    tracing::warn!(job = %id, %error, "the hold on a job could not be renewed");
                }
            }
        }
    }
}
