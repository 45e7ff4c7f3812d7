//! Events: what happens when and where, once or again and again; who is asked, who comes, who waits for a place; what is
//! said about it; and calendars of all that.
//!
//! What repeats is one row with a rule. Its times are computed whenever they are looked at; only what makes one of them
//! unlike the others is stored. Answers are for all times of an event.

mod announce;
mod answer;
mod birthdays;
mod cancel;
mod check;
mod create;
mod discuss;
mod door;
mod edit;
mod files;
mod findable;
mod hosts;
mod import;
mod in_group;
mod invite;
mod lists;
pub mod model;
mod occurrences;
mod page;
pub mod policy;
mod reminders;
mod shown;
mod sql;
mod strangers;
mod texts;

use std::collections::HashMap;

use kith_base::{Error, Millis, Result};
use kith_db::{Query, Tx};
use kith_locale::{Language, Locale};

pub use answer::{answer, withdraw};
pub use birthdays::{Birthday, of_friends};
pub(crate) use cancel::of_leaving;
pub use cancel::{cancel, delete, publish};
pub use check::{COMPANIONS, GUESTS, LINE, NAME, QUESTIONS, REMARK, SLOTS, TEXT, TITLE};
pub use create::create;
pub use discuss::{REMARKS, free_slot, remark, remarks, take_slot, unremark};
pub use door::{check_in_by_code, door_code};
pub use edit::edit;
pub use files::{calendar_address, file, reset_calendar_address, subscription};
pub(crate) use findable::{found, make_findable};
pub use hosts::{add_host, hand_over, remove_host};
pub use import::{Imported, import};
pub(crate) use in_group::erase_of_group;
pub use in_group::of_group;
pub use invite::{check_in, decide, guests, invitable, invite, remove_guest};
pub use lists::{AHEAD, PastPage, calendar, count_invited, list, past};
pub use model::{
    About, Answer, AnswerState, Choice, Details, Event, EventAudience, EventFacts, EventState, Folder,
    NewAnswer, NewEvent, Occurrence, Override, Publish, Remark, Scope,
};
pub use occurrences::OPEN_END;
pub use page::page;
pub use shown::{EventPage, Guest, Guests, Line, May, RemarkCard, Slot};
pub use strangers::{NewStranger, confirm, leave, register, stranger};
pub use texts::{EventText, MORE_FIELDS, Told};

use crate::kinds::EventId;
use crate::reading::Reading;
use crate::viewer::{Member, Viewer, Visible};
use crate::{AccountId, App, viewers};

/// An event, for whoever may see it.
///
/// # Errors
/// NotFound when it is not there or the viewer may not know that it is.
pub async fn get(app: &App, viewer: &Viewer, id: EventId) -> Result<Visible<Event>> {
    let viewer = viewer.clone();
    app.db.read(move |q| load(q, &viewer, id)).await
}

/// [`get`] inside a transaction.
///
/// # Errors
/// As [`get`].
pub fn load(q: &mut Query<'_>, viewer: &Viewer, id: EventId) -> Result<Visible<Event>> {
    let found = sql::by_id(q, viewer.id_or_zero(), id)?;
    found.and_then(|event| policy::show(viewer, event)).ok_or_else(Error::not_found)
}

/// What decides who may see an event in any state, for the feature that hands its picture out.
pub(crate) fn facts(q: &mut Query<'_>, viewer: &Viewer, id: EventId) -> Result<Option<EventFacts>> {
    Ok(sql::by_id(q, viewer.id_or_zero(), id)?.map(|event| event.facts))
}

/// Whether `viewer` may see an event by the SQL predicate alone, for the test that holds it against the rule.
///
/// # Errors
/// Internal when the database fails.
pub async fn all_seen(app: &App, viewer: &Viewer) -> Result<Vec<EventId>> {
    let who = policy::sql_viewer(viewer);
    app.db.read(move |q| sql::seen(q, who)).await
}

/// What an event is called and when it is next, seen from `at`, in the viewer's language; none when it is not there for
/// them.
///
/// # Errors
/// Internal when the database fails.
pub(crate) async fn in_short(app: &App, viewer: &Viewer, id: EventId, at: Millis) -> Result<Option<String>> {
    Ok(all_in_short(app, viewer, vec![(id, at)]).await?.remove(&id))
}

/// [`in_short`] for several.
///
/// # Errors
/// Internal when the database fails.
pub(crate) async fn all_in_short(
    app: &App,
    viewer: &Viewer,
    about: Vec<(EventId, Millis)>,
) -> Result<HashMap<EventId, String>> {
    if about.is_empty() {
        return Ok(HashMap::new());
    }
    let Some(member) = viewer.member() else { return Ok(HashMap::new()) };
    let locale = Locale::new(Language::parse(&member.language).unwrap_or_default(), &member.time_zone);
    let (viewer, reading) = (viewer.clone(), Reading::of(viewer, "", &[]));
    let (who, ids) = (viewer.id_or_zero(), about.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    let (events, overrides) =
        app.db.read(move |q| Ok((sql::by_ids(q, who, &ids)?, sql::overrides(q, &ids)?))).await?;
    let mut found = HashMap::new();
    for event in events.into_iter().filter_map(|event| policy::show(&viewer, event)) {
        let at = about.iter().find(|(id, _)| *id == event.id).map_or(0, |(_, at)| *at);
        let unlike = overrides.get(&event.id).map(Vec::as_slice).unwrap_or_default();
        let next = occurrences::at_or_after(&event, unlike, at);
        let title = event.title_of(&next, &reading);
        found.insert(event.id, in_words(&locale, &event, &Occurrence { title, ..next }));
    }
    Ok(found)
}

/// "Rehearsal · 7 May 2026, 19:30".
fn in_words(locale: &Locale, event: &Event, occurrence: &Occurrence) -> String {
    let when = if event.details.is_all_day {
        // A day is the same day for everybody.
        Locale::new(locale.language(), &event.details.time_zone).date(occurrence.starts_at)
    } else {
        locale.date_time(occurrence.starts_at)
    };
    format!("{} · {when}", occurrence.title)
}

/// The member as this transaction finds them.
fn fresh(q: &mut Query<'_>, account: AccountId) -> Result<(Viewer, std::sync::Arc<Member>)> {
    let member = viewers::load_fresh(q, account)?;
    let viewer = Viewer::Member(std::sync::Arc::clone(&member));
    viewer.active()?;
    Ok((viewer, member))
}

/// An event of which the viewer is a host, inside a write.
fn to_edit(tx: &mut Tx<'_>, viewer: &Viewer, id: EventId) -> Result<Event> {
    let event = load(tx, viewer, id)?;
    if policy::may_edit(viewer, &event.facts) { Ok(event.into_inner()) } else { Err(Error::not_found()) }
}
