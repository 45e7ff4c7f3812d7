//! Changing events: all times, one of them, or one and those after it, which divides the event in two.

use jiff::SignedDuration;
use jiff::civil::DateTime;
use kith_base::{Error, Result};
use kith_db::Tx;

use super::check::{self, Checked};
use super::model::{AnswerState, Event, EventState, NewEvent, Override, Publish, Scope};
use super::sql::{self, answers, around};
use super::{
    announce, answer, cancel, create, fresh, invite, load, make_findable, occurrences, reminders, to_edit,
};
use crate::kinds::EventId;
use crate::media::{self, AttachTo};
use crate::notices::Occasion;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, pages};

/// Changes an event. Of one time only title, place and hours are changed. Returns the event that the change is in: where it
/// was divided, the new one. Guests are told when times or places are others.
///
/// # Errors
/// NotFound unless the viewer is a host and the time is one of its; Invalid as for a new event; Conflict when it was called
/// off.
pub async fn edit(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    scope: Scope,
    new: NewEvent,
) -> Result<Visible<Event>> {
    let (me, acting) = (viewer.active()?.id, viewer.acting());
    let checked = check::prepare(app, me, new.details).await?;
    let slots = check::slots(new.slots)?;
    let publish = new.publish;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let before = to_edit(tx, &viewer, id)?;
            if before.facts.state == EventState::Cancelled {
                return Err(Error::conflict("events-cancelled-already"));
            }
            let checked = checked.clone().standing_in(before.details.group)?;
            pages::done(tx, acting, me, pages::Act::EventChanged, (pages::SubjectKind::Event, id))?;
            let change = Change { me, checked: &checked, slots: &slots, publish };
            let at = match scope {
                Scope::This(key) if before.repeats() => change.one(tx, &before, key)?,
                Scope::Following(key) if key > before.details.starts => change.divide(tx, &before, key)?,
                _ => change.all(tx, &before)?,
            };
            load(tx, &viewer, at)
        })
        .await
}

struct Change<'a> {
    me: AccountId,
    checked: &'a Checked,
    slots: &'a [(String, i64)],
    publish: Publish,
}

