//! The statements of conversations and of the places in them.

pub(super) mod words;

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Conversation, Folder, Seat, SeatState};
use super::policy::{Between, Birthday, Party, is_near_sql, may_see_sql};
use crate::viewer::{AccountState, Role};
use crate::{AccountId, ConversationId, MediaId, MessageId};

macro_rules! columns {
    ($more:expr) => {
        concat!(
            "SELECT c.id, c.low_id, c.high_id, c.name, c.picture_id, c.manager_id, c.created_at, c.last_id,
                    s.account_id, s.state, s.asked_by_id, s.asked_at, s.since_id, s.read_id, s.active_id,
                    s.muted_until, s.archived_at",
            $more,
            " FROM conversation_members s
               JOIN conversations c ON c.id = s.conversation_id "
        )
    };
}

statement!(
    FROM_PLACE,
    "messages.from_place",
    concat!(columns!(""), "WHERE s.conversation_id = $2 AND s.account_id = $1")
);
statement!(PAIR, "messages.pair", "SELECT id FROM conversations WHERE low_id = $1 AND high_id = $2");

/// The conversation from the place of `account`, in whatever state that is; none when they have no place in it.
pub(super) fn from_place(
    q: &mut Query<'_>,
    account: AccountId,
    id: ConversationId,
) -> Result<Option<Conversation>> {
    q.find(&FROM_PLACE, &params![account, id], conversation)
}

/// The conversation of two people, if there is one.
pub(super) fn pair(q: &mut Query<'_>, a: AccountId, b: AccountId) -> Result<Option<ConversationId>> {
    q.find(&PAIR, &params![a.min(b), a.max(b)], |row| row.id("id"))
}

fn state(row: &Row<'_>) -> Result<SeatState> {
    let word = row.text("state")?;
    SeatState::parse(&word).ok_or_else(|| Error::internal(format!("no state of a place {word}")))
}

fn conversation(row: &Row<'_>) -> Result<Conversation> {
    Ok(Conversation {
        id: row.id("id")?,
        pair: row.opt_id("low_id")?.zip(row.opt_id("high_id")?),
        name: row.text("name")?,
        picture: row.opt_id("picture_id")?,
        manager: row.opt_id("manager_id")?,
        created_at: row.int("created_at")?,
        last: row.id("last_id")?,
        seat: Seat {
            account: row.id("account_id")?,
            state: state(row)?,
            asked_by: row.opt_id("asked_by_id")?,
            asked_at: row.int("asked_at")?,
            since: row.id("since_id")?,
            read: row.id("read_id")?,
            active: row.id("active_id")?,
            muted_until: row.opt_int("muted_until")?,
            archived_at: row.opt_int("archived_at")?,
        },
    })
}

/// Whether a message `m` was not read from the place `s`; `$1` is the viewer.
macro_rules! unread_sql {
    () => {
        concat!(
            "m.conversation_id = s.conversation_id AND m.id > s.read_id AND m.author_id <> s.account_id
             AND m.deleted_at IS NULL AND ",
            may_see_sql!()
        )
    };
}

