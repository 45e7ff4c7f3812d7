//! Trust that grows by taking part: who has been here on enough days, wrote posts that stayed and got answers, may do
//! more. Losing a level needs a decision of the staff and is not done here.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use kith_base::{HOUR, Result};
use kith_db::{Query, Tx, params, statement};

use crate::changes::{self, Change};
use crate::work::Upkeep;
use crate::{AccountId, App, Viewer};

/// What takes a member from one level to the next.
#[derive(Debug)]
pub struct Step {
    from: u8,
    /// Days on which they were here.
    pub active_days: i64,
    /// Posts that were not deleted.
    pub posts: i64,
    /// Other people who commented on their posts.
    pub answered_by: i64,
}

/// The defaults for the levels that a member reaches by themselves; the reading time of the published table is not
/// measured, days on which the member was here stand for it, and what a level asked for the next one asks for too.
const STEPS: [Step; 3] = [
    Step { from: 0, active_days: 3, posts: 5, answered_by: 0 },
    Step { from: 1, active_days: 15, posts: 20, answered_by: 3 },
    Step { from: 2, active_days: 60, posts: 20, answered_by: 3 },
];
/// Members raised in one transaction.
const ROUND: i64 = 500;

statement!(
    RIPE,
    "trust.ripe",
    "SELECT a.id
       FROM accounts a
      WHERE a.state = 'active'
        AND a.kind = 'person'
        AND a.trust_level = $1
        AND a.active_days >= $2
        AND (SELECT COUNT(*) FROM posts p WHERE p.author_id = a.id AND p.deleted_at IS NULL) >= $3
        AND (SELECT COUNT(DISTINCT c.author_id)
               FROM posts p
               JOIN comments c ON c.post_id = p.id
              WHERE p.author_id = a.id AND c.author_id <> a.id AND c.deleted_at IS NULL) >= $4
      ORDER BY a.id
      LIMIT $5"
);
statement!(RAISE, "trust.raise", "UPDATE accounts SET trust_level = $2 WHERE id = $1");

fn ripe(q: &mut Query<'_>, step: &Step) -> Result<Vec<AccountId>> {
    let from = i64::from(step.from);
    q.all(&RIPE, &params![from, step.active_days, step.posts, step.answered_by, ROUND], |row| row.id("id"))
}

/// What the viewer's next level asks for; none for visitors, and where there is no higher one to reach.
pub fn next_step(viewer: &Viewer) -> Option<&'static Step> {
    let level = viewer.member()?.trust_level;
    STEPS.iter().find(|step| step.from == level)
}

/// Raises everybody who is ripe for the next level.
///
/// # Errors
/// Internal when the database does not answer.
pub fn raise(tx: &mut Tx<'_>) -> Result<usize> {
    let mut raised = 0;
    // From the top, so that nobody takes two steps in one round.
    for step in STEPS.iter().rev() {
        for account in ripe(tx, step)? {
            tx.run(&RAISE, &params![account, i64::from(step.from) + 1])?;
            changes::record(tx, Change::AccountChanged { account });
            raised += 1;
        }
    }
    Ok(raised)
}

inventory::submit!(Upkeep { name: "trust.raise", every: HOUR, run: round });

fn round(app: Arc<App>) -> BoxFuture<'static, Result<()>> {
    Box::pin(async move { app.db.write(raise).await.map(drop) })
}
