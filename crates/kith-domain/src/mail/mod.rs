//! The way of letters out of the house: what kind they are, what members want to be sent, which addresses do not work,
//! how many leave at a time. What they say is for the features that write them.

mod addresses;
mod choices;
mod model;
mod sql;
mod status;
mod words;

use std::sync::Arc;

use kith_base::{DAY, HOUR, Kind, MINUTE, Millis, Result, SECOND};

pub use addresses::{own_trouble, try_again, try_again_for};
pub(crate) use choices::is_wanted;
pub use choices::{Standing, Stop, choices, resume, standing, stop, stop_token};
pub(crate) use choices::{choices_of, set_choices};
pub use model::{AddressState, Choices, Delivery, Pace, Sort, Trouble};
pub use status::{Counts, Record, RecordKind, Status, Way, records, status};
pub(crate) use words::text_of;

use crate::ports::{Mail, Posted};
use crate::work::Upkeep;
use crate::{AccountId, App, throttles};
use model::Outcome;

/// Letters a minute unless the operator says otherwise.
const PER_MINUTE: u32 = 60;
/// Letters about what happened that one member gets in an hour at most.
const NOTICES_PER_HOUR: i64 = 6;
/// Tallies are kept for so long.
const TALLIES_KEPT: Millis = 30 * DAY;

/// Letters that may leave in a minute, but for those about accounts.
pub(crate) fn per_minute(app: &App) -> u32 {
    app.config.mail.per_minute.unwrap_or(PER_MINUTE).max(1)
}

/// Hands one letter over, unless the address does not work or too many left just now; letters about accounts always go.
/// What the mail server says of the address is kept.
///
/// # Errors
/// Internal when the mail server cannot be reached or does not take the letter for now: try again later.
pub(crate) async fn deliver(app: &App, account: AccountId, sort: Sort, mail: &Mail) -> Result<Delivery> {
    if !app.mailer.is_delivering() {
        app.mailer.send(mail).await?;
        return Ok(Delivery::Held);
    }
    let key = addresses::key(&mail.to_address);
    if sort != Sort::Account {
        let (asked, now) = (key.clone(), app.now());
        let trouble = app.db.read(move |q| sql::trouble(q, &asked)).await?;
        if trouble.is_some_and(|trouble| trouble.rests(now)) {
            tally(app, Outcome::Held).await;
            return Ok(Delivery::Held);
        }
        if let Some(wait) = must_wait(app, account, sort).await? {
            return Ok(Delivery::Later(now + wait));
        }
    }
    match app.mailer.send(mail).await {
        Ok(Posted::Taken) => {
            keep(app.db.write(move |tx| addresses::worked(tx, &key)).await);
            Ok(Delivery::Sent)
        }
        Ok(Posted::Refused(words)) => {
            let address = mail.to_address.clone();
            app.db.write(move |tx| addresses::refused(tx, account, &address, &words)).await?;
            tracing::info!(account = %account, "a mail server refused an address");
            Ok(Delivery::Refused)
        }
        Err(problem) => {
            tally(app, Outcome::Failed).await;
            Err(problem)
        }
    }
}

/// How long a letter has to wait for those before it.
async fn must_wait(app: &App, account: AccountId, sort: Sort) -> Result<Option<Millis>> {
    let mut taken = Ok(());
    if sort == Sort::Notice {
        taken = throttles::take(app, "mail.notices", &account.to_string(), NOTICES_PER_HOUR, HOUR).await;
    }
    if taken.is_ok() {
        taken = throttles::take(app, "mail.all", "", i64::from(per_minute(app)), MINUTE).await;
    }
    let Err(error) = taken else { return Ok(None) };
    let Kind::RateLimited { retry_after_s } = error.kind() else { return Err(error) };
    // Those that wait do not all come back in the same second.
    let apart = account.raw() & 0x3f;
    Ok(Some((i64::from(retry_after_s) + apart) * SECOND))
}

async fn tally(app: &App, outcome: Outcome) {
    keep(app.db.write(move |tx| sql::tally(tx, outcome)).await);
}

/// A letter that has left must not leave again because it could not be counted.
fn keep(noted: Result<()>) {
    if let Err(problem) = noted {
        tracing::warn!(%problem, "what became of a letter was not kept");
    }
}

inventory::submit! {
    Upkeep { name: "mail.sweep_tallies", every: DAY, run: |app| Box::pin(sweep(app)) }
}

async fn sweep(app: Arc<App>) -> Result<()> {
    app.db
        .write(|tx| {
            let now = tx.now();
            sql::sweep_tallies(tx, now - TALLIES_KEPT)?;
            sql::sweep_addresses(tx, now - addresses::KEPT)
        })
        .await
}