macro_rules! list {
    ($name:ident, $label:literal, $which:literal) => {
        statement!(
            $name,
            $label,
            concat!(
                columns!(concat!(
                    ", (SELECT COUNT(*) FROM (SELECT 1 AS one FROM messages m WHERE ",
                    unread_sql!(),
                    " LIMIT 100) few) AS unread,
                    (SELECT m.id FROM messages m WHERE m.conversation_id = s.conversation_id AND ",
                    may_see_sql!(),
                    " ORDER BY m.id DESC LIMIT 1) AS newest_id"
                )),
                "WHERE s.account_id = $1 AND s.active_id < $2 AND ",
                $which,
                " AND ",
                is_near_sql!(),
                " ORDER BY s.active_id DESC LIMIT $3"
            )
        );
    };
}
// What was cleared is not listed until something new comes.
list!(INBOX, "messages.inbox", "s.state = 'joined' AND s.archived_at IS NULL AND s.active_id > s.since_id");
list!(REQUESTS, "messages.requests", "s.state = 'asked'");
list!(
    ARCHIVED,
    "messages.archived",
    "s.state = 'joined' AND s.archived_at IS NOT NULL AND s.active_id > s.since_id"
);

pub(super) mod batch;

/// A line of a list: the conversation, how many messages were not read, the newest that the viewer may see.
pub(super) type Line = (Conversation, i64, Option<MessageId>);

/// Conversations in which nothing happened since `before`, newest first.
pub(super) fn list(
    q: &mut Query<'_>,
    account: AccountId,
    folder: Folder,
    before: MessageId,
    limit: usize,
) -> Result<Vec<Line>> {
    let statement = match folder {
        Folder::Inbox => &INBOX,
        Folder::Requests => &REQUESTS,
        Folder::Archived => &ARCHIVED,
    };
    q.all(statement, &params![account, before, limit], |row| {
        Ok((conversation(row)?, row.int("unread")?, row.opt_id("newest_id")?))
    })
}

statement!(
    UNREAD,
    "messages.unread",
    concat!(
        "SELECT COUNT(*)
           FROM conversation_members s
           JOIN conversations c ON c.id = s.conversation_id
          WHERE s.account_id = $1 AND s.state = 'joined' AND s.active_id > s.read_id AND s.active_id > s.since_id
            AND (s.muted_until IS NULL OR s.muted_until <= $2)
            AND ",
        is_near_sql!(),
        " AND EXISTS (SELECT 1 FROM messages m WHERE ",
        unread_sql!(),
        ")"
    )
);
statement!(
    COUNT_REQUESTS,
    "messages.count_requests",
    concat!(
        "SELECT COUNT(*)
           FROM conversation_members s
           JOIN conversations c ON c.id = s.conversation_id
          WHERE s.account_id = $1 AND s.state = 'asked' AND ",
        is_near_sql!()
    )
);

pub(super) fn unread(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    let now = q.now();
    q.count(&UNREAD, &params![account, now])
}

pub(super) fn count_requests(q: &mut Query<'_>, account: AccountId) -> Result<i64> {
    q.count(&COUNT_REQUESTS, &params![account])
}

statement!(
    FACES,
    "messages.faces",
    "WITH numbered AS (
         SELECT s.conversation_id, s.account_id,
                ROW_NUMBER() OVER (PARTITION BY s.conversation_id ORDER BY s.asked_at, s.account_id) AS place,
                COUNT(*) OVER (PARTITION BY s.conversation_id) AS total
           FROM conversation_members s
          WHERE s.conversation_id IN ($2[]) AND s.account_id <> $1 AND s.state <> 'left'
            AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = s.account_id)
            AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = $1 AND b.account_id = s.account_id))
     SELECT conversation_id, account_id, total FROM numbered WHERE place <= $3 ORDER BY conversation_id, place"
);

/// The first `each` others of every conversation whom the viewer may meet, with how many there are.
pub(super) fn faces(
    q: &mut Query<'_>,
    viewer: AccountId,
    ids: &[ConversationId],
    each: usize,
) -> Result<HashMap<ConversationId, (Vec<AccountId>, i64)>> {
    let mut found: HashMap<ConversationId, (Vec<AccountId>, i64)> = HashMap::new();
    q.all(&FACES, &params![viewer, ids, each], |row| {
        let entry = found.entry(row.id("conversation_id")?).or_default();
        entry.0.push(row.id("account_id")?);
        entry.1 = row.int("total")?;
        Ok(())
    })?;
    Ok(found)
}

statement!(
    PEOPLE,
    "messages.people",
    "SELECT s.account_id, s.state, s.joined_at, s.read_id, s.muted_until
       FROM conversation_members s
      WHERE s.conversation_id = $1 AND s.state <> 'left'
      ORDER BY s.asked_at, s.account_id"
);

/// Somebody's place as others in the conversation need it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub account: AccountId,
    pub state: SeatState,
    pub joined_at: Option<Millis>,
    pub read: MessageId,
    pub muted_until: Option<Millis>,
}

/// Everybody in a conversation, those included who declined it.
pub(super) fn people(q: &mut Query<'_>, id: ConversationId) -> Result<Vec<Place>> {
    q.all(&PEOPLE, &params![id], |row| {
        Ok(Place {
            account: row.id("account_id")?,
            state: state(row)?,
            joined_at: row.opt_int("joined_at")?,
            read: row.id("read_id")?,
            muted_until: row.opt_int("muted_until")?,
        })
    })
}

statement!(
    PARTIES,
    "messages.parties",
    "SELECT a.id, a.state, a.role, a.trust_level, a.preferences, a.birth_year, a.birth_month, a.birth_day,
            EXISTS (SELECT 1 FROM friendships f WHERE f.account_id = $1 AND f.friend_id = a.id) AS is_friend,
            EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = a.id AND f.followed_id = $1) AS is_followed,
            EXISTS (SELECT 1 FROM friendships mine
                      JOIN friendships theirs ON theirs.friend_id = mine.friend_id
                     WHERE mine.account_id = $1 AND theirs.account_id = a.id) AS is_near,
            EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = $1 AND b.blocked_id = a.id
                     UNION ALL
                    SELECT 1 FROM blocks b WHERE b.account_id = a.id AND b.blocked_id = $1) AS is_apart
       FROM accounts a
      WHERE a.id IN ($2[])"
);

