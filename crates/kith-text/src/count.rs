//! Counting as limits mean it.

use unicode_segmentation::UnicodeSegmentation;

/// Characters as the limits of `kith_base::limits` count them: Unicode scalar values of the NFC form.
pub fn characters(text: &str) -> usize {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().count()
}

/// Characters as people see them (grapheme clusters): a family emoji or a letter with its marks is one.
pub fn graphemes(text: &str) -> usize {
    text.graphemes(true).count()
}
