//! What a group says of itself: name and address, words in each language, questions, topics, its picture.

use kith_base::{Error, FieldError, Message, Result};
use kith_text::names::fold;
use kith_text::{NoLinks, normalise_line, normalise_text};

use super::create::{checked_name, checked_slug};
use super::model::{Act, GroupText};
use super::policy::Right;
use super::{announce, make_findable, record, sql, within};
use crate::media::{self, AttachTo};
use crate::notices::Occasion;
use crate::viewer::Viewer;
use crate::{App, GroupId, MediaId, TopicId};

/// Longest name.
pub const NAME: usize = kith_base::limits::DISPLAY_NAME;
/// Longest text about a group, and longest rules.
pub const ABOUT: usize = 5_000;
/// Questions to those who want to join.
pub const QUESTIONS: usize = 3;
/// One question.
pub const QUESTION: usize = 300;
/// Topics of one group.
pub const TOPICS: usize = 30;
/// Longest name of a topic.
const TOPIC: usize = 40;
/// Longest reason for something done to somebody.
pub const REASON: usize = 500;

/// Gives a group another name and address. The old address leads to the new one; members are told.
///
/// # Errors
/// NotFound unless the viewer may change its words; Invalid in `name` or `slug`.
pub async fn rename(app: &App, viewer: &Viewer, id: GroupId, name: &str, slug: &str) -> Result<String> {
    let mut errors: Vec<FieldError> = Vec::new();
    let (name, slug) = (checked_name(name), checked_slug(slug));
    for error in [name.as_ref().err(), slug.as_ref().err()].into_iter().flatten() {
        errors.extend(error.fields().iter().cloned());
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    let (name, slug) = (name?, slug?);
    within(app, viewer, id, Right::EditTexts, move |tx, viewer, group| {
        if group.name == name && group.slug == slug {
            return Ok(slug.clone());
        }
        let is_new = slug != group.slug && !sql::is_own_former(tx, id, &slug)?;
        if is_new && sql::is_slug_taken(tx, &slug)? {
            return Err(Error::invalid("slug", "groups-slug-taken"));
        }
        sql::rename(tx, group, &slug, (&name, &fold(&name)))?;
        make_findable(tx, id)?;
        let me = viewer.id_or_zero();
        super::note(tx, id, me, Act::Renamed, None, &group.name)?;
        record(tx, id);
        if group.name != name {
            announce::to_members(tx, id, me, Occasion::GroupRenamed, None)?;
        }
        Ok(slug.clone())
    })
    .await
}

/// Writes what a group says of itself in one language; empty words take the language away.
///
/// # Errors
/// NotFound unless the viewer may change them; Invalid in `about`, `rules` or `language`.
pub async fn set_text(app: &App, viewer: &Viewer, id: GroupId, text: GroupText) -> Result<()> {
    let text = checked_text(text)?;
    within(app, viewer, id, Right::EditTexts, move |tx, viewer, _| {
        sql::words::put_text(tx, id, &text)?;
        make_findable(tx, id)?;
        super::note(tx, id, viewer.id_or_zero(), Act::TextsChanged, None, &text.language)?;
        record(tx, id);
        Ok(())
    })
    .await
}

/// Words as they will be stored.
pub(super) fn checked_text(mut text: GroupText) -> Result<GroupText> {
    text.about = normalise_text(&text.about);
    text.rules = normalise_text(&text.rules);
    let mut errors = Vec::new();
    for (field, words) in [("about", &text.about), ("rules", &text.rules)] {
        if words.chars().count() > ABOUT {
            errors.push(FieldError { field, message: Message::new("error-too-long").with("max", ABOUT) });
        }
    }
    let is_known = |tag: &str| kith_locale::written_languages().iter().any(|(known, _)| *known == tag);
    if !is_known(&text.language) {
        errors.push(FieldError { field: "language", message: "posts-language-unknown".into() });
    }
    if !errors.is_empty() {
        return Err(Error::invalid_fields(errors));
    }
    text.about_html = kith_text::render_post(&text.about, &NoLinks).html;
    text.rules_html = kith_text::render_post(&text.rules, &NoLinks).html;
    Ok(text)
}

/// Sets what those are asked who want to join.
///
/// # Errors
/// NotFound unless the viewer may change it; Invalid in `questions`.
pub async fn set_questions(app: &App, viewer: &Viewer, id: GroupId, questions: Vec<String>) -> Result<()> {
    let questions: Vec<String> =
        questions.iter().map(|question| normalise_line(question)).filter(|text| !text.is_empty()).collect();
    if questions.len() > QUESTIONS {
        let message = Message::new("groups-questions-too-many").with("limit", QUESTIONS);
        return Err(Error::invalid("questions", message));
    }
    if questions.iter().any(|question| question.chars().count() > QUESTION) {
        return Err(Error::invalid("questions", Message::new("error-too-long").with("max", QUESTION)));
    }
    within(app, viewer, id, Right::EditTexts, move |tx, viewer, _| {
        sql::words::put_questions(tx, id, &questions)?;
        super::note(tx, id, viewer.id_or_zero(), Act::TextsChanged, None, "")
    })
    .await
}

/// Adds a topic.
///
/// # Errors
/// NotFound unless the viewer may change them; Invalid in `topic` when it is empty, too long or there; Conflict when there
/// are too many.
pub async fn add_topic(app: &App, viewer: &Viewer, id: GroupId, name: &str) -> Result<TopicId> {
    let name = normalise_line(name);
    match name.chars().count() {
        0 => return Err(Error::invalid("topic", "groups-topic-missing")),
        1..=TOPIC => {}
        _ => return Err(Error::invalid("topic", Message::new("error-too-long").with("max", TOPIC))),
    }
    within(app, viewer, id, Right::EditTexts, move |tx, _, _| {
        if sql::words::topics(tx, id)?.len() >= TOPICS {
            let message = Message::new("groups-topics-too-many").with("limit", TOPICS);
            return Err(Error::invalid("topic", message));
        }
        let topic = sql::words::put_topic(tx, id, &name, &fold(&name))?;
        make_findable(tx, id)?;
        Ok(topic)
    })
    .await
}

/// Takes a topic away; posts that had it have none.
///
/// # Errors
/// NotFound unless the viewer may change them and it is there.
pub async fn drop_topic(app: &App, viewer: &Viewer, id: GroupId, topic: TopicId) -> Result<()> {
    within(app, viewer, id, Right::EditTexts, move |tx, _, _| {
        if !sql::words::drop_topic(tx, id, topic)? {
            return Err(Error::not_found());
        }
        make_findable(tx, id)?;
        record(tx, id);
        Ok(())
    })
    .await
}

/// Gives a group a picture, an own photo that nothing shows yet, or takes it away.
///
/// # Errors
/// NotFound unless the viewer may change it; Invalid (`photos`) when the photo cannot be used.
pub async fn set_cover(app: &App, viewer: &Viewer, id: GroupId, photo: Option<MediaId>) -> Result<()> {
    within(app, viewer, id, Right::EditTexts, move |tx, viewer, group| {
        if group.cover == photo {
            return Ok(());
        }
        media::attach(tx, viewer.id_or_zero(), photo.as_slice(), AttachTo::Group(id))?;
        sql::set_cover(tx, id, photo)?;
        media::discard(tx, group.cover.as_slice())?;
        record(tx, id);
        Ok(())
    })
    .await
}
