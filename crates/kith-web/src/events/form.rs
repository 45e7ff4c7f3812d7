//! The form in which hosts say what an event is: from fields to what the domain takes, and back.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime, Time};
use kith_base::{Error, FieldError, Result};
use kith_domain::MediaId;
use kith_domain::calendars::{Rule, Until, instant, local, zone};
use kith_domain::events::{About, Details, Event, EventAudience, EventState, NewEvent, Occurrence, Publish};
use kith_http::Form;

use super::languages;
use super::repeat::{DAYS, REPEATS, days_of, simple};

/// Fields with words.
const WORDS: &[&str] = &[
    "title",
    "text",
    "language",
    "starts",
    "ends",
    "time_zone",
    "repeat",
    "every",
    "until",
    "count",
    "place",
    "address",
    "map_url",
    "online_url",
    "audience",
    "capacity",
    "companions",
    "answer_until",
    "questions",
    "consent",
    "price",
    "ticket_url",
    "category",
    "tags",
    "languages",
    "accessibility",
    "slots",
    "publish",
    "publish_at",
    "submission",
    "scope",
    "at",
    "cover_id",
    "cover_alt",
    "group",
];
/// Fields that are ticked or not.
const TICKS: &[&str] = &[
    "is_all_day",
    "guests_invite",
    "shows_guests",
    "has_discussion",
    "takes_strangers",
    "has_waiting_list",
    "needs_approval",
    "drop_cover",
];

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed(BTreeMap<String, String>);

