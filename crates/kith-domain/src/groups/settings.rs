//! How a group is set, and its end. Members are told of every change; what lets more people read waits, so that they can
//! take back what they said among fewer.

use std::sync::Arc;

use kith_base::{DAY, HOUR, Millis, Result};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::model::{Act, GroupSettings, GroupState};
use super::policy::Right;
use super::{announce, make_findable, record, sql, within};
use crate::notices::Occasion;
use crate::viewer::Viewer;
use crate::work::Upkeep;
use crate::{App, GroupId};

/// How long members know beforehand that more people will read a group.
pub const NOTICE: Millis = 14 * DAY;
/// The job that erases what was in a group; `group_posts` carries it out.
pub(crate) const ERASE: &str = "group_posts.erase_group";

/// Which group to erase.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Erase {
    /// The group.
    pub group: GroupId,
}

inventory::submit! {
    Upkeep { name: "groups.open_due", every: HOUR, run: |app| Box::pin(open_due(app)) }
}

/// Sets how a group works. Where more people would read it and others are in it, that waits for two weeks; naming what it
/// is now calls that off.
///
/// # Errors
/// NotFound unless the viewer may.
pub async fn set(app: &App, viewer: &Viewer, id: GroupId, settings: GroupSettings) -> Result<()> {
    within(app, viewer, id, Right::EditAccess, move |tx, viewer, group| {
        let opens = settings.visibility < group.settings.visibility && group.member_count > 1;
        let at_once = if opens {
            GroupSettings { visibility: group.settings.visibility, ..settings }
        } else {
            settings
        };
        let opening = match group.opening {
            Some((to, at)) if opens && to == settings.visibility => Some((to, at)),
            _ => opens.then(|| (settings.visibility, tx.now() + NOTICE)),
        };
        if at_once == group.settings && opening == group.opening {
            return Ok(());
        }
        sql::set(tx, id, &at_once)?;
        sql::set_opening(tx, id, opening)?;
        make_findable(tx, id)?;
        let me = viewer.id_or_zero();
        let detail = opening.filter(|_| opening != group.opening).map(|(to, _)| to.as_str());
        super::note(tx, id, me, Act::SettingsChanged, None, detail.unwrap_or_default())?;
        let said = if detail.is_some() { "opening" } else { "changed" };
        announce::to_members(tx, id, me, Occasion::GroupChanged, Some(said))?;
        record(tx, id);
        Ok(())
    })
    .await
}

async fn open_due(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let now = tx.now();
            for (id, to) in sql::opening(tx, now)? {
                sql::open(tx, id, to)?;
                make_findable(tx, id)?;
                record(tx, id);
            }
            Ok(())
        })
        .await
}

/// Closes a group for writing; it can still be read.
///
/// # Errors
/// NotFound unless the viewer owns it.
pub async fn archive(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    turn(app, viewer, id, GroupState::Archived, Act::Archived).await
}

/// Opens an archived group again.
///
/// # Errors
/// NotFound unless the viewer owns it.
pub async fn reopen(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    turn(app, viewer, id, GroupState::Active, Act::Reopened).await
}

async fn turn(app: &App, viewer: &Viewer, id: GroupId, state: GroupState, act: Act) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, viewer, group| {
        if group.state == state {
            return Ok(());
        }
        let me = viewer.id_or_zero();
        sql::set_state(tx, id, state)?;
        super::note(tx, id, me, act, None, "")?;
        announce::to_members(tx, id, me, Occasion::GroupArchived, Some(state.as_str()))?;
        record(tx, id);
        Ok(())
    })
    .await
}

/// Ends a group: nobody finds it from now on, and all that was in it is erased.
///
/// # Errors
/// NotFound unless the viewer owns it.
pub async fn delete(app: &App, viewer: &Viewer, id: GroupId) -> Result<()> {
    within(app, viewer, id, Right::Own, move |tx, _, _| {
        sql::set_state(tx, id, GroupState::Deleted)?;
        make_findable(tx, id)?;
        erase_later(tx, id)?;
        record(tx, id);
        Ok(())
    })
    .await
}

pub(super) fn erase_later(tx: &mut Tx<'_>, group: GroupId) -> Result<()> {
    let now = tx.now();
    tx.enqueue(ERASE, &Erase { group }, now)
}
