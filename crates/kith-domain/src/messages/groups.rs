//! Group chats: who is in them, their name and picture.

use std::collections::{HashMap, HashSet};

use kith_base::{Error, Message as Sentence, Result, limits};
use kith_db::{Query, Tx};
use kith_text::normalise_line;

use super::model::{Added, Conversation, Event, NewGroup, SeatState};
use super::policy::{self, Between, Day, Party};
use super::sql;
use super::sql::seats::{self, NewSeat};
use super::state::within;
use super::write::{check_strangers, fresh, today};
use super::{announce, load};
use crate::media::{self, AttachTo};
use crate::viewer::{Member, Viewer};
use crate::{AccountId, App, ConversationId, MediaId, MessageId, posts};

/// Makes a group chat, which the viewer looks after. Friends who let friends add them are in it at once; everybody else is
/// asked.
///
/// # Errors
/// Invalid for the name (`name`) and when there is nobody else or too many (`people`); NotFound when somebody is not
/// there for the viewer; Forbidden when somebody cannot be asked, or there are too many strangers for one day.
pub async fn create_group(app: &App, viewer: &Viewer, new: NewGroup) -> Result<(ConversationId, Added)> {
    let me = viewer.active()?.id;
    let name = checked_name(&new.name)?;
    let is_limited = !app.config.rate_limits_off();
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            if let Some(submission) = &new.submission
                && let Some(made) = posts::sql::submitted(tx, me, submission)?
            {
                return load(tx, &viewer, made).map(|chat| (chat.id, Added::default()));
            }
            let id = sql::insert_group(tx, &name, me)?;
            let since = MessageId::default();
            let own =
                NewSeat { account: me, state: SeatState::Joined, asked_by: me, since, is_stranger: false };
            seats::seat(tx, id, &own)?;
            if let Some(submission) = &new.submission {
                posts::sql::insert_submission(tx, me, submission, id)?;
            }
            let chat = load(tx, &viewer, id)?;
            let added = gather(tx, &member, &chat, &new.people, is_limited)?;
            if added == Added::default() {
                return Err(Error::invalid("people", "messages-group-needs-people"));
            }
            Ok((id, added))
        })
        .await
}

/// Asks people into a group; friends who let friends add them are in it at once. They see what is written from then on.
///
/// # Errors
/// NotFound when the group, or somebody, is not there for the viewer; Invalid (`people`) when it would be too many;
/// Forbidden when somebody cannot be asked, or there are too many strangers for one day.
pub async fn add(app: &App, viewer: &Viewer, id: ConversationId, people: Vec<AccountId>) -> Result<Added> {
    let is_limited = !app.config.rate_limits_off();
    within(app, viewer, id, move |tx, viewer, member, chat| {
        if !policy::may_add(viewer, chat) {
            return Err(Error::not_found());
        }
        let added = gather(tx, member, chat, &people, is_limited)?;
        for who in &added.joined {
            announce::happened(tx, member, chat.id, (Event::Added, Some(*who)), "")?;
        }
        Ok(added)
    })
    .await
}

