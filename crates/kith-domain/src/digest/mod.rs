//! The digest: a letter in the morning, each week or each day, of what a member has not seen. Upkeep finds who is due
//! and leaves one job for each; the job reads everything when it runs, as its reader may see it at that moment, and sends
//! nothing where there is nothing to tell.

mod gather;
mod pace;
mod sql;
mod write;

use std::sync::Arc;

use kith_base::{DAY, MINUTE, Millis, Result};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use crate::mail::{self, Choices, Delivery, Pace, Sort};
use crate::viewer::AccountState;
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App, Viewer, accounts, viewers};

/// Members looked at in one transaction, and rounds of one upkeep.
const AT_ONCE: usize = 200;
const ROUNDS: usize = 50;
/// What is older is in no digest.
const OLDEST: Millis = 14 * DAY;

/// Keeps what the viewer wants to be sent, and says when the next digest is due.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn choose(app: &App, viewer: &Viewer, choices: Choices) -> Result<()> {
    let member = viewer.active()?;
    let (me, zone, language) = (member.id, member.time_zone.clone(), member.language.clone());
    app.db
        .write(move |tx| {
            let now = tx.now();
            mail::set_choices(tx, me, choices)?;
            sql::put_due(tx, me, pace::next_due(choices.digest, &zone, &language, now))
        })
        .await
}

inventory::submit! {
    Upkeep { name: "digest.plan", every: 10 * MINUTE, run: |app| Box::pin(plan(app)) }
}

/// Finds who is due. Those who are new here are due at the next date; everybody else's date moves on in the transaction
/// that leaves the job, so that nobody is due twice.
async fn plan(app: Arc<App>) -> Result<()> {
    if !app.mailer.is_delivering() {
        return Ok(());
    }
    for _ in 0..ROUNDS {
        if app.db.write(welcome).await? < AT_ONCE {
            break;
        }
    }
    // One after the other, so that a Monday morning does not press all letters into one minute.
    let apart = MINUTE / i64::from(mail::per_minute(&app));
    let mut begun = 0;
    for _ in 0..ROUNDS {
        let (seen, left) = app.db.write(move |tx| enqueue_due(tx, begun, apart)).await?;
        begun += left;
        if seen < AT_ONCE {
            break;
        }
    }
    Ok(())
}

/// Sets the first date of some who have none; how many these were.
fn welcome(tx: &mut Tx<'_>) -> Result<usize> {
    let now = tx.now();
    let newcomers = sql::newcomers(tx, AT_ONCE)?;
    for newcomer in &newcomers {
        let due = pace::next_due(Pace::default(), &newcomer.zone, &newcomer.language, now);
        sql::put_due(tx, newcomer.account, due)?;
    }
    Ok(newcomers.len())
}

/// Leaves a job for some who are due, `begun` jobs after the first; how many were looked at, and how many jobs were left.
fn enqueue_due(tx: &mut Tx<'_>, begun: i64, apart: Millis) -> Result<(usize, i64)> {
    let now = tx.now();
    let (due, mut left) = (sql::due(tx, now, AT_ONCE)?, 0);
    for member in &due {
        if member.is_to_be_sent(now) {
            let job = Send { account: member.account, due_at: member.due_at };
            tx.enqueue("digest.send", &job, now + (begun + left) * apart)?;
            left += 1;
        }
        let next = pace::next_due(member.choices.digest, &member.zone, &member.language, now);
        sql::put_due(tx, member.account, next)?;
    }
    Ok((due.len(), left))
}

/// Somebody whose date has come.
struct Due {
    account: AccountId,
    due_at: Millis,
    zone: String,
    language: String,
    state: AccountState,
    is_confirmed: bool,
    seen_at: Option<Millis>,
    choices: Choices,
}

impl Due {
    /// Whether they want one, can get one, and were not here just now anyway.
    fn is_to_be_sent(&self, now: Millis) -> bool {
        let was_here = self.seen_at.is_some_and(|seen| seen > now - DAY);
        self.state == AccountState::Active
            && self.is_confirmed
            && self.choices.want(Sort::Digest)
            && !(self.choices.digest == Pace::Daily && was_here)
    }
}

/// One digest of one member: the one that was due then.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Send {
    account: AccountId,
    due_at: Millis,
}

inventory::submit! {
    JobKind { name: "digest.send", run: |app, payload| Box::pin(run(app, payload)) }
}

async fn run(app: Arc<App>, payload: serde_json::Value) -> Result<()> {
    let job: Send = serde_json::from_value(payload)?;
    let (id, now) = (job.account, app.now());
    let last = app.db.read(move |q| sql::last_sent(q, id)).await?;
    if last.is_some_and(|last| last >= job.due_at) || !mail::is_wanted(&app, id, Sort::Digest).await? {
        return Ok(());
    }
    let viewer = viewers::load(&app, id).await?;
    if viewer.active().is_err() {
        return Ok(());
    }
    let account = app.db.read(move |q| accounts::get(q, id)).await?;
    let Some(address) = account.email.clone().filter(|_| account.email_confirmed_at.is_some()) else {
        return Ok(());
    };
    let pace = app.db.read(move |q| mail::choices_of(q, id)).await?.digest;
    // From the date, not from this moment: a job that runs late must leave no gap.
    let since = last.unwrap_or(job.due_at - pace::length(pace)).max(now - OLDEST);
    let Some(found) = gather::gather(&app, &viewer, &account, since).await? else { return Ok(()) };
    let letter = write::letter(&app, &account, address, pace, found, job.due_at).await?;
    match mail::deliver(&app, id, Sort::Digest, &letter).await? {
        Delivery::Sent => app.db.write(move |tx| sql::sent(tx, id, now)).await,
        Delivery::Later(at) => app.db.write(move |tx| tx.enqueue("digest.send", &job, at)).await,
        Delivery::Held | Delivery::Refused => Ok(()),
    }
}
