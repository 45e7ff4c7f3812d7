//! Changing one's own profile.

use kith_base::{Error, FieldError, Message, Result, limits};
use kith_text::names::fold;
use kith_text::{normalise_line, normalise_text};

use super::model::{
    Birth, FIELD_LABEL, FIELDS, FieldKind, Focus, LANGUAGE, LANGUAGES, PRONOUNS, PartAudience,
};
use super::sql;
use crate::changes::{self, Change};
use crate::media::{self, AttachTo};
use crate::viewer::Viewer;
use crate::{App, MediaId};

/// A row of the about tab as typed.
#[derive(Clone, Debug)]
pub struct NewField {
    /// What it is about.
    pub kind: FieldKind,
    /// Title, for [`FieldKind::Own`].
    pub label: String,
    /// What they wrote; a row without a word is dropped.
    pub value: String,
    /// Who sees it.
    pub audience: PartAudience,
}

/// A profile as typed. The name stands with the account ([`crate::accounts::change_display_name`]).
#[derive(Clone, Debug, Default)]
pub struct ProfileEdit {
    /// One line about themselves.
    pub intro: String,
    /// How to speak of them.
    pub pronouns: String,
    /// Languages they speak: tags, and names of those that have none.
    pub languages: Vec<String>,
    /// Day of birth; 0 for none.
    pub birth_day: i64,
    /// Month of birth; 0 for none.
    pub birth_month: i64,
    /// Year of birth; 0 for none.
    pub birth_year: i64,
    /// Who sees day and month.
    pub birth_day_audience: PartAudience,
    /// Who sees the year.
    pub birth_year_audience: PartAudience,
    /// Rows of the about tab in order.
    pub fields: Vec<NewField>,
    /// Which part of the cover stays in sight.
    pub cover_focus: Focus,
}

/// Which of the two pictures of a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The face.
    Avatar,
    /// The wide one on top.
    Cover,
}

/// Saves the viewer's own profile as typed.
///
/// # Errors
/// Invalid with every field that needs another look.
pub async fn edit(app: &App, viewer: &Viewer, edit: ProfileEdit) -> Result<()> {
    let me = viewer.active()?.id;
    let (edit, birth) = checked(edit, year_of(app.now()))?;
    app.db
        .write(move |tx| {
            let languages = edit.languages.join(",");
            sql::set_texts(tx, me, &edit.intro, &edit.pronouns, &languages, birth, edit.cover_focus)?;
            sql::set_fields(tx, me, &edit.fields)?;
            changes::record(tx, Change::AccountChanged { account: me });
            Ok(())
        })
        .await
}

/// Shows an own upload as picture of the profile, or none. The one before it is erased.
///
/// # Errors
/// Invalid (field `photos`) when the upload is gone, somebody else's, or shown elsewhere.
pub async fn set_picture(app: &App, viewer: &Viewer, which: Picture, media: Option<MediaId>) -> Result<()> {
    let me = viewer.active()?.id;
    app.db
        .write(move |tx| {
            let facts = sql::find(tx, me)?.ok_or_else(Error::not_found)?;
            let (before, to) = match which {
                Picture::Avatar => (facts.person.avatar, AttachTo::Avatar(me)),
                Picture::Cover => (facts.cover_id, AttachTo::Cover(me)),
            };
            if before == media {
                return Ok(());
            }
            if let Some(id) = media {
                media::attach(tx, me, &[id], to)?;
            }
            match which {
                Picture::Avatar => sql::set_avatar(tx, me, media)?,
                Picture::Cover => sql::set_cover(tx, me, media)?,
            }
            if let Some(old) = before {
                media::discard(tx, &[old])?;
            }
            changes::record(tx, Change::AccountChanged { account: me });
            Ok(())
        })
        .await
}

/// Describes a picture of the viewer's own profile for those who do not see it.
///
/// # Errors
/// Invalid when the text is too long; NotFound when there is no such picture.
pub async fn describe_picture(app: &App, viewer: &Viewer, which: Picture, alt: &str) -> Result<()> {
    let me = viewer.active()?.id;
    let facts = app.db.read(move |q| sql::find(q, me)).await?.ok_or_else(Error::not_found)?;
    let id = match which {
        Picture::Avatar => facts.person.avatar,
        Picture::Cover => facts.cover_id,
    };
    media::describe(app, viewer, id.ok_or_else(Error::not_found)?, alt).await
}

