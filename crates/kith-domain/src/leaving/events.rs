//! The statements that erase what somebody has to do with events, in the order in which it goes; `$1` is the account.
//! Events of theirs that somebody else looks after too were handed on before.

use kith_base::Result;
use kith_db::{Statement, Tx, params, statement};

use crate::AccountId;

macro_rules! of_events {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static OF_EVENTS: &[&Statement] = &[$(&$name),*];
    };
}
of_events! {
    CHECK_INS, "leaving.event_check_ins",
        "DELETE FROM event_check_ins
          WHERE answer_id IN (SELECT id FROM event_answers WHERE account_id = $1)
             OR event_id IN (SELECT id FROM events WHERE host_id = $1)";
    UNCOUNT_SLOTS, "leaving.uncount_event_slots",
        "UPDATE event_slots SET taken = taken - 1
          WHERE id IN (SELECT slot_id FROM event_slot_takers WHERE account_id = $1)";
    TAKERS, "leaving.event_slot_takers",
        "DELETE FROM event_slot_takers
          WHERE account_id = $1
             OR slot_id IN (SELECT s.id FROM event_slots s JOIN events e ON e.id = s.event_id WHERE e.host_id = $1)";
    SLOTS, "leaving.event_slots",
        "DELETE FROM event_slots WHERE event_id IN (SELECT id FROM events WHERE host_id = $1)";
    TEXTS, "leaving.event_texts",
        "DELETE FROM event_texts WHERE event_id IN (SELECT id FROM events WHERE host_id = $1)";
    OVERRIDES, "leaving.event_overrides",
        "DELETE FROM event_overrides WHERE event_id IN (SELECT id FROM events WHERE host_id = $1)";
    REMARKS, "leaving.event_remarks",
        "DELETE FROM event_remarks
          WHERE author_id = $1 OR event_id IN (SELECT id FROM events WHERE host_id = $1)";
    ANSWERS, "leaving.event_answers",
        "DELETE FROM event_answers
          WHERE account_id = $1 OR event_id IN (SELECT id FROM events WHERE host_id = $1)";
    INVITED, "leaving.event_invited",
        "UPDATE event_answers SET invited_by_id = NULL WHERE invited_by_id = $1";
    HOSTS, "leaving.event_hosts",
        "DELETE FROM event_hosts
          WHERE account_id = $1 OR event_id IN (SELECT id FROM events WHERE host_id = $1)";
    NOTICES, "leaving.event_notices",
        "DELETE FROM notices WHERE event_id IN (SELECT id FROM events WHERE host_id = $1)";
    SUBMISSIONS, "leaving.event_submissions",
        "DELETE FROM submissions WHERE made_id IN (SELECT id FROM events WHERE host_id = $1)";
    TERMS, "leaving.event_terms",
        "DELETE FROM search_terms
          WHERE kind = 'event' AND subject_id IN (SELECT id FROM events WHERE host_id = $1)";
    NAMES, "leaving.event_names",
        "DELETE FROM search_names
          WHERE kind = 'event' AND subject_id IN (SELECT id FROM events WHERE host_id = $1)";
    EVENTS, "leaving.events", "DELETE FROM events WHERE host_id = $1";
    ADDRESSES, "leaving.calendar_addresses", "DELETE FROM calendar_addresses WHERE account_id = $1";
}
statement!(
    COVERS,
    "leaving.event_covers",
    "UPDATE events SET cover_id = NULL WHERE cover_id IN (SELECT id FROM media WHERE owner_id = $1)"
);

/// Takes away what somebody has to do with events.
pub(super) fn leave(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    OF_EVENTS.iter().try_for_each(|statement| tx.run(statement, &params![account]).map(drop))
}

/// Takes their photos off events that go on.
pub(super) fn drop_covers(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&COVERS, &params![account]).map(drop)
}
