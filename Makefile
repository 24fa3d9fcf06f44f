# The commands of this project. `make help` lists them.

PYTHON ?= python3
VENV ?= .venv
IN_VENV := $(VENV)/bin/python
PIP := $(IN_VENV) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
TO_RUN := $(VENV)/.ready-to-run
TO_TEST := $(VENV)/.ready-to-test

.DEFAULT_GOAL := help
.PHONY: help run demo editor test lint format bench messages relevance lock

help: ## this list
	@echo 'The two that matter are `make run` and `make test`.'
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(TO_RUN) ## the site with its workers at http://127.0.0.1:8000 (another PORT=…, another DATA_DIR=…)
	@exec $(IN_VENV) manage.py serve --prepare --demo

demo: $(TO_RUN) ## load the demo content; what is there already stays
	@$(IN_VENV) manage.py demo load

editor: $(TO_RUN) ## an account that edits and publishes: make editor EMAIL=you@example.nl
	@test -n '$(EMAIL)' || { echo 'For whom? make editor EMAIL=you@example.nl' >&2; exit 2; }
	@$(IN_VENV) manage.py create_editor '$(EMAIL)'

test: $(TO_TEST) ## everything that can be tested here, and a loud line about what cannot
	@exec $(IN_VENV) tests/run_all.py

lint: $(TO_TEST) ## style, types, templates, doors between the rooms
	@exec $(IN_VENV) tests/run_all.py --only-lint

format: $(TO_TEST) ## put the style right
	@$(IN_VENV) -m ruff check --quiet --fix . ; $(IN_VENV) -m ruff format .

bench: $(TO_TEST) ## how fast the site is, against its stated floors (PART=serving, rebuild, leerlabs or digest; all take long)
	@exec $(IN_VENV) bench/run.py $(if $(PART),--part $(PART))

messages: $(TO_RUN) ## collect the texts of code and templates into the English catalogue
	@$(IN_VENV) manage.py collect_messages

relevance: $(TO_TEST) ## how good the search is, against judged queries
	@exec $(IN_VENV) tests/relevance/report.py

lock: $(TO_TEST) ## pin the packages of requirements/*.in anew, with hashes
	@for name in run test; do \
	  $(IN_VENV) -m uv pip compile -q --generate-hashes --no-header --universal --python-version 3.11 \
	    requirements/$$name.in -o requirements/$$name.txt || exit; \
	done

$(TO_RUN): requirements/run.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Another one: make PYTHON=/path/to/python3.12 …")'
	@echo 'Installing packages (once) …'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) -r requirements/run.txt
	@touch $@

$(TO_TEST): requirements/test.txt $(TO_RUN)
	@echo 'Installing packages for the tests (once) …'
	@$(PIP) -r requirements/test.txt
	@touch $@
