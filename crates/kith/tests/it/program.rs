//! The built program in a data directory of its own.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A password that is good enough everywhere.
pub const PASSWORD: &str = "tall copper lantern";

/// A data directory and what runs on it.
pub struct Program {
    pub data: tempfile::TempDir,
}

impl Program {
    pub fn new() -> Self {
        Self { data: tempfile::tempdir().unwrap() }
    }

    /// A community that is set up, owned by `greta`.
    pub fn set_up() -> Self {
        let program = Self::new();
        let done = program.run(
            &["setup", "--name", "Elm Field", "--admin", "greta", "--password-stdin", "--join", "invite"],
            PASSWORD,
        );
        assert!(done.status.success(), "{done:?}");
        program
    }

    /// Runs a command on this data, with `input` on standard input.
    pub fn run(&self, words: &[&str], input: &str) -> Output {
        run_at(self.data.path(), words, input)
    }

    /// Starts the server on a free port.
    pub fn serve(&self) -> Server {
        let mut child = command(self.data.path(), &["serve", "--listen", "127.0.0.1:0"])
            .env("KITH_RATE_LIMITS", "off")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().unwrap().unwrap();
        let code = first.rsplit(' ').next().unwrap().to_owned();
        let (_, rest) = first.split_once("http://").unwrap_or_else(|| panic!("no address in {first:?}"));
        let address = rest.split(['/', ' ']).next().unwrap();
        // Whoever reads no further must not stop the server from speaking.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, base: format!("http://{address}"), code }
    }
}

/// A running server; it is told to stop when this is dropped.
pub struct Server {
    child: Child,
    pub base: String,
    /// The code of the first run, as long as it is not over.
    pub code: String,
}

impl Server {
    /// Sends the signal and waits; whether the program ended well.
    pub fn stop(mut self) -> bool {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command with `input` on standard input.
pub fn run_at(data: &Path, words: &[&str], input: &str) -> Output {
    let mut child = command(data, words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not want it may have ended already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn command(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kith"));
    command.env_clear().env("KITH_DATA", data).args(words);
    command
}
