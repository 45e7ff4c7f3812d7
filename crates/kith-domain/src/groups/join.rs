//! Coming in: at once, by asking, by being asked.

use kith_base::{DAY, Error, Message, Result};
use kith_db::Tx;
use kith_text::normalise_text;

use super::model::{Group, GroupState, Joining, MemberState};
use super::policy::Right;
use super::{announce, fresh, load, record_member, sql, within};
use crate::viewer::{GroupRole, Viewer};
use crate::{AccountId, App, GroupId, accounts, relationships, throttles};

/// Tries to join that one member has in a day.
const A_DAY: i64 = 40;
/// People whom one member may ask in on a day.
const INVITED_A_DAY: i64 = 100;
/// People who are asked in at once.
const AT_ONCE: usize = 50;
/// Whoever said no or went is left in peace by members for so long.
const PEACE: i64 = 30 * DAY;
/// Longest answer.
const ANSWER: usize = 1_000;

/// What came of joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// They are in.
    In,
    /// Somebody decides.
    Asked,
}

/// Joins a group, or asks to; accepts an invitation. `answers` are to the group's questions, in their order; `agreed` says
/// that its rules were accepted.
///
/// # Errors
/// NotFound when the viewer may not know of the group; Forbidden when it takes nobody in this way; Invalid in `answers` or
/// `agreed`; rate limited.
pub async fn join(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    answers: Vec<String>,
    agreed: bool,
) -> Result<Joined> {
    let me = viewer.active()?.id;
    if viewer.acting().is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    throttles::take(app, "groups.join", &me.to_string(), A_DAY, DAY).await?;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let group = load(tx, &viewer, id)?;
            if group.role().is_some() {
                return Ok(Joined::In);
            }
            if group.state == GroupState::Archived {
                return Err(Error::forbidden("groups-is-archived"));
            }
            if group.is_own_state(MemberState::Banned) {
                return Err(Error::forbidden("groups-no-way-in"));
            }
            if group.settings.asks_rules && !agreed {
                return Err(Error::invalid("agreed", "groups-agree-first"));
            }
            if is_let_in(tx, &group)? {
                come_in(tx, id, me)?;
                announce::invite_answered(tx, me, id)?;
                return Ok(Joined::In);
            }
            if group.settings.joining == Joining::Invitation && !group.is_own_state(MemberState::Invited) {
                return Err(Error::forbidden("groups-by-invitation"));
            }
            ask_in(tx, id, me, &answers)?;
            Ok(Joined::Asked)
        })
        .await
}

/// Whether the viewer of `group` comes in without anybody deciding. Whoever was sent away has to ask.
fn is_let_in(tx: &mut Tx<'_>, group: &Group) -> Result<bool> {
    let Some(own) = &group.own else { return Ok(group.settings.joining == Joining::Free) };
    match own.state {
        MemberState::Removed | MemberState::Banned => Ok(false),
        MemberState::Invited if group.settings.joining == Joining::Request => {
            // Members spare nobody the question; those who look after the group do.
            let Some(by) = own.invited_by else { return Ok(false) };
            let seat = sql::people::find(tx, group.id, by)?.map(|seat| seat.membership);
            Ok(seat
                .is_some_and(|seat| seat.state == MemberState::Member && seat.role >= GroupRole::Moderator))
        }
        MemberState::Invited => Ok(true),
        _ => Ok(group.settings.joining == Joining::Free),
    }
}

fn ask_in(tx: &mut Tx<'_>, id: GroupId, me: AccountId, answers: &[String]) -> Result<()> {
    let questions = sql::words::questions(tx, id)?;
    let mut given = Vec::new();
    for (place, question) in questions.into_iter().enumerate() {
        let answer = answers.get(place).map(|answer| normalise_text(answer)).unwrap_or_default();
        if answer.is_empty() {
            return Err(Error::invalid("answers", "groups-answer-missing"));
        }
        if answer.chars().count() > ANSWER {
            return Err(Error::invalid("answers", Message::new("error-too-long").with("max", ANSWER)));
        }
        given.push((question, answer));
    }
    sql::people::put(tx, (id, me), MemberState::Requested, GroupRole::Member, None, "")?;
    sql::people::put_answers(tx, id, me, &given)?;
    announce::asked(tx, me, id)?;
    record_member(tx, id, me);
    Ok(())
}

