//! The project's own tools: rules of the house, catalogues, a PostgreSQL for tests.

mod locales;
mod tidy;
mod with_postgres;

use std::path::Path;
use std::process::ExitCode;

#[allow(clippy::print_stderr, reason = "a tool speaks on the terminal")]
fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.first().map(String::as_str) {
        Some("locales") => locales::run(&root, arguments.iter().any(|argument| argument == "--strict")),
        Some("tidy") => tidy::run(&root),
        Some("with-postgres") => with_postgres::run(arguments.get(1..).unwrap_or_default()),
        _ => {
            eprintln!("usage: cargo xtask tidy | locales [--strict] | with-postgres <command> [argument]…");
            return ExitCode::FAILURE;
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
