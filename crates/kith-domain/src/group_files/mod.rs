//! Files of groups: added by those who may write there, saved by whoever reads the group. They are kept, counted and handed
//! out as files in messages are.

mod policy;

use kith_base::{DAY, Error, Page, PageRequest, Result};
use kith_db::{Query, Tx};

use crate::accounts::{self, PersonCard};
use crate::groups::{self, Act, Group, Right};
use crate::kinds::FileKind;
use crate::media::{self, File, GroupFileRow, OpenedFile, SentFile};
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, FileId, GroupId, throttles, viewers};

/// Files that one member may add to groups in a day.
const A_DAY: i64 = 50;

/// A file of a group as lists show it.
#[derive(Clone, Debug)]
pub struct GroupFile {
    /// Its name, kind and size.
    pub file: File,
    /// Who added it.
    pub owner: PersonCard,
    /// When.
    pub created_at: kith_base::Millis,
    /// Whether somebody has to look at it first.
    pub waits: bool,
    /// Whether the viewer may take it away.
    pub may_delete: bool,
}

/// Files of a group, the newest first.
///
/// # Errors
/// NotFound when the viewer may not read the group.
pub async fn list(
    app: &App,
    viewer: &Viewer,
    id: GroupId,
    request: PageRequest<FileKind>,
) -> Result<Page<Visible<GroupFile>, FileKind>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let group = groups::with_right(q, &viewer, id, Right::Read)?;
            let before = request.before.unwrap_or(FileId::new(i64::MAX));
            let mut found = media::files_of_group(q, id, before, viewer.id_or_zero(), request.limit + 1)?;
            let has_more = found.len() > request.limit;
            found.truncate(request.limit);
            let next = found.last().map(|row| row.file.id).filter(|_| has_more);
            Ok(Page { items: shown(q, &viewer, &group, found)?, next })
        })
        .await
}

/// One file of a group.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: GroupId, file: FileId) -> Result<Visible<GroupFile>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let group = groups::with_right(q, &viewer, id, Right::Read)?;
            let row = media::file_in_group(q, id, file)?;
            shown(q, &viewer, &group, row.into_iter().collect())?.pop().ok_or_else(Error::not_found)
        })
        .await
}

/// Files of a group that somebody has to look at, the oldest first.
///
/// # Errors
/// NotFound unless the viewer decides about them.
pub async fn waiting(app: &App, viewer: &Viewer, id: GroupId) -> Result<Vec<Visible<GroupFile>>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let group = groups::with_right(q, &viewer, id, Right::Approve)?;
            let found = media::files_waiting_in(q, id)?;
            shown(q, &viewer, &group, found)
        })
        .await
}

/// Those of the rows that the viewer may see, with who added them.
fn shown(
    q: &mut Query<'_>,
    viewer: &Viewer,
    group: &Group,
    rows: Vec<GroupFileRow>,
) -> Result<Vec<Visible<GroupFile>>> {
    let owners: Vec<AccountId> = rows.iter().map(|row| row.owner).collect();
    let cards = accounts::cards(q, &owners)?;
    let files = rows.into_iter().filter_map(|row| {
        let file = GroupFile {
            file: row.file.clone(),
            owner: cards.get(&row.owner)?.clone(),
            created_at: row.created_at,
            waits: row.waits,
            may_delete: policy::may_delete(viewer, group, &row),
        };
        policy::show(viewer, group, &row, file)
    });
    Ok(files.collect())
}

/// Adds a file to a group. Where posts are looked at first, files are too.
///
/// # Errors
/// NotFound when the viewer may not know of the group; Forbidden when they may not add files there, or not now; as
/// [`media::take_file`] for the file; rate limited.
pub async fn add(app: &App, viewer: &Viewer, id: GroupId, sent: SentFile) -> Result<FileId> {
    let me = viewer.active()?.id;
    let looking = viewer.clone();
    // Asked before anything is kept, so that nobody fills a shelf that is closed to them.
    app.db.read(move |q| ground(q, &looking, id).map(drop)).await?;
    throttles::take(app, "group_files.add", &me.to_string(), A_DAY, DAY).await?;
    let file = media::take_file(app, viewer, sent).await?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let waits = ground(tx, &viewer, id)?;
            media::attach_file_to_group(tx, me, file, id, waits)?;
            if waits {
                groups::tell_staff(tx, id, &told_waiting(me, id))?;
            }
            Ok(file)
        })
        .await
}

