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

// Shared by path: depending on the test kit would build the whole product before pictures can be tested.
#[path = "../../../kith-testkit/src/samples.rs"]
mod collection;

use std::path::{Path, PathBuf};

use collection::sample;
use kith_media::{Limits, Studio};

/// A studio with the crate's own worker program.
fn studio() -> Studio {
    studio_with(Limits::default())
}

fn studio_with(limits: Limits) -> Studio {
    Studio::new(vec![env!("CARGO_BIN_EXE_kith-media-worker").into()], limits)
}

/// Where the few samples lie that the repository brings along.
fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)
}

/// The files of one folder of them, or of all with an empty name.
fn own_samples(folder: &str) -> Vec<PathBuf> {
    let mut found = files(&own(folder));
    found.retain(|path| path.extension().is_none_or(|ending| ending != "md"));
    found
}

/// A folder of our own samples and what the large collection has at `others`, if that is there.
fn all_samples(folder: &str, others: &[&str]) -> Vec<PathBuf> {
    let mut found = own_samples(folder);
    found.extend(others.iter().filter_map(|folder| sample(folder)).flat_map(|folder| files(&folder)));
    found
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
