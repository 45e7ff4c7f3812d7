//! Signing in with a password. Whoever tries gets the same answer in the same time whether the account exists or
//! not, and only so many tries: per account, per network and in all, counted in the database.

use kith_base::{Error, MINUTE, Millis, Result, Secret};

use super::{Begun, Fresh, Origin, blurred, device, sql};
use crate::accounts::Letter;
use crate::notices::{self, Occasion};
use crate::viewer::AccountState;
use crate::{AccountId, App, accounts, throttles};

const WINDOW: Millis = 15 * MINUTE;
const PER_ACCOUNT: i64 = 10;
const PER_DEVICE: i64 = 10;
const PER_NETWORK: i64 = 60;
const IN_ALL: i64 = 20_000;

/// An attempt to sign in.
#[derive(Clone, Debug)]
pub struct NewSignIn {
    /// Handle or mail address as typed.
    pub login: String,
    /// Password as typed.
    pub password: Secret,
    /// The mark of an earlier sign-in from this browser, if it has one.
    pub device: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Signs in. An account that rested or was about to be deleted comes back by it.
///
/// # Errors
/// A complaint about `password` when account and password do not fit; forbidden when the account is suspended; rate
/// limited; overloaded.
pub async fn sign_in(app: &App, new: NewSignIn) -> Result<Begun> {
    let login = new.login.clone();
    let known = app
        .db
        .read(move |q| {
            let Some(id) = accounts::find_by_login(q, &login)? else { return Ok(None) };
            let account = accounts::get(q, id)?;
            Ok(Some((id, account.state, accounts::password_hash(q, id)?)))
        })
        .await
        .or_else(|error| if error.is_not_found() { Ok(None) } else { Err(error) })?;

    let budget = Budget::take(app, known.as_ref().map(|(id, ..)| *id), &new).await?;
    let hash = known.as_ref().and_then(|(.., hash)| hash.clone());
    let fits = app.passwords.verify(new.password, hash).await?;
    let (id, state) = match known {
        Some((id, state, _)) if fits => (id, state),
        _ => return Err(Error::invalid("password", "login-wrong")),
    };
    let is_strange = budget.network.is_some();
    budget.give_back(app).await?;
    if state == AccountState::Suspended {
        return Err(Error::forbidden("login-suspended"));
    }
    admit(app, id, new.origin, is_strange).await
}

/// Begins the session of somebody who has shown who they are, and brings the account back if it rested. Its owner is told
/// of a browser that `is_strange`, unless it is the only one there is.
///
/// # Errors
/// Forbidden when the account has been suspended or erased meanwhile.
async fn admit(app: &App, account: AccountId, origin: Origin, is_strange: bool) -> Result<Begun> {
    let fresh = Fresh::new(app, account, origin);
    let insert = fresh.clone();
    let (session, is_kept) = app
        .db
        .write(move |tx| {
            let is_kept = welcome_back(tx, account)?;
            if is_strange && sql::has_session(tx, account)? {
                notices::tell_oneself(tx, account, Occasion::SecurityLogin)?;
            }
            Ok((insert.insert(tx)?, is_kept))
        })
        .await?;
    Ok(Begun { is_kept, ..fresh.begun(session) })
}

/// Ends rest and a planned deletion; refuses who may not come in. Whether a deletion was taken back, which nobody should
/// do without noticing: they get a letter too.
pub(super) fn welcome_back(tx: &mut kith_db::Tx<'_>, id: AccountId) -> Result<bool> {
    let account = accounts::get(tx, id)?;
    match account.state {
        AccountState::Suspended | AccountState::Deleted => Err(Error::forbidden("login-suspended")),
        AccountState::Deactivated | AccountState::DeletionScheduled => {
            accounts::set_leaving(tx, id, None, None)?;
            accounts::set_state(tx, id, AccountState::Active)?;
            let is_kept = account.state == AccountState::DeletionScheduled;
            if is_kept {
                let letter = Letter::new("mail-kept-subject", "mail-kept-body").to("/settings/leave");
                accounts::enqueue_letter(tx, id, letter)?;
            }
            Ok(is_kept)
        }
        AccountState::Active | AccountState::PendingApproval | AccountState::PendingEmail => Ok(false),
    }
}

/// What an attempt has been counted on.
struct Budget {
    own: (&'static str, String),
    network: Option<String>,
}

impl Budget {
    /// Counts the attempt before the password is looked at, so that many at once do not slip through.
    async fn take(app: &App, account: Option<AccountId>, new: &NewSignIn) -> Result<Self> {
        let mark = new.device.as_deref();
        if let Some((account, nonce)) =
            account.and_then(|account| Some((account, device::check(app, account, mark?)?)))
        {
            // Others who try this account do not use up the tries of a browser that has been in before.
            let own = ("sign-in.device", format!("{account}.{nonce}"));
            throttles::take(app, own.0, &own.1, PER_DEVICE, WINDOW).await?;
            return Ok(Self { own, network: None });
        }
        throttles::take(app, "sign-in.network", &new.origin.network, PER_NETWORK, WINDOW).await?;
        // Handle and mail address lead to one account and share its tries.
        let subject = account.map_or_else(|| blurred(&new.login), |account| account.to_string());
        let own = ("sign-in.account", subject);
        throttles::take(app, own.0, &own.1, PER_ACCOUNT, WINDOW).await?;
        throttles::take(app, "sign-in.all", "", IN_ALL, WINDOW).await?;
        Ok(Self { own, network: Some(new.origin.network.clone()) })
    }

    /// The attempt was an honest one.
    async fn give_back(self, app: &App) -> Result<()> {
        throttles::forgive(app, self.own.0, &self.own.1).await?;
        if let Some(network) = self.network {
            throttles::give_back(app, "sign-in.network", &network).await?;
        }
        Ok(())
    }
}
