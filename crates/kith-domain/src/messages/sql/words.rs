//! The statements of messages, their photos and reactions, and of what a report carries of them.

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Row, Tx, params, statement};

use super::super::model::{Event, Message, ReportedMessage};
use super::super::policy::may_see_sql;
use crate::kinds::ReportId;
use crate::posts::words::Words;
use crate::reactions::ReactionKind;
use crate::{AccountId, ConversationId, MediaId, MessageId};

macro_rules! columns {
    () => {
        "SELECT m.id, m.conversation_id, m.author_id, m.event, m.about_id, m.reply_to_id, m.language, m.source,
                m.html, m.created_at, m.edited_at, m.deleted_at,
                EXISTS (SELECT 1 FROM message_hides mine
                         WHERE mine.message_id = m.id AND mine.account_id = $1) AS is_hidden
           FROM messages m "
    };
}
statement!(BY_ID, "messages.by_id", concat!(columns!(), "WHERE m.id = $2"));
statement!(BY_IDS, "messages.by_ids", concat!(columns!(), "WHERE m.id IN ($2[])"));

macro_rules! page {
    ($name:ident, $label:literal, $edge:literal, $order:literal) => {
        statement!(
            $name,
            $label,
            concat!(
                columns!(),
                "JOIN conversation_members s ON s.conversation_id = m.conversation_id AND s.account_id = $1
                 WHERE m.conversation_id = $2 AND m.id ",
                $edge,
                " $3 AND ",
                may_see_sql!(),
                " ORDER BY m.id ",
                $order,
                " LIMIT $4"
            )
        );
    };
}
page!(BEFORE, "messages.before", "<", "DESC");
page!(AFTER, "messages.after", ">", "ASC");

pub(in crate::messages) fn by_id(
    q: &mut Query<'_>,
    viewer: AccountId,
    id: MessageId,
) -> Result<Option<Message>> {
    q.find(&BY_ID, &params![viewer, id], message)
}

pub(in crate::messages) fn by_ids(
    q: &mut Query<'_>,
    viewer: AccountId,
    ids: &[MessageId],
) -> Result<Vec<Message>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&BY_IDS, &params![viewer, ids], message)
}

/// Messages before `edge` that the viewer may see, new to old.
pub(in crate::messages) fn before(
    q: &mut Query<'_>,
    viewer: AccountId,
    chat: ConversationId,
    edge: MessageId,
    limit: usize,
) -> Result<Vec<Message>> {
    q.all(&BEFORE, &params![viewer, chat, edge, limit], message)
}

/// Messages after `edge` that the viewer may see, old to new.
pub(in crate::messages) fn after(
    q: &mut Query<'_>,
    viewer: AccountId,
    chat: ConversationId,
    edge: MessageId,
    limit: usize,
) -> Result<Vec<Message>> {
    q.all(&AFTER, &params![viewer, chat, edge, limit], message)
}

fn message(row: &Row<'_>) -> Result<Message> {
    let event = row.opt_text("event")?;
    let event = event.map(|word| {
        Event::parse(&word).ok_or_else(|| Error::internal(format!("nothing that happens is called {word}")))
    });
    let deleted_at = row.opt_int("deleted_at")?;
    // For a moment a deletion can be taken back: until then the words are there, but nobody reads them.
    let shown = |text: String| if deleted_at.is_some() { String::new() } else { text };
    Ok(Message {
        id: row.id("id")?,
        conversation: row.id("conversation_id")?,
        author: row.id("author_id")?,
        event: event.transpose()?,
        about: row.opt_id("about_id")?,
        reply_to: row.opt_id("reply_to_id")?,
        language: shown(row.text("language")?),
        source: shown(row.text("source")?),
        html: shown(row.text("html")?),
        created_at: row.int("created_at")?,
        edited_at: row.opt_int("edited_at")?,
        deleted_at,
        is_hidden: row.bool("is_hidden")?,
    })
}

statement!(
    PHOTOS,
    "messages.photos",
    "SELECT message_id, media_id FROM message_photos WHERE message_id IN ($1[]) ORDER BY message_id, position"
);

/// Photos of each message, in order.
pub(in crate::messages) fn photos(
    q: &mut Query<'_>,
    ids: &[MessageId],
) -> Result<HashMap<MessageId, Vec<MediaId>>> {
    let mut found: HashMap<MessageId, Vec<MediaId>> = HashMap::new();
    if !ids.is_empty() {
        q.all(&PHOTOS, &params![ids], |row| {
            found.entry(row.id("message_id")?).or_default().push(row.id("media_id")?);
            Ok(())
        })?;
    }
    Ok(found)
}

