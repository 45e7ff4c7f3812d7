//! What tells browsers apart: a name for the list of sessions, and the mark of a browser that has signed in before.

use hmac::{Hmac, Mac};
use kith_base::Secret;
use sha2::Sha256;

use crate::{AccountId, App};

/// A short name for a browser: `Firefox · Android`. Empty when it says nothing known.
pub fn device_name(user_agent: &str) -> String {
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    // Most browsers also name the one they descend from, so the order matters.
    let browser = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ]);
    let system = first(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ]);
    let parts: Vec<&str> = browser.into_iter().chain(system).collect();
    parts.join(" · ")
}

/// A mark for a browser in which `account` has signed in.
pub(super) fn make(app: &App, account: AccountId) -> Secret {
    let nonce = kith_base::random_code(12);
    Secret::new(format!("{account}.{nonce}.{}", seal(app, account, &nonce)))
}

/// The nonce of a mark that this installation made for `account`.
pub(super) fn check(app: &App, account: AccountId, mark: &str) -> Option<String> {
    let mut parts = mark.splitn(3, '.');
    let (id, nonce, sealed) = (parts.next()?, parts.next()?, parts.next()?);
    if id != account.to_string() || nonce.len() != 12 {
        return None;
    }
    let expected = seal(app, account, nonce);
    let same = subtle::ConstantTimeEq::ct_eq(expected.as_bytes(), sealed.as_bytes());
    bool::from(same).then(|| nonce.to_owned())
}

fn seal(app: &App, account: AccountId, nonce: &str) -> String {
    // HMAC takes a key of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(app.key.expose().as_bytes()) else {
        return String::new();
    };
    mac.update(b"kith device");
    mac.update(account.to_string().as_bytes());
    mac.update(nonce.as_bytes());
    mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
}
