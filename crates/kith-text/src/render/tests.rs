//! What posts, comments and pages look like.

use super::*;
use crate::links::MentionLink;

/// Ann and محمد live here; ben lives elsewhere.
struct Town;

impl Links for Town {
    fn mention(&self, handle: &str) -> Option<MentionLink> {
        let known = ["ann", "محمد", "ben@example.org", "张三"].contains(&handle.to_lowercase().as_str());
        known.then(|| MentionLink {
            href: format!("/@{}", handle.to_lowercase()),
            shown_name: handle.to_owned(),
        })
    }

    fn tag(&self, key: &str) -> String {
        format!("/tags/{key}")
    }
}

const REL: &str = "rel=\"nofollow noopener noreferrer ugc\"";

fn html(source: &str) -> String {
    render_post(source, &Town).html
}

fn keys(source: &str) -> Vec<String> {
    scan(source).tags.into_iter().map(|t| t.key).collect()
}

#[test]
fn light_markdown_becomes_the_blocks_we_know() {
    assert_eq!(
        html("**a** *b* ~~c~~ `d`"),
        "<p dir=\"auto\"><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>"
    );
    assert_eq!(html("one\ntwo\n\nthree"), "<p dir=\"auto\">one<br>two</p><p dir=\"auto\">three</p>");
    assert_eq!(html("# Big"), "<p dir=\"auto\"><strong>Big</strong></p>");
    assert_eq!(html("> said"), "<blockquote><p dir=\"auto\">said</p></blockquote>");
    assert_eq!(html("- a\n- b"), "<ul><li dir=\"auto\">a</li><li dir=\"auto\">b</li></ul>");
    assert_eq!(html("3. a"), "<ol start=\"3\"><li dir=\"auto\">a</li></ol>");
    assert_eq!(
        html("```\nlet a = \"<b>\";\n```"),
        "<pre dir=\"auto\"><code>let a = \"&lt;b&gt;\";\n</code></pre>"
    );
    assert_eq!(html("    indented"), "<p dir=\"auto\">indented</p>");
    assert_eq!(
        html("| a | b |\n|---|---|\n| 1 | 2 |"),
        "<p dir=\"auto\">| a | b |<br>|---|---|<br>| 1 | 2 |</p>"
    );
}

#[test]
fn a_comment_has_no_headings_and_no_rules() {
    assert_eq!(
        render_comment("# Big\n\n***\n\nsmall", &Town).html,
        "<p dir=\"auto\">Big</p><p dir=\"auto\">small</p>"
    );
}

#[test]
fn a_page_has_headings_from_h2_and_own_links_and_no_mentions() {
    let page =
        render_page("# Rules\n\n### Small\n\nSee [terms](/terms), @ann\nand [x](javascript:alert(1)).");
    assert_eq!(
        page,
        format!(
            "<h2 dir=\"auto\">Rules</h2><h3 dir=\"auto\">Small</h3><p dir=\"auto\">See <a href=\"/terms\" {REL}>terms</a>, @ann\nand x.</p>"
        )
    );
}

#[test]
fn html_is_shown_as_typed() {
    assert_eq!(html("a <b>b</b>"), "<p dir=\"auto\">a &lt;b&gt;b&lt;/b&gt;</p>");
    assert_eq!(html("<div>\nx\n</div>"), "<p dir=\"auto\">&lt;div&gt;<br>x<br>&lt;/div&gt;</p>");
    assert_eq!(render_post("I <3 you & me", &Town).plain, "I <3 you & me");
}

#[test]
fn images_become_links() {
    assert_eq!(
        html("![a cat](https://x.org/c.png)"),
        format!("<p dir=\"auto\"><a href=\"https://x.org/c.png\" {REL}>a cat</a></p>")
    );
}

#[test]
fn mentions_are_found_in_text_only() {
    let seen = render_post(
        "Hi @Ann and @ann, @nobody, `@code`, [@ann](https://x.org), a@ann.org\n\n```\n@ann\n```",
        &Town,
    );
    assert_eq!(seen.mentions, ["Ann", "nobody"]);
    assert_eq!(seen.html.matches("class=\"mention\"").count(), 2);
    assert!(
        seen.html.contains(&format!("<a href=\"/@ann\" class=\"mention\" dir=\"auto\" {REL}>@Ann</a>")),
        "{}",
        seen.html
    );
    assert!(seen.html.contains(", @nobody,"));
}

