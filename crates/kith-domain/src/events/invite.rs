//! Who is asked, and what hosts do about guests: saying yes to them, removing them, noting that they are there.

use std::collections::HashSet;

use jiff::civil::DateTime;
use kith_base::{DAY, Error, Message, Result};
use kith_db::Tx;

use super::answer::{free_slots, promote};
use super::check::GUESTS;
use super::model::{Answer, AnswerState, Choice, Event, EventState};
use super::shown::{Guest, Guests};
use super::sql::{self, answers};
use super::{announce, answer, fresh, in_group, load, policy, strangers, to_edit};
use crate::accounts::{self, PersonCard};
use crate::kinds::{EventAnswerId, EventId};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// People whom one member asks in a day.
const A_DAY: i64 = 200;
/// Friends that are offered.
const OFFERED: usize = 500;

/// Friends of the viewer who are not asked yet.
///
/// # Errors
/// NotFound when the event is not there for the viewer or they may not ask others.
pub async fn invitable(app: &App, viewer: &Viewer, id: EventId) -> Result<Vec<PersonCard>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let event = load(q, &viewer, id)?;
            let now = q.now();
            if !policy::may_invite(&viewer, &event.facts, now) {
                return Err(Error::not_found());
            }
            let asked: HashSet<AccountId> = answers::who(q, id, AnswerState::ALL)?.into_iter().collect();
            let friends = viewer.member().map(|member| member.friends.clone()).unwrap_or_default();
            let mut free: Vec<AccountId> = friends
                .into_iter()
                .filter(|friend| !asked.contains(friend) && !event.is_host(*friend))
                .collect();
            free.sort_unstable();
            free.truncate(OFFERED);
            let mut cards: Vec<PersonCard> = accounts::cards(q, &free)?.into_values().collect();
            cards.retain(|card| card.state.is_present());
            cards.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
            Ok(cards)
        })
        .await
}

/// Asks friends of the viewer to come. Who is asked already, or keeps away from the host, is left out.
///
/// # Errors
/// NotFound when the event is not there for the viewer or they may not ask others; Invalid (`people`) when one is no friend
/// of theirs; rate limited.
pub async fn invite(app: &App, viewer: &Viewer, id: EventId, people: Vec<AccountId>) -> Result<usize> {
    let me = viewer.active()?.id;
    let is_limited = !app.config.rate_limits_off();
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?.into_inner();
            let now = tx.now();
            if !policy::may_invite(&viewer, &event.facts, now) {
                return Err(Error::not_found());
            }
            if people.iter().any(|who| !member.friends.contains(who)) {
                return Err(Error::invalid("people", "events-invite-friends-only"));
            }
            let new = i64::try_from(people.len()).unwrap_or(i64::MAX);
            if is_limited && answers::count_asked(tx, me, now - DAY)?.saturating_add(new) > A_DAY {
                return Err(Error::invalid(
                    "people",
                    Message::new("events-too-many-invited").with("max", A_DAY),
                ));
            }
            let mut asked = 0;
            for who in &people {
                asked += usize::from(ask(tx, &event, me, *who)?);
            }
            Ok(asked)
        })
        .await
}

/// Whether somebody is asked who was not before.
fn ask(tx: &mut Tx<'_>, event: &Event, by: AccountId, who: AccountId) -> Result<bool> {
    if event.is_host(who) || answers::mine(tx, event.id, who)?.is_some() {
        return Ok(false);
    }
    let theirs = crate::viewers::load_fresh(tx, who)?;
    let is_here = Viewer::Member(std::sync::Arc::clone(&theirs)).active().is_ok();
    if !is_here || theirs.is_apart_from(event.facts.host) {
        return Ok(false);
    }
    let asked = Answer {
        id: EventAnswerId::default(),
        event: event.id,
        account: Some(who),
        name: String::new(),
        email: String::new(),
        language: String::new(),
        state: AnswerState::Invited,
        companions: 0,
        replies: Vec::new(),
        invited_by: Some(by),
        waits_since: None,
    };
    answers::insert(tx, &asked)?;
    if event.facts.state == EventState::Published {
        announce::invited(tx, by, who, event)?;
    }
    Ok(true)
}

/// Tells those who were asked while it was a draft.
pub(super) fn tell_waiting(tx: &mut Tx<'_>, id: EventId) -> Result<()> {
    let Some(event) = sql::by_id(tx, AccountId::new(0), id)? else { return Ok(()) };
    for guest in answers::page(tx, id, usize::try_from(GUESTS).unwrap_or(usize::MAX))? {
        if let (AnswerState::Invited, Some(to)) = (guest.state, guest.account) {
            announce::invited(tx, guest.invited_by.unwrap_or(event.facts.host), to, &event)?;
        }
    }
    in_group::tell(tx, id, event.details.group)
}