/// Whether a file that `viewer` adds has to be looked at first.
fn ground(q: &mut Query<'_>, viewer: &Viewer, id: GroupId) -> Result<bool> {
    let (group, waits) = groups::ground(q, viewer, id, None)?;
    groups::check_making(viewer, &group, Right::AddFiles, "groups-may-not-files")?;
    Ok(waits)
}

fn told_waiting(owner: AccountId, group: GroupId) -> Cause {
    Cause { reaction: Some("file"), ..Cause::in_group(Occasion::GroupPostPending, owner, group) }
}

/// Opens a file to be saved.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn open(app: &App, viewer: &Viewer, id: GroupId, file: FileId) -> Result<Visible<OpenedFile>> {
    let looking = viewer.clone();
    let (group, row) = app
        .db
        .read(move |q| {
            let group = groups::with_right(q, &looking, id, Right::Read)?;
            let row = media::file_in_group(q, id, file)?;
            let row = row.filter(|row| policy::may_see(&looking, &group, row));
            Ok((group, row.ok_or_else(Error::not_found)?))
        })
        .await?;
    let opened = media::open_bytes(app, row.file.clone(), &row.key).await?;
    policy::show_bytes(viewer, &group, &row, opened).ok_or_else(Error::not_found)
}

/// Lets a file be seen that waits.
///
/// # Errors
/// NotFound unless the viewer decides about it and it waits.
pub async fn approve(app: &App, viewer: &Viewer, id: GroupId, file: FileId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let group = groups::with_right(tx, &viewer, id, Right::Approve)?;
            let row = media::file_in_group(tx, id, file)?;
            let row = row.filter(|row| row.waits && policy::may_see(&viewer, &group, row));
            let row = row.ok_or_else(Error::not_found)?;
            media::release_file_in_group(tx, file)?;
            groups::note(tx, id, me, Act::FileApproved, Some(row.owner), &row.file.name)?;
            settle(tx, id, &row)
        })
        .await
}

/// Takes a file away for good.
///
/// # Errors
/// NotFound unless it is the viewer's own or they look after the group.
pub async fn delete(app: &App, viewer: &Viewer, id: GroupId, file: FileId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let viewer = fresh(tx, me)?;
            let group = groups::load(tx, &viewer, id)?;
            let row = media::file_in_group(tx, id, file)?;
            let row = row.filter(|row| policy::may_delete(&viewer, &group, row));
            let row = row.ok_or_else(Error::not_found)?;
            media::discard_file_in_group(tx, &row)?;
            if row.owner != me {
                groups::note(tx, id, me, Act::FileRemoved, Some(row.owner), &row.file.name)?;
            }
            settle(tx, id, &row)
        })
        .await
}

/// Nobody has to look at the files of its owner any more, if this was the last one that waited.
fn settle(tx: &mut Tx<'_>, group: GroupId, row: &GroupFileRow) -> Result<()> {
    let waiting = media::files_waiting_in(tx, group)?;
    if !row.waits || waiting.iter().any(|other| other.owner == row.owner) {
        return Ok(());
    }
    for account in groups::staff_of(tx, group)? {
        notices::take_back(tx, account, &told_waiting(row.owner, group))?;
    }
    Ok(())
}

/// The member as this transaction finds them.
fn fresh(tx: &mut Tx<'_>, me: AccountId) -> Result<Viewer> {
    let viewer = Viewer::Member(viewers::load_fresh(tx, me)?);
    viewer.active()?;
    Ok(viewer)
}
