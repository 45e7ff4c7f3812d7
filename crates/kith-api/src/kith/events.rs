//! Events: lists and a calendar of them, each with what the caller answered; made, changed and called off by their hosts.

use axum::Json;
use jiff::civil::DateTime;
use kith_base::{Error, Result};
use kith_domain::calendars::Rule;
use kith_domain::events::{
    self, About, AnswerState, Choice, Details, Event, EventAudience, EventState, Folder, NewAnswer,
    Occurrence, Publish,
};
use kith_domain::reading::Reading;
use kith_domain::{EventId, GroupId};
use kith_http::Answer;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::event_texts::{EventTextEntity, NewEventText};
use super::event_times::{OneTime, SomeTimes, kept, time_of};
use super::input::{Asked, At, Sent, Submission, Word, maybe_objects};
use super::operations::KithRoutes;
use super::output::{DONE, Done};
use crate::accounts::{accounts_of, summary_of};
use crate::caller::Caller;
use crate::entities::account::Account;
use crate::entities::moment;
use crate::entities::schema::{IdText, MomentText};
use crate::routes::Needs;

const LIST: &str = "/api/kith/v1/events";
const ONE: &str = "/api/kith/v1/events/{id}";
const ANSWER: &str = "/api/kith/v1/events/{id}/answer";

pub(super) fn routes() -> KithRoutes {
    let read = Needs::Scope("read:statuses");
    let write = Needs::Scope("write:statuses");
    KithRoutes::of("events")
        .get(
            LIST,
            read,
            ("listEvents", "Events that come, one's own, invitations, or those that are over"),
            index,
        )
        .post(LIST, write, ("createEvent", "Makes an event; the caller is its host"), create)
        .get(
            "/api/kith/v1/events/calendar",
            read,
            ("listCalendar", "All times of events between two moments, in order"),
            calendar,
        )
        .get(ONE, read, ("getEvent", "An event at its next time, or at the one that is asked for"), show)
        .put(
            ONE,
            write,
            ("editEvent", "Changes all times of an event, one, or one and those after it; guests are told where it matters"),
            edit,
        )
        .delete(ONE, write, ("deleteEvent", "Deletes a draft, or what was called off or is over"), delete)
        .post(
            "/api/kith/v1/events/{id}/cancel",
            write,
            ("cancelEvent", "Calls an event off, all of it, one time, or one and those after it; guests are told"),
            cancel,
        )
        .put(
            ANSWER,
            write,
            ("answerEvent", "Says whether the caller comes, to all times; who finds no place waits for one"),
            answer,
        )
        .delete(ANSWER, write, ("withdrawAnswer", "Takes the caller's answer back"), withdraw)
}

/// Which events are wanted.
#[derive(Debug, Deserialize, JsonSchema)]
struct Which {
    /// Those that come, unless said.
    folder: Option<Word<Folder>>,
}

/// Between which moments.
#[derive(Debug, Deserialize, JsonSchema)]
struct Span {
    /// The first moment.
    #[schemars(with = "MomentText")]
    from: String,
    /// The first moment after it, at most a year later.
    #[schemars(with = "MomentText")]
    until: String,
    /// Only what the caller looks after or comes to.
    #[serde(default)]
    mine: bool,
}

/// One time of an event.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EventTime {
    #[schemars(with = "IdText")]
    event_id: EventId,
    /// By this word the time is known among those of its event.
    key: String,
    title: String,
    #[schemars(with = "MomentText")]
    starts_at: String,
    #[schemars(with = "Option<MomentText>")]
    ends_at: Option<String>,
    is_all_day: bool,
    /// IANA name of the zone where it happens.
    time_zone: String,
    /// The group that it belongs to.
    #[schemars(with = "Option<IdText>")]
    group_id: Option<GroupId>,
    place: String,
    address: String,
    is_cancelled: bool,
    audience: Word<EventAudience>,
    state: Word<EventState>,
    /// What the caller is to it; null for nothing.
    answer: Option<Word<AnswerState>>,
}