statement!(
    COUNT_SENT,
    "messages.count_sent",
    "SELECT COUNT(*) FROM messages WHERE author_id = $1 AND id >= $2 AND event IS NULL"
);
statement!(
    COUNT_IN_CHAT,
    "messages.count_in_chat",
    "SELECT COUNT(*) FROM messages WHERE conversation_id = $2 AND author_id = $1"
);

/// Messages that `author` sent since, deleted ones included.
pub(in crate::messages) fn count_sent(q: &mut Query<'_>, author: AccountId, since: Millis) -> Result<i64> {
    q.count(&COUNT_SENT, &params![author, MessageId::earliest_at(since)])
}

/// Messages of `author` in one conversation, deleted ones included.
pub(in crate::messages) fn count_in_chat(
    q: &mut Query<'_>,
    author: AccountId,
    chat: ConversationId,
) -> Result<i64> {
    q.count(&COUNT_IN_CHAT, &params![author, chat])
}

statement!(
    INSERT,
    "messages.insert",
    "INSERT INTO messages (id, conversation_id, author_id, reply_to_id, language, source, html, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
);
statement!(
    INSERT_PHOTO,
    "messages.insert_photo",
    "INSERT INTO message_photos (message_id, position, media_id) VALUES ($1, $2, $3)"
);
statement!(LAST, "messages.last", "UPDATE conversations SET last_id = $2 WHERE id = $1");
statement!(
    WAKE,
    "messages.wake",
    "UPDATE conversation_members
        SET active_id = $3, archived_at = CASE WHEN muted_until > $4 THEN archived_at END
      WHERE conversation_id = $1 AND state <> 'left'
        AND NOT EXISTS (SELECT 1 FROM blocks b
                         WHERE b.account_id = conversation_members.account_id AND b.blocked_id = $2)
        AND NOT EXISTS (SELECT 1 FROM blocks b
                         WHERE b.blocked_id = conversation_members.account_id AND b.account_id = $2)"
);

/// A message that is to be written.
pub(in crate::messages) struct NewRow<'a> {
    pub id: MessageId,
    pub chat: ConversationId,
    pub author: AccountId,
    pub reply_to: Option<MessageId>,
    pub words: &'a Words,
    pub photos: &'a [MediaId],
}

/// Writes a message and brings its conversation on top for everybody who can hear of it.
pub(in crate::messages) fn insert(tx: &mut Tx<'_>, new: &NewRow<'_>) -> Result<()> {
    let (now, words) = (tx.now(), new.words);
    let values = params![
        new.id,
        new.chat,
        new.author,
        new.reply_to,
        &words.language,
        &words.source,
        &words.rendered.html,
        now
    ];
    tx.run(&INSERT, &values)?;
    for (position, photo) in new.photos.iter().enumerate() {
        tx.run(&INSERT_PHOTO, &params![new.id, position, *photo])?;
    }
    tx.run(&LAST, &params![new.chat, new.id])?;
    tx.run(&WAKE, &params![new.chat, new.author, new.id, now]).map(drop)
}

statement!(
    INSERT_EVENT,
    "messages.insert_event",
    "INSERT INTO messages (id, conversation_id, author_id, event, about_id, language, source, html, created_at)
     VALUES ($1, $2, $3, $4, $5, '', $6, '', $7)"
);

/// Writes down what happened in a conversation. It brings the conversation on top for nobody.
pub(in crate::messages) fn insert_event(
    tx: &mut Tx<'_>,
    id: MessageId,
    chat: ConversationId,
    (by, event, about): (AccountId, Event, Option<AccountId>),
    name: &str,
) -> Result<()> {
    let now = tx.now();
    tx.run(&INSERT_EVENT, &params![id, chat, by, event, about, name, now])?;
    tx.run(&LAST, &params![chat, id]).map(drop)
}

statement!(
    UPDATE,
    "messages.update",
    "UPDATE messages SET language = $2, source = $3, html = $4, edited_at = $5 WHERE id = $1"
);
statement!(
    EMPTY,
    "messages.empty",
    "UPDATE messages SET language = '', source = '', html = '' WHERE id = $1 AND deleted_at IS NOT NULL"
);
statement!(MARK_DELETED, "messages.mark_deleted", "UPDATE messages SET deleted_at = $2 WHERE id = $1");
statement!(DROP_PHOTOS, "messages.drop_photos", "DELETE FROM message_photos WHERE message_id = $1");
statement!(DROP_REACTIONS, "messages.drop_reactions", "DELETE FROM message_reactions WHERE message_id = $1");
statement!(
    HIDE,
    "messages.hide",
    "INSERT INTO message_hides (message_id, account_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
);

