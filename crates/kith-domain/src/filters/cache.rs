//! Compiled filters of members seen lately.

use std::sync::Arc;

use kith_db::Event;

use super::matcher::Matcher;
use crate::changes::Change;
use crate::remembered::Remembered;
use crate::{AccountId, App};

/// Most members have no filter, and an empty matcher is some bytes.
const ENTRIES: usize = 10_000;

/// Compiled filters, by account.
pub struct FilterCache(pub(super) Remembered<AccountId, Arc<Matcher>>);

impl Default for FilterCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

/// Listens for members who change their filters.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => {
                if let Some(Change::FiltersChanged { account }) = news.downcast_ref::<Change>() {
                    app.filters.0.forget(account);
                }
            }
            Event::Foreign => app.filters.0.clear(),
        }
    });
}
