//! Pages: organisations that several people run without sharing a password. A page is an account of another kind; its
//! team acts as it from their own sessions. Who may do what stands in one table of roles and rights ([`policy`]), and what
//! was done by whom in a log that the team reads.

mod acting;
mod acts;
mod create;
mod edit;
mod hours;
mod model;
pub mod policy;
mod sql;
mod team;

use kith_base::{DAY, Error, Millis, Page as ListPage, PageRequest, Result};
use kith_db::{Query, Tx};
use kith_text::names::fold;

pub use acting::{act_as, as_page, speaker};
pub(crate) use acts::done;
pub use acts::{log, note, spoken_by};
pub use create::found;
pub use edit::{ABOUT, ADDRESS, GRACE, close, edit, reopen, set_picture, set_text, verify};
pub use hours::{Hours, Span, read_day, show_day};
pub use model::{
    Act, ActLine, Button, Category, Details, Figures, NewPage, Page, PageText, SubjectKind, TeamLine,
};
pub use policy::Right;
pub(crate) use team::leave_everywhere;
pub use team::{TEAM, answer, hand_over, invite, leave, remove, set_role, take_back_invitation};

use crate::accounts;
use crate::changes::{self, Change};
use crate::kinds::AccountKind;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, viewers};

/// Lines of the log on one page of it.
const LOGGED: usize = 50;
/// So far back figures look.
pub const FIGURES: Millis = 28 * DAY;

/// The page that an account is, if it is one and the viewer may know of it.
///
/// # Errors
/// Internal when the database fails.
pub async fn find(app: &App, viewer: &Viewer, id: AccountId) -> Result<Option<Visible<Page>>> {
    match get(app, viewer, id).await {
        Err(error) if error.is_not_found() => Ok(None),
        found => found.map(Some),
    }
}

/// A page by its account.
///
/// # Errors
/// NotFound when there is none or the viewer may not know of it.
pub async fn get(app: &App, viewer: &Viewer, id: AccountId) -> Result<Visible<Page>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

/// A page by its handle, whether it is open or closed.
///
/// # Errors
/// As [`get`].
pub async fn by_handle(app: &App, viewer: &Viewer, handle: &str) -> Result<Visible<Page>> {
    let (viewer, handle) = (viewer.clone(), handle.to_owned());
    app.db
        .read(move |q| {
            let found = accounts::find_by_handle(q, &handle)?.ok_or_else(Error::not_found)?;
            load(q, &viewer, found.id())
        })
        .await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: AccountId) -> Result<Visible<Page>> {
    let me = policy::person_of(viewer).unwrap_or_default();
    sql::by_id(q, me, id)?.and_then(|page| policy::show(viewer, page)).ok_or_else(Error::not_found)
}

/// The words of a page in the first of `languages` that it has, else in any; and the languages that there are.
///
/// # Errors
/// As [`get`].
pub async fn about(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    languages: Vec<String>,
) -> Result<(PageText, Vec<String>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            load(q, &viewer, id)?;
            let mut texts = sql::texts(q, id)?;
            let known = texts.iter().map(|text| text.language.clone()).collect();
            let fits = |text: &PageText| {
                languages.iter().position(|language| *language == text.language).unwrap_or(usize::MAX)
            };
            texts.sort_by_key(fits);
            Ok((texts.into_iter().next().unwrap_or_default(), known))
        })
        .await
}

/// Pages that the viewer helps to run, by name, closed ones among them.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn own(app: &App, viewer: &Viewer) -> Result<Vec<Visible<Page>>> {
    standing(app, viewer, sql::own).await
}

/// Pages that ask the viewer to help.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn invitations(app: &App, viewer: &Viewer) -> Result<Vec<Visible<Page>>> {
    standing(app, viewer, sql::invited).await
}

