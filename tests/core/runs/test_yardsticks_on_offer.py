"""Yardsticks beside runs: which are found, and that the terminal adds them."""

import csv
import io

import pytest
from trained import trained

from core import registry
from core.cli import main
from core.experiment import Experiment
from core.places import Places
from core.runs.index import RunIndex
from core.runs.run import Run
from core.runs.yardsticks import yardstick_titles, yardsticks_for

GLYPHS = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 2, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 4, "test_tasks": 4},
    "compute": {"device": "cpu"},
}


def of(kind: str, **dataset: object) -> Experiment:
    return Experiment.from_dict(GLYPHS | {"algorithm": {"kind": kind}, "dataset": {**GLYPHS["dataset"], **dataset}})


@pytest.fixture
def places(home) -> Places:
    return Places.default()


def found_for(runs: list[Run], places: Places) -> list[str]:
    with RunIndex(places.runs) as index:
        index.refresh()
        return [run.name for run in yardsticks_for(runs, index.rows())]


def test_the_methods_of_the_readme_are_yardsticks() -> None:
    assert set(yardstick_titles()) == {
        "baseline", "baseline_plus_plus", "simpleshot", "from_scratch", "nearest_neighbor",
    }  # fmt: skip
    assert set(yardstick_titles()) < set(registry.algorithms.kinds)


def test_the_newest_finished_yardstick_of_the_same_tasks_is_found(places, capsys) -> None:
    proto = trained(of("prototypical"), places)
    assert found_for([proto], places) == []
    trained(of("nearest_neighbor"), places)
    newest = trained(of("nearest_neighbor"), places)
    trained(of("nearest_neighbor", ways=4), places)  # other tasks
    Run.create(of("from_scratch"), places.runs)  # waits
    assert found_for([proto], places) == [newest.name]
    assert found_for([proto, newest], places) == []  # it is there already

    assert main(["compare", proto.name, "--yardsticks", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["runs"] for row in rows] == [proto.name, newest.name, ""]
    assert rows[2]["name"] == "chance"

    assert main(["compare", newest.name, "--yardsticks", "--format", "csv"]) == 0
    assert "no yardstick is trained for the tasks of" in capsys.readouterr().err
