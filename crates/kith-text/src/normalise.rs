//! What is taken out of texts before they are stored: controls, direction overrides, things nobody can see.

use std::collections::HashSet;
use std::sync::LazyLock;

use icu::properties::CodePointSetData;
use icu::properties::props::{DefaultIgnorableCodePoint, ExtendedPictographic};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// Marks on one base letter; more only paints over the neighbours.
const MARKS: usize = 6;

const ZWNJ: char = '\u{200C}';
const ZWJ: char = '\u{200D}';
const ZWSP: char = '\u{200B}';

/// Scripts in which a joiner or non-joiner between letters changes what is read.
static JOINING: LazyLock<HashSet<Script>> = LazyLock::new(|| {
    use Script::{
        Adlam, Arabic, Bengali, Devanagari, Gujarati, Gurmukhi, Hanifi_Rohingya, Kannada, Khmer, Malayalam,
        Mandaic, Mongolian, Myanmar, Nko, Oriya, Sinhala, Syriac, Tamil, Telugu, Tibetan,
    };
    HashSet::from([
        Adlam,
        Arabic,
        Bengali,
        Devanagari,
        Gujarati,
        Gurmukhi,
        Hanifi_Rohingya,
        Kannada,
        Khmer,
        Malayalam,
        Mandaic,
        Mongolian,
        Myanmar,
        Nko,
        Oriya,
        Sinhala,
        Syriac,
        Tamil,
        Telugu,
        Tibetan,
    ])
});

