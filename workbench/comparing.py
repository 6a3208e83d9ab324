"""What the comparing view asks, answered: the runs at their best checkpoints, or why they cannot be compared."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.experiment import Experiment
from core.places import Places
from core.runs.comparable import MEASURING, NotComparableError
from core.runs.compare import compare
from core.runs.comparison import Comparison
from core.runs.opened import NothingLearntError
from core.runs.run import Run
from core.schema import in_words
from core.training.checkpoint import BEST
from core.training.reports import Report

if TYPE_CHECKING:
    from workbench.views.compare import CompareQuestion

# A run that trains beside it keeps its processors; the figures do not depend on the number.
ALONE = {"compute.workers": 1}


class NotYetComparableError(NothingLearntError):
    """One of the runs has no best checkpoint."""


class NotComparableHereError(NothingLearntError):
    """The runs are not measured on the same tasks; said with the names that the window has for them."""


def compared(question: "CompareQuestion", places: Places) -> Generator[Report, None, Comparison]:
    """The comparison of some runs. Where they differ in nothing but how they are measured, all are measured alike: by
    the most queries, and else as the first run says. A note tells so.

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
        misfits = {one.path: one.title for one in error.misfits}
        if not misfits.keys() <= set(MEASURING):
            facts = dict.fromkeys(f"{one.title}: {one.fact(called)}." for one in error.misfits)
            raise NotComparableHereError("\n".join(facts)) from error
    alike = {path: _for_all(path, [run.experiment for run in runs]) for path in misfits}
    found = yield from compare(runs, places, question.split, tasks=question.tasks, changes={**ALONE, **alike})
    words = ", ".join(f"{misfits[path]} {in_words(value, 'none')}" for path, value in alike.items())
    others = [called[run.name] for run in runs if any(run.experiment.value(path) != alike[path] for path in alike)]
    note = f"All are measured alike, with {words}; the settings of {', '.join(others)} say otherwise."
    return replace(found, notes=[*found.notes, note])


def _for_all(path: str, experiments: Sequence[Experiment]) -> Any:
    """What all are measured with: many queries tell more, and nothing else is better than another."""
    values = [experiment.value(path) for experiment in experiments]
    return max(values) if path == "dataset.queries" else values[0]
