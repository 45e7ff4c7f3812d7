//! Guests without an account: they leave name and address, and count once they have shown that the address is theirs, by
//! a code that is mailed to them. The code is made when the letter is written, so it lies nowhere in plain.

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, HOUR, Message, Millis, Result, random_code};
use kith_db::Tx;
use kith_locale::{Language, Locale};
use kith_text::normalise_line;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::check::NAME;
use super::model::{Answer, AnswerState, Choice, Event, NewAnswer};
use super::sql::{self, answers};
use super::{answer, load, occurrences, policy};
use crate::kinds::{EventAnswerId, EventId};
use crate::mail::{self, Sort};
use crate::ports::{Block, Body, Link, Mail};
use crate::viewer::{Viewer, Visible};
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App, accounts, proofs, site, throttles};

/// Signs of a code.
const CODE: usize = 6;
/// How long an address that was not confirmed is kept.
const PATIENCE: Millis = 2 * DAY;
/// Attempts at one code in an hour.
const ATTEMPTS: i64 = 6;
/// Registrations from one network in an hour, and letters to one address in a day.
const PER_NETWORK: i64 = 10;
const PER_ADDRESS: i64 = 5;
/// The name of the job that writes letters.
const LETTER: &str = "events.write_to_stranger";

/// Somebody without an account who wants to come.
#[derive(Clone, Debug, Default)]
pub struct NewStranger {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Language of the pages, and so of letters.
    pub language: String,
    /// What a member would say too.
    pub answer: NewAnswer,
    /// Solution of a proof of work.
    pub proof: String,
}

/// What is written to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Word {
    /// That they have to confirm.
    Confirm,
    /// That there is a place for them.
    Promoted,
    /// That time or place are others.
    Changed,
    /// That it does not happen.
    Cancelled,
}