impl Typed {
    /// All fields that the form may have.
    pub(super) fn fields() -> Vec<&'static str> {
        let mut all = [WORDS, TICKS].concat();
        all.extend(["days", "cover"]);
        all.extend(languages::names());
        all
    }

    /// What was sent.
    pub(super) fn read(form: &Form) -> Self {
        let mut typed = Self::default();
        for name in WORDS {
            typed.set(name, form.get(name));
        }
        for name in TICKS {
            typed.tick(name, form.has(name));
        }
        for name in languages::names() {
            typed.set(name, form.get(name));
        }
        languages::close_up(&mut typed);
        for day in form.all("days").filter(|day| DAYS.contains(day)) {
            typed.tick(day, true);
        }
        typed
    }

    /// An empty form for something that begins then.
    pub(super) fn fresh(starts: DateTime, time_zone: &str) -> Self {
        let mut typed = Self::default();
        typed.set("starts", &minutes_of(starts));
        typed.set("time_zone", time_zone);
        typed.set("repeat", "none");
        typed.set("every", "1");
        typed.set("language", "auto");
        typed.set("companions", "0");
        typed.set("audience", EventAudience::Friends.as_str());
        typed.set("publish", "now");
        typed.set("submission", &crate::posts::submission());
        for name in ["shows_guests", "has_discussion"] {
            typed.tick(name, true);
        }
        typed
    }

    /// What an event says, at one time of it if one is named.
    pub(super) fn of(event: &Event, one: Option<&Occurrence>, slots: &[(String, i64)]) -> Self {
        let (details, about) = (&event.details, &event.details.about);
        let mut typed = Self::default();
        let starts = one.map_or(details.starts, |one| one.starts);
        let length = match one {
            Some(one) => one.ends_at.map(|end| (end - one.starts_at) / kith_base::MINUTE),
            None => details.minutes,
        };
        let ends = length.and_then(|minutes| {
            // The last day of whole days, not the midnight after it.
            let shown = if details.is_all_day { (minutes - 1).max(0) } else { minutes };
            starts.checked_add(jiff::SignedDuration::from_mins(shown)).ok()
        });
        let lines = about.questions.join("\n");
        let slots: Vec<String> = slots.iter().map(|(name, needed)| format!("{name}: {needed}")).collect();
        let clocks = zone(&details.time_zone);
        let moment = |at: Option<i64>| at.map(|at| minutes_of(local(&clocks, at))).unwrap_or_default();
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let publish = match event.facts.state {
            EventState::Draft => "later",
            EventState::Scheduled => "at",
            EventState::Published | EventState::Cancelled => "now",
        };
        for (name, value) in [
            ("title", one.map_or(&details.title, |one| &one.title).as_str()),
            ("text", details.source.as_str()),
            ("language", details.language.as_str()),
            ("starts", minutes_of(starts).as_str()),
            ("ends", ends.map(minutes_of).unwrap_or_default().as_str()),
            ("time_zone", details.time_zone.as_str()),
            ("place", one.map_or(&about.place, |one| &one.place).as_str()),
            ("address", one.map_or(&about.address, |one| &one.address).as_str()),
            ("map_url", about.map_url.as_str()),
            ("online_url", about.online_url.as_str()),
            ("audience", details.audience.as_str()),
            ("group", details.group.map(|group| group.to_string()).unwrap_or_default().as_str()),
            ("capacity", number(details.capacity).as_str()),
            ("companions", about.companions.to_string().as_str()),
            ("answer_until", moment(details.answer_until).as_str()),
            ("questions", lines.as_str()),
            ("consent", about.consent.as_str()),
            ("price", about.price.as_str()),
            ("ticket_url", about.ticket_url.as_str()),
            ("category", about.category.as_str()),
            ("tags", about.tags.as_str()),
            ("languages", about.languages.as_str()),
            ("accessibility", about.accessibility.as_str()),
            ("slots", slots.join("\n").as_str()),
            ("publish", publish),
            ("publish_at", moment(event.publish_at).as_str()),
            ("cover_id", details.cover.map(|cover| cover.to_string()).unwrap_or_default().as_str()),
        ] {
            typed.set(name, value);
        }
        for (name, is_ticked) in [
            ("is_all_day", details.is_all_day),
            ("guests_invite", about.guests_invite),
            ("shows_guests", about.shows_guests),
            ("has_discussion", about.has_discussion),
            ("takes_strangers", about.takes_strangers),
            ("has_waiting_list", details.has_waiting_list),
            ("needs_approval", details.needs_approval),
        ] {
            typed.tick(name, is_ticked);
        }
        typed.set_rule(details.rule.as_ref(), details.starts);
        languages::put(&mut typed, &details.more);
        typed
    }

    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.0.insert(name.to_owned(), value.to_owned());
    }

    fn tick(&mut self, name: &str, is_ticked: bool) {
        if is_ticked {
            self.set(name, "yes");
        } else {
            self.0.remove(name);
        }
    }

    /// What stands in a field.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether a box is ticked.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether a choice is this one.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    fn set_rule(&mut self, rule: Option<&Rule>, starts: DateTime) {
        self.set("repeat", "none");
        self.set("every", "1");
        let Some(rule) = rule else { return };
        self.set("every", &rule.interval.to_string());
        self.set("count", &rule.count.map(|count| count.to_string()).unwrap_or_default());
        let until = match rule.until {
            Some(Until::Day(day)) => day.to_string(),
            Some(Until::Local(at) | Until::Universal(at)) => at.date().to_string(),
            None => String::new(),
        };
        self.set("until", &until);
        let plain = Rule { interval: 1, count: None, until: None, ..rule.clone() };
        let known =
            REPEATS.iter().find(|name| simple(name, &days_of(&plain), starts).as_ref() == Some(&plain));
        self.set("repeat", known.unwrap_or(&"keep"));
        for day in days_of(&plain) {
            self.tick(&day, true);
        }
    }

    /// What the domain takes; `before` is the event that is changed.
    ///
    /// # Errors
    /// Invalid, all fields that cannot be read.
    pub(super) fn event(&self, before: Option<&Event>, cover: Option<MediaId>) -> Result<NewEvent> {
        let mut errors = Vec::new();
        let mut complain = |field: &'static str, key: &'static str| {
            errors.push(FieldError { field, message: key.into() });
        };
        let is_all_day = self.has("is_all_day");
        let starts = time_of(self.get("starts"));
        if starts.is_none() {
            complain("starts", "events-bad-time");
        }
        let ends = time_of(self.get("ends"));
        if ends.is_none() && !self.get("ends").trim().is_empty() {
            complain("ends", "events-bad-time");
        }
        let mut number = |field: &'static str| match self.get(field).trim() {
            "" => None,
            text => {
                let number = text.parse::<i64>().ok();
                if number.is_none() {
                    complain(field, "error-bad-number");
                }
                number
            }
        };
        let (capacity, companions) = (number("capacity"), number("companions").unwrap_or(0));
        let (every, count) = (number("every").unwrap_or(1), number("count"));
        let clocks = zone(self.get("time_zone"));
        let answer_until = time_of(self.get("answer_until")).map(|at| instant(&clocks, at));
        let publish = self.publish(&clocks).unwrap_or_else(|error| {
            errors.push(error);
            Publish::Later
        });
        let audience = EventAudience::parse(self.get("audience"));
        if audience.is_none() {
            errors.push(FieldError { field: "audience", message: "error-bad-choice".into() });
        }
        let slots = self.slots();
        if slots.is_none() {
            errors.push(FieldError { field: "slots", message: "events-bad-slots".into() });
        }
        let starts = starts.unwrap_or_default();
        let rule = self.rule(starts, (every, count), before).unwrap_or_else(|error| {
            errors.push(error);
            None
        });
        if !errors.is_empty() {
            return Err(Error::invalid_fields(errors));
        }
        let minutes = ends.map(|ends| length(starts, ends, is_all_day));
        let details = Details {
            title: self.get("title").to_owned(),
            source: self.get("text").to_owned(),
            language: self.get("language").to_owned(),
            more: languages::read(self),
            cover,
            starts,
            minutes,
            time_zone: self.get("time_zone").to_owned(),
            is_all_day,
            rule,
            audience: audience.unwrap_or_default(),
            group: self.get("group").parse().ok(),
            capacity,
            has_waiting_list: self.has("has_waiting_list"),
            needs_approval: self.has("needs_approval"),
            answer_until,
            about: self.about(companions),
        };
        let submission: String = self.get("submission").chars().take(64).collect();
        Ok(NewEvent {
            details,
            slots: slots.unwrap_or_default(),
            publish,
            submission: (!submission.is_empty()).then_some(submission),
        })
    }

    /// When it is shown.
    fn publish(&self, clocks: &jiff::tz::TimeZone) -> Result<Publish, FieldError> {
        match self.get("publish") {
            "later" => Ok(Publish::Later),
            "at" => match time_of(self.get("publish_at")) {
                Some(at) => Ok(Publish::At(instant(clocks, at))),
                None => Err(FieldError { field: "publish_at", message: "events-bad-time".into() }),
            },
            _ => Ok(Publish::Now),
        }
    }

    fn about(&self, companions: i64) -> About {
        let word = |name: &str| self.get(name).to_owned();
        About {
            place: word("place"),
            address: word("address"),
            map_url: word("map_url"),
            online_url: word("online_url"),
            guests_invite: self.has("guests_invite"),
            shows_guests: self.has("shows_guests"),
            has_discussion: self.has("has_discussion"),
            takes_strangers: self.has("takes_strangers"),
            companions,
            questions: self.get("questions").lines().map(str::to_owned).collect(),
            consent: word("consent"),
            price: word("price"),
            ticket_url: word("ticket_url"),
            category: word("category"),
            tags: word("tags"),
            accessibility: word("accessibility"),
            languages: word("languages"),
        }
    }

    /// Lines such as `Cake: 3`; none when one cannot be read.
    fn slots(&self) -> Option<Vec<(String, i64)>> {
        let lines = self.get("slots").lines().map(str::trim).filter(|line| !line.is_empty());
        let read = lines.map(|line| match line.rsplit_once([':', '：']) {
            Some((name, needed)) => Some((name.trim().to_owned(), needed.trim().parse().ok()?)),
            None => Some((line.to_owned(), 1)),
        });
        read.collect()
    }

    fn rule(
        &self,
        starts: DateTime,
        (every, count): (i64, Option<i64>),
        before: Option<&Event>,
    ) -> Result<Option<Rule>, FieldError> {
        let wrong = |field, key: &'static str| FieldError { field, message: key.into() };
        let days: Vec<String> =
            DAYS.iter().filter(|day| self.has(day)).map(|day| (*day).to_owned()).collect();
        let mut rule = match self.get("repeat") {
            "none" | "" => return Ok(None),
            "keep" => before
                .and_then(|event| event.details.rule.clone())
                .ok_or_else(|| wrong("repeat", "error-bad-choice"))?,
            name => simple(name, &days, starts).ok_or_else(|| wrong("repeat", "error-bad-choice"))?,
        };
        rule.interval = u32::try_from(every)
            .ok()
            .filter(|every| (1..=100).contains(every))
            .ok_or_else(|| wrong("every", "error-bad-number"))?;
        rule.count = match count {
            None => None,
            Some(count) => Some(
                u32::try_from(count)
                    .ok()
                    .filter(|count| (1..=1_000).contains(count))
                    .ok_or_else(|| wrong("count", "error-bad-number"))?,
            ),
        };
        rule.until = match self.get("until").trim() {
            "" => None,
            day => Some(Until::Day(day.parse().map_err(|_| wrong("until", "error-bad-date"))?)),
        };
        if rule.count.is_some() && rule.until.is_some() {
            return Err(wrong("count", "events-count-or-until"));
        }
        Ok(Some(rule))
    }
}

