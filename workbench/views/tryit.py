"""The model in your hands: a task of one's own, drawn or clicked, and what the run makes of it while it changes."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from core.runs import own_task
from core.runs.own_task import BLANK, SUFFIX, Example, OwnTask, OwnTaskError, PictureTask, PointTask
from core.runs.tryit import Function, Prediction, Subject, TryAnswer, TryQuestion
from core.tasks.archives import BadPictureError
from workbench import dialogs
from workbench.views.episode_sheet import letter_of
from workbench.views.episodes import PATIENCE, RunChoice
from workbench.views.message import ViewMessage
from workbench.views.numbers import count
from workbench.views.task_header import TaskHeader
from workbench.views.try_csv import csv_pieces
from workbench.views.try_pictures import PicturePage
from workbench.views.try_points import PointPage
from workbench.views.view_tools import ViewTools, choice_box

EMPTY = (
    "No run to try yet",
    "Press Start, or select a run in the table: draw a task of your own here, and watch the model solve it.",
)
PACE = 100  # milliseconds between two questions at least, while a person draws
UNDOABLE = 200  # changes that can be taken back
NORMALISED = {
    "itself": ("", ""),
    "support": ("", ""),
    "population": ("", ""),
    "both": (
        "Query normalised with the examples",
        "This run normalises all queries of a task together. Yours comes alone, and so it is normalised together with "
        "the examples of the classes. A measurement, which has many queries, can differ a little.",
    ),
}


class TryItView(QWidget):
    """The view. It asks by `asked`, and is told by `show_answer`, `show_progress` and `show_problem`.

    One question is on its way at a time; what changes meanwhile is asked next, as it is by then.
    """

    asked = Signal(object)  # TryQuestion
    given_up = Signal()  # nobody waits for the answer any longer

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tryit")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._runs: list[RunChoice] = []
        self._subject: Subject | None = None
        self._tasks: dict[type[OwnTask], OwnTask] = {}  # the one on show and, of the other sort, the last one
        self._before: list[OwnTask] = []  # what can be gone back to
        self._in_hand = BLANK  # the example that was changed last
        self._waiting: TryQuestion | None = None
        self._answered: TryQuestion | None = None
        self._prediction: Prediction | None = None
        self._predicted_places: list[tuple[int, int]] = []  # class and place of each example that it was made with
        self._function: Function | None = None
        self._number = 0  # of the next held-out task
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._ask_if_changed)
        self._busy = QTimer(self, singleShot=True, interval=PATIENCE)
        self._busy.timeout.connect(lambda: self.show_progress("Working on it", 0, None))

        self.header = TaskHeader("tryit.header")
        self.header.cancelled.connect(self._give_up)
        self.pictures, self.points = PicturePage(), PointPage()
        self._message = ViewMessage("tryit")
        self._sorts = QStackedWidget()
        self._sorts.addWidget(self.pictures)
        self._sorts.addWidget(self.points)
        self._paper = QWidget()
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._sorts, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._paper)
        self._tools = ViewTools("tryit", "Try it", lambda: self._paper, self._csv)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.set_runs([], None)

    def _add_controls(self) -> None:
        self.run_box = choice_box("tryit.run", "Run", "The run that is tried")
        self.run_box.setMaximumWidth(140)
        button = self._tools.button
        self.example = button("example", "Example", "play", "Begin with a held-out test task of the run")
        self.ways = QSpinBox()
        self.ways.setObjectName("tryit.ways")
        self.ways.setAccessibleName("Classes")
        self.ways.setSuffix(" classes")
        self.ways.setKeyboardTracking(False)
        self.undo = button("undo", "", "undo", "Take back the last change (Ctrl+Z)")
        self.clear = button("clear", "", "trash", "Clear everything")
        self.open = button("open", "", "open", "Open a task from a file")
        self.save = button("save", "", "save", "Save the task to a file")
        self._controls = [self.run_box, self.example, self.ways, self.undo, self.clear, self.open, self.save]
        for control in self._controls:
            self._tools.add(control)
        self._tools.add_stretch()
        for earlier, later in pairwise([*self._controls, self._tools.export_button]):
            QWidget.setTabOrder(earlier, later)

    def _connect(self) -> None:
        self.run_box.currentIndexChanged.connect(self._start_over)
        self.example.clicked.connect(self._begin_with_example)
        self.ways.valueChanged.connect(self._resize_task)
        self.undo.clicked.connect(self.take_back)
        self.clear.clicked.connect(self._clear_all)
        self.open.clicked.connect(self._open_file)
        self.save.clicked.connect(self._save_file)
        board, query = self.pictures.board, self.pictures.query
        board.edited.connect(self._edit_example)
        board.added.connect(lambda way: self._change(self._pictures.with_place(way)))
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
        before, self._runs = self._run, runs
        keys = [run.key for run in runs]
        chosen = before.key if before is not None and before.key in keys else front
        with QSignalBlocker(self.run_box):
            self.run_box.clear()
            for run in runs:
                self.run_box.addItem(run.label, run.key)
            self.run_box.setCurrentIndex(keys.index(chosen) if chosen in keys else 0 if keys else -1)
        self.run_box.setVisible(len(runs) > 1)
        now = self._run
        if now is None:
            self._give_up()
            self._subject = None
            self._tell(*EMPTY)
        elif before is None or before.key != now.key:
            self._start_over()
        elif before != now and self._subject is not None:
            self.points.set_subject(self._subject, now.color)
            self._show()

    def refresh(self) -> None:
        """There is a newer checkpoint: see what it makes of the task, unless a person is being answered."""
        if self._run is not None and self._waiting is None:
            self._answered = None
            self._ask_if_changed()

    @property
    def _run(self) -> RunChoice | None:
        place = self.run_box.currentIndex()
        return self._runs[place] if 0 <= place < len(self._runs) else None

    @property
    def task(self) -> OwnTask | None:
        """What a person has drawn or clicked."""
        if self._subject is None:
            return None
        return self._tasks[PointTask if self._subject.look is None else PictureTask]

    @property
    def _pictures(self) -> PictureTask:
        task = self.task
        assert isinstance(task, PictureTask)
        return task

    # -- changing the task --------------------------------------------------------------------------------------

    def _change(self, task: OwnTask, begins: bool = True) -> None:
        """Take another task; `begins` where a person could want to go back to the one before."""
        before = self.task
        if before is None:
            return
        if begins:
            self._before = [*self._before, before][-UNDOABLE:]
        self._tasks[type(task)] = task
        self._show()
        self._ask_if_changed()

    def _edit_example(self, way: int, place: int, example: Example, begins: bool) -> None:
        self._in_hand = example
        self._change(self._pictures.with_example(way, place, example), begins)

    def _edit_query(self, example: Example, begins: bool) -> None:
        task = self._pictures
        self._in_hand = example
        self._change(PictureTask(task.classes, task.names, example), begins)

    def _resize_task(self, ways: int) -> None:
        if isinstance(self.task, PictureTask) and len(self.task.classes) != ways:
            self._change(self.task.resized(ways))

    def _clear_all(self) -> None:
        self._in_hand = BLANK
        task = self.task
        self._change(PictureTask.blank(len(task.classes)) if isinstance(task, PictureTask) else PointTask())

    def take_back(self) -> None:
        """Go back to what was there before the last change."""
        if self._before:
            *self._before, task = self._before
            self._tasks[type(task)] = task
            self._in_hand = task.query if isinstance(task, PictureTask) else BLANK
            self._show()
            self._ask_if_changed()

    def _begin_with_example(self) -> None:
        run = self._run
        if run is not None:
            self._ask(TryQuestion(run.key, example=self._number))
            self._number += 1

    def _read(self, data: bytes, name: str, then: Callable[[Example], None]) -> None:
        """A picture that was dropped, pasted or chosen, as the model sees it."""
        if self._subject is None or self._subject.look is None:
            return
        try:
            pixels = self._subject.look.read(data)
        except BadPictureError as error:
            self._refuse(f"{name} {error}.")
            return
        then(Example(picture=own_task.Picture.of(pixels)))

    def _refuse(self, why: str) -> None:
        dialogs.show_error(self, "The picture could not be taken", why, "Take a JPEG, PNG, GIF, BMP or WebP picture.")

    # -- files --------------------------------------------------------------------------------------------------

    def _open_file(self) -> None:
        kind = "Innerloop tasks"
        dialogs.choose_file(self, "Open a task", self.open_path, save=False, suffix=SUFFIX, proposal="", kind=kind)

    def open_path(self, path: str) -> None:
        """Take the task in a file, if it fits the run."""
        try:
            task = own_task.load(Path(path))
            self._check(task, Path(path).name)
        except OwnTaskError as error:
            dialogs.show_error(self, "The task could not be opened", str(error), "The task on show stays as it was.")
            return
        self._change(task)

    def _check(self, task: OwnTask, name: str) -> None:
        """Raises OwnTaskError for a task that the run cannot be given."""
        subject = self._subject
        if subject is None:
            raise OwnTaskError(f"There is no run to try {name} with.")
        if isinstance(task, PointTask) != (subject.look is None):
            kinds = ("pictures", "points")
            ours, theirs = (kinds[subject.look is None], kinds[isinstance(task, PointTask)])
            raise OwnTaskError(f"{name} holds {theirs}, and the run learns from {ours}.")
        if isinstance(task, PictureTask) and subject.look is not None:
            ways = len(task.classes)
            if not subject.fewest <= ways <= subject.most:
                can = count(subject.most) if subject.fewest == subject.most else f"{subject.fewest} to {subject.most}"
                raise OwnTaskError(f"{name} has {count(ways)} classes, and the run can be tried with {can}.")
            for each in (*(each for examples in task.classes for each in examples), task.query):
                if each.picture is not None and each.picture.shape != subject.look.shape:
                    theirs, ours = (" × ".join(map(str, shape)) for shape in (each.picture.shape, subject.look.shape))
                    raise OwnTaskError(
                        f"{name} has a picture of {theirs} numbers, and the run sees pictures of {ours}."
                    )

    def _save_file(self) -> None:
        kind, proposal = "Innerloop tasks", f"task{SUFFIX}"
        dialogs.choose_file(self, "Save the task", self.save_to, save=True, suffix=SUFFIX, proposal=proposal, kind=kind)

    def save_to(self, path: str) -> None:
        """Write the task into a file."""
        assert self.task is not None
        try:
            own_task.save(Path(path), self.task)
        except OSError as error:
            dialogs.show_error(self, "The task could not be saved", f"{path}: {error}", "Choose another folder.")

    def _csv(self) -> Iterator[str]:
        return csv_pieces(self.task, self._prediction, self._function)

    # -- asking -------------------------------------------------------------------------------------------------

    def _start_over(self) -> None:
        """Another run: what was drawn stays, if it fits."""
        self._subject = self._answered = self._waiting = None
        self._prediction = self._function = None
        self._before = []
        self._number = 0
        self._ask_if_changed()

    def _wanted(self) -> TryQuestion | None:
        """What is to be known now."""
        run, task, subject = self._run, self.task, self._subject
        if run is None:
            return None
        if isinstance(task, PointTask):
            return TryQuestion(run.key, points=task.points)
        if task is None or subject is None or subject.look is None or self._missing:
            return TryQuestion(run.key)
        look = subject.look
        support = tuple(
            (task.classes[way][place].seen(look), number)
            for number, way in enumerate(task.filled)
            for at, place in self._places
            if at == way
        )
        return TryQuestion(run.key, support=support, query=None if task.query.is_blank else task.query.seen(look))

    @property
    def _places(self) -> list[tuple[int, int]]:
        """Class and place of each example of the support set, in its order."""
        task = self.task
        if not isinstance(task, PictureTask):
            return []
        return [
            (way, place)
            for way, examples in enumerate(task.classes)
            for place, example in enumerate(examples)
            if not example.is_blank
        ]

    @property
    def _missing(self) -> str:
        """What a person has to draw before there can be a prediction; empty where there is enough."""
        task, subject = self.task, self._subject
        if not isinstance(task, PictureTask) or subject is None:
            return ""
        blank = [letter_of(way) for way in range(len(task.classes)) if way not in task.filled]
        if len(task.filled) >= 2 and (not blank or subject.fewest < subject.most):
            return ""
        if not task.filled:
            return "Draw an example of each class, or press Example."
        few = blank if len(blank) < 4 else [*blank[:3], "…"]
        return f"Draw an example of {', '.join(few)}." if len(blank) != 1 else f"Draw an example of {blank[0]}, too."

    def _ask_if_changed(self) -> None:
        """Ask what is to be known now, at most so often, and one question after another."""
        wanted = self._wanted()
        if wanted is None or wanted == self._answered or self._waiting is not None or self._pace.isActive():
            return
        self._ask(wanted)

    def _ask(self, question: TryQuestion) -> None:
        if not self.isVisible():
            return  # asked when it is looked at
        self._waiting = question
        self._pace.start()
        self._busy.start()
        self.asked.emit(question)

    def _give_up(self) -> None:
        """Nobody waits any longer."""
        waited, self._waiting = self._waiting is not None, None
        self._busy.stop()
        self._pace.stop()
        self.given_up.emit()
        self.header.set_busy("")
        if waited and self._subject is None:
            self._tell("Not opened", "Choose the run again to try it.")

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, answer: TryAnswer) -> None:
        """Show what the run makes of the task, if it is what was asked last."""
        run = self._run
        if answer.question != self._waiting or run is None:
            return
        self._waiting, self._answered = None, answer.question
        self._busy.stop()
        self.header.set_busy("")
        if self._subject != answer.subject:
            self._meet(answer.subject, run)
        if answer.example is not None:
            self._in_hand = BLANK
            self._change(answer.example)
        if answer.question.support == self._support:
            self._prediction, self._predicted_places = answer.prediction, self._places
        self._function = answer.function
        self._show()
        self._ask_if_changed()

    @property
    def _support(self) -> tuple[tuple[own_task.Picture, int], ...]:
        wanted = self._wanted()
        return wanted.support if wanted is not None else ()

    def _meet(self, subject: Subject, run: RunChoice) -> None:
        """Another run, or a newer checkpoint of it: the task stays, where it fits."""
        self._subject = subject
        points = self._tasks.setdefault(PointTask, PointTask())
        pictures = self._tasks.setdefault(PictureTask, PictureTask.blank(min(subject.ways, subject.most)))
        assert isinstance(pictures, PictureTask)
        if subject.look is not None:
            try:
                self._check(pictures, "The task")
            except OwnTaskError:
                same_size = all(
                    each.picture is None or each.picture.shape == subject.look.shape
                    for examples in (*pictures.classes, (pictures.query,))
                    for each in examples
                )
                ways = min(max(len(pictures.classes), subject.fewest), subject.most)
                self._tasks[PictureTask] = pictures.resized(ways) if same_size else PictureTask.blank(ways)
        assert isinstance(points, PointTask)
        self._sorts.setCurrentIndex(subject.look is None)
        if subject.look is None:
            self.points.set_subject(subject, run.color)
        with QSignalBlocker(self.ways):
            self.ways.setRange(subject.fewest, subject.most)
        fixed = subject.fewest == subject.most
        self.ways.setEnabled(not fixed)
        self.ways.setToolTip(
            f"This algorithm tells exactly {count(subject.ways)} classes apart"
            if fixed
            else f"How many classes the task has: {subject.fewest} to {subject.most}"
        )
        which = "best checkpoint, iteration" if subject.is_best else "checkpoint of iteration"
        words, why = NORMALISED[subject.normalised_with] if subject.look is not None else ("", "")
        self.header.show_task("Your task", "", words, f"{which} {count(subject.iteration)}")
        self.header.setToolTip(why)
        self._stack.setCurrentWidget(self._paper)

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        """How far the answer is; said once it takes long enough to notice."""
        if self._busy.isActive() or self._waiting is None:
            return
        far = f"{count(done)} of {count(total)}" if total else ""
        if self._subject is None:
            self._tell(what, far)
        self.header.set_busy(f"{what}: {far}" if far else f"{what} …")

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        """Say why there is no answer."""
        self._waiting = self._subject = None
        self._busy.stop()
        self._tell(title, what, remedy, details)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "") -> None:
        self._message.tell(title, line, remedy, details)
        self._stack.setCurrentWidget(self._message)
        self._enable()

    def _show(self) -> None:
        """The task as it is now, and what is known of it."""
        task, subject = self.task, self._subject
        if isinstance(task, PointTask):
            self.points.show_task(task)
            self.points.show_function(self._function)
        elif task is not None and subject is not None and subject.look is not None:
            self.pictures.show_task(task, subject.look, self._in_hand if not self._in_hand.is_blank else task.query)
            with QSignalBlocker(self.ways):
                self.ways.setValue(len(task.classes))
            missing = self._missing
            known = not missing and not task.query.is_blank and self._predicted_places == self._places
            hint = missing or "Now draw a query, and watch."
            self.pictures.show_prediction(self._prediction if known else None, self._places, hint)
        self._enable()

    def _enable(self) -> None:
        there, task = self._subject is not None, self.task
        self.ways.setVisible(not isinstance(task, PointTask))
        for control in (self.example, self.clear, self.open, self.save, self._tools.export_button):
            control.setEnabled(there)
        self.ways.setEnabled(there and self.ways.minimum() < self.ways.maximum())
        self.undo.setEnabled(there and bool(self._before))

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

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._waiting is not None:
            self._waiting = None  # asked again when it is looked at again
            self._busy.stop()
            self._pace.stop()
            self.given_up.emit()
