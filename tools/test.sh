#!/usr/bin/env bash
# All tests written in Rust. `xtask with-postgres` runs it with KITH_TEST_POSTGRES set.
# `tools/test.sh nightly` takes the profile of that name in .config/nextest.toml.
set -euo pipefail
cargo nextest run --locked --workspace --no-fail-fast --profile "${1:-default}"
cargo test --locked --workspace --doc --quiet
