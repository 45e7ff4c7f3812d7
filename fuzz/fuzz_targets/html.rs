//! HTML of anybody through the gate: what comes out goes in again unchanged.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    let html = kith_text::clean(source);
    assert_eq!(kith_text::clean(&html), html, "not stable");
    let lower = html.to_ascii_lowercase();
    for never in ["<script", "<style", "<svg", "<math", "<title", "<textarea", "<noscript", "<iframe"] {
        assert!(!lower.contains(never), "{never} in {html}");
    }
});
