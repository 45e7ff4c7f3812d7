//! In the morning of their own time zone members are told, once a day, that there are memories.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use kith_base::{HOUR, Millis, Result};
use kith_db::Tx;

use super::{YEARS, of_day, sql};
use crate::notices::{self, Occasion};
use crate::work::Upkeep;
use crate::{AccountId, App, PostId, viewers};

/// The hour from which on it is morning.
const MORNING: i8 = 7;
/// Somewhere it is already tomorrow, somewhere still yesterday.
const AROUND: Millis = 38 * HOUR;
/// Whoever was looked at less than so long ago was so today.
const AGAIN: Millis = 18 * HOUR;
/// Members who are looked at in one transaction.
const AT_ONCE: usize = 20;

inventory::submit! {
    Upkeep { name: "memories.tell", every: HOUR, run: |app| Box::pin(tell(app)) }
}

async fn tell(app: Arc<App>) -> Result<()> {
    let now = app.now();
    let mut due: BTreeSet<AccountId> = BTreeSet::new();
    for back in 1..=i64::from(YEARS) {
        let Some(then) = years_before(now, back) else { continue };
        let (from, to) = (PostId::earliest_at(then - AROUND), PostId::earliest_at(then + AROUND));
        let found = app.db.read(move |q| sql::candidates(q, from, to, now - AGAIN)).await?;
        due.extend(found.into_iter().filter(|(_, zone)| is_morning(zone, now)).map(|(account, _)| account));
    }
    let due: Vec<AccountId> = due.into_iter().collect();
    for part in due.chunks(AT_ONCE) {
        let part = part.to_vec();
        app.db.write(move |tx| part.iter().try_for_each(|account| tell_one(tx, *account))).await?;
    }
    Ok(())
}

fn tell_one(tx: &mut Tx<'_>, account: AccountId) -> Result<()> {
    let now = tx.now();
    sql::put_told(tx, account)?;
    let member = viewers::load_fresh(tx, account)?;
    if of_day(tx, &member, now)?.years.is_empty() {
        return Ok(());
    }
    notices::tell_oneself(tx, account, Occasion::Memory)
}

fn years_before(now: Millis, years: i64) -> Option<Millis> {
    let at = Timestamp::from_millisecond(now).ok()?.to_zoned(TimeZone::UTC);
    Some(at.checked_sub(years.years()).ok()?.timestamp().as_millisecond())
}

fn is_morning(zone: &str, now: Millis) -> bool {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::from_millisecond(now).is_ok_and(|at| at.to_zoned(zone).hour() >= MORNING)
}
