//! How far a member's apps have read, so that one goes on where another one stopped.

use kith_base::{Millis, Result};

use super::sql;
use crate::App;
use crate::changes::{self, Change};
use crate::kinds::NoticeId;
use crate::viewer::{Viewer, stored_as_text};

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timeline {
    /// The home page.
    Home,
    /// The notices.
    Notifications,
}

stored_as_text!(Timeline { Home = "home", Notifications = "notifications" });

/// How far it has been read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// What.
    pub timeline: Timeline,
    /// The last thing that was read: a post's id or a notice's.
    pub last_read: i64,
    /// How often it was moved.
    pub version: i64,
    /// When it was moved last.
    pub updated_at: Millis,
}

/// The viewer's markers of these timelines; those that were never set are left out.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn markers(app: &App, viewer: &Viewer, timelines: Vec<Timeline>) -> Result<Vec<Marker>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let mut found = Vec::new();
            for timeline in Timeline::ALL.iter().filter(|timeline| timelines.contains(timeline)) {
                found.extend(sql::marker(q, me, *timeline)?);
            }
            Ok(found)
        })
        .await
}

/// Moves markers, and returns them as they stand then.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn set_markers(app: &App, viewer: &Viewer, moved: Vec<(Timeline, i64)>) -> Result<Vec<Marker>> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let mut found = Vec::new();
            for (timeline, last_read) in &moved {
                sql::put_marker(tx, me, *timeline, *last_read)?;
                if *timeline == Timeline::Notifications {
                    sql::read_through(tx, me, NoticeId::new(*last_read))?;
                    changes::record(tx, Change::NoticesChanged { account: me });
                }
                found.extend(sql::marker(tx, me, *timeline)?);
            }
            Ok(found)
        })
        .await
}