/// One line (names, titles): NFC; controls, direction marks and things nobody can see removed, except joiners where
/// Arabic, Persian, Indic letters or emoji need them; spaces collapsed and trimmed.
pub fn normalise_line(input: &str) -> String {
    let kept = filter(input, Lines::One);
    let nfc: String = kept.nfc().collect();
    nfc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines (posts, comments): NFC, `\n` line ends, controls removed, direction embeddings and isolates closed
/// within their line, overrides removed; trimmed at both ends.
pub fn normalise_text(input: &str) -> String {
    let unified = input.replace("\r\n", "\n");
    let kept = filter(&unified, Lines::Many);
    let lines: Vec<String> =
        kept.split('\n').map(|line| balance_directions(line).trim_end().nfc().collect()).collect();
    let text = lines.join("\n");
    // Blank lines before the text go; the indentation of its first line means something in Markdown.
    text.trim_end().trim_start_matches('\n').to_owned()
}

/// Closes embeddings and isolates left open and drops closers without an opener, overrides with their closers.
fn balance_directions(line: &str) -> String {
    if !line.contains(is_direction_scope) {
        return line.to_owned();
    }
    let mut out = String::with_capacity(line.len() + 8);
    let mut open: Vec<Scope> = Vec::new();
    for c in line.chars() {
        match c {
            '\u{202A}' | '\u{202B}' => {
                open.push(Scope::Embedding);
                out.push(c);
            }
            '\u{202D}' | '\u{202E}' => open.push(Scope::Dropped),
            '\u{2066}'..='\u{2068}' => {
                open.push(Scope::Isolate);
                out.push(c);
            }
            '\u{202C}' => close_embedding(&mut open, &mut out),
            '\u{2069}' => close_isolate(&mut open, &mut out),
            c => out.push(c),
        }
    }
    for scope in open.iter().rev() {
        out.extend(scope.closer());
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Embedding,
    Isolate,
    Dropped,
}

impl Scope {
    fn closer(self) -> Option<char> {
        match self {
            Self::Embedding => Some('\u{202C}'),
            Self::Isolate => Some('\u{2069}'),
            Self::Dropped => None,
        }
    }
}

fn close_embedding(open: &mut Vec<Scope>, out: &mut String) {
    if matches!(open.last(), Some(Scope::Embedding | Scope::Dropped))
        && let Some(scope) = open.pop()
    {
        out.extend(scope.closer());
    }
}

/// Closing an isolate closes every embedding inside it.
fn close_isolate(open: &mut Vec<Scope>, out: &mut String) {
    if !open.contains(&Scope::Isolate) {
        return;
    }
    while let Some(scope) = open.pop() {
        out.extend(scope.closer());
        if scope == Scope::Isolate {
            break;
        }
    }
}

pub(crate) fn is_direction_scope(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Lines {
    One,
    Many,
}

fn filter(input: &str, lines: Lines) -> String {
    let mut out = String::with_capacity(input.len());
    let mut marks = 0;
    let mut chars = input.chars().peekable();
    while let Some(c) = chars.next() {
        let keep = match c {
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{B}' | '\u{C}' => Some(line_end(lines)),
            '\t' => Some(if lines == Lines::Many { '\t' } else { ' ' }),
            '\u{2800}' => Some(' '),
            ZWNJ | ZWJ | ZWSP => invisible_joiner(c, &out, chars.peek().copied(), lines),
            '\u{200E}' | '\u{200F}' | '\u{61C}' => (lines == Lines::Many).then_some(c),
            c if is_direction_scope(c) => (lines == Lines::Many).then_some(c),
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}' => {
                out.chars().next_back().is_some_and(takes_variant).then_some(c)
            }
            '\u{E0020}'..='\u{E007F}' => follows_flag(&out).then_some(c),
            c if c.is_control() || is_noncharacter(c) || is_unseen(c) => None,
            c if is_combining_mark(c) => {
                marks += 1;
                (marks <= MARKS).then_some(c)
            }
            c => Some(c),
        };
        if let Some(k) = keep {
            if !is_combining_mark(k) && !is_joiner(k) {
                marks = 0;
            }
            out.push(k);
        }
    }
    out
}

fn line_end(lines: Lines) -> char {
    if lines == Lines::Many { '\n' } else { ' ' }
}

fn is_joiner(c: char) -> bool {
    matches!(c, ZWJ | ZWNJ)
}

/// Keeps a joiner only where it is read: between letters of joining scripts, or between pictographs; a zero-width
/// space only between letters of scripts written without spaces, and not in names.
fn invisible_joiner(c: char, before: &str, after: Option<char>, lines: Lines) -> Option<char> {
    let base = before.chars().rev().find(|p| !is_combining_mark(*p))?;
    let last = before.chars().next_back()?;
    if is_joiner(last) {
        return None;
    }
    let joins = |x: char| JOINING.contains(&x.script());
    let next = after?;
    let next_joins = joins(next);
    let keep = match c {
        ZWNJ => joins(base) && next_joins,
        // A joiner may also end an abbreviation, to show a joined form before its dot.
        ZWJ => {
            (joins(base) && (next_joins || next.is_ascii_punctuation()))
                || (is_pictographic_end(before) && is_pictograph(next))
        }
        _ => lines == Lines::Many && unspaced(base) && unspaced(next),
    };
    keep.then_some(c)
}

fn unspaced(c: char) -> bool {
    matches!(
        c.script(),
        Script::Thai
            | Script::Lao
            | Script::Khmer
            | Script::Myanmar
            | Script::Han
            | Script::Hiragana
            | Script::Katakana
            | Script::Tibetan
    )
}

fn is_pictograph(c: char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(c)
}

/// Ends in a pictograph, with or without its variation selector or skin tone.
fn is_pictographic_end(text: &str) -> bool {
    text.chars()
        .rev()
        .find(|c| !matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}'))
        .is_some_and(is_pictograph)
}

fn takes_variant(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !is_unseen(c)
        && !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Flags of regions are a black flag followed by tag characters.
fn follows_flag(before: &str) -> bool {
    before.chars().rev().find(|c| !matches!(c, '\u{E0020}'..='\u{E007E}')) == Some('\u{1F3F4}')
}

fn is_noncharacter(c: char) -> bool {
    let code = c as u32;
    (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE
}

/// Nothing is seen where this stands, and nothing around it changes.
pub(crate) fn is_unseen(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) || matches!(c, '\u{FFF9}'..='\u{FFFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_things_people_can_see() {
        assert_eq!(
            normalise_line("  a\r\n\tb \u{A0} c\u{0}\u{200B}\u{FEFF}\u{202E}d\u{2067}e\u{200F} "),
            "a b cde"
        );
        assert_eq!(normalise_line("e\u{301}"), "é");
        assert_eq!(normalise_line("\u{3164}\u{115F}\u{2800}\u{FDD0}\u{E0041}"), "");
        assert_eq!(normalise_line(&format!("a{}", "\u{323}".repeat(50))).chars().count(), MARKS);
    }

    #[test]
    fn joiners_stay_where_they_are_read() {
        for kept in [
            "می\u{200C}خواهم",
            "क्\u{200D}ष",
            "क्\u{200C}ष",
            "👩\u{200D}👩\u{200D}👧",
            "🏳\u{FE0F}\u{200D}🌈",
            "👩🏽\u{200D}🚀",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "❤\u{FE0F}",
        ] {
            assert_eq!(normalise_line(kept), kept, "{kept:?}");
        }
        assert_eq!(normalise_line("an\u{200C}n\u{200D}a \u{200D}b\u{200D}"), "anna b");
        assert_eq!(normalise_line("ك\u{200D}\n"), "ك");
        assert_eq!(normalise_text("ខ្ញុំ\u{200B}ទៅ a\u{200B}b"), "ខ្ញុំ\u{200B}ទៅ ab");
    }

    #[test]
    fn text_keeps_its_lines_and_closes_its_directions() {
        assert_eq!(normalise_text("\n\na\r\nb\rc\u{2028}d  \n\n\te\u{7}\n\n"), "a\nb\nc\nd\n\n\te");
        assert_eq!(
            normalise_text("\u{202E}evil\u{202C} x\u{2067}y\nz\u{2069}"),
            "evil x\u{2067}y\u{2069}\nz"
        );
        assert_eq!(
            normalise_text("\u{2067}a\u{202B}b\u{2069}c\u{202C}"),
            "\u{2067}a\u{202B}b\u{202C}\u{2069}c"
        );
        assert_eq!(normalise_text("a\u{200E}b"), "a\u{200E}b");
    }
}
