# maatwerk: social return, from suppliers' spreadsheets to workbooks
#
#   make            shows this
#   make example    sets up what is missing, builds, and converts the example submissions into examples/uit
#   make test       sets up what is missing and runs all tests, side by side
#   make build      builds the command .build/release/maatwerk
#   make batch      converts what changed in IN to OUT, and makes the ministry's workbook (REGISTER=folder, JOBS=n)
#   make batch-slurm  does the same on a Slurm cluster, CHUNK submissions a task
#   make test-slurm   tries that on a Slurm of one node on this machine
#   make deb        makes a Debian package with the Swift runtime in it, .build/packages (and its bill of materials)
#   make try-deb    installs that package on a Debian without Swift, in a folder, and converts the examples there
#   make reproducible  builds twice, in two folders, and compares the bytes
#   make install    puts the command in PREFIX/bin (PREFIX=/usr/local)
#   make docs       writes docs/regels.md from the rules and docs/veldengids.md from the tables
#   make pictures   makes the pictures of the handbooks anew (docs/beelden), for review by eye
#   make golden     renews the expected texts and findings, for review as a diff
#   make documentation  makes the manual of the library, .build/documentation (open it with any web server)
#   make adding     proves in a copy of the tree what adding a rule, column, sheet or table takes
#   make nightly    what takes longer: the black-box tests on the release build, then fuzz, broken, oracle, adding, instructions, bench and a short fuzz-coverage
#   make fuzz       looks for crashes, lost rows and leaks with made-up inputs (RUNS=n, SEED=n, SECONDS=n, KIND=csv, xlsx, ... or all)
#   make broken    breaks the machine under the command: kills, full disks, rights, clocks (KILLS=n, SEED=n)
#   make fuzz-coverage  fuzzes the readers by coverage, with AddressSanitizer (SECONDS=n for each of fifteen targets)
#   make oracle     compares the figures with another calculation, on made-up cases (SEED=n, ORACLE="--limit 3 --skip contracts")
#   make library    builds and tries the library as a package of a department uses it (examples/bibliotheek)
#   make same       compares all that two builds write, byte for byte (BEFORE=binary or revision, AFTER=binary)
#   make bench      measures speed and memory beside a plain C program and other libraries (BENCH="--large --report")
#   make instructions  counts the instructions of small cases and compares them with what is recorded (INSTRUCTIONS=--record)
#   make format     formats the sources
#   make lint       checks the format of the sources
#   make clean      removes what was made

IN       ?= inbox
OUT      ?= out
REGISTER ?=
JOBS     ?= $(shell nproc)
CHUNK    ?= 200
PREFIX   ?= /usr/local
RUNS     ?= 50000
SEED     ?= 1
SECONDS  ?= 3600
KIND     ?= all
ORACLE   ?=
KILLS    ?= 300
BENCH    ?=
INSTRUCTIONS ?=
BEFORE   ?= HEAD
AFTER    ?= .build/debug/maatwerk

# The command that is used and installed; TOOL=.build/debug/maatwerk is the one that is tested.
TOOL     := .build/release/maatwerk
# What the tests run: one build for unit tests and black-box tests alike.
DEBUG_TOOL := .build/debug/maatwerk
SOURCES  := Package.swift $(shell find Sources -type f)
VENV     := .build/python
PYTHON   := $(VENV)/bin/python
# Of every build without optimising: all of them share one folder, and with other options it would all be built again.
BUILD_OPTIONS ?=
# The libraries that others use, to measure beside.
BENCH_VENV := .build/bench-python

# The C++ library that Swift's compiler builds with comes with g++.
BUILD_PACKAGES := libcsv-dev libxlsxwriter-dev libssl-dev libzip-dev libxml2-dev zlib1g-dev libisal-dev g++ pkg-config
TEST_PACKAGES  := libreoffice-calc python3-uno poppler-utils unzip python3-venv libfaketime
# Besides TEST_PACKAGES, for the pictures only.
PICTURE_PACKAGES := imagemagick

EXAMPLES       := examples/inzendingen
EXAMPLE_OUTPUT := examples/uit

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-test build build-tests deb try-deb reproducible example test test-release nightly documentation adding test-slurm batch batch-slurm install docs pictures golden fuzz fuzz-coverage broken oracle library same bench instructions format lint clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | sed '/^$$/q' | head -1
	@sed -n 's/^#   make/  make/p' Makefile

