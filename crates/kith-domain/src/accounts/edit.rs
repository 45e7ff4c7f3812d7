//! What members change about their own account: name, handle, looks, preferences.

use kith_base::{Error, Message, Result, SECOND};
use kith_locale::Language;

use super::{Comfort, HANDLE_CHANGE_EVERY, Preferences, names, sql};
use crate::changes::{self, Change};
use crate::{App, Viewer, search_terms};

/// Changes the name as shown.
///
/// # Errors
/// A complaint about `display_name`; sign-in needed.
pub async fn change_display_name(app: &App, viewer: &Viewer, typed: String) -> Result<()> {
    let me = viewer.active()?;
    let (id, bearer) = (me.id, names::bearer(me.role));
    let site = crate::site::settings(app).await?.name.clone();
    app.db
        .write(move |tx| {
            let mut protected = sql::staff_names(tx, id)?;
            protected.push(site.clone());
            let name = names::display_name(&typed, &protected, bearer)
                .map_err(|problem| Error::invalid_fields(vec![problem]))?;
            sql::set_display_name(tx, id, &name, &kith_text::names::fold(&name))?;
            let handle = super::get(tx, id)?.handle;
            search_terms::put_person(tx, id, &name, &handle)?;
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}

/// Changes the handle, at most once in [`HANDLE_CHANGE_EVERY`]. The old one leads to the new one for as long as the
/// account lives, and is nobody else's.
///
/// # Errors
/// A complaint about `handle`; sign-in needed.
pub async fn change_handle(app: &App, viewer: &Viewer, typed: String) -> Result<()> {
    let me = viewer.active()?;
    let id = me.id;
    let handle = names::handle(&typed, names::bearer(me.role))
        .map_err(|problem| Error::invalid_fields(vec![problem]))?;
    app.db
        .write(move |tx| {
            let now = tx.now();
            let account = super::get(tx, id)?;
            let old_key = kith_text::names::fold(&account.handle);
            if account.handle == handle.shown {
                return Ok(());
            }
            // Another spelling of the same handle moves no address and is always free.
            if old_key != handle.key {
                if let Some(changed_at) = account.handle_changed_at
                    && changed_at + HANDLE_CHANGE_EVERY > now
                {
                    let days =
                        (changed_at + HANDLE_CHANGE_EVERY - now + kith_base::DAY - SECOND) / kith_base::DAY;
                    return Err(Error::invalid(
                        "handle",
                        Message::new("account-handle-too-soon").with("days", days),
                    ));
                }
                let taken = sql::taken(tx, &handle, id)?;
                if !taken.is_empty() {
                    return Err(Error::invalid_fields(taken));
                }
                sql::keep_former_handle(tx, id, &old_key, &kith_text::names::skeleton(&account.handle), now)?;
                sql::drop_former_handle(tx, id, &handle.key)?;
            }
            sql::set_handle(tx, id, &handle)?;
            search_terms::put_person(tx, id, &account.display_name, &handle.shown)?;
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}

/// Sets language, theme and time zone. What is not known stays as it was.
///
/// # Errors
/// Sign-in needed for visitors, who keep theirs in a cookie.
pub async fn set_comfort(app: &App, viewer: &Viewer, comfort: Comfort) -> Result<()> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            let account = super::get(tx, id)?;
            let language = Language::parse(&comfort.language)
                .map_or(account.language, |language| language.tag().to_owned());
            let theme = if matches!(comfort.theme.as_str(), "auto" | "light" | "dark") {
                comfort.theme.clone()
            } else {
                account.theme
            };
            let time_zone =
                if is_time_zone(&comfort.time_zone) { comfort.time_zone.clone() } else { account.time_zone };
            sql::set_comfort(tx, id, &language, &theme, &time_zone)?;
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}

/// Whether `name` is a time zone that dates can be shown in.
pub(super) fn is_time_zone(name: &str) -> bool {
    !name.is_empty() && jiff::tz::TimeZone::get(name).is_ok()
}

/// Sets the choices about privacy and comfort. Words of audiences are checked where they are asked for.
///
/// # Errors
/// Sign-in needed.
pub async fn set_preferences(app: &App, viewer: &Viewer, preferences: Preferences) -> Result<()> {
    let id = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::set_preferences(tx, id, &serde_json::to_string(&preferences)?, preferences.in_directory)?;
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}

/// The time zones that people may choose, by name.
pub fn time_zones() -> Vec<String> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| {
            name == "UTC"
                || (name.contains('/')
                    && !name.starts_with("Etc/")
                    && !name.starts_with("posix")
                    && !name.starts_with("right"))
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