/// Gives people places in a group. Who has one already, or has said no, is left as they are.
fn gather(
    tx: &mut Tx<'_>,
    member: &Member,
    chat: &Conversation,
    people: &[AccountId],
    is_limited: bool,
) -> Result<Added> {
    let known = sql::people(tx, chat.id)?;
    let known: HashSet<AccountId> = known.iter().map(|place| place.account).collect();
    let mut wanted: Vec<AccountId> = people.iter().copied().filter(|id| !known.contains(id)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if known.len() + wanted.len() > limits::CHAT_MEMBERS {
        let sentence = Sentence::new("messages-too-many-people").with("limit", limits::CHAT_MEMBERS);
        return Err(Error::invalid("people", sentence));
    }
    if wanted.is_empty() {
        return Ok(Added::default());
    }
    let everybody: Vec<AccountId> = known.iter().chain(&wanted).copied().collect();
    let parties = sql::parties(tx, member.id, &everybody)?;
    let day = today(tx.now());
    let circle = Circle::look(tx, &parties, &known, day)?;
    let mut added = Added::default();
    let mut strangers = 0;
    for id in wanted {
        let (state, is_stranger) = circle.seat(&parties, member.id, id)?;
        // Who went of their own accord is asked before they are in it again.
        let has_left = sql::from_place(tx, id, chat.id)?.is_some();
        let state = if has_left { SeatState::Asked } else { state };
        strangers += i64::from(is_stranger);
        let is_in = state == SeatState::Joined;
        let since = if is_in { chat.last } else { MessageId::new(i64::MAX) };
        seats::seat(tx, chat.id, &NewSeat { account: id, state, asked_by: member.id, since, is_stranger })?;
        if is_in {
            announce::added(tx, member.id, id, chat.id)?;
            added.joined.push(id);
        } else {
            announce::asked(tx, member.id, id, chat.id)?;
            added.asked.push(id);
        }
    }
    if strangers > 0 && is_limited {
        // They have places by now, and count.
        check_strangers(tx, member, 0)?;
    }
    announce::rearranged(tx, member, chat.id, &[])?;
    Ok(added)
}

/// Minors and adults in and around a group.
struct Circle {
    today: Day,
    /// In the group already.
    inside: HashSet<AccountId>,
    minors: HashSet<AccountId>,
    adults: HashSet<AccountId>,
    /// Minors with their friends among the rest.
    friends: HashSet<(AccountId, AccountId)>,
}

impl Circle {
    fn look(
        q: &mut Query<'_>,
        parties: &HashMap<AccountId, (Party, Between)>,
        inside: &HashSet<AccountId>,
        today: Day,
    ) -> Result<Self> {
        let which = |rule: fn(&policy::Birthday, Day) -> bool| -> HashSet<AccountId> {
            let fit = parties.values().filter(|(party, _)| rule(&party.birthday, today));
            fit.map(|(party, _)| party.id).collect()
        };
        let (minors, adults) = (which(policy::is_minor), which(policy::may_be_adult));
        let mut friends = HashSet::new();
        if !minors.is_empty() {
            let few: Vec<AccountId> = minors.iter().copied().collect();
            let all: Vec<AccountId> = parties.keys().copied().collect();
            friends.extend(sql::friends_among(q, &few, &all)?);
        }
        Ok(Self { today, inside: inside.clone(), minors, adults, friends })
    }

    /// What becomes of `id`, whom `by` wants in the group, and whether the two are strangers.
    fn seat(
        &self,
        parties: &HashMap<AccountId, (Party, Between)>,
        by: AccountId,
        id: AccountId,
    ) -> Result<(SeatState, bool)> {
        let (from, _) = parties.get(&by).ok_or_else(Error::not_found)?;
        let (to, between) = parties.get(&id).ok_or_else(Error::not_found)?;
        if between.is_apart || !to.state.is_present() {
            return Err(Error::not_found());
        }
        let is_strange = |minor: &AccountId, adult: &AccountId| !self.friends.contains(&(*minor, *adult));
        // An adult does not come to a minor whom they do not know by way of a group.
        let mut minors = self.minors.iter().filter(|minor| self.inside.contains(minor) && **minor != id);
        if self.adults.contains(&id) && minors.any(|minor| is_strange(minor, &id)) {
            return Err(Error::forbidden("messages-cannot-be-added"));
        }
        let among_strangers = self.adults.iter().any(|adult| *adult != id && is_strange(&id, adult));
        policy::seat_for(from, to, between, among_strangers, self.today)
            .map(|state| (state, !between.is_friend))
            .ok_or_else(|| Error::forbidden("messages-cannot-be-added"))
    }
}

/// Sends somebody away from a group.
///
/// # Errors
/// NotFound unless the viewer looks after the group and the person is in it.
pub async fn remove(app: &App, viewer: &Viewer, id: ConversationId, person: AccountId) -> Result<()> {
    within(app, viewer, id, move |tx, viewer, member, chat| {
        let place = sql::from_place(tx, person, chat.id)?.filter(|place| place.seat.state != SeatState::Left);
        if !policy::may_manage(viewer, chat) || person == member.id || place.is_none() {
            return Err(Error::not_found());
        }
        seats::set_state(tx, chat.id, person, SeatState::Left)?;
        announce::answered(tx, person, chat.id)?;
        announce::seen(tx, person, chat.id)?;
        // Who had not said yes was not in it.
        if place.is_some_and(|place| place.seat.state == SeatState::Joined) {
            announce::happened(tx, member, chat.id, (Event::Removed, Some(person)), "")?;
        }
        announce::rearranged(tx, member, chat.id, &[person])
    })
    .await
}

/// Leaves a group. Who looked after it hands that on to whoever has been in it longest. Being asked in and going is the
/// same as declining.
///
/// # Errors
/// NotFound when the conversation is not there for the viewer; Forbidden when it is one of two people.
pub async fn leave(app: &App, viewer: &Viewer, id: ConversationId) -> Result<()> {
    within(app, viewer, id, |tx, _, member, chat| {
        if !chat.is_group() {
            return Err(Error::forbidden("messages-only-groups"));
        }
        let state = if chat.is_request() { SeatState::Declined } else { SeatState::Left };
        seats::set_state(tx, chat.id, member.id, state)?;
        announce::answered(tx, member.id, chat.id)?;
        announce::seen(tx, member.id, chat.id)?;
        if state == SeatState::Declined {
            announce::for_oneself(tx, member.id, chat.id);
            return Ok(());
        }
        if chat.manager == Some(member.id) {
            sql::hand_on(tx, chat.id)?;
        }
        announce::happened(tx, member, chat.id, (Event::Left, None), "")?;
        announce::rearranged(tx, member, chat.id, &[member.id])
    })
    .await
}

/// Names a group; an empty name is none.
///
/// # Errors
/// NotFound unless the viewer looks after the group; Invalid (`name`) when it is too long.
pub async fn rename(app: &App, viewer: &Viewer, id: ConversationId, name: &str) -> Result<()> {
    let name = checked_name(name)?;
    within(app, viewer, id, move |tx, viewer, member, chat| {
        if !policy::may_manage(viewer, chat) {
            return Err(Error::not_found());
        }
        if chat.name == name {
            return Ok(());
        }
        sql::rename(tx, chat.id, &name)?;
        announce::happened(tx, member, chat.id, (Event::Renamed, None), &name)?;
        announce::rearranged(tx, member, chat.id, &[])
    })
    .await
}

/// Gives a group a picture, an own photo that nothing shows yet, or takes it away.
///
/// # Errors
/// NotFound unless the viewer looks after the group; Invalid (`photos`) when the photo cannot be used.
pub async fn set_picture(
    app: &App,
    viewer: &Viewer,
    id: ConversationId,
    photo: Option<MediaId>,
) -> Result<()> {
    within(app, viewer, id, move |tx, viewer, member, chat| {
        if !policy::may_manage(viewer, chat) {
            return Err(Error::not_found());
        }
        if chat.picture == photo {
            return Ok(());
        }
        media::attach(tx, member.id, photo.as_slice(), AttachTo::Chat(chat.id))?;
        sql::set_picture(tx, chat.id, photo)?;
        media::discard(tx, chat.picture.as_slice())?;
        let event = if photo.is_some() { Event::Pictured } else { Event::Unpictured };
        announce::happened(tx, member, chat.id, (event, None), "")?;
        announce::rearranged(tx, member, chat.id, &[])
    })
    .await
}

fn checked_name(name: &str) -> Result<String> {
    let name = normalise_line(name).trim().to_owned();
    if name.chars().count() > limits::CHAT_NAME {
        return Err(Error::invalid("name", Sentence::new("error-too-long").with("max", limits::CHAT_NAME)));
    }
    Ok(name)
}
