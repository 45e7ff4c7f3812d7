//! The work that is left for a letter about one notice, in the transaction of that notice. Whoever writes letters carries
//! it out: words and links are made when it is sent.

use kith_base::Result;
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use crate::AccountId;
use crate::kinds::NoticeId;

/// The job that writes the letter; `notice_letters` carries it out.
pub(crate) const NOTICE_MAIL: &str = "notice_mail";

/// What that job works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct NoticeMail {
    /// For whom.
    pub account: AccountId,
    /// What it tells of.
    pub notice: NoticeId,
}

/// Leaves work for a letter to `account` about this notice.
pub(super) fn enqueue(tx: &mut Tx<'_>, account: AccountId, notice: NoticeId) -> Result<()> {
    let now = tx.now();
    tx.enqueue(NOTICE_MAIL, &NoticeMail { account, notice }, now)
}
