//! `cargo xtask with-postgres <command>`: one PostgreSQL server for the tests of a whole run, gone afterwards.

use std::io::{Error, Result};
use std::process::Command;

// Shared by path: depending on the test kit would build the whole product before this tool can run.
#[path = "../../crates/kith-testkit/src/postgres_server.rs"]
mod postgres_server;

use postgres_server::PostgresServer;

/// Runs `command` with `KITH_TEST_POSTGRES` set to a fresh server and answers whether it went well. Where PostgreSQL
/// is not installed the command runs without.
#[allow(clippy::print_stderr, reason = "a tool speaks on the terminal")]
pub fn run(command: &[String]) -> Result<bool> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(Error::other("usage: cargo xtask with-postgres <command> [argument]…"));
    };
    let server = PostgresServer::start()?;
    let mut command = Command::new(program);
    command.args(arguments);
    match &server {
        Some(server) => {
            command.env("KITH_TEST_POSTGRES", server.url());
        }
        None => eprintln!("PostgreSQL is not installed: running without"),
    }
    Ok(command.status()?.success())
}
