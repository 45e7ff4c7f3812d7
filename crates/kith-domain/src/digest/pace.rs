//! When a digest is due: at eight in the morning where its reader is, daily or on the first day of their week.

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kith_base::{DAY, Millis, WEEK};

use crate::mail::Pace;

/// The hour at which it comes.
const HOUR_OF_DAY: i8 = 8;

/// The next date after `now`. Those who want none have dates too, at which nothing is sent.
pub(super) fn next_due(pace: Pace, zone: &str, language: &str, now: Millis) -> Millis {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let today = Timestamp::from_millisecond(now).unwrap_or_default().to_zoned(zone.clone()).date();
    (0..=8_i64)
        .map(|days| today.saturating_add(days.days()))
        .filter(|day| pace == Pace::Daily || day.weekday() == first_day(language))
        .filter_map(|day| day.at(HOUR_OF_DAY, 0, 0, 0).to_zoned(zone.clone()).ok())
        .map(|due| due.timestamp().as_millisecond())
        .find(|due| *due > now)
        .unwrap_or(now + length(pace))
}

/// From one digest to the next.
pub(super) const fn length(pace: Pace) -> Millis {
    match pace {
        Pace::Daily => DAY,
        Pace::Off | Pace::Weekly => WEEK,
    }
}

/// The day on which the week begins where the language is spoken most; Monday by the standard.
fn first_day(language: &str) -> Weekday {
    if language == "ar" { Weekday::Sunday } else { Weekday::Monday }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Millis {
        text.parse::<Timestamp>().unwrap().as_millisecond()
    }

    #[test]
    fn it_comes_at_eight_where_the_reader_is() {
        // A Sunday.
        let now = at("2026-03-01T12:00:00Z");
        assert_eq!(next_due(Pace::Daily, "UTC", "en", now), at("2026-03-02T08:00:00Z"));
        assert_eq!(next_due(Pace::Daily, "Asia/Tokyo", "en", now), at("2026-03-01T23:00:00Z"));
        assert_eq!(next_due(Pace::Daily, "America/Los_Angeles", "en", now), at("2026-03-01T16:00:00Z"));
        assert_eq!(next_due(Pace::Weekly, "Europe/Berlin", "de", now), at("2026-03-02T07:00:00Z"));
        assert_eq!(
            next_due(Pace::Weekly, "UTC", "ar", now),
            at("2026-03-08T08:00:00Z"),
            "a Sunday, but over"
        );
        assert_eq!(next_due(Pace::Weekly, "no/where", "en", now), at("2026-03-02T08:00:00Z"));
    }

    #[test]
    fn the_date_itself_leads_to_the_next_one_even_when_clocks_change() {
        let monday = at("2026-03-23T07:00:00Z");
        assert_eq!(next_due(Pace::Weekly, "Europe/Berlin", "de", monday), at("2026-03-30T06:00:00Z"));
        assert_eq!(next_due(Pace::Weekly, "Europe/Berlin", "de", monday - 1), monday);
    }
}
