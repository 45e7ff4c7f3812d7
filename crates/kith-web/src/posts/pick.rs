//! Choosing people by name: the first ones are listed, the others are looked for, or typed where there are no scripts.

use askama::Template;
use axum::extract::Query;
use kith_base::{Error, Message, Result, limits};
use kith_domain::posts::{Composer, FRIENDS_OFFERED};
use kith_domain::{AccountId, accounts, profiles};
use kith_http::{Answer, Form, Visit};
use serde::Deserialize;

use super::audience::Chosen;
use super::view::PersonView;
use crate::frame::Frame;
use crate::page::page;

/// Fields that name people.
pub(super) const FIELDS: [&str; 3] = ["people", "except_people", "comment_people"];

/// Somebody to tick.
pub(super) struct Tick {
    pub(super) person: PersonView,
    pub(super) is_ticked: bool,
}

/// A list of people to choose from.
#[derive(Default)]
pub(super) struct Pick {
    pub(super) field: &'static str,
    pub(super) ticks: Vec<Tick>,
    /// Whether there are more friends than are listed.
    pub(super) has_more: bool,
    /// Handles that were typed and could not be taken.
    pub(super) typed: String,
}

impl Pick {
    pub(super) fn of(
        frame: &Frame,
        offered: &Composer,
        field: &'static str,
        ticked: &[AccountId],
        chosen: &Chosen,
    ) -> Self {
        let tick = |card: &accounts::PersonCard| Tick {
            person: PersonView::of(&frame.l, card),
            is_ticked: ticked.contains(&card.id),
        };
        let mut ticks: Vec<Tick> = offered.friends.iter().map(tick).collect();
        ticks.sort_by(|left, right| {
            let by_name = || frame.l.compare(&left.person.name, &right.person.name);
            right.is_ticked.cmp(&left.is_ticked).then_with(by_name)
        });
        let typed = chosen.typed.get(field).cloned().unwrap_or_default();
        Self { field, ticks, has_more: offered.friend_count > FRIENDS_OFFERED, typed }
    }
}

/// What is looked for, and for which field.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    field: String,
    word: String,
}

#[derive(Template)]
#[template(path = "posts/pick_part.html")]
struct PickPart {
    field: &'static str,
    ticks: Vec<Tick>,
}

/// Friends whose name or handle has a word that begins with the typed one, as rows of the list.
pub(super) async fn search(visit: Visit, Query(search): Query<Search>) -> Answer {
    let field = FIELDS.into_iter().find(|field| *field == search.field).ok_or_else(Error::not_found)?;
    let me = visit.viewer.active()?.id;
    let word: String = search.word.trim().chars().take(100).collect();
    let found = profiles::friends(&visit.app, &visit.viewer, me, &word, None).await?;
    let ticks = found
        .people
        .iter()
        .map(|card| Tick { person: PersonView::of(&visit.locale, card), is_ticked: false })
        .collect();
    page(&PickPart { field, ticks })
}

/// The people whose handles were typed for `field`.
///
/// # Errors
/// Invalid when somebody is not there, with the handle that was typed.
pub(super) async fn typed(visit: &Visit, form: &Form, field: &'static str) -> Result<Vec<AccountId>> {
    let line = form.get(&format!("{field}_typed"));
    let words = line.split([',', '،', ' ', '\n']).map(|word| word.trim().trim_start_matches('@'));
    let handles: Vec<String> =
        words.filter(|word| !word.is_empty()).take(limits::AUDIENCE_PEOPLE + 1).map(str::to_owned).collect();
    if handles.is_empty() {
        return Ok(Vec::new());
    }
    let viewer = visit.viewer.clone();
    visit
        .app
        .db
        .read(move |q| {
            let mut people = Vec::new();
            for handle in &handles {
                let found = accounts::find_by_handle(q, handle)?.map(accounts::Found::id);
                let known = found.filter(|id| viewer.member().is_some_and(|me| !me.is_apart_from(*id)));
                people.push(known.ok_or_else(|| {
                    let message = Message::new("audience-handle-unknown").with("handle", handle.as_str());
                    Error::invalid(field, message)
                })?);
            }
            Ok(people)
        })
        .await
}
