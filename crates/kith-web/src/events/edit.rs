//! Making events and changing them.

use askama::Template;
use axum::extract::{Path, Query};
use jiff::ToSpan;
use kith_base::{Error, Result};
use kith_domain::calendars::{local, zone};
use kith_domain::events::{self, EventAudience, EventPage, NewEvent, Scope};
use kith_domain::groups::Right;
use kith_domain::media::{self, Sent};
use kith_domain::{EventId, MediaId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::form::Typed;
use super::languages::{self, LanguageField};
use super::repeat::{DAYS, REPEATS};
use super::show::Wanted;
use super::view::{at, audience_key};
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::posts::offered_languages;

/// A day that a new event is to begin on.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct On {
    day: String,
    /// The address of the group that it is for.
    group: String,
}

#[derive(Template)]
#[template(path = "events/form.html")]
struct FormPage {
    frame: Frame,
    action: String,
    back: String,
    typed: Typed,
    zones: Vec<String>,
    audiences: Vec<(&'static str, String)>,
    /// What is said in their place of an event of a group.
    for_group: String,
    /// Languages in which it may be told: tag and name.
    languages: Vec<(String, &'static str)>,
    more: Vec<LanguageField>,
    repeats: Vec<(&'static str, String)>,
    weekdays: Vec<(&'static str, String)>,
    cover: Option<String>,
    is_new: bool,
    /// Whether it can still be shown later.
    is_draft: bool,
    /// Only one time is changed: title, place and hours.
    is_one: bool,
    problems: Problems,
}

/// Which form it is.
struct Kind {
    action: String,
    back: String,
    title: &'static str,
    is_new: bool,
    is_draft: bool,
    is_one: bool,
}

fn form_page(visit: &Visit, kind: Kind, typed: Typed, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, kind.title);
    let l = &frame.l;
    let mut repeats = vec![("none", l.t("events-repeat-none"))];
    let names = [
        "events-repeat-daily",
        "events-repeat-weekly",
        "events-repeat-monthly",
        "events-repeat-monthly-nth",
        "events-repeat-monthly-last",
        "events-repeat-yearly",
    ];
    repeats.extend(REPEATS.into_iter().zip(names).map(|(name, key)| (name, l.t(key))));
    if typed.is("repeat", "keep") {
        repeats.push(("keep", l.t("events-repeat-keep")));
    }
    // A week that begins on a Monday.
    let monday = 345_600_000;
    let weekday = |n: i64| kith_locale::Locale::new(l.language(), "UTC").weekday(monday + n * kith_base::DAY);
    let cover = typed.get("cover_id").parse::<MediaId>().ok();
    page(&FormPage {
        action: kind.action,
        back: kind.back,
        zones: accounts::time_zones(),
        for_group: l.t(audience_key(EventAudience::Group)),
        audiences: EventAudience::ALL
            .iter()
            .filter(|audience| **audience != EventAudience::Group)
            .map(|audience| (audience.as_str(), l.t(audience_key(*audience))))
            .collect(),
        languages: offered_languages(&frame),
        more: languages::fields(&typed, &problems),
        repeats,
        weekdays: DAYS.into_iter().zip(0..).map(|(day, n)| (day, weekday(n))).collect(),
        cover: cover.map(|cover| format!("/media/{cover}/small")),
        is_new: kind.is_new,
        is_draft: kind.is_draft,
        is_one: kind.is_one,
        typed,
        problems,
        frame,
    })
}

fn new_kind() -> Kind {
    Kind {
        action: "/events/new".to_owned(),
        back: "/events".to_owned(),
        title: "events-new",
        is_new: true,
        is_draft: true,
        is_one: false,
    }
}

pub(super) async fn new(visit: Visit, Query(on): Query<On>) -> Answer {
    let own = visit.locale.time_zone();
    let now = local(&zone(own), visit.now);
    let tomorrow = now.date().checked_add(1.day()).unwrap_or(now.date());
    let day = on.day.parse().unwrap_or(tomorrow);
    let mut typed = Typed::fresh(day.at(19, 0, 0, 0), own);
    if !on.group.is_empty() {
        let group = crate::groups::with_right(&visit, &on.group, Right::MakeEvents).await?;
        typed.set("group", &group.id.to_string());
        typed.set("audience", EventAudience::Group.as_str());
    }
    form_page(&visit, new_kind(), typed, Problems::default())
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    form.only(&Typed::fields())?;
    let mut typed = Typed::read(&form);
    let made = async {
        let cover = cover(&visit, &mut form, &mut typed).await?;
        events::create(&visit.app, &visit.viewer, typed.event(None, cover)?).await
    };
    match made.await {
        Ok(event) => {
            let flash = match event.facts.state {
                events::EventState::Published => "flash-event-made",
                _ => "flash-event-kept",
            };
            Ok(with_flash(see_other(&format!("/events/{}", event.id)), flash, None))
        }
        Err(error) => failed(&visit, new_kind(), typed, error),
    }
}

fn failed(visit: &Visit, kind: Kind, typed: Typed, error: Error) -> Answer {
    let (status, problems) = Problems::from_error(&visit.locale, error)?;
    let mut response = form_page(visit, kind, typed, problems)?;
    *response.status_mut() = status;
    Ok(response)
}

/// The picture that is to stand on top: a new one, the one that stood there, or none. One that was taken in is kept in the
/// form, so that nobody has to choose it twice.
async fn cover(visit: &Visit, form: &mut Form, typed: &mut Typed) -> Result<Option<MediaId>> {
    if let Some(file) = form.take_files("cover").into_iter().next() {
        let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
        let alt = typed.get("cover_alt").to_owned();
        let sent = Sent { path: file.path.to_path_buf(), bytes, alt, crop: None };
        let photo = media::upload(&visit.app, &visit.viewer, sent).await.map_err(as_cover)?;
        typed.set("cover_id", &photo.id.to_string());
        return Ok(Some(photo.id));
    }
    if typed.has("drop_cover") {
        typed.set("cover_id", "");
    }
    Ok(typed.get("cover_id").parse().ok())
}

/// What is wrong with a photo stands beside the field from which it came.
fn as_cover(error: Error) -> Error {
    match error.fields().first() {
        Some(complaint) => Error::invalid("cover", complaint.message.clone()),
        None => error,
    }
}

/// The times that a change is for.
pub(super) fn scope_of(word: &str, key: &str) -> Scope {
    match (word, at(key)) {
        ("this", Some(key)) => Scope::This(key),
        ("following", Some(key)) => Scope::Following(key),
        _ => Scope::All,
    }
}

#[derive(Template)]
#[template(path = "events/scope.html")]
struct ScopePage {
    frame: Frame,
    id: String,
    at: String,
    when: String,
}

fn kind_of(found: &EventPage, scope: Scope) -> Kind {
    let event = &found.event;
    Kind {
        action: format!("/events/{}/edit", event.id),
        back: super::view::href(event, &found.occurrence),
        title: "events-edit",
        is_new: false,
        is_draft: event.publish_at.is_some() || event.facts.state == events::EventState::Draft,
        is_one: matches!(scope, Scope::This(_)),
    }
}

/// The event, for those who may change it.
async fn to_edit(visit: &Visit, id: EventId, key: &str) -> Result<EventPage> {
    let found = events::page(&visit.app, &visit.viewer, id, at(key)).await?;
    if found.may.edit { Ok(found) } else { Err(Error::not_found()) }
}

pub(super) async fn edit(visit: Visit, Path(id): Path<EventId>, Query(wanted): Query<Wanted>) -> Answer {
    let found = to_edit(&visit, id, &wanted.at).await?;
    let has_time = at(&wanted.at).is_some();
    if found.event.repeats() && has_time && wanted.scope.is_empty() {
        let when = super::view::WhenView::of(&visit.locale, &found.event, &found.occurrence).text;
        let (frame, id) = (Frame::titled(&visit, "events-edit"), id.to_string());
        return page(&ScopePage { frame, id, at: wanted.at, when });
    }
    let scope = scope_of(&wanted.scope, &wanted.at);
    let one = (scope != Scope::All).then_some(&found.occurrence);
    let slots: Vec<(String, i64)> = found.slots.iter().map(|slot| (slot.name.clone(), slot.needed)).collect();
    let mut typed = Typed::of(&found.event, one, &slots);
    typed.set("scope", &wanted.scope);
    typed.set("at", &wanted.at);
    form_page(&visit, kind_of(&found, scope), typed, Problems::default())
}

pub(super) async fn update(visit: Visit, Path(id): Path<EventId>, mut form: Form) -> Answer {
    form.only(&Typed::fields())?;
    let mut typed = Typed::read(&form);
    let found = to_edit(&visit, id, form.get("at")).await?;
    let scope = scope_of(form.get("scope"), form.get("at"));
    let done = async {
        let cover = cover(&visit, &mut form, &mut typed).await?;
        let new: NewEvent = typed.event(Some(&found.event), cover)?;
        events::edit(&visit.app, &visit.viewer, id, scope, new).await
    };
    match done.await {
        Ok(event) => {
            let to = match scope {
                Scope::This(_) => format!("/events/{id}?at={}", typed.get("at")),
                _ => format!("/events/{}", event.id),
            };
            Ok(with_flash(see_other(&to), "flash-event-saved", None))
        }
        Err(error) => failed(&visit, kind_of(&found, scope), typed, error),
    }
}
