//! The contract of the command line.

use std::process::Output;

use crate::program::{PASSWORD, Program};

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn wrong_use_gets_one_helpful_line_and_exit_code_two() {
    let program = Program::new();
    let wrong: &[&[&str]] = &[
        &[],
        &["dance"],
        &["serve", "--foo"],
        &["serve", "--listen", "nonsense"],
        &["serve", "--database", "mysql://x"],
        &["serve", "--base-url", "kith.example.org"],
        &["setup", "--name", "X"],
        &["setup", "--name", "X", "--admin", "greta", "--password-stdin", "--join", "everybody"],
        &["account", "create", "ann"],
        &["account", "create", "ann", "--role", "king", "--password-stdin"],
        &["account", "create", "x!", "--password-stdin"],
        &["account", "create", "ann", "--email", "nope", "--password-stdin"],
        &["account"],
        &["doctor", "--config", "/nowhere/kith.toml"],
    ];
    for words in wrong {
        let output = program.run(words, PASSWORD);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {output:?}");
        let line = told(&output);
        assert!(line.starts_with("kith: ") && line.trim_end().lines().count() == 1, "{words:?}: {line:?}");
        assert!(!line.contains('⟦') && line.len() > 20, "{words:?}: {line:?}");
    }
    assert_eq!(program.run(&["account", "create", "ann", "--password-stdin"], "").status.code(), Some(2));
    assert_eq!(
        program.run(&["account", "create", "ann", "--password-stdin"], "short").status.code(),
        Some(2)
    );
}

#[test]
fn help_and_version_are_answers() {
    let program = Program::new();
    for words in [&["help"][..], &["--help"], &["serve", "--help"], &["version"], &["--version"]] {
        let output = program.run(words, "");
        assert!(output.status.success() && !output.stdout.is_empty(), "{words:?}: {output:?}");
    }
    // Every command takes the data directory, also the one that needs none.
    for words in [&["version"][..], &["version", "--data", "nowhere"]] {
        assert!(said(&program.run(words, "")).starts_with("kith "), "{words:?}");
    }
    let hint = told(&program.run(&[], ""));
    for command in ["serve", "setup", "account", "invite", "token", "demo", "migrate", "doctor", "version"] {
        assert!(hint.contains(command), "{command} is missing in {hint}");
    }
}

#[test]
fn a_community_is_set_up_once_and_looked_after_without_a_browser() {
    let program = Program::set_up();
    let again = program
        .run(&["setup", "--name", "Other", "--admin", "eve", "--password-stdin", "--join", "open"], PASSWORD);
    assert_eq!(again.status.code(), Some(1), "{again:?}");
    let made = program.run(
        &[
            "account",
            "create",
            "ann",
            "--email",
            "ann@example.org",
            "--role",
            "moderator",
            "--password-stdin",
        ],
        PASSWORD,
    );
    assert!(made.status.success(), "{made:?}");
    let list = said(&program.run(&["account", "list"], ""));
    assert!(list.contains("@ann\tmoderator\tactive\tann@example.org"), "{list}");
    assert!(list.contains("@greta\towner\tactive"), "{list}");
    assert!(
        program
            .run(&["account", "reset", "ann", "--password-stdin"], "seven quiet harbours")
            .status
            .success()
    );
    let nobody = program.run(&["account", "reset", "nobody", "--password-stdin"], "seven quiet harbours");
    assert_eq!(nobody.status.code(), Some(1));
    let invite = program.run(&["invite", "create"], "");
    assert!(said(&invite).contains("/join/"), "{invite:?}");
    assert!(program.run(&["migrate"], "").status.success());
    let doctor = program.run(&["doctor"], "");
    assert!(doctor.status.success(), "{}", said(&doctor));
    assert!(!said(&doctor).lines().any(|line| line.starts_with("problem")));
}

#[test]
fn doctor_sees_what_is_missing() {
    let program = Program::new();
    std::fs::remove_dir(program.data.path()).unwrap();
    let doctor = program.run(&["doctor"], "");
    assert_eq!(doctor.status.code(), Some(1), "{}", said(&doctor));
    assert!(said(&doctor).contains("problem  data directory"));
    std::fs::create_dir(program.data.path()).unwrap();
}

#[tokio::test]
async fn doctor_looks_at_an_older_database_and_leaves_it_as_it_is() {
    let program = Program::new();
    let file = program.data.path().join("kith.db");
    let config = kith_db::DbConfig::sqlite(&file);
    let (last, older) = kith_domain::migrations::MIGRATIONS.split_last().unwrap();
    let db = kith_db::Db::open(&config, older, kith_base::Clock::System).await.unwrap();
    db.close().await;
    for _ in 0..2 {
        let doctor = program.run(&["doctor"], "");
        assert!(said(&doctor).contains(last.name), "{}", said(&doctor));
        assert!(doctor.status.success());
    }
    assert!(program.run(&["migrate"], "").status.success());
    let doctor = program.run(&["doctor"], "");
    assert!(said(&doctor).contains("is up to date"), "{}", said(&doctor));
}

#[test]
fn doctor_asks_the_mail_server_and_looks_for_the_proxy_of_an_https_address() {
    let program = Program::set_up();
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let settings = format!(
        "base_url = \"https://kith.example\"\n[mail]\nsmtp_host = \"127.0.0.1\"\nsmtp_port = {}\n\
         smtp_security = \"none\"\nfrom = \"kith@kith.example\"\n",
        nobody.port()
    );
    std::fs::write(program.data.path().join("kith.toml"), &settings).unwrap();
    let doctor = program.run(&["doctor"], "");
    let lines = said(&doctor);
    assert_eq!(doctor.status.code(), Some(1), "{lines}");
    assert!(lines.contains("problem  mail: the mail server 127.0.0.1 does not answer"), "{lines}");
    assert!(
        lines.lines().any(|line| line.starts_with("warn     address") && line.contains("trusted_proxies"))
    );

    // A user without a password is a slip of the pen, told at the start.
    let settings = format!("{settings}smtp_user = \"kith\"\n");
    std::fs::write(program.data.path().join("kith.toml"), settings).unwrap();
    let start = program.run(&["serve", "--listen", "127.0.0.1:0"], "");
    assert_eq!(start.status.code(), Some(2), "{start:?}");
    assert!(told(&start).contains("KITH_MAIL_SMTP_PASSWORD") && told(&start).lines().count() == 1);
}

#[test]
fn a_server_says_where_it_is_answers_for_its_health_and_stops_in_order() {
    let program = Program::new();
    let server = program.serve();
    for path in ["/health/live", "/health/ready"] {
        let answer = reqwest_get(&format!("{}{path}", server.base));
        assert_eq!(answer, 200, "{path}");
    }
    assert!(server.stop());
}

#[tokio::main(flavor = "current_thread")]
async fn reqwest_get(address: &str) -> u16 {
    reqwest::get(address).await.unwrap().status().as_u16()
}
