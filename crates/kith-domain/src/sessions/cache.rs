//! Sessions seen lately, so that a request of a signed-in member need not ask the database who it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_base::Millis;
use kith_db::Event;
use quick_cache::sync::Cache;

use super::SignedIn;
use crate::App;
use crate::changes::Change;

/// Entries are some hundred bytes.
const ENTRIES: usize = 20_000;

/// What is known of a session.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    pub signed_in: SignedIn,
    pub seen_at: Millis,
    pub expires_at: Millis,
}

/// Sessions seen lately, by the hash of their cookie.
pub struct SessionCache {
    known: Cache<[u8; 32], Known>,
    /// Counts the ends, so that what was read before an end is not kept after it.
    ends: AtomicU64,
}

impl Default for SessionCache {
    fn default() -> Self {
        Self { known: Cache::new(ENTRIES), ends: AtomicU64::new(0) }
    }
}

impl SessionCache {
    pub(super) fn get(&self, hash: &[u8; 32]) -> Option<Known> {
        self.known.get(hash)
    }

    /// The point in time before a read whose result is to be kept.
    pub(super) fn mark(&self) -> u64 {
        self.ends.load(Ordering::Acquire)
    }

    /// Keeps what was read after `mark`, unless sessions have ended since.
    pub(super) fn keep(&self, mark: u64, hash: [u8; 32], known: Known) {
        if self.mark() != mark {
            return;
        }
        self.known.insert(hash, known);
        // An end between the look above and the insertion may have passed over the entry.
        if self.mark() != mark {
            self.known.remove(&hash);
        }
    }

    pub(super) fn forget(&self, hash: &[u8; 32]) {
        self.known.remove(hash);
    }

    fn ended(&self, account: Option<crate::AccountId>) {
        self.ends.fetch_add(1, Ordering::AcqRel);
        match account {
            Some(account) => self.known.retain(|_, known| known.signed_in.account != account),
            None => self.known.clear(),
        }
    }
}

/// Listens for the end of sessions, here and in other processes.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(change) => {
                if let Some(Change::SessionsEnded { account }) = change.downcast_ref::<Change>() {
                    app.sessions.ended(Some(*account));
                }
            }
            Event::Foreign => app.sessions.ended(None),
        }
    });
}
