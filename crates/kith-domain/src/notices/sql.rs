//! The statements that write and remove notices.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::{Alerts, Cause, Choices, Occasion, Passage, Place, Quiet, Sender};
use crate::kinds::{NoticeId, PushSubscriptionId};
use crate::{AccountId, CommentId, ConversationId, GroupId, MessageId};

statement!(
    INSERT,
    "notices.insert",
    "INSERT INTO notices (id, account_id, occasion, from_id, post_id, comment_id, reaction, group_key, created_at,
                          conversation_id, message_id, place, event_id, group_id)
     SELECT CAST($1 AS BIGINT), a.id, CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS BIGINT),
            CAST($7 AS TEXT), CAST($8 AS TEXT), CAST($9 AS BIGINT), CAST($10 AS BIGINT),
            CAST($11 AS BIGINT), CAST($12 AS TEXT), CAST($13 AS BIGINT), CAST($14 AS BIGINT)
       FROM accounts a
      WHERE a.id = $2 AND a.state = 'active'
        AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.account_id = a.id AND b.blocked_id = $4)
        AND NOT EXISTS (SELECT 1 FROM blocks b WHERE b.blocked_id = a.id AND b.account_id = $4)
        AND NOT EXISTS (SELECT 1 FROM mutes m
                         WHERE m.account_id = a.id AND m.muted_id = $4 AND (m.until_at IS NULL OR m.until_at > $9))
        AND NOT EXISTS (SELECT 1 FROM restrictions r WHERE r.account_id = a.id AND r.restricted_id = $4)
        AND NOT EXISTS (SELECT 1 FROM post_mutes t WHERE t.account_id = a.id AND t.post_id = $5)
         ON CONFLICT (account_id, occasion, from_id, COALESCE(post_id, 0), COALESCE(comment_id, 0),
                      COALESCE(conversation_id, 0), COALESCE(message_id, 0), COALESCE(event_id, 0),
                      COALESCE(group_id, 0)) DO NOTHING"
);
statement!(
    DELETE,
    "notices.delete",
    "DELETE FROM notices
      WHERE account_id = $1 AND occasion = $2 AND from_id = $3 AND COALESCE(post_id, 0) = $4
        AND COALESCE(comment_id, 0) = $5 AND COALESCE(conversation_id, 0) = $6 AND COALESCE(message_id, 0) = $7
        AND COALESCE(event_id, 0) = $8 AND COALESCE(group_id, 0) = $9"
);
statement!(
    DELETE_OF_GROUP,
    "notices.delete_of_group",
    "DELETE FROM notices WHERE group_id = $2 AND account_id = $1 AND occasion = $3"
);
statement!(
    DELETE_OF_CHAT,
    "notices.delete_of_chat",
    "DELETE FROM notices WHERE conversation_id = $2 AND account_id = $1 AND occasion = $3"
);
statement!(
    DELETE_OF_MESSAGE,
    "notices.delete_of_message",
    "DELETE FROM notices WHERE conversation_id = $1 AND message_id = $2"
);
statement!(
    CUT,
    "notices.cut",
    "DELETE FROM notices
      WHERE account_id = $1
        AND id <= (SELECT n.id FROM notices n WHERE n.account_id = $1 ORDER BY n.id DESC LIMIT 1 OFFSET $2)"
);
statement!(
    SUBSCRIPTIONS,
    "notices.subscriptions",
    "SELECT id, alerts, session_id FROM push_subscriptions WHERE account_id = $1 AND policy <> 'none'"
);
statement!(SWEEP, "notices.sweep", "DELETE FROM notices WHERE created_at < $1");

/// Whether there is a row now that was not there before.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    id: NoticeId,
    to: AccountId,
    cause: &Cause,
    (group_key, place): (Option<String>, Place),
    now: Millis,
) -> Result<bool> {
    let occasion = cause.occasion;
    let values = params![
        id,
        to,
        occasion,
        cause.from,
        cause.post,
        cause.comment,
        cause.reaction,
        group_key.as_deref(),
        now,
        cause.conversation,
        cause.message,
        place,
        cause.event,
        cause.group
    ];
    Ok(tx.run(&INSERT, &values)? > 0)
}

statement!(
    TOLD_OF,
    "notices.told_of",
    "SELECT DISTINCT account_id FROM notices WHERE comment_id = $1 ORDER BY account_id"
);

pub(super) fn told_of(q: &mut Query<'_>, comment: CommentId) -> Result<Vec<AccountId>> {
    q.all(&TOLD_OF, &params![comment], |row| row.id("account_id"))
}

/// Whether there was one.
pub(super) fn delete(tx: &mut Tx<'_>, to: AccountId, cause: &Cause) -> Result<bool> {
    let (post, comment) = (cause.post.unwrap_or_default(), cause.comment.unwrap_or_default());
    let (conversation, message) = (cause.conversation.unwrap_or_default(), cause.message.unwrap_or_default());
    let (event, group) = (cause.event.unwrap_or_default(), cause.group.unwrap_or_default());
    let values = params![to, cause.occasion, cause.from, post, comment, conversation, message, event, group];
    tx.run(&DELETE, &values).map(|rows| rows > 0)
}

