//! What a member does with a conversation as a whole. Steps that lose something ask once before they are taken.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use kith_base::{DAY, Error};
use kith_domain::messages::{self, Hears};
use kith_domain::{ConversationId, MessageId};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "messages/confirm.html")]
struct ConfirmPage {
    frame: Frame,
    id: ConversationId,
    step: &'static str,
    text: String,
    yes: String,
}

pub(super) async fn take(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&["step", "days", "confirmed", "hears"])?;
    let step = form.get("step");
    if matches!(step, "clear" | "leave") && form.get("confirmed") != "yes" {
        return confirm(&visit, id, step == "leave").await;
    }
    let (app, viewer) = (&visit.app, &visit.viewer);
    let here = format!("/messages/{id}");
    let (list, requests) = ("/messages", "/messages?folder=requests");
    let (to, flash) = match step {
        "accept" => {
            messages::accept(app, viewer, id).await.map(|()| (here.as_str(), "flash-chat-accepted"))?
        }
        "decline" => messages::decline(app, viewer, id).await.map(|()| (requests, "flash-chat-declined"))?,
        "unread" => messages::mark_unread(app, viewer, id).await.map(|()| (list, "flash-chat-unread"))?,
        "mute" => {
            let lasting =
                form.parse::<i64>("days")?.filter(|days| (1..=365).contains(days)).map(|days| days * DAY);
            messages::mute(app, viewer, id, lasting).await.map(|()| (here.as_str(), "flash-chat-muted"))?
        }
        "unmute" => {
            messages::unmute(app, viewer, id).await.map(|()| (here.as_str(), "flash-chat-unmuted"))?
        }
        "hears" => {
            let hears = Hears::parse(form.get("hears"));
            let hears = hears.ok_or_else(|| Error::invalid("hears", "error-bad-choice"))?;
            messages::set_hears(app, viewer, id, hears).await.map(|()| (here.as_str(), "flash-chat-hears"))?
        }
        "archive" => messages::archive(app, viewer, id).await.map(|()| (list, "flash-chat-archived"))?,
        "unarchive" => {
            messages::unarchive(app, viewer, id).await.map(|()| (here.as_str(), "flash-chat-unarchived"))?
        }
        "clear" => messages::clear(app, viewer, id).await.map(|()| (list, "flash-chat-cleared"))?,
        "leave" => messages::leave(app, viewer, id).await.map(|()| (list, "flash-chat-left"))?,
        _ => return Err(Error::invalid("step", "error-bad-choice").into()),
    };
    Ok(with_flash(see_other(to), flash, None))
}

async fn confirm(visit: &Visit, id: ConversationId, is_leaving: bool) -> Answer {
    messages::open(&visit.app, &visit.viewer, id).await?;
    let l = &visit.locale;
    let (step, title, text, yes) = if is_leaving {
        ("leave", "messages-leave-title", l.t("messages-leave-text"), l.t("messages-leave"))
    } else {
        ("clear", "messages-clear-title", l.t("messages-clear-text"), l.t("messages-clear"))
    };
    page(&ConfirmPage { frame: Frame::titled(visit, title), id, step, text, yes })
}

/// A script says that the page was looked at.
pub(super) async fn read(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&["up_to"])?;
    let up_to: MessageId = form.parse("up_to")?.unwrap_or_default();
    messages::mark_read(&visit.app, &visit.viewer, id, up_to).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// A script says that somebody is writing.
pub(super) async fn typing(visit: Visit, Path(id): Path<ConversationId>, form: Form) -> Answer {
    form.only(&[])?;
    messages::typing(&visit.app, &visit.viewer, id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
