//! Choosing people by name, for the composer and for circles: the first ones are listed, the others are looked for; where
//! there are no scripts they are typed, or looked for on the page itself.

use askama::Template;
use axum::extract::Query;
use kith_base::{Error, Message, Result, limits};
use kith_domain::accounts::PersonCard;
use kith_domain::posts::{Composer, FRIENDS_OFFERED};
use kith_domain::{AccountId, CircleId, accounts, circles, profiles};
use kith_http::{Answer, Form, Visit};
use kith_locale::Locale;
use serde::Deserialize;

use super::audience::Chosen;
use super::view::PersonView;
use crate::frame::Frame;
use crate::page::page;

/// Fields of a composer that name people.
pub(super) const FIELDS: [&str; 3] = ["people", "except_people", "comment_people"];
/// The field that names people of a chat.
const CHAT: &str = "people";
/// The field that puts people into a circle.
const ADD: &str = "add";

/// Somebody to tick.
pub(crate) struct Tick {
    pub(crate) person: PersonView,
    pub(crate) is_ticked: bool,
}

/// A list of people to choose from.
#[derive(Default)]
pub(crate) struct Pick {
    pub(crate) field: &'static str,
    pub(crate) ticks: Vec<Tick>,
    /// Whether there are more friends than are listed.
    pub(crate) has_more: bool,
    /// Where scripts look for the others.
    pub(crate) find: String,
    /// Whether handles can be typed where there are no scripts.
    pub(crate) takes_handles: bool,
    /// Whether others than friends can be named: handles can be typed then wherever there are scripts, too.
    pub(crate) names_anybody: bool,
    /// Handles that were typed and could not be taken.
    pub(crate) typed: String,
}

impl Pick {
    /// Friends who could be put into `circle`.
    pub(crate) fn for_circle(frame: &Frame, circle: CircleId, outside: &circles::PeoplePage) -> Self {
        let mut ticks = unticked(&frame.l, &outside.people);
        ticks.sort_by(|left, right| frame.l.compare(&left.person.name, &right.person.name));
        Self {
            field: ADD,
            ticks,
            has_more: outside.next.is_some(),
            find: format!("/friends/pick?circle={circle}"),
            ..Self::default()
        }
    }

    /// Friends to chat with, of whom `ticked` are chosen; `typed` are handles that could not be taken.
    pub(crate) fn for_chat(frame: &Frame, offered: &Composer, ticked: &[AccountId], typed: &str) -> Self {
        let mut chosen = Chosen::default();
        chosen.typed.insert(CHAT, typed.to_owned());
        Self::of(frame, offered, CHAT, ticked, &chosen)
    }

    /// The same list, for whoever may name people who are no friends.
    pub(crate) fn naming_anybody(self) -> Self {
        Self { names_anybody: true, ..self }
    }

    /// Friends to name in a post.
    pub(super) fn of(
        frame: &Frame,
        offered: &Composer,
        field: &'static str,
        ticked: &[AccountId],
        chosen: &Chosen,
    ) -> Self {
        let tick = |card: &PersonCard| Tick {
            person: PersonView::of(&frame.l, card),
            is_ticked: ticked.contains(&card.id),
        };
        let mut ticks: Vec<Tick> = offered.friends.iter().map(tick).collect();
        ticks.sort_by(|left, right| {
            let by_name = || frame.l.compare(&left.person.name, &right.person.name);
            right.is_ticked.cmp(&left.is_ticked).then_with(by_name)
        });
        let typed = chosen.typed.get(field).cloned().unwrap_or_default();
        let has_more = offered.friend_count > FRIENDS_OFFERED;
        Self {
            field,
            ticks,
            has_more,
            find: "/friends/pick".to_owned(),
            takes_handles: true,
            names_anybody: false,
            typed,
        }
    }
}

fn unticked(l: &Locale, people: &[PersonCard]) -> Vec<Tick> {
    people.iter().map(|card| Tick { person: PersonView::of(l, card), is_ticked: false }).collect()
}

/// What is looked for, and for which field.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    field: String,
    word: String,
    /// Only friends who are not in this circle.
    circle: Option<CircleId>,
}

#[derive(Template)]
#[template(path = "posts/pick_part.html")]
struct PickPart {
    field: &'static str,
    ticks: Vec<Tick>,
}

/// Friends whose name or handle has a word that begins with the typed one, as rows of the list.
pub(super) async fn search(visit: Visit, Query(search): Query<Search>) -> Answer {
    let me = visit.viewer.active()?.id;
    let word: String = search.word.trim().chars().take(100).collect();
    let (field, people) = match search.circle {
        Some(circle) => {
            let found = circles::outside(&visit.app, &visit.viewer, circle, &word).await?;
            (ADD, found.people)
        }
        None => {
            let field =
                FIELDS.into_iter().find(|field| *field == search.field).ok_or_else(Error::not_found)?;
            (field, profiles::friends(&visit.app, &visit.viewer, me, &word, None).await?.people)
        }
    };
    page(&PickPart { field, ticks: unticked(&visit.locale, &people) })
}

/// The people whose handles were typed for `field`.
///
/// # Errors
/// Invalid when somebody is not there, with the handle that was typed.
pub(crate) async fn typed(visit: &Visit, form: &Form, field: &'static str) -> Result<Vec<AccountId>> {
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
