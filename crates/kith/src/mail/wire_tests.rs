//! What a mail server hears when somebody slips signs into a letter that mean something on its line: one letter for one
//! receiver, and no header that is not ours.

use kith_domain::ports::{Block, Body, Link, ReplyTo};
use kith_testkit::{MailServer, Taken};

use super::*;

/// Signs that would end a line, a header, a letter or a conversation if they came through.
const SLIPPED: &[&str] = &[
    "x\r\nBcc: everybody@example.org",
    "x\nBcc: everybody@example.org",
    "x\rBcc: everybody@example.org",
    "x\r\n Bcc: everybody@example.org",
    "x\r\n\r\nA second letter",
    "x\r\n.\r\nMAIL FROM:<x@example.org>\r\nRCPT TO:<everybody@example.org>\r\nDATA\r\nSubject: y\r\n",
    "x\u{85}Bcc: everybody@example.org",
    "x\u{2028}Bcc: everybody@example.org",
    "x\0y\u{1b}[2J\u{7}\u{8}\u{7f}",
    "\" <everybody@example.org>, \"",
    "=?utf-8?q?=0D=0ABcc:_everybody=40example.org?=",
    "x, everybody@example.org",
];

/// The headers that a letter of ours has.
const OURS: &[&str] = &[
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Message-ID",
    "Date",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
];

fn letter() -> Mail {
    let link = |label: &str, path: &str| Link {
        label: label.to_owned(),
        url: format!("https://kith.example{path}"),
    };
    Mail {
        to_name: "Ann".to_owned(),
        to_address: "ann@example.org".to_owned(),
        reply_to: Some(ReplyTo { name: "Ben".to_owned(), address: "ben@example.org".to_owned() }),
        subject: "Hello".to_owned(),
        body: Body {
            greeting: "Hello Ann,".to_owned(),
            blocks: vec![Block::Text("One\n.\nTwo".to_owned())],
            site: link("Elmfield", "/"),
            why: String::new(),
            ways_out: vec![link("Stop", "/mail/unsubscribe/7.digest.abc")],
        },
        text: "One\n.\nTwo\n..\n.three\nMAIL FROM:<x@example.org>\n".to_owned(),
        language: "en".to_owned(),
        id: None,
        stop_url: Some("https://kith.example/mail/unsubscribe/7.digest.abc".to_owned()),
    }
}

async fn sent(server: &MailServer, mail: &Mail) -> Result<Vec<Taken>> {
    let transport =
        AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous("127.0.0.1").port(server.port).build();
    let from = "Elmfield <kith@elmfield.example>".parse().unwrap();
    Smtp { from, transport }.send(mail).await?;
    Ok(server.take())
}

/// One letter, for Ann alone, with our headers and no others, of signs that every mail server knows.
fn check(taken: &[Taken], what: &str) {
    let [one] = taken else { panic!("{what}: {} letters: {taken:?}", taken.len()) };
    assert_eq!(one.receivers(), ["ann@example.org"], "{what}");
    let words: Vec<&str> =
        one.commands.iter().map(|line| line.split([' ', ':']).next().unwrap_or_default()).collect();
    let is_usual = |word: &&&str| ["EHLO", "NOOP", "RSET"].contains(*word);
    let rest: Vec<&str> = words.iter().filter(|word| !is_usual(word)).copied().collect();
    assert_eq!(rest, ["MAIL", "RCPT", "DATA"], "{what}: {:?}", one.commands);
    for (name, value) in one.headers() {
        assert!(OURS.contains(&name.as_str()), "{what}: {name}: {value}");
        assert!(value.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{what}: {name}: {value:?}");
    }
    for name in OURS {
        let count = one.headers().iter().filter(|(known, _)| known == name).count();
        assert!(count <= 1, "{what}: {name} stands there {count} times");
    }
    assert!(one.letter.split("\r\n").all(|line| line.len() <= 998), "{what}: a line is too long");
    assert!(!one.letter.replace("\r\n", "").contains(['\r', '\n', '\0']), "{what}: half an end of a line");
}

/// Puts words into one place of a letter.
type Slip = fn(&mut Mail, String);

#[tokio::test]
async fn g1_what_is_slipped_into_a_letter_makes_no_header_no_receiver_and_no_second_letter() {
    let server = MailServer::start().await;
    check(&sent(&server, &letter()).await.unwrap(), "as it should be");
    let places: &[(&str, Slip)] = &[
        ("subject", |mail, text| mail.subject = text),
        ("name", |mail, text| mail.to_name = text),
        ("name of the community", |mail, text| mail.body.site.label = text),
        ("address of the community", |mail, text| mail.body.site.url = format!("https://kith.example{text}")),
        ("language", |mail, text| mail.language = text),
        ("id", |mail, text| mail.id = Some(text)),
        ("address to stop letters", |mail, text| {
            mail.stop_url = Some(format!("https://kith.example/{text}"));
        }),
        ("name for an answer", |mail, text| {
            mail.reply_to = Some(ReplyTo { name: text, address: "ben@example.org".to_owned() });
        }),
        ("address for an answer", |mail, text| {
            mail.reply_to =
                Some(ReplyTo { name: "Ben".to_owned(), address: format!("ben@example.org{text}") });
        }),
        ("text", |mail, text| mail.text = text),
        ("greeting", |mail, text| mail.body.greeting = text),
    ];
    for (place, put) in places {
        for slipped in SLIPPED {
            let mut mail = letter();
            put(&mut mail, (*slipped).to_owned());
            let what = format!("{place}: {slipped:?}");
            check(&sent(&server, &mail).await.unwrap_or_else(|error| panic!("{what}: {error}")), &what);
        }
    }
    // An address with more to it is none: the letter does not leave.
    for slipped in SLIPPED {
        let mail = Mail { to_address: format!("ann@example.org{slipped}"), ..letter() };
        let outcome = sent(&server, &mail).await;
        assert!(outcome.is_err() && server.take().is_empty(), "{slipped:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn g1_a_lone_dot_arrives_as_one_and_ends_nothing() {
    use base64::Engine;
    let server = MailServer::start().await;
    let taken = sent(&server, &letter()).await.unwrap();
    check(&taken, "dots");
    let decoded = |kind: &str| {
        let coded = taken[0].coded_part(kind);
        let bytes = base64::engine::general_purpose::STANDARD.decode(coded).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    assert_eq!(decoded("text/plain"), letter().text.replace('\n', "\r\n"));
    assert!(decoded("text/html").contains("One<br>\r\n.<br>\r\nTwo"), "{}", decoded("text/html"));
}
