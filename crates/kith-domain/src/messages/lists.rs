//! The list of conversations and the heads of their pages.

use std::collections::HashMap;

use kith_base::{Page, PageRequest, Result};
use kith_db::Query;

use super::model::{Beginning, ConversationCard, Folder, Participant, Reach, SeatState, Talk};
use super::sql::{self, Place};
use super::write::today;
use super::{COUNTED, FACES, load, pages, policy};
use crate::accounts::{self, PersonCard};
use crate::kinds::MessageKind;
use crate::viewer::{Member, Viewer};
use crate::{AccountId, App, ConversationId, MediaId, MessageId, media};

/// A page of the viewer's conversations, those in which something happened last first. Nine statements whatever the
/// number. To go on, ask for those before `next`, which is the `seat.active` of the last one.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn list(
    app: &App,
    viewer: &Viewer,
    folder: Folder,
    request: PageRequest<MessageKind>,
) -> Result<Page<ConversationCard, MessageKind>> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db.read(move |q| lines(q, &viewer, folder, &request)).await
}

/// [`list`] inside a transaction.
///
/// # Errors
/// As [`list`].
pub fn lines(
    q: &mut Query<'_>,
    viewer: &Viewer,
    folder: Folder,
    request: &PageRequest<MessageKind>,
) -> Result<Page<ConversationCard, MessageKind>> {
    let me = viewer.active()?.id;
    let before = request.before.unwrap_or(MessageId::new(i64::MAX));
    let mut found = sql::list(q, me, folder, before, request.limit + 1)?;
    let has_more = found.len() > request.limit;
    found.truncate(request.limit);
    let next = if has_more { found.last().map(|(chat, ..)| chat.seat.active) } else { None };
    Ok(Page { items: described(q, viewer, found)?, next })
}

/// Lines with the people and the newest message of each.
pub(super) fn described(
    q: &mut Query<'_>,
    viewer: &Viewer,
    found: Vec<sql::Line>,
) -> Result<Vec<ConversationCard>> {
    let me = viewer.active()?.id;
    let ids: Vec<ConversationId> = found.iter().map(|(chat, ..)| chat.id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut faces = sql::faces(q, me, &ids, FACES)?;
    for (chat, ..) in &found {
        // The other one of a pair is shown even after they left the community.
        if let Some(other) = chat.other() {
            faces.entry(chat.id).or_insert((vec![other], 1));
        }
    }
    let newest: Vec<MessageId> = found.iter().filter_map(|(.., newest)| *newest).collect();
    let mut beginnings = pages::beginnings(q, viewer, &newest)?;
    let people = faces.values().flat_map(|(people, _)| people.iter().copied());
    let named_in = beginnings.values().flat_map(|beginning| [Some(beginning.author), beginning.about]);
    let known = people.chain(named_in.flatten());
    let cards = accounts::cards(q, &known.collect::<Vec<_>>())?;
    let pictures: Vec<MediaId> = found.iter().filter_map(|(chat, ..)| chat.picture).collect();
    let mut photos = media::photos(q, &pictures)?;
    let now = q.now();
    let items = found.into_iter().filter_map(|(chat, unread, newest)| {
        let (people, others) = faces.remove(&chat.id).unwrap_or_default();
        let last = newest.and_then(|newest| beginnings.remove(&newest));
        let conversation = policy::show(viewer, chat)?;
        Some(ConversationCard {
            people: people.iter().filter_map(|id| cards.get(id).cloned()).collect(),
            others,
            picture: conversation.picture.and_then(|id| photos.remove(&id)),
            last: last.map(|last| named(last, &cards)),
            unread: unread.min(COUNTED),
            is_muted: conversation.is_muted(now),
            conversation,
        })
    });
    Ok(items.collect())
}

/// A beginning with the names of its author and of whom it is about.
pub(super) fn named(mut beginning: Beginning, cards: &HashMap<AccountId, PersonCard>) -> Beginning {
    beginning.name = name_of(beginning.author, cards);
    beginning.about_name = beginning.about.map(|id| name_of(id, cards)).unwrap_or_default();
    beginning
}

fn name_of(id: AccountId, cards: &HashMap<AccountId, PersonCard>) -> String {
    cards.get(&id).map(|card| card.name.clone()).unwrap_or_default()
}

/// How many conversations have something that the viewer has not read; those that are muted or wait for an answer do not
/// count. Kept in memory until something changes.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn unread(app: &App, viewer: &Viewer) -> Result<i64> {
    let me = viewer.active()?.id;
    if let Some(known) = app.unread_chats.fresh(me, app.now()) {
        return Ok(known);
    }
    let mark = app.unread_chats.mark();
    let total = app.db.read(move |q| sql::unread(q, me)).await?;
    app.unread_chats.keep(mark, me, total, app.now());
    Ok(total)
}

