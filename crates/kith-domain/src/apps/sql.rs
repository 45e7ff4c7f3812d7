//! The statements of apps, their codes and their tokens.

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::{App, Connected, Scopes};
use crate::AccountId;
use crate::kinds::{AppId, AppTokenId, RowId};

statement!(
    INSERT,
    "apps.insert",
    "INSERT INTO apps (id, client_id, secret_hash, name, website, redirect_uris, scopes, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    BY_CLIENT_ID,
    "apps.by_client_id",
    "SELECT id, client_id, secret_hash, name, website, redirect_uris, scopes FROM apps WHERE client_id = $1"
);
statement!(
    BY_ID,
    "apps.by_id",
    "SELECT id, client_id, secret_hash, name, website, redirect_uris, scopes FROM apps WHERE id = $1"
);
statement!(
    SWEEP_APPS,
    "apps.sweep",
    "DELETE FROM apps WHERE created_at < $1
        AND NOT EXISTS (SELECT 1 FROM app_tokens t WHERE t.app_id = apps.id)"
);

pub(super) fn insert(tx: &mut Tx<'_>, app: &App, secret_hash: &[u8; 32]) -> Result<()> {
    let now = tx.now();
    tx.run(
        &INSERT,
        &params![
            app.id,
            &app.client_id,
            secret_hash.as_slice(),
            &app.name,
            &app.website,
            app.redirect_uris.join("\n"),
            app.scopes.to_string(),
            now
        ],
    )
    .map(drop)
}

/// The app with the hash of its secret.
pub(super) fn by_client_id(q: &mut Query<'_>, client_id: &str) -> Result<Option<(App, Vec<u8>)>> {
    q.find(&BY_CLIENT_ID, &params![client_id], app_row)
}

pub(super) fn by_id(q: &mut Query<'_>, id: AppId) -> Result<Option<App>> {
    Ok(q.find(&BY_ID, &params![id], app_row)?.map(|(app, _)| app))
}

fn app_row(row: &Row<'_>) -> Result<(App, Vec<u8>)> {
    let app = App {
        id: row.id("id")?,
        client_id: row.text("client_id")?,
        name: row.text("name")?,
        website: row.text("website")?,
        redirect_uris: row.text("redirect_uris")?.lines().map(str::to_owned).collect(),
        scopes: scopes(row)?,
    };
    Ok((app, row.bytes("secret_hash")?))
}

fn scopes(row: &Row<'_>) -> Result<Scopes> {
    let text = row.text("scopes")?;
    Scopes::parse(&text).ok_or_else(|| Error::internal(format!("scopes hold {text}")))
}

pub(super) fn sweep_apps(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP_APPS, &params![before]).map(drop)
}

