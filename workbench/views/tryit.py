"""The model in your hands: a task of one's own, drawn or clicked, and what the run makes of it while it changes."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.runs import own_task
from core.runs.own_task import BLANK, Example, OwnTask, OwnTaskError, Picture, PictureTask, PointTask
from core.runs.tryit import Function, Prediction, Subject, TryAnswer, TryQuestion
from core.tasks.archives import BadPictureError
from workbench import dialogs
from workbench.numbers import count
from workbench.views.asking import AskingView
from workbench.views.message import ViewMessage
from workbench.views.run_box import RunChoice
from workbench.views.task_header import TaskHeader, checkpoint_in_words
from workbench.views.try_csv import csv_pieces
from workbench.views.try_pictures import PicturePage
from workbench.views.try_points import PointPage
from workbench.views.try_state import TryState
from workbench.views.try_tools import TryTools
from workbench.words import said, tr

EMPTY = (
    "No run to try yet",
    "Press Start, or select a run in the table: draw a task of your own here, and watch the model solve it.",
)
PACE = 100  # milliseconds between two questions at least, while a person draws
TOGETHER = "Query normalised with the examples"
WHY_TOGETHER = (
    "This run normalises all queries of a task together. Yours comes alone, so it is normalised together with the "
    "examples of the classes. A measurement has many queries, and can differ a little."
)


class TryItView(AskingView):
    """The view. It asks a TryQuestion.

    One question is on its way at a time; what changes meanwhile is asked next, as it is by then.
    """

    shows = "task"
    to_read = Signal(object, object)  # a function to be run off the window's thread, and what takes its future

    def __init__(self) -> None:
        super().__init__("tryit")
        self.state = TryState()
        self._answered: TryQuestion | None = None
        self._prediction: Prediction | None = None
        self._predicted_places: list[tuple[int, int]] = []  # class and place of each example that it was made with
        self._function: Function | None = None
        self._next_example = 0  # the number of a held-out task
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._ask_if_changed)

        self.header = TaskHeader("tryit.header")
        self.header.cancelled.connect(self._give_up)
        self.pictures, self.points = PicturePage(), PointPage()
        self._message = ViewMessage("tryit")
        self._sorts, self._stack, self._paper = QStackedWidget(), QStackedWidget(), QWidget()
        self._sorts.addWidget(self.pictures)
        self._sorts.addWidget(self.points)
        self._paper.setProperty("panel", True)
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._paper)
        self.tools = TryTools("tryit", "Try it", lambda: self._paper, self._csv)
        for outside, rows in ((self._paper, (self.header, self._sorts)), (self, (self.tools, self._stack))):
            column = QVBoxLayout(outside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for stretch, row in enumerate(rows):
                column.addWidget(row, stretch)
        self._connect()
        self.set_runs([], None)

    def _connect(self) -> None:
        tools, board, query = self.tools, self.pictures.board, self.pictures.query
        tools.run_box.currentIndexChanged.connect(self._start_over)
        tools.wants_example.connect(self._begin_with_example)
        tools.wants_ways.connect(lambda ways: self._change(self.state.pictures.resized(ways)))
        tools.wants_undo.connect(self.take_back)
        tools.wants_clear.connect(lambda: self._after(self.state.clear))
        tools.opened.connect(self.open_path)
        tools.saved.connect(self.save_to)
        board.edited.connect(self._edit_example)
        board.added.connect(lambda way: self._change(self.state.pictures.with_place(way)))
        board.brought.connect(
            lambda way, place, data, name: self._read(
                data, name, lambda example: self._edit_example(way, place, example, True)
            )
        )
        query.edited.connect(self._edit_query)
        query.brought.connect(
            lambda data, name: self._read(data, name, lambda example: self._edit_query(example, True))
        )
        self.pictures.refused.connect(self._refuse)
        self.points.edited.connect(lambda points, begins: self._change(PointTask(points), begins))

    # -- what can be tried --------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs. The run that is tried stays where it can; else it is `front`."""
        before = self.tools.run_box.run
        self.tools.run_box.offer(runs, front)
        now, subject = self.tools.run_box.run, self.state.subject
        if now is None:
            self._give_up()
            self.state.leave()
            self._tell(*EMPTY)
        elif before is None or before.key != now.key:
            self._start_over()
        elif before != now and subject is not None and subject.look is None:
            self.points.set_subject(subject, now.color)
            self._show()

    def refresh(self, newer: bool) -> None:
        """See what the newest checkpoint makes of the task, unless a person is being answered."""
        if self._question is None:
            self._answered = None
            self._ask_if_changed()

    # -- changing the task --------------------------------------------------------------------------------------

    def _after(self, change: Callable[[], None]) -> None:
        """Make a change, show it, and ask what the run makes of it."""
        if self.state.subject is not None:
            change()
            self._show()
            self._ask_if_changed()

    def _change(self, task: OwnTask, begins: bool = True) -> None:
        self._after(lambda: self.state.change(task, begins))

    def _edit_example(self, way: int, place: int, example: Example, begins: bool) -> None:
        self._after(lambda: self.state.edit_example(way, place, example, begins))

    def _edit_query(self, example: Example, begins: bool) -> None:
        self._after(lambda: self.state.edit_query(example, begins))

    def take_back(self) -> None:
        """Go back to what was there before the last change."""
        if self.state.can_take_back:
            self._after(self.state.take_back)

    def _begin_with_example(self) -> None:
        run = self.tools.run_box.run
        if run is not None:
            self._ask(TryQuestion(run.key, example=self._next_example))
            self._next_example += 1

    def _read(self, data: bytes, name: str, then: Callable[[Example], None]) -> None:
        """A picture that was dropped, pasted or chosen, as the model sees it. A large one takes a while to decode."""
        subject = self.state.subject
        if subject is None or subject.look is None:
            return
        look = subject.look

        def take(future: Future[np.ndarray]) -> None:
            error = future.exception()
            if isinstance(error, BadPictureError):
                self._refuse(said(f"{name} {error}."))
            elif self.state.subject is not subject:
                self._read(data, name, then)  # another run by now, which may see it differently
            else:
                then(Example(picture=Picture.of(future.result())))

        self.to_read.emit(lambda: look.read(data), take)

    def _refuse(self, why: str) -> None:
        dialogs.show_error(
            self, tr("The picture could not be taken"), said(why), tr("Take a JPEG, PNG, GIF, BMP or WebP picture.")
        )

    # -- files --------------------------------------------------------------------------------------------------

    def open_path(self, path: str) -> None:
        """Take the task in a file, if it fits the run."""
        try:
            task = own_task.load(Path(path))
            self.state.check(task, Path(path).name)
        except OwnTaskError as error:
            dialogs.show_error(
                self, tr("The task could not be opened"), said(str(error)), tr("The task on show stays as it was.")
            )
        else:
            self._change(task)

    def save_to(self, path: str) -> None:
        """Write the task into a file."""
        task = self.state.task
        assert task is not None
        try:
            own_task.save(Path(path), task)
        except OSError as error:
            dialogs.show_error(
                self, tr("The task could not be saved"), f"{path}: {error}", tr("Choose another folder.")
            )

    def _csv(self) -> Iterator[str]:
        return csv_pieces(self.state.task, self._known, self._function)

    # -- asking -------------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        """Another run: what was drawn stays, if it fits."""
        self.state.leave()
        self._answered = self._question = self._prediction = self._function = None
        self._next_example = 0
        self._pace.stop()
        self._ask_if_changed()

    def _ask_if_changed(self) -> None:
        """Ask what is to be known now, at most so often, and one question after another."""
        run = self.tools.run_box.run
        if run is None or self._question is not None or self._pace.isActive():
            return
        question = self.state.question(run.key)
        if question != self._answered:
            self._ask(question)

    def _ask(self, question: TryQuestion) -> None:
        if not self.isVisible():
            return  # asked when it is looked at
        self._put(question)
        self._pace.start()

    def _stop_waiting(self) -> None:
        self._question = None
        self._busy.stop()
        self.header.set_busy("")

    def _give_up(self) -> None:
        """Nobody waits any longer."""
        waited = self._question is not None
        self._answered = self._question
        self._stop_waiting()
        self._pace.stop()
        self.given_up.emit()
        if waited and self.state.subject is None:
            self._tell("Not opened", "Choose the run again to try it.")

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: TryQuestion, answer: TryAnswer) -> None:
        run = self.tools.run_box.run
        if question != self._question or run is None:
            return
        self._answered = question
        self._stop_waiting()
        if self.state.subject != answer.subject:
            self._meet(answer.subject, run)
        if answer.example is not None:
            self.state.in_hand = BLANK
            self.state.change(answer.example)
        if question.support and question.support == self.state.support:
            self._prediction, self._predicted_places = answer.prediction, self.state.places
        self._function = answer.function or self._function
        self._show()
        self._ask_if_changed()

    def _meet(self, subject: Subject, run: RunChoice) -> None:
        """Another run, or a newer checkpoint of it."""
        self.state.meet(subject)
        self._sorts.setCurrentIndex(subject.look is None)
        if subject.look is None:
            self.points.set_subject(subject, run.color)
        self.tools.set_subject(subject)
        together = subject.look is not None and subject.normalised_with == "both"
        words = TOGETHER if together else ""
        self.header.show_task("Your task", "", words, checkpoint_in_words(subject))
        self.header.setToolTip(said(WHY_TOGETHER) if together else "")
        self._stack.setCurrentWidget(self._paper)

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        if self._busy.isActive() or self._question is None:
            return
        far = f"{count(done)} of {count(total)}" if total else ""
        if self.state.subject is None:
            self._tell(what, far)
        self.header.set_busy(f"{what}: {far}" if far else f"{what} …")

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        self._answered = self._question  # the same is not asked again by itself
        self._stop_waiting()
        self.state.leave()
        self._tell(title, what, remedy, details)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "") -> None:
        self._message.tell(title, line, remedy, details)
        self._stack.setCurrentWidget(self._message)
        self.tools.enable(False, False)

    @property
    def _known(self) -> Prediction | None:
        """The prediction, as long as it is one for the examples that are there."""
        task = self.state.task
        if not isinstance(task, PictureTask) or task.query.is_blank or self.state.missing:
            return None
        return self._prediction if self._predicted_places == self.state.places else None

    def _show(self) -> None:
        """The task as it is now, and what is known of it."""
        task, subject = self.state.task, self.state.subject
        if isinstance(task, PointTask):
            self.points.show_task(task)
            self.points.show_function(self._function)
        elif task is not None and subject is not None and subject.look is not None:
            in_hand = task.query if self.state.in_hand.is_blank else self.state.in_hand
            self.pictures.show_task(task, subject.look, in_hand)
            self.tools.show_ways(len(task.classes))
            hint = self.state.missing or "Now draw a query, and watch."
            self.pictures.show_prediction(self._known, self.state.places, hint)
        self.tools.enable(subject is not None, self.state.can_take_back)

    # -- Qt -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Inside of this view, the keys of undo are for what is drawn."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_if_changed()
