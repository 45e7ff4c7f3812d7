//! Who may see a conversation and what is in it, who may write to whom, and who may do what. Members only: there is no
//! role that opens a conversation.

use kith_base::{DAY, Millis};

use super::model::{Conversation, Message, Reach, SeatState};
use crate::AccountId;
pub use crate::accounts::ages::{AGE_LINE, Birthday, Day, is_minor, may_be_adult};
use crate::accounts::{Preferences, WhoMay};
use crate::media::OpenedFile;
pub use crate::posts::policy::UNDO;
use crate::viewer::{AccountState, Member, Role, Viewer, Visible};

/// So long after it was sent a message can be changed.
pub const EDIT_WINDOW: Millis = DAY;
/// So long after it was sent a message can be deleted for everybody.
pub const DELETE_WINDOW: Millis = DAY;
/// Messages to somebody who has not accepted yet.
pub const BEFORE_ANSWER: i64 = 3;

/// What decides, of one person.
#[derive(Clone, Debug)]
pub struct Party {
    /// Who it is.
    pub id: AccountId,
    /// Whether they are there.
    pub state: AccountState,
    /// What they do for the community.
    pub role: Role,
    /// Level of trust.
    pub trust_level: i64,
    /// Their choices.
    pub preferences: Preferences,
    /// When they were born.
    pub birthday: Birthday,
}

/// What decides, between the one who writes and the other.
#[derive(Clone, Copy, Debug, Default)]
pub struct Between {
    /// Friends.
    pub is_friend: bool,
    /// A block on either side.
    pub is_apart: bool,
    /// They have a friend in common.
    pub is_near: bool,
    /// The other follows the one who writes.
    pub is_followed: bool,
}

/// How `from` may write to `to`, who has not answered or heard of them before. All refusals look alike.
pub fn reach(from: &Party, to: &Party, between: &Between, today: Day) -> Reach {
    if from.id == to.id || between.is_apart || !to.state.is_present() || !from.state.is_present() {
        return Reach::Closed;
    }
    if between.is_friend {
        return Reach::Inbox;
    }
    let lets = match to.preferences.messages {
        WhoMay::Everyone => true,
        WhoMay::FriendsOfFriends => between.is_near,
        WhoMay::Nobody => false,
    };
    let is_trusted = from.trust_level > 0 || from.role > Role::Member || between.is_followed;
    let is_safe = !is_minor(&to.birthday, today) || !may_be_adult(&from.birthday, today);
    if lets && is_trusted && is_safe { Reach::Request } else { Reach::Closed }
}

/// Strangers to whom somebody may write first, or whom they may ask into groups, in a day.
pub const fn strangers_a_day(role: Role, trust_level: i64) -> i64 {
    match (role, trust_level) {
        (Role::Member, ..=0) => 3,
        (Role::Member, 1) => 5,
        (Role::Member, 2) => 20,
        _ => 50,
    }
}

/// Messages that somebody may send in a minute and in a day.
pub const fn pace(role: Role, trust_level: i64) -> (i64, i64) {
    match (role, trust_level) {
        (Role::Member, ..=0) => (10, 200),
        _ => (40, 5_000),
    }
}

/// Whether the conversation is there for the viewer: a member's own place in it that was not given up, and no block
/// between the two of a pair.
pub fn may_open(viewer: &Viewer, chat: &Conversation) -> bool {
    let Some(member) = acting(viewer) else { return false };
    member.id == chat.seat.account
        && matches!(chat.seat.state, SeatState::Joined | SeatState::Asked)
        && chat.other().is_none_or(|other| !member.is_apart_from(other))
}

/// Hands the conversation out, if it is there for the viewer.
pub fn show(viewer: &Viewer, chat: Conversation) -> Option<Visible<Conversation>> {
    may_open(viewer, &chat).then(|| Visible::grant(chat))
}

/// Whether the viewer may see a message: one in a conversation that is there for them, from after they came, not taken
/// away by themselves, and of or about nobody from whom a block parts them.
pub fn may_see(viewer: &Viewer, chat: &Conversation, message: &Message) -> bool {
    may_open(viewer, chat)
        && is_theirs(chat, message)
        && viewer.member().is_some_and(|member| {
            let is_near = |id: AccountId| !member.is_apart_from(id);
            is_near(message.author) && message.about.is_none_or(is_near)
        })
}

fn is_theirs(chat: &Conversation, message: &Message) -> bool {
    message.conversation == chat.id && message.id > chat.seat.since && !message.is_hidden
}

/// Hands the message out, after [`may_see`].
pub fn show_message(viewer: &Viewer, chat: &Conversation, message: Message) -> Option<Visible<Message>> {
    may_see(viewer, chat, &message).then(|| Visible::grant(message))
}

