//! Files that messages carry, as they are handed out.

use kith_base::{Error, Result};

use super::{policy, shown_by};
use crate::media::{self, OpenedFile};
use crate::viewer::{Viewer, Visible};
use crate::{App, FileId};

/// Opens a file for whoever may see the message that carries it, for moderators if that was reported, and for its owner
/// while no message does.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn open_file(app: &App, viewer: &Viewer, id: FileId) -> Result<Visible<OpenedFile>> {
    let looking = viewer.clone();
    let (stored, carried_by) = app
        .db
        .read(move |q| {
            let stored = media::stored_file(q, id)?.ok_or_else(Error::not_found)?;
            let carried_by = match stored.message {
                Some(message) => Some(shown_by(q, &looking, message)?.ok_or_else(Error::not_found)?),
                None => None,
            };
            if !policy::may_open_file(&looking, stored.owner, carried_by.as_ref()) {
                return Err(Error::not_found());
            }
            Ok((stored, carried_by))
        })
        .await?;
    let opened = media::open_bytes(app, stored.file, &stored.key).await?;
    policy::show_file(viewer, stored.owner, carried_by.as_ref(), opened).ok_or_else(Error::not_found)
}
