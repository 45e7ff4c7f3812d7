//! A letter as a page, for mailboxes that show one: a column that fits any screen, light and dark, in the direction of its
//! language. Nothing is loaded from anywhere, so nobody learns who read it. Styles stand in the elements, since many
//! mailboxes read no others; the few rules in the head are for darkness and for those that do.

use std::fmt::Write;

use kith_domain::ports::{Block, Link, Mail};
use kith_locale::Language;

const FONT: &str =
    "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Naskh Arabic',sans-serif";
const PAPER: &str = "margin:0;padding:24px 12px;background:#f5f1ea";
const COLUMN: &str = "max-width:560px;margin:0 auto;overflow-wrap:anywhere";
const CARD: &str = "background:#fffefc;border:1px solid #e8e0d4;border-radius:14px;padding:24px";
const BRAND: &str = "margin:0 0 14px;padding:0 4px;font-size:18px;font-weight:700";
const TEXT: &str = "margin:0 0 16px;font-size:16px;line-height:1.55;color:#241f1a";
const HEADING: &str = "margin:24px 0 8px;font-size:18px;line-height:1.3;color:#241f1a";
const ITEM: &str = "margin:0;padding:12px 0;border-top:1px solid #e8e0d4;font-size:16px;line-height:1.5";
const ITEM_LINK: &str = "color:#8c3215;font-weight:600;text-decoration:none";
const QUOTE: &str = "display:block;margin-top:4px;color:#5d554b";
const BUTTON: &str = "display:inline-block;padding:13px 22px;border-radius:999px;background:#a93d1c;color:#fffaf6;\
                      font-size:16px;font-weight:600;text-decoration:none";
const SMALL: &str = "margin:0 0 8px;padding:0 4px;font-size:13px;line-height:1.5;color:#6b6257";
const SMALL_LINK: &str = "color:#6b6257";

/// Rules that elements cannot hold. The colours are those of the pages.
const RULES: &str = ":root{color-scheme:light dark;supported-color-schemes:light dark}\
@media (prefers-color-scheme:dark){\
.paper{background:#171513!important}\
.card{background:#211e1b!important;border-color:#37322d!important}\
.ink{color:#f4efe9!important}\
.quiet{color:#bfb6ab!important}\
.line{border-color:#37322d!important}\
.link{color:#f6ad8c!important}\
.brand{color:#f0966f!important}\
.button{background:#f0966f!important;color:#2a1106!important}\
}";

/// The letter as a page.
pub(super) fn page(mail: &Mail) -> String {
    let language = Language::parse(&mail.language).unwrap_or_default();
    let (lang, dir) = (language.tag(), language.direction().as_str());
    let body = &mail.body;
    let mut page = String::with_capacity(4_096);
    page.push_str("<!doctype html>\n");
    put(&mut page, format_args!("<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n"));
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    put(&mut page, format_args!("<title>{}</title>\n<style>{RULES}</style>\n</head>\n", safe(&mail.subject)));
    put(
        &mut page,
        format_args!("<body class=\"paper\" style=\"{PAPER};{FONT}\">\n<div style=\"{COLUMN}\">\n"),
    );
    // Some mailboxes drop the attributes of the outermost elements.
    put(&mut page, format_args!("<div lang=\"{lang}\" dir=\"{dir}\">\n"));
    let (site, address) = (safe(&body.site.label), safe(&body.site.url));
    put(
        &mut page,
        format_args!(
            "<p style=\"{BRAND}\"><a class=\"brand\" href=\"{address}\" dir=\"auto\" \
             style=\"color:#a93d1c;text-decoration:none\">{site}</a></p>\n"
        ),
    );
    put(&mut page, format_args!("<div class=\"card\" style=\"{CARD}\">\n"));
    paragraph(&mut page, &body.greeting);
    for each in &body.blocks {
        block(&mut page, each);
    }
    page.push_str("</div>\n");
    foot(&mut page, &body.why, &body.ways_out);
    page.push_str("</div>\n</div>\n</body>\n</html>\n");
    page
}

