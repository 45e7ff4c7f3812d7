//! What a member does not want to read: kept by them, seen by nobody else, compiled once and remembered.

mod cache;
mod edit;
mod matcher;
mod model;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, Message, Millis, Result};
use kith_db::Query;

pub use cache::{FilterCache, connect};
pub use edit::{add_post, delete, delete_keyword, put, remove_post};
pub use matcher::{Hit, Match, Matcher};
pub use model::{
    Context, Contexts, Filter, FilterAction, FilterEdit, FilteredPost, Keyword, KeywordEdit, Lasting,
    NewFilter,
};

use crate::kinds::{FilterId, FilterKeywordId, FilterPostId};
use crate::{AccountId, App, Viewer};

/// A phrase, or a title, is at most so long.
const PHRASE: usize = 100;
/// For how many days a filter may be asked for; nothing means for good.
pub const DAYS: [Millis; 3] = [1, 7, 30];

/// The viewer's filters, oldest first, those that have run out left out.
///
/// # Errors
/// Sign-in needed; internal when the database fails.
pub async fn list(app: &App, viewer: &Viewer) -> Result<Vec<Filter>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| of_account(q, me)).await
}

fn of_account(q: &mut Query<'_>, account: AccountId) -> Result<Vec<Filter>> {
    let now = q.now();
    sql::list(q, account, now)
}

/// One of the viewer's filters.
///
/// # Errors
/// Not found when it is not there, has run out, or is somebody else's.
pub async fn get(app: &App, viewer: &Viewer, id: FilterId) -> Result<Filter> {
    let mut kept = list(app, viewer).await?.into_iter();
    kept.find(|filter| filter.id == id).ok_or_else(Error::not_found)
}

/// One of the viewer's keywords with its filter.
///
/// # Errors
/// As [`get`].
pub async fn keyword(app: &App, viewer: &Viewer, id: FilterKeywordId) -> Result<(Filter, Keyword)> {
    let kept = list(app, viewer).await?.into_iter();
    let mut found = kept.filter_map(|filter| {
        let keyword = filter.keywords.iter().find(|keyword| keyword.id == id).cloned()?;
        Some((filter, keyword))
    });
    found.next().ok_or_else(Error::not_found)
}

/// One of the posts in the viewer's filters.
///
/// # Errors
/// As [`get`].
pub async fn filtered_post(app: &App, viewer: &Viewer, id: FilterPostId) -> Result<FilteredPost> {
    let kept = list(app, viewer).await?;
    let mut posts = kept.iter().flat_map(|filter| &filter.posts);
    posts.find(|post| post.id == id).copied().ok_or_else(Error::not_found)
}

/// Adds a filter of one phrase that holds everywhere.
///
/// # Errors
/// Invalid with every field that breaks a rule, or when there are too many filters already.
pub async fn create(app: &App, viewer: &Viewer, new: NewFilter) -> Result<FilterId> {
    viewer.active()?;
    let phrase = kith_text::normalise_line(&new.phrase);
    check(&phrase, new.days)?;
    let edit = FilterEdit {
        title: Some(phrase.clone()),
        action: Some(new.action),
        lasting: new.days.map_or(Lasting::ForGood, |days| Lasting::For(days * DAY)),
        keywords: vec![KeywordEdit {
            phrase: Some(phrase),
            is_whole_word: Some(new.is_whole_word),
            ..KeywordEdit::default()
        }],
        ..FilterEdit::default()
    };
    Ok(put(app, viewer, None, edit).await?.0.id)
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
    let filters = app.db.read(move |q| of_account(q, me)).await?;
    let matcher = Arc::new(Matcher::new(&filters));
    app.filters.0.keep(mark, &me, Arc::clone(&matcher));
    Ok(matcher)
}
