//! One-time keys that go out by mail: to confirm an address, to sign in, to set a new password. A key is made at the
//! moment its mail is written, so that it lies nowhere in plain; opening its page uses nothing up, the button does.

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, HOUR, MINUTE, Millis, Result, Secret};
use serde::{Deserialize, Serialize};

use super::sign_in::welcome_back;
use super::{Begun, Fresh, Origin, blurred, confirm_password, end_every, hash, password, sql};
use crate::accounts::{self, Letter};
use crate::mail::{self, Sort};
use crate::notices::{self, Occasion};
use crate::viewer::stored_as_text;
use crate::work::JobKind;
use crate::{AccountId, App, Viewer, proofs, throttles};

/// How long a key in a mail is good for.
const LIFE: Millis = 30 * MINUTE;
/// Keys that a network may ask for in an hour: with proofs of work, and without, as from browsers that run no scripts.
const PER_NETWORK: i64 = 20;
const WITHOUT_PROOF: i64 = 5;

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Shows that somebody reads the address.
    ConfirmEmail,
    /// Signs in without the password.
    SignIn,
    /// Sets a new password.
    Reset,
    /// A code that an admin handed over; sets a new password.
    Recover,
}
stored_as_text!(Purpose {
    ConfirmEmail = "confirm_email",
    SignIn = "sign_in",
    Reset = "reset",
    Recover = "recover",
});

/// What the page behind a key says before its button is pressed.
#[derive(Clone, Debug)]
pub struct KeyView {
    /// What pressing the button does.
    pub purpose: Purpose,
    /// Whose key it is: the name as shown.
    pub name: String,
    /// Handle as shown, so that password managers know what they store.
    pub handle: String,
    /// The address that would be confirmed.
    pub email: Option<String>,
}

/// Mails a link that signs in, if `login` is somebody with a confirmed address. The answer never tells.
///
/// # Errors
/// Rate limited, sooner without a `proof` of work.
pub async fn request_sign_in_link(app: &App, login: &str, proof: &str, origin: &Origin) -> Result<()> {
    request(app, login, proof, origin, Purpose::SignIn).await
}

/// Mails a link that sets a new password, if `login` is somebody with a confirmed address. The answer never tells.
///
/// # Errors
/// Rate limited, sooner without a `proof` of work.
pub async fn request_reset(app: &App, login: &str, proof: &str, origin: &Origin) -> Result<()> {
    request(app, login, proof, origin, Purpose::Reset).await
}

async fn request(app: &App, login: &str, proof: &str, origin: &Origin, purpose: Purpose) -> Result<()> {
    let proof = proofs::check(app, proof)?;
    match proof {
        Some(_) => throttles::take(app, "mail-key.network", &origin.network, PER_NETWORK, HOUR).await?,
        None => throttles::take(app, "mail-key.plain", &origin.network, WITHOUT_PROOF, HOUR).await?,
    }
    throttles::take(app, "mail-key.login", &blurred(login), 5, HOUR).await?;
    let login = login.to_owned();
    app.db
        .write(move |tx| {
            // A form that was sent twice mails once.
            if let Some(proof) = &proof
                && !proofs::spend(tx, proof)?
            {
                return Ok(());
            }
            let Some(account) = accounts::find_by_login(tx, &login)? else { return Ok(()) };
            mail_key(tx, account, purpose, None)
        })
        .await
}

#[derive(Serialize, Deserialize)]
struct MailKey {
    account: AccountId,
    purpose: Purpose,
    email: Option<String>,
}

/// Sends a key after this write: to `email`, or to the account's confirmed address.
///
/// # Errors
/// Internal when the job cannot be written.
pub fn mail_key(
    tx: &mut kith_db::Tx<'_>,
    account: AccountId,
    purpose: Purpose,
    email: Option<String>,
) -> Result<()> {
    let now = tx.now();
    tx.enqueue("sessions.mail_key", &MailKey { account, purpose, email }, now)
}

inventory::submit! {
    JobKind { name: "sessions.mail_key", run: |app, payload| Box::pin(send_key(app, payload)) }
}

