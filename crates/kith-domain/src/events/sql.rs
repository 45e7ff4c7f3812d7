//! The statements of events themselves; those of answers and of what stands around an event are beside.

pub(super) mod answers;
pub(super) mod around;
pub(super) mod texts;

use std::collections::HashMap;

use jiff::civil::DateTime;
use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, Value, params, statement};

use super::model::{About, AnswerState, Details, Event, EventAudience, EventFacts, EventState, Override};
use super::policy::may_see_sql;
use crate::calendars::{Rule, parse_local, print_local};
use crate::kinds::EventId;
use crate::viewer::AccountState;
use crate::{AccountId, GroupId};

macro_rules! columns {
    () => {
        "SELECT e.id, e.host_id, e.title, e.language, e.source, e.html, e.cover_id, e.starts, e.minutes, e.time_zone,
                e.is_all_day, e.rule, e.extra, e.except_at, e.first_at, e.ends_at, e.audience, e.capacity, e.taken,
                e.has_waiting_list, e.needs_approval, e.answer_until, e.about, e.state, e.publish_at, e.timing, e.uid,
                e.created_at, e.changed_at, e.cancelled_at,
                e.group_id, eg.visibility AS group_visibility, eg.state AS group_state, eg.comments AS group_comments,
                (SELECT host.state FROM accounts host WHERE host.id = e.host_id) AS host_state,
                (SELECT mine.state FROM event_answers mine
                  WHERE mine.event_id = e.id AND mine.account_id = $1) AS mine
           FROM events e
           LEFT JOIN groups eg ON eg.id = e.group_id "
    };
}

statement!(BY_IDS, "events.by_ids", concat!(columns!(), "WHERE e.id IN ($2[]) ORDER BY e.id"));
statement!(
    CO_HOSTS,
    "events.co_hosts",
    "SELECT event_id, account_id FROM event_hosts WHERE event_id IN ($1[]) ORDER BY created_at, account_id"
);

/// Events in any state, as `viewer` is to them. Three statements.
pub(super) fn by_ids(q: &mut Query<'_>, viewer: AccountId, ids: &[EventId]) -> Result<Vec<Event>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = q.all(&BY_IDS, &params![viewer, ids], event)?;
    with_hosts(q, found)
}

pub(super) fn by_id(q: &mut Query<'_>, viewer: AccountId, id: EventId) -> Result<Option<Event>> {
    Ok(by_ids(q, viewer, &[id])?.pop())
}

fn with_hosts(q: &mut Query<'_>, mut events: Vec<Event>) -> Result<Vec<Event>> {
    let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
    if ids.is_empty() {
        return Ok(events);
    }
    let mut hosts: HashMap<EventId, Vec<AccountId>> = HashMap::new();
    q.all(&CO_HOSTS, &params![&ids], |row| {
        hosts.entry(row.id("event_id")?).or_default().push(row.id("account_id")?);
        Ok(())
    })?;
    for event in &mut events {
        event.facts.co_hosts = hosts.remove(&event.id).unwrap_or_default();
    }
    texts::fill(q, &mut events, &ids)?;
    Ok(events)
}

fn word<T>(text: &str, parsed: Option<T>) -> Result<T> {
    parsed.ok_or_else(|| Error::internal(format!("no word of events {text}")))
}

fn time(text: &str) -> Result<DateTime> {
    word(text, parse_local(text))
}

fn times(text: &str) -> Result<Vec<DateTime>> {
    text.split(' ').filter(|word| !word.is_empty()).map(time).collect()
}

/// Times with spaces between.
pub(super) fn print_times(times: &[DateTime]) -> String {
    times.iter().map(|at| print_local(*at)).collect::<Vec<_>>().join(" ")
}

