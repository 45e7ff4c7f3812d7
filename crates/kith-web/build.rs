//! Embeds what `npm run build` left in web/dist. Names carry a hash of their content, so browsers may keep them.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a build script stops where its ground is missing"
)]
#![allow(clippy::disallowed_methods, reason = "cargo hands its paths to a build script in the environment")]

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist/manifest.json");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let dist = Path::new(&root).join("../../web/dist");
    let Ok(text) = fs::read_to_string(dist.join("manifest.json")) else {
        println!("cargo::error=web/dist is not there: run `make web` (needs Node.js) first");
        return;
    };
    let manifest: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("the build writes it");
    let mut code = String::from("pub(crate) static FILES: &[File] = &[\n");
    for (name, hashed) in &manifest {
        let hashed = hashed.as_str().expect("names are text");
        let path = fs::canonicalize(dist.join(hashed)).expect("the manifest names files that are there");
        writeln!(code, "    File {{ name: {name:?}, hashed: {hashed:?}, bytes: include_bytes!({path:?}) }},")
            .expect("memory");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("assets.rs"), code).expect("cargo's folder takes files");
}
