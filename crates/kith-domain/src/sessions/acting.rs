//! As which page somebody acts in a browser. Who may is for [`crate::pages`] to know, which looks again at each request.

use kith_base::{Error, Result};
use kith_db::{Tx, params, statement};

use crate::AccountId;
use crate::changes::{self, Change};
use crate::kinds::SessionId;

statement!(ACTS_AS, "sessions.acts_as", "SELECT acts_as FROM sessions WHERE id = $2 AND account_id = $1");
statement!(ACT_AS, "sessions.act_as", "UPDATE sessions SET acts_as = $3 WHERE id = $2 AND account_id = $1");
statement!(
    STOP_ACTING,
    "sessions.stop_acting",
    "UPDATE sessions SET acts_as = NULL WHERE account_id = $1 AND acts_as = $2"
);

/// From now on, whoever comes with this session of `account` acts as `page`, or as themselves.
///
/// # Errors
/// Not found when the session is not theirs.
pub(crate) fn act_as(
    tx: &mut Tx<'_>,
    account: AccountId,
    session: SessionId,
    page: Option<AccountId>,
) -> Result<()> {
    let before: Option<Option<AccountId>> =
        tx.find(&ACTS_AS, &params![account, session], |row| row.opt_id("acts_as"))?;
    let before = before.ok_or_else(Error::not_found)?;
    tx.run(&ACT_AS, &params![account, session, page])?;
    for page in before.into_iter().chain(page) {
        changes::record(tx, Change::ActingChanged { account, page });
    }
    Ok(())
}

/// In no session does `account` act as `page` any more.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn stop_acting(tx: &mut Tx<'_>, account: AccountId, page: AccountId) -> Result<()> {
    if tx.run(&STOP_ACTING, &params![account, page])? > 0 {
        changes::record(tx, Change::ActingChanged { account, page });
    }
    Ok(())
}
