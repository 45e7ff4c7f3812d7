//! Calendar files of events: one of them, or all of somebody under a secret address.

use kith_base::{DAY, Error, Result, random_token};

use super::lists::overrides;
use super::model::{Event, EventState, Override};
use super::sql::{self, Which, around};
use super::{load, occurrences, policy};
use crate::calendars::ics::{self, Entry};
use crate::kinds::EventId;
use crate::reading::Reading;
use crate::site;
use crate::viewer::Viewer;
use crate::{App, viewers};

/// Events of one calendar.
const MOST: usize = 1_000;

/// The calendar file of one event.
///
/// # Errors
/// NotFound when it is not there for the viewer.
pub async fn file(app: &App, viewer: &Viewer, id: EventId) -> Result<String> {
    let (site, now) = (site::settings(app).await?, app.now());
    let (viewer, reading) = (viewer.clone(), Reading::of(viewer, "", &[]));
    let (event, unlike) = app
        .db
        .read(move |q| {
            let event = load(q, &viewer, id)?;
            Ok((event, sql::overrides(q, &[id])?.remove(&id).unwrap_or_default()))
        })
        .await?;
    let entries = entries(&site.base_url, now, &event, &unlike, &reading);
    Ok(ics::write(event.best(&reading).title, &entries))
}

/// The secret under which other programs read the viewer's events, if they have made one.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn calendar_address(app: &App, viewer: &Viewer) -> Result<Option<String>> {
    let me = viewer.active()?.id;
    app.db.read(move |q| around::secret(q, me)).await
}

/// Makes a new secret. One that was there before opens nothing any more.
///
/// # Errors
/// As [`Viewer::active`].
pub async fn reset_calendar_address(app: &App, viewer: &Viewer) -> Result<String> {
    let me = viewer.active()?.id;
    let secret = random_token();
    let kept = secret.clone();
    app.db.write(move |tx| around::put_secret(tx, me, &kept)).await?;
    Ok(secret)
}

/// The calendar that stands under a secret address: what its owner looks after or comes to.
///
/// # Errors
/// NotFound when there is none, or its owner takes no part any more.
pub async fn subscription(app: &App, secret: &str) -> Result<String> {
    let asked = secret.to_owned();
    let owner = app.db.read(move |q| around::by_secret(q, &asked)).await?.ok_or_else(Error::not_found)?;
    let viewer = viewers::load(app, owner).await?;
    if viewer.active().is_err() {
        return Err(Error::not_found());
    }
    let (site, now) = (site::settings(app).await?, app.now());
    let reading = Reading::of(&viewer, "", &[]);
    let (found, unlike) = app
        .db
        .read(move |q| {
            let span = (now - 366 * DAY, i64::MAX / 4);
            let found = sql::between(q, policy::sql_viewer(&viewer), Which::Mine, span, MOST)?;
            let unlike = overrides(q, &found)?;
            let shown = found.into_iter().filter_map(|event| policy::show(&viewer, event));
            Ok((shown.collect::<Vec<_>>(), unlike))
        })
        .await?;
    let shown = found
        .iter()
        .filter(|event| matches!(event.facts.state, EventState::Published | EventState::Cancelled));
    let all = shown.flat_map(|event| {
        let unlike = unlike.get(&event.id).map(Vec::as_slice).unwrap_or_default();
        entries(&site.base_url, now, event, unlike, &reading)
    });
    Ok(ics::write(&site.name, &all.collect::<Vec<_>>()))
}

/// An event as a calendar file has it, in the language that fits best: the whole, and each time that is unlike the
/// others.
fn entries(base: &str, now: i64, event: &Event, unlike: &[Override], reading: &Reading) -> Vec<Entry> {
    let words = event.best(reading);
    let host = base.split_once("://").map_or(base, |(_, rest)| rest);
    let details = &event.details;
    let end = |starts: jiff::civil::DateTime, minutes: Option<i64>| {
        minutes.and_then(|minutes| starts.checked_add(jiff::SignedDuration::from_mins(minutes)).ok())
    };
    let place = |name: &str, address: &str| {
        let parts = [name, address, details.about.online_url.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let whole = Entry {
        uid: format!("{}@{host}", event.uid),
        sequence: event.timing,
        stamp: now,
        occurrence: None,
        start: details.starts,
        end: end(details.starts, details.minutes),
        zone: details.time_zone.clone(),
        is_all_day: details.is_all_day,
        title: words.title.to_owned(),
        description: kith_text::plain(words.html),
        place: place(&details.about.place, &details.about.address),
        url: format!("{base}/events/{}", event.id),
        rule: details.rule.clone(),
        extra: event.extra.clone(),
        except: event.except.clone(),
        categories: Some(details.about.category.clone())
            .filter(|word| !word.is_empty())
            .into_iter()
            .collect(),
        is_cancelled: event.cancelled_at.is_some(),
    };
    let mut all = vec![whole.clone()];
    for one in unlike {
        if occurrences::at(event, unlike, one.occurrence).is_none() {
            continue;
        }
        all.push(Entry {
            occurrence: Some(one.occurrence),
            start: one.starts,
            end: end(one.starts, one.minutes),
            title: if one.title == details.title { words.title.to_owned() } else { one.title.clone() },
            place: place(&one.place, &one.address),
            rule: None,
            extra: Vec::new(),
            except: Vec::new(),
            is_cancelled: whole.is_cancelled || one.is_cancelled,
            ..whole.clone()
        });
    }
    all
}
