//! From a letter to the message that a mail server takes: headers, the text, and the same as a page.

use kith_base::{Error, Result, random_code};
use kith_domain::ports::Mail;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, Message};

use super::html;

/// One message to one person. Whatever members typed reaches headers only here, as values that the library encodes;
/// line breaks are taken out before.
pub(super) fn write(from: &Mailbox, mail: &Mail) -> Result<Message> {
    let address: Address = mail.to_address.parse().map_err(Error::internal)?;
    let to = Mailbox::new(Some(one_line(&mail.to_name)), address);
    let parts = MultiPart::alternative()
        .singlepart(part(ContentType::TEXT_PLAIN, &mail.text))
        .singlepart(part(ContentType::TEXT_HTML, &html::page(mail)));
    let mut builder = Message::builder().from(from.clone()).to(to);
    // An address that is none costs the convenience of an answer, not the mail.
    if let Some(reply_to) = &mail.reply_to
        && let Ok(address) = reply_to.address.parse::<Address>()
    {
        builder = builder.reply_to(Mailbox::new(Some(one_line(&reply_to.name)), address));
    }
    let host = host_of(&mail.body.site.url).unwrap_or_else(|| from.email.domain().to_owned());
    let id = mail.id.clone().unwrap_or_else(|| random_code(24));
    let mut message = builder
        .subject(one_line(&mail.subject))
        .message_id(Some(format!("<{}@{host}>", plain(&id))))
        .multipart(parts)
        .map_err(Error::internal)?;
    let language = plain(&mail.language);
    let mut headers = vec![
        ("Content-Language", language),
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("List-Id", format!("<{host}>")),
    ];
    // One POST is enough (RFC 8058); the standard wants an encrypted line for it.
    let stop_url = mail.stop_url.as_deref().filter(|url| url.starts_with("https://") && is_address(url));
    if let Some(url) = stop_url {
        headers.push(("List-Unsubscribe", format!("<{url}>")));
        headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    for (name, value) in headers {
        if let Ok(name) = HeaderName::new_from_ascii(name.to_owned()) {
            // As it is: nothing in it needs a coding, and folded addresses are read wrong by some.
            message.headers_mut().insert_raw(HeaderValue::dangerous_new_pre_encoded(
                name,
                value.clone(),
                value,
            ));
        }
    }
    Ok(message)
}

fn part(kind: ContentType, text: &str) -> SinglePart {
    SinglePart::builder()
        .header(kind)
        .header(ContentTransferEncoding::Base64)
        .body(text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n"))
}

/// The host name in a full address, if it is one that can stand in an id.
fn host_of(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':']).next()?;
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    (!host.is_empty() && host.chars().all(is_name)).then(|| host.to_owned())
}

/// The signs of `text` that a header may have without any coding.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.')).collect()
}

fn is_address(url: &str) -> bool {
    url.chars().all(|sign| sign.is_ascii_graphic() && !matches!(sign, '<' | '>'))
}

