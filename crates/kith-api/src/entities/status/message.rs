//! Messages as statuses: for the people in their conversation alone, each an answer to the one before it, so that apps
//! which show threads show them in a row.

use std::collections::HashMap;
use std::sync::Arc;

use kith_base::Result;
use kith_domain::media::File;
use kith_domain::messages::{self, MessageCard};
use kith_domain::{AccountId, MessageId, filters, profiles};

use super::{FileEntity, Mention, Status, attachments, blank, count};
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::filter::matched;
use crate::entities::poll::Poll;
use crate::entities::{absolute, moment};

/// Statuses of messages, in their order. Those that were deleted are left out.
pub(crate) async fn message_statuses(caller: &Caller, cards: &[MessageCard]) -> Result<Vec<Status>> {
    let cards: Vec<&MessageCard> = cards.iter().filter(|card| card.message.deleted_at.is_none()).collect();
    if cards.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<MessageId> = cards.iter().map(|card| card.message.id).collect();
    let me = caller.viewer.active()?.id;
    let authors = cards.iter().map(|card| card.author.id);
    let people: Vec<AccountId> = authors
        .chain(cards.iter().filter_map(|card| Some(card.reply.as_ref()?.author)))
        .chain([me])
        .collect();
    let viewer = caller.viewer.clone();
    let (previous, people) = caller
        .app
        .db
        .read(move |q| {
            let people = profiles::summaries_of_authors(q, &viewer, &people)?;
            Ok((messages::previous(q, &viewer, &ids)?, people))
        })
        .await?;
    let people: HashMap<AccountId, Arc<Account>> =
        people.iter().map(|(id, summary)| (*id, Arc::new(Account::of(caller, summary)))).collect();
    let hidden = filters::of(&caller.app, &caller.viewer).await?;
    let statuses = cards.into_iter().filter_map(|card| {
        let message = &card.message;
        let account = people.get(&message.author)?;
        let mut status = blank(message.id.to_string(), account, message.created_at, ("message", "people"));
        status.visibility = "direct";
        let (chat, id) = (message.conversation, message.id);
        status.url = caller.url(&format!("/messages/{chat}?at={id}#message-{id}"));
        status.uri.clone_from(&status.url);
        let answered = card.reply.as_ref().map(|reply| (reply.id, reply.author));
        if let Some((answered, author)) = answered.or_else(|| previous.get(&message.id).copied()) {
            status.in_reply_to_id = Some(answered.to_string());
            status.in_reply_to_account_id = Some(author);
        }
        // To whom it speaks: apps look here for whether it is meant for the reader.
        let addressed = if card.is_mine { card.reply.as_ref().map(|reply| reply.author) } else { Some(me) };
        let addressed = addressed.and_then(|id| people.get(&id));
        status.mentions = addressed.map(|person| Mention::of(person)).into_iter().collect();
        status.language = Some(message.language.clone()).filter(|tag| !tag.is_empty() && tag != "und");
        status.edited_at = message.edited_at.map(moment);
        status.content = absolute(&message.html, &caller.site.base_url);
        status.media_attachments = attachments(caller, &card.photos);
        status.poll = card.poll.as_ref().map(|poll| Poll::of(caller, poll));
        status.kith.conversation = Some(message.conversation);
        status.kith.files = card.files.iter().map(|file| file_of(caller, file)).collect();
        if let Some(event) = message.event {
            let about = card.about.as_ref().map_or("", |about| about.name.as_str());
            let names = (card.author.name.as_str(), about);
            let said = messages::event_words(&caller.locale, event, names, &message.source);
            status.content = format!("<p dir=\"auto\">{}</p>", escaped(&said));
            status.kith.kind = "system";
            status.kith.event = Some(event.as_str());
        }
        if !card.is_mine {
            let alt = card.photos.iter().map(|photo| photo.alt.as_str());
            let words = std::iter::once(message.source.as_str()).chain(alt);
            status.filtered = matched(&hidden.hits(words, &[message.id.raw()], caller.app.now()));
        }
        count(&mut status, &card.tally);
        Some(status)
    });
    Ok(statuses.collect())
}

fn file_of(caller: &Caller, file: &File) -> FileEntity {
    FileEntity {
        id: file.id,
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        bytes: file.bytes,
        url: caller.url(&format!("/file/{}", file.id)),
    }
}

/// Plain words as markup.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
