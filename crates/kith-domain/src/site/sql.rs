//! Statements of the community's settings, pages and log.

use kith_base::{Id, PageRequest, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::log::LogEntry;
use super::pages::{Slug, Written};
use crate::AccountId;
use crate::kinds::RowKind;

statement!(SETTING, "site.setting", "SELECT value FROM settings WHERE name = $1");

pub(crate) fn setting(q: &mut Query<'_>, name: &str) -> Result<Option<String>> {
    q.find(&SETTING, &params![name], |row| row.text("value"))
}

statement!(
    SET_SETTING,
    "site.set_setting",
    "INSERT INTO settings (name, value, updated_at)
     VALUES ($1, $2, $3)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at"
);

pub(crate) fn set_setting(tx: &mut Tx<'_>, name: &str, value: &str) -> Result<()> {
    let now = tx.now();
    tx.run(&SET_SETTING, &params![name, value, now]).map(drop)
}

statement!(DROP_SETTING, "site.drop_setting", "DELETE FROM settings WHERE name = $1");

/// Whether there was such a setting.
pub(crate) fn drop_setting(tx: &mut Tx<'_>, name: &str) -> Result<bool> {
    Ok(tx.run(&DROP_SETTING, &params![name])? == 1)
}

statement!(
    PAGE,
    "site.page",
    "SELECT language, title, body, updated_at FROM site_pages WHERE slug = $1 ORDER BY language"
);

/// What admins wrote for this page, by language.
pub(super) fn page(q: &mut Query<'_>, slug: Slug) -> Result<Vec<(String, Written)>> {
    q.all(&PAGE, &params![slug], |row| Ok((row.text("language")?, written(row)?)))
}

fn written(row: &Row<'_>) -> Result<Written> {
    Ok(Written { title: row.text("title")?, body: row.text("body")?, updated_at: row.int("updated_at")? })
}

statement!(OWN_PAGES, "site.own_pages", "SELECT slug, language FROM site_pages ORDER BY slug, language");

pub(super) fn own_pages(q: &mut Query<'_>) -> Result<Vec<(String, String)>> {
    q.all(&OWN_PAGES, &[], |row| Ok((row.text("slug")?, row.text("language")?)))
}

statement!(
    SAVE_PAGE,
    "site.save_page",
    "INSERT INTO site_pages (slug, language, title, body, updated_at, updated_by_id)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (slug, language) DO UPDATE
        SET title = excluded.title, body = excluded.body, updated_at = excluded.updated_at,
            updated_by_id = excluded.updated_by_id"
);

pub(super) fn save_page(
    tx: &mut Tx<'_>,
    slug: Slug,
    language: &str,
    title: &str,
    body: &str,
    by: AccountId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&SAVE_PAGE, &params![slug, language, title, body, now, by]).map(drop)
}

statement!(REVERT_PAGE, "site.revert_page", "DELETE FROM site_pages WHERE slug = $1 AND language = $2");

pub(super) fn revert_page(tx: &mut Tx<'_>, slug: Slug, language: &str) -> Result<u64> {
    tx.run(&REVERT_PAGE, &params![slug, language])
}

statement!(
    INSERT_LOG,
    "site.insert_log",
    "INSERT INTO audit_log (id, actor_id, action, subject_kind, subject_id, note, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);

pub(super) fn insert_log(
    tx: &mut Tx<'_>,
    actor: Option<AccountId>,
    action: &str,
    subject_kind: &str,
    subject: Option<i64>,
    note: &str,
) -> Result<()> {
    let (id, now) = (tx.new_id::<RowKind>(), tx.now());
    tx.run(&INSERT_LOG, &params![id, actor, action, subject_kind, subject, note, now]).map(drop)
}

statement!(
    LOG_PAGE,
    "site.log_page",
    "SELECT id, actor_id, action, subject_kind, subject_id, note, created_at FROM audit_log
      WHERE id < $1 ORDER BY id DESC LIMIT $2"
);

pub(super) fn log_page(q: &mut Query<'_>, request: PageRequest<RowKind>) -> Result<Vec<LogEntry>> {
    let before = request.before.map_or(i64::MAX, Id::raw);
    q.all(&LOG_PAGE, &params![before, request.limit + 1], |row| {
        Ok(LogEntry {
            id: row.id("id")?,
            actor: row.opt_id("actor_id")?,
            action: row.text("action")?,
            subject_kind: row.text("subject_kind")?,
            subject: row.opt_int("subject_id")?,
            note: row.text("note")?,
            created_at: row.int("created_at")?,
        })
    })
}
