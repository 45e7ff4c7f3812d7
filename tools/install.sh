#!/usr/bin/env bash
# What `make test` needs beside Rust, Node.js and a C compiler: Chromium, PostgreSQL, fonts, cargo-nextest.
set -euo pipefail

have_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
have_chromium() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

missing=()
have_chromium || missing+=(chromium)
have_postgres || missing+=(postgresql)
[ -n "$(find /usr/share/fonts -iname '*NotoSansArabic*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-core)
[ -n "$(find /usr/share/fonts -iname '*NotoColorEmoji*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-color-emoji)

if [ ${#missing[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null; then
    run=(); [ "$(id -u)" = 0 ] || run=(sudo)
    "${run[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  else
    echo "make test needs these, please install them with your system's packages: ${missing[*]}" >&2
    exit 1
  fi
fi

if ! cargo nextest --version >/dev/null 2>&1; then
  cargo install --locked --quiet cargo-nextest
fi
