//! Who reacted to a message, and how.

use askama::Template;
use axum::extract::{Path, Query};
use kith_domain::reactions::ReactionKind;
use kith_domain::{AccountId, MessageId, accounts, messages};
use kith_http::{Answer, Visit};
use serde::Deserialize;

use super::change::place_of;
use crate::frame::Frame;
use crate::page::page;
use crate::posts::view::{PersonView, label_key};

/// Which kind is wanted; empty for all.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Part {
    kind: String,
}

/// A person and what they chose.
struct ReactedView {
    person: PersonView,
    symbol: &'static str,
    label: String,
}

#[derive(Template)]
#[template(path = "messages/reactions.html")]
struct WhoPage {
    frame: Frame,
    back: String,
    tabs: Vec<(String, String, bool)>,
    people: Vec<ReactedView>,
}

/// A conversation has few enough people for one page.
pub(super) async fn who(visit: Visit, Path(id): Path<MessageId>, Query(part): Query<Part>) -> Answer {
    let card = messages::get(&visit.app, &visit.viewer, id).await?;
    let found = messages::reacted(&visit.app, &visit.viewer, id).await?;
    let ids: Vec<AccountId> = found.iter().map(|(who, _)| *who).collect();
    let people = visit.app.db.read(move |q| accounts::cards(q, &ids)).await?;
    let kind = ReactionKind::parse(&part.kind);
    let frame = Frame::titled(&visit, "reactions-who");
    let l = &frame.l;
    let wanted = found.iter().filter(|(_, each)| kind.is_none_or(|kind| kind == *each));
    let shown = wanted.filter_map(|(who, each)| {
        let person = PersonView::of(l, people.get(who)?);
        Some(ReactedView { person, symbol: each.symbol(), label: l.t(label_key(*each)) })
    });
    let address = format!("/message/{id}/reactions");
    let all = l.t1("reactions-all", "count", card.tally.total());
    let mut tabs = vec![(address.clone(), all, kind.is_none())];
    tabs.extend(card.tally.counts.iter().map(|(each, count)| {
        let label = format!("{} {}", each.symbol(), l.number(*count));
        (format!("{address}?kind={}", each.as_str()), label, kind == Some(*each))
    }));
    page(&WhoPage { people: shown.collect(), back: place_of(&card), tabs, frame })
}
