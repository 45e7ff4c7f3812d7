//! The staff's side of joining: who waits, and the answer; and the applicant's own view of it.

use std::sync::Arc;

use kith_base::{Error, FieldError, Message, Page, PageRequest, Result};
use kith_db::{Query, Tx};
use kith_text::normalise_text;
use serde::{Deserialize, Serialize};

use super::{Answer, Application, Decision, Standing, policy, sql};
use crate::accounts::{self, Letter};
use crate::changes::{self, Change};
use crate::kinds::AccountKind;
use crate::notices::{self, Occasion};
use crate::site::{self, Subject};
use crate::viewer::AccountState;
use crate::work::JobKind;
use crate::{AccountId, App, Viewer, Visible};

/// Longest reason and longest addition, in characters.
const REASON: usize = 1_000;
/// How often one may ask.
const TRIES: i64 = 2;

/// Applications that wait, oldest first.
///
/// # Errors
/// Not found unless the viewer belongs to the staff.
pub async fn waiting(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<AccountKind>,
) -> Result<Page<Visible<Application>, AccountKind>> {
    page(app, viewer, false, request).await
}

/// Applications that were declined and not yet forgotten, oldest first.
///
/// # Errors
/// Not found unless the viewer belongs to the staff.
pub async fn declined(
    app: &App,
    viewer: &Viewer,
    request: PageRequest<AccountKind>,
) -> Result<Page<Visible<Application>, AccountKind>> {
    page(app, viewer, true, request).await
}

async fn page(
    app: &App,
    viewer: &Viewer,
    is_declined: bool,
    request: PageRequest<AccountKind>,
) -> Result<Page<Visible<Application>, AccountKind>> {
    viewer.moderator()?;
    let limit = request.limit;
    let mut found = app.db.read(move |q| load(q, is_declined, request)).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = if has_more { found.last().map(|application| application.account) } else { None };
    let items =
        found.into_iter().map(|application| policy::to_staff(viewer, application)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}

fn load(q: &mut Query<'_>, is_declined: bool, request: PageRequest<AccountKind>) -> Result<Vec<Application>> {
    let rows = sql::page(q, is_declined, request)?;
    let ids: Vec<AccountId> = rows.iter().map(|row| row.account).collect();
    let mut people = accounts::cards(q, &ids)?;
    let mut found = Vec::new();
    for row in rows {
        let Some(person) = people.remove(&row.account) else { continue };
        found.push(Application {
            account: row.account,
            person,
            email: row.email,
            language: row.language,
            answers: serde_json::from_str(&row.answers)?,
            created_at: row.created_at,
            is_second: row.tries > 1,
            has_proof: row.has_proof,
            declined_at: row.decided_at,
            reason: row.reason,
        });
    }
    Ok(found)
}

/// How many wait.
///
/// # Errors
/// Internal when the database fails.
pub async fn waiting_count(app: &App, viewer: &Viewer) -> Result<i64> {
    viewer.moderator()?;
    app.db.read(sql::count_waiting).await
}

/// Takes people in. Those who have been answered meanwhile are left as they are; the answer is how many came in.
///
/// # Errors
/// Not found unless the viewer belongs to the staff.
pub async fn approve(app: &App, viewer: &Viewer, people: Vec<AccountId>) -> Result<usize> {
    decide(app, viewer, people, Answered::Approved, String::new()).await
}

/// Takes people in who were declined before, and tells them. Those who are not declined are left as they are.
///
/// # Errors
/// Not found unless the viewer belongs to the staff.
pub async fn approve_after_all(app: &App, viewer: &Viewer, people: Vec<AccountId>) -> Result<usize> {
    decide(app, viewer, people, Answered::ApprovedAfterAll, String::new()).await
}

/// Declines, with a reason that the applicants read.
///
/// # Errors
/// A complaint about `reason`; not found unless the viewer belongs to the staff.
pub async fn decline(app: &App, viewer: &Viewer, people: Vec<AccountId>, reason: &str) -> Result<usize> {
    let reason = normalise_text(reason).trim().to_owned();
    if reason.is_empty() {
        return Err(Error::invalid("reason", "approval-reason-needed"));
    }
    if reason.chars().count() > REASON {
        return Err(Error::invalid("reason", Message::new("error-too-long").with("max", REASON)));
    }
    decide(app, viewer, people, Answered::Declined, reason).await
}

/// What the staff says to an application.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answered {
    Approved,
    ApprovedAfterAll,
    Declined,
}

