//! Dates, numbers, lists and sorting of one language, from CLDR. Made once per language and shared by all threads.

use std::cmp::Ordering;
use std::sync::LazyLock;

use icu::calendar::{Date, Gregorian};
use icu::collator::CollatorBorrowed;
use icu::datetime::FixedCalendarDateTimeFormatter as Formatter;
use icu::datetime::fieldsets::{E, M, MD, T, YM, YMD, YMDET};
use icu::datetime::options::TimePrecision;
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::time::{DateTime, Time};
use jiff::civil;

use crate::Language;

static FORMATS: LazyLock<Vec<(Language, Formats)>> =
    LazyLock::new(|| Language::all().iter().map(|language| (*language, Formats::new(*language))).collect());

/// What [`of`] answers should a language have no formats, which the tests rule out.
static BARE: LazyLock<Formats> = LazyLock::new(Formats::default);

/// The formats of `language`.
pub(crate) fn of(language: Language) -> &'static Formats {
    FORMATS.iter().find(|(speaks, _)| *speaks == language).map_or(&BARE, |(_, formats)| formats)
}

/// Ready formatters. A missing one falls back to plain ISO forms instead of failing a page.
#[derive(Default)]
pub(crate) struct Formats {
    decimal: Option<DecimalFormatter>,
    day: Option<Formatter<Gregorian, YMD>>,
    day_and_month: Option<Formatter<Gregorian, MD>>,
    month: Option<Formatter<Gregorian, M>>,
    month_and_year: Option<Formatter<Gregorian, YM>>,
    weekday: Option<Formatter<Gregorian, E>>,
    whole: Option<Formatter<Gregorian, YMDET>>,
    time: Option<Formatter<Gregorian, T>>,
    list: Option<ListFormatter>,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Formats {
    fn new(language: Language) -> Self {
        let Ok(locale) = icu::locale::Locale::try_from_str(language.formats_tag()) else {
            return Self::default();
        };
        let to_the_minute = YMDET::long().with_time_precision(TimePrecision::Minute);
        Self {
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            day: Formatter::try_new((&locale).into(), YMD::long()).ok(),
            day_and_month: Formatter::try_new((&locale).into(), MD::long()).ok(),
            month: Formatter::try_new((&locale).into(), M::long()).ok(),
            month_and_year: Formatter::try_new((&locale).into(), YM::long()).ok(),
            weekday: Formatter::try_new((&locale).into(), E::long()).ok(),
            whole: Formatter::try_new((&locale).into(), to_the_minute).ok(),
            time: Formatter::try_new((&locale).into(), T::hm()).ok(),
            list: ListFormatter::try_new_and((&locale).into(), Default::default()).ok(),
            collator: CollatorBorrowed::try_new((&locale).into(), Default::default()).ok(),
        }
    }

    pub(crate) fn number(&self, number: i64) -> String {
        self.decimal
            .as_ref()
            .map_or_else(|| number.to_string(), |decimal| decimal.format_to_string(&Decimal::from(number)))
    }

    /// `tenths` / 10 with one digit after the separator, or none when that digit is zero.
    pub(crate) fn tenths(&self, tenths: i64) -> String {
        let mut value = Decimal::from(tenths);
        value.multiply_pow10(-1);
        value.trim_end();
        self.decimal.as_ref().map_or_else(|| value.to_string(), |decimal| decimal.format_to_string(&value))
    }

    pub(crate) fn day(&self, date: civil::Date) -> String {
        let written = self.day.as_ref().zip(gregorian(date));
        written.map_or_else(|| date.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    pub(crate) fn day_and_month(&self, date: civil::Date) -> String {
        let written = self.day_and_month.as_ref().zip(gregorian(date));
        written.map_or_else(|| date.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    pub(crate) fn month(&self, date: civil::Date) -> String {
        let written = self.month.as_ref().zip(gregorian(date));
        written
            .map_or_else(|| date.month().to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    pub(crate) fn month_and_year(&self, date: civil::Date) -> String {
        let written = self.month_and_year.as_ref().zip(gregorian(date));
        written.map_or_else(|| date.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    pub(crate) fn weekday(&self, date: civil::Date) -> String {
        let written = self.weekday.as_ref().zip(gregorian(date));
        written.map_or_else(|| date.to_string(), |(formatter, date)| formatter.format(&date).to_string())
    }

    pub(crate) fn time(&self, time: civil::Time) -> String {
        let written = self.time.as_ref().zip(clock_time(time));
        written.map_or_else(|| time.to_string(), |(formatter, time)| formatter.format(&time).to_string())
    }

    pub(crate) fn whole(&self, at: civil::DateTime) -> String {
        let parts = gregorian(at.date()).zip(clock_time(at.time()));
        let written = self.whole.as_ref().zip(parts);
        written.map_or_else(
            || at.to_string(),
            |(formatter, (date, time))| formatter.format(&DateTime { date, time }).to_string(),
        )
    }

    pub(crate) fn list(&self, items: &[String]) -> String {
        self.list.as_ref().map_or_else(|| items.join(", "), |list| list.format_to_string(items.iter()))
    }

    pub(crate) fn compare(&self, left: &str, right: &str) -> Ordering {
        self.collator.as_ref().map_or_else(|| left.cmp(right), |collator| collator.compare(left, right))
    }
}

fn gregorian(date: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year().into(), month, day).ok()
}

fn clock_time(time: civil::Time) -> Option<Time> {
    let (hour, minute) = (u8::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?);
    Time::try_new(hour, minute, u8::try_from(time.second()).ok()?, 0).ok()
}
