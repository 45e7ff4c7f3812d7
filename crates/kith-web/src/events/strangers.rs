//! Guests without an account: name and address, the code from the letter, and the way out.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::Error;
use kith_domain::EventId;
use kith_domain::events::{self, AnswerState, NewAnswer, NewStranger};
use kith_domain::kinds::EventAnswerId;
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use serde::Deserialize;

use super::view::{WhenView, answer_key};
use crate::frame::Frame;
use crate::page::{Problems, page};

#[derive(Template)]
#[template(path = "events/register.html")]
struct RegisterPage {
    frame: Frame,
    id: String,
    title: String,
    when: WhenView,
    guest: String,
    email: String,
    companions: String,
    most_companions: i64,
    questions: Vec<(usize, String, String)>,
    consent: String,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "events/guest.html")]
struct GuestPage {
    frame: Frame,
    id: String,
    answer: String,
    code: String,
    /// The event and what the guest is to it, once the code fits.
    known: Option<(String, String)>,
    is_confirmed: bool,
    online_url: String,
    /// What the guest shows at the door.
    door_code: Option<String>,
    problems: Problems,
}

pub(super) async fn ask(visit: Visit, Path(id): Path<EventId>) -> Answer {
    register_page(&visit, id, &NewStranger::default(), Problems::default()).await
}

async fn register_page(visit: &Visit, id: EventId, typed: &NewStranger, problems: Problems) -> Answer {
    let found = events::page(&visit.app, &visit.viewer, id, None).await?;
    let about = &found.event.details.about;
    if !about.takes_strangers {
        return Err(Error::not_found().into());
    }
    let frame = Frame::titled(visit, "events-register");
    let reply = |n: usize| typed.answer.replies.get(n).cloned().unwrap_or_default();
    page(&RegisterPage {
        id: id.to_string(),
        title: found.event.best(&frame.reading).title.to_owned(),
        when: WhenView::of(&frame.l, &found.event, &found.occurrence),
        guest: typed.name.clone(),
        email: typed.email.clone(),
        companions: typed.answer.companions.to_string(),
        most_companions: about.companions,
        questions: about
            .questions
            .iter()
            .enumerate()
            .map(|(n, question)| (n, question.clone(), reply(n)))
            .collect(),
        consent: about.consent.clone(),
        problems,
        frame,
    })
}

pub(super) async fn register(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["name", "email", "companions", "reply-*", "agrees", "altcha"])?;
    let typed = NewStranger {
        name: form.get("name").to_owned(),
        email: form.get("email").to_owned(),
        language: visit.locale.lang().to_owned(),
        answer: NewAnswer {
            companions: form.parse("companions").unwrap_or_default().unwrap_or(0),
            replies: (0..events::QUESTIONS).map(|n| form.get(&format!("reply-{n}")).to_owned()).collect(),
            agrees: form.has("agrees"),
            ..NewAnswer::default()
        },
        proof: form.get("altcha").to_owned(),
    };
    match events::register(&visit.app, &visit.client.network, id, typed.clone()).await {
        Ok(made) => {
            let to = format!("/events/{id}/guest?answer={made}");
            Ok(with_flash(see_other(&to), "flash-event-code-sent", None))
        }
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = register_page(&visit, id, &typed, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// Whose answer, and the code that opens it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Key {
    answer: Option<EventAnswerId>,
    code: String,
}

pub(super) async fn show(visit: Visit, Path(id): Path<EventId>, Query(key): Query<Key>) -> Answer {
    guest_page(&visit, id, key, Problems::default()).await
}

async fn guest_page(visit: &Visit, id: EventId, key: Key, problems: Problems) -> Answer {
    let answer = key.answer.ok_or_else(Error::not_found)?;
    let frame = Frame::titled(visit, "events-guest");
    let mut shown = GuestPage {
        id: id.to_string(),
        answer: answer.to_string(),
        code: key.code.chars().take(20).collect(),
        known: None,
        is_confirmed: false,
        online_url: String::new(),
        door_code: None,
        problems,
        frame,
    };
    // Opening the link changes nothing: programs that read mail for people open links too.
    if !key.code.is_empty()
        && let Ok((event, answer, link)) = events::stranger(&visit.app, id, answer, &key.code).await
    {
        let words = shown.frame.l.t(answer_key(answer.state, event.facts.audience));
        shown.known = Some((event.best(&shown.frame.reading).title.to_owned(), words));
        shown.is_confirmed = answer.state != AnswerState::Unconfirmed;
        shown.online_url = link;
        if answer.state == AnswerState::Going {
            shown.door_code = Some(events::door_code(&visit.app, answer.id));
        }
    }
    page(&shown)
}

pub(super) async fn change(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["answer", "code", "step"])?;
    let answer: EventAnswerId = form.parse("answer")?.ok_or_else(Error::not_found)?;
    let code = form.get("code").trim().to_owned();
    let to = format!("/events/{id}");
    if form.get("step") == "leave" {
        events::leave(&visit.app, id, answer, &code).await?;
        return Ok(with_flash(see_other(&to), "flash-event-left", None));
    }
    match events::confirm(&visit.app, id, answer, &code).await {
        Ok(state) => {
            let flash = match state {
                AnswerState::Waitlisted => "flash-event-waiting",
                AnswerState::ApprovalPending => "flash-event-pending",
                _ => "flash-event-answered",
            };
            Ok(with_flash(see_other(&to), flash, None))
        }
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let key = Key { answer: Some(answer), code: String::new() };
            let mut response = guest_page(&visit, id, key, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}
