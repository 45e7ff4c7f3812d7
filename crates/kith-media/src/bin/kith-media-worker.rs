//! The worker as a program of its own, for tests and measurements; servers run `kith media-worker`.
//!
//! With the argument `probe` it tries its fence instead and prints what was still possible, a line each.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("probe") {
        let possible = kith_media::worker::probe();
        return match writeln!(std::io::stdout(), "{}", possible.join("\n")) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    kith_media::worker::main()
}
