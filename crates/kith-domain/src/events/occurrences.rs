//! The times of an event: by its rule, but for those that are unlike the others.

use jiff::ToSpan;
use jiff::civil::DateTime;
use kith_base::{DAY, HOUR, MINUTE, Millis};

use super::model::{Event, Occurrence, Override};

/// Where nobody said when an event ends, it is over after so long.
pub const OPEN_END: Millis = 3 * HOUR;
/// Times of one event that are looked at together.
const MOST: usize = 400;

/// Computes when an event begins and ends for good.
pub(super) fn settle(event: &mut Event, unlike: &[Override]) {
    let last = event.repeat().last().map(|at| end_of(event, at, event.details.minutes));
    let others = unlike.iter().map(|one| end_of(event, one.starts, one.minutes));
    event.facts.ends_at = last.map(|last| others.fold(last, Millis::max));
    let first = event.moment(event.details.starts);
    event.first_at = unlike.iter().map(|one| event.moment(one.starts)).fold(first, Millis::min);
}

/// When a time that begins then is over.
fn end_of(event: &Event, starts: DateTime, minutes: Option<i64>) -> Millis {
    match minutes {
        // A day may have 23 hours.
        Some(minutes) if event.details.is_all_day => {
            let days = minutes / (24 * 60);
            starts.checked_add(days.days()).map_or(0, |end| event.moment(end))
        }
        Some(minutes) => event.moment(starts) + minutes * MINUTE,
        None if event.details.is_all_day => event.moment(starts) + DAY,
        None => event.moment(starts) + OPEN_END,
    }
}

fn occurrence(event: &Event, key: DateTime, unlike: &[Override]) -> Occurrence {
    let details = &event.details;
    let other = unlike.iter().find(|one| one.occurrence == key);
    let starts = other.map_or(key, |one| one.starts);
    let minutes = other.map_or(details.minutes, |one| one.minutes);
    let has_end = minutes.is_some() || details.is_all_day;
    Occurrence {
        key,
        starts,
        starts_at: event.moment(starts),
        ends_at: has_end.then(|| end_of(event, starts, minutes)),
        title: other.map_or(&details.title, |one| &one.title).clone(),
        place: other.map_or(&details.about.place, |one| &one.place).clone(),
        address: other.map_or(&details.about.address, |one| &one.address).clone(),
        is_cancelled: event.cancelled_at.is_some() || other.is_some_and(|one| one.is_cancelled),
    }
}

/// When an occurrence is over.
pub(super) fn over_at(event: &Event, one: &Occurrence) -> Millis {
    one.ends_at.unwrap_or_else(|| end_of(event, one.starts, None))
}

/// The times that go on between two moments, in order.
pub(super) fn between(
    event: &Event,
    unlike: &[Override],
    (from, to): (Millis, Millis),
    limit: usize,
) -> Vec<Occurrence> {
    let length = event.details.minutes.unwrap_or(0) * MINUTE;
    // What began before may still go on.
    let early = event.clock(from - length.max(OPEN_END) - DAY);
    let late = event.clock(to.saturating_add(DAY));
    let mut keys = event.repeat().between(early, late, limit.saturating_add(MOST));
    for one in unlike {
        if !keys.contains(&one.occurrence) && event.repeat().has(one.occurrence) {
            keys.push(one.occurrence);
        }
    }
    let all = keys.into_iter().map(|key| occurrence(event, key, unlike));
    let mut found: Vec<Occurrence> =
        all.filter(|one| one.starts_at < to && over_at(event, one) > from).collect();
    found.sort_by_key(|one| (one.starts_at, one.key));
    found.truncate(limit);
    found
}

/// The time that goes on at `at` or comes next; the last one when all are over.
pub(super) fn at_or_after(event: &Event, unlike: &[Override], at: Millis) -> Occurrence {
    // What is cancelled is no next time, unless all are.
    let soon = between(event, unlike, (at, i64::MAX / 4), 50);
    let first = soon.iter().find(|one| !one.is_cancelled).or(soon.first());
    first.cloned().unwrap_or_else(|| {
        let last = event.repeat().last().unwrap_or(event.details.starts);
        occurrence(event, last, unlike)
    })
}

/// The time that is known by `key`, if there is one.
pub(super) fn at(event: &Event, unlike: &[Override], key: DateTime) -> Option<Occurrence> {
    event.repeat().has(key).then(|| occurrence(event, key, unlike))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendars::{Frequency, Rule};
    use crate::events::model::{Details, EventFacts};

    fn weekly() -> Event {
        let details = Details {
            title: "Choir".to_owned(),
            starts: date(2026, 3, 2).at(19, 30, 0, 0),
            minutes: Some(90),
            time_zone: "Europe/Berlin".to_owned(),
            rule: Some(Rule::every(Frequency::Weekly)),
            ..Details::default()
        };
        let mut event = Event {
            id: crate::kinds::EventId::new(1),
            facts: EventFacts::default(),
            details,
            html: String::new(),
            extra: Vec::new(),
            except: Vec::new(),
            first_at: 0,
            taken: 0,
            publish_at: None,
            timing: 0,
            uid: String::new(),
            created_at: 0,
            changed_at: None,
            cancelled_at: None,
        };
        settle(&mut event, &[]);
        event
    }

    #[test]
    fn clocks_show_the_same_hour_after_they_were_changed() {
        let event = weekly();
        assert_eq!(event.facts.ends_at, None);
        let found = between(&event, &[], (event.first_at, event.first_at + 40 * DAY), 100);
        assert_eq!(found.len(), 6);
        assert!(found.iter().all(|one| one.starts.hour() == 19 && one.starts.minute() == 30));
        let apart: Vec<Millis> = found
            .windows(2)
            .map(|pair| match pair {
                [a, b] => b.starts_at - a.starts_at,
                _ => 0,
            })
            .collect();
        assert_eq!(apart, [7 * DAY, 7 * DAY, 7 * DAY, 7 * DAY - HOUR, 7 * DAY]);
    }

    #[test]
    fn a_time_that_was_moved_is_found_where_it_is_now() {
        let event = weekly();
        let moved = Override {
            occurrence: date(2026, 3, 9).at(19, 30, 0, 0),
            starts: date(2026, 3, 25).at(18, 0, 0, 0),
            title: "Concert".to_owned(),
            ..Override::default()
        };
        let from = event.moment(date(2026, 3, 24).at(0, 0, 0, 0));
        let found = between(&event, std::slice::from_ref(&moved), (from, from + 3 * DAY), 10);
        let titles: Vec<&str> = found.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["Concert"]);
        let then = event.moment(date(2026, 3, 8).at(0, 0, 0, 0));
        let next = at_or_after(&event, &[moved], then);
        assert_eq!(next.starts, date(2026, 3, 16).at(19, 30, 0, 0));
    }

    #[test]
    fn a_day_lasts_until_midnight() {
        let mut event = weekly();
        event.details.is_all_day = true;
        event.details.starts = date(2026, 3, 29).at(0, 0, 0, 0);
        event.details.minutes = Some(24 * 60);
        event.details.rule = None;
        settle(&mut event, &[]);
        assert_eq!(event.facts.ends_at.map(|end| end - event.first_at), Some(23 * HOUR));
    }
}