async fn send_key(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let MailKey { account: id, purpose, email } = serde_json::from_value(payload)?;
    let account = match app.db.read(move |q| accounts::get(q, id)).await {
        Err(error) if error.is_not_found() => return Ok(()),
        account => account?,
    };
    let confirmed = account.email.clone().filter(|_| account.email_confirmed_at.is_some());
    let Some(address) = email.clone().or(confirmed) else { return Ok(()) };
    if purpose == Purpose::ConfirmEmail && is_somebody_elses(&app, id, &address).await? {
        return Ok(());
    }
    let token = kith_base::random_token();
    let digest = hash(&token);
    app.db
        .write(move |tx| {
            let now = tx.now();
            sql::drop_unused_keys(tx, id, purpose)?;
            let key = tx.new_id();
            sql::insert_key(tx, key, id, purpose, &digest, email.as_deref(), None, now, now + LIFE)
        })
        .await?;
    let (subject, body, action) = match purpose {
        Purpose::ConfirmEmail => ("mail-confirm-subject", "mail-confirm-body", "login-confirm"),
        Purpose::SignIn => ("mail-sign-in-subject", "mail-sign-in-body", "action-sign-in"),
        Purpose::Reset | Purpose::Recover => ("mail-reset-subject", "mail-reset-body", "login-set-password"),
    };
    let letter = Letter::new(subject, body).with("minutes", LIFE / MINUTE);
    let letter = letter.to(format!("/key/{token}")).saying(action);
    let written = accounts::compose(&app, &account, address, &letter).await?;
    mail::deliver(&app, id, Sort::Account, &written).await.map(drop)
}

/// Whether another member has confirmed the address; they are told, now and then, and whoever typed it is not.
async fn is_somebody_elses(app: &App, id: AccountId, address: &str) -> Result<bool> {
    let address = address.to_owned();
    let owner = app.db.read(move |q| accounts::find_by_email(q, &address)).await?;
    let Some(owner) = owner.filter(|owner| *owner != id) else { return Ok(false) };
    if throttles::take(app, "mail-claimed", &owner.to_string(), 2, DAY).await.is_ok() {
        let letter = Letter::new("mail-address-claimed-subject", "mail-address-claimed-body").to("/recover");
        app.db.write(move |tx| accounts::enqueue_letter(tx, owner, letter.clone())).await?;
    }
    Ok(true)
}

/// Asks for another mail address. Where mail is delivered the old one stays until the new one has been confirmed;
/// where it is not, the new one is kept as not confirmed. Whether somebody else has the address is not told.
///
/// # Errors
/// Complaints about `email` and `current_password`.
pub async fn request_email(app: &App, viewer: &Viewer, typed: &str, current: Secret) -> Result<()> {
    let id = viewer.active()?.id;
    let email = accounts::check_email(typed).map_err(|problem| Error::invalid_fields(vec![problem]))?;
    confirm_password(app, viewer, current).await?;
    throttles::take(app, "mail-key.login", &id.to_string(), 5, HOUR).await?;
    let delivering = app.mailer.is_delivering();
    app.db
        .write(move |tx| {
            if delivering {
                return mail_key(tx, id, Purpose::ConfirmEmail, Some(email.clone()));
            }
            accounts::set_unconfirmed_email(tx, id, &email)
        })
        .await
}

/// Forgets the viewer's mail address. From then on no link reaches them: whoever forgets the password needs a code from an
/// admin. A confirmed address is told, in case it was not its owner.
///
/// # Errors
/// A complaint about `current_password`.
pub async fn remove_email(app: &App, viewer: &Viewer, current: Secret) -> Result<()> {
    let id = viewer.active()?.id;
    confirm_password(app, viewer, current).await?;
    app.db
        .write(move |tx| {
            let account = accounts::get(tx, id)?;
            for purpose in [Purpose::ConfirmEmail, Purpose::SignIn, Purpose::Reset] {
                sql::drop_unused_keys(tx, id, purpose)?;
            }
            if account.email_confirmed_at.is_some() && account.email.is_some() {
                let letter = Letter::new("mail-email-removed-subject", "mail-email-removed-body");
                accounts::enqueue_letter_to(tx, id, account.email, letter)?;
                notices::tell_oneself(tx, id, Occasion::SecurityChanged)?;
            }
            accounts::clear_email(tx, id)
        })
        .await
}

/// Mails the key that confirms the address an account joined with; called in the transaction that makes it.
///
/// # Errors
/// Internal when the job cannot be written.
pub fn mail_confirmation(tx: &mut kith_db::Tx<'_>, account: AccountId, email: &str) -> Result<()> {
    mail_key(tx, account, Purpose::ConfirmEmail, Some(email.to_owned()))
}

