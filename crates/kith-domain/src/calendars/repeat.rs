//! The times at which something that repeats happens, by what clocks show where it is.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::rule::{Frequency, Rule, Until};
use super::zone;

/// So many years after its beginning nothing repeats any more.
pub const TOO_FAR: i16 = 100;
/// Rounds that are looked at in one go, whatever a rule says.
const ROUNDS: i64 = 50_000;

/// Something that happens once, or again and again.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// The first time.
    pub start: DateTime,
    /// The rule, if it is more than once.
    pub rule: Option<Rule>,
    /// Further times.
    pub extra: Vec<DateTime>,
    /// Times at which it does not happen after all.
    pub except: Vec<DateTime>,
    /// Where clocks show these times.
    pub zone: TimeZone,
}

impl Repeat {
    /// The times from `from` on and before `to`, at most `limit` of them, in order.
    pub fn between(&self, from: DateTime, to: DateTime, limit: usize) -> Vec<DateTime> {
        let mut extra: Vec<DateTime> =
            self.extra.iter().copied().filter(|at| *at >= from && *at < to).collect();
        if self.rule.is_none() && self.start >= from && self.start < to {
            extra.push(self.start);
        }
        let mut found: BTreeSet<DateTime> = extra.into_iter().collect();
        let mut left = limit.saturating_add(self.except.len());
        if let Some(rule) = &self.rule {
            self.walk(rule, Some(from), to, |at| {
                if at >= from {
                    found.insert(at);
                    left = left.saturating_sub(1);
                }
                left > 0
            });
        }
        found.into_iter().filter(|at| !self.except.contains(at)).take(limit).collect()
    }

    /// The last time of all; none where it goes on for ever.
    pub fn last(&self) -> Option<DateTime> {
        let mut last = self.extra.iter().copied().max().max(Some(self.start));
        if let Some(rule) = &self.rule {
            if rule.count.is_none() && rule.until.is_none() {
                return None;
            }
            self.walk(rule, None, self.horizon(), |at| {
                last = last.max(Some(at));
                true
            });
        }
        last
    }

    /// Whether it happens at this time.
    pub fn has(&self, at: DateTime) -> bool {
        let after = at.checked_add(1.second()).unwrap_or(at);
        self.between(at, after, 1).first() == Some(&at)
    }

    /// Beyond it nothing is looked for.
    fn horizon(&self) -> DateTime {
        self.start.checked_add(TOO_FAR.years()).unwrap_or(DateTime::MAX)
    }

    /// Hands out the times of the rule in order, from about `near` on, until `take` has enough.
    fn walk(
        &self,
        rule: &Rule,
        near: Option<DateTime>,
        to: DateTime,
        mut take: impl FnMut(DateTime) -> bool,
    ) {
        let to = to.min(self.horizon());
        let end = rule.until.map(|until| match until {
            Until::Day(day) => day.at(23, 59, 59, 0),
            Until::Local(at) => at,
            Until::Universal(at) => zone::local(&self.zone, zone::instant(&TimeZone::UTC, at)),
        });
        let mut counted = 0;
        // What is counted has to be counted from the beginning.
        let first = near.filter(|_| rule.count.is_none()).map_or(0, |near| self.rounds_before(rule, near));
        for round in (first..).take(usize::try_from(ROUNDS).unwrap_or(usize::MAX)) {
            let Some(begin) = self.begin(rule, round) else { return };
            if begin.at(0, 0, 0, 0) >= to {
                return;
            }
            for day in days(rule, begin, self.start.date()) {
                let at = day.to_datetime(self.start.time());
                if at < self.start {
                    continue;
                }
                if end.is_some_and(|end| at > end)
                    || at >= to
                    || rule.count.is_some_and(|most| counted >= most)
                {
                    return;
                }
                counted += 1;
                if !take(at) {
                    return;
                }
            }
        }
    }

    /// The first day of a round.
    fn begin(&self, rule: &Rule, round: i64) -> Option<Date> {
        let (start, steps) = (self.start.date(), round.checked_mul(i64::from(rule.interval))?);
        match rule.frequency {
            Frequency::Daily => start.checked_add(steps.try_days().ok()?).ok(),
            Frequency::Weekly => {
                let back = i64::from(start.weekday().since(rule.week_start));
                start.checked_add((steps.checked_mul(7)? - back).try_days().ok()?).ok()
            }
            Frequency::Monthly => start.first_of_month().checked_add(steps.try_months().ok()?).ok(),
            Frequency::Yearly => start.first_of_year().checked_add(steps.try_years().ok()?).ok(),
        }
    }

    /// Rounds that are surely over at `near`.
    fn rounds_before(&self, rule: &Rule, near: DateTime) -> i64 {
        let days = near.date().duration_since(self.start.date()).as_hours() / 24;
        let longest = match rule.frequency {
            Frequency::Daily => 1,
            Frequency::Weekly => 7,
            Frequency::Monthly => 31,
            Frequency::Yearly => 366,
        };
        (days / (longest * i64::from(rule.interval)) - 2).max(0)
    }
}

/// Whole days, weeks, months or years as a span, unless they are more than there are.
trait TrySpan {
    fn try_days(self) -> Result<jiff::Span, jiff::Error>;
    fn try_months(self) -> Result<jiff::Span, jiff::Error>;
    fn try_years(self) -> Result<jiff::Span, jiff::Error>;
}

impl TrySpan for i64 {
    fn try_days(self) -> Result<jiff::Span, jiff::Error> {
        jiff::Span::new().try_days(self)
    }

