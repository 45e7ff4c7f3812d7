//! Messages and conversations by their ids, for faces that hold ids alone.

use std::collections::HashMap;

use kith_base::{Error, Result};
use kith_db::Query;

use super::model::{Conversation, ConversationCard, MessageCard};
use super::sql::{batch, words as rows};
use super::{lists, load_message, pages, policy};
use crate::reactions::ReactionKind;
use crate::viewer::Viewer;
use crate::{AccountId, App, ConversationId, MessageId};

/// Those of `ids` that the viewer may see, with all that stands beside them, in no particular order. Ten statements
/// whatever the number.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn of(app: &App, viewer: &Viewer, ids: Vec<MessageId>) -> Result<Vec<MessageCard>> {
    let me = viewer.active()?.id;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let messages = rows::by_ids(q, me, &ids)?;
            let mut chats: Vec<ConversationId> =
                messages.iter().map(|message| message.conversation).collect();
            chats.sort_unstable();
            chats.dedup();
            let mut chats = batch::from_places(q, me, &chats)?;
            chats.retain(|chat| policy::may_open(&viewer, chat));
            let chats: Vec<&Conversation> = chats.iter().collect();
            pages::cards(q, &viewer, &chats, messages)
        })
        .await
}

/// One conversation as a line of the list.
///
/// # Errors
/// NotFound when it is not there for the viewer.
pub async fn line(app: &App, viewer: &Viewer, id: ConversationId) -> Result<ConversationCard> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let found = batch::line(q, me, id)?.ok_or_else(Error::not_found)?;
            lists::described(q, &viewer, vec![found])?.pop().ok_or_else(Error::not_found)
        })
        .await
}

/// Of each message the one before it that the viewer may see, and who wrote that. Messages that were deleted are left out.
///
/// # Errors
/// As [`Viewer::active`].
pub fn previous(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, (MessageId, AccountId)>> {
    let me = viewer.active()?.id;
    Ok(batch::previous(q, me, ids)?.into_iter().collect())
}

/// Who reacted to a message and how, the newest accounts first; nobody from whom a block parts the viewer.
///
/// # Errors
/// NotFound when the message is not there for the viewer.
pub async fn reacted(app: &App, viewer: &Viewer, id: MessageId) -> Result<Vec<(AccountId, ReactionKind)>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (_, message) = load_message(q, &viewer, id)?;
            if message.deleted_at.is_some() {
                return Err(Error::not_found());
            }
            let member = viewer.active()?;
            let found = rows::reactions(q, &[id])?.into_iter();
            let mut found: Vec<(AccountId, ReactionKind)> = found
                .filter(|(_, who, _)| !member.is_apart_from(*who))
                .map(|(_, who, kind)| (who, kind))
                .collect();
            found.sort_unstable_by_key(|(who, _)| std::cmp::Reverse(*who));
            Ok(found)
        })
        .await
}
