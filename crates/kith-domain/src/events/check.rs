//! What hosts may say of an event: checked, normalised and rendered before anything is written.

use jiff::ToSpan;
use kith_base::{DAY, Error, FieldError, Message, Millis, Result};
use kith_text::{normalise_line, normalise_text};
use url::Url;

use super::model::{Details, Event, EventAudience};
use super::sql::Written;
use super::{occurrences, texts};
use crate::calendars::{Until, is_known};
use crate::kinds::EventId;
use crate::posts::trust;
use crate::posts::words::{self, Mentioned, Words};
use crate::search_terms::Terms;
use crate::viewer::Viewer;
use crate::{AccountId, App, GroupId, viewers};

/// What an event is called.
pub const TITLE: usize = 120;
/// What is said of it.
pub const TEXT: usize = 10_000;
/// One further line: place, address, price, link.
pub const LINE: usize = 300;
/// Questions to guests.
pub const QUESTIONS: usize = 5;
/// People whom one guest may bring.
pub const COMPANIONS: i64 = 10;
/// Things or shifts that people take on.
pub const SLOTS: usize = 30;
/// Name of one of them, and of a guest without an account.
pub const NAME: usize = 80;
/// What somebody says about an event.
pub const REMARK: usize = 5_000;
/// Places of one event, and guests that are listed.
pub const GUESTS: i64 = 10_000;
/// The longest that one time lasts.
const LONGEST: i64 = 60 * 24 * 62;
/// Years in which events begin.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2200;

/// Details that passed, with what came of their words.
#[derive(Clone, Debug)]
pub(super) struct Checked {
    pub details: Details,
    pub words: Words,
}

impl Checked {
    /// What is written of an event that has these further times and leaves those out.
    pub(super) fn written<'a>(&'a self, event: &'a Event) -> Written<'a> {
        Written {
            details: &self.details,
            html: &self.words.rendered.html,
            extra: &event.extra,
            except: &event.except,
            first_at: event.first_at,
            ends_at: event.facts.ends_at,
        }
    }

    /// The same where the event stands: in its group, whose readers are its audience then, or in none.
    pub(super) fn standing_in(mut self, group: Option<GroupId>) -> Result<Self> {
        self.details.group = group;
        match group {
            Some(_) => self.details.audience = EventAudience::Group,
            None if self.details.audience == EventAudience::Group => {
                return Err(Error::invalid("audience", "audience-missing"));
            }
            None => {}
        }
        Ok(self)
    }

    /// The event as it will be, without anything that others did to it.
    pub(super) fn event(&self, id: EventId, host: AccountId) -> Event {
        let details = self.details.clone();
        let mut event = Event {
            id,
            facts: super::model::EventFacts { host, audience: details.audience, ..Default::default() },
            details,
            html: self.words.rendered.html.clone(),
            extra: Vec::new(),
            except: Vec::new(),
            first_at: 0,
            taken: 0,
            publish_at: None,
            timing: 0,
            uid: String::new(),
            created_at: 0,
            changed_at: None,
            cancelled_at: None,
        };
        occurrences::settle(&mut event, &[]);
        event
    }
}

/// Checks what hosts say and renders its text.
pub(super) async fn prepare(app: &App, author: AccountId, details: Details) -> Result<Checked> {
    let mut details = normalised(details);
    let errors = complaints(&details);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    let looked: Vec<String> = std::iter::once(&details.source)
        .chain(details.more.iter().map(|text| &text.source))
        .cloned()
        .collect();
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Mentioned::find_in(q, &member, looked.iter().map(String::as_str))?;
            Ok((member, mentioned))
        })
        .await?;
    Viewer::Member(std::sync::Arc::clone(&member)).active()?;
    let rendered = kith_text::render_comment(&details.source, &mentioned);
    if !app.config.rate_limits_off() {
        let mut errors = trust::check_content(&member, &rendered, 0, "text");
        if !super::policy::may_reach(member.role, member.trust_level, details.audience) {
            errors.push(FieldError { field: "audience", message: "events-newcomer-audience".into() });
        }
        if !errors.is_empty() {
            return Err(Error::invalid_fields(errors));
        }
    }
    let language = words::language_of(&details.language, &details.source, &member);
    details.language.clone_from(&language);
    let errors = texts::complaints(&details);
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    for (text, (.., field)) in details.more.iter_mut().zip(texts::MORE_FIELDS) {
        let rendered = kith_text::render_comment(&text.source, &mentioned);
        if !app.config.rate_limits_off() {
            let errors = trust::check_content(&member, &rendered, 0, field);
            if !errors.is_empty() {
                return Err(Error::invalid_fields(errors));
            }
        }
        text.html = rendered.html;
    }
    let source = details.source.clone();
    let words = Words { rendered, mentioned: mentioned.ids(), language, source, terms: Terms::none() };
    Ok(Checked { details, words })
}

