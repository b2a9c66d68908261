# Azimut, step by step. `make run` and `make test` need nothing before them; `make help` lists the rest.
# Written for GNU make 3.81 and later (the one of macOS included).

PYTHON  ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
             $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV    := .venv
BIN     := $(VENV)/bin
PRODUCTION := build/production
DRAWS   ?= 10
PYTEST  := $(BIN)/python -m pytest
# Each worker loads the whole bank: four are enough on a big machine.
WORKERS ?= auto --maxprocesses=4
ON_POSTGRESQL := $(BIN)/python -m tests.postgresql
LOCK    := $(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --python-version 3.11 --quiet $(UPGRADE)

# What Python compiled once is kept, whatever the environment says: the tests take a tenth less.
export PYTHONDONTWRITEBYTECODE :=

.NOTPARALLEL:
.DEFAULT_GOAL := help

##@ The two commands

.PHONY: run
run: install ## set everything up, make the demonstration school, serve it on http://127.0.0.1:8000
	@$(BIN)/azimut demo
	@exec $(BIN)/azimut serve

.PHONY: test
test: test-install lint types contracts unit unit-postgresql bank wheel-check e2e ## set everything up, then run every check below
	@echo "All checks passed."

##@ Setting up

.PHONY: install
install: $(VENV)/.installed ## prepare .venv with the azimut command, nothing else

.PHONY: test-install
test-install: $(VENV)/.installed-test ## add what the tests need: tools, a browser, PostgreSQL
	@$(BIN)/python -m e2e.browser
	@$(ON_POSTGRESQL) --check

.PHONY: lock
lock: $(VENV)/.installed-build ## write requirements/*.txt again after a change of dependencies (UPGRADE=--upgrade for newer ones)
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml -o requirements/base.txt
	$(LOCK) pyproject.toml --extra test --extra quality -c requirements/base.txt -o requirements/dev.txt

.PHONY: migration
migration: $(VENV)/.installed-test ## draft a new version of the schema from the models: make migration NAME="What it does"
	$(BIN)/python -m scripts.migration $(NAME)
	$(BIN)/ruff format webapp/migrations/versions

.PHONY: clean
clean: ## forget what was built and installed; the databases in instance/ stay
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || \
		{ echo "Azimut needs Python 3.11 or later, and found none. Install it, or say where it is: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python cannot make a virtual environment here. On Debian or Ubuntu: apt install python3-venv" >&2; exit 1; }

$(VENV)/.installed-build: requirements/build.txt | $(VENV)/bin/python
	@echo "Preparing $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.installed: requirements/base.txt pyproject.toml $(VENV)/.installed-build
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(VENV) --require-hashes -r requirements/base.txt
	@$(BIN)/uv pip install --quiet --python $(VENV) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.installed-test: requirements/dev.txt $(VENV)/.installed
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(VENV) --require-hashes -r requirements/dev.txt
	@touch $@

##@ Checks, one by one

.PHONY: lint
lint: $(VENV)/.installed-test ## style of the Python and of the templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint templates --lint --quiet

.PHONY: types
types: $(VENV)/.installed-test ## strict types
	$(BIN)/mypy

.PHONY: contracts
contracts: $(VENV)/.installed-test ## who may import whom
	$(BIN)/lint-imports --no-cache

.PHONY: unit
unit: $(VENV)/.installed-test ## unit tests, the database being SQLite
	$(PYTEST) -q -n $(WORKERS) -m "not bank" tests

.PHONY: unit-postgresql
unit-postgresql: $(VENV)/.installed-test ## the tests that touch the database, on a temporary PostgreSQL
	$(ON_POSTGRESQL) $(PYTEST) -q -n $(WORKERS) -m "db and not bank" tests

.PHONY: bank
bank: $(VENV)/.installed-test ## check the bank, then solve and fail every challenge by machine (DRAWS=200 for more draws)
	$(BIN)/azimut content check
	$(PYTEST) -q -n $(WORKERS) -m bank --draws $(DRAWS) tests

.PHONY: e2e
e2e: $(VENV)/.installed-test ## a real browser takes tests on a real server
	@# On a busy machine a browser may be late: what failed is tried once more, alone.
	$(PYTEST) -q e2e || $(PYTEST) -q e2e --last-failed

.PHONY: wheel
wheel: $(VENV)/.installed ## build dist/azimut-*.whl, with templates, static files and challenges inside
	@rm -rf dist
	$(BIN)/hatchling build -t wheel -d dist

.PHONY: wheel-check
wheel-check: wheel ## install the wheel in an empty folder and serve the demonstration school from it
	$(BIN)/python -m scripts.check_wheel

##@ Measures and pictures

.PHONY: bench
bench: $(VENV)/.installed-test production ## cost of one answer, beside the floor app: the table of docs/performance.md
	$(BIN)/python -m e2e.load --azimut $(CURDIR)/$(PRODUCTION)/bin/azimut $(ARGS)

# Libraries import the tools of the tests where they find them: what is measured has none.
.PHONY: production
production: wheel ## install the wheel in build/production, with what it needs and nothing else
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(PRODUCTION)
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(PRODUCTION) --require-hashes -r requirements/base.txt
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(PRODUCTION) --no-deps dist/*.whl

.PHONY: bench-engine
bench-engine: $(VENV)/.installed ## how fast the engine decides, learns and replays
	$(BIN)/azimut engine speed

.PHONY: study
study: $(VENV)/.installed ## the simulation study of the engine: the tables and pictures of docs/engine.md
	$(BIN)/azimut engine study --plots docs/engine $(ARGS)

.PHONY: screens
screens: $(VENV)/.installed-test ## pictures of every screen into docs/screens/ (ARGS="accueil" for one)
	$(BIN)/python -m e2e.screens $(ARGS)

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' Makefile