# Installs the Debian packages that are missing, and asks for Swift where it is.
setup:
	@.ci/install $(BUILD_PACKAGES)
	@swift --version >/dev/null 2>&1 || { echo "Swift 6.1 of nieuwer ontbreekt (Swift 6.1 or newer is missing): zie/see swift.org/install" >&2; exit 1; }

setup-test: setup $(VENV)/ready
	@.ci/install $(TEST_PACKAGES)

# The packages that re-read workbooks and JSON live apart from the system's Python.
$(VENV)/ready: Tests/requirements.txt
	@.ci/install python3-venv
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

build: setup $(TOOL)

# With Swift's runtime in it: it starts in two thirds of the time, and runs on nodes of a cluster that have no Swift.
.build/release/maatwerk: $(SOURCES)
	packaging/optimised
	@touch $@

$(DEBUG_TOOL): $(SOURCES)
	swift build --product maatwerk $(BUILD_OPTIONS)
	@touch $@

example: build
	$(TOOL) convert $(EXAMPLES)/* --register examples/register --output $(EXAMPLE_OUTPUT) --jobs $(JOBS)
	@echo "Open $(EXAMPLE_OUTPUT)/*/rapport.xlsx"

# Links the command as well.
build-tests: setup
	swift build --build-tests $(BUILD_OPTIONS)
	@touch $(DEBUG_TOOL)

# One more at a time than there are processors: a part waits at times, for LibreOffice most of all. The unit tests run one after another, as
# the other parts keep the processors busy: side by side they wait for each other, and take a sixth more. They have the options of the build,
# as with others the plan is written anew, and whatever builds next links the command again under those who are using it.
test: setup-test build-tests
	MAATWERK=$(CURDIR)/$(DEBUG_TOOL) PYTHON=$(CURDIR)/$(PYTHON) $(PYTHON) Tests/all.py --jobs $$(($(JOBS) + 1)) -- swift test --skip-build --no-parallel $(BUILD_OPTIONS)

# The optimiser can be wrong too: the same black-box tests on what is installed.
test-release: setup-test build
	MAATWERK=$(CURDIR)/$(TOOL) $(PYTHON) Tests/all.py --jobs $(JOBS)

nightly: test-release fuzz broken oracle adding instructions bench
	$(MAKE) fuzz-coverage SECONDS=20

adding: setup-test
	$(PYTHON) Tests/Adding/adding.py

# The compiler's own tools: a plugin would be one more dependency of everybody who uses the library.
documentation: build-tests
	rm -rf .build/symbols && mkdir -p .build/symbols
	for module in Maatwerk Assessments Consolidations Intake Rules SocialReturnModel; do \
		swift symbolgraph-extract -module-name $$module -target $$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p') \
			-I .build/debug/Modules $(foreach map,$(wildcard Sources/C*/module.modulemap),-Xcc -fmodule-map-file=$(map)) -I /usr/include/libxml2 \
			-minimum-access-level public -skip-inherited-docs -output-dir .build/symbols || exit 1; done
	docc convert Sources/Maatwerk/Maatwerk.docc --warnings-as-errors --additional-symbol-graph-dir .build/symbols --output-dir .build/documentation \
		--fallback-display-name Maatwerk --fallback-bundle-identifier nl.rijk.maatwerk

# A path for the shell, whatever blanks and signs are in its name.
quoted         = '$(subst ','\'',$(1))'
WITH_REGISTER  = $(if $(REGISTER),--register $(call quoted,$(REGISTER)))

# make turns every failure into 2: cluster/batch returns the true status, says it, and keeps it in $(OUT)/.maatwerk/status.
batch: build
	@cluster/batch $(TOOL) $(call quoted,$(IN)) $(call quoted,$(OUT)) $(JOBS) $(WITH_REGISTER)

batch-slurm: build
	@command -v sbatch >/dev/null || .ci/install slurm-client
	@status=0; cluster/slurm-batch $(TOOL) $(call quoted,$(IN)) $(call quoted,$(OUT)) $(CHUNK) $(WITH_REGISTER) || status=$$?; \
	cluster/ministerie $$status $(TOOL) $(call quoted,$(OUT)) $(WITH_REGISTER)

test-slurm: setup-test build
	@.ci/install slurm-wlm munge
	MAATWERK=$(CURDIR)/$(TOOL) $(PYTHON) -m unittest discover --start-directory Tests/Cluster --top-level-directory Tests/Cluster

install: build
	install -D $(TOOL) $(DESTDIR)$(PREFIX)/bin/maatwerk

