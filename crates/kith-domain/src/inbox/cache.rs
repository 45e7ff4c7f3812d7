//! How many lines of members seen lately are not read, for the bell on every page.

use std::sync::Arc;

use kith_base::{MINUTE, Millis};
use kith_db::Event;

use crate::changes::Change;
use crate::remembered::Remembered;
use crate::{AccountId, App};

/// A number for each of so many members.
const ENTRIES: usize = 10_000;
/// A notice also goes out of sight without a word to its receiver, with the post that it is about or with whoever caused
/// it. That is found out after so long.
const LIFE: Millis = MINUTE;

/// Numbers of unread lines, by account, and when they were counted.
pub struct BellCache(Remembered<AccountId, (i64, Millis)>);

impl Default for BellCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

impl BellCache {
    pub(super) fn fresh(&self, account: AccountId, now: Millis) -> Option<i64> {
        self.0.get(&account).filter(|(_, counted)| now - counted < LIFE).map(|(total, _)| total)
    }

    pub(super) fn mark(&self) -> u64 {
        self.0.mark()
    }

    pub(super) fn keep(&self, mark: u64, account: AccountId, total: i64, now: Millis) {
        self.0.keep(mark, &account, (total, now));
    }
}

/// Listens for members whose notices changed.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => match news.downcast_ref::<Change>() {
                Some(Change::NoticeAdded { account, .. } | Change::NoticesChanged { account }) => {
                    app.bells.0.forget(account);
                }
                Some(Change::DistanceChanged { a, b }) => {
                    app.bells.0.forget(a);
                    app.bells.0.forget(b);
                }
                _ => {}
            },
            Event::Foreign => app.bells.0.clear(),
        }
    });
}