#[test]
fn mentions_keep_underscores_dots_and_scripts() {
    assert_eq!(
        scan("@ann_lee_b, @a.b. @c-d- (@محمد) の@usernameに @张三").mentions,
        ["ann_lee_b", "a.b", "c-d", "محمد", "username", "张三"]
    );
    assert_eq!(
        scan("@ben@example.org. @x@y @_under@example.org").mentions,
        ["ben@example.org", "_under@example.org"]
    );
}

#[test]
fn tags_work_in_every_script_and_fold() {
    assert_eq!(
        keys("#Straße #STRASSE #ＦＵＬＬ #وسم_عربي #日本語タグ #हिन्दी"),
        ["strasse", "full", "وسم_عربي", "日本語タグ", "हिन्दी"]
    );
    assert_eq!(keys("#1 #2024 a#b &#38; #a1 ##x `#code` https://x.org/#frag"), ["a1"]);
    assert_eq!(keys("#می\u{200C}خواهم #میخواهم"), ["میخواهم"]);
    assert_eq!(
        html("#Cats"),
        format!("<p dir=\"auto\"><a href=\"/tags/cats\" class=\"tag\" dir=\"auto\" {REL}>#Cats</a></p>")
    );
}

#[test]
fn bare_links_are_linked_and_shortened() {
    let seen = render_post(
        "See https://www.example.org/a_b_c/__init__?x=1&y=2, (https://en.wikipedia.org/wiki/Rust_(x)).",
        &Town,
    );
    assert_eq!(
        seen.links,
        ["https://www.example.org/a_b_c/__init__?x=1&y=2", "https://en.wikipedia.org/wiki/Rust_(x)"]
    );
    assert!(seen.html.contains(">example.org/a_b_c/__init__?x=1&amp;y=2</a>, (<a"), "{}", seen.html);
    let long = format!("https://example.org/{}", "x".repeat(200));
    assert!(render_post(&long, &Town).html.contains("xx…</a>"));
    assert_eq!(render_post("**https://x.org**", &Town).links, ["https://x.org/"]);
    assert_eq!(
        render_post("<https://x.org> <a@x.org> `https://y.org`", &Town).links,
        ["https://x.org/", "mailto:a@x.org"]
    );
}

#[test]
fn only_http_https_and_mailto_are_linked() {
    for target in [
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.org",
        "/settings",
        "java\tscript:x",
        "https://user:pw@x.org",
    ] {
        let seen = render_post(&format!("[label](<{target}>)"), &Town);
        assert!(!seen.html.contains("<a "), "{target}: {}", seen.html);
        assert!(seen.links.is_empty());
    }
}

#[test]
fn a_label_that_names_another_place_gives_way_to_the_target() {
    assert!(html("[https://bank.com](https://evil.org/x)").contains(">evil.org/x</a>"));
    assert!(html("[bank.com](https://evil.org/x)").contains(">evil.org/x</a>"));
    assert!(html("[Node.js](https://evil.org/x)").contains(">Node.js</a>"));
    assert!(html("[example.org](https://docs.example.org/x)").contains(">example.org</a>"));
    assert!(html("https://xn--pple-43d.com/").contains(">xn--pple-43d.com</a>"));
    assert!(html("https://аpple.com/").contains(">xn--pple-43d.com</a>"));
}

#[test]
fn plain_holds_the_words_alone() {
    let seen = render_post("# Hi\n**bold** @ann\n\n- a\n- b\n\n> q `c`", &Town);
    assert_eq!(seen.plain, "Hi\nbold @ann\na\nb\nq c");
}

#[test]
fn scan_finds_what_rendering_finds() {
    let source = "@ann #a [#b](https://x.org) ![#c](x) <b>#d</b> `#e`\n\n> @محمد #f";
    let (scanned, seen) = (scan(source), render_post(source, &Town));
    assert_eq!(scanned.mentions, seen.mentions);
    assert_eq!(scanned.tags, seen.tags);
    assert_eq!(scanned.tags.len(), 4);
}

#[test]
fn nesting_is_bounded() {
    let deep = (0..20).map(|n| format!("{}- x{n}\n", "  ".repeat(n))).collect::<String>();
    assert!(html(&deep).matches("<ul>").count() <= 5);
    assert!(html(&format!("{} x", "> ".repeat(20))).matches("<blockquote>").count() <= 5);
    assert!(html(&format!("{}x", ">".repeat(500))).contains("&gt;&gt;"));
}