PACKAGES := .build/packages

deb: setup
	@.ci/install dpkg-dev binutils
	packaging/deb "$$(packaging/build)" $(PACKAGES)

try-deb: deb
	@.ci/install debootstrap
	packaging/try-deb $(PACKAGES)/maatwerk_*.deb

reproducible: setup
	packaging/twice

docs: build
	mkdir -p docs
	$(TOOL) rules --format markdown --language nl > docs/regels.md
	$(TOOL) rules --format markdown --language en > docs/rules.md
	$(TOOL) template --output .build/template --quiet
	cp .build/template/veldengids.md .build/template/field-guide.md docs/

pictures: setup-test build
	@.ci/install $(PICTURE_PACKAGES)
	MAATWERK=$(CURDIR)/$(TOOL) PYTHON=$(CURDIR)/$(PYTHON) docs/beelden/maak

golden: setup-test build-tests
	MAATWERK=$(CURDIR)/$(DEBUG_TOOL) PYTHON=$(CURDIR)/$(PYTHON) $(PYTHON) Tests/all.py --golden --jobs $(JOBS) -- swift test --skip-build

# What fails is kept in .build/fuzz, made small.
fuzz: build
	@status=0; export MAATWERK=$(CURDIR)/$(TOOL); \
	Tests/Fuzz/fuzz.py --seed $(SEED) --runs $(RUNS) --seconds $(SECONDS) --kind $(KIND) --keep .build/fuzz || status=$$?; \
	Tests/Fuzz/plant.py --seed $(SEED) --values $(RUNS) --seconds $(SECONDS) || status=$$?; \
	exit $$status

fuzz-coverage: build
	MAATWERK=$(CURDIR)/$(TOOL) Tests/Fuzz/Coverage/run $(SECONDS)

broken: setup-test build
	MAATWERK=$(CURDIR)/$(TOOL) $(PYTHON) Tests/Broken/broken.py --runs $(KILLS) --seed $(SEED)

oracle: build
	python3 Tests/Oracle/compare.py --tool $(CURDIR)/$(TOOL) --placements 10000 --seed $(SEED) $(ORACLE)

# In the folder of the other builds, so that nothing but the package itself is compiled.
library: setup-test
	swift build --package-path examples/bibliotheek --scratch-path .build --product Bibliotheek --disable-build-manifest-caching $(BUILD_OPTIONS)
	BIBLIOTHEEK=$(CURDIR)/.build/debug/Bibliotheek $(PYTHON) -m unittest discover --start-directory Tests/Library --top-level-directory Tests/Library

# A debug build is enough, and soon there; a BEFORE that is a revision is built once, in .build/same.
same:
	swift build --product maatwerk $(BUILD_OPTIONS)
	python3 Tests/Same/same.py --before $(BEFORE) --after $(AFTER)

bench: build $(BENCH_VENV)/ready .build/copy-cells .build/measured
	$(BENCH_VENV)/bin/python Benchmarks/bench.py --tool $(TOOL) --copy .build/copy-cells --measured .build/measured $(BENCH)

# What cannot be installed is said, and left out of the measurements.
$(BENCH_VENV)/ready: Benchmarks/requirements.txt
	@.ci/install python3-venv
	python3 -m venv $(BENCH_VENV)
	while read -r package; do \
		$(BENCH_VENV)/bin/pip install --quiet --disable-pip-version-check "$$package" || echo "$$package: niet te installeren (cannot be installed)"; \
	done < $<
	@touch $@

.build/copy-cells: Benchmarks/copy_cells.c
	mkdir -p .build
	$(CC) -O2 -Wall -Wextra -o $@ $< -lcsv -lxlsxwriter

.build/measured: Benchmarks/measured.c
	mkdir -p .build
	$(CC) -O2 -Wall -Wextra -o $@ $<

# The same on a busy machine: instructions, not seconds.
instructions: build
	@.ci/install valgrind binutils
	cd Benchmarks && MAATWERK=$(abspath $(TOOL)) python3 -m unittest test_instructions test_report
	python3 Benchmarks/instructions.py --tool $(TOOL) $(INSTRUCTIONS)

format:
	swift format --in-place --parallel --recursive Package.swift Plugins Sources Tests

lint:
	swift format lint --strict --parallel --recursive Package.swift Plugins Sources Tests
	python3 Tests/Names/names.py

clean:
	rm -rf .build $(EXAMPLE_OUTPUT)
