//! The real program, started and looked at from outside.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use kith_base::{Error, Result};
use kith_db::{Address, DbConfig};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// The program beside this one, with the words of one of its commands.
pub fn program(folder: &Path, config: &DbConfig, what: &[&str]) -> Result<Command> {
    let own = std::env::current_exe()?;
    let kith: PathBuf = own.parent().map(|bin| bin.join("kith")).unwrap_or_default();
    if !kith.is_file() {
        return Err(Error::internal("build the program first: cargo build --release -p kith"));
    }
    let mut command = Command::new(kith);
    command.args(what).arg("--data").arg(folder);
    if let Address::Postgres(url) = &config.address {
        command.arg("--database").arg(url.expose());
    }
    Ok(command)
}

/// The program while it serves.
pub struct Serving {
    child: Child,
    /// Where it listens, as `http://host:port`.
    pub address: String,
}

impl Serving {
    /// Starts it and waits until it is ready.
    pub async fn start(folder: &Path, config: &DbConfig) -> Result<Self> {
        let free = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let child = program(folder, config, &["serve"])?
            .args(["--listen", &free.to_string()])
            .env("KITH_RATE_LIMITS", "off")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let serving = Self { child, address: format!("http://{free}") };
        wait_for(&format!("{}/health/ready", serving.address)).await?;
        Ok(serving)
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What the process holds in memory, and how much of it is its own: the rest are pages of files that the system
    /// takes back when it needs the room.
    pub fn memory(&self) -> Result<String> {
        Ok(format!("{} ({} own)", mib(self.bytes("VmRSS:")?), mib(self.bytes("RssAnon:")?)))
    }

    /// What the process holds of its own, in bytes.
    pub fn own_memory(&self) -> Result<u64> {
        self.bytes("RssAnon:")
    }

    /// The most that the process ever held in memory, in bytes.
    pub fn most_memory(&self) -> Result<u64> {
        self.bytes("VmHWM:")
    }

    fn bytes(&self, name: &str) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>().unwrap_or(0) * 1024)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lets this process, and those that it starts, have as many open files as the system allows; how many that is.
pub fn open_many_files() -> Result<u64> {
    let allowed = getrlimit(Resource::Nofile);
    let limits = Rlimit { current: allowed.maximum, maximum: allowed.maximum };
    setrlimit(Resource::Nofile, limits).map_err(Error::internal)?;
    // No limit at all is written as none.
    Ok(allowed.maximum.unwrap_or(u64::MAX))
}

/// Waits until something answers well at `address`.
pub async fn wait_for(address: &str) -> Result<()> {
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        if reqwest::get(address).await.is_ok_and(|answer| answer.status().is_success()) {
            return Ok(());
        }
    }
    Err(Error::internal("the program did not begin to serve"))
}

/// Processor time that a process has taken so far (`proc(5)`: fields 14 and 15 of `stat`, in hundredths of a second).
pub fn processor_time(process: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(ticks * 10))
}

/// Bytes as people read them.
pub fn mib(bytes: u64) -> String {
    format!("{:.0} MiB", bytes as f64 / 1_048_576.0)
}
