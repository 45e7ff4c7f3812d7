//! Messages in the words of statuses: sent by answering one, changed, deleted and looked around.

use axum::Json;
use kith_base::{Error, Result};
use kith_domain::messages::{self, MessageCard, NewMessage, Part};
use kith_domain::{MessageId, media};
use kith_http::Answer;

use crate::caller::Caller;
use crate::entities::status::{Status, message_statuses};
use crate::params::Params;
use crate::polls::poll_of;
use crate::scheduled::time_of;
use crate::statuses::described;

/// Messages before and after one that make its context.
const AROUND: usize = 40;

/// The message with this id. One that was deleted is none.
pub(crate) async fn get(caller: &Caller, id: MessageId) -> Result<MessageCard> {
    if caller.viewer.active().is_err() {
        return Err(Error::not_found());
    }
    let found = messages::of(&caller.app, &caller.viewer, vec![id]).await?.pop();
    found.filter(|card| card.message.deleted_at.is_none()).ok_or_else(Error::not_found)
}

/// Statuses of those of `ids` that are messages, in no particular order.
pub(crate) async fn many(caller: &Caller, ids: Vec<MessageId>) -> Result<Vec<Status>> {
    if ids.is_empty() || caller.viewer.active().is_err() {
        return Ok(Vec::new());
    }
    let cards = messages::of(&caller.app, &caller.viewer, ids).await?;
    message_statuses(caller, &cards).await
}

/// The status that stands for a message.
pub(crate) async fn shown(caller: &Caller, card: &MessageCard) -> Result<Status> {
    message_statuses(caller, std::slice::from_ref(card)).await?.pop().ok_or_else(Error::not_found)
}

/// The status that stands for the message with this id.
pub(crate) async fn status_of(caller: &Caller, id: MessageId) -> Result<Status> {
    shown(caller, &get(caller, id).await?).await
}

/// Sends a message into the conversation of the one that it answers.
pub(crate) async fn answer(
    caller: &Caller,
    params: &Params,
    to: MessageCard,
    submission: Option<String>,
) -> Result<Status> {
    // Whoever means others than those in the conversation would be heard by the wrong people.
    if params.text("visibility").is_some_and(|word| word != "direct") {
        return Err(Error::invalid("visibility", "error-bad-choice"));
    }
    if time_of(params)?.is_some() {
        return Err(Error::invalid("scheduled_at", "apps-no-scheduled-messages"));
    }
    let chat = to.message.conversation;
    let line = messages::line(&caller.app, &caller.viewer, chat).await?;
    let handles: Vec<&str> = line.people.iter().map(|person| person.handle.as_str()).collect();
    let words = params.text("status").unwrap_or_default();
    let cover = params.text("spoiler_text").unwrap_or_default();
    let text = match without_greeting(&words, &handles) {
        words if cover.trim().is_empty() => words.to_owned(),
        words => format!("{cover}\n\n{words}"),
    };
    // An answer to the newest message is simply the next one: apps cannot say more without answering something.
    let is_next = line.last.is_some_and(|last| last.id == to.message.id);
    let new = NewMessage {
        text,
        photos: params.ids("media_ids"),
        files: Vec::new(),
        // A line about the conversation is nothing that could be answered.
        reply_to: (!is_next && to.message.event.is_none()).then_some(to.message.id),
        poll: poll_of(params)?,
        submission,
    };
    let sent = messages::send(&caller.app, &caller.viewer, chat, new).await?;
    status_of(caller, sent.id).await
}

/// The words without the names of those in the conversation that apps put before every answer. Names alone stay.
fn without_greeting<'a>(words: &'a str, handles: &[&str]) -> &'a str {
    let mut rest = words.trim_start();
    loop {
        let name = rest.strip_prefix('@').and_then(|rest| rest.split(char::is_whitespace).next());
        let name = name.unwrap_or_default();
        let is_known = handles.iter().any(|handle| handle.eq_ignore_ascii_case(name));
        let after = rest.get(name.len() + 1..).unwrap_or_default().trim_start();
        if name.is_empty() || !is_known {
            return rest;
        }
        if after.is_empty() {
            return words;
        }
        rest = after;
    }
}

/// Gives a message other words, and its photos other descriptions.
pub(crate) async fn edit(caller: &Caller, params: &Params, card: &MessageCard) -> Result<()> {
    let (app, viewer, message) = (&caller.app, &caller.viewer, &card.message);
    let text = params.text("status").unwrap_or_else(|| message.source.clone());
    messages::edit(app, viewer, message.id, &text).await?;
    for (photo, alt) in described(params) {
        if card.photos.iter().any(|own| own.id == photo) {
            media::describe(app, viewer, photo, &alt).await?;
        }
    }
    Ok(())
}

/// Keeps the conversation of a message still, or lets it be heard again.
pub(crate) async fn set_muted(caller: &Caller, card: &MessageCard, muted: bool) -> Answer<Json<Status>> {
    let chat = card.message.conversation;
    if muted {
        messages::mute(&caller.app, &caller.viewer, chat, None).await?;
    } else {
        messages::unmute(&caller.app, &caller.viewer, chat).await?;
    }
    Ok(Json(status_of(caller, card.message.id).await?.with_muted(muted)))
}

/// The messages before and after one.
pub(crate) async fn around(caller: &Caller, card: &MessageCard) -> Result<(Vec<Status>, Vec<Status>)> {
    let (id, chat) = (card.message.id, card.message.conversation);
    let part = |part| messages::page(&caller.app, &caller.viewer, chat, part, AROUND);
    let (before, after) = (part(Part::Before(id)).await?, part(Part::After(id)).await?);
    Ok((message_statuses(caller, &before.items).await?, message_statuses(caller, &after.items).await?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_apps_put_before_an_answer_are_no_part_of_it() {
        let handles = ["ann", "ben"];
        for (words, expected) in [
            ("@ann hello", "hello"),
            ("  @Ann @ben\nhello @ann", "hello @ann"),
            ("@cem hello", "@cem hello"),
            ("@ann, hello", "@ann, hello"),
            ("hello @ann", "hello @ann"),
            ("@ann", "@ann"),
            ("@ hello", "@ hello"),
            ("", ""),
        ] {
            assert_eq!(without_greeting(words, &handles), expected, "{words}");
        }
    }
}
