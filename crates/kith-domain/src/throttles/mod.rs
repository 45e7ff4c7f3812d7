//! Attempts counted in the database, so that a restart forgives nothing: sign-in, sign-up, codes, contact.

mod sql;

use std::sync::Arc;

use kith_base::{Error, HOUR, Millis, Result, SECOND};

use crate::App;
use crate::work::Upkeep;

/// Counts one attempt of `subject` in `bucket` and refuses it when there were more than `limit` in the window that
/// began with the first one. The count is durable before the answer, so that neither a restart nor many requests at
/// once get more than `limit` through.
///
/// # Errors
/// Rate limited, with the seconds until the window ends.
pub async fn take(app: &App, bucket: &'static str, subject: &str, limit: i64, window: Millis) -> Result<()> {
    if app.config.rate_limits_off() {
        return Ok(());
    }
    let subject = subject.to_owned();
    let (attempts, wait) = app
        .db
        .write(move |tx| {
            let now = tx.now();
            let (attempts, ends_at) = sql::count_attempt(tx, bucket, &subject, now, now + window)?;
            Ok((attempts, ends_at - now))
        })
        .await?;
    if attempts <= limit {
        return Ok(());
    }
    tracing::info!(bucket, "an attempt was refused because of too many before it");
    Err(Error::rate_limited(u32::try_from(wait / SECOND + 1).unwrap_or(u32::MAX)))
}

/// Whether `subject` still has attempts left in `bucket`, without counting one.
///
/// # Errors
/// Rate limited, as [`take`].
pub async fn check(app: &App, bucket: &'static str, subject: &str, limit: i64) -> Result<()> {
    if app.config.rate_limits_off() {
        return Ok(());
    }
    let subject = subject.to_owned();
    let spent = app.db.read(move |q| sql::find(q, bucket, &subject)).await?;
    match spent {
        Some((attempts, ends_at)) if attempts >= limit && ends_at > app.now() => {
            let wait = (ends_at - app.now()) / SECOND + 1;
            Err(Error::rate_limited(u32::try_from(wait).unwrap_or(u32::MAX)))
        }
        _ => Ok(()),
    }
}

/// Forgets the attempts of `subject` in `bucket`, after one that succeeded.
///
/// # Errors
/// Internal when the database fails.
pub async fn forgive(app: &App, bucket: &'static str, subject: &str) -> Result<()> {
    let subject = subject.to_owned();
    app.db.write(move |tx| sql::forget(tx, bucket, &subject)).await
}

/// Takes back one counted attempt of `subject`, after it turned out to be an honest one.
///
/// # Errors
/// Internal when the database fails.
pub async fn give_back(app: &App, bucket: &'static str, subject: &str) -> Result<()> {
    let subject = subject.to_owned();
    app.db.write(move |tx| sql::give_back(tx, bucket, &subject)).await
}

inventory::submit! {
    Upkeep { name: "throttles.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db.write(sql::sweep).await
}
