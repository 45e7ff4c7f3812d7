//! Statements of memories.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use crate::posts::policy::may_see_sql;
use crate::{AccountId, PostId};

// `$1` is the member whose memories they are, who also looks.
statement!(
    POSTS,
    "memories.posts",
    concat!(
        "SELECT p.id
           FROM posts p
          WHERE p.id >= $2 AND p.id < $3
            AND (p.author_id = $1
                 OR EXISTS (SELECT 1
                              FROM post_photos f
                              JOIN photo_tags t ON t.media_id = f.media_id
                             WHERE f.post_id = p.id AND t.account_id = $1 AND t.state = 'shown'))
            AND NOT EXISTS (SELECT 1
                              FROM memory_people h
                             WHERE h.account_id = $1
                               AND (h.person_id = p.author_id
                                    OR h.person_id = p.owner_id
                                    OR EXISTS (SELECT 1 FROM post_mentions n
                                                WHERE n.post_id = p.id AND n.account_id = h.person_id)
                                    OR EXISTS (SELECT 1
                                                 FROM post_photos f
                                                 JOIN photo_tags t ON t.media_id = f.media_id
                                                WHERE f.post_id = p.id AND t.account_id = h.person_id
                                                  AND t.state = 'shown')))
            AND ",
        may_see_sql!(),
        " ORDER BY p.id LIMIT $4"
    )
);

/// Posts between two moments that are of the member or show photos of them.
pub(super) fn posts(
    q: &mut Query<'_>,
    me: AccountId,
    from: PostId,
    to: PostId,
    limit: usize,
) -> Result<Vec<PostId>> {
    q.all(&POSTS, &params![me, from, to, limit], |row| row.id("id"))
}

statement!(
    CANDIDATES,
    "memories.candidates",
    "SELECT DISTINCT a.id, a.time_zone
       FROM posts p
       JOIN accounts a ON a.id = p.author_id AND a.state = 'active'
      WHERE p.id >= $1 AND p.id < $2 AND p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM memory_choices c
                         WHERE c.account_id = a.id AND (c.is_off OR c.told_at > $3))
      UNION
     SELECT a.id, a.time_zone
       FROM posts p
       JOIN post_photos f ON f.post_id = p.id
       JOIN photo_tags t ON t.media_id = f.media_id AND t.state = 'shown'
       JOIN accounts a ON a.id = t.account_id AND a.state = 'active'
      WHERE p.id >= $1 AND p.id < $2 AND p.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM memory_choices c
                         WHERE c.account_id = a.id AND (c.is_off OR c.told_at > $3))"
);

/// Who may have memories of what was written between two moments and was not looked at since `since`: id and time zone.
pub(super) fn candidates(
    q: &mut Query<'_>,
    from: PostId,
    to: PostId,
    since: Millis,
) -> Result<Vec<(AccountId, String)>> {
    q.all(&CANDIDATES, &params![from, to, since], |row| Ok((row.id("id")?, row.text("time_zone")?)))
}

statement!(
    IS_OFF,
    "memories.is_off",
    "SELECT account_id FROM memory_choices WHERE account_id = $1 AND is_off"
);
statement!(
    PUT_OFF,
    "memories.put_off",
    "INSERT INTO memory_choices (account_id, is_off, told_at) VALUES ($1, $2, 0)
         ON CONFLICT (account_id) DO UPDATE SET is_off = excluded.is_off"
);
statement!(
    PUT_TOLD,
    "memories.put_told",
    "INSERT INTO memory_choices (account_id, is_off, told_at) VALUES ($1, FALSE, $2)
         ON CONFLICT (account_id) DO UPDATE SET told_at = excluded.told_at"
);
statement!(HIDES_DAY, "memories.hides_day", "SELECT day FROM memory_days WHERE account_id = $1 AND day = $2");
statement!(
    HIDE_DAY,
    "memories.hide_day",
    "INSERT INTO memory_days (account_id, day) VALUES ($1, $2) ON CONFLICT (account_id, day) DO NOTHING"
);
statement!(SHOW_DAY, "memories.show_day", "DELETE FROM memory_days WHERE account_id = $1 AND day = $2");
statement!(DAYS, "memories.days", "SELECT day FROM memory_days WHERE account_id = $1 ORDER BY day");
statement!(
    HIDE_PERSON,
    "memories.hide_person",
    "INSERT INTO memory_people (account_id, person_id) VALUES ($1, $2)
     ON CONFLICT (account_id, person_id) DO NOTHING"
);
statement!(
    SHOW_PERSON,
    "memories.show_person",
    "DELETE FROM memory_people WHERE account_id = $1 AND person_id = $2"
);
statement!(
    PEOPLE,
    "memories.people",
    "SELECT person_id FROM memory_people WHERE account_id = $1 ORDER BY person_id"
);

pub(super) fn is_off(q: &mut Query<'_>, account: AccountId) -> Result<bool> {
    q.exists(&IS_OFF, &params![account])
}

pub(super) fn put_off(tx: &mut Tx<'_>, account: AccountId, is_off: bool) -> Result<()> {
    tx.run(&PUT_OFF, &params![account, is_off]).map(drop)
}

pub(super) fn put_told(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_TOLD, &params![account, now]).map(drop)
}

pub(super) fn hides_day(q: &mut Query<'_>, account: AccountId, day: i64) -> Result<bool> {
    q.exists(&HIDES_DAY, &params![account, day])
}

pub(super) fn hide_day(tx: &mut Tx<'_>, account: AccountId, day: i64, hidden: bool) -> Result<()> {
    let statement = if hidden { &HIDE_DAY } else { &SHOW_DAY };
    tx.run(statement, &params![account, day]).map(drop)
}

pub(super) fn hidden_days(q: &mut Query<'_>, account: AccountId) -> Result<Vec<i64>> {
    q.all(&DAYS, &params![account], |row| row.int("day"))
}

pub(super) fn hide_person(
    tx: &mut Tx<'_>,
    account: AccountId,
    person: AccountId,
    hidden: bool,
) -> Result<()> {
    let statement = if hidden { &HIDE_PERSON } else { &SHOW_PERSON };
    tx.run(statement, &params![account, person]).map(drop)
}

pub(super) fn hidden_people(q: &mut Query<'_>, account: AccountId) -> Result<Vec<AccountId>> {
    q.all(&PEOPLE, &params![account], |row| row.id("person_id"))
}
