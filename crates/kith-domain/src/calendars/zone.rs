//! Between what clocks on the wall show and moments.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kith_base::Millis;

/// How times without a zone are stored, as in calendar files.
const LOCAL: &str = "%Y%m%dT%H%M%S";

/// The zone of an IANA name; universal time for one that is not known.
pub fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// Whether there is a zone of this name.
pub fn is_known(name: &str) -> bool {
    TimeZone::get(name).is_ok()
}

/// The moment at which clocks in `zone` show `at`. Where they show it twice it is the first time; where they leave it out,
/// as much later as they jump.
pub fn instant(zone: &TimeZone, at: DateTime) -> Millis {
    let found = zone.to_ambiguous_zoned(at).compatible();
    found.map_or(0, |zoned| zoned.timestamp().as_millisecond())
}

/// What clocks in `zone` show at a moment.
pub fn local(zone: &TimeZone, at: Millis) -> DateTime {
    let bound = if at < 0 { Timestamp::MIN } else { Timestamp::MAX };
    let at = Timestamp::from_millisecond(at).unwrap_or(bound);
    at.to_zoned(zone.clone()).datetime()
}

/// Reads what [`print_local`] wrote.
pub fn parse_local(text: &str) -> Option<DateTime> {
    DateTime::strptime(LOCAL, text).ok()
}

/// A time without a zone, as it is stored.
pub fn print_local(at: DateTime) -> String {
    at.strftime(LOCAL).to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_clocks_leave_out_is_later_and_what_they_show_twice_is_earlier() {
        let berlin = zone("Europe/Berlin");
        let skipped = instant(&berlin, date(2026, 3, 29).at(2, 30, 0, 0));
        assert_eq!(local(&berlin, skipped), date(2026, 3, 29).at(3, 30, 0, 0));
        let twice = date(2026, 10, 25).at(2, 30, 0, 0);
        assert_eq!(local(&TimeZone::UTC, instant(&berlin, twice)), date(2026, 10, 25).at(0, 30, 0, 0));
    }

    #[test]
    fn stored_times_are_read_again() {
        let at = date(2026, 5, 9).at(19, 30, 0, 0);
        assert_eq!(print_local(at), "20260509T193000");
        assert_eq!(parse_local("20260509T193000"), Some(at));
        assert_eq!(parse_local("2026-05-09"), None);
    }
}