    fn try_months(self) -> Result<jiff::Span, jiff::Error> {
        jiff::Span::new().try_months(self)
    }

    fn try_years(self) -> Result<jiff::Span, jiff::Error> {
        jiff::Span::new().try_years(self)
    }
}

/// The days of the round that begins with `begin` on which the rule falls, in order.
fn days(rule: &Rule, begin: Date, start: Date) -> Vec<Date> {
    let length = match rule.frequency {
        Frequency::Daily => 1,
        Frequency::Weekly => 7,
        Frequency::Monthly => i64::from(begin.days_in_month()),
        Frequency::Yearly => i64::from(begin.days_in_year()),
    };
    let all = (0..length).filter_map(|day| begin.checked_add(day.days()).ok());
    let found: Vec<Date> = all.filter(|day| falls_on(rule, *day, start)).collect();
    if rule.by_set_pos.is_empty() {
        return found;
    }
    let total = i64::try_from(found.len()).unwrap_or(i64::MAX);
    let is_chosen = |at: usize| {
        let from_start = i64::try_from(at).unwrap_or(i64::MAX) + 1;
        let from_end = from_start - total - 1;
        rule.by_set_pos.iter().any(|position| {
            let position = i64::from(*position);
            position == from_start || position == from_end
        })
    };
    found.into_iter().enumerate().filter(|(at, _)| is_chosen(*at)).map(|(_, day)| day).collect()
}

fn falls_on(rule: &Rule, day: Date, start: Date) -> bool {
    let has_days = !rule.by_day.is_empty() || !rule.by_month_day.is_empty();
    let month = match rule.frequency {
        Frequency::Yearly if rule.by_month.is_empty() && !has_days => day.month() == start.month(),
        _ => rule.by_month.is_empty() || rule.by_month.contains(&day.month()),
    };
    if !month {
        return false;
    }
    if !has_days {
        return match rule.frequency {
            Frequency::Daily => true,
            Frequency::Weekly => day.weekday() == start.weekday(),
            Frequency::Monthly | Frequency::Yearly => day.day() == start.day(),
        };
    }
    let by_month_day = rule.by_month_day.is_empty()
        || rule.by_month_day.iter().any(|nth| {
            let from_end = day.day() - day.days_in_month() - 1;
            *nth == day.day() || *nth == from_end
        });
    by_month_day
        && (rule.by_day.is_empty()
            || rule.by_day.iter().any(|(nth, weekday)| day.weekday() == *weekday && is_nth(rule, day, *nth)))
}

/// Whether `day` is the so-many-th of its weekday in its month, or in its year where a rule goes by years alone.
fn is_nth(rule: &Rule, day: Date, nth: i16) -> bool {
    let (at, length) = match rule.frequency {
        _ if nth == 0 => return true,
        Frequency::Daily | Frequency::Weekly => return true,
        Frequency::Yearly if rule.by_month.is_empty() => (day.day_of_year(), day.days_in_year()),
        Frequency::Monthly | Frequency::Yearly => (i16::from(day.day()), i16::from(day.days_in_month())),
    };
    let (from_start, from_end) = ((at - 1) / 7 + 1, -((length - at) / 7 + 1));
    nth == from_start || nth == from_end
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn repeat(start: DateTime, rule: &str) -> Repeat {
        let rule = Rule::parse(rule).ok();
        Repeat { start, rule, extra: Vec::new(), except: Vec::new(), zone: TimeZone::UTC }
    }

    #[test]
    fn a_far_part_is_the_same_as_the_end_of_a_long_walk() {
        for rule in [
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR",
            "FREQ=MONTHLY;BYDAY=-1SU",
            "FREQ=YEARLY;INTERVAL=3;BYMONTH=2,5",
        ] {
            let series = repeat(date(2001, 2, 6).at(9, 0, 0, 0), rule);
            let from = date(2031, 1, 1).at(0, 0, 0, 0);
            let to = date(2041, 1, 1).at(0, 0, 0, 0);
            let far = series.between(from, to, 5_000);
            let mut long = series.between(series.start, to, 20_000);
            long.retain(|at| *at >= from);
            assert_eq!(far, long, "{rule}");
            assert!(!far.is_empty());
        }
    }

    #[test]
    fn exceptions_and_further_times_count() {
        let mut series = repeat(date(2026, 5, 4).at(19, 30, 0, 0), "FREQ=WEEKLY;COUNT=3");
        series.except.push(date(2026, 5, 11).at(19, 30, 0, 0));
        series.extra.push(date(2026, 5, 12).at(18, 0, 0, 0));
        let found = series.between(series.start, DateTime::MAX, 10);
        let days: Vec<i8> = found.iter().map(|at| at.day()).collect();
        assert_eq!(days, [4, 12, 18]);
        assert_eq!(series.last(), Some(date(2026, 5, 18).at(19, 30, 0, 0)));
        assert!(
            series.has(date(2026, 5, 12).at(18, 0, 0, 0)) && !series.has(date(2026, 5, 11).at(19, 30, 0, 0))
        );
    }

    #[test]
    fn a_rule_that_never_falls_on_a_day_ends_all_the_same() {
        let series = repeat(date(2026, 1, 1).at(0, 0, 0, 0), "FREQ=MONTHLY;COUNT=5;BYMONTH=2;BYMONTHDAY=30");
        assert!(series.between(series.start, DateTime::MAX, 10).is_empty());
        assert_eq!(series.last(), Some(series.start));
        assert_eq!(repeat(date(2026, 1, 1).at(0, 0, 0, 0), "FREQ=DAILY").last(), None);
    }
}