/// What decides about `ids`, and between `me` and each of them. Ids that nobody has are left out.
pub(super) fn parties(
    q: &mut Query<'_>,
    me: AccountId,
    ids: &[AccountId],
) -> Result<HashMap<AccountId, (Party, Between)>> {
    let found = q.all(&PARTIES, &params![me, ids], |row| {
        let (state, role) = (row.text("state")?, row.text("role")?);
        let party = Party {
            id: row.id("id")?,
            state: AccountState::parse(&state)
                .ok_or_else(|| Error::internal(format!("no account state {state}")))?,
            role: Role::parse(&role).ok_or_else(|| Error::internal(format!("no role {role}")))?,
            trust_level: row.int("trust_level")?,
            preferences: serde_json::from_str(&row.text("preferences")?)?,
            birthday: Birthday {
                year: row.opt_int("birth_year")?,
                day: row.opt_int("birth_month")?.zip(row.opt_int("birth_day")?),
            },
        };
        let between = Between {
            is_friend: row.bool("is_friend")?,
            is_apart: row.bool("is_apart")?,
            is_near: row.bool("is_near")?,
            is_followed: row.bool("is_followed")?,
        };
        Ok((party.id, (party, between)))
    })?;
    Ok(found.into_iter().collect())
}

statement!(
    FRIENDS_AMONG,
    "messages.friends_among",
    "SELECT account_id, friend_id FROM friendships WHERE account_id IN ($1[]) AND friend_id IN ($2[])"
);

/// Which of `people` are friends of which of `others`.
pub(super) fn friends_among(
    q: &mut Query<'_>,
    people: &[AccountId],
    others: &[AccountId],
) -> Result<Vec<(AccountId, AccountId)>> {
    q.all(&FRIENDS_AMONG, &params![people, others], |row| Ok((row.id("account_id")?, row.id("friend_id")?)))
}

statement!(
    COUNT_ASKED,
    "messages.count_asked",
    "SELECT COUNT(*) FROM conversation_members
      WHERE asked_by_id = $1 AND asked_at > $2 AND account_id <> $1 AND is_stranger"
);

/// Strangers to whom `account` wrote first, or whom it asked into groups, since then.
pub(super) fn count_asked(q: &mut Query<'_>, account: AccountId, since: Millis) -> Result<i64> {
    q.count(&COUNT_ASKED, &params![account, since])
}

statement!(
    INSERT,
    "messages.insert_conversation",
    "INSERT INTO conversations (id, low_id, high_id, name, manager_id, created_at, last_id)
     VALUES ($1, $2, $3, $4, $5, $6, 0)"
);

pub(super) fn insert_pair(tx: &mut Tx<'_>, a: AccountId, b: AccountId) -> Result<ConversationId> {
    let (id, now) = (tx.new_id(), tx.now());
    let nobody: Option<AccountId> = None;
    tx.run(&INSERT, &params![id, a.min(b), a.max(b), "", nobody, now])?;
    Ok(id)
}

pub(super) fn insert_group(tx: &mut Tx<'_>, name: &str, manager: AccountId) -> Result<ConversationId> {
    let (id, now) = (tx.new_id(), tx.now());
    let nobody: Option<AccountId> = None;
    tx.run(&INSERT, &params![id, nobody, nobody, name, manager, now])?;
    Ok(id)
}

statement!(
    SEAT,
    "messages.seat",
    "INSERT INTO conversation_members (conversation_id, account_id, state, asked_by_id, asked_at, joined_at, since_id,
                                       read_id, active_id, is_stranger)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
         ON CONFLICT (conversation_id, account_id) DO UPDATE
        SET state = excluded.state, asked_by_id = excluded.asked_by_id, asked_at = excluded.asked_at,
            joined_at = excluded.joined_at, since_id = excluded.since_id, read_id = excluded.read_id,
            active_id = excluded.active_id, is_stranger = excluded.is_stranger, muted_until = NULL,
            archived_at = NULL"
);

/// A place that is given to somebody.
pub(super) struct NewSeat {
    pub account: AccountId,
    pub state: SeatState,
    pub asked_by: AccountId,
    /// Only what comes after it is theirs to see.
    pub since: MessageId,
    /// Whether they were asked by somebody whom they do not know.
    pub is_stranger: bool,
}

/// Gives somebody a place, in the place of one that they had.
pub(super) fn seat(tx: &mut Tx<'_>, id: ConversationId, new: &NewSeat) -> Result<()> {
    let now = tx.now();
    let joined_at = (new.state == SeatState::Joined).then_some(now);
    let fresh: MessageId = tx.new_id();
    // What an empty place of a group stands at in lists; it has to come after what is out of sight.
    let active = if new.since.raw() == i64::MAX { fresh } else { fresh.max(after(new.since)) };
    let values =
        params![id, new.account, new.state, new.asked_by, now, joined_at, new.since, active, new.is_stranger];
    tx.run(&SEAT, &values).map(drop)
}