/// What the key does, without using it up.
///
/// # Errors
/// Not found when it has been used, has expired or never was: the same answer.
pub async fn peek(app: &App, token: &str) -> Result<KeyView> {
    let digest = hash(token);
    app.db
        .read(move |q| {
            let now = q.now();
            let key = sql::find_key(q, &digest, now)?.ok_or_else(gone)?;
            let account = accounts::get(q, key.account).map_err(|_| gone())?;
            Ok(KeyView { purpose: key.purpose, name: account.name, handle: account.handle, email: key.email })
        })
        .await
}

/// Confirms the mail address that the key went to.
///
/// # Errors
/// Not found when the key is spent; a complaint about `email` when another member has the address by now.
pub async fn confirm_email(app: &App, token: &str) -> Result<AccountId> {
    let digest = hash(token);
    app.db
        .write(move |tx| {
            let now = tx.now();
            let key = sql::spend_key(tx, &digest, Purpose::ConfirmEmail, now)?.ok_or_else(gone)?;
            let account = accounts::get(tx, key.account).map_err(|_| gone())?;
            let address = key.email.or_else(|| account.email.clone()).ok_or_else(gone)?;
            // The old address hears of it, in case it was not its owner who moved.
            if account.email_confirmed_at.is_some() && account.email.as_deref() != Some(&address) {
                let letter = Letter::new("mail-email-changed-subject", "mail-email-changed-body");
                accounts::enqueue_letter_to(tx, account.id, account.email.clone(), letter)?;
                notices::tell_oneself(tx, account.id, Occasion::SecurityChanged)?;
            }
            accounts::set_confirmed_email(tx, account.id, &address)?;
            if account.state == crate::viewer::AccountState::PendingEmail {
                let next = if account.is_approved {
                    crate::viewer::AccountState::Active
                } else {
                    crate::viewer::AccountState::PendingApproval
                };
                accounts::set_state(tx, account.id, next)?;
            }
            Ok(account.id)
        })
        .await
}

/// Signs in by a key from a mail.
///
/// # Errors
/// Not found when the key is spent; forbidden when the account is suspended.
pub async fn sign_in_with_key(app: &App, token: &str, origin: Origin) -> Result<Begun> {
    let digest = hash(token);
    let account = app.db.read(move |q| owner(q, &digest)).await?;
    let fresh = Fresh::new(app, account, origin);
    let insert = fresh.clone();
    let (session, is_kept) = app
        .db
        .write(move |tx| {
            let now = tx.now();
            sql::spend_key(tx, &digest, Purpose::SignIn, now)?.ok_or_else(gone)?;
            let is_kept = welcome_back(tx, account)?;
            Ok((insert.insert(tx)?, is_kept))
        })
        .await?;
    Ok(Begun { is_kept, ..fresh.begun(session) })
}

/// Sets a new password by a key from a mail. All sessions and keys end, a new session begins.
///
/// # Errors
/// A complaint about `password`, which leaves the key good; not found when the key is spent.
pub async fn reset_with_key(app: &App, token: &str, new: Secret, origin: Origin) -> Result<Begun> {
    let digest = hash(token);
    let account = app
        .db
        .read(move |q| {
            let id = owner(q, &digest)?;
            accounts::get(q, id)
        })
        .await?;
    let new_hash = password::checked_hash(app, &account, new).await?;
    let fresh = Fresh::new(app, account.id, origin);
    let insert = fresh.clone();
    let (session, is_kept) = app
        .db
        .write(move |tx| {
            let now = tx.now();
            sql::spend_key(tx, &digest, Purpose::Reset, now)?.ok_or_else(gone)?;
            end_every(tx, account.id)?;
            accounts::set_password_hash(tx, account.id, &new_hash)?;
            accounts::enqueue_letter(tx, account.id, password::password_changed())?;
            let is_kept = welcome_back(tx, account.id)?;
            notices::tell_oneself(tx, account.id, Occasion::SecurityChanged)?;
            Ok((insert.insert(tx)?, is_kept))
        })
        .await?;
    Ok(Begun { is_kept, ..fresh.begun(session) })
}

fn owner(q: &mut kith_db::Query<'_>, digest: &[u8; 32]) -> Result<AccountId> {
    let now = q.now();
    Ok(sql::find_key(q, digest, now)?.ok_or_else(gone)?.account)
}

fn gone() -> Error {
    Error::new(kith_base::Kind::NotFound, "login-key-gone")
}

/// A complaint about the field of a code.
pub(super) fn wrong_code() -> Error {
    Error::invalid_fields(vec![FieldError { field: "code", message: "login-code-wrong".into() }])
}
