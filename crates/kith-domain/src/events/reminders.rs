//! Reminders: one day and one hour before each time of an event. One job waits for each of the two; when it ran, it leaves
//! the one for the next time.

use std::sync::Arc;

use kith_base::{DAY, HOUR, MINUTE, Millis, Result};
use kith_db::{Query, Tx};
use serde::{Deserialize, Serialize};

use super::model::{Event, EventState, Occurrence, Override};
use super::{announce, occurrences, sql};
use crate::kinds::EventId;
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App};

/// So long before.
const LEADS: [Millis; 2] = [DAY, HOUR];
/// What comes so much too late is left out.
const STALE: Millis = 30 * MINUTE;
/// The name of the job.
const REMIND: &str = "events.remind";

/// A reminder that waits.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Remind {
    event: EventId,
    /// The times as they were when it was planned: once they are others, it is void.
    timing: i64,
    /// When the event begins.
    at: Millis,
    lead: Millis,
}

inventory::submit! {
    JobKind {
        name: REMIND,
        run: |app, payload| Box::pin(async move { remind(&app, serde_json::from_value(payload)?).await }),
    }
}

/// An event in any state, with those of its times that are unlike the others.
fn whole(q: &mut Query<'_>, id: EventId) -> Result<Option<(Event, Vec<Override>)>> {
    let Some(event) = sql::by_id(q, AccountId::new(0), id)? else { return Ok(None) };
    let unlike = sql::overrides(q, &[id])?.remove(&id).unwrap_or_default();
    Ok(Some((event, unlike)))
}

/// Plans the reminders of an event from now on.
pub(super) fn plan(tx: &mut Tx<'_>, id: EventId) -> Result<()> {
    let Some((event, unlike)) = whole(tx, id)? else { return Ok(()) };
    let now = tx.now();
    LEADS.into_iter().try_for_each(|lead| plan_next(tx, &event, &unlike, lead, now + lead))
}

/// Plans the one before the first time that begins after `after`.
fn plan_next(tx: &mut Tx<'_>, event: &Event, unlike: &[Override], lead: Millis, after: Millis) -> Result<()> {
    let next = occurrences::between(event, unlike, (after, i64::MAX / 4), 20);
    let next = next.iter().find(|one: &&Occurrence| one.starts_at > after && !one.is_cancelled);
    let Some(next) = next else { return Ok(()) };
    let (at, timing) = (next.starts_at, event.timing);
    tx.enqueue(REMIND, &Remind { event: event.id, timing, at, lead }, at - lead)
}

async fn remind(app: &App, job: Remind) -> Result<()> {
    app.db
        .write(move |tx| {
            let Some((event, unlike)) = whole(tx, job.event)? else { return Ok(()) };
            if event.timing != job.timing || event.facts.state != EventState::Published {
                return Ok(());
            }
            let now = tx.now();
            if now < job.at - job.lead + STALE {
                announce::reminded(tx, &event)?;
            }
            plan_next(tx, &event, &unlike, job.lead, job.at.max(now + job.lead))
        })
        .await
}

inventory::submit! {
    Upkeep { name: "events.publish", every: MINUTE, run: |app| Box::pin(publish_due(app)) }
}

/// Publishes what waited for its time.
async fn publish_due(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            for id in sql::due(tx)? {
                sql::set_state(tx, id, EventState::Published, None)?;
                super::invite::tell_waiting(tx, id)?;
                plan(tx, id)?;
            }
            Ok(())
        })
        .await
}
