"""What the comparing view asks, answered: the runs at their best checkpoints, or why they cannot be compared."""

from collections.abc import Generator
from typing import TYPE_CHECKING

from core.places import Places
from core.problems import ExperimentError
from core.runs.compare import Comparison, compare
from core.runs.opened import NothingLearntError
from core.runs.run import Run
from core.training.checkpoint import BEST
from core.training.reports import Report

if TYPE_CHECKING:
    from workbench.views.compare import CompareQuestion

# A run that trains beside it keeps its processors; the figures do not depend on the number.
ALONE = {"compute.workers": 1}


class NotYetComparableError(NothingLearntError):
    """One of the runs has no best checkpoint."""


class NotComparableError(ExperimentError):
    """The runs were not measured on the same tasks."""


def compared(question: "CompareQuestion", places: Places) -> Generator[Report, None, Comparison]:
    """Raises NotYetComparableError, NotComparableError, CheckpointError, RunError and DataError."""
    runs = [Run.open(places.runs / name) for name in question.runs]
    for run in runs:
        if not (run.checkpoints / BEST).exists():
            raise NotYetComparableError(f"{run.name} has no best checkpoint yet: the first measurement writes it.")
    try:
        return (yield from compare(runs, places, question.split, tasks=question.tasks, changes=ALONE))
    except ExperimentError as error:
        raise NotComparableError(error.problems) from error
