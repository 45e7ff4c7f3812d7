//! Memories of this day, what is left out of them, and whose birthdays come next.

use askama::Template;
use kith_base::Error;
use kith_domain::birthdays::{self, Upcoming};
use kith_domain::{AccountId, accounts, cards, memories};
use kith_http::{Access, Answer, Form, Routes, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::cards_html;

const PAGE: &str = "/memories";

/// The routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(PAGE, Access::Member, show)
        .post("/memories/off", Access::Member, switch)
        .post("/memories/day", Access::Member, hide_day)
        .post("/memories/person", Access::Member, hide_person)
        .get("/birthdays", Access::Member, birthdays)
}

/// The posts of one year.
struct Year {
    title: String,
    cards: Vec<String>,
}

/// A day that is left out.
struct HiddenDay {
    month: i8,
    day: i8,
    name: String,
}

#[derive(Template)]
#[template(path = "memories/index.html")]
struct MemoriesPage {
    frame: Frame,
    day: String,
    month_number: i8,
    day_number: i8,
    is_off: bool,
    is_day_hidden: bool,
    years: Vec<Year>,
    hidden_days: Vec<HiddenDay>,
    hidden_people: Vec<PersonRow>,
    handle: String,
    problems: Problems,
}

async fn show(visit: Visit) -> Answer {
    page(&opened(&visit, "").await?)
}

async fn opened(visit: &Visit, handle: &str) -> kith_base::Result<MemoriesPage> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    let found = memories::today(app, viewer).await?;
    let left_out = memories::left_out(app, viewer).await?;
    let frame = Frame::titled(visit, "memories-title");
    let this_year = i64::from(frame.l.calendar_day(frame.now).0);
    let mut years = Vec::new();
    for (year, ids) in found.years {
        let cards = cards::of(app, viewer, ids).await?;
        if cards.is_empty() {
            continue;
        }
        let title = frame.l.t1("memories-years-ago", "years", this_year - i64::from(year));
        years.push(Year { title, cards: cards_html(&frame, &cards)? });
    }
    let day_name = |(month, day): (i8, i8)| {
        frame.l.month_day(u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0))
    };
    Ok(MemoriesPage {
        day: day_name(found.day),
        month_number: found.day.0,
        day_number: found.day.1,
        is_off: found.is_off,
        is_day_hidden: found.is_day_hidden,
        years,
        hidden_days: left_out
            .days
            .iter()
            .map(|(month, day)| HiddenDay { month: *month, day: *day, name: day_name((*month, *day)) })
            .collect(),
        hidden_people: PersonRow::all(&left_out.people),
        handle: handle.to_owned(),
        problems: Problems::default(),
        frame,
    })
}

async fn switch(visit: Visit, form: Form) -> Answer {
    form.only(&["to"])?;
    let is_off = form.get("to") == "off";
    memories::set_off(&visit.app, &visit.viewer, is_off).await?;
    Ok(with_flash(see_other(PAGE), if is_off { "flash-memories-off" } else { "flash-memories-on" }, None))
}

async fn hide_day(visit: Visit, form: Form) -> Answer {
    form.only(&["month", "day", "to"])?;
    let number = |name| form.parse::<i8>(name).map(Option::unwrap_or_default);
    let day = (number("month")?, number("day")?);
    memories::hide_day(&visit.app, &visit.viewer, day, form.get("to") != "show").await?;
    Ok(with_flash(see_other(PAGE), "flash-memories-saved", None))
}

async fn hide_person(visit: Visit, form: Form) -> Answer {
    form.only(&["person", "handle", "to"])?;
    let handle = form.get("handle").trim().trim_start_matches('@').to_owned();
    let nobody = || Error::invalid("person", "memories-nobody");
    let person: Option<AccountId> = match form.parse("person")? {
        Some(person) => Some(person),
        None => {
            let handle = handle.clone();
            let found = visit.app.db.read(move |q| accounts::find_by_handle(q, &handle)).await?;
            found.map(kith_domain::accounts::Found::id)
        }
    };
    let outcome = match person {
        Some(person) => {
            memories::hide_person(&visit.app, &visit.viewer, person, form.get("to") != "show").await
        }
        None => Err(nobody()),
    };
    match outcome {
        Ok(()) => Ok(with_flash(see_other(PAGE), "flash-memories-saved", None)),
        Err(error) => {
            let error = if error.is_not_found() { nobody() } else { error };
            let shown = opened(&visit, &handle).await?;
            again(&visit.locale, error, |problems| page(&MemoriesPage { problems, ..shown }))
        }
    }
}

/// Birthdays of one month.
struct Month {
    name: String,
    people: Vec<Birthday>,
}

struct Birthday {
    person: PersonRow,
    /// Today, tomorrow, or in how many days.
    when: String,
    is_today: bool,
}

#[derive(Template)]
#[template(path = "memories/birthdays.html")]
struct BirthdaysPage {
    frame: Frame,
    months: Vec<Month>,
}

async fn birthdays(visit: Visit) -> Answer {
    let found = birthdays::upcoming(&visit.app, &visit.viewer).await?;
    let frame = Frame::titled(&visit, "birthdays-title");
    let mut months: Vec<(u8, Month)> = Vec::new();
    for coming in &found {
        // The same month of the next year comes again at the end.
        if months.last().is_none_or(|(month, _)| *month != coming.month) {
            let name = frame.l.month_name(coming.month);
            months.push((coming.month, Month { name, people: Vec::new() }));
        }
        if let Some((_, month)) = months.last_mut() {
            month.people.push(birthday(&frame, coming));
        }
    }
    page(&BirthdaysPage { months: months.into_iter().map(|(_, month)| month).collect(), frame })
}

fn birthday(frame: &Frame, coming: &Upcoming) -> Birthday {
    let l = &frame.l;
    let day = l.month_day(coming.month, coming.day);
    let line = match coming.turns {
        Some(turns) => l.t2("birthdays-turns", "day", day.as_str(), "age", turns),
        None => day,
    };
    Birthday {
        person: PersonRow::with_line(&coming.person, line),
        when: l.t1("birthdays-in-days", "days", coming.in_days),
        is_today: coming.in_days == 0,
    }
}