impl EventTime {
    pub(super) fn of(event: &Event, one: &Occurrence, reading: &Reading) -> Self {
        Self {
            event_id: event.id,
            key: one.key.to_string(),
            title: event.title_of(one, reading),
            starts_at: moment(one.starts_at),
            ends_at: one.ends_at.map(moment),
            is_all_day: event.details.is_all_day,
            time_zone: event.details.time_zone.clone(),
            group_id: event.details.group,
            place: one.place.clone(),
            address: one.address.clone(),
            is_cancelled: one.is_cancelled,
            audience: Word(event.facts.audience),
            state: Word(event.facts.state),
            answer: event.facts.mine.map(Word),
        }
    }
}

/// How many people gave an answer.
#[derive(Debug, Serialize, JsonSchema)]
struct AnswerCount {
    answer: Word<AnswerState>,
    count: i64,
}

/// An event, at its next time.
#[derive(Debug, Serialize, JsonSchema)]
struct EventEntity {
    #[schemars(with = "IdText")]
    id: EventId,
    /// The time that goes on or comes next; the last one when all are over.
    time: EventTime,
    /// Times after it, at most five.
    next: Vec<EventTime>,
    host: Account,
    co_hosts: Vec<Account>,
    /// What is said of it, as HTML.
    content: String,
    language: String,
    /// Title and words in all its languages, where it has several; the first is the one in which it was written. The
    /// event itself says what fits the caller best.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    texts: Vec<EventTextEntity>,
    /// When it happens again, as in calendar files; null when it does not.
    rule: Option<String>,
    /// Where it happens online; empty for those who do not come.
    online_url: String,
    map_url: String,
    price: String,
    ticket_url: String,
    category: String,
    accessibility: String,
    /// Places in all; null where there is no end of them.
    capacity: Option<i64>,
    /// Places that are left.
    places_left: Option<i64>,
    has_waiting_list: bool,
    needs_approval: bool,
    /// How many people one guest may bring.
    companions: i64,
    questions: Vec<String>,
    /// What guests agree to; empty for nothing.
    consent: String,
    #[schemars(with = "Option<MomentText>")]
    answer_until: Option<String>,
    /// How many gave which answer, for those who may know.
    counts: Vec<AnswerCount>,
    may_answer: bool,
    may_invite: bool,
    may_edit: bool,
}

/// An event to be made or changed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EventWords {
    title: String,
    /// In light Markdown.
    #[serde(default)]
    text: String,
    /// A language tag; without it, the text decides.
    #[serde(default)]
    language: String,
    /// The same in further languages, four at most; without it, those that are there stay.
    #[serde(default, deserialize_with = "maybe_objects")]
    #[schemars(with = "Option<Vec<NewEventText>>")]
    texts: Option<Vec<NewEventText>>,
    /// What clocks show there when it begins, such as `2026-05-09T19:30:00`.
    starts: String,
    /// How long it lasts; null when nobody knows.
    minutes: Option<i64>,
    /// IANA name of the zone.
    time_zone: String,
    #[serde(default)]
    is_all_day: bool,
    /// When it happens again, as in calendar files: `FREQ=WEEKLY;BYDAY=TU`.
    rule: Option<String>,
    audience: Word<EventAudience>,
    /// The group that it is for, where the audience is `group`. It cannot be changed later.
    #[schemars(with = "Option<IdText>")]
    group_id: Option<GroupId>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    address: String,
    #[serde(default)]
    online_url: String,
    #[serde(default)]
    accessibility: String,
    capacity: Option<i64>,
    #[serde(default)]
    has_waiting_list: bool,
    #[serde(default)]
    needs_approval: bool,
    #[serde(default)]
    guests_invite: bool,
    /// Whether all who see it see who comes.
    #[serde(default)]
    shows_guests: bool,
    #[serde(default)]
    has_discussion: bool,
    #[serde(default)]
    companions: i64,
    #[serde(default)]
    questions: Vec<String>,
    /// Whether only its hosts see it for now.
    #[serde(default)]
    is_draft: bool,
}

