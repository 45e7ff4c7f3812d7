//! Conversations of two people and of groups, apart from posts: who may write to whom, requests of strangers, messages
//! with photos, files and reactions, and how far each has read.
//!
//! A conversation is seen from a place in it ([`Seat`]), and there is no other way to see one. The rules stand in
//! [`policy`]; whom a change concerns, and what they are told, in `announce`.

mod announce;
mod batch;
mod cache;
mod change;
mod files;
mod groups;
mod lists;
pub mod model;
mod pages;
pub mod policy;
mod polls;
mod reporting;
mod sql;
mod state;
mod words;
mod write;

use kith_base::{Error, Result};
use kith_db::Query;

pub use batch::{line, of, previous, reacted};
pub use cache::connect;
pub use change::{delete, edit, hide, react, restore};
pub use files::open_file;
pub use groups::{add, create_group, leave, remove, rename, set_picture};
pub use lists::{count_requests, lines, list, open, unread, with_person};
pub use model::{
    Added, Beginning, Conversation, ConversationCard, Event, Folder, Hears, Message, MessageCard,
    MessagePage, MessageReport, NewGroup, NewMessage, Part, Participant, Reach, ReportedMessage, Seat,
    SeatState, Talk,
};
pub use pages::{FINDINGS, SEARCHED, get, page, part_of, search};
pub use policy::ShownBy;
pub use polls::{of_poll, take_vote_back, vote};
pub use reporting::{AROUND, report, reported};
pub use state::{
    accept, archive, clear, decline, mark_read, mark_unread, mute, set_hears, typing, unarchive, unmute,
};
pub use words::event_words;
pub use write::{reach, send, write_to};

use crate::viewer::{Viewer, Visible};
use crate::{ConversationId, MediaId, MessageId};

/// Others who are shown of a large group in a list.
pub const FACES: usize = 4;
/// Unread messages of a conversation are counted up to here.
pub const COUNTED: i64 = 100;

/// A conversation, for whoever has a place in it.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: ConversationId) -> Result<Visible<Conversation>> {
    let found = sql::from_place(q, viewer.id_or_zero(), id)?;
    found.and_then(|chat| policy::show(viewer, chat)).ok_or_else(Error::not_found)
}

/// A message with its conversation, for whoever may see both.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub fn load_message(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: MessageId,
) -> Result<(Visible<Conversation>, Visible<Message>)> {
    let message = sql::words::by_id(q, viewer.id_or_zero(), id)?.ok_or_else(Error::not_found)?;
    let chat = load(q, viewer, message.conversation)?;
    let message = policy::show_message(viewer, &chat, message).ok_or_else(Error::not_found)?;
    Ok((chat, message))
}

/// The message that shows a photo with what decides who may see it, for the feature that hands photos out.
pub(crate) fn shown_by(q: &mut Query<'_>, viewer: &Viewer, id: MessageId) -> Result<Option<ShownBy>> {
    let Some(message) = sql::words::by_id(q, viewer.id_or_zero(), id)? else { return Ok(None) };
    let chat = sql::from_place(q, viewer.id_or_zero(), message.conversation)?;
    Ok(Some(ShownBy { is_reported: sql::words::is_reported(q, id)?, message, chat }))
}

/// A conversation from the viewer's place, for the feature that hands its picture out.
pub(crate) fn seen_by(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: ConversationId,
) -> Result<Option<Conversation>> {
    sql::from_place(q, viewer.id_or_zero(), id)
}

/// The photos of a message, in order.
pub(crate) fn photos_of(q: &mut Query<'_>, id: MessageId) -> Result<Vec<MediaId>> {
    Ok(sql::words::photos(q, &[id])?.remove(&id).unwrap_or_default())
}
