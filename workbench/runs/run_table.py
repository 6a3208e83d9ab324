"""The table of runs: every run folder as a row, sorted and filtered, several selected at once to overlay them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from core.runs.index import RunRow
from workbench import theme

NAME_ROLE = Qt.ItemDataRole.UserRole

COLUMNS = ("Run", "Status", "Dataset", "Algorithm", "Task", "Validation", "Test", "Progress", "Time", "Started")
WIDTHS = (160, 92, 80, 104, 58, 116, 116, 120, 56, 124)
STATUS_WORDS = {"crashed": "interrupted"}
_NUMERIC = {"Validation", "Test", "Progress", "Time"}
_Index = QModelIndex | QPersistentModelIndex


class RunModel(QAbstractTableModel):
    """The rows of the run index, and which colour each shown run has."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._colors: dict[str, str] = {}
        self._column, self._order = COLUMNS.index("Started"), Qt.SortOrder.DescendingOrder

    def show_rows(self, rows: list[RunRow]) -> None:
        """Take new rows; the view keeps selection and scroll place where the same runs are there."""
        known = {line.run.name: line for line in self._lines}
        lines = self._sorted([line if (line := known.get(r.name)) and line.run == r else _Line.of(r) for r in rows])
        before, self._lines = self._lines, lines
        if [line.run.name for line in lines] != [line.run.name for line in before]:
            self.beginResetModel()
            self.endResetModel()
            return
        for place, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old is not new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column; selected runs stay selected.

        Python sorts 500 keys in a millisecond, where a proxy model asks for them thousands of times.
        """
        self._column, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        names = [self._lines[index.row()].run.name for index in kept]
        self._lines = self._sorted(self._lines)
        places = {line.run.name: place for place, line in enumerate(self._lines)}
        moved = [self.index(places[name], index.column()) for name, index in zip(names, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def show_colors(self, colors: dict[str, str]) -> None:
        """The colour of each shown run, by name."""
        self._colors = colors
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, 0))

    def row_of(self, name: str) -> int | None:
        return next((place for place, line in enumerate(self._lines) if line.run.name == name), None)

    def matches(self, place: int, words: list[str]) -> bool:
        """Whether every word is found in what the table shows of a run."""
        return all(word in self._lines[place].words for word in words)

    def _sorted(self, lines: "list[_Line]") -> "list[_Line]":
        descending = self._order is Qt.SortOrder.DescendingOrder
        return sorted(lines, key=lambda line: line.keys[self._column], reverse=descending)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        row = line.run
        if role == Qt.ItemDataRole.DisplayRole:
            return line.texts[index.column()]
        if role == NAME_ROLE:
            return row.name
        if role == Qt.ItemDataRole.DecorationRole and column == "Run":
            return dot(self._colors.get(row.name))
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and column == "Status":
            look = theme.current()
            colors = {"failed": look.danger, "damaged": look.danger, "crashed": look.warning, "running": look.link}
            return QColor(colors.get(row.status, look.muted))
        return None


@dataclass(frozen=True)
class _Line:
    """A run as the table shows it, put into words once."""

    run: RunRow
    texts: tuple[str, ...]  # of each column
    keys: tuple[Any, ...]  # what each column is sorted by
    words: str  # what the filter looks in

    @classmethod
    def of(cls, run: RunRow) -> "_Line":
        texts = tuple(_text(run, column) for column in COLUMNS)
        keys = tuple(_sort_key(run, column) for column in COLUMNS)
        words = " ".join([run.name, texts[COLUMNS.index("Status")], run.dataset, run.algorithm, run.task_label])
        return cls(run, texts, keys, words.lower())


class RunTable(QTableView):
    """The view over a `RunModel`: sorting, filtering, selecting."""

    def __init__(self, model: RunModel) -> None:
        super().__init__()
        self.setObjectName("runs.table")
        self.setAccessibleName("Runs")
        self._source = model
        self._proxy = _Filter(self)
        self._proxy.setSourceModel(model)
        self.setModel(self._proxy)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.sortByColumn(COLUMNS.index("Started"), Qt.SortOrder.DescendingOrder)
        self.setWordWrap(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, width in enumerate(WIDTHS):
            self.setColumnWidth(place, width)

    @property
    def selected_names(self) -> tuple[str, ...]:
        """The names of the selected runs, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._proxy.index(row, 0).data(NAME_ROLE) for row in rows)

    def select(self, names: tuple[str, ...]) -> None:
        """Select runs by name; names that are not there are passed over."""
        selection = self.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for name in names:
            place = self._source.row_of(name)
            if place is not None:
                index = self._proxy.mapFromSource(self._source.index(place, 0))
                if index.isValid():
                    selection.select(index, flags)
                    selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def filter(self, text: str) -> None:
        """Show only runs in which every word is found."""
        self._proxy.show_words(text.lower().split())


