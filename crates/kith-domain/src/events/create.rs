//! Making events.

use kith_base::{Error, Result};
use kith_db::Tx;

use super::check::{self, Checked};
use super::model::{Event, EventState, NewEvent, Publish};
use super::sql::{self, around};
use super::{fresh, in_group, load, make_findable, reminders};
use crate::kinds::EventId;
use crate::media::{self, AttachTo};
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, pages, posts};

/// Makes an event; the viewer is its host.
///
/// # Errors
/// Invalid for what is said of it; rate limited; sign-in needed or forbidden.
pub async fn create(app: &App, viewer: &Viewer, new: NewEvent) -> Result<Visible<Event>> {
    let (host, acting) = (viewer.active()?.id, viewer.acting());
    let group = new.details.group;
    let checked = check::prepare(app, host, new.details).await?.standing_in(group)?;
    let slots = check::slots(new.slots)?;
    let is_limited = !app.config.rate_limits_off();
    let (publish, submission) = (new.publish, new.submission);
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, host)?;
            if let Some(submission) = &submission
                && let Some(made) = posts::sql::submitted(tx, host, submission)?
            {
                return load(tx, &viewer, made);
            }
            if is_limited {
                check::check_pace(tx, host)?;
            }
            if let Some(group) = group {
                in_group::check(tx, &viewer, group)?;
            }
            let id: EventId = tx.new_id();
            let event = checked.event(id, host);
            pages::done(tx, acting, host, pages::Act::EventMade, (pages::SubjectKind::Event, id))?;
            insert(tx, &checked, &event, publish, None)?;
            around::put_slots(tx, id, &slots)?;
            if publish == Publish::Now {
                in_group::tell(tx, id, group)?;
            }
            if let Some(submission) = &submission {
                posts::sql::insert_submission(tx, host, submission, id)?;
            }
            load(tx, &viewer, id)
        })
        .await
}

/// Writes an event as it is, with its picture and its reminders. `uid` is its name where it came from.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    checked: &Checked,
    event: &Event,
    publish: Publish,
    uid: Option<&str>,
) -> Result<()> {
    let (state, publish_at) = match publish {
        Publish::Now => (EventState::Published, None),
        Publish::Later => (EventState::Draft, None),
        Publish::At(at) if at > tx.now() => (EventState::Scheduled, Some(at)),
        Publish::At(_) => return Err(Error::invalid("publish_at", "events-publish-past")),
    };
    let own = format!("kith-event-{}", event.id);
    let row = sql::NewRow {
        id: event.id,
        host: event.facts.host,
        written: checked.written(event),
        state,
        publish_at,
        uid: uid.unwrap_or(&own),
    };
    sql::insert(tx, &row)?;
    make_findable(tx, event.id)?;
    attach(tx, event.facts.host, event)?;
    if state == EventState::Published {
        reminders::plan(tx, event.id)?;
    }
    Ok(())
}

fn attach(tx: &mut Tx<'_>, owner: AccountId, event: &Event) -> Result<()> {
    media::attach(tx, owner, event.details.cover.as_slice(), AttachTo::Event(event.id))
}
