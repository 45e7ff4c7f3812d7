//! From a member's word to a token.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kith_base::{Error, MINUTE, Millis, Result, SECOND, Secret};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::{App, Asked, Exchange, Issued, Refusal, Scopes, hash, proven, redirects, sql};
use crate::kinds::AppId;
use crate::{AccountId, Viewer};

/// How long a code is good for.
pub const CODE_LIFE: Millis = MINUTE;
/// What the command line's own app is called.
const COMMAND_LINE: &str = "kith token create";

/// What a member is asked, checked and ready to be shown.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Who asks.
    pub app: App,
    /// For what.
    pub scopes: Scopes,
    /// Where the member is sent back to.
    pub redirect_uri: String,
}

/// Checks what an app asks. Nobody is sent to an address before it has passed here.
///
/// # Errors
/// [`Refusal`]s of the client, the address, the scope.
pub async fn look_at(app: &crate::App, asked: &Asked) -> Result<Invitation> {
    let client = super::by_client_id(app, &asked.client_id).await?;
    if !redirects::is_named(&client.redirect_uris, &asked.redirect_uri) {
        return Err(Refusal::Request.error());
    }
    let scopes = within(&client, &asked.scopes)?;
    Ok(Invitation { app: client, scopes, redirect_uri: asked.redirect_uri.clone() })
}

/// The scopes as sent, if the app may ask for them.
fn within(client: &App, sent: &str) -> Result<Scopes> {
    let scopes = Scopes::parse(sent).filter(|scopes| scopes.are_within(&client.scopes));
    scopes.ok_or_else(|| Refusal::Scope.error())
}

/// The viewer lets the app act for them: gives the code that goes back through the browser.
///
/// # Errors
/// As [`look_at`]; sign-in needed or forbidden for those who take no part.
pub async fn allow(app: &crate::App, viewer: &Viewer, asked: Asked) -> Result<Secret> {
    let account = viewer.active()?.id;
    let invitation = look_at(app, &asked).await?;
    let code = Secret::new(kith_base::random_token());
    let code_hash = hash(code.expose());
    let row = sql::Code {
        app: invitation.app.id,
        account,
        redirect_uri: asked.redirect_uri,
        scopes: invitation.scopes,
        challenge: (!asked.challenge.is_empty()).then_some(asked.challenge),
        expires_at: app.now() + CODE_LIFE,
    };
    app.db.write(move |tx| sql::insert_code(tx, &code_hash, &row)).await?;
    Ok(code)
}

/// Exchanges a code for a token. A code is gone after the first try, whether it fits or not.
///
/// # Errors
/// [`Refusal::Client`] and [`Refusal::Grant`].
pub async fn exchange(app: &crate::App, handed: Exchange) -> Result<Issued> {
    let client = match handed.client_secret.as_str() {
        // An app without a place for secrets proves itself by what only it knows: the verifier.
        "" if !handed.verifier.is_empty() => super::by_client_id(app, &handed.client_id).await?,
        secret => proven(app, &handed.client_id, secret).await?,
    };
    let code_hash = hash(&handed.code);
    let taken = app.db.write(move |tx| sql::take_code(tx, &code_hash)).await?;
    let code = taken
        .filter(|code| {
            code.app == client.id
                && code.redirect_uri == handed.redirect_uri
                && code.expires_at > app.now()
                && is_proven(code.challenge.as_deref(), &handed)
        })
        .ok_or_else(|| Refusal::Grant.error())?;
    issue(app, client.id, Some(code.account), code.scopes).await
}

/// RFC 7636, 4.6. Without a challenge the secret was the proof.
fn is_proven(challenge: Option<&str>, handed: &Exchange) -> bool {
    match challenge {
        None => !handed.client_secret.is_empty() && handed.verifier.is_empty(),
        Some(challenge) => {
            let made = URL_SAFE_NO_PAD.encode(Sha256::digest(handed.verifier.as_bytes()));
            bool::from(made.as_bytes().ct_eq(challenge.trim_end_matches('=').as_bytes()))
        }
    }
}

/// A token with which the app speaks for itself.
///
/// # Errors
/// [`Refusal::Client`] and [`Refusal::Scope`].
pub async fn for_app(app: &crate::App, client_id: &str, secret: &str, scopes: &str) -> Result<Issued> {
    let client = proven(app, client_id, secret).await?;
    let scopes = within(&client, scopes)?;
    issue(app, client.id, None, scopes).await
}

/// A token for a member, made without a browser: by the command line, or by an app right after it made the account.
///
/// # Errors
/// [`Refusal::Scope`] for scopes that nobody knows.
pub async fn for_account(
    app: &crate::App,
    client: Option<AppId>,
    account: AccountId,
    scopes: &str,
) -> Result<Issued> {
    let scopes = Scopes::parse(scopes).ok_or_else(|| Refusal::Scope.error())?;
    let client = match client {
        Some(client) => client,
        None => command_line_app(app).await?,
    };
    issue(app, client, Some(account), scopes).await
}

/// The app under which tokens of the command line stand in the list of connected apps.
async fn command_line_app(app: &crate::App) -> Result<AppId> {
    let scopes = Scopes::known().join(" ");
    let scopes = Scopes::parse(&scopes).ok_or_else(|| Error::internal("known scopes are known"))?;
    let secret_hash = hash(&kith_base::random_token());
    app.db
        .write(move |tx| {
            if let Some((known, _)) = sql::by_client_id(tx, COMMAND_LINE)? {
                return Ok(known.id);
            }
            let made = App {
                id: tx.new_id(),
                client_id: COMMAND_LINE.to_owned(),
                name: COMMAND_LINE.to_owned(),
                website: String::new(),
                redirect_uris: vec![redirects::OUT_OF_BAND.to_owned()],
                scopes: scopes.clone(),
            };
            sql::insert(tx, &made, &secret_hash)?;
            Ok(made.id)
        })
        .await
}

async fn issue(
    app: &crate::App,
    client: AppId,
    account: Option<AccountId>,
    scopes: Scopes,
) -> Result<Issued> {
    let token = Secret::new(kith_base::random_token());
    let token_hash = hash(token.expose());
    let granted = scopes.clone();
    app.db.write(move |tx| sql::insert_token(tx, &token_hash, client, account, &granted).map(drop)).await?;
    Ok(Issued { token, scopes, created_at: app.now() / SECOND * SECOND })
}
