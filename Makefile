# What there is to do here. `make` alone lists it; README.md has the two that matter.
# Paths are relative and every tool runs as `python -m …`: the clone may lie in a folder
# whose name has spaces, where the scripts of a virtual environment do not start.

SHELL := /bin/bash
PYTHON := .venv/bin/python
PORT ?= 8000
export PYTHONUTF8 := 1
# Labelled data for `evaluate`: none of it is part of this repository. Only from where it
# is expected are its figures written down.
LABELLED := $(wildcard ../shared/eval ../shared/seeds)
WRITE := $(if $(filter file,$(origin LABELLED)),--write)

.DEFAULT_GOAL := help
.PHONY: help install run test unit lint evaluate bench messages requirements clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' Makefile

install: ## make the virtual environment in .venv
	@scripts/install.sh requirements.txt

run: install ## serve the demo at http://127.0.0.1:PORT/ (PORT=8000)
	@PUBLIC_READ=1 PORT='$(PORT)' scripts/run.sh

test: .dev ## every test, on SQLite and on PostgreSQL, in a real browser
	@scripts/test.sh

unit: .dev ## the tests of the pure packages alone: seconds
	@$(PYTHON) -m pytest tests/unit

lint: .dev ## ruff, mypy, import contracts, templates, missing migrations
	@scripts/lint.sh

evaluate: .labelled install ## precision and recall, into docs/benchmarks.md
	@$(PYTHON) manage.py evaluate $(LABELLED) $(WRITE) --commit="$$(scripts/commit.sh)"

bench: .dev ## cost of an import, a pair, a draft checked, reads (BENCH=--quick: short)
	@$(PYTHON) -m tests.perf $(BENCH)
	@$(PYTHON) -m tests.perf.serving $(BENCH)

messages: .dev ## collect the texts of the interface, compile the translations
	@$(PYTHON) scripts/messages.py

requirements: .dev ## compile requirements*.in to hashes (UPGRADE=1: newest versions)
	@scripts/requirements.sh $(if $(UPGRADE),--upgrade)

clean: ## remove .venv and caches; the data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	  .hypothesis var/test var/lint var/static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: .dev
.dev:
	@scripts/install.sh requirements-dev.txt

.PHONY: .labelled
.labelled:
	@[ -n '$(LABELLED)' ] || { echo 'No labelled data in ../shared: nothing measured,' \
	  'docs/benchmarks.md stays as it is. LABELLED=FOLDER names another.' >&2; exit 1; }