async fn standing(
    app: &App,
    viewer: &Viewer,
    read: fn(&mut Query<'_>, AccountId) -> Result<Vec<Page>>,
) -> Result<Vec<Visible<Page>>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let me = policy::person_of(&viewer).unwrap_or_default();
            Ok(read(q, me)?.into_iter().filter_map(|page| policy::show(&viewer, page)).collect())
        })
        .await
}

/// Open pages that the viewer does not help to run, whose name holds `query`, the newest first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn discover(
    app: &App,
    viewer: &Viewer,
    query: &str,
    category: Option<Category>,
    request: PageRequest<AccountKind>,
) -> Result<ListPage<Visible<Page>, AccountKind>> {
    viewer.active()?;
    let (viewer, part) = (viewer.clone(), fold(query.trim()));
    app.db
        .read(move |q| {
            let me = policy::person_of(&viewer).unwrap_or_default();
            let before = request.before.unwrap_or(AccountId::new(i64::MAX));
            let mut found = sql::known(q, me, &part, category, before, request.limit + 1)?;
            let has_more = found.len() > request.limit;
            found.truncate(request.limit);
            let next = found.last().map(Page::id).filter(|_| has_more);
            let items = found.into_iter().filter_map(|page| policy::show(&viewer, page)).collect();
            Ok(ListPage { items, next })
        })
        .await
}

/// Who helps to run a page, and who is asked to, the longest-standing first.
///
/// # Errors
/// NotFound unless the viewer is of its team and may read its log.
pub async fn people(app: &App, viewer: &Viewer, id: AccountId) -> Result<(Vec<TeamLine>, Vec<TeamLine>)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, id, Right::SeeLog)?;
            let (team, asked) = (sql::team::team(q, id)?, sql::team::invitations(q, id)?);
            let ids: Vec<AccountId> = team.iter().chain(&asked).map(|seat| seat.account).collect();
            let cards = accounts::cards(q, &ids)?;
            let line = |seat: sql::team::Seat| {
                let person = cards.get(&seat.account)?.clone();
                Some(TeamLine { person, role: seat.role, since: seat.since })
            };
            let mut team: Vec<TeamLine> = team.into_iter().filter_map(line).collect();
            team.sort_by_key(|line| std::cmp::Reverse(line.role));
            Ok((team, asked.into_iter().filter_map(line).collect()))
        })
        .await
}

/// What the last weeks brought.
///
/// # Errors
/// NotFound unless the viewer is of its team.
pub async fn figures(app: &App, viewer: &Viewer, id: AccountId) -> Result<Figures> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            with_right(q, &viewer, id, Right::SeeFigures)?;
            let since = q.now() - FIGURES;
            sql::figures(q, id, since)
        })
        .await
}

/// The page, if the viewer has this right on it.
///
/// # Errors
/// NotFound when they may not know of it, or have not.
pub(crate) fn with_right(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: AccountId,
    right: Right,
) -> Result<Visible<Page>> {
    let page = load(q, viewer, id)?;
    if policy::may(viewer, &page, right) { Ok(page) } else { Err(Error::not_found()) }
}

/// Opens a write for somebody who has this right on a page, whether they act as it or not.
async fn within<T: Send + 'static>(
    app: &App,
    viewer: &Viewer,
    id: AccountId,
    right: Right,
    step: impl Fn(&mut Tx<'_>, AccountId, &Visible<Page>) -> Result<T> + Send + Sync + 'static,
) -> Result<T> {
    viewer.active()?;
    let me = policy::person_of(viewer).ok_or_else(Error::sign_in_needed)?;
    app.db
        .write(move |tx| {
            let person = Viewer::Member(viewers::load_fresh(tx, me)?);
            person.active()?;
            let page = with_right(tx, &person, id, right)?;
            step(tx, me, &page)
        })
        .await
}

/// Something about the page changed, for everybody and for its team, who carry its name with them.
fn record(tx: &mut Tx<'_>, id: AccountId) -> Result<()> {
    changes::record(tx, Change::AccountChanged { account: id });
    team::record_team(tx, id)
}
