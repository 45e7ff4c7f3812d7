//! Making, naming, filling and deleting circles.

use kith_base::{Error, Message, Result, limits};
use kith_db::on_constraint;
use kith_text::names::fold;
use kith_text::normalise_line;

use super::sql;
use crate::changes::{self, Change};
use crate::viewer::Viewer;
use crate::{AccountId, App, CircleId, relationships};

/// Makes a circle.
///
/// # Errors
/// Invalid in `name` when it is empty, too long or taken; Conflict when the member has as many circles as they may.
pub async fn create(app: &App, viewer: &Viewer, name: &str) -> Result<CircleId> {
    let owner = viewer.active()?.id;
    let name = checked(name)?;
    app.db
        .write(move |tx| {
            let had = sql::owned(tx, owner)?;
            if had.len() >= limits::CIRCLES {
                return Err(Error::conflict(Message::new("circles-too-many").with("limit", limits::CIRCLES)));
            }
            if had.iter().any(|circle| fold(&circle.name) == fold(&name)) {
                return Err(taken());
            }
            let id = tx.new_id();
            on_constraint(sql::insert(tx, id, owner, &name, &fold(&name)), "circles_name_key", taken)?;
            Ok(id)
        })
        .await
}

/// Gives a circle another name.
///
/// # Errors
/// As [`create`]; NotFound when the viewer has no such circle.
pub async fn rename(app: &App, viewer: &Viewer, circle: CircleId, name: &str) -> Result<()> {
    let owner = viewer.active()?.id;
    let name = checked(name)?;
    app.db
        .write(move |tx| {
            if sql::owned(tx, owner)?
                .iter()
                .any(|other| other.id != circle && fold(&other.name) == fold(&name))
            {
                return Err(taken());
            }
            match on_constraint(
                sql::rename(tx, owner, circle, &name, &fold(&name)),
                "circles_name_key",
                taken,
            )? {
                0 => Err(Error::not_found()),
                _ => Ok(()),
            }
        })
        .await
}

/// Deletes a circle. What was aimed at it is seen by nobody but its author from then on.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn delete(app: &App, viewer: &Viewer, circle: CircleId) -> Result<()> {
    let owner = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::find(tx, owner, circle)?.ok_or_else(Error::not_found)?;
            for member in sql::empty(tx, circle)? {
                changes::record(tx, Change::CircleChanged { owner, circle, member });
            }
            sql::delete(tx, owner, circle)
        })
        .await
}

/// Puts a friend into a circle; they are not told.
///
/// # Errors
/// NotFound when the viewer has no such circle; Conflict when they are no friend.
pub async fn add(app: &App, viewer: &Viewer, circle: CircleId, member: AccountId) -> Result<()> {
    let owner = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::find(tx, owner, circle)?.ok_or_else(Error::not_found)?;
            if !relationships::are_friends(tx, owner, member)? {
                return Err(Error::conflict("circles-needs-friend"));
            }
            if sql::add(tx, circle, member)? {
                changes::record(tx, Change::CircleChanged { owner, circle, member });
            }
            Ok(())
        })
        .await
}

/// Takes somebody out of a circle; they are not told.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn remove(app: &App, viewer: &Viewer, circle: CircleId, member: AccountId) -> Result<()> {
    let owner = viewer.active()?.id;
    app.db
        .write(move |tx| {
            sql::find(tx, owner, circle)?.ok_or_else(Error::not_found)?;
            if sql::remove(tx, circle, member)? {
                changes::record(tx, Change::CircleChanged { owner, circle, member });
            }
            Ok(())
        })
        .await
}

fn checked(name: &str) -> Result<String> {
    let name = normalise_line(name);
    match name.chars().count() {
        0 => Err(Error::invalid("name", "circles-name-empty")),
        1..=limits::CIRCLE_NAME => Ok(name),
        _ => {
            Err(Error::invalid("name", Message::new("circles-name-long").with("limit", limits::CIRCLE_NAME)))
        }
    }
}

fn taken() -> Error {
    Error::invalid("name", "circles-name-taken")
}