fn event(row: &Row<'_>) -> Result<Event> {
    let (audience, state, host_state) =
        (row.text("audience")?, row.text("state")?, row.opt_text("host_state")?);
    let host_state = host_state.unwrap_or_default();
    let about: About = serde_json::from_str(&row.text("about")?)?;
    let (rule, mine) = (row.text("rule")?, row.opt_text("mine")?);
    let facts = EventFacts {
        host: row.id("host_id")?,
        host_state: AccountState::parse(&host_state).unwrap_or(AccountState::Deleted),
        co_hosts: Vec::new(),
        audience: word(&audience, EventAudience::parse(&audience))?,
        group: around::group_facts(row)?,
        state: word(&state, EventState::parse(&state))?,
        mine: mine.as_deref().and_then(AnswerState::parse),
        guests_invite: about.guests_invite,
        shows_guests: about.shows_guests,
        has_discussion: about.has_discussion,
        answer_until: row.opt_int("answer_until")?,
        ends_at: row.opt_int("ends_at")?,
    };
    let details = Details {
        title: row.text("title")?,
        source: row.text("source")?,
        language: row.text("language")?,
        more: Vec::new(),
        cover: row.opt_id("cover_id")?,
        starts: time(&row.text("starts")?)?,
        minutes: row.opt_int("minutes")?,
        time_zone: row.text("time_zone")?,
        is_all_day: row.bool("is_all_day")?,
        rule: match rule.as_str() {
            "" => None,
            rule => Some(word(rule, Rule::parse(rule).ok())?),
        },
        audience: facts.audience,
        group: row.opt_id("group_id")?,
        capacity: row.opt_int("capacity")?,
        has_waiting_list: row.bool("has_waiting_list")?,
        needs_approval: row.bool("needs_approval")?,
        answer_until: facts.answer_until,
        about,
    };
    Ok(Event {
        id: row.id("id")?,
        html: row.text("html")?,
        extra: times(&row.text("extra")?)?,
        except: times(&row.text("except_at")?)?,
        first_at: row.int("first_at")?,
        taken: row.int("taken")?,
        publish_at: row.opt_int("publish_at")?,
        timing: row.int("timing")?,
        uid: row.text("uid")?,
        created_at: row.int("created_at")?,
        changed_at: row.opt_int("changed_at")?,
        cancelled_at: row.opt_int("cancelled_at")?,
        facts,
        details,
    })
}

/// What is written of an event whenever its hosts say something of it.
pub(super) struct Written<'a> {
    pub details: &'a Details,
    pub html: &'a str,
    pub extra: &'a [DateTime],
    pub except: &'a [DateTime],
    pub first_at: Millis,
    pub ends_at: Option<Millis>,
}

impl Written<'_> {
    /// The values of the columns from `title` to `about`, in order.
    fn values(&self) -> Result<Vec<Value>> {
        let details = self.details;
        let rule = details.rule.as_ref().map(ToString::to_string).unwrap_or_default();
        let about = serde_json::to_string(&details.about)?;
        Ok(params![
            details.title.as_str(),
            details.language.as_str(),
            details.source.as_str(),
            self.html,
            details.cover,
            print_local(details.starts),
            details.minutes,
            details.time_zone.as_str(),
            details.is_all_day,
            rule,
            print_times(self.extra),
            print_times(self.except),
            self.first_at,
            self.ends_at,
            details.audience,
            details.capacity,
            details.has_waiting_list,
            details.needs_approval,
            details.answer_until,
            about,
        ]
        .to_vec())
    }
}

statement!(
    INSERT,
    "events.insert",
    "INSERT INTO events (id, title, language, source, html, cover_id, starts, minutes, time_zone, is_all_day, rule,
                         extra, except_at, first_at, ends_at, audience, capacity, has_waiting_list, needs_approval,
                         answer_until, about, host_id, state, publish_at, uid, created_at, group_id, taken, timing)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
             $24, $25, $26, $27, 0, 0)"
);
statement!(
    UPDATE,
    "events.update",
    "UPDATE events
        SET title = $2, language = $3, source = $4, html = $5, cover_id = $6, starts = $7, minutes = $8,
            time_zone = $9, is_all_day = $10, rule = $11, extra = $12, except_at = $13, first_at = $14, ends_at = $15,
            audience = $16, capacity = $17, has_waiting_list = $18, needs_approval = $19, answer_until = $20,
            about = $21
      WHERE id = $1"
);

