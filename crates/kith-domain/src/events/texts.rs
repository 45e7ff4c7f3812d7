//! What an event is called and what is said of it, in further languages. The first language stands with the event.

use kith_base::{FieldError, Message, limits};
use kith_text::{normalise_line, normalise_text};

use super::check::{TEXT, TITLE};
use super::model::{Details, Event, Occurrence};
use crate::posts::words;
use crate::reading::Reading;

/// The names of the fields of each further language, in their order: language, title, text.
pub const MORE_FIELDS: [(&str, &str, &str); limits::LANGUAGES - 1] = [
    ("more_language_1", "more_title_1", "more_text_1"),
    ("more_language_2", "more_title_2", "more_text_2"),
    ("more_language_3", "more_title_3", "more_text_3"),
    ("more_language_4", "more_title_4", "more_text_4"),
];

/// An event in a further language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventText {
    /// Language as a tag; handed in without one, the text decides where that can be told.
    pub language: String,
    /// What it is called.
    pub title: String,
    /// What is said of it, in light Markdown.
    pub source: String,
    /// The text as shown; nothing is handed in.
    pub html: String,
}

impl EventText {
    fn is_blank(&self) -> bool {
        self.title.trim().is_empty() && self.source.trim().is_empty()
    }
}

/// An event in one language, for whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// Language as a tag.
    pub language: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// What is said of it, as shown.
    pub html: &'a str,
}

impl Event {
    /// What is said of it in every language, the first one first.
    pub fn texts(&self) -> impl Iterator<Item = Told<'_>> {
        let details = &self.details;
        let more = details.more.iter();
        let more = more.map(|text| Told { language: &text.language, title: &text.title, html: &text.html });
        std::iter::once(self.first()).chain(more)
    }

    /// What is said of it in the language that fits best.
    pub fn best(&self, reading: &Reading) -> Told<'_> {
        let place = reading.choose(self.texts().map(|text| text.language)).unwrap_or(0);
        self.texts().nth(place).unwrap_or_else(|| self.first())
    }

    /// What one time of it is called in the language that fits best. A name that this time alone has is there once.
    pub fn title_of(&self, one: &Occurrence, reading: &Reading) -> String {
        if one.title == self.details.title { self.best(reading).title.to_owned() } else { one.title.clone() }
    }

    fn first(&self) -> Told<'_> {
        Told { language: &self.details.language, title: &self.details.title, html: &self.html }
    }
}

/// The further languages as they will be written: blank ones left out, words normalised.
pub(super) fn normalised(more: Vec<EventText>) -> Vec<EventText> {
    let typed = more.into_iter().filter(|text| !text.is_blank());
    typed
        .map(|text| EventText {
            language: text.language.trim().to_owned(),
            title: normalise_line(&text.title).trim().to_owned(),
            source: normalise_text(&text.source),
            html: String::new(),
        })
        .collect()
}

/// The language of each text as chosen, else as it reads.
pub(super) fn settle(details: &mut Details) {
    for text in &mut details.more {
        if text.language.is_empty() || text.language == "auto" {
            let words = if text.source.is_empty() { &text.title } else { &text.source };
            text.language = kith_text::language::guess(words).unwrap_or_default().to_owned();
        }
    }
}

/// Complaints about further languages whose tags are settled.
pub(super) fn complaints(details: &Details) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let mut complain = |field, message: Message| errors.push(FieldError { field, message });
    if details.more.len() > MORE_FIELDS.len() {
        complain("more_text", Message::new("events-languages-too-many").with("limit", limits::LANGUAGES));
    }
    for (place, (text, (language, title, source))) in details.more.iter().zip(MORE_FIELDS).enumerate() {
        if text.title.is_empty() {
            complain(title, "error-required".into());
        }
        for (field, words, most) in [(title, &text.title, TITLE), (source, &text.source, TEXT)] {
            if kith_text::count::characters(words) > most {
                complain(field, Message::new("error-too-long").with("max", most));
            }
        }
        let before = details.more.iter().take(place).map(|other| other.language.as_str());
        let mut before = before.chain([details.language.as_str()]);
        if text.language.is_empty() {
            complain(language, "posts-language-missing".into());
        } else if !words::is_known_language(&text.language) {
            complain(language, "posts-language-unknown".into());
        } else if before.any(|other| other.eq_ignore_ascii_case(&text.language)) {
            complain(language, "events-language-twice".into());
        }
    }
    errors
}
