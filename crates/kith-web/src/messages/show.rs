//! One conversation: its messages, the search in them, and the parts that scripts ask for.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Result;
use kith_domain::accounts::{self, PersonCard};
use kith_domain::messages::{self, Folder, MessageCard, MessagePage, Part, Talk};
use kith_domain::{AccountId, ConversationId, MessageId, live};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::lines::{self, ListView};
use super::view::{MessageView, ReplyView, TalkView, address_of, beginning_words, name_of, thread};
use super::write::{ComposerView, Typed};
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::people::encoded;
use crate::posts::view::{PersonView, TimeView};

/// Messages on one page.
const SHOWN: usize = 40;

/// Which part is wanted.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    before: Option<MessageId>,
    after: Option<MessageId>,
    at: Option<MessageId>,
    /// The message that is to be answered.
    reply: Option<MessageId>,
    /// What is looked for.
    q: String,
}

/// Something that was found.
struct FoundView {
    href: String,
    author: PersonView,
    words: String,
    time: TimeView,
}

/// What a search came to.
struct Search {
    words: String,
    found: Vec<FoundView>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "messages/show.html")]
struct ShowPage {
    frame: Frame,
    list: ListView,
    talk: TalkView,
    search: Option<Search>,
    messages: Vec<MessageView>,
    older: Option<String>,
    newer: Option<String>,
    composer: ComposerView,
}

#[derive(Template)]
#[template(path = "messages/thread_part.html")]
struct ThreadPart {
    frame: Frame,
    messages: Vec<MessageView>,
}

pub(super) async fn show(
    visit: Visit,
    Path(id): Path<ConversationId>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let typed = Typed { reply_to: wanted.reply, ..Typed::fresh() };
    show_with(&visit, id, &wanted, typed, Problems::default()).await
}

/// The page of a conversation with what was typed and what is wrong with it.
pub(super) async fn show_with(
    visit: &Visit,
    id: ConversationId,
    wanted: &Wanted,
    typed: Typed,
    problems: Problems,
) -> Answer {
    let talk = messages::open(&visit.app, &visit.viewer, id).await?;
    let other = other_of(visit, &talk).await?;
    let mut frame = Frame::titled(visit, "messages-title");
    let mut head = TalkView::of(&frame, &talk, other.as_ref());
    head.is_here = is_here(visit, &talk).await?;
    frame.title.clone_from(&head.name);
    let search = search(visit, &frame, &talk, wanted).await?;
    let part = match search {
        Some(_) => MessagePage::default(),
        None => part_of(visit, &talk, wanted).await?,
    };
    let shown = thread(&frame, &talk, &part.items, None, Some(talk.conversation.seat.read));
    mark_read(visit, &talk, &part).await?;
    let chat = &talk.conversation;
    let folder = if chat.is_request() {
        Folder::Requests
    } else if chat.seat.archived_at.is_some() {
        Folder::Archived
    } else {
        Folder::Inbox
    };
    let edge = |card: Option<&MessageCard>, word: &str| {
        card.map(|card| format!("/messages/{id}?{word}={}", card.message.id))
    };
    page(&ShowPage {
        list: lines::load(visit, &frame, folder, None, Some(id)).await?,
        composer: ComposerView::of(visit, &frame, &talk, typed, problems).await?,
        older: edge(part.items.first().filter(|_| part.has_older), "before"),
        newer: edge(part.items.last().filter(|_| part.has_newer), "after"),
        messages: shown,
        talk: head,
        search,
        frame,
    })
}

/// Whether the other one of a pair is here now, as far as both share that.
async fn is_here(visit: &Visit, talk: &Talk) -> Result<bool> {
    let other: Vec<AccountId> = talk.conversation.other().into_iter().collect();
    Ok(!live::present(&visit.app, &visit.viewer, &other).await?.is_empty())
}

/// The other one of a pair, also when they have left.
pub(super) async fn other_of(visit: &Visit, talk: &Talk) -> Result<Option<PersonCard>> {
    let Some(other) = talk.conversation.other() else { return Ok(None) };
    visit.app.db.read(move |q| Ok(accounts::cards(q, &[other])?.remove(&other))).await
}

/// The messages that are wanted: where nothing is said the newest, or those around the first that was not read.
async fn part_of(visit: &Visit, talk: &Talk, wanted: &Wanted) -> Result<MessagePage> {
    let chat = &talk.conversation;
    let load = |part| messages::page(&visit.app, &visit.viewer, chat.id, part, SHOWN);
    let part = match (wanted.at, wanted.before, wanted.after) {
        (Some(at), ..) => Part::Around(at),
        (None, Some(before), _) => Part::Before(before),
        (None, None, Some(after)) => Part::After(after),
        (None, None, None) => Part::Newest,
    };
    let found = load(part).await?;
    let is_read = |card: &MessageCard| card.message.id <= chat.seat.read;
    let hides_unread = found.has_older && !found.items.first().is_some_and(is_read);
    if part == Part::Newest && hides_unread && chat.seat.read < chat.last {
        let around = load(Part::Around(chat.seat.read)).await?;
        // Of the other's own words nothing may be unread: then the newest are what one wants to see.
        if around.items.iter().any(|card| !card.is_mine && !is_read(card)) {
            return Ok(around);
        }
    }
    Ok(found)
}

