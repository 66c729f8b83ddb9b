# Every command of the project. CPython 3.11 or newer with pip is all that has to be there.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
LOCK := requirements/dev.txt
STAMP := $(VENV)/.installed
JOBS ?= 4
DEMO_ARGS ?=
TEST_ARGS ?=
PARTS ?=
SEED ?= data/dev.db
TYPED := $(wildcard bot sandbox demo benchmarks)
COMPILE := uv pip compile pyproject.toml --generate-hashes --python-version 3.11 --universal \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

.PHONY: all help setup demo seed run test check style types house browser hooks bench faults lock format clean
.DEFAULT_GOAL := all

all: setup help

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make the virtual environment from the lock (every command does it by itself)

# Where the environment is a link it belongs to another tree, as in a worktree: to install there would
# have that tree run the files of this one.
ifeq ($(shell test -L $(VENV) && echo link),link)
$(STAMP): ;
else
$(STAMP): $(LOCK) pyproject.toml
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r $(LOCK)
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@
endif

demo: $(STAMP) ## play the bot without a token (DEMO_ARGS=--once: one scripted day)
	$(PY) -m bot demo $(DEMO_ARGS)

seed: $(STAMP) ## fill a database with the sample company (SEED=data/dev.db)
	$(PY) -m demo.seed $(SEED)

run: $(STAMP) ## run the bot with the settings of .env
	$(PY) -m bot run

test: $(STAMP) ## all tests, on SQLite and PostgreSQL (TEST_ARGS goes to pytest)
	$(PY) -m pytest -q -n $(JOBS) --dist worksteal --ignore=tests/faults $(TEST_ARGS)

check: $(STAMP) ## format, lint, types, imports, house rules
	@$(MAKE) --no-print-directory --jobs=2 style types house

style: $(STAMP)
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/ruff check
	$(VENV)/bin/lint-imports

types: $(STAMP)
	$(VENV)/bin/mypy $(TYPED)

# In one process: most of the house is asked of the same files, which are read once.
house: $(STAMP)
	$(PY) -m pytest -q tests/house

browser: $(STAMP) ## have a Chromium for the tests of the page (by apt-get, as root)
	@$(PY) -m demo.browser && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -q && apt-get install -y -q --no-install-recommends chromium; \
	else \
		echo "Install one with the package manager of this system, as root." >&2; exit 1; \
	fi

hooks: $(STAMP) ## have the quick checks run before every commit
	$(VENV)/bin/pre-commit install

bench: $(STAMP) ## the figures, each beside its baseline (PARTS="taps growth" for some of them)
	$(PY) -m benchmarks $(PARTS)

faults: $(STAMP) ## the long fault runs
	$(PY) -m pytest -q tests/faults $(TEST_ARGS)

lock: ## pin the dependencies anew, with hashes (needs uv)
	$(COMPILE) --extra dev -o $(LOCK)
	$(COMPILE) -o requirements/run.txt

format: $(STAMP) ## put the code in order
	$(VENV)/bin/ruff format
	$(VENV)/bin/ruff check --fix

clean: ## remove what the commands made, not data/ and not .env
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