fn length(starts: DateTime, ends: DateTime, is_all_day: bool) -> i64 {
    if is_all_day {
        // The day that is named belongs to it.
        let days = ends.date().duration_since(starts.date()).as_hours() / 24 + 1;
        return days * 24 * 60;
    }
    ends.duration_since(starts).as_secs() / 60
}

/// Reads what browsers send for a date and a time; a day alone begins at midnight.
fn time_of(text: &str) -> Option<DateTime> {
    let text = text.trim();
    match text.split_once(['T', ' ']) {
        Some((day, time)) => {
            let (day, time): (Date, Time) = (day.parse().ok()?, time.parse().ok()?);
            Some(day.to_datetime(time))
        }
        None => text.parse::<Date>().ok().map(|day| day.at(0, 0, 0, 0)),
    }
}

/// As browsers take it.
fn minutes_of(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests stop where something is wrong")]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_rule_goes_into_the_form_and_comes_out_the_same() {
        let starts = date(2026, 5, 7).at(19, 30, 0, 0);
        for text in [
            "FREQ=DAILY;INTERVAL=2",
            "FREQ=WEEKLY;COUNT=10;BYDAY=TU,TH",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;UNTIL=20271231;BYDAY=1TH",
            "FREQ=MONTHLY;BYDAY=-1TH",
            "FREQ=YEARLY;INTERVAL=3",
        ] {
            let rule = Rule::parse(text).unwrap();
            let mut typed = Typed::fresh(starts, "UTC");
            typed.set_rule(Some(&rule), starts);
            assert_ne!(typed.get("repeat"), "keep", "{text}");
            let every = typed.get("every").parse().unwrap();
            let count = typed.get("count").parse().ok();
            assert_eq!(typed.rule(starts, (every, count), None).unwrap(), Some(rule), "{text}");
        }
    }

    #[test]
    fn whole_days_include_the_last_one() {
        let (first, last) = (date(2026, 5, 1).at(0, 0, 0, 0), date(2026, 5, 3).at(0, 0, 0, 0));
        assert_eq!(length(first, last, true), 3 * 24 * 60);
        assert_eq!(length(first, first, true), 24 * 60);
        assert_eq!(time_of("2026-05-01"), Some(first));
        assert_eq!(time_of("2026-05-01T19:30"), Some(date(2026, 5, 1).at(19, 30, 0, 0)));
        assert_eq!(time_of("tomorrow"), None);
    }

    #[test]
    fn who_brings_what_is_read_line_by_line() {
        let mut typed = Typed::default();
        typed.set("slots", "Cake: 3\n\nSet up chairs\nBar, 18:00: 2");
        let expected =
            [("Cake", 3), ("Set up chairs", 1), ("Bar, 18:00", 2)].map(|(name, n)| (name.to_owned(), n));
        assert_eq!(typed.slots().unwrap(), expected);
        typed.set("slots", "Cake: many");
        assert_eq!(typed.slots(), None);
    }
}
