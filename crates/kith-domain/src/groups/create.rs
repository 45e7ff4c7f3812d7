//! Making a group.

use kith_base::{DAY, Error, FieldError, Message, Result};
use kith_text::names::{self, Bearer, NameProblem, fold};

use super::model::{Act, GroupText, MemberState, NewGroup};
use super::{edit, record_member, sql};
use crate::viewer::{GroupRole, Role, Viewer};
use crate::{App, GroupId};

/// Groups that one member may make in a day.
const A_DAY: i64 = 5;
/// Longest address.
pub(super) const SLUG: usize = 40;
/// Words that addresses below the page of groups need for themselves.
const RESERVED: [&str; 7] = ["new", "discover", "invitations", "offered", "find", "manage", "settings"];

/// Makes a group; the viewer owns it.
///
/// # Errors
/// Invalid in `name`, `about` or `language`; Forbidden for newcomers; rate limited after too many.
pub async fn create(app: &App, viewer: &Viewer, new: NewGroup) -> Result<GroupId> {
    let member = viewer.active()?;
    let me = member.id;
    if member.acting.is_some() {
        return Err(Error::forbidden("pages-personal"));
    }
    let is_limited = !app.config.rate_limits_off();
    if is_limited && member.role == Role::Member && member.trust_level == 0 {
        return Err(Error::forbidden("groups-newcomer"));
    }
    let mut errors = Vec::new();
    let name = collect(&mut errors, checked_name(&new.name));
    let text = GroupText { language: new.language.clone(), about: new.about.clone(), ..GroupText::default() };
    let text = collect(&mut errors, edit::checked_text(text));
    let (Some(name), Some(text)) = (name, text) else { return Err(Error::invalid_fields(errors)) };
    let slug = slug_of(&name);
    app.db
        .write(move |tx| {
            super::fresh(tx, me)?;
            if let Some(submission) = &new.submission
                && let Some(made) = sql::submitted(tx, me, submission)?
            {
                return Ok(made);
            }
            let since = tx.now() - DAY;
            if is_limited && sql::people::made_since(tx, me, since)? >= A_DAY {
                return Err(Error::rate_limited(3_600));
            }
            let id: GroupId = tx.new_id();
            let slug = free_slug(tx, &slug, id)?;
            sql::insert(tx, id, (&slug, &name, &fold(&name)), &new.settings)?;
            sql::words::put_text(tx, id, &text)?;
            sql::people::put(tx, (id, me), MemberState::Member, GroupRole::Owner, None, "")?;
            sql::recount(tx, id)?;
            super::make_findable(tx, id)?;
            super::note(tx, id, me, Act::Made, None, "")?;
            if let Some(submission) = &new.submission {
                sql::remember_submission(tx, me, submission, id)?;
            }
            record_member(tx, id, me);
            Ok(id)
        })
        .await
}

/// Takes the value, or keeps the complaints.
fn collect<T>(errors: &mut Vec<FieldError>, result: Result<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            errors.extend(error.fields().iter().cloned());
            None
        }
    }
}

/// A name as it will be stored.
pub(super) fn checked_name(typed: &str) -> Result<String> {
    names::check_display_name(typed, &[], Bearer::Member).map_err(|problem| {
        let message = match problem {
            NameProblem::TooShort => Message::new("groups-name-missing"),
            NameProblem::TooLong => Message::new("groups-name-long").with("limit", super::NAME),
            _ => Message::new("groups-name-wrong"),
        };
        Error::invalid("name", message)
    })
}

/// An address as somebody typed it.
pub(super) fn checked_slug(typed: &str) -> Result<String> {
    let slug = typed.trim().to_ascii_lowercase();
    let is_sign = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let is_sound = (2..=SLUG).contains(&slug.len())
        && slug.chars().all(is_sign)
        && !slug.starts_with('-')
        && !slug.ends_with('-')
        && slug.chars().any(|letter| letter.is_ascii_lowercase())
        && !RESERVED.contains(&slug.as_str());
    if is_sound {
        Ok(slug)
    } else {
        Err(Error::invalid("slug", Message::new("groups-slug-wrong").with("limit", SLUG)))
    }
}

/// The letters of a name that an address can have; empty when there are too few.
fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().map(|letter| letter.to_ascii_lowercase()) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() == SLUG - 8 {
            break;
        }
    }
    let slug = slug.trim_matches('-');
    if checked_slug(slug).is_ok() { slug.to_owned() } else { String::new() }
}

/// The address that the name suggests, with a few signs of chance behind it where it is taken or there is none.
fn free_slug(tx: &mut kith_db::Tx<'_>, wanted: &str, id: GroupId) -> Result<String> {
    if !wanted.is_empty() && !sql::is_slug_taken(tx, wanted)? {
        return Ok(wanted.to_owned());
    }
    // The low bits of an id are chance.
    let begun = if wanted.is_empty() { "group" } else { wanted };
    Ok(format!("{begun}-{:x}", id.raw() & 0xff_ffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_from_names_as_far_as_they_can() {
        assert_eq!(slug_of("Walks & Talks!"), "walks-talks");
        assert_eq!(slug_of("مجموعة"), "");
        assert_eq!(slug_of("New"), "");
        assert_eq!(slug_of("  42 "), "");
        assert!(slug_of(&"long ".repeat(30)).len() < SLUG);
        for wrong in ["", "a", "-ab", "ab-", "a b", "ä-b", "new", "discover", "12"] {
            assert!(checked_slug(wrong).is_err(), "{wrong}");
        }
        assert_eq!(checked_slug(" Walks-2 ").unwrap(), "walks-2");
    }
}
