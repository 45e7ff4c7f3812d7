//! The worker as a program of its own, for tests and measurements; servers run `kith media-worker`.

use std::process::ExitCode;

fn main() -> ExitCode {
    kith_media::worker::main()
}
