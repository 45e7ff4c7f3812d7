//! Memories: what somebody wrote on this day in earlier years, and posts with photos in which they are marked. Days and
//! people can be left out, and all of it can be switched off. Nobody else learns of any of it.

mod sql;
mod tell;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kith_base::{Error, Message, Millis, Result, limits};
use kith_db::Query;

use crate::accounts::{self, PersonCard};
use crate::viewer::{Member, Viewer};
use crate::{AccountId, App, PostId, viewers};

/// How many years it goes back.
pub const YEARS: i16 = 20;
/// Posts of one year.
const EACH: usize = 20;

/// What there is of this day.
#[derive(Clone, Debug, Default)]
pub struct Memories {
    /// Month and day, by the viewer's own clock.
    pub day: (i8, i8),
    /// Whether the viewer wants none at all.
    pub is_off: bool,
    /// Whether the viewer wants none of this day.
    pub is_day_hidden: bool,
    /// Posts by year, the last one first; only years with some.
    pub years: Vec<(i16, Vec<PostId>)>,
}

/// What the viewer leaves out.
#[derive(Clone, Debug, Default)]
pub struct LeftOut {
    /// Days of every year, as month and day.
    pub days: Vec<(i8, i8)>,
    /// People.
    pub people: Vec<PersonCard>,
}

/// What the viewer wrote on this day in earlier years, and what shows photos of them, as far as they may still see it.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn today(app: &App, viewer: &Viewer) -> Result<Memories> {
    let me = viewer.active()?.clone();
    app.db
        .read(move |q| {
            let now = q.now();
            of_day(q, &me, now)
        })
        .await
}

fn of_day(q: &mut Query<'_>, me: &Member, now: Millis) -> Result<Memories> {
    let zone = TimeZone::get(&me.time_zone).unwrap_or(TimeZone::UTC);
    let Ok(at) = Timestamp::from_millisecond(now) else { return Ok(Memories::default()) };
    let today = at.to_zoned(zone.clone()).date();
    let mut found = Memories {
        day: (today.month(), today.day()),
        is_off: sql::is_off(q, me.id)?,
        is_day_hidden: sql::hides_day(q, me.id, number(today.month(), today.day()))?,
        years: Vec::new(),
    };
    if found.is_off || found.is_day_hidden {
        return Ok(found);
    }
    for back in 1..=YEARS {
        let Some((from, to)) = day_of_year(today, today.year() - back, &zone) else { continue };
        let posts = sql::posts(q, me.id, PostId::earliest_at(from), PostId::earliest_at(to), EACH)?;
        if !posts.is_empty() {
            found.years.push((today.year() - back, posts));
        }
    }
    Ok(found)
}

/// Beginning and end of the same day in another year; none where that year has no such day.
fn day_of_year(day: Date, year: i16, zone: &TimeZone) -> Option<(Millis, Millis)> {
    let there = Date::new(year, day.month(), day.day()).ok()?;
    let begins = |date: Date| Some(date.to_zoned(zone.clone()).ok()?.timestamp().as_millisecond());
    Some((begins(there)?, begins(there.tomorrow().ok()?)?))
}

const fn number(month: i8, day: i8) -> i64 {
    month as i64 * 100 + day as i64
}

/// Whether the viewer wants memories at all.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn set_off(app: &App, viewer: &Viewer, is_off: bool) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| sql::put_off(tx, me, is_off)).await
}

/// Leaves a day of every year out, or takes it in again.
///
/// # Errors
/// Invalid (field `day`) when there is no such day; as [`Viewer::active`].
pub async fn hide_day(app: &App, viewer: &Viewer, (month, day): (i8, i8), hidden: bool) -> Result<()> {
    let me = viewer.active()?.id;
    // Every day that there is, is one of a leap year.
    if Date::new(2024, month, day).is_err() {
        return Err(Error::invalid("day", "memories-no-day"));
    }
    app.db.write(move |tx| sql::hide_day(tx, me, number(month, day), hidden)).await
}

/// Leaves posts out that have to do with somebody, or takes them in again.
///
/// # Errors
/// NotFound when nobody has the id or they are not there for the viewer; Invalid (field `person`) when there are too
/// many. Taking in always works.
pub async fn hide_person(app: &App, viewer: &Viewer, person: AccountId, hidden: bool) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            if hidden {
                let member = viewers::load_fresh(tx, me)?;
                let card = accounts::card(tx, person)?;
                if person == me || !card.state.is_present() || member.is_apart_from(person) {
                    return Err(Error::not_found());
                }
                if sql::hidden_people(tx, me)?.len() >= limits::MEMORY_PEOPLE {
                    let message = Message::new("memories-enough-people").with("limit", limits::MEMORY_PEOPLE);
                    return Err(Error::invalid("person", message));
                }
            }
            sql::hide_person(tx, me, person, hidden)
        })
        .await
}

/// What the viewer leaves out.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn left_out(app: &App, viewer: &Viewer) -> Result<LeftOut> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let ids = sql::hidden_people(q, me)?;
            let mut people = accounts::cards(q, &ids)?;
            let is_near = |card: &PersonCard| {
                card.state.is_present() && viewer.member().is_none_or(|member| !member.is_apart_from(card.id))
            };
            let people = ids.iter().filter_map(|id| people.remove(id)).filter(is_near).collect();
            let days = sql::hidden_days(q, me)?;
            let parts = |day: i64| Some((i8::try_from(day / 100).ok()?, i8::try_from(day % 100).ok()?));
            Ok(LeftOut { days: days.into_iter().filter_map(parts).collect(), people })
        })
        .await
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_has_as_many_hours_as_the_clock_gave_it() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let hours = |day: Date, year| {
            let (from, to) = day_of_year(day, year, &zone).unwrap();
            (to - from) / kith_base::HOUR
        };
        assert_eq!(hours(date(2026, 5, 1), 2025), 24);
        // Clocks went forward on 30 March 2025 and back on 26 October.
        assert_eq!(hours(date(2026, 3, 30), 2025), 23);
        assert_eq!(hours(date(2026, 10, 26), 2025), 25);
    }

    #[test]
    fn a_year_without_the_last_of_february_has_no_memory_of_it() {
        assert!(day_of_year(date(2028, 2, 29), 2027, &TimeZone::UTC).is_none());
        assert!(day_of_year(date(2028, 2, 29), 2024, &TimeZone::UTC).is_some());
    }
}
