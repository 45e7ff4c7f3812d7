#!/usr/bin/env bash
# Runs cargo-deny, installing it beside the build the first time.
set -euo pipefail
root="${CARGO_TARGET_DIR:-target}/tools"
deny=$(command -v cargo-deny || true)
if [ -z "$deny" ]; then
  deny="$root/bin/cargo-deny"
  # A debug build is quick to make, and the check takes seconds either way.
  [ -x "$deny" ] || cargo install --locked --quiet --debug --root "$root" --target-dir "$root/build" cargo-deny
  rm -rf "$root/build"
fi
# The graph covers every target, so every crate of the lock file has to be at hand.
cargo fetch --locked --quiet
exec "$deny" "$@"
