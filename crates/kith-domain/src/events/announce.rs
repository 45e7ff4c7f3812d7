//! Whom a change of an event concerns, and what they are told.

use kith_base::Result;
use kith_db::Tx;

use super::model::{AnswerState, Event};
use super::sql::answers;
use super::strangers;
use crate::AccountId;
use crate::notices::{self, Cause, Occasion};

/// Those who want to know what becomes of an event.
const CONCERNED: &[AnswerState] = &[
    AnswerState::Invited,
    AnswerState::Going,
    AnswerState::Maybe,
    AnswerState::Waitlisted,
    AnswerState::ApprovalPending,
];

/// Tells somebody that `by` asks them to come.
pub(super) fn invited(tx: &mut Tx<'_>, by: AccountId, to: AccountId, event: &Event) -> Result<()> {
    notices::tell(tx, to, &Cause::at_event(Occasion::EventInvite, by, event.id))
}

/// Takes that back.
pub(super) fn uninvited(tx: &mut Tx<'_>, by: AccountId, to: AccountId, event: &Event) -> Result<()> {
    notices::take_back(tx, to, &Cause::at_event(Occasion::EventInvite, by, event.id))
}

/// Tells the hosts that somebody answered.
pub(super) fn answered(tx: &mut Tx<'_>, by: AccountId, event: &Event) -> Result<()> {
    let cause = Cause::at_event(Occasion::EventResponse, by, event.id);
    for host in hosts(event) {
        if host != by {
            notices::retell(tx, host, &cause)?;
        }
    }
    Ok(())
}

/// Everybody who looks after an event.
pub(super) fn hosts(event: &Event) -> Vec<AccountId> {
    let mut hosts = vec![event.facts.host];
    hosts.extend(&event.facts.co_hosts);
    hosts
}

/// Tells guests and hosts what `by` did to the event.
pub(super) fn told(tx: &mut Tx<'_>, by: AccountId, event: &Event, occasion: Occasion) -> Result<()> {
    let cause = Cause::at_event(occasion, by, event.id);
    let mut people = answers::who(tx, event.id, CONCERNED)?;
    people.extend(hosts(event));
    people.sort_unstable();
    people.dedup();
    for who in people {
        if who != by {
            notices::retell(tx, who, &cause)?;
        }
    }
    let letter = match occasion {
        Occasion::EventCancelled => strangers::Word::Cancelled,
        _ => strangers::Word::Changed,
    };
    for guest in answers::strangers(tx, event.id)? {
        strangers::write_to(tx, guest, letter)?;
    }
    Ok(())
}

/// Tells somebody that there is a place for them now.
pub(super) fn promoted(tx: &mut Tx<'_>, to: AccountId, event: &Event) -> Result<()> {
    notices::retell(tx, to, &Cause::at_event(Occasion::EventPromoted, event.facts.host, event.id))
}

/// Tells those who come, and the hosts, that `by` said something.
pub(super) fn discussed(tx: &mut Tx<'_>, by: AccountId, event: &Event) -> Result<()> {
    let mut people = answers::who(tx, event.id, &[AnswerState::Going, AnswerState::Maybe])?;
    people.extend(hosts(event));
    people.sort_unstable();
    people.dedup();
    let cause = Cause::at_event(Occasion::EventDiscussion, by, event.id);
    for who in people {
        if who != by {
            notices::retell(tx, who, &cause)?;
        }
    }
    Ok(())
}

/// Reminds those who come or may come, and the hosts.
pub(super) fn reminded(tx: &mut Tx<'_>, event: &Event) -> Result<()> {
    let mut people = answers::who(tx, event.id, &[AnswerState::Going, AnswerState::Maybe])?;
    people.extend(hosts(event));
    people.sort_unstable();
    people.dedup();
    let cause = Cause::at_event(Occasion::EventReminder, event.facts.host, event.id);
    people.into_iter().try_for_each(|who| notices::retell(tx, who, &cause))
}
