//! Look-alike keys: what a name looks like, whatever letters it is made of.

use icu::casemap::CaseMapper;
use unicode_normalization::UnicodeNormalization;
use unicode_security::skeleton as confusable;

/// The look-alike key of any name (UTS 39 skeleton, taken before and after case folding, because `I` looks like `l`
/// only while it is a capital). Two names with one key can be mistaken for one another.
pub fn skeleton(name: &str) -> String {
    let seen: String = confusable(name).collect();
    let compat: String = seen.nfkc().collect();
    let folded = CaseMapper::new().fold_string(&compat).into_owned();
    // "vv" and "w" are not in the Unicode list, yet nobody tells them apart in most typefaces.
    confusable(&folded).collect::<String>().replace("vv", "w")
}

/// A harder key for names that must not be imitated at all: separators, spaces and marks gone, digits that stand in
/// for letters read as letters.
pub(crate) fn hard(name: &str) -> String {
    skeleton(name)
        .nfd()
        .filter(|c| c.is_alphanumeric())
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .map(|c| match c {
            'l' | '1' => 'i',
            '0' => 'o',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            'ı' => 'i',
            c => c,
        })
        .collect()
}
