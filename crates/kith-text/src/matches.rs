//! Where the words of a question stand in a text: a short piece of it around the first of them, for those who look
//! through what was found.

use std::collections::HashSet;
use std::ops::Range;

use crate::normalise::is_direction_scope;
use crate::terms::{is_paired, segments, terms};

/// Characters of a run without spaces that are looked at together.
const RUN: usize = 128;

/// A stretch of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words as they stand in the text.
    pub text: String,
    /// Whether they are what was asked for.
    pub is_match: bool,
}

/// About `most` characters of the text on one line, around the first word of the question `query`; `…` where the text
/// goes on. A text without any of the words is given from its beginning.
pub fn excerpt(plain: &str, query: &str, most: usize) -> Vec<Piece> {
    let bare = plain.replace(is_direction_scope, "");
    let line = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    let asked: HashSet<String> = crate::terms::query_terms(query).into_iter().collect();
    let found = found(&line, &asked, most);
    let shown = window(&line, found.first(), most);
    let mut pieces = Vec::new();
    let mut push = |text: &str, is_match: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), is_match });
        }
    };
    push(if shown.start > 0 { "…" } else { "" }, false);
    let mut at = shown.start;
    for range in found.iter().filter(|range| range.start >= shown.start && range.end <= shown.end) {
        push(line.get(at..range.start).unwrap_or_default(), false);
        push(line.get(range.clone()).unwrap_or_default(), true);
        at = range.end;
    }
    push(line.get(at..shown.end).unwrap_or_default(), false);
    push(if shown.end < line.len() { "…" } else { "" }, false);
    pieces
}

/// The words of the question in the line, as far as an excerpt around the first of them can reach.
fn found(line: &str, asked: &HashSet<String>, most: usize) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut run: Vec<(usize, char)> = Vec::new();
    for (start, part) in segments(line) {
        if ranges.first().is_some_and(|first| start > first.end + most * 4) {
            break;
        }
        if part.chars().next().is_some_and(is_paired) {
            run.extend(part.char_indices().map(|(at, c)| (start + at, c)));
            if run.len() > RUN {
                let last = run.last().copied();
                pairs(&mut run, asked, &mut ranges);
                run.extend(last);
            }
            continue;
        }
        pairs(&mut run, asked, &mut ranges);
        if terms(part).iter().any(|term| asked.contains(term)) {
            add(&mut ranges, start..start + part.len());
        }
    }
    pairs(&mut run, asked, &mut ranges);
    ranges
}

/// Characters and neighbours of scripts that are indexed by pairs.
fn pairs(run: &mut Vec<(usize, char)>, asked: &HashSet<String>, ranges: &mut Vec<Range<usize>>) {
    let is_asked = |text: &str| terms(text).last().is_some_and(|term| asked.contains(term));
    for (place, (start, c)) in run.iter().enumerate() {
        let end = start + c.len_utf8();
        if is_asked(c.encode_utf8(&mut [0; 4])) {
            add(ranges, *start..end);
        }
        if let Some((_, next)) = run.get(place + 1)
            && is_asked(&[*c, *next].iter().collect::<String>())
        {
            add(ranges, *start..end + next.len_utf8());
        }
    }
    run.clear();
}

/// Adds a range; what touches the last one becomes part of it.
fn add(ranges: &mut Vec<Range<usize>>, range: Range<usize>) {
    match ranges.last_mut() {
        Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
        _ => ranges.push(range),
    }
}

/// The part of the line that is shown: whole words, a third of the room before the first match.
fn window(line: &str, first: Option<&Range<usize>>, most: usize) -> Range<usize> {
    let pieces = segments(line);
    let at = first.and_then(|first| pieces.iter().position(|(start, _)| *start >= first.start)).unwrap_or(0);
    let (before, after) = pieces.split_at_checked(at).unwrap_or((&[], pieces.as_slice()));
    let mut room = most / 3;
    let mut start = after.first().map_or(0, |(start, _)| *start);
    for (begin, piece) in before.iter().rev() {
        let length = piece.chars().count();
        if length > room {
            break;
        }
        room -= length;
        start = *begin;
    }
    // All of it, when what stands before the match is hardly longer than that.
    if line.get(..start).is_some_and(|cut| cut.chars().count() <= most / 6) {
        start = 0;
    }
    let mut room = most;
    let mut end = start;
    for (begin, piece) in pieces.iter().filter(|(begin, _)| *begin >= start) {
        let length = piece.chars().count();
        if length > room && end > start {
            break;
        }
        room = room.saturating_sub(length);
        end = begin + piece.len();
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with brackets around what was asked for.
    fn shown(text: &str, query: &str, most: usize) -> String {
        let pieces = excerpt(text, query, most);
        pieces
            .iter()
            .map(|piece| if piece.is_match { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn words_are_marked_as_they_stand_in_the_text() {
        let marked = shown("Das Straßenfest, ein FEST für alle", "fest strassenfest", 80);
        assert_eq!(marked, "Das [Straßenfest], ein [FEST] für alle");
        assert_eq!(shown("Crème brûlée", "creme", 80), "[Crème] brûlée");
        assert_eq!(shown("العَرَبِيَّة لغة", "العربية", 80), "[العَرَبِيَّة] لغة");
        assert_eq!(shown("我住在北京市", "北京", 80), "我住在[北京]市");
        assert_eq!(shown("one\n\ntwo", "two", 80), "one [two]");
        assert_eq!(shown("nothing of it", "other", 80), "nothing of it");
        assert_eq!(shown("", "x", 80), "");
    }

    #[test]
    fn a_long_text_is_shown_around_the_first_match() {
        let text = format!("{} needle {}", "hay ".repeat(100), "straw ".repeat(100));
        let cut = shown(&text, "needle", 60);
        assert!(cut.starts_with("…") && cut.ends_with('…') && cut.contains("hay [needle] straw"), "{cut}");
        assert!(cut.chars().count() < 70, "{cut}");
        let begins = shown(&"word ".repeat(100), "other", 20);
        assert!(begins.starts_with("word") && begins.ends_with('…'), "{begins}");
    }

    #[test]
    fn nothing_that_is_typed_breaks_an_excerpt() {
        for text in ["😀👩‍👩‍👧 x", "a\u{301}\u{301} b", "ﾃﾞｰﾀ", "…", "\u{200d}"] {
            for query in ["x", "デ", "", "😀", "a b c"] {
                let whole: String = excerpt(text, query, 3).into_iter().map(|piece| piece.text).collect();
                assert!(whole.chars().count() <= text.chars().count() + 2, "{text} {query} {whole}");
            }
        }
    }
}