pub(in crate::messages) fn update(tx: &mut Tx<'_>, id: MessageId, words: &Words) -> Result<()> {
    let now = tx.now();
    tx.run(&UPDATE, &params![id, &words.language, &words.source, &words.rendered.html, now]).map(drop)
}

/// Deletes a message for everybody, or takes that back: its words are there until [`empty`].
pub(in crate::messages) fn mark_deleted(tx: &mut Tx<'_>, id: MessageId, at: Option<Millis>) -> Result<()> {
    tx.run(&MARK_DELETED, &params![id, at]).map(drop)
}

/// Leaves an empty place where a deleted message was.
pub(in crate::messages) fn empty(tx: &mut Tx<'_>, id: MessageId) -> Result<()> {
    tx.run(&EMPTY, &params![id])?;
    tx.run(&DROP_REACTIONS, &params![id]).map(drop)
}

pub(in crate::messages) fn drop_photos(tx: &mut Tx<'_>, id: MessageId) -> Result<()> {
    tx.run(&DROP_PHOTOS, &params![id]).map(drop)
}

pub(in crate::messages) fn hide(tx: &mut Tx<'_>, id: MessageId, account: AccountId) -> Result<()> {
    tx.run(&HIDE, &params![id, account]).map(drop)
}

statement!(
    REACTIONS,
    "messages.reactions",
    "SELECT r.message_id, r.account_id, r.kind
       FROM message_reactions r
       JOIN accounts a ON a.id = r.account_id
      WHERE r.message_id IN ($1[]) AND a.state = 'active'"
);
statement!(
    REACT,
    "messages.react",
    "INSERT INTO message_reactions (message_id, account_id, kind, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (message_id, account_id) DO UPDATE SET kind = excluded.kind, created_at = excluded.created_at"
);
statement!(
    UNREACT,
    "messages.unreact",
    "DELETE FROM message_reactions WHERE message_id = $1 AND account_id = $2"
);

/// Who reacted to these messages, and how.
pub(in crate::messages) fn reactions(
    q: &mut Query<'_>,
    ids: &[MessageId],
) -> Result<Vec<(MessageId, AccountId, ReactionKind)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    q.all(&REACTIONS, &params![ids], |row| {
        let word = row.text("kind")?;
        let kind =
            ReactionKind::parse(&word).ok_or_else(|| Error::internal(format!("no reaction {word}")))?;
        Ok((row.id("message_id")?, row.id("account_id")?, kind))
    })
}

pub(in crate::messages) fn react(
    tx: &mut Tx<'_>,
    id: MessageId,
    account: AccountId,
    kind: Option<ReactionKind>,
) -> Result<()> {
    let now = tx.now();
    match kind {
        Some(kind) => tx.run(&REACT, &params![id, account, kind, now]).map(drop),
        None => tx.run(&UNREACT, &params![id, account]).map(drop),
    }
}

statement!(
    IS_REPORTED,
    "messages.is_reported",
    "SELECT 1 AS one FROM report_messages WHERE message_id = $1 AND is_reported LIMIT 1"
);
statement!(
    INSERT_REPORTED,
    "messages.insert_reported",
    "INSERT INTO report_messages (report_id, position, message_id, author_id, source, written_at, is_reported)
     VALUES ($1, $2, $3, $4, $5, $6, $7)"
);
statement!(
    REPORTED,
    "messages.reported",
    "SELECT message_id, author_id, source, written_at, is_reported
       FROM report_messages
      WHERE report_id = $1
      ORDER BY position"
);

/// Whether a report was made about this message.
pub(in crate::messages) fn is_reported(q: &mut Query<'_>, id: MessageId) -> Result<bool> {
    q.exists(&IS_REPORTED, &params![id])
}

/// Keeps copies of messages with a report, in order.
pub(in crate::messages) fn insert_reported(
    tx: &mut Tx<'_>,
    report: ReportId,
    messages: &[Message],
    chosen: MessageId,
) -> Result<()> {
    for (position, message) in messages.iter().enumerate() {
        let values = params![
            report,
            position,
            message.id,
            message.author,
            &message.source,
            message.created_at,
            message.id == chosen
        ];
        tx.run(&INSERT_REPORTED, &values)?;
    }
    Ok(())
}

/// The copies that a report carries, old to new; photos are not looked up here.
pub(in crate::messages) fn reported(q: &mut Query<'_>, report: ReportId) -> Result<Vec<ReportedMessage>> {
    q.all(&REPORTED, &params![report], |row| {
        Ok(ReportedMessage {
            message: row.id("message_id")?,
            author: row.id("author_id")?,
            source: row.text("source")?,
            written_at: row.int("written_at")?,
            is_reported: row.bool("is_reported")?,
            photos: Vec::new(),
            files: Vec::new(),
        })
    })
}
