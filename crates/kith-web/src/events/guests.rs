//! Who comes: the list, invitations, and the door at which hosts note who is there.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::{Error, Result};
use kith_domain::calendars::print_local;
use kith_domain::events::{self, AnswerState, EventPage, Guest};
use kith_domain::kinds::EventAnswerId;
use kith_domain::{AccountId, EventId};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::show::Wanted;
use super::view::{WhenView, answer_key, at};
use crate::frame::{Frame, hue_of, initials_of};
use crate::page::{Problems, page};
use crate::posts::view::PersonView;

/// Somebody in the list.
pub(super) struct GuestView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) href: Option<String>,
    pub(super) avatar: Option<String>,
    pub(super) hue: u8,
    pub(super) initials: String,
    /// What stands below the name: companions, address, replies.
    pub(super) line: String,
    pub(super) is_here: bool,
    pub(super) waits_for_host: bool,
    pub(super) is_removed: bool,
}

impl GuestView {
    fn of(frame: &Frame, guest: &Guest, questions: &[String]) -> Self {
        let l = &frame.l;
        let person = guest.person.as_ref().map(|card| PersonView::of(l, card));
        let answer = &guest.answer;
        let mut words = Vec::new();
        if answer.companions > 0 {
            words.push(l.t1("events-brings", "count", answer.companions));
        }
        if !answer.email.is_empty() {
            words.push(answer.email.clone());
        }
        for (question, reply) in questions.iter().zip(&answer.replies).filter(|(_, reply)| !reply.is_empty())
        {
            words.push(format!("{question} {reply}"));
        }
        let name = person.as_ref().map_or_else(|| answer.name.clone(), |person| person.name.clone());
        Self {
            id: answer.id.to_string(),
            hue: person.as_ref().map_or_else(|| hue_of(answer.id.raw()), |person| person.hue),
            initials: initials_of(&name),
            avatar: person.as_ref().and_then(|person| person.avatar.clone()),
            href: person.map(|person| person.href),
            name,
            line: words.join(" · "),
            is_here: guest.is_here,
            waits_for_host: answer.state == AnswerState::ApprovalPending,
            is_removed: answer.state == AnswerState::Removed,
        }
    }
}

/// Everybody who gave one answer.
struct Group {
    title: String,
    people: Vec<GuestView>,
}

#[derive(Template)]
#[template(path = "events/guests.html")]
struct GuestsPage {
    frame: Frame,
    id: String,
    title: String,
    groups: Vec<Group>,
    may: events::May,
}

/// In which order answers are listed.
const ORDER: [AnswerState; 7] = [
    AnswerState::ApprovalPending,
    AnswerState::Going,
    AnswerState::Maybe,
    AnswerState::Waitlisted,
    AnswerState::Invited,
    AnswerState::Declined,
    AnswerState::Removed,
];

pub(super) async fn index(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let found = events::page(&visit.app, &visit.viewer, id, None).await?;
    let guests = events::guests(&visit.app, &visit.viewer, id, None).await?;
    let frame = Frame::titled(&visit, "events-guests");
    let questions = &found.event.details.about.questions;
    let audience = found.event.facts.audience;
    let groups = ORDER.into_iter().filter_map(|state| {
        let these = guests.people.iter().filter(|guest| guest.answer.state == state);
        let people: Vec<GuestView> = these.map(|guest| GuestView::of(&frame, guest, questions)).collect();
        (!people.is_empty()).then(|| Group { title: frame.l.t(answer_key(state, audience)), people })
    });
    page(&GuestsPage {
        groups: groups.collect(),
        id: id.to_string(),
        title: found.event.best(&frame.reading).title.to_owned(),
        may: found.may,
        frame,
    })
}

pub(super) async fn change(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["welcome", "refuse", "remove"])?;
    let (welcome, refuse): (Option<EventAnswerId>, Option<EventAnswerId>) =
        (form.parse("welcome")?, form.parse("refuse")?);
    let remove: Option<EventAnswerId> = form.parse("remove")?;
    for (who, is_welcome) in [(welcome, true), (refuse, false)] {
        if let Some(who) = who {
            events::decide(&visit.app, &visit.viewer, id, who, is_welcome).await?;
        }
    }
    if let Some(who) = remove {
        events::remove_guest(&visit.app, &visit.viewer, id, who).await?;
    }
    Ok(with_flash(see_other(&format!("/events/{id}/guests")), "flash-event-guests", None))
}

