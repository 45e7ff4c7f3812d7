//! Time zones of calendar files: known by their names, and described for programs that know none.

use std::fmt::Write;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use kith_base::Millis;

use super::windows;
use crate::calendars::{is_known, print_local, zone};

/// Changes of the clock that are described; two a year, as a rule.
const CHANGES: usize = 40;

/// The IANA name for what a file calls a zone. Some programs put words of their own before it.
pub(super) fn zone_of(name: &str) -> Option<String> {
    let name = name.trim();
    if let Some(known) = windows::iana(name) {
        return Some(known.to_owned());
    }
    let mut rest = name.trim_matches('/');
    loop {
        if is_known(rest) {
            return Some(rest.to_owned());
        }
        rest = rest.split_once(['/', '_']).map(|(_, rest)| rest)?;
        if !rest.contains('/') {
            return None;
        }
    }
}

/// The description of a zone from `from` on, for times that repeat.
pub(super) fn describe(name: &str, from: Millis) -> String {
    let (zone, mut out) = (zone(name), String::new());
    let begin = Timestamp::from_millisecond(from).unwrap_or_default();
    let first = zone.to_offset_info(begin);
    let (mut before, mut is_summer) = (first.offset(), first.dst().is_dst());
    let _ = write!(out, "BEGIN:VTIMEZONE\r\nTZID:{name}\r\n");
    let long_ago = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    observance(&mut out, is_summer, long_ago, (before, before), first.abbreviation());
    for change in zone.following(begin).take(CHANGES) {
        is_summer = change.dst().is_dst();
        let at = before.to_datetime(change.timestamp());
        observance(&mut out, is_summer, at, (before, change.offset()), change.abbreviation());
        before = change.offset();
    }
    out.push_str("END:VTIMEZONE\r\n");
    out
}

fn observance(out: &mut String, is_summer: bool, at: DateTime, (from, to): (Offset, Offset), name: &str) {
    let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    let _ = write!(
        out,
        "BEGIN:{kind}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nTZNAME:{name}\r\nEND:{kind}\r\n",
        print_local(at),
        sign(from),
        sign(to),
    );
}

fn sign(offset: Offset) -> String {
    let seconds = offset.seconds();
    let (mark, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{mark}{:02}{:02}", minutes / 60, minutes % 60)
}
