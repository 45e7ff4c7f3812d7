//! What the staff did, in order: who, what, to whom, with which note. Admins read it; nobody writes it by hand.

use kith_base::{Id, Millis, Page, PageRequest, Result};
use kith_db::Tx;

use super::sql;
use crate::kinds::RowKind;
use crate::viewer::Visible;
use crate::{AccountId, App, Viewer};

/// One thing that somebody of the staff did.
#[derive(Clone, Debug)]
pub struct LogEntry {
    /// The entry.
    pub id: Id<RowKind>,
    /// Who did it; nobody when the program or the command line did.
    pub actor: Option<AccountId>,
    /// `feature.verb`.
    pub action: String,
    /// `account`, `invite`, `page` and so on.
    pub subject_kind: String,
    /// Which one, if it has an id.
    pub subject: Option<i64>,
    /// A word for people: a reason, a page's name.
    pub note: String,
    /// When.
    pub created_at: Millis,
}

/// To whom or what something was done.
#[derive(Clone, Copy, Debug)]
pub struct Subject(pub &'static str, pub Option<i64>);

impl Subject {
    /// A person.
    pub const fn account(id: AccountId) -> Self {
        Self("account", Some(id.raw()))
    }

    /// The community itself.
    pub const fn site() -> Self {
        Self("site", None)
    }
}

/// Writes down what `actor` did, in the transaction in which it is done.
///
/// # Errors
/// Internal when the database fails.
pub fn record(
    tx: &mut Tx<'_>,
    actor: Option<AccountId>,
    action: &'static str,
    subject: Subject,
    note: &str,
) -> Result<()> {
    sql::insert_log(tx, actor, action, subject.0, subject.1, note)
}

/// A page of the log, newest first.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn log_page(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<RowKind>,
) -> Result<Page<Visible<LogEntry>, RowKind>> {
    viewer.admin()?;
    let limit = request.limit;
    let mut entries = app.db.read(move |q| sql::log_page(q, request)).await?;
    let has_more = entries.len() > limit;
    entries.truncate(limit);
    let next = if has_more { entries.last().map(|entry| entry.id) } else { None };
    let items =
        entries.into_iter().map(|entry| super::policy::to_admin(viewer, entry)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}
