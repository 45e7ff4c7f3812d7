//! How large the community is: counts of what is here and of the last weeks, about nobody in particular.

use std::sync::{Mutex, PoisonError};

use kith_base::{DAY, HOUR, Id, MINUTE, Millis, Result};
use kith_db::{Query, Row, params, statement};

use crate::App;
use crate::kinds::{AccountKind, PostKind, SessionKind};

/// Counts of what is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Members who take part.
    pub members: i64,
    /// Posts that were not deleted.
    pub posts: i64,
    /// Members who were here in the last 30 days, by an app or a browser, and have not signed out since.
    pub active_month: i64,
    /// The same for the last 180 days.
    pub active_half_year: i64,
}

/// The counts as last taken, and when. Counting reads whole indexes, so it is done at most once a minute.
#[derive(Default)]
pub struct StatisticsCache {
    now: Mutex<Option<(Millis, Statistics)>>,
    weeks: Mutex<Option<(Millis, Vec<Week>)>>,
}

statement!(
    MEMBERS,
    "statistics.members",
    "SELECT COUNT(*) AS members FROM accounts WHERE state = 'active' AND domain IS NULL AND kind = 'person'"
);
statement!(POSTS, "statistics.posts", "SELECT COUNT(*) AS posts FROM posts WHERE deleted_at IS NULL");

statement!(
    ACTIVE,
    "statistics.active",
    "SELECT COUNT(*) AS active
       FROM (SELECT account_id FROM sessions WHERE seen_at >= $1
              UNION
             SELECT account_id FROM app_tokens WHERE account_id IS NOT NULL AND seen_at >= $1) AS lately"
);

/// The counts, at most a minute old.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn current(app: &App) -> Result<Statistics> {
    let now = app.now();
    let known = *app.statistics.now.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((taken_at, counts)) = known
        && now - taken_at < MINUTE
    {
        return Ok(counts);
    }
    let counts = app.db.read(count).await?;
    *app.statistics.now.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, counts));
    Ok(counts)
}

fn count(q: &mut Query<'_>) -> Result<Statistics> {
    let now = q.now();
    Ok(Statistics {
        members: q.count(&MEMBERS, &params![])?,
        posts: q.count(&POSTS, &params![])?,
        active_month: q.count(&ACTIVE, &params![now - 30 * DAY])?,
        active_half_year: q.count(&ACTIVE, &params![now - 180 * DAY])?,
    })
}

/// A week in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Its first moment, on a Monday in UTC.
    pub begins_at: Millis,
    /// Posts that were written and not deleted.
    pub posts: i64,
    /// Times that somebody signed in and has not signed out since.
    pub sign_ins: i64,
    /// Members who joined and are still here.
    pub joined: i64,
}

/// Weeks that are told, this one among them.
const WEEKS: Millis = 12;
const WEEK: Millis = 7 * DAY;

statement!(
    POSTS_BY_WEEK,
    "statistics.posts_by_week",
    "SELECT week, COUNT(*) AS total
       FROM (SELECT (created_at - $1) / 604800000 AS week FROM posts WHERE id >= $2 AND deleted_at IS NULL) of_weeks
      GROUP BY week"
);
statement!(
    SIGN_INS_BY_WEEK,
    "statistics.sign_ins_by_week",
    "SELECT week, COUNT(*) AS total
       FROM (SELECT (created_at - $1) / 604800000 AS week FROM sessions WHERE id >= $2) of_weeks
      GROUP BY week"
);
statement!(
    JOINED_BY_WEEK,
    "statistics.joined_by_week",
    "SELECT week, COUNT(*) AS total
       FROM (SELECT (created_at - $1) / 604800000 AS week
               FROM accounts
              WHERE id >= $2 AND state = 'active' AND domain IS NULL AND kind = 'person') of_weeks
      GROUP BY week"
);

/// The last weeks, the newest first, at most an hour old.
///
/// # Errors
/// Internal when the database does not answer.
pub async fn weeks(app: &App) -> Result<Vec<Week>> {
    let now = app.now();
    let known = app.statistics.weeks.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some((taken_at, weeks)) = known
        && now - taken_at < HOUR
    {
        return Ok(weeks);
    }
    let weeks = app.db.read(move |q| by_week(q, now)).await?;
    *app.statistics.weeks.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, weeks.clone()));
    Ok(weeks)
}

fn by_week(q: &mut Query<'_>, now: Millis) -> Result<Vec<Week>> {
    // Day 0 was a Thursday.
    let monday = now.div_euclid(DAY) - (now.div_euclid(DAY) + 3).rem_euclid(7);
    let first = monday * DAY - (WEEKS - 1) * WEEK;
    let mut weeks: Vec<Week> =
        (0..WEEKS).map(|week| Week { begins_at: first + week * WEEK, ..Week::default() }).collect();
    let mut fill = |counted: Vec<(i64, i64)>, set: fn(&mut Week, i64)| {
        for (week, total) in counted {
            if let Some(week) = usize::try_from(week).ok().and_then(|week| weeks.get_mut(week)) {
                set(week, total);
            }
        }
    };
    let row = |row: &Row<'_>| Ok((row.int("week")?, row.int("total")?));
    let posts = params![first, Id::<PostKind>::earliest_at(first)];
    fill(q.all(&POSTS_BY_WEEK, &posts, row)?, |week, total| week.posts = total);
    let sessions = params![first, Id::<SessionKind>::earliest_at(first)];
    fill(q.all(&SIGN_INS_BY_WEEK, &sessions, row)?, |week, total| week.sign_ins = total);
    let accounts = params![first, Id::<AccountKind>::earliest_at(first)];
    fill(q.all(&JOINED_BY_WEEK, &accounts, row)?, |week, total| week.joined = total);
    weeks.reverse();
    Ok(weeks)
}