/// The part of [`may_see`] about messages, as an SQL predicate over `messages m` and the viewer's place
/// `conversation_members s`, `$1` being the viewer.
macro_rules! may_see_sql {
    () => {
        "(m.id > s.since_id
          AND NOT EXISTS (SELECT 1 FROM message_hides h WHERE h.message_id = m.id AND h.account_id = $1)
          AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = m.author_id)
          AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = m.author_id)
          AND (m.about_id IS NULL
               OR (NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = m.about_id)
                   AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = m.about_id))))"
    };
}
pub(super) use may_see_sql;

/// The part of [`may_open`] about blocks, as an SQL predicate over `conversations c`.
macro_rules! is_near_sql {
    () => {
        "(NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = c.low_id AND b.blocked_id = c.high_id)
          AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = c.high_id AND b.blocked_id = c.low_id))"
    };
}
pub(super) use is_near_sql;

/// Whether the receiver `$1` of a notice `n` about a conversation is still in it, as an SQL predicate; of a request they
/// hear while it waits. Blocks are for the rules about who caused a notice.
macro_rules! may_hear_sql {
    () => {
        "EXISTS (SELECT 1 FROM conversation_members seat
                  WHERE seat.conversation_id = n.conversation_id AND seat.account_id = $1
                    AND (seat.state = 'joined' OR (seat.state = 'asked' AND n.occasion = 'message_request')))"
    };
}
pub(crate) use may_hear_sql;

/// A message that shows a photo, as far as the one who looks is concerned.
#[derive(Clone, Debug)]
pub struct ShownBy {
    /// The message.
    pub message: Message,
    /// The conversation from their place, if they have one in it.
    pub chat: Option<Conversation>,
    /// Whether a report carries the message.
    pub is_reported: bool,
}

/// Whether the viewer may see the photos and other files of a message: whoever sees the message and takes part, and
/// moderators if it was reported. Those of a request are its author's alone until it is accepted.
pub fn may_see_photos(viewer: &Viewer, found: &ShownBy) -> bool {
    let Some(member) = acting(viewer) else { return false };
    if found.is_reported && member.role >= Role::Moderator {
        return true;
    }
    found.message.deleted_at.is_none()
        && found
            .chat
            .as_ref()
            .is_some_and(|chat| may_see(viewer, chat, &found.message) && chat.seat.state == SeatState::Joined)
}

/// Hands out a file: what no message carries yet is its owner's alone, for all others [`may_see_photos`] decides.
pub fn show_file(
    viewer: &Viewer,
    owner: AccountId,
    carried_by: Option<&ShownBy>,
    opened: OpenedFile,
) -> Option<Visible<OpenedFile>> {
    may_open_file(viewer, owner, carried_by).then(|| Visible::grant(opened))
}

/// Whether [`show_file`] hands it out.
pub fn may_open_file(viewer: &Viewer, owner: AccountId, carried_by: Option<&ShownBy>) -> bool {
    match carried_by {
        Some(found) => may_see_photos(viewer, found),
        None => acting(viewer).is_some_and(|member| member.id == owner),
    }
}

/// Whether the viewer may write here. Who was written to accepts by answering; who was asked into a group has to come in
/// first.
pub fn may_write(viewer: &Viewer, chat: &Conversation) -> bool {
    may_open(viewer, chat) && (chat.seat.state == SeatState::Joined || !chat.is_group())
}

/// Whether the viewer may change the words: the author, for a day.
pub fn may_edit(viewer: &Viewer, chat: &Conversation, message: &Message, now: Millis) -> bool {
    is_own(viewer, chat, message) && now - message.created_at <= EDIT_WINDOW
}

/// Whether the viewer may delete it for everybody: the author, for a day.
pub fn may_delete(viewer: &Viewer, chat: &Conversation, message: &Message, now: Millis) -> bool {
    is_own(viewer, chat, message) && now - message.created_at <= DELETE_WINDOW
}

fn is_own(viewer: &Viewer, chat: &Conversation, message: &Message) -> bool {
    viewer.id() == Some(message.author) && is_there(message) && may_see(viewer, chat, message)
}

/// Whether it is a message, and has not been deleted.
const fn is_there(message: &Message) -> bool {
    message.event.is_none() && message.deleted_at.is_none()
}

/// Whether the viewer may take a deletion back: the author, who alone could delete it, for a moment.
pub fn may_restore(viewer: &Viewer, chat: &Conversation, message: &Message, now: Millis) -> bool {
    viewer.id() == Some(message.author)
        && message.deleted_at.is_some_and(|deleted| now - deleted <= UNDO)
        && may_see(viewer, chat, message)
}

/// Whether the viewer may answer it: whoever sees it.
pub fn may_answer(viewer: &Viewer, chat: &Conversation, message: &Message) -> bool {
    message.event.is_none() && may_see(viewer, chat, message)
}

