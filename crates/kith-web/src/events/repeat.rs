//! The few ways to repeat that the form of an event offers, and the rules of RFC 5545 behind them.

use jiff::civil::DateTime;
use kith_domain::calendars::{Frequency, Rule};

/// Days of the week, as rules call them.
pub(super) const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Ways to repeat that the form offers.
pub(super) const REPEATS: [&str; 6] = ["daily", "weekly", "monthly", "monthly_nth", "monthly_last", "yearly"];

/// The rule behind a word of the form.
pub(super) fn simple(name: &str, days: &[String], starts: DateTime) -> Option<Rule> {
    let weekday = starts.weekday();
    let nth = i16::from((starts.day() - 1) / 7 + 1);
    let own = DAYS.get(usize::try_from(weekday.to_monday_zero_offset()).ok()?)?;
    let text = match name {
        "daily" => "FREQ=DAILY".to_owned(),
        "weekly" => {
            // The day on which it begins is always one of them.
            let all = DAYS.iter().filter(|day| *day == own || days.iter().any(|known| known == *day));
            let all: Vec<&str> = all.copied().collect();
            format!("FREQ=WEEKLY;BYDAY={}", all.join(","))
        }
        "monthly" => "FREQ=MONTHLY".to_owned(),
        "monthly_nth" => format!("FREQ=MONTHLY;BYDAY={nth}{own}"),
        "monthly_last" => format!("FREQ=MONTHLY;BYDAY=-1{own}"),
        "yearly" => "FREQ=YEARLY".to_owned(),
        _ => return None,
    };
    Rule::parse(&text).ok()
}

/// The days of the week that a weekly rule names.
pub(super) fn days_of(rule: &Rule) -> Vec<String> {
    if rule.frequency != Frequency::Weekly {
        return Vec::new();
    }
    let index = |day: &jiff::civil::Weekday| usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
    rule.by_day.iter().filter_map(|(_, day)| DAYS.get(index(day))).map(|day| (*day).to_owned()).collect()
}
