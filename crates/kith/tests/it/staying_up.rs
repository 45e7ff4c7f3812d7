//! Starting, ending, being killed, being asked too much; and the command line beside a running server.

use std::time::{Duration, Instant};

use kith_testkit::{PASSWORD, Program};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{BINARY, create, each, post, set_up, signed_in};

/// Promised for the release build; an unoptimised one on a busy machine gets more.
const UP_AGAIN: Duration = Duration::from_secs(if cfg!(debug_assertions) { 8 } else { 2 });

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_installation_is_ready_and_leads_to_the_first_run() {
    let mut program = Program::on_sqlite(BINARY);
    program.serve(&[]).await;
    let browser = program.browser();
    assert_eq!(browser.get("/health").await.body, "OK");
    assert_eq!(browser.get("/health/live").await.body.trim(), "alive");
    assert_eq!(browser.get("/health/ready").await.body.trim(), "ready");
    assert_eq!(browser.open("/").await.path, "/setup");
    // Figures are for the operator's own port.
    assert_eq!(browser.open("/metrics").await.path, "/setup");
    let figures = reqwest::get(format!("http://{}/metrics", program.metrics)).await.unwrap();
    let figures = figures.text().await.unwrap();
    assert!(figures.contains("kith_http_requests_total"), "{figures}");
    assert!(!figures.contains("/setup?"), "{figures}");
    // A second one on the same port says what to do and ends.
    let output = program.run(&["serve", "--data", "elsewhere"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("--listen"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_answered_survives_a_kill_and_the_program_is_back_at_once() {
    each(async |mut program: Program| {
        program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
        let browser = signed_in(&program, "olive").await;
        let token = browser.token().await;
        let mut written = Vec::new();
        for round in 0..3 {
            let begun = Instant::now();
            // Writing goes on until the moment of the kill.
            let writing = async {
                let mut mine = Vec::new();
                for number in 0.. {
                    let text = format!("Round {round}, number {number}");
                    match post(&browser, &token, &text).await {
                        Some(path) => mine.push((path, text)),
                        None => break,
                    }
                    if begun.elapsed() > Duration::from_secs(20) {
                        break;
                    }
                }
                mine
            };
            let pid = rustix::process::Pid::from_raw(program.pid().cast_signed()).unwrap();
            let killing = async {
                tokio::time::sleep(Duration::from_millis(600)).await;
                rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
            };
            let (mine, ()) = tokio::join!(writing, killing);
            assert!(!mine.is_empty(), "nothing was written before the kill");
            written.extend(mine);
            program.kill();
            let took = program.serve(&[("KITH_RATE_LIMITS", "off")]).await;
            assert!(took < UP_AGAIN, "back after {took:?}");
        }
        // The session survived as well, and every post that was answered is there once.
        for (path, text) in &written {
            let answer = browser.get(path).await;
            assert_eq!(answer.status, 200, "{path} is lost");
            assert!(answer.text().contains(text.as_str()), "{path} lost its words");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_graceful_end_lets_a_slow_request_finish_and_takes_no_new_one() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    program.serve(&[]).await;
    let browser = signed_in(&program, "olive").await;
    let token = browser.token().await;
    let body = format!("csrf={token}&text=Written+slowly&language=en&audience=world&comments=same");
    let head = format!(
        "POST /posts HTTP/1.1\r\nHost: {}\r\nOrigin: http://{0}\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        program.listens,
        browser.cookies(),
        body.len()
    );
    // A page that waits for news must not hold up the end.
    let live = browser.request(reqwest::Method::GET, "/live").send().await.unwrap();
    assert_eq!(live.status(), 200);
    let mut slow = TcpStream::connect(program.listens).await.unwrap();
    slow.write_all(head.as_bytes()).await.unwrap();
    slow.write_all(&body.as_bytes()[..20]).await.unwrap();
    tokio::time::sleep(Duration::from_millis(300)).await;
    program.ask_to_end();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(TcpStream::connect(program.listens).await.is_err(), "a new connection was taken in");
    slow.write_all(&body.as_bytes()[20..]).await.unwrap();
    let mut answer = String::new();
    tokio::time::timeout(Duration::from_secs(10), slow.read_to_string(&mut answer)).await.unwrap().unwrap();
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let path = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().to_owned();
    let status = program.wait(Duration::from_secs(5)).await;
    drop(live);
    assert!(status.success(), "{status}: {}", program.log());
    program.serve(&[]).await;
    assert!(browser.get(&path).await.text().contains("Written slowly"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_house_answers_at_once_in_the_readers_language() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    program.serve(&[("KITH_MAX_REQUESTS", "4")]).await;
    let member = signed_in(&program, "olive").await;
    // Two visitors who do not finish what they say fill the half that visitors may have.
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut slow = TcpStream::connect(program.listens).await.unwrap();
        let head = format!(
            "POST /login HTTP/1.1\r\nHost: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\ncsrf=",
            program.listens
        );
        slow.write_all(head.as_bytes()).await.unwrap();
        held.push(slow);
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let begun = Instant::now();
    let visitor = program.browser();
    let request = visitor.request(reqwest::Method::GET, "/login").header("accept-language", "en");
    let answer = visitor.send(request).await;
    assert_eq!(answer.status, 503, "{}", answer.text());
    assert!(begun.elapsed() < Duration::from_secs(2), "shed after {:?}", begun.elapsed());
    assert!(answer.header("retry-after").parse::<u32>().is_ok_and(|seconds| seconds > 0));
    assert!(answer.has("html[lang=en] h1"), "{}", answer.body);
    // Members read on, and so does whoever watches over the program.
    assert_eq!(member.get("/settings").await.status, 200);
    assert_eq!(visitor.get("/health/ready").await.status, 200);
    drop(held);
    let begun = Instant::now();
    while visitor.get("/login").await.status == 503 {
        assert!(begun.elapsed() < Duration::from_secs(5), "the places did not come back");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_command_line_works_beside_a_running_server() {
    each(async |mut program: Program| {
        program.serve(&[]).await;
        // Nobody of that name yet: what the server remembers of it must not outlast the command.
        assert_eq!(program.browser().sign_in("ann").await.status, 422);
        create(&program, "ann");
        let browser = signed_in(&program, "ann").await;
        assert_eq!(browser.get("/settings").await.status, 200);
        assert!(program.must(&["account", "list"]).contains("@ann"));

        // f1: a new password from the command line ends the sessions in the server within a second.
        let output = program.run_with_input(
            &["account", "reset", "ann", "--password-stdin"],
            "seven green herons at the weir\n",
        );
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let begun = Instant::now();
        while browser.get("/settings").await.status == 200 {
            assert!(begun.elapsed() < Duration::from_secs(1), "still signed in after {:?}", begun.elapsed());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(program.browser().sign_in_with("ann", PASSWORD).await.status, 422);
        let answer = program.browser().sign_in_with("ann", "seven green herons at the weir").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_command_leaves_uploads_alone_and_a_start_sweeps_old_ones() {
    let mut program = set_up(Program::on_sqlite(BINARY));
    let (tmp, unfinished) = (program.data().join("tmp"), program.data().join("media/unfinished"));
    std::fs::create_dir_all(&tmp).unwrap();
    std::fs::create_dir_all(&unfinished).unwrap();
    let lay = |path: std::path::PathBuf, age: u64| {
        let file = std::fs::File::create(&path).unwrap();
        let now = file.metadata().unwrap().modified().unwrap();
        file.set_modified(now - Duration::from_secs(age)).unwrap();
        path
    };
    let old = [lay(tmp.join("upload-old"), 7_200), lay(unfinished.join("old"), 7_200)];
    let young = [lay(tmp.join("upload-young"), 60), lay(unfinished.join("young"), 60)];
    assert!(program.must(&["account", "list"]).contains("@olive"));
    assert!(old.iter().chain(&young).all(|path| path.exists()), "a command took files away");
    program.serve(&[]).await;
    assert!(old.iter().all(|path| !path.exists()), "what a crash left is still there");
    assert!(young.iter().all(|path| path.exists()), "what is on its way was taken");
}
