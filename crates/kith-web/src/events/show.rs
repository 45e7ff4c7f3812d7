//! The page of an event.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Millis, Result};
use kith_domain::events::{self, AnswerState, EventAudience, EventPage, EventState};
use kith_domain::{EventId, groups};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::view::{WhenView, answer_key, at, audience_icon, audience_key, href};
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::posts::view::{PersonView, TimeView};
use crate::reading::{Switch, others};

/// Which time of an event.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    pub(super) at: String,
    /// Which times a change is for.
    pub(super) scope: String,
    /// The language in which it is asked for.
    text: String,
}

/// A thing that people take on.
struct SlotView {
    id: String,
    name: String,
    left: String,
    people: Vec<PersonView>,
    is_mine: bool,
    is_full: bool,
}

/// What somebody said.
struct RemarkView {
    id: String,
    author: PersonView,
    time: TimeView,
    language: String,
    html: String,
    may_delete: bool,
}

/// Somebody's answer as the form shows it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) companions: String,
    pub(super) replies: Vec<String>,
}

impl Typed {
    /// What the answer that is there says.
    fn of(mine: Option<&events::Answer>) -> Self {
        Self {
            companions: mine.map_or(0, |mine| mine.companions).to_string(),
            replies: mine.map(|mine| mine.replies.clone()).unwrap_or_default(),
        }
    }
}

