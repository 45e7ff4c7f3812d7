//! Tokens seen lately, so that a request of an app need not ask the database who it is.

use std::sync::Arc;

use kith_base::Millis;
use kith_db::Event;

use super::Granted;
use crate::App;
use crate::changes::Change;
use crate::remembered::Remembered;

/// Entries are some hundred bytes.
const ENTRIES: usize = 20_000;

/// What is known of a token.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub granted: Granted,
    pub seen_at: Millis,
}

/// Tokens seen lately, by their hash.
pub struct TokenCache(pub(super) Remembered<[u8; 32], Known>);

impl Default for TokenCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

/// Listens for the end of tokens, here and in other processes.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        let ended = match event {
            Event::Committed(change) => match change.downcast_ref::<Change>() {
                Some(Change::SessionsEnded { account }) => Some(*account),
                Some(Change::TokensEnded { account }) => *account,
                _ => return,
            },
            Event::Foreign => None,
        };
        match ended {
            Some(account) => app.tokens.0.forget_if(|known| known.granted.account == Some(account)),
            None => app.tokens.0.clear(),
        }
    });
}