/// How many requests wait for the viewer's answer.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn count_requests(app: &App, viewer: &Viewer) -> Result<i64> {
    let me = viewer.active()?.id;
    app.db.read(move |q| sql::count_requests(q, me)).await
}

/// The conversation that the viewer has with somebody, if there is one and it is there for them.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn with_person(app: &App, viewer: &Viewer, other: AccountId) -> Result<Option<ConversationId>> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let Some(id) = sql::pair(q, me, other)? else { return Ok(None) };
            match load(q, &viewer, id) {
                Ok(chat) => Ok(Some(chat.id)),
                Err(error) if error.is_not_found() => Ok(None),
                Err(error) => Err(error),
            }
        })
        .await
}

/// A conversation with the people in it.
///
/// # Errors
/// NotFound when it is not there for the viewer.
pub async fn open(app: &App, viewer: &Viewer, id: ConversationId) -> Result<Talk> {
    viewer.active()?;
    let viewer = viewer.clone();
    app.db.read(move |q| talk(q, &viewer, id)).await
}

fn talk(q: &mut Query<'_>, viewer: &Viewer, id: ConversationId) -> Result<Talk> {
    let conversation = load(q, viewer, id)?;
    let member = viewer.active()?;
    let mut places = sql::people(q, id)?;
    places.retain(|place| place.account == member.id || !member.is_apart_from(place.account));
    let people = participants(q, member, &places, conversation.manager)?;
    let mut may_write = policy::may_write(viewer, &conversation);
    if let Some(other) = conversation.other() {
        let has_place = places.iter().any(|place| place.account == other);
        let is_there = people
            .iter()
            .any(|participant| participant.person.id == other && participant.person.state.is_present());
        may_write = may_write && has_place && is_there;
    }
    let pictures: Vec<MediaId> = conversation.picture.into_iter().collect();
    let now = q.now();
    Ok(Talk {
        people,
        picture: media::photos(q, &pictures)?.into_values().next(),
        may_write,
        may_manage: policy::may_manage(viewer, &conversation),
        is_muted: conversation.is_muted(now),
        conversation,
    })
}

/// The people at these places. Who declined looks as if they had not answered.
fn participants(
    q: &mut Query<'_>,
    member: &Member,
    places: &[Place],
    manager: Option<AccountId>,
) -> Result<Vec<Participant>> {
    let ids: Vec<AccountId> = places.iter().map(|place| place.account).collect();
    let mut cards = accounts::cards(q, &ids)?;
    let parties = sql::parties(q, member.id, &ids)?;
    let day = today(q.now());
    let shows = |id: AccountId| {
        parties
            .get(&id)
            .is_some_and(|(party, _)| policy::shows_reading(&party.preferences, &party.birthday, day))
    };
    let takes_part =
        places.iter().any(|place| place.account == member.id && place.state == SeatState::Joined);
    let is_shown = takes_part && shows(member.id);
    let people = places.iter().filter_map(|place| {
        let is_in = place.state == SeatState::Joined;
        Some(Participant {
            person: cards.remove(&place.account)?,
            state: if is_in { SeatState::Joined } else { SeatState::Asked },
            joined_at: place.joined_at.filter(|_| is_in),
            read: Some(place.read).filter(|_| is_in && is_shown && shows(place.account)),
            is_manager: manager == Some(place.account),
        })
    });
    Ok(people.collect())
}

impl Reach {
    /// Whether anything can be written at all.
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}
