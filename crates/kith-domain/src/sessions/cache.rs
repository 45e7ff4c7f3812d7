//! Sessions seen lately, so that a request of a signed-in member need not ask the database who it is.

use std::sync::Arc;

use kith_base::Millis;
use kith_db::Event;

use super::SignedIn;
use crate::App;
use crate::changes::Change;
use crate::remembered::Remembered;

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
pub struct SessionCache(pub(super) Remembered<[u8; 32], Known>);

impl Default for SessionCache {
    fn default() -> Self {
        Self(Remembered::with_room_for(ENTRIES))
    }
}

/// Listens for the end of sessions, here and in other processes.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(change) => {
                if let Some(Change::SessionsEnded { account } | Change::ActingChanged { account, .. }) =
                    change.downcast_ref::<Change>()
                {
                    app.sessions.0.forget_if(|known| known.signed_in.account == *account);
                }
            }
            Event::Foreign => app.sessions.0.clear(),
        }
    });
}
