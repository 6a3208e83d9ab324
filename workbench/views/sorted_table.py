"""A table of numbers beside names that is sorted by any of its columns."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workbench.text_size import scaled, sized
from workbench.words import said

PADDING = 8  # logical pixels at either side of a cell, as the style sheet says
Cell = tuple[str, float | str]  # what is shown, and what is sorted by
ROW_HEIGHT, NUMBER_WIDTH, LEAST_WIDTH = (
    24,
    76,
    64,
)  # widths at first of numbers, and at least of all


class SortedTable(QTableWidget):
    """Rows of cells; a click on a column's head sorts by it.

    The first columns hold `names`, and share what is left; the others become as wide as what they say. Where no column
    holds names, whoever made the table gives it its widths.
    """

    def __init__(self, name: str, title: str, heads: Sequence[str], names: int, by: int, order: Qt.SortOrder) -> None:
        super().__init__(0, len(heads))
        self._names = names
        self._widths: dict[int, int] = {}  # of the columns of numbers, also of those that are hidden
        self.setObjectName(name)
        self.setAccessibleName(said(title))
        self.setHorizontalHeaderLabels([said(head) for head in heads])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        sized(self.verticalHeader(), section=ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(LEAST_WIDTH)
        for column in range(len(heads)):
            mode = QHeaderView.ResizeMode.Stretch if column < names else QHeaderView.ResizeMode.Interactive
            self.horizontalHeader().setSectionResizeMode(column, mode)
            self.setColumnWidth(column, scaled(NUMBER_WIDTH))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSortingEnabled(True)
        self.sortByColumn(by, order)

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows, in the order that a person has chosen."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, (text, key) in enumerate(cells):
                self.setItem(row, column, _Item(text, key))
            self.item(row, 0).setData(Qt.ItemDataRole.UserRole, row)
        self.setSortingEnabled(True)
        if self._names:
            self.fit_columns()

    def fit_columns(self) -> None:
        """Give each column of numbers the width that its head and all of its numbers need."""
        self.ensurePolished()
        for column in range(self._names, self.columnCount()):
            needed = [self.sizeHintForIndex(self.model().index(row, column)).width() for row in range(self.rowCount())]
            before = max(self.columnWidth(column), self._widths.get(column, 0))  # a hidden column has none
            self._widths[column] = max(before, self._head_width(column), *needed)
            self.setColumnWidth(column, self._widths[column])

    def _head_width(self, column: int) -> int:
        """What a head's words need; the arrow of the column that is sorted by may take some of it."""
        header = self.horizontalHeader()
        header.ensurePolished()
        return header.fontMetrics().horizontalAdvance(self.horizontalHeaderItem(column).text()) + 2 * PADDING

    @property
    def selected_places(self) -> list[int]:
        """The places that the selected rows had when they were given."""
        return sorted(self._place(index.row()) for index in self.selectionModel().selectedRows())

    def select_places(self, places: Collection[int]) -> None:
        """Select the rows that had these places when they were given."""
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        self.clearSelection()
        for row in range(self.rowCount()):
            if self._place(row) in places:
                self.selectionModel().select(self.model().index(row, 0), flags)

    def _place(self, row: int) -> int:
        return int(self.item(row, 0).data(Qt.ItemDataRole.UserRole))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._names:
            self.fit_columns()


class _Item(QTableWidgetItem):
    def __init__(self, text: str, key: float | str) -> None:
        super().__init__(text)
        self.key = key
        self.setToolTip(text)
        if not isinstance(key, str):
            self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, _Item) and self.key < other.key  # type: ignore[operator]