pub(super) fn delete_of_chat(
    tx: &mut Tx<'_>,
    to: AccountId,
    conversation: ConversationId,
    occasion: Occasion,
) -> Result<()> {
    tx.run(&DELETE_OF_CHAT, &params![to, conversation, occasion]).map(drop)
}

/// Whether there was one.
pub(super) fn delete_of_group(
    tx: &mut Tx<'_>,
    to: AccountId,
    group: GroupId,
    occasion: Occasion,
) -> Result<bool> {
    tx.run(&DELETE_OF_GROUP, &params![to, group, occasion]).map(|rows| rows > 0)
}

pub(super) fn delete_of_message(
    tx: &mut Tx<'_>,
    conversation: ConversationId,
    message: MessageId,
) -> Result<()> {
    tx.run(&DELETE_OF_MESSAGE, &params![conversation, message]).map(drop)
}

statement!(
    RECEIVER,
    "notices.receiver",
    "SELECT a.time_zone, c.channels, c.quiet_from, c.quiet_to, c.strangers, c.newcomers, f.created_at AS joined_at,
            (EXISTS (SELECT 1 FROM friendships s WHERE s.account_id = a.id AND s.friend_id = f.id)
             OR EXISTS (SELECT 1 FROM follows w WHERE w.follower_id = a.id AND w.followed_id = f.id)) AS is_known
       FROM accounts a
       JOIN accounts f ON f.id = $2
       LEFT JOIN notice_choices c ON c.account_id = a.id
      WHERE a.id = $1"
);

statement!(
    LETTER_WAITS,
    "notices.letter_waits",
    "UPDATE notices SET letter_waits = $3 WHERE account_id = $1 AND id IN ($2[])"
);
statement!(
    WAITING,
    "notices.waiting",
    "SELECT id FROM notices WHERE account_id = $1 AND letter_waits = TRUE ORDER BY id LIMIT $2"
);

/// Notes that a letter about these is still to come, or no longer.
pub(super) fn set_letter_waits(
    tx: &mut Tx<'_>,
    account: AccountId,
    ids: &[NoticeId],
    waits: bool,
) -> Result<()> {
    tx.run(&LETTER_WAITS, &params![account, ids, waits]).map(drop)
}

/// Those about which a letter is still to come, the oldest first.
pub(super) fn waiting(q: &mut Query<'_>, account: AccountId, limit: usize) -> Result<Vec<NoticeId>> {
    q.all(&WAITING, &params![account, limit], |row| row.id("id"))
}

/// Who is told, and by whom.
pub(super) struct Receiver {
    pub choices: Choices,
    pub time_zone: String,
    pub sender: Sender,
}

pub(super) fn receiver(q: &mut Query<'_>, to: AccountId, from: AccountId) -> Result<Option<Receiver>> {
    q.find(&RECEIVER, &params![to, from], |row| {
        let passage = |word: Option<String>| word.and_then(|word| Passage::parse(&word)).unwrap_or_default();
        Ok(Receiver {
            choices: Choices {
                channels: Choices::channels_of(&row.opt_text("channels")?.unwrap_or_default()),
                quiet: row
                    .opt_int("quiet_from")?
                    .zip(row.opt_int("quiet_to")?)
                    .map(|(from, to)| Quiet { from, to }),
                strangers: passage(row.opt_text("strangers")?),
                newcomers: passage(row.opt_text("newcomers")?),
            },
            time_zone: row.text("time_zone")?,
            sender: Sender { is_known: row.bool("is_known")?, joined_at: row.int("joined_at")? },
        })
    })
}

statement!(
    PUT_CHOICES,
    "notices.put_choices",
    "INSERT INTO notice_choices (account_id, channels, quiet_from, quiet_to, strangers, newcomers, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (account_id) DO UPDATE
        SET channels = excluded.channels, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
            strangers = excluded.strangers, newcomers = excluded.newcomers, updated_at = excluded.updated_at"
);

pub(super) fn put_choices(tx: &mut Tx<'_>, account: AccountId, choices: &Choices) -> Result<()> {
    let (from, to) = (choices.quiet.map(|quiet| quiet.from), choices.quiet.map(|quiet| quiet.to));
    let (words, now) = (choices.channel_words(), tx.now());
    let values = params![account, words, from, to, choices.strangers, choices.newcomers, now];
    tx.run(&PUT_CHOICES, &values).map(drop)
}

/// Drops all but the newest `kept`.
pub(super) fn cut(tx: &mut Tx<'_>, account: AccountId, kept: usize) -> Result<()> {
    tx.run(&CUT, &params![account, kept]).map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP, &params![before]).map(drop)
}

/// Apps of `account` that are woken at all, and what for.
/// An app or a browser that wants to be woken.
pub(super) struct Woken {
    pub id: PushSubscriptionId,
    pub alerts: Alerts,
    pub is_browser: bool,
}

pub(super) fn subscriptions(q: &mut Query<'_>, to: AccountId) -> Result<Vec<Woken>> {
    q.all(&SUBSCRIPTIONS, &params![to], |row| {
        Ok(Woken {
            id: row.id("id")?,
            alerts: Alerts::parse(&row.text("alerts")?),
            is_browser: row.opt_int("session_id")?.is_some(),
        })
    })
}
