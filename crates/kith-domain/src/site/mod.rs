//! The community itself: its settings, its pages in several languages, the staff's log.

mod edit;
mod files;
mod log;
mod pages;
mod policy;
mod settings;
mod shipped;
pub(crate) mod sql;

use std::sync::Arc;

use kith_db::Event;

use crate::App;
use crate::changes::Change;

pub use edit::{
    QUESTIONS, SettingsEdit, check_address, check_languages, check_name, known_languages, update,
};
pub use files::{FileRules, MOST_MB, set_file_rules};
pub use log::{LogEntry, Subject, log_page, record};
pub use pages::{
    PageSource, SitePage, Slug, own_pages, page, page_source, preview_page, revert_page, rules_in, save_page,
};
pub use settings::{
    JoinMode, Operator, Question, SiteCache, SiteSettings, change, fallback_address, read, settings,
};

/// Listens for changes of the settings, from this process or another.
pub fn connect(app: &Arc<App>) {
    let cache = app.site.clone();
    app.db.listen(move |event| match event {
        Event::Committed(change) => match change.downcast_ref() {
            Some(Change::SiteChanged) => cache.forget(),
            Some(Change::AccountChanged { .. }) => cache.forget_waiting(),
            _ => {}
        },
        Event::Foreign => cache.forget(),
    });
}
