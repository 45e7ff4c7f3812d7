//! What members write, to HTML: nothing gets out that the gate would not let in, and no handle is made up.
#![no_main]

use kith_text::{Links, MentionLink, NoLinks};
use libfuzzer_sys::fuzz_target;

/// Everybody exists, with the handle as the name.
struct Everybody;

impl Links for Everybody {
    fn mention(&self, handle: &str) -> Option<MentionLink> {
        Some(MentionLink { href: format!("/u/{handle}"), shown_name: handle.to_owned() })
    }

    fn tag(&self, tag: &str) -> String {
        format!("/t/{tag}")
    }
}

fuzz_target!(|source: &str| {
    let normal = kith_text::normalise_text(source);
    for html in [
        kith_text::render_post(&normal, &NoLinks).html,
        kith_text::render_post(&normal, &Everybody).html,
        kith_text::render_comment(&normal, &Everybody).html,
        kith_text::render_page(&normal),
    ] {
        assert_eq!(kith_text::clean(&html), html, "the gate would change it");
        let lower = html.to_ascii_lowercase();
        for never in ["<script", "<style", "<svg", "<math", "<iframe", "=\"javascript:", "=\"data:"] {
            assert!(!lower.contains(never), "{never} in {html}");
        }
    }
    let found = kith_text::scan(&normal);
    assert!(found.mentions.len() + found.tags.len() <= normal.chars().count());
});
