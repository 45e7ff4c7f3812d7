//! Pages of a conversation: its messages with all that stands beside them, and the search in it.

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Page, Result};
use kith_db::Query;
use kith_text::{excerpt, names, plain};

use super::lists::named;
use super::model::{Beginning, Conversation, Message, MessageCard, MessagePage, Part, SeatState};
use super::sql::words as rows;
use super::{load, load_message, policy};
use crate::accounts;
use crate::kinds::MessageKind;
use crate::media;
use crate::polls;
use crate::reactions::Tally;
use crate::viewer::{Member, Viewer, Visible};
use crate::{AccountId, App, ConversationId, MediaId, MessageId};

/// Characters of a beginning.
const BEGINNING: usize = 120;
/// Messages that a search goes through for one page of its findings.
pub const SEARCHED: usize = 2_000;
/// Messages that one statement of a search fetches.
const AT_ONCE: usize = 500;
/// Findings on one page.
pub const FINDINGS: usize = 20;

/// A part of a conversation, old to new. Nine statements whatever the number, and one more around a message.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn page(
    app: &App,
    viewer: &Viewer,
    id: ConversationId,
    part: Part,
    limit: usize,
) -> Result<MessagePage> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db.read(move |q| part_of(q, &viewer, id, part, limit)).await
}

/// [`page()`] inside a transaction.
///
/// # Errors
/// As [`page()`].
pub fn part_of(
    q: &mut Query<'_>,
    viewer: &Viewer,
    id: ConversationId,
    part: Part,
    limit: usize,
) -> Result<MessagePage> {
    let chat = load(q, viewer, id)?;
    let me = chat.seat.account;
    let end = MessageId::new(i64::MAX);
    let (mut older, mut newer) = (Vec::new(), Vec::new());
    let (before, after) = match part {
        Part::Newest => (Some((end, limit)), None),
        Part::Before(edge) => (Some((edge, limit)), None),
        Part::After(edge) => (None, Some((edge, limit))),
        Part::Around(middle) => {
            let half = limit.div_ceil(2);
            (Some((super::sql::seats::after(middle), half)), Some((middle, limit - half)))
        }
    };
    let (mut has_older, mut has_newer) = (after.is_some(), !matches!(part, Part::Newest));
    if let Some((edge, many)) = before {
        older = rows::before(q, me, id, edge, many + 1)?;
        has_older = older.len() > many;
        older.truncate(many);
        older.reverse();
    }
    if let Some((edge, many)) = after {
        newer = rows::after(q, me, id, edge, many + 1)?;
        has_newer = newer.len() > many;
        newer.truncate(many);
    }
    older.append(&mut newer);
    let items = cards(q, viewer, &[&*chat], older)?;
    Ok(MessagePage { items, has_older, has_newer })
}

/// One message with all that stands beside it.
///
/// # Errors
/// NotFound when it is not there for the viewer.
pub async fn get(app: &App, viewer: &Viewer, id: MessageId) -> Result<MessageCard> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (chat, message) = load_message(q, &viewer, id)?;
            cards(q, &viewer, &[&*chat], vec![message.into_inner()])?.pop().ok_or_else(Error::not_found)
        })
        .await
}

/// Messages of a conversation that hold all of `words`, in whatever case or width they are written, new to old. At most
/// [`SEARCHED`] messages are looked at for one page; `next` says where to look on, also when nothing was found so far.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer.
pub async fn search(
    app: &App,
    viewer: &Viewer,
    id: ConversationId,
    words: &str,
    before: Option<MessageId>,
) -> Result<Page<MessageCard, MessageKind>> {
    viewer.active()?;
    let wanted: Vec<String> = words.split_whitespace().take(16).map(names::fold).collect();
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let chat = load(q, &viewer, id)?;
            if wanted.is_empty() {
                return Ok(Page::default());
            }
            let (found, next) = find(q, &chat, &wanted, before)?;
            Ok(Page { items: cards(q, &viewer, &[&*chat], found)?, next })
        })
        .await
}

fn find(
    q: &mut Query<'_>,
    chat: &Conversation,
    wanted: &[String],
    before: Option<MessageId>,
) -> Result<(Vec<Message>, Option<MessageId>)> {
    let mut edge = before.unwrap_or(MessageId::new(i64::MAX));
    let mut found = Vec::new();
    for _ in 0..SEARCHED / AT_ONCE {
        let some = rows::before(q, chat.seat.account, chat.id, edge, AT_ONCE)?;
        let is_last = some.len() < AT_ONCE;
        for message in some {
            edge = message.id;
            let folded = names::fold(&message.source);
            let is_message = message.deleted_at.is_none() && message.event.is_none();
            if is_message && wanted.iter().all(|word| folded.contains(word.as_str())) {
                found.push(message);
                if found.len() == FINDINGS {
                    return Ok((found, Some(edge)));
                }
            }
        }
        if is_last {
            return Ok((found, None));
        }
    }
    Ok((found, Some(edge)))
}

