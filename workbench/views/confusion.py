"""Which classes a run takes for which: measures, the most confused classes, calibration, and seen against unseen."""

import csv
import io
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.runs.confusion import Confusion, ConfusionQuestion, Confusions
from core.runs.opened import Stamp
from workbench import theme as themes
from workbench.views.asking import AskingView
from workbench.views.confusion_matrix import ConfusionMatrix
from workbench.views.episodes import SPLITS
from workbench.views.message import ViewMessage
from workbench.views.numbers import count, difference, interval, percent
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.run_box import RunBox, RunChoice
from workbench.views.sorted_table import SortedTable
from workbench.views.task_header import TaskHeader
from workbench.views.veil import Veil
from workbench.views.view_tools import ViewTools, choice_box, choose

EMPTY = ("No run to measure yet", "Press Start, or select a run in the table: its mistakes are counted here by class.")
TASKS = (100, 500, 2000)
CLASS_HEADS = ("Class", "Precision", "Recall", "F1", "Queries")
PAIR_HEADS = ("True class", "Taken for", "Times")
MEANS = (
    "Means over the tasks with their 95 % intervals, as innerloop evaluate gives them. Precision and F1 are those "
    "of the classes of a task, averaged; recall, averaged so, is the accuracy. The few queries of one task make "
    "its calibration error larger; pooled is that of all queries at once, as the picture of the calibration shows "
    "it. Tables and matrix are pooled, too."
)
CSV_HEADER = ("row", "split", "class", "taken for", "queries", "accuracy", "precision", "recall", "f1", "confidence")


