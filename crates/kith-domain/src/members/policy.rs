//! Who may look after whom.

use kith_base::Result;

use crate::accounts::Account;
use crate::viewer::{AccountState, Role};
use crate::{Viewer, Visible};

/// Whether `by` may suspend `target`, let them back in, or hand them a code: admins look after those below them,
/// owners after everybody, nobody after themselves.
pub fn may_manage(by: &Account, target: &Account) -> bool {
    by.state == AccountState::Active
        && by.role >= Role::Admin
        && by.id != target.id
        && (by.role == Role::Owner || target.role < by.role)
}

/// Whether `by` may give `target` this role: as [`may_manage`], and only owners name admins and owners.
pub(super) fn may_give_role(by: &Account, target: &Account, role: Role) -> bool {
    may_manage(by, target) && (by.role == Role::Owner || role < by.role)
}

/// Where a member stands when a suspension ends: where they stood before.
pub(super) fn state_after_suspension(target: &Account) -> AccountState {
    if target.deletion_due_at.is_some() {
        AccountState::DeletionScheduled
    } else if target.deactivated_at.is_some() {
        AccountState::Deactivated
    } else if target.is_approved {
        AccountState::Active
    } else {
        AccountState::PendingApproval
    }
}

/// Accounts with address and state are for admins and the program itself.
pub(super) fn to_staff(viewer: &Viewer, account: Account) -> Result<Visible<Account>> {
    if !viewer.is_system() {
        viewer.admin()?;
    }
    Ok(Visible::grant(account))
}
