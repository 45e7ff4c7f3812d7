//! What is taken out of texts and what is found in them: normal forms are stable, words for searching are short.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let normal = kith_text::normalise_text(text);
    assert_eq!(kith_text::normalise_text(&normal), normal);
    let line = kith_text::normalise_line(text);
    assert_eq!(kith_text::normalise_line(&line), line);
    assert!(!line.contains('\n') && !normal.contains('\0'));
    for term in kith_text::terms::terms(&normal).iter().chain(&kith_text::terms::query_terms(&normal)) {
        assert!(!term.is_empty() && !term.contains(char::is_whitespace), "{term:?}");
    }
    let tag = kith_text::fold_tag(text);
    assert_eq!(kith_text::fold_tag(&tag), tag);
    let short = kith_text::excerpt(&normal, 80);
    assert!(short.chars().count() <= 81, "{short:?}");
    let _ = kith_text::language::guess(&normal);
});
