"""Answers what views ask of what the runs on show have learnt: views, looker and engine together."""

from collections.abc import Generator
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from core.places import Places
from core.runs import confusion, embedding, episodes, gradients
from core.runs.confusion import ConfusionQuestion
from core.runs.embedding import EmbeddingQuestion
from core.runs.gradients import GradientQuestion
from core.runs.opened import LastOpened, shown_stamp
from core.runs.run import Run, RunError
from core.runs.tryit import Trying, TryQuestion
from core.training.reports import Checkpointed, Preparing, Report
from workbench.comparing import compared
from workbench.explaining import explained
from workbench.runs.shown_runs import ShownRuns
from workbench.views.asking import AskingView
from workbench.views.run_box import RunChoice
from workbench.worker import Looker

REFRESH = 3000  # milliseconds between two looks at the checkpoints of a run that trains, at least


class Looking(QObject):
    """Gives views their runs and their answers. What is asked is computed off the window's thread."""

    def __init__(self, places: Places, shown: ShownRuns, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._shown = places, shown
        self._views: list[AskingView] = []
        self._runs = LastOpened(places)  # only the looker's thread touches these two
        self._trying = Trying(self._runs)
        self._looker = Looker()
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH)
        self._refresh.timeout.connect(self._see_newer)
        shown.changed.connect(self.show_runs)

    def serve(self, view: AskingView) -> None:
        """Answer what a view asks, of the runs that the others show."""
        view.asked.connect(partial(self._find, view))
        view.given_up.connect(partial(self._looker.forget, view))
        self._views.append(view)
        self._offer(view)

    def close(self) -> None:
        self._refresh.stop()
        self._looker.close()

    def show_runs(self) -> None:
        """Offer the runs that the other views show."""
        for view in self._views:
            self._offer(view)

    def _offer(self, view: AskingView) -> None:
        front = self._shown.front
        choices = [RunChoice(run.key, run.label, run.hex) for run in self._shown.curves]
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
        for view in self._views:
            self._refresh_view(view)

    def _refresh_view(self, view: AskingView) -> None:
        if view.shown_at is None:
            view.refresh(newer=False)
            return
        name, stamp = view.shown_at
        try:
            newer = shown_stamp(Run(self._places.runs / name)) != stamp
        except RunError:
            newer = True  # asking again says what is wrong with it
        view.refresh(newer)

    def _answer(self, question: Any) -> Generator[Report, None, Any]:
        """The answer to any question that a view has, on the looker's thread."""
        from workbench.views.compare import CompareQuestion  # read with the view: see view_making

        match question:
            case episodes.Question():
                return episodes.answer(question, self._run(question.run), self._runs)
            case GradientQuestion():
                return gradients.gradients(question, self._run(question.run), self._runs)
            case EmbeddingQuestion():
                return embedding.embedding(question, self._run(question.run), self._runs)
            case ConfusionQuestion():
                return confusion.confusions(question, self._run(question.run), self._runs, self._places)
            case TryQuestion():
                return self._trying.answer(question, self._run(question.run))
            case CompareQuestion():
                return compared(question, self._places)
        raise TypeError(f"nobody answers a {type(question).__name__}")

    def _run(self, name: str) -> Run:
        return Run(self._places.runs / name)

    def _find(self, view: AskingView, question: Any) -> None:
        def tell(report: Report) -> None:
            if isinstance(report, Preparing):
                view.show_progress(report.what, report.done, report.total)

        def then(future: Future[Any]) -> None:
            error = future.exception()
            if error is None:
                view.show_answer(question, future.result())
                if view.shown_at is not None:
                    self._refresh_view(view)  # a newer checkpoint may have come while it was computed
            else:
                view.show_problem(*explained(error, view.shows))

        self._looker.ask(view, partial(self._answer, question), tell, then)
