//! Public collections of sample files, which are no part of the repository: where they lie, and what is said where they
//! do not.
//!
//! Crates below the test kit take this file by its path.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops where its ground is missing, and says what it left out"
)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Once;

/// The file or folder `name` of the collection; nothing where it is not there, and a note that `make test` counts at
/// its end.
///
/// # Panics
/// When `KITH_SAMPLES` names a folder that does not exist.
pub fn sample(name: &str) -> Option<PathBuf> {
    let collection = collection();
    let path = collection.join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: there is no {}", path.display());
    note(&collection);
    None
}

/// `KITH_SAMPLES`, from the root of the repository unless it begins with a slash, or `shared/data` beside the repository.
fn collection() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("rust-toolchain.toml").is_file());
    let root = root.expect("the root of the repository");
    match std::env::var_os("KITH_SAMPLES").filter(|named| !named.is_empty()) {
        Some(named) => {
            let folder = root.join(named);
            assert!(folder.is_dir(), "KITH_SAMPLES: there is no folder {}", folder.display());
            folder
        }
        None => root.parent().unwrap_or(root).join("shared/data"),
    }
}

/// Writes into the file `KITH_NOT_CHECKED` that this test went without; once, for each test is a process of its own.
fn note(collection: &Path) {
    static NOTED: Once = Once::new();
    NOTED.call_once(|| write_down(&format!("samples: {}", collection.display())));
}

/// Writes a line into the file `KITH_NOT_CHECKED`, which `make test` reads at its end.
pub(crate) fn write_down(line: &str) {
    let Some(file) = std::env::var_os("KITH_NOT_CHECKED") else { return };
    let file = std::fs::File::options().create(true).append(true).open(file);
    // In one piece, since other tests write at the same time.
    if let Err(problem) = file.and_then(|mut file| file.write_all(format!("{line}\n").as_bytes())) {
        eprintln!("what was skipped could not be written down: {problem}");
    }
}