#[derive(Template)]
#[template(path = "events/show.html")]
struct ShowPage {
    frame: Frame,
    id: String,
    title: String,
    at: String,
    when: WhenView,
    repeats: bool,
    next: Vec<(String, String)>,
    place: String,
    address: String,
    map_url: String,
    online_url: String,
    audience: (&'static str, String),
    /// The group that it belongs to: address, a sentence with its name.
    group: Option<(String, String)>,
    cover: Option<(String, String)>,
    host: PersonView,
    co_hosts: Vec<PersonView>,
    language: String,
    html: String,
    /// Ways to the same in other languages.
    others: Vec<Switch>,
    /// Labels and words of all else that is said of it.
    facts: Vec<(String, String)>,
    ticket_url: String,
    /// What became of it, if it is not simply there.
    state: Option<(&'static str, String)>,
    mine: Option<String>,
    /// What the reader shows at the door.
    door_code: Option<String>,
    choices: Vec<(&'static str, String, bool)>,
    questions: Vec<(usize, String, String)>,
    consent: String,
    companions: String,
    most_companions: i64,
    places: Option<String>,
    counts: Vec<String>,
    slots: Vec<SlotView>,
    has_discussion: bool,
    remarks: Vec<RemarkView>,
    remark_limit: usize,
    may: events::May,
    may_take: bool,
    may_register: bool,
    is_answered: bool,
    is_draft: bool,
    problems: Problems,
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>, Query(wanted): Query<Wanted>) -> Answer {
    page(&shown(&visit, (id, &wanted.at, &wanted.text), None, Problems::default()).await?)
}

/// The page, after a form on it failed with what was typed into it.
pub(super) async fn show_with(
    visit: &Visit,
    id: EventId,
    key: &str,
    typed: Option<Typed>,
    problems: Problems,
) -> Answer {
    page(&shown(visit, (id, key, ""), typed, problems).await?)
}

/// The page of an event at one of its times, in a language before all others.
async fn shown(
    visit: &Visit,
    (id, key, language): (EventId, &str, &str),
    typed: Option<Typed>,
    problems: Problems,
) -> Result<ShowPage> {
    let found = events::page(&visit.app, &visit.viewer, id, at(key)).await?;
    let group = match found.event.details.group {
        Some(group) => groups::get(&visit.app, &visit.viewer, group).await.ok(),
        None => None,
    };
    let mut shown = view(visit, found, language, typed, problems)?;
    shown.group = group.map(|group| {
        let said = shown.frame.l.t1("groups-events-in", "group", group.name.as_str());
        (format!("/groups/{}", group.slug), said)
    });
    Ok(shown)
}

fn view(
    visit: &Visit,
    found: EventPage,
    language: &str,
    typed: Option<Typed>,
    problems: Problems,
) -> Result<ShowPage> {
    let mut frame = Frame::new(visit, "");
    frame.reading = frame.reading.but_first(language);
    frame.title = found.event.title_of(&found.occurrence, &frame.reading);
    let is_public = found.event.facts.audience == EventAudience::Public;
    if is_public && found.event.facts.state == EventState::Published && visit.viewer.id().is_none() {
        frame = frame.indexed();
    }
    let (l, event, one) = (&frame.l, &*found.event, &found.occurrence);
    let (about, audience) = (&event.details.about, event.facts.audience);
    let words = event.best(&frame.reading);
    let at = if event.repeats() { kith_domain::calendars::print_local(one.key) } else { String::new() };
    let mine = found.mine.as_ref();
    let is_guest = mine.is_some_and(|mine| mine.state == AnswerState::Going);
    let typed = typed.unwrap_or_else(|| Typed::of(mine));
    let may_register = visit.viewer.id().is_none()
        && about.takes_strangers
        && event.facts.state == EventState::Published
        && !event.is_past(visit.now);
    Ok(ShowPage {
        id: event.id.to_string(),
        title: frame.title.clone(),
        when: WhenView::of(l, event, one),
        repeats: event.repeats(),
        next: found.next.iter().map(|next| (href(event, next), WhenView::of(l, event, next).text)).collect(),
        place: one.place.clone(),
        address: one.address.clone(),
        map_url: about.map_url.clone(),
        online_url: about.online_url.clone(),
        audience: (audience_icon(audience), l.t(audience_key(audience))),
        group: None,
        cover: found.cover.as_ref().map(|photo| (format!("/media/{}/feed", photo.id), photo.alt.clone())),
        host: PersonView::of(l, &found.host),
        co_hosts: found.co_hosts.iter().map(|card| PersonView::of(l, card)).collect(),
        language: words.language.to_owned(),
        html: words.html.to_owned(),
        others: ways(event, words.language, &at),
        at,
        facts: facts(&frame, event),
        ticket_url: about.ticket_url.clone(),
        state: state(&frame, &found, visit.now),
        mine: mine.map(|mine| l.t(answer_key(mine.state, audience))),
        door_code: mine.filter(|_| is_guest).map(|mine| events::door_code(&visit.app, mine.id)),
        choices: choices(&frame, &found),
        questions: about
            .questions
            .iter()
            .enumerate()
            .map(|(n, question)| (n, question.clone(), typed.replies.get(n).cloned().unwrap_or_default()))
            .collect(),
        consent: about.consent.clone(),
        companions: typed.companions,
        most_companions: about.companions,
        places: places(&frame, event),
        counts: counts(&frame, &found),
        slots: slots(&frame, &found),
        has_discussion: event.facts.has_discussion && (found.may.discuss || !found.remarks.is_empty()),
        remarks: remarks(&frame, &found),
        remark_limit: events::REMARK,
        may: found.may,
        may_take: is_guest || found.may.edit,
        may_register,
        is_answered: mine
            .is_some_and(|mine| !matches!(mine.state, AnswerState::Invited | AnswerState::Removed)),
        is_draft: matches!(event.facts.state, EventState::Draft | EventState::Scheduled),
        problems,
        frame,
    })
}

/// Ways to what is said of an event in other languages, at the same time of it.
fn ways(event: &events::Event, shown: &str, at: &str) -> Vec<Switch> {
    let mut ways = others(event.texts().map(|text| text.language), shown, &format!("/events/{}", event.id));
    for way in ways.iter_mut().filter(|_| !at.is_empty()) {
        way.href = format!("{}&at={at}", way.href);
    }
    ways
}

fn facts(frame: &Frame, event: &events::Event) -> Vec<(String, String)> {
    let (l, about) = (&frame.l, &event.details.about);
    let until = event.details.answer_until.map(|until| l.date_time(until)).unwrap_or_default();
    let all = [
        ("events-price", &about.price),
        ("events-category", &about.category),
        ("events-tags", &about.tags),
        ("events-languages", &about.languages),
        ("events-accessibility", &about.accessibility),
        ("events-answer-until", &until),
    ];
    let said = all.into_iter().filter(|(_, words)| !words.is_empty());
    said.map(|(key, words)| (l.t(key), words.clone())).collect()
}

fn state(frame: &Frame, found: &EventPage, now: Millis) -> Option<(&'static str, String)> {
    let (l, event) = (&frame.l, &found.event);
    match event.facts.state {
        EventState::Draft => return Some(("info", l.t("events-state-draft-text"))),
        EventState::Scheduled => {
            let when = l.date_time(event.publish_at.unwrap_or(now));
            return Some(("info", l.t1("events-state-scheduled-text", "when", when)));
        }
        EventState::Cancelled => return Some(("bad", l.t("events-state-cancelled-text"))),
        EventState::Published => {}
    }
    if found.occurrence.is_cancelled {
        return Some(("bad", l.t("events-state-time-cancelled-text")));
    }
    if event.is_past(now) {
        return Some(("info", l.t("events-state-past-text")));
    }
    let changed = event.changed_at?;
    Some(("info", l.t1("events-state-changed-text", "when", l.time_ago(changed, now))))
}

fn choices(frame: &Frame, found: &EventPage) -> Vec<(&'static str, String, bool)> {
    let (l, audience) = (&frame.l, found.event.facts.audience);
    let mine = found.mine.as_ref().map(|mine| mine.state);
    let comes =
        matches!(mine, Some(AnswerState::Going | AnswerState::Waitlisted | AnswerState::ApprovalPending));
    vec![
        ("going", l.t("events-choose-going"), comes),
        ("maybe", l.t(answer_key(AnswerState::Maybe, audience)), mine == Some(AnswerState::Maybe)),
        ("declined", l.t("events-choose-declined"), mine == Some(AnswerState::Declined)),
    ]
}

fn places(frame: &Frame, event: &events::Event) -> Option<String> {
    let left = event.left()?;
    let l = &frame.l;
    Some(match left {
        0 if event.details.has_waiting_list => l.t("events-places-waiting"),
        0 => l.t("events-places-none"),
        left => l.t1("events-places-left", "count", left),
    })
}

fn counts(frame: &Frame, found: &EventPage) -> Vec<String> {
    let count = |state: AnswerState| {
        found.counts.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
    };
    let mut words = Vec::new();
    let is_public = found.event.facts.audience == EventAudience::Public;
    let maybe = if is_public { "events-count-interested" } else { "events-count-maybe" };
    for (state, key) in [
        (AnswerState::Going, "events-count-going"),
        (AnswerState::Maybe, maybe),
        (AnswerState::Waitlisted, "events-count-waiting"),
    ] {
        if count(state) > 0 {
            words.push(frame.l.t1(key, "count", count(state)));
        }
    }
    words
}

fn remarks(frame: &Frame, found: &EventPage) -> Vec<RemarkView> {
    let shown = found.remarks.iter().map(|card| RemarkView {
        id: card.remark.id.to_string(),
        author: PersonView::of(&frame.l, &card.author),
        time: TimeView::of(frame, card.remark.created_at),
        language: card.remark.language.clone(),
        html: card.remark.html.clone(),
        may_delete: card.may_delete,
    });
    shown.collect()
}

fn slots(frame: &Frame, found: &EventPage) -> Vec<SlotView> {
    let l = &frame.l;
    let slots = found.slots.iter().map(|slot| SlotView {
        id: slot.id.to_string(),
        name: slot.name.clone(),
        left: l.t2("events-slot-count", "taken", slot.taken, "needed", slot.needed),
        people: slot.people.iter().map(|card| PersonView::of(l, card)).collect(),
        is_mine: slot.is_mine,
        is_full: slot.taken >= slot.needed,
    });
    slots.collect()
}
