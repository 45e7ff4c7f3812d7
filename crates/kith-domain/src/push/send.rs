//! The job that wakes one app for one notice, and what becomes of an app that cannot be woken.

use std::sync::Arc;

use kith_base::{DAY, HOUR, Millis, Result, SECOND};
use kith_db::Tx;

use super::sql::{self, Held};
use super::words;
use crate::App;
use crate::notices::{WAKE, Wake};
use crate::ports::Pushed;
use crate::work::JobKind;

/// What is older wakes nobody any more; push services keep it as long (`Ttl`).
const LIFE: Millis = 2 * DAY;
/// How often one notice is tried.
const TRIES: i64 = 5;
/// So often in a row a push service may refuse before an app is given up.
const REFUSALS: i64 = 3;
/// So long nothing may get through before an app is given up.
const SILENCE: Millis = 14 * DAY;
/// The pause after the first failure, four times as long after each further one, up to the longest.
const FIRST_PAUSE: Millis = 30 * SECOND;
const LONGEST_PAUSE: Millis = 2 * HOUR;

inventory::submit! {
    JobKind { name: WAKE, run: |app, payload| Box::pin(run(app, payload)) }
}

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let wake: Wake = serde_json::from_value(payload)?;
    let now = app.now();
    let held = app.db.read(move |q| sql::by_id(q, wake.subscription, now)).await?;
    let Some(held) = held.filter(|_| wake.notice.made_at() + LIFE > now) else { return Ok(()) };
    if let Some(until) = held.rests_until.filter(|until| *until > now) {
        return app.db.write(move |tx| again(tx, wake, until)).await;
    }
    let Some(message) = words::message(&app, &held.subscription, wake.notice).await? else { return Ok(()) };
    let pushed = app.push.send(&message).await?;
    count(pushed);
    let id = wake.subscription;
    match pushed {
        Pushed::Taken if held.failures == 0 => Ok(()),
        Pushed::Taken => app.db.write(move |tx| sql::worked(tx, id)).await,
        Pushed::Gone => app.db.write(move |tx| sql::drop_one(tx, id)).await,
        Pushed::Refused | Pushed::Later(_) => app.db.write(move |tx| fail(tx, wake, &held, pushed)).await,
    }
}

/// Counts what came of it.
pub(super) fn count(pushed: Pushed) {
    metrics::counter!("kith_pushes_total", "outcome" => word(pushed)).increment(1);
}

const fn word(pushed: Pushed) -> &'static str {
    match pushed {
        Pushed::Taken => "taken",
        Pushed::Gone => "gone",
        Pushed::Refused => "refused",
        Pushed::Later(_) => "later",
    }
}

/// The app rests, so that one that does not answer holds up nothing else; after too much of that it is given up.
fn fail(tx: &mut Tx<'_>, wake: Wake, held: &Held, pushed: Pushed) -> Result<()> {
    let now = tx.now();
    let (failures, since) = (held.failures + 1, held.failing_since.unwrap_or(now));
    let is_refused = pushed == Pushed::Refused && failures >= REFUSALS;
    if is_refused || now - since > SILENCE {
        return sql::drop_one(tx, wake.subscription);
    }
    let asked = match pushed {
        Pushed::Later(after) => after.unwrap_or(0),
        _ => 0,
    };
    let until = now + pause(failures).max(asked).min(LONGEST_PAUSE);
    sql::failed(tx, wake.subscription, failures, since, until)?;
    again(tx, wake, until)
}

/// Tries the same once more at `at`, unless it has been tried often enough.
fn again(tx: &mut Tx<'_>, wake: Wake, at: Millis) -> Result<()> {
    let wake = Wake { tries: wake.tries + 1, ..wake };
    if wake.tries < TRIES { tx.enqueue(WAKE, &wake, at) } else { Ok(()) }
}

fn pause(failures: i64) -> Millis {
    let times = u32::try_from(failures.clamp(1, 10) - 1).unwrap_or(0);
    FIRST_PAUSE.saturating_mul(4_i64.saturating_pow(times)).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_have_an_end() {
        let pauses: Vec<Millis> = (1..=6).map(|failures| pause(failures) / SECOND).collect();
        assert_eq!(pauses, [30, 120, 480, 1_920, 7_200, 7_200]);
        assert_eq!(pause(i64::MAX), LONGEST_PAUSE);
    }
}
