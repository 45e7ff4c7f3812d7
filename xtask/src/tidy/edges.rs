//! Which crate may use which, and which feature may use which.

use std::fs;
use std::io;
use std::path::Path;

use super::Source;

/// The rooms and the rooms that each one may use (architecture: base → text, locale, db, media → domain → http →
/// web → kith; net stands beside the domain, whose ports `kith` plugs it into). Dev-dependencies are not edges of the
/// program.
const EDGES: &[(&str, &[&str])] = &[
    ("kith-base", &[]),
    ("kith-text", &["kith-base"]),
    ("kith-locale", &["kith-base"]),
    ("kith-db", &["kith-base"]),
    ("kith-media", &["kith-base"]),
    ("kith-net", &["kith-base"]),
    ("kith-domain", &["kith-base", "kith-text", "kith-locale", "kith-db", "kith-media"]),
    ("kith-http", &["kith-base", "kith-domain", "kith-locale"]),
    ("kith-web", &["kith-base", "kith-text", "kith-locale", "kith-domain", "kith-http"]),
    ("kith-api", &["kith-base", "kith-text", "kith-locale", "kith-domain", "kith-http"]),
    (
        "kith",
        &[
            "kith-api",
            "kith-base",
            "kith-text",
            "kith-locale",
            "kith-db",
            "kith-media",
            "kith-net",
            "kith-domain",
            "kith-http",
            "kith-web",
        ],
    ),
];

/// Crates that are tools and tests: nobody may depend on them but as a dev-dependency.
const OUTSIDE: &[&str] = &["kith-testkit", "kith-bench", "xtask"];

pub(super) fn check(root: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join("crates"))? {
        let folder = entry?.path();
        let Some(name) = folder.file_name().and_then(|name| name.to_str()) else { continue };
        if OUTSIDE.contains(&name) {
            continue;
        }
        let Some((_, allowed)) = EDGES.iter().find(|(room, _)| *room == name) else {
            found.push(format!("crates/{name}: a room without a line in xtask/src/tidy/edges.rs"));
            continue;
        };
        let manifest = fs::read_to_string(folder.join("Cargo.toml"))?;
        found.extend(
            used(&manifest)
                .filter(|used| !allowed.contains(&used.as_str()))
                .map(|used| format!("crates/{name}/Cargo.toml:1: {name} may not use {used}")),
        );
    }
    Ok(found)
}

/// Our own crates in `[dependencies]`.
fn used(manifest: &str) -> impl Iterator<Item = String> + '_ {
    let mut in_dependencies = false;
    manifest.lines().filter_map(move |line| {
        if line.starts_with('[') {
            in_dependencies = line.trim() == "[dependencies]";
        }
        let name = line.split(['.', ' ', '=']).next()?;
        (in_dependencies && (name.starts_with("kith") || name == "xtask")).then(|| name.to_owned())
    })
}

/// Features of the domain in the order of their `mod` lines; a feature uses only those above it.
pub(super) fn feature_order(sources: &[Source]) -> Vec<String> {
    const ROOM: &str = "crates/kith-domain/src/";
    let Some(lib) = sources.iter().find(|source| source.path == format!("{ROOM}lib.rs")) else {
        return vec![format!("{ROOM}lib.rs: not found")];
    };
    let order: Vec<&str> =
        lib.text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    // The ground: modules every feature may use, and `app`, which holds what features keep in memory.
    let ground = ["app", "changes", "kinds", "migrations", "ports", "viewer", "work"];
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with(ROOM) && !source.is_test()) {
        let rest = source.path.strip_prefix(ROOM).unwrap_or_default();
        let Some((feature, _)) = rest.split_once('/') else { continue };
        let Some(place) = order.iter().position(|name| *name == feature) else {
            found.push(source.complain(1, format!("the feature {feature} is not named in lib.rs")));
            continue;
        };
        for (number, line) in source.text.lines().enumerate() {
            for (below, name) in
                order.iter().enumerate().filter(|(below, name)| *below > place && !ground.contains(name))
            {
                if uses(line, name) {
                    let what = format!("{feature} may not use {name}, which stands below it (place {below})");
                    found.push(source.complain(number + 1, what));
                }
            }
        }
    }
    found
}

fn uses(line: &str, feature: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.match_indices(&format!("crate::{feature}")).any(|(at, text)| {
        !code.chars().nth(at + text.len()).is_some_and(|next| next.is_alphanumeric() || next == '_')
    }) || (code.contains("use crate::{")
        && code.split(['{', ',', '}', ' ']).any(|part| part.split("::").next() == Some(feature)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: format!("crates/kith-domain/src/{path}"), text: text.to_owned() }
    }

    #[test]
    fn a_feature_that_looks_down_is_named() {
        let lib = source("lib.rs", "pub mod accounts;\npub mod posts;\n");
        let good = source("posts/mod.rs", "use crate::accounts;\n");
        let bad = source(
            "accounts/mod.rs",
            "use crate::posts::Post;\nuse crate::{App, posts};\n// crate::posts is fine here\n",
        );
        assert_eq!(feature_order(&[lib, good, bad]).len(), 2);
    }

    #[test]
    fn only_real_dependencies_are_edges() {
        let manifest = "[package]\nname = \"kith-x\"\n[dependencies]\nkith-base.workspace = true\nserde = \"1\"\n[dev-dependencies]\nkith-testkit.workspace = true\n";
        assert_eq!(used(manifest).collect::<Vec<_>>(), ["kith-base"]);
    }
}
