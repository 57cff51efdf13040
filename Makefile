# Everything runs in .venv, which each target sets up by itself: a machine needs Python 3.11 or newer and make.
VENV := .venv
BIN := $(VENV)/bin
CODE := src tests tools
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# Annotated reports that accuracy is measured on where they lie beside the project; others are in tests/accuracy.
GOLD ?= ../shared/gold

# How long the search for failing inputs goes on.
SECONDS ?= 600

# Set PYTHON to choose the interpreter; else the first of these that is new enough and can make a virtual environment.
PYTHON ?= $(firstword $(foreach python,python3 python3.13 python3.12 python3.11 python3.14 python,\
	$(shell $(python) -c 'import ensurepip, sys; sys.version_info >= (3, 11) and print("$(python)")' 2>/dev/null)))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help venv demo test check format readme accuracy engines raise-floors bench fuzz patterns clean

# None of these reads the settings of who runs them.
test check readme accuracy engines raise-floors bench: export REPORTCLI_CONFIG := /dev/null

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

venv: $(STAMP) ## make .venv with reportcli and the tools to work on it

# The stamp is written last, so that an interrupted installation is done again.
$(STAMP): pyproject.toml
	@test -x $(BIN)/python || test -n "$(PYTHON)" || { \
		echo "no Python 3.11 or newer that can make a virtual environment was found"; \
		echo "install one (on Debian: python3 and python3-venv), or name it: make PYTHON=/path/to/python3"; exit 1; } >&2
	@test -x $(BIN)/python || { echo "setting up $(VENV)" >&2; "$(PYTHON)" -m venv $(VENV); }
	@$(PIP) install 'pip>=25.1' # the first that knows --group
	@$(PIP) install --editable . --group dev
	@touch $@

demo: $(STAMP) ## summarize the reports in samples/
	@$(BIN)/reportcli summarize samples/*.txt

test: $(STAMP) ## run the tests
	@$(BIN)/python -m pytest

check: $(STAMP) ## all that has to hold: format, lint, types, layers, tests, README examples, accuracy
	@$(BIN)/ruff format --check --quiet $(CODE) || { echo "not formatted: run make format" >&2; exit 1; }
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest
	@$(MAKE) --no-print-directory accuracy

format: $(STAMP) ## format the code and mend what the linter can
	@$(BIN)/ruff format --quiet $(CODE)
	@$(BIN)/ruff check --quiet --fix $(CODE)

readme: $(STAMP) ## write what the commands in README.md print, as it is now
	@$(BIN)/python tests/readme.py

accuracy: $(STAMP) ## measure the accuracy against its floors; gains and losses since a git revision: SINCE=REV
	@$(BIN)/python tests/accuracy/floors.py $(GOLD) $(if $(SINCE),--since $(SINCE))

engines: $(STAMP) ## hold the engines for keywords and summaries side by side
	@$(BIN)/python tests/accuracy/engines.py $(GOLD)

raise-floors: $(STAMP) ## raise the floors to the accuracy measured now; none is lowered
	@$(BIN)/python tests/accuracy/floors.py $(GOLD) --raise

bench: $(STAMP) ## measure the speed against one jieba.lcut over the same text
	@$(BIN)/python tests/bench.py

fuzz: $(STAMP) ## search for inputs that the program fails on, for so many seconds: SECONDS=600
	@$(PIP) install --group fuzz
	@$(BIN)/python tests/fuzz/fuzz.py --seconds $(SECONDS)

patterns: $(STAMP) ## search for patterns that take longer than their texts grow
	@$(BIN)/python tests/fuzz/patterns.py

clean: ## remove .venv and what the tools left behind
	@rm -rf $(VENV) dist build .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +
