//! Measurements: `cargo run --release -p kith-bench -- storage|feed|uploads|all`. Figures are ratios within one run wherever
//! possible, because disks and machines differ.

mod feed;
mod serving;
mod storage;
mod uploads;

use std::process::ExitCode;

use kith_base::Result;

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks on the terminal")]
#[tokio::main]
async fn main() -> ExitCode {
    let measured = match std::env::args().nth(1).as_deref() {
        Some("storage") => storage::measure().await,
        Some("feed") => feed::measure().await,
        Some("uploads") => uploads::measure().await,
        Some("all") => all().await,
        _ => {
            eprintln!("usage: kith-bench storage|feed|uploads|all");
            return ExitCode::FAILURE;
        }
    };
    match measured {
        Ok(table) => {
            println!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn all() -> Result<String> {
    let storage = storage::measure().await?;
    let feed = feed::measure().await?;
    Ok(format!("{storage}\n{feed}\n{}", uploads::measure().await?))
}
