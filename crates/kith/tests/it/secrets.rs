//! F18: what is secret lies nowhere in the clear: not in the database, not in the log, not in the mail folder.

use std::path::{Path, PathBuf};

use kith_testkit::{PASSWORD, Program};

use crate::{BINARY, create, set_up};

/// Files below `folder` whose bytes hold `word`.
fn holding(folder: &Path, word: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holding(&path, word));
        } else if let Ok(bytes) = std::fs::read(&path)
            && bytes.windows(word.len()).any(|window| window == word.as_bytes())
        {
            found.push(path);
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f18_no_password_cookie_or_code_lies_in_any_file() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    program.serve(&[("RUST_LOG", "debug"), ("KITH_LOG_FORMAT", "json")]).await;
    let browser = program.browser();
    assert_eq!(browser.sign_in_with("ann", "wrong horse entirely xyz").await.status, 422);
    assert_eq!(browser.sign_in("ann").await.status, 303);
    let cookies: Vec<String> =
        ["kith", "kith-device"].iter().filter_map(|name| browser.cookie(name)).collect();
    assert_eq!(cookies.len(), 2, "{}", browser.cookies());
    let token = browser.token().await;
    let fields = [("current_password", PASSWORD), ("password", "seven green herons at the weir")];
    let page = browser.get("/settings/account").await;
    let answer = browser.submit(&page, "/settings/account/password", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let said = "Quietly between us two";
    let fields = [("csrf", token.as_str()), ("text", said), ("audience", "self"), ("comments", "same")];
    let _ = browser.post_bare("/posts", &fields).await;

    let everywhere = program.folder.path().to_path_buf();
    let secrets = [PASSWORD, "wrong horse entirely xyz", "seven green herons at the weir"];
    for secret in secrets.iter().map(ToString::to_string).chain(cookies).chain([token]) {
        assert_eq!(holding(&everywhere, &secret), Vec::<PathBuf>::new(), "{secret} lies there in the clear");
    }
    // Words that members write to few are no matter for the log, nor is who they are.
    let log = program.log();
    assert!(!log.contains(said), "{log}");
    assert!(!log.contains("ann@example.org"), "{log}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_request_is_one_line_of_the_log_that_tells_nothing_of_people() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    create(&program, "ann");
    program.serve(&[("KITH_LOG_FORMAT", "json")]).await;
    let browser = program.browser();
    assert_eq!(browser.sign_in("ann").await.status, 303);
    let request = browser.request(reqwest::Method::GET, "/u/ann?q=secretword");
    assert_eq!(browser.send(request.header("accept-encoding", "gzip")).await.status, 200);
    assert_eq!(browser.get("/no/such/page?q=secretword").await.status, 404);
    let begun = std::time::Instant::now();
    let lines = |route: &str| {
        let log = program.log();
        log.lines().filter(|line| line.contains(route)).map(str::to_owned).collect::<Vec<_>>()
    };
    while lines("/u/{name}").is_empty() && begun.elapsed() < std::time::Duration::from_secs(5) {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let found = lines("/u/{name}");
    assert_eq!(found.len(), 1, "{}", program.log());
    let parts = [
        r#""INFO""#,
        r#""GET""#,
        r#""status":200"#,
        r#""ms":"#,
        r#""bytes":"#,
        r#""network":"127.0.0.0/24""#,
    ];
    for part in parts {
        assert!(found[0].contains(part), "{part}: {}", found[0]);
    }
    assert!(!found[0].contains(r#""bytes":0,"#), "{}", found[0]);
    assert_eq!(lines(r#""status":404"#).len(), 1);
    let log = program.log();
    for word in ["secretword", "/u/ann", "@ann", "such/page", "127.0.0.1 "] {
        assert!(!log.contains(word), "{word}: {log}");
    }
}
