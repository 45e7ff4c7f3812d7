# Names for commands. `make help` lists them; each line calls cargo, npm or xtask.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

TARGET := $(or $(CARGO_TARGET_DIR),target)
DATA ?= data
DIST := web/dist/manifest.json
# Where the parts of a run write down what they could not check; tools/not-checked.sh reads it at the end.
export KITH_NOT_CHECKED := $(abspath $(TARGET))/not-checked
WEB := $(shell find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' 2>/dev/null)

.PHONY: help
help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: web ## Build pages and program, and serve on an embedded SQLite in ./data
	cargo run --release --locked --package kith -- serve --data $(DATA)

.PHONY: build
build: web catalogues ## Build the release program: target/release/kith
	cargo build --release --locked --package kith

.PHONY: demo
demo: web ## Fill ./demo with a made-up community and serve it
	cargo run --release --locked --package kith -- demo --data demo --members 200 --seed 1
	cargo run --release --locked --package kith -- serve --data demo

.PHONY: web
web: $(DIST) ## Build styles, scripts and icons into web/dist

$(DIST): $(WEB)
	cd web && npm ci --no-audit --no-fund --loglevel=error && npm run --silent build

.PHONY: catalogues
catalogues: ## Every sentence in every language, with the same arguments
	cargo run --quiet --locked --package xtask -- locales

.PHONY: check
check: web ## What is fast: format, lints, rules of the house, catalogues
	cargo fmt --check
	cargo clippy --locked --workspace --all-targets -- -D warnings
	cargo run --quiet --locked --package xtask -- tidy
	cargo run --quiet --locked --package xtask -- locales --strict
	cd web && npm run --silent check

.PHONY: deny
deny: ## Licences and sources of all libraries
	tools/cargo-deny.sh --offline check licenses bans sources

.PHONY: advisories
advisories: ## Known advisories against libraries, where their database can be had
	tools/advisories.sh

.PHONY: test
test: tools web ## Everything: lints, unit, property and server tests on both engines, browser tests
	rm -f $(KITH_NOT_CHECKED)
	$(MAKE) check deny advisories
	cargo run --quiet --locked --package xtask -- with-postgres tools/test.sh
	$(MAKE) browsers
	@tools/not-checked.sh

.PHONY: e2e
e2e: tools web ## Build the program, then the browser tests
	cargo build --locked --package kith --package kith-media
	$(MAKE) browsers

# The tests in Rust build the program and the worker for photos too, with what tests of the whole workspace ask of
# libraries; building both anew without that takes minutes and changes nothing that a browser sees.
.PHONY: browsers
browsers: ## Browser tests in headless Chromium, with the program that is built already
	cd e2e && npm ci --no-audit --no-fund --loglevel=error && npm test

.PHONY: nightly
nightly: tools web ## The long runs: crashes, mutations, many generated worlds, made-up requests, clients of others
	rm -f $(KITH_NOT_CHECKED)
	KITH_CRASH_ROUNDS=200 KITH_MUTATIONS=100000 PROPTEST_CASES=2000 cargo run --quiet --locked --package xtask -- with-postgres tools/test.sh nightly
	cargo build --locked --package kith
	tools/schemathesis.sh $(TARGET)/debug/kith
	$(MAKE) acceptance
	$(MAKE) advisories
	@tools/not-checked.sh

.PHONY: acceptance
acceptance: web ## Clients and checkers that were not written here, where they are at hand
	cargo build --locked --package kith
	tools/acceptance.sh $(TARGET)/debug/kith

.PHONY: fuzz
fuzz: ## Fuzz the parsers that meet strangers: FUZZ_SECONDS for each, or one TARGET
	tools/fuzz.sh

.PHONY: bench
bench: web ## Figures for docs/performance.md
	cargo build --release --locked --package kith
	cargo run --release --locked --package kith-bench -- all

.PHONY: tools
tools: ## Install what the tests need (Debian), or say what to install elsewhere
	tools/install.sh
