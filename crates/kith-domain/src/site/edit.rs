//! Changing the settings: what admins send in, checked as a whole.

use kith_base::{Error, FieldError, Message, Result};
use kith_locale::Language;
use kith_text::{normalise_line, normalise_text};

use super::log::{self, Subject};
use super::{JoinMode, Operator, Question, change};
use crate::{App, Viewer};

/// Longest name of a community, in characters.
pub const NAME: usize = 60;
const TAGLINE: usize = 200;
const QUESTION: usize = 300;
/// Questions to applicants at most.
pub const QUESTIONS: usize = 5;
const OPERATOR_LINE: usize = 200;
const OPERATOR_ADDRESS: usize = 600;
/// Ages that can be asked for.
const AGES: std::ops::RangeInclusive<u8> = 0..=99;

/// The settings as an admin wants them.
#[derive(Clone, Debug, Default)]
pub struct SettingsEdit {
    /// Name of the community.
    pub name: String,
    /// One line about it.
    pub tagline: String,
    /// Tags; the first is the community's own.
    pub languages: Vec<String>,
    /// Who may join.
    pub join: JoinMode,
    /// Address that members type.
    pub base_url: String,
    /// IANA name.
    pub time_zone: String,
    /// Least age.
    pub least_age: u8,
    /// What applicants are asked.
    pub questions: Vec<Question>,
    /// Whether members may invite.
    pub members_invite: bool,
    /// Who answers for it.
    pub operator: Operator,
}

/// Changes the settings.
///
/// # Errors
/// All complaints by field; not found unless the viewer is an admin.
pub async fn update(app: &App, viewer: &Viewer, edit: SettingsEdit) -> Result<()> {
    let by = viewer.admin()?.id;
    let edit = checked(edit)?;
    app.db
        .write(move |tx| {
            let edit = edit.clone();
            change(tx, |settings| {
                settings.name = edit.name;
                settings.tagline = edit.tagline;
                settings.languages = edit.languages;
                settings.join = edit.join;
                settings.base_url = edit.base_url;
                settings.time_zone = edit.time_zone;
                settings.least_age = edit.least_age;
                settings.questions = edit.questions;
                settings.members_invite = edit.members_invite;
                settings.operator = edit.operator;
            })?;
            log::record(tx, Some(by), "site.update", Subject::site(), "")
        })
        .await
}

fn checked(mut edit: SettingsEdit) -> Result<SettingsEdit> {
    let mut fields = Vec::new();
    let mut keep = |result: Result<(), FieldError>| fields.extend(result.err());
    edit.name = normalise_line(&edit.name);
    keep(check_name(&edit.name));
    edit.tagline = normalise_line(&edit.tagline);
    keep(no_longer_than("tagline", &edit.tagline, TAGLINE));
    edit.languages = known_languages(&edit.languages);
    keep(check_languages(&edit.languages));
    edit.base_url = edit.base_url.trim().trim_end_matches('/').to_owned();
    keep(check_address(&edit.base_url));
    if jiff::tz::TimeZone::get(&edit.time_zone).is_err() {
        keep(Err(FieldError { field: "time_zone", message: "site-time-zone-unknown".into() }));
    }
    if !AGES.contains(&edit.least_age) {
        keep(Err(FieldError { field: "least_age", message: "error-bad-number".into() }));
    }
    for question in &mut edit.questions {
        question.text = normalise_line(&question.text);
        keep(no_longer_than("questions", &question.text, QUESTION));
    }
    edit.questions.retain(|question| !question.text.is_empty());
    edit.questions.truncate(QUESTIONS);
    let operator = &mut edit.operator;
    operator.address = normalise_text(&operator.address);
    keep(no_longer_than("operator_address", &operator.address, OPERATOR_ADDRESS));
    for (field, line) in [
        ("operator_name", &mut operator.name),
        ("operator_email", &mut operator.email),
        ("operator_phone", &mut operator.phone),
        ("operator_responsible", &mut operator.responsible),
    ] {
        *line = normalise_line(line);
        keep(no_longer_than(field, line, OPERATOR_LINE));
    }
    let email = &edit.operator.email;
    if !email.is_empty() && (!email.contains('@') || email.contains(char::is_whitespace)) {
        keep(Err(FieldError { field: "operator_email", message: "error-bad-email".into() }));
    }
    if fields.is_empty() { Ok(edit) } else { Err(Error::invalid_fields(fields)) }
}

/// Checks a community's name, already normalised.
///
/// # Errors
/// A complaint about `name`.
pub fn check_name(name: &str) -> Result<(), FieldError> {
    if name.is_empty() {
        return Err(FieldError { field: "name", message: "error-required".into() });
    }
    no_longer_than("name", name, NAME)
}

/// The tags that Kith speaks, each once, in the order given.
pub fn known_languages(tags: &[String]) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for language in tags.iter().filter_map(|tag| Language::parse(tag)) {
        if !known.iter().any(|tag| tag == language.tag()) {
            known.push(language.tag().to_owned());
        }
    }
    known
}

/// Checks that there is a language.
///
/// # Errors
/// A complaint about `languages`.
pub fn check_languages(tags: &[String]) -> Result<(), FieldError> {
    if tags.is_empty() {
        return Err(FieldError { field: "languages", message: "site-language-missing".into() });
    }
    Ok(())
}

/// Checks the address that members type: `https://` or `http://`, a host, no path.
///
/// # Errors
/// A complaint about `base_url`.
pub fn check_address(address: &str) -> Result<(), FieldError> {
    let is_plain = url::Url::parse(address).is_ok_and(|parsed| {
        matches!(parsed.scheme(), "http" | "https")
            && parsed.host_str().is_some_and(|host| !host.is_empty())
            && parsed.path() == "/"
            && parsed.query().is_none()
            && parsed.fragment().is_none()
            && parsed.username().is_empty()
            && parsed.password().is_none()
    });
    if is_plain { Ok(()) } else { Err(FieldError { field: "base_url", message: "site-address-form".into() }) }
}

fn no_longer_than(field: &'static str, text: &str, max: usize) -> Result<(), FieldError> {
    if text.chars().count() > max {
        return Err(FieldError { field, message: Message::new("error-too-long").with("max", max) });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_host_and_nothing_behind_it() {
        for good in
            ["https://choir.example", "http://192.168.1.5:3000", "http://localhost:3000", "http://[::1]:3000"]
        {
            assert!(check_address(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "choir.example",
            "ftp://choir.example",
            "https://choir.example/kith",
            "https://u:p@choir.example",
        ] {
            assert!(check_address(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn all_complaints_come_at_once() {
        let error = checked(SettingsEdit::default()).unwrap_err();
        let fields: Vec<_> = error.fields().iter().map(|field| field.field).collect();
        assert_eq!(fields, ["name", "languages", "base_url", "time_zone"]);
    }
}
