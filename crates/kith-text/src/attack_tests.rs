//! Attack cases of the safety design, under their ids.

use std::time::Instant;

use crate::links::{Links, MentionLink};
use crate::*;

/// Answers with hostile characters, as a remote name or a broken caller might.
struct Hostile<'a>(&'a str);

impl Links for Hostile<'_> {
    fn mention(&self, _: &str) -> Option<MentionLink> {
        Some(MentionLink { href: self.0.to_owned(), shown_name: self.0.to_owned() })
    }

    fn tag(&self, _: &str) -> String {
        self.0.to_owned()
    }
}

/// Tags from the allow-list with quoted attributes only, text without bare angle brackets.
pub(crate) fn assert_safe(html: &str) {
    let shape = regex::Regex::new(
        r#"^(?:[^<>]|</(?:p|strong|em|del|code|pre|blockquote|ul|ol|li|a|h2|h3)>|<(?:p|br|strong|em|del|code|pre|blockquote|ul|ol|li|a|h2|h3|hr)(?: (?:dir="(?:auto|ltr)"|start="\d{1,9}"|class="(?:mention|tag)(?: (?:mention|tag))?"|rel="nofollow noopener noreferrer ugc"|href="(?:https?:|mailto:|/)[^"<>]*"))*>)*$"#,
    )
    .unwrap();
    assert!(shape.is_match(html), "not in the allowed shape: {html}");
    assert!(!html.contains("href=\"//") && !html.contains("href=\"/\\"), "leads away: {html}");
    assert_eq!(crate::clean(html), html, "not stable");
}

#[test]
fn a2_emoji_shortcodes_and_quotes_stay_what_they_are() {
    for evil in [
        ":emoji:",
        "\":emoji:\" onmouseover=\"x",
        "'><script>x</script>",
        "https://x.org/:emoji:/\"onload=x",
        "a\"b'c<d>&e",
    ] {
        for source in [
            format!("@ann {evil}"),
            format!("[{evil}](https://x.org/{evil})"),
            format!("![{evil}](https://x.org)"),
            format!("#tag {evil}"),
        ] {
            assert_safe(&render_post(&source, &Hostile(evil)).html);
            assert_safe(&render_comment(&source, &Hostile(evil)).html);
            assert_safe(&render_page(&source));
        }
        assert_safe(&clean(&format!("<a href=\"https://x.org\" title=\":e:\" alt='{evil}'>{evil}</a>")));
    }
}

#[test]
fn a3_namespace_confusion_never_leaves_the_gate() {
    let roots = [
        "svg",
        "math",
        "math><mtext",
        "math><mtext><table><mglyph",
        "math><annotation-xml encoding=\"text/html\"",
        "svg><foreignObject",
        "svg><desc",
        "svg><title",
        "table><caption><svg",
        "form><math><mtext></form><form",
    ];
    let raw = [
        "style",
        "title",
        "noscript",
        "xmp",
        "textarea",
        "iframe",
        "script",
        "noembed",
        "noframes",
        "plaintext",
    ];
    let payloads = ["<img src=x onerror=alert(1)>", "<!--</{raw}><img src=x onerror=alert(1)>-->"];
    let mut samples = 0;
    for root in roots {
        for raw in raw {
            for payload in payloads {
                let payload = payload.replace("{raw}", raw);
                let dirty = format!(
                    "a<{root}><{raw}>{payload}</{raw}><a title=\"</{raw}>{payload}\" href=\"javascript:x\">b</a>"
                );
                let once = clean(&dirty);
                assert_safe(&once);
                for tag in [
                    "<svg",
                    "<math",
                    "<style",
                    "<title",
                    "<xmp",
                    "<noscript",
                    "<textarea",
                    "<iframe",
                    "<script",
                    "<img",
                    "javascript:\"",
                    "<!--",
                ] {
                    assert!(!once.contains(tag), "{tag} in {once}");
                }
                assert_safe(&render_post(&dirty, &NoLinks).html);
                assert_safe(&render_page(&dirty));
                samples += 1;
            }
        }
    }
    assert_eq!(samples, 200);
}

#[test]
fn a3_tables_forms_and_nested_links_settle() {
    for dirty in [
        "<a href=\"https://a.org\">x<table><tr><td><a href=\"https://b.org\">y</a></table></a>",
        "<p><table><p>x</table><p>y",
        "<pre>\n\n\n\n\n\n\n\n\n\nx</pre>",
        "<ul><ul><li><p><ul><p><li><blockquote></p>",
        "<a href=\"https://a.org\"><p><a href=\"https://b.org\"><p><a href=\"/x\"><h2><a href=\"//evil.org\">",
        "<em><strong><p><em><strong><p></em></strong><li><em>",
        "<select><option><pre>\n\n<code></select>",
        "<template><p>x</template><frameset><body onload=x>",
    ] {
        assert_safe(&clean(dirty));
    }
}

