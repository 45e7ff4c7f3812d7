//! How many conversations of members seen lately have something to read, for the number on every page.

use std::sync::Arc;

use kith_db::Event;

use crate::App;
use crate::changes::Change;

/// Listens for members whose conversations changed.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        let known = &app.unread_chats;
        match event {
            Event::Committed(news) => match news.downcast_ref::<Change>() {
                Some(
                    Change::MessageSent { members, .. }
                    | Change::MessageChanged { members, .. }
                    | Change::ConversationChanged { members, .. },
                ) => members.iter().for_each(|member| known.forget(*member)),
                Some(Change::ConversationRead { account, .. }) => known.forget(*account),
                Some(Change::DistanceChanged { a, b }) => {
                    known.forget(*a);
                    known.forget(*b);
                }
                _ => {}
            },
            Event::Foreign => known.clear(),
        }
    });
}
