//! A rule of repetition as RFC 5545 writes it: `FREQ=WEEKLY;BYDAY=TU,TH`.

use jiff::civil::{Date, DateTime, Weekday};

use super::zone::{parse_local, print_local};

/// The most that a rule may count to.
const MOST: u32 = 1_000;
/// The longest step between two rounds.
const LONGEST: u32 = 1_000;
/// Values in one list of a rule.
const VALUES: usize = 60;

/// How long one round of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// A day.
    Daily,
    /// A week.
    Weekly,
    /// A month.
    Monthly,
    /// A year.
    Yearly,
}

/// Until when a rule goes on, that moment included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// The end of a day.
    Day(Date),
    /// What clocks show where the event is.
    Local(DateTime),
    /// A moment, in universal time.
    Universal(DateTime),
}

/// When something happens again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How long one round is.
    pub frequency: Frequency,
    /// Every how many rounds it happens.
    pub interval: u32,
    /// How often it happens at all.
    pub count: Option<u32>,
    /// Until when.
    pub until: Option<Until>,
    /// On these days of the week; with a number, the so-many-th of its month or year, from the end below zero.
    pub by_day: Vec<(i16, Weekday)>,
    /// On these days of the month, from the end below zero.
    pub by_month_day: Vec<i8>,
    /// In these months.
    pub by_month: Vec<i8>,
    /// Only the so-many-th of each round, from the end below zero.
    pub by_set_pos: Vec<i16>,
    /// The day with which weeks begin.
    pub week_start: Weekday,
}

/// Why a rule cannot be kept to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleProblem {
    /// It is not written as rules are.
    NotUnderstood,
    /// It has a part that is not known here, such as repetition by the hour.
    NotOffered,
}

impl Rule {
    /// A rule without any bound or choice.
    pub const fn every(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: Weekday::Monday,
        }
    }

    /// Reads a rule as it stands after `RRULE:`.
    ///
    /// # Errors
    /// Why it cannot be kept to.
    pub fn parse(text: &str) -> Result<Self, RuleProblem> {
        let mut rule = Self::every(Frequency::Daily);
        let mut has_frequency = false;
        for part in text.trim().split(';').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').ok_or(RuleProblem::NotUnderstood)?;
            let value = value.trim().to_ascii_uppercase();
            match name.trim().to_ascii_uppercase().as_str() {
                "FREQ" => {
                    rule.frequency = frequency(&value)?;
                    has_frequency = true;
                }
                "INTERVAL" => rule.interval = number(&value, LONGEST)?,
                "COUNT" => rule.count = Some(number(&value, MOST)?),
                "UNTIL" => rule.until = Some(until(&value)?),
                "BYDAY" => rule.by_day = list(&value, day)?,
                "BYMONTHDAY" => rule.by_month_day = list(&value, |text| within(text, 31))?,
                "BYMONTH" => {
                    rule.by_month = list(&value, |text| within(text, 12))?;
                    if rule.by_month.iter().any(|month| *month < 0) {
                        return Err(RuleProblem::NotUnderstood);
                    }
                }
                "BYSETPOS" => {
                    rule.by_set_pos = list(&value, |text| match text.parse() {
                        Ok(position) if position != 0 && (-366..=366).contains(&position) => Ok(position),
                        _ => Err(RuleProblem::NotUnderstood),
                    })?;
                }
                "WKST" => rule.week_start = weekday(&value)?,
                _ => return Err(RuleProblem::NotOffered),
            }
        }
        if !has_frequency || (rule.count.is_some() && rule.until.is_some()) {
            return Err(RuleProblem::NotUnderstood);
        }
        Ok(rule)
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "FREQ={}", self.frequency.word())?;
        if self.interval != 1 {
            write!(out, ";INTERVAL={}", self.interval)?;
        }
        if let Some(count) = self.count {
            write!(out, ";COUNT={count}")?;
        }
        match self.until {
            Some(Until::Day(day)) => write!(out, ";UNTIL={}", day.strftime("%Y%m%d"))?,
            Some(Until::Local(at)) => write!(out, ";UNTIL={}", print_local(at))?,
            Some(Until::Universal(at)) => write!(out, ";UNTIL={}Z", print_local(at))?,
            None => {}
        }
        put(out, "BYMONTH", &self.by_month, i8::to_string)?;
        put(out, "BYMONTHDAY", &self.by_month_day, i8::to_string)?;
        put(out, "BYDAY", &self.by_day, |(nth, day)| match nth {
            0 => sign(*day).to_owned(),
            nth => format!("{nth}{}", sign(*day)),
        })?;
        put(out, "BYSETPOS", &self.by_set_pos, i16::to_string)?;
        if self.week_start != Weekday::Monday {
            write!(out, ";WKST={}", sign(self.week_start))?;
        }
        Ok(())
    }
}

