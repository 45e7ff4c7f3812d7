//! Measurements: `cargo run --release -p kith-bench -- storage`. Figures are ratios within one run wherever possible,
//! because disks and machines differ.

mod storage;

use std::process::ExitCode;

#[allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool speaks on the terminal")]
#[tokio::main]
async fn main() -> ExitCode {
    let measured = match std::env::args().nth(1).as_deref() {
        Some("storage") => storage::measure().await,
        _ => {
            eprintln!("usage: kith-bench storage");
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
