//! A member's own lists of people whom they follow, to read by. Nobody but the owner ever learns of a list or who is in
//! it. Whoever is not followed any more has left every list (`relationships` sees to that).

mod model;
mod sql;

use kith_base::{Error, Message, PageRequest, Result, limits};
use kith_db::Query;
use kith_text::normalise_line;

pub use model::{List, NewList, RepliesPolicy};

use crate::changes::{self, Change};
use crate::kinds::{AccountKind, ListId};
use crate::viewer::Viewer;
use crate::{AccountId, App, relationships};

/// The viewer's lists, oldest first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn all(app: &App, viewer: &Viewer) -> Result<Vec<List>> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::owned(q, owner)).await
}

/// One of the viewer's lists.
///
/// # Errors
/// NotFound when the viewer has no such list.
pub async fn get(app: &App, viewer: &Viewer, list: ListId) -> Result<List> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, list)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, list: ListId) -> Result<List> {
    let owner = viewer.active()?.id;
    sql::find(q, owner, list)?.ok_or_else(Error::not_found)
}

/// Which of the viewer's lists hold `member`.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn around(app: &App, viewer: &Viewer, member: AccountId) -> Result<Vec<List>> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::with_member(q, owner, member)).await
}

/// Makes a list.
///
/// # Errors
/// Invalid in `title` when it is empty, too long, or when the member has as many lists as they may.
pub async fn create(app: &App, viewer: &Viewer, new: NewList) -> Result<List> {
    let owner = viewer.active()?.id;
    let title = checked(&new.title)?;
    app.db
        .write(move |tx| {
            if sql::owned(tx, owner)?.len() >= limits::LISTS {
                let message = Message::new("lists-too-many").with("limit", limits::LISTS);
                return Err(Error::invalid("title", message));
            }
            let list = List {
                id: tx.new_id(),
                title: title.clone(),
                replies: new.replies,
                is_exclusive: new.is_exclusive,
            };
            sql::insert(tx, owner, &list)?;
            Ok(list)
        })
        .await
}

/// Changes a list's title and choices.
///
/// # Errors
/// As [`create`]; NotFound when the viewer has no such list.
pub async fn edit(app: &App, viewer: &Viewer, id: ListId, new: NewList) -> Result<List> {
    let owner = viewer.active()?.id;
    let title = checked(&new.title)?;
    app.db
        .write(move |tx| {
            let list =
                List { id, title: title.clone(), replies: new.replies, is_exclusive: new.is_exclusive };
            if sql::update(tx, owner, &list)? == 0 {
                return Err(Error::not_found());
            }
            changes::record(tx, Change::ListsChanged { owner });
            Ok(list)
        })
        .await
}

/// Deletes a list.
///
/// # Errors
/// NotFound when the viewer has no such list.
pub async fn delete(app: &App, viewer: &Viewer, list: ListId) -> Result<()> {
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let owner = viewer.active()?.id;
            load(tx, &viewer, list)?;
            sql::delete(tx, list)?;
            changes::record(tx, Change::ListsChanged { owner });
            Ok(())
        })
        .await
}

/// Who is in a list, the newest accounts first.
///
/// # Errors
/// NotFound when the viewer has no such list.
pub async fn members(
    app: &App,
    viewer: &Viewer,
    list: ListId,
    request: PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            load(q, &viewer, list)?;
            sql::members(q, list, &request)
        })
        .await
}

/// Puts people into a list, all or none of them; they are not told.
///
/// # Errors
/// NotFound when the viewer has no such list, or when one of them is not there for the viewer; Invalid in `account_ids`
/// when the viewer does not follow one of them, or when the list is full.
pub async fn add(app: &App, viewer: &Viewer, list: ListId, people: Vec<AccountId>) -> Result<()> {
    // Before anything is asked: each of them costs a question.
    if people.len() > limits::LIST_MEMBERS {
        return Err(full());
    }
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let owner = viewer.active()?.id;
            load(tx, &viewer, list)?;
            for member in &people {
                // Apps let their owners read what they wrote themselves beside the others.
                let may_be_in = *member == owner || sql::follows(tx, owner, *member)?;
                if !may_be_in {
                    relationships::relation(tx, &viewer, *member)?;
                    return Err(Error::invalid("account_ids", "lists-needs-follow"));
                }
                sql::add(tx, list, *member)?;
            }
            if sql::count(tx, list)? > i64::try_from(limits::LIST_MEMBERS).unwrap_or(i64::MAX) {
                return Err(full());
            }
            changes::record(tx, Change::ListsChanged { owner });
            Ok(())
        })
        .await
}

/// Takes people out of a list; whoever is not in it is passed over.
///
/// # Errors
/// NotFound when the viewer has no such list.
pub async fn remove(app: &App, viewer: &Viewer, list: ListId, people: Vec<AccountId>) -> Result<()> {
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let owner = viewer.active()?.id;
            load(tx, &viewer, list)?;
            sql::remove(tx, list, &people)?;
            changes::record(tx, Change::ListsChanged { owner });
            Ok(())
        })
        .await
}

fn full() -> Error {
    Error::invalid("account_ids", Message::new("lists-full").with("limit", limits::LIST_MEMBERS))
}

fn checked(title: &str) -> Result<String> {
    let title = normalise_line(title);
    match title.chars().count() {
        0 => Err(Error::invalid("title", "error-required")),
        1..=limits::LIST_TITLE => Ok(title),
        _ => Err(Error::invalid("title", Message::new("error-too-long").with("max", limits::LIST_TITLE))),
    }
}
