//! Messages to the people who run the community, from members and from strangers, and the page where they are read.

mod policy;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, Error, FieldError, HOUR, Message, Millis, Page, PageRequest, Result, limits};
use kith_text::{normalise_line, normalise_text};
use serde::{Deserialize, Serialize};

use crate::accounts::{self, Letter};
use crate::kinds::{ContactMessageId, ContactMessageKind};
use crate::ports::ReplyTo;
use crate::site::{self, Subject};
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App, Viewer, Visible, proofs, throttles};

const SUBJECT: usize = 150;
const NAME: usize = 100;
/// Messages in an hour: of a member, of a network that brings proofs of work, of one that does not.
const PER_MEMBER: i64 = 10;
const PER_NETWORK: i64 = 10;
const WITHOUT_PROOF: i64 = 3;
/// Handled messages are forgotten after so long.
const KEPT: Millis = 180 * DAY;

/// A message as typed.
#[derive(Clone, Debug, Default)]
pub struct NewMessage {
    /// Who writes; for members their name.
    pub name: String,
    /// Where to answer; needed from strangers.
    pub email: String,
    /// What about.
    pub subject: String,
    /// The message.
    pub body: String,
    /// Language tag of the pages.
    pub language: String,
    /// Solution of a proof of work; empty for none.
    pub proof: String,
}

/// A message as the staff reads it.
#[derive(Clone, Debug)]
pub struct ContactMessage {
    /// The message.
    pub id: ContactMessageId,
    /// Who wrote it, if they were signed in.
    pub account: Option<AccountId>,
    /// Name as given.
    pub name: String,
    /// Address as given.
    pub email: String,
    /// What about.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Language tag.
    pub language: String,
    /// When.
    pub created_at: Millis,
    /// When somebody took care of it.
    pub handled_at: Option<Millis>,
    /// Who did.
    pub handled_by: Option<AccountId>,
}

/// Sends a message to the staff.
///
/// # Errors
/// All complaints by field; rate limited.
pub async fn send(app: &App, viewer: &Viewer, network: &str, new: NewMessage) -> Result<()> {
    let new = checked(viewer, new)?;
    let proof = proofs::check(app, &new.proof)?;
    match viewer.id() {
        Some(id) => throttles::take(app, "contact.member", &id.to_string(), PER_MEMBER, HOUR).await?,
        None if proof.is_some() => {
            throttles::take(app, "contact.network", network, PER_NETWORK, HOUR).await?;
        }
        None => throttles::take(app, "contact.plain", network, WITHOUT_PROOF, HOUR).await?,
    }
    let account = viewer.id();
    let tells = app.mailer.is_delivering();
    app.db
        .write(move |tx| {
            if let Some(proof) = &proof
                && !proofs::spend(tx, proof)?
            {
                return Err(Error::conflict("contact-sent-already"));
            }
            let message = sql::insert(tx, account, &new)?;
            if tells {
                let now = tx.now();
                for account in accounts::admins(tx)? {
                    tx.enqueue("contact.mail", &Tell { account, message }, now)?;
                }
            }
            Ok(())
        })
        .await
}

/// A letter to an admin about a message; the words are read when it is written.
#[derive(Serialize, Deserialize)]
struct Tell {
    account: AccountId,
    message: ContactMessageId,
}

inventory::submit! {
    JobKind { name: "contact.mail", run: |app, payload| Box::pin(mail(app, payload)) }
}

async fn mail(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let Tell { account, message } = serde_json::from_value(payload)?;
    let Some(message) = app.db.read(move |q| sql::find(q, message)).await? else { return Ok(()) };
    let letter = Letter::new("contact-mail-subject", "contact-mail")
        .with("from", message.name.as_str())
        .with("subject", message.subject.as_str())
        .with("text", message.body.as_str())
        .to("/admin/inbox");
    let reply_to = Some(ReplyTo { name: message.name, address: message.email });
    let reply_to = reply_to.filter(|reply_to| !reply_to.address.is_empty());
    accounts::send_letter(&app, account, None, &letter, reply_to).await.map(drop)
}

fn checked(viewer: &Viewer, mut new: NewMessage) -> Result<NewMessage> {
    let mut fields = Vec::new();
    if let Some(member) = viewer.member() {
        new.name.clone_from(&member.name);
    }
    new.name = normalise_line(&new.name);
    new.subject = normalise_line(&new.subject);
    new.body = normalise_text(&new.body);
    new.email = new.email.trim().to_owned();
    let mut line = |field: &'static str, text: &str, max: usize| {
        if text.trim().is_empty() {
            fields.push(FieldError { field, message: "error-required".into() });
        } else if text.chars().count() > max {
            fields.push(FieldError { field, message: Message::new("error-too-long").with("max", max) });
        }
    };
    line("name", &new.name, NAME);
    line("subject", &new.subject, SUBJECT);
    line("body", &new.body, limits::CONTACT_TEXT);
    if viewer.id().is_none() || !new.email.is_empty() {
        match accounts::check_email(&new.email) {
            Ok(email) => new.email = email,
            Err(_) => fields.push(FieldError { field: "email", message: "error-bad-email".into() }),
        }
    }
    if fields.is_empty() { Ok(new) } else { Err(Error::invalid_fields(fields)) }
}

/// Messages, newest first: those that wait, or those that have been taken care of.
///
/// # Errors
/// Not found unless the viewer is an admin.
pub async fn inbox(
    app: &App,
    viewer: &Viewer,
    is_handled: bool,
    request: PageRequest<ContactMessageKind>,
) -> Result<Page<Visible<ContactMessage>, ContactMessageKind>> {
    viewer.admin()?;
    let limit = request.limit;
    let mut found = app.db.read(move |q| sql::page(q, is_handled, request)).await?;
    let has_more = found.len() > limit;
    found.truncate(limit);
    let next = if has_more { found.last().map(|message| message.id) } else { None };
    let items = found.into_iter().map(|message| policy::to_admin(viewer, message)).collect::<Result<_>>()?;
    Ok(Page { items, next })
}

/// Marks a message as taken care of, or as waiting again.
///
/// # Errors
/// Not found when there is no such message or the viewer is no admin.
pub async fn set_handled(app: &App, viewer: &Viewer, id: ContactMessageId, is_handled: bool) -> Result<()> {
    let by = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            sql::set_handled(tx, id, is_handled.then_some(by))?;
            let action = if is_handled { "contact.handle" } else { "contact.reopen" };
            site::record(tx, Some(by), action, Subject("message", Some(id.raw())), "")
        })
        .await
}

inventory::submit! {
    Upkeep { name: "contact.sweep", every: DAY, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let before = tx.now() - KEPT;
            sql::forget_handled(tx, before)
        })
        .await
}
