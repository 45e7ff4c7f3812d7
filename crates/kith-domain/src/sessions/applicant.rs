//! The mail address of somebody who waits to be let in: put right, and asked to confirm once more.

use kith_base::{Error, HOUR, Result, Secret};

use super::confirm_password;
use super::keys::{Purpose, mail_key};
use crate::accounts;
use crate::{App, Viewer, throttles};

/// Letters that one applicant may ask for in an hour.
const LETTERS: i64 = 5;

/// Puts the viewer's mail address right while they wait. One that was confirmed stays until the new one is, so that
/// a slip costs nothing; one that nobody confirmed is replaced at once.
///
/// # Errors
/// Complaints about `email` and `current_password`; conflict for whoever does not wait; rate limited.
pub async fn correct_email(app: &App, viewer: &Viewer, typed: &str, current: Secret) -> Result<()> {
    let id = viewer.applicant()?.id;
    let email = accounts::check_email(typed).map_err(|problem| Error::invalid_fields(vec![problem]))?;
    confirm_password(app, viewer, current).await?;
    throttles::take(app, "mail-key.login", &id.to_string(), LETTERS, HOUR).await?;
    let delivering = app.mailer.is_delivering();
    app.db
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            if !(delivering && account.email_confirmed_at.is_some()) {
                accounts::set_unconfirmed_email(tx, id, &email)?;
            }
            if delivering {
                mail_key(tx, id, Purpose::ConfirmEmail, Some(email.clone()))?;
            }
            Ok(())
        })
        .await
}

/// Mails the letter that confirms the viewer's address once more while they wait.
///
/// # Errors
/// Conflict when there is no address to confirm, no mail is sent here, or the viewer does not wait; rate limited.
pub async fn confirm_email_again(app: &App, viewer: &Viewer) -> Result<()> {
    let id = viewer.applicant()?.id;
    if !app.mailer.is_delivering() {
        return Err(Error::conflict("error-conflict"));
    }
    throttles::take(app, "mail-key.login", &id.to_string(), LETTERS, HOUR).await?;
    app.db
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            match account.email.filter(|_| account.email_confirmed_at.is_none()) {
                Some(email) => mail_key(tx, id, Purpose::ConfirmEmail, Some(email)),
                None => Err(Error::conflict("error-conflict")),
            }
        })
        .await
}
