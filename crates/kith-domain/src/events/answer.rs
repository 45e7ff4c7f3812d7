//! Whether people come: answers of members, places and the waiting list.

use kith_base::{Error, Message, Result};
use kith_db::Tx;
use kith_text::normalise_line;

use super::check::LINE;
use super::model::{Answer, AnswerState, Choice, Event, NewAnswer};
use super::sql::{self, answers, around};
use super::{announce, fresh, load, policy, strangers};
use crate::kinds::{EventAnswerId, EventId};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// Says whether the viewer comes. Where there is no place left they wait for one, if the event has a list for that; where a
/// host has to say yes, they wait for the host.
///
/// # Errors
/// NotFound when the event is not there for the viewer; Forbidden when no answers are taken any more or the viewer was
/// removed; Invalid (`companions`, `replies`, `agrees`); Conflict when there is no place.
pub async fn answer(app: &App, viewer: &Viewer, id: EventId, new: NewAnswer) -> Result<Answer> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?.into_inner();
            let now = tx.now();
            if !policy::may_answer(&viewer, &event.facts, now) {
                return Err(Error::forbidden("events-answers-closed"));
            }
            let before = answers::mine(tx, id, me)?;
            let replies = check(&event, &new)?;
            let is_host = event.is_host(me);
            let mut after = before.clone().unwrap_or_else(|| of_member(id, me));
            after.companions = if new.choice == Choice::Declined { 0 } else { new.companions };
            after.replies = replies;
            settle(tx, &event, before.as_ref(), &mut after, new.choice, is_host)?;
            put(tx, before.as_ref(), &mut after)?;
            if after.state != AnswerState::Going {
                free_slots(tx, id, me)?;
            }
            if before.as_ref().map(|before| before.state) != Some(after.state) {
                announce::answered(tx, me, &event)?;
            }
            promote(tx, id)?;
            Ok(after)
        })
        .await
}

/// Takes the viewer's answer back, as if they had never said anything. Who was asked is asked again.
///
/// # Errors
/// NotFound when the event is not there for the viewer or they said nothing.
pub async fn withdraw(app: &App, viewer: &Viewer, id: EventId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            load(tx, &viewer, id)?;
            let mine = answers::mine(tx, id, me)?.ok_or_else(Error::not_found)?;
            if mine.state == AnswerState::Removed {
                return Err(Error::not_found());
            }
            let was_going = mine.state == AnswerState::Going;
            let places = mine.places();
            free_slots(tx, id, me)?;
            if mine.invited_by.is_some() {
                let asked = Answer {
                    state: AnswerState::Invited,
                    companions: 0,
                    replies: Vec::new(),
                    waits_since: None,
                    ..mine
                };
                answers::update(tx, &asked)?;
            } else {
                answers::remove(tx, id, mine.id)?;
            }
            if was_going {
                sql::take(tx, id, -places)?;
            }
            promote(tx, id)
        })
        .await
}

fn of_member(event: EventId, account: AccountId) -> Answer {
    Answer {
        id: EventAnswerId::default(),
        event,
        account: Some(account),
        name: String::new(),
        email: String::new(),
        language: String::new(),
        state: AnswerState::Invited,
        companions: 0,
        replies: Vec::new(),
        invited_by: None,
        waits_since: None,
    }
}

/// What is said to the questions, if all is said that has to be.
pub(super) fn check(event: &Event, new: &NewAnswer) -> Result<Vec<String>> {
    let about = &event.details.about;
    if new.choice == Choice::Declined {
        return Ok(Vec::new());
    }
    if !(0..=about.companions).contains(&new.companions) {
        let message = Message::new("events-companions-range").with("max", about.companions);
        return Err(Error::invalid("companions", message));
    }
    if new.choice == Choice::Going && !about.consent.is_empty() && !new.agrees {
        return Err(Error::invalid("agrees", "events-consent-missing"));
    }
    let mut replies: Vec<String> =
        new.replies.iter().map(|text| normalise_line(text).trim().to_owned()).collect();
    replies.truncate(about.questions.len());
    if replies.iter().any(|text| kith_text::count::characters(text) > LINE) {
        return Err(Error::invalid("replies", Message::new("error-too-long").with("max", LINE)));
    }
    Ok(replies)
}

