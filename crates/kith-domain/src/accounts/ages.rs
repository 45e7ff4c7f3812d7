//! How old somebody is, as far as they say, and the line below which they are protected from adults whom they do not know.

use kith_base::Millis;

/// Who is younger is a minor: nobody older reaches them first, unless they are friends.
pub const AGE_LINE: i64 = 18;

/// A day of the calendar: year, month, day.
pub type Day = (i64, i64, i64);

/// A date of birth, as far as it was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Birthday {
    /// The year.
    pub year: Option<i64>,
    /// Month and day.
    pub day: Option<(i64, i64)>,
}

impl Birthday {
    /// Full years on `today`; a day that was not given counts as `unknown`.
    fn age(&self, today: Day, unknown: (i64, i64)) -> Option<i64> {
        let (year, month, day) = today;
        let has_come = (month, day) >= self.day.unwrap_or(unknown);
        self.year.map(|born| year - born - i64::from(!has_come))
    }
}

/// Whether somebody is below the line, as far as they say. Where only the year is known, the year in which they come of
/// age counts as one in which they have not yet.
pub fn is_minor(birthday: &Birthday, today: Day) -> bool {
    birthday.age(today, (12, 31)).is_some_and(|age| age < AGE_LINE)
}

/// Whether somebody may be above the line. Who says nothing may be.
pub fn may_be_adult(birthday: &Birthday, today: Day) -> bool {
    birthday.age(today, (1, 1)).is_none_or(|age| age >= AGE_LINE)
}

/// The day at `now`, by universal time.
pub fn today(now: Millis) -> Day {
    jiff::Timestamp::from_millisecond(now).map_or((0, 1, 1), |at| {
        let date = at.to_zoned(jiff::tz::TimeZone::UTC).date();
        (date.year().into(), date.month().into(), date.day().into())
    })
}