statement!(
    INSERT_CODE,
    "apps.insert_code",
    "INSERT INTO app_codes (id, code_hash, app_id, account_id, redirect_uri, scopes, challenge, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
// Whether it fits or not, a code is gone after the first try.
statement!(
    TAKE_CODE,
    "apps.take_code",
    "DELETE FROM app_codes WHERE code_hash = $1
  RETURNING app_id, account_id, redirect_uri, scopes, challenge, expires_at"
);
statement!(SWEEP_CODES, "apps.sweep_codes", "DELETE FROM app_codes WHERE expires_at < $1");
statement!(END_CODES, "apps.end_codes", "DELETE FROM app_codes WHERE account_id = $1");

/// A member's word on its way.
#[derive(Clone, Debug)]
pub(super) struct Code {
    pub app: AppId,
    pub account: AccountId,
    pub redirect_uri: String,
    pub scopes: Scopes,
    pub challenge: Option<String>,
    pub expires_at: Millis,
}

pub(super) fn insert_code(tx: &mut Tx<'_>, hash: &[u8; 32], code: &Code) -> Result<()> {
    let id: RowId = tx.new_id();
    tx.run(
        &INSERT_CODE,
        &params![
            id,
            hash.as_slice(),
            code.app,
            code.account,
            &code.redirect_uri,
            code.scopes.to_string(),
            code.challenge.clone(),
            code.expires_at
        ],
    )
    .map(drop)
}

pub(super) fn take_code(tx: &mut Tx<'_>, hash: &[u8; 32]) -> Result<Option<Code>> {
    tx.find(&TAKE_CODE, &params![hash.as_slice()], |row| {
        Ok(Code {
            app: row.id("app_id")?,
            account: row.id("account_id")?,
            redirect_uri: row.text("redirect_uri")?,
            scopes: scopes(row)?,
            challenge: row.opt_text("challenge")?,
            expires_at: row.int("expires_at")?,
        })
    })
}

pub(super) fn sweep_codes(tx: &mut Tx<'_>, now: Millis) -> Result<()> {
    tx.run(&SWEEP_CODES, &params![now]).map(drop)
}

statement!(
    INSERT_TOKEN,
    "apps.insert_token",
    "INSERT INTO app_tokens (id, token_hash, app_id, account_id, scopes, created_at, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)"
);
statement!(
    FIND_TOKEN,
    "apps.find_token",
    "SELECT id, app_id, account_id, scopes, seen_at FROM app_tokens WHERE token_hash = $1"
);
statement!(TOUCH_TOKEN, "apps.touch_token", "UPDATE app_tokens SET seen_at = $2 WHERE id = $1");
statement!(
    END_TOKEN,
    "apps.end_token",
    "DELETE FROM app_tokens WHERE token_hash = $1 AND app_id = $2 RETURNING account_id"
);
statement!(END_TOKENS, "apps.end_tokens", "DELETE FROM app_tokens WHERE account_id = $1");
// What woke an app ends with its token, whichever way that ended.
statement!(
    END_PUSH,
    "apps.end_push",
    "DELETE FROM push_subscriptions
      WHERE account_id = $1
        AND token_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM app_tokens t WHERE t.id = push_subscriptions.token_id)"
);
statement!(DISCONNECT, "apps.disconnect", "DELETE FROM app_tokens WHERE account_id = $1 AND app_id = $2");
statement!(
    CONNECTED,
    "apps.connected",
    "SELECT a.id, a.name, a.website, t.scopes, t.created_at, t.seen_at
       FROM app_tokens t
       JOIN apps a ON a.id = t.app_id
      WHERE t.account_id = $1
      ORDER BY t.seen_at DESC, t.id DESC"
);

pub(super) fn insert_token(
    tx: &mut Tx<'_>,
    hash: &[u8; 32],
    app: AppId,
    account: Option<AccountId>,
    scopes: &Scopes,
) -> Result<AppTokenId> {
    let (id, now) = (tx.new_id(), tx.now());
    tx.run(&INSERT_TOKEN, &params![id, hash.as_slice(), app, account, scopes.to_string(), now])?;
    Ok(id)
}

/// A token's row: id, app, account, scopes, when it was seen.
pub(super) type TokenRow = (AppTokenId, AppId, Option<AccountId>, Scopes, Millis);

pub(super) fn find_token(q: &mut Query<'_>, hash: &[u8; 32]) -> Result<Option<TokenRow>> {
    q.find(&FIND_TOKEN, &params![hash.as_slice()], |row| {
        Ok((row.id("id")?, row.id("app_id")?, row.opt_id("account_id")?, scopes(row)?, row.int("seen_at")?))
    })
}

pub(super) fn touch_token(tx: &mut Tx<'_>, id: AppTokenId, now: Millis) -> Result<()> {
    tx.run(&TOUCH_TOKEN, &params![id, now]).map(drop)
}

/// Ends a token of `app`; gives whose it was.
pub(super) fn end_token(tx: &mut Tx<'_>, hash: &[u8; 32], app: AppId) -> Result<Option<Option<AccountId>>> {
    let ended = tx.find(&END_TOKEN, &params![hash.as_slice(), app], |row| row.opt_id("account_id"))?;
    if let Some(Some(account)) = ended {
        tx.run(&END_PUSH, &params![account])?;
    }
    Ok(ended)
}

/// Ends everything that lets apps act for `account`.
pub(super) fn end_all(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&END_CODES, &params![account])?;
    tx.run(&END_TOKENS, &params![account])?;
    tx.run(&END_PUSH, &params![account]).map(drop)
}

pub(super) fn disconnect(tx: &mut Tx<'_>, account: AccountId, app: AppId) -> Result<u64> {
    let ended = tx.run(&DISCONNECT, &params![account, app])?;
    tx.run(&END_PUSH, &params![account])?;
    Ok(ended)
}

pub(super) fn connected(q: &mut Query<'_>, account: AccountId) -> Result<Vec<Connected>> {
    q.all(&CONNECTED, &params![account], |row| {
        Ok(Connected {
            id: row.id("id")?,
            name: row.text("name")?,
            website: row.text("website")?,
            scopes: scopes(row)?,
            created_at: row.int("created_at")?,
            seen_at: row.int("seen_at")?,
        })
    })
}
