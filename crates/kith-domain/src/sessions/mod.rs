//! Who is signed in where, and the one-time keys that lead to a session.

mod acting;
mod applicant;
mod cache;
mod device;
mod keys;
mod password;
mod recovery;
mod sign_in;
mod sql;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use kith_base::{DAY, Error, HOUR, Millis, Result, SECOND, Secret};
use kith_db::Tx;
use kith_text::normalise_line;
use sha2::{Digest, Sha256};

use crate::changes::{self, Change};
use crate::kinds::SessionId;
use crate::work::Upkeep;
use crate::{AccountId, App, Viewer, accounts, apps};

pub(crate) use acting::{act_as, stop_acting};
pub use applicant::{confirm_email_again, correct_email};
pub use cache::{SessionCache, connect};
pub use device::device_name;
pub use keys::{
    KeyView, Purpose, confirm_email, mail_confirmation, mail_key, peek, remove_email, request_email,
    request_reset, request_sign_in_link, reset_with_key, sign_in_with_key,
};
pub use password::{change_password, confirm_password, set_password};
pub use recovery::{RecoveryCode, make_recovery_code, recover_with_code};
pub use sign_in::{NewSignIn, sign_in};

/// A session ends when it has not been used for so long.
pub const SESSION_LIFE: Millis = 60 * DAY;
/// A member has at most so many; the ones that have rested longest go first.
const SESSIONS: i64 = 50;
/// A name for a session is at most so long.
const SESSION_NAME: usize = 60;

/// A valid session and whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The session.
    pub session: SessionId,
    /// Whose it is.
    pub account: AccountId,
    /// As which page they act in it.
    pub acts_as: Option<AccountId>,
}

impl SignedIn {
    /// Whether whoever comes with the session comes as `account`.
    pub fn is_as(&self, account: AccountId) -> bool {
        self.acts_as.unwrap_or(self.account) == account
    }
}

/// A session that has just begun. The token goes into the cookie and is kept nowhere else.
#[derive(Clone, Debug)]
pub struct Begun {
    /// What the cookie holds.
    pub token: Secret,
    /// The session and whose it is.
    pub signed_in: SignedIn,
    /// Proof that this browser has once signed in to the account: it does not let anybody in, but keeps honest
    /// members from being shut out while others try passwords.
    pub device: Secret,
    /// Whether it took back the deletion that the account was waiting for.
    pub is_kept: bool,
}

/// Where somebody comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The browser's own description.
    pub user_agent: String,
    /// The network (/24 or /48), never the address.
    pub network: String,
}

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct Session {
    /// The id.
    pub id: SessionId,
    /// The name they gave it, or what the browser calls itself.
    pub name: String,
    /// The network it began from.
    pub network: String,
    /// When it began.
    pub created_at: Millis,
    /// When it was used last, to the hour.
    pub seen_at: Millis,
}

/// The session that belongs to the cookie `token`, if there is one that has not ended.
///
/// # Errors
/// Internal when the database fails.
pub async fn find(app: &App, token: &str) -> Result<Option<SignedIn>> {
    if token.len() != 43 {
        return Ok(None);
    }
    let hash = hash(token);
    let now = app.now();
    let known = match app.sessions.0.get(&hash) {
        Some(known) => known,
        None => {
            let mark = app.sessions.0.mark();
            let Some(known) = app.db.read(move |q| sql::find(q, &hash)).await? else { return Ok(None) };
            app.sessions.0.keep(mark, &hash, known);
            known
        }
    };
    if known.expires_at <= now {
        app.sessions.0.forget(&hash);
        return Ok(None);
    }
    if known.seen_at + HOUR <= now {
        let mark = app.sessions.0.mark();
        let signed_in = known.signed_in;
        app.db
            .write(move |tx| {
                sql::touch(tx, signed_in.session, now, now + SESSION_LIFE)?;
                accounts::touch(tx, signed_in.account)
            })
            .await?;
        app.sessions.0.keep(
            mark,
            &hash,
            cache::Known { seen_at: now, expires_at: now + SESSION_LIFE, ..known },
        );
    }
    Ok(Some(known.signed_in))
}

