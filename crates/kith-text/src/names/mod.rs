//! Names that members choose: handles in addresses, names for show; look-alikes are refused.

mod reserved;
mod skeleton;
#[cfg(test)]
mod tests;

use kith_base::limits;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::GeneralSecurityProfile;
use unicode_security::general_security_profile::IdentifierType;
use unicode_security::mixed_script::AugmentedScriptSet;

pub use skeleton::skeleton;

/// A handle that passed all rules.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Handle {
    /// As the member wrote it (NFC), for show.
    pub shown: String,
    /// Folded (NFKC and case fold): unique among all handles, and what addresses are looked up by.
    pub key: String,
    /// Look-alike key (UTS 39): two handles with one skeleton can be mistaken for one another.
    pub skeleton: String,
}

/// Who is to have a name. "admin" on a member deceives; on an admin it is the truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// A member like all others.
    Member,
    /// Somebody whom the operators trust with the place.
    Staff,
}

/// Why a name is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    /// Nothing left after cleaning, or below the least length.
    TooShort,
    /// Above the greatest length.
    TooLong,
    /// A character that has no place in such a name.
    BadCharacter(char),
    /// Begins or ends with a separator, has two in a row, or holds no letter.
    BadShape,
    /// The name is kept for the site itself.
    Reserved,
    /// Letters of scripts that are not written together in one word.
    MixedScripts,
    /// Can be mistaken for a kept or protected name.
    LookAlike,
}

/// Checks a new handle: 2 to 30 characters, letters and digits of one script (ASCII digits everywhere), `_`, `.` and
/// `-` inside only and one at a time. A leading `@` and spaces around are forgiven. Whether it is taken, or looks
/// like one that is, is for the caller to ask by `key` and `skeleton`.
pub fn check_handle(input: &str, bearer: Bearer) -> Result<Handle, NameProblem> {
    let trimmed = input.trim_matches(|c: char| c.is_whitespace() && !c.is_control());
    let shown: String = trimmed.strip_prefix('@').unwrap_or(trimmed).nfc().collect();
    let length = shown.chars().count();
    if length < *limits::HANDLE.start() {
        return Err(NameProblem::TooShort);
    }
    if length > *limits::HANDLE.end() {
        return Err(NameProblem::TooLong);
    }
    // Before the characters: whoever imitates "kith" with ⓚ learns that the name is the trouble, not the letter.
    if bearer == Bearer::Member {
        if reserved::is_reserved(&fold(&shown)) && shown.is_ascii() {
            return Err(NameProblem::Reserved);
        }
        if reserved::looks_reserved(&shown) {
            return Err(NameProblem::LookAlike);
        }
    }
    if let Some(bad) = shown.chars().find(|c| !is_handle_char(*c)) {
        return Err(NameProblem::BadCharacter(bad));
    }
    check_shape(&shown)?;
    check_one_script(&shown)?;
    Ok(Handle { key: fold(&shown), skeleton: skeleton(&shown), shown })
}

/// Checks a name for show (1 to 60 characters): any script, emoji, spaces; scripts may meet in a name but not
/// deceive within a word. `protected` are the names that must not be imitated here (the site's own name, its staff,
/// but not the member's own former name). Returns it normalised.
pub fn check_display_name(input: &str, protected: &[&str], bearer: Bearer) -> Result<String, NameProblem> {
    let name = crate::normalise_line(input);
    let length = name.chars().count();
    if length > limits::DISPLAY_NAME {
        return Err(NameProblem::TooLong);
    }
    if !name.chars().any(|c| !c.is_whitespace() && !is_combining_mark(c) && !crate::normalise::is_unseen(c)) {
        return Err(NameProblem::TooShort);
    }
    if bearer == Bearer::Member && reserved::is_staff_word(&name) {
        return Err(NameProblem::Reserved);
    }
    let hard = skeleton::hard(&name);
    if !hard.is_empty() && protected.iter().any(|p| skeleton::hard(p) == hard) {
        return Err(NameProblem::LookAlike);
    }
    for word in name.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
        if !scripts_meet(word) {
            return Err(NameProblem::MixedScripts);
        }
    }
    Ok(name)
}

/// The key by which handles are found: NFKC and case fold. For looking up what someone typed.
pub fn fold(name: &str) -> String {
    let compat: String = name.nfkc().collect();
    icu::casemap::CaseMapper::new().fold_string(&compat).nfkc().collect()
}

/// May stand in a handle: letters, marks and digits of scripts in use today, and the three separators.
pub(crate) fn is_handle_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || is_separator(c);
    }
    (c.is_alphanumeric() || is_combining_mark(c))
        && (c.identifier_allowed() || c.identifier_type() == Some(IdentifierType::Limited_Use))
}

pub(crate) fn is_separator(c: char) -> bool {
    matches!(c, '_' | '.' | '-')
}

fn check_shape(name: &str) -> Result<(), NameProblem> {
    let mut before: Option<char> = None;
    for c in name.chars() {
        let after_separator = before.is_none_or(is_separator);
        if after_separator && (is_separator(c) || is_combining_mark(c)) {
            return Err(NameProblem::BadShape);
        }
        before = Some(c);
    }
    if before.is_none_or(is_separator) || !name.chars().any(char::is_alphabetic) {
        return Err(NameProblem::BadShape);
    }
    Ok(())
}

/// One script in all, where Han with kana, Han with Hangul and Han with Bopomofo count as one; one kind of digits.
fn check_one_script(name: &str) -> Result<(), NameProblem> {
    if AugmentedScriptSet::for_str(name).is_empty() {
        return Err(NameProblem::MixedScripts);
    }
    let ascii_digit = name.chars().any(|c| c.is_ascii_digit());
    let other_digit = name.chars().any(|c| c.is_numeric() && !c.is_ascii());
    if ascii_digit && other_digit {
        return Err(NameProblem::MixedScripts);
    }
    Ok(())
}

/// Whether the scripts of one word are written together by honest people: one script, or Latin with Han, kana or
/// Hangul, or Latin with a script whose letters do not look Latin.
fn scripts_meet(word: &str) -> bool {
    if !AugmentedScriptSet::for_str(word).is_empty() {
        return true;
    }
    let mut rest = AugmentedScriptSet::default();
    for c in word.chars().filter(|c| c.script() != Script::Latin) {
        rest.intersect_with(AugmentedScriptSet::for_char(c));
    }
    !rest.is_empty()
        && ![
            Script::Cyrillic,
            Script::Greek,
            Script::Cherokee,
            Script::Armenian,
            Script::Coptic,
            Script::Lisu,
        ]
        .iter()
        .any(|s| word.chars().any(|c| c.script() == *s))
}
