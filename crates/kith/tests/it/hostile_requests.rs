//! Requests that are larger inside than outside, or all head: refused or answered in little time and memory, and the
//! program goes on. B5 (nested gzip), G8 (giant heads).

use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;
use kith_testkit::{Browser, Program};
use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{BINARY, create, set_up, signed_in};

/// The most memory that the server may come to hold by any of these.
const MOST: u64 = 64 * 1024 * 1024;
/// The longest that any of these may take.
const LONGEST: Duration = Duration::from_secs(2);

/// Most memory that the server ever held, in bytes.
fn peak_memory(program: &Program) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", program.pid())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() * 1024
}

fn gzipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// 256 MiB of nothing in a few hundred bytes: zipped, and zipped again.
fn nested_bomb() -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..256 {
        encoder.write_all(&[b'a'; 1024 * 1024]).unwrap();
    }
    gzipped(&gzipped(&encoder.finish().unwrap()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn b5_zipped_bodies_are_never_blown_up() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    let token = program.must(&["token", "create", "ann"]).trim().to_owned();
    program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
    let ann = signed_in(&program, "ann").await;
    let csrf = ann.token().await;
    let bomb = nested_bomb();
    assert!(bomb.len() < 10_000, "{} bytes", bomb.len());
    let form = "application/x-www-form-urlencoded";
    let before = peak_memory(&program);
    for (path, kind, encoding) in [
        ("/login", form, "gzip"),
        ("/join", form, "gzip, gzip, gzip"),
        ("/posts", form, "gzip"),
        ("/media", "multipart/form-data; boundary=x", "gzip"),
        ("/api/v1/apps", "application/json", "gzip"),
        ("/api/v1/statuses", "application/json", "gzip"),
        ("/api/v2/media", "multipart/form-data; boundary=x", "gzip"),
        ("/oauth/token", form, "deflate"),
    ] {
        let begun = Instant::now();
        let mut request = ann.request(Method::POST, path).header("content-type", kind);
        if path.starts_with("/api") {
            request = request.bearer_auth(&token);
        }
        let request = request.header("content-encoding", encoding).header("x-csrf-token", &csrf);
        let answer = ann.send(request.body(bomb.clone())).await;
        assert!((400..500).contains(&answer.status), "{path}: {} {}", answer.status, answer.text());
        assert!(begun.elapsed() < LONGEST, "{path}: {:?}", begun.elapsed());
    }
    assert!(peak_memory(&program) - before < MOST);

    // What is not unpacked is not understood either: a good form in a wrapping does nothing.
    let fields = format!("csrf={csrf}&text=Wrapped+up&language=en&audience=self&comments=same");
    let request = ann.request(Method::POST, "/posts").header("content-type", form);
    let answer = ann.send(request.header("content-encoding", "gzip").body(gzipped(fields.as_bytes()))).await;
    assert!((400..500).contains(&answer.status), "{}", answer.status);
    assert!(!ann.get("/u/ann").await.text().contains("Wrapped up"));
    let plain = ann.send(ann.request(Method::POST, "/posts").header("content-type", form).body(fields)).await;
    assert_eq!(plain.status, 303, "the same without the wrapping: {}", plain.text());
}

/// Sends a head as it is; the status of the answer, or none when the server hangs up.
async fn send_head(program: &Program, head: &[u8]) -> Option<u16> {
    let mut stream = TcpStream::connect(program.listens).await.unwrap();
    let sending = async {
        // The server may answer and hang up before it has read all of this.
        let _ = stream.write_all(head).await;
        let mut start = [0; 32];
        let length = stream.read(&mut start).await.unwrap_or(0);
        let line = String::from_utf8_lossy(&start[..length]).into_owned();
        line.split(' ').nth(1)?.parse().ok()
    };
    tokio::time::timeout(LONGEST, sending).await.expect("an answer in time")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g8_giant_heads_are_answered_or_hung_up_on_and_the_program_goes_on() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    let trusting = ("KITH_TRUSTED_PROXIES", "[\"127.0.0.1/32\", \"10.0.0.0/8\"]");
    program.serve(&[("KITH_RATE_LIMITS", "off"), trusting]).await;
    let ann = signed_in(&program, "ann").await;
    let before = peak_memory(&program);
    let head = |more: &str| format!("GET /login HTTP/1.1\r\nHost: x\r\n{more}\r\n\r\n").into_bytes();

    // More than any request needs: turned away, with a status where there is one for it.
    let refused: [(&str, Vec<u8>); 6] = [
        ("a header of 4 MB", head(&format!("X-Long: {}", "a".repeat(4 << 20)))),
        ("20,000 headers", head(&"X-Many: 1\r\n".repeat(20_000))),
        ("a name of 1 MB", head(&format!("{}: 1", "a".repeat(1 << 20)))),
        (
            "an address of 1 MB",
            format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(1 << 20)).into_bytes(),
        ),
        ("a method of 1 MB", format!("{} / HTTP/1.1\r\nHost: x\r\n\r\n", "A".repeat(1 << 20)).into_bytes()),
        ("no line at all", vec![b'a'; 4 << 20]),
    ];
    for (what, bytes) in refused {
        let status = send_head(&program, &bytes).await;
        assert!(status.is_none_or(|status| (400..500).contains(&status)), "{what}: {status:?}");
    }

    // As large as gets through: read in little time, whatever it says.
    let pairs = "a=b; ".repeat(8_000);
    let tags: String = (0..6_000).map(|n| format!("x{n};q=0.{n},")).collect();
    let hops = "10.0.0.1, ".repeat(6_000);
    for (what, line) in [
        ("cookies", format!("Cookie: {pairs}")),
        ("languages", format!("Accept-Language: {tags}")),
        ("hops", format!("X-Forwarded-For: {hops}10.0.0.1")),
        ("kinds", format!("Accept: {}", "text/html;q=0.1, ".repeat(3_000))),
        ("tags", format!("If-None-Match: {}", "\"a\", ".repeat(10_000))),
        ("an agent", format!("User-Agent: {}", "a".repeat(60_000))),
        ("encodings", format!("Accept-Encoding: {}", "gzip;q=0.5, ".repeat(5_000))),
    ] {
        let begun = Instant::now();
        let status = send_head(&program, &head(&line)).await;
        assert!(matches!(status, Some(200 | 400 | 431)), "{what}: {status:?}");
        assert!(begun.elapsed() < LONGEST, "{what}: {:?}", begun.elapsed());
    }
    assert!(peak_memory(&program) - before < MOST);
    assert_eq!(ann.get("/settings").await.status, 200, "members read on");
}