fn normalised(mut details: Details) -> Details {
    details.title = normalise_line(&details.title).trim().to_owned();
    details.source = normalise_text(&details.source);
    details.more = texts::normalised(details.more);
    texts::settle(&mut details);
    let about = &mut details.about;
    for line in [
        &mut about.place,
        &mut about.address,
        &mut about.map_url,
        &mut about.online_url,
        &mut about.price,
        &mut about.ticket_url,
        &mut about.category,
        &mut about.tags,
        &mut about.languages,
    ] {
        *line = normalise_line(line).trim().to_owned();
    }
    about.consent = normalise_text(&about.consent);
    about.accessibility = normalise_text(&about.accessibility);
    about.questions = about.questions.iter().map(|text| normalise_line(text).trim().to_owned()).collect();
    about.questions.retain(|question| !question.is_empty());
    if details.group.is_some() {
        details.audience = EventAudience::Group;
    }
    about.takes_strangers &= details.audience == EventAudience::Public;
    if details.is_all_day {
        details.starts = details.starts.date().to_datetime(jiff::civil::Time::midnight());
        details.minutes = details.minutes.map(|minutes| (minutes / (24 * 60)).max(1) * 24 * 60);
    }
    details
}

fn complaints(details: &Details) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if !words::is_known_language(&details.language) {
        errors.push(FieldError { field: "language", message: "posts-language-unknown".into() });
    }
    let mut complain = |field, message: Message| errors.push(FieldError { field, message });
    if details.title.is_empty() {
        complain("title", "error-required".into());
    }
    if details.audience == EventAudience::Group && details.group.is_none() {
        complain("audience", "audience-missing".into());
    }
    let about = &details.about;
    let lengths = [
        ("title", &details.title, TITLE),
        ("text", &details.source, TEXT),
        ("place", &about.place, LINE),
        ("address", &about.address, LINE),
        ("price", &about.price, LINE),
        ("category", &about.category, NAME),
        ("tags", &about.tags, LINE),
        ("languages", &about.languages, LINE),
        ("consent", &about.consent, LINE),
        ("accessibility", &about.accessibility, LINE * 4),
    ];
    for (field, text, most) in lengths {
        if kith_text::count::characters(text) > most {
            complain(field, Message::new("error-too-long").with("max", most));
        }
    }
    for (field, link) in
        [("map_url", &about.map_url), ("online_url", &about.online_url), ("ticket_url", &about.ticket_url)]
    {
        if !is_link(link) {
            complain(field, "events-bad-link".into());
        }
    }
    if about.questions.len() > QUESTIONS {
        complain("questions", Message::new("events-too-many-questions").with("max", QUESTIONS));
    }
    if about.questions.iter().any(|question| kith_text::count::characters(question) > LINE) {
        complain("questions", Message::new("error-too-long").with("max", LINE));
    }
    if !(0..=COMPANIONS).contains(&about.companions) {
        complain("companions", Message::new("events-companions-range").with("max", COMPANIONS));
    }
    if details.capacity.is_some_and(|most| !(1..=GUESTS).contains(&most)) {
        complain("capacity", Message::new("events-capacity-range").with("max", GUESTS));
    }
    if !words::is_known_language(&details.language) {
        complain("language", "error-not-understood".into());
    }
    errors.extend(complaints_about_time(details));
    errors
}

fn complaints_about_time(details: &Details) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut complain = |field, message: &'static str| {
        errors.push(FieldError { field, message: message.into() });
    };
    if !YEARS.contains(&details.starts.year()) {
        complain("starts", "events-bad-time");
    }
    match details.minutes {
        Some(minutes) if minutes <= 0 => complain("ends", "events-ends-early"),
        Some(minutes) if minutes > LONGEST => complain("ends", "events-too-long"),
        _ => {}
    }
    if !is_known(&details.time_zone) {
        complain("time_zone", "error-not-understood");
    }
    if let Some(rule) = &details.rule {
        let is_early = match rule.until {
            Some(Until::Day(day)) => day < details.starts.date(),
            Some(Until::Local(at)) => at < details.starts,
            Some(Until::Universal(at)) => at.checked_add(1.day()).is_ok_and(|at| at < details.starts),
            None => false,
        };
        if is_early {
            complain("until", "events-until-early");
        }
    }
    errors
}

/// A full address of the web, or nothing.
fn is_link(text: &str) -> bool {
    text.is_empty()
        || (text.len() <= 2_000
            && Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host()))
}

/// Slots as they are stored.
pub(super) fn slots(slots: Vec<(String, i64)>) -> Result<Vec<(String, i64)>> {
    let mut found: Vec<(String, i64)> = Vec::new();
    for (name, needed) in slots {
        let name = normalise_line(&name).trim().to_owned();
        if name.is_empty() {
            continue;
        }
        let is_known = found.iter().any(|(known, _)| *known == name);
        if is_known || !(1..=1_000).contains(&needed) || kith_text::count::characters(&name) > NAME {
            return Err(Error::invalid("slots", "events-bad-slots"));
        }
        found.push((name, needed));
    }
    if found.len() > SLOTS {
        return Err(Error::invalid("slots", Message::new("events-too-many-slots").with("max", SLOTS)));
    }
    Ok(found)
}

/// So many events somebody makes in a day at most.
const A_DAY: i64 = 20;

/// Refuses when somebody made more events lately than a person does.
pub(super) fn check_pace(q: &mut kith_db::Query<'_>, host: AccountId) -> Result<()> {
    let since: Millis = q.now() - DAY;
    if super::sql::count_made(q, host, since)? >= A_DAY {
        return Err(Error::rate_limited(3_600));
    }
    Ok(())
}
