//! The real program in a process of its own, as an operator runs it: for what only a process can show (a kill, a
//! graceful end, the command line beside a running server).

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its ground is missing")]

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use kith_db::{Address, DbConfig};
use rustix::process::{Pid, Signal, kill_process};

use crate::Browser;
use crate::engines::Fresh;

/// An installation of the program: a data directory, a database, a port.
pub struct Program {
    /// Where the program lies.
    binary: PathBuf,
    /// The data directory.
    pub folder: tempfile::TempDir,
    /// Where it listens.
    pub listens: SocketAddr,
    /// Where it shows its figures.
    pub metrics: SocketAddr,
    database: Option<String>,
    _fresh: Option<Fresh>,
    child: Option<Child>,
}

impl Program {
    /// An installation of `binary` on SQLite that does not run yet.
    pub fn on_sqlite(binary: impl Into<PathBuf>) -> Self {
        Self::new(binary.into(), None)
    }

    /// One on PostgreSQL; none where that is not installed.
    pub fn on_postgres(binary: impl Into<PathBuf>) -> Option<Self> {
        Some(Self::new(binary.into(), Some(Fresh::postgres()?)))
    }

    fn new(binary: PathBuf, fresh: Option<Fresh>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = fresh.as_ref().and_then(|fresh| address_of(&fresh.config));
        Self {
            binary,
            folder,
            listens: free_port(),
            metrics: free_port(),
            database,
            _fresh: fresh,
            child: None,
        }
    }

    /// Runs a command of the program to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Runs a command that must succeed; what it printed.
    ///
    /// # Panics
    /// When it fails.
    pub fn must(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "kith {arguments:?}: {}\n{out}\n{err}", output.status);
        out.into_owned()
    }

    /// Runs a command with words on its standard input.
    pub fn run_with_input(&self, arguments: &[&str], input: &str) -> Output {
        use std::io::Write;
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut stdin = child.stdin.take().expect("an input");
        // A program that does not read closes the pipe; its answer tells more than our failure to write.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        child.wait_with_output().expect("the program ends")
    }

    /// Starts the server and waits until it is ready; how long that took.
    ///
    /// # Panics
    /// When it is not ready within ten seconds.
    pub async fn serve(&mut self, settings: &[(&str, &str)]) -> Duration {
        let log = std::fs::File::options().create(true).append(true).open(self.log_path()).expect("a log");
        let begun = Instant::now();
        let child = self
            .command(&["serve"])
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the log twice"))
            .stderr(log)
            .spawn()
            .expect("the program starts");
        self.child = Some(child);
        while begun.elapsed() < Duration::from_secs(10) {
            let ready = reqwest::get(format!("http://{}/health/ready", self.listens)).await;
            if ready.is_ok_and(|answer| answer.status().is_success()) {
                return begun.elapsed();
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("not ready in ten seconds: {}", self.log());
    }

    /// Everything the server wrote.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_path()).unwrap_or_default()
    }

    /// A browser at this server.
    pub fn browser(&self) -> Browser {
        let address = format!("http://{}", self.listens);
        Browser::new(address.clone(), &address)
    }

    /// The process of the server.
    ///
    /// # Panics
    /// When it does not run.
    pub fn pid(&self) -> u32 {
        self.child.as_ref().expect("a running server").id()
    }

    /// Ends the server as a power cut would.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Asks the server to end, as an init system would.
    ///
    /// # Panics
    /// When it does not run.
    pub fn ask_to_end(&self) {
        let pid = Pid::from_child(self.child.as_ref().expect("a running server"));
        kill_process(pid, Signal::TERM).expect("the process takes signals");
    }

    /// Waits until the server has ended.
    ///
    /// # Panics
    /// When it does not within `limit`.
    pub async fn wait(&mut self, limit: Duration) -> ExitStatus {
        let begun = Instant::now();
        let child = self.child.as_mut().expect("a running server");
        while begun.elapsed() < limit {
            if let Some(status) = child.try_wait().expect("a process of ours") {
                self.child = None;
                return status;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the server did not end in {limit:?}: {}", self.log());
    }

    /// The data directory.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log_path(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(arguments)
            .env_clear()
            .env("KITH_DATA", self.data())
            .env("KITH_LISTEN", self.listens.to_string())
            .env("KITH_METRICS_LISTEN", self.metrics.to_string())
            .env("KITH_BASE_URL", format!("http://{}", self.listens))
            .current_dir(self.folder.path());
        if let Some(database) = &self.database {
            command.env("KITH_DATABASE", database);
        }
        command
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The program `kith` beside the test that runs (`target/<profile>/deps/..`), if it was built.
pub fn beside_this_test() -> Option<PathBuf> {
    let test = std::env::current_exe().ok()?;
    let binary = test.parent().and_then(Path::parent)?.join("kith");
    binary.is_file().then_some(binary)
}

fn free_port() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the port")
}

fn address_of(config: &DbConfig) -> Option<String> {
    match &config.address {
        Address::Postgres(url) => Some(url.expose().to_owned()),
        Address::Sqlite(_) => None,
    }
}
