//! Messages to the people who run the community.

use askama::Template;
use axum::extract::{Path, Query};
use kith_base::PageRequest;
use kith_domain::Visible;
use kith_domain::contact::{self, ContactMessage};
use kith_domain::kinds::ContactMessageId;
use kith_http::{Answer, Form, Visit, see_other};
use serde::Deserialize;

use crate::frame::Frame;
use crate::page::page;

#[derive(Template)]
#[template(path = "admin/inbox.html")]
struct InboxPage {
    frame: Frame,
    messages: Vec<Visible<ContactMessage>>,
    is_handled: bool,
    next: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    handled: u8,
    before: Option<ContactMessageId>,
}

pub(super) async fn index(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let is_handled = asked.handled == 1;
    let request =
        PageRequest { before: asked.before, after: None, nearest: false, limit: kith_base::limits::PAGE };
    let found = contact::inbox(&visit.app, &visit.viewer, is_handled, request).await?;
    let next = found.next.map(|id| format!("/admin/inbox?handled={}&before={id}", asked.handled));
    page(&InboxPage {
        frame: Frame::titled(&visit, "admin-inbox-title"),
        messages: found.items,
        is_handled,
        next,
    })
}

pub(super) async fn mark(visit: Visit, Path(id): Path<ContactMessageId>, form: Form) -> Answer {
    form.only(&["do"])?;
    let is_handled = form.get("do") != "reopen";
    contact::set_handled(&visit.app, &visit.viewer, id, is_handled).await?;
    Ok(see_other(if is_handled { "/admin/inbox" } else { "/admin/inbox?handled=1" }))
}
