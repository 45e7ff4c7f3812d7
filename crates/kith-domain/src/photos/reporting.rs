//! Telling the moderators about albums and photos, and about whose they are.

use kith_base::{Error, Result};
use kith_db::Query;

use super::{find, policy};
use crate::reports::{self, Category, NewReport, Report, SubjectKind};
use crate::viewer::Viewer;
use crate::{AccountId, AlbumId, App, MediaId, albums, viewers};

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// An album, and with it its owner.
    Album(AlbumId),
    /// A photo, and with it whoever uploaded it. One in a conversation is reported with its message.
    Photo(MediaId),
}

impl Reported {
    fn subject(self) -> (SubjectKind, i64) {
        match self {
            Self::Album(id) => (SubjectKind::Album, id.raw()),
            Self::Photo(id) => (SubjectKind::Photo, id.raw()),
        }
    }
}

/// Reports an album or a photo that the viewer sees.
///
/// # Errors
/// NotFound when it is not there for the viewer; Invalid by field, also for what is the viewer's own; rate limited.
pub async fn report(
    app: &App,
    viewer: &Viewer,
    what: Reported,
    (category, comment): (Category, String),
) -> Result<Report> {
    let me = viewer.active()?.id;
    let looking = viewer.clone();
    let target = app.db.read(move |q| owner_of(q, &looking, what)).await?;
    let new = NewReport { target, category, comment, ..NewReport::default() };
    let mut checked = reports::check(app, viewer, new).await?;
    checked.subjects.push(what.subject());
    app.db
        .write(move |tx| {
            let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
            viewer.active()?;
            if owner_of(tx, &viewer, what)? != checked.target {
                return Err(Error::not_found());
            }
            reports::file(tx, &checked)
        })
        .await
}

/// Whose it is, if the viewer sees it.
fn owner_of(q: &mut Query<'_>, viewer: &Viewer, what: Reported) -> Result<AccountId> {
    match what {
        Reported::Album(id) => Ok(albums::load(q, viewer, id)?.facts.owner),
        Reported::Photo(id) => {
            let found = find(q, viewer, id)?;
            let is_open = found.conversation.is_none() && policy::may_see(viewer, found.owner, &found.shown);
            if is_open { Ok(found.owner) } else { Err(Error::not_found()) }
        }
    }
}
