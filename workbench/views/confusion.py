"""Which classes a run takes for which: measures, the most confused classes, calibration, and seen against unseen."""

import csv
import io
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.runs.confusion import Confusion, ConfusionQuestion, Confusions
from workbench import theme as themes
from workbench.numbers import count, difference, percent, result
from workbench.views.confusion_matrix import ConfusionMatrix
from workbench.views.measuring import MeasuringView
from workbench.views.plot import Plot
from workbench.views.plot_items import Style
from workbench.views.sorted_table import SortedTable
from workbench.views.view_tools import ViewTools, choice_box
from workbench.words import said, tr

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


class ConfusionView(MeasuringView):
    """The view. It asks a ConfusionQuestion."""

    shows = "measurement"
    empty = EMPTY

    def __init__(self) -> None:
        super().__init__("confusion")
        self.matrix = ConfusionMatrix()
        self.reliability = Plot("confusion.reliability", "Reliability", x_kind="percent", y_kind="percent",
                                x_title="Confidence", y_format=percent)  # fmt: skip
        self.reliability.set_x("percent", percent, "Confidence")
        self.classes = SortedTable(
            "confusion.classes", "Measures of each class", CLASS_HEADS, 1, 3, Qt.SortOrder.AscendingOrder
        )
        self.classes.setColumnWidth(len(CLASS_HEADS) - 1, 68)  # counts are short
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
        self._figures.setToolTip(said(MEANS))
        self._figures.setContentsMargins(themes.SMALL + 2, 0, themes.LARGE, themes.TINY)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        sides = QHBoxLayout()
        sides.setSpacing(themes.SMALL)
        sides.addWidget(self._pictures, 4)
        sides.addWidget(self._tables, 5)
        rows.addWidget(self._figures)
        rows.addLayout(sides, 1)
        tools = ViewTools("confusion", "Confusion", lambda: self._paper, self._csv)
        tip = "Which unseen classes: of validation or of test"
        self._lay_out(tools, content, ("validation", "test"), tip, TASKS)
        self.picture_box = choice_box("confusion.picture", "Picture", "What is drawn")
        self.picture_box.addItems([tr("Matrix"), tr("Calibration")])
        self.picture_box.currentIndexChanged.connect(self._pictures.setCurrentIndex)
        self.table_box = choice_box("confusion.table", "Table", "What is listed")
        self.table_box.addItems([tr("Classes"), tr("Confused pairs")])
        self.table_box.currentIndexChanged.connect(self._tables.setCurrentIndex)
        for box in (self.picture_box, self.table_box):
            tools.add(box)
        tools.add_stretch()
        self.set_runs([], None)

    def _question_of(self, run: str, split: str, tasks: int) -> ConfusionQuestion:
        return ConfusionQuestion(run, split, tasks)

    def _enable(self, on: bool) -> None:
        super()._enable(on)
        self.picture_box.setEnabled(on)
        self.table_box.setEnabled(on)

    def _show(self, answer: Confusions) -> None:
        self._show_figures(answer)
        self.matrix.set_confusion(answer.unseen)
        self._show_reliability(answer.unseen)
        self._show_tables(answer.unseen)

    # -- drawing ------------------------------------------------------------------------------------------------

    def _show_figures(self, answer: Confusions) -> None:
        def mean(part: Confusion, metric: str) -> str:
            found = part.mean(metric)
            return result(metric, found.mean, found.ci95)

        unseen, seen = answer.unseen, answer.seen
        gap = answer.gap("accuracy")
        first = tr("Accuracy {unseen}, of seen classes {seen}, gap (seen − unseen) {gap}").format(
            unseen=mean(unseen, "accuracy"),
            seen=mean(seen, "accuracy"),
            gap=said(difference("accuracy", gap.mean, gap.ci95)),
        )
        # Recall is the accuracy.
        means = tr("Precision {precision}, F1 {f1}, calibration error (ECE) {ece} (pooled {pooled})").format(
            **{name: mean(unseen, name) for name in ("precision", "f1", "ece")}, pooled=percent(unseen.pooled_ece)
        )
        self._figures.setText(f"{first}\n{means}")

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
