//! A PostgreSQL server of our own for tests: in a temporary folder, on a socket there, gone with the process that
//! started it. Uses nothing but the standard library, so that `xtask` can share the file.

use std::io::{Error, Result};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server; it ends when this is dropped, or when this process ends in whatever way.
pub struct PostgresServer {
    child: Child,
    folder: PathBuf,
}

impl PostgresServer {
    /// Starts a server; `None` when PostgreSQL is not installed.
    ///
    /// # Errors
    /// When it is installed but does not start.
    pub fn start() -> Result<Option<Self>> {
        Self::start_with(&[], &[])
    }

    /// The same with files in the folder of the database, readable by the server alone, and settings as `name=value`.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn start_with(files: &[(&str, &str)], settings: &[&str]) -> Result<Option<Self>> {
        let Some(programs) = programs() else { return Ok(None) };
        let folder = fresh_folder()?;
        let user = user(&folder)?;
        if let Some((uid, gid)) = user {
            chown(&folder, Some(uid), Some(gid))?;
        }
        let initdb = run_as(user, &programs.join("initdb"))
            .args([
                "-A",
                "trust",
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions",
            ])
            .arg("-D")
            .arg(folder.join("db"))
            .current_dir(&folder)
            .output()?;
        if !initdb.status.success() {
            return Err(Error::other(String::from_utf8_lossy(&initdb.stderr).into_owned()));
        }
        for (name, text) in files {
            let file = folder.join("db").join(name);
            std::fs::write(&file, text)?;
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600))?;
            if let Some((uid, gid)) = user {
                chown(&file, Some(uid), Some(gid))?;
            }
        }
        let child = watched(user, &programs, &folder, settings)?;
        let server = Self { child, folder };
        let port = settings.iter().find_map(|setting| setting.strip_prefix("port=")).unwrap_or("5432");
        server.wait_until_ready(&programs, port)?;
        Ok(Some(server))
    }

    /// The address of the server's own database, beside which tests make theirs.
    pub fn url(&self) -> String {
        format!("postgres:///postgres?host={}&user=postgres", self.folder.display())
    }

    fn wait_until_ready(&self, programs: &Path, port: &str) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            let mut ask = Command::new(programs.join("pg_isready"));
            let answer = ask.arg("-q").arg("-h").arg(&self.folder).args(["-p", port]).status()?;
            if answer.success() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Error::other(format!("PostgreSQL did not start: {log}")))
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        // Closing the pipe is the sign to end.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Starts the server under a shell that ends it and removes its folder as soon as the pipe to us is closed: that
/// happens however we end, even by SIGKILL.
fn watched(user: Option<(u32, u32)>, programs: &Path, folder: &Path, settings: &[&str]) -> Result<Child> {
    const WATCH: &str = r#"trap '' INT TERM HUP
folder=$1; shift
"$@" >"$folder/log" 2>&1 </dev/null &
cat >/dev/null
kill -QUIT $!; wait $!; rm -rf "$folder""#;
    let server = run_as(user, &programs.join("postgres"));
    Command::new("sh")
        .args(["-c", WATCH, "watch"])
        .arg(folder)
        .arg(server.get_program())
        .args(server.get_args())
        .arg("-D")
        .arg(folder.join("db"))
        .arg("-k")
        .arg(folder)
        .args(["-c", "listen_addresses=", "-c", "max_connections=400", "-c", "shared_buffers=64MB"])
        .args(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"])
        .args(settings.iter().flat_map(|setting| ["-c", setting]))
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

/// Where the newest PostgreSQL is installed.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .collect();
    versions.sort();
    let in_path = std::env::var_os("PATH");
    let in_path = in_path.iter().flat_map(std::env::split_paths).collect::<Vec<_>>();
    let installed = versions.into_iter().rev().map(|(_, folder)| folder).chain(in_path);
    installed.into_iter().find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
}

fn fresh_folder() -> Result<PathBuf> {
    for number in 0..1000 {
        let folder = std::env::temp_dir().join(format!("kith-pg-{}-{number}", std::process::id()));
        match std::fs::create_dir(&folder) {
            Ok(()) => {
                std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755))?;
                return Ok(folder);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(Error::other("no free name for a temporary folder"))
}

/// PostgreSQL refuses to run as root; then an unprivileged user is taken.
fn user(folder: &Path) -> Result<Option<(u32, u32)>> {
    if std::fs::metadata(folder)?.uid() != 0 {
        return Ok(None);
    }
    let passwd = std::fs::read_to_string("/etc/passwd")?;
    let find = |name: &str| {
        passwd.lines().find_map(|line| {
            let mut fields = line.split(':');
            (fields.next() == Some(name)).then_some(())?;
            Some((fields.nth(1)?.parse().ok()?, fields.next()?.parse().ok()?))
        })
    };
    find("postgres")
        .or_else(|| find("nobody"))
        .map(Some)
        .ok_or_else(|| Error::other("no user for PostgreSQL"))
}

fn run_as(user: Option<(u32, u32)>, program: &Path) -> Command {
    let Some((uid, gid)) = user else { return Command::new(program) };
    let mut command = Command::new("setpriv");
    command
        .arg(format!("--reuid={uid}"))
        .arg(format!("--regid={gid}"))
        .args(["--clear-groups", "--"])
        .arg(program);
    command
}
