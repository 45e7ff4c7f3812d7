//! Who looks after an event: the host names others, and may hand it over.

use askama::Template;
use axum::extract::Path;
use kith_base::Error;
use kith_domain::events;
use kith_domain::{AccountId, EventId, accounts};
use kith_http::{Answer, Form, Visit, see_other, with_flash};

use crate::frame::Frame;
use crate::page::page;
use crate::posts::view::PersonView;

#[derive(Template)]
#[template(path = "events/hosts.html")]
struct HostsPage {
    frame: Frame,
    id: String,
    title: String,
    host: PersonView,
    co_hosts: Vec<PersonView>,
    /// Friends who could be named.
    friends: Vec<PersonView>,
    is_owner: bool,
    me: String,
}

pub(super) async fn index(visit: Visit, Path(id): Path<EventId>) -> Answer {
    let me = visit.viewer.active()?;
    let found = events::page(&visit.app, &visit.viewer, id, None).await?;
    if !found.may.edit {
        return Err(Error::not_found().into());
    }
    let mut free: Vec<AccountId> = match found.may.own {
        true => me.friends.iter().copied().filter(|friend| !found.event.is_host(*friend)).collect(),
        false => Vec::new(),
    };
    free.sort_unstable();
    free.truncate(500);
    let cards = visit.app.db.read(move |q| accounts::cards(q, &free)).await?;
    let frame = Frame::titled(&visit, "events-hosts");
    let l = &frame.l;
    let mut friends: Vec<_> = cards.into_values().filter(|card| card.state.is_present()).collect();
    friends.sort_by(|a, b| l.compare(&a.name, &b.name));
    page(&HostsPage {
        id: id.to_string(),
        title: found.event.best(&frame.reading).title.to_owned(),
        host: PersonView::of(l, &found.host),
        co_hosts: found.co_hosts.iter().map(|card| PersonView::of(l, card)).collect(),
        friends: friends.iter().map(|card| PersonView::of(l, card)).collect(),
        is_owner: found.may.own,
        me: me.id.to_string(),
        frame,
    })
}

pub(super) async fn change(visit: Visit, Path(id): Path<EventId>, form: Form) -> Answer {
    form.only(&["add", "remove", "hand_over"])?;
    let me = visit.viewer.active()?.id;
    let (add, remove): (Option<AccountId>, Option<AccountId>) = (form.parse("add")?, form.parse("remove")?);
    let hand_over: Option<AccountId> = form.parse("hand_over")?;
    if let Some(who) = add {
        events::add_host(&visit.app, &visit.viewer, id, who).await?;
    }
    if let Some(who) = hand_over {
        events::hand_over(&visit.app, &visit.viewer, id, who).await?;
    }
    let mut to = format!("/events/{id}/hosts");
    if let Some(who) = remove {
        events::remove_host(&visit.app, &visit.viewer, id, who).await?;
        if who == me {
            to = "/events?show=mine".to_owned();
        }
    }
    Ok(with_flash(see_other(&to), "flash-event-hosts", None))
}
