//! What guests do on the page of an event: answer, say something, take something on.

use axum::extract::Path;
use kith_base::Error;
use kith_domain::EventId;
use kith_domain::events::{self, AnswerState, Choice, NewAnswer};
use kith_domain::kinds::{EventRemarkId, EventSlotId};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::show::{Typed, show_with};
use super::view;
use crate::page::Problems;

/// The page of an event, at the time from which a form was sent.
fn back(id: EventId, form: &Form) -> String {
    match view::at(form.get("at")) {
        Some(_) => format!("/events/{id}?at={}", form.get("at")),
        None => format!("/events/{id}"),
    }
}

pub(super) async fn answer(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["choice", "companions", "reply-*", "agrees", "at"])?;
    let replies: Vec<String> =
        (0..events::QUESTIONS).map(|n| form.get(&format!("reply-{n}")).to_owned()).collect();
    let typed = Typed { companions: form.get("companions").to_owned(), replies: replies.clone() };
    let done = async {
        let choice = Choice::parse(form.get("choice"));
        let choice = choice.ok_or_else(|| Error::invalid("choice", "error-bad-choice"))?;
        let companions = form.parse("companions")?.unwrap_or(0);
        let agrees = form.has("agrees");
        let new = NewAnswer { choice, companions, replies, agrees };
        events::answer(&visit.app, &visit.viewer, id, new).await
    };
    match done.await {
        Ok(answer) => {
            let flash = match answer.state {
                AnswerState::Waitlisted => "flash-event-waiting",
                AnswerState::ApprovalPending => "flash-event-pending",
                _ => "flash-event-answered",
            };
            Ok(with_flash(see_other(&back(id, &form)), flash, None))
        }
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = show_with(&visit, id, form.get("at"), Some(typed), problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

pub(super) async fn withdraw(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["at"])?;
    events::withdraw(&visit.app, &visit.viewer, id).await?;
    // What only guests see is not there for them any more.
    let to = match events::get(&visit.app, &visit.viewer, id).await {
        Ok(_) => back(id, &form),
        Err(_) => "/events".to_owned(),
    };
    Ok(with_flash(see_other(&to), "flash-event-withdrawn", None))
}

pub(super) async fn remark(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["text", "at"])?;
    match events::remark(&visit.app, &visit.viewer, id, form.get("text")).await {
        Ok(made) => Ok(see_other(&format!("{}#remark-{made}", back(id, &form)))),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = show_with(&visit, id, form.get("at"), None, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

pub(super) async fn unremark(
    visit: Visit,
    Path((id, remark)): Path<(EventId, EventRemarkId)>,
    form: Form,
) -> Answer {
    form.only(&["at"])?;
    events::unremark(&visit.app, &visit.viewer, id, remark).await?;
    Ok(see_other(&back(id, &form)))
}

pub(super) async fn slot(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["take", "free", "at"])?;
    let (take, free): (Option<EventSlotId>, Option<EventSlotId>) = (form.parse("take")?, form.parse("free")?);
    if let Some(slot) = take {
        events::take_slot(&visit.app, &visit.viewer, id, slot).await?;
    }
    if let Some(slot) = free {
        events::free_slot(&visit.app, &visit.viewer, id, slot).await?;
    }
    Ok(see_other(&back(id, &form)))
}
