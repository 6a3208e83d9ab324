"""What the tests of tasks share."""

import os
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest

from core.places import Places

Finish = Callable[[Generator[Any, None, Any]], tuple[Any, list[Any]]]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    home = tmp_path / "home"
    return Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")


@pytest.fixture(scope="session")
def finish() -> Finish:
    """Run a generator to its end: what it returned, and what it yielded on the way."""

    def run(steps: Generator[Any, None, Any]) -> tuple[Any, list[Any]]:
        reports = []
        while True:
            try:
                reports.append(next(steps))
            except StopIteration as end:
                return end.value, reports

    return run


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Real data for tests, which are never part of the project."""
    chosen = os.environ.get("INNERLOOP_TEST_DATA")
    folder = Path(chosen) if chosen else Path(__file__).parents[4] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"no real data at {folder}; INNERLOOP_TEST_DATA names another folder")
    return folder
