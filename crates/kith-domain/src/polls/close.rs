//! The end of a poll: whoever made it or answered it is told that the result is there.

use std::sync::Arc;

use kith_base::Result;
use serde::{Deserialize, Serialize};

use super::sql;
use crate::notices::{self, Cause, Occasion};
use crate::work::JobKind;
use crate::{AccountId, App, PollId, posts};

/// The name of the job; it is left when the poll is made and runs at its end.
pub(super) const CLOSE: &str = "polls.close";
/// Voters who are told in one transaction.
const AT_ONCE: usize = 200;

/// What the job works on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Close {
    /// Which poll.
    pub poll: PollId,
}

inventory::submit! {
    JobKind {
        name: CLOSE,
        run: |app, payload| Box::pin(async move {
            let job: Close = serde_json::from_value(payload)?;
            close(&app, job.poll).await
        }),
    }
}

/// Whoever was told before the job had to begin again is not told twice.
async fn close(app: &Arc<App>, poll: PollId) -> Result<()> {
    let Some((post, author)) = app.db.read(move |q| sql::author_of(q, poll)).await? else { return Ok(()) };
    let cause = Cause::at_post(Occasion::PollClosed, author, post);
    let own = cause.clone();
    app.db.write(move |tx| notices::tell_anyone(tx, author, &own)).await?;
    let mut after = AccountId::default();
    loop {
        let voters = app.db.read(move |q| sql::voters(q, poll, after, AT_ONCE)).await?;
        let Some(last) = voters.last().copied() else { return Ok(()) };
        let cause = cause.clone();
        app.db
            .write(move |tx| {
                for voter in &voters {
                    if posts::sees(tx, *voter, post)? {
                        notices::tell(tx, *voter, &cause)?;
                    }
                }
                Ok(())
            })
            .await?;
        after = last;
    }
}
