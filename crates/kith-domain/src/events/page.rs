//! An event with all that stands on its page.

use jiff::civil::DateTime;
use kith_base::{Error, Result};

use super::model::Occurrence;
use super::shown::EventPage;
use super::sql::{self, answers};
use super::{discuss, load, occurrences, policy};
use crate::kinds::EventId;
use crate::viewer::Viewer;
use crate::{AccountId, App, accounts, media};

/// Times that are told of beside the one that is looked at.
const NEXT: usize = 5;

/// An event for its page: at the time that is asked for, else at the next one.
///
/// # Errors
/// NotFound when it, or that time of it, is not there or the viewer may not know that it is.
pub async fn page(app: &App, viewer: &Viewer, id: EventId, at: Option<DateTime>) -> Result<EventPage> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let (event, now) = (load(q, &viewer, id)?, q.now());
            let unlike = sql::overrides(q, &[id])?.remove(&id).unwrap_or_default();
            let occurrence = match at {
                Some(key) => occurrences::at(&event, &unlike, key).ok_or_else(Error::not_found)?,
                None => occurrences::at_or_after(&event, &unlike, now),
            };
            let from = now.max(occurrence.starts_at);
            let mut next = occurrences::between(&event, &unlike, (from, i64::MAX / 4), NEXT + 1);
            next.retain(|one: &Occurrence| one.key != occurrence.key);
            next.truncate(NEXT);
            let facts = &event.facts;
            let mut people: Vec<AccountId> = vec![facts.host];
            people.extend(&facts.co_hosts);
            let mut cards = accounts::cards(q, &people)?;
            let host = cards.remove(&facts.host).ok_or_else(Error::not_found)?;
            let co_hosts = facts.co_hosts.iter().filter_map(|id| cards.remove(id));
            let is_near = |who: AccountId| viewer.member().is_none_or(|member| !member.is_apart_from(who));
            let co_hosts = co_hosts.filter(|card| card.state.is_present() && is_near(card.id)).collect();
            let cover = match event.details.cover {
                Some(cover) => media::photos(q, &[cover])?.remove(&cover),
                None => None,
            };
            let mine = match viewer.id() {
                Some(me) => answers::mine(q, id, me)?,
                None => None,
            };
            let counts = match policy::may_see_guests(&viewer, facts) {
                true => answers::counts(q, id)?,
                false => Vec::new(),
            };
            let remarks = match policy::may_read(&viewer, facts) {
                true => discuss::page(q, &viewer, &event, None)?.0,
                false => Vec::new(),
            };
            let slots = discuss::slots(q, &viewer, &event)?;
            let may = policy::may(&viewer, facts, now);
            Ok(EventPage {
                occurrence,
                next,
                host,
                co_hosts,
                cover,
                mine,
                counts,
                slots,
                remarks,
                may,
                event,
            })
        })
        .await
}
