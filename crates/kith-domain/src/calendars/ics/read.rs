//! From a calendar file to events.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, ToSpan};

use super::lines::{Block, Line, blocks, list};
use super::zones::zone_of;
use super::{Entry, Found, Problem};
use crate::calendars::{Repeat, Rule, instant, is_known, local, parse_local, zone};

/// The largest file that is read.
pub const MOST_BYTES: usize = 2 * 1024 * 1024;
/// Events of one file at most.
pub const MOST_ENTRIES: usize = 500;
/// Single times of one event at most.
const MOST_TIMES: usize = 500;

/// Reads a calendar file; `zone` is the zone of its reader, for what names none that is known.
///
/// # Errors
/// Why nothing in it can be taken.
pub fn read(bytes: &[u8], zone: &str) -> Result<Found, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::TooLarge);
    }
    let text = String::from_utf8_lossy(bytes);
    let all = blocks(&text)?;
    if all.is_empty() {
        return Err(Problem::NotACalendar);
    }
    let mut events = Vec::new();
    all.iter().for_each(|block| collect(block, &mut events));
    if events.is_empty() {
        let is_calendar = all.iter().any(|block| block.name.starts_with('V'));
        return Err(if is_calendar { Problem::NoEvents } else { Problem::NotACalendar });
    }
    if events.len() > MOST_ENTRIES {
        return Err(Problem::TooLarge);
    }
    let mut found = Found::default();
    for event in events {
        match entry(event, zone) {
            Ok(entry) => found.entries.push(entry),
            Err(problem) => found.refused.push((event.text("SUMMARY"), problem)),
        }
    }
    Ok(found)
}

fn collect<'a>(block: &'a Block, events: &mut Vec<&'a Block>) {
    if block.name == "VEVENT" {
        events.push(block);
    } else {
        block.blocks.iter().for_each(|inner| collect(inner, events));
    }
}

/// A time as a file has it.
#[derive(Clone, Debug)]
struct When {
    at: DateTime,
    is_day: bool,
    /// The zone that it names, if one is known by that name.
    zone: Option<String>,
}

impl When {
    /// What clocks in `other` show then.
    fn seen_from(&self, other: &str) -> DateTime {
        match &self.zone {
            Some(own) if own != other && !self.is_day => local(&zone(other), instant(&zone(own), self.at)),
            _ => self.at,
        }
    }
}

fn entry(block: &Block, reader: &str) -> Result<Entry, Problem> {
    let start = block.line("DTSTART").and_then(when).ok_or(Problem::NoTime)?;
    let rule = match block.line("RRULE") {
        Some(line) => Some(Rule::parse(&line.value).map_err(|_| Problem::Repeats)?),
        None => None,
    };
    let extra: Vec<When> = times(block, "RDATE");
    let repeats = rule.is_some() || !extra.is_empty();
    // Universal time says when, but not where; what happens once is put where its reader is.
    let named = start.zone.clone().filter(|name| repeats || name != "UTC");
    let zone_name = named.unwrap_or_else(|| if is_known(reader) { reader } else { "UTC" }.to_owned());
    let begin = start.seen_from(&zone_name);
    let seen = |times: &[When]| -> Vec<DateTime> {
        let at = |time: &When| match time.is_day && !start.is_day {
            true => time.at.date().to_datetime(begin.time()),
            false => time.seen_from(&zone_name),
        };
        times.iter().map(at).collect()
    };
    let end = end(block, &start, begin, &zone_name)?;
    let mut entry = Entry {
        uid: block.text("UID").trim().to_owned(),
        sequence: block.text("SEQUENCE").trim().parse().unwrap_or(0),
        stamp: block
            .line("DTSTAMP")
            .and_then(when)
            .map_or(0, |stamp| instant(&zone(stamp.zone.as_deref().unwrap_or("UTC")), stamp.at)),
        occurrence: block.line("RECURRENCE-ID").and_then(when).map(|time| time.seen_from(&zone_name)),
        start: begin,
        end,
        is_all_day: start.is_day,
        title: block.text("SUMMARY").trim().to_owned(),
        description: block.text("DESCRIPTION"),
        place: block.text("LOCATION").trim().to_owned(),
        url: block.text("URL").trim().to_owned(),
        extra: seen(&extra),
        except: seen(&times(block, "EXDATE")),
        categories: categories(block),
        is_cancelled: block.text("STATUS").trim().eq_ignore_ascii_case("CANCELLED"),
        zone: zone_name,
        rule,
    };
    keep_first(&mut entry);
    Ok(entry)
}

