//! People by the words of their names, friends first.

use kith_base::Result;
use kith_db::Query;

use super::named::named;
use super::sql;
use crate::people::{Entry, entries};
use crate::relationships;
use crate::search_terms::SubjectKind;
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// People who were found.
#[derive(Clone, Debug, Default)]
pub struct PeoplePart {
    /// The people: friends by name, then others by name.
    pub people: Vec<Entry>,
    /// Ask from this place on to go on.
    pub next: Option<usize>,
}

/// Members of whose name or handle words begin like all of `words`: those who stand in the directory, the viewer's
/// friends, and the viewer.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn people(
    app: &App,
    viewer: &Viewer,
    words: &str,
    limit: usize,
    offset: usize,
) -> Result<PeoplePart> {
    viewer.active()?;
    let (viewer, words) = (viewer.clone(), words.to_owned());
    app.db
        .read(move |q| {
            let mut ids = ids(q, &viewer, &words, (limit + 1, offset))?;
            let next = (ids.len() > limit).then_some(offset + limit);
            ids.truncate(limit);
            let friends = relationships::open_friends(q, &viewer)?;
            Ok(PeoplePart { people: entries(q, &viewer, &friends, &ids)?, next })
        })
        .await
}

/// Ids of those people, in order.
pub(super) fn ids(
    q: &mut Query<'_>,
    viewer: &Viewer,
    words: &str,
    part: (usize, usize),
) -> Result<Vec<AccountId>> {
    let Some(named) = named(q, SubjectKind::Person, words)? else { return Ok(Vec::new()) };
    sql::people(q, viewer.id_or_zero(), &named, part)
}
