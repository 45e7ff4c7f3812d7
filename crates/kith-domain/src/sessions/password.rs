//! Changing a password, and asking for it again before something serious. Every change ends every session.

use kith_base::{Error, FieldError, MINUTE, Result, Secret};

use super::{Begun, Fresh, Origin, end_every};
use crate::accounts::{self, Account};
use crate::notices::{self, Occasion};
use crate::{AccountId, App, Viewer, throttles};

/// Whether the viewer knows their own password; asked before the account is moved, emptied or left.
///
/// # Errors
/// A complaint about `current_password` when it does not fit; rate limited.
pub async fn confirm_password(app: &App, viewer: &Viewer, password: Secret) -> Result<()> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let subject = id.to_string();
    throttles::take(app, "password-check", &subject, 10, 15 * MINUTE).await?;
    let hash = app.db.read(move |q| accounts::password_hash(q, id)).await?;
    if !app.passwords.verify(password, hash).await? {
        return Err(Error::invalid("current_password", "account-password-wrong"));
    }
    throttles::forgive(app, "password-check", &subject).await
}

/// Changes the viewer's password; all sessions end and a new one begins.
///
/// # Errors
/// Complaints about `current_password` and `password`.
pub async fn change_password(
    app: &App,
    viewer: &Viewer,
    current: Secret,
    password: Secret,
    origin: Origin,
) -> Result<Begun> {
    let account = accounts::own(app, viewer).await?;
    confirm_password(app, viewer, current).await?;
    let hash = checked_hash(app, &account, password).await?;
    let fresh = Fresh::new(app, account.id, origin);
    let insert = fresh.clone();
    let session = app
        .db
        .write(move |tx| {
            end_every(tx, account.id)?;
            accounts::set_password_hash(tx, account.id, &hash)?;
            accounts::enqueue_letter(tx, account.id, password_changed())?;
            notices::tell_oneself(tx, account.id, Occasion::SecurityChanged)?;
            insert.insert(tx)
        })
        .await?;
    Ok(fresh.begun(session))
}

/// Sets somebody's password on behalf of the program (the command line); all their sessions end.
///
/// # Errors
/// A complaint about `password`; not found unless the viewer is the program itself.
pub async fn set_password(app: &App, viewer: &Viewer, id: AccountId, password: Secret) -> Result<()> {
    if !viewer.is_system() {
        return Err(Error::not_found());
    }
    let account = app.db.read(move |q| accounts::get(q, id)).await?;
    let hash = checked_hash(app, &account, password).await?;
    app.db
        .write(move |tx| {
            end_every(tx, id)?;
            accounts::set_password_hash(tx, id, &hash)?;
            accounts::enqueue_letter(tx, id, password_changed())?;
            notices::tell_oneself(tx, id, Occasion::SecurityChanged)
        })
        .await
}

/// Checks a new password against the rules and hashes it.
pub(super) async fn checked_hash(app: &App, account: &Account, password: Secret) -> Result<String> {
    let site = crate::site::settings(app).await?;
    let personal =
        [account.handle.as_str(), &account.name, account.email.as_deref().unwrap_or_default(), &site.name];
    accounts::check_password(&password, &personal)
        .map_err(|message| Error::invalid_fields(vec![FieldError { field: "password", message }]))?;
    app.passwords.hash(password).await
}

pub(super) fn password_changed() -> accounts::Letter {
    accounts::Letter::new("mail-password-changed-subject", "mail-password-changed-body").to("/recover")
}
