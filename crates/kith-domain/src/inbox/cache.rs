//! How many lines of members seen lately are not read, for the bell on every page.

use std::sync::Arc;

use kith_db::Event;

use crate::App;
use crate::changes::Change;

/// Listens for members whose notices changed.
pub fn connect(app: &Arc<App>) {
    let listener = Arc::downgrade(app);
    app.db.listen(move |event| {
        let Some(app) = listener.upgrade() else { return };
        match event {
            Event::Committed(news) => match news.downcast_ref::<Change>() {
                Some(Change::NoticeAdded { account, .. } | Change::NoticesChanged { account }) => {
                    app.bells.forget(*account);
                }
                Some(Change::DistanceChanged { a, b }) => {
                    app.bells.forget(*a);
                    app.bells.forget(*b);
                }
                _ => {}
            },
            Event::Foreign => app.bells.clear(),
        }
    });
}
