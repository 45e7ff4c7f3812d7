//! Walks Markdown and writes the few blocks we know; nesting is bounded, everything else becomes text.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::Rendered;
use super::addresses;
use super::inline::Writer;
use crate::links::Links;

/// Quotes and lists inside one another; deeper ones are shown at this depth.
const BLOCK_DEPTH: usize = 5;
/// Emphasis inside emphasis.
const SPAN_DEPTH: usize = 8;
/// Characters of one line that open quotes and lists; a line with more is shown as typed.
const OPENERS: usize = 24;

/// Which blocks a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Profile {
    Post,
    Comment,
    Page,
}

/// Reads a source and writes HTML (not yet through the gate) with all that was found.
pub(super) fn compose(source: &str, profile: Profile, links: &dyn Links) -> Rendered {
    let normal = crate::normalise_text(source);
    let tamed = tame(&normal);
    let lifted = addresses::lift(&tamed);
    let writer = Writer::new(links, lifted.addresses, profile != Profile::Page);
    let mut walk = Walk::new(profile, writer);
    let mut text = String::new();
    for event in Parser::new_ext(&lifted.source, Options::ENABLE_STRIKETHROUGH) {
        // Markdown cuts text at every character that might have meant something; words must be whole to be read.
        match event {
            Event::Text(more) | Event::InlineHtml(more) | Event::Html(more) => text.push_str(&more),
            other => {
                walk.text(&text);
                text.clear();
                walk.event(other);
            }
        }
    }
    walk.text(&text);
    walk.finish()
}

/// Escapes lines that open absurdly many blocks, so that the parser has bounded work.
fn tame(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split('\n') {
        if !out.is_empty() {
            out.push('\n');
        }
        let openers = line.chars().take_while(|c| c.is_whitespace() || matches!(c, '>' | '-' | '+' | '*'));
        let marks = openers.filter(|c| matches!(c, '>' | '-' | '+' | '*')).count();
        let is_rule = line.chars().all(|c| c.is_whitespace() || c == '-')
            || line.chars().all(|c| c.is_whitespace() || c == '*');
        if marks > OPENERS && !is_rule {
            out.push('\\');
            out.push_str(line.trim_start());
        } else {
            out.push_str(line);
        }
    }
    out
}

struct Walk<'l> {
    profile: Profile,
    writer: Writer<'l>,
    /// What each open element wrote, to close it alike; empty for those not shown.
    open: Vec<&'static str>,
    blocks: usize,
    spans: usize,
    /// Inside a link: where its label begins in HTML and plain text, and its target.
    link: Option<(usize, usize, String)>,
    in_code: bool,
}

impl<'l> Walk<'l> {
    fn new(profile: Profile, writer: Writer<'l>) -> Self {
        Self { profile, writer, open: Vec::new(), blocks: 0, spans: 0, link: None, in_code: false }
    }

