//! Calendars: a month, a week, or a list of days. Everything is reached by plain links.

use askama::Template;
use axum::extract::Query;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use kith_base::Result;
use kith_domain::calendars::{local, zone};
use kith_domain::events::{self, Birthday, Line};
use kith_http::{Answer, Visit};
use kith_locale::Locale;
use serde::Deserialize;

use super::lists::tabs;
use super::view::{LineView, midnight, today};
use crate::frame::Frame;
use crate::page::page;

/// Which part of the calendar.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    view: String,
    at: String,
    mine: String,
}

/// How much is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Month,
    Week,
    List,
}

impl View {
    fn parse(word: &str) -> Self {
        match word {
            "week" => Self::Week,
            "list" => Self::List,
            _ => Self::Month,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::List => "list",
        }
    }
}

/// One day.
struct DayView {
    /// Its number.
    number: String,
    /// Its whole name.
    name: String,
    iso: String,
    is_today: bool,
    /// Whether it belongs to the month that is shown.
    is_inside: bool,
    lines: Vec<LineView>,
    birthdays: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "events/calendar.html")]
struct CalendarPage {
    frame: Frame,
    tabs: Vec<(String, String, bool)>,
    views: Vec<(String, String, bool)>,
    title: String,
    weekdays: Vec<String>,
    days: Vec<DayView>,
    previous: String,
    next: String,
    now: String,
    whose: (String, String),
    is_grid: bool,
    is_empty: bool,
}

pub(super) async fn index(visit: Visit, Query(wanted): Query<Wanted>) -> Answer {
    let l = &visit.locale;
    let here = today(l, visit.now);
    let at = wanted.at.parse::<Date>().ok().filter(|at| (1970..=2200).contains(&at.year())).unwrap_or(here);
    let (view, is_mine) = (View::parse(&wanted.view), wanted.mine == "yes");
    let (first, last, shown) = span(l, view, at);
    let to = last.checked_add(1.day()).unwrap_or(last);
    let found =
        events::calendar(&visit.app, &visit.viewer, (midnight(l, first), midnight(l, to)), is_mine).await?;
    let birthdays = events::of_friends(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "events-calendar");
    let mut days = days(&frame, (first, last), at, here, &found, &birthdays)?;
    if view == View::List {
        days.retain(|day| !day.lines.is_empty() || !day.birthdays.is_empty());
    }
    let address = |view: View, at: Date, is_mine: bool| {
        let mine = if is_mine { "&mine=yes" } else { "" };
        format!("/events/calendar?view={}&at={at}{mine}", view.word())
    };
    let step = if view == View::Week { 7.days() } else { 1.month() };
    let (before, after) =
        (shown.checked_sub(step).unwrap_or(shown), shown.checked_add(step).unwrap_or(shown));
    let named = |which: View, key| (address(which, at, is_mine), l.t(key), which == view);
    page(&CalendarPage {
        tabs: tabs(&visit, "calendar").await?,
        views: vec![
            named(View::Month, "events-view-month"),
            named(View::Week, "events-view-week"),
            named(View::List, "events-view-list"),
        ],
        title: match view {
            View::Week => l.date(midnight(l, first)),
            View::Month | View::List => l.month_and_year(midnight(l, at)),
        },
        weekdays: (0..7)
            .filter_map(|day| first.checked_add(i64::from(day).days()).ok())
            .map(|day| l.weekday(midnight(l, day)))
            .collect(),
        is_grid: view == View::Month,
        is_empty: days.is_empty(),
        days,
        previous: address(view, before, is_mine),
        next: address(view, after, is_mine),
        now: address(view, here, is_mine),
        whose: match is_mine {
            true => (address(view, at, false), l.t("events-show-all")),
            false => (address(view, at, true), l.t("events-show-mine")),
        },
        frame,
    })
}

/// First and last day that are shown, and the day from which one steps on.
fn span(l: &Locale, view: View, at: Date) -> (Date, Date, Date) {
    let week = |day: Date| {
        let back = i64::from(day.weekday().since(first_weekday(l)));
        day.checked_sub(back.days()).unwrap_or(day)
    };
    match view {
        View::Week => {
            let first = week(at);
            (first, first.checked_add(6.days()).unwrap_or(first), first)
        }
        View::Month => {
            let last = week(at.last_of_month());
            (week(at.first_of_month()), last.checked_add(6.days()).unwrap_or(last), at.first_of_month())
        }
        View::List => (at.first_of_month(), at.last_of_month(), at.first_of_month()),
    }
}

/// The day with which weeks begin where most people read this language.
fn first_weekday(l: &Locale) -> Weekday {
    match l.lang() {
        "ar" => Weekday::Saturday,
        _ => Weekday::Monday,
    }
}

fn days(
    frame: &Frame,
    (first, last): (Date, Date),
    at: Date,
    here: Date,
    found: &[Line],
    birthdays: &[Birthday],
) -> Result<Vec<DayView>> {
    let l = &frame.l;
    let mut days = Vec::new();
    for day in first.series(1.day()).take_while(|day| *day <= last) {
        let on_day = found.iter().filter(|line| is_on(l, line, day));
        let born = birthdays.iter().filter(|birthday| is_birthday(birthday, day));
        days.push(DayView {
            number: l.number(i64::from(day.day())),
            name: format!("{}, {}", l.weekday(midnight(l, day)), l.date(midnight(l, day))),
            iso: day.to_string(),
            is_today: day == here,
            is_inside: day.first_of_month() == at.first_of_month(),
            lines: on_day.map(|line| LineView::of(frame, line)).collect(),
            birthdays: born
                .map(|birthday| {
                    let words = l.t1("events-birthday", "name", birthday.person.name.as_str());
                    (format!("/u/{}", birthday.person.handle), words)
                })
                .collect(),
        });
    }
    Ok(days)
}

/// Whether an event goes on during a day of the reader's; a whole day is the same day for everybody.
fn is_on(l: &Locale, line: &Line, day: Date) -> bool {
    let details = &line.event.details;
    let clocks = zone(if details.is_all_day { &details.time_zone } else { l.time_zone() });
    let first = local(&clocks, line.occurrence.starts_at).date();
    let end = line.occurrence.ends_at.map_or(line.occurrence.starts_at, |end| end - 1);
    let last = local(&clocks, end).date().max(first);
    (first..=last).contains(&day)
}

fn is_birthday(birthday: &Birthday, day: Date) -> bool {
    let is_leap = birthday.month == 2 && birthday.day == 29 && !day.in_leap_year();
    let (month, number) = if is_leap { (2, 28) } else { (birthday.month, birthday.day) };
    (day.month(), day.day()) == (month, number)
}
