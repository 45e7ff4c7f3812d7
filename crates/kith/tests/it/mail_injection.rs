//! G1 through the real program: what strangers and members type reaches a mail server in one letter for each receiver.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kith_testkit::{MailServer, PASSWORD, Program};

use crate::BINARY;

const SLIPPED: &str = "x\r\nBcc: everybody@example.org\r\n\r\n.\r\n";

fn run(program: &Program, arguments: &[&str]) {
    let output = program.run_with_input(arguments, &format!("{PASSWORD}\n"));
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g1_what_a_stranger_writes_to_the_staff_is_one_letter_to_each_of_them() {
    let mut program = Program::on_sqlite(BINARY);
    let name = format!("Elmfield {SLIPPED}");
    run(&program, &["setup", "--name", &name, "--admin", "olive", "--join", "open", "--password-stdin"]);
    let name = format!("Ann {SLIPPED}");
    let ann = ["account", "create", "ann", "--email", "ann@example.org", "--role", "admin", "--name", &name];
    run(&program, &[&ann[..], &["--password-stdin"]].concat());
    let server = MailServer::start().await;
    let port = server.port.to_string();
    let settings = [
        ("KITH_MAIL_SMTP_HOST", "127.0.0.1"),
        ("KITH_MAIL_SMTP_PORT", port.as_str()),
        ("KITH_MAIL_SMTP_SECURITY", "none"),
        ("KITH_MAIL_FROM", "kith@elmfield.example"),
        ("KITH_RATE_LIMITS", "off"),
    ];
    program.serve(&settings).await;
    let visitor = program.browser();
    let body = "One\r\n.\r\nQUIT\r\n.\r\nMAIL FROM:<x@example.org>";
    let subject = format!("A question {SLIPPED}");
    let stranger = format!("Stranger {SLIPPED}");
    let fields = [("name", &*stranger), ("email", "who@example.org"), ("subject", &*subject), ("body", body)];
    let sent = visitor.fill_in("/contact", "/contact", &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let taken = server.wait_for(1).await;
    assert_eq!(taken.len(), 1, "{taken:?}");
    let letter = &taken[0];
    assert_eq!(letter.receivers(), ["ann@example.org"]);
    assert_eq!(letter.commands.iter().filter(|line| line.starts_with("MAIL FROM:")).count(), 1);
    let names: Vec<String> = letter.headers().into_iter().map(|(name, _)| name).collect();
    for foreign in ["Bcc", "Cc", "x"] {
        assert!(!names.iter().any(|name| name.eq_ignore_ascii_case(foreign)), "{names:?}");
    }
    assert!(letter.header("Reply-To").contains("who@example.org"), "{letter:?}");
    assert!(letter.header("To").contains("ann@example.org"), "{letter:?}");
    let text = String::from_utf8(STANDARD.decode(letter.coded_part("text/plain")).unwrap()).unwrap();
    assert!(text.contains("One\r\n.\r\nQUIT\r\n.\r\nMAIL FROM:<x@example.org>"), "{text}");

    // An address that is more than one never comes so far.
    for email in ["who@example.org\r\nBcc: everybody@example.org", "who@example.org, everybody@example.org"] {
        let fields = [("name", "Stranger"), ("email", email), ("subject", "Hello"), ("body", "Hello")];
        let refused = visitor.fill_in("/contact", "/contact", &fields).await;
        assert!(refused.status == 422 && refused.has("#email-error"), "{email:?}: {}", refused.text());
    }
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    assert!(server.take().is_empty());
}