impl EventWords {
    /// What the domain takes. What this API has no word for stays as it is in `before`.
    fn read(self, submission: Option<String>, before: Option<&Details>) -> Result<events::NewEvent> {
        let starts: DateTime =
            self.starts.parse().map_err(|_| Error::invalid("starts", "events-bad-time"))?;
        let rule = match self.rule.as_deref() {
            None | Some("") => None,
            Some(rule) => {
                Some(Rule::parse(rule).map_err(|_| Error::invalid("rule", "events-import-repeats"))?)
            }
        };
        let kept = before.cloned().unwrap_or_default();
        let more = match self.texts {
            Some(texts) => texts.into_iter().map(Into::into).collect(),
            None => kept.more,
        };
        // Beside other languages the first one stays what it is, unless it is named.
        let language = match self.language {
            tag if tag.is_empty() && !more.is_empty() => kept.language,
            tag => tag,
        };
        let about = About {
            place: self.place,
            address: self.address,
            online_url: self.online_url,
            accessibility: self.accessibility,
            guests_invite: self.guests_invite,
            shows_guests: self.shows_guests,
            has_discussion: self.has_discussion,
            companions: self.companions,
            questions: self.questions,
            ..kept.about
        };
        let details = Details {
            title: self.title,
            source: self.text,
            language,
            more,
            starts,
            minutes: self.minutes,
            time_zone: self.time_zone,
            is_all_day: self.is_all_day,
            rule,
            audience: self.audience.0,
            group: self.group_id.or(kept.group),
            capacity: self.capacity,
            has_waiting_list: self.has_waiting_list,
            needs_approval: self.needs_approval,
            about,
            ..kept
        };
        let publish = if self.is_draft { Publish::Later } else { Publish::Now };
        Ok(events::NewEvent { details, slots: Vec::new(), publish, submission })
    }
}

/// Whether the caller comes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AnswerWords {
    choice: Word<Choice>,
    /// How many people they bring.
    #[serde(default)]
    companions: i64,
    /// What they say to the questions, in order.
    #[serde(default)]
    replies: Vec<String>,
    /// Whether they agree to what the event asks them to agree to.
    #[serde(default)]
    agrees: bool,
}

async fn index(caller: Caller, Asked(which): Asked<Which>) -> Answer<Json<Vec<EventTime>>> {
    let folder = which.folder.map(|folder| folder.0).unwrap_or_default();
    let (lines, reading) = (events::list(&caller.app, &caller.viewer, folder).await?, caller.reading());
    Ok(Json(lines.iter().map(|line| EventTime::of(&line.event, &line.occurrence, &reading)).collect()))
}

async fn calendar(caller: Caller, Asked(span): Asked<Span>) -> Answer<Json<Vec<EventTime>>> {
    let read = |field, text: &str| {
        let at = text.parse::<jiff::Timestamp>();
        at.map(jiff::Timestamp::as_millisecond).map_err(|_| Error::invalid(field, "events-bad-time"))
    };
    let (from, until) = (read("from", &span.from)?, read("until", &span.until)?);
    if until < from || until - from > events::AHEAD {
        return Err(Error::invalid("until", "events-bad-time").into());
    }
    let lines = events::calendar(&caller.app, &caller.viewer, (from, until), span.mine).await?;
    let reading = caller.reading();
    Ok(Json(lines.iter().map(|line| EventTime::of(&line.event, &line.occurrence, &reading)).collect()))
}

