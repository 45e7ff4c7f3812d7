//! The words of a post, which may say the same in several languages: as handed in, as kept, and which of them somebody
//! reads. The first language is the one it was written in; the others stand behind it in the author's order.

use kith_base::{FieldError, limits};
use kith_db::Query;
use kith_text::Rendered;
use serde::{Deserialize, Serialize};

use super::create::check_words;
use super::model::Post;
use super::trust;
use super::words::{self, Mentioned};
use crate::AccountId;
use crate::reading::Reading;
use crate::search_terms::Terms;
use crate::viewer::Member;

/// The names of the fields of each further language, in their order.
pub const MORE_FIELDS: [MoreFields; limits::LANGUAGES - 1] = [
    MoreFields { text: "more_text_1", language: "more_language_1", cover: "more_cover_1" },
    MoreFields { text: "more_text_2", language: "more_language_2", cover: "more_cover_2" },
    MoreFields { text: "more_text_3", language: "more_language_3", cover: "more_cover_3" },
    MoreFields { text: "more_text_4", language: "more_language_4", cover: "more_cover_4" },
];

/// By which names complaints about a further language are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoreFields {
    /// Its text.
    pub text: &'static str,
    /// Which language it is.
    pub language: &'static str,
    /// Its cover.
    pub cover: &'static str,
}

/// The same post in a further language, as its author hands it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewText {
    /// The text in light Markdown.
    pub text: String,
    /// A language tag; empty lets the text decide, where it can be told.
    pub language: String,
    /// The cover in this language; empty leaves that of the first.
    pub cover: String,
}

impl NewText {
    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.cover.trim().is_empty()
    }
}

/// The words of a post in a further language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostText {
    /// Language as a tag.
    pub language: String,
    /// What stands on the cover; empty for that of the first language.
    pub cover: String,
    /// As written.
    pub source: String,
    /// As shown.
    pub html: String,
}

impl From<&PostText> for NewText {
    fn from(text: &PostText) -> Self {
        Self { text: text.source.clone(), language: text.language.clone(), cover: text.cover.clone() }
    }
}

/// The words of a post in one language, for whoever reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording<'a> {
    /// Language as a tag.
    pub language: &'a str,
    /// What stands on the cover; empty only where the post has none.
    pub cover: &'a str,
    /// As written.
    pub source: &'a str,
    /// As shown.
    pub html: &'a str,
}

impl Post {
    /// Its words in every language, the first one first. What is covered in one language is covered in all.
    pub fn texts<'a>(&'a self) -> impl Iterator<Item = Wording<'a>> {
        let mut covers = std::iter::once(&self.cover).chain(self.more.iter().map(|text| &text.cover));
        let cover = covers.find(|cover| !cover.is_empty()).map_or("", String::as_str);
        let more = self.more.iter().map(|text| Wording {
            language: &text.language,
            cover: &text.cover,
            source: &text.source,
            html: &text.html,
        });
        let covered = move |words: Wording<'a>| match words.cover {
            "" => Wording { cover, ..words },
            _ => words,
        };
        std::iter::once(self.first()).chain(more).map(covered)
    }

    /// Its words in the language that fits best.
    pub fn best(&self, reading: &Reading) -> Wording<'_> {
        let place = reading.choose(self.texts().map(|text| text.language)).unwrap_or(0);
        self.texts().nth(place).unwrap_or_else(|| self.first())
    }

    /// Everything that its author wrote, in all languages, covers included.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        let more = self.more.iter().flat_map(|text| [text.source.as_str(), text.cover.as_str()]);
        [self.source.as_str(), self.cover.as_str()].into_iter().chain(more)
    }

    fn first(&self) -> Wording<'_> {
        Wording { language: &self.language, cover: &self.cover, source: &self.source, html: &self.html }
    }
}

