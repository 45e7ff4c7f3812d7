//! The form of somebody who wants to join, from first look to a session.

use std::sync::Arc;

use kith_base::{Error, FieldError, HOUR, Kind, MINUTE, Message, Result};
use kith_db::Tx;
use kith_text::normalise_text;

use super::{Answer, Joined, NewMember, approvals, policy, sql};
use crate::accounts::{self, NewAccount, Prepared};
use crate::notices::{self, Cause, Occasion};
use crate::proofs::{self, Proof};
use crate::sessions::{self, NewSignIn};
use crate::site::{self, SiteSettings};
use crate::viewer::{AccountState, Role};
use crate::{AccountId, App, invites, throttles};

/// Longest answer to a question, in characters.
const ANSWER: usize = 1_000;
/// Forms that one network may send in an hour. Generous: a whole school may sit behind one address.
const FORMS: i64 = 60;
/// Accounts from one network that come in straight in an hour without invitation; the next ones are looked at.
const STRAIGHT: i64 = 5;
/// A form sent twice within this time by the same person counts once.
const TWICE: kith_base::Millis = 10 * MINUTE;

/// What follows from joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A member at once.
    Straight,
    /// The staff decides.
    Ask,
}

/// Which way is open to somebody with or without an invitation, as long as they bring a proof of work.
///
/// # Errors
/// Forbidden, saying why, when there is none.
pub fn way(site: &SiteSettings, is_invited: bool) -> Result<Way> {
    policy::way(site.join, is_invited, true)
}

/// Joins. A form sent twice joins once, and both answers are the same.
///
/// # Errors
/// All complaints by field; forbidden when no way is open; conflict when the invitation has ended; rate limited.
pub async fn join(app: &App, new: NewMember) -> Result<Joined> {
    throttles::take(app, "join.network", &new.origin.network, FORMS, HOUR).await?;
    match join_once(app, &new).await {
        Err(error) if matches!(error.kind(), Kind::Invalid | Kind::Conflict) => {
            match same_person(app, &new).await? {
                Some(joined) => Ok(joined),
                None => Err(error),
            }
        }
        other => other,
    }
}

async fn join_once(app: &App, new: &NewMember) -> Result<Joined> {
    let site = site::settings(app).await?;
    let is_invited = !new.code.trim().is_empty();
    policy::way(site.join, is_invited, true)?;
    if is_invited {
        invites::peek(app, &new.code).await.map_err(|error| match error.kind() {
            Kind::NotFound => Error::conflict("invite-unknown"),
            _ => error,
        })?;
    }
    let (answers, mut fields) = checked_answers(&site, new);
    let prepared = prepare(app, new).await;
    let prepared = match prepared {
        Ok(prepared) if fields.is_empty() => Arc::new(prepared),
        Ok(_) => return Err(Error::invalid_fields(fields)),
        Err(error) if error.fields().is_empty() => return Err(error),
        Err(error) => {
            fields.extend(error.fields().iter().cloned());
            return Err(Error::invalid_fields(fields));
        }
    };
    let proof = proofs::check(app, &new.proof)?;
    let is_crowded = !is_invited
        && proof.is_some()
        && site.join == site::JoinMode::Open
        && is_crowded(app, &new.origin.network).await?;
    let is_delivering = app.mailer.is_delivering();
    let email = new.email.trim().to_owned();
    let code = new.code.clone();
    let (id, state) = app
        .db
        .write(move |tx| {
            let (id, state) = admit(tx, &prepared, &code, proof.as_ref(), is_crowded, &answers)?;
            if is_delivering && !email.is_empty() {
                sessions::mail_confirmation(tx, id, &email)?;
            }
            Ok((id, state))
        })
        .await?;
    let begun = sessions::begin(app, id, new.origin.clone()).await?;
    Ok(Joined { begun, state })
}

/// Whether so many came straight in from this network lately that the staff should have a look.
async fn is_crowded(app: &App, network: &str) -> Result<bool> {
    match throttles::take(app, "join.straight", network, STRAIGHT, HOUR).await {
        Ok(()) => Ok(false),
        Err(error) if matches!(error.kind(), Kind::RateLimited { .. }) => Ok(true),
        Err(error) => Err(error),
    }
}