/// An event that begins to be.
pub(super) struct NewRow<'a> {
    pub id: EventId,
    pub host: AccountId,
    pub written: Written<'a>,
    pub state: EventState,
    pub publish_at: Option<Millis>,
    pub uid: &'a str,
}

pub(super) fn insert(tx: &mut Tx<'_>, row: &NewRow<'_>) -> Result<()> {
    let now = tx.now();
    let mut values: Vec<Value> = vec![row.id.into()];
    values.extend(row.written.values()?);
    let group = row.written.details.group;
    values.extend(params![row.host, row.state, row.publish_at, row.uid, now, group]);
    tx.run(&INSERT, &values)?;
    texts::put(tx, row.id, &row.written.details.more)
}

pub(super) fn update(tx: &mut Tx<'_>, id: EventId, written: &Written<'_>) -> Result<()> {
    let mut values: Vec<Value> = vec![id.into()];
    values.extend(written.values()?);
    tx.run(&UPDATE, &values)?;
    texts::drop_all(tx, id)?;
    texts::put(tx, id, &written.details.more)
}

statement!(
    SET_STATE,
    "events.set_state",
    "UPDATE events SET state = $2, publish_at = $3, cancelled_at = $4 WHERE id = $1"
);
statement!(
    MOVED,
    "events.moved",
    "UPDATE events SET timing = timing + 1, changed_at = COALESCE($2, changed_at) WHERE id = $1"
);
statement!(
    LEAVE_OUT,
    "events.leave_out",
    "UPDATE events SET except_at = $2, rule = $3, extra = $4, ends_at = $5 WHERE id = $1"
);

pub(super) fn set_state(
    tx: &mut Tx<'_>,
    id: EventId,
    state: EventState,
    publish_at: Option<Millis>,
) -> Result<()> {
    let cancelled_at = (state == EventState::Cancelled).then_some(tx.now());
    tx.run(&SET_STATE, &params![id, state, publish_at, cancelled_at]).map(drop)
}

/// Times or places are others from now on.
pub(super) fn moved(tx: &mut Tx<'_>, id: EventId, is_told: bool) -> Result<()> {
    let now = is_told.then_some(tx.now());
    tx.run(&MOVED, &params![id, now]).map(drop)
}

/// Writes only when it happens again, and when not.
pub(super) fn set_times(tx: &mut Tx<'_>, event: &Event, ends_at: Option<Millis>) -> Result<()> {
    let rule = event.details.rule.as_ref().map(ToString::to_string).unwrap_or_default();
    let (except, extra) = (print_times(&event.except), print_times(&event.extra));
    tx.run(&LEAVE_OUT, &params![event.id, except, rule, extra, ends_at]).map(drop)
}

statement!(SET_HOST, "events.set_host", "UPDATE events SET host_id = $2 WHERE id = $1");
statement!(
    TAKE,
    "events.take",
    "UPDATE events SET taken = taken + CAST($2 AS BIGINT)
      WHERE id = $1
        AND (capacity IS NULL OR CAST($2 AS BIGINT) <= 0 OR taken + CAST($2 AS BIGINT) <= capacity)"
);

pub(super) fn set_host(tx: &mut Tx<'_>, id: EventId, host: AccountId) -> Result<()> {
    tx.run(&SET_HOST, &params![id, host]).map(drop)
}

/// Takes so many places, or gives them back where it is below zero; whether there were as many. It looks and takes in one
/// statement, so that two at once never get the same place.
pub(super) fn take(tx: &mut Tx<'_>, id: EventId, places: i64) -> Result<bool> {
    tx.run(&TAKE, &params![id, places]).map(|rows| rows > 0)
}

