//! Handles, names and mail addresses as people type them: checked, and refused in words that say what would do.

use kith_base::{FieldError, Message, limits};
use kith_text::names::{self, Bearer, Handle, NameProblem};

use crate::viewer::Role;

/// Whether names that stand for staff are a lie for somebody with this role.
pub(super) fn bearer(role: Role) -> Bearer {
    if role == Role::Member { Bearer::Member } else { Bearer::Staff }
}

/// Checks a handle that is typed into the field `handle`.
pub(super) fn handle(typed: &str, bearer: Bearer) -> Result<Handle, FieldError> {
    names::check_handle(typed.trim().trim_start_matches('@'), bearer).map_err(|problem| {
        let message = match problem {
            NameProblem::TooShort | NameProblem::TooLong => Message::new("account-handle-length")
                .with("least", *limits::HANDLE.start())
                .with("most", *limits::HANDLE.end()),
            NameProblem::BadCharacter(letter) => {
                Message::new("account-handle-character").with("character", letter.to_string())
            }
            NameProblem::BadShape => Message::new("account-handle-shape"),
            NameProblem::Reserved => Message::new("account-handle-reserved"),
            NameProblem::MixedScripts => Message::new("account-name-mixed-scripts"),
            NameProblem::LookAlike => Message::new("account-handle-look-alike"),
        };
        FieldError { field: "handle", message }
    })
}

/// Checks a name for show that is typed into the field `display_name`. `protected` are names that nobody may imitate.
pub(super) fn display_name(typed: &str, protected: &[String], bearer: Bearer) -> Result<String, FieldError> {
    let protected: Vec<&str> = protected.iter().map(String::as_str).collect();
    names::check_display_name(typed, &protected, bearer).map_err(|problem| {
        let message = match problem {
            NameProblem::TooShort => Message::new("account-name-missing"),
            NameProblem::TooLong => Message::new("account-name-length").with("most", limits::DISPLAY_NAME),
            NameProblem::BadCharacter(letter) => {
                Message::new("account-name-character").with("character", letter.to_string())
            }
            NameProblem::BadShape => Message::new("account-name-shape"),
            NameProblem::MixedScripts => Message::new("account-name-mixed-scripts"),
            NameProblem::Reserved | NameProblem::LookAlike => Message::new("account-name-look-alike"),
        };
        FieldError { field: "display_name", message }
    })
}

/// Checks a mail address that is typed into the field `email`: one `@`, something plausible on both sides, nothing
/// that could reach into a mail header. Whether anybody reads it only a mail can show.
///
/// # Errors
/// A complaint about the field.
pub fn check_email(typed: &str) -> Result<String, FieldError> {
    let wrong = |key| FieldError { field: "email", message: Message::new(key) };
    let address = typed.trim();
    if address.len() > limits::EMAIL {
        return Err(wrong("account-email-length"));
    }
    let plausible = address.rsplit_once('@').is_some_and(|(local, domain)| {
        let sound = |part: &str| !part.is_empty() && part.split('.').all(|piece| !piece.is_empty());
        let name = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
        let host = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
        local.len() <= 64
            && sound(local)
            && local.chars().all(name)
            && sound(domain)
            && domain.contains('.')
            && domain.chars().all(host)
            && !domain.split('.').any(|label| label.starts_with('-') || label.ends_with('-'))
    });
    if plausible { Ok(address.to_owned()) } else { Err(wrong("account-email-form")) }
}

/// The key by which addresses are compared. Nobody runs two mailboxes that differ in case alone.
pub fn email_key(address: &str) -> String {
    names::fold(address.trim())
}
