"""The runs as the table has them: those that the filter lets through, sorted, under headings where they are grouped."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

from core.runs.filter import RunFilter
from core.runs.index import RunRow
from workbench import theme
from workbench.icons import icon
from workbench.runs.columns import USUAL, Column, column
from workbench.words import said, tr, trn

NAME_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# Made once: a table asks for them thousands of times.
_OF_HEADING = Qt.ItemFlag.ItemIsEnabled
_OF_RUN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_DISPLAY, _DECORATION, _TIP, _ALIGNMENT, _INK, _SPOKEN, _FONT = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.FontRole,
)  # fmt: skip


@dataclass(frozen=True)
class _Line:
    """A run as the table shows it, put into words once."""

    run: RunRow
    texts: tuple[str, ...]  # of each column


@dataclass(frozen=True)
class _Group:
    title: str
    lines: tuple[_Line, ...]


class RunModel(QAbstractItemModel):
    """All runs of the index, and how they are looked at. Any new arrangement resets it.

    Python filters and sorts 500 runs in some thousandths of a second, where a proxy model asks thousands of times.
    """

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[Column, ...] = tuple(map(column, USUAL))
        self.sorted_by, self.descending = "started", True
        self.group_key = ""  # what the runs are grouped by; nothing at first
        self.folded: set[str] = set()  # titles of groups
        self._all: list[_Line] = []  # the newest first
        self._groups: list[_Group] = []  # one without a heading, where runs are not grouped
        self._filter = RunFilter()
        self._colors: dict[str, str] = {}

    # -- what there is ------------------------------------------------------------------------------------------

    @property
    def rows(self) -> list[RunRow]:
        """All runs, also those that the filter hides."""
        return [line.run for line in self._all]

    @property
    def seen(self) -> int:
        """How many runs the filter lets through."""
        return sum(len(group.lines) for group in self._groups)

    def texts(self, place: int) -> set[str]:
        """What a column says of all runs, also of those that the filter hides."""
        return {line.texts[place] for line in self._all}

    @property
    def tags(self) -> list[str]:
        """Every tag that any run has."""
        return sorted({tag for line in self._all for tag in line.run.tags}, key=str.casefold)

    def show_rows(self, rows: Sequence[RunRow]) -> None:
        """Take new rows; where the same runs stand in the same places, only what is said of them changes."""
        known = {line.run.name: line for line in self._all}
        newest = sorted(rows, key=lambda row: (row.created, row.name), reverse=True)
        self._all = [line if (line := known.get(r.name)) and line.run == r else self._line(r) for r in newest]
        before, groups = self._groups, self._arranged()
        if _places(groups) != _places(before):
            with self._arranging():
                self._groups = groups
            return
        self._groups = groups
        for place, (old, new) in enumerate(zip(before, groups, strict=True)):
            above = self.index(place, 0) if self.group_key else _NOWHERE
            for row, (was, line) in enumerate(zip(old.lines, new.lines, strict=True)):
                if was is not line:
                    self.dataChanged.emit(self.index(row, 0, above), self.index(row, len(self.columns) - 1, above))

    def show_colors(self, colors: dict[str, str]) -> None:
        """The colour of each run that the views show, by name."""
        self._colors = colors
        for above in self._above():
            count = self.rowCount(above)
            if count:
                last = self.index(count - 1, len(self.columns) - 1, above)
                self.dataChanged.emit(self.index(0, 0, above), last, [_DECORATION])

    def index_of(self, name: str) -> QModelIndex:
        """Where a run stands; an invalid index where it is not to be seen."""
        for place, group in enumerate(self._groups):
            for row, line in enumerate(group.lines):
                if line.run.name == name:
                    return self.index(row, 0, self.index(place, 0) if self.group_key else _NOWHERE)
        return QModelIndex()

    def run_at(self, index: _Index) -> RunRow | None:
        """The run in a row; None for a heading."""
        line = self._line_at(index)
        return None if line is None else line.run

    def group_at(self, index: _Index) -> str | None:
        """The title of the heading in a row; None for a run."""
        heading = self.group_key and index.isValid() and index.internalId() == 0
        return self._groups[index.row()].title if heading else None

    # -- how it is looked at ------------------------------------------------------------------------------------

    def filter(self, wanted: RunFilter) -> None:
        """Show only runs that fit."""
        if wanted != self._filter:
            with self._arranging():
                self._filter = wanted

    def sort(self, place: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column. Runs that have nothing there come last; among equals the newest comes first."""
        if 0 <= place < len(self.columns):
            self.sort_by(self.columns[place].key, order is Qt.SortOrder.DescendingOrder)

    def sort_by(self, key: str, descending: bool) -> None:
        """Sort by a fact, whether it has a column or not. Raises KeyError for one that does not exist."""
        if (key, descending) != (self.sorted_by, self.descending):
            column(key)
            with self._arranging():
                self.sorted_by, self.descending = key, descending

    def group_by(self, key: str) -> None:
        """Put the runs under headings; nothing takes the headings away. Raises KeyError for no fact."""
        if key != self.group_key:
            if key:
                column(key)
            with self._arranging():
                self.group_key = key

    def show_columns(self, keys: Sequence[str]) -> None:
        """Have these columns, in this order. Raises KeyError for one that does not exist."""
        columns = tuple(map(column, keys))
        if columns != self.columns:
            with self._arranging():
                self.columns = columns
                self._all = [self._line(line.run) for line in self._all]

    # -- arranging ----------------------------------------------------------------------------------------------

    def _line(self, row: RunRow) -> _Line:
        return _Line(row, tuple(column.text(row) for column in self.columns))

    def _arranged(self) -> list[_Group]:
        lines = self._sorted([line for line in self._all if self._filter.matches(line.run)])
        if not self.group_key:
            return [_Group("", tuple(lines))]
        by, groups = column(self.group_key), dict[str, list[_Line]]()
        for line in lines:
            groups.setdefault(by.group(line.run), []).append(line)
        keys = {title: by.sort_key(within[0].run) for title, within in groups.items()}
        has = sorted((title for title in groups if keys[title] is not None), key=keys.__getitem__)
        if by.fact.sort == "switch":
            has.reverse()  # yes comes before no
        return [_Group(title, tuple(groups[title])) for title in (*has, *(groups.keys() - set(has)))]

    def _sorted(self, lines: list[_Line]) -> list[_Line]:
        by = column(self.sorted_by)
        keys = {line.run.name: by.sort_key(line.run) for line in lines}
        has, lacks = [], []
        for line in lines:
            (lacks if keys[line.run.name] is None else has).append(line)
        return sorted(has, key=lambda line: keys[line.run.name], reverse=self.descending) + lacks

    @contextmanager
    def _arranging(self) -> Iterator[None]:
        """What is changed inside holds for views from its end on."""
        self.beginResetModel()
        try:
            yield
            self._groups = self._arranged()
        finally:
            self.endResetModel()

    def _above(self) -> list[QModelIndex]:
        """The parents of all runs: the headings, or nothing."""
        return [self.index(place, 0) for place in range(len(self._groups))] if self.group_key else [_NOWHERE]

    def _line_at(self, index: _Index) -> _Line | None:
        if not index.isValid() or self.group_at(index) is not None:
            return None
        group = self._groups[index.internalId() - 1 if self.group_key else 0]
        return group.lines[index.row()]

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def index(self, row: int, place: int, parent: _Index = _NOWHERE) -> QModelIndex:
        if not (0 <= place < len(self.columns) and 0 <= row < self.rowCount(parent)):
            return QModelIndex()
        return self.createIndex(row, place, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index | None = None) -> Any:
        if index is None:
            return QObject.parent(self)
        inside = index.internalId() if index.isValid() else 0
        return self.createIndex(inside - 1, 0, 0) if inside else QModelIndex()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups) if self.group_key else self.seen
        heading = self.group_key and parent.internalId() == 0 and parent.column() == 0
        return len(self._groups[parent.row()].lines) if heading else 0

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_HEADING if self.group_key and index.internalId() == 0 else _OF_RUN

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        shown = self.columns[section]
        if role == _DISPLAY:
            return shown.heading
        if role == _TIP:
            return _column_tip(shown)
        if role == _SPOKEN:
            return shown.title
        return shown.alignment if role == _ALIGNMENT else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._line_at(index)
        if line is None:
            return self._heading(self._groups[index.row()], role) if index.isValid() else None
        row, key = line.run, self.columns[index.column()].key
        if role == _DISPLAY:
            return line.texts[index.column()]
        if role == NAME_ROLE:
            return row.name
        if role == _ALIGNMENT:
            return self.columns[index.column()].alignment
        if role == _INK:
            return _ink(row, key)
        if role == _DECORATION and key == "run":
            own = None if row.color is None else theme.series_color(row.color)
            return dot(self._colors.get(row.name), own)
        if role == _TIP:
            return _tip(row)
        if role == _SPOKEN and key == "star":
            return tr("starred") if row.star else tr("not starred")
        return None

    def _heading(self, group: _Group, role: int) -> Any:
        count = trn(len(group.lines), "1 run", "{n} runs", n=len(group.lines))
        if role == _DISPLAY:
            return f"{group.title}  ·  {count}"
        if role == _DECORATION:
            return icon("chevron-right" if group.title in self.folded else "chevron-down", theme.current().muted)
        if role == _SPOKEN:
            words = tr("{title}, {runs}, folded") if group.title in self.folded else tr("{title}, {runs}, unfolded")
            return words.format(title=group.title, runs=count)
        if role == _FONT:
            font = QFont()
            font.setPixelSize(theme.scaled(theme.TEXT_SIZE))
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None


