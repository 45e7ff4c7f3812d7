#!/usr/bin/env bash
# All tests written in Rust. `xtask with-postgres` runs it with KITH_TEST_POSTGRES set.
set -euo pipefail
cargo nextest run --locked --workspace --no-fail-fast
cargo test --locked --workspace --doc --quiet
