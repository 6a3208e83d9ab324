"""Opening runs to be looked at: what somebody left half read goes on, and runs on the same data share it."""

from collections.abc import Iterator
from typing import Any

import pytest
from trained import trained, whole

from core.places import Places
from core.runs import opened
from core.runs.opened import LastOpened
from core.runs.run import Run
from core.training.reports import Preparing

SETTINGS: dict[str, Any] = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 1, "meta_batch_size": 1},
    "evaluation": {"every": 1, "tasks": 2, "test_tasks": 2},
    "compute": {"device": "cpu"},
}


@pytest.fixture(scope="module")
def run(glyph_places: Places) -> Run:
    return trained(SETTINGS, glyph_places)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, int]]:
    """What has been read since, from the beginning; a reading has three parts."""
    found: list[tuple[Any, int]] = []
    really = opened.open_source

    def slowly(dataset: Any, seed: int, places: Places) -> Iterator[Preparing]:
        found.append((dataset.kind, seed))
        for part in range(3):
            yield Preparing("Reading", part, 3)
        return (yield from really(dataset, seed, places))

    monkeypatch.setattr(opened, "open_source", slowly)
    return found


def test_what_was_left_half_read_goes_on(run: Run, glyph_places: Places, begun: list[Any]) -> None:
    runs = LastOpened(glyph_places)
    left = runs.open(run)
    assert [next(left).done for _ in range(2)] == [0, 1]  # type: ignore[union-attr]
    left.close()
    told: list[Any] = []
    whole(runs.open(run), told)
    assert told[0].done == 2
    assert begun == [("glyphs", 0)]


def test_two_read_together(run: Run, glyph_places: Places, begun: list[Any]) -> None:
    runs = LastOpened(glyph_places)
    first, second = runs.open(run), runs.open(run)
    assert [next(first).done, next(second).done] == [0, 1]  # type: ignore[union-attr]
    one, other = whole(first), whole(second)
    assert one.source is other.source
    assert len(begun) == 1


def test_runs_on_the_same_data_share_it(run: Run, glyph_places: Places, begun: list[Any]) -> None:
    same = trained(SETTINGS | {"algorithm": {"kind": "matching"}}, glyph_places)
    elsewhere = trained(SETTINGS | {"seed": 1}, glyph_places)
    runs = LastOpened(glyph_places)
    found = [whole(runs.open(each)) for each in (run, same, elsewhere)]
    assert found[0].source is found[1].source
    assert found[1].algorithm is not found[0].algorithm
    assert begun == [("glyphs", 0), ("glyphs", 1)]  # training has its own way to the data


def test_a_failure_is_told_to_all_and_tried_again(
    run: Run, glyph_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, tries = opened.open_source, []

    def fails_once(*facts: Any) -> Iterator[Preparing]:
        tries.append(facts)
        yield Preparing("Reading", 0, 2)
        yield Preparing("Reading", 1, 2)
        if len(tries) == 1:
            raise OSError("the disk is gone")
        return (yield from really(*facts))

    monkeypatch.setattr(opened, "open_source", fails_once)
    runs = LastOpened(glyph_places)
    first, second = runs.open(run), runs.open(run)
    assert [next(first).done, next(second).done] == [0, 1]  # type: ignore[union-attr]
    for reading in (first, second):
        with pytest.raises(OSError, match="the disk is gone"):
            whole(reading)
    assert whole(runs.open(run)).run.name == run.name
    assert len(tries) == 2