fn year_of(now: kith_base::Millis) -> i64 {
    jiff::Timestamp::from_millisecond(now)
        .map_or(i64::MAX, |at| i64::from(at.to_zoned(jiff::tz::TimeZone::UTC).year()))
}

/// Everything that is wrong at once, or the edit as it will be stored.
pub(super) fn checked(mut edit: ProfileEdit, this_year: i64) -> Result<(ProfileEdit, Birth)> {
    let mut wrong = Vec::new();
    let mut complain = |field, message: Message| wrong.push(FieldError { field, message });
    let too_long = |max: usize| Message::new("error-too-long").with("max", max);

    edit.intro = normalise_line(&edit.intro);
    if edit.intro.chars().count() > limits::INTRO {
        complain("intro", too_long(limits::INTRO));
    }
    edit.pronouns = normalise_line(&edit.pronouns);
    if edit.pronouns.chars().count() > PRONOUNS {
        complain("pronouns", too_long(PRONOUNS));
    }
    edit.languages = each_once(&edit.languages);
    if edit.languages.len() > LANGUAGES || !edit.languages.iter().all(|word| is_language(word)) {
        complain("languages", Message::new("profile-languages-wrong").with("max", LANGUAGES));
    }
    for field in &mut edit.fields {
        field.value = normalise_text(&field.value);
        field.label = if field.kind == FieldKind::Own { normalise_line(&field.label) } else { String::new() };
    }
    edit.fields.retain(|field| !field.value.is_empty());
    if edit.fields.len() > FIELDS {
        complain("fields", Message::new("profile-fields-too-many").with("max", FIELDS));
    }
    for field in &edit.fields {
        if field.value.chars().count() > limits::PROFILE_FIELD {
            complain("fields", too_long(limits::PROFILE_FIELD));
        } else if field.kind == FieldKind::Own && field.label.is_empty() {
            complain("fields", Message::new("profile-field-needs-title"));
        } else if field.label.chars().count() > FIELD_LABEL {
            complain("fields", too_long(FIELD_LABEL));
        } else if field.kind == FieldKind::Website && !is_web_address(&field.value) {
            complain("fields", Message::new("profile-website-wrong"));
        }
    }
    let day = birth_day(edit.birth_day, edit.birth_month, edit.birth_year);
    if day.is_err() {
        complain("birth_day", Message::new("error-bad-date"));
    }
    let year = Some(edit.birth_year).filter(|year| *year != 0);
    if year.is_some_and(|year| !(1880..=this_year).contains(&year)) {
        complain("birth_year", Message::new("profile-birth-year-wrong"));
    }
    if !wrong.is_empty() {
        return Err(Error::invalid_fields(wrong));
    }
    let birth = Birth {
        day: day.unwrap_or_default(),
        year,
        day_audience: edit.birth_day_audience,
        year_audience: edit.birth_year_audience,
    };
    Ok((edit, birth))
}

/// Month and day, if there is such a day in that year, or in a leap year when none is given.
fn birth_day(day: i64, month: i64, year: i64) -> Result<Option<(u8, u8)>, ()> {
    if day == 0 && month == 0 {
        return Ok(None);
    }
    let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year)).unwrap_or(2000);
    let (month, day) = (i8::try_from(month).map_err(drop)?, i8::try_from(day).map_err(drop)?);
    jiff::civil::Date::new(year, month, day).map_err(drop)?;
    Ok(u8::try_from(month).ok().zip(u8::try_from(day).ok()))
}

/// The languages in their order, none twice.
fn each_once(languages: &[String]) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for language in languages.iter().map(|language| normalise_line(language)) {
        if !language.is_empty() && !once.iter().any(|had| fold(had) == fold(&language)) {
            once.push(language);
        }
    }
    once
}

/// A tag, or the name of a language as people write it; no comma, which parts one from the next.
fn is_language(word: &str) -> bool {
    let is_sign = |letter: char| letter.is_ascii_punctuation() && !matches!(letter, '-' | '\'' | '(' | ')');
    (2..=LANGUAGE).contains(&word.chars().count()) && !word.chars().any(is_sign)
}

fn is_web_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
