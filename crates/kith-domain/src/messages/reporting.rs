//! Reports of messages: the one that was chosen goes to the moderators with some around it, as copies. It is all that they
//! ever see of a conversation.

use kith_base::{Error, Result};

use super::model::{MessageReport, ReportedMessage};
use super::sql::{self, words as rows};
use super::write::fresh;
use super::{policy, polls};
use crate::kinds::ReportId;
use crate::reports::{self, NewReport, Report};
use crate::site::{self, Subject};
use crate::viewer::Viewer;
use crate::{App, MessageId, media};

/// Messages before and after the chosen one that go with a report.
pub const AROUND: usize = 5;

/// Reports a message and whoever wrote it. The moderators are given copies of it and of what the viewer saw around it.
///
/// # Errors
/// NotFound when the message was never the viewer's to see; Invalid by field, also for an own message; rate limited.
pub async fn report(app: &App, viewer: &Viewer, id: MessageId, told: MessageReport) -> Result<Report> {
    let me = viewer.active()?.id;
    let target = app.db.read(move |q| rows::by_id(q, me, id)).await?.ok_or_else(Error::not_found)?;
    let chat = target.conversation;
    app.db.read(move |q| sql::from_place(q, me, chat)).await?.ok_or_else(Error::not_found)?;
    let MessageReport { category, comment, rules } = told;
    let new = NewReport { target: target.author, category, comment, rules, posts: Vec::new() };
    let checked = reports::check(app, viewer, new).await?;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let message = rows::by_id(tx, me, id)?.ok_or_else(Error::not_found)?;
            let place = sql::from_place(tx, me, message.conversation)?.ok_or_else(Error::not_found)?;
            if !policy::may_report(&viewer, &place, &message) {
                return Err(Error::not_found());
            }
            let mut around = rows::before(tx, me, place.id, id, AROUND)?;
            around.reverse();
            around.push(message);
            around.extend(rows::after(tx, me, place.id, id, AROUND)?);
            around.retain(|message| message.event.is_none());
            for message in &mut around {
                polls::with_answers(tx, &viewer, &place, message)?;
            }
            let report = reports::file(tx, &checked)?;
            rows::insert_reported(tx, report.id, &around, id)?;
            Ok(report)
        })
        .await
}

/// The messages that a report carries, old to new; none when it is about something else. That somebody looked is written
/// into the staff's log.
///
/// # Errors
/// As [`Viewer::moderator`].
pub async fn reported(app: &App, viewer: &Viewer, report: ReportId) -> Result<Vec<ReportedMessage>> {
    let by = viewer.moderator()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, by)?;
            viewer.moderator()?;
            let mut found = rows::reported(tx, report)?;
            let chosen: Vec<MessageId> =
                found.iter().filter(|copy| copy.is_reported).map(|copy| copy.message).collect();
            let mut photos = rows::photos(tx, &chosen)?;
            let mut files = media::files_of_messages(tx, &chosen)?;
            for copy in &mut found {
                copy.photos = photos.remove(&copy.message).unwrap_or_default();
                copy.files = files.remove(&copy.message).unwrap_or_default();
            }
            if !found.is_empty() {
                let subject = Subject("report", Some(report.raw()));
                site::record(tx, Some(by), "messages.look", subject, "")?;
            }
            Ok(found)
        })
        .await
}
