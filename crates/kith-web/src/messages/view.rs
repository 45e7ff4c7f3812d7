//! Conversations and messages as templates read them.

use kith_base::{MINUTE, Millis};
use kith_domain::accounts::PersonCard;
use kith_domain::media::Photo;
use kith_domain::messages::{Beginning, Conversation, Hears, MessageCard, Talk, event_words};
use kith_domain::{AccountId, MessageId};
use kith_locale::Locale;

use super::write::FileView;
use crate::frame::{Frame, hue_of, initials_of};
use crate::posts::PollView;
use crate::posts::view::{MosaicView, PersonView, ReactionsView, TimeView, by, mosaic};

/// People of a group without a name who are named in its place.
const NAMED: usize = 3;
/// What one person writes within so long looks like one thing.
const RUN: Millis = 5 * MINUTE;

/// What stands for a conversation: the other one's face, or the picture of a group.
pub(super) struct FaceView {
    pub(super) avatar: Option<String>,
    pub(super) hue: u8,
    pub(super) initials: String,
}

impl FaceView {
    pub(super) fn of(
        name: &str,
        chat: &Conversation,
        other: Option<&PersonCard>,
        picture: Option<&Photo>,
    ) -> Self {
        let photo = if chat.is_group() {
            picture.map(|photo| photo.id)
        } else {
            other.and_then(|other| other.avatar)
        };
        Self {
            avatar: photo.map(|id| format!("/media/{id}/square")),
            hue: hue_of(chat.other().map_or_else(|| chat.id.raw(), AccountId::raw)),
            initials: initials_of(name),
        }
    }
}

/// Somebody's name, also when they have left the community.
pub(super) fn name_of(l: &Locale, name: &str) -> String {
    if name.is_empty() { l.t("posts-former-member") } else { name.to_owned() }
}

/// What a conversation is called: the other one's name, the name of the group, or who is in it. `others` is how many
/// there are beside the reader; `people` are the first of them.
pub(super) fn chat_name<'a>(
    l: &Locale,
    chat: &Conversation,
    people: impl Iterator<Item = &'a PersonCard>,
    others: usize,
) -> String {
    if !chat.name.is_empty() {
        return chat.name.clone();
    }
    let mut names: Vec<String> = people.take(NAMED).map(|person| name_of(l, &person.name)).collect();
    let more = others.saturating_sub(names.len());
    match names.as_slice() {
        [] if chat.is_group() => return l.t("messages-alone"),
        [] => return l.t("posts-former-member"),
        [only] if more == 0 => return only.clone(),
        _ => {}
    }
    if more > 0 {
        names.push(l.t1("messages-more-people", "count", more));
    }
    l.list(&names)
}

/// The message that another one answers.
pub(super) struct ReplyView {
    pub(super) id: String,
    pub(super) href: String,
    pub(super) name: String,
    pub(super) words: String,
}

impl ReplyView {
    pub(super) fn of(l: &Locale, chat: &Conversation, beginning: &Beginning) -> Self {
        Self {
            id: beginning.id.to_string(),
            href: address_of(chat, beginning.id),
            name: name_of(l, &beginning.name),
            words: beginning_words(l, beginning),
        }
    }
}

/// How a message begins, in words also where it has none.
pub(super) fn beginning_words(l: &Locale, beginning: &Beginning) -> String {
    if let Some(event) = beginning.event {
        event_words(l, event, (&beginning.name, &beginning.about_name), &beginning.words)
    } else if beginning.is_deleted {
        l.t("messages-deleted")
    } else if beginning.words.is_empty() {
        beside_words(l, beginning)
    } else {
        beginning.words.clone()
    }
}

/// What a message without words has.
fn beside_words(l: &Locale, beginning: &Beginning) -> String {
    match (beginning.photos, beginning.files) {
        (photos, 0) => l.t1("messages-photos", "count", photos),
        (0, files) => l.t1("messages-files", "count", files),
        (photos, files) => {
            l.list(&[l.t1("messages-photos", "count", photos), l.t1("messages-files", "count", files)])
        }
    }
}

/// Where a message can be seen for certain.
pub(super) fn address_of(chat: &Conversation, id: MessageId) -> String {
    format!("/messages/{}?at={id}#message-{id}", chat.id)
}

