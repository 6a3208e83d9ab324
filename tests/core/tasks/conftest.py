"""What the tests of tasks share."""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from trained import whole

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
        reports: list[Any] = []
        return whole(steps, reports), reports

    return run
