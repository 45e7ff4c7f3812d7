//! Mentions and tags in running text: where they begin and end. Knows no Markdown and no people.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};
use unicode_security::mixed_script::AugmentedScriptSet;

use crate::names::{is_handle_char, is_separator};

const HANDLE_CHARS: usize = 30;
const DOMAIN_CHARS: usize = 253;
const TAG_CHARS: usize = 100;

/// A piece of running text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Text(&'t str),
    /// A handle as written, without `@`.
    Mention(&'t str),
    /// A tag as written, without `#`.
    Tag(&'t str),
}

/// The key of a tag as written (without `#`): NFKC, case fold, joiners gone.
pub fn fold_tag(shown: &str) -> String {
    crate::names::fold(shown).chars().filter(|c| !matches!(c, '\u{200C}' | '\u{200D}')).nfc().collect()
}

/// Cuts running text at its mentions and tags. Linear: each character is looked at a bounded number of times.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut out = Vec::new();
    let mut done = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let previous = before;
        before = Some(c);
        if at < done || !matches!(c, '@' | '＠' | '#' | '＃') {
            continue;
        }
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let is_mention = matches!(c, '@' | '＠');
        let length = if is_mention { mention_length(previous, rest) } else { tag_length(previous, rest) };
        let Some(word) = length.and_then(|l| rest.get(..l)) else { continue };
        if done < at {
            out.extend(text.get(done..at).map(Part::Text));
        }
        out.push(if is_mention { Part::Mention(word) } else { Part::Tag(word) });
        done = at + c.len_utf8() + word.len();
    }
    if done < text.len() {
        out.extend(text.get(done..).map(Part::Text));
    }
    out
}

/// Bytes of the handle that begins a text, `@domain` included; `None` when what stands here is no mention.
fn mention_length(before: Option<char>, rest: &str) -> Option<usize> {
    if before.is_some_and(|b| {
        joins_word(b)
            || matches!(b, '@' | '＠' | '#' | '＃' | '/' | '.' | '-' | '+' | '%' | '&' | '!' | '$' | '*')
    }) {
        return None;
    }
    let local = handle_length(rest)?;
    let after = rest.get(local..)?;
    if after.starts_with("://") {
        return None;
    }
    let Some(domain) = after.strip_prefix(['@', '＠']) else { return Some(local) };
    let remote = rest.get(..local)?;
    if !remote.is_ascii() || !after.starts_with('@') {
        return None;
    }
    // `@a@b` without a dot is neither a member here nor one elsewhere.
    domain_length(domain).map(|d| local + 1 + d)
}

/// The longest run of handle characters of one script that ends in a letter or digit.
fn handle_length(rest: &str) -> Option<usize> {
    let mut scripts = AugmentedScriptSet::default();
    let mut end = 0;
    let mut after_separator = true;
    for (seen, (at, c)) in rest.char_indices().enumerate() {
        if !is_handle_char(c) || seen > HANDLE_CHARS || (after_separator && is_combining_mark(c)) {
            break;
        }
        let mut narrowed = scripts;
        narrowed.intersect_with(AugmentedScriptSet::for_char(c));
        if narrowed.is_empty() {
            break;
        }
        if is_separator(c) {
            // Handles elsewhere may begin with `_` or hold two in a row.
            if c != '_' && after_separator {
                break;
            }
            after_separator = true;
        } else {
            after_separator = false;
            end = at + c.len_utf8();
        }
        scripts = narrowed;
    }
    // `@a_` next to `@`: the separator belongs to a handle elsewhere; without a domain it is left outside.
    let word = rest.get(..end)?;
    let count = word.chars().count();
    (1..=HANDLE_CHARS).contains(&count).then_some(end)
}

fn domain_length(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut dots = 0;
    let mut label_start = true;
    for (at, c) in text.char_indices() {
        if at > DOMAIN_CHARS {
            return None;
        }
        match c {
            '.' if !label_start => {
                // A dot counts only when a label follows it.
                label_start = true;
            }
            '-' if !label_start => {}
            c if c.is_ascii_alphanumeric() => {
                if label_start && at > 0 {
                    dots += 1;
                }
                label_start = false;
                end = at + 1;
            }
            _ => break,
        }
    }
    (dots > 0).then_some(end)
}

fn tag_length(before: Option<char>, rest: &str) -> Option<usize> {
    if before.is_some_and(|b| joins_word(b) || matches!(b, '&' | '#' | '＃' | '/' | '@')) {
        return None;
    }
    let mut end = 0;
    let mut letters = false;
    let mut count = 0;
    for (at, c) in rest.char_indices() {
        let inner = is_inside_tags(c);
        if !(c.is_alphanumeric() || inner || (is_combining_mark(c) && count > 0)) || count > TAG_CHARS {
            break;
        }
        letters |= c.is_alphabetic();
        count += 1;
        if !inner || matches!(c, '_' | '〃' | '׳' | '\u{F0B}') {
            end = at + c.len_utf8();
        }
    }
    let after = rest.get(end..)?;
    if !letters || count > TAG_CHARS || after.starts_with(['#', '＃']) || after.starts_with("://") {
        return None;
    }
    Some(end)
}

/// Signs that belong to words of some scripts: Persian joiners, Catalan and Japanese dots, wave dashes, Hebrew maqaf,
/// geresh and gershayim, the Tibetan dot between syllables.
fn is_inside_tags(c: char) -> bool {
    matches!(c, '_' | '\u{200C}' | '\u{200D}' | '·' | '・' | '〃' | '〜' | '～' | '־' | '׳' | '״' | '\u{F0B}')
}

/// Whether a letter before `@` or `#` makes one word with it. Scripts without spaces do not.
fn joins_word(c: char) -> bool {
    if c == '_' {
        return true;
    }
    c.is_alphanumeric()
        && !matches!(
            c.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Hangul
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
                | Script::Tibetan
        )
        && c != 'ー'
}
