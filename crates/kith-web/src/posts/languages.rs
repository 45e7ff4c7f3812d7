//! The same post in further languages, in the composer.

use kith_base::limits;
use kith_domain::posts::{MORE_FIELDS, MoreFields, NewText};
use kith_http::Form;

use crate::page::Problems;

/// The names of the fields, each of which comes once for every further language.
pub(super) const FIELDS: [&str; 3] = ["more_language", "more_text", "more_cover"];
/// What the button says that makes room for one more.
pub(super) const MORE: &str = "more-languages";

/// What was typed in further languages; what was left blank is none.
pub(super) fn read(form: &Form) -> Vec<NewText> {
    let (mut languages, mut covers) = (form.all("more_language"), form.all("more_cover"));
    let texts = form.all("more_text").map(|text| NewText {
        text: text.to_owned(),
        language: languages.next().unwrap_or_default().to_owned(),
        cover: covers.next().unwrap_or_default().to_owned(),
    });
    texts.filter(|text| !text.is_blank()).collect()
}

/// One further language in the form.
pub(super) struct LanguageField {
    /// Which of the languages of the post it is.
    pub(super) number: usize,
    pub(super) typed: NewText,
    pub(super) text_error: Option<String>,
    pub(super) language_error: Option<String>,
    pub(super) cover_error: Option<String>,
}

impl LanguageField {
    /// Those that were typed, and as many empty ones as there is `room` for.
    pub(super) fn all_of(typed: Vec<NewText>, room: usize, problems: &Problems) -> Vec<Self> {
        let filled = typed.len();
        let empty = std::iter::repeat_with(NewText::default);
        let fields = typed.into_iter().chain(empty.take(room));
        let most = filled.max(MORE_FIELDS.len());
        fields.take(most).enumerate().map(|(place, typed)| Self::of(place, typed, problems)).collect()
    }

    fn of(place: usize, typed: NewText, problems: &Problems) -> Self {
        let said = |name: fn(&MoreFields) -> &'static str| {
            MORE_FIELDS.get(place).and_then(|fields| problems.of(name(fields))).map(ToOwned::to_owned)
        };
        Self {
            number: place + 2,
            typed,
            text_error: said(|fields| fields.text),
            language_error: said(|fields| fields.language),
            cover_error: said(|fields| fields.cover),
        }
    }

    /// Whether it is shown open: somebody typed there.
    pub(super) fn is_open(&self) -> bool {
        !self.typed.is_blank()
    }

    pub(super) fn language_id(&self) -> String {
        format!("more-language-{}", self.number)
    }

    pub(super) fn text_id(&self) -> String {
        format!("more-text-{}", self.number)
    }

    pub(super) fn cover_id(&self) -> String {
        format!("more-cover-{}", self.number)
    }

    /// Whether another one may follow it.
    pub(super) const fn has_room(&self) -> bool {
        self.number < limits::LANGUAGES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_so_many_languages_and_no_more() {
        let typed = |count| vec![NewText { text: "hm".into(), ..NewText::default() }; count];
        let shown = |count, room| LanguageField::all_of(typed(count), room, &Problems::default()).len();
        assert_eq!(shown(0, 1), 1);
        assert_eq!(shown(2, 2), 4);
        assert_eq!(shown(4, 1), 4);
        // What is too much is shown all the same, or it could not be mended.
        assert_eq!(shown(6, 1), 6);
    }
}
