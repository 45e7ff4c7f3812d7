//! The statements of what stands around an event: co-hosts, who brings what, remarks, secret addresses; and of its end.

use std::collections::HashMap;

use kith_base::Result;
use kith_db::{Query, Row, Statement, Tx, params, statement};

use super::word;
use crate::events::model::Remark;
use crate::groups::{Commenting, GroupFacts, GroupState, Visibility};
use crate::kinds::{EventId, EventRemarkId, EventSlotId};
use crate::posts::words::Words;
use crate::{AccountId, GroupId, MediaId};

statement!(
    PUT_HOST,
    "events.put_host",
    "INSERT INTO event_hosts (event_id, account_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (event_id, account_id) DO NOTHING"
);
statement!(DROP_HOST, "events.drop_host", "DELETE FROM event_hosts WHERE event_id = $1 AND account_id = $2");

pub(in crate::events) fn put_host(tx: &mut Tx<'_>, event: EventId, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_HOST, &params![event, account, now]).map(drop)
}

pub(in crate::events) fn drop_host(tx: &mut Tx<'_>, event: EventId, account: AccountId) -> Result<()> {
    tx.run(&DROP_HOST, &params![event, account]).map(drop)
}

statement!(
    HEIRS,
    "events.heirs",
    "SELECT h.event_id, h.account_id FROM event_hosts h
       JOIN events e ON e.id = h.event_id
       JOIN accounts a ON a.id = h.account_id AND a.state = 'active'
      WHERE e.host_id = $1 AND h.account_id <> $1
      ORDER BY h.event_id, h.created_at DESC, h.account_id DESC"
);

/// Events of somebody with whoever looks after them too; the one who did so first comes last.
pub(in crate::events) fn heirs(q: &mut Query<'_>, host: AccountId) -> Result<Vec<(EventId, AccountId)>> {
    let found = q.all(&HEIRS, &params![host], |row| Ok((row.id("event_id")?, row.id("account_id")?)))?;
    let first: std::collections::BTreeMap<EventId, AccountId> = found.into_iter().collect();
    Ok(first.into_iter().collect())
}

statement!(
    SLOTS,
    "events.slots",
    "SELECT id, name, needed, taken FROM event_slots WHERE event_id = $1 ORDER BY position, id"
);
statement!(
    SLOT_TAKERS,
    "events.slot_takers",
    "SELECT t.slot_id, t.account_id FROM event_slot_takers t
       JOIN event_slots s ON s.id = t.slot_id
      WHERE s.event_id = $1 ORDER BY t.created_at, t.account_id"
);
statement!(
    INSERT_SLOT,
    "events.insert_slot",
    "INSERT INTO event_slots (id, event_id, position, name, needed, taken) VALUES ($1, $2, $3, $4, $5, 0)"
);
statement!(
    UPDATE_SLOT,
    "events.update_slot",
    "UPDATE event_slots SET position = $3, name = $4, needed = $5 WHERE event_id = $1 AND id = $2"
);
statement!(DROP_SLOT, "events.drop_slot", "DELETE FROM event_slots WHERE event_id = $1 AND id = $2");
statement!(DROP_TAKERS, "events.drop_takers", "DELETE FROM event_slot_takers WHERE slot_id = $1");
statement!(
    TAKE_SLOT,
    "events.take_slot",
    "UPDATE event_slots SET taken = taken + 1 WHERE event_id = $1 AND id = $2 AND taken < needed"
);
statement!(
    FREE_SLOT,
    "events.free_slot",
    "UPDATE event_slots SET taken = taken - 1 WHERE event_id = $1 AND id = $2 AND taken > 0"
);
statement!(
    PUT_TAKER,
    "events.put_taker",
    "INSERT INTO event_slot_takers (slot_id, account_id, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (slot_id, account_id) DO NOTHING"
);
statement!(
    DROP_TAKER,
    "events.drop_taker",
    "DELETE FROM event_slot_takers WHERE slot_id = $1 AND account_id = $2"
);
statement!(
    MY_SLOTS,
    "events.my_slots",
    "SELECT t.slot_id FROM event_slot_takers t
       JOIN event_slots s ON s.id = t.slot_id
      WHERE s.event_id = $1 AND t.account_id = $2"
);

/// A slot as it is stored.
#[derive(Clone, Debug)]
pub(in crate::events) struct SlotRow {
    pub id: EventSlotId,
    pub name: String,
    pub needed: i64,
    pub taken: i64,
}

pub(in crate::events) fn slots(q: &mut Query<'_>, event: EventId) -> Result<Vec<SlotRow>> {
    q.all(&SLOTS, &params![event], |row| {
        Ok(SlotRow {
            id: row.id("id")?,
            name: row.text("name")?,
            needed: row.int("needed")?,
            taken: row.int("taken")?,
        })
    })
}