/// The next id that a message can have.
pub(super) fn after(id: MessageId) -> MessageId {
    MessageId::new(id.raw().saturating_add(1))
}

statement!(
    JOIN,
    "messages.join",
    "UPDATE conversation_members
        SET state = 'joined', joined_at = COALESCE(joined_at, $3), since_id = $4, read_id = $5, active_id = $6
      WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    SET_STATE,
    "messages.set_state",
    "UPDATE conversation_members SET state = $3 WHERE conversation_id = $1 AND account_id = $2"
);

/// Somebody takes part from now on and sees what came after `since`.
pub(super) fn join(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    since: MessageId,
    read: MessageId,
    active: MessageId,
) -> Result<()> {
    let now = tx.now();
    tx.run(&JOIN, &params![id, account, now, since, read, active]).map(drop)
}

pub(super) fn set_state(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    state: SeatState,
) -> Result<()> {
    tx.run(&SET_STATE, &params![id, account, state]).map(drop)
}

statement!(
    READ,
    "messages.read",
    "UPDATE conversation_members SET read_id = $3 WHERE conversation_id = $1 AND account_id = $2 AND read_id < $3"
);
statement!(
    UNREAD_FROM,
    "messages.unread_from",
    concat!(
        "UPDATE conversation_members
            SET read_id = COALESCE((SELECT m.id - 1
                                      FROM conversation_members s
                                      JOIN messages m ON m.conversation_id = s.conversation_id
                                     WHERE s.conversation_id = $2 AND s.account_id = $1 AND m.author_id <> $1
                                       AND m.deleted_at IS NULL AND ",
        may_see_sql!(),
        " ORDER BY m.id DESC LIMIT 1), read_id)
      WHERE conversation_id = $2 AND account_id = $1"
    )
);
statement!(
    MUTE,
    "messages.mute",
    "UPDATE conversation_members SET muted_until = $3 WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    ARCHIVE,
    "messages.archive",
    "UPDATE conversation_members SET archived_at = $3 WHERE conversation_id = $1 AND account_id = $2"
);
statement!(
    CLEAR,
    "messages.clear",
    "UPDATE conversation_members SET since_id = $3, read_id = $3, active_id = $3
      WHERE conversation_id = $1 AND account_id = $2"
);

/// Whether the mark moved.
pub(super) fn read(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    up_to: MessageId,
) -> Result<bool> {
    tx.run(&READ, &params![id, account, up_to]).map(|rows| rows > 0)
}

/// Makes the newest message of somebody else one that was not read.
pub(super) fn unread_again(tx: &mut Tx<'_>, id: ConversationId, account: AccountId) -> Result<()> {
    tx.run(&UNREAD_FROM, &params![account, id]).map(drop)
}

pub(super) fn mute(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    until: Option<Millis>,
) -> Result<()> {
    tx.run(&MUTE, &params![id, account, until]).map(drop)
}

pub(super) fn archive(
    tx: &mut Tx<'_>,
    id: ConversationId,
    account: AccountId,
    at: Option<Millis>,
) -> Result<()> {
    tx.run(&ARCHIVE, &params![id, account, at]).map(drop)
}

/// Takes everything up to `last` out of somebody's sight.
pub(super) fn clear(tx: &mut Tx<'_>, id: ConversationId, account: AccountId, last: MessageId) -> Result<()> {
    tx.run(&CLEAR, &params![id, account, last]).map(drop)
}

statement!(RENAME, "messages.rename", "UPDATE conversations SET name = $2 WHERE id = $1");
statement!(PICTURE, "messages.picture", "UPDATE conversations SET picture_id = $2 WHERE id = $1");
statement!(
    HAND_ON,
    "messages.hand_on",
    "UPDATE conversations
        SET manager_id = (SELECT s.account_id
                            FROM conversation_members s
                           WHERE s.conversation_id = conversations.id AND s.state = 'joined'
                           ORDER BY s.joined_at, s.account_id
                           LIMIT 1)
      WHERE id = $1 AND low_id IS NULL"
);

pub(super) fn rename(tx: &mut Tx<'_>, id: ConversationId, name: &str) -> Result<()> {
    tx.run(&RENAME, &params![id, name]).map(drop)
}

pub(super) fn set_picture(tx: &mut Tx<'_>, id: ConversationId, picture: Option<MediaId>) -> Result<()> {
    tx.run(&PICTURE, &params![id, picture]).map(drop)
}

/// Whoever is longest in a group looks after it from now on; nobody when there is none.
pub(super) fn hand_on(tx: &mut Tx<'_>, id: ConversationId) -> Result<()> {
    tx.run(&HAND_ON, &params![id]).map(drop)
}
