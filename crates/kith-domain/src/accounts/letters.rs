//! Mail to members, written in their language when it is sent and not before: a job row holds keys, never the text.

use std::sync::Arc;

use kith_base::{Arg, Error, Result};
use kith_db::Tx;
use kith_locale::{Language, Locale};
use serde::{Deserialize, Serialize};

use super::Account;
use crate::mail::{self, Delivery, Sort};
use crate::ports::{Block, Body, Link, Mail, ReplyTo};
use crate::site::SiteSettings;
use crate::work::JobKind;
use crate::{AccountId, App, Viewer};

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
    /// Key of the words on the way there.
    #[serde(default)]
    pub action: Option<String>,
    /// What it is for.
    #[serde(default)]
    pub sort: Sort,
}

impl Letter {
    /// A letter with a subject and a body.
    pub fn new(subject: &'static str, body: &'static str) -> Self {
        Self {
            subject: subject.to_owned(),
            body: body.to_owned(),
            args: Vec::new(),
            path: None,
            action: None,
            sort: Sort::Account,
        }
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

    /// The same letter with other words on the link.
    #[must_use]
    pub fn saying(mut self, action: &'static str) -> Self {
        self.action = Some(action.to_owned());
        self
    }

    /// The same letter as one about something that happened: its receiver may decline such letters, and gets only so many
    /// of them in an hour.
    #[must_use]
    pub const fn as_notice(mut self) -> Self {
        self.sort = Sort::Notice;
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
    let job: SendMail = serde_json::from_value(payload)?;
    let delivery = send_letter(&app, job.account, job.address.clone(), &job.letter, None).await?;
    let Delivery::Later(at) = delivery else { return Ok(()) };
    app.db.write(move |tx| tx.enqueue("accounts.send_mail", &job, at)).await
}

/// Sends `letter` now: to `address`, or to the confirmed address of `account`; to nobody when there is none, or when its
/// receiver declines such letters. For jobs that read what the letter quotes when they run, so that it lies in no job
/// row.
pub(crate) async fn send_letter(
    app: &App,
    account: AccountId,
    address: Option<String>,
    letter: &Letter,
    reply_to: Option<ReplyTo>,
) -> Result<Delivery> {
    let account = match app.db.read(move |q| super::get(q, account)).await {
        Err(error) if error.is_not_found() => return Ok(Delivery::Held),
        account => account?,
    };
    let confirmed = account.email.clone().filter(|_| account.email_confirmed_at.is_some());
    let Some(address) = address.or(confirmed) else { return Ok(Delivery::Held) };
    if !mail::is_wanted(app, account.id, letter.sort).await? {
        return Ok(Delivery::Held);
    }
    let written = Mail { reply_to, ..compose(app, &account, address, letter).await? };
    mail::deliver(app, account.id, letter.sort, &written).await
}

/// Writes the mail in the member's language.
pub(crate) async fn compose(app: &App, account: &Account, address: String, letter: &Letter) -> Result<Mail> {
    let site = crate::site::settings(app).await?;
    let locale = locale_of(account);
    let mut args: Vec<(&str, Arg)> =
        vec![("site", site.name.as_str().into()), ("name", account.name.as_str().into())];
    for (name, value) in &letter.args {
        args.push((
            name,
            value.as_i64().map_or_else(|| Arg::from(value.as_str().unwrap_or_default()), Arg::from),
        ));
    }
    let mut blocks = vec![Block::Text(locale.tx(&letter.body, &args))];
    if let Some(path) = &letter.path {
        let label = locale.tx(letter.action.as_deref().unwrap_or("mail-open"), &args);
        blocks.push(Block::Button(Link { label: plain(label), url: format!("{}{path}", site.base_url) }));
    }
    let subject = locale.tx(&letter.subject, &args);
    Ok(envelope(app, &site, account, address, (subject, blocks), letter.sort))
}

/// The language and the time zone of letters to a member.
pub(crate) fn locale_of(account: &Account) -> Locale {
    Locale::new(Language::parse(&account.language).unwrap_or(Language::EN), &account.time_zone)
}

/// A letter of a subject and what stands between the greeting and the end, with the way to decline such letters, where
/// there is one.
pub(crate) fn envelope(
    app: &App,
    site: &SiteSettings,
    account: &Account,
    address: String,
    (subject, blocks): (String, Vec<Block>),
    sort: Sort,
) -> Mail {
    let (locale, base) = (locale_of(account), site.base_url.as_str());
    let link = |key, url| Link { label: locale.t(key), url };
    let stop_url = (sort != Sort::Account)
        .then(|| format!("{base}/mail/unsubscribe/{}", mail::stop_token(app, account.id, sort)));
    let why = match sort {
        Sort::Account => String::new(),
        Sort::Notice | Sort::Digest => locale.t1("mail-why", "site", site.name.as_str()),
    };
    let ways_out = stop_url.iter().flat_map(|stop| {
        [link("mail-choose", format!("{base}/settings/mail")), link("mail-stop", stop.clone())]
    });
    let body = Body {
        greeting: locale.t1("mail-greeting", "name", account.name.as_str()),
        blocks,
        site: Link { label: site.name.clone(), url: format!("{base}/") },
        why,
        ways_out: ways_out.collect(),
    };
    Mail {
        to_name: account.name.clone(),
        to_address: address,
        reply_to: None,
        subject: plain(subject),
        text: mail::text_of(&body),
        body,
        language: locale.lang().to_owned(),
        id: None,
        stop_url,
    }
}

/// A subject, and what stands on a button, is one line of plain signs; marks of direction have no place in it.
fn plain(line: String) -> String {
    line.replace(['\u{2068}', '\u{2069}'], "")
}

/// Sends a letter to the viewer's own address, to see whether it arrives.
///
/// # Errors
/// Not found unless the viewer is an admin; conflict when they have no confirmed address.
pub async fn mail_oneself(app: &App, viewer: &Viewer) -> Result<()> {
    let me = viewer.admin()?.id;
    app.db
        .write(move |tx| {
            if super::get(tx, me)?.email_confirmed_at.is_none() {
                return Err(Error::conflict("delivery-no-address"));
            }
            enqueue_letter(tx, me, Letter::new("mail-test-subject", "mail-test-body").to("/admin/mail"))
        })
        .await
}
