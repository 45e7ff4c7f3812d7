//! What is done as a page stands in its log with the person who did it. Features that write for a page call [`done`] in
//! the transaction of what is done; it looks once more whether the person may.

use std::collections::HashMap;

use kith_base::{Error, Result};
use kith_db::{Query, Tx};

use super::model::{Act, ActLine, SubjectKind};
use super::policy::{self, Right};
use super::sql::team as rows;
use super::{LOGGED, with_right};
use crate::accounts::{self, PersonCard};
use crate::kinds::RowId;
use crate::viewer::{Acting, Viewer};
use crate::{AccountId, App};

/// Writes down that whoever acts as `page` did something; nothing where nobody acts as a page.
///
/// # Errors
/// Forbidden when they may not, by what they are to the page at this moment.
pub(crate) fn done<K>(
    tx: &mut Tx<'_>,
    acting: Option<Acting>,
    page: AccountId,
    act: Act,
    subject: (SubjectKind, kith_base::Id<K>),
) -> Result<()> {
    let Some(acting) = acting else { return Ok(()) };
    let role = rows::role(tx, page, acting.person)?;
    if role.is_some_and(|role| policy::grant(role, policy::needs(act))) {
        rows::insert_act(tx, page, acting.person, act, (subject.0, subject.1.raw()), "")
    } else {
        Err(Error::forbidden("pages-may-not"))
    }
}

/// [`done`] for what happened in a transaction of its own, such as a block.
///
/// # Errors
/// As [`done`].
pub async fn note(app: &App, viewer: &Viewer, act: Act, about: AccountId) -> Result<()> {
    let (acting, page) = (viewer.acting(), viewer.id_or_zero());
    if acting.is_none() {
        return Ok(());
    }
    app.db.write(move |tx| done(tx, acting, page, act, (SubjectKind::Account, about))).await
}

/// Writes down what `person` did for a page, without acting as it.
pub(super) fn note_person(
    tx: &mut Tx<'_>,
    page: AccountId,
    person: AccountId,
    act: Act,
    about: Option<AccountId>,
    detail: &str,
) -> Result<()> {
    let subject = match about {
        Some(about) => (SubjectKind::Account, about.raw()),
        None => (SubjectKind::Nothing, 0),
    };
    rows::insert_act(tx, page, person, act, subject, detail)
}

/// What was done for a page and as it, the newest first, and where to go on.
///
/// # Errors
/// NotFound unless the viewer is of its team and may read it.
pub async fn log(
    app: &App,
    viewer: &Viewer,
    page: AccountId,
    before: Option<RowId>,
) -> Result<(Vec<ActLine>, Option<RowId>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, page, Right::SeeLog)?;
            let before = before.unwrap_or(RowId::new(i64::MAX));
            let mut found = rows::acts(q, page, before, LOGGED + 1)?;
            let has_more = found.len() > LOGGED;
            found.truncate(LOGGED);
            let next = found.last().map(|row| row.id).filter(|_| has_more);
            let about = |row: &rows::ActRow| match row.subject {
                (SubjectKind::Account, id) => Some(AccountId::new(id)),
                _ => None,
            };
            let ids: Vec<AccountId> =
                found.iter().flat_map(|row| [Some(row.person), about(row)]).flatten().collect();
            let cards = accounts::cards(q, &ids)?;
            let lines = found.into_iter().filter_map(|row| {
                Some(ActLine {
                    by: cards.get(&row.person)?.clone(),
                    act: row.act,
                    about: about(&row).and_then(|about| cards.get(&about)).cloned(),
                    subject: row.subject,
                    detail: row.detail,
                    at: row.at,
                })
            });
            Ok((lines.collect(), next))
        })
        .await
}

/// Who of the team wrote each of `ids` in the name of the page as which the viewer acts; nothing for everybody else.
///
/// # Errors
/// Internal when the database fails.
pub fn spoken_by(
    q: &mut Query<'_>,
    viewer: &Viewer,
    kind: SubjectKind,
    ids: &[i64],
) -> Result<HashMap<i64, PersonCard>> {
    let is_of_team = viewer.acting().is_some_and(|acting| policy::grant(acting.role, Right::SeeLog));
    if !is_of_team || ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = rows::spoken_by(q, viewer.id_or_zero(), kind, ids)?;
    let people: Vec<AccountId> = found.iter().map(|(_, person)| *person).collect();
    let cards = accounts::cards(q, &people)?;
    let named = found.into_iter().filter_map(|(id, person)| Some((id, cards.get(&person)?.clone())));
    Ok(named.collect())
}
