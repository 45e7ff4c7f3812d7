//! Things that say the same in several languages, and which of their texts somebody reads. Posts, groups, events and the
//! community's own pages all choose here.

use crate::viewer::Viewer;

/// Languages in the order in which somebody understands them, the one they like best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading(Vec<String>);

impl Reading {
    /// Of whoever looks: the language in which the pages are shown, those that they say they speak, then the main one
    /// of the community.
    pub fn of(viewer: &Viewer, shown: &str, site: &[String]) -> Self {
        let own = viewer.member().into_iter().flat_map(|member| {
            let chosen = std::iter::once(&member.language);
            chosen.chain(&member.speaks).map(String::as_str)
        });
        Self::in_order(std::iter::once(shown).chain(own).chain(site.first().map(String::as_str)))
    }

    /// These, in this order.
    pub fn in_order<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: Vec<String> = Vec::new();
        for tag in tags.into_iter().map(str::trim).filter(|tag| !tag.is_empty()) {
            if !known.iter().any(|other| other.eq_ignore_ascii_case(tag)) {
                known.push(tag.to_owned());
            }
        }
        Self(known)
    }

    /// The same for somebody who asks for one language before all others; an empty tag asks for none.
    #[must_use]
    pub fn but_first(&self, tag: &str) -> Self {
        Self::in_order(std::iter::once(tag).chain(self.0.iter().map(String::as_str)))
    }

    /// The place of the text to be read among texts in these languages. The first one where none fits, so that whoever
    /// has a text is read by everybody; nothing only where there is no text.
    pub fn choose<'a>(&self, languages: impl IntoIterator<Item = &'a str>) -> Option<usize> {
        let languages: Vec<&str> = languages.into_iter().collect();
        let fits = |wanted: &String| {
            let whole = languages.iter().position(|tag| tag.eq_ignore_ascii_case(wanted));
            whole.or_else(|| languages.iter().position(|tag| is_kin(tag, wanted)))
        };
        self.0.iter().find_map(fits).or((!languages.is_empty()).then_some(0))
    }

    /// That one of `texts`, whose languages `language` tells.
    pub fn best<'t, T>(&self, texts: &'t [T], language: impl Fn(&'t T) -> &'t str) -> Option<&'t T> {
        texts.get(self.choose(texts.iter().map(language))?)
    }
}

/// Whether both are the same language, perhaps as it is written in different places.
fn is_kin(one: &str, other: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    language(one) == language(other)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::viewer::Member;

    #[test]
    fn their_language_then_what_they_speak_then_that_of_the_place_then_the_first() {
        let member =
            Member { language: "fr".into(), speaks: vec!["pt".into(), "ar".into()], ..Member::default() };
        let reading = Reading::of(&Viewer::Member(Arc::new(member)), "fr", &["de".into(), "en".into()]);
        assert_eq!(reading.choose(["en", "ar", "fr"]), Some(2));
        assert_eq!(reading.choose(["en", "ar", "pt"]), Some(2));
        assert_eq!(reading.choose(["en", "ar"]), Some(1));
        assert_eq!(reading.choose(["sw", "en", "de"]), Some(2));
        assert_eq!(reading.choose(["sw", "tr"]), Some(0));
    }

    #[test]
    fn the_exact_language_comes_before_one_of_its_kind() {
        let reading = Reading::in_order(["pt-BR", "es"]);
        assert_eq!(reading.choose(["es", "pt"]), Some(1));
        assert_eq!(reading.choose(["pt", "pt-br"]), Some(1));
        assert_eq!(Reading::in_order(["es"]).choose(["est", "en"]), Some(0));
        assert_eq!(Reading::in_order(["est"]).choose(["en", "es"]), Some(0));
    }

    #[test]
    fn whoever_asks_for_a_language_reads_it() {
        let reading = Reading::in_order(["en"]);
        assert_eq!(reading.but_first("ar").choose(["en", "ar"]), Some(1));
        assert_eq!(reading.but_first("").choose(["ar", "en"]), Some(1));
    }

    proptest! {
        #[test]
        fn there_is_always_a_text_where_there_is_one(
            wanted in prop::collection::vec("[a-z]{0,3}(-[A-Z]{2})?", 0..5),
            has in prop::collection::vec("[a-z]{0,3}(-[A-Z]{2})?", 0..6),
        ) {
            let reading = Reading::in_order(wanted.iter().map(String::as_str));
            let chosen = reading.choose(has.iter().map(String::as_str));
            prop_assert_eq!(chosen.is_some(), !has.is_empty());
            if let Some(place) = chosen {
                prop_assert!(place < has.len());
            }
            if let Some(first) = wanted.iter().find(|tag| !tag.is_empty())
                && let Some(place) = has.iter().position(|tag| tag.eq_ignore_ascii_case(first))
            {
                prop_assert_eq!(chosen, Some(place));
            }
        }
    }
}
