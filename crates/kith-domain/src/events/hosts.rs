//! Who looks after an event: its host, and those whom the host names.

use kith_base::{Error, Result};
use kith_db::Tx;

use super::model::Event;
use super::sql::{self, around};
use super::{fresh, load, policy};
use crate::kinds::EventId;
use crate::viewer::{Member, Viewer};
use crate::{AccountId, App};

/// So many people look after one event beside its host.
const MOST: usize = 20;

/// Names a friend of the host who looks after the event too.
///
/// # Errors
/// NotFound unless the viewer is the host; Invalid (`people`) when it is no friend or there are many already.
pub async fn add_host(app: &App, viewer: &Viewer, id: EventId, who: AccountId) -> Result<()> {
    as_host(app, viewer, id, move |tx, member, event| {
        if !member.friends.contains(&who) {
            return Err(Error::invalid("people", "events-invite-friends-only"));
        }
        if event.facts.co_hosts.len() >= MOST {
            return Err(Error::invalid("people", "events-too-many-hosts"));
        }
        around::put_host(tx, id, who)
    })
    .await
}

/// Lets somebody look after the event no more; a co-host may do so themselves.
///
/// # Errors
/// NotFound unless the viewer is the host, or the one who goes.
pub async fn remove_host(app: &App, viewer: &Viewer, id: EventId, who: AccountId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?;
            let may = policy::may_own(&viewer, &event.facts) || who == me;
            if !may || !event.facts.co_hosts.contains(&who) {
                return Err(Error::not_found());
            }
            around::drop_host(tx, id, who)
        })
        .await
}

/// Makes a co-host the host, and the host a co-host.
///
/// # Errors
/// NotFound unless the viewer is the host and the other one a co-host.
pub async fn hand_over(app: &App, viewer: &Viewer, id: EventId, to: AccountId) -> Result<()> {
    as_host(app, viewer, id, move |tx, member, event| {
        if !event.facts.co_hosts.contains(&to) {
            return Err(Error::not_found());
        }
        sql::set_host(tx, id, to)?;
        super::make_findable(tx, id)?;
        around::drop_host(tx, id, to)?;
        around::put_host(tx, id, member.id)
    })
    .await
}

async fn as_host(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    act: impl Fn(&mut Tx<'_>, &Member, &Event) -> Result<()> + Send + Sync + 'static,
) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, member) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?;
            if !policy::may_own(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            act(tx, &member, &event)
        })
        .await
}
