# Everything happens in .venv, a virtual environment in the checkout. Python 3.11 or newer and make are all it needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: report test check evals bench clean

report: $(STAMP)
	$(BIN)/stemma demo
	$(BIN)/stemma demo --format html --output report.html

test: $(STAMP) check
	$(BIN)/python -m pytest -n 2
	$(BIN)/python -m evals $(if $(wildcard ../shared/corpora),--corpora ../shared/corpora)

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tests.file_lengths

evals: $(STAMP)
	$(BIN)/python -m evals

bench: $(STAMP)
	$(BIN)/python -m benchmarks

$(STAMP): pyproject.toml requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $(STAMP)

clean:
	rm -rf .venv
