//! What has been read, line by line, and what is done with a line. A line is a notice with those that are told together
//! with it.

use kith_base::{Error, Page, PageRequest, Result};
use kith_db::Tx;

use super::groups::{self, Group};
use super::{Notice, Wanted, sql};
use crate::changes::{self, Change};
use crate::kinds::{NoticeId, NoticeKind};
use crate::notices::{Occasion, Place};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App};

/// A page of lines, new to old.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn lines(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<NoticeKind>,
    wanted: Wanted,
) -> Result<Page<Group, NoticeKind>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (items, goes_on) = groups::collect(q, &viewer, &request, &wanted, Occasion::ALL)?;
            let last = items.iter().map(|group| group.oldest).min();
            Ok(Page { items, next: last.filter(|_| goes_on) })
        })
        .await
}

/// How many lines were held back, counted up to 100.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn held(app: &App, viewer: &Viewer) -> Result<i64> {
    count(app, viewer.active()?.id, Place::Held).await
}

/// Lines that were not read, counted up to 100. They stand on every page, so they are remembered.
///
/// # Errors
/// Internal when the database fails.
pub async fn bell(app: &App, viewer: &Viewer) -> Result<i64> {
    let Ok(member) = viewer.active() else { return Ok(0) };
    let (me, now) = (member.id, app.now());
    if let Some(known) = app.bells.fresh(me, now) {
        return Ok(known);
    }
    let mark = app.bells.mark();
    let total = count(app, me, Place::List).await?;
    app.bells.keep(mark, me, total, now);
    Ok(total)
}

async fn count(app: &App, me: AccountId, place: Place) -> Result<i64> {
    app.db.read(move |q| sql::count_lines(q, me, place)).await
}

/// The notice behind a line that the viewer follows; the line is read from now on.
///
/// # Errors
/// As [`super::get`].
pub async fn open(app: &App, viewer: &Viewer, id: NoticeId) -> Result<Visible<Notice>> {
    let notice = super::get(app, viewer, id).await?;
    set_read(app, viewer, id, true).await?;
    Ok(notice)
}

/// Marks a line as read, or as not read.
///
/// # Errors
/// NotFound when it is not there.
pub async fn set_read(app: &App, viewer: &Viewer, id: NoticeId, is_read: bool) -> Result<()> {
    change(app, viewer, id, move |tx, me| {
        let read_at = is_read.then(|| tx.now());
        sql::set_read(tx, me, id, read_at)
    })
    .await
}

/// Takes a line away.
///
/// # Errors
/// NotFound when it is not there.
pub async fn remove(app: &App, viewer: &Viewer, id: NoticeId) -> Result<()> {
    change(app, viewer, id, move |tx, me| sql::remove_line(tx, me, id)).await
}

/// Puts a line that was held back among the others.
///
/// # Errors
/// NotFound when it is not there.
pub async fn release(app: &App, viewer: &Viewer, id: NoticeId) -> Result<()> {
    change(app, viewer, id, move |tx, me| sql::release(tx, me, id)).await
}

async fn change(
    app: &App,
    viewer: &Viewer,
    id: NoticeId,
    step: impl Fn(&mut Tx<'_>, AccountId) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if !sql::is_theirs(tx, me, id)? {
                return Err(Error::not_found());
            }
            step(tx, me)?;
            changes::record(tx, Change::NoticesChanged { account: me });
            Ok(())
        })
        .await
}

/// Marks all lines as read, for apps too.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn read_all(app: &App, viewer: &Viewer) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if let Some(newest) = sql::newest(tx, me)? {
                sql::read_through(tx, me, newest)?;
                sql::put_marker(tx, me, super::Timeline::Notifications, newest.raw())?;
                changes::record(tx, Change::NoticesChanged { account: me });
            }
            Ok(())
        })
        .await
}
