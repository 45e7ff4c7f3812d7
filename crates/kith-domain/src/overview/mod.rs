//! The state of things at a glance, for admins: people, what waits, background work, the machine.

mod sql;

use kith_base::{Id, Page, PageRequest, Result};
pub use kith_db::Engine;
use kith_db::jobs::{self, Job, State};

use crate::accounts::{self, PersonCard};
use crate::kinds::RowKind;
use crate::site::{self, LogEntry, Subject};
use crate::{AccountId, App, Viewer, Visible};

/// Dead jobs that are shown.
const SHOWN: usize = 50;

/// Numbers and what needs a look.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Members who take part.
    pub members: i64,
    /// Of those, seen within seven days.
    pub seen_this_week: i64,
    /// Applications that wait.
    pub applications: i64,
    /// Contact messages that wait.
    pub messages: i64,
    /// Admins and owners.
    pub admins: i64,
    /// Jobs that wait for their time.
    pub jobs_waiting: i64,
    /// Jobs that failed too often.
    pub dead: Vec<Job>,
    /// Which database.
    pub engine: Engine,
    /// Whether letters are written at all.
    pub is_mail_delivered: bool,
    /// Whether they go no further than a folder, for development.
    pub is_mail_filed: bool,
}

/// The state of things.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn overview(app: &App, viewer: &Viewer) -> Result<Overview> {
    viewer.admin()?;
    let (engine, is_mail_delivered) = (app.db.engine(), app.mailer.is_delivering());
    let is_mail_filed = is_mail_delivered && app.config.mail.smtp_host.as_deref().is_none_or(str::is_empty);
    app.db
        .read(move |q| {
            let since = q.now() - kith_base::WEEK;
            Ok(Overview {
                members: sql::count_members(q)?,
                seen_this_week: sql::count_seen(q, since)?,
                applications: sql::count_applications(q)?,
                messages: sql::count_messages(q)?,
                admins: sql::count_admins(q)?,
                jobs_waiting: jobs::count(q, State::Waiting)?,
                dead: jobs::page(q, State::Dead, PageRequest::first(SHOWN))?.items,
                engine,
                is_mail_delivered,
                is_mail_filed,
            })
        })
        .await
}

/// One line of the staff's log, with the people in it.
#[derive(Clone, Debug)]
pub struct LogLine {
    /// What was done.
    pub entry: Visible<LogEntry>,
    /// Who did it; nobody when the program did or the account is gone.
    pub actor: Option<PersonCard>,
    /// To whom, where it was done to a person.
    pub subject: Option<PersonCard>,
}

/// A page of the staff's log, newest first.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn log(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<RowKind>,
) -> Result<Page<LogLine, RowKind>> {
    let page = site::log_page(app, viewer, request).await?;
    let subject_of =
        |entry: &LogEntry| entry.subject.filter(|_| entry.subject_kind == "account").map(AccountId::new);
    let ids: Vec<AccountId> =
        page.items.iter().flat_map(|entry| entry.actor.into_iter().chain(subject_of(entry))).collect();
    let people = app.db.read(move |q| accounts::cards(q, &ids)).await?;
    Ok(page.map(|entry| LogLine {
        actor: entry.actor.and_then(|id| people.get(&id).cloned()),
        subject: subject_of(&entry).and_then(|id| people.get(&id).cloned()),
        entry,
    }))
}

/// Forgets a job that failed too often, when it will never work or nobody needs it.
///
/// # Errors
/// Not found when it is gone or the viewer is no admin.
pub async fn discard_job(app: &App, viewer: &Viewer, id: i64) -> Result<()> {
    let by = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            jobs::discard(tx, Id::new(id))?;
            site::record(tx, Some(by), "overview.discard_job", Subject("job", Some(id)), "")
        })
        .await
}

/// Gives a job that failed too often all its tries again.
///
/// # Errors
/// Not found when it is gone or the viewer is no admin.
pub async fn retry_job(app: &App, viewer: &Viewer, id: i64) -> Result<()> {
    let by = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            jobs::retry(tx, Id::new(id))?;
            site::record(tx, Some(by), "overview.retry_job", Subject("job", Some(id)), "")
        })
        .await
}
