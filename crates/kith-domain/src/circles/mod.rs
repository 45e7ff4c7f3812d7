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

/// People on one page of a circle.
pub const SHOWN: usize = 40;

/// One page of people, by name.
#[derive(Clone, Debug, Default)]
pub struct PeoplePage {
    /// The people.
    pub people: Vec<PersonCard>,
    /// Ask for those after this one to go on.
    pub next: Option<AccountId>,
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

/// One of the viewer's circles.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn get(app: &App, viewer: &Viewer, circle: CircleId) -> Result<Circle> {
    let owner = viewer.active()?.id;
    app.db.read(move |q| sql::find(q, owner, circle)?.ok_or_else(Error::not_found)).await
}

/// People in one of the viewer's circles, by name, from after `after` on.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn members(
    app: &App,
    viewer: &Viewer,
    circle: CircleId,
    after: Option<AccountId>,
) -> Result<PeoplePage> {
    let owner = viewer.active()?.id;
    app.db
        .read(move |q| {
            let circle = sql::find(q, owner, circle)?.ok_or_else(Error::not_found)?;
            let ids = sql::members(q, circle.id, after, SHOWN + 1)?;
            page_of(q, ids)
        })
        .await
}

/// Friends of the viewer who are not in this circle of theirs, by name; only those whose name or handle has a word
/// beginning with `word`.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn outside(app: &App, viewer: &Viewer, circle: CircleId, word: &str) -> Result<PeoplePage> {
    let owner = viewer.active()?.id;
    let word = word.to_owned();
    app.db
        .read(move |q| {
            let circle = sql::find(q, owner, circle)?.ok_or_else(Error::not_found)?;
            let ids = sql::outside(q, owner, circle.id, &word, SHOWN + 1)?;
            page_of(q, ids)
        })
        .await
}

/// The first of `ids`, which hold one more than a page if there are more.
fn page_of(q: &mut Query<'_>, mut ids: Vec<AccountId>) -> Result<PeoplePage> {
    let has_more = ids.len() > SHOWN;
    ids.truncate(SHOWN);
    let next = ids.last().copied().filter(|_| has_more);
    let mut people = cards(q, &ids)?;
    Ok(PeoplePage { people: ids.iter().filter_map(|id| people.remove(id)).collect(), next })
}

/// A part of the people in one of the viewer's circles, the newest accounts first.
///
/// # Errors
/// NotFound when the viewer has no such circle.
pub async fn members_part(
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
