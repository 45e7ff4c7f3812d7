//! The staff's side of joining: who waits, and the answer; and the applicant's own view of it.

use kith_base::{Error, FieldError, Message, Page, PageRequest, Result};
use kith_db::Query;
use kith_text::normalise_text;

use super::{Answer, Application, Decision, Standing, policy, sql};
use crate::accounts::{self, Letter};
use crate::changes::{self, Change};
use crate::kinds::AccountKind;
use crate::site::{self, Subject};
use crate::viewer::AccountState;
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
    viewer.moderator()?;
    let limit = request.limit;
    let mut found = app.db.read(move |q| load(q, request)).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = if has_more { found.last().map(|application| application.account) } else { None };
    let items =
        found.into_iter().map(|application| policy::to_staff(viewer, application)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}

fn load(q: &mut Query<'_>, request: PageRequest<AccountKind>) -> Result<Vec<Application>> {
    let rows = sql::waiting(q, request)?;
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
    decide(app, viewer, people, Decision::Approved, String::new()).await
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
    decide(app, viewer, people, Decision::Declined, reason).await
}

async fn decide(
    app: &App,
    viewer: &Viewer,
    people: Vec<AccountId>,
    decision: Decision,
    reason: String,
) -> Result<usize> {
    let by = viewer.moderator()?.id;
    let tells = app.mailer.is_delivering();
    app.db
        .write(move |tx| {
            let mut decided = 0;
            for id in &people {
                if !sql::decide(tx, *id, by, decision, &reason)? {
                    continue;
                }
                decided += 1;
                let (action, letter) = match decision {
                    Decision::Approved => {
                        accounts::set_state(tx, *id, AccountState::Active)?;
                        accounts::raise_trust(tx, *id, accounts::VOUCHED_FOR)?;
                        let letter = Letter::new("join-mail-welcome-subject", "join-mail-welcome").to("/");
                        ("joining.approve", letter)
                    }
                    Decision::Declined => {
                        changes::record(tx, Change::AccountChanged { account: *id });
                        let letter = Letter::new("join-mail-declined-subject", "join-mail-declined");
                        ("joining.decline", letter.with("reason", reason.as_str()).to("/waiting"))
                    }
                };
                site::record(tx, Some(by), action, Subject::account(*id), &reason)?;
                if tells {
                    accounts::enqueue_letter(tx, *id, letter)?;
                }
            }
            Ok(decided)
        })
        .await
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
            changes::record(tx, Change::AccountChanged { account: id });
            Ok(())
        })
        .await
}
