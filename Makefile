# make run    a running demo at http://127.0.0.1:8000, on a machine with only Python 3.11+ and make
# make test   everything a developer needs, then all tests (programs that are missing are skipped, one line each)
# make check  format, lint, types, tests: what .ci/run calls
# make bench  speed and memory of the Word engine beside its peers, and of reading documents
# make docs   write the generated pages: docs/GLOSSARY.md, docx_templates/FIELDS.md
# make migration NAME="Add … to tasks"   write the migration from the newest revision to the models
# make pictures   take the README's pictures from the demo
# make lock   write the lock files anew from pyproject.toml (needs uv)

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest -rfEs --numprocesses auto --dist loadfile
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: run test check bench docs migration pictures lock installed installed-dev
.DEFAULT_GOAL := run

run: installed
	@exec $(BIN)/python -m campaign demo

test: installed-dev
	$(PYTEST) $(TESTS)

check: installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(PYTEST)

bench: installed-dev
	$(BIN)/python -m benchmarks

docs: installed-dev
	$(BIN)/python -m tools.glossary > docs/GLOSSARY.md
	$(BIN)/python -m tools.word_templates --fields

migration: installed-dev
	$(BIN)/python -m tools.migration "$(NAME)"

pictures: installed-dev
	$(BIN)/python -m tools.pictures

# A copy of the lock file inside the environment says what is installed: the same bytes mean nothing to do.
installed: $(BIN)/python
	@cmp -s requirements.lock $(VENV)/requirements.lock \
	  || { echo "Đang cài đặt các thư viện (chỉ lần đầu) …" \
	  && $(PIP) -r requirements.lock && cp requirements.lock $(VENV)/requirements.lock; }

installed-dev: $(BIN)/python
	@cmp -s requirements-dev.lock $(VENV)/requirements-dev.lock \
	  || { echo "Installing libraries and tools …" \
	  && $(PIP) -r requirements-dev.lock && cp requirements-dev.lock $(VENV)/requirements-dev.lock \
	  && cp requirements.lock $(VENV)/requirements.lock; }

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Cần Python 3.11 trở lên: cài đặt, hoặc chỉ rõ bằng make PYTHON=python3.12 run"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "Không tạo được .venv: trên Debian, Ubuntu hãy cài gói python3-venv"; exit 1; }

UV    = uv pip compile pyproject.toml --generate-hashes --universal --python-version 3.11 \
        --no-emit-index-url --no-header --no-annotate --quiet
TITLE = \# Exact versions with hashes, written by "make lock". Names no index: pip follows its own settings.

lock:
	( echo '$(TITLE)'; $(UV) ) > requirements.lock.new && mv requirements.lock.new requirements.lock
	( echo '$(TITLE)'; $(UV) --extra dev --constraint requirements.lock ) > requirements-dev.lock.new \
	  && mv requirements-dev.lock.new requirements-dev.lock
