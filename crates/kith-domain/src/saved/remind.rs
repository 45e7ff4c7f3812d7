//! Reminders of saved posts: a row each, looked at once a minute. Whoever may not see the post by then is told nothing.

use std::sync::Arc;

use kith_base::{DAY, Error, MINUTE, Message, Millis, Result, limits};

use super::sql;
use crate::notices::{self, Cause, Occasion};
use crate::viewer::Viewer;
use crate::work::Upkeep;
use crate::{App, PostId, posts};

/// How far ahead a reminder is at least.
pub const SOONEST: Millis = MINUTE;
/// How far ahead at most.
pub const LATEST: Millis = 5 * 366 * DAY;
/// Reminders of one transaction.
const ROUND: usize = 100;

inventory::submit! {
    Upkeep { name: "saved.remind", every: MINUTE, run: |app| Box::pin(tell(app)) }
}

/// Sets the time at which the viewer wants to be reminded of a post, or drops it. The post is saved with it.
///
/// # Errors
/// NotFound when the viewer may not see the post; Invalid (field `remind_at`) for a time that is too soon or too far,
/// and when too many wait. Dropping always works.
pub async fn remind(app: &App, viewer: &Viewer, post: PostId, at: Option<Millis>) -> Result<()> {
    let me = viewer.active()?.id;
    let viewer = viewer.clone();
    if let Some(at) = at {
        check_time(at, app.now())?;
        posts::set_saved(app, &viewer, post, true).await?;
    }
    app.db
        .write(move |tx| {
            let Some(at) = at else { return sql::drop_reminder(tx, me, post) };
            posts::load(tx, &viewer, post)?;
            if usize::try_from(sql::count_reminders(tx, me, post)?).unwrap_or(usize::MAX) >= limits::REMINDERS
            {
                let message = Message::new("saved-reminders-many").with("limit", limits::REMINDERS);
                return Err(Error::invalid("remind_at", message));
            }
            sql::put_reminder(tx, me, post, at)
        })
        .await
}

fn check_time(at: Millis, now: Millis) -> Result<()> {
    if at < now.saturating_add(SOONEST) {
        return Err(Error::invalid("remind_at", "saved-remind-too-soon"));
    }
    if at > now.saturating_add(LATEST) {
        return Err(Error::invalid("remind_at", "scheduled-too-late"));
    }
    Ok(())
}

async fn tell(app: Arc<App>) -> Result<()> {
    loop {
        let now = app.now();
        if app.db.read(move |q| sql::due(q, now, 1)).await?.is_empty() {
            return Ok(());
        }
        app.db
            .write(|tx| {
                let now = tx.now();
                for (account, post) in sql::due(tx, now, ROUND)? {
                    sql::drop_reminder(tx, account, post)?;
                    if posts::sees(tx, account, post)? {
                        let cause = Cause::at_post(Occasion::SavedReminder, account, post);
                        notices::retell(tx, account, &cause)?;
                    }
                }
                Ok(())
            })
            .await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_lies_ahead_and_not_too_far() {
        let now = 1_000 * DAY;
        assert!(check_time(now + SOONEST, now).is_ok() && check_time(now + LATEST, now).is_ok());
        for at in [0, now, now + SOONEST - 1, now + LATEST + 1, Millis::MAX] {
            assert!(check_time(at, now).is_err(), "{at}");
        }
    }
}
