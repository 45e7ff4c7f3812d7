//! One reader's language and time zone: everything a page needs in order to speak to that person.

use std::cmp::Ordering;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned, civil};
use kith_base::{Arg, HOUR, MINUTE, Message, Millis};

use crate::formats::{self, Formats};
use crate::{Language, catalogue, endonyms};

/// A reader's language and time zone. Cloning costs next to nothing.
#[derive(Clone)]
pub struct Locale(Arc<Inner>);

struct Inner {
    language: Language,
    zone: TimeZone,
    formats: &'static Formats,
}

impl Locale {
    /// A locale for `language` in the IANA time zone `time_zone`; UTC when there is no such zone.
    pub fn new(language: Language, time_zone: &str) -> Self {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        Self(Arc::new(Inner { language, zone, formats: formats::of(language) }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// The value of the HTML attribute `lang`.
    pub fn lang(&self) -> &'static str {
        self.0.language.tag()
    }

    /// The value of the HTML attribute `dir`.
    pub fn dir(&self) -> &'static str {
        self.0.language.direction().as_str()
    }

    /// The name of the time zone, as IANA writes it.
    pub fn time_zone(&self) -> &str {
        self.0.zone.iana_name().unwrap_or("UTC")
    }

    /// The sentence behind `key`.
    pub fn t(&self, key: &str) -> String {
        self.tx(key, &[])
    }

    /// The sentence behind `key`, completed by one value.
    pub fn t1(&self, key: &str, name: &str, value: impl Into<Arg>) -> String {
        self.tx(key, &[(name, value.into())])
    }

    /// The sentence behind `key`, completed by two values.
    pub fn t2(
        &self,
        key: &str,
        name: &str,
        value: impl Into<Arg>,
        second_name: &str,
        second_value: impl Into<Arg>,
    ) -> String {
        self.tx(key, &[(name, value.into()), (second_name, second_value.into())])
    }

    /// The sentence behind `key`, completed by `args`. A key that no catalogue has comes back as `⟦key⟧`.
    pub fn tx(&self, key: &str, args: &[(&str, Arg)]) -> String {
        catalogue::sentence(self.0.language, key, args)
    }

    /// The sentence of a message, for instance of an error.
    pub fn message(&self, message: &Message) -> String {
        self.tx(message.key, &message.args)
    }

    /// Whether the catalogue of this language has `key`.
    pub fn has(&self, key: &str) -> bool {
        catalogue::has(self.0.language, key)
    }

    /// A whole number: `12,345`.
    pub fn number(&self, number: i64) -> String {
        self.0.formats.number(number)
    }

    /// A number that need not be exact to be understood, such as a count of reactions.
    pub fn compact(&self, number: i64) -> String {
        let tenths = |unit: i64| self.0.formats.tenths(number / (unit / 10));
        match number.unsigned_abs() {
            0..10_000 => self.number(number),
            10_000..1_000_000 => self.t1("number-thousands", "number", tenths(1_000)),
            1_000_000..1_000_000_000 => self.t1("number-millions", "number", tenths(1_000_000)),
            _ => self.t1("number-billions", "number", tenths(1_000_000_000)),
        }
    }

    /// A size in steps of 1,000, as shops count: `2.4 MB`.
    pub fn bytes(&self, bytes: u64) -> String {
        let tenths =
            |unit: u64| self.0.formats.tenths(i64::try_from(bytes / (unit / 10)).unwrap_or(i64::MAX));
        match bytes {
            0..1_000 => self.t1("size-bytes", "count", i64::try_from(bytes).unwrap_or(i64::MAX)),
            1_000..1_000_000 => self.t1("size-kilobytes", "number", tenths(1_000)),
            1_000_000..1_000_000_000 => self.t1("size-megabytes", "number", tenths(1_000_000)),
            _ => self.t1("size-gigabytes", "number", tenths(1_000_000_000)),
        }
    }

    /// How long ago `at` was, as people say it: `now`, `5 min`, `3 h`, `Yesterday at 14:20`, `12 March`,
    /// `12 March 2024`. Days begin at midnight in the reader's time zone.
    pub fn time_ago(&self, at: Millis, now: Millis) -> String {
        let past = now.saturating_sub(at);
        if past < -MINUTE {
            return self.date_time(at);
        }
        if past < MINUTE {
            return self.t("time-now");
        }
        if past < HOUR {
            return self.t1("time-minutes-ago", "minutes", past / MINUTE);
        }
        let (then, today) = (self.local(at), self.local(now).date());
        if then.date() == today {
            return self.t1("time-hours-ago", "hours", past / HOUR);
        }
        if today.yesterday().is_ok_and(|yesterday| yesterday == then.date()) {
            return self.t1("time-yesterday-at", "time", self.time(at));
        }
        if then.year() == today.year() {
            return self.0.formats.day_and_month(then.date());
        }
        self.date(at)
    }

    /// The day: `12 March 2024`.
    pub fn date(&self, at: Millis) -> String {
        self.0.formats.day(self.local(at).date())
    }

    /// The day of the week, the day and the time: `Tuesday 12 March 2024 at 14:20`.
    pub fn date_time(&self, at: Millis) -> String {
        self.0.formats.whole(self.local(at).datetime())
    }

    /// The time of day: `14:20`.
    pub fn time(&self, at: Millis) -> String {
        self.0.formats.time(self.local(at).time())
    }

    /// The day of the week: `Tuesday`.
    pub fn weekday(&self, at: Millis) -> String {
        self.0.formats.weekday(self.local(at).date())
    }

    /// The month: `March 2024`.
    pub fn month_and_year(&self, at: Millis) -> String {
        self.0.formats.month_and_year(self.local(at).date())
    }

    /// A day of every year: `12 March`. Empty when there is no such day.
    pub fn month_day(&self, month: u8, day: u8) -> String {
        leap_year_day(month, day).map(|date| self.0.formats.day_and_month(date)).unwrap_or_default()
    }

    /// The name of a month, 1 to 12, as it stands alone. Empty when there is no such month.
    pub fn month_name(&self, month: u8) -> String {
        leap_year_day(month, 1).map(|date| self.0.formats.month(date)).unwrap_or_default()
    }

    /// The reader's calendar day at `at`, as year, month and day.
    pub fn calendar_day(&self, at: Millis) -> (i16, u8, u8) {
        let date = self.local(at).date();
        (date.year(), date.month().unsigned_abs(), date.day().unsigned_abs())
    }

    /// The moment for machines (RFC 3339, UTC), for the `datetime` of a `time` element.
    pub fn iso(&self, at: Millis) -> String {
        timestamp(at).to_string()
    }

    /// The items as one phrase: `Ana, Ben and 4 others`. Each item is kept apart from the direction of its
    /// neighbours where the lines of the language and the item run against each other.
    pub fn list(&self, items: &[String]) -> String {
        let isolated: Vec<String> = items.iter().map(|item| format!("\u{2068}{item}\u{2069}")).collect();
        catalogue::without_idle_marks(self.0.language, self.0.formats.list(&isolated))
    }

    /// The name of a language in that language (`pt` is `Português`); the tag itself for one that is not known.
    pub fn language_name(&self, tag: &str) -> String {
        endonyms::endonym(tag).map_or_else(|| tag.to_owned(), str::to_owned)
    }

    /// The order of two names for this reader.
    pub fn compare(&self, left: &str, right: &str) -> Ordering {
        self.0.formats.compare(left, right)
    }

    fn local(&self, at: Millis) -> Zoned {
        timestamp(at).to_zoned(self.0.zone.clone())
    }
}

/// The moment; one outside of years -9999 to 9999 becomes 1970.
fn timestamp(at: Millis) -> Timestamp {
    Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn leap_year_day(month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(2024, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