macro_rules! list {
    ($name:ident, $label:literal, $which:literal) => {
        statement!($name, $label, concat!(columns!(), "WHERE ", may_see_sql!(), " AND ", $which));
    };
}
list!(
    BETWEEN,
    "events.between",
    "e.first_at < $3 AND (e.ends_at IS NULL OR e.ends_at > $2) AND e.state IN ('published', 'cancelled')
      ORDER BY e.first_at, e.id LIMIT $4"
);
list!(
    MINE,
    "events.mine",
    "(e.ends_at IS NULL OR e.ends_at > $2) AND e.first_at < $3
      AND (e.host_id = $1
           OR EXISTS (SELECT 1 FROM event_hosts h WHERE h.event_id = e.id AND h.account_id = $1)
           OR EXISTS (SELECT 1 FROM event_answers a
                       WHERE a.event_id = e.id AND a.account_id = $1
                         AND a.state IN ('going', 'maybe', 'waitlisted', 'approval_pending')))
      ORDER BY e.first_at, e.id LIMIT $4"
);
list!(
    INVITED,
    "events.invited",
    "(e.ends_at IS NULL OR e.ends_at > $2) AND e.first_at < $3 AND e.state = 'published'
      AND EXISTS (SELECT 1 FROM event_answers a
                   WHERE a.event_id = e.id AND a.account_id = $1 AND a.state = 'invited')
      ORDER BY e.first_at, e.id LIMIT $4"
);
list!(
    PAST,
    "events.past",
    "e.ends_at IS NOT NULL AND e.ends_at <= $2 AND (e.ends_at < $3 OR (e.ends_at = $3 AND e.id < $4))
      AND e.state IN ('published', 'cancelled')
      ORDER BY e.ends_at DESC, e.id DESC LIMIT $5"
);

list!(
    OF_GROUP,
    "events.of_group",
    "e.group_id = $3 AND (e.ends_at IS NULL OR e.ends_at > $2) AND e.state IN ('published', 'cancelled')
      ORDER BY e.first_at, e.id LIMIT $4"
);
/// Events of a group that are not over, as far as the viewer may see them.
pub(super) fn of_group(
    q: &mut Query<'_>,
    viewer: AccountId,
    group: GroupId,
    now: Millis,
    limit: usize,
) -> Result<Vec<Event>> {
    let found = q.all(&OF_GROUP, &params![viewer, now, group, limit], event)?;
    with_hosts(q, found)
}

/// Which events are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Shown,
    Mine,
    Invited,
}

/// Events that go on between two moments, as far as the viewer may see them.
pub(super) fn between(
    q: &mut Query<'_>,
    viewer: AccountId,
    which: Which,
    (from, to): (Millis, Millis),
    limit: usize,
) -> Result<Vec<Event>> {
    let statement = match which {
        Which::Shown => &BETWEEN,
        Which::Mine => &MINE,
        Which::Invited => &INVITED,
    };
    let found = q.all(statement, &params![viewer, from, to, limit], event)?;
    with_hosts(q, found)
}

/// Events that are over, the last one first, from `before` on.
pub(super) fn past(
    q: &mut Query<'_>,
    viewer: AccountId,
    now: Millis,
    before: Option<(Millis, EventId)>,
    limit: usize,
) -> Result<Vec<Event>> {
    let (at, id) = before.unwrap_or((now, EventId::new(i64::MAX)));
    let found = q.all(&PAST, &params![viewer, now, at, id, limit], event)?;
    with_hosts(q, found)
}

statement!(
    COUNT_INVITED,
    "events.count_invited",
    concat!(
        "SELECT COUNT(*) FROM events e
           JOIN event_answers a ON a.event_id = e.id AND a.account_id = $1 AND a.state = 'invited'
          WHERE e.state = 'published' AND (e.ends_at IS NULL OR e.ends_at > $2) AND ",
        may_see_sql!()
    )
);

pub(super) fn count_invited(q: &mut Query<'_>, viewer: AccountId) -> Result<i64> {
    let now = q.now();
    q.count(&COUNT_INVITED, &params![viewer, now])
}

