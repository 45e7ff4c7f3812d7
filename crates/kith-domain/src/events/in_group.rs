//! Events of groups: made by those who may, seen by whoever reads the group, and told to its members.

use std::sync::Arc;

use kith_base::{Error, Result};
use kith_db::{Query, Tx};
use serde::{Deserialize, Serialize};

use super::model::EventState;
use super::shown::Line;
use super::{lists, occurrences, policy, sql};
use crate::groups::{self, AT_ONCE, Right};
use crate::kinds::EventId;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::{GroupLevel, Viewer};
use crate::work::JobKind;
use crate::{AccountId, App, GroupId, media};

/// The job that tells members of an event.
const TELL: &str = "events.tell_group";
/// Events of one list.
const SHOWN: usize = 100;

/// Which event members are told of, and who of them was told last.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Tell {
    event: EventId,
    group: GroupId,
    after: AccountId,
}

inventory::submit! {
    JobKind { name: TELL, run: |app, payload| Box::pin(run(app, payload)) }
}

/// What a group plans, the next one first.
///
/// # Errors
/// NotFound when the viewer may not read the group.
pub async fn of_group(app: &App, viewer: &Viewer, group: GroupId) -> Result<Vec<Line>> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            groups::with_right(q, &viewer, group, Right::Read)?;
            let now = q.now();
            let found = sql::of_group(q, policy::sql_viewer(&viewer), group, now, SHOWN)?;
            let unlike = lists::overrides(q, &found)?;
            let shown = found.into_iter().filter_map(|event| policy::show(&viewer, event));
            let mut lines: Vec<Line> = shown
                .map(|event| {
                    let unlike = unlike.get(&event.id).map(Vec::as_slice).unwrap_or_default();
                    let occurrence = occurrences::at_or_after(&event, unlike, now);
                    Line { event, occurrence }
                })
                .collect();
            lines.sort_by_key(|line| (line.occurrence.starts_at, line.event.id));
            Ok(lines)
        })
        .await
}

/// Whether `viewer` may make an event in the group. Where posts are looked at first, those make them who look.
///
/// # Errors
/// NotFound when they may not know of the group, Forbidden when they may not.
pub(super) fn check(q: &mut Query<'_>, viewer: &Viewer, group: GroupId) -> Result<()> {
    let (group, must_wait) = groups::ground(q, viewer, group, None)?;
    if must_wait {
        return Err(Error::forbidden("groups-may-not-events"));
    }
    groups::check_making(viewer, &group, Right::MakeEvents, "groups-may-not-events")
}

/// Leaves work that tells the members of an event that is shown now.
pub(super) fn tell(tx: &mut Tx<'_>, event: EventId, group: Option<GroupId>) -> Result<()> {
    let Some(group) = group else { return Ok(()) };
    let now = tx.now();
    tx.enqueue(TELL, &Tell { event, group, after: AccountId::new(0) }, now)
}

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let job: Tell = serde_json::from_value(payload)?;
    app.db.write(move |tx| tell_some(tx, job)).await
}

/// Those are told who have more of the group on their home page than what friends write.
fn tell_some(tx: &mut Tx<'_>, job: Tell) -> Result<()> {
    let Some(event) = sql::by_id(tx, AccountId::new(0), job.event)? else { return Ok(()) };
    if event.facts.state != EventState::Published {
        return Ok(());
    }
    let cause = Cause::at_event(Occasion::EventInvite, event.facts.host, job.event);
    let cause = Cause { group: Some(job.group), ..cause };
    let members = groups::member_levels(tx, job.group, job.after, AT_ONCE)?;
    for (account, level) in &members {
        if matches!(level, GroupLevel::All | GroupLevel::Highlights) {
            notices::tell(tx, *account, &cause)?;
        }
    }
    match members.last() {
        Some((last, _)) if members.len() == AT_ONCE => {
            let now = tx.now();
            tx.enqueue(TELL, &Tell { after: *last, ..job }, now)
        }
        _ => Ok(()),
    }
}

/// Erases some events of a group that ends; whether there were any.
pub(crate) fn erase_of_group(tx: &mut Tx<'_>, group: GroupId, limit: usize) -> Result<bool> {
    let found = sql::around::some_of_group(tx, group, limit)?;
    for (_, cover) in &found {
        media::discard(tx, cover.as_slice())?;
    }
    let ids: Vec<EventId> = found.iter().map(|(id, _)| *id).collect();
    if !ids.is_empty() {
        sql::around::erase(tx, &ids)?;
    }
    Ok(!ids.is_empty())
}