/// Cards of messages in `chats`, in their order. Those that the viewer may not see are left out.
pub(super) fn cards(
    q: &mut Query<'_>,
    viewer: &Viewer,
    chats: &[&Conversation],
    messages: Vec<Message>,
) -> Result<Vec<MessageCard>> {
    let member = viewer.active()?;
    let chat_of = |message: &Message| chats.iter().copied().find(|chat| chat.id == message.conversation);
    let shown: Vec<Visible<Message>> = messages
        .into_iter()
        .filter_map(|message| policy::show_message(viewer, chat_of(&message)?, message))
        .collect();
    let ids: Vec<MessageId> = shown.iter().map(|message| message.id).collect();
    let answered: HashSet<MessageId> = shown.iter().filter_map(|message| message.reply_to).collect();
    let answered = rows::by_ids(q, member.id, &answered.into_iter().collect::<Vec<_>>())?;
    let answered: Vec<Message> = answered
        .into_iter()
        .filter(|message| chat_of(message).is_some_and(|chat| policy::may_see(viewer, chat, message)))
        .collect();
    let all: Vec<MessageId> = ids.iter().copied().chain(answered.iter().map(|message| message.id)).collect();
    let mut photos = rows::photos(q, &all)?;
    let takes_part =
        |message: &Message| chat_of(message).is_some_and(|chat| chat.seat.state == SeatState::Joined);
    let open = shown.iter().filter(|message| takes_part(message));
    let pictures: Vec<MediaId> =
        open.filter_map(|message| photos.get(&message.id)).flatten().copied().collect();
    let mut pictures = media::photos(q, &pictures)?;
    let mut files = media::files_of_messages(q, &all)?;
    let mut tallies = tallies(q, member, &ids)?;
    let asked = shown.iter().filter_map(|message| super::polls::on_message(chat_of(message)?, message));
    let mut polls = polls::of_messages(q, viewer, &asked.collect::<Vec<_>>())?;
    let writers = shown.iter().map(|message| message.author);
    let writers = writers.chain(answered.iter().map(|message| message.author));
    let writers = writers.chain(shown.iter().filter_map(|message| message.about));
    let writers: Vec<AccountId> = writers.collect();
    let people = accounts::cards(q, &writers)?;
    let replies: HashMap<MessageId, Beginning> = answered
        .iter()
        .map(|message| {
            let photos = photos.get(&message.id).map_or(0, Vec::len);
            let files = files.get(&message.id).map_or(0, Vec::len);
            (message.id, named(beginning(message, photos, files), &people))
        })
        .collect();
    let bare: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    let spoken = crate::pages::spoken_by(q, viewer, crate::pages::SubjectKind::Message, &bare)?;
    let now = q.now();
    let cards = shown.into_iter().filter_map(|message| {
        let chat = chat_of(&message)?;
        let (mut own, mut kept) =
            (photos.remove(&message.id).unwrap_or_default(), files.remove(&message.id).unwrap_or_default());
        if message.deleted_at.is_some() {
            own.clear();
            kept.clear();
        }
        let is_open = takes_part(&message);
        Some(MessageCard {
            author: people.get(&message.author).cloned()?,
            spoken_by: spoken.get(&message.id.raw()).cloned(),
            about: message.about.and_then(|about| people.get(&about).cloned()),
            held_photos: if is_open { 0 } else { own.len() },
            photos: own.iter().filter_map(|id| pictures.remove(id)).collect(),
            held_files: if is_open { 0 } else { kept.len() },
            files: if is_open { kept } else { Vec::new() },
            poll: polls.remove(&message.id),
            tally: tallies.remove(&message.id).filter(|_| message.deleted_at.is_none()).unwrap_or_default(),
            reply: message.reply_to.and_then(|id| replies.get(&id).cloned()),
            is_mine: message.author == member.id,
            may_edit: policy::may_edit(viewer, chat, &message, now),
            may_delete: policy::may_delete(viewer, chat, &message, now),
            message,
        })
    });
    Ok(cards.collect())
}

/// How these messages begin. The caller knows that the viewer may see them.
pub(super) fn beginnings(
    q: &mut Query<'_>,
    viewer: &Viewer,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, Beginning>> {
    let messages = rows::by_ids(q, viewer.id_or_zero(), ids)?;
    let photos = rows::photos(q, ids)?;
    let files = media::files_of_messages(q, ids)?;
    let begin = |message: &Message| {
        let photos = photos.get(&message.id).map_or(0, Vec::len);
        beginning(message, photos, files.get(&message.id).map_or(0, Vec::len))
    };
    Ok(messages.iter().map(|message| (message.id, begin(message))).collect())
}

fn beginning(message: &Message, photos: usize, files: usize) -> Beginning {
    let is_deleted = message.deleted_at.is_some();
    let count = |many: usize| if is_deleted { 0 } else { i64::try_from(many).unwrap_or(0) };
    Beginning {
        id: message.id,
        author: message.author,
        name: String::new(),
        words: match message.event {
            Some(_) => message.source.clone(),
            None => excerpt(&plain(&message.html), BEGINNING),
        },
        event: message.event,
        about: message.about,
        about_name: String::new(),
        photos: count(photos),
        files: count(files),
        is_deleted,
        at: message.created_at,
    }
}

/// Reactions to messages as the viewer sees them, without those of people from whom a block parts them.
pub(super) fn tallies(
    q: &mut Query<'_>,
    viewer: &Member,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, Tally>> {
    let mut tallies: HashMap<MessageId, Tally> = HashMap::new();
    for (id, who, kind) in rows::reactions(q, ids)? {
        if viewer.is_apart_from(who) {
            continue;
        }
        let tally = tallies.entry(id).or_default();
        match tally.counts.iter_mut().find(|(of, _)| *of == kind) {
            Some(count) => count.1 += 1,
            None => tally.counts.push((kind, 1)),
        }
        if who == viewer.id {
            tally.mine = Some(kind);
        }
    }
    for tally in tallies.values_mut() {
        tally.counts.sort_by(|left, right| right.1.cmp(&left.1).then(left.0.cmp(&right.0)));
    }
    Ok(tallies)
}
