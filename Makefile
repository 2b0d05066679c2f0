# The commands of the project. The first two are all a newcomer needs; each sets everything up.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := .build/ready
LOCK := .ci/locks/dev.txt
HEADLESS := QT_QPA_PLATFORM=offscreen

.PHONY: run test lint types layers translations bench soak wheel frozen screenshots guide clean setup

## run: open the application; without a display build the example audit and its exports
run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
	  $(BIN)/python -m auditapp; \
	else \
	  $(BIN)/python -m auditapp demo --out out/demo; \
	fi

## test: run all tests
test: $(READY)
	$(HEADLESS) $(BIN)/python -m pytest -q -n auto --dist loadfile $(PYTEST)

## setup: the virtual environment, the packages of the lock file, the compiled forms and texts
setup: $(READY)

$(READY): $(LOCK) pyproject.toml .ci/setup
	@bash .ci/setup "$(PYTHON)" "$(VENV)" "$(LOCK)"
	@mkdir -p .build && touch $(READY)

.PHONY: assets
assets: $(READY)
	@$(BIN)/python -m auditapp.devtools.assets

run test lint types wheel frozen bench soak screenshots: assets

## lint, types, layers, translations: the gates one by one
lint: $(READY)
	$(BIN)/ruff format --check auditapp tests
	$(BIN)/ruff check auditapp tests

types: $(READY)
	$(BIN)/pyright

layers: $(READY)
	$(BIN)/lint-imports

translations: $(READY)
	$(HEADLESS) $(BIN)/python -m auditapp.devtools.assets --check

## bench: the budgets as ratios and counts; fails on ratios, never on wall time
bench: $(READY)
	$(HEADLESS) $(BIN)/python -m tests.bench

## soak: kill the program 200 times, 50 of them the window
soak: $(READY)
	AUDITAPP_KILLS=150 $(HEADLESS) $(BIN)/python -m pytest -q tests/store/test_killed.py
	AUDITAPP_WINDOW_KILLS=50 $(HEADLESS) $(BIN)/python -m pytest -q tests/e2e/test_window_killed.py

## wheel: build the wheel and run it from an environment of its own
wheel: $(READY)
	bash .ci/try-wheel "$(BIN)"

## frozen: the one-folder program and its self-test from another folder with an empty environment
frozen: $(READY)
	bash .ci/try-frozen "$(BIN)"

## screenshots: the pictures of the user guide, made from the real window
screenshots: $(READY)
	$(HEADLESS) $(BIN)/python -m auditapp.devtools.screenshots

clean:
	rm -rf .build build dist out auditapp/ui/_gen auditapp/texts/_data
