//! Changing messages that were sent: their words, their place, reactions to them.

use kith_base::{Error, Result, SECOND};
use kith_db::{Query, Tx};
use serde::{Deserialize, Serialize};

use super::model::{Conversation, Message};
use super::sql::words as rows;
use super::write::{fresh, prepare};
use super::{announce, load_message, pages, policy};
use crate::polls;
use crate::posts::words::Words;
use crate::reactions::{ReactionKind, Tally};
use crate::viewer::{Member, Viewer, Visible};
use crate::work::JobKind;
use crate::{AccountId, App, MessageId, media, notices};

/// Changes the words of an own message, for a day after it was sent. Its photos stay.
///
/// # Errors
/// NotFound unless the viewer wrote it; Forbidden when it is too late; Invalid for the text.
pub async fn edit(app: &App, viewer: &Viewer, id: MessageId, text: &str) -> Result<Visible<Message>> {
    let me = viewer.active()?.id;
    let beside = app.db.read(move |q| beside(q, id)).await?;
    let words = prepare(app, me, text, beside).await?;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            write_edit(tx, &viewer, &member, id, &words)
        })
        .await
}

/// How many photos and other files a message has.
fn beside(q: &mut Query<'_>, id: MessageId) -> Result<(usize, usize)> {
    let photos = rows::photos(q, &[id])?.remove(&id).map_or(0, |photos| photos.len());
    Ok((photos, media::files_of_messages(q, &[id])?.remove(&id).map_or(0, |files| files.len())))
}

fn write_edit(
    tx: &mut Tx<'_>,
    viewer: &Viewer,
    member: &Member,
    id: MessageId,
    words: &Words,
) -> Result<Visible<Message>> {
    let now = tx.now();
    let (chat, before) = own(tx, viewer, id)?;
    if !policy::may_edit(viewer, &chat, &before, now) {
        return Err(Error::forbidden("messages-too-late-to-edit"));
    }
    if before.source == words.source {
        return Ok(before);
    }
    rows::update(tx, id, words)?;
    announce::changed(tx, member, &chat, &before)?;
    load_message(tx, viewer, id).map(|found| found.1)
}

/// Deletes an own message for everybody, for a day after it was sent. An empty place stays; soon what stood there is
/// erased. Photos and files that a report carries are kept for the moderators.
///
/// # Errors
/// NotFound unless the viewer wrote it; Forbidden when it is too late.
pub async fn delete(app: &App, viewer: &Viewer, id: MessageId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let now = tx.now();
            let (viewer, member) = fresh(tx, me)?;
            let (chat, message) = own(tx, &viewer, id)?;
            if !policy::may_delete(&viewer, &chat, &message, now) {
                return Err(Error::forbidden("messages-too-late-to-delete"));
            }
            rows::mark_deleted(tx, id, Some(now))?;
            tx.enqueue(PURGE, &Purge { message: id }, now + policy::UNDO + 5 * SECOND)?;
            notices::take_back_message(tx, chat.id, id)?;
            announce::changed(tx, &member, &chat, &message)
        })
        .await
}

/// Takes a deletion back.
///
/// # Errors
/// NotFound when the viewer did not delete it, or too long ago.
pub async fn restore(app: &App, viewer: &Viewer, id: MessageId) -> Result<Visible<Message>> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let now = tx.now();
            let (viewer, member) = fresh(tx, me)?;
            let (chat, message) = load_message(tx, &viewer, id)?;
            if !policy::may_restore(&viewer, &chat, &message, now) {
                return Err(Error::not_found());
            }
            rows::mark_deleted(tx, id, None)?;
            announce::changed(tx, &member, &chat, &message)?;
            load_message(tx, &viewer, id).map(|found| found.1)
        })
        .await
}

/// The name of the job that erases what was deleted.
const PURGE: &str = "messages.purge";

/// Which deleted message to erase.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Purge {
    message: MessageId,
}

inventory::submit! {
    JobKind {
        name: PURGE,
        run: |app, payload| Box::pin(async move {
            let job: Purge = serde_json::from_value(payload)?;
            purge(&app, job.message).await
        }),
    }
}

/// Erases a deleted message but for its place. What a report carries of it is kept for the moderators.
async fn purge(app: &App, id: MessageId) -> Result<()> {
    app.db
        .write(move |tx| {
            let now = tx.now();
            let nobody = AccountId::new(0);
            let Some(message) = rows::by_id(tx, nobody, id)? else { return Ok(()) };
            if message.deleted_at.is_none_or(|deleted| now - deleted <= policy::UNDO) {
                return Ok(());
            }
            if !rows::is_reported(tx, id)? {
                let photos = rows::photos(tx, &[id])?.remove(&id).unwrap_or_default();
                rows::drop_photos(tx, id)?;
                media::discard(tx, &photos)?;
                media::discard_files_of(tx, id)?;
            }
            polls::erase_of_message(tx, id)?;
            rows::empty(tx, id)
        })
        .await
}

/// An own message that is not deleted.
fn own(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: MessageId,
) -> Result<(Visible<Conversation>, Visible<Message>)> {
    let (chat, message) = load_message(q, viewer, id)?;
    let is_gone = message.deleted_at.is_some() || message.event.is_some();
    if viewer.id() != Some(message.author) || is_gone {
        return Err(Error::not_found());
    }
    Ok((chat, message))
}

/// Takes a message out of the viewer's own sight, and nobody else's.
///
/// # Errors
/// NotFound when it is not there for the viewer.
pub async fn hide(app: &App, viewer: &Viewer, id: MessageId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let (chat, _) = load_message(tx, &viewer, id)?;
            rows::hide(tx, id, me)?;
            announce::for_oneself(tx, me, chat.id);
            Ok(())
        })
        .await
}

/// Reacts with `kind`, in place of what the viewer had; `None` takes it back. Doing it twice changes nothing.
///
/// # Errors
/// NotFound when the viewer may not see the message or has not accepted the request that it is.
pub async fn react(app: &App, viewer: &Viewer, id: MessageId, kind: Option<ReactionKind>) -> Result<Tally> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let (chat, message) = load_message(tx, &viewer, id)?;
            if !policy::may_react(&viewer, &chat, &message) {
                return Err(Error::not_found());
            }
            let before = pages::tallies(tx, &member, &[id])?.remove(&id).unwrap_or_default();
            if before.mine == kind {
                return Ok(before);
            }
            rows::react(tx, id, me, kind)?;
            announce::reacted(tx, &member, &chat, &message, kind)?;
            Ok(pages::tallies(tx, &member, &[id])?.remove(&id).unwrap_or_default())
        })
        .await
}