/// The text without line breaks and other signs that are none.
pub(super) fn one_line(text: &str) -> String {
    let calm: String = text.chars().map(|sign| if sign.is_control() { ' ' } else { sign }).collect();
    calm.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use kith_domain::ports::{Block, Body, Link, ReplyTo};

    use super::*;

    fn mail() -> Mail {
        Mail {
            to_name: "Ann".to_owned(),
            to_address: "ann@example.org".to_owned(),
            reply_to: None,
            subject: "Hello".to_owned(),
            body: Body {
                greeting: "Hello Ann,".to_owned(),
                blocks: vec![Block::Text("A line\n.\nanother".to_owned())],
                site: Link { label: "Elmfield".to_owned(), url: "https://kith.example/".to_owned() },
                why: String::new(),
                ways_out: Vec::new(),
            },
            text: "A line\n.\nanother".to_owned(),
            language: "en".to_owned(),
            id: None,
            stop_url: None,
        }
    }

    fn formatted(mail: &Mail) -> String {
        let from: Mailbox = "Kith <kith@example.org>".parse().unwrap();
        String::from_utf8(write(&from, mail).unwrap().formatted()).unwrap()
    }

    fn headers(text: &str) -> Vec<&str> {
        let (head, _) = text.split_once("\r\n\r\n").unwrap();
        head.split("\r\n").filter(|line| !line.starts_with([' ', '\t'])).collect()
    }

    #[test]
    fn g1_nothing_that_members_type_makes_a_header_or_a_receiver() {
        let plain = headers(&formatted(&mail())).len();
        let hostile = [
            "x\r\nBcc: all@example.org",
            "x\nBcc: all@example.org",
            "x\r\n\r\nbody",
            "x\0y",
            "x\u{2028}Bcc: a@b.example",
        ];
        for text in hostile {
            for change in [
                (|mail, text| mail.to_name = text) as fn(&mut Mail, String),
                |mail, text| mail.subject = text,
                |mail, text| mail.language = text,
            ] {
                let mut hostile = mail();
                change(&mut hostile, text.to_owned());
                let written = formatted(&hostile);
                assert_eq!(headers(&written).len(), plain, "{text:?} in {written}");
                assert!(
                    !headers(&written).iter().any(|line| line.to_lowercase().starts_with("bcc")),
                    "{written}"
                );
                assert_eq!(written.matches("ann@example.org").count(), 1, "{written}");
            }
        }
    }

    #[test]
    fn g1_an_answer_goes_to_whoever_wrote_and_to_nobody_whom_they_slip_in() {
        let to = |name: &str, address: &str| Mail {
            reply_to: Some(ReplyTo { name: name.to_owned(), address: address.to_owned() }),
            ..mail()
        };
        let plain = formatted(&to("Visitor", "visitor@example.org"));
        assert!(
            headers(&plain)
                .iter()
                .any(|line| line.starts_with("Reply-To:") && line.contains("visitor@example.org")),
            "{plain}"
        );
        let named = formatted(&to("x\r\nBcc: all@example.org", "visitor@example.org"));
        assert_eq!(headers(&named).len(), headers(&plain).len(), "{named}");
        let bcc = |text: &str| headers(text).iter().any(|line| line.to_lowercase().starts_with("bcc"));
        assert!(!bcc(&named), "{named}");
        for address in [
            "v@example.org\r\nBcc: all@example.org",
            "v@example.org, all@example.org",
            "v@example.org\n\nbody",
        ] {
            let written = formatted(&to("Visitor", address));
            assert!(!bcc(&written) && !written.contains("Reply-To"), "{address:?}: {written}");
            assert!(!written.contains("all@example.org"), "{written}");
        }
    }

    #[test]
    fn g1_an_address_with_more_than_an_address_is_refused() {
        let from: Mailbox = "kith@example.org".parse().unwrap();
        for address in [
            "ann@example.org\r\nBcc: b@example.org",
            "ann@example.org, ben@example.org",
            "a b@example.org",
            "<x@example.org>",
        ] {
            let hostile = Mail { to_address: address.to_owned(), ..mail() };
            assert!(write(&from, &hostile).is_err(), "{address:?}");
        }
    }

    #[test]
    fn g1_a_lone_dot_does_not_end_the_mail() {
        let written = formatted(&mail());
        assert!(!written.contains("\r\n.\r\n"), "{written}");
    }

    #[test]
    fn letters_that_can_be_declined_say_how_to_programs() {
        let stop = "https://kith.example/mail/unsubscribe/7.digest.abc";
        let digest = Mail { stop_url: Some(stop.to_owned()), id: Some("digest.7.9".to_owned()), ..mail() };
        let written = formatted(&digest);
        assert!(written.contains(&format!("List-Unsubscribe: <{stop}>\r\n")), "{written}");
        assert!(written.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{written}");
        assert!(written.contains("Message-ID: <digest.7.9@kith.example>\r\n"), "{written}");
        for name in ["List-Id: <kith.example>", "Auto-Submitted: auto-generated", "Date: "] {
            assert!(headers(&written).iter().any(|line| line.starts_with(name)), "{name}: {written}");
        }
        let plain = formatted(&mail());
        assert!(!plain.contains("List-Unsubscribe"), "{plain}");
        assert!(plain.contains("@kith.example>\r\n"), "{plain}");
        let open = Mail { stop_url: Some(stop.replace("https", "http")), ..mail() };
        assert!(!formatted(&open).contains("List-Unsubscribe"), "nobody stops anything over an open line");
    }

    #[test]
    fn every_letter_has_its_text_first_and_its_page_after() {
        let written = formatted(&mail());
        let kinds = ["multipart/alternative", "text/plain; charset=utf-8", "text/html; charset=utf-8"];
        let places: Vec<_> = kinds.iter().map(|kind| written.find(kind)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {written}");
    }

    #[test]
    fn names_and_subjects_in_any_script_survive() {
        let arabic = Mail { to_name: "ليلى".to_owned(), subject: "مرحبًا".to_owned(), ..mail() };
        let written = formatted(&arabic);
        assert!(written.contains("=?utf-8?b?"), "{written}");
    }
}