statement!(
    SEEN,
    "events.seen",
    concat!("SELECT e.id FROM events e WHERE ", may_see_sql!(), " ORDER BY e.id LIMIT 10000")
);

/// All that the viewer may see.
pub(super) fn seen(q: &mut Query<'_>, viewer: AccountId) -> Result<Vec<EventId>> {
    q.all(&SEEN, &params![viewer], |row| row.id("id"))
}

statement!(
    DUE,
    "events.due",
    "SELECT id FROM events WHERE state = 'scheduled' AND publish_at <= $1 LIMIT 100"
);
statement!(
    COUNT_MADE,
    "events.count_made",
    "SELECT COUNT(*) FROM events WHERE host_id = $1 AND created_at > $2"
);
statement!(BY_UID, "events.by_uid", "SELECT id FROM events WHERE host_id = $1 AND uid = $2");

/// Events that are to be published by now.
pub(super) fn due(q: &mut Query<'_>) -> Result<Vec<EventId>> {
    let now = q.now();
    q.all(&DUE, &params![now], |row| row.id("id"))
}

pub(super) fn count_made(q: &mut Query<'_>, host: AccountId, since: Millis) -> Result<i64> {
    q.count(&COUNT_MADE, &params![host, since])
}

pub(super) fn by_uid(q: &mut Query<'_>, host: AccountId, uid: &str) -> Result<Option<EventId>> {
    q.find(&BY_UID, &params![host, uid], |row| row.id("id"))
}

statement!(
    OVERRIDES,
    "events.overrides",
    "SELECT event_id, occurrence, starts, minutes, title, place, address, is_cancelled
       FROM event_overrides WHERE event_id IN ($1[]) ORDER BY event_id, occurrence"
);
statement!(
    PUT_OVERRIDE,
    "events.put_override",
    "INSERT INTO event_overrides (event_id, occurrence, starts, minutes, title, place, address, is_cancelled)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (event_id, occurrence) DO UPDATE
        SET starts = excluded.starts, minutes = excluded.minutes, title = excluded.title, place = excluded.place,
            address = excluded.address, is_cancelled = excluded.is_cancelled"
);
statement!(DROP_OVERRIDES, "events.drop_overrides", "DELETE FROM event_overrides WHERE event_id = $1");

/// The times of each event that are unlike the others.
pub(super) fn overrides(q: &mut Query<'_>, ids: &[EventId]) -> Result<HashMap<EventId, Vec<Override>>> {
    let mut found: HashMap<EventId, Vec<Override>> = HashMap::new();
    if ids.is_empty() {
        return Ok(found);
    }
    q.all(&OVERRIDES, &params![ids], |row| {
        let one = Override {
            occurrence: time(&row.text("occurrence")?)?,
            starts: time(&row.text("starts")?)?,
            minutes: row.opt_int("minutes")?,
            title: row.text("title")?,
            place: row.text("place")?,
            address: row.text("address")?,
            is_cancelled: row.bool("is_cancelled")?,
        };
        found.entry(row.id("event_id")?).or_default().push(one);
        Ok(())
    })?;
    Ok(found)
}

pub(super) fn put_override(tx: &mut Tx<'_>, id: EventId, one: &Override) -> Result<()> {
    let (key, starts) = (print_local(one.occurrence), print_local(one.starts));
    let (title, place, address) = (one.title.as_str(), one.place.as_str(), one.address.as_str());
    let values = params![id, key, starts, one.minutes, title, place, address, one.is_cancelled];
    tx.run(&PUT_OVERRIDE, &values).map(drop)
}

/// Keeps only these times that are unlike the others.
pub(super) fn replace_overrides(tx: &mut Tx<'_>, id: EventId, all: &[Override]) -> Result<()> {
    tx.run(&DROP_OVERRIDES, &params![id])?;
    all.iter().try_for_each(|one| put_override(tx, id, one))
}
