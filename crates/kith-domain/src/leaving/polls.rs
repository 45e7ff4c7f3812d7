//! The statements that erase polls in conversations, in the order in which it goes: those on what somebody wrote, and
//! those in conversations where nobody else ever had a place; `$1` is the account. Polls on posts go with these, and what
//! they chose elsewhere with all else.

use kith_base::Result;
use kith_db::{Statement, Tx, params, statement};

use crate::AccountId;

macro_rules! asked_sql {
    () => {
        "(SELECT asked.id
            FROM polls asked
            JOIN messages m ON m.id = asked.message_id
           WHERE m.author_id = $1
              OR m.conversation_id IN (SELECT s.conversation_id
                                         FROM conversation_members s
                                        WHERE s.account_id = $1
                                          AND NOT EXISTS (SELECT 1 FROM conversation_members o
                                                           WHERE o.conversation_id = s.conversation_id
                                                             AND o.account_id <> $1)))"
    };
}
statement!(
    VOTES,
    "leaving.message_poll_votes",
    concat!("DELETE FROM poll_votes WHERE poll_id IN ", asked_sql!())
);
statement!(
    VOTERS,
    "leaving.message_poll_voters",
    concat!("DELETE FROM poll_voters WHERE poll_id IN ", asked_sql!())
);
statement!(
    OPTIONS,
    "leaving.message_poll_options",
    concat!("DELETE FROM poll_options WHERE poll_id IN ", asked_sql!())
);
statement!(POLLS, "leaving.message_polls", concat!("DELETE FROM polls WHERE id IN ", asked_sql!()));

/// Takes away what somebody asked in conversations. Goes before the conversations themselves.
pub(super) fn leave(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    let all: [&Statement; 4] = [&VOTES, &VOTERS, &OPTIONS, &POLLS];
    all.iter().try_for_each(|statement| tx.run(statement, &params![account]).map(drop))
}
