//! Proof of work for forms that strangers may send: a price in computing time, each proof good for one thing. It says
//! nothing about who somebody is, so whoever has none is not refused but looked at by a person.

mod sql;

use std::collections::BTreeMap;
use std::sync::Arc;

use altcha::{CreateChallengeOptions, Payload, VerifySolutionOptions};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use kith_base::{Error, HOUR, MINUTE, Millis, Result};
use kith_db::Tx;
use sha2::{Digest, Sha256};

use crate::App;
use crate::work::Upkeep;

/// How long a proof may take and lie about. Long enough for a form that asks questions.
const LIFE: Millis = 30 * MINUTE;
/// A payload that a browser sends is far shorter.
const LONGEST_PAYLOAD: usize = 4_000;
/// Name of the moment of expiry inside the signed challenge.
const UNTIL: &str = "until";

/// A proof that holds and has perhaps been used already: [`spend`] says so.
#[derive(Clone, Debug)]
pub struct Proof {
    digest: String,
    expires_at: Millis,
}

/// A fresh challenge as JSON for the browser. Browsers derive keys natively on secure pages only; elsewhere the
/// challenge is one that a script can work through by itself.
///
/// # Errors
/// Internal when the library refuses our own options.
pub fn challenge(app: &App, is_secure: bool) -> Result<String> {
    let (algorithm, cost, key_prefix) =
        if is_secure { ("PBKDF2/SHA-256", 5_000, "00") } else { ("SHA-256", 50, "000") };
    let until = app.now() + LIFE;
    let challenge = altcha::create_challenge(CreateChallengeOptions {
        algorithm: algorithm.to_owned(),
        cost,
        key_prefix: key_prefix.to_owned(),
        // The program's own clock decides about the end, so it travels as signed data.
        data: Some(BTreeMap::from([(UNTIL.to_owned(), until.into())])),
        hmac_signature_secret: Some(key(app)?),
        ..CreateChallengeOptions::default()
    })
    .map_err(|problem| Error::internal(problem.to_string()))?;
    Ok(serde_json::to_string(&challenge)?)
}

/// The proof inside what a form sent; `None` when there is none, when it is not for a challenge of ours, too old or
/// wrong.
///
/// # Errors
/// Internal when no key can be made.
pub fn check(app: &App, payload: &str) -> Result<Option<Proof>> {
    let payload = payload.trim();
    if payload.is_empty() || payload.len() > LONGEST_PAYLOAD {
        return Ok(None);
    }
    let Some(payload) =
        STANDARD.decode(payload).ok().and_then(|json| serde_json::from_slice::<Payload>(&json).ok())
    else {
        return Ok(None);
    };
    let parameters = &payload.challenge.parameters;
    let until = parameters.data.as_ref().and_then(|data| data.get(UNTIL)).and_then(serde_json::Value::as_i64);
    let Some(expires_at) = until.filter(|until| *until > app.now()) else { return Ok(None) };
    // A wrong solution and words that are no numbers are the same to us.
    let verified =
        altcha::verify_solution(VerifySolutionOptions::new(&payload.challenge, &payload.solution, key(app)?))
            .is_ok_and(|result| result.verified);
    if !verified {
        return Ok(None);
    }
    let digest = hex(&Sha256::digest(format!("{}.{}", parameters.nonce, parameters.salt).to_lowercase()));
    Ok(Some(Proof { digest, expires_at }))
}

/// Uses the proof up inside the write that it pays for. False when it has paid for something before.
///
/// # Errors
/// Internal when the database fails.
pub fn spend(tx: &mut Tx<'_>, proof: &Proof) -> Result<bool> {
    sql::spend(tx, &proof.digest, proof.expires_at)
}

/// A key of its own, so that a challenge can never pass for another signed thing.
fn key(app: &App) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(app.key.expose().as_bytes())
        .map_err(|problem| Error::internal(problem.to_string()))?;
    mac.update(b"proof of work");
    Ok(hex(&mac.finalize().into_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

inventory::submit! {
    Upkeep { name: "proofs.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db.write(sql::sweep).await
}
