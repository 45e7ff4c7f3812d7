//! Whose birthdays come next, among the friends who let the viewer know the day.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kith_base::Result;

use super::sql;
use crate::accounts::{self, PersonCard};
use crate::profiles::{PartAudience, policy};
use crate::viewer::Viewer;
use crate::{AccountId, App};

/// A friend's next birthday.
#[derive(Clone, Debug)]
pub struct Upcoming {
    /// Whose.
    pub person: PersonCard,
    /// The month of birth, 1 to 12.
    pub month: u8,
    /// The day of birth.
    pub day: u8,
    /// Days until it is celebrated; zero for today.
    pub in_days: i64,
    /// How old they turn, if they let the viewer know the year.
    pub turns: Option<i64>,
}

/// What stands in a friend's profile.
pub(super) struct Born {
    pub account: AccountId,
    pub month: i64,
    pub day: i64,
    pub year: Option<i64>,
    pub day_audience: PartAudience,
    pub year_audience: PartAudience,
}

/// Birthdays of friends over the next year, the next one first, by the viewer's own calendar.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn upcoming(app: &App, viewer: &Viewer) -> Result<Vec<Upcoming>> {
    let me = viewer.active()?.clone();
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let zone = TimeZone::get(&me.time_zone).unwrap_or(TimeZone::UTC);
            let Ok(now) = Timestamp::from_millisecond(q.now()) else { return Ok(Vec::new()) };
            let today = now.to_zoned(zone).date();
            let mut born = sql::of_friends(q, me.id)?;
            born.retain(|born| policy::is_among(&viewer, born.account, born.day_audience));
            let ids: Vec<AccountId> = born.iter().map(|born| born.account).collect();
            let mut people = accounts::cards(q, &ids)?;
            let mut found: Vec<Upcoming> = born
                .into_iter()
                .filter_map(|born| {
                    let person = people.remove(&born.account)?;
                    let (next, in_days) = next(today, born.month, born.day)?;
                    let knows_year = policy::is_among(&viewer, born.account, born.year_audience);
                    let turns = born.year.filter(|_| knows_year).map(|year| i64::from(next.year()) - year);
                    Some(Upcoming {
                        person,
                        month: u8::try_from(born.month).ok()?,
                        day: u8::try_from(born.day).ok()?,
                        in_days,
                        turns: turns.filter(|turns| *turns > 0),
                    })
                })
                .collect();
            found.sort_by(|left, right| {
                (left.in_days, &left.person.name).cmp(&(right.in_days, &right.person.name))
            });
            Ok(found)
        })
        .await
}

/// When it is celebrated next, and how many days that is from `today`.
fn next(today: Date, month: i64, day: i64) -> Option<(Date, i64)> {
    let in_year = |year: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        // Who was born on 29 February has a birthday each year.
        Date::new(year, month, day)
            .or_else(|error| match (month, day) {
                (2, 29) => Date::new(year, 2, 28),
                _ => Err(error),
            })
            .ok()
    };
    let this = in_year(today.year())?;
    let next = if this >= today { this } else { in_year(today.year().checked_add(1)?)? };
    let span = today.until((jiff::Unit::Day, next)).ok()?;
    Some((next, i64::from(span.get_days())))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_one_is_today_or_later() {
        let today = date(2026, 12, 30);
        assert_eq!(next(today, 12, 30), Some((today, 0)));
        assert_eq!(next(today, 1, 1), Some((date(2027, 1, 1), 2)));
        assert_eq!(next(today, 12, 29), Some((date(2027, 12, 29), 364)));
        assert_eq!(next(date(2027, 2, 27), 2, 29), Some((date(2027, 2, 28), 1)));
        assert_eq!(next(date(2028, 2, 28), 2, 29), Some((date(2028, 2, 29), 1)));
        assert_eq!(next(today, 13, 1), None);
    }
}
