//! The statements that erase what somebody has to do with pages, and what a page was beside its account; `$1` is the
//! account of either. Pages that somebody owned were handed on before, and what they did for one stays in its log, by an
//! id without a person.

use kith_base::Result;
use kith_db::{Statement, Tx, params, statement};

use crate::AccountId;

macro_rules! of_pages {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static OF_PAGES: &[&Statement] = &[$(&$name),*];
    };
}
of_pages! {
    INVITATIONS, "leaving.page_invitations",
        "DELETE FROM page_invitations WHERE page_id = $1 OR account_id = $1 OR invited_by_id = $1";
    ROLES, "leaving.page_roles", "DELETE FROM page_roles WHERE page_id = $1 OR account_id = $1";
    ACTS, "leaving.page_acts",
        "DELETE FROM page_acts WHERE page_id = $1 OR (subject_kind = 'account' AND subject_id = $1)";
    TEXTS, "leaving.page_texts", "DELETE FROM page_texts WHERE page_id = $1";
    VERIFIED, "leaving.page_verified",
        "UPDATE page_details SET verified_by_id = NULL WHERE verified_by_id = $1";
    DETAILS, "leaving.page_details", "DELETE FROM page_details WHERE page_id = $1";
    ACTING, "leaving.acting", "UPDATE sessions SET acts_as = NULL WHERE acts_as = $1";
}

/// Takes away what somebody has to do with pages, or what a page was.
pub(super) fn leave(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    OF_PAGES.iter().try_for_each(|statement| tx.run(statement, &params![account]).map(drop))
}
