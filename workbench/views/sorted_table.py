"""A table of numbers beside names that is sorted by any of its columns."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from workbench.text_size import scaled, sized

Cell = tuple[str, float | str]  # what is shown, and what is sorted by
ROW_HEIGHT, NUMBER_WIDTH, LEAST_WIDTH = 24, 76, 64  # a number may be as long as 100.0 %


class SortedTable(QTableWidget):
    """Rows of cells; a click on a column's head sorts by it. The first columns hold `names`, and share what is left."""

    def __init__(self, name: str, title: str, heads: Sequence[str], names: int, by: int, order: Qt.SortOrder) -> None:
        super().__init__(0, len(heads))
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setHorizontalHeaderLabels(list(heads))
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
        self._fit_numbers()
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.setSortingEnabled(True)
        self.sortByColumn(by, order)

    def _fit_numbers(self) -> None:
        self._number_width = scaled(NUMBER_WIDTH)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, self._number_width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and scaled(NUMBER_WIDTH) != self._number_width:
            self._fit_numbers()

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows, in the order that a person has chosen."""
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, (text, key) in enumerate(cells):
                self.setItem(row, column, _Item(text, key))
            self.item(row, 0).setData(Qt.ItemDataRole.UserRole, row)
        self.setSortingEnabled(True)

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


class _Item(QTableWidgetItem):
    def __init__(self, text: str, key: float | str) -> None:
        super().__init__(text)
        self.key = key
        self.setToolTip(text)
        if not isinstance(key, str):
            self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, _Item) and self.key < other.key  # type: ignore[operator]
