//! Letters about notices, for members who want them at once. Jobs write them as `inbox` would show the notices at that
//! moment: each alone, or, when too many left just then or it was a quiet hour, all that waits in one.

use std::sync::Arc;

use kith_base::Result;
use kith_locale::{Language, Locale};

use crate::accounts::{self, Letter};
use crate::inbox::Notice;
use crate::kinds::NoticeId;
use crate::mail::{self, Delivery, Sort};
use crate::notices::mail::{LATER_MAIL, LaterMail, NOTICE_MAIL, NoticeMail, put_off, told, waiting};
use crate::ports::{Block, Link};
use crate::viewer::{Member, Viewer, Visible};
use crate::work::JobKind;
use crate::{AccountId, App, inbox, notices, push, site, viewers};

/// Notices that one letter tells of; the rest is told in the next one.
const TOGETHER: usize = 50;

inventory::submit! {
    JobKind {
        name: NOTICE_MAIL,
        run: |app, payload| Box::pin(async move { write(&app, serde_json::from_value(payload)?).await }),
    }
}

inventory::submit! {
    JobKind {
        name: LATER_MAIL,
        run: |app, payload| Box::pin(async move { write_later(&app, serde_json::from_value(payload)?).await }),
    }
}

async fn write(app: &Arc<App>, job: NoticeMail) -> Result<()> {
    let viewer = viewers::load(app, job.account).await?;
    let Ok(member) = viewer.active() else { return Ok(()) };
    let Some(line) = line(app, &viewer, member, job.notice).await? else { return Ok(()) };
    let Delivery::Later(at) = send_one(app, job.account, line).await? else { return Ok(()) };
    app.db.write(move |tx| put_off(tx, job.account, job.notice, at)).await
}

async fn write_later(app: &Arc<App>, job: LaterMail) -> Result<()> {
    let id = job.account;
    let ids = app.db.read(move |q| waiting(q, id, TOGETHER)).await?;
    if ids.is_empty() {
        return Ok(());
    }
    let viewer = viewers::load(app, id).await?;
    let Ok(member) = viewer.active() else { return Ok(()) };
    let mut lines = Vec::new();
    for notice in &ids {
        // What was read meanwhile needs no letter.
        let line = line(app, &viewer, member, *notice).await?;
        lines.extend(line.filter(|line| line.notice.read_at.is_none()));
    }
    let is_more = ids.len() == TOGETHER;
    let delivery = match quiet_until(app, member, &lines).await? {
        Some(at) => Delivery::Later(at),
        None if lines.len() > 1 => send_many(app, id, lines).await?,
        None => match lines.pop() {
            Some(line) => send_one(app, id, line).await?,
            None => Delivery::Held,
        },
    };
    app.db
        .write(move |tx| {
            let now = tx.now();
            match delivery {
                Delivery::Later(at) => tx.enqueue(LATER_MAIL, &job, at),
                Delivery::Sent | Delivery::Held | Delivery::Refused => {
                    told(tx, id, &ids)?;
                    if is_more { tx.enqueue(LATER_MAIL, &job, now) } else { Ok(()) }
                }
            }
        })
        .await
}

/// When the member may be written to again, if it is a quiet hour and nothing among these is told whatever the hour.
async fn quiet_until(app: &App, member: &Member, lines: &[Line]) -> Result<Option<kith_base::Millis>> {
    let (me, now) = (member.id, app.now());
    let choices = app.db.read(move |q| notices::choices_of(q, me)).await?;
    let quiet = choices.quiet.filter(|quiet| {
        quiet.holds(&member.time_zone, now)
            && !lines.iter().any(|line| notices::is_fixed(line.notice.occasion))
    });
    Ok(quiet.map(|quiet| quiet.end(&member.time_zone, now)))
}

/// What a letter says of one notice.
struct Line {
    notice: Visible<Notice>,
    title: String,
    beginning: String,
}

impl Line {
    fn path(&self) -> String {
        format!("/notices/{}/open", self.notice.id)
    }
}

/// The words about a notice; none when it is not there for the member any more, or they want to hear nothing of it.
async fn line(app: &App, viewer: &Viewer, member: &Member, id: NoticeId) -> Result<Option<Line>> {
    let notice = match inbox::get(app, viewer, id).await {
        Err(error) if error.is_not_found() => return Ok(None),
        notice => notice?,
    };
    let Some(beginning) = push::words::beginning(app, viewer, &notice).await? else { return Ok(None) };
    let from = notice.from;
    let person = app.db.read(move |q| accounts::card(q, from)).await?;
    let locale = Locale::new(Language::parse(&member.language).unwrap_or_default(), &member.time_zone);
    let title = push::words::title(&locale, &notice, &person.name);
    Ok(Some(Line { notice, title, beginning }))
}

async fn send_one(app: &App, account: AccountId, line: Line) -> Result<Delivery> {
    let body = if line.beginning.is_empty() { "notices-mail-body-bare" } else { "notices-mail-body" };
    let path = line.path();
    let letter = Letter::new("notices-mail-subject", body)
        .with("title", line.title)
        .with("beginning", line.beginning)
        .to(path)
        .as_notice();
    accounts::send_letter(app, account, None, &letter, None).await
}

async fn send_many(app: &App, id: AccountId, lines: Vec<Line>) -> Result<Delivery> {
    let account = app.db.read(move |q| accounts::get(q, id)).await?;
    let confirmed = account.email.clone().filter(|_| account.email_confirmed_at.is_some());
    let Some(address) = confirmed else { return Ok(Delivery::Held) };
    if !mail::is_wanted(app, id, Sort::Notice).await? {
        return Ok(Delivery::Held);
    }
    let (site, locale) = (site::settings(app).await?, accounts::locale_of(&account));
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let newest = lines.last().map(|line| line.notice.id).unwrap_or_default();
    let subject = locale.t2("notices-mail-many-subject", "count", count, "site", site.name.as_str());
    let mut blocks = vec![Block::Text(locale.t1("notices-mail-many-lead", "site", site.name.as_str()))];
    blocks.extend(lines.into_iter().rev().map(|line| Block::Item {
        url: format!("{}{}", site.base_url, line.path()),
        title: line.title,
        text: line.beginning,
    }));
    let label = locale.t1("mail-open", "site", site.name.as_str()).replace(['\u{2068}', '\u{2069}'], "");
    blocks.push(Block::Button(Link { label, url: format!("{}/", site.base_url) }));
    let letter = accounts::envelope(app, &site, &account, address, (subject, blocks), Sort::Notice);
    // The same letter that is sent twice after a crash is known again by mailboxes.
    let letter = crate::ports::Mail { id: Some(format!("notices.{id}.{newest}")), ..letter };
    mail::deliver(app, id, Sort::Notice, &letter).await
}
