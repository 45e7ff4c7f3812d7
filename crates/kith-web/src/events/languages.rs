//! An event in further languages, in the form of its hosts.

use kith_domain::events::{EventText, MORE_FIELDS};

use super::form::Typed;
use crate::page::Problems;

/// The names of all fields.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    MORE_FIELDS.into_iter().flat_map(|(language, title, text)| [language, title, text])
}

/// What was typed.
pub(super) fn read(typed: &Typed) -> Vec<EventText> {
    let texts = MORE_FIELDS.into_iter().map(|(language, title, text)| EventText {
        language: typed.get(language).to_owned(),
        title: typed.get(title).to_owned(),
        source: typed.get(text).to_owned(),
        html: String::new(),
    });
    texts.collect()
}

/// Puts what an event says into the form.
pub(super) fn put(typed: &mut Typed, more: &[EventText]) {
    for ((language, title, text), known) in MORE_FIELDS.into_iter().zip(more) {
        typed.set(language, &known.language);
        typed.set(title, &known.title);
        typed.set(text, &known.source);
    }
}

/// Moves what was typed together, so that nothing blank stands between two languages.
pub(super) fn close_up(typed: &mut Typed) {
    let mut filled = read(typed);
    filled.retain(|text| !text.title.trim().is_empty() || !text.source.trim().is_empty());
    for name in names() {
        typed.set(name, "");
    }
    put(typed, &filled);
}

/// One further language in the form.
pub(super) struct LanguageField {
    /// Which of the languages of the event it is.
    pub(super) number: usize,
    pub(super) language: (&'static str, String),
    pub(super) title: (&'static str, String),
    pub(super) text: (&'static str, String),
    /// Whether somebody typed there.
    pub(super) is_open: bool,
    pub(super) language_error: Option<String>,
    pub(super) title_error: Option<String>,
    pub(super) text_error: Option<String>,
}

/// Those that were typed, and one that is empty.
pub(super) fn fields(typed: &Typed, problems: &Problems) -> Vec<LanguageField> {
    let said = |name: &str| problems.of(name).map(ToOwned::to_owned);
    let word = |name: &'static str| (name, typed.get(name).to_owned());
    let all = MORE_FIELDS.into_iter().enumerate().map(|(place, (language, title, text))| LanguageField {
        number: place + 2,
        is_open: !typed.get(title).trim().is_empty() || !typed.get(text).trim().is_empty(),
        language: word(language),
        title: word(title),
        text: word(text),
        language_error: said(language),
        title_error: said(title),
        text_error: said(text),
    });
    let mut all: Vec<LanguageField> = all.collect();
    let filled = all.iter().rposition(|field| field.is_open).map_or(0, |place| place + 1);
    all.truncate(filled + 1);
    all
}
