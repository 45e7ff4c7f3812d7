//! Publishing what is due. Once a minute what comes next gets a job; the job writes the post as its author, with the
//! rules of that moment, and takes the draft away in the same transaction. A post moved or taken back meanwhile is
//! not there any more when its job comes.

use std::sync::Arc;

use kith_base::{Error, Kind, MINUTE, Result};
use kith_db::Tx;
use serde::{Deserialize, Serialize};

use super::model::Reason;
use super::sql;
use crate::kinds::ScheduledId;
use crate::media::{self, AttachTo};
use crate::notices::{self, Cause, Occasion};
use crate::polls::{self, NewPoll};
use crate::posts::{self, Along};
use crate::viewer::Viewer;
use crate::work::{JobKind, Upkeep};
use crate::{AccountId, App, PostId, viewers};

/// The name of the job that publishes one post.
const PUBLISH: &str = "scheduled.publish";
/// Jobs that are made in one round.
const ROUND: i64 = 500;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Publish {
    id: ScheduledId,
}

inventory::submit! {
    Upkeep { name: "scheduled.enqueue", every: MINUTE, run: |app| Box::pin(enqueue(app)) }
}
inventory::submit! {
    JobKind {
        name: PUBLISH,
        run: |app, payload| Box::pin(async move {
            let job: Publish = serde_json::from_value(payload)?;
            publish(&app, job.id).await
        }),
    }
}

async fn enqueue(app: Arc<App>) -> Result<()> {
    let coming = app
        .db
        .read(|q| {
            let until = q.now() + MINUTE;
            sql::coming(q, until, 1)
        })
        .await?;
    if coming.is_empty() {
        return Ok(());
    }
    app.db
        .write(|tx| {
            let now = tx.now();
            for (id, due_at) in sql::coming(tx, now + MINUTE, ROUND)? {
                sql::mark_queued(tx, id)?;
                tx.enqueue(PUBLISH, &Publish { id }, due_at.max(now))?;
            }
            Ok(())
        })
        .await
}

/// What happens beside writing the post.
struct Due {
    id: ScheduledId,
    author: AccountId,
    poll: Option<NewPoll>,
}

impl Along for Due {
    fn before(&self, tx: &mut Tx<'_>) -> Result<()> {
        if !sql::take(tx, self.id, self.author)? {
            return Err(Error::not_found());
        }
        media::release(tx, self.author, AttachTo::Scheduled(self.id))
    }

    fn after(&self, tx: &mut Tx<'_>, post: PostId) -> Result<()> {
        if let Some(poll) = &self.poll {
            polls::put(tx, post, poll)?;
        }
        let cause = Cause::at_post(Occasion::ScheduledPublished, self.author, post);
        notices::tell_anyone(tx, self.author, &cause)
    }
}

/// Publishes one post. What the rules refuse now stays in its author's list, so that nothing typed is lost.
async fn publish(app: &App, id: ScheduledId) -> Result<()> {
    let found = app
        .db
        .read(move |q| {
            let now = q.now();
            let Some((author, found)) = sql::due(q, id, now)? else { return Ok(None) };
            Ok(Some((viewers::load_fresh(q, author)?, found)))
        })
        .await?;
    let Some((member, found)) = found else { return Ok(()) };
    let author = member.id;
    let due = Due { id, author, poll: found.draft.poll.clone() };
    match posts::create_along(app, &Viewer::Member(member), found.draft.into_post(), due).await {
        Ok(_) => Ok(()),
        Err(error) => match error.kind() {
            Kind::NotFound | Kind::SignInNeeded | Kind::Forbidden | Kind::Invalid | Kind::Conflict => {
                tracing::info!(%id, cause = %error, "a scheduled post was refused and waits in its author's list");
                refuse(app, id, author, Reason::all_of(&error)).await
            }
            _ => Err(error),
        },
    }
}

/// Writes down why, and tells the author. A post moved or taken back meanwhile is none that was refused.
async fn refuse(app: &App, id: ScheduledId, author: AccountId, reasons: Vec<Reason>) -> Result<()> {
    app.db
        .write(move |tx| {
            if !sql::refuse(tx, id, author, &reasons)? {
                return Ok(());
            }
            notices::tell_oneself(tx, author, Occasion::ScheduledRefused)
        })
        .await
}
