//! One message: where it stands, changing it, taking it away, reacting to it.

use askama::Template;
use axum::extract::Path;
use kith_base::Error;
use kith_domain::MessageId;
use kith_domain::messages::{self, MessageCard};
use kith_domain::reactions::ReactionKind;
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use super::show::message_part;
use crate::frame::Frame;
use crate::page::{Problems, again, page};

/// The lasting address of a message.
pub(super) async fn find(visit: Visit, Path(id): Path<MessageId>) -> Answer {
    Ok(see_other(&place_of(&messages::get(&visit.app, &visit.viewer, id).await?)))
}

/// Where a message stands for certain.
pub(super) fn place_of(card: &MessageCard) -> String {
    let (chat, id) = (card.message.conversation, card.message.id);
    format!("/messages/{chat}?at={id}#message-{id}")
}

#[derive(Template)]
#[template(path = "messages/edit.html")]
struct EditPage {
    frame: Frame,
    id: MessageId,
    back: String,
    text: String,
    problems: Problems,
}

pub(super) async fn edit(visit: Visit, Path(id): Path<MessageId>) -> Answer {
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    if !card.may_edit {
        return Err(Error::not_found().into());
    }
    let text = card.message.source.clone();
    edit_page(&visit, &card, text, Problems::default())
}

fn edit_page(visit: &Visit, card: &MessageCard, text: String, problems: Problems) -> Answer {
    let frame = Frame::titled(visit, "messages-edit");
    page(&EditPage { id: card.message.id, back: place_of(card), text, problems, frame })
}

pub(super) async fn update(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&["text"])?;
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    if !card.is_mine || card.message.deleted_at.is_some() {
        return Err(Error::not_found().into());
    }
    let text = form.get("text").to_owned();
    match messages::edit(&visit.app, &visit.viewer, id, &text).await {
        Ok(_) => Ok(see_other(&place_of(&card))),
        Err(error) => again(&visit.locale, error, |problems| edit_page(&visit, &card, text, problems)),
    }
}

#[derive(Template)]
#[template(path = "messages/delete.html")]
struct DeletePage {
    frame: Frame,
    id: MessageId,
    back: String,
    words: String,
}

pub(super) async fn confirm_delete(visit: Visit, Path(id): Path<MessageId>) -> Answer {
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    if !card.may_delete {
        return Err(Error::not_found().into());
    }
    let frame = Frame::titled(&visit, "messages-delete-title");
    page(&DeletePage { id, back: place_of(&card), words: card.message.source.clone(), frame })
}

pub(super) async fn delete(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&["confirmed"])?;
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    messages::delete(&visit.app, &visit.viewer, id).await?;
    let undo = format!("/message/{id}/undo");
    Ok(with_flash(see_other(&place_of(&card)), "flash-message-deleted", Some(&undo)))
}

pub(super) async fn restore(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&[])?;
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    let flash = match messages::restore(&visit.app, &visit.viewer, id).await {
        Ok(_) => "flash-message-restored",
        Err(error) if error.is_not_found() => "flash-undo-too-late",
        Err(error) => return Err(error.into()),
    };
    Ok(with_flash(see_other(&place_of(&card)), flash, None))
}

pub(super) async fn hide(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&[])?;
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    messages::hide(&visit.app, &visit.viewer, id).await?;
    let chat = card.message.conversation;
    Ok(with_flash(see_other(&format!("/messages/{chat}?at={id}")), "flash-message-hidden", None))
}

pub(super) async fn react(visit: Visit, Path(id): Path<MessageId>, form: Form) -> Answer {
    form.only(&["kind"])?;
    let kind = match form.get("kind") {
        "none" => None,
        word => {
            let kind = ReactionKind::parse(word);
            Some(kind.ok_or_else(|| Error::invalid("kind", "error-not-understood"))?)
        }
    };
    messages::react(&visit.app, &visit.viewer, id, kind).await?;
    if visit.is_fragment {
        return message_part(&visit, id).await;
    }
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    Ok(see_other(&place_of(&card)))
}
