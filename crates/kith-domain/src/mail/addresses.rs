//! Addresses that mail servers refuse: noted, left alone after a while, and tried again when somebody says so.

use kith_base::{DAY, Millis, Result};
use kith_db::Tx;
use kith_text::{excerpt, names};

use super::model::{AddressState, Outcome, Trouble};
use super::sql;
use crate::site::{self, Subject};
use crate::{AccountId, App, Viewer};

/// An address that nothing was sent to for so long is forgotten.
pub(super) const KEPT: Millis = 180 * DAY;
/// Signs of a mail server's answer that are kept.
const ANSWER: usize = 300;

/// The key by which addresses are compared.
pub(super) fn key(address: &str) -> String {
    names::fold(address.trim())
}

/// A letter arrived.
pub(super) fn worked(tx: &mut Tx<'_>, key: &str) -> Result<()> {
    sql::forget(tx, key)?;
    sql::tally(tx, Outcome::Sent)
}

/// The mail server says that the address does not work.
pub(super) fn refused(tx: &mut Tx<'_>, account: AccountId, address: &str, words: &str) -> Result<()> {
    let (now, key, words) = (tx.now(), key(address), excerpt(words, ANSWER));
    let trouble = match sql::trouble(tx, &key)? {
        Some(known) => Trouble { account, ..known.refused_again(now, words) },
        None => Trouble {
            account,
            address: address.to_owned(),
            state: AddressState::Failing,
            failures: 1,
            failing_since: now,
            failed_at: now,
            last_error: words,
        },
    };
    sql::put_trouble(tx, &key, &trouble)?;
    sql::tally(tx, Outcome::Refused)
}

/// What is wrong with the viewer's own address, if anything is.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own_trouble(app: &App, viewer: &Viewer) -> Result<Option<Trouble>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::trouble_of(q, me)).await
}

/// Lets letters go to the viewer's address again.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn try_again(app: &App, viewer: &Viewer) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| sql::forget_of(tx, me)).await
}

/// Lets letters go to a member's address again.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn try_again_for(app: &App, viewer: &Viewer, account: AccountId) -> Result<()> {
    let by = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            sql::forget_of(tx, account)?;
            site::record(tx, Some(by), "mail.try_again", Subject("account", Some(account.raw())), "")
        })
        .await
}