class ConfusionView(AskingView):
    """The view. It asks a ConfusionQuestion."""

    shows = "measurement"

    def __init__(self) -> None:
        super().__init__("confusion")
        self._wanted = False  # whether there is a question that met a problem, and was not given up
        self._answered: ConfusionQuestion | None = None  # what `answer` answers
        self.answer: Confusions | None = None  # what is on show

        self.header = TaskHeader("confusion.header")
        self.header.cancelled.connect(self._give_up)
        self.header.again.connect(self._ask)
        self.matrix = ConfusionMatrix()
        self.reliability = Plot("confusion.reliability", "Reliability", x_kind="percent", y_kind="percent",
                                x_title="Confidence", y_format=percent)  # fmt: skip
        self.reliability.set_x("percent", percent, "Confidence")
        self.classes = SortedTable(
            "confusion.classes", "Measures of each class", CLASS_HEADS, 1, 3, Qt.SortOrder.AscendingOrder
        )
        self.pairs = SortedTable(
            "confusion.pairs", "Most confused pairs of classes", PAIR_HEADS, 2, 2, Qt.SortOrder.DescendingOrder
        )
        self._pictures, self._tables = QStackedWidget(), QStackedWidget()
        for picture in (self.matrix, self.reliability):
            self._pictures.addWidget(picture)
        for table in (self.classes, self.pairs):
            self._tables.addWidget(table)
        self._figures = QLabel()
        self._figures.setObjectName("confusion.figures")
        self._figures.setProperty("role", "muted")
        self._figures.setWordWrap(True)
        self._figures.setToolTip(MEANS)
        self._figures.setContentsMargins(themes.SMALL + 2, 0, themes.LARGE, themes.TINY)
        self._message = ViewMessage("confusion")
        self._message.cancelled.connect(self._give_up)
        content = QWidget()
        content.setObjectName("confusion.content")
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        sides = QHBoxLayout()
        sides.setSpacing(themes.SMALL)
        sides.addWidget(self._pictures, 4)
        sides.addWidget(self._tables, 5)
        self._paper = QWidget()
        self._paper.setProperty("panel", True)
        self._paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        rows.addWidget(self._figures)
        rows.addLayout(sides, 1)
        column.addWidget(content, 1)
        self._veil = Veil(content)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._paper)

        self._tools = ViewTools("confusion", "Confusion", lambda: self._paper, self._csv)
        self._add_controls()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        self.set_runs([], None)

    def _add_controls(self) -> None:
        self.run_box = RunBox("confusion", "The run that is measured")
        self.split_box = choice_box("confusion.split", "Tasks of", "Which unseen classes: of validation or of test")
        for split in ("validation", "test"):
            self.split_box.addItem(SPLITS[split], split)
        self.tasks_box = choice_box("confusion.tasks", "Tasks", "How many tasks are measured: more take longer")
        for many in TASKS:
            self.tasks_box.addItem(f"{count(many)} tasks", many)
        self.picture_box = choice_box("confusion.picture", "Picture", "What is drawn")
        self.picture_box.addItems(["Matrix", "Calibration"])
        self.table_box = choice_box("confusion.table", "Table", "What is listed")
        self.table_box.addItems(["Classes", "Confused pairs"])
        for box in (self.run_box, self.split_box, self.tasks_box):
            box.currentIndexChanged.connect(self._ask)
        self.picture_box.currentIndexChanged.connect(self._pictures.setCurrentIndex)
        self.table_box.currentIndexChanged.connect(self._tables.setCurrentIndex)
        for box in (self.run_box, self.split_box, self.tasks_box, self.picture_box, self.table_box):
            self._tools.add(box)
        self._tools.add_stretch()

    # -- asking -------------------------------------------------------------------------------------------------

    def set_runs(self, runs: list[RunChoice], front: str | None) -> None:
        """Offer these runs. The run that is measured stays where it can; else it is `front`."""
        before = self.run_box.currentData()
        self.run_box.offer(runs, front)
        if self._answered is not None and self._answered.run not in {run.key for run in runs}:
            self.answer = self._answered = None
        for box in (self.split_box, self.tasks_box, self.picture_box, self.table_box):
            box.setEnabled(bool(runs))
        if not runs:
            self._give_up()
            self.answer = self._answered = None
            self._tell(*EMPTY)
        elif self.run_box.currentData() != before:
            self._ask()

    def refresh(self, newer: bool) -> None:
        """What met a problem is asked again. Measuring takes a while, so after an answer it is only offered."""
        if self._question is not None or self.run_box.currentData() is None:
            return
        if self._wanted:
            self._ask()
        elif self.answer is not None:
            self.header.offer(*(("a newer checkpoint is there", "Measure again") if newer else ("",)))

    @property
    def shown_at(self) -> tuple[str, Stamp] | None:
        return None if self.answer is None else (self.answer.run, self.answer.stamp)

    def _ask(self) -> None:
        run = self.run_box.currentData()
        if run is None:
            return
        self._wanted = False
        self._put(ConfusionQuestion(run, self.split_box.currentData(), self.tasks_box.currentData()))

    def _give_up(self) -> None:
        """Nobody waits any longer; the controls say again what is on show."""
        waited, self._question, self._wanted = self._question is not None, None, False
        self.given_up.emit()
        self._rest()
        if self._answered is not None:
            boxes = (self.run_box, self.split_box, self.tasks_box)
            for box, shown in zip(boxes, (self._answered.run, self._answered.split, self._answered.tasks), strict=True):
                choose(box, shown)
        elif waited:
            self._tell("Not measured", "Choose a split or a number of tasks to measure again.")

    def _rest(self) -> None:
        """Nothing is computed any longer."""
        self._busy.stop()
        self.header.set_busy("")
        self._veil.set_drawn(False)

    # -- being told ---------------------------------------------------------------------------------------------

    def show_answer(self, question: ConfusionQuestion, answer: Confusions) -> None:
        if question != self._question:
            return
        self._question, self._answered, self.answer = None, question, answer
        self._rest()
        self._show_figures(answer)
        self.matrix.set_confusion(answer.unseen)
        self._show_reliability(answer.unseen)
        self._show_tables(answer.unseen)
        self._stack.setCurrentWidget(self._paper)
        self._tools.export_button.setEnabled(True)

    def show_progress(self, what: str, done: int, total: int | None) -> None:
        if self._busy.isActive() or self._question is None:
            return
        far = f"{count(done)} of {count(total)}" if total else ""
        if self.answer is None:
            self._tell(what, far, at_work=True)
        else:
            self.header.set_busy(f"{what}: {far}" if far else f"{what} …")
            self._veil.set_drawn(True)

    def show_problem(self, title: str, what: str, remedy: str = "", details: str = "") -> None:
        self._question = self._answered = self.answer = None
        self._wanted = True
        self._rest()
        self._tell(title, what, remedy, details)

    def _tell(self, title: str, line: str, remedy: str = "", details: str = "", at_work: bool = False) -> None:
        self._message.tell(title, line, remedy, details, at_work)
        self._stack.setCurrentWidget(self._message)
        self._tools.export_button.setEnabled(False)

    # -- drawing ------------------------------------------------------------------------------------------------

    def _show_figures(self, answer: Confusions) -> None:
        def mean(part: Confusion, metric: str) -> str:
            found = part.mean(metric)
            return interval(found.mean, found.ci95, percent)

        unseen, seen = answer.unseen, answer.seen
        label = self.run_box.label_of(answer.run)
        best = "best checkpoint, iteration" if answer.is_best else "checkpoint of iteration"
        tasks = f"{count(unseen.tasks)} {SPLITS[unseen.split].lower()} tasks"
        self.header.show_task(label, tasks, "", f"{best} {count(answer.iteration)}")
        self.header.offer("")
        gap = answer.gap("accuracy")
        words = f"Accuracy {mean(unseen, 'accuracy')}, of seen classes {mean(seen, 'accuracy')}"
        first = f"{words}, gap (seen − unseen) {difference('accuracy', gap.mean, gap.ci95)}"
        measures = {"precision": "Precision", "f1": "F1", "ece": "calibration error (ECE)"}  # recall is the accuracy
        means = ", ".join(f"{title} {mean(unseen, name)}" for name, title in measures.items())
        self._figures.setText(f"{first}\n{means} (pooled {percent(unseen.pooled_ece)})")

    def _show_reliability(self, confusion: Confusion) -> None:
        """How often the model is right where it is so sure; on the diagonal it is as often right as it says."""
        plot, there = self.reliability, confusion.size > 0
        plot.clear()
        plot.add_curve("as sure as right", Style("muted", dash=True, width=1.2), None).set([0.0, 1.0], [0.0, 1.0])
        curve = plot.add_curve("accuracy", Style("right", width=1.6, dots=7))
        size = np.maximum(confusion.size, 1)
        curve.set((confusion.confidence / size)[there], (confusion.right / size)[there])
        plot.y_frame = (0.0, 1.0)
        plot.redraw()

    def _show_tables(self, confusion: Confusion) -> None:
        self.classes.show_rows(
            [
                [
                    (each.name, each.name),
                    *((percent(value), value) for value in (each.precision, each.recall, each.f1)),
                    (count(each.queries), each.queries),
                ]
                for each in confusion.classes
            ]
        )
        self.pairs.show_rows(
            [[(true, true), (guess, guess), (count(times), times)] for true, guess, times in confusion.pairs]
        )

    def _csv(self) -> Iterator[str]:
        """Classes, pairs and bins of the confidence, of unseen and of seen classes."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(CSV_HEADER)
        parts = [] if self.answer is None else [self.answer.unseen, self.answer.seen]
        for part in parts:
            for each in part.classes:
                measures = [each.precision, each.recall, each.f1]
                writer.writerow(["class", part.split, each.name, "", each.queries, "", *measures, ""])
            writer.writerows(["pair", part.split, *pair, "", "", "", "", ""] for pair in part.pairs)
            for size, right, sure in zip(part.size, part.right, part.confidence, strict=True):
                if size:
                    writer.writerow(["bin", part.split, "", "", size, right / size, "", "", "", sure / size])
        yield out.getvalue()
