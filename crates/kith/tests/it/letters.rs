//! Letters of the real program: over SMTP to a server of the test's own, into the folder, and not at all.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kith_testkit::{PASSWORD, Program};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::{BINARY, create, set_up};

type Letters = Arc<Mutex<Vec<String>>>;

/// A mail server that takes everything; its port and what it took.
async fn mail_server() -> (u16, Letters) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let letters = Letters::default();
    let taken = Arc::clone(&letters);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, Arc::clone(&taken)));
        }
    });
    (port, letters)
}

async fn talk(stream: TcpStream, letters: Letters) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 test\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let answer: &[u8] = match line.get(..4).unwrap_or_default() {
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while !letter.ends_with("\r\n.\r\n") && stream.read_line(&mut letter).await? > 0 {}
                letters.lock().unwrap().push(letter);
                b"250 taken\r\n"
            }
            _ => b"250 test\r\n",
        };
        stream.write_all(answer).await?;
        line.clear();
    }
    Ok(())
}

/// Subject and text of a letter, decoded; the same as a page stands behind the text.
fn read(letter: &str) -> (String, String) {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    let subject = head.lines().find_map(|line| line.strip_prefix("Subject: ")).unwrap();
    let words: Vec<String> = subject
        .split_whitespace()
        .map(|word| match word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?=")) {
            Some(encoded) => String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap(),
            None => word.to_owned(),
        })
        .collect();
    let (_, text) = body.split_once("text/plain").unwrap();
    let (_, text) = text.split_once("\r\n\r\n").unwrap();
    let body: String = text.split("\r\n--").next().unwrap().split_whitespace().collect();
    (words.join(" "), String::from_utf8(STANDARD.decode(body).unwrap()).unwrap())
}

async fn wait_for<T>(mut find: impl FnMut() -> Option<T>) -> T {
    for _ in 0..200 {
        if let Some(found) = find() {
            return found;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it did not come");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_gets_the_letter_in_the_language_of_its_reader() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    let arguments = ["account", "create", "layla", "--email", "layla@example.org", "--language", "ar"];
    let arguments = [&arguments[..], &["--password-stdin"]].concat();
    assert!(program.run_with_input(&arguments, &format!("{PASSWORD}\n")).status.success());
    let (port, letters) = mail_server().await;
    let port = port.to_string();
    let settings = [
        ("KITH_MAIL_SMTP_HOST", "127.0.0.1"),
        ("KITH_MAIL_SMTP_PORT", port.as_str()),
        ("KITH_MAIL_SMTP_SECURITY", "none"),
        ("KITH_MAIL_FROM", "kith@elmfield.example"),
    ];
    program.serve(&settings).await;
    let browser = program.browser();
    let sent = browser.fill_in("/login/mail", "/login/mail", &[("login", "layla@example.org")]).await;
    assert_eq!(sent.status, 200, "{}", sent.text());
    let letter = wait_for(|| letters.lock().unwrap().pop()).await;
    assert!(letter.contains("layla@example.org") && letter.contains("Content-Language: ar"), "{letter}");
    let (subject, body) = read(&letter);
    assert_eq!(subject, "رابطك إلى Elmfield");
    assert!(body.starts_with("مرحبًا"), "{body}");
    let link = body.lines().find_map(|line| line.split_once("/key/")).expect(&body).1.trim().to_owned();
    let entered = browser.fill_in(&format!("/key/{link}"), &format!("/key/{link}"), &[]).await;
    assert_eq!(entered.leads_to().as_deref(), Some("/"), "{}", entered.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_development_letters_lie_in_the_folder_and_the_pages_offer_them() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    program.serve(&[]).await;
    let browser = program.browser();
    assert!(browser.get("/login").await.has("a[href='/login/mail']"));
    browser.fill_in("/login/mail", "/login/mail", &[("login", "ann")]).await;
    let folder = program.data().join("mail");
    let letter = wait_for(|| {
        let letter = std::fs::read_dir(&folder).ok()?.next()?.ok()?.path();
        std::fs::read_to_string(letter).ok().filter(|letter| !letter.is_empty())
    });
    assert!(letter.await.contains("ann@example.org"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_a_proxy_and_without_a_mail_server_no_letter_is_written() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    program.serve(&[("KITH_TRUSTED_PROXIES", "[\"127.0.0.1/32\"]")]).await;
    let browser = program.browser();
    assert!(!browser.get("/login").await.has("a[href='/login/mail']"));
    assert_eq!(browser.get("/login/mail").await.status, 404);
    assert!(program.log().contains("no letters are written"), "{}", program.log());
    let changed = browser.sign_in("ann").await;
    assert_eq!(changed.status, 303);
    let fields = [("current_password", PASSWORD), ("password", "seven green herons at the weir")];
    let page = browser.get("/settings/account").await;
    assert_eq!(browser.submit(&page, "/settings/account/password", &fields).await.status, 303);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(!program.data().join("mail").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_trial_letter_tells_each_step_and_what_can_be_done_where_it_ends() {
    let program = set_up(Program::on_sqlite(BINARY));
    let nothing = program.run(&["mail", "test", "ann@example.org"]);
    assert!(!nothing.status.success());
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("no mail server is set"), "{nothing:?}");
    let (port, letters) = mail_server().await;
    let settings = |port: u16| {
        let file = program.data().join("kith.toml");
        let lines = format!(
            "[mail]\nsmtp_host = \"127.0.0.1\"\nsmtp_port = {port}\nsmtp_security = \"none\"\n\
             from = \"kith@elmfield.example\"\n"
        );
        std::fs::write(file, lines).unwrap();
    };
    settings(port);
    let sent = tokio::task::block_in_place(|| program.run(&["mail", "test", "ann@example.org"]));
    let told = String::from_utf8_lossy(&sent.stdout);
    assert!(sent.status.success(), "{sent:?}");
    for step in ["connected", "not encrypted", "not signed in", "accepted"] {
        assert!(told.contains(&format!("ok       {step}:")), "{step} is missing in {told}");
    }
    let letter = letters.lock().unwrap().pop().unwrap();
    assert!(letter.contains("ann@example.org") && letter.contains("text/html"), "{letter}");
    settings(1);
    let refused = tokio::task::block_in_place(|| program.run(&["mail", "test", "ann@example.org"]));
    let told = String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success() && told.contains("port 1") && told.contains("firewall"), "{told}");
}
