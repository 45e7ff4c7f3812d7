//! The statements that erase what somebody has to do with groups; `$1` is the account. Groups that were theirs to look
//! after were handed on before, and what they did for one stays in its log, by an id without a person.

use kith_base::Result;
use kith_db::{Statement, Tx, params, statement};

use crate::AccountId;

macro_rules! of_groups {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static OF_GROUPS: &[&Statement] = &[$(&$name),*];
    };
}
of_groups! {
    ANSWERS, "leaving.group_answers", "DELETE FROM group_answers WHERE account_id = $1";
    INVITED, "leaving.group_invited",
        "UPDATE group_members SET invited_by_id = NULL WHERE invited_by_id = $1";
    MEMBERS, "leaving.group_members", "DELETE FROM group_members WHERE account_id = $1";
    ACTS, "leaving.group_acts", "DELETE FROM group_acts WHERE about_id = $1";
    REPORTS, "leaving.group_reports",
        "DELETE FROM group_reports WHERE report_id IN (SELECT id FROM reports WHERE target_id = $1)";
    SETTLED, "leaving.group_reports_settled",
        "UPDATE group_reports SET settled_by_id = NULL WHERE settled_by_id = $1";
    PINS, "leaving.group_pins", "DELETE FROM group_pins WHERE pinned_by_id = $1";
}
statement!(
    COVERS,
    "leaving.group_covers",
    "UPDATE groups SET cover_id = NULL WHERE cover_id IN (SELECT id FROM media WHERE owner_id = $1)"
);

/// Takes away what somebody has to do with groups.
pub(super) fn leave(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    OF_GROUPS.iter().try_for_each(|statement| tx.run(statement, &params![account]).map(drop))
}

/// Takes their photos off groups that go on.
pub(super) fn drop_covers(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    tx.run(&COVERS, &params![account]).map(drop)
}
