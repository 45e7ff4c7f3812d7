//! What members want to be sent, and how they say so: on a page of their settings, or by the address that stands in
//! each letter that can be declined. That address is signed, so that it works without signing in, and for a program
//! that asks by one POST (RFC 8058).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac};
use kith_base::{Error, Result};
use kith_db::{Query, Tx};
use sha2::Sha256;

use super::model::{Choices, Pace, Sort};
use super::sql;
use crate::{AccountId, App, Viewer};

/// What somebody wants to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The digest.
    Digest,
    /// Everything but letters about the account.
    Rest,
}

crate::viewer::stored_as_text!(Stop { Digest = "digest", Rest = "rest" });

/// What the page behind the address in a letter shows.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// In what kind of letter the address stood.
    pub sort: Sort,
    /// What its receiver wants now.
    pub choices: Choices,
}

/// The viewer's choices.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn choices(app: &App, viewer: &Viewer) -> Result<Choices> {
    let me = viewer.active()?.id;
    app.db.read(move |q| choices_of(q, me)).await
}

/// What a member wants; what everybody gets who has not chosen.
pub(crate) fn choices_of(q: &mut Query<'_>, account: AccountId) -> Result<Choices> {
    Ok(sql::choices(q, account)?.unwrap_or_default())
}

pub(crate) fn set_choices(tx: &mut Tx<'_>, account: AccountId, choices: Choices) -> Result<()> {
    sql::put_choices(tx, account, choices)
}

/// Whether a member wants letters of this sort.
pub(crate) async fn is_wanted(app: &App, account: AccountId, sort: Sort) -> Result<bool> {
    if sort == Sort::Account {
        return Ok(true);
    }
    Ok(app.db.read(move |q| choices_of(q, account)).await?.want(sort))
}

/// The end of the address by which `account` declines letters of this sort. It does not run out: letters lie in
/// mailboxes for years, and all it can do is change what is sent.
pub fn stop_token(app: &App, account: AccountId, sort: Sort) -> String {
    let made = mac(app, account, sort).map(|mac| mac.finalize().into_bytes());
    let sign = made.map(|bytes| URL_SAFE_NO_PAD.encode(bytes)).unwrap_or_default();
    format!("{account}.{}.{sign}", sort.as_str())
}

/// Whose address it is, and in what kind of letter it stood.
fn holder(app: &App, token: &str) -> Option<(AccountId, Sort)> {
    let mut parts = token.splitn(3, '.');
    let account: AccountId = parts.next()?.parse().ok()?;
    let sort = Sort::parse(parts.next()?)?;
    let given = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
    mac(app, account, sort)?.verify_slice(&given).ok()?;
    Some((account, sort))
}

fn mac(app: &App, account: AccountId, sort: Sort) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(app.key.expose().as_bytes()).ok()?;
    mac.update(format!("mail-stop {account} {}", sort.as_str()).as_bytes());
    Some(mac)
}

/// How it stands with whoever the address was made for.
///
/// # Errors
/// Not found when the address was not made here, or its member is gone.
pub async fn standing(app: &App, token: &str) -> Result<Standing> {
    let (account, sort) = holder(app, token).ok_or_else(Error::not_found)?;
    app.db
        .read(move |q| {
            if !sql::is_there(q, account)? {
                return Err(Error::not_found());
            }
            Ok(Standing { sort, choices: choices_of(q, account)? })
        })
        .await
}

/// Stops what is asked for, or, when nothing is named, letters like the one in which the address stood; what was wanted
/// before. What has stopped already stays so.
///
/// # Errors
/// As [`standing`].
pub async fn stop(app: &App, token: &str, what: Option<Stop>) -> Result<Choices> {
    let what = move |sort| match (what, sort) {
        (Some(what), _) => what,
        (None, Sort::Digest) => Stop::Digest,
        (None, Sort::Notice | Sort::Account) => Stop::Rest,
    };
    change(app, token, move |sort, before| match what(sort) {
        Stop::Digest => Choices { digest: Pace::Off, ..before },
        Stop::Rest => Choices { only_account: true, ..before },
    })
    .await
}

/// Takes a stop back: the digest comes again, as often as `pace` says, and so does the rest; what was wanted before.
///
/// # Errors
/// As [`standing`].
pub async fn resume(app: &App, token: &str, pace: Pace) -> Result<Choices> {
    change(app, token, move |_, before| {
        let digest = if before.digest == Pace::Off { pace } else { before.digest };
        Choices { digest, only_account: false }
    })
    .await
}

async fn change(
    app: &App,
    token: &str,
    change: impl Fn(Sort, Choices) -> Choices + Send + Sync + 'static,
) -> Result<Choices> {
    let (account, sort) = holder(app, token).ok_or_else(Error::not_found)?;
    app.db
        .write(move |tx| {
            if !sql::is_there(tx, account)? {
                return Err(Error::not_found());
            }
            let before = choices_of(tx, account)?;
            let after = change(sort, before);
            if after != before {
                set_choices(tx, account, after)?;
            }
            Ok(before)
        })
        .await
}
