//! How many conversations of members seen lately have something to read, for the number on every page.

use std::sync::Arc;

use kith_base::{MINUTE, Millis};
use kith_db::Event;

use crate::changes::Change;
use crate::remembered::Remembered;
use crate::{AccountId, App};

/// A number for each of so many members.
const ENTRIES: usize = 10_000;
/// The end of a mute comes without a word. It is found out after so long.
const LIFE: Millis = MINUTE;

/// Numbers of conversations with something to read, by account, and when they were counted.
pub struct UnreadCache(Remembered<AccountId, (i64, Millis)>);

impl Default for UnreadCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

impl UnreadCache {
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

/// Listens for members whose conversations changed.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        let known = &app.unread_chats.0;
        match event {
            Event::Committed(news) => match news.downcast_ref::<Change>() {
                Some(
                    Change::MessageSent { members, .. }
                    | Change::MessageChanged { members, .. }
                    | Change::ConversationChanged { members, .. },
                ) => members.iter().for_each(|member| known.forget(member)),
                Some(Change::ConversationRead { account, .. }) => known.forget(account),
                Some(Change::DistanceChanged { a, b }) => {
                    known.forget(a);
                    known.forget(b);
                }
                _ => {}
            },
            Event::Foreign => known.clear(),
        }
    });
}
