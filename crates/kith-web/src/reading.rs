//! In which languages the reader of a page reads, and the switch to what is said in others.

use kith_domain::reading::Reading;
use kith_http::Visit;

/// The languages of whoever reads this page, best first.
pub(crate) fn of(visit: &Visit) -> Reading {
    Reading::of(&visit.viewer, visit.locale.lang(), &visit.site.languages)
}

/// A way to the same in another language.
#[derive(Clone)]
pub(crate) struct Switch {
    pub(crate) tag: String,
    /// The language's own name.
    pub(crate) name: String,
    pub(crate) href: String,
    /// Where a script finds the words alone; empty where the whole page changes.
    pub(crate) part: String,
}

/// Ways to all of `languages` but the one that is `shown`, on the page at `href`.
pub(crate) fn others<'a>(
    languages: impl IntoIterator<Item = &'a str>,
    shown: &str,
    href: &str,
) -> Vec<Switch> {
    let others = languages.into_iter().filter(|tag| *tag != shown);
    others
        .map(|tag| Switch {
            tag: tag.to_owned(),
            name: name_of(tag),
            href: format!("{href}?text={tag}"),
            part: String::new(),
        })
        .collect()
}

/// What a language calls itself.
pub(crate) fn name_of(tag: &str) -> String {
    let known = kith_locale::written_languages().iter().find(|(other, _)| other.eq_ignore_ascii_case(tag));
    known.map_or(tag, |(_, name)| *name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_leads_to_all_languages_but_the_one_that_is_shown() {
        let found = others(["en", "ar", "es"], "ar", "/p/7");
        let ways: Vec<(&str, &str)> =
            found.iter().map(|way| (way.name.as_str(), way.href.as_str())).collect();
        assert_eq!(ways, [("English", "/p/7?text=en"), ("Español", "/p/7?text=es")]);
        assert!(others(["en"], "en", "/p/7").is_empty());
    }
}