async fn decide(
    app: &App,
    viewer: &Viewer,
    people: Vec<AccountId>,
    answered: Answered,
    reason: String,
) -> Result<usize> {
    let by = viewer.moderator()?.id;
    let tells = app.mailer.is_delivering();
    app.db
        .write(move |tx| {
            let mut decided = 0;
            for id in &people {
                let is_open = match answered {
                    Answered::Approved => sql::decide(tx, *id, by, Decision::Approved, &reason)?,
                    Answered::ApprovedAfterAll => sql::take_back_refusal(tx, *id, by)?,
                    Answered::Declined => sql::decide(tx, *id, by, Decision::Declined, &reason)?,
                };
                if !is_open {
                    continue;
                }
                decided += 1;
                let action = match answered {
                    Answered::Approved | Answered::ApprovedAfterAll => {
                        accounts::set_state(tx, *id, AccountState::Active)?;
                        accounts::raise_trust(tx, *id, accounts::VOUCHED_FOR)?;
                        "joining.approve"
                    }
                    Answered::Declined => {
                        changes::record(tx, Change::AccountChanged { account: *id });
                        "joining.decline"
                    }
                };
                site::record(tx, Some(by), action, Subject::account(*id), &reason)?;
                if tells {
                    let now = tx.now();
                    tx.enqueue("joining.mail_answer", &Tell { account: *id }, now)?;
                }
            }
            Ok(decided)
        })
        .await
}

/// A letter to an applicant; what was decided and why is read when it is written.
#[derive(Serialize, Deserialize)]
struct Tell {
    account: AccountId,
}

inventory::submit! {
    JobKind { name: "joining.mail_answer", run: |app, payload| Box::pin(mail_answer(app, payload)) }
}

async fn mail_answer(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let Tell { account } = serde_json::from_value(payload)?;
    let Some(row) = app.db.read(move |q| sql::find(q, account)).await? else { return Ok(()) };
    let letter = match row.decision {
        Some(Decision::Approved) => Letter::new("join-mail-welcome-subject", "join-mail-welcome").to("/"),
        Some(Decision::Declined) => Letter::new("join-mail-declined-subject", "join-mail-declined")
            .with("reason", row.reason.as_str())
            .to("/waiting"),
        None => return Ok(()),
    };
    accounts::send_letter(&app, account, None, &letter, None).await.map(drop)
}

/// Lets the admins know that somebody waits.
pub(super) fn tell_admins(tx: &mut Tx<'_>) -> Result<()> {
    for admin in accounts::admins(tx)? {
        let letter = Letter::new("join-mail-asked-subject", "join-mail-asked").to("/admin/requests");
        accounts::enqueue_letter(tx, admin, letter)?;
        notices::tell_oneself(tx, admin, Occasion::SignupPending)?;
    }
    Ok(())
}

/// Where the viewer's own application stands; `None` when they never had to ask.
///
/// # Errors
/// Sign-in needed for visitors.
pub async fn own_application(app: &App, viewer: &Viewer) -> Result<Option<Standing>> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let row = app.db.read(move |q| sql::find(q, id)).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Standing {
        created_at: row.created_at,
        answers: serde_json::from_str(&row.answers)?,
        decision: row.decision,
        may_answer_again: row.decision == Some(Decision::Declined) && row.tries < TRIES,
        reason: row.reason,
    }))
}

/// After a refusal: adds something and asks once more.
///
/// # Errors
/// A complaint about `text`; conflict when nothing was declined or all tries are used.
pub async fn answer_again(app: &App, viewer: &Viewer, text: &str) -> Result<()> {
    let id = viewer.id().ok_or_else(Error::sign_in_needed)?;
    let text = normalise_text(text).trim().to_owned();
    let complain = |message: Message| Error::invalid_fields(vec![FieldError { field: "text", message }]);
    if text.is_empty() {
        return Err(complain("error-required".into()));
    }
    if text.chars().count() > REASON {
        return Err(complain(Message::new("error-too-long").with("max", REASON)));
    }
    app.db
        .write(move |tx| {
            let row = sql::find(tx, id)?.ok_or_else(Error::not_found)?;
            if row.decision != Some(Decision::Declined) || row.tries >= TRIES {
                return Err(Error::conflict("error-conflict"));
            }
            let mut answers: Vec<Answer> = serde_json::from_str(&row.answers)?;
            answers.push(Answer { question: String::new(), answer: text.clone() });
            sql::ask_again(tx, id, &serde_json::to_string(&answers)?)?;
            tell_admins(tx)?;
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}
