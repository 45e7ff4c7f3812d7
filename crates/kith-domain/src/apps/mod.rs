//! Apps that act for members: OAuth 2 (RFC 6749, RFC 7636, RFC 9700) in the shape that Mastodon's clients know.
//!
//! Secrets, codes and tokens are kept as hashes. A token has no end of its own, as clients of this API expect; it ends
//! when its owner ends it, changes the password, is suspended or leaves.

mod cache;
mod grants;
mod model;
pub mod redirects;
mod scopes;
mod sql;

use std::collections::HashMap;
use std::sync::Arc;

use kith_base::{DAY, Error, HOUR, Kind, Millis, Result, Secret};
use kith_db::Tx;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

pub use cache::{TokenCache, connect};
pub use grants::{CODE_LIFE, Invitation, allow, exchange, for_account, for_app, look_at};
pub use model::{App, Asked, Connected, Exchange, Granted, Issued, NewApp, Registered};
pub use scopes::Scopes;

use crate::changes::{self, Change};
use crate::kinds::AppId;
use crate::work::Upkeep;
use crate::{AccountId, Viewer, throttles};

/// Name of an app, in characters.
const NAME: usize = 60;
/// An app that nobody let act for them is forgotten after so long.
const UNUSED: Millis = 30 * DAY;
/// Apps that one network may make known in an hour.
const PER_HOUR: i64 = 60;

/// Why an app is refused, as the code of RFC 6749 that its own programmers look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such app, or its secret is wrong.
    Client,
    /// The code is not there, was used, or belongs to another app or address.
    Grant,
    /// The app asks for more than it made known, or for what nobody knows.
    Scope,
    /// Something that has to be there is missing.
    Request,
}

impl Refusal {
    /// The refusal inside an error of this feature.
    pub fn of(error: &Error) -> Option<Self> {
        match error.message().key {
            "apps-unknown-client" => Some(Self::Client),
            "apps-unknown-code" => Some(Self::Grant),
            "apps-unknown-scope" => Some(Self::Scope),
            "apps-wrong-redirect" => Some(Self::Request),
            _ => None,
        }
    }

    fn error(self) -> Error {
        match self {
            Self::Client => Error::new(Kind::Forbidden, "apps-unknown-client"),
            Self::Grant => Error::new(Kind::Conflict, "apps-unknown-code"),
            Self::Scope => Error::new(Kind::Invalid, "apps-unknown-scope"),
            Self::Request => Error::new(Kind::Invalid, "apps-wrong-redirect"),
        }
    }
}

/// Makes an app known.
///
/// # Errors
/// Invalid with every field that breaks a rule; rate limited.
pub async fn register(app: &crate::App, new: NewApp) -> Result<Registered> {
    throttles::take(app, "apps.register", &new.network, PER_HOUR, HOUR).await?;
    let name = kith_text::normalise_line(&new.name);
    if name.is_empty() {
        return Err(Error::invalid("client_name", "apps-name-missing"));
    }
    let website = match url::Url::parse(new.website.trim()) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => url.to_string(),
        _ => String::new(),
    };
    let redirect_uris = redirects::checked(&new.redirect_uris)
        .ok_or_else(|| Error::invalid("redirect_uris", "apps-redirect-not-taken"))?;
    let scopes = Scopes::parse(&new.scopes).ok_or_else(|| Error::invalid("scopes", "apps-unknown-scope"))?;
    let secret = Secret::new(kith_base::random_token());
    let made = App {
        id: AppId::new(0),
        client_id: kith_base::random_token(),
        name: name.chars().take(NAME).collect(),
        website: website.chars().take(2_000).collect(),
        redirect_uris,
        scopes,
    };
    let secret_hash = hash(secret.expose());
    let made = app
        .db
        .write(move |tx| {
            let made = App { id: tx.new_id(), ..made.clone() };
            sql::insert(tx, &made, &secret_hash)?;
            Ok(made)
        })
        .await?;
    Ok(Registered { app: made, secret })
}

/// The app behind `client_id`.
///
/// # Errors
/// [`Refusal::Client`] when there is none.
pub async fn by_client_id(app: &crate::App, client_id: &str) -> Result<App> {
    let client_id = client_id.to_owned();
    let found = app.db.read(move |q| sql::by_client_id(q, &client_id)).await?;
    found.map(|(app, _)| app).ok_or_else(|| Refusal::Client.error())
}

