# Vitrine: two commands are enough, `make site` and `make test`. Each installs what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

CONTENT ?= Content
THEME ?= Themes/vitrine
OUTPUT ?= _site
PREFIX ?= /usr/local
CHECKS := --explicit-target-dependency-import-check error
TOOL := .build/release/vitrine

.PHONY: site build test test-swift test-pages gallery golden sanitize format lint install clean

## site: builds the tool and the site in _site/
site: build
	$(TOOL) build --content "$(CONTENT)" --theme "$(THEME)" --output "$(OUTPUT)"

build:
	@bash Tools/setup build
	swift build -c release --product vitrine $(CHECKS)

## test: every test; Swift's first, then the pages in a real browser
test: test-swift test-pages

test-swift:
	@bash Tools/setup build
	swift build --build-tests $(CHECKS)
	swift test

test-pages: build
	@bash Tools/setup pages
	rm -rf .build/pages-test && mkdir -p .build/pages-test
	$(TOOL) build --content Content --theme Themes/vitrine --output .build/pages-test/site
	$(TOOL) audit .build/pages-test/site
	.venv/bin/python Tests/browser/run.py .build/pages-test/site
	$(TOOL) build --content Tests/Fixtures/two-objectives --theme Themes/plain --output .build/pages-test/other
	.venv/bin/python Tests/browser/run.py .build/pages-test/other

## golden: renews the golden files; read the diff before you commit it
golden:
	@bash Tools/setup build
	VITRINE_GOLDEN=renew swift test || true
	git status --short Tests

## gallery: every chart in every state, in _gallery/
gallery:
	@bash Tools/setup build
	VITRINE_GALLERY="$(CURDIR)/_gallery" swift test --filter Gallery

## sanitize: the tests under the address and thread sanitizers
sanitize:
	@bash Tools/setup build
	swift test --sanitize=address --scratch-path .build-address
	swift test --sanitize=thread --scratch-path .build-thread

format:
	swift format -i -r Sources Tests Package.swift

lint:
	swift format lint --strict -r Sources Tests Package.swift

## install: the tool, for everybody on this machine
install: build
	install -D -m 755 $(TOOL) "$(DESTDIR)$(PREFIX)/bin/vitrine"

clean:
	rm -rf .build .build-address .build-thread _site _gallery .venv
