//! The list of conversations, on its page and beside the one that is open.

use askama::Template;
use axum::extract::Query;
use kith_base::{PageRequest, Result};
use kith_domain::accounts::PersonCard;
use kith_domain::messages::{self, COUNTED, ConversationCard, Folder};
use kith_domain::{AccountId, ConversationId, MessageId, live};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::view::{FaceView, beginning_words, chat_name, name_of};
use crate::frame::Frame;
use crate::page::page;
use crate::posts::view::TimeView;

/// Conversations on one page of the list.
const SHOWN: usize = 30;

/// A conversation in the list.
pub(super) struct LineView {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) face: FaceView,
    pub(super) words: String,
    pub(super) time: Option<TimeView>,
    /// How many were not read; empty for none.
    pub(super) unread: String,
    pub(super) unread_label: String,
    pub(super) is_current: bool,
    pub(super) is_muted: bool,
    /// Whether the other one of a pair is here now, as far as both share that.
    pub(super) is_here: bool,
}

/// A folder with its conversations.
pub(super) struct ListView {
    pub(super) tabs: Vec<(String, String, bool)>,
    pub(super) lines: Vec<LineView>,
    pub(super) next: Option<String>,
    pub(super) empty_title: String,
    pub(super) empty_text: String,
    /// Whether it has the page for itself.
    pub(super) is_alone: bool,
    /// Whether conversations can be begun from here.
    pub(super) is_inbox: bool,
}

/// Which folder is wanted, from where on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    folder: String,
    before: Option<MessageId>,
}

#[derive(Template)]
#[template(path = "messages/index.html")]
struct IndexPage {
    frame: Frame,
    list: ListView,
}

pub(super) async fn index(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let folder = match wanted.folder.as_str() {
        "requests" => Folder::Requests,
        "archived" => Folder::Archived,
        _ => Folder::Inbox,
    };
    let frame = Frame::titled(&visit, "messages-title");
    let list = load(&visit, &frame, folder, wanted.before, None).await?;
    page(&IndexPage { list, frame })
}

/// A folder, in which `current` is the conversation that stands beside it.
pub(super) async fn load(
    visit: &Visit,
    frame: &Frame,
    folder: Folder,
    before: Option<MessageId>,
    current: Option<ConversationId>,
) -> Result<ListView> {
    let request = PageRequest { before, after: None, nearest: false, limit: SHOWN };
    let found = messages::list(&visit.app, &visit.viewer, folder, request).await?;
    let waiting = messages::count_requests(&visit.app, &visit.viewer).await?;
    let others: Vec<AccountId> = found.items.iter().filter_map(|card| card.conversation.other()).collect();
    let here = live::present(&visit.app, &visit.viewer, &others).await?;
    let l = &frame.l;
    let requests = match waiting {
        0 => l.t("messages-requests"),
        count => format!("{} ({})", l.t("messages-requests"), l.number(count)),
    };
    let tabs = vec![
        ("/messages".to_owned(), l.t("messages-inbox"), folder == Folder::Inbox),
        ("/messages?folder=requests".to_owned(), requests, folder == Folder::Requests),
        ("/messages?folder=archived".to_owned(), l.t("messages-archived"), folder == Folder::Archived),
    ];
    let (title, text) = match folder {
        Folder::Inbox => (l.t("messages-empty-title"), l.t("messages-empty-text")),
        Folder::Requests => (l.t("messages-no-requests-title"), l.t("messages-no-requests-text")),
        Folder::Archived => (l.t("messages-none-archived-title"), l.t("messages-none-archived-text")),
    };
    Ok(ListView {
        tabs,
        lines: found.items.iter().map(|card| line(frame, card, &here, current)).collect(),
        next: found.next.map(|next| format!("{}before={next}", address(folder))),
        empty_title: title,
        empty_text: text,
        is_alone: current.is_none(),
        is_inbox: folder == Folder::Inbox,
    })
}

const fn address(folder: Folder) -> &'static str {
    match folder {
        Folder::Inbox => "/messages?",
        Folder::Requests => "/messages?folder=requests&",
        Folder::Archived => "/messages?folder=archived&",
    }
}

fn line(
    frame: &Frame,
    card: &ConversationCard,
    here: &[AccountId],
    current: Option<ConversationId>,
) -> LineView {
    let (l, chat) = (&frame.l, &card.conversation);
    let others = usize::try_from(card.others).unwrap_or(0);
    let name = chat_name(l, chat, card.people.iter(), others);
    let other = card.people.first().filter(|_| !chat.is_group());
    let unread = match card.unread {
        0 => String::new(),
        many if many >= COUNTED => format!("{}+", l.number(COUNTED - 1)),
        few => l.number(few),
    };
    LineView {
        // Where there is something new the page opens at the first of it.
        href: format!("/messages/{}{}", chat.id, if card.unread > 0 { "#new" } else { "" }),
        face: FaceView::of(&name, chat, other, card.picture.as_ref()),
        words: last_words(frame, card),
        time: card.last.as_ref().map(|last| TimeView::of(frame, last.at)),
        unread_label: l.t1("messages-unread", "count", card.unread),
        unread,
        is_current: current == Some(chat.id),
        is_muted: card.is_muted,
        is_here: chat.other().is_some_and(|other| here.contains(&other)),
        name,
    }
}

/// How the newest message begins, and who wrote it where that is not plain.
fn last_words(frame: &Frame, card: &ConversationCard) -> String {
    let (l, chat) = (&frame.l, &card.conversation);
    let Some(last) = &card.last else {
        let asker = chat.seat.asked_by.and_then(|by| card.people.iter().find(|person| person.id == by));
        return match asker {
            Some(PersonCard { name, .. }) if chat.is_request() => {
                l.t1("messages-asks-you-in", "name", name_of(l, name))
            }
            _ => l.t("messages-nothing-yet"),
        };
    };
    let words = beginning_words(l, last);
    if last.event.is_some() {
        return words;
    }
    if last.author == chat.seat.account {
        l.t1("messages-line-own", "words", words)
    } else if chat.is_group() {
        l.t2("messages-line-by", "name", name_of(l, &last.name), "words", words)
    } else {
        words
    }
}
