//! The statements of answers: invitations, guests with and without an account, the waiting list, who was there.

use std::collections::HashSet;

use jiff::civil::DateTime;
use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use crate::AccountId;
use crate::calendars::print_local;
use crate::events::model::{Answer, AnswerState};
use crate::kinds::{EventAnswerId, EventId};

macro_rules! columns {
    () => {
        "SELECT id, event_id, account_id, name, email, language, state, companions, replies, invited_by_id, waits_since
           FROM event_answers "
    };
}

statement!(MINE, "events.my_answer", concat!(columns!(), "WHERE event_id = $1 AND account_id = $2"));
statement!(BY_ID, "events.answer", concat!(columns!(), "WHERE event_id = $1 AND id = $2"));
statement!(
    PAGE,
    "events.answers",
    concat!(columns!(), "WHERE event_id = $1 AND state <> 'unconfirmed' ORDER BY id LIMIT $2")
);
statement!(
    NEXT_WAITING,
    "events.next_waiting",
    concat!(
        columns!(),
        "WHERE event_id = $1 AND state = 'waitlisted' AND waits_since IS NOT NULL AND 1 + companions <= $2
         ORDER BY waits_since, id LIMIT 1"
    )
);
statement!(
    BY_EMAIL,
    "events.answer_by_email",
    concat!(columns!(), "WHERE event_id = $1 AND email = $2 AND account_id IS NULL")
);

fn answer(row: &Row<'_>) -> Result<Answer> {
    let state = row.text("state")?;
    Ok(Answer {
        id: row.id("id")?,
        event: row.id("event_id")?,
        account: row.opt_id("account_id")?,
        name: row.text("name")?,
        email: row.text("email")?,
        language: row.text("language")?,
        state: AnswerState::parse(&state).ok_or_else(|| Error::internal(format!("no answer {state}")))?,
        companions: row.int("companions")?,
        replies: serde_json::from_str(&row.text("replies")?)?,
        invited_by: row.opt_id("invited_by_id")?,
        waits_since: row.opt_int("waits_since")?,
    })
}

pub(in crate::events) fn mine(
    q: &mut Query<'_>,
    event: EventId,
    account: AccountId,
) -> Result<Option<Answer>> {
    q.find(&MINE, &params![event, account], answer)
}

pub(in crate::events) fn by_id(
    q: &mut Query<'_>,
    event: EventId,
    id: EventAnswerId,
) -> Result<Option<Answer>> {
    q.find(&BY_ID, &params![event, id], answer)
}

pub(in crate::events) fn by_email(q: &mut Query<'_>, event: EventId, email: &str) -> Result<Option<Answer>> {
    q.find(&BY_EMAIL, &params![event, email], answer)
}

/// All that were asked or answered, first come first.
pub(in crate::events) fn page(q: &mut Query<'_>, event: EventId, limit: usize) -> Result<Vec<Answer>> {
    q.all(&PAGE, &params![event, limit], answer)
}

/// Who waits longest among those who fit into so many places.
pub(in crate::events) fn next_waiting(
    q: &mut Query<'_>,
    event: EventId,
    places: i64,
) -> Result<Option<Answer>> {
    q.find(&NEXT_WAITING, &params![event, places], answer)
}

statement!(
    INSERT,
    "events.insert_answer",
    "INSERT INTO event_answers (id, event_id, account_id, name, email, language, state, companions, replies,
                                invited_by_id, code, waits_since, created_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11, $12, $12)"
);
statement!(
    UPDATE,
    "events.update_answer",
    "UPDATE event_answers
        SET state = $2, companions = $3, replies = $4, waits_since = $5, name = $6, changed_at = $7
      WHERE id = $1"
);
statement!(REMOVE, "events.remove_answer", "DELETE FROM event_answers WHERE event_id = $1 AND id = $2");

/// Writes a new answer. Its id says which one, whatever `answer` has there.
pub(in crate::events) fn insert(tx: &mut Tx<'_>, answer: &Answer) -> Result<EventAnswerId> {
    let (id, now) = (tx.new_id(), tx.now());
    let replies = serde_json::to_string(&answer.replies)?;
    let values = params![
        id,
        answer.event,
        answer.account,
        answer.name.as_str(),
        answer.email.as_str(),
        answer.language.as_str(),
        answer.state,
        answer.companions,
        replies,
        answer.invited_by,
        answer.waits_since,
        now,
    ];
    tx.run(&INSERT, &values)?;
    Ok(id)
}

pub(in crate::events) fn update(tx: &mut Tx<'_>, answer: &Answer) -> Result<()> {
    let now = tx.now();
    let replies = serde_json::to_string(&answer.replies)?;
    let (state, waits_since) = (answer.state, answer.waits_since);
    let values =
        params![answer.id, state, answer.companions, replies, waits_since, answer.name.as_str(), now];
    tx.run(&UPDATE, &values).map(drop)
}

pub(in crate::events) fn remove(tx: &mut Tx<'_>, event: EventId, id: EventAnswerId) -> Result<()> {
    tx.run(&REMOVE, &params![event, id]).map(drop)
}

