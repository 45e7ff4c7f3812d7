//! `kith doctor`: checks that what the program needs is there, and says what to do where it is not.

use std::path::Path;
use std::process::ExitCode;

use kith_base::Clock;
use kith_base::config::{Config, Switch};
use kith_db::{Db, Engine};
use kith_domain::site;

use crate::cli::Place;
use crate::complaint::Complaint;
use crate::{mail, say, wire};

/// Free space below this is a warning, below a tenth of it a problem.
const ENOUGH_SPACE: u64 = 2 * 1024 * 1024 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Fine,
    Warning,
    Problem,
}

struct Report {
    worst: Verdict,
}

impl Report {
    fn fine(&mut self, what: &str, text: &str) {
        self.say(Verdict::Fine, what, text);
    }

    fn warn(&mut self, what: &str, text: &str) {
        self.say(Verdict::Warning, what, text);
    }

    fn problem(&mut self, what: &str, text: &str) {
        self.say(Verdict::Problem, what, text);
    }

    fn say(&mut self, verdict: Verdict, what: &str, text: &str) {
        let word = match verdict {
            Verdict::Fine => "ok",
            Verdict::Warning => "warn",
            Verdict::Problem => "problem",
        };
        if verdict == Verdict::Problem || self.worst == Verdict::Fine {
            self.worst = verdict;
        }
        say::line(&format!("{word:<8} {what}: {text}"));
    }
}

/// Looks at everything; 1 when something is a problem.
pub async fn run(place: &Place) -> Result<ExitCode, Complaint> {
    let config = place.load(None, None)?;
    let mut report = Report { worst: Verdict::Fine };
    data_directory(&mut report, &config.data);
    disk(&mut report, &config.data);
    database(&mut report, &config).await;
    mail_settings(&mut report, &config).await;
    limits(&mut report, &config);
    worker(&mut report).await;
    Ok(if report.worst == Verdict::Problem { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn data_directory(report: &mut Report, folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(facts) = std::fs::metadata(folder) else {
        report
            .problem("data directory", &format!("{} is not there; `kith serve` makes it", folder.display()));
        return;
    };
    let probe = folder.join(format!("doctor-{}", kith_base::random_code(8)));
    if let Err(problem) = std::fs::write(&probe, b"x").and_then(|()| std::fs::remove_file(&probe)) {
        report.problem("data directory", &format!("{} cannot be written: {problem}", folder.display()));
        return;
    }
    if facts.permissions().mode() & 0o077 != 0 {
        let advice = format!("others on this machine may look in; chmod 700 {}", folder.display());
        report.warn("data directory", &advice);
    } else {
        report.fine("data directory", &folder.display().to_string());
    }
}

fn disk(report: &mut Report, folder: &Path) {
    let Ok(facts) = rustix::fs::statvfs(folder) else {
        report.warn("disk space", "could not be asked");
        return;
    };
    let free = facts.f_bavail.saturating_mul(facts.f_frsize);
    let text = format!("{} MB free", free / 1024 / 1024);
    if free < ENOUGH_SPACE / 10 {
        report.problem("disk space", &text);
    } else if free < ENOUGH_SPACE {
        report.warn("disk space", &text);
    } else {
        report.fine("disk space", &text);
    }
}

async fn database(report: &mut Report, config: &Config) {
    if config.database.expose() == "sqlite" && !config.sqlite_file().is_file() {
        report.warn("database", "not made yet; `kith serve` or `kith setup` makes it");
        return;
    }
    // Looked at before it is opened, because opening brings it up to date.
    match wire::pending(config).await {
        Ok(missing) if missing.is_empty() => {}
        Ok(missing) => {
            let text = format!(
                "not up to date; the next start, or `kith migrate`, will bring: {}",
                missing.join(", ")
            );
            return report.warn("database", &text);
        }
        Err(complaint) => return report.problem("database", complaint.text()),
    }
    let db = match wire::open_database(config, Clock::System).await {
        Ok(db) => db,
        Err(complaint) => {
            report.problem("database", complaint.text());
            return;
        }
    };
    let engine = match db.engine() {
        Engine::Sqlite => "SQLite",
        Engine::Postgres => "PostgreSQL",
    };
    report.fine("database", &format!("{engine} opens and is up to date"));
    statements(report, &db);
    community(report, config, &db).await;
    db.close().await;
}

fn statements(report: &mut Report, db: &Db) {
    match db.prepare_all() {
        Ok(broken) if broken.is_empty() => report.fine("statements", "all are understood by the database"),
        Ok(broken) => {
            for (name, problem) in broken {
                report.problem("statements", &format!("{name}: {problem}"));
            }
        }
        Err(error) => report.problem("statements", &error.to_string()),
    }
}

async fn community(report: &mut Report, config: &Config, db: &Db) {
    let settings = match db.read(site::read).await {
        Ok(settings) => settings,
        Err(error) => return report.problem("community", &error.to_string()),
    };
    if !settings.is_set_up {
        report.warn("community", "not set up yet; open the address in a browser, or use `kith setup`");
        return;
    }
    report.fine("community", &settings.name);
    let url = config.base_url.clone().unwrap_or(settings.base_url);
    let is_local =
        ["http://localhost", "http://127.", "http://[::1]"].iter().any(|start| url.starts_with(start));
    if url.is_empty() {
        report.warn("address", "none is set: links lead to where the server listens; KITH_BASE_URL sets one");
    } else if url.starts_with("http://") && !is_local {
        report.warn("address", &format!("{url} is not encrypted; passwords travel in the open"));
    } else if url.trim_end_matches('/').matches('/').count() > 2 {
        report.problem("address", &format!("{url} has a path; Kith needs a host of its own"));
    } else if url.starts_with("https://") && config.trusted_proxies.is_empty() {
        let advice = "but trusted_proxies is empty: behind the proxy that speaks https, all members look like one \
                      network to the limits";
        report.warn("address", &format!("{url} is good, {advice}"));
    } else {
        report.fine("address", &url);
    }
}

async fn mail_settings(report: &mut Report, config: &Config) {
    if let Err(complaint) = mail::from_config(config) {
        return report.problem("mail", complaint.text());
    }
    let Some(host) = mail::host(config) else {
        let what = match config.is_for_development() {
            true => "letters are kept in the folder mail for a week",
            false => "members get back in by codes from admins",
        };
        return report.warn("mail", &format!("no server is set; {what}"));
    };
    match mail::reach(config).await {
        Ok(()) => report.fine("mail", &format!("{host} answers")),
        Err(complaint) => report.problem("mail", complaint.text()),
    }
}

fn limits(report: &mut Report, config: &Config) {
    if config.rate_limits == Switch::Off && config.rate_limits_off() {
        report.warn("rate limits", "off; honoured because the server listens on loopback only");
    } else {
        report.fine("rate limits", "on");
    }
}

/// Starts the worker that reads photos and hands it nonsense: it has to start, fence itself in, and refuse.
async fn worker(report: &mut Report) {
    let Ok(program) = std::env::current_exe() else {
        return report.problem("photo worker", "this program does not know where it is");
    };
    let studio = kith_media::Studio::new(vec![program.into(), "media-worker".into()], wire::photo_limits());
    match studio.process(TINY_PNG.to_vec()).await {
        Ok(_) => report.fine("photo worker", "reads a photo inside its fence"),
        Err(problem) => report.problem("photo worker", &format!("{problem}")),
    }
}

/// One grey pixel.
const TINY_PNG: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
    0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
    0x77, 0xcd, 0x72, 0xb6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];
