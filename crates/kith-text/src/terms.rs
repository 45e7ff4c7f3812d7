//! Search terms: the same words from a text and from a question, on every engine.
//!
//! Words are found by ICU segmentation (by dictionary where a script has no spaces), then folded: case, width,
//! accents of alphabetic scripts, Arabic and Hebrew points. A term holds letters, digits and the vowel signs that
//! belong to them; never spaces or punctuation.

use std::collections::HashSet;
use std::sync::LazyLock;

use icu::casemap::CaseMapper;
use icu::segmenter::options::WordBreakInvariantOptions;
use icu::segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// Terms of one question; more would only slow the search.
const QUERY_TERMS: usize = 16;
/// Characters of one term; what is longer is not a word of any language.
const TERM_CHARS: usize = 64;

static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// The terms of a text, in order, repeated as often as they occur. Chinese, Japanese and Korean are given as single
/// characters and neighbouring pairs, so that any part of a compound is found.
pub fn terms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut out = Vec::new();
    let mut run: Vec<char> = Vec::new();
    for word in words(&folded) {
        match word {
            Word::Paired(part) => run.extend(part.chars()),
            Word::Gap => flush(&mut run, &mut out),
            Word::Whole(part) => {
                flush(&mut run, &mut out);
                push_parts(part, &mut out);
            }
        }
    }
    flush(&mut run, &mut out);
    out
}

/// The terms of a question, unique, in order, at most 16. A text answers a question when it holds all of them.
/// The dictionary says where Chinese, Japanese and Korean words end, so that words asked for together need not
/// stand together.
pub fn query_terms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut found = Vec::new();
    let mut single = Vec::new();
    for word in words(&folded) {
        match word {
            Word::Paired(part) => {
                let chars: Vec<char> = part.chars().collect();
                if chars.len() < 2 {
                    single.push(part.to_owned());
                }
                found.extend(chars.windows(2).map(|pair| pair.iter().collect::<String>()));
            }
            Word::Whole(part) => push_parts(part, &mut found),
            Word::Gap => {}
        }
    }
    // A lone character is mostly a particle; it counts only where nothing else was asked.
    if found.is_empty() {
        found = single;
    }
    let mut seen = HashSet::new();
    found.retain(|term| seen.insert(term.clone()));
    found.truncate(QUERY_TERMS);
    found
}

enum Word<'t> {
    /// A word of a script whose words are indexed by pairs.
    Paired(&'t str),
    /// Any other word.
    Whole(&'t str),
    /// Spaces or punctuation.
    Gap,
}

fn words(folded: &str) -> Vec<Word<'_>> {
    segments(folded).into_iter().map(|(_, part)| word(part)).collect()
}

/// The segmenter's own kinds are not asked: it takes words that end in a vowel sign for no words.
fn word(part: &str) -> Word<'_> {
    match part.chars().next() {
        Some(c) if is_paired(c) => Word::Paired(part),
        Some(_) if part.contains(char::is_alphanumeric) => Word::Whole(part),
        _ => Word::Gap,
    }
}

/// The whole text in pieces, each with where it begins: words, and what stands between them.
pub(crate) fn segments(text: &str) -> Vec<(usize, &str)> {
    let ends: Vec<usize> = WORDS.segment_str(text).collect();
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let pieces = starts.zip(&ends).map(|(start, end)| (start, text.get(start..*end).unwrap_or_default()));
    pieces.filter(|(_, piece)| !piece.is_empty()).collect()
}

/// Whether a word that begins like this is indexed by pairs.
pub(crate) fn is_paired(c: char) -> bool {
    matches!(
        c.script(),
        Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo
    ) || c == 'ー'
}

fn flush(run: &mut Vec<char>, out: &mut Vec<String>) {
    out.extend(run.iter().map(char::to_string));
    out.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
    run.clear();
}

/// Width and compatibility forms, then case.
fn fold(text: &str) -> String {
    let compat: String = text.nfkc().collect();
    CaseMapper::new().fold_string(&compat).nfkc().filter(|c| !is_dropped(*c)).collect()
}

