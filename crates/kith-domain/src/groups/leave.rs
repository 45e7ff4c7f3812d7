//! Going, and what becomes of a group when the last who looked after it goes.

use kith_base::{Error, Result};
use kith_db::Tx;

use super::model::{Act, Group, GroupState, MemberState};
use super::{STAFF_AFTER, announce, fresh, load, policy, record, record_member, sql};
use crate::viewer::{GroupRole, Role, Viewer};
use crate::{AccountId, App, GroupId, accounts};

/// Leaves a group. When the last admin goes, the group is offered to its moderators and then to the staff of the community;
/// when the last member goes, it is over.
///
/// # Errors
/// NotFound unless the viewer is in it.
pub async fn leave(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let group = load(tx, &viewer, id)?;
            group.role().ok_or_else(Error::not_found)?;
            sql::people::put(tx, (id, me), MemberState::Left, GroupRole::Member, None, "")?;
            gone(tx, id, me)
        })
        .await
}

/// Somebody is out of a group, as the rows say already.
pub(super) fn gone(tx: &mut Tx<'_>, id: GroupId, account: AccountId) -> Result<()> {
    sql::recount(tx, id)?;
    record_member(tx, id, account);
    look_for_heir(tx, id)
}

/// Sees to it that somebody owns the group.
fn look_for_heir(tx: &mut Tx<'_>, id: GroupId) -> Result<()> {
    let staff = sql::people::staff(tx, id)?;
    let with = |role| staff.iter().find(|(_, has)| *has == role).map(|(account, _)| *account);
    if with(GroupRole::Owner).is_some() {
        return Ok(());
    }
    if let Some(heir) = with(GroupRole::Admin) {
        sql::people::set_role(tx, id, heir, GroupRole::Owner)?;
        announce::role_given(tx, heir, heir, id, GroupRole::Owner)?;
        record_member(tx, id, heir);
        return Ok(());
    }
    let Some(group) = sql::by_id(tx, AccountId::new(0), id)? else { return Ok(()) };
    if group.state == GroupState::Deleted {
        return Ok(());
    }
    if group.member_count == 0 {
        sql::set_state(tx, id, GroupState::Deleted)?;
        super::make_findable(tx, id)?;
        super::settings::erase_later(tx, id)?;
        record(tx, id);
        return Ok(());
    }
    if group.offered_at.is_some() {
        return Ok(());
    }
    let now = tx.now();
    if staff.is_empty() {
        // Nobody to ask first.
        sql::set_offered(tx, id, Some(now - STAFF_AFTER - 1))?;
        for admin in accounts::admins(tx)? {
            announce::offered(tx, admin, id)?;
        }
    } else {
        sql::set_offered(tx, id, Some(now))?;
        for (moderator, _) in staff {
            announce::offered(tx, moderator, id)?;
        }
    }
    record(tx, id);
    Ok(())
}

/// Takes a group over that waits for somebody to look after it: its moderators may, and after some days admins of the
/// community, who come in by it.
///
/// # Errors
/// NotFound unless it waits and the viewer may.
pub async fn claim(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let found = sql::by_id(tx, me, id)?.filter(|group| may_claim(&viewer, group, tx.now()));
            found.ok_or_else(Error::not_found)?;
            sql::people::put(tx, (id, me), MemberState::Member, GroupRole::Owner, None, "")?;
            sql::set_offered(tx, id, None)?;
            sql::recount(tx, id)?;
            super::note(tx, id, me, Act::HandedOver, Some(me), "")?;
            record_member(tx, id, me);
            record(tx, id);
            Ok(())
        })
        .await
}

fn may_claim(viewer: &Viewer, group: &Group, now: kith_base::Millis) -> bool {
    let Some(offered_at) = group.offered_at.filter(|_| group.state != GroupState::Deleted) else {
        return false;
    };
    let is_of_staff = viewer.active().is_ok_and(|member| member.role >= Role::Admin);
    policy::may(viewer, group, policy::Right::Approve) || (is_of_staff && now - offered_at > STAFF_AFTER)
}

/// Takes an account out of every group, before it is erased.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn leave_everywhere(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    for group in sql::own(tx, account, MemberState::Member)? {
        sql::people::put(tx, (group.id, account), MemberState::Left, GroupRole::Member, None, "")?;
        gone(tx, group.id, account)?;
    }
    Ok(())
}
