//! The end of events: called off, whole or in part, deleted; and their beginning, when a draft is published.

use jiff::ToSpan;
use kith_base::{Error, Result};
use kith_db::Tx;

use super::model::{Event, EventState, Override, Scope};
use super::{announce, fresh, invite, load, occurrences, policy, reminders, sql, to_edit};
use crate::calendars::Until;
use crate::kinds::EventId;
use crate::notices::Occasion;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, media, pages};

/// Shows a draft to its audience.
///
/// # Errors
/// NotFound unless the viewer is a host; Conflict when it is no draft any more.
pub async fn publish(app: &App, viewer: &Viewer, id: EventId) -> Result<Visible<Event>> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, by)?;
            let event = to_edit(tx, &viewer, id)?;
            if !matches!(event.facts.state, EventState::Draft | EventState::Scheduled) {
                return Err(Error::conflict("error-conflict"));
            }
            sql::set_state(tx, id, EventState::Published, None)?;
            invite::tell_waiting(tx, id)?;
            reminders::plan(tx, id)?;
            load(tx, &viewer, id)
        })
        .await
}

/// Calls an event off: all of it, one time, or a time and those after it. Guests are told.
///
/// # Errors
/// NotFound unless the viewer is a host and the time is one of its; Conflict when it is called off already.
pub async fn cancel(app: &App, viewer: &Viewer, id: EventId, scope: Scope) -> Result<Visible<Event>> {
    let (by, acting) = (viewer.active()?.id, viewer.acting());
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, by)?;
            let event = to_edit(tx, &viewer, id)?;
            pages::done(tx, acting, by, pages::Act::EventCancelled, (pages::SubjectKind::Event, id))?;
            let was_shown = event.facts.state == EventState::Published;
            if event.facts.state == EventState::Cancelled {
                return Err(Error::conflict("events-cancelled-already"));
            }
            match scope {
                Scope::This(key) if event.repeats() => cancel_one(tx, &event, key)?,
                Scope::Following(key) if key > event.details.starts => end_before(tx, event.clone(), key)?,
                _ => sql::set_state(tx, id, EventState::Cancelled, None)?,
            }
            if was_shown {
                announce::told(tx, by, &event, Occasion::EventCancelled)?;
            }
            load(tx, &viewer, id)
        })
        .await
}

fn cancel_one(tx: &mut Tx<'_>, event: &Event, key: jiff::civil::DateTime) -> Result<()> {
    let unlike = sql::overrides(tx, &[event.id])?.remove(&event.id).unwrap_or_default();
    let one = occurrences::at(event, &unlike, key).ok_or_else(Error::not_found)?;
    let minutes = unlike
        .iter()
        .find(|known| known.occurrence == key)
        .map_or(event.details.minutes, |known| known.minutes);
    let off = Override {
        occurrence: key,
        starts: one.starts,
        minutes,
        title: one.title,
        place: one.place,
        address: one.address,
        is_cancelled: true,
    };
    sql::put_override(tx, event.id, &off)?;
    sql::moved(tx, event.id, false)?;
    reminders::plan(tx, event.id)
}

/// Lets what repeats end before this time.
pub(super) fn end_before(tx: &mut Tx<'_>, mut event: Event, key: jiff::civil::DateTime) -> Result<()> {
    if !event.repeat().has(key) {
        return Err(Error::not_found());
    }
    let end = key.checked_sub(1.second()).unwrap_or(key);
    if let Some(rule) = &mut event.details.rule {
        rule.count = None;
        rule.until = Some(Until::Local(end));
    }
    event.extra.retain(|at| *at < key);
    event.except.retain(|at| *at < key);
    let mut unlike = sql::overrides(tx, &[event.id])?.remove(&event.id).unwrap_or_default();
    unlike.retain(|one| one.occurrence < key);
    sql::replace_overrides(tx, event.id, &unlike)?;
    occurrences::settle(&mut event, &unlike);
    sql::set_times(tx, &event, event.facts.ends_at)?;
    sql::moved(tx, event.id, false)?;
    reminders::plan(tx, event.id)
}

/// Deletes an event that was never shown, was called off or is over.
///
/// # Errors
/// NotFound unless the viewer is the host or looks after its group; Conflict when people still count on it.
pub async fn delete(app: &App, viewer: &Viewer, id: EventId) -> Result<()> {
    let by = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, by)?;
            let event = load(tx, &viewer, id)?;
            if !policy::may_delete(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            let now = tx.now();
            if event.facts.state == EventState::Published && !event.is_past(now) {
                return Err(Error::conflict("events-cancel-first"));
            }
            media::discard(tx, event.details.cover.as_slice())?;
            sql::around::erase(tx, &[id])
        })
        .await
}

/// Gives back the places of somebody who leaves the community, and hands their events to whoever looks after them too.
/// What is left of theirs is for `leaving` to erase.
pub(crate) fn of_leaving(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    for (event, answer) in sql::answers::going(tx, account)? {
        if let Some(held) = sql::answers::by_id(tx, event, answer)? {
            sql::answers::remove(tx, event, answer)?;
            sql::take(tx, event, -held.places())?;
            super::answer::promote(tx, event)?;
        }
    }
    for (event, heir) in sql::around::heirs(tx, account)? {
        sql::set_host(tx, event, heir)?;
        super::make_findable(tx, event)?;
        sql::around::drop_host(tx, event, heir)?;
    }
    Ok(())
}
