"""What the comparing view asks, answered: the runs at their best checkpoints, or why they cannot be compared."""

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from core.places import Places
from core.runs.comparable import NotComparableError
from core.runs.compare import compare
from core.runs.comparison import Comparison
from core.runs.opened import NothingLearntError
from core.runs.run import Run
from core.training.checkpoint import BEST
from core.training.reports import Report

if TYPE_CHECKING:
    from workbench.views.compare import CompareQuestion

# A run that trains beside it keeps its processors; the figures do not depend on the number.
ALONE = {"compute.workers": 1}
QUERIES = "dataset.queries"


class NotYetComparableError(NothingLearntError):
    """One of the runs has no best checkpoint."""


class NotComparableHereError(NothingLearntError):
    """The runs are not measured on the same tasks; said with the names that the window has for them."""


def compared(question: "CompareQuestion", places: Places) -> Generator[Report, None, Comparison]:
    """The comparison of some runs. Where they differ in nothing but how many queries they are measured by, all are
    measured by the most, and a note says so.

    Raises NotYetComparableError, NotComparableHereError, CheckpointError, RunError and DataError.
    """
    runs = [Run.open(places.runs / name) for name in question.runs]
    called = dict(zip(question.runs, question.labels, strict=True))
    for run in runs:
        if not (run.checkpoints / BEST).exists():
            words = f"{called[run.name]} has no best checkpoint yet: the first measurement writes it."
            raise NotYetComparableError(words)
    try:
        return (yield from compare(runs, places, question.split, tasks=question.tasks, changes=ALONE))
    except NotComparableError as error:
        if {one.path for one in error.misfits} != {QUERIES}:
            facts = dict.fromkeys(f"{one.title}: {one.fact(called)}." for one in error.misfits)
            raise NotComparableHereError("\n".join(facts)) from error
    most = max(run.experiment.dataset.queries for run in runs)
    alike = yield from compare(runs, places, question.split, tasks=question.tasks, changes={**ALONE, QUERIES: most})
    fewer = ", ".join(called[run.name] for run in runs if run.experiment.dataset.queries < most)
    note = f"All are measured by {most} queries of each class, which are more than the settings of {fewer} name."
    return replace(alike, notes=[*alike.notes, note])