/// The further languages as they will be written: blank ones left out, words normalised.
pub(super) fn normalised(more: Vec<NewText>) -> Vec<NewText> {
    let typed = more.into_iter().filter(|text| !text.is_blank());
    typed
        .map(|text| NewText {
            text: kith_text::normalise_text(&text.text),
            language: text.language.trim().to_owned(),
            cover: kith_text::normalise_line(&text.cover),
        })
        .collect()
}

/// Complaints about the words of a post and its languages.
pub(super) fn check(
    errors: &mut Vec<FieldError>,
    (text, cover, language): (&str, &str, &str),
    more: &[NewText],
    photos: usize,
) {
    check_words(errors, text, cover, language, photos);
    if more.len() > MORE_FIELDS.len() {
        let message = kith_base::Message::new("posts-languages-too-many").with("limit", limits::LANGUAGES);
        errors.push(FieldError { field: "more_text", message });
    }
    // A language that nobody chose and that cannot be told collides with none yet.
    let mut taken: Vec<String> = told(language, text).into_iter().collect();
    for (new, fields) in more.iter().zip(MORE_FIELDS) {
        check_one(errors, new, fields, &mut taken);
    }
}

fn check_one(errors: &mut Vec<FieldError>, new: &NewText, fields: MoreFields, taken: &mut Vec<String>) {
    if new.text.is_empty() {
        errors.push(FieldError { field: fields.text, message: "posts-text-missing".into() });
    }
    words::check_length(errors, fields.text, "posts-text-too-long", &new.text, limits::POST_TEXT);
    words::check_length(errors, fields.cover, "posts-cover-too-long", &new.cover, limits::COVER_TEXT);
    if !words::is_known_language(&new.language) {
        errors.push(FieldError { field: fields.language, message: "posts-language-unknown".into() });
        return;
    }
    match told(&new.language, &new.text) {
        None if new.text.is_empty() => {}
        None => errors.push(FieldError { field: fields.language, message: "posts-language-missing".into() }),
        Some(tag) if taken.iter().any(|other| other.eq_ignore_ascii_case(&tag)) => {
            errors.push(FieldError { field: fields.language, message: "posts-language-twice".into() });
        }
        Some(tag) => taken.push(tag),
    }
}

/// The language as chosen, else as it reads.
fn told(chosen: &str, text: &str) -> Option<String> {
    match chosen.trim() {
        "" | "auto" => kith_text::language::guess(text).map(ToOwned::to_owned),
        chosen => Some(chosen.to_owned()),
    }
}

/// All words of a post that passed the checks, with what came of them.
#[derive(Clone, Debug)]
pub(super) struct Wordings {
    /// The first language.
    pub first: PostText,
    /// The others.
    pub more: Vec<PostText>,
    /// What was found in all of them together: tags, names and addresses, each once.
    pub found: Rendered,
    /// Who is mentioned in any of them.
    pub mentioned: Vec<AccountId>,
    /// By what the post is found.
    pub terms: Terms,
}

impl Wordings {
    /// As written, in every language.
    pub(super) fn sources(&self) -> Vec<&str> {
        std::iter::once(&self.first).chain(&self.more).map(|text| text.source.as_str()).collect()
    }

    /// Whom the words of a post name in any language.
    pub(super) fn mentioned(
        q: &mut Query<'_>,
        author: &Member,
        text: &str,
        more: &[NewText],
    ) -> kith_base::Result<Mentioned> {
        let sources = std::iter::once(text).chain(more.iter().map(|new| new.text.as_str()));
        Mentioned::find_in(q, author, sources)
    }

    /// Renders words that were checked.
    pub(super) fn of(
        author: &Member,
        mentioned: &Mentioned,
        (text, cover, language): (&str, &str, &str),
        more: &[NewText],
    ) -> Self {
        let mut found = Rendered::default();
        let mut worded = |text: &str, cover: &str, language: &str| {
            let shown = kith_text::render_post(text, mentioned);
            gather(&mut found, &shown);
            PostText {
                language: words::language_of(language, text, author),
                cover: cover.to_owned(),
                source: text.to_owned(),
                html: shown.html,
            }
        };
        let first = worded(text, cover, language);
        let more: Vec<PostText> =
            more.iter().map(|new| worded(&new.text, &new.cover, &new.language)).collect();
        let texts = std::iter::once(&first).chain(&more);
        let terms = Terms::of_texts(texts.map(|text| (text.cover.as_str(), text.html.as_str())));
        Self { first, more, found, mentioned: mentioned.ids(), terms }
    }

