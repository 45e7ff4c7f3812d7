//! Every row of the operator's guide under "Settings", by its variable and by its line in `kith.toml`: what is wrong is
//! refused with the name of the setting, what is right is taken. A row without a line here fails, and so does a line
//! here without a row.

use std::path::Path;
use std::process::Output;

use crate::BINARY;

/// A setting, what is wrong with it, and what the program then says. Texts that can be anything need others beside them.
struct Row {
    name: &'static str,
    wrong: &'static [(&'static str, &'static str)],
    says: &'static str,
    right: &'static str,
}

const fn row(
    name: &'static str,
    wrong: &'static [(&'static str, &'static str)],
    says: &'static str,
    right: &'static str,
) -> Row {
    Row { name, wrong, says, right }
}

const SERVER: (&str, &str) = ("mail.smtp_host", r#""127.0.0.1""#);
const SENDER: (&str, &str) = ("mail.from", r#""kith@kith.example""#);

/// Values as `kith.toml` has them; variables go without the quotes around a text.
const ROWS: &[Row] = &[
    // Where data lies is asked for below.
    row("data", &[], "", r#""right""#),
    row("listen", &[("listen", r#""nonsense""#)], "listen", r#""127.0.0.1:0""#),
    row("database", &[("database", r#""mysql://x""#)], "--database", r#""sqlite""#),
    row("base_url", &[("base_url", r#""kith.example""#)], "--base-url", r#""http://kith.example""#),
    row("metrics_listen", &[("metrics_listen", r#""9100""#)], "metrics_listen", r#""127.0.0.1:0""#),
    row(
        "trusted_proxies",
        &[("trusted_proxies", r#"["here"]"#)],
        "trusted_proxies",
        r#"["10.0.0.0/8", "::1/128"]"#,
    ),
    row("rate_limits", &[("rate_limits", r#""some""#)], "rate_limits", r#""on""#),
    row("outbound_loopback", &[("outbound_loopback", r#""perhaps""#)], "outbound_loopback", r#""off""#),
    row("database_connections", &[("database_connections", r#""many""#)], "database_connections", "4"),
    row("max_requests", &[("max_requests", "-1")], "max_requests", "64"),
    row("cache_bytes", &[("cache_bytes", r#""32 MB""#)], "cache_bytes", "1000000"),
    row("media_bytes", &[("media_bytes", r#""20 GB""#)], "media_bytes", "1000000"),
    row("member_media_bytes", &[("member_media_bytes", "1.5")], "member_media_bytes", "1000000"),
    row("log_format", &[("log_format", r#""xml""#)], "log_format", r#""json""#),
    row("mail.smtp_host", &[SERVER], "no sender", SERVER.1),
    row("mail.smtp_port", &[("mail.smtp_port", "70000")], "smtp_port", "2525"),
    row("mail.smtp_security", &[("mail.smtp_security", r#""some""#)], "smtp_security", r#""none""#),
    row("mail.smtp_user", &[SERVER, SENDER, ("mail.smtp_user", r#""kith""#)], "SMTP_USER", r#""kith""#),
    row(
        "mail.smtp_password",
        &[SERVER, SENDER, ("mail.smtp_password", r#""0123""#)],
        "SMTP_PASSWORD",
        // Digits stay a text.
        r#""0123""#,
    ),
    row("mail.from", &[SERVER, ("mail.from", r#""nobody""#)], "KITH_MAIL_FROM", SENDER.1),
    row("mail.per_minute", &[("mail.per_minute", r#""many""#)], "per_minute", "30"),
];

fn variable_of(name: &str) -> String {
    format!("KITH_{}", name.replace('.', "_").to_uppercase())
}

/// The file that says `settings`.
fn file_of(settings: &[(&str, &str)]) -> String {
    let (mut top, mut mail) = (String::new(), String::from("[mail]\n"));
    for (name, value) in settings {
        match name.strip_prefix("mail.") {
            Some(name) => mail.push_str(&format!("{name} = {value}\n")),
            None => top.push_str(&format!("{name} = {value}\n")),
        }
    }
    top + &mail
}

/// Runs a command that reads all settings and ends.
fn run(folder: &Path, file: Option<&str>, variables: &[(&str, &str)]) -> Output {
    let mut command = std::process::Command::new(BINARY);
    command.env_clear().current_dir(folder).args(["account", "list"]);
    if let Some(text) = file {
        std::fs::write(folder.join("settings.toml"), text).unwrap();
        command.args(["--config", "settings.toml"]);
    }
    for (name, value) in variables {
        command.env(variable_of(name), value.trim_matches('"'));
    }
    command.output().unwrap()
}

fn must_refuse(output: &Output, says: &str, how: &str) {
    let line = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{how}: {line}");
    assert!(line.starts_with("kith: ") && line.trim_end().lines().count() == 1, "{how}: {line}");
    // Variables are told in capitals.
    let said = line.to_lowercase();
    assert!(said.contains(&says.to_lowercase()), "{how} does not say {says}: {line}");
}

#[test]
fn every_setting_of_the_guide_is_read_from_its_variable_and_from_the_file() {
    for Row { name, wrong, says, .. } in ROWS.iter().filter(|row| !row.wrong.is_empty()) {
        let folder = tempfile::tempdir().unwrap();
        must_refuse(&run(folder.path(), Some(&file_of(wrong)), &[]), says, &format!("{name} in the file"));
        must_refuse(&run(folder.path(), None, wrong), says, &variable_of(name));
        let right: Vec<(&str, &str)> = ROWS
            .iter()
            .filter(|row| wrong.iter().any(|(of, _)| *of == row.name))
            .map(|row| (row.name, row.right))
            .collect();
        // The variable is heard before the file.
        if right.len() == 1 && *name != "mail.smtp_host" {
            let output = run(folder.path(), Some(&file_of(wrong)), &right);
            assert!(output.status.success(), "{name}: {output:?}");
        }
    }
    let all: Vec<(&str, &str)> = ROWS.iter().map(|row| (row.name, row.right)).collect();
    for (file, variables) in [(Some(file_of(&all)), &[][..]), (None, &all[..])] {
        let folder = tempfile::tempdir().unwrap();
        let output = run(folder.path(), file.as_deref(), variables);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(folder.path().join("right/kith.db").is_file(), "data is not where it was wanted");
    }
}

/// The cells of the rows of the table under `## Settings`.
fn rows_of_the_guide() -> Vec<Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let guide = std::fs::read_to_string(root.join("docs/operators-guide.md")).unwrap();
    let (_, section) = guide.split_once("\n## Settings\n").unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn the_guide_the_example_and_this_table_name_the_same_settings() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../kith.example.toml");
    let example = std::fs::read_to_string(example).unwrap();
    let rows = rows_of_the_guide();
    let names: Vec<&str> = rows.iter().map(|cells| cells[0].trim_matches('`')).collect();
    assert_eq!(names, ROWS.iter().map(|row| row.name).collect::<Vec<_>>());
    for cells in &rows {
        let name = cells[0].trim_matches('`');
        assert_eq!(cells[1].trim_matches('`'), variable_of(name));
        let key = name.rsplit('.').next().unwrap();
        let is_there =
            example.lines().any(|line| line.trim_start_matches("# ").starts_with(&format!("{key} = ")));
        assert!(is_there, "{name} is missing in kith.example.toml");
    }
    // Nothing stands in the example that is no setting, and as it stands it is a good file.
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), Some(&example), &[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_name_that_is_no_setting_is_named_with_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let slip = run(folder.path(), Some("lisen = \"127.0.0.1:3000\"\n"), &[]);
    must_refuse(&slip, "lisen", "a slip in the file");
    must_refuse(&slip, "settings.toml", "the file is named");
    must_refuse(&slip, "`listen`", "what there is instead");
    must_refuse(&run(folder.path(), Some("[mail]\nhost = \"x\"\n"), &[]), "smtp_host", "a slip below mail");
    must_refuse(&run(folder.path(), None, &[("lisen", "127.0.0.1:3000")]), "lisen", "a slip in a variable");
    must_refuse(&run(folder.path(), Some("listen = \n"), &[]), "settings.toml", "no TOML at all");
    assert!(!folder.path().join("data").exists(), "nothing was begun");
    // What test runs are told in variables of the same beginning is no slip.
    let told = [("samples", "/srv/samples"), ("not_checked", "/tmp/x"), ("test_postgres", "postgres://x")];
    assert!(run(folder.path(), None, &told).status.success());
}
