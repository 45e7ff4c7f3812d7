//! Keys to photos for programs that fetch them without saying who they are, as apps do: an address made for one member,
//! good for a day or two. It opens what that member may see at the moment of asking, and nothing else.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use kith_base::{DAY, Millis};
use sha2::Sha256;

use crate::viewer::Viewer;
use crate::{AccountId, App, MediaId};

/// The key for `viewer` to `photo`; none for visitors, who see what is public without one. The same all day, so that it
/// can be kept with what it opens.
pub fn key(app: &App, viewer: &Viewer, photo: MediaId) -> Option<String> {
    let account = viewer.id()?;
    let until = (app.now() / DAY + 2) * DAY;
    Some(format!("{account}.{until}.{}", sign(app, account, until, photo)))
}

/// For whom `key` was made, if it opens `photo` and has not run out.
pub fn holder(app: &App, key: &str, photo: MediaId) -> Option<AccountId> {
    let mut parts = key.splitn(3, '.');
    let account: AccountId = parts.next()?.parse().ok()?;
    let until: Millis = parts.next()?.parse().ok()?;
    let given = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
    let fits = mac(app, account, until, photo)?.verify_slice(&given).is_ok();
    (fits && until > app.now()).then_some(account)
}

fn sign(app: &App, account: AccountId, until: Millis, photo: MediaId) -> String {
    let made = mac(app, account, until, photo).map(|mac| mac.finalize().into_bytes());
    made.map(|bytes| URL_SAFE_NO_PAD.encode(bytes)).unwrap_or_default()
}

fn mac(app: &App, account: AccountId, until: Millis, photo: MediaId) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(app.key.expose().as_bytes()).ok()?;
    mac.update(format!("photo {account} {until} {photo}").as_bytes());
    Some(mac)
}
