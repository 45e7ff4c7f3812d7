//! By which words events are found: title and text in every language, place and what sort of thing it is. Who may see an event that is found
//! is asked of the rule of events.

use kith_base::{Millis, Result};
use kith_db::{Query, Tx};

use super::shown::Line;
use super::{lists, occurrences, policy, sql};
use crate::AccountId;
use crate::kinds::EventId;
use crate::search_terms::{self, SubjectKind, Terms};
use crate::viewer::Viewer;

/// Lets an event be found by what is said of it now, in the transaction that says it.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn make_findable(tx: &mut Tx<'_>, id: EventId) -> Result<()> {
    let Some(event) = sql::by_id(tx, AccountId::new(0), id)? else { return Ok(()) };
    let (details, about) = (&event.details, &event.details.about);
    let more = details.more.iter().map(|text| text.html.as_str());
    let words: Vec<String> = std::iter::once(event.html.as_str()).chain(more).map(kith_text::plain).collect();
    let more = details.more.iter().map(|text| text.title.as_str());
    let titles: Vec<&str> = std::iter::once(details.title.as_str()).chain(more).collect();
    let beside = [&about.place, &about.address, &about.category, &about.tags].map(String::as_str);
    let texts: Vec<&str> =
        titles.iter().copied().chain(words.iter().map(String::as_str)).chain(beside).collect();
    let place = format!("{} {}", about.place, about.address);
    let terms = Terms::of(SubjectKind::Event, &texts).at(&place);
    search_terms::replace(tx, id, event.facts.host, &terms)?;
    search_terms::put_names(tx, SubjectKind::Event, id, &titles)
}

/// Those of `ids` that the viewer may see, in the same order, each at the time that goes on at `at` or comes next.
///
/// # Errors
/// Internal when the database fails.
pub(crate) fn found(q: &mut Query<'_>, viewer: &Viewer, ids: &[EventId], at: Millis) -> Result<Vec<Line>> {
    let events = sql::by_ids(q, viewer.id_or_zero(), ids)?;
    let unlike = lists::overrides(q, &events)?;
    let shown = events.into_iter().filter_map(|event| policy::show(viewer, event));
    let mut lines: Vec<Line> = shown
        .map(|event| {
            let unlike = unlike.get(&event.id).map(Vec::as_slice).unwrap_or_default();
            let occurrence = occurrences::at_or_after(&event, unlike, at);
            Line { event, occurrence }
        })
        .collect();
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.event.id));
    Ok(lines)
}
