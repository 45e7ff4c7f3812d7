//! Statements of polls.

use std::collections::HashMap;

use kith_base::{Id, Millis, Result};
use kith_db::{Query, Statement, Tx, Value, params, statement};

use super::close::Close;
use super::model::{NewPoll, Stored};
use crate::{AccountId, MessageId, PollId, PostId};

statement!(
    OF_POSTS,
    "polls.of_posts",
    "SELECT p.id, p.post_id, p.is_multiple, p.hides_totals, p.ends_at, p.voter_count, o.position, o.title,
            o.vote_count, v.account_id AS chosen_by
       FROM polls p
       JOIN poll_options o ON o.poll_id = p.id
       LEFT JOIN poll_votes v ON v.poll_id = p.id AND v.position = o.position AND v.account_id = $1
      WHERE p.post_id IN ($2[])
      ORDER BY p.id, o.position"
);

statement!(
    OF_MESSAGES,
    "polls.of_messages",
    "SELECT p.id, p.message_id, p.is_multiple, p.hides_totals, p.ends_at, p.voter_count, o.position, o.title,
            o.vote_count, v.account_id AS chosen_by
       FROM polls p
       JOIN poll_options o ON o.poll_id = p.id
       LEFT JOIN poll_votes v ON v.poll_id = p.id AND v.position = o.position AND v.account_id = $1
      WHERE p.message_id IN ($2[])
      ORDER BY p.id, o.position"
);

/// The polls of these posts, with what `viewer` chose.
pub(super) fn of_posts(
    q: &mut Query<'_>,
    viewer: AccountId,
    posts: &[PostId],
) -> Result<HashMap<PostId, Stored>> {
    stored(q, &OF_POSTS, "post_id", &params![viewer, posts])
}

/// The polls of these messages, with what `viewer` chose.
pub(super) fn of_messages(
    q: &mut Query<'_>,
    viewer: AccountId,
    messages: &[MessageId],
) -> Result<HashMap<MessageId, Stored>> {
    stored(q, &OF_MESSAGES, "message_id", &params![viewer, messages])
}

/// Polls by what they stand on, whose id is in this column.
fn stored<K>(
    q: &mut Query<'_>,
    statement: &'static Statement,
    stands_on: &str,
    values: &[Value],
) -> Result<HashMap<Id<K>, Stored>> {
    let mut found: HashMap<Id<K>, Stored> = HashMap::new();
    q.all(statement, values, |row| {
        let poll = match found.entry(row.id(stands_on)?) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => place.insert(Stored {
                id: row.id("id")?,
                is_multiple: row.bool("is_multiple")?,
                hides_totals: row.bool("hides_totals")?,
                ends_at: row.int("ends_at")?,
                voters: row.int("voter_count")?,
                options: Vec::new(),
                mine: Vec::new(),
            }),
        };
        if row.opt_int("chosen_by")?.is_some() {
            poll.mine.push(usize::try_from(row.int("position")?).unwrap_or(usize::MAX));
        }
        poll.options.push((row.text("title")?, row.int("vote_count")?));
        Ok(())
    })?;
    Ok(found)
}

statement!(POST_OF, "polls.post_of", "SELECT post_id FROM polls WHERE id = $1 AND post_id IS NOT NULL");
statement!(
    MESSAGE_OF,
    "polls.message_of",
    "SELECT message_id FROM polls WHERE id = $1 AND message_id IS NOT NULL"
);

/// The message on which a poll stands.
pub(super) fn message_of(q: &mut Query<'_>, id: PollId) -> Result<Option<MessageId>> {
    q.find(&MESSAGE_OF, &params![id], |row| row.id("message_id"))
}

/// The post on which a poll stands.
pub(super) fn post_of(q: &mut Query<'_>, id: PollId) -> Result<Option<PostId>> {
    q.find(&POST_OF, &params![id], |row| row.id("post_id"))
}

statement!(
    INSERT,
    "polls.insert",
    "INSERT INTO polls (id, post_id, is_multiple, hides_totals, ends_at, voter_count) VALUES ($1, $2, $3, $4, $5, 0)"
);
statement!(
    INSERT_OPTION,
    "polls.insert_option",
    "INSERT INTO poll_options (poll_id, position, title, vote_count) VALUES ($1, $2, $3, 0)"
);

statement!(
    INSERT_ON_MESSAGE,
    "polls.insert_on_message",
    "INSERT INTO polls (id, message_id, is_multiple, hides_totals, ends_at, voter_count)
     VALUES ($1, $2, $3, $4, $5, 0)"
);

pub(super) fn insert(tx: &mut Tx<'_>, post: PostId, new: &NewPoll) -> Result<()> {
    let (id, ends_at): (PollId, Millis) = (tx.new_id(), tx.now() + new.lasts);
    tx.run(&INSERT, &params![id, post, new.is_multiple, new.hides_totals, ends_at])?;
    insert_options(tx, id, new)?;
    tx.enqueue(super::close::CLOSE, &Close { poll: id }, ends_at)
}

pub(super) fn insert_on_message(tx: &mut Tx<'_>, message: MessageId, new: &NewPoll) -> Result<()> {
    let (id, ends_at): (PollId, Millis) = (tx.new_id(), tx.now() + new.lasts);
    tx.run(&INSERT_ON_MESSAGE, &params![id, message, new.is_multiple, new.hides_totals, ends_at])?;
    insert_options(tx, id, new)
}

