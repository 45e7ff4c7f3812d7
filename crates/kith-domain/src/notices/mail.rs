//! The work that is left for letters about notices, in the transaction of what they tell of. Whoever writes letters carries
//! it out: words and links are made when they are sent.
//!
//! A letter that may not leave yet is not written later as it would have been: what waits for a member is told in one
//! letter, so that a busy hour does not fill a mailbox for the rest of the day.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx};
use serde::{Deserialize, Serialize};

use super::sql;
use crate::AccountId;
use crate::kinds::NoticeId;

/// The job that writes the letter about one notice; `notice_letters` carries it out.
pub(crate) const NOTICE_MAIL: &str = "notice_mail";
/// The job that writes one letter about all that waits for a member.
pub(crate) const LATER_MAIL: &str = "notice_mail.later";

/// What the first of these jobs works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct NoticeMail {
    /// For whom.
    pub account: AccountId,
    /// What it tells of.
    pub notice: NoticeId,
}

/// What the second of them works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct LaterMail {
    /// For whom.
    pub account: AccountId,
}

/// Leaves work for a letter to `account` about this notice.
pub(super) fn enqueue(tx: &mut Tx<'_>, account: AccountId, notice: NoticeId) -> Result<()> {
    let now = tx.now();
    tx.enqueue(NOTICE_MAIL, &NoticeMail { account, notice }, now)
}

/// Puts what a letter was to tell of off until `at`. Each leaves a job, of which the first tells of all and the others find
/// nothing more to do: none is missed because another one that was to tell of it came to nothing.
pub(crate) fn put_off(tx: &mut Tx<'_>, account: AccountId, notice: NoticeId, at: Millis) -> Result<()> {
    sql::set_letter_waits(tx, account, &[notice], true)?;
    tx.enqueue(LATER_MAIL, &LaterMail { account }, at)
}

/// What waits for a letter to `account`, the oldest first.
pub(crate) fn waiting(q: &mut Query<'_>, account: AccountId, limit: usize) -> Result<Vec<NoticeId>> {
    sql::waiting(q, account, limit)
}

/// These wait no more.
pub(crate) fn told(tx: &mut Tx<'_>, account: AccountId, notices: &[NoticeId]) -> Result<()> {
    sql::set_letter_waits(tx, account, notices, false)
}
