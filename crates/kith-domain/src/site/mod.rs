//! The community itself: its settings, first run, pages in several languages, contact messages, the staff's log.

mod settings;
mod sql;

use std::sync::Arc;

use kith_db::Event;

use crate::App;
use crate::changes::Change;

pub(crate) use settings::read;
pub use settings::{JoinMode, Question, SiteCache, SiteSettings, change, settings};

/// Listens for changes of the settings, from this process or another.
pub fn connect(app: &Arc<App>) {
    let cache = app.site.clone();
    app.db.listen(move |event| match event {
        Event::Committed(change) => {
            if let Some(Change::SiteChanged) = change.downcast_ref() {
                cache.forget();
            }
        }
        Event::Foreign => cache.forget(),
    });
}