async fn prepare(app: &App, new: &NewMember) -> Result<Prepared> {
    let account = NewAccount {
        handle: new.handle.clone(),
        display_name: new.display_name.clone(),
        email: Some(new.email.clone()).filter(|email| !email.trim().is_empty()),
        is_email_confirmed: false,
        password: new.password.clone(),
        role: Role::Member,
        state: AccountState::PendingApproval,
        language: new.language.clone(),
        invite: None,
        invited_by: None,
    };
    accounts::prepare(app, account).await
}

fn checked_answers(site: &SiteSettings, new: &NewMember) -> (Vec<Answer>, Vec<FieldError>) {
    const FIELDS: [&str; site::QUESTIONS] = ["answer-0", "answer-1", "answer-2", "answer-3", "answer-4"];
    let mut fields = Vec::new();
    let mut answers = Vec::new();
    let is_asked = site.join != site::JoinMode::Invite && new.code.trim().is_empty();
    let questions = if is_asked { site.questions.as_slice() } else { &[] };
    for ((question, field), at) in questions.iter().zip(FIELDS).zip(0_usize..) {
        let answer = new.answers.get(at).map(|text| normalise_text(text)).unwrap_or_default();
        let length = answer.chars().count();
        if question.is_required && answer.trim().is_empty() {
            fields.push(FieldError { field, message: "error-required".into() });
        } else if length > ANSWER {
            fields.push(FieldError { field, message: Message::new("error-too-long").with("max", ANSWER) });
        }
        answers.push(Answer { question: question.text.clone(), answer });
    }
    if !new.agrees {
        fields.push(FieldError { field: "agrees", message: "join-agree-needed".into() });
    }
    if site.least_age > 0 && !new.is_old_enough {
        fields.push(FieldError { field: "old_enough", message: "join-age-needed".into() });
    }
    (answers, fields)
}

/// Makes the account and everything that belongs to it, all or nothing.
fn admit(
    tx: &mut Tx<'_>,
    prepared: &Prepared,
    code: &str,
    proof: Option<&Proof>,
    is_crowded: bool,
    answers: &[Answer],
) -> Result<(AccountId, AccountState)> {
    let mode = site::read(tx)?.join;
    let taken = if code.trim().is_empty() { None } else { Some(invites::take_place(tx, code)?) };
    let has_proof = match proof {
        Some(proof) if taken.is_none() => proofs::spend(tx, proof)?,
        _ => false,
    };
    let way = policy::way(mode, taken.is_some(), has_proof && !is_crowded)?;
    let id = accounts::insert(tx, prepared)?;
    if let Some(taken) = taken {
        notices::tell(tx, taken.by, &Cause::between(Occasion::JoinedByInvite, id))?;
        sql::set_invite(tx, id, taken)?;
        accounts::raise_trust(tx, id, accounts::VOUCHED_FOR)?;
    }
    match way {
        Way::Straight => {
            accounts::set_state(tx, id, AccountState::Active)?;
            Ok((id, AccountState::Active))
        }
        Way::Ask => {
            sql::insert(tx, id, &serde_json::to_string(answers)?, has_proof)?;
            approvals::tell_admins(tx)?;
            Ok((id, AccountState::PendingApproval))
        }
    }
}

/// The account that this very form made a moment ago: same handle, same password.
async fn same_person(app: &App, new: &NewMember) -> Result<Option<Joined>> {
    let handle = new.handle.clone();
    let known = app
        .db
        .read(move |q| match accounts::find_by_handle(q, &handle)? {
            Some(accounts::Found::Current(id)) => accounts::get(q, id).map(Some),
            _ => Ok(None),
        })
        .await
        .or_else(|error| if error.is_not_found() { Ok(None) } else { Err(error) })?;
    let Some(account) = known.filter(|account| account.created_at + TWICE > app.now()) else {
        return Ok(None);
    };
    let sign_in = NewSignIn {
        login: new.handle.clone(),
        password: new.password.clone(),
        device: None,
        origin: new.origin.clone(),
    };
    match sessions::sign_in(app, sign_in).await {
        Ok(begun) => Ok(Some(Joined { begun, state: account.state })),
        Err(error) if error.kind() == Kind::Internal => Err(error),
        Err(_) => Ok(None),
    }
}
