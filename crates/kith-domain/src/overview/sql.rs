//! Statements that count.

use kith_base::{Millis, Result};
use kith_db::{Query, params, statement};

statement!(
    MEMBERS,
    "overview.members",
    "SELECT COUNT(*) AS people FROM accounts WHERE state = 'active' AND domain IS NULL AND kind = 'person'"
);

pub(super) fn count_members(q: &mut Query<'_>) -> Result<i64> {
    q.count(&MEMBERS, &[])
}

statement!(
    SEEN,
    "overview.seen",
    "SELECT COUNT(*) AS people FROM accounts
      WHERE state = 'active' AND domain IS NULL AND kind = 'person' AND seen_at >= $1"
);

pub(super) fn count_seen(q: &mut Query<'_>, since: Millis) -> Result<i64> {
    q.count(&SEEN, &params![since])
}

statement!(
    ADMINS,
    "overview.admins",
    "SELECT COUNT(*) AS people FROM accounts WHERE state = 'active' AND role IN ('admin', 'owner') AND domain IS NULL"
);

pub(super) fn count_admins(q: &mut Query<'_>) -> Result<i64> {
    q.count(&ADMINS, &[])
}

statement!(
    APPLICATIONS,
    "overview.applications",
    "SELECT COUNT(*) AS applications
       FROM applications JOIN accounts ON accounts.id = applications.account_id
      WHERE applications.decided_at IS NULL AND accounts.state = 'pending_approval'"
);

pub(super) fn count_applications(q: &mut Query<'_>) -> Result<i64> {
    q.count(&APPLICATIONS, &[])
}

statement!(
    MESSAGES,
    "overview.messages",
    "SELECT COUNT(*) AS messages FROM contact_messages WHERE handled_at IS NULL"
);

pub(super) fn count_messages(q: &mut Query<'_>) -> Result<i64> {
    q.count(&MESSAGES, &[])
}