/// The first time counts, whatever the rule says.
fn keep_first(entry: &mut Entry) {
    let repeat = Repeat {
        start: entry.start,
        rule: entry.rule.clone(),
        extra: entry.extra.clone(),
        except: Vec::new(),
        zone: zone(&entry.zone),
    };
    if entry.rule.is_some() && !repeat.has(entry.start) {
        entry.extra.push(entry.start);
    }
    // Without a rule the first time stands for itself.
    let start = entry.start;
    if entry.rule.is_none() {
        entry.extra.retain(|at| *at != start);
    }
}

fn categories(block: &Block) -> Vec<String> {
    let words = block.all("CATEGORIES").flat_map(|line| list(&line.value));
    words.map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).take(20).collect()
}

fn end(block: &Block, start: &When, begin: DateTime, zone_name: &str) -> Result<Option<DateTime>, Problem> {
    let end = match (block.line("DTEND"), block.line("DURATION")) {
        (Some(line), _) => when(line).map(|end| end.seen_from(zone_name)),
        (None, Some(line)) => duration(&line.value).and_then(|length| begin.checked_add(length).ok()),
        (None, None) if start.is_day => begin.checked_add(1.day()).ok(),
        (None, None) => None,
    };
    match end {
        Some(end) if end < begin => Err(Problem::EndsEarly),
        // Some programs write a day that ends when it begins.
        Some(end) if end == begin && start.is_day => Ok(begin.checked_add(1.day()).ok()),
        Some(end) => Ok((end != begin).then_some(end)),
        None => Ok(None),
    }
}

fn times(block: &Block, name: &str) -> Vec<When> {
    let mut found = Vec::new();
    for line in block.all(name) {
        for value in line.value.split(',') {
            // Of a period the beginning.
            let value = value.split('/').next().unwrap_or_default();
            found.extend(when(&Line { value: value.to_owned(), ..line.clone() }));
        }
    }
    found.truncate(MOST_TIMES);
    found
}

fn when(line: &Line) -> Option<When> {
    let value = line.value.trim();
    if let Some(utc) = value.strip_suffix(['Z', 'z']) {
        return parse(utc).map(|at| When { at, is_day: false, zone: Some("UTC".to_owned()) });
    }
    let named = line.param("TZID").and_then(zone_of);
    if let Some(at) = parse(value) {
        return Some(When { at, is_day: false, zone: named });
    }
    let day = Date::strptime("%Y%m%d", value).ok()?;
    Some(When { at: day.at(0, 0, 0, 0), is_day: true, zone: named })
}

fn parse(text: &str) -> Option<DateTime> {
    parse_local(text).or_else(|| DateTime::strptime("%Y%m%dT%H%M", text).ok())
}

/// `P1DT2H30M`, `P2W`.
fn duration(text: &str) -> Option<SignedDuration> {
    let text = text.trim().trim_start_matches('+');
    let (mut seconds, mut number) = (0_i64, String::new());
    for sign in text.strip_prefix('P')?.chars() {
        let unit = match sign {
            '0'..='9' => {
                number.push(sign);
                continue;
            }
            'T' => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let value: i64 = number.parse().ok()?;
        seconds = seconds.checked_add(value.checked_mul(unit)?)?;
        number.clear();
    }
    number.is_empty().then(|| SignedDuration::from_secs(seconds))
}
