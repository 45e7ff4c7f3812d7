//! Pictures through the whole path: studio, worker process, fence, answer. Run with real and with hostile files.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test that meets something unexpected has failed, and says what it saw"
)]

mod ending;
mod hashes;
mod hostile;
mod metadata;
mod orientation;
mod sizes;

use std::path::{Path, PathBuf};

use kith_media::{Limits, Studio};

/// A studio with the crate's own worker program.
fn studio() -> Studio {
    studio_with(Limits::default())
}

fn studio_with(limits: Limits) -> Studio {
    Studio::new(vec![env!("CARGO_BIN_EXE_kith-media-worker").into()], limits)
}

/// A folder of the sample collection that lies beside the repository, or a note and nothing.
fn samples(folder: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: no samples at {}", path.display());
    None
}

/// Every file below a folder, in a fixed order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