/// What is on the page has been read. Of a request nobody learns that it was looked at.
async fn mark_read(visit: &Visit, talk: &Talk, part: &MessagePage) -> Result<()> {
    let chat = &talk.conversation;
    match part.items.last() {
        Some(last) if !chat.is_request() && last.message.id > chat.seat.read => {
            messages::mark_read(&visit.app, &visit.viewer, chat.id, last.message.id).await
        }
        _ => Ok(()),
    }
}

async fn search(visit: &Visit, frame: &Frame, talk: &Talk, wanted: &Wanted) -> Result<Option<Search>> {
    let words: String = wanted.q.trim().chars().take(100).collect();
    if words.is_empty() {
        return Ok(None);
    }
    let (l, chat) = (&frame.l, &talk.conversation);
    let found = messages::search(&visit.app, &visit.viewer, chat.id, &words, wanted.before).await?;
    let views = found.items.iter().map(|card| FoundView {
        href: address_of(chat, card.message.id),
        author: PersonView::of(l, &card.author),
        words: card.message.source.chars().take(200).collect(),
        time: TimeView::of(frame, card.message.created_at),
    });
    Ok(Some(Search {
        found: views.collect(),
        next: found.next.map(|next| format!("/messages/{}?q={}&before={next}", chat.id, encoded(&words))),
        words,
    }))
}

/// What a script asks for: what came after a message, or one message anew.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fresh {
    after: Option<MessageId>,
    only: Option<MessageId>,
}

pub(super) async fn part(visit: Visit, Path(id): Path<ConversationId>, Query(fresh): Query<Fresh>) -> Answer {
    let talk = messages::open(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::new(&visit, "");
    let messages = match fresh.only {
        Some(only) => only_one(&visit, &frame, &talk, only).await?,
        None => newer(&visit, &frame, &talk, fresh.after.unwrap_or_default()).await?,
    };
    page(&ThreadPart { messages, frame })
}

async fn newer(visit: &Visit, frame: &Frame, talk: &Talk, after: MessageId) -> Result<Vec<MessageView>> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let chat = talk.conversation.id;
    let found = messages::page(app, viewer, chat, Part::After(after), SHOWN).await?;
    let above = match messages::get(app, viewer, after).await {
        Ok(card) => Some(card),
        Err(error) if error.is_not_found() => None,
        Err(error) => return Err(error),
    };
    let above = above.filter(|card| card.message.conversation == chat);
    Ok(thread(frame, talk, &found.items, above.as_ref(), None))
}

/// One message of the conversation, or nothing where it is not there any more.
async fn only_one(visit: &Visit, frame: &Frame, talk: &Talk, id: MessageId) -> Result<Vec<MessageView>> {
    match messages::get(&visit.app, &visit.viewer, id).await {
        Ok(card) if card.message.conversation == talk.conversation.id => {
            Ok(vec![MessageView::of(frame, talk, &card)])
        }
        Ok(_) => Ok(Vec::new()),
        Err(error) if error.is_not_found() => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// One message as a part of its page.
pub(super) async fn message_part(visit: &Visit, id: MessageId) -> Answer {
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    let talk = messages::open(&visit.app, &visit.viewer, card.message.conversation).await?;
    let frame = Frame::new(visit, "");
    page(&ThreadPart { messages: vec![MessageView::of(&frame, &talk, &card)], frame })
}

/// The message that is answered, as the form shows it; nothing when it is not there.
pub(super) async fn answered(
    visit: &Visit,
    frame: &Frame,
    talk: &Talk,
    id: MessageId,
) -> Result<Option<ReplyView>> {
    let l = &frame.l;
    let card = match messages::get(&visit.app, &visit.viewer, id).await {
        Ok(card) => card,
        Err(error) if error.is_not_found() => return Ok(None),
        Err(error) => return Err(error),
    };
    let is_message = card.message.deleted_at.is_none() && card.message.event.is_none();
    if card.message.conversation != talk.conversation.id || !is_message {
        return Ok(None);
    }
    let words: String = card.message.source.chars().take(120).collect();
    let photos = i64::try_from(card.photos.len() + card.held_photos).unwrap_or(0);
    let files = i64::try_from(card.files.len() + card.held_files).unwrap_or(0);
    let beginning = messages::Beginning {
        id,
        author: card.author.id,
        name: name_of(l, &card.author.name),
        words,
        photos,
        files,
        event: None,
        about: None,
        about_name: String::new(),
        is_deleted: false,
        at: card.message.created_at,
    };
    Ok(Some(ReplyView {
        id: id.to_string(),
        href: address_of(&talk.conversation, id),
        words: beginning_words(l, &beginning),
        name: beginning.name,
    }))
}
