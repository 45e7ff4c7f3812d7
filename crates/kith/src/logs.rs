//! Log lines on standard error. What they hold is chosen where they are written: ids, counts, durations; never texts
//! of members, names, addresses or keys.

use std::io::IsTerminal;

use kith_base::config::LogFormat;
use tracing_subscriber::EnvFilter;

/// Starts the log. `RUST_LOG` sets how much; without it what an operator wants to see.
pub fn start(format: LogFormat) {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,hyper=warn,lettre=warn"));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(true);
    let started = match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    if started.is_err() {
        crate::say::error("kith: a log is running already");
    }
}
