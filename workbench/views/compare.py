"""Runs held against each other: as tables of results on the same tasks, as learning curves laid over one another, and
as small multiples. Only the tables need anything to be computed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.cli_tables import as_csv, as_latex, as_markdown
from core.runs.comparison import Comparison
from core.schema import SettingField
from workbench.numbers import count
from workbench.views import export
from workbench.views.adapted import AdaptedRun
from workbench.views.asking import AskingView
from workbench.views.compare_drawing import WHATS, Courses
from workbench.views.compare_multiples import CompareMultiples, settings_to_group_by
from workbench.views.compare_overlay import CompareOverlay
from workbench.views.compare_tables import CompareTables
from workbench.views.episodes import SPLITS
from workbench.views.message import ViewMessage
from workbench.views.run_box import RunChoice
from workbench.views.run_curves import RunCurves
from workbench.views.task_header import TaskHeader
from workbench.views.view_tools import ViewTools, choice_box
from workbench.words import said, tr

EMPTY = ("Nothing to compare yet", "Select two or more finished runs in the table, with Ctrl or Shift held down.")
TASKS = (100, 600, 2000)
COPYING = ("compare.copy_markdown", "compare.copy_latex")  # of the table alone
PAGES = {"table": "Table", "overlay": "Overlay", "multiples": "Small multiples"}


@dataclass(frozen=True)
class CompareQuestion:
    """Which runs, by name, on how many tasks of which split; None for as many as the first run says."""

    runs: tuple[str, ...]
    split: str
    tasks: int | None
    labels: tuple[str, ...] = field(compare=False, default=())  # what people read of the runs


class CompareView(AskingView):
    """The view. It asks a CompareQuestion for its tables, and is given the curves by `set_curves`."""

    yardsticks_asked = Signal()
    shows = "comparison"

    def __init__(self) -> None:
        super().__init__("compare")
        self._runs: list[RunChoice] = []
        self._answer: Comparison | None = None
        self._courses = Courses()
        self._undrawn = True  # whether the picture has still to be drawn, as soon as it is looked at

        self.tables, self.overlay, self.multiples = CompareTables(), CompareOverlay(), CompareMultiples()
        self.header, self.results, self.settings = self.tables.header, self.tables.results, self.tables.settings
        self.header.cancelled.connect(self._give_up)
        self._message = ViewMessage("compare")
        self._waiting = TaskHeader("compare.waiting")  # how far the first answer is, and a way to leave it
        self._waiting.cancelled.connect(self._give_up)
        self._front = QWidget()
        lines = QVBoxLayout(self._front)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._waiting)
        lines.addWidget(self._message, 1)
        self._stack = QStackedWidget()
        for page in (self._front, self.tables, self.overlay, self.multiples):
            self._stack.addWidget(page)

        self._tools = ViewTools("compare", "Comparison", self._picture, self._csv)
        self._add_controls()
        self._add_copying()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        self._tell(*EMPTY)
        self._show_page()

    def _add_controls(self) -> None:
        self.page_box = choice_box("compare.page", "Look at it as", "A table, curves over one another, or small plots")
        for page, title in PAGES.items():
            self.page_box.addItem(said(title), page)
        self.page_box.currentIndexChanged.connect(self._show_page)
        self.split_box = choice_box("compare.split", "Tasks of", "Which unseen classes: of test or of validation")
        for split in ("test", "validation"):
            self.split_box.addItem(said(SPLITS[split]), split)
        self.tasks_box = choice_box(
            "compare.tasks", "Tasks", "How many tasks are measured: more tell smaller differences"
        )
        self.tasks_box.addItem(tr("as many as set"), None)
        for many in TASKS:
            self.tasks_box.addItem(tr("{n} tasks", n=count(many)), many)
        for box in (self.split_box, self.tasks_box):
            box.currentIndexChanged.connect(self._ask)
        self.again = self._tools.button("again", "", "reset", "Measure again")
        self._tools.set_icon(self.again, "reset")
        self.again.clicked.connect(self._ask)
        self.what_box = choice_box("compare.what", "Quantity", "What is drawn of each run")
        for what, title in WHATS.items():
            self.what_box.addItem(said(title), what)
        self.by_box = choice_box("compare.by", "One plot for each", "What each of the small plots stands for")
        self.by_box.addItem(tr("By run"), None)
        self.by_box.setMinimumWidth(132)
        for box in (self.what_box, self.by_box):
            box.currentIndexChanged.connect(self._draw)
        self.chance = self._tools.button("chance", "Chance", "chance", "Draw what guessing would reach", True)
        self.chance.toggled.connect(self._draw)
        self.yardsticks = self._tools.button("yardsticks", "", "add", "Add the yardsticks trained for the same tasks")
        self.yardsticks.clicked.connect(self.yardsticks_asked)
        for made, name in ((self.chance, "chance"), (self.yardsticks, "add")):
            self._tools.set_icon(made, name)
        measuring = (self.split_box, self.tasks_box, self.again)
        for control in (self.page_box, *measuring, self.what_box, self.by_box, self.chance, self.yardsticks):
            self._tools.add(control)
        self._tools.add_stretch()

    def _add_copying(self) -> None:
        menu = self._tools.export_button.menu()
        first = menu.actions()[0]
        for part, text, write in (("markdown", "Copy as Markdown", as_markdown), ("latex", "Copy as LaTeX", as_latex)):
            action = menu.addAction(said(text), partial(self._copy, write))
            action.setObjectName(f"compare.copy_{part}")
            menu.insertAction(first, action)

    # -- asking -------------------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """What is looked at: a key of PAGES."""
        return str(self.page_box.currentData())

    @property
    def is_looked_at(self) -> bool:
        return self.isVisible() and self.page == "table"

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Compare these runs; one alone cannot be."""
        before, self._runs = [run.key for run in self._runs], runs
        if [run.key for run in runs] == before:
            if self._answer is not None:
                self._color()
            return
        self._answer = None
        if len(runs) > 1:
            self._ask()
        else:
            self._give_up()
            self._tell(*EMPTY)
        self._show_page()

    def _ask(self) -> None:
        if len(self._runs) < 2:
            return
        names, labels = tuple(run.key for run in self._runs), tuple(run.label for run in self._runs)
        self._put(CompareQuestion(names, self.split_box.currentData(), self.tasks_box.currentData(), labels))

    def _give_up(self) -> None:
        """Nobody waits any longer."""
        waited, self._question = self._question is not None, None
        self._be_busy("")
        self.given_up.emit()
        if waited and self._answer is None:
            self._tell("Not measured", "Press Measure again, or select other runs.")

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: CompareQuestion, answer: Comparison) -> None:
        if question != self._question:
            return
        self._question, self._answer = None, answer
        self._be_busy("")
        self.tables.show_comparison(answer)
        self._color()
        self._show_page()

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        if self._busy.isActive() or self._question is None:
            return
        far = f"{count(done)} of {count(total)}" if total else ""
        if self._answer is None:
            self._tell(what, far)
        self._be_busy(f"{what}: {far}" if far else f"{what} …")

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        self._question = self._answer = None
        self._be_busy("")
        self._tell(title, what, remedy, details)

    def _be_busy(self, words: str) -> None:
        self._busy.stop()
        self.header.set_busy(words)
        self._waiting.set_busy(words)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "") -> None:
        self._message.tell(title, line, remedy, details)
        self._show_page()

    def _color(self) -> None:
        assert self._answer is not None
        self.tables.show_colors(self._answer, {run.key: run.color for run in self._runs})

    # -- pictures -----------------------------------------------------------------------------------------------

    def set_curves(self, runs: Sequence[RunCurves], adapted: Sequence[AdaptedRun]) -> None:
        """Draw these runs in the pictures; what was already read of a run is kept."""
        self._courses.set_runs(runs, adapted)
        chosen = self.by_box.currentData()
        with QSignalBlocker(self.by_box):
            while self.by_box.count() > 1:
                self.by_box.removeItem(1)
            for each in settings_to_group_by(runs):
                title = said(each.title)
                self.by_box.addItem(tr("By {setting}", setting=f"{title[:1].lower()}{title[1:]}"), each)
            paths = [each.path if each else None for each in self._offered_fields()]
            self.by_box.setCurrentIndex(paths.index(chosen.path) if chosen and chosen.path in paths else 0)
        self._show_page()

    def redraw(self) -> None:
        """A run that trains has come further: its curves have grown."""
        self._draw()

    def _offered_fields(self) -> list[SettingField | None]:
        return [self.by_box.itemData(place) for place in range(self.by_box.count())]

    def _draw(self) -> None:
        """Draw the picture that is looked at; the others wait until they are."""
        self._undrawn = not self.isVisible()
        if self._undrawn or self.page == "table":
            return
        what = self.what_box.currentData()
        if self.page == "overlay":
            self.overlay.show_runs(self._courses, what, self.chance.isChecked())
        else:
            self.multiples.show_runs(self._courses, what, self.chance.isChecked(), self.by_box.currentData())

    # -- which page, and what is copied and saved of it -----------------------------------------------------------

    def _show_page(self) -> None:
        """Show what was chosen, with the controls that belong to it."""
        page, answered = self.page, self._answer is not None
        table = self.tables if answered else self._front
        self._stack.setCurrentWidget({"overlay": self.overlay, "multiples": self.multiples}.get(page, table))
        for control in (self.split_box, self.tasks_box, self.again):
            control.setVisible(page == "table")
            control.setEnabled(len(self._runs) > 1)
        for control in (self.what_box, self.by_box, self.chance):
            control.setVisible(page != "table")
            control.setEnabled(bool(self._courses.runs))
        self.by_box.setVisible(page == "multiples")
        self.yardsticks.setEnabled(bool(self._runs))
        for action in self._tools.export_button.menu().actions():  # asked for anew: Qt for Python may lose what is held
            if action.objectName() in COPYING:
                action.setVisible(page == "table")
        self._tools.export_button.setEnabled(answered if page == "table" else bool(self._courses.runs))
        self._ask_what_waits()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._undrawn:
            self._draw()

    def _picture(self) -> QWidget:
        pictures = {"table": self.tables.paper, "overlay": self.overlay, "multiples": self.multiples.picture}
        return pictures[self.page]

    def _csv(self) -> Iterator[str]:
        if self.page == "table":
            return iter(["" if self._answer is None else as_csv(self._answer)])
        return export.csv_pieces(self.overlay.plots if self.page == "overlay" else self.multiples.plots)

    def _copy(self, write: Callable[[Comparison], str]) -> None:
        if self._answer is not None:
            QGuiApplication.clipboard().setText(write(self._answer))
