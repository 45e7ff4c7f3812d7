//! Browsers that are woken: one subscription for each session, gone with it. They are woken for everything that apps can
//! ask for; what somebody does not want to be told of at all is no matter of one browser.

use std::sync::Arc;

use kith_base::{Error, Result, limits};
use serde::{Deserialize, Serialize};

use super::{Browser, Choice, NewSubscription, Policy, Subscription, checked, send, sql, words};
use crate::kinds::{PushSubscriptionId, SessionId};
use crate::notices::Alert;
use crate::ports::Pushed;
use crate::work::JobKind;
use crate::{App, Viewer};

/// The job that sends what somebody asked for to see whether it works.
const TRY: &str = "push.try";

/// What that job works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Trial {
    subscription: PushSubscriptionId,
}

/// Has the browser of `session` woken from here on, instead of where it was before. Whoever was signed in there before is
/// woken there no longer.
///
/// # Errors
/// Invalid with every field that cannot be; sign-in needed when the session has ended.
pub async fn subscribe_browser(
    app: &App,
    viewer: &Viewer,
    session: SessionId,
    new: NewSubscription,
) -> Result<Subscription> {
    let me = viewer.active()?.id;
    let (p256dh, auth) = checked(app, &new)?;
    app.db
        .write(move |tx| {
            let now = tx.now();
            if !sql::holds_session(tx, me, session, now)? {
                return Err(Error::sign_in_needed());
            }
            let made = Subscription {
                id: tx.new_id(),
                account: me,
                session: Some(session),
                endpoint: new.endpoint.clone(),
                p256dh: p256dh.clone(),
                auth: auth.clone(),
                // Every browser that speaks of push at all reads the standard.
                is_standard: true,
                choice: Choice { alerts: Alert::ALL.iter().copied().collect(), policy: Policy::All },
            };
            sql::end_session(tx, me, session)?;
            sql::end_endpoint(tx, &made.endpoint)?;
            sql::insert(tx, None, &made)?;
            sql::cut(tx, me, limits::PUSH_SUBSCRIPTIONS)?;
            Ok(made)
        })
        .await
}

/// The viewer's browsers that are woken, the one used last first.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn browsers(app: &App, viewer: &Viewer) -> Result<Vec<Browser>> {
    let (me, now) = (viewer.active()?.id, app.now());
    app.db.read(move |q| sql::browsers(q, me, now)).await
}

/// Wakes the browser of `session` no longer. One that was not woken is as good as left alone.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn end_browser(app: &App, viewer: &Viewer, session: SessionId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| sql::end_session(tx, me, session)).await
}

/// Wakes one of the viewer's browsers no longer.
///
/// # Errors
/// NotFound when it is not theirs, or is not woken.
pub async fn end_one(app: &App, viewer: &Viewer, id: PushSubscriptionId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db.write(move |tx| if sql::end_own(tx, me, id)? { Ok(()) } else { Err(Error::not_found()) }).await
}

/// Sends one of the viewer's browsers a few words, soon.
///
/// # Errors
/// NotFound when it is not theirs, or is not woken.
pub async fn try_out(app: &App, viewer: &Viewer, id: PushSubscriptionId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let now = tx.now();
            if !sql::browsers(tx, me, now)?.iter().any(|browser| browser.id == id) {
                return Err(Error::not_found());
            }
            tx.enqueue(TRY, &Trial { subscription: id }, now)
        })
        .await
}

inventory::submit! {
    JobKind { name: TRY, run: |app, payload| Box::pin(run(app, payload)) }
}

/// Tried once: whoever waits for it asks again.
async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let Trial { subscription: id } = serde_json::from_value(payload)?;
    let now = app.now();
    let Some(held) = app.db.read(move |q| sql::by_id(q, id, now)).await? else { return Ok(()) };
    let Some(message) = words::trial(&app, &held.subscription).await? else { return Ok(()) };
    let pushed = app.push.send(&message).await?;
    send::count(pushed);
    match pushed {
        Pushed::Gone => app.db.write(move |tx| sql::drop_one(tx, id)).await,
        Pushed::Taken => app.db.write(move |tx| sql::worked(tx, id)).await,
        Pushed::Refused | Pushed::Later(_) => Ok(()),
    }
}
