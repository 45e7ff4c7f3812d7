//! Measurements: `cargo run --release -p kith-bench -- storage|feed|groups|uploads|api|live|search|all`.
//! Figures are ratios within one run wherever possible, because disks and machines differ.

mod api;
mod feed;
mod groups;
mod live;
mod search;
mod serving;
mod storage;
mod uploads;

use std::process::ExitCode;

use kith_base::{Error, Result};

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks on the terminal")]
#[tokio::main]
async fn main() -> ExitCode {
    let measured = match std::env::args().nth(1).as_deref() {
        Some("storage") => storage::measure().await,
        Some("feed") => feed::measure().await,
        Some("groups") => groups::measure().await,
        Some("api") => api::measure().await,
        Some("live") => live::measure().await,
        Some("search") => search::measure().await,
        Some("fixed") => fixed().await,
        Some("uploads") => uploads::measure().await,
        Some("all") => all().await,
        _ => {
            eprintln!("usage: kith-bench storage|feed|groups|uploads|api|live|search|all");
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
    let groups = groups::measure().await?;
    let uploads = uploads::measure().await?;
    let api = api::measure().await?;
    let live = live::measure().await?;
    Ok(format!("{storage}\n{feed}\n{groups}\n{uploads}\n{api}\n{live}\n{}", search::measure().await?))
}

/// The other side of a comparison, started by `api`: `fixed ADDR:PORT BYTES`.
async fn fixed() -> Result<String> {
    let mut given = std::env::args().skip(2);
    let address = given.next().and_then(|word| word.parse().ok());
    let bytes = given.next().and_then(|word| word.parse().ok());
    match address.zip(bytes) {
        Some((address, bytes)) => api::serve_fixed(address, bytes).await,
        None => Err(Error::internal("usage: kith-bench fixed ADDR:PORT BYTES")),
    }
}
