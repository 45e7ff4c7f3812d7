//! What holds for every text.

use proptest::prelude::*;

use crate::attack_tests::assert_safe;
use crate::*;

/// Texts in which markup, mentions, markers of direction and odd characters meet often.
fn hostile() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "> ",
        "- ",
        "1. ",
        "# ",
        "[",
        "](",
        ")",
        "![",
        "https://x.org/",
        "@ann",
        "#tag",
        "<",
        ">",
        "<b>",
        "<svg>",
        "<style>",
        "\"",
        "'",
        "&",
        "&lt;",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "\\",
        "\u{202E}",
        "\u{2067}",
        "\u{2069}",
        "\u{202C}",
        "\u{200D}",
        "\u{200C}",
        "ك",
        "न",
        "日本",
        "é",
        "e\u{301}",
        "👩",
        "\u{0}",
        "\u{C}",
        "|",
        "---",
        "a",
        "b",
        "javascript:",
        "\u{FDD0}",
        "\u{FDD1}",
        "\u{A0}",
        "\u{301}",
        "7",
    ]);
    prop_oneof![prop::collection::vec(bits, 0..40).prop_map(|v| v.concat()), any::<String>(), "\\PC{0,60}"]
}

/// HTML in which the elements that parsers treat specially meet often.
fn tangled() -> impl Strategy<Value = String> {
    let bits = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<a href=\"/x\">",
        "<a href='https://x.org'>",
        "</a>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<pre>",
        "\n",
        "</pre>",
        "<li>",
        "<ul>",
        "</ul>",
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        "<svg>",
        "</svg>",
        "<math>",
        "<mtext>",
        "<style>",
        "</style>",
        "<select>",
        "<option>",
        "<h2>",
        "<code>",
        "</code>",
        "<br>",
        "</br>",
        "<hr>",
        "<blockquote>",
        "x",
        "&nbsp;",
        "&amp;lt;",
        "<!--",
        "-->",
        "<textarea>",
        "<template>",
        "<button>",
        "<form>",
        "<nobr>",
        "\r",
        "\"",
        "<ol start=3>",
        "<del>",
        "<script>",
        "<noscript>",
        "<title>",
        "<p dir=auto>",
        "<a class=\"mention x\" href=/x>",
    ]);
    prop::collection::vec(bits, 0..40).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if cfg!(debug_assertions) { 150 } else { 20_000 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn rendering_never_panics_and_is_safe_and_stable(source in hostile()) {
        assert_safe(&render_post(&source, &NoLinks).html);
        assert_safe(&render_comment(&source, &NoLinks).html);
        assert_safe(&render_page(&source));
    }

    #[test]
    fn cleaning_is_safe_and_stable(html in tangled()) {
        assert_safe(&clean(&html));
    }

    #[test]
    fn scanning_agrees_with_rendering(source in hostile()) {
        let (scanned, seen) = (scan(&source), render_post(&source, &NoLinks));
        prop_assert_eq!(scanned.mentions, seen.mentions);
        prop_assert_eq!(scanned.tags, seen.tags);
    }

    #[test]
    fn normalising_twice_changes_nothing(text in hostile()) {
        let (line, lines) = (normalise_line(&text), normalise_text(&text));
        prop_assert_eq!(normalise_line(&line), line);
        prop_assert_eq!(normalise_text(&lines), lines);
    }

    #[test]
    fn an_excerpt_is_never_longer_than_asked(text in hostile(), most in 0usize..50) {
        prop_assert!(count::graphemes(&excerpt(&text, most)) <= most);
    }

    #[test]
    fn terms_hold_no_spaces_and_names_never_panic(text in hostile()) {
        for term in terms::terms(&text).iter().chain(&terms::query_terms(&text)) {
            prop_assert!(!term.is_empty() && !term.contains(char::is_whitespace));
        }
        let _ = names::check_handle(&text, names::Bearer::Member);
        let _ = names::check_display_name(&text, &["Kith", &text], names::Bearer::Member);
        let _ = (language::guess(&text), language::direction(&text));
    }

    #[test]
    fn a_handle_is_found_as_a_mention(text in "[a-zA-Z0-9._-]{2,30}|\\p{Arabic}{2,30}|\\p{Han}{2,30}|\\p{Cyrillic}{2,30}") {
        if let Ok(handle) = names::check_handle(&text, names::Bearer::Member) {
            let source = format!("hello @{} and more", handle.shown);
            prop_assert_eq!(scan(&source).mentions, vec![handle.shown]);
        }
    }
}