/// Takes name and address of somebody who wants to come, and writes to them. It says the same whether the address is known
/// or not.
///
/// # Errors
/// NotFound when the event is not public or takes no strangers; Forbidden when no answers are taken any more; Invalid
/// (`name`, `email`, and as for members); Conflict when there is no place; rate limited.
pub async fn register(app: &App, network: &str, id: EventId, mut new: NewStranger) -> Result<EventAnswerId> {
    new.name = normalise_line(&new.name).trim().to_owned();
    let mut errors = Vec::new();
    if new.name.is_empty() {
        errors.push(FieldError { field: "name", message: "error-required".into() });
    } else if kith_text::count::characters(&new.name) > NAME {
        errors.push(FieldError { field: "name", message: Message::new("error-too-long").with("max", NAME) });
    }
    match accounts::check_email(&new.email) {
        Ok(email) => new.email = email,
        Err(_) => errors.push(FieldError { field: "email", message: "error-bad-email".into() }),
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    let proof = proofs::check(app, &new.proof)?;
    throttles::take(app, "events.network", network, PER_NETWORK, HOUR).await?;
    throttles::take(app, "events.address", &accounts::email_key(&new.email), PER_ADDRESS, DAY).await?;
    new.answer.choice = Choice::Going;
    app.db
        .write(move |tx| {
            let event = open(tx, id)?;
            if let Some(proof) = &proof
                && !proofs::spend(tx, proof)?
            {
                return Err(Error::conflict("error-conflict"));
            }
            let replies = answer::check(&event, &new.answer)?;
            let key = accounts::email_key(&new.email);
            let made = match answers::by_email(tx, id, &key)? {
                Some(known) => known.id,
                None => {
                    let fresh = Answer {
                        id: EventAnswerId::default(),
                        event: id,
                        account: None,
                        name: new.name.clone(),
                        email: key,
                        language: new.language.clone(),
                        state: AnswerState::Unconfirmed,
                        companions: new.answer.companions,
                        replies,
                        invited_by: None,
                        waits_since: None,
                    };
                    answers::insert(tx, &fresh)?
                }
            };
            write_to(tx, made, Word::Confirm)?;
            Ok(made)
        })
        .await
}

/// The event, if strangers may come to it now.
fn open(tx: &mut Tx<'_>, id: EventId) -> Result<Event> {
    let event = load(tx, &Viewer::Anonymous, id)?.into_inner();
    if !event.details.about.takes_strangers {
        return Err(Error::not_found());
    }
    let now = tx.now();
    if !policy::is_open(&event.facts, now) {
        return Err(Error::forbidden("events-answers-closed"));
    }
    Ok(event)
}

/// The answer that a code is for, with its event, and where that happens online if the guest comes.
///
/// # Errors
/// NotFound when there is none or the code is another one; rate limited after too many attempts.
pub async fn stranger(
    app: &App,
    id: EventId,
    who: EventAnswerId,
    code: &str,
) -> Result<(Visible<Event>, Answer, String)> {
    throttles::take(app, "events.code", &who.to_string(), ATTEMPTS * 3, HOUR).await?;
    let hash = hash(who, code);
    app.db
        .read(move |q| {
            let held = answers::code(q, id, who)?.unwrap_or_default();
            if held.is_empty() || !bool::from(held.as_bytes().ct_eq(hash.as_bytes())) {
                return Err(Error::not_found());
            }
            let event = load(q, &Viewer::Anonymous, id)?;
            let answer = answers::by_id(q, id, who)?.ok_or_else(Error::not_found)?;
            let link = match answer.state {
                AnswerState::Going => {
                    sql::by_id(q, AccountId::new(0), id)?.map(|event| event.details.about.online_url)
                }
                _ => None,
            };
            Ok((event, answer, link.unwrap_or_default()))
        })
        .await
}

/// Takes the code that was mailed: from now on the guest counts, or waits for a place or a host.
///
/// # Errors
/// Invalid (`code`) when it is another one; Forbidden when no answers are taken any more; Conflict when there is no place;
/// rate limited after too many attempts.
pub async fn confirm(app: &App, id: EventId, who: EventAnswerId, code: &str) -> Result<AnswerState> {
    throttles::take(app, "events.confirm", &who.to_string(), ATTEMPTS, HOUR).await?;
    let hash = hash(who, code);
    app.db
        .write(move |tx| {
            let wrong = || Error::invalid("code", "events-wrong-code");
            let held = answers::code(tx, id, who)?.ok_or_else(wrong)?;
            if held.is_empty() || !bool::from(held.as_bytes().ct_eq(hash.as_bytes())) {
                return Err(wrong());
            }
            let before = answers::by_id(tx, id, who)?.ok_or_else(Error::not_found)?;
            if before.state != AnswerState::Unconfirmed {
                return Ok(before.state);
            }
            let event = open(tx, id)?;
            let mut after = before.clone();
            answer::settle(tx, &event, Some(&before), &mut after, Choice::Going, false)?;
            answers::update(tx, &after)?;
            Ok(after.state)
        })
        .await
}

/// A guest without an account does not come after all; what is known of them goes.
///
/// # Errors
/// As [`stranger`].
pub async fn leave(app: &App, id: EventId, who: EventAnswerId, code: &str) -> Result<()> {
    stranger(app, id, who, code).await?;
    app.db
        .write(move |tx| {
            let Some(before) = answers::by_id(tx, id, who)? else { return Ok(()) };
            answers::remove(tx, id, who)?;
            if before.state == AnswerState::Going {
                sql::take(tx, id, -before.places())?;
            }
            answer::promote(tx, id)
        })
        .await
}

fn hash(who: EventAnswerId, code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut hasher = Sha256::new();
    hasher.update(who.raw().to_be_bytes());
    hasher.update(code.to_ascii_uppercase().as_bytes());
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A letter that waits to be written.
#[derive(Debug, Serialize, Deserialize)]
struct Letter {
    answer: EventAnswerId,
    word: Word,
}

inventory::submit! {
    JobKind {
        name: LETTER,
        run: |app, payload| Box::pin(async move { write(&app, serde_json::from_value(payload)?).await }),
    }
}
inventory::submit! {
    Upkeep { name: "events.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let before = tx.now() - PATIENCE;
            answers::sweep(tx, before)
        })
        .await
}

/// Writes to a guest without an account, after this write.
pub(super) fn write_to(tx: &mut Tx<'_>, answer: EventAnswerId, word: Word) -> Result<()> {
    let now = tx.now();
    tx.enqueue(LETTER, &Letter { answer, word }, now)
}

async fn write(app: &App, job: Letter) -> Result<()> {
    let (who, code) = (job.answer, random_code(CODE));
    let hashed = hash(who, &code);
    let found = app
        .db
        .write(move |tx| {
            let Some(id) = answers::event_of(tx, who)? else { return Ok(None) };
            let Some(event) = sql::by_id(tx, AccountId::new(0), id)? else { return Ok(None) };
            let Some(answer) = answers::by_id(tx, id, who)? else { return Ok(None) };
            answers::set_code(tx, who, &hashed)?;
            let unlike = sql::overrides(tx, &[id])?.remove(&id).unwrap_or_default();
            let next = occurrences::at_or_after(&event, &unlike, tx.now());
            Ok(Some((event, answer, next)))
        })
        .await?;
    let Some((event, answer, next)) = found else { return Ok(()) };
    let site = site::settings(app).await?;
    let language = Language::parse(&answer.language).unwrap_or_default();
    let locale = Locale::new(language, &event.details.time_zone);
    let title = super::in_words(&locale, &event, &next);
    let url = format!("{}/events/{}/guest?answer={who}&code={code}", site.base_url, event.id);
    let (subject, text, action) = match job.word {
        Word::Confirm => ("events-mail-confirm-subject", "events-mail-confirm", "events-guest-confirm"),
        Word::Promoted => ("events-mail-promoted-subject", "events-mail-promoted", "events-mail-see"),
        Word::Changed => ("events-mail-changed-subject", "events-mail-changed", "events-mail-see"),
        Word::Cancelled => ("events-mail-cancelled-subject", "events-mail-cancelled", "events-mail-see"),
    };
    let args: [(&str, kith_base::Arg); 2] =
        [("event", title.as_str().into()), ("code", code.as_str().into())];
    let body = Body {
        greeting: locale.t1("mail-greeting", "name", answer.name.as_str()),
        blocks: vec![
            Block::Text(locale.tx(text, &args)),
            Block::Button(Link { label: locale.t(action), url }),
        ],
        site: Link { label: site.name.clone(), url: format!("{}/", site.base_url) },
        why: locale.t1("events-mail-why", "site", site.name.as_str()),
        ways_out: Vec::new(),
    };
    let mail = Mail {
        to_name: answer.name.clone(),
        to_address: answer.email.clone(),
        reply_to: None,
        subject: locale.tx(subject, &args).replace(['\u{2068}', '\u{2069}'], ""),
        text: mail::text_of(&body),
        body,
        language: locale.lang().to_owned(),
        id: None,
        stop_url: None,
    };
    mail::deliver(app, event.facts.host, Sort::Account, &mail).await.map(drop)
}
