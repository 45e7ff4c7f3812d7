//! Joining: by invitation, by asking, or straight away; and the staff's answer to those who asked.

mod approvals;
mod join;
mod model;
mod policy;
mod sql;

use std::sync::Arc;

use kith_base::{DAY, HOUR, Result};

use crate::work::Upkeep;
use crate::{App, Viewer, accounts};

pub use approvals::{
    answer_again, approve, approve_after_all, decline, declined, own_application, waiting, waiting_count,
};
pub use join::{Way, join, way};
pub use model::{Answer, Application, Decision, Joined, NewMember, Standing};

/// Applications that were declined are forgotten after so long, with the account.
pub const KEPT_AFTER_REFUSAL: kith_base::Millis = 30 * DAY;

inventory::submit! {
    Upkeep { name: "joining.sweep", every: HOUR, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let before = tx.now() - KEPT_AFTER_REFUSAL;
            for id in sql::declined_before(tx, before)? {
                accounts::erase(tx, id)?;
                crate::sessions::end_every(tx, id)?;
                sql::forget(tx, id)?;
            }
            sql::forget_answered(tx, before)
        })
        .await
}

/// How many applications wait, for the staff; zero for everybody else. Kept in memory until something changes.
///
/// # Errors
/// Internal when the database fails.
pub async fn waiting_for(app: &App, viewer: &Viewer) -> Result<i64> {
    if viewer.moderator().is_err() {
        return Ok(0);
    }
    let (known, age) = app.site.waiting();
    if let Some(known) = known {
        return Ok(known);
    }
    let waiting = app.db.read(sql::count_waiting).await?;
    app.site.keep_waiting(age, waiting);
    Ok(waiting)
}
