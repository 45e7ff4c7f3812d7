//! Words without what dresses them.

/// Elements that end a line.
const LINES: [&str; 11] =
    ["br", "/p", "/li", "/pre", "/blockquote", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6"];

/// The words of `html`, which is our own making and so known to be well-formed: no markup, a line for each block.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name = tag.split([' ', '\n']).next().unwrap_or_default().trim_end_matches('/');
        if LINES.contains(&name) {
            text.push('\n');
        }
        rest = after;
    }
    text.push_str(rest);
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    let text = named.iter().fold(text, |text, (name, sign)| text.replace(name, sign));
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{NoLinks, render_post};

    #[test]
    fn words_come_out_as_they_were_typed() {
        let rendered = render_post("Hello **there** <b> & \"you\"\n\n- one\n- two", &NoLinks);
        let words: Vec<String> = plain(&rendered.html).split_whitespace().map(str::to_owned).collect();
        assert_eq!(words, ["Hello", "there", "<b>", "&", "\"you\"", "one", "two"], "{}", rendered.html);
    }

    #[test]
    fn lines_stay_apart_and_what_was_escaped_twice_stays_so_once() {
        assert_eq!(plain("<p>one<br>two</p><p>three</p>"), "one\ntwo\nthree");
        assert_eq!(plain("<a href=\"/x\" class=\"y\">a</a>b"), "ab");
        assert_eq!(plain("&amp;lt;"), "&lt;");
        assert_eq!(plain("broken <a"), "broken");
    }
}
