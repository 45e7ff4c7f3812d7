//! The one gate for HTML: a tiny allow-list, every attribute quoted, stable when applied twice.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

/// What every link carries: no credit, no window handle, no referrer, made by members.
pub(crate) const LINK_REL: &str = "nofollow noopener noreferrer ugc";

/// Rounds of cleaning before a text that will not settle is shown as its words alone.
const ROUNDS: usize = 6;

/// A text with more `<` than this is made to cost time; its characters are shown and no HTML is read from it.
const MOST_TAGS: usize = 4_000;

static GATE: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "p",
        "br",
        "strong",
        "em",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "h2",
        "h3",
        "hr",
    ];
    let mut gate = ammonia::Builder::empty();
    gate.tags(HashSet::from(tags))
        .generic_attributes(HashSet::new())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("ol", ["start"])
        .add_allowed_classes("a", ["mention", "tag"])
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Custom(Box::new(own_path)))
        .attribute_filter(|_, attribute, value| match attribute {
            "start" if value.is_empty() || value.len() > 9 || !value.bytes().all(|b| b.is_ascii_digit()) => {
                None
            }
            "class" if value.is_empty() => None,
            _ => Some(value.into()),
        })
        .link_rel(Some(LINK_REL))
        .strip_comments(true);
    for tag in ["p", "li", "h2", "h3", "pre", "a"] {
        gate.add_tag_attribute_values(tag, "dir", ["auto", "ltr"]);
    }
    gate
});

/// Reduces any HTML to the allow-list: paragraphs, breaks, emphasis, code, quotes, lists, links, `h2`, `h3`, rules.
/// Links lead to `http`, `https`, `mailto` or a path of this site. `clean(clean(x)) == clean(x)`.
pub fn clean(html: &str) -> String {
    if html.bytes().filter(|b| *b == b'<').count() > MOST_TAGS {
        return clean_once(&escape(html));
    }
    let mut before = clean_once(html);
    for _ in 0..ROUNDS {
        let after = clean_once(&before);
        if after == before {
            return after;
        }
        before = after;
    }
    // A text that changes at each parse was made to slip through a parser: its characters are shown, nothing more.
    clean_once(&escape(&before))
}

/// One pass. A parser drops the first line end after `<pre>`, so it is dropped here to keep passes alike.
fn clean_once(html: &str) -> String {
    let mut out = GATE.clean(&html.replace('\0', "")).to_string();
    loop {
        let shorter = drop_line_end_after_pre(&out);
        if shorter == out {
            return out;
        }
        out = shorter;
    }
}

fn drop_line_end_after_pre(html: &str) -> String {
    html.replace("<pre>\n", "<pre>")
        .replace("<pre dir=\"auto\">\n", "<pre dir=\"auto\">")
        .replace("<pre dir=\"ltr\">\n", "<pre dir=\"ltr\">")
}

/// Keeps `/path` of this site; `//host`, `/\host` and everything else relative is dropped.
fn own_path(url: &str) -> Option<Cow<'_, str>> {
    is_own_path(url).then_some(Cow::Borrowed(url))
}

pub(crate) fn is_own_path(url: &str) -> bool {
    let mut chars = url.chars();
    chars.next() == Some('/')
        && !matches!(chars.next(), Some('/' | '\\'))
        && !url.chars().any(|c| c.is_control() || c == '\\' || c.is_whitespace())
}

/// Writes a text so that no parser sees markup in it; fit for element content and for quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape_into(text, &mut out);
    out
}

/// As [`escape`], appending.
pub(crate) fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => {}
            c => out.push(c),
        }
    }
}
