//! Conversations, each as one of Mastodon's.

use axum::Json;
use axum::response::Response;
use kith_base::{Error, PageRequest, Result};
use kith_domain::kinds::MessageKind;
use kith_domain::messages::{self, Folder};
use kith_domain::{ConversationId, MessageId};
use kith_http::Answer;
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::entities::conversation::{Conversation, conversations};
use crate::paging::{Window, listed};
use crate::params::Params;
use crate::path::Path;
use crate::routes::{ApiRoutes, Needs};

pub(crate) fn routes() -> ApiRoutes {
    let write = Needs::Scope("write:conversations");
    ApiRoutes::new()
        .get("/api/v1/conversations", Needs::Scope("read:statuses"), index)
        .delete("/api/v1/conversations/{id}", write, put_away)
        .post("/api/v1/conversations/{id}/read", write, read)
        .post("/api/v1/conversations/{id}/unread", write, unread)
}

/// Those in use; what waits for an answer is no conversation of the caller's yet.
async fn index(caller: Caller, params: Params) -> Answer<Response> {
    let window = Window::<MessageKind>::read(&params, 20, 40);
    let (found, ends) = part(&caller, Folder::Inbox, &window).await?;
    Ok(listed(&caller, &found, ends))
}

/// The ids between which a part of a list lies.
pub(crate) type Ends = Option<(String, String)>;

/// A part of the caller's conversations, the one in which something happened last first. They are told apart by the newest
/// thing that happened in each, which the links carry.
pub(crate) async fn part(
    caller: &Caller,
    folder: Folder,
    window: &Window<MessageKind>,
) -> Result<(Vec<Conversation>, Ends)> {
    let request = PageRequest { before: window.max, after: None, nearest: false, limit: window.limit };
    let mut lines = messages::list(&caller.app, &caller.viewer, folder, request).await?.items;
    let after = window.min.or(window.since).unwrap_or_default();
    lines.retain(|line| line.conversation.seat.active > after);
    let ends = lines.first().zip(lines.last());
    let active = |id: MessageId| id.to_string();
    let ends = ends
        .map(|(first, last)| (active(first.conversation.seat.active), active(last.conversation.seat.active)));
    Ok((conversations(caller, &lines).await?, ends))
}

/// One conversation as it stands now.
pub(crate) async fn one(caller: &Caller, id: ConversationId) -> Result<Conversation> {
    let line = messages::line(&caller.app, &caller.viewer, id).await?;
    conversations(caller, &[line]).await?.pop().ok_or_else(Error::not_found)
}

/// Nothing is lost: it is listed again when a message comes.
async fn put_away(caller: Caller, Path(id): Path<ConversationId>) -> Answer<Json<Value>> {
    messages::archive(&caller.app, &caller.viewer, id).await?;
    Ok(Json(json!({})))
}

async fn read(caller: Caller, Path(id): Path<ConversationId>) -> Answer<Json<Conversation>> {
    messages::mark_read(&caller.app, &caller.viewer, id, MessageId::new(i64::MAX)).await?;
    Ok(Json(one(&caller, id).await?))
}

async fn unread(caller: Caller, Path(id): Path<ConversationId>) -> Answer<Json<Conversation>> {
    messages::mark_unread(&caller.app, &caller.viewer, id).await?;
    Ok(Json(one(&caller, id).await?))
}
