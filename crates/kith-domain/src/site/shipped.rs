//! The text of every page in every language, as Kith ships it.

use kith_locale::Language;

use super::Slug;

macro_rules! pages {
    ($($tag:literal),*; $($slug:ident = $file:literal),* $(,)?) => {
        /// Title and Markdown of a page; English for a language that has none, which a test rules out.
        pub(super) fn text(slug: Slug, language: Language) -> (&'static str, &'static str) {
            split(pages!(@ language.tag(), slug; ($($tag),*); [$($slug = $file),*]))
        }
    };
    (@ $given:expr, $page:expr; ($($tag:literal),*); $pages:tt) => {
        match $given {
            $($tag => pages!(% $page, $tag, $pages),)*
            _ => pages!(% $page, "en", $pages),
        }
    };
    (% $page:expr, $tag:literal, [$($slug:ident = $file:literal),*]) => {
        match $page {
            $(Slug::$slug => include_str!(concat!("../../../../locales/", $tag, "/pages/", $file, ".md")),)*
        }
    };
}

pages! {
    "en", "ar", "de", "es", "fr";
    Welcome = "welcome",
    About = "about",
    Rules = "rules",
    Terms = "terms",
    Privacy = "privacy",
    Imprint = "imprint",
    Contact = "contact",
}

/// The first line is the title, as `# Title`.
fn split(text: &'static str) -> (&'static str, &'static str) {
    let (title, body) = text.split_once('\n').unwrap_or((text, ""));
    (title.trim_start_matches('#').trim(), body.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_stands_in_every_language_in_its_own_words() {
        for slug in Slug::ALL {
            let mut seen = std::collections::HashSet::new();
            for language in Language::all() {
                let (title, body) = text(*slug, *language);
                assert!(!title.is_empty(), "{slug:?} {language:?}");
                assert!(body.chars().count() > 80, "{slug:?} {language:?} says too little");
                assert!(seen.insert(body), "{slug:?} {language:?} is a copy of another language");
            }
        }
    }

    #[test]
    fn pages_use_only_marks_that_are_filled_in() {
        let known =
            ["name", "tagline", "age", "languages", "operator", "address", "email", "phone", "responsible"];
        for slug in Slug::ALL {
            let of = |language| marks(text(*slug, language).1);
            for language in Language::all() {
                let marks = of(*language);
                assert!(marks.iter().all(|mark| known.contains(mark)), "{slug:?} {language:?}: {marks:?}");
                assert_eq!(
                    marks,
                    of(Language::EN),
                    "{slug:?} {language:?} fills in other facts than English"
                );
            }
        }
    }

    fn marks(text: &'static str) -> std::collections::BTreeSet<&'static str> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(mark, _)| mark).collect()
    }
}
