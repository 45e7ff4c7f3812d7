//! From events to a calendar file.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use kith_base::{Millis, WEEK};

use super::Entry;
use super::zones::describe;
use crate::calendars::{Rule, Until, instant, local, print_local, zone};

/// Bytes of one line.
const WIDE: usize = 75;
/// What the file was made by.
const PRODUCT: &str = "-//Kith//Kith//EN";

/// The line that says what the file is for: to be looked at.
pub const fn method_publish() -> &'static str {
    "PUBLISH"
}

/// A calendar file named `name`.
pub fn write(name: &str, entries: &[Entry]) -> String {
    let mut out = String::new();
    out.push_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    put(&mut out, "PRODID", PRODUCT);
    put(&mut out, "METHOD", method_publish());
    put(&mut out, "X-WR-CALNAME", &escape(name));
    for (zone_name, from) in zones(entries) {
        out.push_str(&describe(zone_name, from));
    }
    for entry in entries {
        event(&mut out, entry);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

/// Zones that have to be described, each from the first time that is told by it.
fn zones(entries: &[Entry]) -> BTreeMap<&str, Millis> {
    let mut found: BTreeMap<&str, Millis> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| is_by_zone(entry)) {
        let from = instant(&zone(&entry.zone), entry.start) - WEEK;
        let first = found.entry(entry.zone.as_str()).or_insert(from);
        *first = from.min(*first);
    }
    found
}

/// What repeats moves with the clocks of its zone; all else is a moment.
fn is_by_zone(entry: &Entry) -> bool {
    let repeats = entry.rule.is_some() || !entry.extra.is_empty() || entry.occurrence.is_some();
    repeats && !entry.is_all_day && entry.zone != "UTC"
}

fn event(out: &mut String, entry: &Entry) {
    out.push_str("BEGIN:VEVENT\r\n");
    put(out, "UID", &escape(&entry.uid));
    put(out, "DTSTAMP", &utc(&TimeZone::UTC, local(&TimeZone::UTC, entry.stamp)));
    put(out, "SEQUENCE", &entry.sequence.to_string());
    time(out, "DTSTART", entry, &[entry.start]);
    if let Some(end) = entry.end {
        time(out, "DTEND", entry, &[end]);
    }
    if let Some(at) = entry.occurrence {
        time(out, "RECURRENCE-ID", entry, &[at]);
    }
    if let Some(rule) = &entry.rule {
        put(out, "RRULE", &fitting(rule, entry).to_string());
    }
    time(out, "RDATE", entry, &entry.extra);
    time(out, "EXDATE", entry, &entry.except);
    put(out, "SUMMARY", &escape(&entry.title));
    for (name, value) in [("DESCRIPTION", &entry.description), ("LOCATION", &entry.place)] {
        if !value.is_empty() {
            put(out, name, &escape(value));
        }
    }
    if !entry.url.is_empty() {
        put(out, "URL", &entry.url.replace(['\r', '\n'], ""));
    }
    if !entry.categories.is_empty() {
        let words: Vec<String> = entry.categories.iter().map(|word| escape(word)).collect();
        put(out, "CATEGORIES", &words.join(","));
    }
    put(out, "STATUS", if entry.is_cancelled { "CANCELLED" } else { "CONFIRMED" });
    out.push_str("END:VEVENT\r\n");
}

/// The rule with an end of the same kind as the beginning, which readers insist on.
fn fitting(rule: &Rule, entry: &Entry) -> Rule {
    let zone = zone(&entry.zone);
    let last = rule.until.map(|until| match until {
        Until::Day(day) => day.at(23, 59, 59, 0),
        Until::Local(at) => at,
        Until::Universal(at) => local(&zone, instant(&TimeZone::UTC, at)),
    });
    let until = last.map(|at| match entry.is_all_day {
        true => Until::Day(at.date()),
        false => Until::Universal(local(&TimeZone::UTC, instant(&zone, at))),
    });
    Rule { until, ..rule.clone() }
}

fn time(out: &mut String, name: &str, entry: &Entry, times: &[DateTime]) {
    if times.is_empty() {
        return;
    }
    let words =
        |print: &dyn Fn(DateTime) -> String| times.iter().map(|at| print(*at)).collect::<Vec<_>>().join(",");
    if entry.is_all_day {
        put(out, &format!("{name};VALUE=DATE"), &words(&|at| at.strftime("%Y%m%d").to_string()));
    } else if is_by_zone(entry) {
        put(out, &format!("{name};TZID={}", entry.zone), &words(&print_local));
    } else {
        let zone = zone(&entry.zone);
        put(out, name, &words(&|at| utc(&zone, at)));
    }
}

fn utc(zone: &TimeZone, at: DateTime) -> String {
    format!("{}Z", print_local(local(&TimeZone::UTC, instant(zone, at))))
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(sign);
            }
            '\n' => out.push_str("\\n"),
            sign if sign.is_control() => {}
            _ => out.push(sign),
        }
    }
    out
}

/// Writes a line, folded so that none is too wide and no sign is cut.
fn put(out: &mut String, name: &str, value: &str) {
    let line = format!("{name}:{value}");
    let mut width = 0;
    for sign in line.chars() {
        if width + sign.len_utf8() > WIDE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(sign);
        width += sign.len_utf8();
    }
    let _ = write!(out, "\r\n");
}
