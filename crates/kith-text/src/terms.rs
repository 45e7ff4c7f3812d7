//! Search terms: the same words from a text and from a question, on every engine.

/// The terms of a text, in order, repeated as often as they occur.
pub fn terms(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// The terms of a question, unique, at most 16 of them.
pub fn query_terms(text: &str) -> Vec<String> {
    terms(text)
}
