"""A comparison as tables: results with intervals and tests, what differs in the settings, and what has to be known.

The figures and their words are those of the terminal (core/runs/compare.py, core/cli_tables.py).
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.cli_tables import parts
from core.runs.comparison import Comparison
from workbench import theme as themes
from workbench.numbers import count
from workbench.runs.run_model import dot
from workbench.views.task_header import TaskHeader
from workbench.words import said, tr

ROW_HEIGHT = 28


class CompareTables(QScrollArea):
    """Header, results, settings and notes, one below the other on a sheet of `paper`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.header = TaskHeader("compare.header")
        self.results = _Table("compare.results", "Results")
        self.settings = _Table("compare.settings", "Differing settings")
        self._differing = QLabel()
        self._differing.setObjectName("compare.differing")
        self._differing.setProperty("role", "section")
        self._notes = QLabel()
        self._notes.setObjectName("compare.notes")
        self._notes.setProperty("role", "caption")
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes.setWordWrap(True)
        for label in (self._differing, self._notes):
            label.setContentsMargins(themes.SMALL + 2, themes.MEDIUM, themes.LARGE, themes.TINY)
        self.paper = QWidget()
        self.paper.setProperty("panel", True)
        self.paper.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self.paper)
        column.setContentsMargins(0, 0, 0, themes.SMALL)
        column.setSpacing(0)
        for widget in (self.header, self.results, self._differing, self.settings, self._notes):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(self.paper)

    def show_comparison(self, found: Comparison) -> None:
        results, *settings = parts(found)
        self.results.show_cells(results)
        self.settings.show_cells([[row[0], *row[2:]] for row in settings[0]] if settings else [])
        self._differing.setText(tr("What differs in their settings") if settings else tr("Their settings are the same"))
        self._notes.setText("\n".join(map(said, found.notes)))
        where = f"{count(found.tasks)} {found.split} tasks of {found.dataset} {found.task_label}"
        self.header.show_task(where, "", f"The best is {found.reference}", "best checkpoints")

    def show_colors(self, found: Comparison, colors: Mapping[str, str]) -> None:
        """A line has the colour of its first run, as in the table of runs."""
        self.results.show_dots([colors.get(line.runs[0]) for line in found.lines])


class _Table(QTableWidget):
    """Cells to be read and copied, with a header; as high as its rows."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(said(title))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
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
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + len(rows) * ROW_HEIGHT + room)

    def show_dots(self, colors: Sequence[str | None]) -> None:
        """A dot before each of the first rows, in its colour; an empty place before the others."""
        for row in range(self.rowCount()):
            self.item(row, 0).setIcon(dot(colors[row]) if row < len(colors) else dot(None))
        self.resizeColumnToContents(0)


def _cell(text: str, column: int) -> QTableWidgetItem:
    text = said(text)
    made = QTableWidgetItem(QIcon(), text)
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    made.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setToolTip(text)
    return made