statement!(
    COUNTS,
    "events.count_answers",
    "SELECT state, COUNT(*) AS answers FROM event_answers
      WHERE event_id = $1 AND state <> 'unconfirmed' GROUP BY state ORDER BY state"
);
statement!(
    WHO,
    "events.who",
    "SELECT account_id FROM event_answers
      WHERE event_id = $1 AND account_id IS NOT NULL AND state IN ($2[]) ORDER BY id"
);
statement!(
    STRANGERS,
    "events.strangers",
    "SELECT id FROM event_answers
      WHERE event_id = $1 AND account_id IS NULL AND state IN ('going', 'maybe', 'waitlisted', 'approval_pending')
      ORDER BY id"
);
statement!(
    COUNT_ASKED,
    "events.count_asked",
    "SELECT COUNT(*) FROM event_answers WHERE invited_by_id = $1 AND created_at > $2"
);

pub(in crate::events) fn counts(q: &mut Query<'_>, event: EventId) -> Result<Vec<(AnswerState, i64)>> {
    let found = q.all(&COUNTS, &params![event], |row| {
        Ok((AnswerState::parse(&row.text("state")?), row.int("answers")?))
    })?;
    Ok(found.into_iter().filter_map(|(state, count)| Some((state?, count))).collect())
}

/// Members with one of these answers.
pub(in crate::events) fn who(
    q: &mut Query<'_>,
    event: EventId,
    states: &[AnswerState],
) -> Result<Vec<AccountId>> {
    let words: Vec<String> = states.iter().map(|state| state.as_str().to_owned()).collect();
    q.all(&WHO, &params![event, words], |row| row.id("account_id"))
}

/// Guests without an account who come, may come or wait.
pub(in crate::events) fn strangers(q: &mut Query<'_>, event: EventId) -> Result<Vec<EventAnswerId>> {
    q.all(&STRANGERS, &params![event], |row| row.id("id"))
}

pub(in crate::events) fn count_asked(q: &mut Query<'_>, by: AccountId, since: Millis) -> Result<i64> {
    q.count(&COUNT_ASKED, &params![by, since])
}

statement!(SET_CODE, "events.set_code", "UPDATE event_answers SET code = $2 WHERE id = $1");
statement!(CODE, "events.code", "SELECT code FROM event_answers WHERE event_id = $1 AND id = $2");
statement!(
    SWEEP,
    "events.sweep_unconfirmed",
    "DELETE FROM event_answers WHERE state = 'unconfirmed' AND created_at < $1"
);
statement!(FIND_EVENT, "events.event_of_answer", "SELECT event_id FROM event_answers WHERE id = $1");

pub(in crate::events) fn set_code(tx: &mut Tx<'_>, id: EventAnswerId, hash: &str) -> Result<()> {
    tx.run(&SET_CODE, &params![id, hash]).map(drop)
}

pub(in crate::events) fn code(
    q: &mut Query<'_>,
    event: EventId,
    id: EventAnswerId,
) -> Result<Option<String>> {
    q.find(&CODE, &params![event, id], |row| row.text("code"))
}

pub(in crate::events) fn sweep(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP, &params![before]).map(drop)
}

pub(in crate::events) fn event_of(q: &mut Query<'_>, id: EventAnswerId) -> Result<Option<EventId>> {
    q.find(&FIND_EVENT, &params![id], |row| row.id("event_id"))
}

statement!(
    CHECK_IN,
    "events.check_in",
    "INSERT INTO event_check_ins (event_id, occurrence, answer_id, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (event_id, occurrence, answer_id) DO NOTHING"
);
statement!(
    CHECK_OUT,
    "events.check_out",
    "DELETE FROM event_check_ins WHERE event_id = $1 AND occurrence = $2 AND answer_id = $3"
);
statement!(
    CHECKED_IN,
    "events.checked_in",
    "SELECT answer_id FROM event_check_ins WHERE event_id = $1 AND occurrence = $2 ORDER BY answer_id"
);

/// Notes that somebody is there, or is not after all.
pub(in crate::events) fn check_in(
    tx: &mut Tx<'_>,
    event: EventId,
    at: DateTime,
    id: EventAnswerId,
    is_here: bool,
) -> Result<()> {
    let (at, now) = (print_local(at), tx.now());
    if is_here {
        tx.run(&CHECK_IN, &params![event, at, id, now]).map(drop)
    } else {
        tx.run(&CHECK_OUT, &params![event, at, id]).map(drop)
    }
}

pub(in crate::events) fn checked_in(
    q: &mut Query<'_>,
    event: EventId,
    at: DateTime,
) -> Result<HashSet<EventAnswerId>> {
    let found = q.all(&CHECKED_IN, &params![event, print_local(at)], |row| row.id("answer_id"))?;
    Ok(found.into_iter().collect())
}

statement!(
    COPY,
    "events.copy_answers",
    "SELECT id FROM event_answers
      WHERE event_id = $1 AND state NOT IN ('unconfirmed', 'declined') ORDER BY id"
);

/// Answers that go on where what repeats is divided.
pub(in crate::events) fn lasting(q: &mut Query<'_>, event: EventId) -> Result<Vec<EventAnswerId>> {
    q.all(&COPY, &params![event], |row| row.id("id"))
}

statement!(
    GOING,
    "events.going",
    "SELECT event_id, id FROM event_answers WHERE account_id = $1 AND state = 'going' ORDER BY id"
);

/// Where somebody comes.
pub(in crate::events) fn going(
    q: &mut Query<'_>,
    account: AccountId,
) -> Result<Vec<(EventId, EventAnswerId)>> {
    q.all(&GOING, &params![account], |row| Ok((row.id("event_id")?, row.id("id")?)))
}