    fn finish(mut self) -> Rendered {
        while let Some(closing) = self.open.pop() {
            self.writer.markup(closing);
        }
        let mut out = self.writer.out;
        out.plain = out.plain.trim().to_owned();
        out
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Code(code) => {
                self.writer.markup("<code>");
                self.writer.verbatim(&code);
                self.writer.markup("</code>");
            }
            Event::SoftBreak if self.profile == Profile::Page => self.writer.words("\n"),
            Event::SoftBreak | Event::HardBreak => self.line_break(),
            Event::Rule if self.profile != Profile::Comment => self.writer.markup("<hr>"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.in_code || self.link.is_some() {
            self.writer.verbatim(text);
            return;
        }
        // Only HTML as typed and indented lines hold line ends here.
        for (number, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if number > 0 {
                self.line_break();
            }
            self.writer.text(line);
        }
    }

    fn line_break(&mut self) {
        self.writer.markup("<br>");
        self.writer.out.plain.push('\n');
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.block("<p dir=\"auto\">", "</p>"),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => self.nested("<blockquote>", "</blockquote>"),
            Tag::CodeBlock(CodeBlockKind::Indented) if self.profile != Profile::Page => {
                // Nobody who indents a line of a post means a program by it.
                self.block("<p dir=\"auto\">", "</p>");
            }
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.block("<pre dir=\"auto\"><code>", "</code></pre>");
            }
            Tag::List(first) => self.list(first),
            Tag::Item if self.blocks <= BLOCK_DEPTH => self.block("<li dir=\"auto\">", "</li>"),
            Tag::Item => self.block("<br>", ""),
            Tag::Emphasis => self.span("<em>", "</em>"),
            Tag::Strong => self.span("<strong>", "</strong>"),
            Tag::Strikethrough => self.span("<del>", "</del>"),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.open_link(&format!("mailto:{dest_url}"));
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_link(&dest_url),
            _ => self.open.push(""),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image => {
                self.close_link();
                return;
            }
            TagEnd::BlockQuote(_) | TagEnd::List(_) => self.blocks = self.blocks.saturating_sub(1),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                self.spans = self.spans.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.in_code = false,
            _ => {}
        }
        let closing = self.open.pop().unwrap_or_default();
        self.writer.markup(closing);
    }

    /// Opens a block; its words begin on a line of their own.
    fn block(&mut self, opening: &str, closing: &'static str) {
        let plain = &mut self.writer.out.plain;
        if !plain.is_empty() && !plain.ends_with('\n') {
            plain.push('\n');
        }
        self.writer.markup(opening);
        self.open.push(closing);
    }

    fn nested(&mut self, opening: &str, closing: &'static str) {
        self.blocks += 1;
        if self.blocks > BLOCK_DEPTH {
            self.open.push("");
        } else {
            self.block(opening, closing);
        }
    }

    fn list(&mut self, first: Option<u64>) {
        match first {
            None => self.nested("<ul>", "</ul>"),
            Some(1) => self.nested("<ol>", "</ol>"),
            Some(n) => self.nested(&format!("<ol start=\"{n}\">"), "</ol>"),
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        match self.profile {
            Profile::Page if level <= HeadingLevel::H2 => self.block("<h2 dir=\"auto\">", "</h2>"),
            Profile::Page => self.block("<h3 dir=\"auto\">", "</h3>"),
            Profile::Post => self.block("<p dir=\"auto\"><strong>", "</strong></p>"),
            Profile::Comment => self.block("<p dir=\"auto\">", "</p>"),
        }
    }

    fn span(&mut self, opening: &str, closing: &'static str) {
        self.spans += 1;
        if self.spans > SPAN_DEPTH {
            self.open.push("");
        } else {
            self.writer.markup(opening);
            self.open.push(closing);
        }
    }

    /// A link, or an image, which becomes a link with its description as label.
    fn open_link(&mut self, target: &str) {
        let target = self.writer.restored(target);
        if self.link.is_some() {
            self.open.push("");
        } else if let Some(href) = addresses::accepted(&target) {
            self.writer.open_link(&href);
            self.link = Some((self.writer.out.html.len(), self.writer.out.plain.len(), href));
            self.open.push("</a>");
        } else if self.profile == Profile::Page && crate::clean::is_own_path(&target) {
            self.writer.open_own_link(&target);
            self.link = Some((self.writer.out.html.len(), self.writer.out.plain.len(), String::new()));
            self.open.push("</a>");
        } else {
            self.open.push("");
        }
    }

    /// Closes a link. A label that is empty, or names another host than the target, gives way to the target.
    fn close_link(&mut self) {
        let closing = self.open.pop().unwrap_or_default();
        if closing.is_empty() {
            return;
        }
        if let Some((html_at, plain_at, href)) = self.link.take() {
            let label = self.writer.out.plain.get(plain_at..).unwrap_or_default().to_owned();
            let same = addresses::accepted(&label).as_ref() == Some(&href);
            if !href.is_empty()
                && (same || label.trim().is_empty() || addresses::label_deceives(&label, &href))
            {
                self.writer.out.html.truncate(html_at);
                self.writer.out.plain.truncate(plain_at);
                self.writer.words(&addresses::shown(&href));
            }
        }
        self.writer.markup(closing);
    }
}
