//! The worker as a program of its own, for tests and measurements; servers run `kith media-worker`.
//!
//! With the argument `probe` it tries its fence instead and prints what it found.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("probe") {
        return match writeln!(std::io::stdout(), "{:?}", kith_media::worker::probe()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    kith_media::worker::main()
}
