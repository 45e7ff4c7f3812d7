//! Events as templates read them.

use jiff::civil::DateTime;
use kith_base::{MINUTE, Millis};
use kith_domain::calendars::{local, parse_local, print_local, zone};
use kith_domain::events::{AnswerState, Event, EventAudience, EventState, Line, Occurrence};
use kith_locale::Locale;

use crate::frame::Frame;

/// When something happens, in words.
#[derive(Clone)]
pub(crate) struct WhenView {
    pub(crate) text: String,
    pub(crate) iso: String,
    /// The same where the event is, if clocks show something else there.
    pub(crate) there: Option<String>,
    /// The zone of `there`.
    pub(crate) zone: String,
}

impl WhenView {
    pub(crate) fn of(l: &Locale, event: &Event, one: &Occurrence) -> Self {
        let details = &event.details;
        let there = Locale::new(l.language(), &details.time_zone);
        let own = (zone(l.time_zone()), zone(&details.time_zone));
        let is_apart = local(&own.0, one.starts_at) != local(&own.1, one.starts_at);
        let reader = if details.is_all_day { &there } else { l };
        Self {
            text: span(reader, one, details.is_all_day),
            iso: l.iso(one.starts_at),
            there: (is_apart && !details.is_all_day).then(|| span(&there, one, false)),
            zone: details.time_zone.replace('_', " "),
        }
    }
}

/// From when to when, as short as can be.
fn span(l: &Locale, one: &Occurrence, is_all_day: bool) -> String {
    let start = one.starts_at;
    // A day that ends at midnight ends with the day before.
    let end = one.ends_at.map(|end| if is_all_day { end - MINUTE } else { end }).filter(|end| *end > start);
    let is_one_day = end.is_none_or(|end| l.calendar_day(end) == l.calendar_day(start));
    match (end, is_all_day) {
        (None, true) => l.date(start),
        (None, false) => l.date_time(start),
        (Some(_), true) if is_one_day => l.date(start),
        (Some(end), true) => format!("{} – {}", l.date(start), l.date(end)),
        (Some(end), false) if is_one_day => format!("{} – {}", l.date_time(start), l.time(end)),
        (Some(end), false) => format!("{} – {}", l.date_time(start), l.date_time(end)),
    }
}

/// A line of a list.
pub(crate) struct LineView {
    pub(crate) href: String,
    pub(crate) title: String,
    /// For the sheet of a calendar in front.
    pub(crate) month: String,
    pub(crate) day: String,
    pub(crate) when: WhenView,
    /// Only the hour, for calendars; empty for whole days.
    pub(crate) time: String,
    pub(crate) place: String,
    /// What the event is to the reader, in words.
    pub(crate) mark: Option<String>,
    pub(crate) is_cancelled: bool,
}

impl LineView {
    pub(crate) fn of(frame: &Frame, line: &Line) -> Self {
        let (l, event, one) = (&frame.l, &*line.event, &line.occurrence);
        let there = Locale::new(l.language(), &event.details.time_zone);
        let reader = if event.details.is_all_day { &there } else { l };
        let (_, month, day) = reader.calendar_day(one.starts_at);
        Self {
            href: href(event, one),
            title: event.title_of(one, &frame.reading),
            month: l.month_name(month),
            day: l.number(i64::from(day)),
            when: WhenView::of(l, event, one),
            time: if event.details.is_all_day { String::new() } else { l.time(one.starts_at) },
            place: one.place.clone(),
            mark: mark(l, event),
            is_cancelled: one.is_cancelled,
        }
    }
}

/// The page of one time of an event.
pub(super) fn href(event: &Event, one: &Occurrence) -> String {
    match event.repeats() {
        true => format!("/events/{}?at={}", event.id, print_local(one.key)),
        false => format!("/events/{}", event.id),
    }
}

fn mark(l: &Locale, event: &Event) -> Option<String> {
    match event.facts.state {
        EventState::Draft => return Some(l.t("events-state-draft")),
        EventState::Scheduled => return Some(l.t("events-state-scheduled")),
        EventState::Published | EventState::Cancelled => {}
    }
    event.facts.mine.map(|mine| l.t(answer_key(mine, event.facts.audience)))
}

/// The words for an answer. What is public interests people; what is not they may come to.
pub(super) const fn answer_key(state: AnswerState, audience: EventAudience) -> &'static str {
    match state {
        AnswerState::Unconfirmed => "events-answer-unconfirmed",
        AnswerState::Invited => "events-answer-invited",
        AnswerState::Going => "events-answer-going",
        AnswerState::Maybe if matches!(audience, EventAudience::Public) => "events-answer-interested",
        AnswerState::Maybe => "events-answer-maybe",
        AnswerState::Declined => "events-answer-declined",
        AnswerState::Waitlisted => "events-answer-waitlisted",
        AnswerState::ApprovalPending => "events-answer-pending",
        AnswerState::Removed => "events-answer-removed",
    }
}

/// The words for whom an event is.
pub(super) const fn audience_key(audience: EventAudience) -> &'static str {
    match audience {
        EventAudience::Public => "events-audience-public",
        EventAudience::Community => "events-audience-community",
        EventAudience::Friends => "events-audience-friends",
        EventAudience::Invited => "events-audience-invited",
        EventAudience::Group => "events-audience-group",
    }
}

/// The icon for whom an event is.
pub(super) const fn audience_icon(audience: EventAudience) -> &'static str {
    match audience {
        EventAudience::Public => "globe",
        EventAudience::Community => "community",
        EventAudience::Friends => "friends",
        EventAudience::Invited => "lock",
        EventAudience::Group => "people",
    }
}

/// A time in an address.
pub(super) fn at(text: &str) -> Option<DateTime> {
    parse_local(text)
}

/// The moment of a day's beginning where the reader is.
pub(super) fn midnight(l: &Locale, day: jiff::civil::Date) -> Millis {
    kith_domain::calendars::instant(&zone(l.time_zone()), day.at(0, 0, 0, 0))
}

/// The reader's day.
pub(super) fn today(l: &Locale, now: Millis) -> jiff::civil::Date {
    local(&zone(l.time_zone()), now).date()
}
