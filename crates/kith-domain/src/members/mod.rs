//! Looking after members: the staff's list, roles, suspension, and the code that lets somebody back in.

mod policy;
#[cfg(test)]
mod tests;

use kith_base::{Error, Page, Result, limits};
use kith_db::Tx;
use kith_text::normalise_line;

use crate::accounts::{self, Account, Letter};
use crate::kinds::AccountKind;
use crate::sessions::{self, RecoveryCode};
use crate::site::{self, Subject};
use crate::viewer::{AccountState, Role};
use crate::{AccountId, App, Viewer, Visible};

pub use policy::may_manage;

/// Which members the staff wants to see.
#[derive(Clone, Debug, Default)]
pub struct MemberFilter {
    /// Part of a handle, a name or a mail address, as typed; empty for all.
    pub word: String,
    /// Only these states.
    pub state: Option<AccountState>,
    /// Only moderators, admins and owners.
    pub staff_only: bool,
    /// Only members who joined before this one.
    pub before: Option<AccountId>,
}

/// A page of the staff's list, newest members first.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn page(
    app: &App,
    viewer: &Viewer,
    filter: MemberFilter,
) -> Result<Page<Visible<Account>, AccountKind>> {
    if !viewer.is_system() {
        viewer.admin()?;
    }
    let limit = limits::PAGE;
    let filter = accounts::Filter {
        word: kith_text::names::fold(filter.word.trim().trim_start_matches('@')),
        state: filter.state,
        staff_only: filter.staff_only,
        before: filter.before,
        limit: limit + 1,
    };
    let mut found = app.db.read(move |q| accounts::page(q, &filter)).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = if has_more { found.last().map(|account| account.id) } else { None };
    let items = found.into_iter().map(|account| policy::to_staff(viewer, account)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}

/// One member as the staff sees them.
///
/// # Errors
/// Not found unless the viewer is an admin and there is such a member.
pub async fn get(app: &App, viewer: &Viewer, id: AccountId) -> Result<Visible<Account>> {
    let account = app.db.read(move |q| accounts::get(q, id)).await?;
    policy::to_staff(viewer, account)
}

/// Gives a member another role. All their sessions end: whoever holds one must not hold the new rights with it.
///
/// # Errors
/// Not found unless the viewer is an admin; forbidden when the role, before or after, is not below the viewer's own.
pub async fn set_role(app: &App, viewer: &Viewer, id: AccountId, role: Role) -> Result<()> {
    let actor = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            let (by, target) = pair(tx, actor, id)?;
            // A page looks after nothing but itself.
            if accounts::is_page(tx, id)? {
                return Err(Error::not_found());
            }
            if !policy::may_give_role(&by, &target, role) {
                return Err(Error::forbidden("members-not-yours-to-change"));
            }
            if target.role == role {
                return Ok(());
            }
            accounts::set_role(tx, id, role)?;
            sessions::end_every(tx, id)?;
            let note = format!("{} -> {}", target.role.as_str(), role.as_str());
            site::record(tx, Some(actor), "members.set_role", Subject::account(id), &note)
        })
        .await
}

/// Locks a member out: all sessions end, and nobody sees them until they are let in again. They are told why.
///
/// # Errors
/// As [`set_role`]; a complaint about `reason` when there is none.
pub async fn suspend(app: &App, viewer: &Viewer, id: AccountId, reason: String) -> Result<()> {
    let actor = viewer.admin()?.id;
    let reason: String = normalise_line(&reason).chars().take(500).collect();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "members-reason-missing"));
    }
    app.db
        .write(move |tx| {
            let (by, target) = pair(tx, actor, id)?;
            if !may_manage(&by, &target) {
                return Err(Error::forbidden("members-not-yours-to-change"));
            }
            accounts::set_state(tx, id, AccountState::Suspended)?;
            sessions::end_every(tx, id)?;
            let letter =
                Letter::new("mail-suspended-subject", "mail-suspended-body").with("reason", reason.clone());
            accounts::enqueue_letter(tx, id, letter)?;
            site::record(tx, Some(actor), "members.suspend", Subject::account(id), &reason)
        })
        .await
}

/// Lets a suspended member in again.
///
/// # Errors
/// As [`set_role`]; conflict when the member is not suspended.
pub async fn unsuspend(app: &App, viewer: &Viewer, id: AccountId) -> Result<()> {
    let actor = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            let (by, target) = pair(tx, actor, id)?;
            if !may_manage(&by, &target) {
                return Err(Error::forbidden("members-not-yours-to-change"));
            }
            if target.state != AccountState::Suspended {
                return Err(Error::conflict("members-not-suspended"));
            }
            accounts::set_state(tx, id, policy::state_after_suspension(&target))?;
            let letter = Letter::new("mail-unsuspended-subject", "mail-unsuspended-body").to("/login");
            accounts::enqueue_letter(tx, id, letter)?;
            site::record(tx, Some(actor), "members.unsuspend", Subject::account(id), "")
        })
        .await
}

/// Makes a code with which a member who cannot sign in sets a new password. The admin hands it over.
///
/// # Errors
/// As [`set_role`].
pub async fn give_recovery_code(app: &App, viewer: &Viewer, id: AccountId) -> Result<RecoveryCode> {
    let actor = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            let (by, target) = pair(tx, actor, id)?;
            if !may_manage(&by, &target) {
                return Err(Error::forbidden("members-not-yours-to-change"));
            }
            site::record(tx, Some(actor), "members.give_recovery_code", Subject::account(id), "")
        })
        .await?;
    sessions::make_recovery_code(app, id, Some(actor)).await
}

/// Who acts and on whom, as they are now and not as they were when the page was loaded.
fn pair(tx: &mut Tx<'_>, actor: AccountId, target: AccountId) -> Result<(Account, Account)> {
    Ok((accounts::get(tx, actor)?, accounts::get(tx, target)?))
}
