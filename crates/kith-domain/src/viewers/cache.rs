//! Contexts in memory, bounded by weight. What was read before a change is never kept after it.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::AccountId;
use crate::viewer::Member;

/// Contexts that are expected, for the first size of the table.
const EXPECTED: usize = 4_096;
/// Doors of the cache; members share one by chance.
const DOORS: usize = 256;

/// Contexts of members seen lately, by account, bounded in memory.
pub struct ViewerCache {
    /// Nothing is kept before it is known how much memory there is for it.
    members: OnceLock<Cache<AccountId, Arc<Member>, Weight>>,
    /// How often something behind each door was forgotten. A context is kept only if nothing was since its reading
    /// began; the lock makes that one step.
    doors: Vec<Mutex<u64>>,
}

/// What a reader takes along from before the reading, to show when the result is to be kept.
pub(super) struct Promise {
    account: AccountId,
    turn: u64,
}

#[derive(Clone)]
struct Weight;

impl Weighter<AccountId, Arc<Member>> for Weight {
    fn weight(&self, _: &AccountId, member: &Arc<Member>) -> u64 {
        let plain = member.friends.len()
            + member.following.len()
            + member.see_first.len()
            + member.set_aside.len()
            + member.blocked.len()
            + member.restricted_by.len()
            + member.circles_in.len()
            + member.banned_from.len();
        let in_groups = member.groups.len() + member.group_levels.len() + member.muted_in.len();
        let timed = member.snoozed.len() + member.muted.len() + in_groups;
        // A set's place is a key and a control byte, at a load of about two thirds.
        let tags = member.followed_tags.iter().map(|tag| 40 + tag.len()).sum::<usize>();
        let pages = member.pages.iter().map(|page| 40 + page.name.len()).sum::<usize>();
        (512 + plain * 14 + timed * 40 + tags + pages) as u64
    }
}

impl Default for ViewerCache {
    fn default() -> Self {
        Self { members: OnceLock::new(), doors: (0..DOORS).map(|_| Mutex::new(0)).collect() }
    }
}

impl ViewerCache {
    /// Sets how much memory contexts may take.
    pub(super) fn set_room(&self, bytes: usize) {
        let _ = self.members.set(Cache::with_weighter(EXPECTED, bytes as u64, Weight));
    }

    /// How many there are, their bytes, and the bytes that they may take.
    pub fn size(&self) -> (usize, u64, u64) {
        self.members.get().map_or((0, 0, 0), |known| (known.len(), known.weight(), known.capacity()))
    }

    pub(super) fn get(&self, account: AccountId) -> Option<Arc<Member>> {
        self.members.get()?.get(&account)
    }

    pub(super) fn promise(&self, account: AccountId) -> Promise {
        Promise { account, turn: self.at_door(account, |turn| *turn) }
    }

    pub(super) fn keep(&self, promise: Promise, member: &Arc<Member>) {
        self.at_door(promise.account, |turn| {
            if *turn == promise.turn
                && let Some(members) = self.members.get()
            {
                members.insert(promise.account, Arc::clone(member));
            }
        });
    }

    pub(super) fn forget(&self, account: AccountId) {
        self.at_door(account, |turn| {
            *turn += 1;
            if let Some(members) = self.members.get() {
                members.remove(&account);
            }
        });
    }

    pub(super) fn forget_all(&self) {
        for door in &self.doors {
            *door.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        }
        if let Some(members) = self.members.get() {
            members.clear();
        }
    }

    fn at_door<T>(&self, account: AccountId, f: impl FnOnce(&mut u64) -> T) -> T {
        // The low bits of an id are chance, so the members spread evenly.
        let door = usize::try_from(account.raw().unsigned_abs()).unwrap_or(0) % DOORS;
        let mut nowhere = 0;
        match self.doors.get(door) {
            Some(door) => f(&mut door.lock().unwrap_or_else(PoisonError::into_inner)),
            None => f(&mut nowhere),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_a_change_is_not_kept_after_it() {
        let cache = ViewerCache::default();
        cache.set_room(100_000);
        let ann = AccountId::new(7);
        let early = cache.promise(ann);
        cache.forget(ann);
        cache.keep(early, &Arc::new(Member::default()));
        assert!(cache.get(ann).is_none());
        let late = cache.promise(ann);
        cache.keep(late, &Arc::new(Member::default()));
        assert!(cache.get(ann).is_some());
        cache.forget_all();
        assert!(cache.get(ann).is_none());
    }

    #[test]
    fn contexts_take_no_more_than_their_room() {
        let cache = ViewerCache::default();
        cache.set_room(100_000);
        let friends = (1..=100).map(AccountId::new).collect();
        let member = Arc::new(Member { friends, ..Member::default() });
        for id in 1..=1_000 {
            cache.keep(cache.promise(AccountId::new(id)), &member);
        }
        let (members, bytes, room) = cache.size();
        assert!(
            members > 10 && bytes <= 100_000 && room == 100_000,
            "{members} members, {bytes} of {room} bytes"
        );
    }
}