/// Whether the viewer may react: whoever sees it and takes part.
pub fn may_react(viewer: &Viewer, chat: &Conversation, message: &Message) -> bool {
    chat.seat.state == SeatState::Joined && is_there(message) && may_see(viewer, chat, message)
}

/// Whether the viewer may report it: whoever it was shown to, also from behind a block.
pub fn may_report(viewer: &Viewer, chat: &Conversation, message: &Message) -> bool {
    acting(viewer).is_some_and(|member| member.id == chat.seat.account && member.id != message.author)
        && chat.seat.state != SeatState::Left
        && message.event.is_none()
        && is_theirs(chat, message)
}

/// Whether the viewer may name the group, give it a picture and send people away.
pub fn may_manage(viewer: &Viewer, chat: &Conversation) -> bool {
    may_open(viewer, chat)
        && chat.is_group()
        && chat.seat.state == SeatState::Joined
        && chat.manager == viewer.id()
}

/// Whether the viewer may ask others into the group: whoever takes part.
pub fn may_add(viewer: &Viewer, chat: &Conversation) -> bool {
    may_open(viewer, chat) && chat.is_group() && chat.seat.state == SeatState::Joined
}

/// Whether somebody shows how far they have read, and is shown it of others. Nobody counts that of minors.
pub fn shows_reading(preferences: &Preferences, birthday: &Birthday, today: Day) -> bool {
    preferences.read_marks && !is_minor(birthday, today)
}

/// What becomes of somebody whom `from` wants in a group; none if they cannot be asked. `among_strangers`: whether
/// somebody in the group may be an adult who is no friend of theirs.
pub fn seat_for(
    from: &Party,
    to: &Party,
    between: &Between,
    among_strangers: bool,
    today: Day,
) -> Option<SeatState> {
    let is_safe = !among_strangers || !is_minor(&to.birthday, today);
    match reach(from, to, between, today) {
        Reach::Inbox if is_safe && to.preferences.friends_add_to_chats => Some(SeatState::Joined),
        Reach::Inbox | Reach::Request => Some(SeatState::Asked),
        Reach::Closed => None,
    }
}

/// The member who may take part.
fn acting(viewer: &Viewer) -> Option<&Member> {
    viewer.member().filter(|member| member.state == AccountState::Active)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(year: i64, day: Option<(i64, i64)>) -> Birthday {
        Birthday { year: Some(year), day }
    }

    #[test]
    fn the_line_is_the_birthday_itself() {
        let today = (2026, 3, 1);
        for (birthday, minor, adult) in [
            (born(2008, Some((3, 1))), false, true),
            (born(2008, Some((3, 2))), true, false),
            (born(2008, None), true, true),
            (born(2007, None), false, true),
            (born(2009, None), true, false),
            (Birthday { year: None, day: Some((1, 1)) }, false, true),
            (Birthday::default(), false, true),
        ] {
            assert_eq!(is_minor(&birthday, today), minor, "{birthday:?}");
            assert_eq!(may_be_adult(&birthday, today), adult, "{birthday:?}");
        }
    }

    fn party(id: i64, level: i64, born_in: Option<i64>, messages: WhoMay) -> Party {
        Party {
            id: AccountId::new(id),
            state: AccountState::Active,
            role: Role::Member,
            trust_level: level,
            preferences: Preferences { messages, ..Preferences::default() },
            birthday: Birthday { year: born_in, day: Some((1, 1)) },
        }
    }

    proptest::proptest! {
        /// L14: no choice, level or tie but friendship lets an adult reach a minor first.
        #[test]
        fn l14_no_adult_reaches_a_minor_first(
            level in 0_i64..5,
            born_in in proptest::option::of(1930_i64..2008),
            minor in 2009_i64..2020,
            choice in 0_usize..3,
            ties in proptest::array::uniform4(proptest::bool::ANY),
            among_strangers in proptest::bool::ANY,
        ) {
            let today = (2026, 3, 1);
            let choice = WhoMay::ALL.get(choice).copied().unwrap_or_default();
            let (from, to) = (party(1, level, born_in, choice), party(2, level, Some(minor), choice));
            let [is_friend, is_apart, is_near, is_followed] = ties;
            let between = Between { is_friend, is_apart, is_near, is_followed };
            let found = reach(&from, &to, &between, today);
            proptest::prop_assert_eq!(found == Reach::Inbox, is_friend && !is_apart);
            proptest::prop_assert_ne!(found, Reach::Request);
            let seat = seat_for(&from, &to, &between, among_strangers, today);
            proptest::prop_assert!(seat.is_none() || (is_friend && !is_apart));
            proptest::prop_assert!(!among_strangers || seat != Some(SeatState::Joined));
            // The other way round nothing is in the way of it.
            if !is_apart && (level > 0 || is_followed) && choice == WhoMay::Everyone {
                proptest::prop_assert_ne!(reach(&to, &from, &between, today), Reach::Closed);
            }
        }
    }
}
