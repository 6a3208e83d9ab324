"""What a view says in place of an answer that could not be found."""

import traceback
from typing import NamedTuple

from core.problems import ExperimentError
from core.runs.confusion import NoClassesError
from core.runs.embedding import NoEmbeddingError
from core.runs.gradients import NoGradientsError, NotFromTasksError, TooManyGradientsError
from core.runs.opened import NothingLearntError
from core.runs.run import RunError
from core.runs.tryit import NotForTryingError
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError
from workbench.comparing import NotComparableHereError, NotYetComparableError
from workbench.words import said, tr


class Explanation(NamedTuple):
    """For a person: what an answer's error means."""

    title: str
    what: str
    remedy: str
    details: str = ""  # to copy


def explained(error: BaseException, shows: str) -> Explanation:
    """For a view that `shows` something: a task, a measurement."""
    for kind, (title, remedy, is_usual) in _MEANINGS.items():
        if isinstance(error, kind):
            return Explanation(
                tr(title), said(str(error)), tr(remedy).format(said(shows)), "" if is_usual else _traceback(error)
            )
    what, remedy = f"{type(error).__name__}: {error}", tr("Copy the details into a report if this seems to be a fault.")
    return Explanation(tr("This {what} cannot be computed", what=said(shows)), what, remedy, _traceback(error))


# Title, what to do, and whether it is usual; the first that an error is one of.
_MEANINGS: dict[type[Exception], tuple[str, str, bool]] = {
    NotYetComparableError: (
        "Not every run can be compared yet", "Wait for it, or select runs that have finished.", True,
    ),
    NotComparableHereError: (
        "These runs cannot be compared", "Click a run in the table with Ctrl held down to leave it out.", True,
    ),
    NothingLearntError: ("Nothing learnt yet", "The {0} appears here by itself.", True),
    NoClassesError: ("Nothing to confuse", "Look at the run in Episodes or Adaptation.", True),
    NoEmbeddingError: ("These examples cannot be laid out", "Choose PCA, or another task.", True),
    NoGradientsError: ("No gradients to look at", "Look at the run in Episodes or Adaptation.", True),
    NotFromTasksError: ("Not learnt from tasks", "Choose Training to see the gradients of these batches.", True),
    TooManyGradientsError: ("Too much for the memory", "Choose fewer tasks.", True),
    NotForTryingError: ("Nothing to draw", "Look at the run in Episodes or Adaptation.", True),
    CheckpointError: ("What a run has learnt cannot be read", "Train that run again to look into it.", False),
    DataError: ("The data of the run cannot be read", "Mend the data, and choose the run again.", False),
    ExperimentError: ("A run cannot be opened", "Look at its folder: its settings may be damaged.", False),
    RunError: ("A run cannot be opened", "Look at its folder: its settings may be damaged.", False),
}  # fmt: skip


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