async fn one(caller: &Caller, id: EventId, at: Option<DateTime>) -> Result<EventEntity> {
    let page = events::page(&caller.app, &caller.viewer, id, at).await?;
    let event = &*page.event;
    let (details, about) = (&event.details, &event.details.about);
    let reading = caller.reading();
    let words = event.best(&reading);
    let host = summary_of(caller, page.host.id).await?;
    let co_hosts = page.co_hosts.iter().map(|card| card.id).collect();
    Ok(EventEntity {
        id,
        time: EventTime::of(event, &page.occurrence, &reading),
        next: page.next.iter().map(|one| EventTime::of(event, one, &reading)).collect(),
        host: Account::of(caller, &host),
        co_hosts: accounts_of(caller, co_hosts).await?,
        content: words.html.to_owned(),
        language: words.language.to_owned(),
        texts: EventTextEntity::all_of(event),
        rule: details.rule.as_ref().map(ToString::to_string),
        online_url: about.online_url.clone(),
        map_url: about.map_url.clone(),
        price: about.price.clone(),
        ticket_url: about.ticket_url.clone(),
        category: about.category.clone(),
        accessibility: about.accessibility.clone(),
        capacity: details.capacity,
        places_left: event.left(),
        has_waiting_list: details.has_waiting_list,
        needs_approval: details.needs_approval,
        companions: about.companions,
        questions: about.questions.clone(),
        consent: about.consent.clone(),
        answer_until: details.answer_until.map(moment),
        counts: page
            .counts
            .iter()
            .map(|(answer, count)| AnswerCount { answer: Word(*answer), count: *count })
            .collect(),
        may_answer: page.may.answer,
        may_invite: page.may.invite,
        may_edit: page.may.edit,
    })
}

async fn show(
    caller: Caller,
    (At(id), Asked(at)): (At<EventId>, Asked<OneTime>),
) -> Answer<Json<EventEntity>> {
    Ok(Json(one(&caller, id, at.key()?).await?))
}

async fn create(
    caller: Caller,
    (Submission(submission), Sent(words)): (Submission, Sent<EventWords>),
) -> Answer<Json<EventEntity>> {
    let made = events::create(&caller.app, &caller.viewer, words.read(submission, None)?).await?;
    Ok(Json(one(&caller, made.id, None).await?))
}

async fn edit(
    caller: Caller,
    (At(id), Asked(times), Sent(words)): (At<EventId>, Asked<SomeTimes>, Sent<EventWords>),
) -> Answer<Json<EventEntity>> {
    let scope = times.scope()?;
    let page = events::page(&caller.app, &caller.viewer, id, time_of(scope)).await?;
    let mut new = words.read(None, Some(&page.event.details))?;
    new.slots = page.slots.iter().map(|slot| (slot.name.clone(), slot.needed)).collect();
    let changed = events::edit(&caller.app, &caller.viewer, id, scope, new).await?;
    Ok(Json(one(&caller, changed.id, kept(scope)).await?))
}

async fn delete(caller: Caller, At(id): At<EventId>) -> Answer<Json<Done>> {
    events::delete(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}

async fn cancel(
    caller: Caller,
    (At(id), Asked(times)): (At<EventId>, Asked<SomeTimes>),
) -> Answer<Json<EventEntity>> {
    let scope = times.scope()?;
    events::cancel(&caller.app, &caller.viewer, id, scope).await?;
    Ok(Json(one(&caller, id, kept(scope)).await?))
}

async fn answer(
    caller: Caller,
    (At(id), Asked(at), Sent(words)): (At<EventId>, Asked<OneTime>, Sent<AnswerWords>),
) -> Answer<Json<EventEntity>> {
    let at = at.key()?;
    events::page(&caller.app, &caller.viewer, id, at).await?;
    let AnswerWords { choice, companions, replies, agrees } = words;
    let new = NewAnswer { choice: choice.0, companions, replies, agrees };
    events::answer(&caller.app, &caller.viewer, id, new).await?;
    Ok(Json(one(&caller, id, at).await?))
}

async fn withdraw(caller: Caller, At(id): At<EventId>) -> Answer<Json<Done>> {
    events::withdraw(&caller.app, &caller.viewer, id).await?;
    Ok(DONE)
}
