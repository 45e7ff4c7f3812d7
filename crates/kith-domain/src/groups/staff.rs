//! What those who look after a group do with people: letting in and not, warning, muting, sending away, naming others.

use kith_base::{DAY, Error, Message, Millis, Result};
use kith_db::Tx;
use kith_text::normalise_text;

use super::edit::REASON;
use super::model::{Act, Group, MemberState};
use super::policy::{self, Right};
use super::sql::people::Seat;
use super::{announce, join, leave, record_member, sql, within};
use crate::viewer::{GroupRole, Viewer};
use crate::{AccountId, App, GroupId};

/// Longest mute.
const MUTED_MOST: Millis = 90 * DAY;

/// A reason as it will be stored.
///
/// # Errors
/// Invalid (`reason`) when it is too long.
pub(crate) fn checked_reason(reason: &str) -> Result<String> {
    let reason = normalise_text(reason).trim().to_owned();
    if reason.chars().count() > REASON {
        return Err(Error::invalid("reason", Message::new("error-too-long").with("max", REASON)));
    }
    Ok(reason)
}

/// Lets somebody in who asks.
///
/// # Errors
/// NotFound unless the viewer decides that and the person asks.
pub async fn approve(app: &App, viewer: &Viewer, id: GroupId, person: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Approve, move |tx, viewer, _| {
        seat_in(tx, id, person, MemberState::Requested)?;
        let me = viewer.id_or_zero();
        join::come_in(tx, id, person)?;
        announce::request_settled(tx, person, id)?;
        announce::answered(tx, me, person, id, "approved")?;
        super::note(tx, id, me, Act::Approved, Some(person), "")
    })
    .await
}

/// Does not let somebody in who asks; they read the reason.
///
/// # Errors
/// As [`approve`]; Invalid (`reason`) when it is too long.
pub async fn decline_request(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    person: AccountId,
    reason: &str,
) -> Result<()> {
    let reason = checked_reason(reason)?;
    within(app, viewer, id, Right::Approve, move |tx, viewer, _| {
        seat_in(tx, id, person, MemberState::Requested)?;
        let me = viewer.id_or_zero();
        sql::people::put(tx, (id, person), MemberState::Left, GroupRole::Member, None, &reason)?;
        sql::people::drop_answers(tx, id, person)?;
        announce::request_settled(tx, person, id)?;
        announce::answered(tx, me, person, id, "declined")?;
        record_member(tx, id, person);
        super::note(tx, id, me, Act::Declined, Some(person), &reason)
    })
    .await
}

/// Reminds somebody of the rules, in words of the viewer.
///
/// # Errors
/// NotFound unless the viewer may; Invalid (`reason`) without words.
pub async fn warn(app: &App, viewer: &Viewer, id: GroupId, person: AccountId, reason: &str) -> Result<()> {
    let reason = checked_reason(reason)?;
    if reason.is_empty() {
        return Err(Error::invalid("reason", "groups-reason-missing"));
    }
    on_member(app, viewer, id, person, move |tx, me, _| {
        announce::told_off(tx, me, person, id, "warned")?;
        super::note(tx, id, me, Act::Warned, Some(person), &reason)
    })
    .await
}

/// Keeps somebody from writing in the group for a time.
///
/// # Errors
/// As [`warn`], but for the words.
pub async fn mute(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    person: AccountId,
    lasts: Millis,
    reason: &str,
) -> Result<()> {
    let reason = checked_reason(reason)?;
    on_member(app, viewer, id, person, move |tx, me, _| {
        let until = tx.now() + lasts.clamp(0, MUTED_MOST);
        sql::people::set_muted(tx, id, person, Some(until))?;
        announce::told_off(tx, me, person, id, "muted")?;
        record_member(tx, id, person);
        super::note(tx, id, me, Act::Muted, Some(person), &reason)
    })
    .await
}

/// Lets somebody write again.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn unmute(app: &App, viewer: &Viewer, id: GroupId, person: AccountId) -> Result<()> {
    on_member(app, viewer, id, person, move |tx, me, _| {
        sql::people::set_muted(tx, id, person, None)?;
        record_member(tx, id, person);
        super::note(tx, id, me, Act::Unmuted, Some(person), "")
    })
    .await
}

/// Sends somebody away; they may ask to come in again.
///
/// # Errors
/// NotFound unless the viewer may; Invalid (`reason`) when it is too long.
pub async fn remove(app: &App, viewer: &Viewer, id: GroupId, person: AccountId, reason: &str) -> Result<()> {
    let reason = checked_reason(reason)?;
    on_member(app, viewer, id, person, move |tx, me, _| {
        send_away(tx, id, person, MemberState::Removed, &reason)?;
        announce::told_off(tx, me, person, id, "removed")?;
        super::note(tx, id, me, Act::Removed, Some(person), &reason)
    })
    .await
}