/// Begins a session for an account whose owner has shown that they are the one.
///
/// # Errors
/// Internal when the database fails.
pub async fn begin(app: &App, account: AccountId, origin: Origin) -> Result<Begun> {
    let new = Fresh::new(app, account, origin);
    let insert = new.clone();
    let session = app.db.write(move |tx| insert.insert(tx)).await?;
    Ok(new.begun(session))
}

/// A session about to be written. The token is made outside of the transaction, which may run twice.
#[derive(Clone)]
struct Fresh {
    account: AccountId,
    token: Secret,
    device: Secret,
    origin: Origin,
}

impl Fresh {
    fn new(app: &App, account: AccountId, origin: Origin) -> Self {
        let token = Secret::new(kith_base::random_token());
        Self { account, token, device: device::make(app, account), origin }
    }

    fn insert(&self, tx: &mut Tx<'_>) -> Result<SessionId> {
        let now = tx.now();
        let id = tx.new_id();
        sql::insert(tx, id, self.account, &hash(self.token.expose()), &self.origin, now, now + SESSION_LIFE)?;
        if sql::end_oldest(tx, self.account, SESSIONS)? > 0 {
            changes::record(tx, Change::SessionsEnded { account: self.account });
        }
        accounts::touch(tx, self.account)?;
        Ok(id)
    }

    fn begun(self, session: SessionId) -> Begun {
        let signed_in = SignedIn { session, account: self.account, acts_as: None };
        Begun { token: self.token, signed_in, device: self.device, is_kept: false }
    }
}

/// Ends every session of `account` and every key that could lead to one, inside the caller's transaction.
///
/// # Errors
/// Internal when the database fails.
pub fn end_every(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    sql::end_all(tx, account, None)?;
    sql::drop_keys(tx, account)?;
    apps::end_all(tx, account)?;
    changes::record(tx, Change::SessionsEnded { account });
    Ok(())
}

/// The viewer's sessions, the one used last first.
///
/// # Errors
/// Sign-in needed for visitors.
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Session>> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let now = app.now();
    app.db.read(move |q| sql::list(q, id, now)).await
}

/// Gives one of the viewer's sessions a name.
///
/// # Errors
/// Not found when it is not theirs.
pub async fn rename(app: &App, viewer: &Viewer, session: SessionId, name: String) -> Result<()> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let name: String = normalise_line(&name).chars().take(SESSION_NAME).collect();
    app.db
        .write(
            move |tx| {
                if sql::rename(tx, id, session, &name)? == 0 { Err(Error::not_found()) } else { Ok(()) }
            },
        )
        .await
}

/// Ends one of the viewer's sessions.
///
/// # Errors
/// Not found when it is not theirs.
pub async fn end(app: &App, viewer: &Viewer, session: SessionId) -> Result<()> {
    let account = viewer.id().ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            if sql::end(tx, account, session)? == 0 {
                return Err(Error::not_found());
            }
            changes::record(tx, Change::SessionsEnded { account });
            Ok(())
        })
        .await
}

/// Ends the viewer's sessions, all but `keep`.
///
/// # Errors
/// Sign-in needed for visitors.
pub async fn end_all(app: &App, viewer: &Viewer, keep: Option<SessionId>) -> Result<()> {
    let account = viewer.id().ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            sql::end_all(tx, account, keep)?;
            changes::record(tx, Change::SessionsEnded { account });
            Ok(())
        })
        .await
}

/// What is kept of a token: enough to know it again, not to make it.
fn hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

/// A subject for throttles that tells nothing about what was typed.
fn blurred(typed: &str) -> String {
    let folded = kith_text::names::fold(typed.trim().trim_start_matches('@'));
    hash(&folded).iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}

inventory::submit! {
    Upkeep { name: "sessions.sweep", every: 600 * SECOND, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let now = tx.now();
            sql::sweep_sessions(tx, now)?;
            sql::sweep_keys(tx, now - DAY)
        })
        .await
}
