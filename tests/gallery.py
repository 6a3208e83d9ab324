"""A window over runs that were trained once, and its views one after another, as the window itself names them."""

import math
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from person import Person
from PySide6.QtWidgets import QApplication, QWidget
from trained import trained

from core.places import Places
from workbench.views.asking import AskingView
from workbench.views.plot import Plot

PICTURES = {
    "dataset": {"kind": "glyphs", "ways": 3, "queries": 4},
    "learner": {"kind": "conv4", "filters": 4},
    "algorithm": {"kind": "prototypical"},
    "outer": {"iterations": 4, "meta_batch_size": 1},
    "evaluation": {"every": 2, "tasks": 5, "test_tasks": 5},
    "compute": {"device": "cpu"},
    "sweep": "night",  # so that every view has something to show
}
ADAPTED = {**PICTURES, "algorithm": {"kind": "maml", "inner_lr": 0.4, "inner_steps": 2}}
FUNCTIONS = {
    "learner": {"kind": "mlp", "hidden": "8-8"},
    "algorithm": {"kind": "maml", "inner_steps": 2},
    "outer": {"iterations": 4, "meta_batch_size": 2},
    "evaluation": {"every": 2, "tasks": 5, "test_tasks": 5},
}
SMALLEST = {  # one iteration, and no more tasks than a measurement must have
    **ADAPTED,
    "outer": {"iterations": 1, "meta_batch_size": 1},
    "evaluation": {"every": 1, "tasks": 2, "test_tasks": 2},
}
KINDS = {"pictures": (PICTURES, ADAPTED), "functions": (FUNCTIONS,), "smallest": (SMALLEST,)}


@pytest.fixture(scope="module")
def trained_runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Folders of runs by kind, trained once for all tests of a file."""
    home = tmp_path_factory.mktemp("trained")
    places = Places(home=home, runs=home / "runs", data=home / "data", cache=home / "cache")
    return {kind: [trained(settings, places).path for settings in kinds] for kind, kinds in KINDS.items()}


class Gallery:
    """Someone who goes through all views of the window."""

    def __init__(self, person: Person, places: Places, trained_runs: dict[str, list[Path]]) -> None:
        self.person, self._places, self._trained = person, places, trained_runs

    def bring(self, kind: str) -> list[Path]:
        """Have copies of the runs of a kind among one's own, to be changed before the window opens."""
        return [Path(shutil.copytree(path, self._places.runs / path.name)) for path in self._trained[kind]]

    def show(self, runs: list[Path]) -> None:
        """Show runs in all views; nothing where there are none."""
        desk, names = self.person.window.desk, tuple(path.name for path in runs)
        self.person.wait(lambda: {row.name for row in desk.rows}.issuperset(names))
        desk.select_runs(names)
        self.person.wait(lambda: all(len(curves.metrics.iterations) for curves in desk.shown.curves))

    def visit(self) -> Iterator[tuple[str, QWidget]]:
        """Every view by name, at the front and at rest."""
        window = self.person.window
        for name in window.views.names:
            self.person.press(f"view.{name}")
            view = window.views.view(name)
            self.person.wait(lambda view=view: view.isVisible() and not is_at_work(view))
            QApplication.processEvents()  # what has changed its words is laid out anew
            yield name, view


@pytest.fixture
def gallery(person: Person, places: Places, trained_runs: dict[str, list[Path]]) -> Gallery:
    return Gallery(person, places, trained_runs)


def is_at_work(view: QWidget) -> bool:
    return isinstance(view, AskingView) and view.is_waiting


def plots(view: QWidget) -> list[Plot]:
    """The plots of a view that are to be seen."""
    return [plot for plot in view.findChildren(Plot) if plot.isVisible()]


def has_finite_axes(plot: Plot) -> bool:
    return all(math.isfinite(end) for ends in plot.box.viewRange() for end in ends)


def drawn(plot: Plot) -> list[tuple[Any, Any]]:
    """The x and y that each line of a plot hands over to be drawn."""
    return [curve._line.getData() for curve in plot.curves if curve._line.getData()[0] is not None]
