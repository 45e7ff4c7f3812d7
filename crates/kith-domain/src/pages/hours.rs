//! When a page is open: for each weekday some spans, as people type them and as they are kept.

use serde::{Deserialize, Serialize};

/// Spans of one day.
const SPANS: usize = 4;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// From when until when, in minutes since midnight. What ends no later than it begins ends on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// When it opens.
    pub opens: u16,
    /// When it closes.
    pub closes: u16,
}

/// The spans of each weekday, from Monday on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours(pub [Vec<Span>; 7]);

impl Hours {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// Whether it is open on this weekday (0 for Monday) at this minute.
    pub fn is_open(&self, weekday: usize, minute: u16) -> bool {
        let of = |day: usize| self.0.get(day % 7).map(Vec::as_slice).unwrap_or_default();
        let today = of(weekday)
            .iter()
            .any(|span| minute >= span.opens && (minute < span.closes || span.closes <= span.opens));
        // What began yesterday and goes on past midnight.
        let since_yesterday =
            of(weekday + 6).iter().any(|span| span.closes <= span.opens && minute < span.closes);
        today || since_yesterday
    }

    /// Whether it is open at `now` where clocks show `time_zone`; none when nothing is said.
    pub fn is_open_at(&self, now: kith_base::Millis, time_zone: &str) -> Option<bool> {
        if self.is_empty() {
            return None;
        }
        let zone = jiff::tz::TimeZone::get(time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
        let there = jiff::Timestamp::from_millisecond(now).ok()?.to_zoned(zone);
        let weekday = usize::try_from(there.weekday().to_monday_zero_offset()).ok()?;
        let minute = u16::try_from(i32::from(there.hour()) * 60 + i32::from(there.minute())).ok()?;
        Some(self.is_open(weekday, minute))
    }
}

/// Reads a day as people type it: `9-12:30, 14:00–18:00`, nothing for closed. None when it cannot be read.
pub fn read_day(typed: &str) -> Option<Vec<Span>> {
    let digits: String = typed.chars().map(plain_digit).collect();
    let mut spans = Vec::new();
    for part in digits.split([',', ';', '،']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '–', '—'])?;
        let (opens, closes) = (read_time(from)?, read_time(to)?);
        if opens == DAY {
            return None;
        }
        spans.push(Span { opens, closes: closes % DAY });
    }
    spans.sort_by_key(|span| span.opens);
    let meets = |pair: &[Span]| match pair {
        [first, second] => first.closes <= first.opens || second.opens < first.closes,
        _ => false,
    };
    if spans.len() > SPANS || spans.windows(2).any(meets) {
        return None;
    }
    Some(spans)
}

/// A day as it is shown and typed.
pub fn show_day(spans: &[Span]) -> String {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let shown: Vec<String> = spans
        .iter()
        .map(|span| {
            let closes = if span.closes == 0 { "24:00".to_owned() } else { time(span.closes) };
            format!("{}–{closes}", time(span.opens))
        })
        .collect();
    shown.join(", ")
}

/// Digits of Arabic and Persian as those that are read.
fn plain_digit(letter: char) -> char {
    let value = match letter {
        '٠'..='٩' => u32::from(letter) - u32::from('٠'),
        '۰'..='۹' => u32::from(letter) - u32::from('۰'),
        _ => return letter,
    };
    char::from_digit(value, 10).unwrap_or(letter)
}

fn read_time(typed: &str) -> Option<u16> {
    let (hours, minutes) = typed.trim().split_once([':', '.', 'h']).unwrap_or((typed.trim(), "0"));
    let hours: u16 = hours.trim().parse().ok()?;
    let minutes: u16 = if minutes.is_empty() { 0 } else { minutes.trim().parse().ok()? };
    let time = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && time <= DAY).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(opens: u16, closes: u16) -> Span {
        Span { opens, closes }
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        assert_eq!(read_day("9-12:30, 14:00–18.00"), Some(vec![span(540, 750), span(840, 1_080)]));
        assert_eq!(read_day("  "), Some(Vec::new()));
        assert_eq!(read_day("٩-١٢"), Some(vec![span(540, 720)]));
        assert_eq!(read_day("18h30-2"), Some(vec![span(1_110, 120)]));
        assert_eq!(read_day("0-24"), Some(vec![span(0, 0)]));
        for wrong in ["9", "9-", "25-26", "9:75-10", "9-12, 11-13", "a-b", "20-2, 22-23", "24-3"] {
            assert_eq!(read_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_shown_can_be_typed() {
        for typed in ["09:00–12:30, 14:00–18:00", "20:00–02:00", "00:00–24:00"] {
            assert_eq!(show_day(&read_day(typed).unwrap()), typed);
        }
    }

    #[test]
    fn a_night_goes_on_past_midnight() {
        let mut hours = Hours::default();
        hours.0[6] = vec![span(1_200, 120)];
        hours.0[2] = vec![span(0, 0)];
        assert!(hours.is_open(6, 1_300) && hours.is_open(0, 60), "Sunday night, Monday before two");
        assert!(!hours.is_open(0, 120) && !hours.is_open(6, 60) && !hours.is_open(6, 1_199));
        assert!(hours.is_open(2, 0) && hours.is_open(2, 1_439) && !hours.is_open(3, 0), "all Wednesday");
    }

    #[test]
    fn open_is_told_by_the_clock_of_the_page() {
        let mut hours = Hours::default();
        // 1 March 2026, a Sunday, noon UTC: seven in the morning in New York.
        hours.0[6] = vec![span(420, 430)];
        assert_eq!(hours.is_open_at(1_772_366_400_000, "America/New_York"), Some(true));
        assert_eq!(hours.is_open_at(1_772_366_400_000, "UTC"), Some(false));
        assert_eq!(Hours::default().is_open_at(1_772_366_400_000, "UTC"), None);
    }
}
