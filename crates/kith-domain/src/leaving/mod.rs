//! Deactivating, deleting with 30 days to think again, and erasing for good.

mod erase;
mod events;
mod groups;
mod pages;
mod polls;
mod sql;
#[cfg(test)]
mod tests;

use kith_base::{DAY, Error, Millis, Result, Secret};
use kith_db::Tx;

use crate::accounts::{self, Letter};
use crate::sessions;
use crate::viewer::{AccountState, Role};
use crate::{AccountId, App, Viewer};

pub use erase::erase;

/// So long a deletion can be taken back, by signing in.
pub const GRACE: Millis = 30 * DAY;

/// Puts the viewer's account to rest: out of sight until they sign in again.
///
/// # Errors
/// A complaint about `current_password`; conflict when nobody else could look after the community.
pub async fn deactivate(app: &App, viewer: &Viewer, password: Secret) -> Result<()> {
    let id = viewer.active()?.id;
    sessions::confirm_password(app, viewer, password).await?;
    app.db
        .write(move |tx| {
            let now = tx.now();
            check_succession(tx, id)?;
            accounts::set_leaving(tx, id, Some(now), None)?;
            accounts::set_state(tx, id, AccountState::Deactivated)?;
            sessions::end_every(tx, id)
        })
        .await
}

/// Plans the deletion of the viewer's account after [`GRACE`]; out of sight at once, signing in takes it back.
///
/// # Errors
/// As [`deactivate`].
pub async fn delete(app: &App, viewer: &Viewer, password: Secret) -> Result<()> {
    let id = viewer.active()?.id;
    sessions::confirm_password(app, viewer, password).await?;
    app.db
        .write(move |tx| {
            let now = tx.now();
            check_succession(tx, id)?;
            accounts::set_leaving(tx, id, Some(now), Some(now + GRACE))?;
            accounts::set_state(tx, id, AccountState::DeletionScheduled)?;
            let letter = Letter::new("mail-leaving-subject", "mail-leaving-body")
                .with("days", GRACE / DAY)
                .to("/login");
            accounts::enqueue_letter(tx, id, letter)?;
            sessions::end_every(tx, id)
        })
        .await
}

/// Takes back the viewer's request to join, and with it all they entered. There is nothing yet to think over for
/// 30 days.
///
/// # Errors
/// Conflict when they have been let in meanwhile, or never asked.
pub async fn withdraw_application(app: &App, viewer: &Viewer) -> Result<()> {
    let id = viewer.applicant()?.id;
    app.db
        .write(move |tx| {
            if !accounts::get(tx, id)?.state.is_waiting() {
                return Err(Error::conflict("error-conflict"));
            }
            erase::begin(tx, id)
        })
        .await
}

/// A community must not lose its last owner by accident.
fn check_succession(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    if accounts::get(tx, id)?.role == Role::Owner && !sql::has_other_owner(tx, id)? {
        return Err(Error::conflict("settings-leave-last-owner"));
    }
    Ok(())
}
