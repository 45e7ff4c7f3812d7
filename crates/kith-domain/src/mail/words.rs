//! A letter as plain text.

use crate::ports::{Block, Body};

/// The letter as plain text, for mailboxes that show no more, and for whoever wants no more.
pub(crate) fn text_of(body: &Body) -> String {
    let mut text = format!("{}\n", body.greeting);
    for block in &body.blocks {
        text.push('\n');
        match block {
            Block::Heading(words) => text.push_str(&format!("{words}\n{}\n", "-".repeat(width(words)))),
            Block::Text(words) => text.push_str(&format!("{words}\n")),
            Block::Button(link) => text.push_str(&format!("{}\n", link.url)),
            Block::Item { title, text: words, url } => {
                text.push_str(&format!("* {title}\n"));
                for line in words.lines().chain([url.as_str()]) {
                    text.push_str(&format!("  {line}\n"));
                }
            }
        }
    }
    // Two hyphens and a space: programs know what follows as the end of the letter.
    text.push_str(&format!("\n-- \n{}\n{}\n", body.site.label, body.site.url));
    if !body.why.is_empty() {
        text.push_str(&format!("\n{}\n", body.why));
    }
    for way in &body.ways_out {
        text.push_str(&format!("{}: {}\n", way.label, way.url));
    }
    text
}

/// Signs in a line under a heading; a guess, since letters are not all of one width.
fn width(words: &str) -> usize {
    words.chars().count().clamp(3, 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ports::Link;

    fn link(label: &str, url: &str) -> Link {
        Link { label: label.to_owned(), url: url.to_owned() }
    }

    #[test]
    fn everything_that_the_letter_says_stands_in_its_text() {
        let body = Body {
            greeting: "Hello Ann,".to_owned(),
            blocks: vec![
                Block::Text("read this.".to_owned()),
                Block::Button(link("Open", "https://kith.example/a")),
                Block::Heading("New".to_owned()),
                Block::Item {
                    title: "Ben wrote".to_owned(),
                    text: "one\ntwo".to_owned(),
                    url: "https://kith.example/p/1".to_owned(),
                },
            ],
            site: link("Elmfield", "https://kith.example/"),
            why: "Because.".to_owned(),
            ways_out: vec![link("Stop", "https://kith.example/stop")],
        };
        assert_eq!(
            text_of(&body),
            "Hello Ann,\n\nread this.\n\nhttps://kith.example/a\n\nNew\n---\n\n* Ben wrote\n  one\n  two\n  \
             https://kith.example/p/1\n\n-- \nElmfield\nhttps://kith.example/\n\nBecause.\nStop: \
             https://kith.example/stop\n"
        );
    }
}
