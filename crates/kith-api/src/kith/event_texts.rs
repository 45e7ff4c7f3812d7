//! Events in several languages, as they are told and written.

use kith_domain::events::{Event, EventText};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is said of an event in one language.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EventText")]
pub(super) struct EventTextEntity {
    language: String,
    title: String,
    content: String,
}

impl EventTextEntity {
    pub(super) fn all_of(event: &Event) -> Vec<Self> {
        if event.details.more.is_empty() {
            return Vec::new();
        }
        let texts = event.texts().map(|text| Self {
            language: text.language.to_owned(),
            title: text.title.to_owned(),
            content: text.html.to_owned(),
        });
        texts.collect()
    }
}

/// An event in a further language, to be written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewEventText {
    /// A language tag; without it, the text decides where that can be told.
    #[serde(default)]
    language: String,
    title: String,
    /// In light Markdown.
    #[serde(default)]
    text: String,
}

impl From<NewEventText> for EventText {
    fn from(new: NewEventText) -> Self {
        Self { language: new.language, title: new.title, source: new.text, html: String::new() }
    }
}