pub(in crate::events) fn takers(
    q: &mut Query<'_>,
    event: EventId,
) -> Result<HashMap<EventSlotId, Vec<AccountId>>> {
    let mut found: HashMap<EventSlotId, Vec<AccountId>> = HashMap::new();
    q.all(&SLOT_TAKERS, &params![event], |row| {
        found.entry(row.id("slot_id")?).or_default().push(row.id("account_id")?);
        Ok(())
    })?;
    Ok(found)
}

/// Writes the slots in this order. One that keeps its name keeps who took it on; those that are named no more go.
pub(in crate::events) fn put_slots(tx: &mut Tx<'_>, event: EventId, new: &[(String, i64)]) -> Result<()> {
    let mut old = slots(tx, event)?;
    for (position, (name, needed)) in new.iter().enumerate() {
        match old.iter().position(|slot| slot.name == *name) {
            Some(at) => {
                let slot = old.swap_remove(at);
                tx.run(&UPDATE_SLOT, &params![event, slot.id, position, name.as_str(), *needed])?;
            }
            None => {
                let id: EventSlotId = tx.new_id();
                tx.run(&INSERT_SLOT, &params![id, event, position, name.as_str(), *needed])?;
            }
        }
    }
    for slot in old {
        tx.run(&DROP_TAKERS, &params![slot.id])?;
        tx.run(&DROP_SLOT, &params![event, slot.id])?;
    }
    Ok(())
}

/// Takes a slot on; false when there is none left or no such slot. It looks and takes in one statement.
pub(in crate::events) fn take_slot(
    tx: &mut Tx<'_>,
    event: EventId,
    slot: EventSlotId,
    account: AccountId,
) -> Result<bool> {
    let now = tx.now();
    if tx.run(&TAKE_SLOT, &params![event, slot])? == 0 {
        return Ok(false);
    }
    if tx.run(&PUT_TAKER, &params![slot, account, now])? == 0 {
        tx.run(&FREE_SLOT, &params![event, slot])?;
    }
    Ok(true)
}

pub(in crate::events) fn free_slot(
    tx: &mut Tx<'_>,
    event: EventId,
    slot: EventSlotId,
    account: AccountId,
) -> Result<()> {
    if tx.run(&DROP_TAKER, &params![slot, account])? > 0 {
        tx.run(&FREE_SLOT, &params![event, slot])?;
    }
    Ok(())
}

/// Slots of an event that somebody took on.
pub(in crate::events) fn my_slots(
    q: &mut Query<'_>,
    event: EventId,
    account: AccountId,
) -> Result<Vec<EventSlotId>> {
    q.all(&MY_SLOTS, &params![event, account], |row| row.id("slot_id"))
}