/// Signs that change the look of a word and not the word.
fn is_dropped(c: char) -> bool {
    matches!(c, 'ـ' | '\'' | '’' | '‘' | 'ʼ' | '\u{AD}') || crate::normalise::is_unseen(c)
}

fn push_parts(word: &str, out: &mut Vec<String>) {
    let bare = without_accents(word);
    for part in bare.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
        if !part.is_empty() {
            out.push(part.chars().take(TERM_CHARS).collect());
        }
    }
}

/// Drops marks over letters of alphabets in which people leave them out when they search; marks of other scripts
/// are vowels and stay.
fn without_accents(word: &str) -> String {
    let mut base = Script::Common;
    let mut kept = String::with_capacity(word.len());
    for c in word.nfd() {
        if is_combining_mark(c) {
            if !is_accented_script(base) {
                kept.push(c);
            }
            continue;
        }
        base = c.script();
        push_plain_letter(c, &mut kept);
    }
    kept.nfc().collect()
}

fn is_accented_script(script: Script) -> bool {
    matches!(
        script,
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Arabic | Script::Hebrew | Script::Syriac
    )
}

/// Letters that are typed in more than one way for one sound or shape.
fn push_plain_letter(c: char, out: &mut String) {
    match c {
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' | 'ð' => out.push('d'),
        'ħ' => out.push('h'),
        'ı' => out.push('i'),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        'ٱ' => out.push('ا'),
        'ى' | 'ی' => out.push('ي'),
        'ة' => out.push('ه'),
        'ک' => out.push('ك'),
        c => out.push(ascii_digit(c).unwrap_or(c)),
    }
}

/// Decimal digits of scripts in use, as ASCII.
fn ascii_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 14] = [
        0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50,
        0x1040, 0x17E0,
    ];
    let code = c as u32;
    let zero = ZEROS.iter().find(|z| (**z..**z + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, query: &str) -> bool {
        let terms: HashSet<String> = terms(text).into_iter().collect();
        let asked = query_terms(query);
        !asked.is_empty() && asked.iter().all(|t| terms.contains(t))
    }

    #[test]
    fn words_are_folded_in_case_width_accents_and_points() {
        assert_eq!(
            terms("Straße, CAN'T ＦＵＬＬ snake_case 3.14"),
            ["strasse", "cant", "full", "snake", "case", "3", "14"]
        );
        for (text, query) in [
            ("Übergrößenträger", "ubergrossentrager"),
            ("Ştefan İstanbul ışık", "stefan istanbul isik"),
            ("ΣΊΣΥΦΟΣ", "σισυφος"),
            ("ёлка", "Елка"),
            ("الْعَرَبِيَّةُ", "العربيه"),
            ("أحمد إلى", "احمد الي"),
            ("کتابـــ", "كتاب"),
            ("שָׁלוֹם", "שלום"),
            ("٢٠٢٤", "2024"),
            ("Smørrebrød", "smorrebrod"),
            ("don’t", "dont"),
        ] {
            assert!(found(text, query), "{text}: {:?} {:?}", terms(text), query_terms(query));
        }
    }

    #[test]
    fn vowel_signs_that_are_letters_stay() {
        assert_ne!(terms("कि"), terms("का"));
        assert_ne!(terms("か"), terms("が"));
        assert_eq!(terms("हिन्दी").len(), 1);
    }

    #[test]
    fn languages_without_spaces_are_searchable_by_part() {
        assert!(found("我住在北京市的东城区", "北京"));
        assert!(found("東京都に住んでいます", "東京 住んで"));
        assert!(found("ﾃﾞｰﾀベース", "データ"));
        assert!(found("학교에서 공부", "학교"));
        assert!(found("ภาษาไทยง่ายมาก", "ภาษา"));
        assert!(found("ខ្ញុំនិយាយភាសាខ្មែរ", "និយាយ"));
        assert!(!found("我住在北京", "上海"));
    }

    #[test]
    fn a_question_has_few_and_different_terms() {
        assert_eq!(query_terms("a A á b"), ["a", "b"]);
        assert_eq!(query_terms(&(0..100).map(|n| format!("x{n} ")).collect::<String>()).len(), 16);
        assert!(query_terms(" .,!? 😀").is_empty());
    }
}
