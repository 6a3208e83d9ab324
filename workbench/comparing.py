"""Compares the runs on show for the view that asks for it: view, looker and engine together."""

import traceback
from collections.abc import Generator
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from core.places import Places
from core.problems import ExperimentError
from core.runs.compare import Comparison, compare
from core.runs.opened import NothingLearntError
from core.runs.run import Run, RunError
from core.tasks.task import DataError
from core.training.checkpoint import BEST, CheckpointError
from core.training.reports import Preparing, Report
from workbench.runs.shown_runs import ShownRuns
from workbench.views.asking import RunChoice
from workbench.views.compare import CompareQuestion, CompareView
from workbench.worker import Looker

# A run that trains beside it keeps its processors; the figures do not depend on the number.
_ALONE = {"compute.workers": 1}


class Comparing(QObject):
    """Gives the view its runs and its answers. What is asked is measured off the window's thread."""

    def __init__(self, places: Places, shown: ShownRuns, view: CompareView) -> None:
        super().__init__()
        self._places, self._shown, self._view = places, shown, view
        self._looker = Looker()
        shown.changed.connect(self.show_runs)
        view.asked.connect(self._compare)
        view.given_up.connect(self._looker.forget)

    def close(self) -> None:
        self._looker.close()

    def show_runs(self) -> None:
        """Offer the runs that the other views show."""
        self._view.set_runs([RunChoice(run.key, run.label, run.hex) for run in self._shown.curves])

    def _compare(self, question: CompareQuestion) -> None:
        def tell(report: Report) -> None:
            if isinstance(report, Preparing):
                self._view.show_progress(report.what, report.done, report.total)

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if error is None:
                self._view.show_answer(question, future.result())
            else:
                self._view.show_problem(*_explained(error))

        self._looker.ask(partial(_compared, question, self._places), tell, then)


def _compared(question: CompareQuestion, places: Places) -> Generator[Report, None, Comparison]:
    runs = [Run.open(places.runs / name) for name in question.runs]
    for run in runs:
        if not (run.checkpoints / BEST).exists():
            raise NothingLearntError(f"{run.name} has no best checkpoint yet: the first measurement writes it.")
    return (yield from compare(runs, places, question.split, tasks=question.tasks, changes=_ALONE))


def _explained(error: BaseException) -> tuple[str, str, str, str]:
    """Title, what happened, what to do, and details."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, NothingLearntError):
        return "Not every run can be compared yet", str(error), "Wait for it, or select runs that have finished.", ""
    if isinstance(error, ExperimentError):
        return "These runs cannot be compared", str(error), "Select runs that were measured on the same tasks.", ""
    if isinstance(error, CheckpointError):
        return "What a run has learnt cannot be read", str(error), "Train that run again to compare it.", details
    if isinstance(error, DataError):
        return "The data of these runs cannot be read", str(error), "Mend the data, and measure again.", details
    if isinstance(error, RunError):
        return "A run cannot be opened", str(error), "Look at its folder: its settings may be damaged.", details
    what = f"{type(error).__name__}: {error}"
    return "These runs cannot be measured", what, "Copy the details into a report if this seems to be a fault.", details