/// The app with this id.
///
/// # Errors
/// NotFound when it is gone.
pub async fn get(app: &crate::App, id: AppId) -> Result<App> {
    app.db.read(move |q| sql::by_id(q, id)).await?.ok_or_else(Error::not_found)
}

/// The app that knows its secret.
async fn proven(app: &crate::App, client_id: &str, secret: &str) -> Result<App> {
    let client_id = client_id.to_owned();
    let found = app.db.read(move |q| sql::by_client_id(q, &client_id)).await?;
    let (found, secret_hash) = found.ok_or_else(|| Refusal::Client.error())?;
    if bool::from(secret_hash.ct_eq(hash(secret).as_slice())) {
        Ok(found)
    } else {
        Err(Refusal::Client.error())
    }
}

/// Whom `token` speaks for, if it has not ended.
///
/// # Errors
/// Internal when the database fails.
pub async fn find(app: &crate::App, token: &str) -> Result<Option<Granted>> {
    if token.len() != 43 {
        return Ok(None);
    }
    let (hash, now) = (hash(token), app.now());
    let known = match app.tokens.0.get(&hash) {
        Some(known) => known,
        None => {
            let mark = app.tokens.0.mark();
            let Some((id, of, account, scopes, seen_at)) =
                app.db.read(move |q| sql::find_token(q, &hash)).await?
            else {
                return Ok(None);
            };
            let granted = Granted { id, app: of, account, scopes: Arc::new(scopes) };
            let known = cache::Known { granted, seen_at };
            app.tokens.0.keep(mark, &hash, known.clone());
            known
        }
    };
    if known.seen_at + HOUR <= now {
        let mark = app.tokens.0.mark();
        let (id, account) = (known.granted.id, known.granted.account);
        app.db
            .write(move |tx| {
                sql::touch_token(tx, id, now)?;
                account.map_or(Ok(()), |account| crate::accounts::touch(tx, account))
            })
            .await?;
        app.tokens.0.keep(mark, &hash, cache::Known { seen_at: now, ..known.clone() });
    }
    Ok(Some(known.granted))
}

/// Ends a token of the app (RFC 7009). One that is not there is as good as ended.
///
/// # Errors
/// [`Refusal::Client`] when the app does not know its secret.
pub async fn revoke(app: &crate::App, client_id: &str, secret: &str, token: &str) -> Result<()> {
    let client = proven(app, client_id, secret).await?.id;
    let hash = hash(token);
    app.db
        .write(move |tx| {
            if let Some(account) = sql::end_token(tx, &hash, client)? {
                changes::record(tx, Change::TokensEnded { account });
            }
            Ok(())
        })
        .await
}

/// Ends everything that lets apps act for `account`, inside the caller's transaction.
///
/// # Errors
/// Internal when the database fails.
pub fn end_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    sql::end_all(tx, account)?;
    changes::record(tx, Change::TokensEnded { account: Some(account) });
    Ok(())
}

/// Apps that may act for the viewer, the one that was there last first.
///
/// # Errors
/// Sign-in needed for visitors.
pub async fn connected(app: &crate::App, viewer: &Viewer) -> Result<Vec<Connected>> {
    let me = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let tokens = app.db.read(move |q| sql::connected(q, me)).await?;
    let mut seen: HashMap<AppId, usize> = HashMap::new();
    let mut apps: Vec<Connected> = Vec::new();
    for token in tokens {
        // Several tokens of one app are one app to its user.
        match seen.get(&token.id).and_then(|at| apps.get_mut(*at)) {
            Some(known) => {
                known.created_at = known.created_at.min(token.created_at);
                known.scopes.add(&token.scopes);
            }
            None => {
                seen.insert(token.id, apps.len());
                apps.push(token);
            }
        }
    }
    Ok(apps)
}

/// Lets an app act for the viewer no longer.
///
/// # Errors
/// Not found when it did not.
pub async fn disconnect(app: &crate::App, viewer: &Viewer, id: AppId) -> Result<()> {
    let me = viewer.id().ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            if sql::disconnect(tx, me, id)? == 0 {
                return Err(Error::not_found());
            }
            changes::record(tx, Change::TokensEnded { account: Some(me) });
            Ok(())
        })
        .await
}

/// What is kept of a secret: enough to know it again, not to make it.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

inventory::submit! {
    Upkeep { name: "apps.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<crate::App>) -> Result<()> {
    app.db
        .write(|tx| {
            let now = tx.now();
            sql::sweep_codes(tx, now)?;
            sql::sweep_apps(tx, now - UNUSED)
        })
        .await
}