/// A message in its conversation.
pub(super) struct MessageView {
    pub(super) id: String,
    pub(super) author: PersonView,
    /// Who of a page's team wrote it, for that team.
    pub(super) by: Option<String>,
    pub(super) time: TimeView,
    /// The time of day.
    pub(super) clock: String,
    /// The heading of the day that begins with it.
    pub(super) day: Option<String>,
    /// What happened, if it is a line about the conversation.
    pub(super) event: Option<String>,
    /// Whether it is the first that was not read.
    pub(super) is_new: bool,
    /// Whether it begins or ends what one person wrote at a stretch.
    pub(super) is_first: bool,
    pub(super) is_last: bool,
    pub(super) is_mine: bool,
    pub(super) is_deleted: bool,
    pub(super) is_edited: bool,
    pub(super) language: String,
    pub(super) html: String,
    pub(super) photos: MosaicView,
    pub(super) files: Vec<FileView>,
    /// What is said in place of photos and files of a request.
    pub(super) held: Option<String>,
    pub(super) reply: Option<ReplyView>,
    pub(super) poll: Option<PollView>,
    pub(super) reactions: ReactionsView,
    /// Where the form for an answer to it stands.
    pub(super) answer: String,
    pub(super) may_edit: bool,
    pub(super) may_delete: bool,
    /// Whether the reader takes part, so that they may answer and react.
    pub(super) may_act: bool,
    /// Who has seen it, where it is the newest and the reader's own.
    pub(super) seen: Option<String>,
}

impl MessageView {
    /// A message by itself.
    pub(super) fn of(frame: &Frame, talk: &Talk, card: &MessageCard) -> Self {
        let (l, chat, message) = (&frame.l, &talk.conversation, &card.message);
        let id = message.id.to_string();
        let is_deleted = message.deleted_at.is_some();
        let base = format!("/message/{id}");
        Self {
            author: PersonView::of(l, &card.author),
            by: by(l, card.spoken_by.as_ref()),
            time: TimeView::of(frame, message.created_at),
            clock: l.time(message.created_at),
            day: None,
            event: message.event.map(|event| {
                let about = card.about.as_ref().map_or("", |about| about.name.as_str());
                event_words(l, event, (&card.author.name, about), &message.source)
            }),
            is_new: false,
            is_first: true,
            is_last: true,
            is_mine: card.is_mine,
            is_deleted,
            is_edited: message.edited_at.is_some() && !is_deleted,
            language: message.language.clone(),
            html: message.html.clone(),
            photos: mosaic(l, &card.photos),
            files: card.files.iter().map(|file| FileView::of(l, file)).collect(),
            held: held(l, card),
            reply: card.reply.as_ref().map(|reply| ReplyView::of(l, chat, reply)),
            poll: card.poll.as_ref().map(|poll| PollView::below(l, poll, &base)),
            reactions: ReactionsView::of(l, &base, format!("message-{id}"), &card.tally),
            answer: format!("/messages/{}?reply={id}#write", chat.id),
            may_edit: card.may_edit,
            may_delete: card.may_delete,
            may_act: !is_deleted && !chat.is_request() && message.event.is_none(),
            seen: seen(l, talk, card),
            id,
        }
    }

    /// Whether there are reactions to it.
    pub(super) const fn has_reactions(&self) -> bool {
        !self.reactions.symbols.is_empty()
    }
}

/// What is said in place of what a request holds back.
fn held(l: &Locale, card: &MessageCard) -> Option<String> {
    let photos = || l.t1("messages-photos-held", "count", card.held_photos);
    let files = || l.t1("messages-files-held", "count", card.held_files);
    match (card.held_photos, card.held_files) {
        (0, 0) => None,
        (_, 0) => Some(photos()),
        (0, _) => Some(files()),
        _ => Some(format!("{} {}", photos(), files())),
    }
}

/// Who has seen the newest message, if the reader wrote it.
fn seen(l: &Locale, talk: &Talk, card: &MessageCard) -> Option<String> {
    let (chat, id) = (&talk.conversation, card.message.id);
    if !card.is_mine || id < chat.last || card.message.deleted_at.is_some() {
        return None;
    }
    let others = talk.people.iter().filter(|other| other.person.id != chat.seat.account);
    let readers = others.filter(|other| other.read.is_some_and(|read| read >= id));
    let names: Vec<String> = readers.map(|other| name_of(l, &other.person.name)).collect();
    match names.as_slice() {
        [] => None,
        _ if !chat.is_group() => Some(l.t("messages-seen")),
        _ => Some(l.t1("messages-seen-by", "names", l.list(&names))),
    }
}

/// Where a message stands among others.
struct Spot {
    author: AccountId,
    at: Millis,
    day: (i16, u8, u8),
    is_event: bool,
}

