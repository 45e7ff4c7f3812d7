//! How large the community is: two counts, fresh to the minute, about nobody in particular.

use std::sync::{Mutex, PoisonError};

use kith_base::{MINUTE, Millis, Result};
use kith_db::{Query, params, statement};

use crate::App;

/// Counts of what is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Members who take part.
    pub members: i64,
    /// Posts that were not deleted.
    pub posts: i64,
}

/// The counts as last taken, and when. Counting reads whole indexes, so it is done at most once a minute.
#[derive(Default)]
pub struct StatisticsCache(Mutex<Option<(Millis, Statistics)>>);

statement!(
    MEMBERS,
    "statistics.members",
    "SELECT COUNT(*) AS members FROM accounts WHERE state = 'active' AND domain IS NULL"
);
statement!(POSTS, "statistics.posts", "SELECT COUNT(*) AS posts FROM posts WHERE deleted_at IS NULL");

/// The counts, at most a minute old.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn current(app: &App) -> Result<Statistics> {
    let now = app.now();
    let known = *app.statistics.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((taken_at, counts)) = known
        && now - taken_at < MINUTE
    {
        return Ok(counts);
    }
    let counts = app.db.read(count).await?;
    *app.statistics.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, counts));
    Ok(counts)
}

fn count(q: &mut Query<'_>) -> Result<Statistics> {
    Ok(Statistics { members: q.count(&MEMBERS, &params![])?, posts: q.count(&POSTS, &params![])? })
}
