//! A conversation and who is in it: adding people and sending them away, name and picture of a group.

use askama::Template;
use axum::extract::Path;
use kith_base::{Error, Result, limits};
use kith_domain::media::{self, Sent};
use kith_domain::messages::{self, Participant, SeatState};
use kith_domain::{AccountId, ConversationId, posts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};
use kith_locale::Locale;

use super::show::other_of;
use super::view::TalkView;
use crate::frame::Frame;
use crate::page::{Problems, again, page};
use crate::person::PersonRow;
use crate::posts::pick::{Pick, typed as typed_handles};

#[derive(Template)]
#[template(path = "messages/about.html")]
struct AboutPage {
    frame: Frame,
    talk: TalkView,
    people: Vec<PersonRow>,
    me: String,
    /// Whether the reader may ask others in.
    may_add: bool,
    has_picture: bool,
    pick: Pick,
    /// The name as written; empty where there is none.
    name: String,
    name_limit: usize,
    problems: Problems,
}

pub(super) async fn show(visit: Visit, Path(id): Path<ConversationId>) -> Answer {
    page(&opened(&visit, id, &[], "").await?)
}

async fn opened(visit: &Visit, id: ConversationId, ticked: &[AccountId], handles: &str) -> Result<AboutPage> {
    let talk = messages::open(&visit.app, &visit.viewer, id).await?;
    let other = other_of(visit, &talk).await?;
    let mut frame = Frame::titled(visit, "messages-about");
    let head = TalkView::of(&frame, &talk, other.as_ref());
    frame.title.clone_from(&head.name);
    let may_add = head.is_group && !head.is_request;
    let pick = if may_add {
        let mut offered = posts::composer(&visit.app, &visit.viewer, ticked.to_vec()).await?;
        offered.friends.retain(|friend| talk.people.iter().all(|part| part.person.id != friend.id));
        Pick::for_chat(&frame, &offered, ticked, handles)
    } else {
        Pick::default()
    };
    Ok(AboutPage {
        people: talk.people.iter().map(|part| row(&frame.l, part)).collect(),
        me: talk.conversation.seat.account.to_string(),
        may_add,
        has_picture: talk.picture.is_some(),
        pick,
        name: talk.conversation.name.clone(),
        name_limit: limits::CHAT_NAME,
        talk: head,
        problems: Problems::default(),
        frame,
    })
}

fn row(l: &Locale, part: &Participant) -> PersonRow {
    let line = if part.is_manager {
        l.t("messages-looks-after")
    } else if part.state == SeatState::Asked {
        l.t("messages-is-asked")
    } else {
        format!("@{}", part.person.handle)
    };
    PersonRow::with_line(&part.person, line)
}

pub(super) async fn add(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&["people", "people_typed"])?;
    let ticked: Vec<AccountId> = form.ids("people")?;
    match ask_in(&visit, id, &form, &ticked).await {
        Ok(flash) => Ok(with_flash(see_other(&format!("/messages/{id}/about")), flash, None)),
        Err(error) => {
            let mut shown = opened(&visit, id, &ticked, form.get("people_typed")).await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn ask_in(
    visit: &Visit,
    id: ConversationId,
    form: &Form,
    ticked: &[AccountId],
) -> Result<&'static str> {
    // Whether somebody has this handle is nothing to learn from a chat that is not there.
    messages::open(&visit.app, &visit.viewer, id).await?;
    let mut people = ticked.to_vec();
    people.extend(typed_handles(visit, form, "people").await?);
    if people.is_empty() {
        return Err(Error::invalid("people", "messages-group-needs-people"));
    }
    let added = messages::add(&visit.app, &visit.viewer, id, people).await?;
    Ok(if added.asked.is_empty() { "flash-chat-people-added" } else { "flash-chat-asked" })
}

pub(super) async fn remove(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&["person"])?;
    let person: AccountId = form.parse("person")?.ok_or_else(Error::not_found)?;
    messages::remove(&visit.app, &visit.viewer, id, person).await?;
    Ok(with_flash(see_other(&format!("/messages/{id}/about")), "flash-chat-person-removed", None))
}

pub(super) async fn rename(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&["name"])?;
    let name = form.get("name");
    match messages::rename(&visit.app, &visit.viewer, id, name).await {
        Ok(()) => Ok(with_flash(see_other(&format!("/messages/{id}/about")), "flash-chat-renamed", None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = opened(&visit, id, &[], "").await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                name.clone_into(&mut shown.name);
                page(&shown)
            })
        }
    }
}

pub(super) async fn picture(visit: Visit, Path(id): Path<ConversationId>, mut form: Form) -> Answer {
    form.only(&["photo", "drop"])?;
    match set_picture(&visit, id, &mut form).await {
        Ok(flash) => Ok(with_flash(see_other(&format!("/messages/{id}/about")), flash, None)),
        Err(error) if error.is_not_found() => Err(error.into()),
        Err(error) => {
            let mut shown = opened(&visit, id, &[], "").await?;
            again(&visit.locale, error, |problems| {
                shown.problems = problems;
                page(&shown)
            })
        }
    }
}

async fn set_picture(visit: &Visit, id: ConversationId, form: &mut Form) -> Result<&'static str> {
    let (app, viewer) = (&visit.app, &visit.viewer);
    if !messages::open(app, viewer, id).await?.may_manage {
        return Err(Error::not_found());
    }
    if form.has("drop") {
        messages::set_picture(app, viewer, id, None).await?;
        return Ok("flash-chat-picture-removed");
    }
    let file = form.take_files("photo").into_iter().next();
    let file = file.ok_or_else(|| Error::invalid("photos", "media-problem-empty"))?;
    let bytes = u64::try_from(file.bytes).unwrap_or(u64::MAX);
    let sent = Sent { path: file.path.to_path_buf(), bytes, alt: String::new(), crop: None };
    let photo = media::upload(app, viewer, sent).await?;
    messages::set_picture(app, viewer, id, Some(photo.id)).await?;
    Ok("flash-chat-picture-set")
}
