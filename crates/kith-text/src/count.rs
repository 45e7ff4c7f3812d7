//! Counting as limits mean it.

use unicode_segmentation::UnicodeSegmentation;

/// Characters as people see them (grapheme clusters): a family emoji or a letter with its marks is one.
pub fn characters(text: &str) -> usize {
    text.graphemes(true).count()
}
