//! The rules of the house that a machine can hold: crate edges, order of features, sizes, banned words.
//! Each check is a small function that returns complaints; all are run as an ordinary test too.

mod edges;
mod sizes;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// A file of the project, as the checks see it.
pub(crate) struct Source {
    /// Path from the root, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    fn complain(&self, line: usize, what: impl AsRef<str>) -> String {
        format!("{}:{line}: {}", self.path, what.as_ref())
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Tests may do what the program may not.
    fn is_test(&self) -> bool {
        self.path.contains("/tests/")
            || self.path.ends_with("tests.rs")
            || self.path.contains("kith-testkit/")
    }
}

/// Runs every check over the tree at `root` and prints the complaints. `true` when there is none.
#[allow(clippy::print_stdout, reason = "a tool speaks on the terminal")]
pub(crate) fn run(root: &Path) -> io::Result<bool> {
    let complaints = complaints(root)?;
    for complaint in &complaints {
        println!("{complaint}");
    }
    println!("tidy: {} complaints", complaints.len());
    Ok(complaints.is_empty())
}

fn complaints(root: &Path) -> io::Result<Vec<String>> {
    let sources = read(root)?;
    let mut found = edges::check(root)?;
    found.extend(edges::feature_order(&sources));
    found.extend(sizes::check(&sources));
    found.extend(words::check(&sources));
    found.sort();
    Ok(found)
}

fn read(root: &Path) -> io::Result<Vec<Source>> {
    let rooms =
        ["crates", "xtask", "bench", "fuzz", "web", "e2e", "migrations", "locales", "docs", "tools", ".ci"];
    let skipped = ["node_modules", "dist", "target", "out", "screenshots", "corpus", "artifacts"];
    let mut sources = Vec::new();
    let mut paths: Vec<PathBuf> = rooms
        .iter()
        .flat_map(|room| {
            WalkDir::new(root.join(room))
                .into_iter()
                .filter_entry(|entry| !skipped.iter().any(|name| entry.file_name() == *name))
        })
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    for path in paths {
        let known = ["rs", "sql", "html", "css", "ts", "mjs", "ftl", "md", "toml", "sh", "json", "run"];
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let is_script = path.ends_with(".ci/run") || path.ends_with("Makefile");
        if !(known.contains(&extension) || is_script) || path.ends_with("package-lock.json") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        sources.push(Source { path, text });
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let found = complaints(&root).unwrap();
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}
