# make setup    prepares .venv; needs Python 3.11 or newer
# make run      opens the workbench; trains in the terminal where there is no display

PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$name; break; fi; done)
READY := .venv/.ready
# One more than there are processors, since tests of the window also wait for other programs.
PROCESSES ?= $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); [ $$n -lt 8 ] && echo $$((n + 1)) || echo 8)

.PHONY: setup run test lint format bench screenshots clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Innerloop needs Python 3.11 or newer, and found none. Install one, or name it: make setup PYTHON=/path/to/python3"; exit 1; }
	@.venv/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv .venv || { echo "Python could not make .venv. On Debian and Ubuntu this needs the package python3-venv."; exit 1; }
	PYTHONWARNINGS=ignore .venv/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' -c constraints.txt
	.venv/bin/python scripts/system_libraries.py
	@touch $@

run: $(READY)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so the default experiment runs in the terminal."; \
		exec .venv/bin/innerloop train sinusoid-maml; \
	else \
		exec .venv/bin/innerloop; \
	fi

test: $(READY)
	QT_QPA_PLATFORM=offscreen OMP_NUM_THREADS=1 .venv/bin/python -m pytest --numprocesses $(PROCESSES) --dist worksteal

lint: $(READY)
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

format: $(READY)
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: $(READY)
	.venv/bin/python -m benchmarks

screenshots: $(READY)
	QT_QPA_PLATFORM=offscreen .venv/bin/python scripts/screenshots.py

clean:
	rm -rf build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
