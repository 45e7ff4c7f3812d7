//! Letters about single notices, for members who want one at once. A job writes each as `inbox` would show the notice at
//! that moment.

use std::sync::Arc;

use kith_base::Result;
use kith_locale::{Language, Locale};

use crate::accounts::{self, Letter};
use crate::notices::mail::{NOTICE_MAIL, NoticeMail};
use crate::work::JobKind;
use crate::{App, inbox, push, viewers};

inventory::submit! {
    JobKind {
        name: NOTICE_MAIL,
        run: |app, payload| Box::pin(async move { write(&app, serde_json::from_value(payload)?).await }),
    }
}

async fn write(app: &Arc<App>, job: NoticeMail) -> Result<()> {
    let viewer = viewers::load(app, job.account).await?;
    let Ok(member) = viewer.active() else { return Ok(()) };
    let notice = match inbox::get(app, &viewer, job.notice).await {
        Err(error) if error.is_not_found() => return Ok(()),
        notice => notice?,
    };
    let Some(beginning) = push::words::beginning(app, &viewer, &notice).await? else { return Ok(()) };
    let from = notice.from;
    let person = app.db.read(move |q| accounts::card(q, from)).await?;
    let locale = Locale::new(Language::parse(&member.language).unwrap_or_default(), &member.time_zone);
    let title = push::words::title(&locale, &notice, &person.name);
    let body = if beginning.is_empty() { "notices-mail-body-bare" } else { "notices-mail-body" };
    let letter = Letter::new("notices-mail-subject", body)
        .with("title", title)
        .with("beginning", beginning)
        .to(format!("/notices/{}/open", notice.id))
        .as_notice();
    accounts::send_letter(app, job.account, None, &letter, None).await.map(drop)
}