#[derive(Template)]
#[template(path = "events/invite.html")]
struct InvitePage {
    frame: Frame,
    id: String,
    title: String,
    people: Vec<PersonView>,
    problems: Problems,
}

async fn invite_page(visit: &Visit, id: EventId, problems: Problems) -> Answer {
    let event = events::get(&visit.app, &visit.viewer, id).await?;
    let mut people = events::invitable(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::titled(visit, "events-invite");
    people.sort_by(|a, b| frame.l.compare(&a.name, &b.name));
    page(&InvitePage {
        id: id.to_string(),
        title: event.best(&frame.reading).title.to_owned(),
        people: people.iter().map(|card| PersonView::of(&frame.l, card)).collect(),
        problems,
        frame,
    })
}

pub(super) async fn choose(visit: Visit, Path(id): Path<EventId>) -> Answer {
    invite_page(&visit, id, Problems::default()).await
}

pub(super) async fn invite(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["people"])?;
    let people: Vec<AccountId> = form.ids("people")?;
    let done = match people.is_empty() {
        true => {
            events::invitable(&visit.app, &visit.viewer, id).await?;
            Err(Error::invalid("people", "events-invite-nobody"))
        }
        false => events::invite(&visit.app, &visit.viewer, id, people).await,
    };
    match done {
        Ok(_) => Ok(with_flash(see_other(&format!("/events/{id}")), "flash-event-invited", None)),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = invite_page(&visit, id, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

#[derive(Template)]
#[template(path = "events/door.html")]
struct DoorPage {
    frame: Frame,
    id: String,
    title: String,
    at: String,
    when: String,
    people: Vec<GuestView>,
    here: String,
    problems: Problems,
}

async fn to_edit(visit: &Visit, id: EventId, key: &str) -> Result<EventPage> {
    let found = events::page(&visit.app, &visit.viewer, id, at(key)).await?;
    if found.may.edit { Ok(found) } else { Err(Error::not_found()) }
}

pub(super) async fn door(visit: Visit, Path(id): Path<EventId>, Query(wanted): Query<Wanted>) -> Answer {
    door_page(&visit, id, &wanted.at, Problems::default()).await
}

async fn door_page(visit: &Visit, id: EventId, key: &str, problems: Problems) -> Answer {
    let found = to_edit(visit, id, key).await?;
    let key = found.occurrence.key;
    let guests = events::guests(&visit.app, &visit.viewer, id, Some(key)).await?;
    let frame = Frame::titled(visit, "events-door");
    let questions = &found.event.details.about.questions;
    let mut people: Vec<GuestView> = guests
        .people
        .iter()
        .filter(|guest| {
            guest.is_here || matches!(guest.answer.state, AnswerState::Going | AnswerState::Maybe)
        })
        .map(|guest| GuestView::of(&frame, guest, questions))
        .collect();
    people.sort_by(|a, b| frame.l.compare(&a.name, &b.name));
    let here = people.iter().filter(|guest| guest.is_here).count();
    page(&DoorPage {
        id: id.to_string(),
        title: found.event.title_of(&found.occurrence, &frame.reading),
        at: print_local(key),
        when: WhenView::of(&frame.l, &found.event, &found.occurrence).text,
        here: frame.l.t2("events-here-count", "here", here, "all", people.len()),
        people,
        problems,
        frame,
    })
}

pub(super) async fn check_in(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["at", "here", "gone", "code"])?;
    let key = at(form.get("at")).ok_or_else(Error::not_found)?;
    let (here, gone): (Option<EventAnswerId>, Option<EventAnswerId>) =
        (form.parse("here")?, form.parse("gone")?);
    for (who, is_here) in [(here, true), (gone, false)] {
        if let Some(who) = who {
            events::check_in(&visit.app, &visit.viewer, id, key, who, is_here).await?;
        }
    }
    if form.has("code")
        && let Err(error) =
            events::check_in_by_code(&visit.app, &visit.viewer, id, key, form.get("code")).await
    {
        let (status, problems) = Problems::from_error(&visit.locale, error)?;
        let mut response = door_page(&visit, id, form.get("at"), problems).await?;
        *response.status_mut() = status;
        return Ok(response);
    }
    Ok(see_other(&format!("/events/{id}/check-in?at={}", form.get("at"))))
}