def _places(groups: list[_Group]) -> list[tuple[str, list[str]]]:
    return [(group.title, [line.run.name for line in group.lines]) for group in groups]


def _ink(row: RunRow, key: str) -> QColor | None:
    look = theme.current()
    if key == "star":
        return QColor(look.warning if row.star else look.disabled)
    if key == "status":
        colors = {"failed": look.danger, "damaged": look.danger, "crashed": look.warning, "running": look.link}
        return QColor(colors.get(row.status, look.muted))
    return None


def _tip(row: RunRow) -> str:
    """Name and folder of a run, what went wrong, and what a person keeps about it."""
    lines = [f"<b>{escape(row.label)}</b>", escape(row.name)]
    lines += [escape(said(error)) for error in (row.error, row.about_error, row.early) if error]
    lines += [escape(tr("Tags: {tags}", tags=", ".join(row.tags)))] if row.tags else []
    notes = escape(row.notes).replace("\n", "<br>")
    return f"<p>{'<br>'.join(lines)}</p>{f'<p>{notes}</p>' if notes else ''}"


def _column_tip(shown: Column) -> str:
    setting = shown.fact.setting
    return f"{shown.title}: {said(setting.help)}" if setting is not None else shown.title


def dot(color: str | None, ring: str | None = None) -> QIcon:
    """A filled dot for a run that is shown; else a ring in its own colour, where it has one."""
    drawn = QPixmap(32, 32)
    drawn.fill(Qt.GlobalColor.transparent)
    if color or ring:
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(color) if color else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen if color else QPen(QColor(ring), 3))
        painter.drawEllipse(8, 8, 16, 16)
        painter.end()
    icon = QIcon(drawn)
    icon.addPixmap(drawn, QIcon.Mode.Selected)  # else it would be drawn again in the colour of the selection
    return icon