fn put<T>(
    out: &mut std::fmt::Formatter<'_>,
    name: &str,
    values: &[T],
    print: impl Fn(&T) -> String,
) -> std::fmt::Result {
    if values.is_empty() {
        return Ok(());
    }
    let words: Vec<String> = values.iter().map(print).collect();
    write!(out, ";{name}={}", words.join(","))
}

impl Frequency {
    /// The word of a rule.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::Weekly => "WEEKLY",
            Self::Monthly => "MONTHLY",
            Self::Yearly => "YEARLY",
        }
    }
}

fn frequency(text: &str) -> Result<Frequency, RuleProblem> {
    match text {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        "SECONDLY" | "MINUTELY" | "HOURLY" => Err(RuleProblem::NotOffered),
        _ => Err(RuleProblem::NotUnderstood),
    }
}

fn number(text: &str, most: u32) -> Result<u32, RuleProblem> {
    match text.parse::<u32>() {
        Ok(0) | Err(_) => Err(RuleProblem::NotUnderstood),
        Ok(number) if number > most => Err(RuleProblem::NotOffered),
        Ok(number) => Ok(number),
    }
}

fn list<T>(text: &str, read: impl Fn(&str) -> Result<T, RuleProblem>) -> Result<Vec<T>, RuleProblem> {
    if text.split(',').count() > VALUES {
        return Err(RuleProblem::NotOffered);
    }
    text.split(',').map(|value| read(value.trim())).collect()
}

fn within(text: &str, most: i8) -> Result<i8, RuleProblem> {
    match text.parse::<i8>() {
        Ok(number) if number != 0 && (-most..=most).contains(&number) => Ok(number),
        _ => Err(RuleProblem::NotUnderstood),
    }
}

fn day(text: &str) -> Result<(i16, Weekday), RuleProblem> {
    let split = text.len().checked_sub(2).ok_or(RuleProblem::NotUnderstood)?;
    let (nth, name) = text.split_at_checked(split).ok_or(RuleProblem::NotUnderstood)?;
    let nth = match nth {
        "" => 0,
        nth => match nth.parse::<i16>() {
            Ok(number) if number != 0 && (-53..=53).contains(&number) => number,
            _ => return Err(RuleProblem::NotUnderstood),
        },
    };
    Ok((nth, weekday(name)?))
}

fn weekday(text: &str) -> Result<Weekday, RuleProblem> {
    DAYS.iter().find(|(name, _)| *name == text).map(|(_, day)| *day).ok_or(RuleProblem::NotUnderstood)
}

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Monday),
    ("TU", Weekday::Tuesday),
    ("WE", Weekday::Wednesday),
    ("TH", Weekday::Thursday),
    ("FR", Weekday::Friday),
    ("SA", Weekday::Saturday),
    ("SU", Weekday::Sunday),
];

fn sign(day: Weekday) -> &'static str {
    DAYS.iter().find(|(_, known)| *known == day).map_or("MO", |(name, _)| name)
}

fn until(text: &str) -> Result<Until, RuleProblem> {
    if let Some(utc) = text.strip_suffix('Z') {
        return parse_local(utc).map(Until::Universal).ok_or(RuleProblem::NotUnderstood);
    }
    match parse_local(text) {
        Some(at) => Ok(Until::Local(at)),
        None => Date::strptime("%Y%m%d", text).map(Until::Day).map_err(|_| RuleProblem::NotUnderstood),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_written_as_they_were_read() {
        for text in [
            "FREQ=DAILY",
            "FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=TU,TH;WKST=SU",
            "FREQ=MONTHLY;UNTIL=20261231T235959Z;BYDAY=-1FR",
            "FREQ=YEARLY;UNTIL=20301231;BYMONTH=11;BYDAY=TU;BYSETPOS=2",
            "FREQ=MONTHLY;BYMONTHDAY=1,-1",
        ] {
            assert_eq!(Rule::parse(text).map(|rule| rule.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_not_known_here_is_told_from_what_is_no_rule() {
        for text in ["FREQ=HOURLY", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=DAILY;COUNT=100000"] {
            assert_eq!(Rule::parse(text), Err(RuleProblem::NotOffered), "{text}");
        }
        for text in [
            "",
            "INTERVAL=2",
            "FREQ=FOO",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;COUNT=2;UNTIL=20260101",
            "FREQ=DAILY;BYDAY=XX",
            "FREQ=DAILY;BYDAY=é",
            "FREQ=MONTHLY;BYMONTHDAY=32",
            "FREQ=YEARLY;BYMONTH=-1",
        ] {
            assert_eq!(Rule::parse(text), Err(RuleProblem::NotUnderstood), "{text}");
        }
    }
}
