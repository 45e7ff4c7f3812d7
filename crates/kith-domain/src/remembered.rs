//! What was read from the database and is kept in memory until it changes. A change between a read and the keeping of
//! its result must not be lost, so a reader takes a mark first and what it read is kept only if nothing ended since.

use std::hash::Hash;
use std::sync::atomic::{AtomicU64, Ordering};

use kith_base::{MINUTE, Millis};
use quick_cache::sync::Cache;

use crate::AccountId;

/// Entries seen lately, by key, at most a fixed number of them.
pub(crate) struct Remembered<K, V> {
    known: Cache<K, V>,
    /// Counts the ends, so that what was read before an end is not kept after it.
    ends: AtomicU64,
}

impl<K: Eq + Hash + Clone, V: Clone> Remembered<K, V> {
    /// Nothing yet, and never more than about `entries`.
    pub(crate) fn with_room_for(entries: usize) -> Self {
        Self { known: Cache::new(entries), ends: AtomicU64::new(0) }
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        self.known.get(key)
    }

    /// The point in time before a read whose result is to be kept.
    pub(crate) fn mark(&self) -> u64 {
        self.ends.load(Ordering::Acquire)
    }

    /// Keeps what was read after `mark`, unless something ended since.
    pub(crate) fn keep(&self, mark: u64, key: &K, value: V) {
        if self.mark() != mark {
            return;
        }
        self.known.insert(key.clone(), value);
        // An end between the look above and the insertion may have passed over the entry.
        if self.mark() != mark {
            self.known.remove(key);
        }
    }

    /// Forgets one entry.
    pub(crate) fn forget(&self, key: &K) {
        self.ends.fetch_add(1, Ordering::AcqRel);
        self.known.remove(key);
    }

    /// Forgets whatever `is_over` says of.
    pub(crate) fn forget_if(&self, is_over: impl Fn(&V) -> bool) {
        self.ends.fetch_add(1, Ordering::AcqRel);
        self.known.retain(|_, value| !is_over(value));
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.ends.fetch_add(1, Ordering::AcqRel);
        self.known.clear();
    }
}

/// A number for each of so many members.
const COUNTS: usize = 10_000;
/// Some things change a number without a word to its member. That is found out after so long.
const COUNTED_FOR: Millis = MINUTE;

/// Numbers that stand on every page of a member, and when they were counted.
pub struct Counts(Remembered<AccountId, (i64, Millis)>);

impl Default for Counts {
    fn default() -> Self {
        Self(Remembered::with_room_for(COUNTS))
    }
}

impl Counts {
    pub(crate) fn fresh(&self, account: AccountId, now: Millis) -> Option<i64> {
        self.0.get(&account).filter(|(_, counted)| now - counted < COUNTED_FOR).map(|(total, _)| total)
    }

    pub(crate) fn mark(&self) -> u64 {
        self.0.mark()
    }

    pub(crate) fn keep(&self, mark: u64, account: AccountId, total: i64, now: Millis) {
        self.0.keep(mark, &account, (total, now));
    }

    pub(crate) fn forget(&self, account: AccountId) {
        self.0.forget(&account);
    }

    pub(crate) fn clear(&self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Remembered;

    #[test]
    fn what_was_read_before_an_end_is_not_kept_after_it() {
        let kept = Remembered::<u8, &str>::with_room_for(8);
        let mark = kept.mark();
        kept.forget(&1);
        kept.keep(mark, &1, "old");
        assert_eq!(kept.get(&1), None);
        kept.keep(kept.mark(), &1, "new");
        kept.keep(kept.mark(), &2, "other");
        assert_eq!(kept.get(&1), Some("new"));
        kept.forget_if(|value| *value == "new");
        assert_eq!((kept.get(&1), kept.get(&2)), (None, Some("other")));
        kept.clear();
        assert_eq!(kept.get(&2), None);
    }
}
