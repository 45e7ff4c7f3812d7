//! Web push: what wakes an app, encrypted for it alone (RFC 8291, and the draft before it that most apps still ask for),
//! and signed so that push services know which server it comes from (RFC 8292).

mod seal;
#[cfg(test)]
mod tests;

use base64::Engine;
use base64::engine::general_purpose::{URL_SAFE, URL_SAFE_NO_PAD};
use hyper::header::{HeaderMap, HeaderValue};
use kith_base::{Error, HOUR, Millis, Result, SECOND, Secret};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Map, Value, json};

use crate::target::Target;

/// So long a push service may keep what the device is not there to take.
pub const LIFE: Millis = 48 * HOUR;
/// So long a signature is good for; services take no more than a day.
const SIGNED_FOR: Millis = 12 * HOUR;

/// The key by which push services know this server. Apps ask for its public half, and whoever subscribes with that one
/// hears from no other server.
pub struct ServerKey {
    pair: EcdsaKeyPair,
}

impl ServerKey {
    /// A new key, as it is kept.
    ///
    /// # Errors
    /// Internal when the system gives no random bytes.
    pub fn fresh() -> Result<Secret> {
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| Error::internal("no key was made"))?;
        Ok(Secret::new(URL_SAFE_NO_PAD.encode(made.as_ref())))
    }

    /// The key that was kept.
    ///
    /// # Errors
    /// Internal when it is none.
    pub fn read(kept: &Secret) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(kept.expose()).map_err(Error::internal)?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &bytes, &SystemRandom::new());
        Ok(Self { pair: pair.map_err(|_| Error::internal("the key for push services cannot be read"))? })
    }

    /// The public half, as apps are told it.
    pub fn public(&self) -> String {
        URL_SAFE.encode(self.pair.public_key())
    }

    fn public_in_headers(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.pair.public_key())
    }

    /// A signed word for the service at `audience`: who sends this, and until when the word is good.
    fn sign(&self, audience: &str, contact: &str, now: Millis) -> Option<String> {
        let mut claims = Map::new();
        claims.insert("aud".into(), audience.into());
        claims.insert("exp".into(), ((now + SIGNED_FOR) / SECOND).into());
        if contact.starts_with("mailto:") || contact.starts_with("https:") {
            claims.insert("sub".into(), contact.into());
        }
        let coded = |part: Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let signed =
            format!("{}.{}", coded(json!({ "typ": "JWT", "alg": "ES256" })), coded(Value::Object(claims)));
        let signature = self.pair.sign(&SystemRandom::new(), signed.as_bytes()).ok()?;
        Some(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref())))
    }
}

/// An app's way to be woken.
#[derive(Clone, Copy, Debug)]
pub struct Receiver<'a> {
    /// Where its push service takes things for it.
    pub endpoint: &'a str,
    /// Its public key, as a point that is written out.
    pub p256dh: &'a [u8],
    /// The secret that it shares with us.
    pub auth: &'a [u8],
    /// Whether it reads RFC 8291, and not the draft before it.
    pub is_standard: bool,
}

/// Headers and body that carry `words` to `receiver` and that nobody in between can read; `contact` is where a push
/// service finds whoever runs this server. None when its keys are none, or the words are too many.
pub fn letter(
    key: &ServerKey,
    receiver: Receiver<'_>,
    words: &[u8],
    contact: &str,
    now: Millis,
) -> Option<(HeaderMap, Vec<u8>)> {
    let word = key.sign(&Target::parse(receiver.endpoint)?.origin, contact, now)?;
    let sealed = seal::seal(receiver, words)?;
    let public = key.public_in_headers();
    let mut lines = vec![
        ("content-type", "application/octet-stream".to_owned()),
        ("ttl", (LIFE / SECOND).to_string()),
        ("urgency", "normal".to_owned()),
    ];
    match sealed.parts {
        None => {
            lines.push(("content-encoding", "aes128gcm".to_owned()));
            lines.push(("authorization", format!("vapid t={word}, k={public}")));
        }
        // Written without a space more than relays of apps, which take these lines apart, are used to.
        Some((salt, sender)) => {
            lines.push(("content-encoding", "aesgcm".to_owned()));
            lines.push(("authorization", format!("WebPush {word}")));
            lines.push(("encryption", format!("salt={}", URL_SAFE_NO_PAD.encode(salt))));
            lines.push(("crypto-key", format!("dh={};p256ecdsa={public}", URL_SAFE_NO_PAD.encode(sender))));
        }
    }
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.insert(name, HeaderValue::from_str(&value).ok()?);
    }
    Some((headers, sealed.body))
}