impl Spot {
    fn of(l: &Locale, card: &MessageCard) -> Self {
        let at = card.message.created_at;
        Self {
            author: card.message.author,
            at,
            day: l.calendar_day(at),
            is_event: card.message.event.is_some(),
        }
    }

    /// Whether what stands at `next` looks like one thing with this.
    fn joins(&self, next: &Self) -> bool {
        !self.is_event
            && !next.is_event
            && self.author == next.author
            && self.day == next.day
            && next.at - self.at < RUN
    }
}

/// Messages one below the other. `before` is the one above the first of them, `read` how far the reader has read, where
/// that is to be shown.
pub(super) fn thread(
    frame: &Frame,
    talk: &Talk,
    items: &[MessageCard],
    before: Option<&MessageCard>,
    read: Option<MessageId>,
) -> Vec<MessageView> {
    let l = &frame.l;
    let mut views: Vec<MessageView> = Vec::with_capacity(items.len());
    let mut previous = before.map(|card| Spot::of(l, card));
    let mut mark = read;
    for card in items {
        let spot = Spot::of(l, card);
        let is_new = !card.is_mine && !spot.is_event && mark.is_some_and(|read| card.message.id > read);
        if is_new {
            mark = None;
        }
        let starts_day = previous.as_ref().is_none_or(|previous| previous.day != spot.day);
        let is_first = is_new || previous.as_ref().is_none_or(|previous| !previous.joins(&spot));
        if let Some(above) = views.last_mut() {
            above.is_last = is_first;
        }
        let day = starts_day.then(|| day_name(frame, spot.at));
        views.push(MessageView { day, is_new, is_first, ..MessageView::of(frame, talk, card) });
        previous = Some(spot);
    }
    views
}

fn day_name(frame: &Frame, at: Millis) -> String {
    let l = &frame.l;
    let (day, now) = (l.calendar_day(at), frame.now);
    if day == l.calendar_day(now) {
        l.t("messages-today")
    } else if day == l.calendar_day(now - kith_base::DAY) {
        l.t("messages-yesterday")
    } else {
        format!("{}, {}", l.weekday(at), l.date(at))
    }
}

/// The head of a conversation.
pub(super) struct TalkView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) face: FaceView,
    /// The quiet line below the name.
    pub(super) line: String,
    /// The profile of the other one of a pair.
    pub(super) profile: Option<String>,
    /// Whom a block would be for: the other one, or who asked the reader into a group.
    pub(super) asker: Option<PersonView>,
    pub(super) is_group: bool,
    pub(super) is_request: bool,
    pub(super) is_muted: bool,
    /// Whether the reader is told only of messages that name them.
    pub(super) hears_name_only: bool,
    /// Whether the other one of a pair is here now, as far as both share that.
    pub(super) is_here: bool,
    pub(super) is_archived: bool,
    pub(super) may_write: bool,
    pub(super) may_manage: bool,
}

impl TalkView {
    /// `other` is the other one of a pair, who may have left.
    pub(super) fn of(frame: &Frame, talk: &Talk, other: Option<&PersonCard>) -> Self {
        let (l, chat) = (&frame.l, &talk.conversation);
        let me = chat.seat.account;
        let others: Vec<&PersonCard> =
            talk.people.iter().map(|part| &part.person).filter(|person| person.id != me).collect();
        let named = if chat.is_group() { others.clone() } else { other.into_iter().collect() };
        let count = named.len();
        let name = chat_name(l, chat, named.into_iter(), count);
        let line = match other {
            _ if chat.is_group() => l.t1("messages-people", "count", talk.people.len()),
            Some(other) if other.state.is_present() => format!("@{}", other.handle),
            _ => String::new(),
        };
        let asker = chat.other().or(chat.seat.asked_by).filter(|by| *by != me);
        let asker = asker.and_then(|by| others.iter().find(|person| person.id == by));
        Self {
            id: chat.id.to_string(),
            face: FaceView::of(&name, chat, other, talk.picture.as_ref()),
            line,
            profile: other
                .filter(|other| other.state.is_present())
                .map(|other| format!("/u/{}", other.handle)),
            asker: asker.map(|person| PersonView::of(l, person)),
            is_group: chat.is_group(),
            is_request: chat.is_request(),
            is_muted: talk.is_muted,
            hears_name_only: chat.seat.hears == Hears::Named,
            is_here: false,
            is_archived: chat.seat.archived_at.is_some(),
            may_write: talk.may_write,
            may_manage: talk.may_manage,
            name,
        }
    }
}
