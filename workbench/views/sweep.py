"""The view of a sweep: its runs as a table, as parallel coordinates, and the result against one setting.

It takes plain data (core/runs/sweeps.py) and asks for nothing: whoever gives it the data gives it newer ones.
"""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.runs.sweeps import Line, Outcome, Split, SweepTable
from core.training.scores import BY_NAME
from workbench import theme as themes
from workbench.numbers import MISSING, form_of, result
from workbench.views.message import ViewMessage
from workbench.views.parallel import ParallelCoordinates, ParallelLine
from workbench.views.response import ResponseCurve
from workbench.views.scale import Scale, scale_of, scale_of_results, value_in_words
from workbench.views.sorted_table import Cell, SortedTable
from workbench.views.view_tools import ViewTools, choice_box
from workbench.words import said

EMPTY = (
    "No sweep yet",
    "Choose Vary Settings in the menu Run, or with the right mouse button on a setting, and give it several values.",
)
READING = ("Reading the runs of this sweep", "")
PAGES = {"table": "Table", "parallel": "Parallel axes", "response": "Response curve"}
SPLITS: dict[Split, str] = {"validation": "Validation", "test": "Test"}
_SETTING_WIDTHS, _RESULT_WIDTHS = (72, 168), (112, 220)  # of columns, at first: least and most