    /// Complaints about what a newcomer may not write yet, and about a language that stands there twice. The latter can
    /// only now be told where the author's own language stands in for one that nobody chose.
    pub(super) fn check(&self, author: &Member, photos: usize, unhurried: bool) -> Vec<FieldError> {
        let mut errors = Vec::new();
        for (place, text) in self.more.iter().enumerate() {
            let mut before = std::iter::once(&self.first).chain(self.more.iter().take(place));
            let is_twice = before.any(|other| other.language.eq_ignore_ascii_case(&text.language));
            if let Some(fields) = MORE_FIELDS.get(place).filter(|_| is_twice) {
                errors.push(FieldError { field: fields.language, message: "posts-language-twice".into() });
            }
        }
        if !unhurried {
            errors.extend(trust::check_content(author, &self.found, photos, "text"));
        }
        errors
    }

    /// Whether a post says just that already.
    pub(super) fn are_of(&self, post: &Post) -> bool {
        post.source == self.first.source
            && post.cover == self.first.cover
            && post.language == self.first.language
            && post.more == self.more
    }

    /// Whether one of its languages says something else than `post` did. One that is new says the same to others.
    pub(super) fn differ_from(&self, post: &Post, is_material: impl Fn(&str, &str) -> bool) -> bool {
        is_material(&post.source, &self.first.source)
            || self.more.iter().any(|now| {
                let before = post.more.iter().find(|before| before.language == now.language);
                before.is_some_and(|before| is_material(&before.source, &now.source))
            })
    }
}

/// Adds what one text holds to what all hold, each thing once.
fn gather(all: &mut Rendered, one: &Rendered) {
    for tag in &one.tags {
        if !all.tags.iter().any(|other| other.key == tag.key) {
            all.tags.push(tag.clone());
        }
    }
    for name in &one.mentions {
        if !all.mentions.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            all.mentions.push(name.clone());
        }
    }
    for link in &one.links {
        if !all.links.contains(link) {
            all.links.push(link.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(language: &str, text: &str) -> NewText {
        NewText { text: text.into(), language: language.into(), cover: String::new() }
    }

    fn fields(first: (&str, &str), more: &[NewText]) -> Vec<&'static str> {
        let mut errors = Vec::new();
        check(&mut errors, (first.1, "", first.0), more, 0);
        errors.into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn each_language_stands_there_once() {
        assert!(fields(("en", "Hello"), &[new("es", "Hola"), new("ar", "مرحبا")]).is_empty());
        assert_eq!(fields(("en", "Hello"), &[new("es", "Hola"), new("EN", "Hi")]), ["more_language_2"]);
        assert_eq!(fields(("auto", "Hello"), &[new("es", "Hola"), new("es", "Buenas")]), ["more_language_2"]);
        assert_eq!(fields(("en", "Hello"), &[new("", "42")]), ["more_language_1"]);
        assert_eq!(fields(("en", "Hello"), &[new("xx-no", "Hm")]), ["more_language_1"]);
    }

    #[test]
    fn limits_hold_for_each_language() {
        let long = "x".repeat(limits::POST_TEXT + 1);
        assert_eq!(fields(("en", "Hello"), &[new("es", &long)]), ["more_text_1"]);
        let many: Vec<NewText> = ["es", "ar", "fr", "de", "tr"].iter().map(|tag| new(tag, "hm")).collect();
        assert_eq!(fields(("en", "Hello"), &many), ["more_text"]);
    }

    #[test]
    fn blank_ones_are_left_out() {
        let kept = normalised(vec![new("es", "  "), new("ar", " مرحبا ")]);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].language, "ar");
    }
}
