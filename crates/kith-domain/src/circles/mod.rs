//! A member's own lists of friends, to aim posts at. Nobody but the owner ever learns of a circle or who is in it.

mod edit;
mod sql;

use kith_base::{Error, PageRequest, Result};
use kith_db::Query;

pub use edit::{add, create, delete, remove, rename};

use crate::accounts::{PersonCard, cards};
use crate::kinds::AccountKind;
use crate::viewer::Viewer;
use crate::{AccountId, App, CircleId};

/// A circle as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle {
    /// The id.
    pub id: CircleId,
    /// The name.
    pub name: String,
    /// How many are in it.
    pub members: usize,
}

/// The viewer's circles by name; none for visitors.
///
/// # Errors
/// Internal when the database fails.
pub fn owned(q: &mut Query<'_>, viewer: &Viewer) -> Result<Vec<Circle>> {
    viewer.id().map_or_else(|| Ok(Vec::new()), |owner| sql::owned(q, owner))
}

/// The viewer's circles by name.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Circle>> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::owned(q, owner)).await
}

/// One of the viewer's circles with the people in it, by name.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn get(app: &App, viewer: &Viewer, circle: CircleId) -> Result<(Circle, Vec<PersonCard>)> {
    let owner = viewer.active()?.id;
    app.db
        .read(move |q| {
            let circle = sql::find(q, owner, circle)?.ok_or_else(Error::not_found)?;
            let ids = sql::members(q, circle.id)?;
            let mut people = cards(q, &ids)?;
            Ok((circle, ids.iter().filter_map(|id| people.remove(id)).collect()))
        })
        .await
}

/// One of the viewer's circles, without the people.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn one(app: &App, viewer: &Viewer, circle: CircleId) -> Result<Circle> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::find(q, owner, circle)?.ok_or_else(Error::not_found)).await
}

/// A part of the people in one of the viewer's circles, the newest accounts first.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn members(
    app: &App,
    viewer: &Viewer,
    circle: CircleId,
    request: PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let owner = viewer.active()?.id;
    app.db
        .read(move |q| {
            let circle = sql::find(q, owner, circle)?.ok_or_else(Error::not_found)?;
            sql::members_page(q, circle.id, &request)
        })
        .await
}

/// [`with_member`] for pages.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn around(app: &App, viewer: &Viewer, member: AccountId) -> Result<Vec<CircleId>> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::with_member(q, owner, member)).await
}

/// Which of the viewer's circles `member` is in.
///
/// # Errors
/// Internal when the database fails.
pub fn with_member(q: &mut Query<'_>, viewer: &Viewer, member: AccountId) -> Result<Vec<CircleId>> {
    viewer.id().map_or_else(|| Ok(Vec::new()), |owner| sql::with_member(q, owner, member))
}
