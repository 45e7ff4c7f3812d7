#!/usr/bin/env bash
# Known advisories against our libraries. Where their database cannot be had, this says so and does not fail.
set -euo pipefail
cd "$(dirname "$0")/.."

# Said now, and once more at the end of a long run (tools/not-checked.sh).
not_checked() {
  echo "advisories: not checked: $1"
  if [ -n "${KITH_NOT_CHECKED:-}" ]; then
    mkdir -p "$(dirname "$KITH_NOT_CHECKED")"
    echo "advisories: $1" >>"$KITH_NOT_CHECKED"
  fi
}

# The day of the newest advisory in a copy of the database from an earlier run, if there is one.
copy_of() {
  for copy in "${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/*/; do
    git -C "$copy" log -1 --format=%cs 2>/dev/null && return
  done
}

# A tool that does not run is a failure; only what comes after it may be the network's fault.
tools/cargo-deny.sh --version >/dev/null
if said=$(GIT_TERMINAL_PROMPT=0 timeout 120 tools/cargo-deny.sh fetch db 2>&1); then
  echo "advisories: the database was fetched"
else
  day=$(copy_of || true)
  if [ -z "$day" ]; then
    # The last line says why.
    grep -v '^ *$' <<<"$said" | tail -n 1 >&2
    not_checked "database out of reach"
    exit 0
  fi
  not_checked "those after $day, database out of reach"
fi
exec tools/cargo-deny.sh check --disable-fetch advisories
