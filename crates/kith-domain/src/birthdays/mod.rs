//! Birthdays: friends are told on the day, in the morning of their own time zone, of those who let them know it, and see
//! beforehand whose come next.

mod sql;
mod upcoming;

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kith_base::{DAY, HOUR, Millis, Result};
use kith_db::Tx;

pub use upcoming::{Upcoming, upcoming};

use crate::notices::{self, Cause, Occasion};
use crate::viewer::Viewer;
use crate::work::Upkeep;
use crate::{AccountId, App, profiles, viewers};

/// The hour from which on it is morning.
const MORNING: i8 = 7;
/// Friends who are told in one transaction.
const AT_ONCE: usize = 100;
/// What was told so long ago belongs to another year.
const PAST: Millis = 3 * DAY;

inventory::submit! {
    Upkeep { name: "birthdays.tell", every: HOUR, run: |app| Box::pin(tell(app)) }
}

/// A friend who may be told, and of whom.
#[derive(Clone, Debug)]
struct Pair {
    from: AccountId,
    to: AccountId,
    time_zone: String,
    audience: profiles::PartAudience,
}

async fn tell(app: Arc<App>) -> Result<()> {
    let now = app.now();
    // On both sides of midnight in UTC it is some day somewhere.
    for day in
        [-1, 0, 1].into_iter().filter_map(|days| day_at(now, &TimeZone::UTC)?.checked_add(days.days()).ok())
    {
        for (month, day_of_month) in birthdays_on(day) {
            let pairs = app.db.read(move |q| sql::pairs(q, month, day_of_month, now - PAST)).await?;
            let due: Vec<Pair> = pairs.into_iter().filter(|pair| is_morning(day, pair, now)).collect();
            for part in due.chunks(AT_ONCE) {
                let part = part.to_vec();
                app.db.write(move |tx| part.iter().try_for_each(|pair| tell_one(tx, pair))).await?;
            }
        }
    }
    app.db.write(move |tx| sql::sweep(tx, now - PAST)).await
}

fn tell_one(tx: &mut Tx<'_>, pair: &Pair) -> Result<()> {
    sql::put_telling(tx, pair.to, pair.from)?;
    let viewer = Viewer::Member(viewers::load_fresh(tx, pair.to)?);
    if !profiles::policy::is_among(&viewer, pair.from, pair.audience) {
        return Ok(());
    }
    notices::tell(tx, pair.to, &Cause::between(Occasion::Birthday, pair.from))
}

fn day_at(now: Millis, zone: &TimeZone) -> Option<Date> {
    Some(Timestamp::from_millisecond(now).ok()?.to_zoned(zone.clone()).date())
}

/// Whether it is `day` for the friend, and not the middle of the night.
fn is_morning(day: Date, pair: &Pair, now: Millis) -> bool {
    let zone = TimeZone::get(&pair.time_zone).unwrap_or(TimeZone::UTC);
    let Ok(at) = Timestamp::from_millisecond(now) else { return false };
    let there = at.to_zoned(zone);
    there.date() == day && there.hour() >= MORNING
}

/// Months and days of birth that are celebrated on `day`. Who was born on 29 February has a birthday each year.
fn birthdays_on(day: Date) -> Vec<(i64, i64)> {
    let mut found = vec![(i64::from(day.month()), i64::from(day.day()))];
    if day.month() == 2 && day.day() == 28 && !day.in_leap_year() {
        found.push((2, 29));
    }
    found
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_last_of_february_is_celebrated_every_year() {
        assert_eq!(birthdays_on(date(2026, 2, 28)), [(2, 28), (2, 29)]);
        assert_eq!(birthdays_on(date(2028, 2, 28)), [(2, 28)]);
        assert_eq!(birthdays_on(date(2028, 2, 29)), [(2, 29)]);
    }
}
