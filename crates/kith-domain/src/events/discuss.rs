//! What is said about an event, and who brings what.

use kith_base::{Error, Result, limits};
use kith_db::Query;

use super::check::REMARK;
use super::model::Remark;
use super::shown::{RemarkCard, Slot};
use super::sql::around;
use super::{announce, fresh, load, policy};
use crate::accounts;
use crate::kinds::{EventId, EventRemarkId, EventSlotId};
use crate::posts::trust;
use crate::posts::words::{self, Mentioned, Words};
use crate::search_terms::Terms;
use crate::viewer::{Viewer, Visible};
use crate::{AccountId, App, viewers};

/// Remarks of one page.
pub const REMARKS: usize = limits::PAGE;

/// Says something about an event.
///
/// # Errors
/// NotFound when the event is not there for the viewer or they may not; Invalid (`text`).
pub async fn remark(app: &App, viewer: &Viewer, id: EventId, text: &str) -> Result<EventRemarkId> {
    let me = viewer.active()?.id;
    let words = prepare(app, me, text).await?;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?;
            if !policy::may_discuss(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            let made = around::insert_remark(tx, id, me, &words)?;
            announce::discussed(tx, me, &event)?;
            Ok(made)
        })
        .await
}

async fn prepare(app: &App, author: AccountId, text: &str) -> Result<Words> {
    let source = kith_text::normalise_text(text);
    if source.is_empty() {
        return Err(Error::invalid("text", "error-required"));
    }
    if kith_text::count::characters(&source) > REMARK {
        return Err(Error::invalid("text", kith_base::Message::new("error-too-long").with("max", REMARK)));
    }
    let looked = source.clone();
    let (member, mentioned) = app
        .db
        .read(move |q| {
            let member = viewers::load_fresh(q, author)?;
            let mentioned = Mentioned::find(q, &member, &looked)?;
            Ok((member, mentioned))
        })
        .await?;
    let rendered = kith_text::render_comment(&source, &mentioned);
    if !app.config.rate_limits_off() {
        let errors = trust::check_content(&member, &rendered, 0, "text");
        if !errors.is_empty() {
            return Err(Error::invalid_fields(errors));
        }
    }
    let language = words::language_of("auto", &source, &member);
    Ok(Words { rendered, mentioned: mentioned.ids(), language, source, terms: Terms::none() })
}

/// Takes a remark away.
///
/// # Errors
/// NotFound when it is not there for the viewer, or neither theirs nor under an event that they look after.
pub async fn unremark(app: &App, viewer: &Viewer, id: EventId, remark: EventRemarkId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?;
            let found = around::find_remark(tx, id, remark)?.ok_or_else(Error::not_found)?;
            if !policy::may_delete_remark(&viewer, &event.facts, &found) {
                return Err(Error::not_found());
            }
            around::drop_remark(tx, id, remark)
        })
        .await
}

/// What was said before this remark, old to new, and whether there is more.
///
/// # Errors
/// NotFound when the event is not there for the viewer, or what is said is not theirs to read.
pub async fn remarks(
    app: &App,
    viewer: &Viewer,
    id: EventId,
    before: Option<EventRemarkId>,
) -> Result<(Vec<RemarkCard>, bool)> {
    let viewer = viewer.clone();
    app.db
        .read(move |q| {
            let event = load(q, &viewer, id)?;
            if !policy::may_read(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            page(q, &viewer, &event, before)
        })
        .await
}

/// [`remarks`] inside a read.
pub(super) fn page(
    q: &mut Query<'_>,
    viewer: &Viewer,
    event: &super::Event,
    before: Option<EventRemarkId>,
) -> Result<(Vec<RemarkCard>, bool)> {
    let before = before.unwrap_or(EventRemarkId::new(i64::MAX));
    let mut found = around::remarks(q, event.id, before, REMARKS + 1)?;
    let has_more = found.len() > REMARKS;
    found.truncate(REMARKS);
    let shown: Vec<Visible<Remark>> =
        found.into_iter().filter_map(|remark| policy::show_remark(viewer, &event.facts, remark)).collect();
    let ids: Vec<AccountId> = shown.iter().map(|remark| remark.author).collect();
    let people = accounts::cards(q, &ids)?;
    let cards = shown.into_iter().rev().filter_map(|remark| {
        let author = people.get(&remark.author)?.clone();
        let may_delete = policy::may_delete_remark(viewer, &event.facts, &remark);
        author.state.is_present().then_some(RemarkCard { remark, author, may_delete })
    });
    Ok((cards.collect(), has_more))
}

/// Takes something on.
///
/// # Errors
/// NotFound when the event is not there for the viewer or they do not come; Conflict when as many as are needed did.
pub async fn take_slot(app: &App, viewer: &Viewer, id: EventId, slot: EventSlotId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            let event = load(tx, &viewer, id)?;
            if !policy::may_take_slot(&viewer, &event.facts) {
                return Err(Error::not_found());
            }
            if around::my_slots(tx, id, me)?.contains(&slot) || around::take_slot(tx, id, slot, me)? {
                return Ok(());
            }
            Err(Error::conflict("events-slot-taken"))
        })
        .await
}

/// Gives something back that the viewer took on.
///
/// # Errors
/// NotFound when the event is not there for the viewer.
pub async fn free_slot(app: &App, viewer: &Viewer, id: EventId, slot: EventSlotId) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let (viewer, _) = fresh(tx, me)?;
            load(tx, &viewer, id)?;
            if around::my_slots(tx, id, me)?.contains(&slot) {
                around::free_slot(tx, id, slot, me)?;
            }
            Ok(())
        })
        .await
}

/// Who brings what, as far as the viewer may know of people.
pub(super) fn slots(q: &mut Query<'_>, viewer: &Viewer, event: &super::Event) -> Result<Vec<Slot>> {
    let rows = around::slots(q, event.id)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut takers = around::takers(q, event.id)?;
    let all: Vec<AccountId> = takers.values().flatten().copied().collect();
    let cards = accounts::cards(q, &all)?;
    let shows = policy::may_see_guests(viewer, &event.facts);
    let is_near = |who: &AccountId| viewer.member().is_some_and(|member| !member.is_apart_from(*who));
    let slots = rows.into_iter().map(|row| {
        let who = takers.remove(&row.id).unwrap_or_default();
        let seen = who.iter().filter(|account| shows && is_near(account));
        Slot {
            is_mine: viewer.id().is_some_and(|me| who.contains(&me)),
            people: seen.filter_map(|account| cards.get(account)).cloned().collect(),
            id: row.id,
            name: row.name,
            needed: row.needed,
            taken: row.taken,
        }
    });
    Ok(slots.collect())
}