macro_rules! remark_columns {
    () => {
        "SELECT id, event_id, author_id, language, html, created_at FROM event_remarks "
    };
}
statement!(
    REMARKS,
    "events.remarks",
    concat!(remark_columns!(), "WHERE event_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
);
statement!(REMARK, "events.remark", concat!(remark_columns!(), "WHERE event_id = $1 AND id = $2"));
statement!(
    INSERT_REMARK,
    "events.insert_remark",
    "INSERT INTO event_remarks (id, event_id, author_id, language, source, html, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(DROP_REMARK, "events.drop_remark", "DELETE FROM event_remarks WHERE event_id = $1 AND id = $2");

fn remark(row: &Row<'_>) -> Result<Remark> {
    Ok(Remark {
        id: row.id("id")?,
        event: row.id("event_id")?,
        author: row.id("author_id")?,
        language: row.text("language")?,
        html: row.text("html")?,
        created_at: row.int("created_at")?,
    })
}

/// Remarks before this one, new to old.
pub(in crate::events) fn remarks(
    q: &mut Query<'_>,
    event: EventId,
    before: EventRemarkId,
    limit: usize,
) -> Result<Vec<Remark>> {
    q.all(&REMARKS, &params![event, before, limit], remark)
}

pub(in crate::events) fn find_remark(
    q: &mut Query<'_>,
    event: EventId,
    id: EventRemarkId,
) -> Result<Option<Remark>> {
    q.find(&REMARK, &params![event, id], remark)
}

pub(in crate::events) fn insert_remark(
    tx: &mut Tx<'_>,
    event: EventId,
    author: AccountId,
    words: &Words,
) -> Result<EventRemarkId> {
    let (id, now) = (tx.new_id(), tx.now());
    let (language, source, html) =
        (words.language.as_str(), words.source.as_str(), words.rendered.html.as_str());
    tx.run(&INSERT_REMARK, &params![id, event, author, language, source, html, now])?;
    Ok(id)
}

pub(in crate::events) fn drop_remark(tx: &mut Tx<'_>, event: EventId, id: EventRemarkId) -> Result<()> {
    tx.run(&DROP_REMARK, &params![event, id]).map(drop)
}

statement!(SECRET, "events.calendar_secret", "SELECT secret FROM calendar_addresses WHERE account_id = $1");
statement!(
    BY_SECRET,
    "events.by_calendar_secret",
    "SELECT account_id FROM calendar_addresses WHERE secret = $1"
);
statement!(
    PUT_SECRET,
    "events.put_calendar_secret",
    "INSERT INTO calendar_addresses (account_id, secret, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at"
);

pub(in crate::events) fn secret(q: &mut Query<'_>, account: AccountId) -> Result<Option<String>> {
    q.find(&SECRET, &params![account], |row| row.text("secret"))
}

pub(in crate::events) fn by_secret(q: &mut Query<'_>, secret: &str) -> Result<Option<AccountId>> {
    q.find(&BY_SECRET, &params![secret], |row| row.id("account_id"))
}

pub(in crate::events) fn put_secret(tx: &mut Tx<'_>, account: AccountId, secret: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_SECRET, &params![account, secret, now]).map(drop)
}

/// What rules need of the group; none when it is gone.
pub(in crate::events) fn group_facts(row: &Row<'_>) -> Result<Option<GroupFacts>> {
    let Some(visibility) = row.opt_text("group_visibility")? else { return Ok(None) };
    let Some(id) = row.opt_id("group_id")? else { return Ok(None) };
    let (state, comments) = (row.text("group_state")?, row.text("group_comments")?);
    Ok(Some(GroupFacts {
        id,
        visibility: word(&visibility, Visibility::parse(&visibility))?,
        state: word(&state, GroupState::parse(&state))?,
        comments: word(&comments, Commenting::parse(&comments))?,
    }))
}

statement!(
    SOME_OF_GROUP,
    "events.some_of_group",
    "SELECT id, cover_id FROM events WHERE group_id = $1 ORDER BY id LIMIT $2"
);

/// Some events of a group with their pictures, whatever their state.
pub(in crate::events) fn some_of_group(
    q: &mut Query<'_>,
    group: GroupId,
    limit: usize,
) -> Result<Vec<(EventId, Option<MediaId>)>> {
    q.all(&SOME_OF_GROUP, &params![group, limit], |row| Ok((row.id("id")?, row.opt_id("cover_id")?)))
}

/// What hangs on events, in the order in which it goes; `$1` is a list of events.
macro_rules! of_events {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static OF_EVENTS: &[&Statement] = &[$(&$name),*];
    };
}
of_events! {
    E_CHECK_INS, "events.erase_check_ins", "DELETE FROM event_check_ins WHERE event_id IN ($1[])";
    E_TAKERS, "events.erase_takers",
        "DELETE FROM event_slot_takers WHERE slot_id IN (SELECT id FROM event_slots WHERE event_id IN ($1[]))";
    E_SLOTS, "events.erase_slots", "DELETE FROM event_slots WHERE event_id IN ($1[])";
    E_TEXTS, "events.erase_texts", "DELETE FROM event_texts WHERE event_id IN ($1[])";
    E_OVERRIDES, "events.erase_overrides", "DELETE FROM event_overrides WHERE event_id IN ($1[])";
    E_REMARKS, "events.erase_remarks", "DELETE FROM event_remarks WHERE event_id IN ($1[])";
    E_ANSWERS, "events.erase_answers", "DELETE FROM event_answers WHERE event_id IN ($1[])";
    E_HOSTS, "events.erase_hosts", "DELETE FROM event_hosts WHERE event_id IN ($1[])";
    E_NOTICES, "events.erase_notices", "DELETE FROM notices WHERE event_id IN ($1[])";
    E_SUBMISSIONS, "events.erase_submissions", "DELETE FROM submissions WHERE made_id IN ($1[])";
    E_TERMS, "events.erase_terms",
        "DELETE FROM search_terms WHERE kind = 'event' AND subject_id IN ($1[])";
    E_NAMES, "events.erase_names",
        "DELETE FROM search_names WHERE kind = 'event' AND subject_id IN ($1[])";
    E_EVENTS, "events.erase", "DELETE FROM events WHERE id IN ($1[])";
}

/// Takes events away with all that hangs on them, but for their pictures.
pub(in crate::events) fn erase(tx: &mut Tx<'_>, ids: &[EventId]) -> Result<()> {
    OF_EVENTS.iter().try_for_each(|statement| tx.run(statement, &params![ids]).map(drop))
}