/// Who comes, as far as the viewer may know; with who was there at the time `at`.
///
/// # Errors
/// NotFound when the event is not there for the viewer or its guests are not theirs to see.
pub async fn guests(app: &App, viewer: &Viewer, id: EventId, at: Option<DateTime>) -> Result<Guests> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let event = load(q, &viewer, id)?;
            if !policy::may_see_guests(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            let found = answers::page(q, id, usize::try_from(GUESTS).unwrap_or(usize::MAX))?;
            let here = match at.filter(|_| policy::may_edit(&viewer, &event.facts)) {
                Some(at) => answers::checked_in(q, id, at)?,
                None => HashSet::new(),
            };
            let ids: Vec<AccountId> = found.iter().filter_map(|answer| answer.account).collect();
            let cards = accounts::cards(q, &ids)?;
            let shown = found.into_iter().filter_map(|answer| {
                let answer = policy::show_answer(&viewer, &event.facts, answer)?;
                let person = answer.account.and_then(|account| cards.get(&account)).cloned();
                if answer.account.is_some() && person.as_ref().is_none_or(|card| !card.state.is_present()) {
                    return None;
                }
                Some(Guest { is_here: here.contains(&answer.id), answer, person })
            });
            Ok(Guests { people: shown.collect(), counts: answers::counts(q, id)? })
        })
        .await
}

/// Says yes or no to somebody who waits for a host.
///
/// # Errors
/// NotFound unless the viewer is a host and somebody waits there; Conflict when there is no place.
pub async fn decide(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    who: EventAnswerId,
    is_welcome: bool,
) -> Result<Answer> {
    with_guest(app, viewer, id, who, move |tx, _, event, before| {
        if before.state != AnswerState::ApprovalPending {
            return Err(Error::not_found());
        }
        let mut after = before.clone();
        let choice = if is_welcome { Choice::Going } else { Choice::Declined };
        answer::settle(tx, event, Some(&before), &mut after, choice, true)?;
        answers::update(tx, &after)?;
        match (after.account, after.state) {
            (Some(account), AnswerState::Going) => announce::promoted(tx, account, event)?,
            (None, AnswerState::Going) => strangers::write_to(tx, who, strangers::Word::Promoted)?,
            _ => {}
        }
        Ok(after)
    })
    .await
}

/// Takes somebody off the list of guests. A member does not come back by themselves.
///
/// # Errors
/// NotFound unless the viewer is a host and there is such a guest.
pub async fn remove_guest(app: &App, viewer: &Viewer, id: EventId, who: EventAnswerId) -> Result<()> {
    with_guest(app, viewer, id, who, move |tx, me, event, before| {
        if before.state == AnswerState::Going {
            sql::take(tx, id, -before.places())?;
        }
        match before.account {
            Some(account) => {
                free_slots(tx, id, account)?;
                announce::uninvited(tx, before.invited_by.unwrap_or(me), account, event)?;
                let after = Answer {
                    state: AnswerState::Removed,
                    companions: 0,
                    waits_since: None,
                    ..before.clone()
                };
                answers::update(tx, &after)?;
            }
            None => answers::remove(tx, id, who)?,
        }
        promote(tx, id)?;
        Ok(before)
    })
    .await
    .map(drop)
}

/// Notes that a guest is there at one time of the event, or is not after all.
///
/// # Errors
/// NotFound unless the viewer is a host, there is such a guest and such a time.
pub async fn check_in(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    at: DateTime,
    who: EventAnswerId,
    is_here: bool,
) -> Result<()> {
    with_guest(app, viewer, id, who, move |tx, _, event, before| {
        if !event.repeat().has(at) || before.state == AnswerState::Removed {
            return Err(Error::not_found());
        }
        answers::check_in(tx, id, at, who, is_here)?;
        Ok(before)
    })
    .await
    .map(drop)
}

async fn with_guest<T: Send + 'static>(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    who: EventAnswerId,
    act: impl Fn(&mut Tx<'_>, AccountId, &Event, Answer) -> Result<T> + Send + Sync + 'static,
) -> Result<T> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = to_edit(tx, &viewer, id)?;
            let found = answers::by_id(tx, id, who)?.ok_or_else(Error::not_found)?;
            let shown = policy::show_answer(&viewer, &event.facts, found).ok_or_else(Error::not_found)?;
            act(tx, me, &event, shown.into_inner())
        })
        .await
}
