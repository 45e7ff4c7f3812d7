//! What a group plans.

use askama::Template;
use axum::extract::Path;
use kith_domain::events;
use kith_domain::groups::{Posting, Right, policy};
use kith_http::{Answer, Visit};

use super::view::{Head, Tab};
use super::with_right;
use crate::events::LineView;
use crate::frame::Frame;
use crate::page::page;
use crate::people::encoded;

#[derive(Template)]
#[template(path = "groups/events.html")]
struct EventsPage {
    frame: Frame,
    head: Head,
    lines: Vec<LineView>,
    /// Where the viewer makes one, if they may.
    new: Option<String>,
}

pub(super) async fn list(visit: Visit, Path(slug): Path<String>) -> Answer {
    let group = with_right(&visit, &slug, Right::Read).await?;
    let found = events::of_group(&visit.app, &visit.viewer, group.id).await?;
    let frame = Frame::new(&visit, group.name.clone());
    let may = |right| policy::may(&visit.viewer, &group, right);
    let looks_first = group.settings.posting == Posting::Approved && !may(Right::Approve);
    let may_make = may(Right::MakeEvents) && !looks_first;
    page(&EventsPage {
        head: Head::of(&frame, &visit.viewer, &group, Tab::Events),
        lines: found.iter().map(|line| LineView::of(&frame, line)).collect(),
        new: may_make.then(|| format!("/events/new?group={}", encoded(&group.slug))),
        frame,
    })
}