/// Decides what a yes, a perhaps or a no comes to, and takes or gives back places.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    event: &Event,
    before: Option<&Answer>,
    after: &mut Answer,
    choice: Choice,
    is_approved: bool,
) -> Result<()> {
    let held = before.filter(|before| before.state == AnswerState::Going).map_or(0, Answer::places);
    let now = tx.now();
    after.waits_since = None;
    after.state = match choice {
        Choice::Declined => AnswerState::Declined,
        Choice::Maybe => AnswerState::Maybe,
        Choice::Going if event.details.needs_approval && !is_approved && held == 0 => {
            AnswerState::ApprovalPending
        }
        Choice::Going => return come(tx, event, before, after, held),
    };
    if held > 0 {
        sql::take(tx, event.id, -held)?;
    }
    if after.state == AnswerState::ApprovalPending {
        after.waits_since = before.and_then(|before| before.waits_since).or(Some(now));
    }
    Ok(())
}

/// Takes the places that somebody needs, or puts them on the waiting list.
fn come(
    tx: &mut Tx<'_>,
    event: &Event,
    before: Option<&Answer>,
    after: &mut Answer,
    held: i64,
) -> Result<()> {
    after.state = AnswerState::Going;
    let more = after.places() - held;
    // Places that come free go to those who wait at once, so whatever is left is too little for them.
    if sql::take(tx, event.id, more)? {
        return Ok(());
    }
    let most = event.details.capacity.unwrap_or(i64::MAX);
    if held > 0 || !event.details.has_waiting_list || after.places() > most {
        let left = event.left().unwrap_or(0);
        let message = Message::new("events-full").with("left", left);
        return Err(Error::new(kith_base::Kind::Conflict, message));
    }
    after.state = AnswerState::Waitlisted;
    let now = tx.now();
    let waited = before.filter(|before| before.state == AnswerState::Waitlisted);
    after.waits_since = waited.and_then(|before| before.waits_since).or(Some(now));
    Ok(())
}

/// Writes an answer in the place of the one before.
pub(super) fn put(tx: &mut Tx<'_>, before: Option<&Answer>, after: &mut Answer) -> Result<()> {
    match before {
        Some(before) => {
            after.id = before.id;
            answers::update(tx, after)
        }
        None => {
            after.id = answers::insert(tx, after)?;
            Ok(())
        }
    }
}

/// Gives places that are free to those who wait, longest first. Who needs more than are left is passed over until there
/// are as many.
pub(super) fn promote(tx: &mut Tx<'_>, id: EventId) -> Result<()> {
    for _ in 0..1_000 {
        let Some(event) = sql::by_id(tx, AccountId::new(0), id)? else { return Ok(()) };
        let left = event.left().unwrap_or(i64::MAX / 2);
        let Some(mut next) = answers::next_waiting(tx, id, left)? else { return Ok(()) };
        if !sql::take(tx, id, next.places())? {
            return Ok(());
        }
        next.state = AnswerState::Going;
        next.waits_since = None;
        answers::update(tx, &next)?;
        match next.account {
            Some(account) => announce::promoted(tx, account, &event)?,
            None => strangers::write_to(tx, next.id, strangers::Word::Promoted)?,
        }
    }
    Ok(())
}

/// Takes off somebody what they took on, since they do not come.
pub(super) fn free_slots(tx: &mut Tx<'_>, event: EventId, account: AccountId) -> Result<()> {
    for slot in around::my_slots(tx, event, account)? {
        around::free_slot(tx, event, slot, account)?;
    }
    Ok(())
}
