//! The statements that find conversations and who is in them, and those of groups.

pub(super) mod seats;
pub(super) mod words;

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::model::{Conversation, Folder, Hears, Seat, SeatState};
use super::policy::{Between, Birthday, Party, is_near_sql, may_see_sql};
use crate::viewer::{AccountState, Role};
use crate::{AccountId, ConversationId, MediaId, MessageId};

macro_rules! columns {
    ($more:expr) => {
        concat!(
            "SELECT c.id, c.low_id, c.high_id, c.name, c.picture_id, c.manager_id, c.created_at, c.last_id,
                    s.account_id, s.state, s.asked_by_id, s.asked_at, s.since_id, s.read_id, s.active_id,
                    s.muted_until, s.archived_at, s.hears",
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

fn hears(row: &Row<'_>) -> Result<Hears> {
    let word = row.text("hears")?;
    Hears::parse(&word).ok_or_else(|| Error::internal(format!("nobody hears {word}")))
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
            hears: hears(row)?,
        },
    })
}

/// Whether a message `m` was not read from the place `s`; `$1` is the viewer.
macro_rules! unread_sql {
    () => {
        concat!(
            "m.conversation_id = s.conversation_id AND m.id > s.read_id AND m.author_id <> s.account_id
             AND m.deleted_at IS NULL AND m.event IS NULL AND ",
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
    "SELECT s.account_id, s.state, s.joined_at, s.read_id, s.muted_until, s.hears
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
    pub hears: Hears,
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
            hears: hears(row)?,
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

statement!(LAST_OF, "messages.last_of", "SELECT last_id FROM conversations WHERE id = $1");

/// The newest message of a conversation as it is now.
pub(super) fn last_of(q: &mut Query<'_>, id: ConversationId) -> Result<Option<MessageId>> {
    q.find(&LAST_OF, &params![id], |row| row.id("last_id"))
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
