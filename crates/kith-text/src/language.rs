//! Which language a text is in, and which way a language runs. Names of languages live in the locale room.

use icu::locale::{Direction as IcuDirection, LanguageIdentifier, LocaleDirectionality};
use whatlang::{Lang, Script, detect};

/// Letters below which a guess by letter statistics says more about chance than about the text.
const LEAST_LETTERS: usize = 12;

/// Which way a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The language of a text as a BCP 47 tag, when it can be told with confidence; mentions, tags and addresses in it
/// do not count.
pub fn guess(text: &str) -> Option<&'static str> {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|w| !w.starts_with(['@', '#']) && !w.contains("://"))
        .take(400)
        .collect();
    let text = words.join(" ");
    let seen = detect(&text)?;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let by_script = is_told_by_script(seen.script());
    if !by_script && (letters < LEAST_LETTERS || !(seen.is_reliable() || seen.confidence() >= 0.5)) {
        return None;
    }
    Some(tag(seen.lang()))
}

/// The direction of a language by its BCP 47 tag: by its script subtag, else by the script it is usually written in.
/// Unknown tags run left to right.
pub fn direction(tag: &str) -> Direction {
    let Ok(id) = LanguageIdentifier::try_from_str(tag) else { return Direction::Ltr };
    match LocaleDirectionality::new_extended().get(&id) {
        Some(IcuDirection::RightToLeft) => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

/// Scripts that (nearly) one language of those we know uses.
fn is_told_by_script(script: Script) -> bool {
    !matches!(script, Script::Latin | Script::Cyrillic | Script::Arabic | Script::Devanagari | Script::Hebrew)
}

fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Epo => "eo",
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Ori => "or",
        Lang::Mya => "my",
        Lang::Nep => "ne",
        Lang::Sin => "si",
        Lang::Khm => "km",
        Lang::Tuk => "tk",
        Lang::Aka => "ak",
        Lang::Zul => "zu",
        Lang::Sna => "sn",
        Lang::Afr => "af",
        Lang::Lat => "la",
        Lang::Slk => "sk",
        Lang::Cat => "ca",
        Lang::Tgl => "tl",
        Lang::Hye => "hy",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_run_their_way() {
        for tag in ["ar", "he", "fa", "ur", "ar-EG", "ps", "sd", "ug", "yi", "dv", "ckb", "az-Arab", "he-IL"]
        {
            assert_eq!(direction(tag), Direction::Rtl, "{tag}");
        }
        for tag in ["en", "de", "zh-Hant", "sr-Latn", "ar-Latn", "", "not a tag"] {
            assert_eq!(direction(tag), Direction::Ltr, "{tag}");
        }
    }

    #[test]
    fn a_guess_needs_words_to_stand_on() {
        assert_eq!(guess("ok @ann #german https://example.de/wetter"), None);
        assert_eq!(guess(""), None);
        assert_eq!(
            guess("Das Wetter war gestern wirklich schön, wir waren den ganzen Tag draußen"),
            Some("de")
        );
        assert_eq!(guess("こんにちは"), Some("ja"));
        assert_eq!(guess("안녕하세요"), Some("ko"));
    }
}
