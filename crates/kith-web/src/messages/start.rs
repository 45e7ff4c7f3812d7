//! Beginning a conversation: with one person, or with several.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kith_base::{Error, Result, limits};
use kith_domain::messages::{self, NewGroup, Reach};
use kith_domain::profiles::{self, Lookup};
use kith_domain::{AccountId, accounts, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::write::{ComposerView, FIELDS, Typed};
use crate::frame::Frame;
use crate::page::{Problems, page};
use crate::posts::pick::{Pick, typed as typed_handles};
use crate::posts::view::PersonView;

#[derive(Template)]
#[template(path = "messages/with.html")]
struct WithPage {
    frame: Frame,
    person: PersonView,
    is_closed: bool,
    is_request: bool,
    composer: ComposerView,
}

#[derive(Template)]
#[template(path = "messages/new.html")]
struct NewPage {
    frame: Frame,
    pick: Pick,
    name: String,
    name_limit: usize,
    submission: String,
    problems: Problems,
}

/// Somebody to write to, or where to go instead.
enum Toward {
    Somebody(AccountId),
    Elsewhere(Response),
}

async fn toward(visit: &Visit, name: &str) -> Result<Toward> {
    Ok(match profiles::find(&visit.app, &visit.viewer, name).await? {
        Lookup::Here(id) if visit.viewer.id() == Some(id) => Toward::Elsewhere(see_other("/messages")),
        Lookup::Here(id) => Toward::Somebody(id),
        Lookup::Moved(handle) => Toward::Elsewhere(see_other(&format!("/messages/with/{handle}"))),
    })
}

pub(super) async fn with(visit: Visit, Path(name): Path<String>) -> Answer {
    let id = match toward(&visit, &name).await? {
        Toward::Somebody(id) => id,
        Toward::Elsewhere(response) => return Ok(response),
    };
    match messages::with_person(&visit.app, &visit.viewer, id).await? {
        Some(chat) => Ok(see_other(&format!("/messages/{chat}"))),
        None => with_page(&visit, id, Typed::fresh(), Problems::default()).await,
    }
}

async fn with_page(visit: &Visit, id: AccountId, typed: Typed, problems: Problems) -> Answer {
    let card = visit.app.db.read(move |q| accounts::card(q, id)).await?;
    let reach = messages::reach(&visit.app, &visit.viewer, id).await?;
    let frame = Frame::new(visit, visit.locale.t1("messages-to", "name", card.name.as_str()));
    let action = format!("/messages/with/{}", card.handle);
    page(&WithPage {
        person: PersonView::of(&frame.l, &card),
        is_closed: reach == Reach::Closed,
        is_request: reach == Reach::Request,
        composer: ComposerView::to(visit, action, typed, problems).await?,
        frame,
    })
}

pub(super) async fn begin(visit: Visit, Path(name): Path<String>, mut form: Form) -> Answer {
    form.only(FIELDS)?;
    let id = match toward(&visit, &name).await? {
        Toward::Somebody(id) => id,
        Toward::Elsewhere(response) => return Ok(response),
    };
    let (typed, problem) = Typed::read(&visit, &mut form).await?;
    let put = |new| messages::write_to(&visit.app, &visit.viewer, id, new);
    match typed.hand_in(&visit, problem, put).await {
        Ok(sent) => Ok(see_other(&format!("/messages/{}#message-{}", sent.conversation, sent.id))),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let mut response = with_page(&visit, id, typed, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

pub(super) async fn choose(visit: Visit) -> Answer {
    choose_again(&visit, &[], "", String::new(), crate::posts::submission(), Problems::default()).await
}

async fn choose_again(
    visit: &Visit,
    ticked: &[AccountId],
    handles: &str,
    name: String,
    submission: String,
    problems: Problems,
) -> Answer {
    let offered = posts::composer(&visit.app, &visit.viewer, ticked.to_vec()).await?;
    let frame = Frame::titled(visit, "messages-new");
    page(&NewPage {
        pick: Pick::for_chat(&frame, &offered, ticked, handles),
        name,
        name_limit: limits::CHAT_NAME,
        submission,
        problems,
        frame,
    })
}

pub(super) async fn create(visit: Visit, form: Form) -> Answer {
    form.only(&["people", "people_typed", "name", "submission"])?;
    let ticked: Vec<AccountId> = form.ids("people")?;
    match start(&visit, &form, &ticked).await {
        Ok(response) => Ok(response),
        Err(error) => {
            let (status, problems) = Problems::from_error(&visit.locale, error)?;
            let (handles, name) = (form.get("people_typed"), form.get("name").to_owned());
            let submission = form.get("submission").chars().take(64).collect();
            let mut response = choose_again(&visit, &ticked, handles, name, submission, problems).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

/// With one person it is the conversation of the two, with more a group.
async fn start(visit: &Visit, form: &Form, ticked: &[AccountId]) -> Result<Response> {
    let mut people = ticked.to_vec();
    people.extend(typed_handles(visit, form, "people").await?);
    people.retain(|id| visit.viewer.id() != Some(*id));
    people.sort_unstable();
    people.dedup();
    if let [only] = people.as_slice() {
        let only = *only;
        let card = visit.app.db.read(move |q| accounts::card(q, only)).await?;
        return Ok(see_other(&format!("/messages/with/{}", card.handle)));
    }
    if people.is_empty() {
        return Err(Error::invalid("people", "messages-group-needs-people"));
    }
    let submission: String = form.get("submission").chars().take(64).collect();
    let new = NewGroup {
        name: form.get("name").to_owned(),
        people,
        submission: (!submission.is_empty()).then_some(submission),
    };
    let (id, added) = messages::create_group(&visit.app, &visit.viewer, new).await?;
    let flash = if added.asked.is_empty() { "flash-chat-made" } else { "flash-chat-asked" };
    Ok(with_flash(see_other(&format!("/messages/{id}")), flash, None))
}
