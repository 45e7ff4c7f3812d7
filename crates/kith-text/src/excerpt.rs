//! Short forms of long texts.

use unicode_segmentation::UnicodeSegmentation;

use crate::normalise::is_direction_scope;

/// The text on one line, at most `max_chars` characters as people see them (grapheme clusters), cut at a word where
/// one ends in the second half; a final `…` is included in the count.
pub fn excerpt(plain: &str, max_chars: usize) -> String {
    // A cut could leave a direction open; in a short text on one line each may go.
    let bare = plain.replace(is_direction_scope, "");
    let line = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut ends = line.grapheme_indices(true).map(|(at, _)| at);
    if ends.nth(max_chars).is_none() {
        return line;
    }
    let Some(room) = max_chars.checked_sub(1) else { return String::new() };
    let cut = line.grapheme_indices(true).nth(room).map_or(line.len(), |(at, _)| at);
    let head = line.get(..cut).unwrap_or_default();
    let next_is_space = line.get(cut..).is_some_and(|rest| rest.starts_with(' '));
    let words = match head.rfind(' ') {
        Some(at)
            if !next_is_space && head.get(..at).is_some_and(|h| h.graphemes(true).count() * 2 >= room) =>
        {
            head.get(..at).unwrap_or(head)
        }
        _ => head,
    };
    let words = words.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '،' | '、')
    });
    format!("{words}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_ends_at_a_word_and_counts_what_people_see() {
        assert_eq!(excerpt("short", 10), "short");
        assert_eq!(excerpt("one two three four", 12), "one two…");
        assert_eq!(excerpt("one two, three four", 9), "one two…");
        assert_eq!(excerpt("abcdefghij", 5), "abcd…");
        assert_eq!(excerpt("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2), "👩‍👩‍👧…");
        assert_eq!(excerpt("a\n\nb", 5), "a b");
        assert_eq!(excerpt("abc", 0), "");
    }
}
