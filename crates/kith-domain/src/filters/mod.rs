//! Words a member does not want to read: kept by them, seen by nobody else, compiled once and remembered.

mod cache;
mod matcher;
mod model;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, Message, Millis, Result, limits};

pub use cache::{FilterCache, connect};
pub use matcher::{Match, Matcher};
pub use model::{Filter, FilterAction, NewFilter};

use crate::changes::{self, Change};
use crate::kinds::FilterId;
use crate::{App, Viewer};

/// A phrase is at most so long.
const PHRASE: usize = 100;
/// For how many days a filter may be asked for; nothing means for good.
pub const DAYS: [Millis; 3] = [1, 7, 30];

/// The viewer's filters, oldest first, those that have run out left out.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Filter>> {
    let me = viewer.active()?.id;
    app.db
        .read(move |q| {
            let now = q.now();
            sql::list(q, me, now)
        })
        .await
}

/// Adds a filter.
///
/// # Errors
/// Invalid with every field that breaks a rule, or when there are too many filters already.
pub async fn create(app: &App, viewer: &Viewer, new: NewFilter) -> Result<FilterId> {
    let me = viewer.active()?.id;
    let phrase = kith_text::normalise_line(&new.phrase);
    check(&phrase, new.days)?;
    app.db
        .write(move |tx| {
            let now = tx.now();
            let kept = sql::list(tx, me, now)?;
            if kept.len() >= limits::FILTERS {
                let message = Message::new("filters-too-many").with("limit", limits::FILTERS);
                return Err(Error::invalid("phrase", message));
            }
            let id = tx.new_id();
            let until = new.days.map(|days| now + days * DAY);
            sql::insert(tx, id, me, &phrase, &new, until)?;
            changes::record(tx, Change::FiltersChanged { account: me });
            Ok(id)
        })
        .await
}

/// What can be said of a new filter without looking anything up.
fn check(phrase: &str, days: Option<Millis>) -> Result<()> {
    let mut errors = Vec::new();
    if matcher::fold(phrase).is_empty() {
        errors.push(FieldError { field: "phrase", message: "filters-phrase-missing".into() });
    }
    if phrase.chars().count() > PHRASE {
        let message = Message::new("error-too-long").with("max", PHRASE);
        errors.push(FieldError { field: "phrase", message });
    }
    if days.is_some_and(|days| !DAYS.contains(&days)) {
        errors.push(FieldError { field: "days", message: "error-not-understood".into() });
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid_fields(errors)) }
}

/// Removes one of the viewer's filters.
///
/// # Errors
/// Not found when it is not there or somebody else's.
pub async fn delete(app: &App, viewer: &Viewer, id: FilterId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if sql::delete(tx, id, me)? == 0 {
                return Err(Error::not_found());
            }
            changes::record(tx, Change::FiltersChanged { account: me });
            Ok(())
        })
        .await
}

/// The viewer's filters, ready to be held against texts. Whoever is no member has none.
///
/// # Errors
/// Internal when the database fails.
pub async fn of(app: &App, viewer: &Viewer) -> Result<Arc<Matcher>> {
    let Some(me) = viewer.id() else { return Ok(Arc::default()) };
    if let Some(known) = app.filters.0.get(&me) {
        return Ok(known);
    }
    let mark = app.filters.0.mark();
    let filters = app
        .db
        .read(move |q| {
            let now = q.now();
            sql::list(q, me, now)
        })
        .await?;
    let matcher = Arc::new(Matcher::new(&filters));
    app.filters.0.keep(mark, &me, Arc::clone(&matcher));
    Ok(matcher)
}
