#!/usr/bin/env bash
# Runs the fuzz targets one after the other, each for FUZZ_SECONDS, or the one named TARGET. Cases that were found stay in
# fuzz/corpus, failures in fuzz/artifacts.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-60}

missing=()
cargo fuzz --version >/dev/null 2>&1 || missing+=("cargo-fuzz: cargo install --locked cargo-fuzz")
rustup run nightly rustc --version >/dev/null 2>&1 || missing+=("a nightly compiler: rustup toolchain install nightly")
command -v c++ >/dev/null || missing+=("a C++ compiler for libFuzzer: apt-get install g++")
if [ ${#missing[@]} -gt 0 ]; then
  printf 'make fuzz needs %s\n' "${missing[@]}" >&2
  exit 1
fi

# The very versions that the program is built from.
cp Cargo.lock fuzz/Cargo.lock
targets=(markdown html names words pictures forms heads)
[ -z "${TARGET:-}" ] || targets=("$TARGET")
for target in "${targets[@]}"; do
  mkdir -p "fuzz/corpus/$target"
  seeds=()
  [ "$target" != pictures ] || seeds=(crates/kith-media/tests/samples/{orientation,place,broken,disguised})
  echo "fuzz: $target for $seconds seconds"
  cargo +nightly fuzz run "$target" "fuzz/corpus/$target" "${seeds[@]}" -- -max_total_time="$seconds" -rss_limit_mb=2048
done
