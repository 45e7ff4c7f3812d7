//! Compiled filters of members seen lately.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_db::Event;
use quick_cache::sync::Cache;

use super::matcher::Matcher;
use crate::changes::Change;
use crate::{AccountId, App};

/// Most members have no filter, and an empty matcher is some bytes.
const ENTRIES: usize = 10_000;

/// Compiled filters, by account.
pub struct FilterCache {
    known: Cache<AccountId, Arc<Matcher>>,
    /// Counts the changes, so that what was read before one is not kept after it.
    changes: AtomicU64,
}

impl Default for FilterCache {
    fn default() -> Self {
        Self { known: Cache::new(ENTRIES), changes: AtomicU64::new(0) }
    }
}

impl FilterCache {
    pub(super) fn get(&self, account: AccountId) -> Option<Arc<Matcher>> {
        self.known.get(&account)
    }

    /// The point in time before a read whose result is to be kept.
    pub(super) fn mark(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    /// Keeps what was read after `mark`, unless something changed since.
    pub(super) fn keep(&self, mark: u64, account: AccountId, matcher: &Arc<Matcher>) {
        if self.mark() != mark {
            return;
        }
        self.known.insert(account, Arc::clone(matcher));
        // A change between the look above and the insertion may have passed over the entry.
        if self.mark() != mark {
            self.known.remove(&account);
        }
    }

    fn forget(&self, account: Option<AccountId>) {
        self.changes.fetch_add(1, Ordering::AcqRel);
        match account {
            Some(account) => {
                self.known.remove(&account);
            }
            None => self.known.clear(),
        }
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
                    app.filters.forget(Some(*account));
                }
            }
            Event::Foreign => app.filters.forget(None),
        }
    });
}
