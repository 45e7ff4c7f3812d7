//! The statements of birthdays.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx, params, statement};

use super::Pair;
use super::upcoming::Born;
use crate::AccountId;
use crate::profiles::PartAudience;

statement!(
    PAIRS,
    "birthdays.pairs",
    "SELECT a.id AS from_id, a.birth_day_audience, r.id AS account_id, r.time_zone
       FROM accounts a
       JOIN friendships s ON s.account_id = a.id
       JOIN accounts r ON r.id = s.friend_id AND r.state = 'active'
      WHERE a.birth_month = $1 AND a.birth_day = $2 AND a.state = 'active'
        AND NOT EXISTS (SELECT 1 FROM birthday_tellings t
                         WHERE t.account_id = r.id AND t.from_id = a.id AND t.told_at > $3)
      ORDER BY r.id, a.id"
);
statement!(
    PUT_TELLING,
    "birthdays.put_telling",
    "INSERT INTO birthday_tellings (account_id, from_id, told_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id, from_id) DO UPDATE SET told_at = excluded.told_at"
);
statement!(SWEEP, "birthdays.sweep", "DELETE FROM birthday_tellings WHERE told_at <= $1");

/// Friends of those who were born on that day, unless they were told after `since`.
pub(super) fn pairs(q: &mut Query<'_>, month: i64, day: i64, since: Millis) -> Result<Vec<Pair>> {
    q.all(&PAIRS, &params![month, day, since], |row| {
        Ok(Pair {
            from: row.id("from_id")?,
            to: row.id("account_id")?,
            time_zone: row.text("time_zone")?,
            audience: PartAudience::parse(&row.text("birth_day_audience")?).unwrap_or(PartAudience::Self_),
        })
    })
}

pub(super) fn put_telling(tx: &mut Tx<'_>, to: AccountId, from: AccountId) -> Result<()> {
    let now = tx.now();
    tx.run(&PUT_TELLING, &params![to, from, now]).map(drop)
}

pub(super) fn sweep(tx: &mut Tx<'_>, before: Millis) -> Result<()> {
    tx.run(&SWEEP, &params![before]).map(drop)
}

statement!(
    OF_FRIENDS,
    "birthdays.of_friends",
    "SELECT a.id, a.birth_month, a.birth_day, a.birth_year, a.birth_day_audience, a.birth_year_audience
       FROM friendships f
       JOIN accounts a ON a.id = f.friend_id AND a.state = 'active'
      WHERE f.account_id = $1 AND a.birth_month IS NOT NULL AND a.birth_day IS NOT NULL
      ORDER BY a.id"
);

/// When friends of `account` were born, as far as they said so, and to whom.
pub(super) fn of_friends(q: &mut Query<'_>, account: AccountId) -> Result<Vec<Born>> {
    let audience = |word: String| PartAudience::parse(&word).unwrap_or(PartAudience::Self_);
    q.all(&OF_FRIENDS, &params![account], |row| {
        Ok(Born {
            account: row.id("id")?,
            month: row.int("birth_month")?,
            day: row.int("birth_day")?,
            year: row.opt_int("birth_year")?,
            day_audience: audience(row.text("birth_day_audience")?),
            year_audience: audience(row.text("birth_year_audience")?),
        })
    })
}