impl Change<'_> {
    fn all(&self, tx: &mut Tx<'_>, before: &Event) -> Result<EventId> {
        let id = before.id;
        let mut after = Event { details: self.checked.details.clone(), ..before.clone() };
        let by = after.details.starts.duration_since(before.details.starts);
        after.extra = shifted(&before.extra, by);
        after.except = shifted(&before.except, by);
        let mut unlike = sql::overrides(tx, &[id])?.remove(&id).unwrap_or_default();
        for one in &mut unlike {
            one.occurrence = shift(one.occurrence, by);
            one.starts = shift(one.starts, by);
        }
        let repeat = after.repeat();
        unlike.retain(|one| repeat.has(one.occurrence));
        occurrences::settle(&mut after, &unlike);
        sql::replace_overrides(tx, id, &unlike)?;
        sql::update(tx, id, &self.checked.written(&after))?;
        make_findable(tx, id)?;
        around::put_slots(tx, id, self.slots)?;
        self.cover(tx, before)?;
        self.state(tx, before)?;
        if moves(before, &after) {
            let is_shown = before.facts.state == EventState::Published;
            sql::moved(tx, id, is_shown)?;
            reminders::plan(tx, id)?;
            if is_shown {
                announce::told(tx, self.me, &after, Occasion::EventChanged)?;
            }
        }
        answer::promote(tx, id)?;
        Ok(id)
    }

    fn cover(&self, tx: &mut Tx<'_>, before: &Event) -> Result<()> {
        let cover = self.checked.details.cover;
        if cover == before.details.cover {
            return Ok(());
        }
        media::attach(tx, self.me, cover.as_slice(), AttachTo::Event(before.id))?;
        media::discard(tx, before.details.cover.as_slice())
    }

    /// What was never shown may be now.
    fn state(&self, tx: &mut Tx<'_>, before: &Event) -> Result<()> {
        if before.facts.state == EventState::Published {
            return Ok(());
        }
        match self.publish {
            Publish::Later => sql::set_state(tx, before.id, EventState::Draft, None),
            Publish::At(at) if at > tx.now() => {
                sql::set_state(tx, before.id, EventState::Scheduled, Some(at))
            }
            Publish::At(_) => Err(Error::invalid("publish_at", "events-publish-past")),
            Publish::Now => {
                sql::set_state(tx, before.id, EventState::Published, None)?;
                invite::tell_waiting(tx, before.id)?;
                reminders::plan(tx, before.id)
            }
        }
    }

    fn one(&self, tx: &mut Tx<'_>, before: &Event, key: DateTime) -> Result<EventId> {
        let id = before.id;
        let mut unlike = sql::overrides(tx, &[id])?.remove(&id).unwrap_or_default();
        occurrences::at(before, &unlike, key).ok_or_else(Error::not_found)?;
        let details = &self.checked.details;
        let one = Override {
            occurrence: key,
            starts: details.starts,
            minutes: details.minutes,
            title: details.title.clone(),
            place: details.about.place.clone(),
            address: details.about.address.clone(),
            is_cancelled: false,
        };
        unlike.retain(|known| known.occurrence != key);
        unlike.push(one);
        let mut after = before.clone();
        occurrences::settle(&mut after, &unlike);
        sql::replace_overrides(tx, id, &unlike)?;
        sql::set_times(tx, &after, after.facts.ends_at)?;
        let is_shown = before.facts.state == EventState::Published;
        sql::moved(tx, id, is_shown)?;
        reminders::plan(tx, id)?;
        if is_shown {
            announce::told(tx, self.me, &after, Occasion::EventChanged)?;
        }
        Ok(id)
    }

    /// The event ends before `key`, and a new one goes on with those who come.
    fn divide(&self, tx: &mut Tx<'_>, before: &Event, key: DateTime) -> Result<EventId> {
        if !before.repeat().has(key) {
            return Err(Error::not_found());
        }
        let mut checked = self.checked.clone();
        // A picture shows one event; the new one gets its own.
        if checked.details.cover == before.details.cover {
            checked.details.cover = None;
        }
        if checked.details.rule == before.details.rule
            && let Some(rule) = &mut checked.details.rule
        {
            let gone = counted_before(before, key);
            rule.count = rule.count.map(|most| most.saturating_sub(gone).max(1));
        }
        let id: EventId = tx.new_id();
        let mut after = checked.event(id, before.facts.host);
        let by = after.details.starts.duration_since(key);
        after.extra = shifted(&later(&before.extra, key), by);
        after.except = shifted(&later(&before.except, key), by);
        occurrences::settle(&mut after, &[]);
        cancel::end_before(tx, before.clone(), key)?;
        let publish = match before.facts.state {
            EventState::Published => Publish::Now,
            _ => Publish::Later,
        };
        create::insert(tx, &checked, &after, publish, None)?;
        around::put_slots(tx, id, self.slots)?;
        for host in &before.facts.co_hosts {
            around::put_host(tx, id, *host)?;
        }
        bring_guests(tx, before.id, id)?;
        if before.facts.state == EventState::Published {
            announce::told(tx, self.me, &after, Occasion::EventChanged)?;
        }
        Ok(id)
    }
}

/// Whoever comes to the one event comes to the other.
fn bring_guests(tx: &mut Tx<'_>, from: EventId, to: EventId) -> Result<()> {
    let now = tx.now();
    for id in answers::lasting(tx, from)? {
        let Some(mut guest) = answers::by_id(tx, from, id)? else { continue };
        guest.event = to;
        if guest.state == AnswerState::Going && !sql::take(tx, to, guest.places())? {
            guest.state = AnswerState::Waitlisted;
            guest.waits_since = Some(now);
        }
        answers::insert(tx, &guest)?;
    }
    Ok(())
}

/// Whether people have to be told: it is at another time or another place.
fn moves(before: &Event, after: &Event) -> bool {
    let (old, new) = (&before.details, &after.details);
    let times = (old.starts, old.minutes, &old.time_zone, old.is_all_day, &old.rule)
        != (new.starts, new.minutes, &new.time_zone, new.is_all_day, &new.rule);
    let (old, new) = (&old.about, &new.about);
    times || (&old.place, &old.address, &old.online_url) != (&new.place, &new.address, &new.online_url)
}

/// How often the rule fell on a time before this one.
fn counted_before(event: &Event, key: DateTime) -> u32 {
    let mut repeat = event.repeat();
    repeat.extra.clear();
    repeat.except.clear();
    u32::try_from(repeat.between(event.details.starts, key, 1_000).len()).unwrap_or(0)
}

fn later(times: &[DateTime], key: DateTime) -> Vec<DateTime> {
    times.iter().copied().filter(|at| *at >= key).collect()
}

fn shifted(times: &[DateTime], by: SignedDuration) -> Vec<DateTime> {
    times.iter().map(|at| shift(*at, by)).collect()
}

fn shift(at: DateTime, by: SignedDuration) -> DateTime {
    at.checked_add(by).unwrap_or(at)
}
