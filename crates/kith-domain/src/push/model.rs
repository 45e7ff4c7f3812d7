//! Where an app is woken, and for what.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kith_base::Millis;

use crate::AccountId;
use crate::kinds::{PushSubscriptionId, SessionId};
use crate::notices::Alerts;
use crate::viewer::stored_as_text;

/// Bytes of a point of P-256 that is written out, and what it begins with.
const POINT: usize = 65;
const WRITTEN_OUT: u8 = 4;
/// Bytes of the secret.
const AUTH: usize = 16;

/// Whose doing an app is woken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Policy {
    /// Everybody's.
    #[default]
    All,
    /// That of people whom its owner follows.
    Followed,
    /// That of people who follow its owner.
    Follower,
    /// Nobody's.
    Nobody,
}

stored_as_text!(Policy { All = "all", Followed = "followed", Follower = "follower", Nobody = "none" });

/// What an app chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What it is woken for.
    pub alerts: Alerts,
    /// Whose doing.
    pub policy: Policy,
}

/// What an app hands in.
#[derive(Clone, Debug, Default)]
pub struct NewSubscription {
    /// Where its push service takes things for it.
    pub endpoint: String,
    /// Its public key, in Base64.
    pub p256dh: String,
    /// The secret that it shares with us, in Base64.
    pub auth: String,
    /// Whether it reads RFC 8291, and not the draft before it.
    pub is_standard: bool,
    /// What it is woken for.
    pub choice: Choice,
}

/// Where an app is woken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Which one.
    pub id: PushSubscriptionId,
    /// For whom.
    pub account: AccountId,
    /// The browser that it belongs to; none where it belongs to an app.
    pub session: Option<SessionId>,
    /// Where its push service takes things for it.
    pub endpoint: String,
    /// Its public key.
    pub p256dh: Vec<u8>,
    /// The secret that it shares with us.
    pub auth: Vec<u8>,
    /// Whether it reads RFC 8291, and not the draft before it.
    pub is_standard: bool,
    /// What it is woken for.
    pub choice: Choice,
}

/// A browser that is woken, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Its subscription.
    pub id: PushSubscriptionId,
    /// The session that it belongs to.
    pub session: SessionId,
    /// What its owner calls it, or it calls itself.
    pub name: String,
    /// Whose service takes things for it, as the name of a machine.
    pub service: String,
    /// Since when it is woken.
    pub created_at: Millis,
    /// When its session was used last, to the hour.
    pub seen_at: Millis,
}

/// Key and secret as bytes, if they have the right shape.
pub(super) fn keys(new: &NewSubscription) -> Option<(Vec<u8>, Vec<u8>)> {
    let p256dh = decoded(&new.p256dh, POINT).filter(|point| point.first() == Some(&WRITTEN_OUT))?;
    Some((p256dh, decoded(&new.auth, AUTH)?))
}

/// Apps write Base64 in either alphabet, with or without what fills it up.
fn decoded(text: &str, length: usize) -> Option<Vec<u8>> {
    let text = text.trim().trim_end_matches('=').replace('+', "-").replace('/', "_");
    URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == length)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{STANDARD, URL_SAFE};

    use super::*;

    fn new(p256dh: &str, auth: &str) -> NewSubscription {
        NewSubscription { p256dh: p256dh.to_owned(), auth: auth.to_owned(), ..NewSubscription::default() }
    }

    #[test]
    fn keys_are_read_in_every_way_that_apps_write_them() {
        let (mut point, auth) = ([0xfb; 65], [0xff; 16]);
        point[0] = 4;
        for (p256dh, secret) in [
            (URL_SAFE.encode(point), URL_SAFE.encode(auth)),
            (STANDARD.encode(point), STANDARD.encode(auth)),
            (URL_SAFE_NO_PAD.encode(point), URL_SAFE_NO_PAD.encode(auth)),
            (format!(" {}\n", STANDARD.encode(point)), URL_SAFE.encode(auth)),
        ] {
            assert_eq!(keys(&new(&p256dh, &secret)), Some((point.to_vec(), auth.to_vec())), "{p256dh}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let (mut point, auth) = ([7; 65], URL_SAFE.encode([7; 16]));
        assert_eq!(keys(&new(&URL_SAFE.encode(point), &auth)), None, "not written out");
        point[0] = 4;
        let good = URL_SAFE.encode(point);
        assert!(keys(&new(&good, &auth)).is_some());
        for (p256dh, secret) in [
            (good.as_str(), ""),
            ("", auth.as_str()),
            (good.as_str(), good.as_str()),
            (auth.as_str(), auth.as_str()),
            ("not base64!", auth.as_str()),
        ] {
            assert_eq!(keys(&new(p256dh, secret)), None, "{p256dh} {secret}");
        }
    }
}
