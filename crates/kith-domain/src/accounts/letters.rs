//! Mail to members, written in their language when it is sent and not before: a job row holds keys, never the text.

use std::sync::Arc;

use kith_base::{Arg, Result};
use kith_db::Tx;
use kith_locale::{Language, Locale};
use serde::{Deserialize, Serialize};

use super::Account;
use crate::ports::{Mail, ReplyTo};
use crate::work::JobKind;
use crate::{AccountId, App};

/// What a mail says, as keys of the catalogues with their arguments.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    /// Key of the subject.
    pub subject: String,
    /// Key of the body.
    pub body: String,
    /// Arguments of both: text or whole numbers.
    pub args: Vec<(String, serde_json::Value)>,
    /// A page to open, as a path; it becomes a full address below the body.
    pub path: Option<String>,
}

impl Letter {
    /// A letter with a subject and a body.
    pub fn new(subject: &'static str, body: &'static str) -> Self {
        Self { subject: subject.to_owned(), body: body.to_owned(), args: Vec::new(), path: None }
    }

    /// The same letter with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<serde_json::Value>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }

    /// The same letter with a link to a page.
    #[must_use]
    pub fn to(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }
}

#[derive(Serialize, Deserialize)]
struct SendMail {
    account: AccountId,
    /// Another address than the account's own.
    address: Option<String>,
    letter: Letter,
}

/// Sends `letter` to a member's confirmed address, if they have one, after this write.
///
/// # Errors
/// Internal when the job cannot be written.
pub fn enqueue_letter(tx: &mut Tx<'_>, account: AccountId, letter: Letter) -> Result<()> {
    enqueue_letter_to(tx, account, None, letter)
}

/// Sends `letter` to `address`, for instance one that the account has just given up.
pub(crate) fn enqueue_letter_to(
    tx: &mut Tx<'_>,
    account: AccountId,
    address: Option<String>,
    letter: Letter,
) -> Result<()> {
    let now = tx.now();
    tx.enqueue("accounts.send_mail", &SendMail { account, address, letter }, now)
}

inventory::submit! {
    JobKind { name: "accounts.send_mail", run: |app, payload| Box::pin(send_mail(app, payload)) }
}

async fn send_mail(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let SendMail { account, address, letter } = serde_json::from_value(payload)?;
    send_letter(&app, account, address, &letter, None).await
}

/// Sends `letter` now: to `address`, or to the confirmed address of `account`; to nobody when there is none. For jobs
/// that read what the letter quotes when they run, so that it lies in no job row.
pub(crate) async fn send_letter(
    app: &App,
    account: AccountId,
    address: Option<String>,
    letter: &Letter,
    reply_to: Option<ReplyTo>,
) -> Result<()> {
    let account = match app.db.read(move |q| super::get(q, account)).await {
        Err(error) if error.is_not_found() => return Ok(()),
        account => account?,
    };
    let confirmed = account.email.clone().filter(|_| account.email_confirmed_at.is_some());
    let Some(address) = address.or(confirmed) else { return Ok(()) };
    let mail = Mail { reply_to, ..compose(app, &account, address, letter).await? };
    app.mailer.send(&mail).await
}

/// Writes the mail in the member's language.
pub(crate) async fn compose(app: &App, account: &Account, address: String, letter: &Letter) -> Result<Mail> {
    let site = crate::site::settings(app).await?;
    let base = site.base_url.as_str();
    let locale = Locale::new(Language::parse(&account.language).unwrap_or(Language::EN), &account.time_zone);
    let mut args: Vec<(&str, Arg)> =
        vec![("site", site.name.as_str().into()), ("name", account.name.as_str().into())];
    for (name, value) in &letter.args {
        args.push((
            name,
            value.as_i64().map_or_else(|| Arg::from(value.as_str().unwrap_or_default()), Arg::from),
        ));
    }
    let mut text = format!("{}\n\n{}\n", locale.tx("mail-greeting", &args), locale.tx(&letter.body, &args));
    if let Some(path) = &letter.path {
        text.push_str(&format!("\n{base}{path}\n"));
    }
    text.push_str(&format!("\n-- \n{}\n{base}/\n", site.name));
    // A subject is one line of plain signs; marks of direction have no place in it.
    let subject = locale.tx(&letter.subject, &args).replace(['\u{2068}', '\u{2069}'], "");
    Ok(Mail {
        to_name: account.name.clone(),
        to_address: address,
        reply_to: None,
        subject,
        text,
        language: account.language.clone(),
    })
}