fn block(page: &mut String, block: &Block) {
    match block {
        Block::Heading(words) => {
            put(page, format_args!("<h2 class=\"ink\" style=\"{HEADING}\">{}</h2>\n", safe(words)));
        }
        Block::Text(words) => paragraph(page, words),
        Block::Button(Link { label, url }) => put(
            page,
            format_args!(
                "<p style=\"margin:24px 0 8px\"><a class=\"button\" href=\"{}\" style=\"{BUTTON}\">{}</a></p>\n",
                safe(url),
                safe(label)
            ),
        ),
        Block::Item { title, text, url } => {
            put(
                page,
                format_args!(
                    "<p class=\"line\" style=\"{ITEM}\"><a class=\"link\" href=\"{}\" dir=\"auto\" \
                     style=\"{ITEM_LINK}\">{}</a>",
                    safe(url),
                    safe(title)
                ),
            );
            if !text.is_empty() {
                let words = lines(text);
                put(
                    page,
                    format_args!("<span class=\"quiet\" dir=\"auto\" style=\"{QUOTE}\">{words}</span>"),
                );
            }
            page.push_str("</p>\n");
        }
    }
}

fn paragraph(page: &mut String, words: &str) {
    put(page, format_args!("<p class=\"ink\" dir=\"auto\" style=\"{TEXT}\">{}</p>\n", lines(words)));
}

fn foot(page: &mut String, why: &str, ways_out: &[Link]) {
    if why.is_empty() && ways_out.is_empty() {
        return;
    }
    page.push_str("<div style=\"padding-top:16px\">\n");
    put(page, format_args!("<p class=\"quiet\" style=\"{SMALL}\">{}</p>\n", safe(why)));
    for way in ways_out {
        put(
            page,
            format_args!(
                "<p class=\"quiet\" style=\"{SMALL}\"><a class=\"quiet\" href=\"{}\" style=\"{SMALL_LINK}\">{}</a></p>\n",
                safe(&way.url),
                safe(&way.label)
            ),
        );
    }
    page.push_str("</div>\n");
}

fn put(page: &mut String, parts: std::fmt::Arguments<'_>) {
    // A text takes whatever is written to it.
    let _ = page.write_fmt(parts);
}

/// Text with its lines.
fn lines(text: &str) -> String {
    text.lines().map(safe).collect::<Vec<_>>().join("<br>\n")
}

/// Text in which nothing is markup, between tags and in attributes.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(sign),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use kith_domain::ports::Body;

    use super::*;

    fn letter(words: &str, language: &str) -> Mail {
        let link =
            |label: &str| Link { label: label.to_owned(), url: format!("https://kith.example/{label}") };
        Mail {
            to_name: words.to_owned(),
            to_address: "ann@example.org".to_owned(),
            reply_to: None,
            subject: words.to_owned(),
            body: Body {
                greeting: words.to_owned(),
                blocks: vec![
                    Block::Heading(words.to_owned()),
                    Block::Text(words.to_owned()),
                    Block::Button(link(words)),
                    Block::Item { title: words.to_owned(), text: words.to_owned(), url: link(words).url },
                ],
                site: link(words),
                why: words.to_owned(),
                ways_out: vec![link(words)],
            },
            text: String::new(),
            language: language.to_owned(),
            id: None,
            stop_url: None,
        }
    }

    #[test]
    fn words_of_members_become_no_markup() {
        for hostile in ["<script>alert(1)</script>", "\"><img src=x onerror=y>", "' style='a", "</style><b>"]
        {
            let page = page(&letter(hostile, "en"));
            let plain = super::page(&letter("calm", "en"));
            assert_eq!(page.matches('<').count(), plain.matches('<').count(), "{page}");
            assert_eq!(page.matches('"').count(), plain.matches('"').count(), "{page}");
            assert!(!page.contains("'>") && !page.contains("src=x onerror=y>"), "{page}");
        }
    }

    #[test]
    fn nothing_is_loaded_and_the_direction_is_that_of_the_language() {
        for (language, dir) in [("en", "ltr"), ("ar", "rtl"), ("nonsense\" x", "ltr")] {
            let page = page(&letter("calm", language));
            assert!(page.contains(&format!("dir=\"{dir}\">")), "{page}");
            for loads in ["<img", "src=", "url(", "@import", "<link", "<script", "<table"] {
                assert!(!page.contains(loads), "{loads} in {page}");
            }
        }
    }
}