/// A form in parts with the parts as given, and the status that came of it: 400 where the program refused so early that it
/// hung up before all was sent.
async fn send_parts(browser: &Browser, path: &str, parts: &str) -> u16 {
    let body = format!("{parts}--x--\r\n");
    let request =
        browser.request(Method::POST, path).header("content-type", "multipart/form-data; boundary=x");
    browser.try_send(request.body(body)).await.map_or(400, |answer| answer.status)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g8_forms_of_very_many_or_very_odd_parts_are_refused_in_little_time() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
    let ann = signed_in(&program, "ann").await;
    let csrf = ann.token().await;
    let before = peak_memory(&program);
    let part = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let token = part("csrf", &csrf);
    let long_name = "n".repeat(300_000);
    for (what, parts) in [
        ("20,000 parts", token.clone() + &part("text", "a").repeat(20_000)),
        ("a name of 300 KB", token.clone() + &part(&long_name, "a")),
        ("a part with 5,000 headers", format!("{token}--x\r\n{}\r\na\r\n", "X-Part: 1\r\n".repeat(5_000))),
        ("a part without a name", format!("{token}--x\r\n\r\na\r\n")),
        ("no end of a head", format!("{token}--x\r\nContent-Disposition: {long_name}")),
        (
            "nested kinds",
            format!("{token}--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n"),
        ),
    ] {
        let begun = Instant::now();
        let status = send_parts(&ann, "/posts", &parts).await;
        assert!((400..500).contains(&status), "{what}: {status}");
        assert!(begun.elapsed() < LONGEST, "{what}: {:?}", begun.elapsed());
    }
    for boundary in ["", "\"", &"b".repeat(60_000), "x; boundary=y"] {
        let kind = format!("multipart/form-data; boundary={boundary}");
        let request = ann.request(Method::POST, "/posts").header("content-type", kind).body(token.clone());
        let status = ann.try_send(request).await.map_or(400, |answer| answer.status);
        assert!((400..500).contains(&status), "a boundary of {} signs: {status}", boundary.len());
    }
    let pairs = format!("csrf={csrf}&{}", "a=b&".repeat(100_000));
    let request =
        ann.request(Method::POST, "/posts").header("content-type", "application/x-www-form-urlencoded");
    let status = ann.try_send(request.body(pairs)).await.map_or(400, |answer| answer.status);
    assert!((400..500).contains(&status), "very many pairs: {status}");
    assert!(peak_memory(&program) - before < MOST);
    assert_eq!(ann.get("/settings").await.status, 200);
}
