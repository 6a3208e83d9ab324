"""Runs held against each other on the same tasks: results with intervals, the test of each difference, and what differs
in their settings. The figures and their words are those of the terminal (core/runs/compare.py, core/cli_tables.py)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.cli_tables import as_csv, as_latex, as_markdown, parts
from core.runs.compare import Comparison
from workbench import theme as themes
from workbench.runs.run_model import dot
from workbench.text_size import sized
from workbench.views.asking import AskingView
from workbench.views.episodes import SPLITS
from workbench.views.message import ViewMessage
from workbench.views.numbers import count
from workbench.views.run_box import RunChoice
from workbench.views.task_header import TaskHeader
from workbench.views.view_tools import ViewTools, choice_box

EMPTY = ("Nothing to compare yet", "Select two or more finished runs in the table, with Ctrl or Shift held down.")
TASKS = (100, 600, 2000)
ROW_HEIGHT = 28


@dataclass(frozen=True)
class CompareQuestion:
    """Which runs, by name, on how many tasks of which split; None for as many as the first run says."""

    runs: tuple[str, ...]
    split: str
    tasks: int | None


class CompareView(AskingView):
    """The view. It asks a CompareQuestion."""

    shows = "comparison"

    def __init__(self) -> None:
        super().__init__("compare")
        self._runs: list[RunChoice] = []
        self._answer: Comparison | None = None

        self.header = TaskHeader("compare.header")
        self.header.cancelled.connect(self._give_up)
        self.results = _Table("compare.results", "Results")
        self.settings = _Table("compare.settings", "Differing settings")
        self._differing = QLabel("What differs in their settings")
        self._differing.setProperty("role", "section")
        self._notes = QLabel()
        self._notes.setObjectName("compare.notes")
        self._notes.setProperty("role", "caption")
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes.setWordWrap(True)
        for label in (self._differing, self._notes):
            label.setContentsMargins(themes.SMALL + 2, themes.MEDIUM, themes.LARGE, themes.TINY)
        self._paper = QWidget()
        self._paper.setProperty("panel", True)
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, themes.SMALL)
        column.setSpacing(0)
        for widget in (self.header, self.results, self._differing, self.settings, self._notes):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("compare.scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._paper)
        self._message = ViewMessage("compare")
        self._waiting = TaskHeader("compare.waiting")  # how far the first answer is, and a way to leave it
        self._waiting.cancelled.connect(self._give_up)
        front = QWidget()
        lines = QVBoxLayout(front)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._waiting)
        lines.addWidget(self._message, 1)
        self._front, self._scroll = front, scroll
        self._stack = QStackedWidget()
        self._stack.addWidget(front)
        self._stack.addWidget(scroll)

        self._tools = ViewTools("compare", "Comparison", lambda: self._paper, self._csv)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        self._tell(*EMPTY)
        self._enable(False)

    def _add_controls(self) -> None:
        self.split_box = choice_box("compare.split", "Tasks of", "Which unseen classes: of test or of validation")
        for split in ("test", "validation"):
            self.split_box.addItem(SPLITS[split], split)
        self.tasks_box = choice_box(
            "compare.tasks", "Tasks", "How many tasks are measured: more tell smaller differences"
        )
        self.tasks_box.addItem("as many as set", None)
        for many in TASKS:
            self.tasks_box.addItem(f"{count(many)} tasks", many)
        for box in (self.split_box, self.tasks_box):
            box.currentIndexChanged.connect(self._ask)
            self._tools.add(box)
        self.again = self._tools.button("again", "", "reset", "Measure again")
        self._tools.set_icon(self.again, "reset")
        self.again.clicked.connect(self._ask)
        self._tools.add(self.again)
        self._tools.add_stretch()
        menu = self._tools.export_button.menu()
        first = menu.actions()[0]
        for part, text, write in (("markdown", "Copy as Markdown", as_markdown), ("latex", "Copy as LaTeX", as_latex)):
            action = menu.addAction(text, lambda write=write: self._answer and _copy(write(self._answer)))
            action.setObjectName(f"compare.copy_{part}")
            menu.insertAction(first, action)

    # -- asking -------------------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Compare these runs; one alone cannot be."""
        before, self._runs = [run.key for run in self._runs], runs
        if [run.key for run in runs] == before:
            if self._answer is not None:
                self._color()
            return
        self._answer = None
        self._enable(len(runs) > 1)
        if len(runs) > 1:
            self._ask()
        else:
            self._give_up()
            self._tell(*EMPTY)

    def _ask(self) -> None:
        if len(self._runs) < 2:
            return
        names = tuple(run.key for run in self._runs)
        self._put(CompareQuestion(names, self.split_box.currentData(), self.tasks_box.currentData()))

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
        results, *settings = parts(answer)
        self.results.show_cells(results)
        self.settings.show_cells([[row[0], *row[2:]] for row in settings[0]] if settings else [])
        self._color()
        self._differing.setText("What differs in their settings" if settings else "Their settings are the same")
        self._notes.setText("\n".join(answer.notes))
        where = f"{count(answer.tasks)} {answer.split} tasks of {answer.dataset} {answer.task_label}"
        self.header.show_task(where, "", f"The best is {answer.reference}", "best checkpoints")
        self._stack.setCurrentWidget(self._scroll)
        self._tools.export_button.setEnabled(True)

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

    def _enable(self, there: bool) -> None:
        for control in (self.split_box, self.tasks_box, self.again):
            control.setEnabled(there)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "") -> None:
        self._message.tell(title, line, remedy, details)
        self._stack.setCurrentWidget(self._front)
        self._tools.export_button.setEnabled(False)

    # -- what is shown and copied -------------------------------------------------------------------------------

    def _color(self) -> None:
        """A line has the colour of its first run, as in the table of runs."""
        assert self._answer is not None
        colors = {run.key: run.color for run in self._runs}
        self.results.show_dots([colors.get(line.runs[0]) for line in self._answer.lines])

    def _csv(self) -> Iterator[str]:
        yield "" if self._answer is None else as_csv(self._answer)


class _Table(QTableWidget):
    """Cells to be read and copied, with a header; as high as its rows."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        sized(self.verticalHeader(), section=ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)

    def show_cells(self, cells: Sequence[Sequence[str]]) -> None:
        """A header and rows; nothing at all where there are none."""
        self.setVisible(bool(cells))
        if not cells:
            return
        header, *rows = cells
        with QSignalBlocker(self):
            self.setColumnCount(len(header))
            self.setRowCount(len(rows))
            for column, text in enumerate(header):
                self.setHorizontalHeaderItem(column, _cell(text, column))
            for row, texts in enumerate(rows):
                for column, text in enumerate(texts):
                    self.setItem(row, column, _cell(text, column))
        self.resizeColumnsToContents()
        room = self.horizontalScrollBar().sizeHint().height()
        rows_height = len(rows) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows_height + room)

    def show_dots(self, colors: Sequence[str | None]) -> None:
        """A dot before each of the first rows, in its colour; an empty place before the others."""
        for row in range(self.rowCount()):
            self.item(row, 0).setIcon(dot(colors[row]) if row < len(colors) else dot(None))
        self.resizeColumnToContents(0)


def _cell(text: str, column: int) -> QTableWidgetItem:
    made = QTableWidgetItem(QIcon(), text)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setToolTip(text)
    return made


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
