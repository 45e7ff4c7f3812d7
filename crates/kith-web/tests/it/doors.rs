//! What holds at every door of the house, whatever is behind it: headers, tokens, sizes, odd addresses.

use kith_testkit::{Answer, Browser, Server};
use reqwest::Method;

use crate::ground::{SEEN, each, filled, table};

/// Path parameters as strangers write them.
const ODD: &[&str] = &[
    "0",
    "-1",
    "99999999999999999999",
    "9223372036854775807",
    "%00",
    "%0d%0aSet-Cookie:x=1",
    "..%2f..%2fetc%2fpasswd",
    "..%5c..%5cwindows",
    "%2e%2e",
    "%ff%fe",
    "%f0%9f%92%a9",
    "'%20OR%201=1--",
    "%25s%25n",
    "a%20b",
    "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "1.0",
    "1e3",
    "+1",
    "%d9%a1",
];

/// Questions behind the path as strangers write them.
const ODD_QUERIES: &[&str] = &[
    "before=abc",
    "before=-1",
    "before=99999999999999999999&limit=-5",
    "limit=18446744073709551616",
    "page=0&page=1&page=2",
    "q=%00",
    "q=%ff",
    "q=%27%22%29%28%2A%3A%5E%7B%7D%5B%5D%7E-",
    "q=NEAR(a%20b)%20AND%20NOT%20*",
    "q=%25%5F%5C",
    "next=//evil.example",
    "tab=%3Cscript%3E",
    "kind=%F0%9F%92%A9",
    "&&&===",
    "%",
    "?",
    "back=javascript:alert(1)",
];

