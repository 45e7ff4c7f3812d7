//! Times that people type into forms: they mean the clock on their own wall.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kith_base::Millis;
use kith_locale::Locale;

/// What a field for day and time says; none for what is no time. An hour that the clock leaves out is the one after it.
pub(crate) fn read(l: &Locale, text: &str) -> Option<Millis> {
    let at: DateTime = text.trim().parse().ok()?;
    Some(at.to_zoned(zone(l)).ok()?.timestamp().as_millisecond())
}

/// The same for the field.
pub(crate) fn typed(l: &Locale, at: Millis) -> String {
    let at = Timestamp::from_millisecond(at).map(|at| at.to_zoned(zone(l)));
    at.map(|at| at.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
}

fn zone(l: &Locale) -> TimeZone {
    TimeZone::get(l.time_zone()).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use kith_locale::Language;

    use super::*;

    #[test]
    fn a_time_is_one_of_the_place_where_it_is_typed() {
        let berlin = Locale::new(Language::default(), "Europe/Berlin");
        let at = "2026-07-01T10:30:00Z".parse::<Timestamp>().unwrap().as_millisecond();
        assert_eq!(read(&berlin, "2026-07-01T12:30"), Some(at));
        assert_eq!(typed(&berlin, at), "2026-07-01T12:30");
        let nowhere = Locale::new(Language::default(), "Mars/Base");
        assert_eq!(read(&nowhere, " 2026-07-01T10:30 "), Some(at));
        for text in ["", "tomorrow", "2026-13-01T10:00", "2026-07-01"] {
            let found = read(&berlin, text);
            assert!(found.is_none() || text == "2026-07-01", "{text}");
        }
    }
}