/// Sends somebody away for good, whether they are in the group or want to be.
///
/// # Errors
/// As [`remove`].
pub async fn ban(app: &App, viewer: &Viewer, id: GroupId, person: AccountId, reason: &str) -> Result<()> {
    let reason = checked_reason(reason)?;
    within(app, viewer, id, Right::Discipline, move |tx, viewer, group| {
        let me = viewer.id_or_zero();
        let seat = sql::people::find(tx, id, person)?;
        let seat = seat.filter(|seat| seat.membership.state != MemberState::Banned);
        let seat = seat.filter(|_| person != me).ok_or_else(Error::not_found)?;
        check_below(group, &seat)?;
        send_away(tx, id, person, MemberState::Banned, &reason)?;
        announce::request_settled(tx, person, id)?;
        super::note(tx, id, me, Act::Banned, Some(person), &reason)
    })
    .await
}

/// Takes a ban back; they may ask to come in.
///
/// # Errors
/// NotFound unless the viewer may and there is one.
pub async fn unban(app: &App, viewer: &Viewer, id: GroupId, person: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Discipline, move |tx, viewer, _| {
        seat_in(tx, id, person, MemberState::Banned)?;
        sql::people::put(tx, (id, person), MemberState::Removed, GroupRole::Member, None, "")?;
        record_member(tx, id, person);
        super::note(tx, id, viewer.id_or_zero(), Act::Unbanned, Some(person), "")
    })
    .await
}

/// Gives a member another role.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn set_role(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    person: AccountId,
    role: GroupRole,
) -> Result<()> {
    within(app, viewer, id, Right::NameModerators, move |tx, viewer, group| {
        let seat = seat_in(tx, id, person, MemberState::Member)?;
        let (me, own) = (viewer.id_or_zero(), group.role().unwrap_or_default());
        if person == me || !policy::may_name(own, seat.membership.role, role) {
            return Err(Error::not_found());
        }
        if seat.membership.role == role {
            return Ok(());
        }
        sql::people::set_role(tx, id, person, role)?;
        announce::role_given(tx, me, person, id, role)?;
        record_member(tx, id, person);
        super::note(tx, id, me, Act::RoleGiven, Some(person), role.as_str())
    })
    .await
}

/// Hands a group over to another member; the viewer stays as an admin.
///
/// # Errors
/// NotFound unless the viewer owns it and the other one is in it.
pub async fn hand_over(app: &App, viewer: &Viewer, id: GroupId, person: AccountId) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, viewer, _| {
        let me = viewer.id_or_zero();
        seat_in(tx, id, person, MemberState::Member)?;
        if person == me {
            return Err(Error::not_found());
        }
        sql::people::set_role(tx, id, person, GroupRole::Owner)?;
        sql::people::set_role(tx, id, me, GroupRole::Admin)?;
        announce::role_given(tx, me, person, id, GroupRole::Owner)?;
        record_member(tx, id, person);
        record_member(tx, id, me);
        super::note(tx, id, me, Act::HandedOver, Some(person), "")
    })
    .await
}

/// Opens a write on a member who stands below the viewer.
async fn on_member(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    person: AccountId,
    step: impl Fn(&mut Tx<'_>, AccountId, &Seat) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    within(app, viewer, id, Right::Discipline, move |tx, viewer, group| {
        let me = viewer.id_or_zero();
        let seat = seat_in(tx, id, person, MemberState::Member)?;
        if person == me {
            return Err(Error::not_found());
        }
        check_below(group, &seat)?;
        step(tx, me, &seat)
    })
    .await
}

fn check_below(group: &Group, seat: &Seat) -> Result<()> {
    let own = group.role().unwrap_or_default();
    if policy::may_discipline(own, seat.membership.role) { Ok(()) } else { Err(Error::not_found()) }
}

fn seat_in(tx: &mut Tx<'_>, id: GroupId, person: AccountId, state: MemberState) -> Result<Seat> {
    let seat = sql::people::find(tx, id, person)?.filter(|seat| seat.membership.state == state);
    seat.ok_or_else(Error::not_found)
}

fn send_away(
    tx: &mut Tx<'_>,
    id: GroupId,
    person: AccountId,
    state: MemberState,
    reason: &str,
) -> Result<()> {
    sql::people::put(tx, (id, person), state, GroupRole::Member, None, reason)?;
    sql::people::drop_answers(tx, id, person)?;
    leave::gone(tx, id, person)
}
