//! The real program, run as operators run it: in a process of its own, on a data directory, on both engines.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "tests"
)]

mod cli;
mod conversations;
mod demo;
mod first_run;
mod hostile_requests;
mod injection;
mod letters;
mod mail_injection;
mod program;
mod proxies;
mod push;
mod secrets;
mod settings;
mod settings_table;
mod sign_in;
mod staying_up;

use kith_testkit::{Browser, PASSWORD, Program};

const BINARY: &str = env!("CARGO_BIN_EXE_kith");

/// Runs `test` with an installation on SQLite, then with one on PostgreSQL; `olive` owns the community of each.
async fn each(test: impl AsyncFn(Program)) {
    test(set_up(Program::on_sqlite(BINARY))).await;
    if let Some(program) = Program::on_postgres(BINARY) {
        test(set_up(program)).await;
    }
}

fn set_up(program: Program) -> Program {
    let arguments = ["setup", "--name", "Elmfield", "--admin", "olive", "--join", "open", "--password-stdin"];
    let output = program.run_with_input(&arguments, &format!("{PASSWORD}\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    program
}

fn create(program: &Program, handle: &str) {
    let email = format!("{handle}@example.org");
    let arguments = ["account", "create", handle, "--email", email.as_str(), "--password-stdin"];
    let output = program.run_with_input(&arguments, &format!("{PASSWORD}\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

async fn signed_in(program: &Program, handle: &str) -> Browser {
    let browser = program.browser();
    let answer = browser.sign_in(handle).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    browser
}

/// Writes a post and returns its address, once the server has said that it is there.
async fn post(browser: &Browser, token: &str, text: &str) -> Option<String> {
    let fields =
        [("csrf", token), ("text", text), ("language", "en"), ("audience", "world"), ("comments", "same")];
    let request = browser.request(reqwest::Method::POST, "/posts").form(&fields);
    let answer = browser.try_send(request).await.ok()?;
    answer.leads_to().filter(|path| path.starts_with("/p/"))
}