#[test]
fn a4_animated_attributes_are_stripped() {
    for dirty in [
        "<svg><a><set attributeName=href to=javascript:alert(1) /><text>x</text></a></svg>",
        "<svg><a xlink:href=\"https://x.org\"><animate attributeName=xlink:href values=\"javascript:alert(1)\" /></a></svg>",
        "<a href=\"https://x.org\"><set attributeName=\"href\" to=\"javascript:x\"></a>",
    ] {
        let out = clean(dirty);
        assert_safe(&out);
        assert!(!out.contains("attributeName") && !out.contains("javascript"), "{out}");
    }
}

#[test]
fn a6_every_control_character_in_every_slot_leaves_quoted_attributes() {
    let controls =
        (0u32..0x20).chain(0x7F..0xA0).filter_map(char::from_u32).chain(['\u{2028}', '\u{FEFF}', '\u{202E}']);
    for c in controls {
        let evil = format!("x{c}onmouseover=alert(1){c}\"{c}y");
        let source = format!(
            "@a{c}b #t{c}u [l{c}](https://x.org/{c}{evil}) https://x.org/{evil} `{evil}`\n```{evil}\n{evil}\n```"
        );
        assert_safe(&render_post(&source, &Hostile(&evil)).html);
        assert_safe(&render_page(&source));
        assert_safe(&clean(&format!("<a href=https://x.org/{evil} class=mention{c}{evil}>{evil}</a>")));
    }
}

#[test]
fn hostile_sources_of_ten_thousand_characters_take_bounded_work() {
    let units = [
        ">",
        "> ",
        "[",
        "![",
        "](",
        "[](",
        "*",
        "_",
        "**a ",
        "*a_ ",
        "*_~",
        "`",
        "``` ",
        "~",
        "<",
        "<a ",
        "<!--",
        "&",
        "&#",
        "\\",
        "- ",
        "1. ",
        "* * ",
        "@",
        "@a",
        "@a@",
        "#",
        "#a",
        "#\u{301}",
        "https://",
        "https://a",
        "(((https://x.org",
        "https://x.org)))",
        "|",
        "[a]: b\n",
        "[a][",
        "[^1]",
        ">\n",
        "> - ",
        "- >",
        "\t",
        "    a\n",
        "a\n=\n",
        "---\n",
        "\u{202B}",
        "\u{2067}",
        "a\u{300}",
        "\u{200D}",
        "<p>",
        "<b>",
        "ﷺ",
        "\u{FDD0}0\u{FDD1}",
        "[a](b \"",
        "<?",
        "<![CDATA[",
    ];
    let limit = if cfg!(debug_assertions) { 3_000 } else { 50 };
    let mut slowest = (0, "");
    render_post("warm @up #now https://x.org", &NoLinks);
    for unit in units {
        let source: String = unit.chars().cycle().take(10_000).collect();
        let start = Instant::now();
        let seen = render_post(&source, &NoLinks);
        let took = start.elapsed().as_millis();
        assert!(took < limit, "{unit:?} took {took} ms");
        if took > slowest.0 {
            slowest = (took, unit);
        }
        assert_safe(&seen.html);
    }
    println!("slowest: {slowest:?}");
}

#[test]
fn hostile_html_of_fifty_thousand_characters_takes_bounded_work() {
    for unit in [
        "<b>",
        "<em>",
        "<a href=/x>",
        "<p>",
        "<table>",
        "<blockquote>",
        "<li>",
        "</p>",
        "<svg>",
        "<em><p>",
        "<a href=/x><p>",
    ] {
        let start = Instant::now();
        let out = clean(&unit.repeat(50_000 / unit.len()));
        println!("{unit}: {} ms, {} bytes", start.elapsed().as_millis(), out.len());
        assert_eq!(clean(&out), out);
    }
}

#[test]
fn g8_giant_heads_tags_and_attributes_are_gone_in_bounded_time() {
    let limit = if cfg!(debug_assertions) { 10_000 } else { 200 };
    // The longest text that anybody can hand in is a page of the community.
    let signs = 50_000;
    let many = |unit: &str| unit.repeat(signs / unit.len());
    let head = |inside: &str| format!("<html><head>{inside}</head><body><p>after</p></body></html>");
    for source in [
        head(&many("<meta name=a content=b>")),
        head(&many("<title>")),
        head(&format!("<style>{}</style>", many("p{}"))),
        head(&format!("<script>{}</script>", many("<!--"))),
        many("<head>"),
        format!("<p {}>after</p>", many("a=b ")),
        format!("<p {}>after</p>", (0..signs / 8).map(|n| format!("a{n}=b ")).collect::<String>()),
        format!("<a href=\"https://x.org/{}\">after</a>", many("a")),
        format!("<{}>after", many("a")),
        format!("<p title=\"{}\">after</p>", many("&amp;")),
        many("&NotEqualTilde;"),
        many("<!-- -->"),
    ] {
        let beginning: String = source.chars().take(40).collect();
        let start = Instant::now();
        let out = clean(&source);
        let page = render_page(&source);
        let took = start.elapsed().as_millis();
        assert!(took < limit, "{beginning}… took {took} ms");
        for out in [out, page] {
            assert_safe(&out);
            for tag in ["<head", "<meta", "<title", "<style", "<script"] {
                assert!(!out.contains(tag), "{beginning}…: {tag}");
            }
        }
    }
}
