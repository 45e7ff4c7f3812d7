//! Tokens seen lately, so that a request of an app need not ask the database who it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_base::Millis;
use kith_db::Event;
use quick_cache::sync::Cache;

use super::Granted;
use crate::changes::Change;
use crate::{AccountId, App};

/// Entries are some hundred bytes.
const ENTRIES: usize = 20_000;

/// What is known of a token.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub granted: Granted,
    pub seen_at: Millis,
}

/// Tokens seen lately, by their hash.
pub struct TokenCache {
    known: Cache<[u8; 32], Known>,
    /// Counts the ends, so that what was read before an end is not kept after it.
    ends: AtomicU64,
}

impl Default for TokenCache {
    fn default() -> Self {
        Self { known: Cache::new(ENTRIES), ends: AtomicU64::new(0) }
    }
}

impl TokenCache {
    pub(super) fn get(&self, hash: &[u8; 32]) -> Option<Known> {
        self.known.get(hash)
    }

    /// The point in time before a read whose result is to be kept.
    pub(super) fn mark(&self) -> u64 {
        self.ends.load(Ordering::Acquire)
    }

    /// Keeps what was read after `mark`, unless tokens have ended since.
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

    fn ended(&self, account: Option<AccountId>) {
        self.ends.fetch_add(1, Ordering::AcqRel);
        match account {
            Some(account) => self.known.retain(|_, known| known.granted.account != Some(account)),
            None => self.known.clear(),
        }
    }
}

/// Listens for the end of tokens, here and in other processes.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(change) => match change.downcast_ref::<Change>() {
                Some(Change::SessionsEnded { account }) => app.tokens.ended(Some(*account)),
                Some(Change::TokensEnded { account }) => app.tokens.ended(*account),
                _ => {}
            },
            Event::Foreign => app.tokens.ended(None),
        }
    });
}
