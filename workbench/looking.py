"""Answers what views ask of what the runs on show have learnt: views, looker and engine together."""

import traceback
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from core.places import Places
from core.problems import ExperimentError
from core.runs.confusion import ConfusionQuestion, Confusions, NoClassesError, confusions
from core.runs.episodes import Question, answer
from core.runs.opened import LastOpened, NothingLearntError, shown_stamp
from core.runs.run import Run, RunError
from core.runs.tryit import NotForTryingError, Trying, TryQuestion
from core.tasks.task import DataError
from core.training.checkpoint import CheckpointError
from core.training.reports import Checkpointed, Preparing, Report
from workbench.runs.shown_runs import ShownRuns
from workbench.views.asking import RunChoice
from workbench.views.confusion import ConfusionView
from workbench.views.episodes import EpisodesView
from workbench.views.tryit import TryItView
from workbench.worker import Looker
from workbench.worker import Question as LookerQuestion

REFRESH = 3000  # milliseconds between two looks at the checkpoints of a run that trains, at least


class Looking(QObject):
    """Gives these views their runs and their answers. What is asked is computed off the window's thread."""

    def __init__(
        self, places: Places, shown: ShownRuns, episodes: EpisodesView, confusion: ConfusionView, tryit: TryItView
    ) -> None:
        super().__init__()
        self._places, self._shown = places, shown
        self._episodes, self._confusion, self._tryit = episodes, confusion, tryit
        self._runs = LastOpened(places)  # only the looker's thread touches these two
        self._trying = Trying(self._runs)
        self._looker = Looker()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH)
        self._refresh.timeout.connect(self._see_newer)
        shown.changed.connect(self.show_runs)
        episodes.asked.connect(self._find_episode)
        confusion.asked.connect(self._count_confusions)
        tryit.asked.connect(self._try)
        for view in (episodes, confusion, tryit):  # only the one that is looked at asks
            view.given_up.connect(self._looker.forget)

    def close(self) -> None:
        self._refresh.stop()
        self._looker.close()

    def show_runs(self) -> None:
        """Offer the runs that the other views show."""
        front = self._shown.front
        choices = [RunChoice(run.key, run.label, run.hex) for run in self._shown.curves]
        for view in (self._episodes, self._confusion, self._tryit):
            view.set_runs(choices, None if front is None else front.name)

    def take(self, reports: list[Report]) -> None:
        """Reports of the run that trains: where it has written a checkpoint, what is on show may be old."""
        if any(isinstance(report, Checkpointed) for report in reports):
            self.look_again()

    def look_again(self) -> None:
        """A run was paused or has ended, which writes a checkpoint, too."""
        if not self._refresh.isActive():
            self._refresh.start()

    def _see_newer(self) -> None:
        self._episodes.refresh()
        self._tryit.refresh()
        self._see_newer_confusion()

    def _see_newer_confusion(self) -> None:
        answer = self._confusion.answer
        try:
            newer = answer is not None and shown_stamp(Run(self._places.runs / answer.run)) != answer.stamp
        except RunError:
            newer = True  # measuring again says what is wrong with it
        self._confusion.refresh(newer)

    def _find_episode(self, question: Question) -> None:
        run = Run(self._places.runs / question.run)
        work = partial(answer, question, run, self._runs)
        self._ask(work, self._episodes, self._episodes.show_answer)

    def _count_confusions(self, question: ConfusionQuestion) -> None:
        run = Run(self._places.runs / question.run)
        work = partial(confusions, question, run, self._runs, self._places)

        def show(answer: Confusions) -> None:
            self._confusion.show_answer(question, answer)
            self._see_newer_confusion()  # one may have come while it was measured

        self._ask(work, self._confusion, show)

    def _try(self, question: TryQuestion) -> None:
        run = Run(self._places.runs / question.run)
        self._ask(partial(self._trying.answer, question, run), self._tryit, self._tryit.show_answer)

    def _ask(
        self, work: LookerQuestion, view: EpisodesView | ConfusionView | TryItView, show: Callable[[Any], None]
    ) -> None:
        def tell(report: Report) -> None:
            if isinstance(report, Preparing):
                view.show_progress(report.what, report.done, report.total)

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if error is None:
                show(future.result())
            else:
                view.show_problem(*_explained(error, view.shows))

        self._looker.ask(work, tell, then)


def _explained(error: BaseException, shows: str) -> tuple[str, str, str, str]:
    """Title, what happened, what to do, and details, for a view that `shows` something: a task, a measurement."""
    if isinstance(error, NothingLearntError):
        return "Nothing learnt yet", str(error), f"The {shows} appears here by itself.", ""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, CheckpointError):
        return "What the run has learnt cannot be read", str(error), "Train the run again to look into it.", details
    if isinstance(error, DataError):
        return "The data of this run cannot be read", str(error), "Mend the data, and choose the run again.", details
    if isinstance(error, NoClassesError):
        return "Nothing to confuse", str(error), "Look at the run in Episodes or Adaptation.", ""
    if isinstance(error, NotForTryingError):
        return "Nothing to draw", str(error), "Look at the run in Episodes or Adaptation.", ""
    if isinstance(error, ExperimentError | RunError):
        return "This run cannot be opened", str(error), "Look at its folder: its settings may be damaged.", details
    what, remedy = f"{type(error).__name__}: {error}", "Copy the details into a report if this seems to be a fault."
    return f"This {shows} cannot be computed", what, remedy, details