class _Filter(QSortFilterProxyModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def show_words(self, words: list[str]) -> None:
        if hasattr(self, "endFilterChange"):  # since Qt 6.10, where the older call warns that it is old
            self.beginFilterChange()
            self._words = words
            self.endFilterChange()
        else:
            self._words = words
            self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        source = self.sourceModel()
        assert isinstance(source, RunModel)
        return source.matches(row, self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """The model below sorts itself."""
        source = self.sourceModel()
        assert isinstance(source, RunModel)
        source.sort_by(column, order)


def measured(found: dict[str, Any] | None) -> str:
    """``97.8 % ± 0.3`` or ``0.944 ± 0.13``; a dash where nothing was measured yet."""
    if not found:
        return "–"
    value = found.get("value", found.get("after"))
    if value is None:
        return "–"
    # Qt takes no whole number where it formats a real one, and an error while a table draws itself ends the program.
    locale, value, half = QLocale(), float(value), float(found.get("ci95") or 0)
    if found["metric"] == "accuracy":
        return f"{locale.toString(100 * value, 'f', 1)} % ± {locale.toString(100 * half, 'f', 1)}"
    return f"{locale.toString(value, 'g', 3)} ± {locale.toString(half, 'g', 2)}"


def duration(seconds: float) -> str:
    """``0:42``, ``12:05`` or ``3:01:07``."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _text(row: RunRow, column: str) -> str:
    locale = QLocale()
    texts = {
        "Run": row.label,
        "Status": "ended early" if row.early else STATUS_WORDS.get(row.status, row.status),
        "Dataset": row.dataset,
        "Algorithm": row.algorithm,
        "Task": row.task_label,
        "Validation": measured(row.best),
        "Test": measured(row.test),
        "Progress": f"{locale.toString(row.iteration)} / {locale.toString(row.iterations)}" if row.iterations else "–",
        "Time": duration(row.seconds),
        "Started": locale.toString(row.created, QLocale.FormatType.ShortFormat) if row.created else "",
    }
    return texts[column]


def _sort_key(row: RunRow, column: str) -> Any:
    if column in ("Validation", "Test"):
        found = row.best if column == "Validation" else row.test
        value = (found or {}).get("value", (found or {}).get("after"))
        return -1.0 if value is None else float(value)
    if column == "Progress":
        return row.iteration / max(row.iterations, 1)
    if column == "Time":
        return row.seconds
    if column == "Started":
        return (row.created or datetime.min).isoformat()
    return _text(row, column).lower()


def _tip(row: RunRow) -> str:
    error = row.error
    said = f"<br><b>{error.get('title', '')}</b><br>{error.get('what', '')}" if isinstance(error, dict) else error
    early = f"<br>{row.early}" if row.early else ""
    return f"<b>{row.name}</b>{said or ''}{early}"


def _alignment(column: str) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMERIC else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def dot(color: str | None) -> QIcon:
    """A filled dot for a run that is shown, nothing for others."""
    drawn = QPixmap(32, 32)
    drawn.fill(Qt.GlobalColor.transparent)
    if color:
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(8, 8, 16, 16)
        painter.end()
    icon = QIcon(drawn)
    icon.addPixmap(drawn, QIcon.Mode.Selected)  # else it would be drawn again in the colour of the selection
    return icon