fn insert_options(tx: &mut Tx<'_>, id: PollId, new: &NewPoll) -> Result<()> {
    for (position, title) in new.options.iter().enumerate() {
        tx.run(&INSERT_OPTION, &params![id, position, title])?;
    }
    Ok(())
}

/// What belongs to the poll of a message, in the order in which it goes; `$1` is the message.
macro_rules! of_message {
    ($($name:ident, $label:literal, $sql:literal;)*) => {
        $(statement!($name, $label, $sql);)*
        static OF_MESSAGE: &[&Statement] = &[$(&$name),*];
    };
}
of_message! {
    ERASE_VOTES, "polls.erase_votes",
        "DELETE FROM poll_votes WHERE poll_id IN (SELECT id FROM polls WHERE message_id = $1)";
    ERASE_VOTERS, "polls.erase_voters",
        "DELETE FROM poll_voters WHERE poll_id IN (SELECT id FROM polls WHERE message_id = $1)";
    ERASE_OPTIONS, "polls.erase_options",
        "DELETE FROM poll_options WHERE poll_id IN (SELECT id FROM polls WHERE message_id = $1)";
    ERASE_POLL, "polls.erase", "DELETE FROM polls WHERE message_id = $1";
}

pub(super) fn erase_of_message(tx: &mut Tx<'_>, message: MessageId) -> Result<()> {
    OF_MESSAGE.iter().try_for_each(|statement| tx.run(statement, &params![message]).map(drop))
}

statement!(
    AUTHOR_OF,
    "polls.author_of",
    "SELECT p.id AS post_id, p.author_id
       FROM polls l
       JOIN posts p ON p.id = l.post_id
      WHERE l.id = $1 AND p.deleted_at IS NULL"
);

/// The post on which a poll stands and who wrote it, while it is there.
pub(super) fn author_of(q: &mut Query<'_>, id: PollId) -> Result<Option<(PostId, AccountId)>> {
    q.find(&AUTHOR_OF, &params![id], |row| Ok((row.id("post_id")?, row.id("author_id")?)))
}

statement!(
    VOTERS,
    "polls.voters",
    "SELECT account_id FROM poll_voters WHERE poll_id = $1 AND account_id > $2 ORDER BY account_id LIMIT $3"
);

/// Those who voted, by id.
pub(super) fn voters(
    q: &mut Query<'_>,
    id: PollId,
    after: AccountId,
    limit: usize,
) -> Result<Vec<AccountId>> {
    q.all(&VOTERS, &params![id, after, limit], |row| row.id("account_id"))
}

statement!(
    INSERT_VOTER,
    "polls.insert_voter",
    "INSERT INTO poll_voters (poll_id, account_id, voted_at) VALUES ($1, $2, $3)
     ON CONFLICT (poll_id, account_id) DO NOTHING"
);
statement!(
    INSERT_VOTE,
    "polls.insert_vote",
    "INSERT INTO poll_votes (poll_id, account_id, position) VALUES ($1, $2, $3)"
);
statement!(COUNT_VOTER, "polls.count_voter", "UPDATE polls SET voter_count = voter_count + 1 WHERE id = $1");
statement!(
    COUNT_VOTE,
    "polls.count_vote",
    "UPDATE poll_options SET vote_count = vote_count + 1 WHERE poll_id = $1 AND position = $2"
);

/// Writes one person's vote; whether it is their first.
pub(super) fn vote(tx: &mut Tx<'_>, id: PollId, voter: AccountId, choices: &[usize]) -> Result<bool> {
    let now = tx.now();
    if tx.run(&INSERT_VOTER, &params![id, voter, now])? == 0 {
        return Ok(false);
    }
    tx.run(&COUNT_VOTER, &params![id])?;
    for choice in choices {
        tx.run(&INSERT_VOTE, &params![id, voter, *choice])?;
        tx.run(&COUNT_VOTE, &params![id, *choice])?;
    }
    Ok(true)
}

statement!(
    UNCOUNT_VOTES,
    "polls.uncount_votes",
    "UPDATE poll_options SET vote_count = vote_count - 1
      WHERE poll_id = $1
        AND position IN (SELECT v.position FROM poll_votes v WHERE v.poll_id = $1 AND v.account_id = $2)"
);
statement!(
    DELETE_VOTES,
    "polls.delete_votes",
    "DELETE FROM poll_votes WHERE poll_id = $1 AND account_id = $2"
);
statement!(
    DELETE_VOTER,
    "polls.delete_voter",
    "DELETE FROM poll_voters WHERE poll_id = $1 AND account_id = $2"
);
statement!(
    UNCOUNT_VOTER,
    "polls.uncount_voter",
    "UPDATE polls SET voter_count = voter_count - 1 WHERE id = $1"
);

/// Takes one person's vote back; whether there was one.
pub(super) fn unvote(tx: &mut Tx<'_>, id: PollId, voter: AccountId) -> Result<bool> {
    if tx.run(&DELETE_VOTER, &params![id, voter])? == 0 {
        return Ok(false);
    }
    tx.run(&UNCOUNT_VOTES, &params![id, voter])?;
    tx.run(&DELETE_VOTES, &params![id, voter])?;
    tx.run(&UNCOUNT_VOTER, &params![id])?;
    Ok(true)
}