fn has_security_headers(answer: &Answer, what: &str) {
    let csp = answer.header("content-security-policy");
    assert!(csp.contains("default-src 'none'"), "{what}: csp {csp:?}");
    assert!(!csp.contains("unsafe-inline") && !csp.contains("unsafe-eval"), "{what}: csp {csp:?}");
    assert!(csp.contains("frame-ancestors 'none'") && csp.contains("base-uri 'none'"), "{what}: csp {csp:?}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert!(!answer.header("referrer-policy").is_empty(), "{what}: referrer-policy");
    assert_eq!(answer.header("x-frame-options"), "DENY", "{what}");
    assert!(!answer.header("cache-control").is_empty(), "{what}: cache-control");
    assert_eq!(answer.header("server"), "", "{what}: says what it runs on");
}

async fn everybody(s: &Server) -> Vec<(&'static str, Browser)> {
    let member = s.world.person("ann").await;
    let admin = s.world.person_with_role("root", kith_domain::viewer::Role::Owner).await;
    vec![("visitor", s.visitor()), ("member", s.browser(&member).await), ("owner", s.browser(&admin).await)]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_door_stands_odd_addresses_and_says_nothing_of_its_inside() {
    each(|s| async move {
        for (who, browser) in everybody(&s).await {
            let mut asked = 0;
            for route in table().iter().filter(|route| route.method == "GET" && route.path != "/live") {
                let has_place = route.path.contains('{');
                let paths: Vec<String> = match has_place {
                    true => ODD.iter().map(|odd| filled(route.path, odd)).collect(),
                    false => ODD_QUERIES.iter().map(|query| format!("{}?{query}", route.path)).collect(),
                };
                for path in paths {
                    let answer = is_sane(&browser, who, &path).await;
                    if !has_place {
                        assert!(answer.status < 405, "{who} GET {path}: {}", answer.status);
                    }
                    asked += 1;
                }
            }
            assert!(asked > 0 || table().is_empty());
            let long = format!("/{}", "a".repeat(6_000));
            is_sane(&browser, who, &long).await;
        }
    })
    .await;
}

async fn is_sane(browser: &Browser, who: &str, path: &str) -> Answer {
    let answer = browser.get(path).await;
    assert!(answer.status < 500, "{who} GET {path}: {} {}", answer.status, answer.text());
    if answer.status != 200 || !path.starts_with("/live") {
        has_security_headers(&answer, &format!("{who} GET {path}"));
    }
    if answer.status >= 400 {
        assert!(answer.header("content-type").starts_with("text/html"), "{who} GET {path}: undressed");
        assert!(answer.has("main h1, main h2, h1"), "{who} GET {path}: an error without a heading");
        for inside in [
            "panicked",
            "rusqlite",
            "postgres",
            "SELECT ",
            "crates/",
            ".rs:",
            "ParseIntError",
            "invalid digit",
        ] {
            assert!(!answer.body.contains(inside), "{who} GET {path}: shows {inside:?}");
        }
    }
    if let Some(next) = answer.leads_to() {
        assert!(next.starts_with('/') && !next.starts_with("//"), "{who} GET {path}: leads to {next}");
    }
    assert!(
        answer.headers.get("set-cookie").is_none_or(|c| !c.to_str().unwrap_or("").starts_with("x=1")),
        "{path}"
    );
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_unknown_address_is_a_page_in_the_readers_language() {
    each(|s| async move {
        let browser = s.visitor();
        for path in ["/nothing", "/p", "/u/", "/assets/nothing.js", "/..%2f..%2fetc/passwd", "//evil.example"]
        {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, 404, "{path}: {}", answer.text());
            has_security_headers(&answer, path);
        }
        let arabic = browser.request(Method::GET, "/nothing").header("accept-language", "ar");
        let arabic = browser.send(arabic).await;
        assert!(arabic.has("html[lang=ar][dir=rtl]"), "{}", arabic.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f20_a_form_without_its_token_or_from_elsewhere_changes_nothing() {
    each(|s| async move {
        let everybody = everybody(&s).await;
        let stranger_token = s.visitor().token().await;
        // Keep the conversations of the door itself out of the comparison: tokens are asked for once, before.
        let mut tokens = Vec::new();
        for (_, browser) in &everybody {
            tokens.push(browser.token().await);
        }
        let before = s.world.dump(SEEN).await;
        for ((who, browser), token) in everybody.iter().zip(&tokens) {
            for route in table().iter().filter(|route| route.method == "POST") {
                let path = filled(route.path, "123456789");
                let what = format!("{who} POST {path}");
                // No token; somebody else's; an empty one.
                for csrf in [None, Some(stranger_token.as_str()), Some("")] {
                    let fields: Vec<(&str, &str)> = csrf.map(|token| ("csrf", token)).into_iter().collect();
                    let answer = browser.post_bare(&path, &fields).await;
                    assert!(
                        [401, 403, 404].contains(&answer.status),
                        "{what} csrf {csrf:?}: {}",
                        answer.status
                    );
                    has_security_headers(&answer, &what);
                }
                // The right token, sent by a page that is not ours.
                for (name, value) in [
                    ("origin", "https://evil.example"),
                    ("origin", "null"),
                    ("origin", "https://kith.example.evil.example"),
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-site", "same-site"),
                ] {
                    let mut request =
                        browser.request(Method::POST, &path).form(&[("csrf", token)]).build().unwrap();
                    request.headers_mut().insert(name, value.parse().unwrap());
                    let answer = s.raw(request).await;
                    assert!([401, 403, 404].contains(&answer.0), "{what} {name}: {value}: {}", answer.0);
                }
                // Bodies that a form on another site can send without asking.
                for kind in ["text/plain", "application/json", "application/octet-stream"] {
                    let body = format!("{{\"csrf\":\"{token}\"}}");
                    let request =
                        browser.request(Method::POST, &path).header("content-type", kind).body(body);
                    let answer = browser.send(request).await;
                    assert!(
                        [400, 401, 403, 404, 415, 422].contains(&answer.status),
                        "{what} as {kind}: {}",
                        answer.status
                    );
                }
                // A change is never a GET.
                if !table().iter().any(|other| other.method == "GET" && other.path == route.path) {
                    let answer = browser.get(&path).await;
                    assert!([404, 405].contains(&answer.status), "{who} GET {path}: {}", answer.status);
                }
            }
        }
        let after = s.world.dump(SEEN).await;
        before.must_equal(&after, "a form without its token");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reading_changes_nothing_and_head_answers_like_get() {
    each(|s| async move {
        for (who, browser) in everybody(&s).await {
            let before = s.world.dump(SEEN).await;
            for route in table().iter().filter(|route| route.method == "GET") {
                let path = filled(route.path, "ann");
                if path.starts_with("/live") {
                    continue;
                }
                let get = browser.get(&path).await;
                assert!(get.status < 500, "{who} GET {path}: {}", get.text());
                let head = browser.send(browser.request(Method::HEAD, &path)).await;
                assert_eq!(get.status, head.status, "{who} HEAD {path}");
                assert_eq!(head.body, "", "{who} HEAD {path}");
            }
            let after = s.world.dump(SEEN).await;
            before.must_equal(&after, &format!("{who} reading"));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn e15_no_personal_page_may_be_kept_and_no_header_moves_an_address() {
    each(|s| async move {
        for (who, browser) in everybody(&s).await {
            for route in table().iter().filter(|route| route.method == "GET") {
                let path = filled(route.path, "ann");
                if path.starts_with("/live") {
                    continue;
                }
                let what = format!("{who} GET {path}");
                let request = browser
                    .request(Method::GET, &path)
                    .header("x-forwarded-host", "evil.example")
                    .header("x-forwarded-proto", "gopher")
                    .header("x-host", "evil.example")
                    .header("x-original-url", "/admin")
                    .header("x-rewrite-url", "/admin")
                    .header("forwarded", "host=evil.example");
                let answer = browser.send(request).await;
                assert!(!answer.body.contains("evil.example"), "{what}: a header got into the page");
                assert!(!answer.header("location").contains("evil.example"), "{what}");
                let kept = answer.header("cache-control");
                let is_page = answer.header("content-type").starts_with("text/html") || answer.status >= 300;
                assert!(!is_page || kept.contains("no-store"), "{what}: cache-control {kept:?}");
                assert!(!kept.contains("public") || answer.headers.get("set-cookie").is_none(), "{what}");
            }
            let answer = browser.get("/assets/nothing.css").await;
            assert_eq!(answer.headers.get("set-cookie"), None, "{who}: an asset with a cookie");
        }
        // The name in the Host header is the browser's word, not ours.
        let other = Browser::new(format!("http://{}", s.listens), "http://evil.example");
        for path in ["/", "/login", "/about/rules", "/join"] {
            let answer = other.get(path).await;
            assert!(!answer.body.contains("evil.example"), "{path}: the Host header got into the page");
            assert!(!answer.header("location").contains("evil.example"), "{path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g7_no_door_swallows_a_body_without_end() {
    each(|s| async move {
        let everybody = everybody(&s).await;
        for (who, browser) in &everybody {
            let token = browser.token().await;
            for route in table().iter().filter(|route| route.method == "POST") {
                let path = filled(route.path, "123456789");
                // A length that is only claimed.
                let claimed = format!(
                    "POST {path} HTTP/1.1\r\nHost: kith.example\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1073741824\r\nConnection: close\r\n\r\ncsrf={token}&a="
                );
                let sent = pour(&s, &claimed, 3 << 20).await;
                assert!(sent.is_refused(), "{who} POST {path} with 1 GB: {sent:?}");
                // Pieces without end, as a form and as an upload.
                for kind in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
                    let head = format!(
                        "POST {path} HTTP/1.1\r\nHost: kith.example\r\nContent-Type: {kind}\r\nTransfer-Encoding: chunked\r\nCookie: {}\r\nX-CSRF-Token: {token}\r\nConnection: close\r\n\r\n",
                        browser.cookies()
                    );
                    let sent = pour(&s, &head, 40 << 20).await;
                    assert!(sent.is_refused(), "{who} POST {path} in pieces as {kind}: {sent:?}");
                }
            }
        }
    })
    .await;
}

/// What became of a body that was poured in.
#[derive(Debug)]
struct Poured {
    status: Option<u16>,
    bytes: usize,
    limit: usize,
}

impl Poured {
    /// Answered with a refusal, or hung up on, before everything was swallowed.
    fn is_refused(&self) -> bool {
        match self.status {
            Some(status) => (400..500).contains(&status),
            None => self.bytes < self.limit,
        }
    }
}

/// Writes `head` and then bytes until the server answers or hangs up, or `limit` is reached.
async fn pour(s: &Server, head: &str, limit: usize) -> Poured {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let is_chunked = head.contains("chunked");
    let connection = tokio::net::TcpStream::connect(s.listens).await.unwrap();
    let (mut read, mut write) = connection.into_split();
    let reader = tokio::spawn(async move {
        let mut start = [0_u8; 64];
        let mut got = 0;
        while got < 12 {
            match read.read(&mut start[got..]).await {
                Ok(0) | Err(_) => break,
                Ok(n) => got += n,
            }
        }
        let line = String::from_utf8_lossy(&start[..got]).into_owned();
        line.split(' ').nth(1).and_then(|status| status.parse::<u16>().ok())
    });
    let piece = vec![b'a'; 1 << 16];
    let mut bytes = 0;
    if write.write_all(head.as_bytes()).await.is_ok() {
        if head.contains("boundary=x") {
            let part = b"--x\r\nContent-Disposition: form-data; name=\"body\"\r\n\r\n";
            let _ = write.write_all(format!("{:x}\r\n", part.len()).as_bytes()).await;
            let _ = write.write_all(part).await;
            let _ = write.write_all(b"\r\n").await;
        }
        while bytes < limit && !reader.is_finished() {
            let start = if is_chunked { format!("{:x}\r\n", piece.len()) } else { String::new() };
            if write.write_all(start.as_bytes()).await.is_err() || write.write_all(&piece).await.is_err() {
                break;
            }
            if is_chunked && write.write_all(b"\r\n").await.is_err() {
                break;
            }
            bytes += piece.len();
        }
    }
    let status = tokio::time::timeout(std::time::Duration::from_secs(10), reader).await;
    Poured { status: status.ok().and_then(Result::ok).flatten(), bytes, limit }
}
