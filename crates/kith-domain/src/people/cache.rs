//! Who may be suggested to members seen lately. Counting friends of friends is the dearest question that a home page
//! asks and its answer changes slowly; whether each of them may be shown is asked again every time.

use std::sync::Arc;

use kith_base::{MINUTE, Millis};
use kith_db::Event;

use crate::changes::Change;
use crate::remembered::Remembered;
use crate::{AccountId, App};

/// Members whose candidates are kept: some 500 bytes each.
const ENTRIES: usize = 10_000;
/// Ties between others change the order; it may be so old.
const GOOD_FOR: Millis = 15 * MINUTE;

#[derive(Clone)]
struct Known {
    ids: Arc<[AccountId]>,
    until: Millis,
}

/// Candidates by the member to whom they may be suggested.
pub struct SuggestionCache(Remembered<AccountId, Known>);

impl Default for SuggestionCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

impl SuggestionCache {
    pub(super) fn get(&self, member: AccountId, now: Millis) -> Option<Arc<[AccountId]>> {
        self.0.get(&member).filter(|known| now < known.until).map(|known| known.ids)
    }

    pub(super) fn mark(&self) -> u64 {
        self.0.mark()
    }

    pub(super) fn keep(&self, mark: u64, member: AccountId, ids: &Arc<[AccountId]>, now: Millis) {
        self.0.keep(mark, &member, Known { ids: Arc::clone(ids), until: now + GOOD_FOR });
    }
}

/// Listens for new ties of members.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => {
                let pair = match news.downcast_ref::<Change>() {
                    Some(Change::FriendshipChanged { a, b } | Change::DistanceChanged { a, b }) => [a, b],
                    Some(Change::FriendRequestChanged { from, to }) => [from, to],
                    Some(Change::SuggestionHidden { account }) => [account, account],
                    _ => return,
                };
                for member in pair {
                    app.suggestions.0.forget(member);
                }
            }
            Event::Foreign => app.suggestions.0.clear(),
        }
    });
}