class SweepView(QWidget):
    """The view. It tells `chosen` which sweep is wanted, and `runs_asked` which runs are to be shown everywhere."""

    chosen = Signal(str)
    vary_asked = Signal()
    runs_asked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sweep")
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._table: SweepTable | None = None
        self._heads: tuple[str, ...] = ()
        self._drawn: list[tuple[tuple[str, Any], ...]] = []  # the settings of each line in the table
        self.table: SortedTable | None = None  # made anew for other columns
        self.parallel, self.response = ParallelCoordinates(), ResponseCurve()
        self._count = QLabel()
        self._count.setObjectName("sweep.count")
        self._count.setProperty("role", "caption")
        self._count.setContentsMargins(themes.LARGE, themes.TINY, themes.LARGE, themes.TINY)
        self._message = ViewMessage("sweep")
        self._table_page = QWidget()
        self._table_page.setLayout(QVBoxLayout())
        self._table_page.layout().setContentsMargins(0, 0, 0, 0)
        self._pages: dict[str, QWidget] = {
            "table": self._table_page, "parallel": self.parallel, "response": self.response,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for page in (self._message, *self._pages.values()):
            self._stack.addWidget(page)
        self._tools = ViewTools("sweep", "Sweep", lambda: self._stack.currentWidget(), self._csv)
        self._add_controls()
        self.parallel.brushed.connect(self._tell_count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._count)
        self.show_sweeps([], "")

    def _add_controls(self) -> None:
        self.sweep_box = choice_box("sweep.name", "Sweep", "Which sweep is shown")
        self.sweep_box.setMinimumWidth(120)
        self.sweep_box.setMaximumWidth(360)
        self.sweep_box.currentTextChanged.connect(self.chosen)
        self.page_box = choice_box(
            "sweep.page", "Look at it as", "Table, parallel axes, or the result against one setting"
        )
        for page, title in PAGES.items():
            self.page_box.addItem(said(title), page)
        self.split_box = choice_box("sweep.split", "Result", "Results on validation or on test tasks")
        for split, title in SPLITS.items():
            self.split_box.addItem(said(title), split)
        self.field_box = choice_box("sweep.field", "Setting", "The setting along x")
        self.field_box.setMinimumWidth(132)
        for box in (self.page_box, self.split_box, self.field_box):
            box.currentIndexChanged.connect(self._draw)
        for box in (self.sweep_box, self.page_box, self.split_box, self.field_box):
            self._tools.add(box)
        self._tools.add_stretch()
        self.show_runs = self._tools.button("show_runs", "", "search", "Show these runs in the other views")
        self.show_runs.clicked.connect(lambda: self.runs_asked.emit(self._meant()))
        self._tools.add(self.show_runs)
        vary = self._tools.button("vary", "", "add", "Give settings several values, and queue the runs")
        vary.clicked.connect(self.vary_asked)
        self._tools.set_icon(vary, "add")
        self._tools.add(vary)

    # -- being told ---------------------------------------------------------------------------------------------

    def show_sweeps(self, names: Sequence[str], current: str) -> None:
        """Offer these sweeps, one of them being shown."""
        with QSignalBlocker(self.sweep_box):
            self.sweep_box.clear()
            self.sweep_box.addItems(list(names))
            self.sweep_box.setCurrentText(current)
            self.sweep_box.setToolTip(current)
        if self._table is not None and self._table.name != current:
            self._table = None
        for control in (self.sweep_box, self.page_box, self.split_box):
            control.setEnabled(bool(names))
        self._tools.export_button.setEnabled(self._table is not None)
        self._draw()

    def show_table(self, table: SweepTable) -> None:
        """Show what came of the sweep so far."""
        self._table = table
        self._tools.export_button.setEnabled(True)
        kept = self.field_box.currentData()
        with QSignalBlocker(self.field_box):
            self.field_box.clear()
            for field in table.fields:
                self.field_box.addItem(said(field.title), field.path)
            self.field_box.setCurrentIndex(max(self.field_box.findData(kept), 0 if table.fields else -1))
        self._draw()

    # -- drawing ------------------------------------------------------------------------------------------------

    @property
    def _page(self) -> str:
        return str(self.page_box.currentData())

    @property
    def _split(self) -> Split:
        return self.split_box.currentData()  # type: ignore[no-any-return]

    def _draw(self) -> None:
        table = self._table
        self.field_box.setVisible(self._page == "response" and table is not None and len(table.fields) > 1)
        self.split_box.setVisible(self._page != "table")
        if table is None:
            self._message.tell(*(READING if self.sweep_box.count() else EMPTY))
            self._stack.setCurrentWidget(self._message)
        elif not table.fields and self._page != "table":
            self._message.tell("Nothing varies yet", "These runs differ in nothing but their seeds. See the table.")
            self._stack.setCurrentWidget(self._message)
        else:
            {"table": self._fill_table, "parallel": self._draw_lines, "response": self._draw_response}[self._page](
                table
            )
            self._stack.setCurrentWidget(self._pages[self._page])
        self._tell_count()

    def _fill_table(self, table: SweepTable) -> None:
        heads = (*(field.title for field in table.fields), *SPLITS.values(), "Status")
        if heads != self._heads:
            self._make_table(heads, len(table.fields), table.metric)
        assert self.table is not None
        scales = _scales(table)
        last = math.inf if _lower_is_better(table.metric) else -math.inf  # what has no result comes at the end
        rows: list[list[Cell]] = []
        for line in table.lines:
            pairs = zip(table.fields, scales, strict=True)
            cells: list[Cell] = [_cell(line, field.path, scale) for field, scale in pairs]
            for split in SPLITS:
                outcome = line.outcomes[split]
                cells.append((outcome_words(outcome), last if outcome is None else outcome.mean))
            rows.append([*cells, (line.status, line.status)])
        selected = [self._drawn[place] for place in self.table.selected_places]
        self._drawn = [tuple(line.values.items()) for line in table.lines]
        new = self.table.rowCount() == 0
        with QSignalBlocker(self.table):
            self.table.show_rows(rows)
            self.table.select_places([place for place, line in enumerate(self._drawn) if line in selected])
        if new:  # afterwards a person may have made columns wider
            self._fit_columns(len(table.fields))

    def _make_table(self, heads: tuple[str, ...], fields: int, metric: str) -> None:
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        self._heads, self._drawn = heads, []
        order = Qt.SortOrder.AscendingOrder if _lower_is_better(metric) else Qt.SortOrder.DescendingOrder
        self.table = SortedTable("sweep.table", "Runs of the sweep", heads, 0, fields, order)
        for part in (self.table, self.table.horizontalHeader()):
            part.setTextElideMode(Qt.TextElideMode.ElideRight)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for column in range(len(heads) - 1):
            self.table.horizontalHeaderItem(column).setTextAlignment(side)
            self.table.horizontalHeaderItem(column).setToolTip(said(heads[column]))
        self.table.horizontalHeaderItem(len(heads) - 1).setTextAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.itemSelectionChanged.connect(self._tell_count)
        self._table_page.layout().addWidget(self.table)

    def _fit_columns(self, fields: int) -> None:
        assert self.table is not None
        self.table.resizeColumnsToContents()
        for column in range(len(self._heads) - 1):
            least, most = _SETTING_WIDTHS if column < fields else _RESULT_WIDTHS
            self.table.setColumnWidth(column, min(max(self.table.columnWidth(column), least), most))

    def _draw_lines(self, table: SweepTable) -> None:
        scales = _scales(table)
        means = [outcome.mean for line in table.lines if (outcome := self._outcome(line)) is not None]
        title = BY_NAME[table.metric].title if table.metric in BY_NAME else table.metric
        results = scale_of_results(f"{SPLITS[self._split]} {title}", table.metric, means)
        lines = []
        for line in table.lines:
            outcome = self._outcome(line)
            share = None if outcome is None else results.share(outcome.mean)
            places = [
                scale.share(line.values[field.path]) if field.path in line.values else None
                for field, scale in zip(table.fields, scales, strict=True)
            ]
            good = None if share is None else 1 - share if _lower_is_better(table.metric) else share
            lines.append(ParallelLine((*places, share), good, _words(table, line, outcome)))
        self.parallel.show_lines([*scales, results], lines)

    def _draw_response(self, table: SweepTable) -> None:
        field = next(field for field in table.fields if field.path == self.field_box.currentData())
        self.response.show_response(table, field, self._split)

    def _outcome(self, line: Line) -> Outcome | None:
        """What a line has reached, if it was measured by what the sweep is measured by."""
        outcome = line.outcomes[self._split]
        assert self._table is not None
        return outcome if outcome is not None and outcome.metric == self._table.metric else None

    # -- which lines are meant ----------------------------------------------------------------------------------

    def _kept(self) -> list[Line]:
        """The lines that are selected in the table, or within the ranges of the axes; all where there are none."""
        lines = self._table.lines if self._table is not None else ()
        if self._page == "parallel":
            return [lines[place] for place in self.parallel.kept if place < len(lines)]
        if self._page == "table" and self.table is not None and self.table.selected_places:
            return [lines[place] for place in self.table.selected_places]
        return list(lines)

    def _meant(self) -> tuple[str, ...]:
        return tuple(run for line in self._kept() for run in line.runs)

    def _tell_count(self) -> None:
        """How many lines there are, what became of their runs, and how many of them are meant."""
        table = self._table
        self._count.setVisible(table is not None)
        self.show_runs.setEnabled(bool(self._meant()))
        if table is None:
            return
        statuses: dict[str, int] = {}
        for line in table.lines:
            for status, many in line.statuses.items():
                statuses[status] = statuses.get(status, 0) + many
        kept, there = len(self._kept()), len(table.lines)
        parts = [f"{kept} of {there} kept"] if kept < there else []
        parts += [", ".join(f"{many} {status}" for status, many in statuses.items())]
        self._count.setText("  ·  ".join(parts))

    def _csv(self) -> Iterator[str]:
        """One row for each line, numbers whole: shares between 0 and 1, and empty where there is none."""
        table = self._table
        if table is None:
            return
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        parts = ("mean", "ci95", "sd", "runs")
        writer.writerow(
            [
                *(field.path for field in table.fields),
                *(f"{split}_{part}" for split in SPLITS for part in parts),
                "status",
            ]
        )
        for line in table.lines:
            row: list[Any] = [line.values.get(field.path, "") for field in table.fields]
            for split in SPLITS:
                row += _numbers(line.outcomes[split])
            writer.writerow([*row, line.status])
        yield out.getvalue()


def outcome_words(outcome: Outcome | None) -> str:
    """A result with its interval over tasks, or the mean of several seeds with their standard deviation."""
    if outcome is None:
        return MISSING
    form = form_of(outcome.metric)
    if outcome.sd is None:
        return result(outcome.metric, outcome.mean, math.nan if outcome.ci95 is None else outcome.ci95)
    return f"{form(outcome.mean)} (sd {form(outcome.sd)}, {len(outcome.single)} seeds)"


def _scales(table: SweepTable) -> list[Scale]:
    return [
        scale_of(field, [line.values[field.path] for line in table.lines if field.path in line.values])
        for field in table.fields
    ]


def _cell(line: Line, path: str, scale: Scale) -> Cell:
    if path not in line.values:
        return MISSING, math.inf
    value = line.values[path]
    at = scale.at(value)
    return scale.in_words(value), math.inf if at is None else at


def _numbers(outcome: Outcome | None) -> list[Any]:
    """Mean, interval, standard deviation, and of how many runs; empty cells for what there is not."""
    if outcome is None:
        return ["", "", "", 0]
    parts = (outcome.mean, outcome.ci95, outcome.sd)
    return [*("" if part is None else part for part in parts), len(outcome.single)]


def _words(table: SweepTable, line: Line, outcome: Outcome | None) -> str:
    """All of a line, for a tooltip."""
    parts = [
        f"{said(field.title)}: {value_in_words(field, line.values[field.path])}"
        for field in table.fields
        if field.path in line.values
    ]
    return "\n".join([*parts, outcome_words(outcome), line.status])


def _lower_is_better(metric: str) -> bool:
    return metric in BY_NAME and not BY_NAME[metric].higher_is_better