/// Makes somebody a member.
pub(super) fn come_in(tx: &mut Tx<'_>, id: GroupId, account: AccountId) -> Result<()> {
    sql::people::put(tx, (id, account), MemberState::Member, GroupRole::Member, None, "")?;
    sql::people::drop_answers(tx, id, account)?;
    sql::recount(tx, id)?;
    record_member(tx, id, account);
    Ok(())
}

/// Says no to an invitation.
///
/// # Errors
/// NotFound when there is none.
pub async fn decline(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    withdraw(app, viewer, id, MemberState::Invited).await
}

/// Asks no longer to be let in.
///
/// # Errors
/// NotFound when the viewer does not ask.
pub async fn cancel(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    withdraw(app, viewer, id, MemberState::Requested).await
}

async fn withdraw(app: &App, viewer: &Viewer, id: GroupId, from: MemberState) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let seat = sql::people::find(tx, id, me)?.filter(|seat| seat.membership.state == from);
            seat.ok_or_else(Error::not_found)?;
            sql::people::put(tx, (id, me), MemberState::Left, GroupRole::Member, None, "")?;
            sql::people::drop_answers(tx, id, me)?;
            announce::invite_answered(tx, me, id)?;
            announce::request_settled(tx, me, id)?;
            record_member(tx, id, me);
            Ok(())
        })
        .await
}

/// Asks people in: friends of the viewer, and by those who look after the group anybody of the community. Whoever is in,
/// was asked already, is banned or said no lately is passed over in silence. Gives how many were asked.
///
/// # Errors
/// NotFound unless the viewer may ask others in; Invalid (`people`) when there are too many; rate limited.
pub async fn invite(app: &App, viewer: &Viewer, id: GroupId, mut people: Vec<AccountId>) -> Result<usize> {
    let me = viewer.active()?.id;
    people.sort_unstable();
    people.dedup();
    if people.is_empty() || people.len() > AT_ONCE {
        return Err(Error::invalid("people", Message::new("groups-invite-people").with("limit", AT_ONCE)));
    }
    for _ in &people {
        throttles::take(app, "groups.invite", &me.to_string(), INVITED_A_DAY, DAY).await?;
    }
    within(app, viewer, id, Right::Invite, move |tx, viewer, group| {
        let member = viewer.active()?;
        let is_staff = group.role().is_some_and(|role| role >= GroupRole::Moderator);
        let cards = accounts::cards(tx, &people)?;
        // A page takes part in no group.
        let pages = accounts::pages_among(tx, &people)?;
        // An invitation is a first word too, and the group's name says what its founder likes.
        let too_young = relationships::out_of_reach(tx, me, &people)?;
        let mut asked = 0;
        for person in &people {
            let is_there = cards.get(person).is_some_and(|card| card.state.is_present());
            let is_out = too_young.contains(person) || pages.contains(person);
            let is_near = *person != me && !member.is_apart_from(*person) && !is_out;
            if !is_there || !is_near || !(is_staff || member.friends.contains(person)) {
                continue;
            }
            let seat = sql::people::find(tx, id, *person)?;
            let may_be_asked = seat.is_none_or(|seat| match seat.membership.state {
                MemberState::Left => is_staff || tx.now() - seat.changed_at > PEACE,
                MemberState::Removed => is_staff,
                _ => false,
            });
            if may_be_asked {
                sql::people::put(tx, (id, *person), MemberState::Invited, GroupRole::Member, Some(me), "")?;
                announce::invited(tx, me, *person, id)?;
                record_member(tx, id, *person);
                asked += 1;
            }
        }
        Ok(asked)
    })
    .await
}
