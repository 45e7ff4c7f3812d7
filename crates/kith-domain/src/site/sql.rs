//! Statements of the community's settings.

use kith_base::Result;
use kith_db::{Query, Tx, params, statement};

statement!(SETTING, "site.setting", "SELECT value FROM settings WHERE name = $1");

pub(super) fn setting(q: &mut Query<'_>, name: &str) -> Result<Option<String>> {
    q.find(&SETTING, &params![name], |row| row.text("value"))
}

statement!(
    SET_SETTING,
    "site.set_setting",
    "INSERT INTO settings (name, value, updated_at)
     VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"
);

pub(super) fn set_setting(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&SET_SETTING, &params![name, value, now]).map(drop)
}
