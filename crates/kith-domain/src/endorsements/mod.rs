//! People whom a member recommends on their profile. Whoever is not followed any more is not recommended either
//! (`relationships` sees to that).

mod sql;

use std::collections::HashSet;

use kith_base::{Error, Message, PageRequest, Result, limits};
use kith_db::Query;

use crate::kinds::AccountKind;
use crate::viewer::Viewer;
use crate::{AccountId, App, relationships};

/// Recommends `other`, or does so no more. Doing it twice changes nothing.
///
/// # Errors
/// NotFound when they are not there for the viewer; Invalid in `id` when the viewer does not follow them, or recommends
/// too many.
pub async fn set(app: &App, viewer: &Viewer, other: AccountId, is_endorsed: bool) -> Result<()> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .write(move |tx| {
            let relation = relationships::relation(tx, &viewer, other)?;
            if !is_endorsed {
                return sql::remove(tx, me, other);
            }
            if !relation.follows {
                return Err(Error::invalid("id", "endorsements-needs-follow"));
            }
            sql::add(tx, me, other)?;
            if sql::count(tx, me)? > i64::try_from(limits::ENDORSEMENTS).unwrap_or(i64::MAX) {
                let message = Message::new("endorsements-too-many").with("limit", limits::ENDORSEMENTS);
                return Err(Error::invalid("id", message));
            }
            Ok(())
        })
        .await
}

/// Whom `account` recommends, the newest accounts first. Faces show only those whom the viewer may meet.
///
/// # Errors
/// NotFound when `account` is not there for the viewer.
pub async fn page(
    app: &App,
    viewer: &Viewer,
    account: AccountId,
    request: PageRequest<AccountKind>,
) -> Result<Vec<AccountId>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            if viewer.id() != Some(account) {
                relationships::relation(q, &viewer, account)?;
            }
            sql::page(q, account, &request)
        })
        .await
}

/// Which of `people` the viewer recommends.
///
/// # Errors
/// Internal when the database fails.
pub fn among(q: &mut Query<'_>, viewer: &Viewer, people: &[AccountId]) -> Result<HashSet<AccountId>> {
    match viewer.id() {
        Some(me) if !people.is_empty() => sql::among(q, me, people),
        _ => Ok(HashSet::new()),
    }
}
